"""A question with what is missing filled in, in every way that can matter: up to three facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, product
from typing import Any

from property.fillings import LARGEST, fillings
from property.generated_cases import ZERO, ceilings, periods, turning_days, turning_numbers
from property.values import (
    AWKWARD_DAYS,
    EARLIEST,
    FEN,
    LATEST,
    Question,
    months_on,
    within_calendar,
)

from listing_rewards import Assessment, Policy
from listing_rewards.assessment import Need
from listing_rewards.policy.conformity import faults_against

DECLARED = {"document", "clauses", "events", "figures", "flags", "attributes"}
FACTS = 3
"""So many facts are filled in, one after another; what one brings up may be the next."""


def every_filling(question: Question, facts: int = FACTS) -> Iterator[Assessment]:
    """The answers to all fillings: of what is needed, then of what is not stated at all."""
    missing = next_missing(question) if facts else None
    if missing is None:
        yield question.answer()
        return
    for filled in ways(question, missing):
        yield from every_filling(filled, facts - 1)


def next_missing(question: Question) -> Need | None:
    """The first fact that is needed; if none is, one that a rule reads and the case leaves out."""
    return next(chain(question.answer().needs, _unasked(question)), None)


def ways(question: Question, need: Need) -> Iterator[Question]:
    """The question with the fact filled in, in every way that can matter."""
    if need.kind != "event":
        return iter(fillings(question, need))
    return _happenings(question, need)


def _happenings(question: Question, need: Need) -> Iterator[Question]:
    """It did not happen; or it happened, on a day on which a rule turns, with what amount."""
    case = question.case
    known = {*case.absent, *(each.kind for each in case.events)}
    for kind in (need.name, *need.or_else):
        if kind in known:
            continue
        yield question.stating(absent=[*case.absent, kind])
        declared = question.policy.events[kind]
        marks = [n for n in turning_numbers(question.policy).get(kind, ()) if n % FEN == 0]
        amounts = [*marks, ZERO, LARGEST] if declared.amount else [None]
        for on, amount in product(days_to_try(question), amounts):
            event = {"kind": kind, "on": on, "amount": amount}
            filled = question.stating(events=[*case.model_dump()["events"], event])
            if not faults_against(filled.case, filled.policy):
                yield filled


def days_to_try(question: Question) -> list[date]:
    """The days on which a rule can turn: a period from what is stated, the policy's own, beside."""
    stated = {each.on for each in question.case.events} | {question.as_of}
    spans = [
        (sign * months, sign * days)
        for months, days in periods(question.policy)
        for sign in (-1, 1)
    ]
    turning = {
        within_calendar(months_on(day, months) + timedelta(days))
        for day in stated
        for months, days in [(0, 0), *spans]
        if 1901 < day.year < 2190
    }
    in_force = question.policy.in_force
    turning |= {day for day in (in_force.first, in_force.last, in_force.end) if day}
    turning |= {day for day in turning_days(question.policy) if day not in AWKWARD_DAYS}
    beside = {day + timedelta(n) for day in turning for n in (-1, 0, 1) if EARLIEST < day < LATEST}
    return sorted(beside)


def _unasked(question: Question) -> Iterator[Need]:
    """Facts that the policy reads and the case does not state, needed or not.

    Of an event that is not needed silence says that it did not happen.
    """
    case, policy = question.case, question.policy
    read = _read_by(policy)
    for name, kind in policy.flags.items():
        if name in read - case.flags.keys() and not kind.presumed:
            yield Need(kind="flag", name=name, awards=())
    for name in policy.figures:
        if name in read - case.figures.keys():
            yield Need(kind="figure", name=name, awards=())
    for name in policy.attributes:
        if name in read - case.attributes.keys():
            yield Need(kind="attribute", name=name, awards=())
    for name in ceilings(policy):
        if name not in case.approved:
            yield Need(kind="approved", name=name, awards=())


def _read_by(policy: Policy) -> set[str]:
    """The facts that rules of the policy read; not those of a condition that nothing depends on."""
    document = policy.model_dump(exclude=DECLARED)
    conditions = document.pop("conditions")
    read, conditions_read = set(_strings(document)), set[str]()
    while more := (read & conditions.keys()) - conditions_read:
        conditions_read |= more
        read |= set(chain.from_iterable(_strings(conditions[name]) for name in more))
    return read


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from chain.from_iterable(map(_strings, part.values()))
    elif isinstance(part, list | tuple):
        yield from chain.from_iterable(map(_strings, part))
