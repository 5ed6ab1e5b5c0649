"""A full period on a case, with the days it was decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from listing_rewards.assessment import SeasoningCheck, SeasoningFound
from listing_rewards.engines.exact.parts import seasoning_check as made_check
from listing_rewards.engines.exact.register import (
    DAY_UNKNOWN,
    ExactRegister,
    Finding,
    first_that_applies,
)
from listing_rewards.meaning.periods import day_of_test, full_period, held_from
from listing_rewards.policy.conditions import SeasoningCondition
from listing_rewards.policy.relations import Asked
from listing_rewards.policy.source import Ground
from listing_rewards.rules import seasoning


def seasoning_check(
    asked: Asked, condition: SeasoningCondition, m: ExactRegister, ground: Ground
) -> SeasoningCheck:
    """Whether the period was full, with its days."""
    name = asked.condition
    finding = first_that_applies(full_period(m, asked, condition))
    kinds, own_day = condition.tested_kinds, condition.test_day != "as_of"
    tested_on = day_of_test(m, asked, condition) if kinds or own_day else None
    tested = None
    if kinds and tested_on not in {None, DAY_UNKNOWN}:
        tested = next(filter(m.stated, kinds))
    if kinds or own_day:
        found, start = finding.found, finding.since
    else:
        found, start = _held(finding, name, condition, m)
    period = None
    if start is not None:
        until = m.facts.as_of if tested_on is None else tested_on
        period = _period(condition, start, until)
    return made_check(
        truth=finding.truth,
        condition=name,
        event=condition.seasoning,
        years=condition.years,
        months=condition.months,
        counting=condition.counting,
        found=cast(SeasoningFound, found),
        started_on=period.listed_on if period else None,
        tested_event=tested,
        tested_on=tested_on if tested else (period.tested_on if period else None),
        tested_at=condition.test_day if own_day else None,
        completes_on=period.completes_on if period else None,
        met_from=period.met_from if period else None,
        days_left=period.days_left if period else None,
        on_boundary_day=period.on_boundary_day if period else None,
        ground=ground,
    )


def _held(
    finding: Finding, name: str, condition: SeasoningCondition, m: ExactRegister
) -> tuple[str, date | None]:
    """What is said of a period that had to be held, and from which start.

    The first that is held; otherwise the last that is not broken, or of those that all are.
    """
    if finding.found in {"not_started", "start_unknown"}:
        return finding.found, None
    starts = m.days(condition.seasoning)
    periods = [(start, held_from(m, name, condition, start, m.as_of)) for start in starts]
    if finding.found != "not_held":
        return finding.found, next(start for start, each in periods if each.held)
    unbroken = [start for start, each in periods if each.unbroken]
    return ("not_yet_held", unbroken[-1]) if unbroken else ("broken", starts[-1])


def _period(condition: SeasoningCondition, start: date, tested_on: date) -> seasoning.Seasoning:
    found = seasoning.full_period(
        condition.begins(start),
        tested_on,
        years=condition.years,
        months=condition.months,
        counting=condition.counting,
    )
    return replace(found, on_boundary_day=False) if condition.runs_from else found
