"""An engine whose amounts and truths are expressions: what awards are computed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from listing_rewards.engines.symbolic.arithmetic import Span, X
from listing_rewards.engines.symbolic.happenings import Facts
from listing_rewards.engines.symbolic.plan import Plan
from listing_rewards.engines.symbolic.quantities import Quantities
from listing_rewards.engines.symbolic.truths import F, Flag, Truth
from listing_rewards.meaning.checks import (
    checks_of,
    held_back,
    instalment_day,
    instalment_due,
    still_met,
)
from listing_rewards.meaning.conditions import Conditions
from listing_rewards.meaning.register import D, Register
from listing_rewards.meaning.undertakings import kept
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground

V = TypeVar("V")


class SymbolicMachine(Quantities[D, X, F], Generic[D, X, F]):
    """The facts under a policy.

    Attributes:
        checks: each check of an award by its name, in order.
    """

    def __init__(
        self,
        facts: Facts[D, X, F],
        register: Register[Truth[F], D, Flag[F], int],
        plan: Plan[X, F],
    ) -> None:
        self.facts, self.policy, self.plan = facts, facts.policy, plan
        self._register = register
        self._conditions = Conditions(register)
        self.condition = self._conditions.truth
        self.checks = {
            award.id: (*checks_of(register, award, self.condition),) for award in self.policy.awards
        }
        self._truths = {
            name: plan.truth(self.all_of(truth for _, truth in checks))
            for name, checks in self.checks.items()
        }

    def truth(self, award: str) -> Truth[F]:
        """Whether all checks of an award are met."""
        return self._truths[award]

    def still(self, award: str) -> Truth[F]:
        """Whether all checks of an award would be met if it were paid on the as-of date."""
        found = still_met(self._register, self.policy.award(award), self.condition)
        return self.plan.truth(found)

    def in_force(self, award: str) -> Truth[F]:
        """Whether a notice that holds back what is payable for an award is in force."""
        return held_back(self._register, award)

    def kept(self, award: str) -> Truth[F]:
        """Whether no undertaking is broken without which nothing is payable for an award."""
        return self.plan.truth(kept(self._register, award))

    def due(self, award: Award, number: int, part: Instalment) -> Truth[F]:
        """Whether a part of an award is due."""
        m = self._register
        day = m.named_day("part_day", instalment_day(m, award, number, part))
        return self.plan.truth(m.decide(instalment_due(m, award, part, day)))

    def named(self, _: str, amount: Span[X], __: str = "", ___: Ground | None = None) -> Span[X]:
        """The amount, which is used again."""
        return self.plan.span(amount)

    def named_truth(self, _: str, truth: Truth[F], __: str, ___: Sequence[str] = ()) -> Truth[F]:
        """The truth, which is used again."""
        return self.plan.truth(truth)

    @staticmethod
    def shared(_: str, __: str, compute: Callable[[], V]) -> V:
        """What an award comes to, whatever the facts are."""
        return compute()
