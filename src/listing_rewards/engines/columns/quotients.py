"""Rounding: the one division of an amount, exact however long the numbers are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import floor

import polars as pl

from listing_rewards.engines.columns.numbers import (
    FEN,
    UNLIMITED,
    WIDE,
    Number,
    TooLong,
    constant,
    constant_of,
    multiple,
    narrowed,
    product,
)
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.values.money import RoundingMode

_MOST_BITS = 60
"""Where a product may not fit into 128 bits, it is divided by so many bits at a time, or fewer."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Quotient(Number):
    """A number of at least 0, of which a share is to be taken where it is rounded.

    Attributes:
        part, whole: whole numbers, of which the first is at most as large as the second, and the
            second at least 1.
    """

    part: Number
    whole: Number


def share_of(number: Number, part: Number, whole: Number) -> Quotient:
    """The share of a number that `part` is of `whole`."""
    ends = {"least": number.least, "most": number.most, "scale": number.scale}
    return Quotient(value=number.value, open=number.open, part=part, whole=whole, **ends)


def rounded(number: Number, unit: Decimal, mode: RoundingMode, plan: Plan) -> Number:
    """The number, or its share, rounded to a multiple of `unit` yuan, in fen."""
    size = Fraction(unit)
    if isinstance(number, Quotient):
        units = _share_in_units(number, number.part, number.whole, size, mode, plan)
    else:
        units = whole_units(number, size, mode)
    return replace(multiple(units, int(size * FEN)), scale=FEN)


def whole_units(number: Number, unit: Fraction, mode: RoundingMode) -> Number:
    """How many units there are in a number of at least 0, as a whole number."""
    if number.value is None:
        return UNLIMITED
    ratio = number.scale * unit
    if isinstance(number.value, int):
        return constant(_rounded_off(number.value / ratio, mode))
    parts = replace(multiple(number, ratio.denominator), scale=1)
    if ratio.numerator == 1:
        return parts
    return _divided(parts, constant(ratio.numerator), parts.most // ratio.numerator, mode)


def _share_in_units(
    amount: Number, part: Number, whole: Number, unit: Fraction, mode: RoundingMode, plan: Plan
) -> Number:
    if amount.value is None:
        return UNLIMITED
    ratio = amount.scale * unit
    most = amount.most * ratio.denominator // ratio.numerator
    factor, divisor = multiple(part, ratio.denominator), multiple(whole, ratio.numerator)
    if 2 * (amount.most * factor.most + divisor.most) > WIDE:
        return _divided_by_limbs(amount, factor, divisor, most, mode, plan)
    shares = replace(product(amount, factor), scale=1)
    return _divided(shares, divisor, most, mode)


def _rounded_off(exact: Fraction, mode: RoundingMode) -> int:
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


def _divided(parts: Number, divisor: Number, most: int, mode: RoundingMode) -> Number:
    """A whole number divided by another one of at least 1, which comes to at most `most`."""
    result = Number(0, 0, most + 1, 1, parts.open)
    wide = result.wide or Number(0, 0, 2 * (parts.most + divisor.most)).wide
    a, b = parts.expr(wide=wide), divisor.expr(wide=wide)
    if mode == "half_even":
        return narrowed(a // b + _up(a // b, a % b, b, mode), result, wide=wide)
    if isinstance(divisor.value, int):
        more = {"half_up": divisor.value // 2, "down": 0, "up": divisor.value - 1}[mode]
        whole = (a + constant_of(more, wide=wide) if more else a) // b
    else:
        whole = {"half_up": (2 * a + b) // (2 * b), "down": a // b, "up": (a + b - 1) // b}[mode]
    return narrowed(whole, result, wide=wide)


def _up(whole: pl.Expr, rest: pl.Expr, divisor: pl.Expr, mode: RoundingMode) -> pl.Expr:
    """One where a rest is rounded up, otherwise nothing."""
    up = {
        "half_up": 2 * rest >= divisor,
        "half_even": (2 * rest > divisor) | ((2 * rest == divisor) & (whole % 2 == 1)),
        "down": pl.lit(value=False),
        "up": rest > 0,
    }[mode]
    return up.cast(pl.Int64)


def _divided_by_limbs(
    amount: Number, factor: Number, divisor: Number, most: int, mode: RoundingMode, plan: Plan
) -> Number:
    """The amount times a factor by a divisor, as one divides on paper, some digits at a time."""
    bits = min(WIDE.bit_length() - (factor.most + divisor.most).bit_length(), _MOST_BITS)
    if bits < 1:
        raise TooLong
    value, by, into = (each.expr(wide=True) for each in (amount, factor, divisor))
    whole, rest, base = constant_of(0, wide=True), constant_of(0, wide=True), 2**bits
    for i in reversed(range(-(-amount.most.bit_length() // bits))):
        limb = value // constant_of(base**i, wide=True) % constant_of(base, wide=True)
        ahead = plan.column(rest * constant_of(base, wide=True) + limb * by)
        whole = plan.column(whole * constant_of(base, wide=True) + ahead // into)
        rest = plan.column(ahead % into)
    result = Number(0, 0, most + 1, 1, amount.open)
    return narrowed(whole + _up(whole, rest, into, mode), result, wide=True)
