"""The checks of one award."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from listing_rewards.assessment import Check, InForceCheck
from listing_rewards.evaluation.conditions import Conditions
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.making import in_force_check, reached_check
from listing_rewards.policy.grants import Award
from listing_rewards.truth import Truth, all_of, any_of


def checks_of(award: Award, facts: Facts, conditions: Conditions) -> list[Check]:
    """Has the event happened, within the policy's days, and is every condition met?

    Where the event has not happened, nothing further is asked.
    """
    reached = reached_check(
        truth=facts.happened(award.earned_by),
        event=award.earned_by,
        on=tuple([event.on for event in facts.events.get(award.earned_by, ())]),
        ground=facts.policy.grounds[f"awards.{award.id}"],
    )
    if reached.truth is Truth.NOT_MET:
        return [reached]
    needs = facts.policy.relations.needs[award.id]
    return [reached, *_in_force(award, facts), *map(conditions.check, needs)]


def truth_of(checks: Sequence[Check]) -> Truth:
    """All checks together; of several days of one event, one within the policy's days is enough."""
    days: list[Truth] = []
    others: list[Truth] = []
    for check in checks:
        (days if isinstance(check, InForceCheck) else others).append(check.truth)
    if days:
        others.append(any_of(days))
    return all_of(others)


def _in_force(award: Award, facts: Facts) -> Iterator[InForceCheck]:
    validity = facts.policy.in_force
    days: list[date | None] = [event.on for event in facts.events.get(award.earned_by, ())]
    for day in days or [None]:
        yield in_force_check(
            truth=Truth.UNKNOWN if day is None else Truth.of(validity.includes(day)),
            event=award.earned_by,
            on=day,
            first=validity.first,
            last=validity.end,
            ground=facts.policy.grounds["in_force"],
        )
