"""A range as a pair of numbers, with the arithmetic of `Bounds`, and with bounds of the policy."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import reduce
from typing import Generic, NamedTuple, TypeVar

from listing_rewards.engines.symbolic.truths import F, Flag, Truth, Truths, known
from listing_rewards.policy.constructs import Range

X = TypeVar("X")
"""A number that hangs on facts, or no limit."""


class Span(NamedTuple, Generic[X]):
    """A range: what is certain, and what it cannot exceed."""

    least: X
    most: X

    @property
    def one(self) -> bool:
        """Whether both ends are one number, whatever the facts are."""
        return self.least is self.most

    def each(self, rule: Callable[[X], X]) -> Span[X]:
        """The rule applied to both ends, once where they are one number."""
        return exactly(rule(self.least)) if self.one else Span(rule(self.least), rule(self.most))

    def with_each(self, other: Span[X], rule: Callable[[X, X], X]) -> Span[X]:
        """The rule applied to the same ends of two ranges, once where both are one number."""
        if self.one and other.one:
            return exactly(rule(self.least, other.least))
        return Span(rule(self.least, other.least), rule(self.most, other.most))


def exactly(number: X) -> Span[X]:
    """The range that holds one number."""
    return Span(number, number)


class Arithmetic(Truths[F], Generic[X, F]):
    """Ranges over the numbers of an engine, which says how to combine those.

    Attributes:
        nothing: the range that holds only 0.
        one: the range that holds only 1.
        anything: from 0 on, without a limit.
    """

    nothing: Span[X]
    one: Span[X]
    anything: Span[X]

    # ---- what an engine gives ----

    @staticmethod
    @abstractmethod
    def constant(number: Decimal, /) -> X:
        """A number of the policy."""

    @staticmethod
    @abstractmethod
    def closed(number: X, /) -> X:
        """The same number, known to have a limit."""

    @staticmethod
    @abstractmethod
    def plus(one: X, other: X) -> X:
        """The sum of two; no limit where one has none."""

    @staticmethod
    @abstractmethod
    def left_of(amount: X, taken: X) -> X:
        """What is left of an amount, never below 0; nothing where what is taken has no limit."""

    @staticmethod
    @abstractmethod
    def smaller(one: X, other: X) -> X:
        """The smaller of the two; no limit only where neither has one."""

    @staticmethod
    @abstractmethod
    def larger(one: X, other: X) -> X:
        """The larger of the two; no limit where either has none."""

    @staticmethod
    @abstractmethod
    def select(flag: Flag[F], one: X, other: X) -> X:
        """One number where the flag holds, otherwise the other."""

    @staticmethod
    @abstractmethod
    def end_reaches(one: X, other: X, *, beyond: bool = False) -> Flag[F]:
        """Whether one number is at least the other (or more); with no limit it is beyond any."""

    @staticmethod
    @abstractmethod
    def same(one: X, other: X) -> Flag[F]:
        """Whether two numbers, of which the first has a limit, are equal."""

    @staticmethod
    @abstractmethod
    def above(number: X, bound: Decimal, *, included: bool) -> Flag[F]:
        """Whether a number lies above a bound of the policy, or on it if that is included."""

    @staticmethod
    @abstractmethod
    def has_no_limit(number: X) -> Flag[F]:
        """Whether it is no number, but no limit."""

    # ---- numbers ----

    def added(self, numbers: Iterable[X]) -> X:
        """The sum; no limit where a part has none."""
        return reduce(self.plus, numbers, self.nothing.least)

    def added_where(self, numbers: Sequence[tuple[Flag[F], X]]) -> Span[X]:
        """The sum of those of which the flag holds; one without a limit may be anything."""
        zero, _ = self.anything
        least = self.added(self.stated_where(flag, each) for flag, each in numbers)
        if all(self.has_no_limit(each) is False for _, each in numbers):
            return exactly(least)
        return Span(least, self.added(self.select(flag, each, zero) for flag, each in numbers))

    def stated_where(self, flag: Flag[F], number: X) -> X:
        """The number where the flag holds and it has a limit, otherwise nothing."""
        zero, _ = self.anything
        there = self.every([flag, self.no(self.has_no_limit(number))])
        return self.closed(self.select(there, number, zero))

    # ---- ranges ----

    def total(self, spans: Iterable[Span[X]]) -> Span[X]:
        """The sum, end by end."""
        return reduce(lambda one, other: one.with_each(other, self.plus), spans, self.nothing)

    def less(self, amount: Span[X], taken: Span[X]) -> Span[X]:
        """What is left after taking off anything from `taken`, never below 0."""
        if amount.one and taken.one:
            return exactly(self.left_of(amount.least, taken.least))
        return Span(self.left_of(amount.least, taken.most), self.left_of(amount.most, taken.least))

    def within(self, amount: Span[X], room: Span[X]) -> Span[X]:
        """Each end at most the same end of `room`."""
        return amount.with_each(room, self.smaller)

    def up_to_the_most(self, amount: Span[X], of: Span[X]) -> Span[X]:
        """Each end at most the upper end of another range."""
        return self.within(amount, exactly(of.most))

    def at_the_least(self, amount: Span[X], floor: Span[X]) -> Span[X]:
        """The larger of the two, end by end."""
        return amount.with_each(floor, self.larger)

    def meet(self, one: Span[X], other: Span[X]) -> Span[X]:
        """What both ranges hold."""
        if one.one:
            return one
        return Span(self.larger(one.least, other.least), self.smaller(one.most, other.most))

    def from_to(self, low: Span[X], high: Span[X]) -> Span[X]:
        """From the lower end of one to the upper end of the other."""
        return Span(low.least, high.most)

    def whichever(self, one: Span[X], other: Span[X]) -> Span[X]:
        """The range that holds both."""
        return Span(self.smaller(one.least, other.least), self.larger(one.most, other.most))

    def chosen(self, flag: Flag[F], one: Span[X], other: Span[X]) -> Span[X]:
        """One range where the flag holds, otherwise the other."""
        return one.with_each(other, lambda a, b: self.select(flag, a, b))

    def when(self, truth: Truth[F], amount: Span[X]) -> Span[X]:
        """The amount if met, nothing if not, anything up to it if that is not known."""
        zero, _ = self.anything
        if truth.settled:
            return amount.each(lambda end: self.select(truth.sure, end, zero))
        return Span(
            self.select(truth.sure, amount.least, zero),
            self.select(truth.maybe, amount.most, zero),
        )

    def either(self, truth: Truth[F], one: Span[X], other: Span[X]) -> Span[X]:
        """One range if met, the other if not, whichever it is if that is not known."""
        if truth.settled:
            return self.chosen(truth.sure, one, other)
        both = self.whichever(one, other)
        if_open = self.chosen(truth.maybe, both, other)
        return self.chosen(truth.sure, one, if_open)

    # ---- comparing ----

    def is_the_same(self, one: Span[X], other: Span[X]) -> bool:
        """Whether two ranges are one and the same, whatever the facts are."""
        return one is other

    def determined(self, span: Span[X]) -> Flag[F]:
        """Whether both ends are equal."""
        return True if span.one else self.same(span.least, span.most)

    def reaches(self, one: Span[X], other: Span[X], *, beyond: bool) -> Truth[F]:
        """Whether one is at least the other, or more than it."""
        sure = self.end_reaches(one.least, other.most, beyond=beyond)
        if one.one and other.one:
            return known(sure)
        return Truth(sure, self.end_reaches(one.most, other.least, beyond=beyond))

    def is_something(self, amount: Span[X]) -> Truth[F]:
        """Whether it may be more than 0."""
        zero, _ = self.anything
        return known(self.end_reaches(amount.most, zero, beyond=True))

    # ---- bounds of the policy ----

    def beyond_lower(self, bounds: Range, number: X) -> Flag[F]:
        """Whether a number is on the right side of the lower bound; with no limit it is."""
        if bounds.lower is None:
            return True
        return self.above(number, bounds.lower, included=bounds.over is None)

    def below_upper(self, bounds: Range, number: X) -> Flag[F]:
        """Whether a number is on the right side of the upper bound; with no limit it is not."""
        if bounds.upper is None:
            return True
        return self.no(self.above(number, bounds.upper, included=bounds.below is not None))

    def holds(self, bounds: Range, number: X) -> Flag[F]:
        """Whether a number lies within the bounds."""
        return self.every([self.beyond_lower(bounds, number), self.below_upper(bounds, number)])

    def may_hold(self, bounds: Range, stated: Span[X]) -> Flag[F]:
        """Whether some number of a range lies within the bounds."""
        least, most = stated
        return self.every([self.beyond_lower(bounds, most), self.below_upper(bounds, least)])

    def lies_between(self, below: Range | None, above: Range | None, stated: Span[X]) -> Flag[F]:
        """Whether some number of a range lies above one range of the policy and below another."""
        beyond = self.no(self.below_upper(below, stated.most)) if below else True
        short = self.no(self.beyond_lower(above, stated.least)) if above else True
        return self.every([beyond, short])

    def lies_within(self, stated: Span[X], bounds: Range) -> Truth[F]:
        """Whether a number that is known as a range lies within bounds."""
        if stated.one:
            return known(self.holds(bounds, stated.least))
        every, no, (least, most) = self.every, self.no, stated
        met = every([self.holds(bounds, least), self.holds(bounds, most)])
        outside: list[Flag[F]] = []
        if bounds.lower is not None:
            at_most_there = no(self.above(most, bounds.lower, included=False))
            closed = no(self.has_no_limit(most))
            outside.append(every([at_most_there, no(self.holds(bounds, most)), closed]))
        if bounds.upper is not None:
            from_there_on = self.above(least, bounds.upper, included=True)
            outside.append(every([from_there_on, no(self.holds(bounds, least))]))
        return Truth(met, no(self.some(outside)))
