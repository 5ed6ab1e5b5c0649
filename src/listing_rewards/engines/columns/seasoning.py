"""A full period as expressions: tested on a later event's day, or on the day asked for."""

from __future__ import annotations

import polars as pl

from listing_rewards.engines.columns.entries import NO_DAY
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import (
    NOT_MET,
    Flag,
    Truth,
    as_expr,
    every,
    known,
    no,
    some,
)
from listing_rewards.engines.columns.happenings import first_of
from listing_rewards.engines.columns.periods import first_day_met, latest
from listing_rewards.policy.conditions import SeasoningCondition


def seasoned(condition: SeasoningCondition, facts: Facts) -> Truth:
    """Whether the period was full."""
    started = facts.kinds[condition.seasoning].happened
    full = _tested(condition, facts) if condition.tested_on else _held(condition, facts)
    return Truth(every([started.sure, full.sure]), every([started.maybe, full.maybe]))


def _full(condition: SeasoningCondition, start: pl.Expr) -> pl.Expr:
    return first_day_met(start, 12 * condition.years + condition.months, condition.counting)


def _unbroken(condition: SeasoningCondition, facts: Facts, full: Flag) -> Truth:
    """A full period, unless a break is not known of."""
    if condition.restarted_by is None:
        return known(full)
    breaks = facts.kinds[condition.restarted_by].happened
    if breaks.settled:
        return known(full)
    return Truth(every([full, no(breaks.unknown)]), full)


def _tested(condition: SeasoningCondition, facts: Facts) -> Truth:
    """From the first start after the last break before the day that is tested."""
    plan = facts.plan
    tested_on, day_unknown = _test_day(condition, facts)
    kind = facts.kinds[condition.seasoning]
    starts = [pl.when(day <= tested_on).then(day) for day in kind.days]
    broken = facts.kinds[condition.restarted_by].days if condition.restarted_by else ()
    if broken:
        before = [pl.when(day <= tested_on).then(day) for day in broken]
        broken_on = plan.column(latest(before))
        unbroken = broken_on.is_null()
        starts = [pl.when(unbroken | (day >= broken_on)).then(day) for day in starts]
    start = first_of(starts, plan)
    full = plan.flag((tested_on >= _full(condition, start)).fill_null(value=False))
    compared = _unbroken(condition, facts, full)
    start_unknown = facts.kinds[condition.seasoning].happened.unknown
    tested = plan.flag(no(tested_on.is_null()))
    open_answer = some([day_unknown, every([tested, start_unknown])])
    if open_answer is False and compared.settled:
        return compared
    return Truth(compared.sure, some([compared.maybe, open_answer]))


def _test_day(condition: SeasoningCondition, facts: Facts) -> tuple[pl.Expr, Flag]:
    """The day that is tested, of the first event that has happened; and whether it is unknown."""
    day = NO_DAY
    unknown: Flag = False
    for name in reversed(condition.tested_on or ()):
        kind = facts.kinds[name]
        open_here = kind.happened.unknown
        unknown = some([every([no(kind.some), unknown]), open_here])
        day = pl.when(as_expr(no(open_here))).then(pl.coalesce(kind.first, day))
    return facts.plan.column(day), facts.plan.flag(unknown)


def _held(condition: SeasoningCondition, facts: Facts) -> Truth:
    """From any start, unbroken until it is full, by the day asked for."""
    kind = facts.kinds[condition.seasoning]
    if not kind.days:
        return Truth(sure=False, maybe=True) if not kind.happened.settled else NOT_MET
    breaks = facts.kinds[condition.restarted_by].days if condition.restarted_by else ()
    held: list[Flag] = []
    for start in kind.days:
        full = facts.plan.column(_full(condition, start))
        broken = some(((day > start) & (day <= full)).fill_null(value=False) for day in breaks)
        held.append(every([(full <= facts.as_of).fill_null(value=False), no(broken)]))
    full_once = facts.plan.flag(some(held))
    compared = _unbroken(condition, facts, full_once)
    unknown = kind.happened.unknown
    if unknown is False:
        return compared
    return Truth(compared.sure, some([compared.maybe, unknown]))
