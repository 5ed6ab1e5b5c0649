"""One way in which what is unknown may turn out, and what is payable then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from listing_rewards.engines.exact.conditions import Checked, Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.engines.exact.regions import taken_off
from listing_rewards.engines.exact.splits import split_closely
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.amounts import Amounts
from listing_rewards.meaning.awards import Awards, Granted
from listing_rewards.meaning.checks import part_day
from listing_rewards.meaning.conditions import truth_of
from listing_rewards.meaning.machine import OfEachBase, OnABase, Place, Table
from listing_rewards.meaning.settling import Together, settlements
from listing_rewards.policy.amounts import BandsAmount, PlainAmount, RateAmount, Scaled
from listing_rewards.policy.constructs import known_cap
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground
from listing_rewards.rules.amounts import rate_scaled
from listing_rewards.rules.conditions import granted_when
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import NOTHING, Bounds
from listing_rewards.values.truth import NOT_MET, UNKNOWN, Truth, all_of


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is taken to be so of a case that does not say it.

    Attributes:
        flags, attributes: as if the case stated them.
        absent: events that did not happen.
        happened: events that happened, on whatever day; whether one lies on the policy's days.
        on: of these, days on which they happened, as far as amounts count around them; on another
            one on which they may have happened, the same count.
        within: amounts of figures and events, somewhere in a range.
        number_inside: a number in each of those ranges; conditions on an amount, and `tables`, take
            every number of the range as that one.
        tables: of each of those amounts the tables of bands of which no bound lies in the range.
        truths: conditions of which it is taken whether they are met.
        due: awards, by the event that earns them, that are earned on one of the policy's days.
        applied_by: the day by which awards were applied for.
        best: the award that is given, of each choice of the best.
        granted: what awards are granted, before caps and payments.
        real: whether there is a case that is so, as long as the rest can still turn out either way.
    """

    flags: Mapping[str, bool] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    happened: Mapping[str, bool] = field(default_factory=dict)
    on: Mapping[str, date] = field(default_factory=dict)
    within: Mapping[str, Bounds] = field(default_factory=dict)
    number_inside: Mapping[str, Decimal] = field(default_factory=dict)
    tables: Mapping[str, Sequence[BandsAmount]] = field(default_factory=dict)
    truths: Mapping[str, Truth] = field(default_factory=dict)
    due: Mapping[str, Truth] = field(default_factory=dict)
    applied_by: Mapping[str, date] = field(default_factory=dict)
    best: Mapping[str, str] = field(default_factory=dict)
    granted: Mapping[str, Bounds] = field(default_factory=dict)
    real: bool = True

    def with_flag(self, name: str, value: bool) -> Scenario:  # noqa: FBT001
        """The same with a flag."""
        return replace(self, flags={**self.flags, name: value})

    def with_attribute(self, name: str, value: str) -> Scenario:
        """The same with an attribute."""
        return replace(self, attributes={**self.attributes, name: value})

    def without(self, kind: str) -> Scenario:
        """The same where an event did not happen."""
        return replace(self, absent=self.absent | {kind})

    def having(
        self, kind: str, *, in_force: bool, truths: Mapping[str, Truth], real: bool
    ) -> Scenario:
        """The same where an event happened, on one of the policy's days or on none."""
        happened, truths = {**self.happened, kind: in_force}, {**self.truths, **truths}
        return replace(self, happened=happened, truths=truths, real=self.real and real)

    def on_day(self, kind: str, day: date) -> Scenario:
        """The same where amounts count as if an event had happened on a day."""
        return replace(self, on={**self.on, kind: day})

    def inside(
        self,
        tables: Mapping[str, Sequence[BandsAmount]],
        amount: Bounds,
        number: Decimal,
        truths: Mapping[str, Truth],
    ) -> Scenario:
        """The same where an amount lies in a range, so that conditions on it are met or not.

        `tables` has each name under which it is read, with the tables that are decided as well.
        """
        return replace(
            self,
            within={**self.within, **dict.fromkeys(tables, amount)},
            number_inside={**self.number_inside, **dict.fromkeys(tables, number)},
            tables={**self.tables, **tables},
            truths={**self.truths, **truths},
            real=False,
        )

    def deciding(self, name: str, truth: Truth) -> Scenario:
        """The same where a condition is met or not."""
        return replace(self, truths={**self.truths, name: truth}, real=False)

    def applying(self, award: str, by: date) -> Scenario:
        """The same where an award was applied for by a day."""
        return replace(self, applied_by={**self.applied_by, award: by}, real=False)

    def earning(self, event: str, truth: Truth) -> Scenario:
        """The same where awards are earned by an event or not."""
        return replace(self, due={**self.due, event: truth}, real=False)

    def giving(self, choice: str, award: str, amount: Bounds) -> Scenario:
        """The same where an award is the best of its choice, and comes to so much."""
        return replace(self.granting(award, amount), best={**self.best, choice: award})

    def granting(self, award: str, amount: Bounds) -> Scenario:
        """The same where an award is granted so much."""
        return replace(self, granted={**self.granted, award: amount}, real=False)


class _Conditions(Conditions):
    """The conditions in one scenario: their truths alone."""

    def __init__(self, facts: Facts, taken: Mapping[str, Truth]) -> None:
        super().__init__(facts)
        self._truths = dict(taken)

    def truth(self, name: str) -> Truth:
        """Whether a condition is met."""
        if name not in self._truths:
            self._truths[name] = truth_of(self.register, name, self.truth)
        return self._truths[name]

    def together(self, names: tuple[str, ...]) -> Checked:
        """Whether all of some conditions are."""
        return Checked((), all_of(map(self.truth, names)), ())


class ScenarioMachine(ExactMachine):
    """The engine in one scenario.

    Attributes:
        scenario: what is taken to be so.
    """

    def __init__(self, facts: Facts, scenario: Scenario) -> None:
        self.scenario = scenario
        found = _facts_in(facts, scenario)
        super().__init__(found, _Conditions(found, scenario.truths))
        earned_by, asked = facts.relations.earned_by, facts.relations.asked
        for name, checked in self.checked.items():
            if checked.earned is UNKNOWN:
                taken = self._taken(earned_by[name])
                truth = all_of((taken, self.conditions.together(asked[name]).truth))
                self.checked[name] = checked._replace(truth=truth, earned=taken)

    def _taken(self, event: str) -> Truth:
        """Whether awards are taken to be earned by an event; unknown where that is left open."""
        in_force = self.scenario.happened.get(event)
        if in_force is not None:
            return Truth.of(in_force)
        if (latest := self._last_needed(event)) is not None:
            return Truth.of(self.policy.in_force.includes(latest))
        return NOT_MET if self._is_too_late(event) else self.scenario.due.get(event, UNKNOWN)

    def _last_needed(self, event: str) -> date | None:
        """The day of the last of several events that are all needed, where each has one."""
        several = self.facts.relations.together.get(event)
        if several is None or not several.all_needed:
            return None
        days = [day for kind in several.names if (day := self._first_day(kind))]
        return max(days) if len(days) == len(several.names) else None

    def _first_day(self, kind: str) -> date | None:
        """The first day of an event, as it is stated or taken; None where that is left open."""
        stated = self.facts.days(kind)
        return stated[0] if stated else self.scenario.on.get(kind)

    def _is_too_late(self, event: str) -> bool:
        """Whether of several events that are all needed one happened after the policy's days."""
        several, last = self.facts.relations.together.get(event), self.policy.in_force.end
        if several is None or not several.all_needed or last is None:
            return False
        return any(day > last for kind in several.names for day in self.facts.days(kind)[:1])

    def count(self, event: str) -> Bounds:
        """How many events of a kind are in force."""
        taken, found = self._counts(event), super().count(event)
        if found.at_most is None and self._begins_once(self.policy.relations.stated_as(event)):
            found = found.within(self.one)
        if taken is None:
            return found
        return found.at_the_least(self.one) if taken else NOTHING

    def _counts(self, event: str) -> bool | None:
        """Whether some event of a kind is taken to count; None where that is left open."""
        base, happened = self.policy.relations.bases.get(event), self.scenario.happened
        if base is not None and base.counted == "all":
            return True if base.event in happened else None
        return happened.get(event)

    def due(self, award: Award, number: int, part: Instalment) -> Truth:
        """Whether a part is due; not where its time cannot have passed, whenever it began."""
        found = super().due(award, number, part)
        if found is not UNKNOWN or part.event:
            return found
        first = part_day(self._register, award, number, part, self._not_earned_before(award))
        return found if self._register.not_after(first, self._register.as_of) else NOT_MET

    def _not_earned_before(self, award: Award) -> date:
        """A day before which an award cannot have been earned."""
        several = self.facts.relations.together.get(award.event)
        kinds = award.events if several is None or several.all_needed else ()
        known = [day for kind in kinds if (day := self._first_day(kind))]
        return max([self.policy.in_force.first, *known])

    def _begins_once(self, kind: str) -> bool:
        """Whether an event begins anew only after another, which did not happen."""
        event, facts = self.policy.events[kind], self.facts
        if event.repeats or not event.ended_by or facts.days(event.ended_by):
            return False
        return facts.surely_not(event.ended_by)

    def table(self, steps: Trail, amount: BandsAmount, place: Place) -> Table[Bounds, Truth]:
        """The rows that hold a number inside the range in which a base lies."""
        found, taken = super().table(steps, amount, place), taken_off(amount, self)
        base = self.policy.relations.base(amount.of, amount.counted)
        decided = any(each is amount for each in self.scenario.tables.get(base, ()))
        one = amount.scope == "enterprise" or self.is_at_most_one(base)
        if taken is None or not decided or not one:
            return found
        number = self.scenario.number_inside[base]
        held = [each.holds(max(number - taken, ZERO)) for each in amount.bands]
        rows = tuple([row for row in found.rows if held[row.number]])
        return Table(rows, Truth.of(not any(held)))

    def is_at_most_one(self, base: str) -> bool:
        """Whether no two events can count in a base."""
        return len(self.facts.in_force(base)) == 1 or self.policy.relations.at_most_once(base)

    def each_base(
        self, steps: Trail, amount: OnABase, gives: OfEachBase[Bounds, Trail]
    ) -> Bounds | None:
        """The steps to each year's or event's base; to the only one, where there can be no more."""
        base = self.policy.relations.base(amount.of, amount.counted)
        counts = Truth.of(bool(self.facts.in_force(base)))
        if counts is NOT_MET and self.facts.happened(base) is UNKNOWN:
            taken = self.scenario.happened.get(base)
            counts = UNKNOWN if taken is None else Truth.of(taken)
            if taken is False:
                steps.sum(())
                return None
        if counts is NOT_MET or not self.is_at_most_one(base):
            return super().each_base(steps, amount, gives)
        self.base(steps, base)
        cap = gives(steps, counted=True)
        if counts is UNKNOWN:
            steps.then("when", granted_when(counts, steps.result), truth=counts)
        return cap

    def split(self, amount: Bounds, _: str, shares: Sequence[Decimal], __: Ground) -> list[Bounds]:
        """The amount by shares, each end of a part that of some amount."""
        return split_closely(amount, shares, unit=self.policy.rounding.unit)

    def base(self, steps: Trail, name: str) -> None:
        """What an amount is computed from, as one step."""
        if name in self.facts.within:
            steps.state("figure", self.quantity(name), name=name)
        else:
            super().base(steps, name)


def _facts_in(facts: Facts, scenario: Scenario) -> Facts:
    """The facts of a case in one scenario."""
    found = copy(facts)
    found.flags = {**facts.flags, **scenario.flags}
    found.attributes = {**facts.attributes, **scenario.attributes}
    out_of_force = (kind for kind, in_force in scenario.happened.items() if not in_force)
    found.within = {**scenario.within, **dict.fromkeys(out_of_force, NOTHING)}
    found.applied_by = scenario.applied_by
    if scenario.absent:
        found.take_as_absent(scenario.absent)
    if scenario.on:
        found.take_as_happened(scenario.on)
    return found


class ScenarioAmounts(Amounts[Bounds, Truth, Decimal, Trail]):
    """What the rules of awards give in one scenario."""

    def __init__(self, machine: ScenarioMachine) -> None:
        super().__init__(machine)
        self._is_at_most_one = machine.is_at_most_one

    def scaled(
        self, by: Scaled, amount: PlainAmount, place: Place, steps: Trail, cap: Bounds | None
    ) -> Bounds | None:
        """By a share of a whole; of a rate of that whole as one fact with it."""
        cap = super().scaled(by, amount, place, steps, cap)
        if not isinstance(amount, RateAmount) or amount.of != by.of or not amount.plain:
            return cap
        m, base = self._machine, self._machine.policy.relations.base
        part, whole = (m.quantity(base(name, amount.counted)) for name in (by.by, by.of))
        together = amount.cap_per == "enterprise" or not (amount.cap or amount.floor)
        one = together or self._is_at_most_one(base(by.of, amount.counted))
        if amount.rate and by.full_at and one:
            most = known_cap(amount.cap)
            closer = rate_scaled(
                amount.rate, amount.floor, most, part, whole, full_at=by.full_at, short=by.short
            )
            steps.then("scaled", steps.result.meet(closer), value=part, whole=whole, name=by.by)
        return cap


class ScenarioAwards(Awards[Bounds, Truth, Decimal, Trail]):
    """The awards in the scenario of an engine, or in one that differs in what is granted alone."""

    def __init__(self, machine: ScenarioMachine, scenario: Scenario | None = None) -> None:
        self._scenario = scenario or machine.scenario
        paid, best_of = machine.facts.paid, machine.policy.best_of
        super().__init__(
            machine,
            [
                name
                for name in self._scenario.best
                if not any(paid[award] for award in best_of[name].awards)
            ],
            [award for award, amount in paid.items() if amount],
        )
        self._amounts = ScenarioAmounts(machine)

    def granted(self, name: str) -> Granted[Bounds, Truth, Trail]:
        """An award after its conditions and alternatives."""
        granted = super().granted(name)
        amount = self._scenario.granted.get(name)
        return granted if amount is None else granted._replace(amount=amount)

    def keeps(self, name: str, rivals: tuple[str, ...]) -> Truth:
        """Whether an award is the highest of its choice."""
        best = self._scenario.best.get(self.policy.relations.choice[name])
        return super().keeps(name, rivals) if best is None else Truth.of(name == best)


def settled_in(machine: ScenarioMachine) -> list[Together[Bounds, Truth, Trail]]:
    """What is payable in a scenario, group by group."""
    return settlements(ScenarioAwards(machine))
