"""The exact engine's arithmetic: ranges of Decimals and plain truths."""

from __future__ import annotations

from decimal import Decimal

from listing_rewards.rules.amounts import rate_of, scaled
from listing_rewards.rules.conditions import granted_when
from listing_rewards.values.range import ANYTHING, NOTHING, Bounds, either, exactly, total
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of, opposite


class ExactArithmetic:
    """Ranges of Decimals and plain truths."""

    nothing = NOTHING
    one = exactly(Decimal(1))
    anything = ANYTHING
    not_met: Truth = NOT_MET
    all_of = staticmethod(all_of)
    any_of = staticmethod(any_of)
    opposite = staticmethod(opposite)
    exactly = staticmethod(exactly)
    total = staticmethod(total)
    less = staticmethod(Bounds.less)
    within = staticmethod(Bounds.within)
    at_the_least = staticmethod(Bounds.at_the_least)
    meet = staticmethod(Bounds.meet)
    when = staticmethod(granted_when)
    times = staticmethod(rate_of)
    scaled = staticmethod(scaled)

    @staticmethod
    def surely(truth: Truth) -> Truth:
        """Met where it is met."""
        return MET if truth is MET else NOT_MET

    @staticmethod
    def unknown(truth: Truth) -> Truth:
        """Met where it is unknown."""
        return MET if truth is UNKNOWN else NOT_MET

    @staticmethod
    def rules_out(truth: Truth) -> bool:
        """Whether it is not met."""
        return truth is NOT_MET

    @staticmethod
    def is_certain(truth: Truth) -> bool:
        """Whether it is met."""
        return truth is MET

    @staticmethod
    def is_nothing(amount: Bounds) -> bool:
        """Whether it is 0."""
        return amount.nothing

    @staticmethod
    def up_to_the_most(amount: Bounds, of: Bounds) -> Bounds:
        """Each end at most the upper end of another range."""
        return amount if of.at_most is None else amount.capped(of.at_most)

    @staticmethod
    def from_to(low: Bounds, high: Bounds) -> Bounds:
        """From the lower end of one to the upper end of the other."""
        return Bounds(low.at_least, high.at_most)

    @staticmethod
    def either(truth: Truth, one: Bounds, other: Bounds) -> Bounds:
        """One if met, the other if not, whichever it is if that is unknown."""
        if truth is UNKNOWN:
            return either((one, other))
        return one if truth is MET else other

    @staticmethod
    def whichever(one: Bounds, other: Bounds) -> Bounds:
        """The range that holds both."""
        return either((one, other))

    @staticmethod
    def reaches(one: Bounds, other: Bounds, *, beyond: bool) -> Truth:
        """Whether one is at least the other, or more than it."""
        low, high = other.at_least, other.at_most
        if high is not None and (one.at_least > high or (one.at_least == high and not beyond)):
            return MET
        most = one.at_most
        if most is not None and (most < low or (most == low and beyond)):
            return NOT_MET
        return UNKNOWN

    @staticmethod
    def is_something(amount: Bounds) -> Truth:
        """Whether it may be more than 0."""
        return NOT_MET if amount.nothing else MET
