"""A condition of a policy in a few words."""

from __future__ import annotations

from typing import assert_never

from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    ApplicationCondition,
    AttributeCondition,
    Condition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.counted import CalendarYear, Counted
from listing_rewards.report.phrasing import PolicyPhrasing


def condition_text(words: PolicyPhrasing, condition: Condition) -> str:
    """What is asked, without its source."""
    match condition:
        case FlagCondition():
            return words.say("values.quoted", name=words.flag(condition.flag))
        case FigureCondition():
            bounds = words.within(condition, words.unit(condition.figure))
            name = words.figure(condition.figure)
            text = words.say("policy.condition_figure", name=name, bounds=bounds)
            if condition.counted == "in_force" or condition.figure not in words.policy.events:
                return text
            counted = counted_text(words, condition.counted)
            return text + words.say("policy.amount_counted", counted=counted)
        case AttributeCondition():
            name = words.attribute(condition.attribute)
            values = values_text(words, condition.attribute, condition.one_of)
            return words.say("policy.condition_attribute", name=name, values=values)
        case HappenedCondition():
            event, time = words.event(condition.happened), time_text(words, condition)
            key = "policy.condition_happened" if time else "policy.condition_happened_any"
            said = words.say(key, event=event, time=time)
            by = "" if condition.tested_on == "as_of" else condition.tested_on
            return said + (words.say("policy.tested_by", by) if by else "")
        case AbsentCondition():
            text = words.say("policy.condition_absent", event=words.event(condition.absent))
            text += words.say("policy.after_event") if condition.after_event else ""
            return text + words.say("policy.tested_by", condition.tested_on)
        case ApplicationCondition():
            return _applied(words, condition)
        case SeasoningCondition():
            return _seasoning(words, condition)
        case AllCondition() | AnyCondition() | NotCondition():
            return _combined(words, condition)
        case _:
            assert_never(condition)


def counted_text(words: PolicyPhrasing, counted: Counted) -> str:
    """Which of an event's stated amounts count."""
    if isinstance(counted, str):
        return words.say("policy.counted", counted)
    span = words.span(
        months=counted.within_months, years=counted.within_years, days=counted.within_days
    )
    if counted.runs_from:
        key = "policy.counted_from" if span else "policy.counted_since"
        start = _new_year(words, counted.runs_from, counted.event)
        return words.say(key, span=span, start=start)
    side = "after" if counted.after else "before"
    key = "policy.counted_within" if span else "policy.counted_open"
    return words.say(key, side, span=span, event=words.event(counted.event))


def values_text(words: PolicyPhrasing, attribute: str, values: tuple[str, ...]) -> str:
    """The labels of an attribute's values, any of which would do; to be put in quotes."""
    return words.say("values.or").join(words.value(attribute, value) for value in values)


def time_text(words: PolicyPhrasing, condition: HappenedCondition, days: str = "") -> str:
    """When an event has to happen; `days` are those of the time after another event."""
    said = []
    if condition.first and condition.last:
        said.append(words.say("policy.time_between", first=condition.first, last=condition.last))
    elif condition.first:
        said.append(words.say("policy.time_first", first=condition.first))
    elif condition.last:
        said.append(words.say("policy.time_last", last=condition.last))
    if condition.after:
        span = words.span(
            years=condition.within_years,
            months=condition.within_months,
            days=condition.within_days,
        )
        if condition.runs_from:
            key = "policy.time_from" if span else "policy.time_since"
            start = _new_year(words, condition.runs_from, condition.after)
            said.append(words.say(key, start=start, span=span, days=days))
        else:
            key = "policy.time_within" if span else "policy.time_after"
            said.append(words.say(key, event=words.event(condition.after), span=span, days=days))
    return words.say("policy.time_joint").join(said)


def _new_year(words: PolicyPhrasing, runs_from: CalendarYear, event: str | None) -> str:
    """From which 1 January a time runs, by its event or, without one, that of the award."""
    named = words.say("policy.earning_it")
    if event:
        named = words.say("values.quoted", name=words.event(event))
    return words.say("policy.new_year", runs_from, event=named)


def _applied(words: PolicyPhrasing, condition: ApplicationCondition) -> str:
    window = condition.applied
    span = words.span(
        years=window.within_years, months=window.within_months, days=window.within_days
    )
    said = []
    event = words.say("policy.its_event")
    if window.after:
        event = words.say("values.quoted", name=words.event(window.after))
    if window.runs_from:
        key = "policy.time_from" if span else "policy.time_since"
        start = _new_year(words, window.runs_from, window.after)
        said.append(words.say(key, start=start, span=span, days=""))
    elif window.anchored:
        key = "policy.applied_within" if span else "policy.applied_after"
        said.append(words.say(key, event=event, span=span))
    if window.first and window.last:
        said.append(words.say("policy.time_between", first=window.first, last=window.last))
    elif window.first:
        said.append(words.say("policy.time_first", first=window.first))
    elif window.last:
        said.append(words.say("policy.time_last", last=window.last))
    if not said:
        return words.say("policy.condition_applied_any")
    time = words.say("policy.time_joint").join(said)
    return words.say("policy.condition_applied", time=time)


def _test_day(words: PolicyPhrasing, condition: SeasoningCondition) -> str:
    test = condition.test_day
    return "" if test == "as_of" else words.say("policy.test_day", test)


def _seasoning(words: PolicyPhrasing, condition: SeasoningCondition) -> str:
    restart = ""
    if condition.restarted_by:
        restart = words.say("policy.condition_restart", event=words.event(condition.restarted_by))
    key = "policy.condition_seasoning" if condition.tested_kinds else "policy.condition_held"
    if condition.test_day != "as_of":
        key = "policy.condition_tested"
    event = words.event(condition.seasoning)
    if condition.runs_from:
        event = words.say("policy.from_new_year", condition.runs_from, event=event)
    return words.say(
        key,
        period=words.period(condition.years, condition.months),
        event=event,
        tested=words.say("values.or").join(map(words.event, condition.tested_kinds)),
        day=_test_day(words, condition),
        restart=restart,
        counting=words.say("policy.counting", condition.counting),
    )


def _combined(words: PolicyPhrasing, condition: AllCondition | AnyCondition | NotCondition) -> str:
    parts = [words.policy.conditions[name] for name in conditions_within(condition)]
    said = words.say("policy.list_joint").join(_part(words, part) for part in parts)
    match condition:
        case AllCondition():
            return words.say("policy.condition_all_of", parts=said)
        case AnyCondition():
            return words.say("policy.condition_any_of", parts=said)
        case NotCondition():
            return words.say("policy.condition_not_met", parts=said)


def _part(words: PolicyPhrasing, condition: Condition) -> str:
    """A condition within another one; in brackets where it is made of others itself."""
    text = condition_text(words, condition)
    several = isinstance(condition, AllCondition | AnyCondition)
    return words.say("policy.condition_inner", condition=text) if several else text
