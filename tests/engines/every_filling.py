"""A question with what is missing filled in, in every way that can matter: up to three facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, product
from typing import Any

from property.fillings import LARGEST, fillings, turning_fen
from property.generated_cases import (
    ZERO,
    ceilings,
    new_years,
    periods,
    turning_days,
)
from property.values import (
    AWKWARD_DAYS,
    EARLIEST,
    LATEST,
    Question,
    months_on,
    within_calendar,
)

from listing_rewards import Assessment, Policy
from listing_rewards.assessment import Need
from listing_rewards.policy.conformity import faults_against

DECLARED = {"document", "clauses", "conditions", "events", "figures", "flags", "attributes"}
FACTS = 3
"""So many facts are filled in, one after another; what one brings up may be the next."""

MANY = 99
"""So many more events of one day are tried of what may happen any number of times."""


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
    """It did not happen; or it happened, on a day on which a rule turns, with what amount.

    What an event ends may have happened on both sides of it; what repeats, many times, and on both
    sides of what must come after it.
    """
    case = question.case
    known = {*case.absent, *(each.kind for each in case.events)}
    for kind in (need.name, *need.or_else):
        if kind in known:
            continue
        yield question.stating(absent=[*case.absent, kind])
        declared = question.policy.events[kind]
        amounts: list[Decimal | None] = [None]
        if declared.amount:
            amounts = [*sorted({*turning_fen(question, kind), ZERO, LARGEST})]
        days = days_to_try(question)
        followed = [e.on for e in case.events if kind in question.policy.events[e.kind].after]
        for on, amount in product(days, amounts):
            often = [(on,) * MANY, *((day,) for day in followed)] if declared.repeats else []
            for also in ((), *often, *_beyond_its_end(question, declared.ended_by, on, days)):
                events = [{"kind": kind, "on": day, "amount": amount} for day in (on, *also)]
                filled = question.stating(events=[*case.model_dump()["events"], *events])
                if not faults_against(filled.case, filled.policy):
                    yield filled


def _beyond_its_end(
    question: Question, ended_by: str | None, on: date, days: list[date]
) -> Iterator[tuple[date]]:
    """For an event on a day, one more on the day next to the end of it, on the other side."""
    for end in (each.on for each in question.case.events if each.kind == ended_by):
        beyond = [day for day in days if (day > end) != (on > end) and day != end]
        if beyond:
            yield (min(beyond, key=lambda day: abs(day - end)),)


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
    turning |= new_years(question.policy, stated)
    in_force = question.policy.in_force
    turning |= {day for day in (in_force.first, in_force.last, in_force.end) if day}
    turning |= {day for day in turning_days(question.policy) if day not in AWKWARD_DAYS}
    beside = {day + timedelta(n) for day in turning for n in (-1, 0, 1) if EARLIEST < day < LATEST}
    return sorted(beside)


def _unasked(question: Question) -> Iterator[Need]:
    """Facts that the policy reads and the case does not state, needed or not.

    Of an event that no rule of a claimed award reads, silence says that it did not happen.
    """
    case, policy = question.case, question.policy
    for name in _silent(question):
        yield Need(kind="event", name=name, awards=())
    read = _read_by(policy.model_dump(exclude=DECLARED), policy)
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


def _silent(question: Question) -> Iterator[str]:
    """Events that a rule of a claimed award reads, and that the case neither states nor denies."""
    case, policy = question.case, question.policy
    happened = {each.kind for each in case.events if each.on <= question.as_of}
    stated = {*case.absent, *(each.kind for each in case.events)}
    rules: list[Any] = [
        award.model_dump(exclude={"earned_by"})
        for award in policy.awards
        if award.earned_by in happened
    ]
    rules += [each.events for each in policy.relations.undertakings.values()]
    read = _read_by([policy.needs, *rules], policy)
    for name, kind in policy.events.items():
        if kind.silence != "did_not_happen" and name in read - stated:
            yield name


def _read_by(rules: Any, policy: Policy) -> set[str]:
    """The facts that rules read, and the conditions they name; not which events are tested.

    Of those an earlier one may do, so that a later one does not matter.
    """
    conditions = {name: each.model_dump() for name, each in policy.conditions.items()}
    read, seen = set(_strings(rules)), set[str]()
    while more := (read & conditions.keys()) - seen:
        seen |= more
        for name in more:
            rest = {key: part for key, part in conditions[name].items() if key != "tested_on"}
            read |= set(_strings(rest))
    return read


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from chain.from_iterable(map(_strings, part.values()))
    elif isinstance(part, list | tuple):
        yield from chain.from_iterable(map(_strings, part))
