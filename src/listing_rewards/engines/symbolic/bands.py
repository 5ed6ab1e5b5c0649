"""A table of bands: which bands may hold a base, and what they give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import combinations

from listing_rewards.engines.symbolic.arithmetic import Arithmetic, Span, X, exactly
from listing_rewards.engines.symbolic.plan import Plan
from listing_rewards.engines.symbolic.truths import F, Flag, Truth, known
from listing_rewards.meaning.machine import Given, Row, Table
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.policy.constructs import Range


def table(
    m: Arithmetic[X, F], plan: Plan[X, F], amount: BandsAmount, base: Span[X]
) -> Table[Span[X], Truth[F]]:
    """The bands that may hold a base."""
    if base.one and not any(overlap(*pair) for pair in combinations(amount.bands, 2)):
        held = [plan.flag(m.holds(band, base.least)) for band in amount.bands]
        rows = tuple(Row(i, known(flag), base) for i, flag in enumerate(held))
        return Table(rows, known(m.no(m.some(held))), one_at_most=True)
    rows = tuple(
        Row(i, known(plan.flag(m.may_hold(band, base))), _part(m, band, base))
        for i, band in enumerate(amount.bands)
    )
    in_gaps = [m.lies_between(below, above, base) for below, above in _gaps(amount)]
    return Table(rows, known(plan.flag(m.some(in_gaps))))


def among(
    m: Arithmetic[X, F], table: Table[Span[X], Truth[F]], given: Sequence[Given[Span[X]]]
) -> Given[Span[X]]:
    """Whichever of the bands it is, and nothing where none holds; the cap over it, if any."""
    zero, unlimited = m.anything
    held = [(row.may_hold.sure, each) for row, each in zip(table.rows, given, strict=True)]
    if table.one_at_most:
        return _the_one(m, held)
    lowest = [m.select(flag, each.amount.least, unlimited) for flag, each in held]
    least = reduce(m.smaller, [*lowest, m.select(table.none.sure, zero, unlimited)])
    most = reduce(m.larger, (m.select(flag, each.amount.most, zero) for flag, each in held), zero)
    return Given(Span(m.closed(least), most), _cap(m, held))


def _the_one(m: Arithmetic[X, F], held: Sequence[tuple[Flag[F], Given[Span[X]]]]) -> Given[Span[X]]:
    """What the one band gives that holds the base."""
    result, cap = m.nothing, exactly(m.anything.most)
    for flag, each in held:
        result = m.chosen(flag, each.amount, result)
        if each.cap is not None:
            cap = m.chosen(flag, each.cap, cap)
    return Given(result, None if m.has_no_limit(cap.least) is True else cap)


def _cap(m: Arithmetic[X, F], held: Sequence[tuple[Flag[F], Given[Span[X]]]]) -> Span[X] | None:
    """What rounding must not exceed, whichever of the bands it is."""
    if not any(each.cap is not None for _, each in held):
        return None
    zero, unlimited = m.anything
    capped = m.some(flag for flag, each in held if each.cap is not None)
    uncapped = m.some(flag for flag, each in held if each.cap is None)
    least, highest = unlimited, zero
    for flag, each in held:
        end = each.fixed if each.cap is None else each.cap
        if end is not None:
            least = m.smaller(least, m.select(flag, end.least, unlimited))
        if each.cap is not None:
            highest = m.larger(highest, m.select(flag, each.cap.most, zero))
    most = m.select(m.every([capped, m.no(uncapped)]), highest, unlimited)
    return Span(m.select(capped, least, unlimited), most)


def _part(m: Arithmetic[X, F], band: Range, base: Span[X]) -> Span[X]:
    """The part of a base that lies between a band's bounds."""
    if base.one:
        return base
    least, most = base
    if band.lower is not None:
        least = m.larger(least, m.constant(band.lower))
    if band.upper is not None:
        most = m.smaller(most, m.constant(band.upper))
    return Span(least, most)


def in_two_bands(m: Arithmetic[X, F], amount: BandsAmount, base: X) -> Flag[F]:
    """Whether a number lies in two bands."""
    pairs = [pair for pair in combinations(amount.bands, 2) if overlap(*pair)]
    return m.some(m.every([m.holds(one, base), m.holds(other, base)]) for one, other in pairs)


def between_bands(m: Arithmetic[X, F], amount: BandsAmount, base: X) -> Flag[F]:
    """Whether a number lies in no band, but below one of them and above another."""
    inner = [gap for gap in _gaps(amount) if None not in gap]
    in_gaps = [m.lies_between(below, above, exactly(base)) for below, above in inner]
    return m.some(in_gaps)


def _gaps(amount: BandsAmount) -> Iterator[tuple[Range | None, Range | None]]:
    """The bands below and above each gap that holds numbers; None for none."""
    for pair in amount.neighbours:
        below, above = (None if each is None else amount.bands[each] for each in pair)
        if (below and below.upper is None) or (above and above.lower is None):
            continue
        if below is None or above is None or _apart(below, above):
            yield below, above


def overlap(one: Range, other: Range) -> bool:
    """Whether a number lies in two bands."""
    return not _below(one, other) and not _below(other, one)


def _below(one: Range, other: Range) -> bool:
    """Whether all of one band lies below another."""
    if one.upper is None or other.lower is None:
        return False
    both = one.at_most is not None and other.at_least is not None
    return one.upper < other.lower or (one.upper == other.lower and not both)


def _apart(below: Range, above: Range) -> bool:
    """Whether numbers lie between two bands."""
    upper, lower = below.upper, above.lower
    assert upper is not None and lower is not None  # noqa: S101, PT018  (asked before)
    both_excluded = below.below is not None and above.over is not None
    return upper < lower or (upper == lower and both_excluded)
