"""What an answer tells besides amounts: needs, what could be called back, laws, remarks."""

from __future__ import annotations

from collections.abc import Mapping

TELLING: Mapping[str, tuple[str, str]] = {
    # needs
    "needs_head": ("WHAT WOULD SETTLE IT", "【需要补充的事实】"),
    "need_event": ('the day of "{name}"', "“{name}”的日期"),
    "need_or": (' (or of "{name}")', "（或“{name}”的日期）"),
    "need_event_amount": ('the amount of "{name}" on {day}', "{day}“{name}”的金额"),
    "need_figure": ('the figure "{name}"', "“{name}”的数值"),
    "need_flag": ('whether "{name}"', "是否“{name}”"),
    "need_attribute": ('what "{name}" is', "“{name}”属于哪一类"),
    "need_approved": ('the amount approved for "{name}"', "“{name}”经主管部门核定的金额"),
    "need_award_amount": (
        'the amount of "{name}", which the policy does not give',
        "“{name}”的金额（政策未列明）",
    ),
    "need_band": (
        'which of the bands of "{name}" applies, since more than one holds the base',
        "“{name}”适用哪一档（计算基数同时落入数档）",
    ),
    "need_for": ("{fact} - bears on: {awards}", "{fact}——关系到：{awards}"),
    # what could be called back
    "exposures_head": (
        "WHAT COULD BE CALLED BACK - an exposure, not money owed",
        "【可能退还的奖励】仅列示敞口，并非应退金额",
    ),
    "exposure": ("{title} ({award}): {what}{source}", "{title}（{award}）：{what}{source}"),
    "exposure_met": (
        '"{event}" happened on {day}, {time}: {amount} could be called back',
        "“{event}”发生于 {day}，{time}：可能退还 {amount}",
    ),
    "exposure_not_met": (
        'nothing now; {most} if "{event}" happens {time}',
        "目前无敞口；如“{event}”{time}发生，可能退还 {most}",
    ),
    "exposure_over": (
        '"{event}" did not happen {time}: nothing any more',
        "“{event}”{time}未发生：不再有敞口",
    ),
    "exposure_unknown": (
        'it is not known whether "{event}" happened {time}: {amount} could be called back',
        "“{event}”是否{time}发生不明：可能退还 {amount}",
    ),
    "exposure_time": ("between {since} and {until}", "在 {since} 至 {until} 期间内"),
    "exposure_time_open": ("on or after {since}", "在 {since} 当日或之后"),
    "exposure_time_unknown": (
        "within its time, of which the start is not known",
        "在期限（起算日不明）内",
    ),
    # laws
    "notices_head": ("LAWS TO REVIEW BEFORE PAYING", "【合规提示：发放前请审核】"),
    "notice": (
        "{law}, in force since {since}, bears on: {awards}. {text}",
        "{law}（{since}起施行）关系到：{awards}。{text}",
    ),
    "notice_withhold": (
        "Until it has been reviewed, payment is withheld.",
        "审核前暂缓发放。",
    ),
    "notice_at_payment": (
        "{law}, in force since {day}: a payment made from then on falls under it, although the "
        "event was earlier. Awards: {awards}.",
        "{law}自 {day} 起施行：其后就{awards}付款的，即使事项发生在前，也应按其审核。",
    ),
    # remarks
    "remarks_head": ("TO NOTE", "【说明】"),
    "event_later": (
        '"{event}" on {day} is after the day asked for and does not count yet.',
        "“{event}”（{day}）晚于截至日，尚不计入。",
    ),
    "payment_later": (
        'The payment of {amount} for "{award}" on {day} is after the day asked for and does '
        "not count yet.",
        "{day} 就“{award}”支付的 {amount} 晚于截至日，尚不计入。",
    ),
    "payment_elsewhere": (
        'The payment of {amount} for "{award}" on {day} was made under {policy}, which this '
        "policy does not count.",
        "{day} 就“{award}”支付的 {amount} 系依据 {policy}，本政策不计入。",
    ),
    "payment_before_event": (
        'The payment of {amount} for "{award}" on {day} was made before "{event}" happened; it '
        "counts as paid. Check the day, and what it was for.",
        "{day} 就“{award}”支付的 {amount} 早于“{event}”，仍计入已付；请核对日期和款项用途。",
    ),
    "identical_events": (
        '"{event}" on {day} is stated more than once with the same amount; each is counted.',
        "“{event}”（{day}）以相同金额出现多次，均已计入。",
    ),
    "implied_event": (
        '"{event}" is not stated although "{other}", which comes after it, is; nothing is '
        "granted for it.",
        "案例写明“{other}”，却未写明在先的“{event}”；该项未予计算。",
    ),
    "tested_in_place": (
        '"{event}" is not stated, so the full period was tested on "{other}"; if it was '
        "before {day}, the period was not full.",
        "案例未写明“{event}”，期间以“{other}”为准；“{event}”早于 {day} 的，则未满。",
    ),
    "no_word_on_break": (
        '"{event}" is not stated and read as not having happened; it would have broken the '
        'period after "{other}".',
        "案例未提及“{event}”，视为未发生；如曾发生，“{other}”后的期间应重新计算。",
    ),
    "not_due_yet": (
        'A part of "{award}", {amount}, is not due before {day}.',
        "“{award}”的一期 {amount} 自 {day} 起到期，现未到期。",
    ),
    "not_due_yet_open": (
        'A part of "{award}", {amount}, waits for an event that has not happened or is not stated.',
        "“{award}”的一期 {amount} 须待有关事项发生后到期，该事项尚未发生或未写明。",
    ),
    "amount_open": ("of an amount that is not determined", "（金额尚未确定）"),
    "policy_ended": (
        "The policy's days ended on {day}; what happens later earns nothing under it.",
        "政策期间已于 {day} 结束；其后发生的事项不再奖励。",
    ),
    "policy_repealed": (
        "It was repealed from {since} on ({by}).",
        "该文件自 {since} 起废止（{by}）。",
    ),
    "policy_not_begun": (
        "The policy's days begin on {day}; nothing can be earned before.",
        "政策期间自 {day} 开始；此前不产生奖励。",
    ),
}
"""Keys with their English and Chinese phrases."""
