"""Findings about when a payment was made, of which no yuan is too much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.held import Held, Walked
from listing_rewards.audit.ledger.pots import Pot
from listing_rewards.audit.ledger.slots import Slot
from listing_rewards.audit.ledger.standing import Refusal, due_by_then, refusal
from listing_rewards.audit.ledger.walk import Step
from listing_rewards.money import ZERO
from listing_rewards.truth import NOT_MET


def paid_early(held: Held, walked: Walked, step: Step) -> Iterator[Finding]:
    """What of a payment was not due on its own day, by the days from which it is.

    What is due by the day asked for is ``before_due``, what is due only after it ``not_due_yet``.
    """
    if not step.divided.entitled:
        return
    then = held.answer_before(step.paid)
    limits = [each for each in (walked.pot.due, _due_then(walked.pot, then)) if each is not None]
    if not limits:
        return
    line = then.line(walked.pot.awards[0])
    why = refusal(line, then) if line.truth is NOT_MET else None
    start, end = max(min(limits), step.before), step.before + step.divided.entitled
    for slot, amount in _by_slot(walked.pot, start, end):
        yield held.finding(
            "not_due_yet" if slot and slot.due is NOT_MET else "before_due",
            amount,
            (step.paid.number,),
            award=step.paid.award,
            ground=why.check.ground if why else held.policy.grounds[_place(held, line, slot)],
            check=why.check if why else None,
            due_from=_from(slot, why),
            entitled=walked.pot.entitled,
            paid_before=step.same_before,
        )


def _due_then(pot: Pot, then: Assessment) -> Decimal | None:
    """Yuan that can have been due on the day of a payment, at the most; None: no limit."""
    due = [due_by_then(then.line(name)) for name in pot.awards]
    known = [amount for amount in due if amount is not None]
    return sum(known, ZERO) if len(known) == len(due) else None


def _by_slot(pot: Pot, start: Decimal, end: Decimal) -> Iterator[tuple[Slot | None, Decimal]]:
    """The yuan from `start` to `end`, by when they are due."""
    for slot in pot.slots:
        until = end if slot.until is None else min(slot.until, end)
        if until > start:
            yield slot, until - start
            start = until
    if end > start:
        yield None, end - start


def _place(held: Held, line: AwardLine, slot: Slot | None) -> str:
    """The part of the policy that says when it is due."""
    paid_in = held.policy.award(line.award).paid_in
    return f"instalments.{paid_in}" if slot and paid_in else f"awards.{line.award}"


def _from(slot: Slot | None, why: Refusal | None) -> date | None:
    """The day from which it is due, as far as that is known."""
    days = (slot and slot.due_on, why and why.due_from)
    return max((day for day in days if day), default=None)
