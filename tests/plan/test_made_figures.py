"""Figures of a year and figures made of others: exact on every bound, a missing year unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards import Case, InvalidCase, InvalidPolicy, Policy, assess
from listing_rewards.engines.sheet.book import not_computable
from listing_rewards.meaning.made_figures import figure_read, growth, quotient
from listing_rewards.policy.fact_kinds import FigureKind
from listing_rewards.values.money import exact

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
ABOVE_0 = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
BOUNDS = st.decimals(min_value=-2, max_value=2, places=4)


@given(NUMBERS, ABOVE_0, BOUNDS)
def test_a_quotient_is_on_the_right_side_of_every_bound(
    over: Decimal, under: Decimal, bound: Decimal
) -> None:
    """Compared as a fraction, and as what is kept of it, with and without a rest."""
    kept, whole = exact(quotient)(over, under), Fraction(over) / Fraction(under)
    near, nearest = (Decimal(int(whole * 10**n)).scaleb(-n) for n in (4, 12))
    for each in (bound, near, nearest):
        assert (kept >= each) == (whole >= Fraction(each))
        assert (kept > each) == (whole > Fraction(each))
    assert abs(Fraction(kept) - whole) < Fraction(1, 10**12)


@given(ABOVE_0, ABOVE_0, st.integers(1, 5), st.decimals(min_value=0, max_value=1, places=3))
def test_compound_growth_is_on_the_right_side_of_every_bound(
    later: Decimal, earlier: Decimal, years: int, bound: Decimal
) -> None:
    """At least a rate: the later number is at least the earlier one grown at it."""
    rate = exact(growth)(later, earlier, years)
    reached = Fraction(later) >= Fraction(earlier) * (1 + Fraction(bound)) ** years
    assert (rate >= bound) == reached


@given(ABOVE_0, st.integers(1, 4), st.decimals(min_value=0, max_value=1, places=2))
def test_growth_at_a_rate_is_that_rate(earlier: Decimal, years: int, rate: Decimal) -> None:
    """Neither above it nor below."""
    later = exact(lambda: earlier * (1 + rate) ** years)()
    assert exact(growth)(later, earlier, years) == rate


def kinds(**made: Any) -> dict[str, FigureKind]:
    """Two figures of a year, and one made of them."""
    plain = {"zh": "指标", "en": "figure"}
    yearly = {"profit": {**plain, "yearly": True}, "core": {**plain, "yearly": True}}
    return {
        name: FigureKind.model_validate(each)
        for name, each in {**yearly, "made": {**plain, "made": made}}.items()
    }


STATED = {
    "profit.2022": Decimal(100), "profit.2023": Decimal(150), "profit.2024": Decimal(225),
    "core.2023": Decimal(120), "core.2024": Decimal(240),
}  # fmt: skip


@pytest.mark.parametrize(
    ("made", "value"),
    [
        ({"way": "sum", "of": ["profit"]}, "225"),
        ({"way": "sum", "of": ["profit"], "years": 3}, "475"),
        ({"way": "average", "of": ["profit"], "years": 2}, "187.50"),
        ({"way": "least", "of": ["profit"], "years": 3}, "100"),
        ({"way": "growth", "of": ["profit"]}, "0.50"),
        ({"way": "compound_growth", "of": ["profit"], "years": 2}, "0.50"),
        ({"way": "ratio", "of": ["core", "profit"], "years": 2}, "0.96"),
    ],
)
def test_each_way_by_hand(made: dict[str, Any], value: str) -> None:
    """Of 100, 150, 225 and 120, 240."""
    assert exact(figure_read("made", 2024, kinds(**made)))(STATED).value == Decimal(value)


def test_a_quotient_without_end_is_cut_and_marked() -> None:
    """Twelve places, and a 5 behind them for the rest, so that it never equals a bound."""
    assert str(exact(quotient)(Decimal(2), Decimal(3))) == "0.6666666666665"
    assert str(exact(quotient)(Decimal(1), Decimal(8))) == "0.125"


def test_a_missing_year_is_unknown_and_named() -> None:
    """It is not 0: a sum of two years with one of them is no sum."""
    found = exact(figure_read("made", 2023, kinds(way="sum", of=["core"], years=2)))(STATED)
    assert (found.value, found.missing) == (None, ("core.2022",))


def test_the_lower_of_two_is_bounded_by_the_one_that_is_known() -> None:
    """What it cannot exceed is known before it is."""
    both = kinds(way="least", of=["core"], years=2)
    assert exact(figure_read("made", 2023, both))(STATED).at_most == Decimal(120)


def test_growth_from_nothing_is_no_rate() -> None:
    """A person decides; the figure is named."""
    stated = {"profit.2023": Decimal(0), "profit.2024": Decimal(5)}
    found = exact(figure_read("made", 2024, kinds(way="growth", of=["profit"])))(stated)
    assert (found.value, found.undefined) == (None, "profit.2023")


@pytest.mark.parametrize(
    ("later", "earlier", "years", "rate"),
    [
        ("3", "1", 1, "2"),
        ("0.25", "1", 2, "-0.5"),
        ("0", "5", 1, "-1"),
        ("0", "5", 2, "-1"),
        ("-5", "5", 1, "-2"),
    ],
)
def test_growth_by_hand(later: str, earlier: str, years: int, rate: str) -> None:
    """Threefold; halved twice; to nothing; to a loss as large."""
    assert exact(growth)(Decimal(later), Decimal(earlier), years) == Decimal(rate)


def test_growth_from_one_is_a_rate() -> None:
    """From 1 to 3; from nothing it would be none."""
    stated = {"profit.2023": Decimal(1), "profit.2024": Decimal(3)}
    found = exact(figure_read("made", 2024, kinds(way="growth", of=["profit"])))(stated)
    assert found.value == Decimal(2)


def test_growth_to_what_is_not_stated() -> None:
    """One of the two years is enough to leave it open, whichever it is."""
    read = figure_read("made", 2024, kinds(way="growth", of=["profit"]))
    for year, other in ((2023, 2024), (2024, 2023)):
        found = exact(read)({f"profit.{year}": Decimal(5)})
        assert (found.value, found.missing) == (None, (f"profit.{other}",))


@pytest.mark.parametrize("way", ["sum", "average", "least", "growth"])
def test_without_a_year_the_figure_itself_is_missing(way: str) -> None:
    """As long as it is unknown which years count."""
    read = figure_read("made", None, kinds(way=way, of=["profit"]))
    assert exact(read)(STATED).missing == ("profit",)


def test_a_sum_of_which_a_year_is_missing_has_no_limit() -> None:
    """The year that is missing may be any amount."""
    found = exact(figure_read("made", 2023, kinds(way="sum", of=["core"], years=2)))(STATED)
    assert found.at_most is None


def test_the_lower_of_two_that_are_made() -> None:
    """The average of 150 and 225, and the sum of 120 and 240."""
    plain = {"zh": "指标", "en": "figure"}
    made = {
        "average": {"way": "average", "of": ["profit"], "years": 2},
        "sum": {"way": "sum", "of": ["core"], "years": 2},
        "lower": {"way": "lower_of", "of": ["average", "sum"]},
    }
    all_of_them = kinds(way="sum", of=["profit"]) | {
        name: FigureKind.model_validate({**plain, "made": each}) for name, each in made.items()
    }
    read = figure_read("lower", 2024, all_of_them)
    assert exact(read)(STATED).value == Decimal("187.50")
    without = {name: each for name, each in STATED.items() if name != "core.2024"}
    assert exact(read)(without).at_most == Decimal("187.50")


# ---- in a policy ------------------------------------------------------------------------------

NOTICE: dict[str, Any] = {
    "id": "a-notice",
    "document": {"title": "an invented notice", "issuer": "an office"},
    "clauses": {"c": {"item": "one", "text": "its words", "document": "an invented notice"}},
    "in_force": {"clause": "c", "first": "2024-01-01"},
    "rounding": {"clause": "c"},
    "events": {"reformed": {"zh": "股改", "en": "reformed"}},
    "figures": {
        "profit": {"zh": "净利润", "en": "Net profit", "yearly": True},
        "average": {
            "zh": "股改前两年平均净利润",
            "en": "Average net profit of the two years before",
            "made": {"way": "average", "of": ["profit"], "years": 2, "before": "reformed"},
        },
    },
    "conditions": {"profitable": {"clause": "c", "figure": "average", "at_least": "800万元"}},
    "awards": [
        {"id": "reform", "title": "reform", "clause": "c", "earned_by": "reformed",
         "needs": ["profitable"], "amount": {"clause": "c", "fixed": "100万元"}}
    ],
}  # fmt: skip


def answered(as_of: date = date(2025, 6, 30), **figures: Any) -> Any:
    """What is payable for a reform of 2024-05-01."""
    case = Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": [{"kind": "reformed", "on": "2024-05-01"}],
            "figures": {name.replace("_", "."): value for name, value in figures.items()},
        }
    )
    return assess(case, Policy.model_validate(NOTICE), as_of=as_of)


def test_an_average_is_compared_to_the_fen() -> None:
    """800万元 on average of 2022 and 2023, the years before the event."""
    assert answered(profit_2023="900万元", profit_2022="700万元").payable == Decimal("1000000.00")
    assert answered(profit_2023="8999999.99", profit_2022="700万元").payable == 0


def test_the_years_end_before_the_event_whatever_the_day_asked_for() -> None:
    """An amount does not change because a year goes by (law 5)."""
    stated = {"profit_2023": "900万元", "profit_2022": "700万元", "profit_2024": "1万元"}
    assert answered(date(2026, 6, 30), **stated).payable == Decimal("1000000.00")


def test_a_missing_year_leaves_a_range_and_is_among_the_needs() -> None:
    """And filling it in settles the award."""
    answer = answered(profit_2023="900万元")
    assert (answer.payable, answer.payable_at_most) == (0, Decimal("1000000.00"))
    assert [each.name for each in answer.needs] == ["profit.2022"]
    assert "2022年净利润" in answer.explain("zh")
    assert "Net profit of 2022" in answer.explain("en")


LEAST = {"way": "least", "of": ["profit"], "years": 2, "before": "reformed"}


@pytest.mark.parametrize(
    ("bounds", "stated", "expected"),
    [
        ({"at_least": "800万元"}, "7999999.99", "not_met"),
        ({"at_least": "800万元"}, "800万元", "unknown"),
        ({"over": "800万元"}, "800万元", "not_met"),
        ({"over": "800万元"}, "8000000.01", "unknown"),
        ({"at_most": "800万元"}, "800万元", "met"),
        ({"at_most": "800万元"}, "8000000.01", "unknown"),
        ({"below": "800万元"}, "800万元", "unknown"),
        ({"at_least": "100万元", "below": "800万元"}, "500万元", "unknown"),
        ({"at_least": "600万元", "below": "800万元"}, "500万元", "not_met"),
    ],
)
def test_a_year_that_is_stated_may_decide_of_the_least(
    bounds: dict[str, str], stated: str, expected: str
) -> None:
    """Each of two years, one of which is not stated: the other one may settle it."""
    least = NOTICE["figures"]["average"] | {"made": LEAST}
    rules = NOTICE | {
        "figures": NOTICE["figures"] | {"average": least},
        "conditions": {"profitable": {"clause": "c", "figure": "average"} | bounds},
    }
    case = {
        "enterprise": {"name": "示例甲公司"},
        "events": [{"kind": "reformed", "on": "2024-05-01"}],
        "figures": {"profit.2023": stated},
    }
    policy = Policy.model_validate(rules)
    answer = assess(Case.model_validate(case), policy, as_of=date(2025, 6, 30))
    check = answer.lines[0].checks[-1]
    assert (str(check.truth.value), answer.determined) == (expected, expected != "unknown")
    assert [each.name for each in answer.needs] == ["profit.2022"] * (expected == "unknown")
    assert ("what is stated of it decides" in answer.explain("en")) is answer.determined
    assert ("已说明的足以判断" in answer.explain("zh")) is answer.determined


def test_a_workbook_says_that_it_does_not_compute_it() -> None:
    """It is written as values."""
    reasons = [*not_computable(answered(profit_2023="900万元", profit_2022="700万元"))]
    assert ("figure_made", "average") in reasons


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("profit", "figure_without_year"),
        ("profit.1824", "unknown_figure"),
        ("average.2024", "unknown_figure"),
    ],
)
def test_what_a_case_may_not_state(name: str, code: str) -> None:
    """A figure of a year without one, another figure with one."""
    with pytest.raises(InvalidCase) as caught:
        answered(date(2025, 6, 30), **{name.replace(".", "_"): "1"})
    assert [each.code for each in caught.value.faults] == [code]


def test_a_made_figure_and_its_parts_are_not_both_stated() -> None:
    """One of them would be dropped without a word."""
    with pytest.raises(InvalidCase) as caught:
        answered(average="900万元", profit_2023="1万元")
    assert [each.code for each in caught.value.faults] == ["figure_stated_and_made"]
    assert answered(average="900万元").payable == Decimal("1000000.00")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"way": "average", "of": ["profit"], "years": 2}, "years_before_what"),
        ({"way": "ratio", "of": ["profit"], "before": "reformed"}, "parts_of_figure"),
        ({"way": "growth", "of": ["profit"], "years": 2, "before": "reformed"}, "growth_of_years"),
        ({"way": "lower_of", "of": ["profit", "profit"], "years": 2}, "years_of_figure"),
        ({"way": "lower_of", "of": ["profit", "profit"]}, "figure_of_no_year"),
        ({"way": "sum", "of": ["average"]}, "figures_in_a_circle"),
        ({"way": "sum", "of": ["turnover"], "before": "reformed"}, "undeclared"),
        ({"way": "sum", "of": ["profit"], "before": "founded"}, "undeclared"),
    ],
)
def test_what_a_policy_may_not_say(change: dict[str, Any], code: str) -> None:
    """Each refused by name when the document is read."""
    figures = {**NOTICE["figures"], "average": {**NOTICE["figures"]["average"], "made": change}}
    with pytest.raises(InvalidPolicy) as caught:
        Policy.model_validate({**NOTICE, "figures": figures})
    assert code in [each.code for each in caught.value.faults]


@pytest.mark.parametrize(
    ("figure", "code"), [("profit", "figure_of_no_year"), ("average", "figure_only_compared")]
)
def test_no_amount_is_computed_of_it(figure: str, code: str) -> None:
    """A rate of a figure of no year, or of one that is made."""
    award = {**NOTICE["awards"][0], "amount": {"clause": "c", "rate": "2%", "of": figure}}
    with pytest.raises(InvalidPolicy) as caught:
        Policy.model_validate({**NOTICE, "awards": [award]})
    assert code in [each.code for each in caught.value.faults]
