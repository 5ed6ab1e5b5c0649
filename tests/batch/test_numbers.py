"""The arithmetic under the columnar engine is exact at every size that it accepts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from listing_rewards.engines.columns.comparing import above, reaches, select
from listing_rewards.engines.columns.flags import Flag, as_expr
from listing_rewards.engines.columns.numbers import (
    WIDE,
    Number,
    TooLong,
    constant,
    larger,
    left_of,
    plus,
    smaller,
    times,
)
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.quotients import rounded, share_of, whole_units
from listing_rewards.values.money import RoundingMode, exact, round_yuan

MODES: st.SearchStrategy[RoundingMode] = st.sampled_from(["half_up", "half_even", "down", "up"])
UNITS = st.sampled_from([Decimal(each) for each in ("0.01", "1.00", "100.00", "0.03")])
SCALES = st.sampled_from([1, 2, 100, 700, 10**6, 10**17])
SIZES = st.sampled_from([10, 10**6, 2**62, 2**63 - 1, 2**63, 2**64, 10**25, 10**37])
FACTORS = st.sampled_from(
    [Fraction(each) for each in ("0", "1", "1/50", "6/5", "333333/1000000", "10", "1/7")]
)
Parts = list[int | None]


@st.composite
def columns(draw: st.DrawFn, *, stated: bool = False) -> tuple[Parts, int]:
    """Whole numbers of parts, one a row, on and beside what fits into 64 bits; and their scale."""
    most = draw(SIZES)
    number = st.integers(0, most) | st.sampled_from([0, 1, most, most - 1])
    rows = st.lists(number if stated else number | st.none(), min_size=4, max_size=4)
    return draw(rows), draw(SCALES)


def number(name: str, column: tuple[Parts, int]) -> Number:
    """A column as a number whose bounds are those of its rows."""
    parts, scale = column
    known = [each for each in parts if each is not None] or [0]
    return Number(pl.col(name), min(known), max(known), scale, open=None in parts)


def frame(**named: tuple[Parts, int]) -> pl.DataFrame:
    """The columns as a frame, each as wide as it needs."""
    kinds = {
        name: pl.Int128 if number(name, each).wide else pl.Int64 for name, each in named.items()
    }
    return pl.DataFrame([pl.Series(n, each[0], kinds[n]) for n, each in named.items()])


def values(column: tuple[Parts, int]) -> list[Fraction | None]:
    """What the rows stand for."""
    parts, scale = column
    return [None if each is None else Fraction(each, scale) for each in parts]


def rows_of(result: Number, data: pl.DataFrame, plan: Plan | None = None) -> list[Fraction | None]:
    """What the rows of a result stand for; each lies within its bounds and has its width."""
    lazy = data.lazy() if plan is None else plan.over(data.lazy())
    series = lazy.with_columns(result=result.expr()).collect()["result"]
    assert series.dtype == (pl.Int128 if result.wide else pl.Int64)
    parts = series.to_list()
    assert all(each is None or result.least <= each <= result.most for each in parts)
    assert result.open or None not in parts
    return [None if each is None else Fraction(each, result.scale) for each in parts]


def flags_of(flag: Flag, data: pl.DataFrame) -> list[bool]:
    """The rows of a flag."""
    found: list[bool] = data.with_columns(flag=as_expr(flag))["flag"].to_list()
    return found


Ends = Fraction | None


def _smaller(one: Ends, other: Ends) -> Ends:
    return min((each for each in (one, other) if each is not None), default=None)


def _larger(one: Ends, other: Ends) -> Ends:
    return None if one is None or other is None else max(one, other)


def _plus(one: Ends, other: Ends) -> Ends:
    return None if one is None or other is None else one + other


def _left(one: Ends, other: Ends) -> Ends:
    if one is None:
        return None
    return Fraction(0) if other is None else max(one - other, Fraction(0))


RULES: list[tuple[Callable[[Number, Number], Number], Callable[[Ends, Ends], Ends]]] = [
    (smaller, _smaller),
    (larger, _larger),
    (plus, _plus),
    (left_of, _left),
]


def fits(rule: Callable[[], Number]) -> Number:
    """The result of a rule, for numbers that are not too long for it."""
    try:
        return rule()
    except TooLong:
        assume(False)  # noqa: FBT003
        raise


class TestExact:
    """No sum, difference, share or quotient loses or wraps anything, whatever its size."""

    @given(columns(), columns(), st.sampled_from(RULES))
    def test_of_two(
        self, one: tuple[Parts, int], other: tuple[Parts, int], rules: tuple[Any, Any]
    ) -> None:
        """The smaller, the larger, the sum, and what is left; a null stands for no limit."""
        data = frame(a=one, b=other)
        result = fits(lambda: rules[0](number("a", one), number("b", other)))
        wanted = [rules[1](*pair) for pair in zip(values(one), values(other), strict=True)]
        assert rows_of(result, data) == wanted

    @given(columns(), FACTORS)
    def test_times_a_factor(self, one: tuple[Parts, int], factor: Fraction) -> None:
        """A share or a multiple is exact and not rounded."""
        result = fits(lambda: times(number("a", one), factor))
        wanted = [None if each is None else each * factor for each in values(one)]
        assert rows_of(result, frame(a=one)) == wanted

    @given(columns(), columns())
    def test_compared(self, one: tuple[Parts, int], other: tuple[Parts, int]) -> None:
        """What has no limit lies beyond every number, and no number beyond it."""
        data = frame(a=one, b=other)
        pairs = list(zip(values(one), values(other), strict=True))
        for beyond in (False, True):
            try:
                found = reaches(number("a", one), number("b", other), beyond=beyond)
            except TooLong:
                return
            wanted = [
                b is not None and (a is None or (a > b if beyond else a >= b)) for a, b in pairs
            ]
            assert flags_of(found, data) == wanted

    @given(columns(stated=True), st.decimals(0, 100, places=4))
    def test_against_a_bound(self, one: tuple[Parts, int], bound: Decimal) -> None:
        """A bound of more places than the number has is compared as it is."""
        for included in (False, True):
            found = flags_of(above(number("a", one), bound, included=included), frame(a=one))
            numbers = [each for each in values(one) if each is not None]
            least = Fraction(bound)
            assert found == [each >= least if included else each > least for each in numbers]

    @given(columns(), columns())
    def test_chosen(self, one: tuple[Parts, int], other: tuple[Parts, int]) -> None:
        """A choice is one of the two, row by row."""
        data = frame(a=one, b=other).with_columns(yes=pl.Series([True, False, True, False]))
        result = fits(lambda: select(pl.col("yes"), number("a", one), number("b", other)))
        found, a, b = rows_of(result, data), values(one), values(other)
        assert found == [a[0], b[1], a[2], b[3]]


@exact
def yuan_rounded(value: Fraction, unit: Decimal, mode: RoundingMode) -> Fraction:
    """What `round_yuan` makes of it, in units of any fineness."""
    units = value / Fraction(unit)
    whole, rest = divmod(units, 1)
    near = Decimal(int(whole)) + Decimal(
        {-1: "0.25", 0: "0.5", 1: "0.75"}[(rest > Fraction(1, 2)) - (rest < Fraction(1, 2))]
        if rest
        else "0"
    )
    return Fraction(round_yuan(near, unit=Decimal(1), mode=mode)) * Fraction(unit)


class TestRounding:
    """The one rounding is that of `round_yuan`, at any size and after any share."""

    @given(columns(), UNITS, MODES)
    def test_of_an_amount(self, one: tuple[Parts, int], unit: Decimal, mode: RoundingMode) -> None:
        """To a multiple of the unit, in each mode."""
        result = fits(lambda: whole_units(number("a", one), Fraction(unit), mode))
        found = rows_of(result, frame(a=one))
        wanted = [None if v is None else yuan_rounded(v, unit, mode) for v in values(one)]
        assert [None if each is None else each * Fraction(unit) for each in found] == wanted

    @given(columns(), columns(stated=True), UNITS, MODES, st.data())
    def test_of_a_share(
        self,
        one: tuple[Parts, int],
        wholes: tuple[Parts, int],
        unit: Decimal,
        mode: RoundingMode,
        data: st.DataObject,
    ) -> None:
        """A share of an amount is divided exactly, also where its product has 250 bits."""
        whole = [max(each or 1, 1) for each in wholes[0]]
        part = [data.draw(st.integers(0, each)) for each in whole]
        named: dict[str, tuple[Parts, int]] = {"a": one, "p": (list(part), 1)}
        named["w"] = list(whole), 1
        plan = Plan(list(named))
        quotient = share_of(*(number(name, each) for name, each in named.items()))
        result = fits(lambda: rounded(quotient, unit, mode, plan))
        wanted = [
            None if v is None else yuan_rounded(v * Fraction(p, w), unit, mode)
            for v, p, w in zip(values(one), part, whole, strict=True)
        ]
        assert rows_of(result, frame(**named), plan) == wanted

    @pytest.mark.parametrize("most", [2**63, 92_233_720_368_547_759])
    def test_of_no_share(self, most: int) -> None:
        """Nothing of an amount that needs 128 bits, or of which the fen do, is nothing."""
        named: dict[str, tuple[Parts, int]] = {"a": ([most], 1), "p": ([0], 1), "w": ([1], 1)}
        plan = Plan(list(named))
        quotient = share_of(*(number(name, each) for name, each in named.items()))
        result = rounded(quotient, Decimal("0.01"), "half_up", plan)
        assert rows_of(result, frame(**named), plan) == [0]


class TestTooLong:
    """A number that may not fit is refused before any row is seen."""

    def test_one_part_more_than_fits(self) -> None:
        """The largest of 128 bits is accepted, one more is not."""
        assert Number(pl.col("a"), 0, WIDE).wide
        with pytest.raises(TooLong):
            Number(pl.col("a"), 0, WIDE + 1)
        with pytest.raises(TooLong):
            plus(Number(pl.col("a"), 0, WIDE), Number(pl.col("b"), 0, 1))

    @pytest.mark.parametrize("factor", [Fraction(10), Fraction(1, 3)])
    def test_a_product_that_may_not_fit(self, factor: Fraction) -> None:
        """Neither more parts nor smaller ones may pass what fits."""
        longest = Number(pl.col("a"), 0, WIDE // 2)
        with pytest.raises(TooLong):
            times(times(longest, factor), factor).in_parts(90000)


@pytest.mark.parametrize("factor", [10**19, 10**40])
def test_so_many_times_nothing(factor: int) -> None:
    """What is nothing in every row stays so, whatever it is multiplied by."""
    result = times(Number(pl.col("a"), 0, 0, open=True), Fraction(factor))
    assert rows_of(result, pl.DataFrame({"a": [0, None]})) == [0, None]


def test_parts_are_narrow_as_soon_as_they_fit() -> None:
    """A cap that fits into 64 bits brings a number of 128 back to 64."""
    capped = smaller(Number(pl.col("a"), 0, 10**30), constant(900, 100))
    data = pl.DataFrame({"a": pl.Series([10**30, 5], dtype=pl.Int128)})
    assert rows_of(capped, data) == [Fraction(900), Fraction(5, 100)]
