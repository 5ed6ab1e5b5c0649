"""What falls due: full periods, windows that close, undertakings that end, documents that end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from listing_rewards.assessment import (
    Assessment,
    AwardLine,
    Check,
    CombinedCheck,
    HappenedCheck,
    InForceCheck,
)
from listing_rewards.assessment.part import Part
from listing_rewards.case import Case, Enterprise
from listing_rewards.engines.exact import assess
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.plan.documents import of_document
from listing_rewards.plan.screening import screen
from listing_rewards.policy.conditions import SeasoningCondition, conditions_within
from listing_rewards.policy.model import Policy
from listing_rewards.policy.standards import Standard
from listing_rewards.rules.seasoning import full_period
from listing_rewards.values.day import Day, read_day
from listing_rewards.values.money import exact
from listing_rewards.values.range import NOTHING, Bounds, total
from listing_rewards.values.truth import MET, NOT_MET

Happens: TypeAlias = Literal[
    "period_full", "standard_period_full", "window_closes", "undertaking_ends", "document_ends"
]


@dataclass(frozen=True, slots=True)
class Due(Part):
    """Something that happens on a day by time alone."""

    on: Day
    """The day: the first on which a period counts as full; the last of a window, an undertaking or
    a document."""
    happens: Happens
    """What happens."""
    document: str
    """The id of the policy or standard that says so."""
    enterprise: Enterprise | None
    """Whom it concerns; None for the end of a document, which concerns all."""
    of: str
    """The condition or undertaking; empty for the end of a document."""
    awards: tuple[str, ...]
    """The awards that hang on it."""
    at_stake: Bounds
    """Yuan that hang on it: what the awards not granted yet would give, or what an undertaking
    exposes. Each by itself, before common caps; nothing after the policy's last day."""


@exact
def calendar(
    cases: Iterable[Case],
    policies: Sequence[Policy],
    standards: Sequence[Standard],
    as_of: date,
    *,
    first: date,
    last: date,
) -> tuple[Due, ...]:
    """What falls due from one day to another, as far as it follows from what is stated.

    Args:
        cases: the enterprises. What one of the documents does not declare is left out for it.
        policies: what is granted to them.
        standards: what they are checked against.
        as_of: the day on which facts count; what is later has not happened.
        first: the first day that is shown, included.
        last: the last day that is shown, included.

    Raises:
        InvalidCase: the days are out of order.

    >>> from datetime import date
    >>> from listing_rewards import Case, load_policy
    >>> from listing_rewards.plan import calendar
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "neeq_listed", "on": "2024-03-04"}],
    ... })
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> found = calendar([case], [policy], [], date(2024, 12, 1), first=date(2025, 1, 1),
    ...                  last=date(2025, 12, 30))
    >>> [(str(each.on), each.happens, str(each.at_stake.at_most)) for each in found]
    [('2025-03-04', 'period_full', '7000000.00')]
    """
    day, start, end = read_day(as_of), read_day(first), read_day(last)
    if end < start:
        raise InvalidCase(fault("days_out_of_order", end, first=start))
    found: list[Due] = []
    documents: list[Policy | Standard] = [*policies, *standards]
    for document in documents:
        ends = document.in_force.end
        if ends is not None:
            found.append(Due(ends, "document_ends", document.id, None, "", (), NOTHING))
    for case in cases:
        for policy in policies:
            found += _of_policy(of_document(case, policy), policy, day)
        for standard in standards:
            found += _of_standard(of_document(case, standard), standard, day)
    shown = (each for each in found if start <= each.on <= end)
    return tuple(sorted(shown, key=_place))


def _place(due: Due) -> tuple[date, str, str, str, str]:
    who = due.enterprise
    county, name = (who.county or "", who.name) if who else ("", "")
    return due.on, county, name, due.document, due.of


def _of_policy(case: Case, policy: Policy, as_of: date) -> Iterator[Due]:
    answer = assess(case, policy, as_of=as_of)
    for name, condition in policy.conditions.items():
        if isinstance(condition, SeasoningCondition):
            full = _full_on(case, condition, as_of)
            waiting = _waiting(name, answer)
            if full is not None and full > as_of and waiting:
                yield _due(full, "period_full", answer, name, waiting)
    for line in answer.lines:
        for check in _leaves(line.checks):
            if isinstance(check, HappenedCheck) and check.truth is not MET and not check.on:
                days = [each for each in (check.until, check.last) if each is not None]
                if days and min(days) >= as_of:
                    yield _due(min(days), "window_closes", answer, check.condition, (line.award,))
    for each in answer.exposures:
        if each.until is not None and each.until >= as_of and each.truth is NOT_MET:
            stake = Bounds(each.at_most, each.at_most)
            who = case.enterprise
            yield Due(
                each.until, "undertaking_ends", policy.id, who, each.repayment, (each.award,), stake
            )


def _due(on: date, happens: Happens, answer: Assessment, of: str, awards: tuple[str, ...]) -> Due:
    ends = answer.policy.in_force.end
    lines = [answer.line(each) for each in awards]
    if ends is not None and on > ends:
        lines = [each for each in lines if _has_happened(each)]
    stake = total(each.nominal for each in lines)
    return Due(on, happens, answer.policy.id, answer.case.enterprise, of, awards, stake)


def _has_happened(line: AwardLine) -> bool:
    """Whether the event that earns the award has happened on one of the policy's days."""
    return any(isinstance(each, InForceCheck) and each.truth is MET for each in line.checks)


def _full_on(case: Case, condition: SeasoningCondition, as_of: date) -> date | None:
    """The first day on which a period that runs counts as full; None where none runs."""

    def days(kind: str) -> list[date]:
        return sorted(each.on for each in case.events if each.kind == kind and each.on <= as_of)

    breaks = days(condition.restarted_by) if condition.restarted_by else []
    starts = [day for day in days(condition.seasoning) if not breaks or day > breaks[-1]]
    if not starts:
        return None
    years, months = condition.years, condition.months
    begun = condition.begins(starts[0])
    period = full_period(begun, as_of, years=years, months=months, counting=condition.counting)
    return period.met_from


def _waiting(condition: str, answer: Assessment) -> tuple[str, ...]:
    """The awards that need a condition, at any remove, and are not granted."""
    policy = answer.policy
    return tuple(
        line.award
        for line in answer.lines
        if line.status in {"not_reached", "open", "refused"}
        and condition in _below(policy.relations.needs[line.award], policy)
    )


def _below(names: Iterable[str], policy: Policy) -> set[str]:
    found: set[str] = set()
    for name in names:
        found |= {name} | _below(conditions_within(policy.conditions[name]), policy)
    return found


def _leaves(checks: Iterable[Check]) -> Iterator[Check]:
    for check in checks:
        if isinstance(check, CombinedCheck):
            yield from _leaves(check.parts)
        else:
            yield check


def _of_standard(case: Case, standard: Standard, as_of: date) -> Iterator[Due]:
    """The periods of a standard that run; nothing for who is there already."""
    found = screen(case, standard, as_of)
    if found.readiness == "reached":
        return
    for top in found.findings:
        for each in top.leaves():
            if each.met_from is not None and each.outcome == "not_met":
                yield Due(
                    each.met_from, "standard_period_full", standard.id, case.enterprise,
                    each.condition, (), NOTHING,
                )  # fmt: skip
