"""A common cap, filled in the policy's order, on ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.bounds import ANYTHING, Bounds, total
from listing_rewards.money import ZERO


class Filled(NamedTuple):
    """What one amount found under a common cap: the room left, and what it took of it."""

    room: Bounds
    taken: Bounds


def fill(cap: Decimal | None, amounts: Iterable[Bounds]) -> list[Filled]:
    """Each amount in order, up to the room that the earlier ones leave under `cap`.

    On ranges, the room is certain only as far as the earlier amounts at their most leave it, and
    possible as far as they leave it at their least. Without a cap there is room for anything.

    >>> nine = Decimal("9.00")
    >>> parts = [Bounds(Decimal(0), Decimal(5)), Bounds(Decimal(6), Decimal(6))]
    >>> [filled.taken for filled in fill(nine, parts)][1]
    Bounds(at_least=Decimal('4.00'), at_most=Decimal('6'))
    """
    filled: list[Filled] = []
    least, most = ZERO, ZERO
    open_ended = False
    for amount in amounts:
        if cap is None:
            filled.append(Filled(ANYTHING, amount))
            continue
        certain = ZERO if open_ended else max(cap - most, ZERO)
        room = Bounds(certain, max(cap - least, ZERO))
        filled.append(Filled(room, _within(amount, room)))
        least += amount.at_least
        if amount.at_most is None:
            open_ended = True
        else:
            most += amount.at_most
    return filled


def _within(amount: Bounds, room: Bounds) -> Bounds:
    least = min(amount.at_least, room.at_least)
    if amount.at_most is None or room.at_most is None:
        return Bounds(least, room.at_most if amount.at_most is None else amount.at_most)
    return Bounds(least, min(amount.at_most, room.at_most))


class Settled(NamedTuple):
    """One award under a common cap, before and after what was paid."""

    room: Bounds
    entitled: Bounds
    owed: Bounds
    room_after_payments: Bounds
    payable: Bounds
    overpaid: Bounds


class Settlement(NamedTuple):
    """A group's awards in order, and totals with bounds of their own."""

    parts: list[Settled]
    entitled: Bounds
    payable: Bounds
    overpaid: Bounds


def settle(cap: Decimal | None, amounts: Sequence[Bounds], paid: Sequence[Decimal]) -> Settlement:
    """Entitled, payable and overpaid for awards that share `cap`, in the order given.

    Entitled is the amount within the room the earlier awards leave; payable is what of it is not
    paid yet, within the room that all payments of the group leave; overpaid is what was paid
    beyond entitled. The totals are tighter than the sum of the parts' ends, since a cap that is
    reached is reached whichever award fills it.

    Args:
        cap: yuan, or None for no common cap.
        amounts: each award's amount after its conditions.
        paid: what was paid for each award, in yuan.
    """
    entitlements = fill(cap, amounts)
    owed = [each.taken.less(already) for each, already in zip(entitlements, paid, strict=True)]
    room = None if cap is None else max(cap - sum(paid, ZERO), ZERO)
    payments = fill(room, owed)
    parts = [
        Settled(each.room, each.taken, due, pay.room, pay.taken, _beyond(already, each.taken))
        for each, due, pay, already in zip(entitlements, owed, payments, paid, strict=True)
    ]
    unpaid = [amount.less(already) for amount, already in zip(amounts, paid, strict=True)]
    entitled = _capped_total(amounts, cap)
    overpaid = total(part.overpaid for part in parts)
    certain = _beyond(sum(paid, ZERO), entitled).at_least
    return Settlement(
        parts,
        entitled,
        _capped_total(unpaid, room),
        Bounds(max(overpaid.at_least, certain), overpaid.at_most),
    )


def _beyond(paid: Decimal, entitled: Bounds) -> Bounds:
    least = ZERO if entitled.at_most is None else max(paid - entitled.at_most, ZERO)
    return Bounds(least, max(paid - entitled.at_least, ZERO))


def _capped_total(amounts: Iterable[Bounds], cap: Decimal | None) -> Bounds:
    whole = total(amounts)
    return whole if cap is None else whole.capped(cap)
