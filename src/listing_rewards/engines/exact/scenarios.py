"""One way in which what is unknown may turn out, and what is payable then."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace

from listing_rewards.engines.exact.conditions import Checked, Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.machine import ExactMachine
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.conditions import truth_of
from listing_rewards.meaning.settling import Together, settlements
from listing_rewards.values.range import NOTHING, Bounds
from listing_rewards.values.truth import UNKNOWN, Truth, all_of


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is taken to be so of a case that does not say it.

    Attributes:
        flags, attributes: as if the case stated them.
        absent: events that did not happen.
        happened: events that happened, on whatever day; whether one lies on the policy's days.
        within: amounts of figures and events, somewhere in a range.
        truths: conditions of which it is taken whether they are met.
        due: awards, by the event that earns them, that are earned on one of the policy's days.
        real: whether there is a case that is so, as long as the rest can still turn out either way.
    """

    flags: Mapping[str, bool] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    happened: Mapping[str, bool] = field(default_factory=dict)
    within: Mapping[str, Bounds] = field(default_factory=dict)
    truths: Mapping[str, Truth] = field(default_factory=dict)
    due: Mapping[str, Truth] = field(default_factory=dict)
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

    def inside(self, name: str, amount: Bounds, truths: Mapping[str, Truth]) -> Scenario:
        """The same where an amount lies in a range, so that conditions on it are met or not."""
        return replace(
            self,
            within={**self.within, name: amount},
            truths={**self.truths, **truths},
            real=False,
        )

    def deciding(self, name: str, truth: Truth) -> Scenario:
        """The same where a condition is met or not."""
        return replace(self, truths={**self.truths, name: truth}, real=False)

    def earning(self, event: str, truth: Truth) -> Scenario:
        """The same where awards are earned by an event or not."""
        return replace(self, due={**self.due, event: truth}, real=False)


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
        if in_force is None:
            return self.scenario.due.get(event, UNKNOWN)
        return Truth.of(in_force)

    def count(self, event: str) -> Bounds:
        """How many events of a kind are in force."""
        return NOTHING if self.scenario.happened.get(event) is False else super().count(event)

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
    if scenario.absent:
        found.take_as_absent(scenario.absent)
    return found


def settled_in(machine: ScenarioMachine) -> list[Together[Bounds, Truth, Trail]]:
    """What is payable in a scenario, group by group."""
    return settlements(machine)
