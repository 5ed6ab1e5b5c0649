"""Findings about when a payment was made, of which no yuan is too much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import AwardLine
from listing_rewards.audit.ledger.entitlement import (
    Entitlement,
    Refusal,
    Tranche,
    due_by_then,
    refusal,
)
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.review import Allocation, Position, Review
from listing_rewards.values.truth import NOT_MET


def paid_early(review: Review, position: Position, allocation: Allocation) -> Iterator[Finding]:
    """What of a payment was not due on its own day, by the days from which it is.

    What is due by the as-of date is ``before_due``, what is due only after it ``not_due_yet``.
    """
    if not allocation.divided.entitled:
        return
    entitlement = position.entitlement
    then = review.answer_before(allocation.payment)
    due_then = due_by_then(then.line(award) for award in entitlement.awards)
    limits = [each for each in (entitlement.due, due_then) if each is not None]
    if not limits:
        return
    line = then.line(entitlement.awards[0])
    why = refusal(line, then) if line.truth is NOT_MET else None
    end = allocation.before + allocation.divided.entitled
    for tranche, amount in _by_tranche(entitlement, max(min(limits), allocation.before), end):
        yield review.finding(
            "not_due_yet" if tranche and tranche.due is NOT_MET else "before_due",
            amount,
            (allocation.payment.number,),
            award=allocation.payment.award,
            ground=why.check.ground if why else review.policy.grounds[_part(review, line, tranche)],
            check=why.check if why else None,
            due_from=_from(tranche, why),
            entitled=entitlement.amount,
            paid_before=allocation.same_before,
        )


def _by_tranche(
    entitlement: Entitlement, start: Decimal, end: Decimal
) -> Iterator[tuple[Tranche | None, Decimal]]:
    """The yuan from `start` to `end`, by when they are due."""
    for tranche in entitlement.tranches:
        until = end if tranche.until is None else min(tranche.until, end)
        if until > start:
            yield tranche, until - start
            start = until
    if end > start:
        yield None, end - start


def _part(review: Review, line: AwardLine, tranche: Tranche | None) -> str:
    """The part of the policy that says when it is due."""
    paid_in = review.policy.award(line.award).paid_in
    return f"instalments.{paid_in}" if tranche and paid_in else f"awards.{line.award}"


def _from(tranche: Tranche | None, why: Refusal | None) -> date | None:
    """The day from which it is due, as far as that is known."""
    days = (tranche and tranche.due_on, why and why.due_from)
    return max((day for day in days if day), default=None)


def laws_in_force(review: Review, number: int) -> Iterator[Finding]:
    """The laws that asked for a review on the day of a payment."""
    line = review.lines[number]
    notices = tuple(
        notice.id
        for notice in review.policy.notices
        if line.award in notice.awards and line.on >= notice.since
    )
    if line.amount and notices:
        yield review.finding("notice", line.amount, (number,), award=line.award, notices=notices)
