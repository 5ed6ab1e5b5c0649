"""Findings about when a payment was made, of which no yuan is too much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import AwardLine, Need
from listing_rewards.audit.ledger.entitlement import (
    Entitlement,
    Refusal,
    Tranche,
    due_by_then,
    refusal,
)
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.review import Allocation, Position, Review
from listing_rewards.audit.ledger.settled import settled_by
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds
from listing_rewards.values.truth import NOT_MET, UNKNOWN


def paid_early(review: Review, position: Position, allocation: Allocation) -> Iterator[Finding]:
    """What of a payment was not due on its own day, by the days from which it is.

    What is due by the as-of date is ``before_due``, what is due only after it ``not_due_yet``.
    """
    if not allocation.divided.entitled:
        return
    entitlement = position.entitlement
    end = allocation.before + allocation.divided.entitled
    if all(settled_by(review.answer, each, allocation.payment.on) for each in entitlement.awards):
        now = due_by_then(review.answer.line(award) for award in entitlement.awards)
        if entitlement.due is None and now is not None and end <= now:
            return
    then = review.answer_before(allocation.payment)
    due_then = due_by_then(then.line(award) for award in entitlement.awards)
    limits = [each for each in (entitlement.due, due_then) if each is not None]
    if not limits:
        return
    line = then.line(entitlement.awards[0])
    why = refusal(line, then) if line.truth is NOT_MET else None
    start = max(min(limits), allocation.before)
    for tranche, amount in _by_tranche(review, entitlement, start, end):
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


def due_in_doubt(review: Review, position: Position, allocation: Allocation) -> Iterator[Finding]:
    """What of a payment is an instalment of which it is not known whether it is due.

    It waits for an event that the case does not state.
    """
    start, end = allocation.before, allocation.before + allocation.divided.entitled
    doubtful = sum(
        (
            amount
            for tranche, amount in _by_tranche(review, position.entitlement, start, end)
            if tranche and tranche.due is UNKNOWN
        ),
        ZERO,
    )
    if doubtful:
        award = position.entitlement.awards[0]
        yield review.finding(
            "undecided",
            Bounds(ZERO, doubtful),
            (allocation.payment.number,),
            award=allocation.payment.award,
            ground=review.policy.grounds[f"instalments.{review.policy.award(award).paid_in}"],
            entitled=position.entitlement.amount,
            paid_before=allocation.same_before,
            needs=tuple(_events_awaited(review, award)),
            in_doubt="due",
        )


def _events_awaited(review: Review, award: str) -> Iterator[Need]:
    """The events that instalments of an award wait for and that may or may not have happened."""
    paid_in = review.policy.award(award).paid_in or ""
    parts = review.policy.instalments[paid_in].parts
    for part, line in zip(parts, review.answer.line(award).instalments, strict=True):
        if line.due is UNKNOWN and part.event:
            yield Need(kind="event", name=part.event, on=None, awards=(award,))


def _by_tranche(
    review: Review, entitlement: Entitlement, start: Decimal, end: Decimal
) -> Iterator[tuple[Tranche | None, Decimal]]:
    """The yuan from `start` to `end`, by when they are due.

    In the ledger of one level, what may come from rounding is none: its part of several
    instalments is rounded at once or each by itself.
    """
    rounded = ZERO
    if review.level:
        rounded = review.policy.rounding.unit * len(entitlement.tranches)
    for tranche in entitlement.tranches:
        until = end if tranche.until is None else min(tranche.until, end)
        if until > start + rounded:
            yield tranche, until - start
        start = max(start, until)
    if end > start + rounded:
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
