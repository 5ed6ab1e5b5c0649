"""Findings about yuan that were paid beyond what is due, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from listing_rewards.audit.ledger.entitlement import Standard, refusal, standard_of
from listing_rewards.audit.ledger.finding import Beyond, Earlier, Finding
from listing_rewards.audit.ledger.reconciliation import Placed
from listing_rewards.audit.ledger.returns import Counted
from listing_rewards.audit.ledger.review import Allocation, Position, Review
from listing_rewards.policy.source import Ground
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds
from listing_rewards.values.truth import NOT_MET


def excess(
    review: Review, position: Position, allocation: Allocation
) -> Iterator[tuple[Placed, Finding]]:
    """What of a payment lies beyond what is due, by reason; the parts add up to it."""
    payment = allocation.payment
    for kind, amount, more in _explained(review, position, allocation):
        yield (
            Placed(place=kind, amount=amount),
            review.finding(
                kind,
                amount,
                (payment.number,),
                beyond=True,
                award=payment.award,
                standard=_standard(review, position, payment.award).amount,
                entitled=position.entitlement.amount,
                paid_before=allocation.same_before,
                **more,
            ),
        )


def _explained(
    review: Review, position: Position, allocation: Allocation
) -> Iterator[tuple[Beyond, Decimal, dict[str, Any]]]:
    """Each reason with its yuan, and what it rests on."""
    line = review.answer.line(allocation.payment.award)
    if not allocation.divided.beyond:
        return
    if line.truth is NOT_MET:
        why = refusal(line, review.answer)
        check = {"check": why.check, "ground": why.check.ground, "due_from": why.due_from}
        yield why.kind, allocation.divided.beyond, check
        return
    for kind, amount in _reasons(review, position, allocation):
        yield kind, amount, _basis(kind, review, position, allocation)


def _standard(review: Review, position: Position, award: str) -> Standard:
    """The standard of an award; all that may be paid, where its holder is not known."""
    entitlement = position.entitlement
    if entitlement.holder is None:
        return Standard(entitlement.amount, entitlement.amount, capped=False, deducted=None)
    return standard_of(review.answer.line(award))


def _reasons(
    review: Review, position: Position, allocation: Allocation
) -> Iterator[tuple[Beyond, Decimal]]:
    award, beyond = allocation.payment.award, allocation.divided.beyond
    if position.entitlement.holder in (None, award):
        standard = _standard(review, position, award)
        yield from _by_reason(allocation, standard, position.entitlement.amount)
        return
    again = min(allocation.same_before, beyond)
    if again:
        yield "paid_twice", again
    if beyond > again:
        yield "not_eligible", beyond - again


def _by_reason(
    allocation: Allocation, standard: Standard, entitled: Bounds
) -> Iterator[tuple[Beyond, Decimal]]:
    """What of a payment lies beyond, by why: the first reason takes what it explains, and so on.

    More by itself than the standard (or than the award's own cap), more than what is left of it
    after deductions, more than the common cap leaves, paid for the same award before, and paid
    for another award that counts for this one.

    Args:
        allocation: the payment.
        standard: that of the award it was paid for.
        entitled: what the award is entitled to, after the common cap.
    """
    amount = allocation.payment.amount
    above: Beyond = "above_cap" if standard.capped else "above_standard"
    upto: tuple[tuple[Beyond, Decimal], ...] = (
        (above, _more(amount, standard.amount)),
        ("earlier_award_not_deducted", _more(amount, standard.after)),
        ("above_group_cap", _more(amount, entitled)),
        ("paid_twice", _more(amount, entitled) + allocation.same_before),
        ("earlier_award_not_deducted", amount),
    )
    explained = ZERO
    for kind, most in upto:
        until = min(most, allocation.divided.beyond)
        if until > explained:
            yield kind, until - explained
            explained = until


def _more(amount: Decimal, limit: Bounds) -> Decimal:
    """By how much an amount is certainly more than a limit."""
    return ZERO if limit.at_most is None else max(amount - limit.at_most, ZERO)


def _basis(
    kind: Beyond, review: Review, position: Position, allocation: Allocation
) -> dict[str, Any]:
    """What else a finding rests on: its clause, and the other award or the cap, by its kind."""
    award, grounds = allocation.payment.award, review.policy.grounds
    group = review.policy.award(award).group
    standard = _standard(review, position, award)
    payments = [each.payment for each in position.allocations]
    others = [each.award for each in payments if each.award != award]
    match kind:
        case "above_standard" | "above_cap":
            return {"ground": grounds[f"awards.{award}.amount"]}
        case "above_group_cap":
            cap = next(each.cap for each in review.answer.groups if each.group == group)
            return {"ground": grounds[f"groups.{group}"], "group": group, "cap": cap}
        case "earlier_award_not_deducted" if standard.deducted:
            return {
                "ground": grounds[f"awards.{award}.amount"],
                "other_award": standard.deducted,
                "set_off": standard.amount.less(standard.after).at_least,
            }
        case "earlier_award_not_deducted":
            return {
                "ground": _instead(review, award, others[0]),
                "other_award": others[0],
                "set_off": allocation.before - allocation.same_before,
                "together": allocation.before + allocation.payment.amount,
            }
        case "paid_twice":
            earlier = tuple(_earlier(review, each) for each in allocation.earlier)
            return {"ground": grounds[f"awards.{award}"], "earlier": earlier}
        case "not_eligible":
            holder = str(position.entitlement.holder)
            return {"ground": _instead(review, holder, award), "other_award": holder}
    return {"ground": grounds[f"awards.{award}"]}


def _earlier(review: Review, payment: Counted) -> Earlier:
    """A payment before, with its voucher where the ledger has it."""
    reference = None if payment.number is None else review.lines[payment.number].reference
    return Earlier(on=payment.on, amount=payment.amount, row=payment.row, reference=reference)


def _instead(review: Review, holder: str, other: str) -> Ground:
    """The clause by which one award is given in place of another."""
    for key, best in review.policy.best_of.items():
        if holder in best.awards and other in best.awards:
            return review.policy.grounds[f"best_of.{key}"]
    return review.policy.grounds[f"awards.{holder}"]
