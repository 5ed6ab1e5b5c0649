"""Whether numbers lie within the bounds that a policy states."""

from __future__ import annotations

from listing_rewards.engines.proof.flags import Flag, Truth, every, known, no, some
from listing_rewards.engines.proof.numbers import Number, above
from listing_rewards.engines.proof.spans import Span
from listing_rewards.policy.constructs import Range


def beyond_lower(bounds: Range, number: Number) -> Flag:
    """Whether a number is on the right side of the lower bound; with no limit it is."""
    if bounds.lower is None:
        return True
    return above(number, bounds.lower, included=bounds.over is None)


def below_upper(bounds: Range, number: Number) -> Flag:
    """Whether a number is on the right side of the upper bound; with no limit it is not."""
    if bounds.upper is None:
        return True
    return no(above(number, bounds.upper, included=bounds.below is not None))


def holds(bounds: Range, number: Number) -> Flag:
    """Whether a number lies within the bounds."""
    return every([beyond_lower(bounds, number), below_upper(bounds, number)])


def lies_within(stated: Span, bounds: Range) -> Truth:
    """Whether a number that is known as a range lies within bounds."""
    if stated.one:
        return known(holds(bounds, stated.least))
    least, most = stated
    met = every([holds(bounds, least), holds(bounds, most)])
    outside: list[Flag] = []
    if bounds.lower is not None:
        at_most_there = no(above(most, bounds.lower, included=False))
        outside.append(every([at_most_there, no(holds(bounds, most)), no(most.open)]))
    if bounds.upper is not None:
        from_there_on = above(least, bounds.upper, included=True)
        outside.append(every([from_there_on, no(holds(bounds, least))]))
    return Truth(met, no(some(outside)))
