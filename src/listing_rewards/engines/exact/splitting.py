"""What is unknown is one fact wherever it is read: the case split into scenarios.

A range computed in one pass takes each place at which an unknown fact is read by itself, and may be
wider than the truth. Here the case is split into the ways in which its unknown facts may turn out;
together they leave nothing out, so what holds in each of them holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from listing_rewards.engines.exact.entangled import best_ways, is_due_in_part, taken_ways
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.engines.exact.reads import Fact, Reads
from listing_rewards.engines.exact.regions import conditions_on, marks_of, regions, tables_on
from listing_rewards.engines.exact.scenarios import Scenario, ScenarioMachine
from listing_rewards.meaning.conditions import applied_between
from listing_rewards.policy.amounts import (
    BandsAmount,
    RateAmount,
    UnknownAmount,
    has_unknown_cap,
    plain_amounts,
)
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    HappenedCondition,
)
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import EARLIEST
from listing_rewards.values.range import Bounds
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth

MOST = 128
"""A case is split into at most so many scenarios; what would make more stays unknown."""
FEW = 16
"""Facts that only one place reads are split as well as long as there are no more than so many."""

Split = Callable[[str, ScenarioMachine], Iterable[Scenario]]


class Scenarios:
    """The ways in which a case may turn out.

    Attributes:
        machines: the engine in each.
    """

    def __init__(self, facts: Facts, root: ExactMachine) -> None:
        self.machines = [ScenarioMachine(facts, Scenario())]
        self._facts = facts
        self._reads = reads_of(facts.policy)
        found = self._reads.facts(root.live)
        for fact, shared in found:
            if shared:
                self._split(partial(ways_of, fact), MOST)
        for fact, shared in found:
            if not shared and fact.kind != "earned":
                self._split(partial(ways_of, fact), FEW)
        for choice in facts.policy.best_of:
            self._split(partial(best_ways, choice), MOST)
        for name in self._reads.taken_off:
            self._split(partial(taken_ways, name), MOST)

    def _split(self, ways: Callable[[ScenarioMachine], Iterable[Scenario]], most: int) -> None:
        """Split every scenario by the ways of a fact, unless that would make too many."""
        options = [[*ways(each)] for each in self.machines]
        if sum(max(len(found), 1) for found in options) > most:
            return
        split: list[ScenarioMachine] = []
        for machine, found in zip(self.machines, options, strict=True):
            split += [ScenarioMachine(self._facts, way) for way in found] or [machine]
        self.machines = split

    def are_tight(self, machine: ScenarioMachine, payable: Bounds) -> bool:
        """Whether each end of what is payable in a scenario is that of some case.

        So it is where the scenario is one of cases, and what is payable is known; or what is still
        unknown in it moves that up or down by itself, whatever the rest turns out to be. A part of
        an amount that is not known may be a unit more or less than its share.
        """
        if not machine.scenario.real:
            return False
        if payable.determined:
            return True
        names = machine.live
        awards = [machine.policy.award(name) for name in names]
        if any(is_due_in_part(award, machine) for award in awards):
            return False
        if any(_is_open(award, machine) and award.id in self._reads.tangled for award in awards):
            return False
        if any(machine.kept(name) is UNKNOWN for name in names):
            return False
        found = self._reads.facts(names)
        unknown = [(fact, shared) for fact, shared in found if _is_unknown(fact, machine)]
        return all(
            not shared and fact.kind == "amount" and _moves_alone(fact.name, awards, machine)
            for fact, shared in unknown
        )


def ways_of(fact: Fact, machine: ScenarioMachine) -> Iterable[Scenario]:
    """How a fact may turn out in a scenario; nothing where it is known."""
    return _SPLITS[fact.kind](fact.name, machine)


def reads_of(policy: Policy) -> Reads:
    """How often the rules of a policy read each fact."""
    return policy.memo.of("reads", lambda: Reads(policy))


def _is_open(award: Award, machine: ScenarioMachine) -> bool:
    """Whether what it gives is not known by the policy, or not without an approval."""
    unapproved = award.is_a_ceiling and award.id not in machine.facts.approved
    plain = [*plain_amounts(award.amount)]
    return (
        unapproved
        or any(isinstance(each, UnknownAmount) for each in plain)
        or any(
            band.unknown for each in plain if isinstance(each, BandsAmount) for band in each.bands
        )
        or any(has_unknown_cap(each) for each in plain)
        or (award.group is not None and machine.policy.groups[award.group].cap == "unknown")
    )


def _is_unknown(fact: Fact, machine: ScenarioMachine) -> bool:
    """Whether a fact is not known in a scenario."""
    name, facts = fact.name, machine.facts
    match fact.kind:
        case "flag":
            presumed = machine.policy.flags[name].presumed is not None
            return facts.flags.get(name) is None and not presumed
        case "attribute":
            return name not in facts.attributes
        case "event":
            taken = machine.scenario.happened.get(name) is not None
            return facts.happened(name) is UNKNOWN and not taken
        case "amount":
            known = facts.amount_of(name)
            return known is None or not known.determined
        case "earned":
            return UNKNOWN in _earned_by(name, machine)
        case "condition":
            return machine.condition(name) is UNKNOWN


def _moves_alone(base: str, awards: Iterable[Award], machine: ScenarioMachine) -> bool:
    """Whether amounts never fall as a base grows from nothing on, and nothing turns on it."""
    policy = machine.policy
    if base in policy.figures and policy.figures[base].made is not None:
        return False
    if marks_of(base, machine) or policy.relations.stated_as(base) != base:
        return False
    return all(
        isinstance(each, RateAmount) and not each.scaled and not each.minus and each.of == base
        for award in awards
        for each in plain_amounts(award.amount)
        if base in each.read()
    )


def _flag(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    known = machine.facts.flags.get(name) is not None
    if not known and machine.policy.flags[name].presumed is None:
        yield from (machine.scenario.with_flag(name, value) for value in (True, False))


def _attribute(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    if name not in machine.facts.attributes:
        values = machine.policy.attributes[name].values
        yield from (machine.scenario.with_attribute(name, value) for value in values)


def _event(kind: str, machine: ScenarioMachine) -> Iterator[Scenario]:
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
    truths = _if_it_happened(kind, machine)
    windows = _windows_on(kind, policy)
    if windows:
        for day in _days_apart(kind, windows, machine):
            here = {name: Truth.of(each.may_be_on(day)) for name, each in windows.items()}
            in_force, taken = policy.in_force.includes(day), {**truths, **here}
            yield scenario.having(kind, in_force=in_force, truths=taken, real=plain)
        return
    earns = any(award.event == kind for award in policy.awards)
    for in_force in (True, False) if earns else (True,):
        real = in_force and plain and policy.in_force.first <= machine.facts.as_of
        yield scenario.having(kind, in_force=in_force, truths=truths, real=real)


def _windows_on(kind: str, policy: Policy) -> dict[str, HappenedCondition]:
    """The conditions on the days of an event that happens once, where nothing else decides."""
    event = policy.events.get(kind)
    if event is None or event.repeats or event.ended_by:
        return {}
    return {
        name: each
        for name, each in policy.conditions.items()
        if isinstance(each, HappenedCondition) and each.happened == kind and each.only_on_days
    }


def _days_apart(
    kind: str, windows: Mapping[str, HappenedCondition], machine: ScenarioMachine
) -> Iterator[date]:
    """A day of each time between those on which something turns, within what the case leaves.

    An event cannot have come before one that it must come after, nor after one that comes later.
    """
    facts, policy = machine.facts, machine.policy
    before, later = policy.events[kind].after, reads_of(policy).later[kind]
    first = max((facts.days(each)[0] for each in before if facts.days(each)), default=EARLIEST)
    last = min((facts.days(each)[0] for each in later if facts.days(each)), default=facts.as_of)
    turns = {policy.in_force.first} | {each.first for each in windows.values() if each.first}
    ends = {policy.in_force.end} | {each.last for each in windows.values()}
    turns |= {end + timedelta(days=1) for end in ends if end is not None}
    yield from sorted(day for day in {first, *turns} if first <= day <= last)


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


def _amount(base: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """Each number at which a rule turns, and the ranges between them.

    What happened once has one amount, however it is counted, where it is.
    """
    facts, relations = machine.facts, machine.policy.relations
    stated = facts.amount_of(base)
    if (stated is not None and stated.determined) or base in machine.scenario.number_inside:
        return
    alike = [each for each in relations.bases_of(base) if facts.in_force(each)]
    bases = alike if relations.at_most_once(base) and base in alike else [base]
    marks = sorted({mark for each in bases for mark in marks_of(each, machine)})
    if not marks:
        return
    conditions = {
        name: condition
        for each in bases
        for name, condition in conditions_on(each, machine.policy).items()
    }
    if stated is None:
        limits = (machine.policy.figures[base].limit, machine.facts.limit_of(base))
        lowest, highest = None, min((each for each in limits if each is not None), default=None)
    else:
        lowest, highest = stated.at_least, stated.at_most
    tables = {each: tables_on(each, machine) for each in bases}
    in_fen = relations.stated_as(base) in machine.policy.events
    for within, number in regions(marks, lowest, highest, in_fen=in_fen):
        truths = {name: Truth.of(each.holds(number)) for name, each in conditions.items()}
        yield machine.scenario.inside(tables, within, number, truths)


def _earned(event: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """Awards are earned by it or not."""
    if UNKNOWN in _earned_by(event, machine) and event not in machine.scenario.happened:
        yield from (machine.scenario.earning(event, truth) for truth in (MET, NOT_MET))


def _earned_by(event: str, machine: ScenarioMachine) -> list[Truth]:
    """Whether each award that an event earns is earned."""
    by = machine.facts.relations.earned_by
    return [each.earned for name, each in machine.checked.items() if by[name] == event]


def _condition(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """It is met or not; if what it says of an application is met, so much is known of its day."""
    if machine.condition(name) is not UNKNOWN:
        return
    met, asked = machine.scenario.deciding(name, MET), machine.policy.relations.asked_as(name)
    condition = machine.policy.conditions[asked.condition]
    if isinstance(condition, ApplicationCondition) and asked.award not in machine.facts.applied:
        register = machine.conditions.register
        _, until = applied_between(register, asked.condition, condition, asked.award)
        stated = (met.applied_by.get(asked.award), *until)
        if last := min((day for day in stated if day), default=None):
            met = met.applying(asked.award, last)
    yield met
    yield machine.scenario.deciding(name, NOT_MET)


_SPLITS: Mapping[str, Split] = {
    "flag": _flag,
    "attribute": _attribute,
    "event": _event,
    "amount": _amount,
    "earned": _earned,
    "condition": _condition,
}
