"""The numbers at which rules on a base turn, and the ranges between them in which none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.policy.amounts import BandsAmount, PlainAmount, Portion, plain_amounts
from listing_rewards.policy.conditions import FigureCondition
from listing_rewards.policy.model import Policy
from listing_rewards.rules.amounts import PLACES, rate_of
from listing_rewards.values.money import FEN, ZERO
from listing_rewards.values.range import Bounds, exactly

BESIDE = Decimal(1).scaleb(-PLACES - 1)
"""Two numbers that differ do so by more than this: of quotients no more places are kept."""


def marks_of(base: str, machine: ExactMachine) -> list[Decimal]:
    """The numbers at which a condition, a band or a share turns, in order; with 0 for a figure."""
    policy, found = machine.policy, set[Decimal]()
    for each in conditions_on(base, policy).values():
        found |= {bound for bound in (each.lower, each.upper) if bound is not None}
    for table in tables_on(base, machine):
        taken = taken_off(table, machine) or ZERO
        for band in table.bands:
            found |= {end + taken for end in (band.lower, band.upper) if end is not None}
    for award in policy.awards:
        for amount in plain_amounts(award.amount):
            found.update(_of_a_share(base, amount, machine))
    if found and base in policy.figures:
        found.add(ZERO)
    return sorted(found)


def tables_on(base: str, machine: ExactMachine) -> list[BandsAmount]:
    """The tables of bands of a base of which it is known what comes off it first."""
    return [
        amount
        for award in machine.policy.awards
        for amount in plain_amounts(award.amount)
        if isinstance(amount, BandsAmount)
        and machine.policy.relations.base(amount.of, amount.counted) == base
        and taken_off(amount, machine) is not None
    ]


def _of_a_share(base: str, amount: PlainAmount, machine: ExactMachine) -> Iterator[Decimal]:
    """The last fen of the whole of which a part is the share asked for, or the first of the part.

    Only where the other of the two is known. A figure may also lie between that fen and the next.
    Of a figure that is the share, the share asked for.
    """
    share, relations = amount.scaled, machine.policy.relations
    if share is None or not share.full_at:
        return
    if share.of is None:
        if base == relations.base(share.by, amount.counted):
            yield share.full_at
        return
    part, whole = (relations.base(name, amount.counted) for name in (share.by, share.of))
    known = machine.quantity(whole if base == part else part)
    if base not in (part, whole) or not known.determined:
        return
    if base == whole:
        last = known.at_least // (share.full_at * FEN) * FEN
        yield from (last, last + FEN)
    else:
        first = _fen_before(known.at_least * share.full_at) + FEN
        yield from (first - FEN, first)


def conditions_on(base: str, policy: Policy) -> Mapping[str, FigureCondition]:
    """The conditions that ask whether a base lies within bounds."""
    return {
        name: each
        for name, each in policy.conditions.items()
        if isinstance(each, FigureCondition)
        and policy.relations.base(each.figure, each.counted) == base
    }


def taken_off(amount: BandsAmount, machine: ExactMachine) -> Decimal | None:
    """What comes off a base before its band is looked up; None where that is not known."""
    base, above = machine.policy.relations.base, amount.above
    parts = [machine.quantity(base(name, amount.counted)) for name in amount.minus]
    if isinstance(above, Portion):
        parts.append(rate_of(machine.quantity(base(above.of, amount.counted)), above.rate))
    elif above is not None:
        parts.append(exactly(above))
    if not all(each.determined for each in parts):
        return None
    return sum((each.at_least for each in parts), ZERO)


def regions(
    marks: list[Decimal],
    lowest: Decimal | None,
    highest: Decimal | None,
    *,
    in_fen: bool = False,
) -> Iterator[tuple[Bounds, Decimal]]:
    """Each number, and each range between two of them, with a number that lies inside.

    A figure may be below 0 (`lowest` is None), and counts as 0 then. What is counted `in_fen` lies
    on the next whole fen beyond a number, where it does not reach it; any other lies `BESIDE` it at
    the nearest.
    """
    inside = [
        each
        for each in marks
        if (lowest is None or each >= lowest) and (highest is None or each <= highest)
    ]
    if not inside:
        low = ZERO if lowest is None else lowest
        number = low + 1 if highest is None else (low + highest) / 2
        yield Bounds(low, highest), number
        return
    after, before = (_fen_after, _fen_before) if in_fen else (_just_above, _just_below)
    first, last = inside[0], inside[-1]
    if lowest is None:
        yield _from_nothing(first - 1, before(first)), first - 1
    elif lowest < first:
        yield Bounds(lowest, max(before(first), lowest)), (lowest + first) / 2
    for number in inside:
        yield _from_nothing(number, number), number
    for one, other in pairwise(inside):
        if after(one) <= before(other):
            yield _from_nothing(after(one), before(other)), (one + other) / 2
    if highest is None or highest > last:
        above = None if highest is None else max(highest, ZERO)
        number = last + 1 if highest is None else (last + highest) / 2
        low = max(after(last), ZERO)
        yield Bounds(low if above is None else min(low, above), above), number


def _just_above(number: Decimal) -> Decimal:
    return number + BESIDE


def _just_below(number: Decimal) -> Decimal:
    return number - BESIDE


def _fen_after(number: Decimal) -> Decimal:
    """The smallest whole number of fen above a number of at least 0."""
    return (number // FEN + 1) * FEN


def _fen_before(number: Decimal) -> Decimal:
    """The largest whole number of fen below a number above 0."""
    fen, rest = divmod(number, FEN)
    return (fen if rest else fen - 1) * FEN


def _from_nothing(low: Decimal, high: Decimal) -> Bounds:
    return Bounds(max(low, ZERO), max(high, ZERO))
