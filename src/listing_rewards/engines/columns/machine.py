"""The columnar engine: ranges and truths as expressions, each computed in a column of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from listing_rewards.engines.columns.arithmetic import Span
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import Truth
from listing_rewards.engines.columns.quantities import ColumnQuantities
from listing_rewards.engines.columns.register import ColumnRegister, Conditions
from listing_rewards.engines.columns.splits import split
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


class ColumnMachine(ColumnQuantities):
    """The facts of every row under a policy.

    Attributes:
        facts: the facts.
        checks: each check of an award by its name, in order.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts, self.policy = facts, facts.policy
        self.plan = facts.plan
        self._register = ColumnRegister(facts)
        self._conditions = Conditions(self._register)
        self.condition = self._conditions.truth
        self.checks = {
            award.id: (*checks_of(self._register, award, self.condition),)
            for award in self.policy.awards
        }
        self._truths = {
            name: self.plan.truth(self.all_of(truth for _, truth in checks))
            for name, checks in self.checks.items()
        }

    def truth(self, award: str) -> Truth:
        """Whether all checks of an award are met."""
        return self._truths[award]

    def still(self, award: str) -> Truth:
        """Whether all checks of an award would be met if it were paid on the as-of date."""
        found = still_met(self._register, self.policy.award(award), self.condition)
        return self.plan.truth(found)

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.facts.paid[award])

    def in_force(self, award: str) -> Truth:
        """Whether a notice that holds back what is payable for an award is in force."""
        return held_back(self._register, award)

    def kept(self, award: str) -> Truth:
        """Whether no undertaking is broken without which nothing is payable for an award."""
        return self.plan.truth(kept(self._register, award))

    def due(self, award: Award, number: int, part: Instalment) -> Truth:
        """Whether a part of an award is due."""
        m = self._register
        day = m.named_day("part_day", instalment_day(m, award, number, part))
        return self.plan.truth(m.decide(instalment_due(m, award, part, day)))

    def named(self, op: str, amount: Span, _: str = "", __: Ground | None = None) -> Span:
        """The amount as columns of its own."""
        if op == "nominal":
            self.plan.award = ""
        return self.plan.span(amount)

    def named_truth(self, _: str, truth: Truth, __: str, ___: Sequence[str] = ()) -> Truth:
        """The truth as columns of its own."""
        return self.plan.truth(truth)

    def split(self, amount: Span, _: str, shares: Sequence[Decimal], __: Ground) -> list[Span]:
        """The amount by shares."""
        return split(amount, shares, self.policy.rounding.unit, self.plan)

    @staticmethod
    def shared(_: str, __: str, compute: Callable[[], V]) -> V:
        """What an award comes to in every row."""
        return compute()
