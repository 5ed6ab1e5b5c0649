"""For each rule about days and about the years of an award: what trips it, and what is close."""

from __future__ import annotations

from lint.rules_of_events import recurring
from lint.rules_of_words import TEXT, A, needed, only
from lint.small import Changes, Trips

IN_FORCE = "自2024年1月1日起施行，有效期至2024年12月31日。"
THREE_YEARS = "自2024年1月1日起施行，有效期三年。"


def in_force(text: str, last: str | None = "2024-12-31") -> Changes:
    """Words of the days on which the policy is in force."""
    return {TEXT: text, "in_force.last": last}


def by_the_day(text: str, **days: str) -> Changes:
    """The award for listing on some days."""
    return needed({"happened": "listed", **days}, text)


def two_rates(second: Changes) -> Changes:
    """All of the profit of two years, and another award of the profit beside it."""
    text = "自上市当年起，前两年按净利润的10%给予，其后按20%给予。"
    every = {"times": 2, "runs_from": "year", "stated_by_year": ["profit"]}
    amount = {"rate": "20%", "of": "profit"}
    other = {"earned_by": "listed", "amount": amount, "every_year": every} | second
    return recurring(2, text) | {"awards.other": other}


OF_DAYS = (
    Trips(
        "not_in_the_words",
        "in_force.last",
        in_force(IN_FORCE, "2025-12-31"),
        in_force(IN_FORCE),
        ("2025",),
        ("2025年12月31日",),
    ),
    Trips(
        "not_in_the_words",
        "in_force.last",
        in_force(THREE_YEARS, "2025-12-31"),
        in_force(THREE_YEARS, "2026-12-31"),
        ("2025",),
    ),
    Trips(
        "not_in_the_words",
        "in_force.first",
        in_force("自2024年3月1日起施行，有效期至2024年12月31日。"),
        in_force("自印发之日起施行，有效期至2024年12月31日。"),
        ("2024",),
    ),
    Trips(
        "in_words_only",
        "in_force.last",
        in_force(THREE_YEARS, None),
        in_force("自2024年1月1日起施行。", None),
        ("有效期三年", "last"),
    ),
    Trips(
        "not_in_the_words",
        "conditions.x.last",
        by_the_day("2024年1月1日至6月30日上市的给予奖励。", last="2024-09-30"),
        by_the_day("2024年1月1日至7月1日前上市的给予奖励。", last="2024-06-30"),
        ("2024",),
    ),
    Trips(
        "not_in_the_words",
        "conditions.x.first",
        by_the_day("2024年2月1日起上市的给予奖励。", first="2024-03-01"),
        by_the_day("2024年2月1日起，2024年6月上市的给予奖励。", first="2024-02-01")
        | {"conditions.x.last": "2024-06-30"},
        ("2024",),
    ),
    Trips(
        "left_out_of_the_words",
        TEXT,
        only("2024年7月1日起上市的给予奖励。"),
        only("根据2023年7月7日的文件给予奖励；2024年2月30日起另议。"),
        ("2024",),
        ("2024年7月1日",),
    ),
    Trips(
        "left_out_of_the_words",
        TEXT,
        only("2024年7月1日起上市的给予奖励。") | {"events.listed.zh": "2024年3月1日前上市"},
        only("2024年7月1日起上市的给予奖励。") | {"events.listed.zh": "2024年7月1日起上市"},
        ("2024",),
    ),
    Trips(
        "years_at_once",
        "awards.other.every_year",
        two_rates({}),
        two_rates({"amount": {"rate": "20%", "of": "listed"}}),
        ("filed", "other", "seasoning"),
    ),
    Trips(
        "years_at_once",
        "awards.other.every_year",
        two_rates({"needs": ["x"]}) | {"conditions.x": {"flag": "eligible"}},
        two_rates({"needs": ["x"]})
        | {"awards.filed.needs": ["y"], "conditions.y": {"not_met": "x"}}
        | {"conditions.x": {"flag": "eligible"}},
        ("other",),
    ),
)

DOLLARS: Changes = {"figure": "profit", "at_least": "1000万元"}
ABOVE_IN_DOLLARS = "备案100万元，上市200万元；融资1000万美元以上的给予奖励。"
OF_TIMES = (
    Trips(
        "in_words_only",
        TEXT,
        only("备案100万元，上市200万元；房地产企业减半。"),
        only("备案100万元，上市200万元；房地产企业减半。")
        | {A: {"fixed": "200万元", "times": [{"factor": "50%", "when": "x"}]}}
        | {"conditions.x": {"flag": "eligible"}},
        ("减半", "times"),
    ),
    Trips(
        "not_in_the_words",
        f"{A}.times[0].factor",
        needed({"flag": "eligible"}, "备案100万元，上市200万元，按1.5倍给予。")
        | {A: {"fixed": "200万元", "times": [{"factor": "180%", "when": "x"}]}}
        | {"conditions.y": {"figure": "local", "at_least": "150%"}}
        | {"figures.local.at_most": "200%"},
        needed({"flag": "eligible"}, "备案100万元，上市200万元，加倍给予。")
        | {A: {"fixed": "200万元", "times": [{"factor": "200%", "when": "x"}]}},
        ("180%",),
    ),
    Trips(
        "in_words_only",
        TEXT,
        needed(DOLLARS, ABOVE_IN_DOLLARS),
        needed(DOLLARS, ABOVE_IN_DOLLARS)
        | {"figures.profit.zh": "融资额（按上市当日汇率折合人民币）"},
        ("figures", "美元"),
    ),
    Trips(
        "in_words_only",
        TEXT,
        only("上市后一次性兑付。"),
        only("上市后一次性给予。"),
        ("paid_in",),
    ),
)

OF_DAYS_AND_TIMES = (*OF_DAYS, *OF_TIMES)
