"""How an award stands in an answer: its standard, its caps, and why nothing is due for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Check,
    CombinedCheck,
    InForceCheck,
    ReachedCheck,
    SeasoningCheck,
)
from listing_rewards.audit.ledger.finding import Beyond
from listing_rewards.bounds import Bounds
from listing_rewards.money import ZERO
from listing_rewards.truth import NOT_MET


class Refusal(NamedTuple):
    """Why nothing is due for an award: the class, the check, and from when it would be met.

    A ``before_due`` without a day is one that a test on its day refused for good.
    """

    kind: Beyond
    check: Check
    due_from: date | None = None


def refusal(line: AwardLine, answer: Assessment) -> Refusal:
    """Why an award of which not all checks are met is not due."""
    failing = [check for check in line.checks if check.truth is NOT_MET]
    first = failing[0]
    if isinstance(first, ReachedCheck):
        ahead = [each.on for each in answer.case.events if each.kind == first.event]
        return Refusal("before_due" if ahead else "not_eligible", first, min(ahead, default=None))
    for check in failing:
        if isinstance(check, InForceCheck):
            return Refusal("outside_period", check)
    times = [_time(check) for check in failing]
    known = [time for time in times if time is not None]
    if len(known) < len(times):
        return Refusal("not_eligible", failing[times.index(None)])
    last = max(known, key=_order)
    return Refusal("before_due", failing[times.index(last)], last.met_from)


class _Time(NamedTuple):
    """When a check is met that fails for a period alone; None: it was tested once, and never is."""

    met_from: date | None


def _time(check: Check) -> _Time | None:
    """From when a check is met that only a period fails; None where something else does."""
    if isinstance(check, SeasoningCheck) and check.found in ("compared", "not_yet_held"):
        return _Time(check.met_from if check.found == "not_yet_held" else None)
    if isinstance(check, CombinedCheck) and check.rule != "not_met":
        times = [_time(part) for part in check.parts if part.truth is NOT_MET]
        known = [time for time in times if time is not None]
        if check.rule == "any_of":
            return min(known, key=_order, default=None)
        return max(known, key=_order) if len(known) == len(times) else None
    return None


def _order(time: _Time) -> date:
    """By day; never is after all of them."""
    return time.met_from or date.max


class Standard(NamedTuple):
    """What the rule gives for an award.

    Attributes:
        amount: yuan before what is deducted for other awards.
        after: yuan after it.
        capped: whether the award's own cap cut it.
        deducted: the award that is deducted, where one is.
    """

    amount: Bounds
    after: Bounds
    capped: bool
    deducted: str | None


def standard_of(line: AwardLine) -> Standard:
    """The standard of an award, from its steps."""
    steps = line.steps
    approved = any(
        step.op == "approved" and _cut(step.result, steps[step.of[0]].result) for step in steps
    )
    received = [step for step in steps if step.op == "received"]
    capped = any(step.op == "cap" and _cut(step.result, steps[step.of[0]].result) for step in steps)
    if not received or approved:
        return Standard(line.nominal, line.nominal, capped and not approved, None)
    taken = [step for step in received if _cut(step.result, steps[step.of[0]].result)]
    return Standard(
        steps[received[0].of[0]].result,
        line.nominal,
        capped,
        taken[0].name if taken else None,
    )


def _cut(after: Bounds, before: Bounds) -> bool:
    return after != before


def due_by_then(line: AwardLine) -> Decimal | None:
    """Yuan of an award that can be due on the day of an answer, at the most; None: no limit."""
    if not line.instalments:
        return line.entitled.at_most
    parts = [part.amount.at_most for part in line.instalments if part.due is not NOT_MET]
    known = [part for part in parts if part is not None]
    return sum(known, ZERO) if len(known) == len(parts) else None
