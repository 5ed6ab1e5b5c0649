"""The conditions of a policy: each is met, not met or unknown (奖励条件)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, assert_never

from listing_rewards.meaning.periods import full_period
from listing_rewards.meaning.register import C, D, F, Finding, Register, T
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    AttributeCondition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)


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


def truth_of(m: Register[T, D, F, C], name: str, of: Callable[[str], T]) -> T:
    """Whether a condition is met; `of` says so of the conditions that it is made of."""
    condition = m.policy.conditions[name]
    match condition:
        case FlagCondition():
            return _flag(m, condition)
        case FigureCondition():
            return m.decide(_figure(m, name, condition))
        case AttributeCondition():
            return m.attribute(condition.attribute, condition.one_of)
        case HappenedCondition():
            return m.decide(_happened(m, name, condition))
        case AbsentCondition():
            return m.opposite(m.happened(condition.absent))
        case SeasoningCondition():
            return m.decide(full_period(m, name, condition))
        case AllCondition():
            return m.all_of(map(of, conditions_within(condition)))
        case AnyCondition():
            return m.any_of(map(of, conditions_within(condition)))
        case NotCondition():
            return m.opposite(of(condition.not_met))
        case _:
            assert_never(condition)


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
    m: Register[T, D, F, C], name: str, condition: HappenedCondition
) -> Iterator[Finding[T, D, F]]:
    """An event on one of some days, and within a time after a day of another event (申请期限)."""
    kind, anchor = condition.happened, condition.after
    reached = m.happened(kind)
    if anchor:
        reached = m.all_of([reached, m.happened(anchor)])
    yield Finding("no_day", m.no(m.stated(kind)), reached)
    since, until = days_allowed(m, name, condition)
    if anchor is None:
        yield Finding("compared", m.always, m.known(m.falls(kind, since=since, until=until)))
        return
    possible = m.known(m.falls(kind, since=since, until=until))
    without = m.all_of([possible, m.happened(anchor)])
    yield Finding("no_day_after_which", m.no(m.stated(anchor)), without)
    in_time = m.some_event(
        anchor, lambda day: in_time_after(m, name, condition, day), op="in_time", about=kind
    )
    yield Finding("compared", m.always, m.known(in_time))


def days_allowed(
    m: Register[T, D, F, C], name: str, condition: HappenedCondition
) -> tuple[tuple[D, ...], tuple[D, ...]]:
    """The first and the last day that the condition itself allows, where it states them."""
    path, about = f"conditions.{name}", condition.happened
    since: tuple[D, ...] = ()
    until: tuple[D, ...] = ()
    if condition.first:
        since = (m.day(f"{path}.first", condition.first, "first", about),)
    if condition.last:
        until = (m.day(f"{path}.last", condition.last, "last", about),)
    return since, until


def in_time_after(m: Register[T, D, F, C], name: str, condition: HappenedCondition, day: D) -> F:
    """Whether the event falls, within the days allowed, on or after a day and in time after it."""
    since, until = days_allowed(m, name, condition)
    if condition.bounded:
        until = (last_in_time(m, name, condition, day), *until)
    return m.falls(condition.happened, since=(day, *since), until=until)


def last_in_time(m: Register[T, D, F, C], name: str, condition: HappenedCondition, day: D) -> D:
    """The last day of the time after a day: the corresponding day, and so many days after that.

    其后几个月（对应日当日计入）、几日（当日不计）内.
    """
    path, about = f"conditions.{name}", condition.happened
    months = 12 * condition.within_years + condition.within_months
    return m.later(
        day,
        m.count(f"{path}.within_months", months, "within_months", about),
        m.count(f"{path}.within_days", condition.within_days, "within_days", about),
    )
