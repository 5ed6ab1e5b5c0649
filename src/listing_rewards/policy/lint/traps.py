"""What a document says exactly and a reader may take otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
    plain_amounts,
)
from listing_rewards.policy.conditions import HappenedCondition, conditions_within
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.finding import Finding, advice
from listing_rewards.policy.model import Policy


def one_day_for_all(policy: Policy) -> Iterator[Finding]:
    """A value by the day of an event that may happen again: the earliest day decides for all."""
    for award in policy.awards:
        event = policy.events[award.earned_by]
        if isinstance(award.amount, DatedAmount) and event.repeats:
            path = f"awards.{award.id}.amount.dated"
            yield advice(fault("one_day_for_all", path=path, event=(event.en, event.zh)))


def cap_before_increase(policy: Policy) -> Iterator[Finding]:
    """A cap that an increase goes beyond, where no common cap holds it."""
    for award in policy.awards:
        raised = any(
            _is_capped(amount) and any(each.factor > 1 for each in amount.times)
            for amount in plain_amounts(award.amount)
        )
        if raised and award.group is None:
            path = f"awards.{award.id}.amount.times"
            yield advice(fault("cap_before_increase", path=path))


def _is_capped(amount: PlainAmount) -> bool:
    if isinstance(amount, BandsAmount):
        return any(band.cap is not None for band in amount.bands)
    return isinstance(amount, FixedAmount | RateAmount) and amount.cap is not None


def all_events_count(policy: Policy) -> Iterator[Finding]:
    """A base of several events, one of which is enough for a condition on their days."""
    for award in policy.awards:
        timed = {*_timed(award, policy)}
        for amount in plain_amounts(award.amount):
            if not isinstance(amount, RateAmount | BandsAmount) or amount.of not in timed:
                continue
            event = policy.events[amount.of]
            if event.repeats:
                path = f"awards.{award.id}.needs"
                yield advice(fault("all_events_count", path=path, event=(event.en, event.zh)))


def _timed(award: Award, policy: Policy) -> Iterator[str]:
    """The events whose days a condition of the award asks about."""
    names = [*policy.needs, *award.needs]
    while names:
        condition = policy.conditions[names.pop()]
        names += conditions_within(condition)
        if isinstance(condition, HappenedCondition):
            yield condition.happened
