"""The conditions of a policy: each is met, not met or unknown (奖励条件)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, assert_never

from listing_rewards.meaning.periods import full_period
from listing_rewards.meaning.register import C, D, F, Finding, Register, T
from listing_rewards.meaning.tested import day_unknown, not_earned, test_day, tested_as_of
from listing_rewards.meaning.windows import begins, ends
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    ApplicationCondition,
    AttributeCondition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.relations import Asked


class Conditions(Generic[T, D, F, C]):
    """The conditions of a policy on an engine, each computed once."""

    def __init__(self, register: Register[T, D, F, C]) -> None:
        self._register = register
        self._truths: dict[str, T] = {}

    def truth(self, name: str) -> T:
        """Whether a condition is met."""
        if name not in self._truths:
            m = self._register
            self._truths[name] = m.named_condition(name, truth_of(m, name, self.truth))
        return self._truths[name]


def truth_of(m: Register[T, D, F, C], key: str, of: Callable[[str], T]) -> T:
    """Whether a condition is met; `of` says so of the conditions that it is made of."""
    asked = m.policy.relations.asked_as(key)
    name, condition = asked.condition, m.policy.conditions[asked.condition]
    match condition:
        case FlagCondition():
            return _flag(m, condition)
        case FigureCondition():
            return m.decide(_figure(m, name, condition))
        case AttributeCondition():
            return m.attribute(condition.attribute, condition.one_of)
        case HappenedCondition():
            return m.decide(_happened(m, asked, condition))
        case AbsentCondition():
            return m.decide(_absent(m, asked, condition))
        case SeasoningCondition():
            return m.decide(full_period(m, asked, condition))
        case ApplicationCondition():
            return m.decide(_applied(m, asked, condition))
        case AllCondition() | AnyCondition() | NotCondition():
            return _combined(m, asked, condition, of)
        case _:
            assert_never(condition)


def _combined(
    m: Register[T, D, F, C],
    asked: Asked,
    condition: AllCondition | AnyCondition | NotCondition,
    of: Callable[[str], T],
) -> T:
    """All of some conditions, any of them, or not the one (同时符合、符合之一、不属于)."""
    ask = m.policy.relations.ask
    inner = [of(ask(x, asked.award, now=asked.now)) for x in conditions_within(condition)]
    if isinstance(condition, NotCondition):
        return m.opposite(inner[0])
    return m.all_of(inner) if isinstance(condition, AllCondition) else m.any_of(inner)


def _flag(m: Register[T, D, F, C], condition: FlagCondition) -> T:
    """Stated as yes; or not stated, and presumed by the policy (符合条件；未说明时可推定)."""
    presumed = m.policy.flags[condition.flag].presumed is not None
    return m.flag(condition.flag, m.met if presumed else m.in_doubt)


def _figure(
    m: Register[T, D, F, C], name: str, condition: FigureCondition
) -> Iterator[Finding[T, D, F]]:
    """The figure, or the event's amounts that count together, within bounds (不低于、超过、不满).

    An event that has not happened has the amount 0; a figure that is not stated is unknown.
    """
    figure, path = condition.figure, f"conditions.{name}"
    if figure in m.policy.figures:
        yield Finding("unstated", m.figure_unstated(figure), m.in_doubt)
        yield Finding("compared", m.always, m.figure_within(figure, condition, path))
    else:
        counted = m.policy.relations.base(figure, condition.counted)
        yield Finding("compared", m.always, m.amount_within(counted, condition, path))


def _happened(
    m: Register[T, D, F, C], asked: Asked, condition: HappenedCondition
) -> Iterator[Finding[T, D, F]]:
    """An event on one of some days, and within a time after a day of another event (申请期限)."""
    name, kind, anchor = asked.condition, condition.happened, condition.after
    reached = m.happened(kind)
    if anchor:
        reached = m.all_of([reached, m.happened(anchor)])
    yield Finding("no_day", m.no(m.stated(kind)), reached)
    yield from day_unknown(m, condition.tested_on, asked)
    by = tested_by(m, asked, condition)
    since, until = days_allowed(m, name, condition, by)
    if anchor is None:
        yield Finding("compared", m.always, m.known(m.falls(kind, since=since, until=until)))
        return
    possible = m.known(m.falls(kind, since=since, until=until))
    without = m.all_of([possible, m.happened(anchor)])
    yield Finding("no_day_after_which", m.no(m.stated(anchor)), without)
    in_time = m.some_event(
        anchor, lambda day: in_time_after(m, name, condition, day, by), op="in_time", about=kind
    )
    yield Finding("compared", m.always, m.known(in_time))


def tested_by(m: Register[T, D, F, C], asked: Asked, condition: HappenedCondition) -> tuple[D, ...]:
    """The day by which an event must have happened, where that is not the as-of date."""
    test = condition.tested_on
    return () if tested_as_of(test, asked) else (test_day(m, test, asked),)


def days_allowed(
    m: Register[T, D, F, C], name: str, condition: HappenedCondition, by: tuple[D, ...] = ()
) -> tuple[tuple[D, ...], tuple[D, ...]]:
    """The first and the last day that the condition allows, where it states them.

    `by` is the day by which the event must have happened, where that is not the as-of date.
    """
    path, about = f"conditions.{name}", condition.happened
    since: tuple[D, ...] = ()
    until = by
    if condition.first:
        since = (m.day(f"{path}.first", condition.first, "first", about),)
    if condition.last:
        until = (*by, m.day(f"{path}.last", condition.last, "last", about))
    return since, until


def in_time_after(
    m: Register[T, D, F, C],
    name: str,
    condition: HappenedCondition,
    day: D,
    by: tuple[D, ...] = (),
) -> F:
    """Whether the event falls, within the days allowed, on or after a day and in time after it."""
    since, until = days_allowed(m, name, condition, by)
    if condition.bounded:
        until = (last_in_time(m, name, condition, day), *until)
    begun = begins(m, condition.runs_from, day)
    return m.falls(condition.happened, since=(begun, *since), until=until)


def last_in_time(m: Register[T, D, F, C], name: str, condition: HappenedCondition, day: D) -> D:
    """The last day of the time after a day: the corresponding day, and so many days after that.

    其后几个月（对应日当日计入）、几日（当日不计）内；按年度计算的，至12月31日.
    """
    path, about = f"conditions.{name}", condition.happened
    months = 12 * condition.within_years + condition.within_months
    return ends(
        m,
        condition.runs_from,
        begins(m, condition.runs_from, day),
        m.count(f"{path}.within_months", months, "within_months", about),
        m.count(f"{path}.within_days", condition.within_days, "within_days", about),
    )


def _absent(
    m: Register[T, D, F, C], asked: Asked, condition: AbsentCondition
) -> Iterator[Finding[T, D, F]]:
    """An event that has not happened by the day tested (申请时未摘牌).

    An application of which the day is not stated may have been made before it happened; but not
    before the award was earned.
    """
    kind, test = condition.absent, condition.tested_on
    reached = m.opposite(m.happened(kind))
    if tested_as_of(test, asked) and not condition.after_event:
        yield Finding("as_of", m.always, reached)
        return
    yield Finding("no_day", m.no(m.stated(kind)), reached)
    after: tuple[D, ...] = ()
    earned = m.as_of
    if condition.after_event or test in ("event", "application"):
        yield from not_earned(m, asked)
        earned = m.first_in_force(m.policy.award(asked.award).event)
        after = (earned,) if condition.after_event else ()
    by = test_day(m, test, asked)
    yield Finding("absent_by_then", m.no(m.falls(kind, after=after, until=(by,))), m.met)
    if test == "application":
        yield Finding("before_it", m.falls(kind, after=after, until=(earned,)), m.not_met)
        yield Finding("not_stated", m.none(m.applied(asked.award)), m.in_doubt)
    yield Finding("happened", m.always, m.not_met)


def _applied(
    m: Register[T, D, F, C], asked: Asked, condition: ApplicationCondition
) -> Iterator[Finding[T, D, F]]:
    """Applied for within a time (6个月内申请).

    An application that is not stated is in time where it is if made on the last day possible.
    Where that is too late, it may have been made before; where it is too early, it is not in time.
    Nor is any where the last day of the time lies before the first.
    """
    window, stated = condition.applied, m.applied(asked.award)
    if window.after:
        anchor = m.first(window.after)
        unknown = m.all_of([m.in_doubt, m.happened(window.after)])
        yield Finding("no_anchor", m.none(anchor), unknown)
    elif window.anchored:
        yield from not_earned(m, asked)
    since, until = applied_between(m, asked.condition, condition, asked.award)
    yield Finding("stated", m.no(m.none(stated)), m.known(_lies_between(m, stated, since, until)))
    latest = test_day(m, "application", asked)
    yield Finding("in_time", _lies_between(m, latest, since, until), m.met)
    yield Finding("not_yet", m.no(_lies_between(m, latest, since, ())), m.not_met)
    for first in since:
        yield Finding("never", m.no(_lies_between(m, first, (), until)), m.not_met)
    yield Finding("not_stated", m.always, m.in_doubt)


def applied_between(
    m: Register[T, D, F, C], name: str, condition: ApplicationCondition, award: str
) -> tuple[tuple[D, ...], tuple[D, ...]]:
    """The first and the last day on which an award may be applied for, where there are such."""
    window, path = condition.applied, f"conditions.{name}.applied"
    about = m.policy.award(award).event if window.after is None else window.after
    since: list[D] = []
    until: list[D] = []
    if window.anchored:
        anchor = m.first(about) if window.after else m.first_in_force(about)
        begun = begins(m, window.runs_from, anchor)
        since.append(begun)
        if window.bounded:
            months = m.count(f"{path}.within_months", window.months, "within_months", about)
            days = m.count(f"{path}.within_days", window.within_days, "within_days", about)
            until.append(ends(m, window.runs_from, begun, months, days))
    if window.first:
        since.append(m.day(f"{path}.first", window.first, "first", about))
    if window.last:
        until.append(m.day(f"{path}.last", window.last, "last", about))
    return tuple(since), tuple(until)


def _lies_between(m: Register[T, D, F, C], day: D, since: tuple[D, ...], until: tuple[D, ...]) -> F:
    holds = m.always
    for bound in since:
        holds = m.both(holds, m.not_after(bound, day))
    for bound in until:
        holds = m.both(holds, m.not_after(day, bound))
    return holds
