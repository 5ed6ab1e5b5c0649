"""What an answer allows to be paid: entitlements, when they are due, standards, and refusals.

A payment counts for its award, or for the award that takes its place. The awards whose payments
count together share one entitlement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Check,
    CombinedCheck,
    InForceCheck,
    InstalmentLine,
    ReachedCheck,
    SeasoningCheck,
)
from listing_rewards.audit.ledger.finding import Beyond
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds, total
from listing_rewards.values.truth import NOT_MET, Truth


class Tranche(NamedTuple):
    """Yuan of an award that are due on one day.

    Attributes:
        since: yuan that are due before them, at the most.
        until: those and these, at the most; None where no limit is known.
        due_on: the day, where it is known.
        due: whether they are due by the as-of date.
    """

    since: Decimal
    until: Decimal | None
    due_on: date | None
    due: Truth


class Entitlement(NamedTuple):
    """Awards whose payments count together, and what may be paid for them.

    Attributes:
        awards: the award for which they count first; in any order where that is not known.
        holder: that award; None where a missing fact decides which it is.
        amount: yuan that may be paid for them in all.
        tranches: when they are due.
    """

    awards: tuple[str, ...]
    holder: str | None
    amount: Bounds
    tranches: tuple[Tranche, ...] = ()

    @property
    def due(self) -> Decimal | None:
        """Yuan that can be due by the as-of date, at the most; None: no limit."""
        ahead = [tranche.since for tranche in self.tranches if tranche.due is NOT_MET]
        return min(ahead, default=None)


def entitlements_of(answer: Assessment) -> Iterator[Entitlement]:
    """Every award of the policy in one entitlement, in the policy's order."""
    holders = {line.award: answer.counts_for(line.award) for line in answer.lines}
    for family in _families(answer):
        known = {name: holder for name in family if (holder := holders[name]) is not None}
        if len(known) < len(family):
            most = total(answer.line(name).entitled for name in family).at_most
            yield Entitlement(tuple(family), None, Bounds(ZERO, most))
            continue
        for holder in dict.fromkeys(known.values()):
            others = [name for name in family if known[name] == holder and name != holder]
            line = answer.line(holder)
            yield Entitlement((holder, *others), holder, line.entitled, _tranches_of(line))


def _families(answer: Assessment) -> list[list[str]]:
    """The awards, those together of which one may take the place of another."""
    names = [award.id for award in answer.policy.awards]
    family = {name: {name} for name in names}
    bound = [(award.id, *award.replaces) for award in answer.policy.awards]
    bound += [best.awards for best in answer.policy.best_of.values()]
    for together in bound:
        joined = set().union(*(family[name] for name in together))
        family |= dict.fromkeys(joined, joined)
    listed: list[list[str]] = []
    for name in names:
        members = [each for each in names if each in family[name]]
        if members not in listed:
            listed.append(members)
    return listed


def _tranches_of(line: AwardLine) -> tuple[Tranche, ...]:
    """The instalments of an award in the order in which they fall due, the first from 0 on.

    Those without a limit leave no room that is certainly of a later one, which is left out.
    """
    tranches: list[Tranche] = []
    since = ZERO
    for part in sorted(line.instalments, key=_by_day_due):
        most = part.amount.at_most
        until = None if most is None else since + most
        tranches.append(Tranche(since, until, part.due_on, part.due))
        if until is None:
            break
        since = until
    return tuple(tranches)


def _by_day_due(part: InstalmentLine) -> tuple[bool, date]:
    return part.due is NOT_MET, part.due_on or date.max


def due_by_then(lines: Iterable[AwardLine]) -> Decimal | None:
    """Yuan of awards that can be due on the day of an answer, at the most; None: no limit."""
    most = [
        part.at_most
        for line in lines
        for part in (
            [each.amount for each in line.instalments if each.due is not NOT_MET]
            if line.instalments
            else [line.entitled]
        )
    ]
    known = [amount for amount in most if amount is not None]
    return sum(known, ZERO) if len(known) == len(most) else None


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
    """The standard of an award, and what cut it."""
    cuts = {cut.by: cut for cut in reversed(line.cut_by)}
    if "approval" in cuts:
        return Standard(line.nominal, line.nominal, capped=False, deducted=None)
    deduction = cuts.get("deduction")
    amount, award = (deduction.before, deduction.award) if deduction else (line.nominal, None)
    return Standard(amount, line.nominal, "own_cap" in cuts, award)


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
    last = max(known, key=_by_day_met)
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
            return min(known, key=_by_day_met, default=None)
        return max(known, key=_by_day_met) if len(known) == len(times) else None
    return None


def _by_day_met(time: _Time) -> date:
    """By day; never is after all of them."""
    return time.met_from or date.max
