"""Faults of a policy document: what cannot be read, or not be carried out."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "unknown_policy": (
        "there is no policy {given}; name a shipped one, or the path of a .toml file",
        "没有政策 {given}；请写内置政策的编号，或 .toml 文件的路径",
    ),
    "bad_toml": (
        "this is not a TOML document: {detail}",
        "这不是 TOML 文件：{detail}",
    ),
    "extends_itself": (
        "the chain of extends comes back to {given}",
        "extends 形成循环，回到了 {given}",
    ),
    "unknown_construct": (
        "{given} names no construct; write one of the accepted keys",
        "{given} 不是已知的写法；请使用可用的键之一",
    ),
    "two_amounts": (
        "{given} exclude each other in one amount; keep one. A share with a ceiling is rate with "
        "cap; sums that are added are awards of their own",
        "同一金额中 {given} 不能并用，请只保留其一；按比例而有最高额的写 rate 和 cap，"
        "应相加的请分列奖励项目",
    ),
    "two_conditions": (
        "{given} exclude each other in one condition; write a condition for each, and name both "
        "where both are needed",
        "同一条件中 {given} 不能并用；请各写一个条件，须同时符合的在 needs 中一并写明",
    ),
    "not_a_condition": (
        "{given} is declared under {table} and is no condition; write a condition on it, such as "
        '[conditions.{name}] with {key} = "{name}" and a clause',
        "{given} 声明在 {table} 中，不是条件；请就其另写条件，如 [conditions.{name}]，"
        "内写 {key} = \"{name}\" 和依据条款",
    ),
    "declared_elsewhere": (
        "{given} is declared under {other}; here a name declared under {table} is accepted",
        "{given} 声明在 {other} 中；此处须写在 {table} 中声明的名称",
    ),
    "shares_by_case": (
        "levels bear their shares in one way here, and {given} is not read; where they depend on "
        "the enterprise, declare shares for each way, and write an award for each, with needs that "
        "exclude each other and its own borne_by",
        "每种分担方式的比例是固定的，不能写 {given}；比例因企业而异的，请分别声明各种分担方式，"
        "各写一个奖励项目，以互斥的 needs 区分，各写 borne_by",
    ),
    "ceiling_in_words": (
        "{given} is a ceiling, and a ceiling is written as what it limits: cap beside a rate or in "
        "a group; or fixed, with upto = true, where each amount is approved case by case",
        "{given} 是上限；按比例计算的最高额和合并上限写 cap，"
        "由主管部门逐案核定的写 fixed 和 upto = true",
    ),
    "amount_in_words": (
        "{given} is in Chinese numerals; write digits with the unit, such as 50万元",
        "{given} 是汉字数字；请写阿拉伯数字和单位，如 50万元",
    ),
    "rate_in_words": (
        "{given} is a share in words; write it with its sign, such as 2% or 2‰",
        "{given} 是文字表述的比例；请写成带符号的数：百分之二写作 2%，千分之二写作 2‰",
    ),
    "earned_by_several": (
        "{given} are several events, and a list does not say whether all must have happened; "
        "where all must, write earned_by.all_of = […], earned on the later day; "
        "where any is enough, earned_by.any_of = […], earned on the earliest",
        "{given} 是多个事项，列表未说明是否须全部完成；须全部完成的（如“挂牌且完成股改”），请写"
        " earned_by.all_of = […]，以较晚日期为准；任一即可的，请写"
        " earned_by.any_of = […]，以最早日期为准",
    ),
    "of_no_award": (
        "{given} is tested on a day of each award, such as that of its application or payment, and "
        "a common cap is of several awards; name a condition that is tested as of the as-of date",
        "条件 {given} 以各项奖励的日期（如申请、付款之日）检验，而合并上限涉及多项奖励；"
        "请写以截至日检验的条件",
    ),
    "in_two_budgets": (
        "the award stands in several yearly budgets ({given}); name it in one of them",
        "此项奖励列入多项年度预算（{given}）；请只列入其一",
    ),
    "years_of_one_day": (
        "the years of an award that is earned every year run from the day of one event, and this "
        "may have several days; name one event that happens once",
        "每年给予的奖励，各年自一个事项之日起算，此处可能有多个日期；请写明只发生一次的一个事项",
    ),
    "of_the_first_year": (
        "{given} counts from the day on which the award is earned, and of an award that is earned "
        "every year that is the day of the first year only; leave it out, or write an award for "
        "each year",
        "{given} 自取得奖励之日起算，而每年给予的奖励只有首年自该日取得；"
        "请删去，或每年各写一项奖励",
    ),
    "whole_years_counted": (
        "calendar years end with 31 December, and counting = {given} says on which day a period "
        "that runs from a day is full; write one of counting and runs_from",
        "按公历年度计算的期间止于12月31日，counting = {given} 则用于写明自某日起的期间何日届满；"
        "counting 与 runs_from 请只留其一",
    ),
    "after_or_before": (
        "a time in which amounts count runs either after another event or before it; write one of "
        "after and before",
        "计入金额的期间只能写在另一事项之后或之前；after 与 before 请择一",
    ),
    "years_before": (
        "runs_from says from which 1 January a time after an event runs, and this time lies before "
        "one; leave it out, or declare a figure of each year (yearly = true) and one that is made "
        "of the years before the event",
        "runs_from 用于写明某事项之后的期间自何年1月1日起算，此处的期间在事项之前；请删去此项，"
        "或设按年度填列的指标（yearly = true），再设由事项之前各年计算的指标",
    ),
    "broken_or_kept": (
        "an undertaking says either broken_by, the events that break it, or kept_by, the event "
        "that must have happened in time; write one of them",
        "承诺须写 broken_by（发生即为违反的事项）或 kept_by（须在期限内发生的事项），二者择一",
    ),
    "kept_without_end": (
        "{given} can keep an undertaking only within a time; write years or months",
        "{given} 须在期限内发生；请写明 years 或 months",
    ),
    "payment_and_after": (
        "the time runs from each payment or after an event such as {given}, not from both; keep "
        "one of runs_from and after",
        "期限自每次拨付起算，或自 {given} 等事项起算，不能兼用；runs_from 与 after 请只留其一",
    ),
    "all_or_any": (
        "several events earn an award either all together, earned_by.all_of = […], or any of them, "
        "earned_by.any_of = […]; write one of the two",
        "多个事项触发的，须写明全部完成 earned_by.all_of = […] 或任一即可 earned_by.any_of = […]，"
        "只写其一",
    ),
    "too_many_conditions": (
        "the condition {given} is made of more than {most} others, each counted as often as it is "
        "named; name the parts directly, and each once",
        "条件 {given} 由超过 {most} 个条件组成（重复引用的重复计数）；"
        "请直接写明各组成条件，各写一次",
    ),
    "repealed_but_repeats": (
        "{given} may happen several times, and the earliest day decides for all of them, so that "
        "what happens from {since} on would still count; declare what happens from then on as "
        "an event of its own, which earns nothing",
        "{given} 可多次发生，且以最早一次的日期决定全部金额，自 {since} 起发生的仍会计入；"
        "请将此后发生的另行声明为事项，不给予奖励",
    ),
    "no_amounts": (
        "the event {given} takes no amount, so nothing can be a share of it",
        "事项 {given} 不带金额，不能按其比例计算",
    ),
    "only_recorded": (
        "{given} is only recorded (record_only), so no rule can read it",
        "{given} 仅作记录（record_only），任何规则都不能引用",
    ),
    "no_unit_written": (
        "{given} is a number without a unit; write {yuan} or {wan}, whichever the document means",
        "{given} 没有写明单位；请按文件原文写成 {yuan} 或 {wan}",
    ),
    "no_unit": (
        "an amount cannot be rounded to {given}; write a unit such as 0.01",
        "金额不能取整至 {given}；请写单位，如 0.01",
    ),
    "undeclared": (
        "{given} is not declared under {table}",
        "{given} 未在 {table} 中声明",
    ),
    "nothing_to_change": (
        "{given} is not in the document that this one extends, and is not complete enough to be "
        "new ({parts})",
        "所扩展的文件中没有 {given}，而作为新项目又不完整（{parts}）",
    ),
    "id_taken": (
        "the id {given} is that of a shipped policy; give your document one of its own",
        "编号 {given} 是内置政策的编号；请为本文件另取编号",
    ),
    "not_a_policy": (
        "{given} is not a Policy; read one with load_policy(...)",
        "{given} 不是 Policy；请用 load_policy(...) 读取",
    ),
    "no_such_award": ("the policy has no award {given}", "政策没有奖励项目 {given}"),
    "no_such_notice": ("the policy has no notice {given}", "政策没有合规提示 {given}"),
    "not_an_id_or_path": (
        "{given} is neither the id of a policy nor the path of a .toml file",
        "{given} 既不是政策的编号，也不是 .toml 文件的路径",
    ),
    "duplicate_id": ("the id {given} is used twice", "编号 {given} 重复"),
    "no_source": (
        "this says neither which clause it rests on nor that it is assumed",
        "此处既没有写明依据条款（clause），也没有标明为假定（assumed）",
    ),
    "instead_of_nothing": (
        "this names a condition and nothing that holds under it; add of, rate or cap",
        "此处只写了条件，未写符合条件时适用什么；请补充 of、rate 或 cap",
    ),
    "instead_of_no_cap": (
        "this is a cap under a condition, and the amount has none that is known without it; write "
        "cap beside rate",
        "此处为附条件的上限，而该金额没有写明不符合条件时的上限；请在 rate 旁写明 cap",
    ),
    "instead_of_each_base": (
        "another base cannot be taken where each year or event is computed by itself; leave out "
        "cap_per, or write an award of its own under the condition",
        "按年或按次计算的，不能另换基数；请删去 cap_per，或以该条件另设奖励项目",
    ),
    "two_sources": (
        "this names both a clause and an assumption; keep the one that is true",
        "此处同时写了依据条款与假定；请只保留属实的一项",
    ),
    "days_out_of_order": (
        "the last day {given} is before the first day {first}",
        "最后一日 {given} 早于第一日 {first}",
    ),
    "duplicate_label": (
        "the name {given} stands for {one} and for {other}; a table could not tell them apart",
        "名称 {given} 同时用于 {one} 与 {other}；表格无法区分",
    ),
    "band_gives": (
        "a band gives exactly one of fixed, rate (perhaps with a cap) and unknown; here: {given}",
        "每一档只能写 fixed、rate（可另写 cap）、unknown 之一；此处为：{given}",
    ),
    "nothing_to_count_in": (
        "nothing can be counted in {given}; write how much earns the sum once, such as 1000万元",
        "不能按 {given} 计数；请写明每满多少给予一次，如 1000万元",
    ),
    "of_itself": (
        "{given} is set against itself here; name another figure or event",
        "{given} 在此处与自身相比，无从计算；请写另一指标或事项",
    ),
    "topup_of_nothing": (
        "a top-up needs less: the earlier awards whose amounts count towards the level",
        "补齐（topup）须在 less 中写明计入标准的在先奖励项目",
    ),
    "amount_or_repealed": (
        "a dated value has either an amount, or repealed = true; write one of them",
        "按日期的金额须写 amount，或写 repealed = true，二者择一",
    ),
    "two_bounds": (
        "a bound is either included (at_least, at_most) or excluded (over, below), not both",
        "同一侧的界限只能包含本数（at_least、at_most）或不含本数（over、below），不能同写",
    ),
    "bounds_out_of_order": (
        "no number lies between {first} and {given}; check the bounds",
        "{first} 与 {given} 之间没有数；请检查界限",
    ),
    "place_is_a_number": (
        'the place in a ranking counts enterprises, not {given}; write unit = "number"',
        "名次是个数，不是 {given}；请写 unit = \"number\"",
    ),
    "ranked_what": (
        "{given} is what a place is ranked by; name the award among whose enterprises it is the "
        "place (place_of), or leave ranked_by out",
        "{given} 是排名的依据；请用 place_of 写明在哪项奖励的企业中排名，或删去 ranked_by",
    ),
    "no_bound": (
        "a figure is compared with nothing; write at_least, over, at_most or below",
        "指标没有比较的界限；请写 at_least、over、at_most 或 below",
    ),
    "no_period": (
        "a full period needs years or months, such as months = 12",
        "期间须写明年数（years）或月数（months），如 months = 12",
    ),
    "within_what": (
        "a time limit needs after: the event from whose day it runs",
        "期限须写明 after，即自何事项之日起算",
    ),
    "sum_or_share": (
        "a part for somebody else is a sum (amount) or a share (share), and one of them only",
        "奖励他人的部分须写定额（amount）或比例（share），且只写其一",
    ),
    "shares_beyond_the_whole": (
        "the shares for others add up to {given}, more than the whole award",
        "奖励他人的比例合计为 {given}，超过奖励全额",
    ),
    "shares_do_not_add_up": (
        "the shares add up to {given}, not to 100%",
        "各部分比例合计为 {given}，不是 100%",
    ),
    "condition_of_itself": (
        "the condition {given} is made of itself, by way of all_of, any_of or not_met",
        "条件 {given} 经由 all_of、any_of 或 not_met 回到了自身",
    ),
    "not_earlier": (
        "{given} is not an award that comes before this one; less names earlier awards",
        "{given} 不是排在此项之前的奖励项目；less 只能写在先的项目",
    ),
    "cannot_part": (
        "{given} cannot be parted by year or event: only the amounts of an event can, without "
        "minus and without above as a share of another figure; where a part of each amount does "
        "not count, say so in the event's name and let a case state what remains",
        "{given} 不能按年或按次分别计算：只有事项的金额可以，且不能写 minus，above 不能取比例；"
        "每次须扣除一部分的，请在事项名称中写明，由案例填写扣除后的金额",
    ),
    "awards_in_a_circle": (
        "the awards {given} wait for each other, by way of {key}; none could be computed first",
        "奖励项目 {given} 经由 {key} 互相依赖，无法确定先后",
    ),
    "in_two_best_of": (
        "the award {given} stands in more than one best_of; put all of them into one",
        "奖励项目 {given} 出现在不止一个 best_of 中；请合并为一个",
    ),
    "not_in_force": (
        "no document of {given} is in force on {day}; there are: {there_are}",
        "{given} 在 {day} 没有有效的文件；现有：{there_are}",
    ),
    "two_in_force": (
        "more than one document of {given} is in force on {day}: {there_are}; end or repeal one",
        "{given} 在 {day} 有不止一份有效的文件：{there_are}；请写明其中一份的截止日或废止日",
    ),
    "unknown_series": (
        "there is no policy and no series of policies {given}",
        "没有编号或系列为 {given} 的政策",
    ),
    "clause_taken": (
        "the document that this one extends has a clause {given} of its own, on which its numbers "
        "rest; give yours another name",
        "所扩展的文件已有条款 {given}，其数字以之为依据；请为本文件的条款另取名称",
    ),
    "file_exists": (
        "this file is there already and is not overwritten; name another",
        "此文件已存在，不予覆盖；请换一个文件名",
    ),
    "not_a_toml_name": (
        "{given} does not end in .toml; a policy is a TOML document",
        "{given} 不以 .toml 结尾；政策文件须为 TOML 文件",
    ),
    "from_or_extends": (
        "a new document is either a whole one (--from) or extends another (--extends), not both",
        "新文件要么自成一体（--from），要么扩展另一文件（--extends），不能同时指定",
    ),
    "only_for_a_case": (
        "--policy narrows the schema of a case, not that of {given}",
        "--policy 只用于限定案例（case）的模式，不用于 {given}",
    ),
}  # fmt: skip

PHRASES: Phrases = {
    # the head
    "policy.note": ("Note: {note}", "说明：{note}"),
    "policy.comma": (", ", "，"),
    "policy.series": ("Series: {series}", "系列：{series}"),
    "policy.confirmed": (
        "Numbers confirmed on {on} by {by}",
        "经核对，截至 {on} 仍然有效（核对人：{by}）",
    ),
    "policy.days": ("Events count from {first} to {last}", "计入的期间：{first} 至 {last}"),
    "policy.days_open": ("Events count from {first} on", "计入的期间：{first} 起"),
    "policy.repeal": ("; repealed from {since} on ({by})", "；自 {since} 起废止（{by}）"),
    # what is granted
    "policy.awards": ("AWARDS", "【奖励项目】"),
    "policy.no_awards": (
        "none, in what was read of the document",
        "所见文件内容中未列奖励项目",
    ),
    "policy.award": ("{id}: {title}: {amount}", "{id}: {title}：{amount}"),
    "policy.by_day": ("by the day of the event", "按事项发生的日期"),
    "policy.need": ("needs: {condition}", "条件：{condition}"),
    "policy.need_all": ("every award needs: {condition}", "各项奖励均须符合：{condition}"),
    "policy.earned_by": {
        "all": ("earned by {names}, on the later day", "须{names}，以较晚日期为准"),
        "any": ("earned by {names}, on the earliest day", "{names}，以最早日期为准"),
    },
    "policy.award_repealed": (
        "repealed since {since} ({by})",
        "自 {since} 起废止（{by}）",
    ),
    "policy.replaces": (
        "given instead of {names}; what was paid for it is set off",
        "替代{names}，已付的予以扣抵",
    ),
    "policy.parts": ("paid in parts: {parts}", "分期支付：{parts}"),
    "policy.part": ("{share} {when}", "{when}{share}"),
    "policy.when_earned": ("when it is earned", "取得奖励时"),
    "policy.when_later": ("{span} after it is earned", "取得奖励后满{span}时"),
    "policy.when_event": ('on "{event}"', "“{event}”时"),
    "policy.when_after": ('{span} after "{event}"', "“{event}”后满{span}时"),
    "policy.of_which": ("of which for {recipient}: {part}", "其中奖励{recipient}：{part}"),
    "policy.of_which_share": ("{share} of what is paid", "所获奖励的 {share}"),
    "policy.shares": ("borne by: {levels}", "分级承担：{levels}"),
    "policy.level": ("{level} {share}", "{level}{share}"),
    "policy.best_of": ("only the highest of {names} is given", "{names}就高不就低，只取其一"),
    "policy.undertaking": (
        "{title}: if {broken}, {unpaid}{share} of what was paid for {names} could be "
        "called back; an exposure only, no amount contains it",
        "{title}：如{broken}，{unpaid}就{names}已付的奖励可能退还 {share}；"
        "仅列示敞口，不计入任何金额",
    ),
    "policy.undertaking_kept": (
        "{title}: if {broken}, {unpaid}nothing of what was paid for {names} is called back",
        "{title}：如{broken}，{unpaid}就{names}已付的奖励不退还",
    ),
    "policy.broken_by": ('"{event}" happens{time}', "{time}“{event}”"),
    "policy.kept_by": ('"{event}" has not happened{time}', "{time}未发生“{event}”"),
    "policy.not_payable": (
        "what is not yet paid is not payable, and ",
        "未拨付部分不再拨付，",
    ),
    "policy.each_payment": ("each payment", "每次拨付"),
    "policy.earning_it": ("earning the award", "取得奖励"),
    "policy.new_year": {
        "year": ("1 January of the year of {event}", "{event}当年1月1日"),
        "next_year": ("1 January of the year after {event}", "{event}次年1月1日"),
    },
    "policy.amount_allotted": (
        "{amount}, as far as its yearly budget suffices",
        "{amount}，以年度预算为限",
    ),
    "policy.budget": (
        'yearly budget "{title}" for {awards}: {years}; claimed on {day}; when it is used up, '
        "{used_up}",
        "年度预算“{title}”（{awards}）：{years}；按{day}确定年度和先后；预算不足时，{used_up}",
    ),
    "policy.budget_year": ("{year}: {amount}", "{year}年{amount}"),
    "policy.budget_day": {
        "event": ("the day on which the award is earned", "取得奖励之日"),
        "application": ("the day of the application", "申请之日"),
    },
    "policy.used_up": {
        "nothing": ("nothing more is given", "不再给予"),
        "in_proportion": ("each claim gets the same share", "当年各项按比例兑付"),
        "next_year": (
            "the rest is given out of the next year's budget, before its own claims",
            "不足部分由下一年度预算优先安排",
        ),
    },
    "policy.from_new_year": {
        "year": ("{event}, from 1 January of its year", "{event}，自当年1月1日起"),
        "next_year": ("{event}, from 1 January of the year after it", "{event}，自次年1月1日起"),
    },
    "policy.within": (" within {span} after {event}", "自{event}起{span}内"),
    "policy.after": (" after {event}", "在{event}之后"),
    "policy.earning": ("the award is earned", "取得奖励"),
    "policy.withheld": ("WITHHELD UNTIL REVIEWED", "【审核前暂缓发放】"),
    "policy.withholding": (
        "{law}, since {since}: what is payable for {awards} is withheld",
        "{law}，自 {since} 起：{awards}的应付金额暂缓发放",
    ),
    "policy.unofficial": (
        "CLAUSES NOT QUOTED FROM AN OFFICIAL SITE",
        "【并非引自官方原文的条款】",
    ),
    "policy.list_joint": ("; ", "；"),
    # conditions
    "policy.condition_seasoning": (
        '{period} after "{event}", tested on "{tested}"{restart} ({counting})',
        "“{event}”{period}，以“{tested}”为准{restart}（{counting}）",
    ),
    "policy.condition_held": (
        '{period} after "{event}", tested on the as-of date{restart} ({counting})',
        "“{event}”{period}，以截至日为准{restart}（{counting}）",
    ),
    "policy.condition_tested": (
        '{period} after "{event}", tested on {day}{restart} ({counting})',
        "“{event}”{period}，以{day}为准{restart}（{counting}）",
    ),
    "policy.test_day": {
        "event": ("the day on which the award is earned", "取得奖励之日"),
        "application": ("the day of the application", "申请之日"),
        "payment": ("the day of the payment", "付款之日"),
    },
    "policy.tested_by": {
        "event": (" by the day on which the award is earned", "（至取得奖励之日）"),
        "application": (" by the day of the application", "（至申请之日）"),
        "payment": (" by the day of the payment", "（至付款之日）"),
        "as_of": (" by the as-of date", "（至截至日）"),
    },
    "policy.after_event": (" after the award was earned", "（仅计取得奖励之后）"),
    "policy.its_event": ("the award is earned", "取得奖励"),
    "policy.applied_within": ("within {span} after {event}", "在{event}后{span}内"),
    "policy.applied_after": ("on or after {event}", "在{event}当日或之后"),
    "policy.condition_applied": ("applied for {time}", "申请日期{time}"),
    "policy.condition_applied_any": ("applied for", "已提出申请"),
    "policy.condition_restart": (', beginning anew after "{event}"', "，“{event}”后重新计算"),
    "policy.counting": {
        "anniversary": ("anniversary", "按对应日计算"),
        "civil_code": ("Civil Code", "按民法典计算"),
    },
    "policy.condition_figure": ('"{name}" is {bounds}', "“{name}”{bounds}"),
    "policy.condition_attribute": ('"{name}" is "{values}"', "“{name}”为“{values}”"),
    "policy.condition_happened": ('"{event}" happened {time}', "“{event}”的日期{time}"),
    "policy.condition_happened_any": ('"{event}" happened', "“{event}”已发生"),
    "policy.condition_absent": ('"{event}" has not happened', "“{event}”未发生"),
    "policy.condition_all_of": ("all of: {parts}", "同时符合：{parts}"),
    "policy.condition_any_of": ("at least one of: {parts}", "符合下列之一：{parts}"),
    "policy.condition_not_met": ("not: {parts}", "不属于：{parts}"),
    "policy.condition_inner": ("({condition})", "（{condition}）"),
    "policy.time_between": (
        "between {first} and {last}, both included",
        "在 {first} 至 {last} 之间（含首尾两日）",
    ),
    "policy.time_first": ("on or after {first}", "不早于 {first}"),
    "policy.time_last": ("on or before {last}", "不晚于 {last}"),
    "policy.time_after": ('on or after the day of "{event}"{days}', "在“{event}”{days}当日或之后"),
    "policy.time_within": ('within {span} after "{event}"{days}', "在“{event}”后{span}内{days}"),
    "policy.time_from": ("within {span} from {start}{days}", "在{start}起{span}内{days}"),
    "policy.time_since": ("on or after {start}{days}", "在{start}{days}当日或之后"),
    "policy.time_joint": (", ", "，"),
}
