"""The conditions of a policy as expressions: each a truth for every row."""

from __future__ import annotations

from datetime import date
from typing import assert_never

import polars as pl

from listing_rewards.engines.columns.comparing import is_open
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import (
    Flag,
    Truth,
    all_of,
    any_of,
    every,
    known,
    no,
    opposite,
    some,
)
from listing_rewards.engines.columns.happenings import Kind
from listing_rewards.engines.columns.periods import corresponding_day
from listing_rewards.engines.columns.ranges import holds, lies_within
from listing_rewards.engines.columns.seasoning import seasoned
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    AttributeCondition,
    Condition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)


class Conditions:
    """The conditions of one policy, each worked out once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._truths: dict[str, Truth] = {}

    def truth(self, name: str) -> Truth:
        """Whether a condition is met."""
        if name not in self._truths:
            condition = self._facts.policy.conditions[name]
            self._truths[name] = self._facts.plan.truth(self._compiled(condition))
        return self._truths[name]

    def _compiled(self, condition: Condition) -> Truth:
        facts = self._facts
        match condition:
            case FlagCondition():
                return facts.flag(condition.flag)
            case FigureCondition():
                return _figure(condition, facts)
            case AttributeCondition():
                return facts.attribute(condition.attribute, condition.one_of)
            case HappenedCondition():
                return _happened(condition, facts)
            case AbsentCondition():
                return opposite(facts.kinds[condition.absent].happened)
            case SeasoningCondition():
                return seasoned(condition, facts)
            case AllCondition():
                return all_of(map(self.truth, conditions_within(condition)))
            case AnyCondition():
                return any_of(map(self.truth, conditions_within(condition)))
            case NotCondition():
                return opposite(self.truth(condition.not_met))
            case _:
                assert_never(condition)


def _figure(condition: FigureCondition, facts: Facts) -> Truth:
    if condition.figure not in facts.figures:
        return lies_within(facts.kinds[condition.figure].amount, condition)
    figure = facts.figures[condition.figure]
    unknown = is_open(figure)
    lies = holds(condition, figure)
    return Truth(every([lies, no(unknown)]), some([lies, unknown]))


def _happened(condition: HappenedCondition, facts: Facts) -> Truth:
    """On some days, and within a time after a day of another event where there is one."""
    kind = facts.kinds[condition.happened]
    possible = [_between(day, condition.first, condition.last) for day in kind.days]
    found = some(day.is_not_null() for day in possible)
    if condition.after is None:
        return known(found).where(kind.some, kind.happened)
    anchor = facts.kinds[condition.after]
    in_time = some(_within(condition, day, anchor) for day in possible)
    without = all_of([known(found), anchor.happened])
    neither = all_of([kind.happened, anchor.happened])
    return known(in_time).where(anchor.some, without).where(kind.some, neither)


def _between(day: pl.Expr, first: date | None, last: date | None) -> pl.Expr:
    """The day where it lies within bounds, or null."""
    if first is None and last is None:
        return day
    after = day >= first if first else day.is_not_null()
    return pl.when(after & (day <= last) if last else after).then(day)


def _within(condition: HappenedCondition, day: pl.Expr, anchor: Kind) -> Flag:
    """Whether a day lies in time after a day of the other event."""
    months = 12 * condition.within_years + condition.within_months
    found: list[Flag] = []
    for start in anchor.days:
        in_time = day >= start
        if condition.bounded:
            until = corresponding_day(start, months) + pl.duration(days=condition.within_days)
            in_time = day.is_between(start, until)
        found.append(in_time.fill_null(value=False))
    return some(found)
