"""The columnar engine: ranges and truths as expressions, each computed in a column of its own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import polars as pl

from listing_rewards.engines.columns.arithmetic import Span
from listing_rewards.engines.columns.days import Day
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.numbers import Number
from listing_rewards.engines.columns.quantities import ColumnQuantities
from listing_rewards.engines.columns.register import ColumnRegister
from listing_rewards.engines.columns.splits import split
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.engines.symbolic.machine import SymbolicMachine
from listing_rewards.policy.source import Ground


class ColumnMachine(ColumnQuantities, SymbolicMachine[Day, Number, pl.Expr]):
    """The facts of every row under a policy.

    Attributes:
        facts: the facts.
    """

    facts: Facts

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts, ColumnRegister(facts), facts.plan)

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.facts.paid[award])

    def named(self, op: str, amount: Span, about: str = "", ground: Ground | None = None) -> Span:
        """The amount as columns of its own."""
        if op == "nominal":
            self.plan.award = ""
        return super().named(op, amount, about, ground)

    def split(self, amount: Span, _: str, shares: Sequence[Decimal], __: Ground) -> list[Span]:
        """The amount by shares."""
        return split(amount, shares, self.policy.rounding.unit, self.plan)
