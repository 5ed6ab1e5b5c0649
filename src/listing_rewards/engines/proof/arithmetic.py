"""The proof engine's arithmetic: ranges and truths as formulas."""

from __future__ import annotations

from decimal import Decimal

from listing_rewards.engines.proof.flags import (
    NOT_MET,
    Truth,
    all_of,
    any_of,
    known,
    no,
    opposite,
)
from listing_rewards.engines.proof.numbers import (
    constant,
    is_nothing,
    larger,
    reaches,
    smaller,
    times,
)
from listing_rewards.engines.proof.spans import (
    ANYTHING,
    NOTHING,
    Span,
    at_the_least,
    either,
    exactly,
    less,
    total,
    when,
    within,
)


class ProofArithmetic:
    """Ranges and truths of a case that is not stated yet."""

    nothing = NOTHING
    one = exactly(constant(1))
    anything = ANYTHING
    not_met = NOT_MET
    all_of = staticmethod(all_of)
    any_of = staticmethod(any_of)
    opposite = staticmethod(opposite)
    total = staticmethod(total)
    less = staticmethod(less)
    within = staticmethod(within)
    at_the_least = staticmethod(at_the_least)
    meet = staticmethod(Span.meet)
    when = staticmethod(when)
    either = staticmethod(either)

    @staticmethod
    def surely(truth: Truth) -> Truth:
        """Met where it is met for certain."""
        return known(truth.sure)

    @staticmethod
    def unknown(truth: Truth) -> Truth:
        """Met where it is unknown."""
        return known(truth.unknown)

    @staticmethod
    def rules_out(truth: Truth) -> bool:
        """Whether it is met in no case."""
        return truth.maybe is False

    @staticmethod
    def is_certain(truth: Truth) -> bool:
        """Whether it is met in every case."""
        return truth.sure is True

    @staticmethod
    def times(amount: Span, factor: Decimal) -> Span:
        """The amount times a number of the policy."""
        return amount.each(lambda end: times(end, factor))

    @staticmethod
    def exactly(number: Decimal) -> Span:
        """Yuan that are the same in every case."""
        return exactly(constant(number))

    @staticmethod
    def is_nothing(amount: Span) -> bool:
        """Whether it is 0 in every case."""
        most = amount.most
        return most.open is False and isinstance(most.value, int) and most.value == 0

    @staticmethod
    def up_to_the_most(amount: Span, of: Span) -> Span:
        """Each end at most the upper end of another range."""
        return within(amount, exactly(of.most))

    @staticmethod
    def from_to(low: Span, high: Span) -> Span:
        """From the lower end of one to the upper end of the other."""
        return Span(low.least, high.most)

    @staticmethod
    def whichever(one: Span, other: Span) -> Span:
        """The range that holds both."""
        return Span(smaller(one.least, other.least), larger(one.most, other.most))

    @staticmethod
    def reaches(one: Span, other: Span, *, beyond: bool) -> Truth:
        """Whether one is at least the other, or more than it."""
        if one.one and other.one:
            return known(reaches(one.least, other.least, beyond=beyond))
        return Truth(
            reaches(one.least, other.most, beyond=beyond),
            reaches(one.most, other.least, beyond=beyond),
        )

    @staticmethod
    def is_something(amount: Span) -> Truth:
        """Whether it may be more than 0."""
        return known(no(is_nothing(amount.most)))
