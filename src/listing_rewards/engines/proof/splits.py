"""An amount in parts that always add up to the whole, as formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from listing_rewards.engines.proof.arithmetic import FORMULAS, Span
from listing_rewards.engines.proof.numbers import (
    ZERO,
    Number,
    added,
    constant,
    left_of,
    plus,
    reaches,
    select,
    times,
    whole_units,
)
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.values.money import FEN as SMALLEST


def split(amount: Span, shares: Sequence[Decimal], unit: Decimal) -> list[Span]:
    """The parts of a range: exact where it is determined, otherwise within a unit of the share."""
    exact = [exactly(part) for part in _in_parts(amount.least, shares, unit)]
    if amount.one:
        return exact
    whole = amount.each(lambda end: whole_units(end, unit, "down"))
    about = []
    for i, share in enumerate(shares):
        least = times(whole_units(times(whole.least, share), Decimal(1), "down"), unit)
        most = times(whole_units(times(whole.most, share), Decimal(1), "up"), unit)
        below_a_unit = i == 0 and unit != SMALLEST
        about.append(Span(least, plus(most, constant(unit)) if below_a_unit else most))
    settled = FORMULAS.determined(amount)
    return [FORMULAS.chosen(settled, *each) for each in zip(exact, about, strict=True)]


def _in_parts(amount: Number, shares: Sequence[Decimal], unit: Decimal) -> list[Number]:
    """By the largest remainder; what is less than a unit goes to the first part."""
    whole = whole_units(amount, unit, "down")
    exact = [times(whole, share) for share in shares]
    floors = [whole_units(each, Decimal(1), "down") for each in exact]
    rests = [left_of(*each) for each in zip(exact, floors, strict=True)]
    left = left_of(whole, added(floors))
    parts = []
    for i, (floor, rest) in enumerate(zip(floors, rests, strict=True)):
        before = [
            select(reaches(other, rest, beyond=j > i), constant(1), ZERO)
            for j, other in enumerate(rests)
            if j != i
        ]
        more = select(reaches(left, added(before), beyond=True), constant(1), ZERO)
        parts.append(times(plus(floor, more), unit))
    below_a_unit = left_of(amount, times(whole, unit))
    return [plus(parts[0], below_a_unit), *parts[1:]]
