"""An amount by a share: exactly where one of its factors is a number of the policy."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

import z3

from listing_rewards.engines.proof.arithmetic import Span
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.flags import Flag, every, some
from listing_rewards.engines.proof.numbers import (
    ZERO,
    Number,
    Whole,
    is_nothing,
    reaches,
    select,
    smaller,
    times,
)
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.meaning.machine import Short


class Scale(NamedTuple):
    """The share from which an amount is whole, what is given below it, and the award."""

    full_at: Decimal
    short: Short
    award: str
    facts: Facts

    def scaled(self, amount: Span, part: Span, whole: Span) -> Span:
        """Both ends by the share that the part is of the whole, all of it from the threshold on."""
        least = self._least(amount.least, part, whole)
        if amount.one and part.one and whole.one:
            return exactly(least)
        return Span(least, self._most(amount.most, part, whole))

    def _least(self, value: Number, part: Span, whole: Span) -> Number:
        """By the least share: the least part of the largest whole."""
        unclear = some([is_nothing(whole.least), whole.most.open])
        none = every([unclear, self.full_at > 0])
        return self._share(value, part.least, whole.most, whole_of=unclear, none=none)

    def _most(self, value: Number, part: Span, whole: Span) -> Number:
        """By the largest share: the most part of the least whole."""
        none = every([some(map(is_nothing, (part.most, whole.most))), self.full_at > 0])
        whole_of = some([is_nothing(whole.least), part.most.open])
        return self._share(value, part.most, whole.least, whole_of=whole_of, none=none)

    def _share(
        self, value: Number, part: Number, whole: Number, *, whole_of: Flag, none: Flag
    ) -> Number:
        """The value by a share: nothing where `none`, all of it where `whole_of` or it is full.

        What has no limit has none by any share of it, such as a cap that is not there.
        """
        full = some([whole_of, value.open, reaches(part, times(whole, self.full_at))])
        below = ZERO
        if self.short != "nothing" and self.full_at > 0 and full is not True:
            below = self._by(value, part, whole, some([none, full]))
        return select(none, ZERO, select(full, value, below))

    def _by(self, value: Number, part: Number, whole: Number, unasked: Flag) -> Number:
        """The value times the part by the whole, or by the threshold of it.

        Where it is not asked for, it does not matter that it is not said exactly.
        """
        share = Fraction(whole.scale, part.scale)
        if self.short == "share_of_threshold":
            share /= Fraction(self.full_at)
        if isinstance(whole.value, int):
            if isinstance(part.value, int):
                return times(value, share * part.value / whole.value) if whole.value else ZERO
            if isinstance(value.value, int) and whole.value:
                factor = Fraction(value.value, value.scale) * share / whole.value
                return times(Number(part.value), factor)
        self.facts.exact_where.append(unasked)
        return self._held_within(value, part, whole, share)

    def _held_within(self, value: Number, part: Number, whole: Number, share: Fraction) -> Number:
        """Anything up to the value, the same for the same three numbers.

        What two unknowns multiplied come to is not said exactly.
        """
        self.facts.estimated.add(self.award)
        name = f"share of {value.scale} by {share}"
        product = z3.Function(name, *[z3.IntSort()] * 4)
        found = Number(product(*[_formula(each) for each in (value, part, whole)]), value.scale)
        self.facts.within += [found.value >= 0, some([value.open, found.value <= value.value])]
        return smaller(found, value)


def _formula(number: Number) -> Whole:
    return z3.IntVal(number.value) if isinstance(number.value, int) else number.value
