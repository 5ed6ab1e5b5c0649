"""What is unknown is one fact wherever it is read: the case split into scenarios.

A range computed in one pass takes each place at which an unknown fact is read by itself, and may be
wider than the truth. Here the case is split into the ways in which its unknown facts may turn out;
together they leave nothing out, so what holds in each of them holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from listing_rewards.engines.exact.entangled import best_ways, is_due_in_part, taken_ways
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.happenings import event_ways
from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.engines.exact.reads import Fact, reads_of
from listing_rewards.engines.exact.regions import conditions_on, marks_of, regions, tables_on
from listing_rewards.engines.exact.scenarios import Scenario, ScenarioMachine
from listing_rewards.meaning.conditions import applied_between
from listing_rewards.meaning.periods import held_from
from listing_rewards.meaning.tested import test_day
from listing_rewards.policy.amounts import (
    BandsAmount,
    RateAmount,
    UnknownAmount,
    has_unknown_cap,
    plain_amounts,
)
from listing_rewards.policy.conditions import ApplicationCondition, SeasoningCondition
from listing_rewards.policy.grants import Award
from listing_rewards.policy.relations import Asked
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
        """Split every scenario by the ways of a fact, unless that would make too many.

        What was taken to be so before may leave one of the ways without any case.
        """
        options = [[*ways(each)] for each in self.machines]
        if sum(max(len(found), 1) for found in options) > most:
            return
        split: list[ScenarioMachine] = []
        for machine, found in zip(self.machines, options, strict=True):
            taken = [ScenarioMachine(self._facts, way) for way in found] or [machine]
            split += [each for each in taken if each.facts.may_be()]
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
        case "application" | "condition":
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


def _application(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """In time or not; if it is, so much is known of its day."""
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


def _condition(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """It is met or not, unless no day is left on which it can be."""
    if machine.condition(name) is not UNKNOWN:
        return
    asked = machine.policy.relations.asked_as(name)
    condition = machine.policy.conditions[asked.condition]
    if not isinstance(condition, SeasoningCondition) or _may_be_full(asked, condition, machine):
        yield machine.scenario.deciding(name, MET)
    yield machine.scenario.deciding(name, NOT_MET)


def _may_be_full(asked: Asked, condition: SeasoningCondition, machine: ScenarioMachine) -> bool:
    """Whether a period may have been full on a day on which the award may be applied for.

    That is not before the first day of any time in which it must be.
    """
    kind, breaks = condition.seasoning, condition.restarted_by
    if condition.test_day != "application" or not breaks or machine.facts.happened(kind) is UNKNOWN:
        return True
    m, needs = machine.conditions.register, machine.policy.relations.needs[asked.award]
    needed = [(name, machine.policy.conditions[name]) for name in needs]
    earlier = machine.facts.may_have_another_day(machine.policy.award(asked.award).event)
    since = [
        day
        for name, each in needed
        if isinstance(each, ApplicationCondition)
        and not (earlier and each.applied.anchored and not each.applied.after)
        for day in applied_between(m, name, each, asked.award)[0]
        if day is not None
    ]
    by = test_day(m, "application", asked)
    return any(
        held_from(m, asked.condition, condition, start, by).held
        and not any(m.falls(breaks, after=(start,), until=(day,)) for day in since)
        for start in m.days(kind)
    )


_SPLITS: Mapping[str, Split] = {
    "flag": _flag,
    "attribute": _attribute,
    "event": event_ways,
    "amount": _amount,
    "earned": _earned,
    "application": _application,
    "condition": _condition,
}
