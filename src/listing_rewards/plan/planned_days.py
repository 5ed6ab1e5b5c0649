"""The days at which what is payable can change, within the periods of planned events.

A policy compares days: with days that it writes, with days of the case, and with each other some
years, months or days on. Between two days at which such a comparison turns, every choice gives the
same amounts, so the first day of each stretch stands for all of it. Where several planned days are
compared with each other, the first days of each are carried over to the others (the least solution
of such comparisons has its days among them).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from listing_rewards.case import Case
from listing_rewards.plan.planned import Planned
from listing_rewards.policy.claims import conditions_asked
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import EARLIEST, LATEST, corresponding_day

_DAY = timedelta(days=1)
_CLIPPED = 4
"""So many days may have the same corresponding day: the last ones of a month."""
_EVENTS = frozenset({"events", "quantities", "countable"})


class Shift(NamedTuple):
    """A time that a policy writes: months and days."""

    months: int
    days: int

    def on(self, day: date) -> date:
        """The day so much later."""
        return corresponding_day(day, months=self.months) + timedelta(days=self.days)

    def turns(self, day: date) -> Iterator[date]:
        """The days at which a comparison with `day`, so much apart, can turn."""
        later = self.on(day)
        yield from (later, later + _DAY)
        about = corresponding_day(day - timedelta(days=self.days), months=-self.months)
        near = [about + timedelta(days=n) for n in range(-_CLIPPED, _CLIPPED + 1)]
        yield next(each for each in near if self.on(each) >= day)
        yield next(each for each in near if self.on(each) > day)


@dataclass
class _Read:
    """What the rules about an event compare its day with."""

    kinds: set[str] = field(default_factory=set)
    shifts: set[Shift] = field(default_factory=lambda: {Shift(0, 0)})
    days: set[date] = field(default_factory=set)


def days_to_try(
    case: Case,
    plans: Sequence[Planned],
    policy: Policy,
    ends: Sequence[date],
    *,
    with_last: bool = False,
) -> list[tuple[date, ...]]:
    """For each planned event, the days that stand for all days of its period, earliest first.

    Args:
        case: what the enterprise states.
        plans: what it plans, each within days after the as-of date.
        policy: the policy.
        ends: the days on which answers are asked: the as-of date and the last day of each period.
        with_last: whether the last day of each stretch is wanted as well as the first.
    """
    reads = _reads(policy)
    found = [{plan.first, plan.last} if with_last else {plan.first} for plan in plans]
    for own, plan in zip(found, plans, strict=True):
        own |= {day for day in _turning(case, plan, reads[plan.event], ends) if _in(plan, day)}
        if with_last:
            own |= {day - _DAY for day in own if _in(plan, day - _DAY)}
    for _ in plans[1:]:
        before = [frozenset(own) for own in found]
        for own, plan in zip(found, plans, strict=True):
            for days, other in zip(before, plans, strict=True):
                if other is not plan:
                    carried = _carried(days, other, plan, reads, policy)
                    own |= {day for day in carried if _in(plan, day)}
    return [tuple(sorted(own)) for own in found]


def _in(plan: Planned, day: date) -> bool:
    return plan.first <= day <= plan.last


def _turning(case: Case, plan: Planned, read: _Read, ends: Iterable[date]) -> Iterator[date]:
    """The days at which a comparison with a day that is known can turn."""
    for day in read.days:
        yield from (day, day + _DAY)
    fixed = {each.on for each in case.events if each.kind in read.kinds}
    fixed |= {each.on for each in case.payments} | {*case.applied.values(), *ends}
    years = range(plan.first.year - 1, plan.last.year + 2)
    fixed |= {date(year, 1, 1) for year in years if EARLIEST.year <= year <= LATEST.year}
    for day in fixed:
        for shift in read.shifts:
            yield from shift.turns(day)


def _carried(
    days: Iterable[date],
    other: Planned,
    plan: Planned,
    reads: Mapping[str, _Read],
    policy: Policy,
) -> Iterator[date]:
    """The days of another planned event, as far as the day of this one is compared with them."""
    read = reads[plan.event]
    if other.event in read.kinds or other.event == plan.event:
        for day in days:
            for shift in read.shifts:
                yield from shift.turns(day)
    if other.event in policy.events[plan.event].after:
        yield from days


def _reads(policy: Policy) -> Mapping[str, _Read]:
    """What the day of each event is compared with, over all awards."""
    found: dict[str, _Read] = defaultdict(_Read)
    for award in policy.awards:
        kinds, parts = _of_award(award, policy)
        shifts = {shift for part in parts for shift in _shifts(part)}
        days = {day for part in parts for day in _days(part)}
        for kind in kinds:
            found[kind].kinds |= kinds
            found[kind].shifts |= shifts
            found[kind].days |= days
    window = {*_days(policy.in_force.model_dump())}
    window |= {each.since for each in policy.notices}
    for kind, event in policy.events.items():
        found[kind].days |= window
        if event.ended_by:
            found[kind].kinds.add(event.ended_by)
            found[event.ended_by].kinds.add(kind)
    return found


def _of_award(award: Award, policy: Policy) -> tuple[set[str], list[dict[str, Any]]]:
    """The events whose days the rules of an award read together, and the parts that do."""
    parts: list[Any] = [award.amount, *conditions_asked(award, policy)]
    parts += [policy.instalments[award.paid_in]] if award.paid_in else []
    parts += [each for each in policy.promises().values() if award.id in each.awards]
    names = {name for part in parts for _, table, name in part.references() if table in _EVENTS} | {
        *award.events
    }
    made = [policy.figures[name].made for name in names if name in policy.figures]
    names |= {each.before for each in made if each is not None and each.before}
    return names & {*policy.events}, [part.model_dump() for part in parts]


def _shifts(written: object) -> Iterator[Shift]:
    """Every time that a part of a policy writes in years, months and days."""
    if isinstance(written, Mapping):
        months = 12 * _sum(written, "years", "within_years") + _sum(
            written, "months", "within_months"
        )
        if months or _sum(written, "within_days"):
            yield Shift(months, _sum(written, "within_days"))
    for inner in _inner(written):
        yield from _shifts(inner)


def _sum(written: Mapping[str, Any], *keys: str) -> int:
    numbers = (written.get(key) for key in keys)
    return sum(each for each in numbers if isinstance(each, int))


def _days(written: object) -> Iterator[date]:
    """Every day that a part of a policy writes."""
    if isinstance(written, date):
        yield written
    for inner in _inner(written):
        yield from _days(inner)


def _inner(written: object) -> Iterable[object]:
    if isinstance(written, Mapping):
        return written.values()
    return written if isinstance(written, list | tuple) else ()
