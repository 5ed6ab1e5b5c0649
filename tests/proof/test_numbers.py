"""Exact numbers as formulas: what they come to is what fractions come to."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import z3
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards.engines.proof.numbers import (
    Number,
    above,
    larger,
    left_of,
    plus,
    reaches,
    rounded,
    same,
    select,
    smaller,
    times,
    whole_units,
)
from listing_rewards.values.money import RoundingMode, exact, round_yuan

ENDS = st.none() | st.integers(0, 12) | st.sampled_from([250, 9999, 10**17])
SCALES = st.sampled_from([1, 3, 100])
MODES: tuple[RoundingMode, ...] = ("half_up", "half_even", "down", "up")
Make = Callable[[int | None, int], Number]


def plain(value: int | None, scale: int) -> Number:
    """A number whose facts are plain; without a limit where there is none."""
    return Number(value or 0, scale, value is None)


def formula(value: int | None, scale: int) -> Number:
    """The same as formulas, which only the solver's own rules make plain."""
    return Number(z3.IntVal(value or 0) + z3.IntVal(0), scale, z3.Or(z3.BoolVal(value is None)))


def come_to(part: Any) -> Any:
    """What a number or a flag comes to: a fraction, None without a limit, yes or no."""
    if isinstance(part, Number):
        value = _settled(part.value)
        return None if _settled(part.open) else Fraction(value, part.scale)
    return _settled(part)


def _settled(part: Any) -> Any:
    if isinstance(part, int):
        return part
    found = z3.simplify(part)
    return z3.is_true(found) if z3.is_bool(found) else found.as_long()


@pytest.mark.parametrize("make", [plain, formula])
class TestNumbers:
    """A number without a limit is beyond every other; all else is exact."""

    @given(ENDS, SCALES, ENDS, SCALES)
    def test_of_two(self, make: Make, a: int | None, p: int, b: int | None, q: int) -> None:
        """The smaller, the larger, the sum, what is left, and their order."""
        one, other = make(a, p), make(b, q)
        x = None if a is None else Fraction(a, p)
        y = None if b is None else Fraction(b, q)
        both = x is not None and y is not None
        ends = [end for end in (x, y) if end is not None]
        assert come_to(smaller(one, other)) == min(ends, default=None)
        assert come_to(larger(one, other)) == (max(ends) if both else None)
        assert come_to(plus(one, other)) == (sum(ends) if both else None)
        left = None if x is None else Fraction(0) if y is None else max(x - y, Fraction(0))
        assert come_to(left_of(one, other)) == left
        reached = y is not None and (x is None or x >= y)
        assert come_to(reaches(one, other)) is reached
        assert come_to(reaches(one, other, beyond=True)) is (reached and x != y)
        assert come_to(reaches(one, make(a, p))) is (a is not None)
        assert come_to(reaches(one, make(a, p), beyond=True)) is False
        assert come_to(same(one, other)) is (x == y)
        assert come_to(same(one, make(a, p))) is True
        assert come_to(select(z3.BoolVal(val=True), one, other)) == x
        assert come_to(select(z3.BoolVal(val=False), one, other)) == y

    @exact
    @given(st.integers(0, 40) | st.integers(0, 10**17), st.sampled_from(MODES))
    def test_rounding(self, make: Make, fen: int, mode: RoundingMode) -> None:
        """To any unit, by any mode, as an amount is rounded; ties too."""
        for unit in (Decimal("0.01"), Decimal("0.05"), Decimal(1), Decimal(100)):
            amount = Decimal(fen) / 1000
            wanted = Fraction(round_yuan(amount, unit=unit, mode=mode))
            assert come_to(rounded(make(fen, 1000), unit, mode)) == wanted
            units = round_yuan(amount, unit=unit, mode=mode) / unit
            assert come_to(whole_units(make(fen, 1000), unit, mode)) == Fraction(units)

    @given(st.integers(0, 300), st.decimals(0, 3, places=3))
    def test_beside_a_number_of_the_policy(self, make: Make, fen: int, bound: Decimal) -> None:
        """Times it, and above it, itself included or not."""
        amount, number = Fraction(fen, 100), make(fen, 100)
        assert come_to(times(number, bound)) == amount * Fraction(bound)
        assert come_to(above(number, bound, included=True)) is (amount >= bound)
        assert come_to(above(number, bound, included=False)) is (amount > bound)
        assert come_to(above(make(None, 100), bound, included=True)) is True
