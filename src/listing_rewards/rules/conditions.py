"""What is known of a number decides a bound, and what is known of a condition an amount."""

from __future__ import annotations

from listing_rewards.policy.constructs import Range
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import NOTHING, Bounds
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth


def lies_within(stated: Bounds, bounds: Range) -> Truth:
    """Whether a number, known only as a range, lies within bounds."""
    least, most = stated.at_least, stated.at_most
    reaches = bounds.upper is None if most is None else bounds.holds(most)
    if bounds.holds(least) and reaches:
        return MET
    lower, upper = bounds.lower, bounds.upper
    below = lower is not None and most is not None and most <= lower and not reaches
    above = upper is not None and least >= upper and not bounds.holds(least)
    return NOT_MET if below or above else UNKNOWN


def granted_when(truth: Truth, amount: Bounds) -> Bounds:
    """The amount if met, nothing if not, anything from nothing up to it if that is not known."""
    if truth is MET:
        return amount
    return NOTHING if truth is NOT_MET else Bounds(ZERO, amount.at_most)
