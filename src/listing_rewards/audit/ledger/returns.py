"""Money that came back: how a line says so, and which payment it is set against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Literal, NamedTuple

from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.case import code_key
from listing_rewards.values.money import ZERO

_CAME_BACK = (
    "退回|退还|退款|退汇|退票|退库|追回|追缴|收回|缴回|交回|冲销|冲回|冲红|冲正|红冲|红字"
    r"|\brefund(?:ed)?\b|\breturned\b|\brevers(?:al|ed)\b|\brecovered\b|\bclaw(?:ed )?back\b"
)
_SAYS = re.compile(_CAME_BACK, re.IGNORECASE)
_NOT_YET = re.compile(
    r"(?:(?<![相对适响])[应须需拟待将]\w{0,2}|未\w{0,2}|不[予用须需必再]?|无[须需]"
    rf"|责令|要求|\bnot (?:yet )?|\bto be )(?:{_CAME_BACK})",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"重新?(?:支付|拨付|发放|汇款|打款|付|拨|发|汇)|再次?(?:支付|拨付|发放|付|拨)|补[付发拨]"
    r"|\bpaid again\b|\brepaid\b",
    re.IGNORECASE,
)


def said_of_return(remark: str | None) -> Literal["returned", "paid"] | None:
    """What a remark on a positive amount says of money that came back; None: nothing.

    Money that should come back, or that was paid again after it came back, is money paid.

    >>> [said_of_return(each) for each in ("账号有误退回", "退回后重新支付", "应追回", "旧办法")]
    ['returned', 'paid', 'paid', None]
    """
    if not remark or not _SAYS.search(remark):
        return None
    return "paid" if _NOT_YET.search(remark) or _AGAIN.search(remark) else "returned"


def as_signed(line: LedgerLine) -> LedgerLine:
    """The line, below 0 where a positive amount came back by its remark."""
    if line.amount <= 0 or said_of_return(line.remark) != "returned":
        return line
    levels = {level: -stated for level, stated in line.levels.items()}
    return line.model_copy(update={"amount": -line.amount, "levels": levels})


class Return(NamedTuple):
    """Money that came back.

    Attributes:
        award: what had been paid for.
        on: the day it came back.
        amount: yuan, above 0.
        number: its place among the lines of the ledger; None where only the case states it.
        row: its row in the ledger's file.
        voucher: the voucher of the payment, or its own, which may be the same.
        called_back: whether it came back after an undertaking did not hold, so that the payment
            still counts as made.
    """

    award: str
    on: date
    amount: Decimal
    number: int | None = None
    row: int = 0
    voucher: str | None = None
    called_back: bool = False

    @property
    def order(self) -> tuple[date, bool, int, int]:
        """By day, what only the case states first, then by row and place in the ledger."""
        return self.on, self.number is not None, self.row, self.number or 0


class Counted(NamedTuple):
    """A payment that counts.

    Attributes:
        award: what it was paid for.
        on: the day.
        gross: yuan that were paid.
        number: its place among the lines of the ledger; None where only the case states it.
        row: its row in the ledger's file.
        voucher: its voucher.
        returns: what of it came back.
    """

    award: str
    on: date
    gross: Decimal
    number: int | None = None
    row: int = 0
    voucher: str | None = None
    returns: tuple[Return, ...] = ()

    @property
    def order(self) -> tuple[date, bool, int, int]:
        """By day, what only the case states first, then by row and place in the ledger."""
        return self.on, self.number is not None, self.row, self.number or 0

    @property
    def amount(self) -> Decimal:
        """Yuan that count as paid."""
        return self.amount_by(date.max)

    def amount_by(self, day: date) -> Decimal:
        """Yuan that count as paid by a day, included."""
        return self.gross - sum(
            (each.amount for each in self.returns if each.on <= day and not each.called_back), ZERO
        )

    @property
    def left(self) -> Decimal:
        """Yuan that can still come back."""
        return self.gross - sum((each.amount for each in self.returns), ZERO)


class SetAgainst(NamedTuple):
    """Payments with what of each came back, and what came back of no payment that is known."""

    payments: list[Counted]
    unmatched: list[Return]


def set_against(payments: Iterable[Counted], returns: Iterable[Return]) -> SetAgainst:
    """Each return set against the payment of its voucher, then the latest ones of its award.

    A payment of a later day cannot have come back.
    """
    counted = sorted(payments, key=attrgetter("order"))
    unmatched: list[Return] = []
    for came_back in sorted(returns, key=attrgetter("order")):
        rest = came_back.amount
        for place in _candidates(counted, came_back):
            payment = counted[place]
            taken = min(payment.left, rest)
            if taken:
                part = came_back._replace(amount=taken)
                counted[place] = payment._replace(returns=(*payment.returns, part))
                rest -= taken
        if rest:
            unmatched.append(came_back._replace(amount=rest))
    return SetAgainst(counted, unmatched)


def _candidates(payments: Sequence[Counted], came_back: Return) -> list[int]:
    """The payments that may have come back: of its voucher first, then the latest first."""
    voucher = code_key(came_back.voucher)
    places = [
        place
        for place, each in enumerate(payments)
        if each.award == came_back.award and each.on <= came_back.on
    ]
    return sorted(
        places,
        key=lambda place: (bool(voucher) and code_key(payments[place].voucher) == voucher, place),
        reverse=True,
    )
