"""One award's nominal amount: its construct, what it adds to it, rounded once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from listing_rewards.bounds import NOTHING, Bounds, either, exactly
from listing_rewards.engines.exact.amounts import construct_steps
from listing_rewards.engines.exact.bases import quantity
from listing_rewards.engines.exact.conditions import Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.policy.amounts import (
    DatedAmount,
    FixedAmount,
    PlainAmount,
    Scaled,
    TopUpAmount,
    UnknownAmount,
)
from listing_rewards.policy.grants import Award
from listing_rewards.policy.source import Ground
from listing_rewards.rules.amounts import (
    approved_within,
    cap_in_units,
    multiplied,
    rounded,
    scaled,
)
from listing_rewards.truth import UNKNOWN

Received = Callable[[str], Bounds]
"""What an earlier award counts for, where it is subtracted: yuan, by the award's id."""


def nominal_steps(award: Award, facts: Facts, conditions: Conditions, received: Received) -> Trail:
    """The steps to the nominal amount; the last one's result is it."""
    path = f"awards.{award.id}.amount"
    if isinstance(award.amount, DatedAmount):
        return _dated_steps(award, award.amount, path, facts, conditions, received)
    ground = facts.policy.grounds[path]
    return _plain_steps(award, award.amount, ground, facts, conditions, received)


def _dated_steps(
    award: Award,
    amount: DatedAmount,
    path: str,
    facts: Facts,
    conditions: Conditions,
    received: Received,
) -> Trail:
    """The value of the day that earns the award; whichever it may be where that is not known."""
    grounds = facts.policy.grounds

    def value(number: int) -> Trail:
        chosen = amount.dated[number]
        if chosen.amount is None:
            nothing = Trail()
            nothing.state("nothing", NOTHING, on=chosen.since, ground=grounds[path])
            return nothing
        ground = grounds[f"{path}.dated[{number}].amount"]
        trail = _plain_steps(award, chosen.amount, ground, facts, conditions, received)
        trail.then("dated", trail.result, on=chosen.since, ground=grounds[path])
        return trail

    earned = [event.on for event in facts.in_force(award.earned_by)]
    if earned:
        holding = [i for i, each in enumerate(amount.dated) if each.since <= earned[0]]
        if holding:
            return value(holding[-1])
    trail = Trail()
    if facts.happened(award.earned_by) is not UNKNOWN:
        trail.state("nothing", NOTHING, on=amount.dated[0].since, ground=grounds[path])
    else:
        values = [NOTHING, *(value(i).result for i in range(len(amount.dated)))]
        trail.state("dated", either(values), ground=grounds[path])
    return trail


def _plain_steps(
    award: Award,
    amount: PlainAmount,
    ground: Ground,
    facts: Facts,
    conditions: Conditions,
    received: Received,
) -> Trail:
    trail = Trail()
    cap = construct_steps(amount, trail, facts, ground)
    for each in amount.times:
        truth = conditions.truth(each.when)
        result = multiplied(trail.result, each.factor, truth)
        trail.then("times", result, rate=each.factor, truth=truth, name=each.when, ground=ground)
        cap = cap and multiplied(cap, each.factor, truth)
    if amount.scaled:
        cap = _scaled(amount.scaled, trail, facts, ground, cap)
    _rounded(amount, trail, facts, cap, ground)
    for name in amount.less:
        counts = received(name)
        trail.then("received", trail.result.less(counts), value=counts, name=name, ground=ground)
    if amount.upto:
        approved = facts.approved.get(award.id)
        value = None if approved is None else exactly(approved)
        result = approved_within(trail.result, approved)
        trail.then("approved", result, value=value, name=award.id, ground=ground)
    return trail


def _scaled(
    by: Scaled, trail: Trail, facts: Facts, ground: Ground, cap: Bounds | None
) -> Bounds | None:
    """Scale the amount, and the cap that rounding must not exceed along with it."""
    part = quantity(by.by, facts)
    whole = quantity(by.of, facts) if by.of else exactly(Decimal(1))

    def share_of(amount: Bounds) -> Bounds:
        return scaled(amount, part, whole, full_at=by.full_at, short=by.short)

    trail.then(
        "scaled",
        share_of(trail.result),
        value=part,
        whole=whole,
        rate=by.full_at,
        short=by.short,
        name=by.by,
        ground=ground,
    )
    return cap and share_of(cap)


def _rounded(
    amount: PlainAmount, trail: Trail, facts: Facts, cap: Bounds | None, ground: Ground
) -> None:
    """Round once, never above the cap; a sum that the policy states is rounded if it has to be.

    What is rounded is whole units: it exceeds the cap where it exceeds the whole units of the cap.
    """
    unit, mode = facts.policy.rounding.unit, facts.policy.rounding.mode
    result = rounded(trail.result, unit=unit, mode=mode)
    stated = isinstance(amount, FixedAmount | TopUpAmount | UnknownAmount)
    if stated and result == trail.result:
        return
    trail.then("round", result, unit=unit, mode=mode, ground=facts.policy.grounds["rounding"])
    if cap is not None and result != result.within(cap):
        limit = cap.each(lambda value: cap_in_units(value, unit))
        trail.then("cap", result.within(limit), value=limit, ground=ground)
