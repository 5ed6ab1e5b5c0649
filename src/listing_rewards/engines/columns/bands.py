"""A table of bands as expressions: which bands may hold a base, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import combinations
from typing import NamedTuple

from listing_rewards.engines.columns.comparing import select
from listing_rewards.engines.columns.flags import Flag, every, no, some
from listing_rewards.engines.columns.given import Given
from listing_rewards.engines.columns.numbers import (
    UNLIMITED,
    ZERO,
    constant,
    larger,
    smaller,
    times,
    yuan,
)
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.ranges import below_upper, beyond_lower, holds
from listing_rewards.engines.columns.spans import ANYTHING, NOTHING, Span, chosen, exactly, within
from listing_rewards.policy.amounts import Band, BandsAmount
from listing_rewards.policy.constructs import Range


class _Row(NamedTuple):
    """One band: whether it may hold the base, and what it gives."""

    band: Band
    held: Flag
    gives: Span


def by_the_table(amount: BandsAmount, base: Span, plan: Plan) -> Given:
    """What a table gives for a base, and the cap that rounding must not exceed."""
    if base.one and not _overlap(amount.bands):
        return _of_one(amount, base, plan)
    rows = [
        _Row(band, plan.flag(_may_hold(band, base)), _gives(band, base)) for band in amount.bands
    ]
    none = plan.flag(some(_gaps(amount, base)))
    least = reduce(smaller, (select(row.held, row.gives.least, UNLIMITED) for row in rows))
    least = smaller(least, select(none, ZERO, UNLIMITED)).closed()
    most = reduce(larger, (select(row.held, row.gives.most, ZERO) for row in rows), ZERO)
    return Given(Span(least, most), _cap(rows))


def _of_one(amount: BandsAmount, base: Span, plan: Plan) -> Given:
    """No base lies in two bands, and it is known: what the band gives that holds it."""
    result, cap = NOTHING, exactly(UNLIMITED)
    for band in amount.bands:
        held = plan.flag(holds(band, base.least))
        result = chosen(held, _gives_for(band, base), result)
        if band.cap is not None:
            cap = chosen(held, exactly(yuan(band.cap)), cap)
    return Given(result, None if cap.least.value is None else cap)


def _gives(band: Band, base: Span) -> Span:
    """What a band gives for the part of the base that lies in it."""
    if base.one:
        return _gives_for(band, base)
    least, most = base
    if band.lower is not None:
        least = larger(least, constant(band.lower))
    if band.upper is not None:
        most = smaller(most, constant(band.upper))
    return _gives_for(band, Span(least, most))


def _gives_for(band: Band, base: Span) -> Span:
    if band.fixed is not None:
        return exactly(yuan(band.fixed))
    rate = band.rate
    if rate is None:
        return ANYTHING
    gives = base.each(lambda end: times(end, rate))
    return gives if band.cap is None else within(gives, exactly(yuan(band.cap)))


def _may_hold(band: Range, base: Span) -> Flag:
    """Whether some number of the base lies within the bounds."""
    return every([beyond_lower(band, base.most), below_upper(band, base.least)])


def _overlap(bands: Sequence[Range]) -> bool:
    """Whether a number lies in two bands."""
    return any(
        not _below(one, other) and not _below(other, one) for one, other in combinations(bands, 2)
    )


def _below(one: Range, other: Range) -> bool:
    """Whether all of one band lies below another."""
    if one.upper is None or other.lower is None:
        return False
    both = one.at_most is not None and other.at_least is not None
    return one.upper < other.lower or (one.upper == other.lower and not both)


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


def _cap(rows: Sequence[_Row]) -> Span | None:
    """The cap that rounding must not exceed, whichever of the bands it is."""
    if not any(row.band.cap is not None for row in rows):
        return None
    capped = some(row.held for row in rows if row.band.cap is not None)
    uncapped = some(row.held for row in rows if row.band.cap is None)
    least = most = UNLIMITED
    for row in rows:
        end = row.band.fixed if row.band.cap is None else row.band.cap
        if end is not None:
            least = smaller(least, select(row.held, yuan(end), UNLIMITED))
    highest = reduce(
        larger,
        (select(row.held, yuan(row.band.cap), ZERO) for row in rows if row.band.cap is not None),
    )
    most = select(every([capped, no(uncapped)]), highest, UNLIMITED)
    return Span(select(capped, least, UNLIMITED), most)
