"""An amount in parts that always add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from listing_rewards.values.money import FEN, round_yuan
from listing_rewards.values.range import Bounds, either

_ONE_BY_ONE = 10
"""So many units at each end of a range are split one by one."""


def in_parts(amount: Decimal, shares: Sequence[Decimal], *, unit: Decimal) -> list[Decimal]:
    """The amount by shares that add up to 1, in whole units, by the largest remainder.

    What of the amount is less than a unit goes to the first part.

    >>> [str(part) for part in in_parts(Decimal("100.00"), [Decimal("0.5")] * 2, unit=Decimal(100))]
    ['100.00', '0.00']
    """
    whole = round_yuan(amount, unit=unit, mode="down")
    exact = [whole * share for share in shares]
    parts = [round_yuan(part, unit=unit, mode="down") for part in exact]
    left = int((whole - sum(parts)) // unit)
    by_remainder = sorted(range(len(shares)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[:left]:
        parts[i] += unit
    parts[0] += amount - whole
    return parts


def split(amount: Bounds, shares: Sequence[Decimal], *, unit: Decimal) -> list[Bounds]:
    """The parts of a range: exact where it is determined, otherwise within a unit of the share.

    The largest remainder gives each part its share, rounded down or up to a unit, so that the
    parts of either end, rounded so, hold the parts of whatever the amount turns out to be. The
    first part may also have what is less than a unit; of a fen there is no less.
    """
    if amount.determined:
        parts = in_parts(amount.at_least, shares, unit=unit)
        return [Bounds(part, part) for part in parts]
    split_up = [_about(amount, share, unit) for share in shares]
    first = split_up[0]
    if first.at_most is None or unit == FEN:
        return split_up
    return [Bounds(first.at_least, first.at_most + unit), *split_up[1:]]


def split_closely(amount: Bounds, shares: Sequence[Decimal], *, unit: Decimal) -> list[Bounds]:
    """The parts of a range, closer than by `split`: a part may be largest of a smaller amount.

    The amounts of a few units at both ends are split one by one, those between them as a range.
    """
    if amount.at_most is None or amount.determined:
        return split(amount, shares, unit=unit)
    lowest, highest = amount.at_least, amount.at_most
    low, high = (round_yuan(end, unit=unit, mode="down") for end in (lowest, highest))
    units = [n * unit for n in range(_ONE_BY_ONE)]
    wholes = {*(low + n for n in units), *(high - n for n in units)}
    amounts = {lowest, highest, *wholes, *(whole + unit - FEN for whole in wholes)}
    tried = [in_parts(each, shares, unit=unit) for each in amounts if lowest <= each <= highest]
    parts = [Bounds(min(ends), max(ends)) for ends in zip(*tried, strict=True)]
    after, before = low + _ONE_BY_ONE * unit, high - (_ONE_BY_ONE - 1) * unit - FEN
    if after > before:
        return parts
    between = split(Bounds(after, before), shares, unit=unit)
    return [*map(either, zip(parts, between, strict=True))]


def _about(amount: Bounds, share: Decimal, unit: Decimal) -> Bounds:
    whole = amount.each(lambda value: round_yuan(value, unit=unit, mode="down"))
    most = whole.at_most
    return Bounds(
        round_yuan(whole.at_least * share, unit=unit, mode="down"),
        None if most is None else round_yuan(most * share, unit=unit, mode="up"),
    )
