"""Choosing between exact numbers, and comparing them; no limit is beyond any number."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import polars as pl

from listing_rewards.engines.columns.flags import Flag, every, no
from listing_rewards.engines.columns.numbers import UNLIMITED, ZERO, Number, aligned


def select(flag: Flag, one: Number, other: Number) -> Number:
    """One number where the flag holds, otherwise the other."""
    if isinstance(flag, bool):
        return one if flag else other
    if one is other:
        return one
    one, other = aligned(one, other)
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
    one, other = aligned(one, other)
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
