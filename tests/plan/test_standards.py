"""The shipped standards: in force from and to, every number with its source, the known traps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from listing_rewards import InvalidCase, InvalidPolicy
from listing_rewards.errors import UnknownPolicy
from listing_rewards.plan import list_standards, load_standard, screen, standard_in_force
from listing_rewards.plan.lists import ranked
from listing_rewards.plan.screening_tables import list_table, standard_table
from listing_rewards.policy.standards import FigureLimb, Standard
from plan.asking import DAY, asked, case_of, finding

STANDARDS = [load_standard(name) for name in list_standards()]
every_standard = pytest.mark.parametrize("standard", STANDARDS, ids=list_standards())


@every_standard
def test_every_number_says_how_it_is_known(standard: Standard) -> None:
    """None was read in the official text, and nobody has signed for one yet."""
    for limb in standard.leaves.values():
        assert limb.confidence in {"secondary", "general"}
        assert limb.verified_on is None
        assert limb.clause is not None
    assert standard.document.missing
    assert standard.unverified == len(standard.leaves)


@every_standard
def test_every_condition_and_fact_is_used(standard: Standard) -> None:
    """Nothing is written that no need rests on."""
    below: set[str] = set()
    waiting = [*standard.needs]
    while waiting:
        name = waiting.pop()
        below.add(name)
        limb = standard.conditions[name]
        waiting += getattr(limb, "all_of", ()) or getattr(limb, "any_of", ())
    assert below == {*standard.conditions}
    used = {limb.figure for limb in standard.leaves.values() if isinstance(limb, FigureLimb)}
    for name in reversed([*standard.figures]):
        made = standard.figures[name].made
        used |= {*made.of} if made and name in used else set()
    assert used == {*standard.figures}


@pytest.mark.parametrize("name", ["neeq-listing-2023", "neeq-innovation-2022"])
def test_numbers_of_general_knowledge_are_said_by_every_result(name: str) -> None:
    """In the screening, in the list, in the table of the standard."""
    standard = load_standard(name)
    found = screen(case_of("", standard), standard, DAY)
    assert {*found.general} == {*standard.leaves}
    row = list_table(ranked([found], standard), standard, "zh").rows[0]
    assert "未见于任何文本" in str(row[-1])
    assert all("未见于任何文本" in str(row[2]) for row in standard_table(standard, "zh").rows)


def test_numbers_of_the_bse_are_at_second_hand() -> None:
    """But for three negative conditions, which were read nowhere."""
    standard = load_standard("bse-listing")
    assert standard.general == ("no_investigation", "not_a_defaulter", "reports_on_time")
    assert standard.leaves["roe_one_year"].confidence == "secondary"


def test_the_traps() -> None:
    """ROE 8 and not 10%; no accumulated 5,000万; 4亿 exactly is not above; the lower of two."""
    standard = load_standard("bse-listing")
    bounds = {
        (limb.figure, limb.at_least)
        for limb in standard.leaves.values()
        if isinstance(limb, FigureLimb)
    }
    shares = {bound for figure, bound in bounds if figure.startswith("roe")}
    assert shares == {Decimal("0.08")}
    profits = {(figure, bound) for figure, bound in bounds if figure.startswith("profit")}
    assert profits == {
        ("profit_each_of_2_years", Decimal("15000000.00")),
        ("profit_latest", Decimal("25000000.00")),
    }
    large = standard.leaves["capital_over_400_million"]
    assert isinstance(large, FigureLimb)
    assert (large.over, large.at_least) == (Decimal("400000000.00"), None)


@pytest.mark.parametrize(
    ("series", "day", "found"),
    [
        ("bse-listing", "2021-11-15", "bse-listing"),
        ("neeq-listing", "2023-02-16", "neeq-listing-2017"),
        ("neeq-listing", "2023-02-17", "neeq-listing-2023"),
        ("neeq-innovation", "2019-12-26", "neeq-innovation-2016"),
        ("neeq-innovation", "2019-12-27", "neeq-innovation-2019"),
        ("neeq-innovation", "2022-03-03", "neeq-innovation-2019"),
        ("neeq-innovation", "2022-03-04", "neeq-innovation-2022"),
    ],
)
def test_which_is_in_force(series: str, day: str, found: str) -> None:
    """On the first day of each version and on the eve of it."""
    assert standard_in_force(series, date.fromisoformat(day)).id == found


def test_a_day_on_which_none_is_in_force_names_the_days() -> None:
    """Of every version there is."""
    with pytest.raises(InvalidPolicy, match="neeq-innovation-2019: 2019-12-27 – 2022-03-03"):
        standard_in_force("neeq-innovation", date(2015, 1, 1))


def test_an_unknown_standard_names_the_nearest() -> None:
    """By series or id; a file that is no standard says what is missing."""
    with pytest.raises(UnknownPolicy, match="did you mean 'bse-listing'"):
        load_standard("bse-listings")


def test_a_file_of_a_bureau(tmp_path: Path) -> None:
    """Read like the shipped ones; a policy is none, and an amount has its unit."""
    text = """\
kind = "standard"
id = "our-seeds"
title = "金种子"
needs = ["profit"]
[document]
title = "an invented notice"
issuer = "an office"
[in_force]
first = 2024-01-01
clause = "c"
[clauses.c]
item = "one"
text = "its words"
[figures]
net_profit = { zh = "净利润", en = "Net profit", yearly = true }
[figures.latest]
zh = "最近一年净利润"
en = "Net profit, latest"
made = { way = "sum", of = ["net_profit"] }
[conditions.profit]
clause = "c"
confidence = "read"
figure = "latest"
at_least = "300万元"
verified_on = 2026-01-05
verified_by = "示例核对人"
"""
    path = tmp_path / "seeds.toml"
    path.write_text(text, encoding="utf-8")
    standard = load_standard(path)
    found = screen(case_of("net_profit.2025=300万元", standard), standard, DAY, verified_only=True)
    assert (found.readiness, found.unverified) == ("ready", 0)
    assert "2026-01-05，示例核对人" in str(standard_table(standard, "zh").rows[0][3])
    for before, after, code in (
        ('kind = "standard"', 'kind = "policy"', "not_a_standard"),
        ('"300万元"', "300", "no_unit_written"),
        ('figure = "latest"', 'figure = "net_profit"', "figure_of_no_year"),
        ('needs = ["profit"]', 'needs = ["profits"]', "undeclared"),
        ('verified_by = "示例核对人"', "", "half_verified"),
    ):
        path.write_text(text.replace(before, after), encoding="utf-8")
        with pytest.raises(InvalidPolicy) as caught:
            load_standard(path)
        assert code in [each.code for each in caught.value.faults]


def test_a_condition_of_itself_is_refused() -> None:
    """A circle would never end."""
    whole = load_standard("bse-listing").model_dump(mode="json", exclude_none=True)
    whole["conditions"]["float"]["any_of"] = ["float_25", "float"]
    with pytest.raises(InvalidPolicy) as caught:
        Standard.model_validate(whole)
    assert [each.code for each in caught.value.faults] == ["condition_of_itself"]


def test_a_number_that_nobody_signed_for_can_be_left_out() -> None:
    """Then it is not evaluated, and the result says so."""
    standard = load_standard("bse-listing")
    case = case_of("net_assets.2025=9000万元", standard)
    found = screen(case, standard, DAY, verified_only=True)
    assert finding(found, "net_assets").outcome == "not_evaluated"
    assert found.readiness == "cannot_be_told"


def test_a_year_that_has_not_ended_is_refused() -> None:
    """With the latest that has."""
    standard = load_standard("bse-listing")
    with pytest.raises(InvalidCase, match="2025"):
        screen(case_of("", standard), standard, DAY, year=2026)


def test_what_a_standard_does_not_declare_is_refused() -> None:
    """As by a policy, with the nearest name."""
    standard = load_standard("bse-listing")
    with pytest.raises(InvalidCase, match="did you mean"):
        screen(case_of("net_profits.2025=1", standard), standard, DAY)


def test_an_enterprise_that_is_there_already_is_told() -> None:
    """Whatever its conditions say now."""
    assert asked("bse-listing", "bse_listed@2026-01-01").readiness == "reached"
    left = "neeq_listed@2024-01-01; neeq_delisted@2025-01-01"
    assert asked("neeq-listing-2023", left).readiness != "reached"
