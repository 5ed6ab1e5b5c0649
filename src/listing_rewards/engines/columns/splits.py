"""An amount in parts that always add up to the whole, as expressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import polars as pl

from listing_rewards.engines.columns.arithmetic import EXPRESSIONS, Span
from listing_rewards.engines.columns.comparing import reaches, select
from listing_rewards.engines.columns.flags import as_expr
from listing_rewards.engines.columns.numbers import FEN, Number, added, constant, left_of, times
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.quotients import whole_units
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.values.money import FEN as SMALLEST


def split(amount: Span, shares: Sequence[Decimal], unit: Decimal, plan: Plan) -> list[Span]:
    """The parts of a range: exact where it is determined, otherwise within a unit of the share."""
    exact = [exactly(part) for part in _in_parts(amount.least, shares, unit, plan)]
    if amount.one:
        return exact
    size = Fraction(unit)
    whole = plan.span(amount.each(lambda end: whole_units(end, size, "down")))
    about = []
    for i, share in enumerate(shares):
        least = _units(whole_units(times(whole.least, share), Fraction(1), "down"), size)
        most = _units(whole_units(times(whole.most, share), Fraction(1), "up"), size)
        below_a_unit = i == 0 and unit != SMALLEST
        about.append(Span(least, added([most, constant(unit)]) if below_a_unit else most))
    m = EXPRESSIONS
    settled = plan.flag(m.determined(amount))
    return [plan.span(m.chosen(settled, *each)) for each in zip(exact, about, strict=True)]


def _units(number: Number, unit: Fraction) -> Number:
    """So many units, in fen."""
    return times(number, unit).in_parts(FEN)


def _in_parts(amount: Number, shares: Sequence[Decimal], unit: Decimal, plan: Plan) -> list[Number]:
    """By the largest remainder; what is less than a unit goes to the first part."""
    size = Fraction(unit)
    whole = plan.number(whole_units(amount, size, "down"))
    exact = [times(whole, share) for share in shares]
    floors = [plan.number(whole_units(each, Fraction(1), "down")) for each in exact]
    rests = [plan.number(left_of(*each)) for each in zip(exact, floors, strict=True)]
    left = plan.number(left_of(whole, added(floors)))
    parts = []
    for i, (floor, rest) in enumerate(zip(floors, rests, strict=True)):
        before = [
            as_expr(reaches(other, rest, beyond=j > i)).cast(pl.Int64)
            for j, other in enumerate(rests)
            if j != i
        ]
        rank = constant(0)
        if before:
            rank = replace(rank, value=pl.sum_horizontal(before), most=len(before))
        more = select(reaches(left, rank, beyond=True), constant(1), constant(0))
        parts.append(_units(added([floor, more]), size))
    below_a_unit = left_of(amount, _units(whole, size))
    return [added([parts[0], below_a_unit]), *parts[1:]]
