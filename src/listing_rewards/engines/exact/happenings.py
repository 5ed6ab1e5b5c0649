"""How an event of which nothing is known may have happened: never, or on a day of some time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date, timedelta

from listing_rewards.engines.exact.days import Day, ExactDays
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.reads import reads_of
from listing_rewards.engines.exact.register import ExactRegister
from listing_rewards.engines.exact.scenarios import Scenario, ScenarioMachine
from listing_rewards.meaning.bases import counted_between
from listing_rewards.meaning.conditions import applied_between, truth_of
from listing_rewards.meaning.periods import first_full_day
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    HappenedCondition,
    SeasoningCondition,
)
from listing_rewards.policy.counted import CountedWindow
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import EARLIEST, LATEST
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth


def event_ways(kind: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """It did not happen; or it did, on a day in one of some times."""
    scenario, policy = machine.scenario, machine.policy
    if machine.facts.happened(kind) is not UNKNOWN or kind in scenario.happened:
        return
    yield scenario.without(kind)
    reads = reads_of(policy)
    ordered = all(
        machine.facts.happened(each) is not UNKNOWN for each in reads.ordered.get(kind, ())
    )
    plain = ordered and kind in reads.plain_events
    truths, once = _if_it_happened(kind, machine), policy.relations.at_most_once(kind)
    windows, around = _windows_on(kind, policy), _counted_around(kind, machine)
    tested = _tested_on(kind, machine)
    if windows or around or tested:
        asked = [*filter(policy.relations.comes_out_alike, (*windows, *tested))]
        for day in _days_apart(kind, windows, around, tested, machine):
            then = _stating(kind, day, machine.facts)
            here = {name: truth_of(then, name, machine.condition) for name in asked}
            taken = {**truths, **here, **_not_yet(day, kind, machine)}
            again = day < policy.in_force.first <= machine.facts.as_of and not once
            for in_force in (True, False) if again else (policy.in_force.includes(day),):
                way = scenario.having(kind, in_force=in_force, truths=taken, real=plain)
                yield way.on_day(kind, day)
        return
    matters = kind in reads.on_policys_days
    first, last = _possible_days(kind, machine)
    begins, ends = policy.in_force.first, policy.in_force.end or LATEST
    times: list[tuple[bool, date, bool]] = []
    if not matters:
        times.append((True, first, plain and begins <= last))
    elif first <= ends and begins <= (last if once else machine.facts.as_of):
        times.append((True, max(begins, first), plain))
    if matters and (first < begins or last > ends):
        times.append((False, first, False))
    for in_force, since, real in times:
        taken = {**truths, **_not_yet(since, kind, machine)}
        yield scenario.having(kind, in_force=in_force, truths=taken, real=real)


def _windows_on(kind: str, policy: Policy) -> dict[str, HappenedCondition]:
    """The conditions on the days of an event that happens once, where nothing else decides."""
    if not policy.relations.at_most_once(kind):
        return {}
    return {
        name: each
        for name, each in policy.conditions.items()
        if isinstance(each, HappenedCondition) and each.happened == kind and each.only_on_days
    }


def _counted_around(kind: str, machine: ScenarioMachine) -> dict[str, CountedWindow]:
    """The bases of which some stated amount may count around the first event of a kind."""
    facts = machine.facts
    return {
        name: base.counted
        for name, base in facts.relations.bases.items()
        if isinstance(base.counted, CountedWindow)
        and base.counted.event == kind
        and facts.events.get(base.event)
    }


def _tested_on(kind: str, machine: ScenarioMachine) -> dict[str, SeasoningCondition]:
    """The full periods that are tested on an event or broken by it, where the rest is known."""
    once, happened = machine.policy.relations.at_most_once(kind), machine.facts.happened

    def decides(condition: SeasoningCondition) -> bool:
        breaks, tested = condition.restarted_by, condition.tested_kinds
        others = {condition.seasoning, *tested, *([breaks] if breaks else [])} - {kind}
        if condition.seasoning == kind or any(happened(each) is UNKNOWN for each in others):
            return False
        if kind == breaks and kind not in tested[:1]:
            return once and (bool(tested) or condition.test_day == "as_of")
        return kind in tested

    return {
        name: each
        for name, each in machine.policy.conditions.items()
        if isinstance(each, SeasoningCondition) and decides(each)
    }


def _stating(kind: str, day: date, facts: Facts) -> ExactRegister:
    """The case as if it stated an event on a day."""
    found = copy(facts)
    found.take_as_stated(kind, day)
    return ExactRegister(found)


def _not_yet(first: date, kind: str, machine: ScenarioMachine) -> dict[str, Truth]:
    """What cannot be so yet if an event happened on a day or later.

    A full period after it has not passed, and a time after it in which to apply has not begun. Not
    of an event that may happen again: it may have happened before.
    """
    policy, relations = machine.policy, machine.policy.relations
    if not relations.at_most_once(kind):
        return {}
    found: dict[str, Truth] = {}
    m = _stating(kind, first, machine.facts)
    for name, condition in policy.conditions.items():
        for award in relations.awards:
            asked = [relations.ask(name, award, now=now) for now in (False, True)]
            begun: Day = None
            if isinstance(condition, SeasoningCondition) and condition.seasoning == kind:
                begun = first_full_day(m, name, condition, first)
            elif isinstance(condition, ApplicationCondition) and condition.applied.anchored:
                since, _ = applied_between(m, name, condition, award)
                anchor = condition.applied.after or policy.award(award).event
                begun = since[0] if kind == anchor else None
            if begun is not None and not m.not_after(begun, m.as_of):
                found |= dict.fromkeys(asked, NOT_MET)
    return found


def _days_apart(
    kind: str,
    windows: Mapping[str, HappenedCondition],
    around: Mapping[str, CountedWindow],
    tested: Mapping[str, SeasoningCondition],
    machine: ScenarioMachine,
) -> Iterator[date]:
    """A first day of each time between those on which something turns, of those possible."""
    facts, policy = machine.facts, machine.policy
    first, last = _possible_days(kind, machine)
    turns = {policy.in_force.first} | {each.first for each in windows.values() if each.first}
    ends = {policy.in_force.end} | {each.last for each in windows.values()}
    turns |= {end + timedelta(days=1) for end in ends if end is not None}
    for base, window in around.items():
        turns.update(_turns_around(base, window, first, last, facts))
    for name, period in tested.items():
        turns.update(_turns_of_a_test(name, period, machine))
    yield from sorted(day for day in {first, *turns} if first <= day <= last)


def _turns_of_a_test(
    name: str, condition: SeasoningCondition, machine: ScenarioMachine
) -> Iterator[date]:
    """The days on which a period starts, is full, is broken or is tested, and those after them."""
    m = machine.conditions.register
    starts, breaks = m.days(condition.seasoning), condition.restarted_by
    full = [first_full_day(m, name, condition, start) for start in starts]
    others = [breaks, *condition.tested_kinds] if breaks else condition.tested_kinds
    for day in (*starts, *full, *(day for kind in others for day in m.days(kind))):
        if day is not None:
            yield from (day, day + timedelta(days=1))


def _turns_around(
    base: str, window: CountedWindow, first: date, last: date, facts: Facts
) -> Iterator[date]:
    """The days of an event, between two, from which on other amounts count around it.

    The first and the last day on which they count never move back as the event's day moves on.
    """
    days, m = range(first.toordinal(), last.toordinal() + 1), ExactDays()

    def since(day: int) -> date:
        found, _ = counted_between(m, base, window, date.fromordinal(day))
        return max(filter(None, found), default=EARLIEST)

    def until(day: int) -> date:
        _, found = counted_between(m, base, window, date.fromordinal(day))
        return min(filter(None, found), default=LATEST)

    for event in facts.events[facts.relations.stated_as(base)]:
        places = bisect_left(days, event.on, key=until), bisect_right(days, event.on, key=since)
        yield from (date.fromordinal(days[place]) for place in places if place < len(days))


def _possible_days(kind: str, machine: ScenarioMachine) -> tuple[date, date]:
    """The first and the last day on which an event may have happened for the first time.

    That is not before one that it must come after, nor after one that must come after it.
    """
    facts, policy = machine.facts, machine.policy
    before, later = policy.events[kind].after, reads_of(policy).later[kind]
    first = max((facts.days(each)[0] for each in before if facts.days(each)), default=EARLIEST)
    last = min((facts.days(each)[0] for each in later if facts.days(each)), default=facts.as_of)
    return first, last


def _if_it_happened(kind: str, machine: ScenarioMachine) -> dict[str, Truth]:
    """What follows for conditions from an event's having happened, on whatever day."""
    found: dict[str, Truth] = {}
    alike = machine.policy.relations.comes_out_alike
    for name, condition in machine.policy.conditions.items():
        if isinstance(condition, AbsentCondition) and condition.absent == kind:
            found |= dict.fromkeys(_failing(name, condition, machine), NOT_MET)
        elif isinstance(condition, HappenedCondition) and condition.happened == kind:
            on_any_day = not (condition.first or condition.last or condition.after)
            found |= {name: MET} if on_any_day and alike(name) else {}
    return found


def _failing(name: str, condition: AbsentCondition, machine: ScenarioMachine) -> Iterator[str]:
    """The names under which it is asked whether an event is absent as of the as-of date.

    So it is of an award for which nothing was paid, where it is tested on the payment.
    """
    relations = machine.policy.relations
    if condition.after_event or condition.tested_on not in ("as_of", "payment"):
        return
    yield name
    for award in relations.awards:
        yield relations.ask(name, award, now=True)
        if not machine.facts.payments.get(award):
            yield relations.ask(name, award)
