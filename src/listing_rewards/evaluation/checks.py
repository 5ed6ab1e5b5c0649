"""The checks of one award."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple, TypeAlias

from listing_rewards.assessment import Check, InForceCheck
from listing_rewards.evaluation.conditions import Conditions
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.making import in_force_check, reached_check
from listing_rewards.evaluation.telling import assumed_in
from listing_rewards.policy.grants import Award
from listing_rewards.policy.kept import kept
from listing_rewards.policy.model import Policy
from listing_rewards.truth import Truth, all_of, any_of

MOST = 4096
"""The checks of so many days are kept with a policy, those that were asked for last."""


class Checked(NamedTuple):
    """The checks of an award, or some of them.

    Attributes:
        checks: the checks.
        truth: all of them together.
        assumed: the parts of the policy that are assumed and that they rest on.
        not_reached: whether the event that earns the award has not happened.
    """

    checks: tuple[Check, ...]
    truth: Truth
    assumed: tuple[str, ...]
    not_reached: bool = False


Dated: TypeAlias = Callable[[str, Truth, tuple[date, ...]], Checked]
"""The checks of an award, by its id, that follow from whether and when its event happened."""


def dated(policy: Policy) -> Dated:
    """The checks on the days of a policy's events; enterprises share days, so they are kept."""
    return kept(policy, "dated", lambda: lru_cache(MOST)(partial(_dated, policy)))


def checked(award: Award, on_days: Dated, facts: Facts, conditions: Conditions) -> Checked:
    """Has the event happened, within the policy's days, and is every condition met?

    Where the event has not happened, nothing further is asked. Of several days of one event, one
    within the policy's days is enough.
    """
    happened = facts.happened(award.earned_by)
    found = on_days(award.id, happened, facts.days(award.earned_by))
    needs = facts.policy.relations.needs[award.id]
    if found.not_reached or not needs:
        return found
    asked = [conditions.check(name) for name in needs]
    truth = all_of([found.truth, *[check.truth for check in asked]])
    assumed = [each for name in needs for each in conditions.assumed(name)]
    return Checked((*found.checks, *asked), truth, (*found.assumed, *assumed))


def _dated(policy: Policy, award_id: str, happened: Truth, on: tuple[date, ...]) -> Checked:
    event = policy.relations.awards[award_id].earned_by
    ground = policy.grounds[f"awards.{award_id}"]
    reached = reached_check(truth=happened, event=event, on=on, ground=ground)
    if happened is Truth.NOT_MET:
        return Checked((reached,), happened, tuple(assumed_in([reached])), not_reached=True)
    days = [*_in_force(policy, event, on)]
    truth = all_of([happened, any_of([check.truth for check in days])])
    checks: tuple[Check, ...] = (reached, *days)
    return Checked(checks, truth, tuple(assumed_in(checks)))


def _in_force(policy: Policy, event: str, on: tuple[date, ...]) -> Iterator[InForceCheck]:
    validity, ground = policy.in_force, policy.grounds["in_force"]
    for day in on or (None,):
        yield in_force_check(
            truth=Truth.UNKNOWN if day is None else Truth.of(validity.includes(day)),
            event=event,
            on=day,
            first=validity.first,
            last=validity.end,
            ground=ground,
        )
