"""What is payable to one enterprise, in every way in which its plan may turn out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise, product
from typing import NamedTuple

from listing_rewards.assessment import Assessment, AwardLine, GroupTotal
from listing_rewards.case import Case, Event
from listing_rewards.engines.exact import assess
from listing_rewards.engines.exact.places import (
    MOST_PLACES_TRIED,
    contender,
    placed,
    places_in,
)
from listing_rewards.errors import InvalidCase, fault
from listing_rewards.plan.planned import Planned
from listing_rewards.plan.planned_days import days_to_try
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy
from listing_rewards.values.range import NOTHING, Bounds, either, exactly, total

MOST_WAYS = 5_000
"""So many choices of days and outcomes are tried for one enterprise."""
_LASTING = frozenset({"figure", "flag", "attribute", "approved", "event_amount", "award_amount",
                      "band"})  # fmt: skip
"""What is not known and does not change as days go by."""
Choice = tuple[tuple[int, date], ...]
"""The planned events that happen, each by its place in the plan and with its day."""


class Amounts(NamedTuple):
    """Yuan at the end of each period of time, in one way or over several.

    Attributes:
        new: what became payable in each period.
        in_year: what became payable since the year began; in the first, with what was before.
        payable: what is payable at the end of each, nothing being paid in between.
        levels: of each level of government, its part of `new`.
    """

    new: tuple[Bounds, ...]
    in_year: tuple[Bounds, ...]
    payable: tuple[Bounds, ...]
    levels: tuple[tuple[str, tuple[Bounds, ...]], ...]


class Standing(NamedTuple):
    """What an enterprise may be to the others for a place, over every way it may turn out.

    Attributes:
        sure: whether it takes a place in every one.
        may: whether it does in some.
        ranks: the smallest and the largest of what it is ranked by; None where that is not known.
    """

    sure: bool
    may: bool
    ranks: tuple[Decimal, Decimal] | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Some of the planned events happen, the others do not.

    Attributes:
        likelihood: how likely that is, the events being independent.
        choices: the days on which they may happen, as far as days make a difference.
    """

    likelihood: Decimal
    choices: tuple[Choice, ...]


class Ways:
    """The ways in which the plan of one enterprise may turn out.

    Attributes:
        case: what it states, as far as it had happened on the as-of date.
        plans: what it plans, each within days after the as-of date.
        ends: the as-of date, then the last day of each period.
        outcomes: which of the planned events happen, on which days.
    """

    def __init__(
        self, case: Case, plans: Sequence[Planned], policy: Policy, ends: Sequence[date]
    ) -> None:
        self.case, self.plans, self.policy, self.ends = case, plans, policy, ends
        self.figures = [name for name in places_in(policy) if name not in case.figures]
        days = days_to_try(case, plans, policy, ends, with_last=bool(self.figures))
        self.outcomes = tuple(self._outcomes(days))
        self._answers: dict[tuple[int, Choice], list[Assessment]] = {}

    @property
    def seen(self) -> Iterable[list[Assessment]]:
        """Every answer that was asked so far."""
        return self._answers.values()

    def _outcomes(self, days: Sequence[tuple[date, ...]]) -> Iterator[Outcome]:
        """Every set of planned events that may happen; raises where one cannot, on any days."""
        count = 0
        may_fail = [(True,) if plan.certain else (True, False) for plan in self.plans]
        for happens in product(*may_fail):
            likelihood = Decimal(1)
            for plan, does in zip(self.plans, happens, strict=True):
                share = Decimal(1) if plan.likelihood is None else plan.likelihood
                likelihood *= share if does else 1 - share
            some = [place for place, does in enumerate(happens) if does]
            choices: list[Choice] = []
            for choice in self._ordered(some, days):
                count += 1
                if count > MOST_WAYS:
                    name = self.case.enterprise.name
                    raise InvalidCase(fault("too_many_ways", name, most=MOST_WAYS, path="when"))
                if not faults_against(self._at(choice, self.ends[-1]), self.policy):
                    choices.append(choice)
            if not choices:
                self._refuse(some, days)
            yield Outcome(likelihood, tuple(choices))

    def _refuse(self, some: Sequence[int], days: Sequence[tuple[date, ...]]) -> None:
        """Say why planned events cannot happen on any of their days."""
        latest = tuple((place, days[place][-1]) for place in some)
        found = faults_against(self._at(latest, self.ends[-1]), self.policy)
        raise InvalidCase(*(replace(each, path="when") for each in found))

    def _ordered(self, some: Sequence[int], days: Sequence[tuple[date, ...]]) -> Iterator[Choice]:
        """Every choice of days in which no event comes before one that it has to follow."""
        events = self.policy.events
        order = sorted(some, key=lambda place: len(events[self.plans[place].event].after))

        def onwards(at: int, chosen: Choice) -> Iterator[Choice]:
            if at == len(order):
                yield tuple(sorted(chosen))
                return
            place = order[at]
            kind = self.plans[place].event
            for day in days[place]:
                if all(self._in_order(kind, day, other, on) for other, on in chosen):
                    yield from onwards(at + 1, (*chosen, (place, day)))

        yield from onwards(0, ())

    def _in_order(self, kind: str, day: date, other: int, on: date) -> bool:
        events, earlier = self.policy.events, self.plans[other].event
        return not (
            (earlier in events[kind].after and day < on)
            or (kind in events[earlier].after and on < day)
        )

    def _at(self, choice: Choice, end: date) -> Case:
        """The case with the planned events that have happened by a day."""
        return self._with([(self.plans[place], day) for place, day in choice if day <= end])

    def _with(self, happened: Iterable[tuple[Planned, date]]) -> Case:
        events = [Event(kind=each.event, on=day, amount=each.amount) for each, day in happened]
        if not events:
            return self.case
        kinds = {each.kind for each in events}
        absent = tuple(name for name in self.case.absent if name not in kinds)
        return self.case.model_copy(
            update={"events": (*self.case.events, *events), "absent": absent}
        )

    def standings(self, figure: str) -> list[Standing]:
        """What the enterprise may be to the others for a place, at each of the ends."""
        found = []
        for end in self.ends:
            happened = {
                tuple(each for each in choice if each[1] <= end)
                for outcome in self.outcomes
                for choice in outcome.choices
            }
            each = [contender(self._at(way, end), self.policy, figure, end) for way in happened]
            some = [one for one in each if one is not None]
            ranks = [one.rank for one in some if one.rank is not None]
            known = (min(ranks), max(ranks)) if ranks and len(ranks) == len(some) else None
            sure = len(some) == len(each) and all(one.sure for one in some)
            found.append(Standing(sure, bool(some), known))
        return found

    def answers(self, at: int, choice: Choice, places: Mapping[str, range]) -> list[Assessment]:
        """The answers at one of the ends, one for each place that the enterprise may have."""
        end = self.ends[at]
        happened = tuple(each for each in choice if each[1] <= end)
        if (at, happened) not in self._answers:
            cases = [self._at(happened, end)]
            for figure, possible in places.items():
                if len(possible) <= MOST_PLACES_TRIED:
                    cases = [placed(case, figure, n) for case in cases for n in possible]
            self._answers[at, happened] = [assess(case, self.policy, as_of=end) for case in cases]
        return self._answers[at, happened]


def amounts_of(series: Sequence[Sequence[Assessment]], fresh: Sequence[int]) -> Amounts:
    """What becomes payable in each period, in one way.

    Args:
        series: the answers at each of the ends; several where a place is not known.
        fresh: for each period, the end before the year that it lies in; -1 for the first year.
    """
    new = [_over(before, after) for before, after in pairwise(series)]
    payable = [_payable(each) for each in series]
    in_year = [
        payable[at] if begin < 0 else _over(series[begin], series[at])
        for at, begin in enumerate(fresh, 1)
    ]
    levels: dict[str, list[Bounds]] = defaultdict(list)
    for name in series[0][0].policy.relations.levels:
        for before, after in pairwise(series):
            both = product(before, after)
            levels[name].append(either(_of_level(name, old, now) for old, now in both))
    parts = tuple((name, tuple(found)) for name, found in levels.items())
    return Amounts(tuple(new), tuple(in_year), tuple(payable[1:]), parts)


def _payable(answers: Sequence[Assessment]) -> Bounds:
    return either(each.payable_range for each in answers)


def _over(before: Sequence[Assessment], after: Sequence[Assessment]) -> Bounds:
    return either(_change(old, now) for old, now in product(before, after))


def _change(before: Assessment, after: Assessment) -> Bounds:
    """What became payable between two answers: nothing for awards that stand as they stood.

    They stand so where nothing of them is open but what does not change as days go by.
    """
    if before.determined and after.determined:
        return exactly(after.payable - before.payable)
    had = {each.group: each for each in before.groups}
    changes = []
    for each in after.groups:
        was = had[each.group]
        same = was == each and _stands(before, after, _members(each, after))
        changes.append(NOTHING if same else _apart(was.payable, each.payable, after))
    grouped = {name for each in after.groups for name in _members(each, after)}
    for line in after.lines:
        if line.award not in grouped:
            old = before.line(line.award)
            same = _stands(before, after, [line.award])
            changes.append(NOTHING if same else _apart(old.payable, line.payable, after))
    parts = total(changes)
    if before.payable_at_most is None:
        return parts
    return parts.meet(_apart(_payable([before]), _payable([after]), after))


def _members(group: GroupTotal, answer: Assessment) -> tuple[str, ...]:
    return tuple(award.id for award in answer.policy.relations.members[group.group])


def _stands(before: Assessment, after: Assessment, awards: Iterable[str]) -> bool:
    return all(
        _lasts(line, after.policy) and line == before.line(line.award)
        for line in map(after.line, awards)
    )


def _lasts(line: AwardLine, policy: Policy) -> bool:
    """Whether all that is open of a line stays as it is, whatever day it is."""
    return all(
        need.kind in _LASTING and not (need.kind == "figure" and need.name in places_in(policy))
        for need in line.needs
    )


def _of_level(level: str, before: Assessment, after: Assessment) -> Bounds:
    """What a level of government came to bear between two answers."""
    changes = []
    for line in after.lines:
        old = before.line(line.award)
        parts = [_part(level, each) for each in (old, line)]
        same = parts[0] == parts[1] and _stands(before, after, [line.award])
        changes.append(NOTHING if same else _apart(parts[0], parts[1], after))
    return total(changes)


def _part(level: str, line: AwardLine) -> Bounds:
    return total(each.payable for each in line.shares if each.level == level)


def _apart(before: Bounds, after: Bounds, answer: Assessment) -> Bounds:
    """The difference of two ranges, whatever they turn out to be.

    Raises:
        InvalidCase: no limit is known of the first, so that none is known of the difference.
    """
    if before.at_most is None:
        name = answer.case.enterprise.name
        raise InvalidCase(fault("change_without_limit", name, day=answer.as_of))
    most = None if after.at_most is None else after.at_most - before.at_least
    return Bounds(after.at_least - before.at_most, most)
