"""A full period on a case: tested on a later event's day, or on the day asked for."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from listing_rewards.assessment import SeasoningCheck, SeasoningFound
from listing_rewards.case import Event
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.making import seasoning_check as made_check
from listing_rewards.policy.conditions import SeasoningCondition
from listing_rewards.policy.source import Ground
from listing_rewards.rules.seasoning import Seasoning, full_period
from listing_rewards.truth import MET, NOT_MET, UNKNOWN, Truth


class _Tested(NamedTuple):
    """How a period came out."""

    truth: Truth
    found: SeasoningFound
    period: Seasoning | None = None
    event: str | None = None


def seasoning_check(
    name: str, condition: SeasoningCondition, facts: Facts, ground: Ground
) -> SeasoningCheck:
    """Whether the period was full, with its days."""
    event = facts.test_event(condition.tested_on or ())
    tested = _tested(condition, event, facts) if condition.tested_on else _held(condition, facts)
    period = tested.period
    return made_check(
        truth=tested.truth,
        condition=name,
        event=condition.seasoning,
        years=condition.years,
        months=condition.months,
        counting=condition.counting,
        found=tested.found,
        started_on=period.listed_on if period else None,
        tested_event=event.kind if isinstance(event, Event) else None,
        tested_on=event.on if isinstance(event, Event) else (period.tested_on if period else None),
        completes_on=period.completes_on if period else None,
        met_from=period.met_from if period else None,
        days_left=period.days_left if period else None,
        on_boundary_day=period.on_boundary_day if period else None,
        ground=ground,
    )


def _period(condition: SeasoningCondition, start: date, tested_on: date) -> Seasoning:
    return full_period(
        start,
        tested_on,
        years=condition.years,
        months=condition.months,
        counting=condition.counting,
    )


def _tested(condition: SeasoningCondition, tested: Event | Truth, facts: Facts) -> _Tested:
    """The period runs from the first start after the last break before the day it is tested."""
    started = facts.happened(condition.seasoning)
    if started is NOT_MET:
        return _Tested(NOT_MET, "not_started")
    if tested is NOT_MET:
        return _Tested(NOT_MET, "no_test_day")
    if not isinstance(tested, Event):
        return _Tested(UNKNOWN, "test_day_unknown")
    if started is UNKNOWN:
        return _Tested(UNKNOWN, "start_unknown")
    broken_on = facts.last_day(condition.restarted_by, until=tested.on)
    starts = [
        event.on
        for event in facts.events[condition.seasoning]
        if event.on <= tested.on and (broken_on is None or event.on >= broken_on)
    ]
    if not starts:
        return _Tested(NOT_MET, "not_started")
    period = _period(condition, min(starts), tested.on)
    breaks = condition.restarted_by
    if period.met and breaks and facts.happened(breaks) is UNKNOWN:
        return _Tested(UNKNOWN, "break_unknown", period)
    return _Tested(Truth.of(period.met), "compared", period)


def _held(condition: SeasoningCondition, facts: Facts) -> _Tested:
    """The period must be full by the day asked for, and not be broken before it is."""
    started = facts.happened(condition.seasoning)
    if started is NOT_MET:
        return _Tested(NOT_MET, "not_started")
    if started is UNKNOWN:
        return _Tested(UNKNOWN, "start_unknown")
    breaks = condition.restarted_by
    broken_on = [event.on for event in facts.events.get(breaks or "", ())]
    periods = [
        _period(condition, event.on, facts.as_of) for event in facts.events[condition.seasoning]
    ]
    unbroken = [
        each
        for each in periods
        if bisect_right(broken_on, each.listed_on) == bisect_right(broken_on, each.met_from)
    ]
    held = [each for each in unbroken if each.met]
    if held and breaks and facts.happened(breaks) is UNKNOWN:
        return _Tested(UNKNOWN, "break_unknown", held[0])
    if held:
        return _Tested(MET, "held", held[0])
    if unbroken:
        return _Tested(NOT_MET, "not_yet_held", unbroken[-1])
    return _Tested(NOT_MET, "broken", periods[-1])
