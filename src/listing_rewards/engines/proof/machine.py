"""The proof engine: ranges and truths as formulas over the facts of a case not stated yet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from listing_rewards.engines.proof.arithmetic import NO_PLAN, Span
from listing_rewards.engines.proof.days import Day
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.numbers import Number
from listing_rewards.engines.proof.quantities import ProofQuantities
from listing_rewards.engines.proof.register import ProofRegister
from listing_rewards.engines.proof.splits import split
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.engines.symbolic.machine import SymbolicMachine
from listing_rewards.policy.source import Ground


class ProofMachine(ProofQuantities, SymbolicMachine[Day, Number, Any]):
    """The facts under a policy.

    Attributes:
        facts: the facts.
    """

    facts: Facts

    def __init__(self, facts: Facts) -> None:
        self._award = ""
        super().__init__(facts, ProofRegister(facts), NO_PLAN)

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.facts.unknowns.paid[award])

    def split(self, amount: Span, _: str, shares: Sequence[Decimal], __: Ground) -> list[Span]:
        """The amount by shares."""
        return split(amount, shares, self.policy.rounding.unit)
