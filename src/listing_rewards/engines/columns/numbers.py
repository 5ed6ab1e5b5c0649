"""Exact numbers as expressions: whole numbers of parts, with a size that is known beforehand.

A `Number` counts in parts: yuan in fen are whole numbers of which 100 make one. A share of an
amount has more parts to the yuan, so that nothing is rounded before the one rounding. The least
and the most that it can be in any row is computed along with the expression. Whatever fits into
64 bits is computed in 64, what does not in 128, and what fits into neither is refused when the
policy is compiled: no number can wrap. A null stands for "no limit".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, reduce
from math import gcd, lcm

import polars as pl

NARROW = 2**63 - 1
WIDE = 2**127 - 1
FEN = 100
"""Parts of a yuan in which amounts are read, rounded and answered."""


class TooLong(Exception):
    """A number that may not fit into 128 bits."""


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
        wide = self.wide if wide is None else wide
        if self.value is None:
            return pl.lit(None, dtype=pl.Int128 if wide else pl.Int64)
        if isinstance(self.value, int):
            return constant_of(self.value, wide=wide)
        return self.value if wide == self.wide else self.value.cast(pl.Int128 if wide else pl.Int64)

    def closed(self) -> Number:
        """The same number, known to have a limit in every row."""
        return replace(self, open=False)

    def in_parts(self, scale: int) -> Number:
        """The same number in smaller parts, so many to one; `scale` is a multiple of its own."""
        if scale == self.scale:
            return self
        factor, rest = divmod(scale, self.scale)
        if rest:
            raise ValueError(f"{self.scale} parts are not counted in {scale}")
        return replace(multiple(self, factor), scale=scale)


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


def narrowed(expr: pl.Expr, result: Number, *, wide: bool) -> Number:
    """The result with its expression, which was computed in 128 bits if `wide`."""
    return replace(result, value=expr.cast(pl.Int64) if wide and not result.wide else expr)


def multiple(number: Number, factor: int) -> Number:
    """So many times as many parts, each as large as before."""
    least, most = number.least * factor, number.most * factor
    result = replace(number, least=least, most=most)
    if factor == 1 or number.value is None or not (least or most):
        return result
    if isinstance(number.value, int):
        return replace(result, value=number.value * factor)
    return replace(
        result, value=number.expr(wide=result.wide) * constant_of(factor, wide=result.wide)
    )


@lru_cache
def constant_of(parts: int, *, wide: bool) -> pl.Expr:
    """A whole number as an expression of a width."""
    return pl.lit(parts, dtype=pl.Int128 if wide else pl.Int64)


def aligned(one: Number, other: Number) -> tuple[Number, Number]:
    """Two numbers in parts of the same size."""
    scale = lcm(one.scale, other.scale)
    return one.in_parts(scale), other.in_parts(scale)


def times(number: Number, factor: Decimal | Fraction) -> Number:
    """The number times a factor of at least 0, exact."""
    exact = Fraction(factor)
    if not exact:
        if not number.open or number.value is None:
            return replace(number, least=0, most=0, value=None if number.open else 0)
        nothing = pl.when(number.expr().is_not_null()).then(constant_of(0, wide=False))
        return replace(number, least=0, most=0, value=nothing)
    common = gcd(exact.numerator, number.scale)
    scale = number.scale // common * exact.denominator
    return replace(multiple(number, exact.numerator // common), scale=scale)


def product(one: Number, other: Number) -> Number:
    """Two numbers of at least 0 multiplied; no limit where either has none."""
    scale, open_end = one.scale * other.scale, one.open or other.open
    if one.value is None or other.value is None:
        return UNLIMITED
    result = Number(0, one.least * other.least, one.most * other.most, scale, open_end)
    if isinstance(one.value, int) and isinstance(other.value, int):
        return replace(result, value=one.value * other.value)
    wide = result.wide or one.wide or other.wide
    return narrowed(one.expr(wide=wide) * other.expr(wide=wide), result, wide=wide)


def added(numbers: Iterable[Number]) -> Number:
    """The sum; no limit where a part has none."""
    return reduce(plus, numbers, ZERO)


def plus(one: Number, other: Number) -> Number:
    """The sum of two; no limit where one has none."""
    if one.value is None or other.value is None:
        return UNLIMITED
    for a, b in ((one, other), (other, one)):
        if isinstance(a.value, int) and a.value == 0:
            return b
    one, other = aligned(one, other)
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
    one, other = aligned(one, other)
    for a, b in ((one, other), (other, one)):
        if a.most <= b.least and not a.open:
            return a
    closed = [each.most for each in (one, other) if not each.open]
    most = min(closed) if closed else max(one.most, other.most)
    least = min(one.least, other.least)
    result = Number(0, least, max(least, most), one.scale, one.open and other.open)
    wide = one.wide or other.wide
    first, last = (other, one) if one.open else (one, other)
    x, y = first.expr(wide=wide), last.expr(wide=wide)
    if not last.open:
        return narrowed(pl.min_horizontal(x, y), result, wide=wide)
    if first.open:
        x = pl.coalesce(x, y)
    return narrowed(pl.when(y < x).then(y).otherwise(x), result, wide=wide)


def larger(one: Number, other: Number) -> Number:
    """The larger of the two; no limit where either has none."""
    if one.value is None or other.value is None:
        return UNLIMITED
    if one is other:
        return one
    one, other = aligned(one, other)
    for a, b in ((one, other), (other, one)):
        if a.least >= b.most and not b.open:
            return a
    most = max(one.most, other.most)
    result = Number(0, max(one.least, other.least), most, one.scale, one.open or other.open)
    wide = one.wide or other.wide
    first, last = (other, one) if one.open else (one, other)
    x, y = first.expr(wide=wide), last.expr(wide=wide)
    if not last.open:
        return narrowed(pl.max_horizontal(x, y), result, wide=wide)
    if first.open:
        y = pl.when(x.is_not_null()).then(y)
    return narrowed(pl.when(x > y).then(x).otherwise(y), result, wide=wide)


def left_of(amount: Number, taken: Number) -> Number:
    """What is left of an amount, never below 0; nothing where what is taken has no limit."""
    if amount.value is None:
        return amount
    if taken.value is None:
        return times(amount, Fraction(0))
    amount, taken = aligned(amount, taken)
    if isinstance(taken.value, int) and taken.value == 0:
        return amount if amount.least >= 0 else larger(amount, ZERO)
    most = max(amount.most - taken.least, 0)
    if most == 0 and not amount.open:
        return ZERO
    least = 0 if taken.open else max(amount.least - taken.most, 0)
    result = Number(0, least, most, amount.scale, amount.open)
    if isinstance(amount.value, int) and isinstance(taken.value, int):
        return replace(result, value=max(amount.value - taken.value, 0))
    ends = (amount.least - taken.most, amount.most - taken.least, amount.least, amount.most)
    wide = max(map(abs, (*ends, taken.least, taken.most))) > NARROW
    difference = amount.expr(wide=wide) - taken.expr(wide=wide)
    if least == 0:
        nothing = constant_of(0, wide=wide)
        if amount.open or taken.open:
            difference = pl.when(difference > nothing).then(difference).otherwise(nothing)
        else:
            difference = pl.max_horizontal(difference, nothing)
        if amount.open:
            difference = pl.when(amount.expr().is_not_null()).then(difference)
    return narrowed(difference, result, wide=wide)
