"""Findings about a policy: what contradicts itself, and what somebody should look at."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "bands_apart": (
        "nothing is given between {one}, which ends at {end}, and {other}, which begins at "
        "{start}; let them meet, or write a band with fixed = 0 between them",
        "{one} 止于{end}，{other} 始于{start}，其间不予奖励；请使两档衔接，或在其间另写一档 "
        "fixed = 0",
    ),
    "bands_overlap": (
        "{one} and {other} both hold numbers from {start} on, so that two amounts would be right; "
        "correct a bound",
        "{one} 与 {other} 自{start}起重叠，会得出两个金额；请更正界限",
    ),
    "number_in_no_band": (
        "exactly {number} lies in no band, since {one} is below it and {other} is over it; write "
        "at_most in the one or at_least in the other",
        "恰为{number}的不属于任何一档：{one} 不满此数，{other} 超过此数；请将前者改为 at_most "
        "或将后者改为 at_least",
    ),
    "number_in_two_bands": (
        "exactly {number} lies in two bands, {one} and {other}, since both bounds "
        "include it (Civil Code article 1259); decide for one of them, write below or over in the "
        "other, and mark this reading as assumed",
        "恰为{number}的同属 {one} 与 {other} 两档，因“以上”“以下”均包括本数（民法典第1259条）；"
        "请确定归入其中一档，另一档改写 below 或 over，并将此理解标为 assumed",
    ),
    "floor_above_cap": (
        "the amount is at least {floor} and yet at most {cap}; correct one of the two",
        "金额不低于{floor}，却又不超过{cap}；请更正其一",
    ),
    "nothing_is_counted": (
        "{given} has no effect without per; name the event or figure that is counted, or take it "
        "out",
        "没有 per 时 {given} 不起作用；请写明按何事项或指标计数，或删去此项",
    ),
    "instead_of_the_same": (
        "this {given} holds without the condition too; write the one that holds under it, or "
        "leave it out",
        "此处的 {given} 与不符合条件时相同；请写符合条件时的数，或删去此项",
    ),
    "unknown_cap_in_words": (
        "the cap is said not to be given, and the clause gives {cap}; write that as cap, or quote "
        "the clause without it where it is another amount's",
        "上限写作未列明（unknown），条款原文却列有{cap}；请将其写为 cap，属于其他金额的请另引条款",
    ),
    "later_rules_in_words": (
        "the clause says {given}, and whether a higher level has such rules is not known here; "
        "write a notice of your own (notices) with these words, so that every answer says it",
        "条款写有{given}，而上级是否另有规定，此处不明；请以此原文写一项 notices，"
        "使每份答案均予提示",
    ),
    "budget_in_words": (
        "the clause says {given}, and no yearly budget is written; write one under budgets, with "
        "its awards, its amount of each year and what follows when it is used up",
        "条款写有{given}，而文件未写年度预算；请在 budgets 下写明奖励项目、各年度预算总额和"
        "不足时的处理",
    ),
    "year_without_budget": (
        "the budget of {years} is not given, and what falls to claims of that time is unknown; "
        "write it under years",
        "未写明 {years} 年度的预算总额，该期间可用额度不明；请在 years 中写明",
    ),
    "every_year_in_words": (
        "the clause says {given}, and each award under it is given once; where one is earned anew "
        'every year, write every_year.times = 3 and every_year.runs_from = "event", where one '
        "amount is paid in parts, paid_in",
        "条款写有{given}，而其下各项奖励均只给予一次；每年重新给予的，请写 "
        'every_year.times = 3 和 every_year.runs_from = "event"；一笔金额分期兑付的，请写 paid_in',
    ),
    "in_words_only": (
        "{item} says {given}, and nothing in this document carries it out; write {form}",
        "{item}写有 {given}，本文件却没有相应的内容；请写 {form}",
    ),
    "words_say_otherwise": (
        "the clause says {given}, which is {form}, and here stands {stands}; correct the one that "
        "is wrong",
        "条款写有 {given}，应为 {form}，此处为 {stands}；请更正其一",
    ),
    "working_days": (
        "the clause counts working days ({given}), and within_days counts every day; write the "
        "last day itself with last, or a flag that says whether it was in time",
        "条款按工作日计算（{given}），within_days 则计入每一日；请用 last 写明截止日，"
        "或写一个 flag 说明是否按期",
    ),
    "moving_in_alone": (
        "the clause says {given}, and {event} alone earns it here, whether or not the enterprise "
        "is listed; need a condition that says that it is, such as one with happened = the listing "
        'and tested_on = "event"',
        "条款写的是{given}，此处只凭{event}即可取得，不论是否上市；请在 needs 中写明已上市的条件，"
        '如 happened = 上市事项、tested_on = "event"',
    ),
    "moved_in_first": (
        "the clause says {given}, and here an enterprise earns it, too, that moves in first and is "
        'listed later; write earned_by = "{kind}", and a condition with happened = "{listed}" '
        'and tested_on = "event"',
        "条款写的是{given}，此处先迁入、后上市的企业也可取得；请写 "
        'earned_by = "{kind}"，并在 needs 中写明条件：happened = "{listed}"、tested_on = "event"',
    ),
    "parts_in_the_words": (
        "the clause gives each part its own rate ({given}), and a band gives its rate of the "
        "whole; write an award for each part, such as {form}",
        "条款按各部分分别适用比例（{given}），而分档的 rate 适用于全部基数；"
        "请为每一部分各写一个奖励项目，例如 {form}",
    ),
    "counted_from_zero": (
        "the clause counts what is above a number ({given}), and here {figure} counts from 0; "
        "declare a figure for what is above it, with a label that says so, and name it in per",
        "条款只就超过某数的部分计数（{given}），此处却自0起计{figure}；请另设一项指标，"
        "名称写明为超过该数的部分，并在 per 中引用",
    ),
    "cap_of_each_year": (
        "the clause gives {cap} for each year ({given}), and this cap holds for all years "
        "together; write for each year a kind of event, an award and a group with this cap",
        "条款规定的是每年上限{cap}（{given}），此处却是各年合计的上限；请按年度分别声明事项、"
        "写奖励项目，并各归入以此为上限的组",
    ),
    "dated_by_another": (
        "these values go by the day of {earning}, and the clause dates {event}; write an award for "
        "each value, with a condition that has happened with first or last",
        "此处各金额以{earning}之日为准，条款所写日期却属{event}；请为各金额分别写奖励项目，"
        "并各以写有 first 或 last 的 happened 条件区分",
    ),
    "places_of_all_years": (
        "the clause counts places year by year ({given}), and this place is counted among all who "
        "earn the award under the policy; write an award, a figure and a condition of the place "
        "for each year",
        "条款按年度排名（{given}），此名次却在政策期间内的全部企业中排列；"
        "请为每一年度各写奖励项目、名次指标和条件",
    ),
    "one_application": (
        "the award adds up several years or times, and {given} tests one day of application for "
        "all of them; declare an event and an award for each year, or for each time",
        "此项合计多个年度或多次的金额，{given} 却以同一个申请日期检验；"
        "请按年度（或按次）分别声明事项、各写一个奖励项目",
    ),
    "calendar_year_in_words": (
        "the clause speaks of a calendar year ({given}), and this time runs from the day itself; "
        'if it runs from 1 January to 31 December, write runs_from = "year" (that of the event) or '
        'runs_from = "next_year"',
        "条款原文按公历年度表述（{given}），此处自当日起算；如应自1月1日起至12月31日止，请写 "
        'runs_from = "year"（当年）或 runs_from = "next_year"（次年）',
    ),
    "never_applied_in_time": (
        "the last day to apply, {last}, is before the policy's first day, {first}, when nothing "
        "was earned yet; correct a day",
        "申请截止日 {last} 早于政策首日 {first}，其时尚无奖励可申请；请更正日期",
    ),
    "counted_nothing": (
        "counted says which amounts of an event count, and no event is read here; take it out",
        "counted 用于写明事项金额的计入范围，此处并未用到事项金额；请删去此项",
    ),
    "share_of_what": (
        "{figure} is no figure in percent, so it is a share of nothing; name the whole with of, or "
        'declare the figure with unit = "percent"',
        "{figure}不是以百分比为单位的指标，无从得出比例；请用 of 写明分母，或将该指标声明为 "
        'unit = "percent"',
    ),
    "scaled_over_several": (
        "the amount is computed for each event or year, and the share for all of them together, so "
        "that no amount is right; leave out applied_per or cap_per, or declare the events as kinds "
        "and awards of their own",
        "金额按每次或每年计算，而比例按全部合计计算，得不出正确的金额；请删去 applied_per "
        "或 cap_per，或将各次分别声明为事项和奖励项目",
    ),
    "band_from_nothing": (
        "the lowest band has no lower bound, so it is given also where {figure} comes to {zero}; "
        "write over = 0 where nothing is then due, or at_least = 0 where it is",
        "最低一档没有下限，{figure}合计为{zero}时也给予该档金额；此时不应给予的请写 over = 0，"
        "确应给予的请写 at_least = 0",
    ),
    "less_of_both": (
        "{award} and {replaced}, which it replaces, are both subtracted here: what was paid for "
        "{replaced} before is then taken off twice; keep in less only what can be due together, "
        "and compute such a case by hand",
        "此处同时扣除{award}及其所替代的{replaced}，此前就{replaced}已付的金额会被扣减两次；"
        "less 只写可以同时享受的项目，并请手工核对此类案例",
    ),
    "parts_beyond_an_award": (
        "the sums for others come to {given}, more than the {whole} of the award; they are cut to "
        "it, and the enterprise keeps nothing",
        "奖励他人的定额合计{given}，超过该项奖励的{whole}；将以奖励金额为限，企业不留存",
    ),
    "replaced_by_nothing": (
        "this amount may come to 0, and {replaced} is replaced even then; where the higher of them "
        "is meant, write best_of in place of replaces",
        "此金额可能为0，而{replaced}此时仍被替代；如应取其高者，请将 replaces 改写为 best_of",
    ),
    "value_too_early": (
        "the value from {since} on is never used, since the next one begins no later than the "
        "policy's first day, {first}; correct a day, or take the value out",
        "自 {since} 起的金额永不适用，因下一金额不晚于政策起始日 {first} 起算；请更正日期，"
        "或删去此值",
    ),
    "absent_for_ever": (
        "by the condition {condition} {event} must never happen, although the undertaking "
        "{repayment} ends after some time: later, the award would still be lost; take the "
        "condition out, or write one for that time, as not_met of one with happened, after and "
        "within_years",
        "条件 {condition} 要求{event}始终不发生，而承诺 {repayment} 有期限："
        "期满之后发生的仍会失去奖励；"
        "请删去该条件，或就该期限另写条件"
        "（以 not_met 引用写有 happened、after、within_years 的条件）",
    ),
    "repayments_of_old": (
        "this changes no amount, so that an award stays payable after {name} is broken; write "
        '{form} in place of event and share, or before_payment = "reported" where the document '
        "does not say that what is not yet paid is lost",
        "此写法不影响任何金额，违反 {name} 之后奖励仍列为应付；请将 event、share 改写为 {form}；"
        '文件未规定未拨付部分不再拨付的，写 before_payment = "reported"',
    ),
    "later_by_best_of": (
        "the awards of this choice say by two conditions that one is earned on the later of two "
        "days; write one award, {award}, with earned_by.all_of = {events}",
        "此择优以两个条件表达“以两个日期中较晚者为准”；请合写为一个奖励项目（{award}），"
        "并写 earned_by.all_of = {events}",
    ),
    "never_met_together": (
        "the conditions {demands} can never be met together, so nobody can be given this; correct "
        "one of them",
        "条件 {demands} 不可能同时符合，因而无人能获得此项；请更正其一",
    ),
    "beyond_the_figure": (
        "the condition {condition} asks for {bound}, and {figure} is never more than {limit}; "
        "write a percentage with its sign, such as 8%, or correct the bound",
        "条件 {condition} 要求达到{bound}，而{figure}不可能超过{limit}；百分比请连同百分号书写"
        "（如 8%），或更正界限",
    ),
    "needed_and_absent": (
        "{event} must have happened, and by the condition {condition} must not have, so nobody "
        "can be given this; correct the one or the other",
        "{event}须已发生，而条件 {condition} 又要求其未发生，因而无人能获得此项；请更正其一",
    ),
    "never_in_time": (
        "the condition {condition} asks for {event} on days ({asked}) that are none of the "
        "policy's ({in_force}), so nobody can be given this; correct the days",
        "条件 {condition} 要求{event}发生的日期（{asked}）不在政策有效期（{in_force}）内，"
        "因而无人能获得此项；请更正日期",
    ),
    "nothing_ever_given": (
        "none of the dated values gives anything on the policy's days ({in_force}); correct the "
        "days, or take the award out",
        "在政策有效期（{in_force}）内，各项按日期的金额均不给予任何奖励；请更正日期，或删去该奖励项目",
    ),
    "events_in_a_circle": (
        "these events must each come after the other: {given}; take one of them out of after",
        "下列事项互为先后，形成循环：{given}；请从 after 中删去其一",
    ),
    "less_and_replaces": (
        "{award} is subtracted here and also replaced by this award, so that what was paid for it "
        "would be taken off twice; keep less or replaces",
        "此处扣除{award}，而本项又替代它，已付金额会被扣减两次；请只保留 less 或 replaces",
    ),
    "best_of_and_replaces": (
        "{award} replaces {replaced} even where it is the lower, although the higher of them is "
        "to be given; keep replaces or best_of, whichever the document says",
        "{award}即使金额较低也会替代{replaced}，而此处又规定取其高者；请按文件只保留 replaces "
        "或 best_of",
    ),
    "replaces_in_a_chain": (
        "{last} is given besides this award where {middle}, which replaces it, is not due; if this "
        "award is to replace it as well, name it here",
        "未达到{middle}（其替代{last}）时，{last}会与本项同时给予；如本项也替代它，请在此写明",
    ),
    "issued_after_published": (
        "the document bears the day {issued}, after the day it was posted, {published}; correct "
        "one of the two",
        "成文日期 {issued} 晚于发布日期 {published}；请更正其一",
    ),
    "reaches_back": (
        "the policy begins on {first}, before the day on the document, {issued}; check that the "
        "document says that it reaches back",
        "政策自 {first} 起执行，早于成文日期 {issued}；请核对文件是否写明溯及既往",
    ),
    "nothing_at_first": (
        "nothing is given for what happens from {first}, the policy's first day, to {eve}; check "
        "that the document means this, or write the value that held before",
        "自政策起始日 {first} 至 {eve} 发生的不予奖励；请核对文件是否如此规定，或补写此前的金额",
    ),
    "not_in_the_words": (
        "{number} does not stand in the words of {item}; correct it, name the clause that gives "
        "it, or complete the clause's words",
        "{item}的文字中没有 {number}；请更正该数，或写明给出该数的条款，或补全条款原文",
    ),
    "left_out_of_the_words": (
        "{item} says {number}, which stands nowhere among the numbers of this document; check "
        "that no award, band, cap or condition is missing",
        "{item}写有 {number}，本文件的数值中却没有；请核对是否漏写奖励项目、分档、上限或条件",
    ),
    "ceiling_in_full": (
        "the clause gives {number} as a ceiling (at most so much), and the award gives it in full; "
        "where the amount is decided case by case, write upto = true",
        "条款以“最高”或“不超过”表述 {number}，本项目却按全额给予；逐案核定的，请写 upto = true",
    ),
    "no_part_in_the_words": (
        "only the part above this number counts, and the clause speaks of no part; where the "
        "whole counts from this number on, write a band with at_least",
        "此处只计超过该数的部分，条款却没有“部分”一类的表述；达到该数即按全额计算的，"
        "请写成带 at_least 的分档",
    ),
    "tiers_all_given": (
        "{award} and {other} are both given where {figure} is {bound} or more; where the higher "
        "tier takes the place of the lower, write replaces",
        "{figure} 达到 {bound} 时，{award}和{other}同时给予；高档取代低档的，请写 replaces",
    ),
    "sums_all_given": (
        "{award} and {other} are both given for one event, and the words of {item} do not say "
        "that one comes besides the other; where one takes the place of the other, write "
        "replaces, best_of, or conditions that exclude each other",
        "{award}和{other}因同一事项同时给予，而{item}没有“再”“另”一类的表述；"
        "二者只取其一的，请写 replaces、best_of，或互相排斥的条件",
    ),
    "years_at_once": (
        "{award} and {other} both begin with the first year; where the one follows the other, "
        "write an award for each of the later years, with a condition that the "
        "years before are over (seasoning)",
        "{award} 与 {other} 均自第一年起给予；先后相接的（前两年、后三年），请为其后各年分别写"
        "奖励项目，并各以此前年度已满的条件（seasoning）区分",
    ),
    "one_day_for_all": (
        "{event} may happen several times, and the earliest day decides the value for all of them; "
        "where each has its own, declare a kind of event and an award for each value",
        "“{event}”可以多次发生，而以最早一次的日期决定全部金额；各次分别适用的，请按金额分别声明事项和项目",
    ),
    "cap_before_increase": (
        "the cap comes before this increase, which may go beyond it; where nothing may, put the "
        "award into a group with that cap",
        "上限先于加成，加成后可能超过上限；不得超过的，请将本项目放进一个以此为上限的组",
    ),
    "all_events_count": (
        "one {event} in time is enough for this condition, and the amounts of all of them count; "
        "where only those in time do, declare them as a kind of event of their own",
        "只要有一次“{event}”符合期限即符合条件，而各次金额全部计入；只计期限内的，请另行声明事项",
    ),
    "value_too_late": (
        "the value from {since} on is never used, since the policy ends on {last}; correct the "
        "day, or take the value out",
        "政策止于 {last}，自 {since} 起的金额永不适用；请更正日期，或删去此值",
    ),
    "law_not_asked": (
        "nothing says whether {law} concerns {awards}, so it is shown with each of them; write "
        "{key} = true or {key} = false for each",
        "未写明{law}是否涉及{awards}，因此逐项提示该法规；请在各项中写明 "
        "{key} = true 或 {key} = false",
    ),
    "never_confirmed": (
        "nobody has signed that the numbers still hold; check them against the document and write "
        "confirmed.on and confirmed.by",
        "尚无人签署确认各项数字仍然有效；请对照文件核对，并填写 confirmed.on 与 confirmed.by",
    ),
    "confirmed_long_ago": (
        "nobody has signed since {on} that the numbers still hold, which on {day} is more than "
        "a year ago; check them against the document and write confirmed.on and confirmed.by anew",
        "自 {on} 起至 {day} 已逾一年，无人再签署确认各项数字仍然有效；请对照文件核对，"
        "并重新填写 confirmed.on 与 confirmed.by",
    ),
    "relation_not_said": (
        "clause {item} speaks of other documents ({words}), and nothing under beside rests on it; "
        "write [beside.<policy id>] or [beside.any] with its how or cap",
        "{item}写有“{words}”，涉及其他文件，但 beside 下没有依据该条款的内容；请写 "
        "[beside.政策编号] 或 [beside.any]，并写明 how 或 cap",
    ),
    "adds_up_against_the_words": (
        "it says that both are given, while its clause {item} says {words}",
        "此处写为累加，而依据的{item}写有“{words}”",
    ),
    "higher_against_the_words": (
        "it says that only the higher is given, while its clause {item} says {words}: who has the "
        'other\'s has none of these, also where these are higher; write how = "other_only" if so',
        "此处写为就高不重复享受，而依据的{item}写有“{words}”：已获对方奖励的，本文件即使金额较高也不再"
        '给予；若是如此，请写 how = "other_only"',
    ),
    "cap_below_an_award": (
        "the common cap is at most {cap}, less than what {award} alone can give, {most}; check "
        "both numbers",
        "合并上限最高为{cap}，低于{award}一项可给予的{most}；请核对这两个数字",
    ),
    "cap_above_the_sum": (
        "the common cap {cap} is higher than what its awards can add up to, {most}; check whether "
        "an award is missing or a number is wrong",
        "合并上限{cap}高于各项奖励合计可达到的{most}；请核对是否遗漏奖励项目或数字有误",
    ),
    "unused_fact": (
        "no rule reads {fact}; name it in a rule, write record_only = true if it is only for "
        "people, or take it out",
        "没有规则引用{fact}；请在规则中引用，仅供人查阅的请写 record_only = true，或删去此项",
    ),
    "unused_clause": (
        "nothing rests on the clause {named}; name it where it is the basis, put its words into "
        "the clause that they change, or take it out if nothing of it bears on an amount",
        "没有任何内容以条款{named}为依据；请在相应之处写明，属于补充其他条款的请并入该条款，"
        "与金额均无关的可删去",
    ),
    "unused_part": (
        "nothing uses {given}; name it where it applies, such as under {key} of an award, or take "
        "it out",
        "没有任何内容使用 {given}；请在适用之处写明（如奖励项目的 {key}），或删去此项",
    ),
}  # fmt: skip
