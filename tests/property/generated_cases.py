"""Random cases against a policy, with values on and beside everything that turns on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from listing_rewards import Case, Policy
from listing_rewards.policy.amounts import BandsAmount, FixedAmount, RateAmount, plain_amounts
from listing_rewards.policy.conditions import (
    ApplicationCondition,
    FigureCondition,
    HappenedCondition,
    SeasoningCondition,
)
from listing_rewards.policy.constructs import Range
from property.values import (
    AFTER_ALMOST_ALL,
    AWKWARD_DAYS,
    EARLIEST,
    FEN,
    LATEST,
    ONE_DAY,
    PLAN_LAST,
    days,
    months_on,
    seldom,
    some,
    within_calendar,
    yuan,
)

ZERO = Decimal("0.00")


def ceilings(policy: Policy) -> list[str]:
    """The awards of which the policy gives only a ceiling."""
    return [
        award.id
        for award in policy.awards
        if any(amount.upto for amount in plain_amounts(award.amount))
    ]


# ---- what the policy turns on ------------------------------------------------------------------


def turning_numbers(policy: Policy) -> dict[str, list[Decimal]]:
    """For each figure or event, the numbers at which a rule of the policy turns."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    for condition in policy.conditions.values():
        if isinstance(condition, FigureCondition):
            found[condition.figure] |= {*_bounds(condition)}
    for award in policy.awards:
        for amount in plain_amounts(award.amount):
            if isinstance(amount, BandsAmount):
                found[amount.of] |= {each for band in amount.bands for each in _bounds(band)}
            if isinstance(amount, BandsAmount | RateAmount) and isinstance(amount.above, Decimal):
                found[amount.of].add(amount.above)
            if isinstance(amount, FixedAmount) and amount.per and amount.every:
                found[amount.per] |= {amount.every, 2 * amount.every}
            if amount.scaled:  # a share of 100 that is just large enough
                whole = Decimal(100) if amount.scaled.of else Decimal(1)
                found[amount.scaled.by].add(whole * amount.scaled.full_at)
                found[amount.scaled.of or amount.scaled.by].add(whole)
    return {name: sorted(numbers) for name, numbers in found.items()}


def _bounds(of: Range) -> Iterator[Decimal]:
    yield from (each for each in (of.lower, of.upper) if each is not None)


def turning_days(policy: Policy) -> list[date]:
    """The days on which a rule of the policy turns, and the days beside them."""
    found = [policy.in_force.first, policy.in_force.last, policy.in_force.end]
    found += [each.since for each in policy.notices]
    for condition in policy.conditions.values():
        if isinstance(condition, HappenedCondition):
            found += [condition.first, condition.last]
        if isinstance(condition, ApplicationCondition):
            found += [condition.applied.first, condition.applied.last]
    for award in policy.awards:
        found += [each.since for each in getattr(award.amount, "dated", ())]
    beside = [day + n * ONE_DAY for day in found if day for n in (-1, 0, 1) if day > EARLIEST]
    return sorted({*map(within_calendar, beside), *AWKWARD_DAYS})


def periods(policy: Policy) -> list[tuple[int, int]]:
    """The months, and days beyond them, that a rule of the policy counts."""
    found = {(12, 0)}
    for condition in policy.conditions.values():
        if isinstance(condition, SeasoningCondition):
            found.add((12 * condition.years + condition.months, 0))
        if isinstance(condition, ApplicationCondition):
            found.add((condition.applied.months, condition.applied.within_days))
        if isinstance(condition, HappenedCondition):
            months = 12 * condition.within_years + condition.within_months
            found.add((months, condition.within_days))
    parts = [part for each in policy.instalments.values() for part in each.parts]
    found |= {(12 * each.years + each.months, 0) for each in parts}
    found |= {(12 * each.years + each.months, 0) for each in policy.relations.undertakings.values()}
    return sorted(found)


def new_years(policy: Policy, stated: Iterable[date]) -> set[date]:
    """Each 1 January up to three years from what is stated, where the policy counts by years."""
    dump = policy.model_dump_json()
    if '"runs_from":"year"' not in dump and '"runs_from":"next_year"' not in dump:
        return set()
    years = {day.year + n for day in stated for n in range(-3, 4)}
    return {date(year, 1, 1) for year in years if EARLIEST.year < year <= LATEST.year}


@st.composite
def days_for(draw: st.DrawFn, policy: Policy, after: list[date]) -> date:
    """A day in force, or on or beside one on which something turns, or a period after another."""
    ways = ["in force", "in force", "in force", "turning", "any", "after", "new year"]
    how = draw(st.sampled_from(ways))
    if how == "in force":
        first = policy.in_force.first
        return draw(st.dates(first, max(first, policy.in_force.end or PLAN_LAST)))
    if how == "new year" and after:
        year = draw(st.sampled_from(after)).year + draw(st.integers(0, 2))
        return within_calendar(date(year, 1, 1) + draw(st.sampled_from([-1, 0])) * ONE_DAY)
    if how == "after" and after:
        months, more = draw(st.sampled_from(periods(policy)))
        start = draw(st.sampled_from(after))
        if start.year < 2190:
            beside = draw(st.sampled_from([-1, 0, 0, 1]))
            return within_calendar(months_on(start, months) + timedelta(more + beside))
    return draw(st.sampled_from(turning_days(policy)) if how == "turning" else days())


@st.composite
def asked_for(draw: st.DrawFn, policy: Policy, case: Case) -> date:
    """A day to ask for; one that comes after almost everything is the most frequent."""
    if not seldom(draw):
        return AFTER_ALMOST_ALL
    return draw(days_for(policy, [each.on for each in case.events]))


# ---- what happened -----------------------------------------------------------------------------


@st.composite
def _happenings(draw: st.DrawFn, policy: Policy) -> dict[str, list[date]]:
    """The days on which each declared event happened, in an order in which they can happen."""
    happened: dict[str, list[date]] = {kind: [] for kind in policy.events}
    for kind, declared in policy.events.items():
        floor = max(
            (min(happened[each]) for each in declared.after if happened[each]), default=EARLIEST
        )
        most = 3 if declared.repeats else 2 if declared.ended_by else 1
        number = draw(st.sampled_from([most, most, 1, 1, 1, 0]))
        so_far = [day for on in happened.values() for day in on]
        on = sorted(max(draw(days_for(policy, so_far)), floor) for _ in range(number))
        happened[kind] = sorted(happened[kind] + on)
        if declared.ended_by and len(on) > 1:
            happened[declared.ended_by].append(draw(st.dates(*on)))
    return happened


@st.composite
def numbers(
    draw: st.DrawFn, turning: list[Decimal], *, step: Decimal = FEN, least: Decimal = ZERO
) -> Decimal:
    """A number on or beside one at which something turns, or any amount of yuan."""
    if turning and not draw(st.booleans()):
        beside = draw(st.sampled_from([-1, 0, 0, 1]))
        return max(draw(st.sampled_from(turning)) + beside * step, least)
    return draw(yuan())


@st.composite
def _events(draw: st.DrawFn, policy: Policy, *, fully: bool) -> list[dict[str, Any]]:
    turning = turning_numbers(policy)
    events: list[dict[str, Any]] = []
    for kind, on in draw(_happenings(policy)).items():
        marks = [each for each in turning.get(kind, []) if each % FEN == 0]
        known = numbers(marks)
        for day in on:
            event: dict[str, Any] = {"kind": kind, "on": day}
            if policy.events[kind].amount:
                event["amount"] = draw(known if fully else st.one_of(known, known, st.none()))
            events.append(event)
    return draw(st.permutations(events))


@st.composite
def _figures(draw: st.DrawFn, policy: Policy, *, fully: bool) -> dict[str, Decimal]:
    """Figures as large as they may be, and below 0."""
    turning = turning_numbers(policy)
    figures: dict[str, Decimal] = {}
    for name, kind in policy.figures.items():
        if not fully and draw(st.sampled_from([False, False, True])):
            continue
        step = Decimal("0.0001") if kind.unit == "percent" else FEN
        marks = [*turning.get(name, []), Decimal(0), kind.limit or Decimal(1)]
        value = draw(numbers(marks, step=step, least=Decimal("-0.01")))
        if draw(st.sampled_from([False] * 7 + [True])):
            value = -value
        if kind.allotted_from:
            value = abs(value)
        figures[name] = value if kind.limit is None else min(value, kind.limit)
    return figures


@st.composite
def payments_for(draw: st.DrawFn, policy: Policy) -> list[dict[str, Any]]:
    """Payments of a policy's awards, of amounts that it names; none is written twice."""
    awards = st.sampled_from([award.id for award in policy.awards])
    under = st.sampled_from([None, None, None, policy.id, "another-policy", "an-older-document"])
    granted = [group.cap for group in policy.groups.values() if group.cap != "unknown"]
    for award in policy.awards:
        for amount in plain_amounts(award.amount):
            granted += [getattr(amount, key) for key in ("fixed", "topup") if hasattr(amount, key)]
    parts = [(amount / 4).quantize(FEN) for amount in granted]
    amounts = st.sampled_from([FEN, *parts, *granted]) | yuan()
    keys = ("award", "on", "amount", "policy")

    def as_meant(payment: tuple[str, date, Decimal, str | None]) -> tuple[str, date, Decimal, str]:
        return (*payment[:3], payment[3] or policy.id)

    written = st.lists(
        st.tuples(awards, days(), amounts, under),
        max_size=4,
        unique_by=as_meant,
    )
    return [dict(zip(keys, each, strict=True)) for each in draw(written)]


@st.composite
def _stated(draw: st.DrawFn, facts: dict[str, Any], *, fully: bool) -> dict[str, Any]:
    """Some of these facts, or all of them."""
    if fully:
        return draw(st.fixed_dictionaries(facts))
    return draw(st.fixed_dictionaries({}, optional=facts))


@st.composite
def cases_for(draw: st.DrawFn, policy: Policy, *, fully: bool = False) -> Case:
    """Random cases that state only what the policy declares, and nothing impossible.

    With `fully`, every fact is stated: also what did not happen.
    """
    events = draw(_events(policy, fully=fully))
    unstated = sorted(set(policy.events) - {event["kind"] for event in events})
    attributes = {
        name: st.sampled_from(sorted(each.values)) for name, each in policy.attributes.items()
    }
    approved = dict.fromkeys(ceilings(policy), yuan())
    on = [date.fromisoformat(str(event["on"])) for event in events]
    applications = dict.fromkeys(sorted(policy.relations.takes_application), days_for(policy, on))
    flags = {name: st.sampled_from([True, True, False]) for name in policy.flags}
    return Case.model_validate(
        {
            "enterprise": {"name": "示例甲公司"},
            "events": events,
            "figures": draw(_figures(policy, fully=fully)),
            "flags": draw(_stated(flags, fully=fully)),
            "attributes": draw(_stated(attributes, fully=fully)),
            "approved": draw(_stated(approved, fully=fully)),
            "applied": draw(_stated(applications, fully=fully)),
            "payments": draw(payments_for(policy)),
            "absent": unstated if fully else draw(some(unstated, most=2)),
        }
    )
