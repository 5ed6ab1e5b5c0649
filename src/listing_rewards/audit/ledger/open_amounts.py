"""Findings about what stays open: undecided, unpaid, beyond a common cap, or to be called back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Any

from listing_rewards.assessment import AwardLine, GroupTotal
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.review import Allocation, Position, Review
from listing_rewards.policy.source import Text
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds, exactly
from listing_rewards.values.truth import MET


def undecided(review: Review, position: Position, allocation: Allocation) -> Iterator[Finding]:
    """What of a payment may be due or not, with the facts that would decide it."""
    if allocation.divided.undecided:
        award = allocation.payment.award
        lines = [review.answer.line(each) for each in position.entitlement.awards]
        needs = dict.fromkeys(need for line in lines for need in line.needs)
        yield review.finding(
            "undecided",
            Bounds(ZERO, allocation.divided.undecided),
            (allocation.payment.number,),
            award=award,
            ground=review.policy.grounds[f"awards.{award}"],
            entitled=position.entitlement.amount,
            paid_before=allocation.same_before,
            needs=tuple(needs),
        )


def unpaid(
    review: Review, in_question: Collection[str], unread: Collection[int]
) -> Iterator[Finding]:
    """What is due and unpaid, award by award, and what may be.

    Args:
        review: the enterprise's payments.
        in_question: awards that a line may mean which is itself in question; nothing is found
            of them until that is answered.
        unread: rows about the enterprise that cannot be read, so that nothing is certainly unpaid.
    """
    unsettled = {
        award
        for entitlement, allocations in review.positions
        if any(each.divided.undecided for each in allocations)
        for award in entitlement.awards
    }
    for line in review.answer.lines:
        certain = line.payable.at_least > 0
        if line.award not in in_question and (
            certain or (not line.payable.nothing and line.award not in unsettled)
        ):
            finding = _unpaid(review, line)
            yield _perhaps(finding, unread) if unread else finding


def _perhaps(finding: Finding, unread: Collection[int]) -> Finding:
    """What is unpaid but for a row that cannot be read, which may have paid it."""
    rows = ", ".join(map(str, unread))
    fault = Text(
        en=f"row {rows} of the ledger cannot be read and may have paid it",
        zh=f"台账第{rows}行未能读取，可能即为该笔付款",
    )
    amount = Bounds(ZERO, finding.amount.at_most)
    return finding.model_copy(update={"kind": "undecided", "amount": amount, "faults": (fault,)})


def _unpaid(review: Review, line: AwardLine) -> Finding:
    paid = [
        each.payment.amount
        for entitlement, allocations in review.positions
        if line.award == entitlement.awards[0]
        for each in allocations
    ]
    return review.finding(
        "unpaid" if line.payable.at_least else "undecided",
        line.payable,
        award=line.award,
        ground=review.policy.grounds[f"awards.{line.award}"],
        entitled=line.entitled,
        paid_before=sum(paid, ZERO),
        needs=line.needs,
        notices=line.notices,
    )


def common_caps(review: Review, in_question: Collection[str]) -> Iterator[Finding]:
    """What is certain of awards together although it is not known of which."""
    for group in review.answer.groups:
        yield from _common_cap(review, group, in_question)


def _common_cap(
    review: Review, group: GroupTotal, in_question: Collection[str]
) -> Iterator[Finding]:
    members = {award.id for award in review.policy.awards if award.group == group.group}
    touching = [
        each for each in review.positions if not members.isdisjoint(each.entitlement.awards)
    ]
    apart = any(each.holder is None and not members.issuperset(each.awards) for each, _ in touching)
    allocations = [
        each for entitlement, of in touching if entitlement.awards[0] in members for each in of
    ]
    about: dict[str, Any] = {
        "group": group.group,
        "ground": group.ground,
        "cap": group.cap,
        "entitled": group.entitled,
        "paid_before": group.paid,
    }
    over = group.overpaid.at_least - sum((each.divided.beyond for each in allocations), ZERO)
    if over > 0 and not apart:
        of = [each.payment.number for each in allocations if each.divided.undecided]
        yield review.finding("above_group_cap", over, of, **about)
    lines = [review.answer.line(award) for award in members]
    short = group.payable.at_least - sum((line.payable.at_least for line in lines), ZERO)
    if short > 0 and members.isdisjoint(in_question):
        yield review.finding("unpaid", short, **about)


def to_call_back(review: Review) -> Iterator[Finding]:
    """What could be called back, since the event against it happened; never part of a sum.

    What came back since then is taken off; nothing is found where all of it did.
    """
    for each in review.answer.exposures:
        returned = sum(
            (
                part.amount
                for payment in review.payments
                for part in payment.returns
                if part.called_back and part.award == each.award
            ),
            ZERO,
        )
        amount = each.amount.less(exactly(returned))
        if each.truth is MET and not amount.nothing:
            paid = sorted(review.payments, key=attrgetter("order"))
            yield review.finding(
                "exposed",
                amount,
                [payment.number for payment in paid if payment.award == each.award],
                award=each.award,
                ground=each.ground,
                repayment=each.repayment,
                happened_on=each.on,
                returned=returned,
            )
