"""The payments that count together, in order of day: what of each is due, and what is beyond."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from listing_rewards.audit.ledger.finding import Beyond
from listing_rewards.audit.ledger.pots import Pot
from listing_rewards.audit.ledger.reconciliation import Divided
from listing_rewards.audit.ledger.standing import Standard
from listing_rewards.bounds import Bounds
from listing_rewards.money import ZERO


class Paid(NamedTuple):
    """A payment.

    Attributes:
        award: what it was paid for.
        on: the day.
        amount: yuan.
        number: its place among the lines of the ledger; None where only the case states it.
        row: its row in the ledger's file.
    """

    award: str
    on: date
    amount: Decimal
    number: int | None = None
    row: int = 0

    @property
    def order(self) -> tuple[date, bool, int, int]:
        """By day, what only the case states first, then by row and place in the ledger."""
        return self.on, self.number is not None, self.row, self.number or 0


class Step(NamedTuple):
    """A payment as it falls on what may be paid.

    Attributes:
        paid: the payment.
        before: yuan paid before that count together with it.
        earlier: the payments among them for the same award.
        divided: what of it is due, undecided and beyond.
    """

    paid: Paid
    before: Decimal
    earlier: tuple[Paid, ...]
    divided: Divided

    @property
    def same_before(self) -> Decimal:
        """Yuan that were paid before for the same award."""
        return sum((each.amount for each in self.earlier), ZERO)


def walk(pot: Pot, payments: Iterable[Paid]) -> Iterator[Step]:
    """The payments of a pot in order; the first ones fill what the award is entitled to."""
    before = ZERO
    same: dict[str, tuple[Paid, ...]] = {}
    counted = [each for each in payments if each.award in pot.awards]
    for paid in sorted(counted, key=attrgetter("order")):
        earlier = same.get(paid.award, ())
        yield Step(paid, before, earlier, _divided(before, paid.amount, pot))
        before += paid.amount
        same[paid.award] = (*earlier, paid)


def _divided(before: Decimal, amount: Decimal, pot: Pot) -> Divided:
    entitled = _within(before, amount, pot.entitled.at_least)
    most = pot.entitled.at_most
    possible = amount if most is None else _within(before, amount, most)
    due = entitled if pot.due is None else _within(before, entitled, pot.due)
    return Divided(
        due=due,
        not_due_yet=entitled - due,
        undecided=possible - entitled,
        beyond=amount - possible,
    )


def _within(before: Decimal, amount: Decimal, limit: Decimal) -> Decimal:
    """What of an amount, paid after `before`, still lies within a limit."""
    return min(max(limit - before, ZERO), amount)


def beyond_by_reason(
    step: Step, standard: Standard, entitled: Bounds
) -> Iterator[tuple[Beyond, Decimal]]:
    """What of a payment lies beyond, by why: the first reason takes what it explains, and so on.

    More by itself than the standard (or than the award's own cap), more than what is left of it
    after deductions, more than the common cap leaves, paid for the same award before, and paid
    for another award that counts for this one.

    Args:
        step: the payment.
        standard: that of the award it was paid for.
        entitled: what the award is entitled to, after the common cap.
    """
    amount = step.paid.amount
    above: Beyond = "above_cap" if standard.capped else "above_standard"
    upto: tuple[tuple[Beyond, Decimal], ...] = (
        (above, _more(amount, standard.amount)),
        ("earlier_award_not_deducted", _more(amount, standard.after)),
        ("above_group_cap", _more(amount, entitled)),
        ("paid_twice", _more(amount, entitled) + step.same_before),
        ("earlier_award_not_deducted", amount),
    )
    told = ZERO
    for kind, explained in upto:
        until = min(explained, step.divided.beyond)
        if until > told:
            yield kind, until - told
            told = until


def _more(amount: Decimal, limit: Bounds) -> Decimal:
    """By how much an amount is certainly more than a limit."""
    return ZERO if limit.at_most is None else max(amount - limit.at_most, ZERO)
