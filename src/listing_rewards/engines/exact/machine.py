"""The exact engine: ranges of Decimals, with the steps that led to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from listing_rewards.engines.exact.checks import checked, dated
from listing_rewards.engines.exact.conditions import Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.quantities import ExactQuantities
from listing_rewards.engines.exact.splits import split
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.awards import Awards
from listing_rewards.meaning.checks import (
    held_back,
    instalment_day,
    instalment_due,
    still_met,
)
from listing_rewards.meaning.undertakings import kept
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground
from listing_rewards.values.range import Bounds, exactly
from listing_rewards.values.truth import MET, NOT_MET, Truth

V = TypeVar("V")


class ExactMachine(ExactQuantities):
    """The facts of one case under a policy, and the steps of its amounts.

    Attributes:
        facts: the case as the policy reads it.
        conditions: the policy's conditions on it.
        checked: what was checked for each award.
    """

    def __init__(self, facts: Facts, conditions: Conditions | None = None) -> None:
        self.facts = facts
        self.policy = facts.policy
        self.conditions = conditions or Conditions(facts)
        self._register = self.conditions.register
        on_days = dated(facts)
        self.checked = {
            name: checked(name, on_days, facts, self.conditions) for name in facts.relations.awards
        }
        self.condition = self.conditions.truth
        self._still: dict[str, Truth] = {}
        self._unit = facts.policy.rounding.unit

    @property
    def live(self) -> list[str]:
        """The awards that may be due."""
        return [name for name in self.checked if self.truth(name) is not NOT_MET]

    def truth(self, award: str) -> Truth:
        """Whether all checks of an award are met."""
        return self.checked[award].truth

    def still(self, award: str) -> Truth:
        """Whether all checks of an award would be met if it were paid on the as-of date."""
        if award not in self._still:
            found = self.truth(award)
            if self.facts.payments.get(award) and found is not NOT_MET:
                found = still_met(self._register, self.policy.award(award), self.condition)
            self._still[award] = found
        return self._still[award]

    def paid(self, award: str) -> Bounds:
        """Yuan paid for an award."""
        return exactly(self.facts.paid[award])

    def in_force(self, award: str) -> Truth:
        """Whether a notice that holds back what is payable for an award is in force."""
        return held_back(self._register, award)

    def kept(self, award: str) -> Truth:
        """Whether no undertaking is broken without which nothing is payable for an award."""
        return kept(self._register, award) if self.facts.relations.binding[award] else MET

    def due(self, award: Award, number: int, part: Instalment) -> Truth:
        """Whether a part of an award is due."""
        m = self._register
        return m.decide(instalment_due(m, award, part, instalment_day(m, award, number, part)))

    @staticmethod
    def named(_: str, amount: Bounds, __: str = "", ___: Ground | None = None) -> Bounds:
        """The amount; the answer names it itself."""
        return amount

    @staticmethod
    def named_truth(_: str, truth: Truth, __: str, ___: Sequence[str] = ()) -> Truth:
        """The truth; the answer names it itself."""
        return truth

    def split(self, amount: Bounds, _: str, shares: Sequence[Decimal], __: Ground) -> list[Bounds]:
        """The amount by shares."""
        return split(amount, shares, unit=self._unit)

    def shared(self, what: str, award: str, compute: Callable[[], V]) -> V:
        """What an award comes to, kept with the policy where nothing else goes into it."""
        follows_from = self.follows_from([award])
        if follows_from is None:
            return compute()
        return self.facts.kept.of((what, award, *follows_from), compute)

    def follows_from(self, names: Iterable[str]) -> list[Hashable] | None:
        """What with the policy alone settles what awards are granted and how they stand, if so.

        Of each that is whether it is due, whether its event has not happened, what was paid for
        it, and whether what is unpaid may be payable.
        """
        found: list[Hashable] = []
        relations, paid = self.facts.relations, self.facts.paid
        for name in names:
            own = self.checked[name]
            not_reached = own.not_reached
            if name not in (relations.self_evident if not_reached else relations.self_contained):
                return None
            found += (own.truth, not_reached, paid[name])
            if relations.binding[name]:
                found.append(self.kept(name))
            if name in relations.still_asked:
                found.append(self.still(name))
        return found


class ExactAwards(Awards[Bounds, Truth, Decimal, Trail]):
    """The awards of one policy on one case.

    Attributes:
        exact: the engine.
        facts: the case as the policy reads it.
        conditions: the policy's conditions on it.
        relations: what in the policy hangs on what.
        checked: what was checked for each award.
    """

    def __init__(self, facts: Facts) -> None:
        self.exact = ExactMachine(facts)
        super().__init__(self.exact)
        self.facts = facts
        self.conditions = self.exact.conditions
        self.relations = facts.relations
        self.checked = self.exact.checked


def withholding(award: str, facts: Facts) -> str | None:
    """The notice that holds back what is payable on the as-of date."""
    for notice in facts.relations.withholding[award]:
        if facts.as_of >= notice.since:
            return notice.id
    return None
