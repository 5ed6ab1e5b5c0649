"""A common cap, filled in the policy's order, on ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.bounds import ANYTHING, NOTHING, Bounds, exactly, total
from listing_rewards.money import ZERO
from listing_rewards.truth import MET, NOT_MET, Truth


class Filled(NamedTuple):
    """What one amount found under a common cap: the room left, and what it took of it."""

    room: Bounds
    taken: Bounds


def fill(cap: Bounds | None, amounts: Iterable[Bounds]) -> list[Filled]:
    """Each amount in order, up to the room that the earlier ones leave under `cap`.

    On ranges, the room is certain only as far as the earlier amounts at their most leave it, and
    possible as far as they leave it at their least. Without a cap there is room for anything.

    >>> nine = exactly(Decimal("9.00"))
    >>> parts = [Bounds(Decimal(0), Decimal(5)), Bounds(Decimal(6), Decimal(6))]
    >>> [filled.taken for filled in fill(nine, parts)][1]
    Bounds(at_least=Decimal('4.00'), at_most=Decimal('6'))
    """
    if cap is None:
        return [Filled(ANYTHING, amount) for amount in amounts]
    filled: list[Filled] = []
    earlier = NOTHING
    for amount in amounts:
        room = cap.less(earlier)
        filled.append(Filled(room, amount.within(room)))
        earlier = earlier.plus(amount)
    return filled


class Claim(NamedTuple):
    """One award that shares a cap.

    Attributes:
        granted: its amount after conditions and alternatives.
        due: what of its entitled amount is due; None for all of it.
        paid: yuan paid for the award itself.
        counted: yuan paid that count for it: its own, and those of awards it takes the place of.
        holds: whether it is the award that what was paid counts for; one that was replaced, or
            lost to a better one, is not overpaid.
    """

    granted: Bounds
    paid: Decimal
    counted: Bounds
    due: Bounds | None = None
    holds: Truth = MET


class Settled(NamedTuple):
    """One award under a common cap, before and after what was paid."""

    room: Bounds
    entitled: Bounds
    owed: Bounds
    room_after_payments: Bounds
    payable: Bounds
    overpaid: Bounds


class Together(NamedTuple):
    """Awards of which not all are given, or one that stands alone: granted, and still unpaid."""

    granted: Bounds
    unpaid: Bounds


class Settlement(NamedTuple):
    """A group's awards in order, and totals with bounds of their own."""

    parts: list[Settled]
    entitled: Bounds
    payable: Bounds
    overpaid: Bounds


def settle(
    cap: Bounds | None, claims: Sequence[Claim], together: Sequence[Together] | None = None
) -> Settlement:
    """Entitled, payable and overpaid for awards that share `cap`, in the order given.

    Entitled is the amount within the room the earlier awards leave; payable is what of it is due
    and not paid yet, within the room that all payments of the group leave; overpaid is what was
    paid beyond entitled. The totals are tighter than the sum of the parts' ends, since a cap that
    is reached is reached whichever award fills it.

    Args:
        cap: yuan, or None for no common cap.
        claims: the awards.
        together: the same awards with alternatives taken as one, for the totals, where all that
            was paid for them counts for one of them; None where
            nothing is known of them together, and the totals are the sums of the parts.
    """
    entitlements = fill(cap, [claim.granted for claim in claims])
    owed = [
        (each.taken if claim.due is None else claim.due).less(claim.counted)
        for each, claim in zip(entitlements, claims, strict=True)
    ]
    paid = sum((claim.paid for claim in claims), ZERO)
    room = None if cap is None else cap.less(exactly(paid))
    payments = fill(room, owed)
    parts = [
        Settled(each.room, each.taken, due, pay.room, pay.taken, _overpaid(claim, each.taken))
        for each, due, pay, claim in zip(entitlements, owed, payments, claims, strict=True)
    ]
    lines = Settlement(
        parts,
        _within(total([part.entitled for part in parts]), cap),
        _within(total([part.payable for part in parts]), room),
        total([part.overpaid for part in parts]),
    )
    return lines if together is None else _tightened(lines, cap, room, together, paid)


def _tightened(
    lines: Settlement,
    cap: Bounds | None,
    room: Bounds | None,
    together: Sequence[Together],
    paid: Decimal,
) -> Settlement:
    """The totals as one amount each, under the cap and under the room that payments leave.

    Each holds what the sum of the lines holds, too, so that it is never the wider of the two.
    What was paid counts for one award or another: overpaid is what of it is beyond the total,
    and what of the total is still unpaid.
    """
    entitled = lines.entitled.meet(_within(total(each.granted for each in together), cap))
    rest = total(each.unpaid for each in together)
    unpaid = lines.payable.meet(_within(rest, room))
    beyond = exactly(paid).less(entitled).at_least
    most = paid if rest.at_most is None else min(paid, paid - entitled.at_least + rest.at_most)
    overpaid = lines.overpaid.meet(Bounds(beyond, most))
    return Settlement(lines.parts, entitled, unpaid, overpaid)


def _within(amount: Bounds, room: Bounds | None) -> Bounds:
    return amount if room is None else amount.within(room)


def _overpaid(claim: Claim, entitled: Bounds) -> Bounds:
    if claim.holds is NOT_MET:
        return NOTHING
    beyond = claim.counted.less(entitled)
    return beyond if claim.holds is MET else Bounds(ZERO, beyond.at_most)
