"""The phrases of a report, in English and Chinese, by key."""

from __future__ import annotations

from listing_rewards.errors import Lang

PHRASES: dict[str, tuple[str, str]] = {
    # the head
    "who": ("Enterprise: {name}", "企业：{name}"),
    "uscc": ("credit code {value}", "统一社会信用代码 {value}"),
    "county": ("registered in {value}", "注册地 {value}"),
    "under": ("Policy: {title} ({id}), {issuer}", "政策：《{title}》（{id}），{issuer}"),
    "as_of": ("As of: {day}", "截至：{day}"),
    "payable": ("PAYABLE: {amount}", "应付金额：{amount}"),
    "payable_open": (
        "PAYABLE: {amount}; not determined, see \"What would settle it\"",
        "应付金额：{amount}；尚未确定，见“需要补充的事实”",
    ),
    "totals": (
        "Entitled {entitled}; paid before {paid}; overpaid {overpaid}",
        "核定金额 {entitled}；已付 {paid}；超付 {overpaid}",
    ),
    "not_set_off": (
        "What was overpaid for one award is not set off against another; it only leaves less room "
        "under a common cap.",
        "某一项目的超付不抵减其他项目，只减少合并上限的余额。",
    ),
    # amounts
    "yuan": ("{amount} yuan", "{amount}元"),
    "yuan_wan": ("{amount} yuan", "{amount}元（{wan}万元）"),
    "between": ("between {least} and {most}", "{least}至{most}"),
    "no_limit": ("at least {least}, no upper limit known", "至少{least}，上限不明"),
    # sections
    "assumed_head": (
        "ASSUMED - these numbers and readings are not given by the source:",
        "【假定】以下数字或理解并非原文所列：",
    ),
    "applies_head": ("WHAT APPLIES, OR MAY APPLY", "【适用或可能适用的奖励】"),
    "group_head": (
        "{title}, together: entitled {entitled}, cap {cap}; paid {paid}; payable {payable}{source}",
        "{title}合计：核定 {entitled}，上限 {cap}；已付 {paid}；应付 {payable}{source}",
    ),
    "not_head": ("WHAT DOES NOT APPLY, AND WHY", "【不适用的奖励及原因】"),
    "needs_head": ("WHAT WOULD SETTLE IT", "【需要补充的事实】"),
    "notices_head": ("LAWS TO REVIEW BEFORE PAYING", "【合规提示：发放前请审核】"),
    "remarks_head": ("TO NOTE", "【说明】"),
    "sources_head": ("CLAUSES", "【依据条款】"),
    "made_by": ("Worked out by listing_rewards {version}.", "由 listing_rewards {version} 计算。"),
    # lines
    "line": ("{title}: payable {payable}", "{title}：应付 {payable}"),
    "line_not": ("{title}: {why}", "{title}：{why}"),
    "line_paid": (
        "{paid} was paid for it, {overpaid} of that beyond what is entitled.",
        "已付 {paid}，其中超付 {overpaid}。",
    ),
    "no_amount_why": ("its amount is nothing", "其金额为零"),
    "no_room_why": (
        "the common cap of {cap} is already filled by the earlier awards",
        "合并上限 {cap} 已由在先的奖励用完",
    ),
    "met": ("met", "符合"),
    "not_met": ("not met", "不符合"),
    "unknown": ("not known", "不明"),
    "clause_tag": (" [{item}]", "〔{item}〕"),
    "assumed_tag": (" [assumed]", "〔假定〕"),
    # checks
    "reached_met": ("\"{event}\" happened on {days}.", "“{event}”发生于 {days}。"),
    "reached_absent": (
        "\"{event}\" is stated as not having happened.",
        "案例说明“{event}”未发生。",
    ),
    "reached_later": (
        "\"{event}\" is dated {days}, after the day asked for.",
        "“{event}”的日期为 {days}，晚于截至日。",
    ),
    "reached_silent": (
        "\"{event}\" is not stated, which reads as not having happened.",
        "案例未提及“{event}”，视为未发生。",
    ),
    "reached_unknown": (
        "\"{event}\" must have a day, but the case does not state it.",
        "“{event}”应有日期，但案例未写明。",
    ),
    "in_force_met": (
        "{day} lies within the policy's days, {first} to {last}.",
        "{day} 在政策期间（{first} 至 {last}）内。",
    ),
    "in_force_not_met": (
        "{day} (\"{event}\") lies outside the policy's days, {first} to {last}.",
        "{day}（“{event}”）不在政策期间（{first} 至 {last}）内。",
    ),
    "in_force_unknown": (
        "whether \"{event}\" lies within the policy's days, {first} to {last}.",
        "“{event}”是否在政策期间（{first} 至 {last}）内。",
    ),
    "open_end": ("no last day", "无截止日"),
    "flag_stated_yes": ("\"{flag}\" is stated as yes.", "案例说明“{flag}”：是。"),
    "flag_stated_no": ("\"{flag}\" is stated as no.", "案例说明“{flag}”：否。"),
    "flag_presumed": (
        "\"{flag}\" is not stated; taken as yes.",
        "案例未说明“{flag}”；按“是”计算。",
    ),
    "flag_unknown": ("\"{flag}\" is not stated.", "案例未说明“{flag}”。"),
    "seasoning_compared": (
        "{years} from {start} (\"{event}\") is complete on {completes}; tested on {tested} "
        "(\"{tested_event}\"){outcome}.",
        "自 {start}（“{event}”）起{years}，于 {completes} 届满；以 {tested}"
        "（“{tested_event}”）为准{outcome}。",
    ),
    "years_one": ("one full year", "满一年"),
    "years_many": ("{years} full years", "满{years}年"),
    "outcome_met": ("", "，已满"),
    "outcome_short_one": (": 1 day short", "，差1天"),
    "outcome_short": (": {days} days short", "，差{days}天"),
    "boundary_anniversary": (
        ", the boundary day itself: met by counting to the corresponding day; counted by the "
        "Civil Code it would be met from the day after",
        "，恰为届满当日：按对应日计算为已满；按民法典计算则自次日起为已满",
    ),
    "boundary_civil_code": (
        ", the boundary day itself: counted by the Civil Code it is met from the day after; "
        "counting to the corresponding day it would be met",
        "，恰为届满当日：按民法典计算自次日起为已满；按对应日计算则为已满",
    ),
    "seasoning_not_started": (
        "{years} after \"{event}\": it had not happened, or had ended, by the day tested.",
        "“{event}”{years}：至检验日尚未发生或已经终止。",
    ),
    "seasoning_start_unknown": (
        "{years} after \"{event}\", tested on {tested} (\"{tested_event}\"): the day of "
        "\"{event}\" is not stated.",
        "“{event}”{years}，以 {tested}（“{tested_event}”）为准：案例未写明“{event}”的日期。",
    ),
    "seasoning_no_test_day": (
        "{years} after \"{event}\": nothing it is tested on has happened.",
        "“{event}”{years}：用以检验的事项均未发生。",
    ),
    "seasoning_test_day_unknown": (
        "{years} after \"{event}\": the day it is tested on is not stated.",
        "“{event}”{years}：案例未写明检验日。",
    ),
    "seasoning_break_unknown": (
        "{years} after \"{event}\": it is not stated whether it was interrupted.",
        "“{event}”{years}：案例未说明期间是否中断。",
    ),
    # steps
    "step_event_amount": ("amount of {day}: {result}", "{day} 的金额：{result}"),
    "step_event_amount_missing": ("amount of {day}: not stated", "{day} 的金额：未写明"),
    "step_event_unknown": ("amount: not stated", "金额：未写明"),
    "step_sum": ("together: {result}", "合计：{result}"),
    "step_rate": ("{rate} of it: {result}", "其 {rate}：{result}"),
    "step_cap": ("at most {value}: {result}", "最高 {value}：{result}"),
    "step_round": ("rounded to {unit}: {result}", "取整至{unit}：{result}"),
    "step_fixed": ("fixed amount: {result}", "定额：{result}"),
    "step_unknown": ("amount not given: {reason}", "金额未列明：{reason}"),
    "step_when_met": ("conditions met: {result}", "条件符合：{result}"),
    "step_when_not_met": ("conditions not met: {result}", "条件不符合：{result}"),
    "step_when_unknown": ("conditions not known: {result}", "条件不明：{result}"),
    "step_room": ("room under the common cap {value}: {result}", "合并上限余额 {value}：{result}"),
    "step_less_paid": ("less {value} paid before: {result}", "减已付 {value}：{result}"),
    "step_room_left": (
        "room that all payments leave under the common cap {value}: {result}",
        "扣除全部已付后合并上限余额 {value}：{result}",
    ),
    # needs
    "need_event": ("the day of \"{name}\"", "“{name}”的日期"),
    "need_or": (" (or of \"{name}\")", "（或“{name}”的日期）"),
    "need_event_amount": ("the amount of \"{name}\" on {day}", "{day}“{name}”的金额"),
    "need_flag": ("whether \"{name}\"", "是否“{name}”"),
    "need_award_amount": (
        "the amount of \"{name}\", which the policy does not give",
        "“{name}”的金额（政策未列明）",
    ),
    "need_for": ("{fact} - bears on: {awards}", "{fact}——关系到：{awards}"),
    # notices and remarks
    "notice": (
        "{law}, in force since {since}, bears on: {awards}. {text}",
        "{law}（{since}起施行）关系到：{awards}。{text}",
    ),
    "event_later": (
        "\"{event}\" on {day} is after the day asked for and does not count yet.",
        "“{event}”（{day}）晚于截至日，尚不计入。",
    ),
    "payment_later": (
        "The payment of {amount} for \"{award}\" on {day} is after the day asked for and does "
        "not count yet.",
        "{day} 就“{award}”支付的 {amount} 晚于截至日，尚不计入。",
    ),
    "payment_elsewhere": (
        "The payment of {amount} for \"{award}\" on {day} was made under {policy}, which this "
        "policy does not count.",
        "{day} 就“{award}”支付的 {amount} 系依据 {policy}，本政策不计入。",
    ),
    "identical_events": (
        "\"{event}\" on {day} is stated more than once with the same amount; each is counted.",
        "“{event}”（{day}）以相同金额出现多次，均已计入。",
    ),
    "implied_event": (
        "\"{event}\" is not stated although \"{later}\", which comes after it, is; nothing is "
        "granted for it.",
        "案例写明“{later}”，却未写明在先的“{event}”；该项未予计算。",
    ),
    "tested_in_place": (
        "\"{event}\" is not stated, so the full period was tested on \"{tested}\"; if it was "
        "before {day}, the period was not full.",
        "案例未写明“{event}”，期间以“{tested}”为准；“{event}”早于 {day} 的，则未满。",
    ),
    "no_word_on_break": (
        "\"{event}\" is not stated and read as not having happened; it would have broken the "
        "period after \"{start}\".",
        "案例未提及“{event}”，视为未发生；如曾发生，“{start}”后的期间应重新计算。",
    ),
    "policy_ended": (
        "The policy's days ended on {day}; what happens later earns nothing under it.",
        "政策期间已于 {day} 结束；其后发生的事项不再奖励。",
    ),
    "policy_not_begun": (
        "The policy's days begin on {day}; nothing can be earned before.",
        "政策期间自 {day} 开始；此前不产生奖励。",
    ),
    "notice_at_payment": (
        "{law}, in force since {day}: a payment made from then on falls under it, although the "
        "event was earlier. Awards: {awards}.",
        "{law}自 {day} 起施行：其后就{awards}付款的，即使事项发生在前，也应按其审核。",
    ),
    "part_in_force": ("the policy's days", "政策期间"),
    "part_rounding": ("rounding", "取整"),
    "part_conditions": ("a condition", "条件"),
    # a policy by itself
    "policy_note": ("Note: {note}", "说明：{note}"),
    "policy_days": ("Events count from {first} to {last}", "计入的期间：{first} 至 {last}"),
    "policy_awards": ("AWARDS", "【奖励项目】"),
    "policy_group": (
        "{title} ({members}), together at most {cap}",
        "{title}（{members}）合计最高 {cap}",
    ),
    "policy_events": ("FACTS A CASE MAY STATE", "【案例可写明的事实】"),
    "amount_rate": ("{rate} of \"{base}\"", "“{base}”的 {rate}"),
    "amount_cap_enterprise": (", at most {cap} per enterprise", "，每家企业最高 {cap}"),
    "amount_cap_year": (", at most {cap} per calendar year", "，每年最高 {cap}"),
    "amount_cap_event": (", at most {cap} per event", "，每次最高 {cap}"),
    "amount_unknown": ("unknown: {reason}", "不明：{reason}"),
    "condition_flag": ("needs: \"{flag}\"", "条件：“{flag}”"),
    "condition_seasoning": (
        "needs: {years} after \"{event}\", tested on \"{tested}\" ({counting})",
        "条件：“{event}”{years}，以“{tested}”为准（{counting}）",
    ),
    "or": ("\" or \"", "”或“"),
    # clauses
    "clause": ("{item} ({title}): {text}", "{item}（《{title}》）：{text}"),
    "units": (" Lead: {lead}; with: {supporting}.", "牵头单位：{lead}；配合单位：{supporting}。"),
}  # fmt: skip


def say(lang: Lang, key: str, **values: object) -> str:
    """A phrase with its values filled in."""
    english, chinese = PHRASES[key]
    return (english if lang == "en" else chinese).format(**values)
