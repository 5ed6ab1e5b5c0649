"""One award's nominal amount, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from listing_rewards.assessment import Operation, Step
from listing_rewards.bounds import ANYTHING, Bounds, exactly, total
from listing_rewards.case import Event
from listing_rewards.evaluation.facts import Facts
from listing_rewards.policy.amounts import FixedAmount, RateAmount, UnknownAmount
from listing_rewards.policy.model import Award, Policy
from listing_rewards.policy.source import Ground
from listing_rewards.rules.amounts import at_most, cap_in_units, rate_of, rounded
from listing_rewards.rules.conditions import Truth


def amount_steps(award: Award, policy: Policy, facts: Facts) -> list[Step]:
    """The steps to the nominal amount; the last one's result is it."""
    amount, ground = award.amount, policy.grounds[f"awards.{award.id}.amount"]
    if isinstance(amount, FixedAmount):
        value = exactly(amount.fixed)
        steps = [Step(op="fixed", value=value, result=value, ground=ground)]
        rounding = _rounded(steps, policy)
        return steps if rounding.result == value else [*steps, rounding]
    if isinstance(amount, UnknownAmount):
        return [Step(op="unknown", value=ANYTHING, result=ANYTHING, ground=ground)]
    return _rate_steps(amount, ground, policy, facts)


def events_in_force(kind: str, policy: Policy, facts: Facts) -> list[Event]:
    """The events of one kind that fall on the policy's days."""
    return [each for each in facts.events.get(kind, ()) if policy.in_force.includes(each.on)]


def _rate_steps(amount: RateAmount, ground: Ground, policy: Policy, facts: Facts) -> list[Step]:
    """A share of each base the cap holds for, capped; then together, rounded once."""
    steps: list[Step] = []
    shares: list[int] = []
    cap = amount.cap
    bases = _bases(amount, events_in_force(amount.of, policy, facts))
    if not bases and facts.happened(amount.of) is Truth.UNKNOWN:
        bases = [[None]]
        if amount.cap_per != "enterprise":
            cap = None  # nobody knows how many events or years there are, each with a cap
    for base in bases:
        first = len(steps)
        steps += [_event_amount(event) for event in base]
        if len(base) > 1:
            steps.append(_sum(steps, range(first, len(steps))))
        share = rate_of(steps[-1].result, amount.rate)
        steps.append(_after(steps, "rate", share, rate=amount.rate, ground=ground))
        if cap is not None:
            steps.append(_capped(steps, cap, ground))
        shares.append(len(steps) - 1)
    if len(shares) != 1:
        steps.append(_sum(steps, shares))
    steps.append(_rounded(steps, policy))
    if cap is not None:
        limit = cap_in_units(cap * len(bases), policy.rounding.unit)
        if steps[-1].result != at_most(steps[-1].result, limit):
            steps.append(_capped(steps, limit, ground))
    return steps


def _bases(amount: RateAmount, events: list[Event]) -> list[list[Event]] | list[list[None]]:
    """The events, parted by what the cap holds for: the enterprise, a year, or each event."""
    if amount.cap_per == "event":
        return [[event] for event in events]
    if amount.cap_per == "year":
        years = sorted({event.on.year for event in events})
        return [[event for event in events if event.on.year == year] for year in years]
    return [events] if events else []


def _event_amount(event: Event | None) -> Step:
    stated = event.amount if event else None
    value = ANYTHING if stated is None else exactly(stated)
    return Step(op="event_amount", on=event.on if event else None, value=value, result=value)


def _sum(steps: list[Step], numbers: Iterable[int]) -> Step:
    of = tuple(numbers)
    return Step(op="sum", of=of, result=total(steps[number].result for number in of))


def _rounded(steps: list[Step], policy: Policy) -> Step:
    unit, mode = policy.rounding.unit, policy.rounding.mode
    result = rounded(steps[-1].result, unit=unit, mode=mode)
    why = policy.grounds["rounding"]
    return _after(steps, "round", result, unit=unit, mode=mode, ground=why)


def _capped(steps: list[Step], cap: Decimal, ground: Ground) -> Step:
    result = at_most(steps[-1].result, cap)
    return _after(steps, "cap", result, value=exactly(cap), ground=ground)


def _after(steps: list[Step], op: Operation, result: Bounds, **how: Any) -> Step:
    """A step that works on the result of the last one."""
    return Step(op=op, of=(len(steps) - 1,), result=result, **how)
