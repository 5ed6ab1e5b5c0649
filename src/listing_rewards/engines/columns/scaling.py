"""An amount in proportion to a share, as a quotient that is only divided where it is rounded."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from listing_rewards.engines.columns.arithmetic import Span
from listing_rewards.engines.columns.comparing import is_nothing, is_open, reaches, select
from listing_rewards.engines.columns.flags import Flag, every, no, some
from listing_rewards.engines.columns.numbers import UNLIMITED, Number, constant, multiple, times
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.quotients import Quotient, share_of
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.meaning.machine import Short

_ONE = constant(1)
_NOTHING = constant(0)


def scaled(
    amount: Span, part: Span, whole: Span, full_at: Decimal, short: Short, plan: Plan
) -> Span:
    """Both ends by the share that the part is of the whole, all of it from the threshold on."""
    by = _Scale(full_at, short, plan)
    least = by.least(amount.least, part, whole)
    if amount.one and part.one and whole.one:
        return exactly(least)
    return Span(least, by.most(amount.most, part, whole))


def is_in_units(number: Number, unit: Decimal) -> bool:
    """Whether a number is the same in every row, and a whole number of units."""
    if isinstance(number, Quotient) or not isinstance(number.value, int):
        return False
    return Fraction(number.value, number.scale) % Fraction(unit) == 0


class _Scale(NamedTuple):
    """The share from which an amount is whole, and what is given below it."""

    full_at: Decimal
    short: Short
    plan: Plan

    def least(self, value: Number, part: Span, whole: Span) -> Number:
        """By the least share: the least part of the largest whole."""
        unclear = some([is_nothing(whole.least), is_open(whole.most)])
        none = every([unclear, self.full_at > 0])
        found = self._share(value, part.least, whole.most, whole_of=unclear, none=none)
        if not value.open:
            return found
        opened = select(is_open(value), UNLIMITED, found)
        return share_of(opened, found.part, found.whole) if isinstance(found, Quotient) else opened

    def most(self, value: Number, part: Span, whole: Span) -> Number:
        """By the largest share: the most part of the least whole."""
        none = every([some(map(is_nothing, (part.most, whole.most))), self.full_at > 0])
        whole_of = some([is_nothing(whole.least), is_open(part.most), is_open(value)])
        return self._share(value, part.most, whole.least, whole_of=whole_of, none=none)

    def _share(
        self, value: Number, part: Number, whole: Number, *, whole_of: Flag, none: Flag
    ) -> Number:
        """The value by a share: nothing where `none`, all of it where `whole_of` or it is full.

        It is taken where the amount is rounded, so that nothing is lost.
        """
        plan = self.plan
        full = some([whole_of, reaches(part, times(whole, self.full_at))])
        short, none = plan.flag(every([no(full), no(none)])), plan.flag(none)
        if self.short == "nothing" or self.full_at == 0 or part.value is None:
            return plan.number(select(some([none, short]), _NOTHING, value))
        ratio = Fraction(whole.scale, part.scale)
        if self.short == "share_of_threshold":
            ratio /= Fraction(self.full_at)
        over, under = multiple(part, ratio.numerator), multiple(whole, ratio.denominator)
        return share_of(
            plan.number(select(none, _NOTHING, value)),
            plan.number(select(short, replace(over, scale=1, open=False), _ONE)),
            plan.number(select(short, replace(under, scale=1, open=False), _ONE)),
        )
