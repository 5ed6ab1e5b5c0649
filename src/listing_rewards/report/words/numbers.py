"""How amounts, bounds and periods are said, and how names and sources stand in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

NUMBERS: Mapping[str, tuple[str, str]] = {
    # amounts
    "yuan": ("{amount} yuan", "{amount}元"),
    "yuan_wan": ("{amount} yuan", "{amount}元（{wan}万元）"),
    "set_yuan": ("{amount} yuan", "{whole}元"),
    "set_wan": ("{amount} yuan", "{wan}万元"),
    "between": ("between {least} and {most}", "{least}至{most}"),
    "no_limit": ("at least {least}, no upper limit known", "至少{least}，上限不明"),
    "not_stated": ("not stated", "未写明"),
    # bounds, in the law's words
    "bound_at_least": ("at least {number}", "不低于{number}（含）"),
    "bound_over": ("over {number}", "超过{number}"),
    "bound_at_most": ("at most {number}", "不超过{number}（含）"),
    "bound_below": ("below {number}", "不满{number}"),
    "bound_exactly": ("exactly {number}", "等于{number}"),
    "bound_both": ("{lower} and {upper}", "{lower}且{upper}"),
    "bound_none": ("any number", "不限"),
    # periods
    "full_year": ("one full year", "满一年"),
    "full_years": ("{n} full years", "满{n}年"),
    "full_month": ("one full month", "满一个月"),
    "full_months": ("{n} full months", "满{n}个月"),
    "full_both": ("{years} and {months}", "满{span}"),
    "span_year": ("1 year", "1年"),
    "span_years": ("{n} years", "{n}年"),
    "span_month": ("1 month", "1个月"),
    "span_months": ("{n} months", "{n}个月"),
    "span_day": ("1 day", "1日"),
    "span_days": ("{n} days", "{n}日"),
    "span_joint": (" and ", ""),
    # names
    "quoted": ('"{name}"', "“{name}”"),
    "or": ('" or "', "”或“"),
    # sources
    "clause_tag": (" [{item}]", "〔{item}〕"),
    "assumed_tag": (" [assumed]", "〔假定〕"),
    "paraphrase": ("in our words", "系转述"),
    "read_news": ("read in the press", "据新闻报道"),
    "read_agency": ("read on an agency's site", "据中介机构网站转载"),
    "read_mirror": ("read in a copy on an unrelated site", "据无关网站转载"),
    "read_draft": ("read in a draft", "据征求意见稿"),
}
"""Keys with their English and Chinese phrases."""
