"""The checks of one award."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from listing_rewards.assessment import Check, InForceCheck, ReachedCheck
from listing_rewards.evaluation.conditions import Conditions
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.making import in_force_check, reached_check
from listing_rewards.policy.grants import Award
from listing_rewards.policy.kept import kept
from listing_rewards.truth import Truth, all_of, any_of


class Checked(NamedTuple):
    """The checks of an award, all of them together, and whether its event has not happened."""

    checks: tuple[Check, ...]
    truth: Truth
    not_reached: bool = False


def checked(award: Award, facts: Facts, conditions: Conditions) -> Checked:
    """Has the event happened, within the policy's days, and is every condition met?

    Where the event has not happened, nothing further is asked. Of several days of one event, one
    within the policy's days is enough.
    """
    happened = facts.happened(award.earned_by)
    if happened is Truth.NOT_MET:
        not_reached = ("not reached", award.id)
        return kept(facts.policy, not_reached, lambda: _not_reached(award, facts))
    on = facts.days(award.earned_by)
    days = _in_force(award, on or (None,), facts)
    asked = [conditions.check(name) for name in facts.policy.relations.needs[award.id]]
    in_force = any_of([check.truth for check in days])
    truth = all_of([happened, in_force, *[check.truth for check in asked]])
    return Checked((_reached(award, happened, on, facts), *days, *asked), truth)


def _reached(award: Award, happened: Truth, on: tuple[date, ...], facts: Facts) -> ReachedCheck:
    return reached_check(
        truth=happened,
        event=award.earned_by,
        on=on,
        ground=facts.policy.grounds[f"awards.{award.id}"],
    )


def _not_reached(award: Award, facts: Facts) -> Checked:
    reached = _reached(award, Truth.NOT_MET, (), facts)
    return Checked((reached,), Truth.NOT_MET, not_reached=True)


def _in_force(award: Award, days: Sequence[date | None], facts: Facts) -> list[InForceCheck]:
    validity, ground = facts.policy.in_force, facts.policy.grounds["in_force"]
    first, last = validity.first, validity.end
    return [
        in_force_check(
            truth=Truth.UNKNOWN if day is None else Truth.of(validity.includes(day)),
            event=award.earned_by,
            on=day,
            first=first,
            last=last,
            ground=ground,
        )
        for day in days
    ]
