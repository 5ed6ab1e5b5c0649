"""A table of bands as formulas: which bands may hold a base, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import combinations

from listing_rewards.engines.proof.comparing import below_upper, beyond_lower, holds
from listing_rewards.engines.proof.flags import Flag, Truth, every, known, no, some
from listing_rewards.engines.proof.numbers import (
    UNLIMITED,
    ZERO,
    Number,
    constant,
    larger,
    select,
    smaller,
)
from listing_rewards.engines.proof.spans import NOTHING, Span, chosen, exactly
from listing_rewards.meaning.machine import Given, Row, Table
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.policy.constructs import Range


def table(amount: BandsAmount, base: Span) -> Table[Span, Truth]:
    """The bands that may hold a base."""
    if base.one and not any(overlap(*pair) for pair in combinations(amount.bands, 2)):
        held = [holds(band, base.least) for band in amount.bands]
        rows = tuple(Row(i, known(flag), base) for i, flag in enumerate(held))
        return Table(rows, known(no(some(held))), one_at_most=True)
    rows = tuple(
        Row(i, known(_may_hold(band, base)), _part(band, base))
        for i, band in enumerate(amount.bands)
    )
    return Table(rows, known(some(_gaps(amount, base))))


def among(table: Table[Span, Truth], given: Sequence[Given[Span]]) -> Given[Span]:
    """Whichever of the bands it is, and nothing where none holds; the cap over it, if any."""
    held = [(row.may_hold.sure, each) for row, each in zip(table.rows, given, strict=True)]
    if table.one_at_most:
        return _the_one(held)
    least = reduce(smaller, (select(flag, each.amount.least, UNLIMITED) for flag, each in held))
    least = smaller(least, select(table.none.sure, ZERO, UNLIMITED)).closed()
    most = reduce(larger, (select(flag, each.amount.most, ZERO) for flag, each in held), ZERO)
    return Given(Span(least, most), _cap(held))


def _the_one(held: Sequence[tuple[Flag, Given[Span]]]) -> Given[Span]:
    """What the one band gives that holds the base."""
    result, cap = NOTHING, exactly(UNLIMITED)
    for flag, each in held:
        result = chosen(flag, each.amount, result)
        if each.cap is not None:
            cap = chosen(flag, each.cap, cap)
    return Given(result, None if cap.least.open is True else cap)


def _cap(held: Sequence[tuple[Flag, Given[Span]]]) -> Span | None:
    """What rounding must not exceed, whichever of the bands it is."""
    if not any(each.cap is not None for _, each in held):
        return None
    capped = some(flag for flag, each in held if each.cap is not None)
    uncapped = some(flag for flag, each in held if each.cap is None)
    least, highest = UNLIMITED, ZERO
    for flag, each in held:
        end = each.fixed if each.cap is None else each.cap
        if end is not None:
            least = smaller(least, select(flag, end.least, UNLIMITED))
        if each.cap is not None:
            highest = larger(highest, select(flag, each.cap.most, ZERO))
    most = select(every([capped, no(uncapped)]), highest, UNLIMITED)
    return Span(select(capped, least, UNLIMITED), most)


def _part(band: Range, base: Span) -> Span:
    """The part of a base that lies between a band's bounds."""
    if base.one:
        return base
    least, most = base
    if band.lower is not None:
        least = larger(least, constant(band.lower))
    if band.upper is not None:
        most = smaller(most, constant(band.upper))
    return Span(least, most)


def _may_hold(band: Range, base: Span) -> Flag:
    """Whether some number of the base lies within the bounds."""
    return every([beyond_lower(band, base.most), below_upper(band, base.least)])


def overlap(one: Range, other: Range) -> bool:
    """Whether a number lies in two bands."""
    return not _below(one, other) and not _below(other, one)


def _below(one: Range, other: Range) -> bool:
    """Whether all of one band lies below another."""
    if one.upper is None or other.lower is None:
        return False
    both = one.at_most is not None and other.at_least is not None
    return one.upper < other.lower or (one.upper == other.lower and not both)


def between_bands(amount: BandsAmount, base: Number) -> Flag:
    """Whether a number lies in no band, but below one of them and above another."""
    here = exactly(base)
    inner = [pair for pair in amount.neighbours if None not in pair]
    return some(
        _in_gap(amount.bands[below], amount.bands[above], here)
        for below, above in inner
        if below is not None and above is not None
    )


def in_two_bands(amount: BandsAmount, base: Number) -> Flag:
    """Whether a number lies in two bands."""
    pairs = [pair for pair in combinations(amount.bands, 2) if overlap(*pair)]
    return some(every([holds(one, base), holds(other, base)]) for one, other in pairs)


def _gaps(amount: BandsAmount, base: Span) -> list[Flag]:
    """For each gap between the bands, whether some number of the base lies in it."""
    bands = amount.bands
    return [
        _in_gap(
            None if below is None else bands[below], None if above is None else bands[above], base
        )
        for below, above in amount.neighbours
    ]


def _in_gap(below: Range | None, above: Range | None, base: Span) -> Flag:
    """Whether some number of the base lies above one band and below the next."""
    if (below and below.upper is None) or (above and above.lower is None):
        return False
    if below and above and not _apart(below, above):
        return False
    return every(
        [
            no(below_upper(below, base.most)) if below else True,
            no(beyond_lower(above, base.least)) if above else True,
        ]
    )


def _apart(below: Range, above: Range) -> bool:
    """Whether numbers lie between two bands."""
    upper, lower = below.upper, above.lower
    assert upper is not None and lower is not None  # noqa: S101, PT018  (asked before)
    both_excluded = below.below is not None and above.over is not None
    return upper < lower or (upper == lower and both_excluded)
