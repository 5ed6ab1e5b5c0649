"""What amounts are computed from: figures, events and bands as formulas."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from listing_rewards.engines.proof.arithmetic import ProofArithmetic, Span
from listing_rewards.engines.proof.days import Day, before, not_after, the_day
from listing_rewards.engines.proof.facts import Facts, Tabled
from listing_rewards.engines.proof.flags import Flag, Truth, every
from listing_rewards.engines.proof.numbers import (
    Number,
    as_flag,
    or_nothing,
    rounded,
    whole_units,
)
from listing_rewards.engines.proof.scaling import Scale
from listing_rewards.engines.symbolic import quantities
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.meaning.machine import Place, Short, Table
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.values.money import RoundingMode

Result: TypeAlias = quantities.Result[Number]


class ProofQuantities(ProofArithmetic, quantities.Quantities[Day, Number, Any]):
    """What the amounts of a case are computed from.

    Attributes:
        facts: the facts.
    """

    facts: Facts
    _award: str

    @staticmethod
    def is_since(day: Day, other: date) -> Flag:
        """Whether there is a day, and it is not before another."""
        return not_after(the_day(other), day)

    @staticmethod
    def is_before(day: Day, other: date) -> Flag:
        """Whether there is a day, and it is before another."""
        return before(day, the_day(other))

    @staticmethod
    def of_one_year(one: Day, other: Day) -> Flag:
        """Whether there are both days, in one year."""
        return every([one.exists, other.exists, as_flag(one.year == other.year)])

    @staticmethod
    def whole_units(amount: Span, every: Decimal | None) -> Span:
        """How many full `every` there are."""
        return amount.each(lambda end: whole_units(end, every or Decimal(1), "down"))

    def scaled(
        self, amount: Span, part: Span, whole: Span, *, full_at: Decimal, short: Short
    ) -> Span:
        """The amount by a share; held within bounds where two unknowns would be multiplied."""
        return Scale(full_at, short, self._award, self.facts).scaled(amount, part, whole)

    def rounded(self, amount: Span, mode: RoundingMode) -> Span:
        """The amount rounded to a multiple of the policy's unit."""
        unit = self.policy.rounding.unit
        return amount.each(lambda end: rounded(end, unit, mode))

    def is_rounded_within(self, _: Span, __: Span) -> bool:
        """Whether nothing is rounded up."""
        return self.policy.rounding.mode == "down"

    def approved(self, award: str) -> Span | None:
        """Yuan approved for an award, anything where that is not stated."""
        approved = self.facts.unknowns.approved[award]
        if approved.open is True:
            return None
        if approved.open is False:
            return exactly(approved)
        return Span(or_nothing(approved), approved)

    def table(self, steps: Result, amount: BandsAmount, place: Place) -> Table[Span, Truth]:
        """The bands that may hold the amount so far."""
        self.facts.tables.append(Tabled(place.award, place.path, amount, steps.span))
        return super().table(steps, amount, place)

    def begin(self, place: Place) -> Result:
        """No amount yet."""
        self._award = place.award
        return super().begin(place)
