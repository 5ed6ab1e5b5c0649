"""Findings about what was not paid, and about common caps that are passed whatever is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from listing_rewards.assessment import AwardLine, GroupTotal
from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.held import Held
from listing_rewards.money import ZERO


def gaps(held: Held) -> Iterator[Finding]:
    """What is due and unpaid, award by award, and what may be; then the common caps."""
    unsettled = {
        name
        for pot, steps in held.walked
        if any(step.divided.undecided for step in steps)
        for name in pot.awards
    }
    for line in held.answer.lines:
        certain = line.payable.at_least > 0
        if certain or (not line.payable.nothing and line.award not in unsettled):
            yield _unpaid(held, line)
    for group in held.answer.groups:
        yield from _of_group(held, group)


def _unpaid(held: Held, line: AwardLine) -> Finding:
    paid = [
        step.paid.amount
        for pot, steps in held.walked
        if line.award == pot.awards[0]
        for step in steps
    ]
    return held.finding(
        "unpaid" if line.payable.at_least else "undecided",
        line.payable,
        award=line.award,
        ground=held.policy.grounds[f"awards.{line.award}"],
        entitled=line.entitled,
        paid_before=sum(paid, ZERO),
        needs=line.needs,
        notices=line.notices,
    )


def _of_group(held: Held, group: GroupTotal) -> Iterator[Finding]:
    """What is certain of awards together although it is not known of which."""
    members = {award.id for award in held.policy.awards if award.group == group.group}
    touching = [each for each in held.walked if not members.isdisjoint(each.pot.awards)]
    apart = any(pot.holder is None and not members.issuperset(pot.awards) for pot, _ in touching)
    steps = [step for pot, walked in touching if pot.awards[0] in members for step in walked]
    about: dict[str, Any] = {
        "group": group.group,
        "ground": group.ground,
        "cap": group.cap,
        "entitled": group.entitled,
        "paid_before": group.paid,
    }
    over = group.overpaid.at_least - sum((step.divided.beyond for step in steps), ZERO)
    of = [step.paid.number for step in steps if step.divided.undecided]
    if over > 0 and not apart:
        yield held.finding("above_group_cap", over, of, **about)
    lines = [held.answer.line(name) for name in members]
    short = group.payable.at_least - sum((line.payable.at_least for line in lines), ZERO)
    if short > 0:
        yield held.finding("unpaid", short, **about)
