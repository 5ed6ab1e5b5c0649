"""Findings about when a payment was made, of which no yuan is too much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from listing_rewards.assessment import Assessment, AwardLine, Check
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.held import Held, Walked
from listing_rewards.audit.ledger.standing import due_by_then, refusal
from listing_rewards.audit.ledger.walk import Step
from listing_rewards.money import ZERO
from listing_rewards.truth import Truth


def paid_early(held: Held, walked: Walked, step: Step) -> Iterator[Finding]:
    """What of a payment is due by the day asked for, or will be, and was not on its own day."""
    if not step.divided.due:
        return
    then = held.answer_before(step.paid)
    due = [due_by_then(then.line(name)) for name in walked.pot.awards]
    known = [amount for amount in due if amount is not None]
    if len(known) < len(due):
        return
    early = step.divided.due - max(sum(known, ZERO) - step.before, ZERO)
    if early > 0:
        line = then.line(walked.pot.awards[0])
        check, due_from = _from(line, then)
        yield held.finding(
            "before_due",
            early,
            (step.paid.number,),
            award=step.paid.award,
            ground=check.ground if check else held.policy.grounds[f"awards.{line.award}"],
            check=check,
            due_from=due_from,
            entitled=walked.pot.entitled,
            paid_before=step.same_before,
        )


def _from(line: AwardLine, then: Assessment) -> tuple[Check | None, date | None]:
    """What was not met on the day, and from when it is, as far as that is known."""
    if line.truth is Truth.NOT_MET:
        why = refusal(line, then)
        return why.check, why.due_from
    days = [part.due_on for part in line.instalments if part.due is Truth.NOT_MET and part.due_on]
    return None, min(days, default=None)
