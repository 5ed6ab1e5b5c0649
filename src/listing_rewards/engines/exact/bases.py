"""What an amount is worked out from: a figure, or the amounts of events, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from listing_rewards.bounds import ANYTHING, NOTHING, Bounds, exactly
from listing_rewards.case import Event
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.policy.amounts import BandsAmount, Portion, RateAmount
from listing_rewards.policy.source import Ground
from listing_rewards.rules.amounts import rate_of
from listing_rewards.truth import UNKNOWN, Truth

OnABase: TypeAlias = RateAmount | BandsAmount


def base_of(name: str, trail: Trail, facts: Facts) -> None:
    """Add the steps to a figure, or to the amounts of an event's days in force together."""
    if name in facts.policy.figures:
        stated = facts.amount_of(name)
        value = ANYTHING if stated is None else stated.less(NOTHING)
        trail.state("figure", value, name=name, truth=Truth.of(stated is not None))
        return
    events = facts.in_force(name)
    if events:
        _event_steps(events, trail)
    elif facts.happened(name) is UNKNOWN:
        _event_steps([None], trail)
    else:
        trail.sum(())


def _event_steps(events: Sequence[Event | None], trail: Trail) -> None:
    first = len(trail.steps)
    for event in events:
        stated = event.amount if event else None
        value = ANYTHING if stated is None else exactly(stated)
        trail.state("event_amount", value, on=event.on if event else None)
    if len(events) > 1:
        trail.sum(range(first, len(trail.steps)))


class Base(NamedTuple):
    """One base of an amount: some events of its kind, or the whole of what it is worked out from.

    Attributes:
        amount: the amount.
        facts: the case as the policy reads it.
        events: the events that make this base; None for all there are, or for a figure.
    """

    amount: OnABase
    facts: Facts
    events: tuple[Event | None, ...] | None = None

    def steps(self, trail: Trail, ground: Ground) -> None:
        """Add the steps to the base."""
        if self.events is None:
            base_of(self.amount.of, trail, self.facts)
        else:
            _event_steps(self.events, trail)
        for name in self.amount.minus:
            taken = quantity(name, self.facts)
            trail.then("minus", trail.result.less(taken), value=taken, name=name)
        above = self.amount.above
        if isinstance(above, Portion):
            taken = rate_of(quantity(above.of, self.facts), above.rate)
            result = trail.result.less(taken)
            trail.then("above", result, value=taken, name=above.of, ground=ground)
        elif above is not None:
            taken = exactly(above)
            trail.then("above", trail.result.less(taken), value=taken, ground=ground)


class Bases(NamedTuple):
    """What an amount is worked out from, each by itself, and whether it is known how many."""

    each: list[Base]
    countable: bool = True


def bases_of(amount: OnABase, facts: Facts) -> Bases:
    """One base for the enterprise, one for each calendar year, or one for each event."""
    if amount.scope == "enterprise":
        return Bases([Base(amount, facts)])
    events = facts.in_force(amount.of)
    if not events and facts.happened(amount.of) is UNKNOWN:
        return Bases([Base(amount, facts, (None,))], countable=False)
    if amount.scope == "event":
        return Bases([Base(amount, facts, (event,)) for event in events])
    years = sorted({event.on.year for event in events})
    return Bases(
        [Base(amount, facts, tuple(e for e in events if e.on.year == year)) for year in years]
    )


def quantity(name: str, facts: Facts) -> Bounds:
    """A figure or an event's amount, at least 0; anything where it is not stated."""
    stated = facts.amount_of(name)
    return ANYTHING if stated is None else stated.less(NOTHING)
