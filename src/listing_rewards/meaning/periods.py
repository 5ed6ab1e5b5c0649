"""A full period after an event: tested on a later event's day, or held until the as-of date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple

from listing_rewards.meaning.register import C, D, F, Finding, Register, T
from listing_rewards.meaning.tested import day_unknown, test_day
from listing_rewards.meaning.windows import begins
from listing_rewards.policy.conditions import SeasoningCondition
from listing_rewards.policy.relations import Asked


def full_period(
    m: Register[T, D, F, C], asked: Asked, condition: SeasoningCondition
) -> Iterator[Finding[T, D, F]]:
    """How a full period may come out, in the order in which it is decided (挂牌满一年)."""
    if condition.tested_kinds or condition.test_day != "as_of":
        return _tested(m, asked, condition)
    return _held(m, asked.condition, condition)


def day_of_test(m: Register[T, D, F, C], asked: Asked, condition: SeasoningCondition) -> D:
    """The day on which the period is tested: that of an event, or the award's own."""
    if kinds := condition.tested_kinds:
        return m.named_day("tested_on", day_tested(m, kinds), kinds)
    return test_day(m, condition.test_day, asked)


def _tested(
    m: Register[T, D, F, C], asked: Asked, condition: SeasoningCondition
) -> Iterator[Finding[T, D, F]]:
    """The period runs from the first start after the last break before the day tested.

    An application of which the day is not stated may have been made when the period was full, and
    before it was broken.

    挂牌满一年后申报：以申报之日检验；其间终止挂牌的，自重新挂牌起算。
    """
    started, breaks = m.happened(condition.seasoning), condition.restarted_by
    test = condition.test_day
    yield Finding("not_started", m.fails(started), m.not_met)
    yield from day_unknown(m, test, asked)
    tested_on = day_of_test(m, asked, condition)
    yield Finding("test_day_unknown", m.is_day_unknown(tested_on), m.in_doubt)
    yield Finding("no_test_day", m.none(tested_on), m.not_met)
    yield Finding("start_unknown", m.is_open(started), m.in_doubt)
    start = start_tested(m, condition, tested_on)
    full_on = m.named_day("full_on", first_full_day(m, asked.condition, condition, start))
    full = m.not_after(full_on, tested_on)
    if breaks and test == "application":
        once_full = held_by(m, asked.condition, condition, tested_on)
        before_a_break = m.both(m.none(m.applied(asked.award)), once_full)
        short = m.no(m.both(m.no(m.none(start)), full))
        yield Finding("test_day_unknown", m.both(before_a_break, short), m.in_doubt)
    yield Finding("not_started", m.none(start), m.not_met)
    if breaks:
        unknown = m.both(full, m.is_open(m.happened(breaks)))
        yield Finding("break_unknown", unknown, m.in_doubt, start)
    yield Finding("compared", m.always, m.known(full), start)


def day_tested(m: Register[T, D, F, C], kinds: tuple[str, ...]) -> D:
    """The day of the first of some events that has happened; unknown if an earlier one may have."""
    return m.first_day(_days_tested(m, kinds))


def _days_tested(m: Register[T, D, F, C], kinds: tuple[str, ...]) -> Iterator[tuple[F, D]]:
    for kind in kinds:
        yield m.stated(kind), m.first(kind)
        yield m.is_open(m.happened(kind)), m.day_unknown


def start_tested(m: Register[T, D, F, C], condition: SeasoningCondition, tested_on: D) -> D:
    """The first start, after the last break up to the day tested, and up to that day itself."""
    kind, breaks, broken_on = condition.seasoning, condition.restarted_by, None
    if breaks:
        broken_on = m.named_day("broken_on", m.last(breaks, until=tested_on), (breaks,))
    start = m.first(kind, not_before=broken_on, until=tested_on)
    return m.named_day("started_on", start, (kind,))


def _held(
    m: Register[T, D, F, C], name: str, condition: SeasoningCondition
) -> Iterator[Finding[T, D, F]]:
    """For at least one start, the period must be full by the as-of date, and unbroken until full.

    挂牌满12个月以上：截至日检验；届满前终止挂牌的，不计入。
    """
    kind, breaks = condition.seasoning, condition.restarted_by
    started = m.happened(kind)
    yield Finding("not_started", m.fails(started), m.not_met)
    yield Finding("start_unknown", m.is_open(started), m.in_doubt)
    held = held_by(m, name, condition, m.as_of)
    if breaks:
        unknown = m.both(held, m.is_open(m.happened(breaks)))
        yield Finding("break_unknown", unknown, m.in_doubt)
    yield Finding("held", held, m.met)
    yield Finding("not_held", m.always, m.not_met)


def held_by(m: Register[T, D, F, C], name: str, condition: SeasoningCondition, by: D) -> F:
    """Whether the period from one of its starts was full by a day, and unbroken until full."""
    kind = condition.seasoning
    return m.some_event(
        kind, lambda start: held_from(m, name, condition, start, by).held, op="held", about=kind
    )


class Held(NamedTuple, Generic[F]):
    """A period from one start: whether nothing breaks it, and whether it is full besides."""

    unbroken: F
    held: F


def held_from(
    m: Register[T, D, F, C], name: str, condition: SeasoningCondition, start: D, by: D
) -> Held[F]:
    """Whether the period from a start is full by a day, and unbroken up to the day it is full.

    What falls on the start's own day does not break it; what falls on the day it is full does.
    """
    full_on = first_full_day(m, name, condition, start)
    full, unbroken = m.not_after(full_on, by), m.always
    if condition.restarted_by:
        unbroken = m.no(m.falls(condition.restarted_by, after=(start,), until=(full_on,)))
    return Held(unbroken, m.both(full, unbroken))


def first_full_day(
    m: Register[T, D, F, C], name: str, condition: SeasoningCondition, start: D
) -> D:
    """The first day on which the period counts as full.

    That is the corresponding day, or the day after it, as the policy counts (对应日当日或次日);
    of calendar years 1 January of the year that follows them.
    """
    path, months = f"conditions.{name}", 12 * condition.years + condition.months
    return m.later(
        begins(m, condition.runs_from, start),
        m.count(f"{path}.months", months, "months", condition.seasoning),
        m.count(
            f"{path}.counting", int(condition.counting == "civil_code"), "counting",
            condition.seasoning,
        ),
    )  # fmt: skip
