"""Ranges of exact numbers: the arithmetic of `Bounds`, as formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import NamedTuple

from listing_rewards.engines.proof.flags import Flag, Truth
from listing_rewards.engines.proof.numbers import (
    UNLIMITED,
    ZERO,
    Number,
    larger,
    left_of,
    plus,
    same,
    select,
    smaller,
)


class Span(NamedTuple):
    """A range: what is certain, and what it cannot exceed."""

    least: Number
    most: Number

    @property
    def one(self) -> bool:
        """Whether both ends are the same in every case."""
        return self.least is self.most

    @property
    def determined(self) -> Flag:
        """Whether both ends are equal."""
        return True if self.one else same(self.least, self.most)

    def each(self, rule: Callable[[Number], Number]) -> Span:
        """The rule applied to both ends, once where they are the same."""
        return exactly(rule(self.least)) if self.one else Span(rule(self.least), rule(self.most))

    def with_each(self, other: Span, rule: Callable[[Number, Number], Number]) -> Span:
        """The rule applied to the same ends of two ranges, once where both are one number."""
        if self.one and other.one:
            return exactly(rule(self.least, other.least))
        return Span(rule(self.least, other.least), rule(self.most, other.most))

    def meet(self, other: Span) -> Span:
        """What both ranges hold."""
        if self.one:
            return self
        return Span(larger(self.least, other.least), smaller(self.most, other.most))


def exactly(number: Number) -> Span:
    """The range that holds one number."""
    return Span(number, number)


NOTHING = exactly(ZERO)
ANYTHING = Span(ZERO, UNLIMITED)


def total(spans: Iterable[Span]) -> Span:
    """The sum, end by end."""
    return reduce(lambda one, other: one.with_each(other, plus), spans, NOTHING)


def within(amount: Span, room: Span) -> Span:
    """Each end at most the same end of `room`."""
    return amount.with_each(room, smaller)


def at_the_least(amount: Span, floor: Span) -> Span:
    """The larger of the two."""
    return amount.with_each(floor, larger)


def less(amount: Span, taken: Span) -> Span:
    """What is left after taking off anything from `taken`, never below 0."""
    if amount.one and taken.one:
        return exactly(left_of(amount.least, taken.least))
    return Span(left_of(amount.least, taken.most), left_of(amount.most, taken.least))


def when(truth: Truth, amount: Span) -> Span:
    """The amount if met, nothing if not, anything up to it if that is not known."""
    if truth.settled:
        return amount.each(lambda end: select(truth.sure, end, ZERO))
    return Span(select(truth.sure, amount.least, ZERO), select(truth.maybe, amount.most, ZERO))


def chosen(flag: Flag, one: Span, other: Span) -> Span:
    """One range where the flag holds, otherwise the other."""
    return one.with_each(other, lambda a, b: select(flag, a, b))


def either(truth: Truth, one: Span, other: Span) -> Span:
    """One range if met, the other if not, whichever it is if that is not known."""
    if truth.settled:
        return chosen(truth.sure, one, other)
    lowest = select(truth.maybe, smaller(one.least, other.least), other.least)
    highest = select(truth.maybe, larger(one.most, other.most), other.most)
    return Span(select(truth.sure, one.least, lowest), select(truth.sure, one.most, highest))
