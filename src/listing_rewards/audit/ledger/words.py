"""What is said of a ledger, in English and Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.errors import Lang

WORDS: Mapping[str, tuple[str, str]] = {
    "assumed": (
        "ASSUMED - these numbers and readings are not given by the source:",
        "【假定】以下数字或理解并非原文所列：",
    ),
    # where yuan went, and what was found
    "due_and_paid": ("due and paid", "应付已付"),
    "paid_twice": ("paid twice", "重复发放"),
    "above_standard": ("above the standard", "超标准"),
    "above_cap": ("above its own cap", "超单项上限"),
    "above_group_cap": ("above the common cap", "超合并上限"),
    "earlier_award_not_deducted": ("earlier award not deducted", "未扣减已获奖励"),
    "not_eligible": ("not eligible", "不符合条件"),
    "outside_period": ("outside the period", "不在政策期间"),
    "before_due": ("before it was due", "未到期先付"),
    "unknown_award": ("unknown award", "无此奖励项目"),
    "undecided": ("cannot be decided", "尚不能判定"),
    "no_case": ("enterprise without a case", "企业无案例"),
    "invalid_case": ("case with faults", "案例有误"),
    "later": ("after the day asked for", "晚于截至日"),
    "elsewhere": ("under another policy", "依据其他政策"),
    "shares_sum": ("shares do not add up", "分担合计不符"),
    "shares_split": ("share of a level differs", "分担比例不符"),
    "unpaid": ("due and unpaid", "应付未付"),
    "notice": ("law asked for a review", "须合规审核"),
    # why
    "why_paid_twice": (
        "{paid} was paid although {before} had been paid for the same award; {entitled} may be "
        "paid in all.",
        "此前同一项目已付{before}，又付{paid}；该项目合计可付{entitled}。",
    ),
    "why_above_standard": (
        "{paid} was paid; the standard is {standard}.",
        "已付{paid}；标准为{standard}。",
    ),
    "why_above_cap": (
        "{paid} was paid; the award's own cap is reached at {standard}.",
        "已付{paid}；该项目封顶后为{standard}。",
    ),
    "why_above_group_cap": (
        '{paid} was paid; of the common cap of {cap} ("{group}") {entitled} is left for it.',
        "已付{paid}；“{group}”合并上限{cap}，本项目可用{entitled}。",
    ),
    "why_group_over": (
        'Whatever the missing facts are, so much of what was paid under "{group}" is too much: '
        "{before} was paid, {entitled} may be paid in all. It is part of what cannot be decided.",
        "无论缺失事实如何，“{group}”已付{before}，合计可付{entitled}，此数必为多付；"
        "已包含在“尚不能判定”之中。",
    ),
    "why_earlier_award_not_deducted": (
        '{paid} was paid; {set_off} for "{other}" is to be deducted, and {entitled} may be paid in '
        "all.",
        "已付{paid}；“{other}”的{set_off}应予扣减，合计可付{entitled}。",
    ),
    "why_refused": ("Nothing is due: {check}", "不应发放：{check}"),
    "why_replaced": (
        'Nothing is due: "{other}" is given in its place, and has been paid in full.',
        "不应发放：已由“{other}”替代，且其已足额支付。",
    ),
    "met_from": (" It would be met from {day} on.", "自 {day} 起方符合。"),
    "why_early": (
        "Paid on {on}, due only from {day} on: too early, not too much.",
        "{on}支付，{day}起才到期：属提前支付，金额未超。",
    ),
    "why_early_open": (
        "Paid on {on}, and not due on that day: too early, not too much.",
        "{on}支付，当日尚未到期：属提前支付，金额未超。",
    ),
    "why_unknown_award": (
        "The policy has no award of this name.",
        "本政策没有该奖励项目。",
    ),
    "why_no_case": (
        "There is no case of this enterprise, so nothing of it can be decided.",
        "没有该企业的案例，无从判定。",
    ),
    "nearest": (' Is "{name}" meant?', "是否为“{name}”？"),
    "why_invalid_case": (
        "Its case cannot be answered: {faults}",
        "其案例有误，无法计算：{faults}",
    ),
    "why_undecided": (
        "{paid} was paid; it is known only that {entitled} may be paid in all{before_too}.",
        "已付{paid}；目前只知合计可付{entitled}{before_too}。",
    ),
    "before_too": (", and {amount} had been paid", "，此前已付{amount}"),
    "why_maybe_unpaid": (
        "It is not known whether this is still to be paid.",
        "是否尚须支付，目前不明。",
    ),
    "to_decide": (" To decide it: {facts}.", "判定所需：{facts}。"),
    "why_unpaid": (
        "{entitled} may be paid and {before} was paid.",
        "可付{entitled}，已付{before}。",
    ),
    "why_unpaid_part": (
        "{entitled} may be paid and {before} was paid; of the rest only this can be paid now.",
        "可付{entitled}，已付{before}；其余之中现可支付此数。",
    ),
    "why_group_unpaid": (
        'Whatever the missing facts are, so much more is due under "{group}" for certain.',
        "无论缺失事实如何，“{group}”至少还应支付此数。",
    ),
    "review_first": (" Before paying, review: {laws}.", "支付前请审核：{laws}。"),
    "why_shares_sum": (
        "{paid} was paid; the levels bore {together}: {levels}.",
        "该笔付款{paid}；各级合计承担{together}：{levels}。",
    ),
    "why_shares_split": (
        "{paid} was paid; {levels}.",
        "该笔付款{paid}；{levels}。",
    ),
    "level": ("{level} {stated}", "{level}承担{stated}"),
    "level_of": (
        "{level} bore {stated} and its share is {expected}",
        "{level}承担{stated}，应承担{expected}",
    ),
    "why_notice": (
        "On the day of payment this law was in force and asks for a review first: {laws}.",
        "付款之日下列规定已施行，应先行审核：{laws}。",
    ),
    "why_notice_withhold": (
        "On the day of payment this law was in force and payment was to wait for a review: {laws}.",
        "付款之日下列规定已施行，审核前应暂缓发放：{laws}。",
    ),
    # notes
    "note_same_payment": (
        "The case states it too; it is counted once.",
        "案例中亦有此笔，只计一次。",
    ),
    "note_not_in_ledger": (
        "The case states this payment and the ledger does not have it; it counts as paid.",
        "案例写明此笔付款而台账没有，计入已付。",
    ),
    "note_later": ("Dated after the day asked for; not judged.", "晚于截至日，未予判定。"),
    "note_elsewhere": (
        "Paid under {name}, whose payments this policy does not count; not judged.",
        "系依据{name}支付，本政策不计入，未予判定。",
    ),
    "note_another_name": (
        'The credit code is that of this enterprise; the ledger writes "{name}" beside it.',
        "信用代码属于该企业，而台账所写名称为“{name}”。",
    ),
    # the workbook
    "sheet_findings": ("Findings", "发现"),
    "sheet_lines": ("Ledger", "台账"),
    "sheet_accounts": ("Accounts", "核定与已付"),
    "sheet_totals": ("Totals", "合计"),
    "sheet_number": ("No.", "序号"),
    "sheet_row": ("row of the ledger", "台账行号"),
    "sheet_reference": ("voucher", "凭证号"),
    "sheet_enterprise": ("enterprise", "企业"),
    "sheet_name": ("enterprise in the ledger", "台账所写企业"),
    "sheet_case": ("enterprise of the case", "案例企业"),
    "sheet_uscc": ("credit code", "统一社会信用代码"),
    "sheet_award": ("award", "奖励项目"),
    "sheet_awards": ("awards", "奖励项目"),
    "sheet_on": ("paid on", "付款日期"),
    "sheet_finding": ("finding", "发现"),
    "sheet_yuan": ("yuan", "金额（元）"),
    "sheet_at_most": ("at most", "至多（元）"),
    "sheet_beyond": ("beyond what is due", "是否多付"),
    "sheet_yes": ("yes", "是"),
    "sheet_no": ("no", "否"),
    "sheet_standard": ("standard", "标准（元）"),
    "sheet_before": ("paid before", "此前已付（元）"),
    "sheet_clause": ("clause", "依据条款"),
    "sheet_why": ("why", "理由"),
    "sheet_entitled": ("entitled, at least", "核定，至少（元）"),
    "sheet_entitled_at_most": ("entitled, at most", "核定，至多（元）"),
    "sheet_due": ("paid by the ledger: due", "台账已付：应付"),
    "sheet_undecided": ("paid by the ledger: not decided", "台账已付：不能判定"),
    "sheet_beyond_due": ("paid by the ledger: beyond", "台账已付：多付"),
    "sheet_besides_due": ("paid by the case only: due", "仅案例载明的已付：应付"),
    "sheet_besides_undecided": (
        "paid by the case only: not decided",
        "仅案例载明的已付：不能判定",
    ),
    "sheet_besides_beyond": ("paid by the case only: beyond", "仅案例载明的已付：多付"),
    "sheet_unpaid": ("not paid, at least", "未付，至少（元）"),
    "sheet_unpaid_at_most": ("not paid, at most", "未付，至多（元）"),
    "sheet_place": ("where it went", "去向"),
    "sheet_paid": ("paid in the ledger", "台账已付合计"),
    "sheet_rest": ("difference", "差额"),
    "sheet_difference": ("difference (must be 0)", "差额（应为0）"),
    "sheet_beyond_told": ("beyond what is due, by the findings", "按发现合计的多付"),
}
"""Keys with their English and Chinese phrases."""


def say(lang: Lang, key: str, **values: object) -> str:
    """A phrase with its values filled in."""
    english, chinese = WORDS[key]
    return (english if lang == "en" else chinese).format(**values)
