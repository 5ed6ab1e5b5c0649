"""Findings about payments of which it is not known whether they are due."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.held import Held, Walked
from listing_rewards.audit.ledger.walk import Step
from listing_rewards.bounds import Bounds
from listing_rewards.money import ZERO


def undecided(held: Held, walked: Walked, step: Step) -> Iterator[Finding]:
    """What of a payment may be due or not, with the facts that would decide it."""
    if step.divided.undecided:
        lines = [held.answer.line(name) for name in walked.pot.awards]
        needs = dict.fromkeys(need for line in lines for need in line.needs)
        yield held.finding(
            "undecided",
            Bounds(ZERO, step.divided.undecided),
            (step.paid.number,),
            award=step.paid.award,
            ground=held.policy.grounds[f"awards.{step.paid.award}"],
            entitled=walked.pot.entitled,
            paid_before=step.same_before,
            needs=tuple(needs),
        )
