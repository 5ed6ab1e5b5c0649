"""What an application form says, and the guide to it."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "schema.model": {
        # what a case is made of, as a form that is made of its schema calls each part
        "Case": ("Case", "案例"),
        "Enterprise": ("Enterprise", "企业"),
        "Event": ("Event", "事项"),
        "Payment": ("Payment", "已付奖励"),
    },
    "schema.field": {
        # the fields of a case, as a form that is made of its schema calls them
        "enterprise": ("Enterprise", "企业"),
        "name": ("Name", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "county": ("Registered in", "注册地"),
        "schema_version": ("Form of this document", "格式版本"),
        "former_names": ("Former names", "曾用名"),
        "events": ("What happened", "事项"),
        "kind": ("What", "事项"),
        "on": ("Day", "日期"),
        "amount": ("Amount (yuan)", "金额（元）"),
        "evidence": ("Evidence", "佐证材料"),
        "figures": ("Figures", "指标"),
        "flags": ("Yes or no", "条件"),
        "attributes": ("Properties", "属性"),
        "approved": ("Approved amounts", "核定金额"),
        "payments": ("Paid before", "此前已付"),
        "award": ("Award", "奖励项目"),
        "policy": ("Policy, if another", "依据政策（如非本政策）"),
        "applied": ("Applied for on", "申请日期"),
        "absent": ("Did not happen", "未发生的事项"),
    },
    "form.sheet": {
        # sheets and their heads
        "enterprises": ("Applications", "申报表"),
        "events": ("Events", "事项明细"),
        "payments": ("Payments", "已付奖励"),
        "declaration": ("Declaration", "承诺与审核"),
        "guide": ("How to fill in", "填写说明"),
    },
    "form.title": {
        "enterprises": ("Application form: {title}", "《{title}》申报表"),
        "events": ("Further events", "事项明细（同一事项多次发生时填写）"),
        "payments": ("Rewards paid before", "此前已付的奖励"),
        "guide": ("What to write into each column", "各列填写说明"),
    },
    "form.note": {
        "enterprises": (
            "One row per enterprise; amounts in {unit}. The row marked “example” is not read. What "
            "each column means, and what an empty cell means, is on the sheet “How to fill in”.",
            "每家企业一行，金额单位：{unit}。标有“例”的行不会读取。"
            "各列含义及空格的含义见“填写说明”表。",
        ),
        "events": (
            "An event that happened more than once stands once on the first sheet and then here, "
            "one line each time. Leave the sheet empty where nothing happened twice.",
            "同一事项多次发生的，首次写在申报表，其余每次在此各写一行；没有的，本表留空。",
        ),
        "payments": (
            "One line a payment of these awards, under this policy or an earlier one that counts.",
            "此前已发放的同类奖励，每笔一行；没有的，本表留空。",
        ),
        "declaration": (
            "To be printed with the form, signed and sealed. Nothing on this sheet is read; what "
            "is applied for stands in the form.",
            "与申报表一并打印，签字、盖章后报送。本表内容不读取，申报事项以申报表为准。",
        ),
        "guide": (
            "Policy {policy}. Write days year first; write amounts as numbers, or with their unit, "
            "such as 300万元.",
            "政策编号 {policy}。日期按年-月-日书写；金额写数字，也可连同单位书写，如 300万元。",
        ),
    },
    # headers
    "form.number": ("No.", "序号"),
    "form.remarks": ("Remarks", "备注"),
    "form.header": {
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "county": ("County", "注册地"),
        "absent": ("Not happened", "未发生事项"),
        "policy": ("Policy", "依据政策"),
        "evidence": ("Evidence", "佐证材料"),
        "event_day": ("{label} date", "{label}日期"),
        "event_amount": ("{label} amount", "{label}金额"),
        "flag": ("{label}", "是否{label}"),
        "approved": ("approved: {label}", "核定{label}"),
        "applied_day": ("applied: {label}", "{label}申请日期"),
        "payee": ("Account name", "户名"),
        "bank": ("Bank", "开户行"),
        "account": ("Bank account", "银行账号"),
        "applied": ("Amount applied for", "申请金额"),
        "contact": ("Contact", "联系人"),
        "phone": ("Telephone", "联系电话"),
    },
    "form.in_unit": {
        "amount": (" (yuan)", "（万元）"),
        "percent": (" (%)", "（%）"),
    },
    "form.unit": ("yuan", "万元"),
    # hints below the header, and the messages on entry
    "form.hint": ("note", "说明"),
    "form.example": ("example", "例"),
    "form.hint_of": {
        "number": ("", ""),
        "text": ("text", "文本"),
        "name": ("required: full name as registered", "必填，营业执照上的全称"),
        "absent": ("labels, with ; between", "事项名称，以；分隔"),
        "policy": ("id; empty: this policy", "政策编号，空着即本政策"),
        "code": ("18 characters", "18位"),
        "digits": ("digits", "数字"),
        "day": ("year-month-day", "年-月-日"),
        "amount": ("yuan, a number", "万元，填数字"),
        "percent": ("8 or 8%; below 1 with %: 0.5%", "如 8 或 8%；不足1的写明%，如 0.5%"),
        "count": ("a number", "填数字"),
        "yes_no": ("yes or no", "是或否"),
        "choice": ("choose from the list", "从列表中选择"),
        "remarks": ("not read", "不读取"),
    },
    "form.yes": ("yes", "是"),
    "form.no": ("no", "否"),
    "form.wrong": {
        "day": ("Write a date, year first, such as 2023-09-15.", "请填日期，如 2023-09-15。"),
        "amount": (
            "Write a number in yuan, 0 or more, such as 3000000.",
            "请填以万元为单位的数字，不小于0，如 300。",
        ),
        "count": ("Write a number.", "请填数字。"),
        "yes_no": ("Choose yes or no, or leave it empty.", "请选择是或否，不知道的空着。"),
        "choice": ("Choose from the list.", "请从列表中选择。"),
        "code": (
            "A credit code has 18 characters. Keep it as it is if the licence says so.",
            "统一社会信用代码应为18位；与营业执照一致的可保留。",
        ),
    },
    "form.guide": {
        # the guide
        "place": ("Column", "列"),
        "header": ("Header", "表头"),
        "what": ("What to write", "填写内容"),
        "unit": ("Unit or form", "单位或格式"),
        "empty": ("May be empty", "可否空着"),
        "silence": ("An empty cell means", "空着表示"),
        "clause": ("Clause", "依据条款"),
    },
    "form.guide_values": ("Values to choose from", "可选的值"),
    "form.guide_quoted": ("“{header}”", "“{header}”"),
    "form.may_be_empty": {
        "may_be_empty": ("yes", "可"),
        "required": ("no", "不可"),
        "empty_with_day": ("if its day is empty", "日期空着时可"),
        "name_or_code": ("one of name and code", "名称、代码至少填一项"),
    },
    "form.what": {
        "number": ("the number of the line; not read", "行号，不读取"),
        "remarks": ("anything; not read", "任意内容，不读取"),
        "name": ("the registered name", "企业的登记名称"),
        "uscc": ("the unified social credit code", "企业的统一社会信用代码"),
        "county": ("where it is registered", "注册所在县（市、区）"),
        "event_day": ("the day of: {label}", "“{label}”发生的日期"),
        "event_amount": ("the amount of: {label}", "“{label}”的金额"),
        "figure": ("{label}", "{label}"),
        "flag": ("whether this holds: {label}", "是否{label}"),
        "attribute": ("{label}: one of the values below", "{label}，填下列可选值之一"),
        "applied_day": (
            "the day on which the enterprise applied for: {label}",
            "企业申请“{label}”的日期",
        ),
        "approved": (
            "the amount the office approved for: {label}",
            "主管部门核定的“{label}”金额",
        ),
        "absent": (
            "events that are known not to have happened, so that an empty day is no question",
            "已知未发生的事项，写明后不再视为不明",
        ),
        "policy": ("the id of the policy it was paid under", "付款所依据政策的编号"),
        "payee": ("the holder of the account to pay to", "收款账户的户名"),
        "bank": ("the bank and branch of the account", "收款账户的开户银行（写到支行）"),
        "account": ("the number of the account, without gaps", "收款账号，不加空格"),
        "applied": ("the sum of all that is applied for", "申请奖励的合计金额"),
        "contact": ("who answers questions", "申报联系人"),
        "phone": ("the telephone of the contact", "联系人电话"),
        "evidence": (
            "what proves it ({label}): number of an announcement or approval, and the page",
            "证明“{label}”的材料：公告编号、批文号或备案函等，注明页码",
        ),
    },
    "form.what_of_entry": {
        "events": {
            "entry": ("the event", "发生的事项"),
            "event_day": ("the day it happened", "发生日期"),
            "event_amount": ("its amount, where the event has one", "金额（带金额的事项）"),
            "evidence": (
                "what proves it: number of an announcement or approval, and the page",
                "公告编号、批文号或备案函等，注明页码",
            ),
        },
        "payments": {
            "entry": ("the award that was paid", "已付的奖励项目"),
            "event_day": ("the day it was paid", "付款日期"),
            "event_amount": ("what was paid", "已付金额"),
            "evidence": ("number of the voucher or receipt", "凭证号、银行回单号等"),
        },
    },
    "form.silence": {
        "none": ("-", "-"),
        "did_not_happen": ("it did not happen", "未发生"),
        "unknown_if_needed": (
            "not known where an award depends on it; if it did not happen, write it into “Not "
            "happened”",
            "奖励取决于此时视为不明；确未发生的，请写入“未发生事项”",
        ),
        "unknown": (
            "not known; if it did not happen, write it into “Not happened”",
            "不明；确未发生的，请写入“未发生事项”",
        ),
        "not_known": ("not known: the answer may be a range", "不明，结果可能是一个区间"),
        "presumed": ("taken to be yes: {why}", "按“是”计算：{why}"),
        "approved": ("not yet approved", "尚未核定"),
        "applied_day": (
            "not stated: tested as if made on the last day possible",
            "未写明：按最晚可能之日检验",
        ),
        "absent": ("nothing is said", "未作说明"),
        "policy": ("this policy", "本政策"),
        "applied": ("not stated", "未写明"),
        "carried": (
            "nothing stands in the payment table; no amount depends on it",
            "资金拨付汇总表中该项为空，不影响金额",
        ),
    },
    # the sheet that is signed and sealed
    "form.sealed": {
        "declaration": ("Declaration of the applicant", "申报单位承诺"),
        "seal": (
            "Applicant (seal):\n\nLegal representative (signature):\n\nDate:",
            "申报单位（盖章）：\n\n法定代表人（签字）：\n\n日期：        年    月    日",
        ),
        "county": ("Review by the county", "县（市、区）审核意见"),
        "city": ("Review by the city", "市级审核意见"),
        "review": ("Opinion:", "审核意见："),
        "signed": (
            "Handled by:\n\nHead of the office (signature):\n\nSeal and date:",
            "经办人：\n\n负责人（签字）：\n\n（盖章）        年    月    日",
        ),
    },
    "form.declared": (
        "We declare that the application and its papers are true, exact and complete, and that "
        "nothing was applied for twice. If anything is untrue, we pay back what we received and "
        "bear the consequences provided by law.",
        "本单位承诺：申报表及所附材料真实、准确、完整，没有就同一事项重复申报；如有不实，"
        "退回已领取的奖励资金，并依法承担责任。",
    ),
    "form.example_of": {
        "name": ("示例甲股份有限公司", "示例甲股份有限公司"),
        "uscc": ("91440800MA0000001E", "91440800MA0000001E"),
        "county": ("示例区", "示例区"),
        "payee": ("示例甲股份有限公司", "示例甲股份有限公司"),
        "bank": ("示例银行示例支行", "示例银行示例支行"),
        "account": ("000000000000000000", "000000000000000000"),
        "contact": ("示例联系人", "示例联系人"),
        "phone": ("00000000000", "00000000000"),
    },
}
