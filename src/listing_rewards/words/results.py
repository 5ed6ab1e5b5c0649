"""What the tables of answers say: their sheets, their columns, totals and findings."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "results.sheet": {
        # sheets
        "publication": ("Publication", "公示表"),
        "payments": ("Payments", "资金拨付汇总表"),
        "counties": ("By county", "分县区汇总"),
        "enterprises": ("Enterprises", "企业"),
        "awards": ("Awards", "奖励项目"),
        "totals": ("Totals", "汇总"),
        "findings": ("Findings", "问题"),
    },
    "results.label": {
        # columns
        "number": ("No.", "序号"),
        "row": ("Read from", "来源"),
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "county": ("Registered in", "注册地"),
        "policy": ("Policy", "政策编号"),
        "as_of": ("As of", "截至日期"),
        "award": ("Award", "奖励项目"),
        "title": ("Award", "奖励项目"),
        "award_id": ("Award id", "项目编号"),
        "clause": ("Clause", "依据条款"),
        "status": ("Status", "状态"),
        "nominal": ("Standard (yuan)", "标准金额（元）"),
        "nominal_at_most": ("Standard, at most (yuan)", "标准金额至多（元）"),
        "entitled": ("Entitled (yuan)", "核定金额（元）"),
        "entitled_at_most": ("Entitled, at most (yuan)", "核定金额至多（元）"),
        "paid": ("Paid (yuan)", "已付金额（元）"),
        "payable": ("Payable for certain (yuan)", "确定应付（元）"),
        "payable_at_most": ("Payable, at most (yuan)", "应付至多（元）"),
        "overpaid": ("Overpaid for certain (yuan)", "确定超付（元）"),
        "overpaid_at_most": ("Overpaid, at most (yuan)", "超付至多（元）"),
        "withheld": ("Withheld for certain (yuan)", "确定暂缓（元）"),
        "withheld_at_most": ("Withheld, at most (yuan)", "暂缓至多（元）"),
        "determined": ("Determined", "是否确定"),
        "needs": ("Would settle it", "需要补充的事实"),
        "assumptions": ("Assumed", "假定"),
        "notices": ("Laws to review", "合规提示"),
        "amount_wan": ("Amount (万元)", "奖励金额（万元）"),
        "remarks": ("Remarks", "备注"),
        "shares": ("Borne by level (yuan)", "分级承担（元）"),
        "of_which": ("Of which for others (yuan)", "其中奖励他人（元）"),
        "rows_read": ("Rows read", "读取行数"),
        "rows_assessed": ("assessed", "其中：已计算"),
        "rows_open": ("not determined", "其中：尚未确定"),
        "rows_faulty": ("with faults", "其中：有误"),
        "rows_aside": (
            "Lines and sheets not read, since they are no enterprise",
            "未读取（不是企业）",
        ),
        "published": ("Published (yuan)", "列入公示（元）"),
        "assumed_answers": ("Answers that rest on assumed amounts", "依据假定金额的企业"),
        "what": ("What", "项目"),
        "value": ("Value", "数值"),
        # findings
        "cell": ("Cell", "单元格"),
        "column": ("Column or field", "列或字段"),
        "code": ("Code", "代码"),
        "finding": ("What was found", "问题或提示"),
    },
    # what is carried
    "results.carried": {
        "payee": ("Account holder", "户名"),
        "contact": ("Contact", "联系人"),
        "phone": ("Telephone", "联系电话"),
        "bank": ("Bank", "开户行"),
        "account": ("Account", "账号"),
        "applied": ("Applied for (yuan)", "申请金额（元）"),
        "remark": ("Applicant's remark", "申报备注"),
    },
    # cells
    "results.yes": ("yes", "是"),
    "results.no": ("no", "否"),
    "results.no_limit": ("no limit", "不限"),
    "results.total": ("Total", "合计"),
    "results.assumed_amount": (
        "{clause} (the amount is assumed, the policy does not give it)",
        "{clause}（金额为假定，政策文件未载明）",
    ),
    # totals
    "results.policy_title": ("Policy", "政策文件"),
    "results.finding": {
        "not_read_note": ("not read: a note: {said}", "未读取：说明：{said}"),
        "not_read_example": ("not read: an example: {said}", "未读取：示例：{said}"),
        "not_read_total": ("not read: a total: {said}", "未读取：合计：{said}"),
        "not_read_heading": ("not read: a heading: {said}", "未读取：小标题：{said}"),
        "not_read_header": ("not read: the header printed again", "未读取：重复的表头"),
        "not_read_lock_file": (
            "not read: the mark of a workbook that is open in Excel; what was not saved is missing",
            "未读取：有工作簿正在 Excel 中打开；尚未保存的内容不会读取",
        ),
        "not_read_other_file": ("not read: a file of another kind", "未读取：其他类型的文件"),
        "not_read_hidden_sheet": ("not read: a hidden sheet", "未读取：隐藏的工作表"),
        "remark": ("the remark of the row: {said}", "本行备注：{said}"),
        "hidden_row": ("a hidden row, read like the others", "隐藏的行，同样读取"),
        "hidden_column": ("a hidden column, read like the others", "隐藏的列，同样读取"),
        "wrapped_code": (
            "the sign = or ' around the credit code was taken off",
            "信用代码外的“=”或“'”已去掉",
        ),
        "credit_code": (
            "the credit code {given} is not built as one (GB 32100-2015); it is used as given",
            "统一社会信用代码 {given} 不符合 GB 32100-2015 的编码规则，按原样使用",
        ),
    },
}
