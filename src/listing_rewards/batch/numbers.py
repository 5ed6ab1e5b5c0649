"""Exact numbers as expressions: whole numbers of parts, with a size that is known beforehand.

A `Number` counts in parts: yuan in fen are whole numbers of which 100 make one. A share of an
amount has more parts to the yuan, so that nothing is rounded before the one rounding. The least
and the most that it can be in any row is worked out along with the expression. Whatever fits into
64 bits is computed in 64, what does not in 128, and what fits into neither is refused when the
policy is compiled: no number can wrap. A null stands for "no limit".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import ceil, floor, gcd, lcm
from typing import NamedTuple

import polars as pl

from listing_rewards.batch.flags import Flag, Truth, as_expr, every, no

NARROW = 2**63 - 1
WIDE = 2**127 - 1
FEN = 100
"""Parts of a yuan in which amounts are read, rounded and answered."""


class TooLong(Exception):
    """A number that may not fit into 128 bits.

    Attributes:
        where: the award whose amount it is; empty where it is not that of one.
    """

    where: str = ""


@dataclass(frozen=True, eq=False)
class Number:
    """A number for each row, counted in parts.

    Attributes:
        value: how many parts; a plain number where it is the same in every row, None where there
            is no limit in any row.
        least: the fewest parts it can be.
        most: the most parts it can be.
        scale: how many parts make one.
        open: whether a row may have no limit, as a null.
    """

    value: pl.Expr | int | None
    least: int
    most: int
    scale: int = FEN
    open: bool = False

    def __post_init__(self) -> None:
        if max(self.most, -self.least) > WIDE:
            raise TooLong

    @property
    def wide(self) -> bool:
        """Whether it needs 128 bits."""
        return max(self.most, -self.least) > NARROW

    def expr(self, *, wide: bool | None = None) -> pl.Expr:
        """The parts as an expression of its own width, or of the width asked for."""
        kind = pl.Int128 if (self.wide if wide is None else wide) else pl.Int64
        if not isinstance(self.value, pl.Expr):
            return pl.lit(self.value, dtype=kind)
        return self.value if wide is None or wide == self.wide else self.value.cast(kind)

    def closed(self) -> Number:
        """The same number, known to have a limit in every row."""
        return replace(self, open=False)

    def in_parts(self, scale: int) -> Number:
        """The same number in smaller parts, so many to one; `scale` is a multiple of its own."""
        return replace(_by(self, scale // self.scale), scale=scale)


def constant(number: Decimal | Fraction | int, scale: int = 1) -> Number:
    """A number that is the same in every row, in parts of which at least `scale` make one."""
    exact = Fraction(number)
    scale = lcm(scale, exact.denominator)
    parts = int(exact * scale)
    return Number(parts, parts, parts, scale)


def yuan(amount: Decimal) -> Number:
    """An amount that the policy states."""
    return constant(amount, FEN)


ZERO = yuan(Decimal(0))
UNLIMITED = Number(None, 0, 0, open=True)


class Span(NamedTuple):
    """A range: what is certain, and what it cannot exceed; a null for no limit."""

    least: Number
    most: Number

    @property
    def one(self) -> bool:
        """Whether both ends are the same in every row."""
        return self.least is self.most

    def each(self, rule: Callable[[Number], Number]) -> Span:
        """The rule applied to both ends, once where they are the same."""
        return exactly(rule(self.least)) if self.one else Span(rule(self.least), rule(self.most))

    def with_each(self, other: Span, rule: Callable[[Number, Number], Number]) -> Span:
        """The rule applied to the same ends of two ranges, once where both are one number."""
        if self.one and other.one:
            return exactly(rule(self.least, other.least))
        return Span(rule(self.least, other.least), rule(self.most, other.most))


def exactly(number: Number) -> Span:
    """The range that holds one number."""
    return Span(number, number)


NOTHING = exactly(ZERO)
ANYTHING = Span(ZERO, UNLIMITED)


def _narrowed(expr: pl.Expr, result: Number, *, wide: bool) -> Number:
    """The result with its expression, which was computed in 128 bits if `wide`."""
    return replace(result, value=expr.cast(pl.Int64) if wide and not result.wide else expr)


def _by(number: Number, factor: int) -> Number:
    least, most = number.least * factor, number.most * factor
    result = replace(number, least=least, most=most)
    if factor == 1 or number.value is None:
        return result
    if isinstance(number.value, int):
        return replace(result, value=number.value * factor)
    return replace(
        result, value=number.expr(wide=result.wide) * constant_of(factor, wide=result.wide)
    )


def constant_of(parts: int, *, wide: bool) -> pl.Expr:
    """A whole number as an expression of a width."""
    return pl.lit(parts, dtype=pl.Int128 if wide else pl.Int64)


def _aligned(one: Number, other: Number) -> tuple[Number, Number]:
    scale = lcm(one.scale, other.scale)
    return one.in_parts(scale), other.in_parts(scale)


def times(number: Number, factor: Decimal | Fraction) -> Number:
    """The number times a factor of at least 0, exact."""
    exact = Fraction(factor)
    if not exact:
        nothing = Number(0, 0, 0, number.scale)
        return nothing if not number.open else select(is_open(number), UNLIMITED, nothing)
    common = gcd(exact.numerator, number.scale)
    scale = number.scale // common * exact.denominator
    return replace(_by(number, exact.numerator // common), scale=scale)


def product(one: Number, other: Number) -> Number:
    """Two numbers of at least 0 multiplied; no limit where either has none."""
    scale, open_end = one.scale * other.scale, one.open or other.open
    if one.value is None or other.value is None:
        return UNLIMITED
    result = Number(0, one.least * other.least, one.most * other.most, scale, open_end)
    if isinstance(one.value, int) and isinstance(other.value, int):
        return replace(result, value=one.value * other.value)
    wide = result.wide
    return replace(result, value=one.expr(wide=wide) * other.expr(wide=wide))


def added(numbers: Iterable[Number]) -> Number:
    """The sum; no limit where a part has none."""
    return reduce(_add, numbers, ZERO)


def _add(one: Number, other: Number) -> Number:
    if one.value is None or other.value is None:
        return UNLIMITED
    for a, b in ((one, other), (other, one)):
        if isinstance(a.value, int) and a.value == 0:
            return b
    one, other = _aligned(one, other)
    result = Number(
        0, one.least + other.least, one.most + other.most, one.scale, one.open or other.open
    )
    if isinstance(one.value, int) and isinstance(other.value, int):
        return replace(result, value=one.value + other.value)
    return replace(result, value=one.expr(wide=result.wide) + other.expr(wide=result.wide))


def smaller(one: Number, other: Number) -> Number:
    """The smaller of the two; no limit only where neither has one."""
    if one is other or other.value is None:
        return one
    if one.value is None:
        return other
    one, other = _aligned(one, other)
    for a, b in ((one, other), (other, one)):
        if a.most <= b.least and not a.open:
            return a
    closed = [each.most for each in (one, other) if not each.open]
    most = min(closed) if closed else max(one.most, other.most)
    least = min(one.least, other.least)
    result = Number(0, least, max(least, most), one.scale, one.open and other.open)
    wide = one.wide or other.wide
    found = pl.min_horizontal(one.expr(wide=wide), other.expr(wide=wide))
    return _narrowed(found, result, wide=wide)


def larger(one: Number, other: Number) -> Number:
    """The larger of the two; no limit where either has none."""
    if one.value is None or other.value is None:
        return UNLIMITED
    if one is other:
        return one
    one, other = _aligned(one, other)
    for a, b in ((one, other), (other, one)):
        if a.least >= b.most and not b.open:
            return a
    most = max(one.most, other.most)
    result = Number(0, max(one.least, other.least), most, one.scale, one.open or other.open)
    wide = one.wide or other.wide
    found = pl.max_horizontal(one.expr(wide=wide), other.expr(wide=wide))
    limited = [each.expr().is_not_null() for each in (one, other) if each.open]
    if limited:
        found = pl.when(as_expr(every(limited))).then(found)
    return _narrowed(found, result, wide=wide)


def left_of(amount: Number, taken: Number) -> Number:
    """What is left of an amount, never below 0; nothing where what is taken has no limit."""
    if taken.value is None:
        return Number(0, 0, 0, amount.scale)
    if amount.value is None:
        return amount
    amount, taken = _aligned(amount, taken)
    if isinstance(taken.value, int) and taken.value == 0:
        return amount if amount.least >= 0 else larger(amount, ZERO)
    most = max(amount.most - taken.least, 0)
    least = 0 if taken.open else max(amount.least - taken.most, 0)
    result = Number(0, least, most, amount.scale, amount.open)
    if isinstance(amount.value, int) and isinstance(taken.value, int):
        return replace(result, value=max(amount.value - taken.value, 0))
    ends = (amount.least - taken.most, amount.most - taken.least, amount.least, amount.most)
    wide = max(map(abs, (*ends, taken.least, taken.most))) > NARROW
    difference = amount.expr(wide=wide) - taken.expr(wide=wide)
    if least == 0:
        difference = pl.max_horizontal(difference, constant_of(0, wide=wide))
        if amount.open:
            difference = pl.when(amount.expr().is_not_null()).then(difference)
    return _narrowed(difference, result, wide=wide)


def select(flag: Flag, one: Number, other: Number) -> Number:
    """One number where the flag holds, otherwise the other."""
    if isinstance(flag, bool):
        return one if flag else other
    if one is other:
        return one
    one, other = _aligned(one, other)
    closed = [each for each in (one, other) if each.value is not None]
    if not closed:
        return UNLIMITED
    result = Number(
        0,
        min(each.least for each in closed),
        max(each.most for each in closed),
        one.scale,
        one.open or other.open,
    )
    chosen = pl.when(flag).then(one.expr(wide=result.wide)).otherwise(other.expr(wide=result.wide))
    return replace(result, value=chosen)


def stated_or(number: Number, instead: Number) -> Number:
    """The number, or another one, which has a limit, where it has none."""
    if number.value is None:
        return instead
    return select(is_open(number), instead, number).closed() if number.open else number


def is_open(number: Number) -> Flag:
    """Whether there is no limit."""
    if number.value is None or not number.open:
        return number.value is None
    return number.expr().is_null()


def reaches(one: Number, other: Number, *, beyond: bool = False) -> Flag:
    """Whether one number is at least the other (or more); with no limit it is beyond any."""
    if one.value is None or other.value is None:
        return no(is_open(other)) if one.value is None else False
    one, other = _aligned(one, other)
    if not one.open and not other.open:
        if one.least > other.most or (one.least == other.most and not beyond):
            return True
        if one.most < other.least or (one.most == other.least and beyond):
            return False
    wide = one.wide or other.wide
    a, b = one.expr(wide=wide), other.expr(wide=wide)
    found = a > b if beyond else a >= b
    if other.open:
        found = found & b.is_not_null()
    return found.fill_null(value=True) if one.open else found


def same(one: Number, other: Number) -> Flag:
    """Whether two numbers, of which the first has a limit, are equal."""
    if one is other:
        return True
    return every([reaches(one, other), reaches(other, one)])


def above(number: Number, bound: Decimal | Fraction, *, included: bool) -> Flag:
    """Whether a number lies above a bound of the policy, or on it if that is included."""
    parts = Fraction(bound) * number.scale
    threshold = ceil(parts) if included else floor(parts) + 1
    return reaches(number, Number(threshold, threshold, threshold, number.scale))


def is_nothing(number: Number) -> Flag:
    """Whether a number of at least 0 is 0."""
    return no(reaches(number, ZERO, beyond=True))


def rounded(
    number: Number, unit: Decimal | Fraction, mode: str, *, by: Number | None = None
) -> Number:
    """How many units there are in a number, or in the quotient of two, as whole fen.

    Args:
        number: what is rounded, at least 0.
        unit: yuan; a whole number of fen.
        mode: ``half_up``, ``half_even``, ``down`` or ``up``.
        by: what it is divided by before; at least 1.
    """
    units = whole_units(number, Fraction(unit), mode, by=by)
    return replace(_by(units, int(Fraction(unit) * FEN)), scale=FEN)


def whole_units(number: Number, unit: Fraction, mode: str, *, by: Number | None = None) -> Number:
    """How many units there are in a number, or in the quotient of two."""
    ratio = Fraction(number.scale) * unit
    parts = _by(number, ratio.denominator)
    if by is None and isinstance(parts.value, int):
        return constant(_rounded_off(Fraction(parts.value, ratio.numerator), mode))
    if parts.value is None:
        return UNLIMITED
    if by is None:
        if ratio.numerator == 1:
            return replace(parts, scale=1)
        size = ratio.numerator
        divisor = Number(size, size, size, 1)
    else:
        divisor = replace(_by(by, ratio.numerator), scale=1)
    return _divided(parts, divisor, mode)


def _rounded_off(exact: Fraction, mode: str) -> int:
    whole, rest = floor(exact), exact - floor(exact)
    half = Fraction(1, 2)
    return (
        whole
        + {
            "half_up": rest >= half,
            "half_even": rest > half or (rest == half and whole % 2 == 1),
            "down": False,
            "up": rest > 0,
        }[mode]
    )


def _divided(parts: Number, divisor: Number, mode: str) -> Number:
    most = max(parts.most, 0) // max(divisor.least, 1) + 1
    result = Number(0, 0, most, 1, parts.open)
    needed = Number(0, 0, 2 * parts.most + 2 * divisor.most)
    wide = needed.wide
    a, b = parts.expr(wide=wide), divisor.expr(wide=wide)
    if mode == "half_even":
        whole, rest = a // b, a % b
        up = (2 * rest > b) | ((2 * rest == b) & (whole % 2 == 1))
        return _narrowed(whole + up.cast(pl.Int64), result, wide=wide)
    if isinstance(divisor.value, int):
        more = {"half_up": divisor.value // 2, "down": 0, "up": divisor.value - 1}[mode]
        whole = (a + constant_of(more, wide=wide) if more else a) // b
    else:
        whole = {"half_up": (2 * a + b) // (2 * b), "down": a // b, "up": (a + b - 1) // b}[mode]
    return _narrowed(whole, result, wide=wide)


# ---- ranges --------------------------------------------------------------------------------------


def total(spans: Iterable[Span]) -> Span:
    """The sum, end by end."""
    return reduce(lambda one, other: one.with_each(other, _add), spans, NOTHING)


def within(amount: Span, room: Span) -> Span:
    """Each end at most the same end of `room`."""
    return amount.with_each(room, smaller)


def no_more_than(amount: Span, most: Number) -> Span:
    """Each end at most one number."""
    return within(amount, exactly(most))


def at_the_least(amount: Span, floor_: Span) -> Span:
    """The larger of the two."""
    return amount.with_each(floor_, larger)


def less(amount: Span, taken: Span) -> Span:
    """What is left after taking off anything from `taken`, never below 0."""
    if amount.one and taken.one:
        return exactly(left_of(amount.least, taken.least))
    return Span(left_of(amount.least, taken.most), left_of(amount.most, taken.least))


def when(truth: Truth, amount: Span) -> Span:
    """The amount if met, nothing if not, anything up to it if that is not known."""
    if truth.settled:
        return amount.each(lambda end: select(truth.sure, end, ZERO))
    return Span(select(truth.sure, amount.least, ZERO), select(truth.maybe, amount.most, ZERO))


def chosen(flag: Flag, one: Span, other: Span) -> Span:
    """One range where the flag holds, otherwise the other."""
    return one.with_each(other, lambda a, b: select(flag, a, b))


def either(truth: Truth, one: Span, other: Span) -> Span:
    """One range if met, the other if not, whichever it is if that is not known."""
    if truth.settled:
        return chosen(truth.sure, one, other)
    lowest = select(truth.maybe, smaller(one.least, other.least), other.least)
    highest = select(truth.maybe, larger(one.most, other.most), other.most)
    return Span(select(truth.sure, one.least, lowest), select(truth.sure, one.most, highest))


def determined(span: Span) -> Flag:
    """Whether both ends are equal."""
    return True if span.one else same(span.least, span.most)
