"""Findings about undertakings that did not hold, after what they bind was paid."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.held import Held
from listing_rewards.truth import MET


def exposed(held: Held) -> Iterator[Finding]:
    """What could be called back, since the event against it happened; never part of a sum."""
    for each in held.answer.exposures:
        if each.truth is MET and not each.amount.nothing:
            paid = sorted(held.payments, key=attrgetter("order"))
            yield held.finding(
                "exposed",
                each.amount,
                [payment.number for payment in paid if payment.award == each.award],
                award=each.award,
                ground=each.ground,
                repayment=each.repayment,
                happened_on=each.on,
            )
