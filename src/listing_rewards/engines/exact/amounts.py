"""One award's amount by its construct, step by step, before it is rounded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from listing_rewards.bounds import ANYTHING, NOTHING, Bounds, either, exactly, total
from listing_rewards.engines.exact.bases import base_of, bases_of
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.money import ZERO
from listing_rewards.policy.amounts import (
    Band,
    BandsAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
    TopUpAmount,
    UnknownAmount,
)
from listing_rewards.policy.source import Ground
from listing_rewards.rules.amounts import at_most, count_of, for_each, rate_of, rows_holding
from listing_rewards.truth import UNKNOWN, Truth

ONE = Decimal(1)


def construct_steps(
    amount: PlainAmount, trail: Trail, facts: Facts, ground: Ground
) -> Bounds | None:
    """Add the steps of a construct; answers its cap, if it has one."""
    match amount:
        case FixedAmount():
            return _fixed(amount, trail, facts, ground)
        case RateAmount():
            return _rate(amount, trail, facts, ground)
        case BandsAmount():
            return _bands(amount, trail, facts, ground)
        case TopUpAmount():
            trail.state("topup", exactly(amount.topup), ground=ground)
        case UnknownAmount():
            trail.state("unknown", ANYTHING, ground=ground)
        case _:
            assert_never(amount)
    return None


def _fixed(amount: FixedAmount, trail: Trail, facts: Facts, ground: Ground) -> Bounds | None:
    if amount.per is None:
        trail.state("fixed", exactly(amount.fixed), ground=ground)
        return _capped(trail, amount.cap, ground)
    if amount.every is None and amount.per in facts.policy.events:
        times = Bounds(Decimal(0), None)
        if facts.happened(amount.per) is not UNKNOWN:
            times = exactly(Decimal(len(facts.in_force(amount.per))))
        trail.state("count", times, name=amount.per)
    else:
        every, why = amount.every or ONE, ground if amount.every else None
        base_of(amount.per, trail, facts)
        trail.then("count", count_of(trail.result, every), unit=every, ground=why)
    each = for_each(trail.result, amount.fixed)
    trail.then("each", each, value=exactly(amount.fixed), ground=ground)
    return _capped(trail, amount.cap, ground)


def _rate(amount: RateAmount, trail: Trail, facts: Facts, ground: Ground) -> Bounds | None:
    """A share of each base by itself, capped; then together."""
    bases = bases_of(amount, facts)
    cap = amount.cap if bases.countable else None
    shares: list[int] = []
    for base in bases.each:
        base.steps(trail, ground)
        trail.then("rate", rate_of(trail.result, amount.rate), rate=amount.rate, ground=ground)
        if amount.floor is not None and bases.countable:
            floor = exactly(amount.floor)
            trail.then("floor", trail.result.at_the_least(floor), value=floor, ground=ground)
        _capped(trail, cap, ground)
        shares.append(trail.last)
    if len(shares) != 1:
        trail.sum(shares)
    return None if cap is None else exactly(cap * len(shares))


def _bands(amount: BandsAmount, trail: Trail, facts: Facts, ground: Ground) -> Bounds | None:
    """What the table gives for each base by itself; then together."""
    bases = bases_of(amount, facts)
    gives: list[int] = []
    caps: list[Bounds | None] = []
    for base in bases.each:
        base.steps(trail, ground)
        caps.append(_by_the_table(amount, trail, ground))
        gives.append(trail.last)
    if not bases.countable:
        trail.then("uncounted", Bounds(ZERO, None))
        return None
    if len(gives) != 1:
        trail.sum(gives)
    known = [cap for cap in caps if cap is not None]
    return total(known) if known and len(known) == len(caps) else None


def _by_the_table(amount: BandsAmount, trail: Trail, ground: Ground) -> Bounds | None:
    holding = rows_holding(trail.result, amount.bands)
    rows = tuple(number for number, _ in holding.rows)
    if len(rows) == 1 and not holding.none:
        trail.then("band", trail.result, band=rows, ground=ground)
        return _of_one_band(amount.bands[rows[0]], trail, ground)
    gives = [_given(amount.bands[number], part) for number, part in holding.rows]
    gives += [NOTHING] if holding.none else []
    trail.then("bands", either(gives), band=rows, truth=Truth.of(holding.none), ground=ground)
    return _cap_of(amount.bands[number] for number in rows)


def _of_one_band(band: Band, trail: Trail, ground: Ground) -> Bounds | None:
    if band.fixed is not None:
        trail.state("fixed", exactly(band.fixed), ground=ground)
    elif band.rate is None:
        trail.state("unknown", ANYTHING, ground=ground)
    else:
        trail.then("rate", rate_of(trail.result, band.rate), rate=band.rate, ground=ground)
        return _capped(trail, band.cap, ground)
    return None


def _given(band: Band, base: Bounds) -> Bounds:
    """What a band gives for a base within it."""
    if band.fixed is not None:
        return exactly(band.fixed)
    return ANYTHING if band.rate is None else at_most(rate_of(base, band.rate), band.cap)


def _cap_of(bands: Iterable[Band]) -> Bounds | None:
    """What rounding must not exceed, whichever of some bands it is: a cap at either end."""
    rows = list(bands)
    caps = [band.cap for band in rows if band.cap is not None]
    if not caps:
        return None
    fixed = [band.fixed for band in rows if band.fixed is not None]
    return Bounds(min(caps + fixed), max(caps) if len(caps) == len(rows) else None)


def _capped(trail: Trail, cap: Decimal | None, ground: Ground) -> Bounds | None:
    """Take at most `cap`, where there is one; answers it."""
    if cap is None:
        return None
    value = exactly(cap)
    trail.then("cap", trail.result.capped(cap), value=value, ground=ground)
    return value
