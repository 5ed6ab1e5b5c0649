"""What one award gives before conditions and common caps."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from listing_rewards.policy.constructs import Range
from listing_rewards.values.money import ZERO, RoundingMode, round_yuan, tidy
from listing_rewards.values.range import NOTHING, Bounds

HALF = Decimal("0.5")
ONE = Decimal(1)
PLACES = 200
"""A quotient is computed to so many decimals, cut off, and then only rounded. No rounding to a
unit can tell it from the exact one: what is cut off is smaller than the distance from a tie that
two numbers of at most forty digits can have without being on it."""


def rate_of(base: Bounds, rate: Decimal) -> Bounds:
    """The share `rate` of `base`, exact and not yet rounded. 按…的百分之…."""
    if not rate:
        return NOTHING
    return base.each(lambda amount: tidy(amount * rate))


def at_most(amount: Bounds, cap: Decimal | None) -> Bounds:
    """The amount, no more than `cap`. 最高不超过…."""
    return amount if cap is None else amount.capped(cap)


def rounded(amount: Bounds, *, unit: Decimal, mode: RoundingMode) -> Bounds:
    """The amount rounded to a multiple of `unit`."""
    return amount.each(lambda value: round_yuan(value, unit=unit, mode=mode))


def cap_in_units(cap: Decimal, unit: Decimal) -> Decimal:
    """The greatest multiple of `unit` within `cap`: what a rounded amount may reach."""
    return round_yuan(cap, unit=unit, mode="down")


def count_of(quantity: Bounds, every: Decimal) -> Bounds:
    """How many full `every` there are in a quantity. 每满…."""
    return quantity.each(lambda number: Decimal(max(number, ZERO) // every))


class Holding(NamedTuple):
    """Which rows of a table may hold a base.

    Attributes:
        rows: the numbers of the rows, from 0, with the part of the base each may hold.
        none: whether the base may lie in no row.
        several: whether there is a base that lies in more than one row.
    """

    rows: tuple[tuple[int, Bounds], ...]
    none: bool
    several: bool


def rows_holding(base: Bounds, table: Sequence[Range]) -> Holding:
    """The rows of `table` that may hold a number from `base`.

    It is enough to look at each bound within the base, at its ends, and between each two of
    them: nothing changes elsewhere.
    """
    bounds = {bound for row in table for bound in (row.lower, row.upper) if bound is not None}
    top = max({base.at_least, *bounds}) + 1 if base.at_most is None else base.at_most
    marks = sorted({base.at_least, top, *(b for b in bounds if base.at_least < b < top)})
    between = [(a + b) * HALF for a, b in pairwise(marks)]
    held = [[row.holds(number) for row in table] for number in (*marks, *between)]
    rows = tuple(
        (i, _part(base, row)) for i, row in enumerate(table) if any(each[i] for each in held)
    )
    return Holding(rows, none=not all(map(any, held)), several=any(sum(each) > 1 for each in held))


def _part(base: Bounds, row: Range) -> Bounds:
    """The part of a base that lies between a row's bounds."""
    least = base.at_least if row.lower is None else max(base.at_least, row.lower)
    tops = [top for top in (base.at_most, row.upper) if top is not None]
    return Bounds(least, min(tops, default=None))


def quotient(number: Decimal, divisor: Decimal) -> Decimal:
    """The quotient, cut off after so many places that no rounding to a unit can tell."""
    return tidy((number.scaleb(PLACES) // divisor).scaleb(-PLACES))


def scaled(
    amount: Bounds,
    part: Bounds,
    whole: Bounds,
    *,
    full_at: Decimal,
    short: Literal["share", "share_of_threshold", "nothing"],
) -> Bounds:
    """The amount by the share that `part` is of `whole`, all of it from `full_at` on.

    A share is never above 1; of a whole of 0 it is 0.
    """

    def by(value: Decimal, numerator: Decimal, denominator: Decimal) -> Decimal:
        if numerator >= full_at * denominator:
            return value
        if short == "nothing":
            return ZERO
        return quotient(
            value * numerator, denominator if short == "share" else denominator * full_at
        )

    no_share = whole.nothing or part.nothing

    def lowest(value: Decimal) -> Decimal:
        if whole.at_least == 0 or whole.at_most is None:
            return by(value, ZERO, ONE)
        return by(value, part.at_least, whole.at_most)

    def highest(value: Decimal) -> Decimal:
        if no_share:
            return by(value, ZERO, ONE)
        if whole.at_least == 0 or part.at_most is None:
            return value
        return by(value, part.at_most, whole.at_least)

    most = None if amount.at_most is None else highest(amount.at_most)
    if no_share and amount.at_most is None and full_at > 0:
        most = ZERO
    return Bounds(lowest(amount.at_least), most)


def rate_scaled(
    rate: Decimal,
    floor: Decimal | None,
    cap: Decimal | None,
    part: Bounds,
    whole: Bounds,
    *,
    full_at: Decimal,
    short: Literal["share", "share_of_threshold", "nothing"],
) -> Bounds:
    """A rate of a whole, at least a floor and at most a cap, by the share that `part` is of it.

    `full_at` is above 0, and the floor is no more than the cap.

    As the whole grows so does the amount, as long as the share is large enough, and beyond that it
    never does. So it is least at either end, and most at the whole of which the part is just
    enough, or nearest to it.
    """

    def limited(amount: Decimal) -> Decimal:
        raised = amount if floor is None else max(amount, floor)
        return raised if cap is None else min(raised, cap)

    def given(wholly: Decimal | None, number: Decimal) -> Decimal:
        """Of one part and one whole; None for a whole beyond any number."""
        if not wholly and wholly is not None:
            return ZERO
        if wholly is not None and number >= full_at * wholly:
            return limited(wholly * rate)
        if short == "nothing" or (wholly is None and cap is not None):
            return ZERO
        divisor = full_at if short == "share_of_threshold" else ONE
        if wholly is None:
            return quotient(number * rate, divisor)
        return quotient(limited(wholly * rate) * number, wholly * divisor)

    ends = (whole.at_least, whole.at_most)
    least = min(given(end, part.at_least) for end in ends)
    if part.at_most is not None and part.at_most < full_at * whole.at_least:
        return Bounds(least, given(whole.at_least, part.at_most))
    largest = [] if part.at_most is None else [limited(quotient(part.at_most * rate, full_at))]
    largest += [] if whole.at_most is None else [limited(whole.at_most * rate)]
    return at_most(Bounds(least, min(largest, default=None)), cap)
