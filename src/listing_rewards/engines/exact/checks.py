"""The checks of one award."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import TypeAlias

from listing_rewards.assessment import Check, InForceCheck
from listing_rewards.engines.exact.conditions import Checked, Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.grounds import assumed_in
from listing_rewards.engines.exact.parts import in_force_check, reached_check
from listing_rewards.engines.exact.register import ExactTruths
from listing_rewards.meaning.checks import earned
from listing_rewards.policy.model import Policy
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth, all_of

MOST = 4096
"""The checks of so many days are kept with a policy, those that were asked for last."""


Dated: TypeAlias = Callable[[str, Truth, tuple[date, ...], bool], Checked]
"""The checks of an award, by its id, that follow from whether and when its event happened."""


def dated(facts: Facts) -> Dated:
    """The checks on the days of a policy's events; enterprises share days, so they are kept."""
    return facts.kept.of("dated", lambda: lru_cache(MOST)(partial(_dated, facts.policy)))


def checked(name: str, on_days: Dated, facts: Facts, conditions: Conditions) -> Checked:
    """Has an award's event happened, within the policy's days, and is every condition met?

    Where the event has not happened, nothing further is asked. Of several days of one event, one
    within the policy's days is enough.
    """
    relations = facts.relations
    event = relations.earned_by[name]
    on = facts.days(event)
    happened = MET if on else facts.happened(event)
    found = on_days(name, happened, on, facts.may_have_another_day(event))
    if found.not_reached:
        return found
    asked = conditions.together(relations.asked[name])
    checks, assumed = found.checks + asked.checks, found.assumed + asked.assumed
    truth = all_of((found.truth, asked.truth))
    return Checked(checks, truth, assumed, last=found.last, earned=found.truth)


class _OnDays(ExactTruths):
    """One event by itself, on its days."""

    def __init__(
        self,
        policy: Policy,
        happened: Truth,
        on: tuple[date, ...],
        another: bool,  # noqa: FBT001  (a bool is the whole point)
    ) -> None:
        self._happened, self._another = happened, another
        self._in_force = any(map(policy.in_force.includes, on))

    def happened(self, _: str) -> Truth:
        """Whether it has happened."""
        return self._happened

    def falls_in_force(self, _: str) -> bool:
        """Whether it lies on the policy's days."""
        return self._in_force

    def may_have_another_day(self, _: str) -> bool:
        """Whether it is unknown if it has happened once more."""
        return self._another


def _dated(
    policy: Policy,
    award_id: str,
    happened: Truth,
    on: tuple[date, ...],
    another: bool,  # noqa: FBT001  (a bool is the whole point)
) -> Checked:
    event = policy.relations.earned_by[award_id]
    ground = policy.grounds[f"awards.{award_id}"]
    reached = reached_check(truth=happened, event=event, on=on, ground=ground)
    if happened is NOT_MET:
        return Checked((reached,), happened, tuple(assumed_in([reached])), not_reached=True)
    days = [*_in_force(policy, event, on)]
    if another and on and all(day.truth is NOT_MET for day in days):
        days += _in_force(policy, event, ())
    truth = all_of([each for _, each in earned(_OnDays(policy, happened, on, another), event)])
    checks: tuple[Check, ...] = (reached, *days)
    met = [day.on for day in days if day.truth is MET]
    last = None if another or not met else met[-1]
    return Checked(checks, truth, tuple(assumed_in(checks)), last=last)


def _in_force(policy: Policy, event: str, on: tuple[date, ...]) -> Iterator[InForceCheck]:
    validity, ground = policy.in_force, policy.grounds["in_force"]
    for day in on or (None,):
        yield in_force_check(
            truth=UNKNOWN if day is None else Truth.of(validity.includes(day)),
            event=event,
            on=day,
            first=validity.first,
            last=validity.end,
            ground=ground,
        )
