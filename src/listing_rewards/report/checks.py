"""One check in one sentence."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from listing_rewards.assessment import (
    AbsentCheck,
    AppliedCheck,
    AttributeCheck,
    Check,
    CombinedCheck,
    FigureCheck,
    FlagCheck,
    HappenedCheck,
    InForceCheck,
    ReachedCheck,
    SeasoningCheck,
)
from listing_rewards.policy.conditions import (
    AbsentCondition,
    FigureCondition,
    HappenedCondition,
    SeasoningCondition,
)
from listing_rewards.policy.counted import first_day_within
from listing_rewards.report.conditions import time_text, values_text
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.range import ANYTHING
from listing_rewards.values.truth import NOT_MET, UNKNOWN, Truth


def check_sentence(words: Phrasing, check: Check) -> str:
    """What was asked, with the days and figures it was decided on, and how it came out."""
    match check:
        case ReachedCheck():
            return _reached(words, check)
        case InForceCheck():
            return words.say(
                "checks.in_force",
                check.truth,
                event=words.event(check.event),
                day=check.on,
                days=words.say(
                    "checks.days" if check.last else "checks.days_open",
                    first=check.first,
                    last=check.last,
                ),
            )
        case FlagCheck():
            return _flag(words, check)
        case FigureCheck():
            return _figure(words, check)
        case AttributeCheck():
            return _attribute(words, check)
        case HappenedCheck() | AbsentCheck() | AppliedCheck():
            return _in_time(words, check)
        case SeasoningCheck():
            return _seasoning(words, check)
        case CombinedCheck():
            return _combined(words, check)
        case _:
            assert_never(check)


def _in_time(words: Phrasing, check: HappenedCheck | AbsentCheck | AppliedCheck) -> str:
    if isinstance(check, HappenedCheck):
        return _happened(words, check)
    if isinstance(check, AppliedCheck):
        return _applied(words, check)
    fact = _event(words, check.event, check.on, check.truth, must=False)
    return _required(words, fact, _absent_by(words, check))


def combined_head(words: Phrasing, check: CombinedCheck) -> str:
    """How the conditions below are combined."""
    return words.say("checks.combined_head", check.rule)


def _required(words: Phrasing, fact: str, required: str) -> str:
    return words.say("checks.required", fact=fact, required=required)


def _reached(words: Phrasing, check: ReachedCheck) -> str:
    """What is known of the event that earns an award, or of each of several."""
    several = words.policy.relations.together.get(check.event)
    if several is None:
        return _event(words, check.event, check.on, check.truth)
    said = []
    for kind in several.names:
        as_of = words.answer.as_of
        days = {each.on for each in words.answer.case.events if each.kind == kind}
        on = tuple(sorted(day for day in days if day <= as_of))
        needed = any(each.name == kind for each in words.answer.needs)
        said.append(_event(words, kind, on, UNKNOWN if needed else NOT_MET))
    return words.gap.join(said)


def _event(
    words: Phrasing, event: str, on: tuple[date, ...], truth: Truth, *, must: bool = True
) -> str:
    """What is known of an event; `must` where something else implies that it has a day."""
    case = words.answer.case
    later = sorted(str(each.on) for each in case.events if each.kind == event)
    key, days = "checks.reached_silent", ""
    if on:
        key, days = "checks.reached_met", words.listing(map(str, on))
    elif event in case.absent:
        key = "checks.reached_absent"
    elif later:
        key, days = "checks.reached_later", words.listing(later)
    elif truth is UNKNOWN:
        implied = must and words.policy.events[event].silence == "unknown_if_needed"
        key = "checks.reached_unknown" if implied else "checks.reached_open"
    return words.say(key, event=words.event(event), days=days)


def _silence(words: Phrasing, event: str) -> Truth:
    """How the silence of a case on an event reads to a condition that asks for it."""
    silence = words.policy.events[event].silence
    return NOT_MET if silence == "did_not_happen" else UNKNOWN


def _flag(words: Phrasing, check: FlagCheck) -> str:
    if check.stated is None:
        key = "checks.flag_presumed" if check.truth == "met" else "checks.flag_unknown"
    else:
        key = "checks.flag_stated_yes" if check.stated else "checks.flag_stated_no"
    return words.say(key, flag=words.flag(check.flag))


def _figure(words: Phrasing, check: FigureCheck) -> str:
    of_events = check.figure in words.policy.events
    unit, stated = words.unit(check.figure), check.stated
    if stated is None and check.truth is not UNKNOWN:
        key, value = "checks.fact_limited", ""
    elif stated is None or stated == ANYTHING:
        key, value = "checks.amounts_silent" if of_events else "checks.fact_silent", ""
    else:
        condition = words.policy.conditions[check.condition]
        key = "checks.amounts_stated" if of_events else "checks.fact_stated"
        if of_events and isinstance(condition, FigureCondition):
            key = "checks.amounts_of" if condition.counted != "in_force" else key
        value = words.bounds(stated, unit=unit, wan=True)
    fact = words.say(key, name=words.figure(check.figure), value=value)
    return _required(words, fact, words.within(check, unit))


def _attribute(words: Phrasing, check: AttributeCheck) -> str:
    name = words.attribute(check.attribute)
    if check.stated is None:
        fact = words.say("checks.fact_silent", name=name)
    else:
        fact = words.say(
            "checks.fact_value", name=name, value=words.value(check.attribute, check.stated)
        )
    values = values_text(words, check.attribute, check.one_of)
    return _required(words, fact, words.say("values.quoted", name=values))


def _happened(words: Phrasing, check: HappenedCheck) -> str:
    condition = words.policy.conditions[check.condition]
    days = ""
    if check.after_on and isinstance(condition, HappenedCondition):
        key = "checks.required_days" if check.until else "checks.required_day"
        first = first_day_within(condition, check.after_on)
        days = words.say(key, first=first, last=check.until)
    required = time_text(words, condition, days) if isinstance(condition, HappenedCondition) else ""
    silence = _silence(words, check.event)
    fact = _event(words, check.event, check.on, silence, must=False)
    required = required or words.say("checks.required_happened")
    if check.tested_on and isinstance(condition, HappenedCondition):
        by = words.say("policy.test_day", condition.tested_on)
        required = words.say("checks.required_by", required=required, what=by, day=check.tested_on)
    sentence = _required(words, fact, required)
    if check.after and not check.after_on:
        silence = _silence(words, check.after)
        sentence += words.gap + _event(words, check.after, (), silence, must=False)
    return sentence


def _absent_by(words: Phrasing, check: AbsentCheck) -> str:
    """By which day an event must not have happened."""
    condition = words.policy.conditions[check.condition]
    if check.tested_on is None or not isinstance(condition, AbsentCondition):
        return words.say("checks.required_absent")
    after = words.say("policy.after_event") if condition.after_event else ""
    by = words.say("policy.test_day", condition.tested_on)
    return words.say("checks.required_absent_by", after=after, what=by, day=check.tested_on)


def _applied(words: Phrasing, check: AppliedCheck) -> str:
    """When an award was applied for, and when it had to be."""
    fact = words.say("checks.applied_silent", latest=check.latest)
    if check.on is not None:
        fact = words.say("checks.applied_on", day=check.on)
    key = "checks.applied_any"
    if check.first and check.last:
        key = "policy.time_between" if check.first <= check.last else "checks.applied_never"
    elif check.first or check.last:
        key = "policy.time_first" if check.first else "policy.time_last"
    required = words.say(key, first=check.first, last=check.last)
    return _required(words, fact, required)


def _seasoning(words: Phrasing, check: SeasoningCheck) -> str:
    condition = words.policy.conditions[check.condition]
    key, broken_by, event = "checks.seasoning", None, words.event(check.event)
    if isinstance(condition, SeasoningCondition):
        broken_by = condition.restarted_by
        if condition.runs_from:
            event = words.say("policy.from_new_year", condition.runs_from, event=event)
        without = not condition.tested_kinds
        never = check.found == "not_started" and not check.tested_at
        if (never or check.found == "start_unknown") and without:
            key = "checks.seasoning_without_test_event"
        elif check.found in ("compared", "test_day_unknown", "break_unknown") and check.tested_at:
            key = "checks.seasoning_of_an_award"
    return words.say(
        key,
        check.found,
        period=words.period(check.years, check.months),
        event=event,
        start=check.started_on,
        completes=check.completes_on,
        met_from=check.met_from,
        tested=check.tested_on,
        tested_event=words.event(check.tested_event) if check.tested_event else "",
        broken_by=words.event(broken_by) if broken_by else "",
        test_day=words.say("policy.test_day", check.tested_at) if check.tested_at else "",
        outcome=_outcome(words, check),
    )


def _outcome(words: Phrasing, check: SeasoningCheck) -> str:
    if check.on_boundary_day:
        return words.say("checks.boundary", check.counting)
    if check.days_left:
        key = "checks.outcome_short_one" if check.days_left == 1 else "checks.outcome_short"
        return words.say(key, days=check.days_left)
    return words.say("checks.outcome_met")


def _combined(words: Phrasing, check: CombinedCheck) -> str:
    parts = words.say("checks.combined_joint").join(
        _part(words, part, check) for part in check.parts
    )
    return words.say("checks.combined", head=combined_head(words, check), parts=parts)


def _part(words: Phrasing, part: Check, whole: CombinedCheck) -> str:
    """A check within another one, with its truth, and its source where that is another."""
    sentence = check_sentence(words, part).rstrip(".。")
    if isinstance(part, CombinedCheck):
        sentence = words.say("checks.combined_inner", sentence=sentence)
    source = "" if part.ground == whole.ground else words.source(part.ground)
    return (
        words.say(
            "checks.combined_part", truth=words.say("answer.truth", part.truth), sentence=sentence
        )
        + source
    )
