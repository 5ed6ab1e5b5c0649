"""The payments of one enterprise: those of the ledger, and those that its case states besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from listing_rewards.audit.ledger.finding import Note
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.walk import Paid
from listing_rewards.case import Case, Payment
from listing_rewards.money import FEN, LIMIT, ZERO
from listing_rewards.policy.model import Policy


def all_payments(
    case: Case, policy: Policy, lines: Mapping[int, LedgerLine], as_of: date
) -> tuple[list[Paid], list[Note]]:
    """The payments that count by a day, each once, and what must be told of them.

    A payment of the case that a line of the ledger has too (same award, day and amount) is that
    line. The others are paid besides the ledger.
    """
    paid = [Paid(line.award, line.on, line.amount, i, line.row) for i, line in lines.items()]
    free = {i: (line.award, line.on, line.amount) for i, line in lines.items()}
    notes = []
    for payment in case.payments:
        if payment.on > as_of or not policy.counts(payment.policy):
            continue
        wanted = (payment.award, payment.on, payment.amount)
        number = next((i for i, key in free.items() if key == wanted), None)
        if number is None:
            paid.append(Paid(*wanted))
        else:
            del free[number]
        notes.append(
            Note(
                kind="not_in_ledger" if number is None else "same_payment",
                enterprise=case.enterprise.name,
                award=payment.award,
                on=payment.on,
                amount=payment.amount,
                row=0 if number is None else lines[number].row,
            )
        )
    return paid, notes


def with_payments(case: Case, policy: Policy, paid: Iterable[Paid], as_of: date) -> Case:
    """The case with these payments in place of its own that count.

    What was paid for one award on one day is one payment, so that a sum paid twice on one day is
    not taken for a slip of the pen.
    """
    sums: dict[tuple[str, date], Decimal] = {}
    for each in paid:
        key = each.award, each.on
        sums[key] = sums.get(key, ZERO) + each.amount
    others = [each for each in case.payments if each.on > as_of or not policy.counts(each.policy)]
    counted = [
        Payment(award=award, on=on, amount=part)
        for (award, on), amount in sums.items()
        for part in _parts(amount)
    ]
    return case.model_copy(update={"payments": (*others, *counted)})


def _parts(amount: Decimal) -> Iterator[Decimal]:
    """A sum as payments none of which is too large for one, or the same as another."""
    most = LIMIT
    while True:
        most -= FEN
        yield min(amount, most)
        amount -= most
        if amount <= 0:
            return
