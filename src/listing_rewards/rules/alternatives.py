"""Awards of which not all are given: one replaces others, or only the best is kept."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from listing_rewards.bounds import NOTHING, Bounds
from listing_rewards.money import ZERO
from listing_rewards.truth import MET, NOT_MET, UNKNOWN, Truth, all_of


def unless(replaced: Truth, amount: Bounds) -> Bounds:
    """The amount, unless another award takes its place; anything up to it if that is unknown."""
    if replaced is MET:
        return NOTHING
    return amount if replaced is NOT_MET else Bounds(ZERO, amount.at_most)


def keeps(amounts: Sequence[Bounds], place: int, stands: Sequence[Truth] = ()) -> Truth:
    """Whether the amount at `place` is the highest; of equal ones the first counts as higher.

    Args:
        amounts: the amounts to choose among.
        place: the number of the one asked about.
        stands: whether each takes part at all; empty: all do.

    >>> from decimal import Decimal
    >>> [keeps([Bounds(Decimal(n), Decimal(n)) for n in (2, 3, 3)], i).value for i in range(3)]
    ['not_met', 'met', 'not_met']
    """
    own = amounts[place]
    truth = stands[place] if stands else MET
    for i, other in enumerate(amounts):
        takes_part = stands[i] if stands else MET
        if i == place or takes_part is NOT_MET:
            continue
        wins_ties = place < i
        beaten = own.at_most is not None and _beats(other.at_least, own.at_most, ties=not wins_ties)
        if beaten and takes_part is MET:
            return NOT_MET
        if other.at_most is None or not _beats(own.at_least, other.at_most, ties=wins_ties):
            truth = all_of([truth, UNKNOWN])
    return truth


def _beats(one: Decimal, other: Decimal, *, ties: bool) -> bool:
    return one > other or (ties and one == other)


def highest(amounts: Sequence[Bounds]) -> Bounds:
    """The range of the highest of some amounts."""
    best = NOTHING
    for amount in amounts:
        best = best.at_the_least(amount)
    return best
