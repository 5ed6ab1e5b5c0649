"""Exact numbers as whole parts: formulas of whole numbers, each over a fixed scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import ceil, floor, gcd, lcm
from typing import Any, TypeAlias

import z3

from listing_rewards.engines.proof.flags import Flag, every, if_so, no, some
from listing_rewards.values.money import RoundingMode

Whole: TypeAlias = Any
"""A whole number that hangs on unknown facts: a formula; a plain `int` where it does not."""

FEN = 100
"""The scale of an amount in whole fen."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or no limit.

    Attributes:
        value: how many parts.
        scale: how many parts make one.
        open: whether there is no limit; `value` then says nothing.
    """

    value: Whole
    scale: int = 1
    open: Flag = False

    def closed(self) -> Number:
        """The same number, known to have a limit."""
        return self if self.open is False else replace(self, open=False)


ZERO = Number(0)
UNLIMITED = Number(0, open=True)


def constant(value: Decimal | Fraction | int) -> Number:
    """A number that is the same in every case."""
    exact = Fraction(value)
    return Number(exact.numerator, exact.denominator)


def chosen(flag: Flag, one: Whole, other: Whole) -> Whole:
    """One whole number where the flag holds, otherwise the other."""
    if isinstance(flag, bool):
        return one if flag else other
    if one is other or (isinstance(one, int) and isinstance(other, int) and one == other):
        return one
    return z3.If(flag, one, other)


def as_flag(comparison: Any) -> Flag:
    """A comparison as a flag: a plain one where both sides were plain."""
    return comparison


def aligned(one: Number, other: Number) -> tuple[Number, Number]:
    """Both numbers over one scale."""
    if one.scale == other.scale:
        return one, other
    scale = lcm(one.scale, other.scale)
    return _over(one, scale), _over(other, scale)


def _over(number: Number, scale: int) -> Number:
    factor = scale // number.scale
    if factor == 1:
        return number
    return replace(number, value=number.value * factor, scale=scale)


def times(number: Number, factor: Decimal | Fraction) -> Number:
    """The number times one that is the same in every case."""
    exact = Fraction(factor)
    common = gcd(exact.numerator, number.scale)
    multiple = exact.numerator // common
    value = number.value if multiple == 1 else number.value * multiple
    if multiple == 0:
        value = 0
    return Number(value, number.scale // common * exact.denominator, number.open)


def plus(one: Number, other: Number) -> Number:
    """The sum of two; no limit where one has none."""
    for a, b in ((one, other), (other, one)):
        if a.open is False and isinstance(a.value, int) and a.value == 0:
            return b
    a, b = aligned(one, other)
    return Number(a.value + b.value, a.scale, some([a.open, b.open]))


def added(numbers: Iterable[Number]) -> Number:
    """The sum; no limit where a part has none."""
    return reduce(plus, numbers, ZERO)


def select(flag: Flag, one: Number, other: Number) -> Number:
    """One number where the flag holds, otherwise the other."""
    if isinstance(flag, bool):
        return one if flag else other
    if one is other:
        return one
    if one.open is True:
        return replace(other, open=some([flag, other.open]))
    if other.open is True:
        return replace(one, open=some([no(flag), one.open]))
    a, b = aligned(one, other)
    return Number(chosen(flag, a.value, b.value), a.scale, if_so(flag, a.open, b.open))


def or_nothing(number: Number) -> Number:
    """The number, nothing where it has no limit."""
    return select(number.open, ZERO, number).closed()


def smaller(one: Number, other: Number) -> Number:
    """The smaller of the two; no limit only where neither has one."""
    if one is other or other.open is True:
        return one
    if one.open is True:
        return other
    a, b = aligned(one, other)
    first = some([every([as_flag(a.value <= b.value), no(a.open)]), b.open])
    return Number(chosen(first, a.value, b.value), a.scale, every([a.open, b.open]))


def larger(one: Number, other: Number) -> Number:
    """The larger of the two; no limit where either has none."""
    if one is other or one.open is True:
        return one
    if other.open is True:
        return other
    a, b = aligned(one, other)
    value = chosen(as_flag(a.value >= b.value), a.value, b.value)
    return Number(value, a.scale, some([a.open, b.open]))


def left_of(amount: Number, taken: Number) -> Number:
    """What is left of an amount, never below 0; nothing where what is taken has no limit."""
    if amount.open is True:
        return amount
    if taken.open is True:
        return Number(0, open=amount.open)
    a, b = aligned(amount, taken)
    more = every([as_flag(a.value > b.value), no(b.open)])
    return Number(chosen(more, a.value - b.value, 0), a.scale, a.open)


def reaches(one: Number, other: Number, *, beyond: bool = False) -> Flag:
    """Whether one number is at least the other (or more); with no limit it is beyond any."""
    a, b = aligned(one, other)
    further = as_flag(a.value > b.value if beyond else a.value >= b.value)
    return every([no(b.open), some([a.open, further])])


def same(one: Number, other: Number) -> Flag:
    """Whether two numbers are equal, or neither has a limit."""
    if one is other:
        return True
    a, b = aligned(one, other)
    equal = every([as_flag(a.value == b.value), no(a.open), no(b.open)])
    return some([equal, every([a.open, b.open])])


def above(number: Number, bound: Decimal, *, included: bool) -> Flag:
    """Whether a number lies above a bound of the policy, or on it if that is included."""
    parts = Fraction(bound) * number.scale
    threshold = ceil(parts) if included else floor(parts) + 1
    return some([number.open, as_flag(number.value >= threshold)])


def is_nothing(number: Number) -> Flag:
    """Whether a number of at least 0 is 0."""
    return no(reaches(number, ZERO, beyond=True))


def divided(value: Whole, by: int) -> Whole:
    """A whole number divided by one that is the same in every case, cut off."""
    if by == 1:
        return value
    return value // by if isinstance(value, int) else value / by


def whole_units(number: Number, unit: Decimal | Fraction, mode: RoundingMode) -> Number:
    """How many units there are in a number of at least 0, as a whole number."""
    ratio = number.scale * Fraction(unit)
    parts, by = number.value * ratio.denominator, ratio.numerator
    if by == 1:
        return Number(parts, open=number.open)
    if mode == "half_even":
        whole = divided(parts, by)
        over = 2 * (parts - whole * by)
        odd = as_flag(whole - 2 * divided(whole, 2) == 1)
        up = some([as_flag(over > by), every([as_flag(over == by), odd])])
        return Number(whole + chosen(up, 1, 0), open=number.open)
    if mode == "half_up":
        return Number(divided(2 * parts + by, 2 * by), open=number.open)
    return Number(divided(parts + (by - 1 if mode == "up" else 0), by), open=number.open)


def rounded(number: Number, unit: Decimal, mode: RoundingMode) -> Number:
    """A number of at least 0 rounded to a multiple of a unit."""
    return times(whole_units(number, unit, mode), unit)
