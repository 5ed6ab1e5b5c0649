"""What the tables say that an office hands in: publication, payment, counties; their settings."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "setting_is_no_text": (
        "the setting {given} is a text in quotation marks",
        "设置 {given} 应为引号内的文字",
    ),
    "period_ends_before_it_begins": (
        "the publication ends on {given}, before it begins on {first}",
        "公示于 {given} 结束，早于开始日 {first}",
    ),
}

PHRASES: Phrases = {
    "hand_in.title": {
        "publication": (
            "Rewards to be granted under “{title}”: publication",
            "《{title}》奖励资金拟发放情况公示",
        ),
        "payments": (
            "Payment of rewards under “{title}”",
            "《{title}》奖励资金拨付汇总表",
        ),
        "counties": (
            "Rewards under “{title}” by county",
            "《{title}》奖励资金分县区汇总表",
        ),
    },
    "hand_in.note": (
        "As of {day}. {rows} awards of {enterprises} enterprises; amounts in 万元 (10,000 yuan).",
        "截至{day}，共{enterprises}家企业、{rows}个奖励项目。金额单位：万元。",
    ),
    "hand_in.left_out": (
        "Left out: {open} awards whose amount is not determined, {faulty} rows with faults.",
        "未列入：金额尚未确定的项目{open}个，有误的行{faulty}个。",
    ),
    "hand_in.payment_note": (
        "As of {day}; amounts in yuan. What is paid is what the publication table holds.",
        "截至{day}。金额单位：元。拨付金额与公示表一致。",
    ),
    "hand_in.column": {
        "number": ("No.", "序号"),
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "county": ("County", "县（市、区）"),
        "award": ("Award", "奖励项目"),
        "clause": ("Clause", "依据条款"),
        "amount_wan": ("Amount (万元)", "奖励金额（万元）"),
        "total_wan": ("Enterprise total (万元)", "企业合计（万元）"),
        "note": ("Remarks", "备注"),
        "applied": ("Applied for (yuan)", "申请金额（元）"),
        "payable": ("Approved for payment (yuan)", "核定拨付（元）"),
        "less": ("Less than applied for (yuan)", "核减（元）"),
        "why": ("Why less", "核减原因"),
        "level": ("{level} (yuan)", "{level}（元）"),
        "of_which": ("Of which for others (yuan)", "其中奖励他人（元）"),
        "payee": ("Account holder", "户名"),
        "bank": ("Bank", "开户行"),
        "account": ("Account", "账号"),
        "contact": ("Contact", "联系人"),
        "phone": ("Telephone", "联系电话"),
        "enterprises": ("Enterprises", "企业数（家）"),
        "awards": ("Awards", "项目数（个）"),
    },
    "hand_in.undivided": ("Not divided", "未分级"),
    "hand_in.no_county": ("(county not stated)", "（未写明县区）"),
    "hand_in.paid_before": ("{amount} 万元 paid before", "此前已拨付{amount}万元"),
    "hand_in.cut": {
        "own_cap": ("limited by its cap", "受单项上限限制"),
        "deduction": ("other support deducted", "扣除已获其他支持"),
        "approval": ("limited to the approved amount", "按主管部门核定额"),
        "condition": ("a condition is not met", "不符合发放条件"),
        "replacement": ("replaced by another award", "由其他奖励替代"),
        "choice": ("only the highest of several", "同类奖励就高不重复"),
        "common_cap": ("limited by the common cap", "受合并封顶限制"),
        "not_due": ("not due yet", "尚未到发放时间"),
        "payments": ("paid before", "扣除此前已付"),
        "undertaking": ("an undertaking was not kept", "未履行承诺事项"),
        "payments_of_group": ("room under the common cap used by earlier payments",
                              "合并封顶额度已由此前付款占用"),
        "notice": ("withheld until a law has been reviewed", "因合规审核暂缓"),
    },
    "hand_in.status": {
        "refused": ("conditions not met", "不符合条件"),
        "replaced": ("replaced by another award", "由其他奖励替代"),
        "no_room": ("nothing left under the common cap", "合并封顶额度已用完"),
        "open": ("not determined", "金额尚未确定"),
    },
    "hand_in.reason": ("{award}: {reasons}", "{award}：{reasons}"),
    "hand_in.comma": (", ", "、"),
    "hand_in.semicolon": ("; ", "；"),
    "hand_in.all_given": (
        "every award earned is granted in full; more was applied for",
        "应得奖励均已足额核定，申请金额超出应得",
    ),
    "hand_in.nothing_earned": ("no award was earned", "未达到任何奖励的条件"),
    "hand_in.period": ("Published from {first} to {last}.", "公示期：{first}至{last}。"),
    "hand_in.no_day": ("____-__-__", "____年__月__日"),
    "hand_in.contact": ("Contact: {contact}", "联系人：{contact}"),
    "hand_in.phone": ("Telephone: {phone}", "联系电话：{phone}"),
    "hand_in.address": ("Address: {address}", "通讯地址：{address}"),
    "hand_in.office": ("{office} (seal)", "{office}（盖章）"),
    "hand_in.signs": {
        "prepared": ("Prepared by:", "制表人："),
        "reviewed": ("Reviewed by:", "复核人："),
        "approved": ("Approved by:", "负责人（签字）："),
    },
    "hand_in.blank": ("____________", "____________"),
    "hand_in.objections": (
        "Who objects to what is published may say so to the office named below before the period "
        "ends, in writing, with name, telephone and evidence.",
        "对公示内容有异议的，请在公示期内以书面形式向下列单位反映，并署真实姓名、"
        "联系方式，附相关证明材料。",
    ),
    "settings.head": (
        "Settings of the application form and of the tables that are handed in, for --settings. "
        "Empty: a title is made from the policy, a part of the form is left out, other lines are "
        "left to be written by hand.",
        "申报表和公示表、资金拨付汇总表、分县区汇总表的设置，用 --settings 提供。"
        "留空的，标题按政策文件生成，申报表的相应部分略去，其他各行留空，供手工填写。",
    ),
    "settings.of": {
        "form_title": ("the title of the application form", "申报表标题"),
        "form_columns": (
            "what the form asks besides: payee, bank, account, applied, contact, phone",
            "申报表另外填写的内容：payee 户名、bank 开户行、account 账号、applied 申请金额、"
            "contact 联系人、phone 联系电话",
        ),
        "declaration": ("what the applicant declares", "申报单位承诺"),
        "county_review": ("the heading of the county's review", "县（市、区）审核意见的标题"),
        "city_review": ("the heading of the city's review", "市级审核意见的标题"),
        "title": ("the title of the publication", "公示表标题"),
        "payment_title": ("the title of the payment table", "资金拨付汇总表标题"),
        "county_title": ("the title of the table by county", "分县区汇总表标题"),
        "first_day": ("first day of the publication, as 2026-01-05", "公示首日，如 2026-01-05"),
        "last_day": ("its last day, included", "公示末日（含当日）"),
        "objections": ("how to object", "如何提出异议"),
        "contact": ("who answers questions", "联系人"),
        "phone": ("the telephone", "联系电话"),
        "address": ("the address", "通讯地址"),
        "office": ("the office that signs", "落款单位"),
        "date": ("the day of the signature", "落款日期"),
    },
}  # fmt: skip
