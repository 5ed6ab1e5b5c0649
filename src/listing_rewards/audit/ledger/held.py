"""The payments of one enterprise beside its answer: what every finding is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from listing_rewards.assessment import Assessment
from listing_rewards.audit.ledger.finding import Finding, Kind, Note
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.payments import all_payments, with_payments
from listing_rewards.audit.ledger.pots import Pot, pots_of
from listing_rewards.audit.ledger.walk import Paid, Step, walk
from listing_rewards.bounds import Bounds, exactly
from listing_rewards.case import Case
from listing_rewards.evaluation import assess
from listing_rewards.policy.model import Policy


class Walked(NamedTuple):
    """A pot, and its payments in order."""

    pot: Pot
    steps: tuple[Step, ...]


class Held(NamedTuple):
    """An enterprise's payments held against what is due.

    Attributes:
        case: the case as stated.
        answer: what is due by the day asked for, every payment counted.
        lines: its lines of the ledger that are judged, by their place in the ledger.
        payments: those, and what only the case states.
        walked: every pot with its payments.
        notes: what must be told of its payments.
    """

    case: Case
    answer: Assessment
    lines: Mapping[int, LedgerLine]
    payments: Sequence[Paid]
    walked: Sequence[Walked]
    notes: Sequence[Note]

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.answer.policy

    def answer_before(self, paid: Paid) -> Assessment:
        """What was due on the day of a payment, those before it counted."""
        earlier = [each for each in self.payments if each.order < paid.order]
        case = with_payments(self.case, self.policy, earlier, paid.on)
        return assess(case, self.policy, as_of=paid.on)

    def finding(
        self, kind: Kind, amount: Bounds | Decimal, of: Iterable[int | None] = (), **rest: Any
    ) -> Finding:
        """A finding about this enterprise and these lines of the ledger."""
        return Finding(
            kind=kind,
            enterprise=self.case.enterprise.name,
            uscc=self.case.enterprise.uscc,
            lines=tuple(self.lines[number] for number in of if number is not None),
            amount=amount if isinstance(amount, Bounds) else exactly(amount),
            **rest,
        )


def held_against(case: Case, policy: Policy, lines: Mapping[int, LedgerLine], as_of: date) -> Held:
    """The lines of a case's enterprise held against its answer.

    Raises:
        InvalidCase: the case is not one that the policy can answer.
    """
    payments, notes = all_payments(case, policy, lines, as_of)
    counted = with_payments(case, policy, payments, as_of)
    answer = assess(counted, policy, as_of=as_of)
    walked = [Walked(pot, tuple(walk(pot, payments))) for pot in pots_of(answer)]
    return Held(case, answer, lines, payments, walked, notes)
