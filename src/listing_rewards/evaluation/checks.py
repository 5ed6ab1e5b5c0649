"""The checks of one award, and the facts that an unknown one needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from listing_rewards.assessment import (
    Check,
    FlagCheck,
    InForceCheck,
    ReachedCheck,
    SeasoningCheck,
    SeasoningFound,
)
from listing_rewards.case import Event
from listing_rewards.evaluation.facts import Facts
from listing_rewards.policy.conditions import FlagCondition, SeasoningCondition
from listing_rewards.policy.model import Award, Policy
from listing_rewards.rules.conditions import Truth, all_of, any_of
from listing_rewards.rules.seasoning import Seasoning, neeq_seasoning


def checks_of(award: Award, policy: Policy, facts: Facts) -> list[Check]:
    """Has the event happened, within the policy's days, and is every condition met?

    Where the event has not happened, nothing further is asked.
    """
    reached = _reached(award, policy, facts)
    if reached.truth is Truth.NOT_MET:
        return [reached]
    checks: list[Check] = [reached, *_in_force(award, policy, facts)]
    for name in award.needs:
        condition = policy.conditions[name]
        if isinstance(condition, FlagCondition):
            checks.append(_flag(name, condition, policy, facts))
        else:
            checks.append(_seasoning(name, condition, policy, facts))
    return checks


def truth_of(checks: Sequence[Check]) -> Truth:
    """All checks together; of several days of one event, one within the policy's days is enough."""
    days = [check.truth for check in checks if isinstance(check, InForceCheck)]
    others = [check.truth for check in checks if not isinstance(check, InForceCheck)]
    return all_of([*others, any_of(days)] if days else others)


def _reached(award: Award, policy: Policy, facts: Facts) -> ReachedCheck:
    return ReachedCheck(
        truth=facts.happened(award.earned_by),
        event=award.earned_by,
        on=tuple(event.on for event in facts.events.get(award.earned_by, ())),
        ground=policy.grounds[f"awards.{award.id}"],
    )


def _in_force(award: Award, policy: Policy, facts: Facts) -> Iterator[InForceCheck]:
    days: list[date | None] = [event.on for event in facts.events.get(award.earned_by, ())]
    for day in days or [None]:
        truth = Truth.UNKNOWN if day is None else Truth.of(policy.in_force.includes(day))
        yield InForceCheck(
            truth=truth,
            event=award.earned_by,
            on=day,
            first=policy.in_force.first,
            last=policy.in_force.last,
            ground=policy.grounds["in_force"],
        )


def _flag(name: str, condition: FlagCondition, policy: Policy, facts: Facts) -> FlagCheck:
    stated = facts.flag(condition.flag)
    presumed = stated is None and policy.flags[condition.flag].presumed is not None
    known = Truth.UNKNOWN if stated is None else Truth.of(stated)
    return FlagCheck(
        truth=Truth.MET if presumed else known,
        condition=name,
        flag=condition.flag,
        stated=stated,
        ground=policy.grounds[f"flags.{condition.flag}" if presumed else f"conditions.{name}"],
    )


def _seasoning(
    name: str, condition: SeasoningCondition, policy: Policy, facts: Facts
) -> SeasoningCheck:
    tested = facts.test_event(condition.tested_on)
    truth, found, year = _tested(condition, facts)
    return SeasoningCheck(
        truth=truth,
        condition=name,
        event=condition.seasoning,
        years=condition.years,
        counting=condition.counting,
        found=found,
        started_on=year.listed_on if year else None,
        tested_event=tested.kind if isinstance(tested, Event) else None,
        tested_on=tested.on if isinstance(tested, Event) else None,
        completes_on=year.completes_on if year else None,
        met_from=year.met_from if year else None,
        days_left=year.days_left if year else None,
        on_boundary_day=year.on_boundary_day if year else None,
        ground=policy.grounds[f"conditions.{name}"],
    )


def _tested(
    condition: SeasoningCondition, facts: Facts
) -> tuple[Truth, SeasoningFound, Seasoning | None]:
    """The period runs from the first start after the last break before the day it is tested."""
    started = facts.happened(condition.seasoning)
    if started is Truth.NOT_MET:
        return Truth.NOT_MET, "not_started", None
    tested = facts.test_event(condition.tested_on)
    if tested is Truth.NOT_MET:
        return Truth.NOT_MET, "no_test_day", None
    if not isinstance(tested, Event):
        return Truth.UNKNOWN, "test_day_unknown", None
    if started is Truth.UNKNOWN:
        return Truth.UNKNOWN, "start_unknown", None
    broken_on = facts.last_day(condition.restarted_by, until=tested.on)
    starts = [
        event.on
        for event in facts.events[condition.seasoning]
        if event.on <= tested.on and (broken_on is None or event.on >= broken_on)
    ]
    if not starts:
        return Truth.NOT_MET, "not_started", None
    year = neeq_seasoning(
        min(starts), tested.on, years=condition.years, counting=condition.counting
    )
    breaks = condition.restarted_by
    if year.met and breaks and facts.happened(breaks) is Truth.UNKNOWN:
        return Truth.UNKNOWN, "break_unknown", year
    return Truth.of(year.met), "compared", year
