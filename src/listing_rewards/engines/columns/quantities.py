"""What amounts are computed from in every row: figures, events and bands as expressions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, Unpack

import polars as pl

from listing_rewards.assessment import Operation
from listing_rewards.engines.columns.arithmetic import ColumnArithmetic, Span
from listing_rewards.engines.columns.comparing import stated_or
from listing_rewards.engines.columns.days import Day
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import Flag, Truth
from listing_rewards.engines.columns.numbers import ZERO, Number
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.quotients import rounded, whole_units
from listing_rewards.engines.columns.scaling import is_in_units, scaled
from listing_rewards.engines.symbolic import quantities
from listing_rewards.meaning.machine import Operands, Place, Short
from listing_rewards.values.money import RoundingMode

_ON_THE_WAY: frozenset[Operation] = frozenset({"minus", "above", "each", "rate", "floor"})
"""Steps of which the amount is used once, by the next one, and needs no column of its own."""


Result: TypeAlias = quantities.Result[Number]


class ColumnQuantities(ColumnArithmetic, quantities.Quantities[Day, Number, pl.Expr]):
    """What the amounts of every row are computed from.

    Attributes:
        facts: the facts.
        plan: where columns are computed.
    """

    facts: Facts
    plan: Plan

    @staticmethod
    def is_since(day: Day, other: date) -> Flag:
        """Where there is a day, and it is not before another."""
        return (day.on >= other).fill_null(value=False)

    @staticmethod
    def is_before(day: Day, other: date) -> Flag:
        """Where there is a day, and it is before another."""
        return (day.on < other).fill_null(value=False)

    @staticmethod
    def of_one_year(one: Day, other: Day) -> Flag:
        """Where there are both days, in one year."""
        return (one.on.dt.year() == other.on.dt.year()).fill_null(value=False)

    @staticmethod
    def whole_units(amount: Span, every: Decimal | None) -> Span:
        """How many full `every` there are."""
        full = Fraction(every or 1)
        return amount.each(lambda end: whole_units(end, full, "down"))

    def scaled(
        self, amount: Span, part: Span, whole: Span, *, full_at: Decimal, short: Short
    ) -> Span:
        """The amount by a share, which is only divided where the amount is rounded."""
        return scaled(amount, part, whole, full_at, short, self.plan)

    def rounded(self, amount: Span, mode: RoundingMode) -> Span:
        """The amount rounded to a multiple of the policy's unit, in fen."""
        unit, plan = self.policy.rounding.unit, self.plan
        return amount.each(lambda end: plan.number(rounded(end, unit, mode, plan)))

    def is_rounded_within(self, _: Span, cap: Span) -> bool:
        """Whether the cap is a whole number of units, or nothing is rounded up."""
        rounding = self.policy.rounding
        return rounding.mode == "down" or all(is_in_units(end, rounding.unit) for end in cap)

    def approved(self, award: str) -> Span | None:
        """Yuan approved for an award, anything where that is not stated."""
        approved = self.facts.approved[award]
        return None if approved.value is None else Span(stated_or(approved, ZERO), approved)

    # ---- steps -------------------------------------------------------------------------------

    def begin(self, place: Place) -> Result:
        """No amount yet."""
        self.plan.award = place.award
        return super().begin(place)

    def then(
        self,
        steps: Result,
        op: Operation,
        result: Span,
        *,
        value: Span | None = None,  # noqa: ARG002  (for other engines)
        **_: Unpack[Operands[Span, Truth]],
    ) -> None:
        """The amount after a further step."""
        inline = steps.inline or op in _ON_THE_WAY
        steps.span = result if inline else self.plan.span(result)
