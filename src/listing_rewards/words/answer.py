"""What an answer says: its head, its lines, what is needed, the laws, remarks."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    # the head
    "answer.who": ("Enterprise: {name}", "企业：{name}"),
    "answer.uscc": ("credit code {value}", "统一社会信用代码 {value}"),
    "answer.county": ("registered in {value}", "注册地 {value}"),
    "answer.under": ("Policy: {title} ({id}), {issuer}", "政策：《{title}》（{id}），{issuer}"),
    "answer.as_of": ("As of: {day}", "截至：{day}"),
    "answer.payable": ("PAYABLE: {amount}", "应付金额：{amount}"),
    "answer.payable_open": (
        'PAYABLE: {amount}; not determined, see "What would settle it"',
        "应付金额：{amount}；尚未确定，见“需要补充的事实”",
    ),
    "answer.not_exact": (
        "The range holds whatever the missing facts turn out to be; it may be wider than that.",
        "该范围包含缺失事实的一切可能，实际可能更窄。",
    ),
    "answer.withheld": (
        "WITHHELD: {amount}, until the laws below have been reviewed",
        "暂缓发放：{amount}，待按下列法律法规审核后再定",
    ),
    "answer.totals": (
        "Entitled {entitled}; paid before {paid}; overpaid {overpaid}",
        "核定金额 {entitled}；已付 {paid}；超付 {overpaid}",
    ),
    "answer.status": {
        "granted": ("granted", "给予"),
        "no_room": ("no room under the cap", "上限已用完"),
        "replaced": ("another award instead", "由其他项目替代"),
        "refused": ("conditions not met", "不符合条件"),
        "not_reached": ("not reached", "未达到"),
        "open": ("not determined", "尚未确定"),
    },
    "answer.not_set_off": (
        "What was overpaid for one award is not set off against another; it only leaves less room "
        "under a common cap.",
        "某一项目的超付不抵减其他项目，只减少合并上限的余额。",
    ),
    # sections
    "answer.assumed_head": (
        "ASSUMED - these numbers and readings are not given by the source:",
        "【假定】以下数字或理解并非原文所列：",
    ),
    "answer.applies_head": ("WHAT APPLIES, OR MAY APPLY", "【适用或可能适用的奖励】"),
    "answer.not_head": ("WHAT DOES NOT APPLY, AND WHY", "【不适用的奖励及原因】"),
    "answer.sources_head": ("CLAUSES", "【依据条款】"),
    "answer.made_by": (
        "Computed by listing_rewards {version}.",
        "由 listing_rewards {version} 计算。",
    ),
    # lines
    "answer.line": ("{title}: payable {payable}", "{title}：应付 {payable}"),
    "answer.line_withheld": ("; withheld {withheld}", "；暂缓发放 {withheld}"),
    "answer.line_not": ("{title}: {why}", "{title}：{why}"),
    "answer.line_paid": (
        "{paid} was paid for it, {overpaid} of that beyond what is entitled.",
        "已付 {paid}，其中超付 {overpaid}。",
    ),
    "answer.line_paid_more": (
        "{overpaid} was paid beyond what is entitled, for it or what it replaces.",
        "超付 {overpaid}（含被替代项目的已付）。",
    ),
    "answer.recipient": ("paid to: {recipient}", "受奖对象：{recipient}"),
    "answer.instalment": (
        "part {n} ({share}), {amount}: {due}",
        "第{n}期（{share}）{amount}：{due}",
    ),
    "answer.instalment_due": ("due since {day}", "自 {day} 起已到期"),
    "answer.instalment_due_later": ("due from {day} on, not yet", "自 {day} 起到期，现未到期"),
    "answer.instalment_due_after": (
        "due {when}, which has not happened",
        "{when}到期，该事项尚未发生",
    ),
    "answer.instalment_due_open": (
        "due {when}; it is not stated whether that happened",
        "{when}到期，案例未写明该事项是否发生",
    ),
    "answer.of_which": ("of which for {recipient}: {amount}", "其中奖励{recipient}：{amount}"),
    "answer.share_line": ("borne by {level}, {share}: {amount}", "{level}承担 {share}：{amount}"),
    "answer.group_head": (
        "{title}, together: entitled {entitled}, cap {cap}; paid {paid}; payable {payable}"
        "{withheld}{source}",
        "{title}合计：核定 {entitled}，上限 {cap}；已付 {paid}；应付 {payable}{withheld}{source}",
    ),
    # why not
    "answer.no_amount_why": ("its amount is nothing", "其金额为零"),
    "answer.no_room_why": (
        "the common cap of {cap} is already filled by the earlier awards",
        "合并上限 {cap} 已由在先的奖励用完",
    ),
    "answer.replaced_why": ("{names} is given instead", "由{names}替代"),
    "answer.outdone_why": (
        "only the highest of these awards is given, and that is {names}",
        "同类奖励就高不就低，已按{names}给予",
    ),
    "answer.counts_for": (
        "; the {paid} paid for it counts as paid for what is given instead",
        "；就其已付的 {paid} 计入替代项目的已付金额",
    ),
    "answer.truth": {
        "met": ("met", "符合"),
        "not_met": ("not met", "不符合"),
        "unknown": ("not known", "不明"),
    },
    "answer.part": {
        # parts of a policy that are assumed
        "in_force": ("the policy's days", "政策期间"),
        "rounding": ("rounding", "取整"),
        "conditions": ("the condition ({content})", "条件（{content}）"),
        "best_of": ("the choice of the highest of {names}", "{names}就高不就低"),
        "instalments": ("the parts in which {names} is paid", "{names}的分期支付"),
        "shares": ("the sharing of {names} between levels of government", "{names}的分级承担"),
        "dated": ("{award} from {day} on", "{award}（{day} 起）"),
    },
    # clauses
    "answer.clause": ("{item} ({title}): {text}", "{item}（《{title}》）：{text}"),
    "answer.reading": (" Also read in {item}: {text}", "另见{item}：{text}"),
    "answer.units": (
        " Lead: {lead}; with: {supporting}.",
        "牵头单位：{lead}；配合单位：{supporting}。",
    ),
    "answer.not_seen": ("Not seen of the document: {text}", "文件中未见到的内容：{text}"),
    # needs
    "answer.needs_head": ("WHAT WOULD SETTLE IT", "【需要补充的事实】"),
    "answer.need": {
        "event": ('the day of "{name}"', "“{name}”的日期"),
        "event_amount": ('the amount of "{name}" on {day}', "{day}“{name}”的金额"),
        "figure": ('the figure "{name}"', "“{name}”的数值"),
        "flag": ('whether "{name}"', "是否“{name}”"),
        "attribute": ('what "{name}" is', "“{name}”属于哪一类"),
        "application": ('the day on which "{name}" was applied for', "“{name}”的申请日期"),
        "approved": ('the amount approved for "{name}"', "“{name}”经主管部门核定的金额"),
        "award_amount": (
            'the amount of "{name}", which the policy does not give',
            "“{name}”的金额（政策未列明）",
        ),
        "award_cap": (
            'the cap of "{name}", which the policy has and does not give',
            "“{name}”的上限（政策设有上限而未列明）",
        ),
        "group_cap": (
            'the common cap of "{name}", which the policy has and does not give',
            "“{name}”的合并上限（政策设有上限而未列明）",
        ),
        "band": (
            'which of the bands of "{name}" applies, since more than one holds the base',
            "“{name}”适用哪一档（计算基数同时落入数档）",
        ),
    },
    "answer.need_answers": (". Payable in all, by the answer - {given}", "。应付合计：{given}"),
    "answer.need_gives": ("{answer}: {amount}", "{answer}：{amount}"),
    "answer.need_if": {
        "yes": ("yes", "是"),
        "no": ("no", "否"),
        "happened": ("happened", "已发生"),
        "did_not_happen": ("did not happen", "未发生"),
    },
    "answer.need_or": (' (or of "{name}")', "（或“{name}”的日期）"),
    "answer.need_for": ("{fact} - bears on: {awards}", "{fact}——关系到：{awards}"),
    # what could be called back
    "answer.exposures_head": (
        "UNDERTAKINGS, and what could be called back - an exposure, not money owed",
        "【承诺及可能退还的奖励】仅列示敞口，并非应退金额",
    ),
    "answer.exposure": ("{title} ({award}): {what}{source}", "{title}（{award}）：{what}{source}"),
    "answer.exposure_now": {
        "met": (
            '"{event}" happened on {day}, {time}: {amount} could be called back',
            "“{event}”发生于 {day}，{time}：可能退还 {amount}",
        ),
        "unpaid": (
            '"{event}" happened on {day}, {time}: broken; nothing was paid yet',
            "“{event}”发生于 {day}，{time}：已违反；尚未拨付",
        ),
        "not_met": (
            'nothing now; {most} if "{event}" happens {time}',
            "目前无敞口；如“{event}”{time}发生，可能退还 {most}",
        ),
        "over": (
            '"{event}" did not happen {time}: nothing any more',
            "“{event}”{time}未发生：不再有敞口",
        ),
        "unknown": (
            'it is not known whether "{event}" happened {time}: {amount} could be called back',
            "“{event}”是否{time}发生不明：可能退还 {amount}",
        ),
    },
    "answer.exposure_unless": {
        "met": (
            '"{event}" did not happen by {until}: {amount} could be called back',
            "“{event}”至 {until} 未发生：可能退还 {amount}",
        ),
        "unpaid": (
            '"{event}" did not happen by {until}: broken; nothing was paid yet',
            "“{event}”至 {until} 未发生：已违反；尚未拨付",
        ),
        "not_met": (
            'nothing now; {most} if "{event}" has not happened by {until}',
            "目前无敞口；如“{event}”至 {until} 仍未发生，可能退还 {most}",
        ),
        "over": (
            '"{event}" happened in time, by {until}: nothing any more',
            "“{event}”已在 {until} 前（含当日）发生：不再有敞口",
        ),
        "unknown": (
            'it is not known whether "{event}" happened by {until}: {amount} could be called back',
            "“{event}”是否在 {until} 前（含当日）发生不明：可能退还 {amount}",
        ),
    },
    "answer.exposure_end_unknown": (
        "the end of its time, which is not known",
        "期限届满之日（不明）",
    ),
    "answer.exposure_binding": (
        "; what is not yet paid of it is not payable",
        "；未拨付部分不再拨付",
    ),
    "answer.exposure_reported": (
        "; the document does not say that what is not yet paid is lost",
        "；文件未规定未拨付部分不再拨付",
    ),
    "answer.exposure_time": ("between {since} and {until}", "在 {since} 至 {until} 期间内"),
    "answer.exposure_time_open": ("on or after {since}", "在 {since} 当日或之后"),
    "answer.exposure_time_unknown": (
        "within its time, of which the start is not known",
        "在期限（起算日不明）内",
    ),
    # laws
    "answer.notices_head": ("LAWS TO REVIEW BEFORE PAYING", "【合规提示：发放前请审核】"),
    "answer.notice": (
        "{law}, in force since {since}, bears on: {awards}. {text}",
        "{law}（{since}起施行）关系到：{awards}。{text}",
    ),
    "answer.notice_withhold": (
        "Until it has been reviewed, payment is withheld.",
        "审核前暂缓发放。",
    ),
    "answer.remark": {
        "notice_at_payment": (
            "{law}, in force since {day}: a payment made from then on falls under it, although the "
            "event was earlier. Awards: {awards}.",
            "{law}自 {day} 起施行：其后就{awards}付款的，即使事项发生在前，也应按其审核。",
        ),
        "event_later": (
            '"{event}" on {day} is after the as-of date and does not count yet.',
            "“{event}”（{day}）晚于截至日，尚不计入。",
        ),
        "payment_later": (
            'The payment of {amount} for "{award}" on {day} is after the as-of date and does '
            "not count yet.",
            "{day} 就“{award}”支付的 {amount} 晚于截至日，尚不计入。",
        ),
        "payment_elsewhere": (
            'The payment of {amount} for "{award}" on {day} was made under {policy}, which this '
            "policy does not count.",
            "{day} 就“{award}”支付的 {amount} 系依据 {policy}，本政策不计入。",
        ),
        "payment_returned": (
            '{amount} paid for "{award}" came back on {day}.',
            "就“{award}”支付的款项于 {day} 退回 {amount}。",
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
        "application_not_stated": (
            'The day on which "{award}" was applied for is not stated; what is tested on it is '
            "tested as if it was {day}, the last day possible.",
            "案例未写明“{award}”的申请日期；以申请之日检验的条件，按最晚可能的日期（{day}）检验。",
        ),
        "application_later": (
            'The application for "{award}" on {day} is after the as-of date and does not count '
            "yet.",
            "“{award}”的申请（{day}）晚于截至日，尚不计入。",
        ),
        "amount_too_early": (
            '{what} does not count for "{award}": it is before the policy\'s first day, {first}.',
            "{what}不计入“{award}”：早于政策首日（{first}）。",
        ),
        "amount_too_late": (
            '{what} does not count for "{award}": it is after the policy\'s last day, {last}.',
            "{what}不计入“{award}”：晚于政策末日（{last}）。",
        ),
        "amount_outside": (
            '{what} does not count for "{award}": it is outside the time allowed around "{other}".',
            "{what}不计入“{award}”：不在“{other}”前后规定的时间内。",
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
        "policy_ended": (
            "The policy's days ended on {day}; what happens later earns nothing under it.",
            "政策期间已于 {day} 结束；其后发生的事项不再奖励。",
        ),
        "policy_not_begun": (
            "The policy's days begin on {day}; nothing can be earned before.",
            "政策期间自 {day} 开始；此前不产生奖励。",
        ),
    },
    # evidence
    "answer.evidence_head": ("EVIDENCE, AS THE CASE NAMES IT", "【案例所列佐证材料】"),
    "answer.evidence": ("{fact}: {evidence}", "{fact}：{evidence}"),
    "answer.evidence_on": ("{fact}, {day}", "{day} {fact}"),
    "answer.evidence_absent": ("not happened: {event}", "未发生：{event}"),
    # remarks
    "answer.amount_of": ('"{event}" of {day}, {amount},', "“{event}”（{day}，{amount}）"),
    "answer.event_of": ('"{event}" of {day}', "“{event}”（{day}）"),
    "answer.remarks_head": ("TO NOTE", "【说明】"),
    "answer.remark_not_due_yet_open": (
        'A part of "{award}", {amount}, waits for an event that has not happened or is not stated.',
        "“{award}”的一期 {amount} 须待有关事项发生后到期，该事项尚未发生或未写明。",
    ),
    "answer.amount_open": ("of an amount that is not determined", "（金额尚未确定）"),
    "answer.remark_policy_repealed": (
        "It was repealed from {since} on ({by}).",
        "该文件自 {since} 起废止（{by}）。",
    ),
}
