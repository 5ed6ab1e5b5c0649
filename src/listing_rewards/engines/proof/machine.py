"""The proof engine: ranges and truths as formulas over the facts of a case not stated yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from listing_rewards.engines.proof.arithmetic import Span
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.flags import Truth
from listing_rewards.engines.proof.quantities import ProofQuantities
from listing_rewards.engines.proof.register import Conditions, ProofRegister
from listing_rewards.engines.proof.splits import split
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.meaning.checks import (
    checks_of,
    held_back,
    instalment_day,
    instalment_due,
    still_met,
)
from listing_rewards.meaning.undertakings import kept
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground

V = TypeVar("V")


class ProofMachine(ProofQuantities):
    """The facts under a policy.

    Attributes:
        facts: the facts.
        checks: each check of an award by its name, in order.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts, self.policy, self._award = facts, facts.policy, ""
        self._register = ProofRegister(facts)
        self._conditions = Conditions(self._register)
        self.condition = self._conditions.truth
        self.checks = {
            award.id: (*checks_of(self._register, award, self.condition),)
            for award in self.policy.awards
        }
        self._truths = {
            name: self.all_of(truth for _, truth in checks) for name, checks in self.checks.items()
        }

    def truth(self, award: str) -> Truth:
        """Whether all checks of an award are met."""
        return self._truths[award]

    def still(self, award: str) -> Truth:
        """Whether all checks of an award would be met if it were paid on the as-of date."""
        return still_met(self._register, self.policy.award(award), self.condition)

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.facts.unknowns.paid[award])

    def in_force(self, award: str) -> Truth:
        """Whether a notice that holds back what is payable for an award is in force."""
        return held_back(self._register, award)

    def kept(self, award: str) -> Truth:
        """Whether no undertaking is broken without which nothing is payable for an award."""
        return kept(self._register, award)

    def due(self, award: Award, number: int, part: Instalment) -> Truth:
        """Whether a part of an award is due."""
        m = self._register
        return m.decide(instalment_due(m, award, part, instalment_day(m, award, number, part)))

    @staticmethod
    def named(_: str, amount: Span, __: str = "", ___: Ground | None = None) -> Span:
        """The amount; formulas share their parts without names."""
        return amount

    @staticmethod
    def named_truth(_: str, truth: Truth, __: str, ___: Sequence[str] = ()) -> Truth:
        """The truth; formulas share their parts without names."""
        return truth

    def split(self, amount: Span, _: str, shares: Sequence[Decimal], __: Ground) -> list[Span]:
        """The amount by shares."""
        return split(amount, shares, self.policy.rounding.unit)

    @staticmethod
    def shared(_: str, __: str, compute: Callable[[], V]) -> V:
        """What an award comes to in every case."""
        return compute()
