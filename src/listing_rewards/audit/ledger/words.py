"""What is said of a ledger, in English and Chinese, by key."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.audit.ledger.sheet_words import SHEET_WORDS
from listing_rewards.errors import Lang

_WORDS: Mapping[str, tuple[str, str]] = {
    "assumed": (
        "ASSUMED - these numbers and readings are not given by the source:",
        "【假定】以下数字或理解并非原文所列：",
    ),
    # where yuan went, and what was found
    "due_and_paid": ("due and paid", "应付已付"),
    "not_due_yet": ("paid, not due yet", "已付尚未到期"),
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
    "misspelt_policy": ("policy id in doubt", "依据政策存疑"),
    "name_and_code": ("name and code disagree", "名称与代码不符"),
    "no_case": ("enterprise without a case", "企业无案例"),
    "invalid_case": ("case with faults", "案例有误"),
    "later": ("after the day asked for", "晚于截至日"),
    "elsewhere": ("under another policy", "依据其他政策"),
    "shares_sum": ("shares do not add up", "分担合计不符"),
    "shares_split": ("share of a level differs", "分担比例不符"),
    "unpaid": ("due and unpaid", "应付未付"),
    "exposed": ("could be called back", "可能退还"),
    "notice": ("law asked for a review", "须合规审核"),
    # why
    "why_paid_twice": (
        "{paid} was paid although {before} had been paid for the same award ({earlier}); "
        "{entitled} may be paid in all.",
        "此前同一项目已付{before}（{earlier}），又付{paid}；该项目合计可付{entitled}。",
    ),
    "earlier": ("row {row}: {day}, {amount}{voucher}", "第{row}行：{day}，{amount}{voucher}"),
    "earlier_no_row": (
        "by the case: {day}, {amount}{voucher}",
        "案例载明：{day}，{amount}{voucher}",
    ),
    "earlier_voucher": (", voucher {voucher}", "，凭证号{voucher}"),
    "entered_twice": (
        " Day, amount and voucher are the same: it looks like one payment entered twice.",
        "日期、金额、凭证号均相同，疑为同一笔付款重复登记。",
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
    "why_earlier_award_counts": (
        '{paid} was paid, and {set_off} before for "{other}", which counts for this award: '
        "{together_paid} was paid for both together, and {entitled} may be paid for both.",
        "已付{paid}；此前“{other}”已付{set_off}，计入本项目：两者合计已付{together_paid}，"
        "合计可付{entitled}。",
    ),
    "why_refused": ("Nothing is due: {check}", "不应发放：{check}"),
    "why_replaced": (
        'Nothing is due: "{other}" is given in its place, and has been paid in full.',
        "不应发放：已由“{other}”替代，且其已足额支付。",
    ),
    "met_from": (" It is met from {day} on.", "自 {day} 起方符合。"),
    "never_due": (
        " The test was made on that day: by the facts stated it is never due.",
        "须以该日为准，按所述事实今后亦不会到期。",
    ),
    "why_early": (
        "Paid on {on}, due only from {day} on: too early, not too much.",
        "{on}支付，{day}起才到期：属提前支付，金额未超。",
    ),
    "why_early_open": (
        "Paid on {on}, and not due on that day: too early, not too much.",
        "{on}支付，当日尚未到期：属提前支付，金额未超。",
    ),
    "why_not_due_yet": (
        "Paid on {on}, due only from {day} on, which is after the day asked for: too early, not "
        "too much.",
        "{on}支付，{day}起才到期，晚于截至日：属提前支付，金额未超。",
    ),
    "why_not_due_yet_open": (
        "Paid on {on}, and not due by the day asked for: too early, not too much.",
        "{on}支付，至截至日尚未到期：属提前支付，金额未超。",
    ),
    "why_misspelt_policy": (
        'Paid under "{policy}", an id that is almost one that counts; not judged.',
        "系依据“{policy}”支付，该编号与计入的政策编号相近，未予判定。",
    ),
    "why_name_and_code": (
        'The name is "{name}", the credit code that of "{code_of}": whose payment it is, is not '
        "known, and it is counted for neither.",
        "名称为“{name}”，信用代码却属于“{code_of}”：付给哪一家不明，均未计入。",
    ),
    "why_exposed": (
        '"{undertaking}" did not hold: "{event}" happened on {happened}. Of what was paid, '
        "{exposed} could be called back: an exposure, not money owed, and part of no sum; whether "
        "it was returned, the ledger does not tell.",
        "未守“{undertaking}”：“{event}”发生于{happened}。已付款项中可能退还{exposed}；"
        "仅为敞口，不计入任何合计；台账不载是否已追回。",
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
    "note": (
        "{place}{enterprise}, {award}, {day}, {amount} yuan: {note}",
        "{place}{enterprise}，{award}，{day}，{amount}元：{note}",
    ),
    "note_place": ("row {row}, ", "第{row}行，"),
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
    "note_same_voucher": (
        "The voucher {name} stands on an earlier line too{row}.",
        "凭证号{name}在前面的行中已有{row}。",
    ),
    "note_row": (" (row {row})", "（第{row}行）"),
    "note_nothing_paid": ("Nothing was paid: the amount is 0.", "金额为0，未付款。"),
}
WORDS: Mapping[str, tuple[str, str]] = {**_WORDS, **SHEET_WORDS}
"""Keys with their English and Chinese phrases."""


def say(lang: Lang, key: str, **values: object) -> str:
    """A phrase with its values filled in."""
    english, chinese = WORDS[key]
    return (english if lang == "en" else chinese).format(**values)
