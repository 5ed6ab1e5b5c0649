"""One check in one sentence."""

from __future__ import annotations

from typing import assert_never

from listing_rewards.assessment import Check, FlagCheck, InForceCheck, ReachedCheck, SeasoningCheck
from listing_rewards.report.phrasing import Phrasing


def check_sentence(words: Phrasing, check: Check) -> str:
    """What was asked, with the days it was decided on, and how it came out."""
    match check:
        case ReachedCheck():
            return _reached(words, check)
        case InForceCheck():
            return words.say(
                f"in_force_{check.truth}",
                event=words.event(check.event),
                day=check.on,
                first=check.first,
                last=check.last or words.say("open_end"),
            )
        case FlagCheck():
            return _flag(words, check)
        case SeasoningCheck():
            return _seasoning(words, check)
        case _:
            assert_never(check)


def _reached(words: Phrasing, check: ReachedCheck) -> str:
    case = words.answer.case
    later = [str(event.on) for event in case.events if event.kind == check.event]
    key, days = "reached_silent", ""
    if check.truth == "met":
        key, days = "reached_met", words.listing(map(str, check.on))
    elif check.truth == "unknown":
        key = "reached_unknown"
    elif check.event in case.absent:
        key = "reached_absent"
    elif later:
        key, days = "reached_later", words.listing(later)
    return words.say(key, event=words.event(check.event), days=days)


def _flag(words: Phrasing, check: FlagCheck) -> str:
    if check.stated is None:
        key = "flag_presumed" if check.truth == "met" else "flag_unknown"
    else:
        key = "flag_stated_yes" if check.stated else "flag_stated_no"
    return words.say(key, flag=words.flag(check.flag))


def _seasoning(words: Phrasing, check: SeasoningCheck) -> str:
    return words.say(
        f"seasoning_{check.found}",
        years=words.years(check.years),
        event=words.event(check.event),
        start=check.started_on,
        completes=check.completes_on,
        tested=check.tested_on,
        tested_event=words.event(check.tested_event) if check.tested_event else "",
        outcome=_outcome(words, check),
    )


def _outcome(words: Phrasing, check: SeasoningCheck) -> str:
    if check.on_boundary_day:
        return words.say(f"boundary_{check.counting}")
    if check.days_left:
        key = "outcome_short_one" if check.days_left == 1 else "outcome_short"
        return words.say(key, days=check.days_left)
    return words.say("outcome_met")
