"""The checks of one award."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from listing_rewards.assessment import Check, InForceCheck
from listing_rewards.evaluation.conditions import Conditions
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.making import in_force_check, reached_check
from listing_rewards.policy.grants import Award
from listing_rewards.truth import Truth, all_of, any_of


class Checked(NamedTuple):
    """The checks of an award, and all of them together."""

    checks: tuple[Check, ...]
    truth: Truth


def checked(award: Award, facts: Facts, conditions: Conditions) -> Checked:
    """Has the event happened, within the policy's days, and is every condition met?

    Where the event has not happened, nothing further is asked. Of several days of one event, one
    within the policy's days is enough.
    """
    reached = reached_check(
        truth=facts.happened(award.earned_by),
        event=award.earned_by,
        on=facts.days(award.earned_by),
        ground=facts.policy.grounds[f"awards.{award.id}"],
    )
    if reached.truth is Truth.NOT_MET:
        return Checked((reached,), Truth.NOT_MET)
    days = _in_force(award, facts)
    asked = [conditions.check(name) for name in facts.policy.relations.needs[award.id]]
    in_force = any_of([check.truth for check in days])
    truth = all_of([reached.truth, in_force, *[check.truth for check in asked]])
    return Checked((reached, *days, *asked), truth)


def _in_force(award: Award, facts: Facts) -> list[InForceCheck]:
    validity, ground = facts.policy.in_force, facts.policy.grounds["in_force"]
    days: tuple[date | None, ...] = facts.days(award.earned_by) or (None,)
    return [
        in_force_check(
            truth=Truth.UNKNOWN if day is None else Truth.of(validity.includes(day)),
            event=award.earned_by,
            on=day,
            first=validity.first,
            last=validity.end,
            ground=ground,
        )
        for day in days
    ]
