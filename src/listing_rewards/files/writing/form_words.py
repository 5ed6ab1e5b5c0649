"""What an application form says, in English and Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.errors import Lang

_WORDS: Mapping[str, tuple[str, str]] = {
    # sheets and their heads
    "sheet_enterprises": ("Applications", "申报表"),
    "sheet_events": ("Events", "事项明细"),
    "sheet_payments": ("Payments", "已付奖励"),
    "sheet_guide": ("How to fill in", "填写说明"),
    "title_enterprises": ("Application form: {title}", "《{title}》申报表"),
    "title_events": ("Further events", "事项明细（同一事项多次发生时填写）"),
    "title_payments": ("Rewards paid before", "此前已付的奖励"),
    "title_guide": ("What to write into each column", "各列填写说明"),
    "note_enterprises": (
        "One row an enterprise; amounts in {unit}. The row marked “example” is not read. What each "
        "column means, and what an empty cell means, is on the sheet “How to fill in”.",
        "每家企业一行，金额单位：{unit}。标有“例”的行不会读取。"
        "各列含义及空格的含义见“填写说明”表。",
    ),
    "note_events": (
        "An event that happened more than once stands once on the first sheet and then here, one "
        "line each time. Leave the sheet empty where nothing happened twice.",
        "同一事项多次发生的，首次写在申报表，其余每次在此各写一行；没有的，本表留空。",
    ),
    "note_payments": (
        "One line a payment of these awards, under this policy or an earlier one that counts.",
        "此前已发放的同类奖励，每笔一行；没有的，本表留空。",
    ),
    "note_guide": (
        "Policy {policy}. Write days year first; write amounts as numbers, or with their unit, "
        "such as 300万元.",
        "政策编号 {policy}。日期按年-月-日书写；金额写数字，也可连同单位书写，如 300万元。",
    ),
    # headers
    "number": ("No.", "序号"),
    "remarks": ("Remarks", "备注"),
    "header_name": ("Enterprise", "企业名称"),
    "header_uscc": ("Credit code", "统一社会信用代码"),
    "header_county": ("County", "注册地"),
    "header_absent": ("Not happened", "未发生事项"),
    "header_policy": ("Policy", "依据政策"),
    "header_event_day": ("{label} date", "{label}日期"),
    "header_event_amount": ("{label} amount", "{label}金额"),
    "header_flag": ("{label}", "是否{label}"),
    "header_approved": ("approved: {label}", "核定{label}"),
    "in_amount": (" (yuan)", "（万元）"),
    "in_percent": (" (%)", "（%）"),
    "unit": ("yuan", "万元"),
    # hints below the header, and the messages on entry
    "hint": ("note", "说明"),
    "example": ("example", "例"),
    "hint_number": ("", ""),
    "hint_text": ("text", "文本"),
    "hint_name": ("required: full name as registered", "必填，营业执照上的全称"),
    "hint_absent": ("labels, with ; between", "事项名称，以；分隔"),
    "hint_policy": ("id; empty: this policy", "政策编号，空着即本政策"),
    "hint_code": ("18 characters", "18位"),
    "hint_day": ("year-month-day", "年-月-日"),
    "hint_amount": ("yuan, a number", "万元，填数字"),
    "hint_percent": ("such as 8 or 8%", "如 8 或 8%"),
    "hint_count": ("a number", "填数字"),
    "hint_yes_no": ("yes or no", "是或否"),
    "hint_choice": ("choose from the list", "从列表中选择"),
    "hint_remarks": ("not read", "不读取"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "wrong_day": ("Write a date, year first, such as 2023-09-15.", "请填日期，如 2023-09-15。"),
    "wrong_amount": (
        "Write a number in yuan, 0 or more, such as 3000000.",
        "请填以万元为单位的数字，不小于0，如 300。",
    ),
    "wrong_count": ("Write a number.", "请填数字。"),
    "wrong_yes_no": ("Choose yes or no, or leave it empty.", "请选择是或否，不知道的空着。"),
    "wrong_choice": ("Choose from the list.", "请从列表中选择。"),
    "wrong_code": (
        "A credit code has 18 characters. Keep it as it is if the licence says so.",
        "统一社会信用代码应为18位；与营业执照一致的可保留。",
    ),
    # the guide
    "guide_place": ("Column", "列"),
    "guide_header": ("Header", "表头"),
    "guide_what": ("What to write", "填写内容"),
    "guide_unit": ("Unit or form", "单位或格式"),
    "guide_empty": ("May be empty", "可否空着"),
    "guide_silence": ("An empty cell means", "空着表示"),
    "guide_clause": ("Clause", "依据条款"),
    "guide_values": ("Values to choose from", "可选的值"),
    "guide_of": ("Of column", "所属列"),
    "guide_quoted": ("“{header}”", "“{header}”"),
    "may_be_empty": ("yes", "可"),
    "required": ("no", "不可"),
    "empty_with_day": ("if its day is empty", "日期空着时可"),
    "name_or_code": ("one of name and code", "名称、代码至少填一项"),
    "what_number": ("the number of the line; not read", "行号，不读取"),
    "what_remarks": ("anything; not read", "任意内容，不读取"),
    "what_name": ("the registered name", "企业的登记名称"),
    "what_uscc": ("the unified social credit code", "企业的统一社会信用代码"),
    "what_county": ("where it is registered", "注册所在县（市、区）"),
    "what_event_day": ("the day of: {label}", "“{label}”发生的日期"),
    "what_event_amount": ("the amount of: {label}", "“{label}”的金额"),
    "what_figure": ("{label}", "{label}"),
    "what_flag": ("whether this holds: {label}", "是否{label}"),
    "what_attribute": ("{label}: one of the values below", "{label}，填下列可选值之一"),
    "what_approved": (
        "the amount the office approved for: {label}",
        "主管部门核定的“{label}”金额",
    ),
    "what_absent": (
        "events that are known not to have happened, so that an empty day is no question",
        "已知未发生的事项，写明后不再视为不明",
    ),
    "what_entry_events": ("the event", "发生的事项"),
    "what_entry_payments": ("the award that was paid", "已付的奖励项目"),
    "what_day_events": ("the day it happened", "发生日期"),
    "what_day_payments": ("the day it was paid", "付款日期"),
    "what_amount_events": ("its amount, where the event has one", "金额（带金额的事项）"),
    "what_amount_payments": ("what was paid", "已付金额"),
    "what_policy": ("the id of the policy it was paid under", "付款所依据政策的编号"),
    "silence_none": ("-", "-"),
    "silence_did_not_happen": ("it did not happen", "未发生"),
    "silence_unknown_if_needed": (
        "not known where an award depends on it; if it did not happen, write it into “Not "
        "happened”",
        "奖励取决于此时视为不明；确未发生的，请写入“未发生事项”",
    ),
    "silence_unknown": (
        "not known; if it did not happen, write it into “Not happened”",
        "不明；确未发生的，请写入“未发生事项”",
    ),
    "silence_not_known": ("not known: the answer may be a range", "不明，结果可能是一个区间"),
    "silence_presumed": ("taken to be yes: {why}", "按“是”计算：{why}"),
    "silence_approved": ("not yet approved", "尚未核定"),
    "silence_absent": ("nothing is said", "未作说明"),
    "silence_policy": ("this policy", "本政策"),
    # the example, plainly fictional
    "example_name": ("示例甲股份有限公司", "示例甲股份有限公司"),
    "example_county": ("示例区", "示例区"),
}


def say(lang: Lang, key: str, **values: object) -> str:
    """A phrase."""
    return _WORDS[key][0 if lang == "en" else 1].format(**values)
