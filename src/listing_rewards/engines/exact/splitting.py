"""What is unknown is one fact wherever it is read: the case split into scenarios.

A range computed in one pass takes each place at which an unknown fact is read by itself, and may be
wider than the truth. Here the case is split into the ways in which its unknown facts may turn out;
together they leave nothing out, so what holds in each of them holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.engines.exact.reads import Fact, Reads
from listing_rewards.engines.exact.scenarios import Scenario, ScenarioMachine
from listing_rewards.policy.amounts import (
    BandsAmount,
    RateAmount,
    UnknownAmount,
    has_unknown_cap,
    plain_amounts,
)
from listing_rewards.policy.conditions import AbsentCondition, FigureCondition, HappenedCondition
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import EARLIEST
from listing_rewards.values.money import ZERO
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
        found = self._reads.facts(_live(root))
        for fact, shared in found:
            if shared:
                self._split(fact, MOST)
        for fact, shared in found:
            if not shared and fact.kind not in {"amount", "earned"}:
                self._split(fact, FEW)

    def _split(self, fact: Fact, most: int) -> None:
        """Split every scenario by a fact, unless that would make too many."""
        options = [[*ways_of(fact, each)] for each in self.machines]
        if sum(max(len(ways), 1) for ways in options) > most:
            return
        split: list[ScenarioMachine] = []
        for machine, ways in zip(self.machines, options, strict=True):
            split += [ScenarioMachine(self._facts, way) for way in ways] or [machine]
        self.machines = split

    def are_tight(self, machine: ScenarioMachine) -> bool:
        """Whether each end of what is payable in a scenario is that of some case.

        So it is where the scenario is one of cases, and what is still unknown in it moves what is
        payable up or down by itself, whatever the rest turns out to be.
        """
        if not machine.scenario.real:
            return False
        names = _live(machine)
        awards = [machine.policy.award(name) for name in names]
        if any(_is_open(award, machine) and award.id in self._reads.tangled for award in awards):
            return False
        if any(machine.kept(name) is UNKNOWN for name in names):
            return False
        found = self._reads.facts(names)
        unknown = [(fact, shared) for fact, shared in found if _is_unknown(fact, machine)]
        return all(
            not shared and fact.kind == "amount" and _moves_alone(fact.name, awards, machine.policy)
            for fact, shared in unknown
        )


def ways_of(fact: Fact, machine: ScenarioMachine) -> Iterable[Scenario]:
    """How a fact may turn out in a scenario; nothing where it is known."""
    return _SPLITS[fact.kind](fact.name, machine)


def reads_of(policy: Policy) -> Reads:
    """How often the rules of a policy read each fact."""
    return policy.memo.of("reads", lambda: Reads(policy))


def _live(machine: ExactMachine) -> list[str]:
    """The awards that may be due."""
    return [name for name in machine.checked if machine.truth(name) is not NOT_MET]


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


def _moves_alone(base: str, awards: Iterable[Award], policy: Policy) -> bool:
    """Whether amounts never fall as a base grows from nothing on, and nothing turns on it."""
    figure = policy.figures.get(base)
    limited = figure is not None and figure.limit is not None
    if limited or _marks(base, policy) or policy.relations.stated_as(base) != base:
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
    """Each number at which a rule turns, and the ranges between them."""
    stated = machine.facts.amount_of(base)
    if stated is not None and stated.determined:
        return
    marks = _marks(base, machine.policy)
    if not marks:
        return
    conditions = _conditions_on(base, machine.policy)
    if stated is None:
        limits = (machine.policy.figures[base].limit, machine.facts.limit_of(base))
        lowest, highest = None, min((each for each in limits if each is not None), default=None)
    else:
        lowest, highest = stated.at_least, stated.at_most
    for within, number in regions(marks, lowest, highest):
        truths = {name: Truth.of(each.holds(number)) for name, each in conditions.items()}
        yield machine.scenario.inside(base, within, truths)


def regions(
    marks: list[Decimal], lowest: Decimal | None, highest: Decimal | None
) -> Iterator[tuple[Bounds, Decimal]]:
    """Each number, and each range between two of them, with a number that lies inside.

    A figure may be below 0 (`lowest` is None), and counts as 0 then.
    """
    inside = [
        each
        for each in marks
        if (lowest is None or each >= lowest) and (highest is None or each <= highest)
    ]
    if not inside:
        low = ZERO if lowest is None else lowest
        number = low + 1 if highest is None else (low + highest) / 2
        yield Bounds(low, highest), number
        return
    first, last = inside[0], inside[-1]
    if lowest is None:
        yield _from_nothing(first - 1, first), first - 1
    elif lowest < first:
        yield Bounds(lowest, first), (lowest + first) / 2
    for number in inside:
        yield _from_nothing(number, number), number
    for one, other in pairwise(inside):
        yield _from_nothing(one, other), (one + other) / 2
    if highest is None or highest > last:
        above = None if highest is None else max(highest, ZERO)
        number = last + 1 if highest is None else (last + highest) / 2
        yield Bounds(max(last, ZERO), above), number


def _from_nothing(low: Decimal, high: Decimal) -> Bounds:
    return Bounds(max(low, ZERO), max(high, ZERO))


def _marks(base: str, policy: Policy) -> list[Decimal]:
    """The numbers at which a condition or a band turns, in order; with 0 for a figure."""
    found: set[Decimal] = set()
    for each in _conditions_on(base, policy).values():
        found |= {bound for bound in (each.lower, each.upper) if bound is not None}
    for award in policy.awards:
        for amount in plain_amounts(award.amount):
            if not isinstance(amount, BandsAmount) or amount.minus:
                continue
            if policy.relations.base(amount.of, amount.counted) == base:
                bounds = [end for band in amount.bands for end in (band.lower, band.upper)]
                found |= {bound for bound in bounds if bound is not None}
    if found and base in policy.figures:
        found.add(ZERO)
    return sorted(found)


def _conditions_on(base: str, policy: Policy) -> Mapping[str, FigureCondition]:
    return {
        name: each
        for name, each in policy.conditions.items()
        if isinstance(each, FigureCondition)
        and policy.relations.base(each.figure, each.counted) == base
    }


def _earned(event: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    """Awards are earned by it or not."""
    if UNKNOWN in _earned_by(event, machine) and event not in machine.scenario.happened:
        yield from (machine.scenario.earning(event, truth) for truth in (MET, NOT_MET))


def _earned_by(event: str, machine: ScenarioMachine) -> list[Truth]:
    """Whether each award that an event earns is earned."""
    by = machine.facts.relations.earned_by
    return [each.earned for name, each in machine.checked.items() if by[name] == event]


def _condition(name: str, machine: ScenarioMachine) -> Iterator[Scenario]:
    if machine.condition(name) is UNKNOWN:
        yield from (machine.scenario.deciding(name, truth) for truth in (MET, NOT_MET))


_SPLITS: Mapping[str, Split] = {
    "flag": _flag,
    "attribute": _attribute,
    "event": _event,
    "amount": _amount,
    "earned": _earned,
    "condition": _condition,
}
