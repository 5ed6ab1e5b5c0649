"""What a person writes at a place that takes something else, each with the form to write."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "name_alone": (
        '{given} stands alone, and a list is taken here; put it between brackets, as in ["a", "b"]',
        '{given} 是单个名称，此处须写列表；请加方括号，如 ["a", "b"]',
    ),
    "condition_in_place": (
        "{given} is a condition, and a condition has a name; write it under [conditions.<name>], "
        "and that name here",
        "{given} 是条件内容，此处须写条件的名称；请在 [conditions.名称] 下写明该条件，"
        "再在此处写其名称",
    ),
    "instalments_in_place": (
        "{given} are parts; write them as parts under [instalments.<name>], each with its share "
        "and the years after which it is due, and that name here",
        "{given} 是各期比例；请在 [instalments.名称] 下以 parts 写明各期的 share 和 years，"
        "再在此处写其名称",
    ),
    "one_clause": (
        "{given} are several, and a number rests on one clause; name the one that gives it, or "
        "write the words of both as one clause",
        "{given} 是多个条款，一个数字只以一个条款为依据；请写给出该数的条款，"
        "或将两条文字合写为一个条款",
    ),
    "group_of_awards": (
        "{given} stands with each award and not here; write group = the name of this group in each "
        "award that shares the cap",
        "{given} 不写在此处；请在合并封顶的各奖励项目中写 group = 本组的名称",
    ),
    "choice_in_an_award": (
        "{given} stands beside the awards and not in one; write [best_of.<name>] with awards = "
        "[…] and a clause",
        "{given} 不写在奖励项目内；请另写 [best_of.名称]，内写 awards = […] 和依据条款",
    ),
    "part_of_the_amount": (
        "{given} is a part of the amount; write it in the record of amount, or under "
        "[awards.amount]",
        "{given} 属于金额；请写在 amount 的花括号内，或 [awards.amount] 下",
    ),
    "condition_of_an_award": (
        "{given} belongs to a condition; write it under [conditions.<name>], and that name in the "
        "needs of the award",
        "{given} 属于条件；请写在 [conditions.名称] 下，再在奖励项目的 needs 中写其名称",
    ),
    "budget_of_a_year": (
        "{given} is of one year; write an entry of years for each year, with its year and amount",
        "{given} 须按年度填写；请在 years 中每年写一项，各写 year 和 amount",
    ),
    "ratio_of_shares": (
        "{given} is not read; write an entry of parts for each level, with its level, title and "
        'share, such as share = "60%"',
        '不能写 {given}；请在 parts 中每级写一项，各写 level、title 和 share，如 share = "60%"',
    ),
    "tested_as_stated": (
        "{given} is of events, which have days; a figure, a flag or an attribute is tested as the "
        "case states it: leave this out, and let the label say of which day it is",
        "{given} 只用于有日期的事项；指标、是否条件和属性按案例填写的检验："
        "请删去此项，并在名称中写明是何日的情况",
    ),
    "tested_on_an_event": (
        '{given} is none of these words; where the day of an event is meant, write a list: ["…"]',
        '{given} 不是可用的词；如指某一事项之日，请写成列表：["…"]',
    ),
    "window_in_place": (
        "{given} is not read; write applied.within_months = 6 or applied.within_years = 2",
        "不能写 {given}；请写 applied.within_months = 6 或 applied.within_years = 2",
    ),
    "years_in_place": (
        "{given} is not read; write how often and from when on, such as every_year.times = 3 and "
        'every_year.runs_from = "event"',
        "不能写 {given}；请写明共几年、自何时起，如 every_year.times = 3 和 "
        'every_year.runs_from = "event"',
    ),
    "two_caps": (
        "{given} are two caps, and cap_per is one of them; keep one, and for the other write a "
        "group: one for all, or a kind of event, an award and a group for each year",
        "{given} 是两重上限，cap_per 只能是其一；请保留其一，另一重写成组："
        "累计的写一个组，按年的请按年分别设事项、奖励项目和组",
    ),
    "before_payment_missing": (
        'this is missing: write "not_payable" where what is not yet paid is lost when the '
        'undertaking is broken, "reported" where the document does not say so',
        '缺少此项：违反承诺后尚未拨付的不再拨付的，写 "not_payable"；'
        '文件未如此规定的，写 "reported"',
    ),
    "years_from_missing": (
        'this is missing: write "event" for the day of the event, "full_year" when each year is '
        'full, "year" for the calendar year of the event, or "next_year" for the one after it',
        '缺少此项：自事项之日起写 "event"，每满1年写 "full_year"，当年起写 "year"，'
        '次年起写 "next_year"',
    ),
    "counted_on_missing": (
        'this is missing: write "application" where who applied first comes first, "event" where '
        "who earned it first does",
        '缺少此项：按申请先后的写 "application"，按取得奖励事项先后的写 "event"',
    ),
    "used_up_missing": (
        'this is missing: write "nothing" where nothing more is given, "in_proportion" where each '
        'claim gets the same share, or "next_year" where the rest comes out of the next budget',
        '缺少此项：额度用完即止写 "nothing"，按比例兑付写 "in_proportion"，'
        '顺延至下一年度写 "next_year"',
    ),
}
