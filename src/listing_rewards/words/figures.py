"""What is said of figures of a year, and of figures that are made of others."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

_ORDINALS = (
    ("first", "一"), ("second", "二"), ("third", "三"), ("fourth", "四"), ("fifth", "五"),
    ("sixth", "六"), ("seventh", "七"), ("eighth", "八"), ("ninth", "九"), ("tenth", "十"),
)  # fmt: skip

FAULTS: dict[str, Phrase] = {
    "parts_of_figure": (
        "a figure made by {way} cannot be made of {given} figures; a ratio is of two, the lower of "
        "several, everything else of one",
        "以 {way} 计算的指标不能由 {given} 个指标得出；占比为两个，孰低为数个，其余为一个",
    ),
    "years_of_figure": (
        "{way} is not over {given} years; leave years out",
        "{way} 不能写 {given} 年；请删去 years",
    ),
    "growth_of_years": (
        "growth is over the year before, not over {given} years; for growth in each of several "
        "years, declare the growth itself as a yearly figure in percent and write least of it, for "
        "the yearly rate over all of them compound_growth",
        "growth 只比较上一年，不能写 {given} 年；连续几年均须增长的，请另设按年度填列的增长率指标"
        "（yearly = true，单位 percent），再取 least；年均复合增长率写 compound_growth",
    ),
    "cap_of_a_fact": (
        "a cap is a sum of money, and {given} is none; where it is a share of a figure, write "
        "upto = true and let a case state the lesser amount as approved, and where the text gives "
        'no sum, cap = "unknown"',
        "上限须为金额，{given} 不是金额；以某一指标的比例为限的，请写 upto = true，"
        '由案例以较小的金额作为核定金额；原文没有列明上限的，写 cap = "unknown"',
    ),
    "figure_of_no_year": (
        "the figure {given} is of a year, and no year is meant here; declare a figure made of it, "
        'with way = "sum" and of = ["{given}"] for the last year',
        "指标 {given} 按年度填列，此处没有年份；请据以另设指标，最近一年写 "
        'way = "sum"、of = ["{given}"]',
    ),
    "figure_of_one_time": (
        "{given} is of no year, so there are no years to take together; write yearly = true there",
        "{given} 不按年度填列，没有数年可言；请在该指标写 yearly = true",
    ),
    "figure_only_compared": (
        "{given} is made of other figures; a condition compares it, and no amount is computed of "
        "it",
        "{given} 由其他指标计算得出，只能用于条件比较，不能作为计算金额的基数",
    ),
    "figure_made_by_year": (
        "{given} cannot be of a year itself; only the lower of figures that all are of a year can",
        "{given} 本身不能按年度；只有各项均按年度的孰低指标才可以",
    ),
    "years_before_what": (
        'say before which event the years of {given} end, such as before = "listed": an amount '
        "must not change because days go by",
        '请写明 {given} 以何事项的上一年度为最近一年，如 before = "listed"；'
        "金额不应因时间推移而变化",
    ),
    "figures_in_a_circle": (
        "these figures are made of one another: {given}",
        "这些指标互相由对方计算：{given}",
    ),
}

PHRASES: Phrases = {
    "figures.out_of_budget": (
        '"{award}" out of the yearly budget "{budget}"',
        "年度预算“{budget}”中的“{award}”额度",
    ),
    "figures.numbered_year": {
        str(year): (f"{{name}} ({en} year)", f"{{name}}（第{zh}年）")
        for year, (en, zh) in enumerate(_ORDINALS, 1)
    },
    "figures.of_year": ("{label} of {year}", "{year}年{label}"),
}
