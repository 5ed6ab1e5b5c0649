"""On which day an undertaking about an award was first broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from listing_rewards.case import Event
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import LATEST, corresponding_day


def first_broken(award: str, events: Mapping[str, Sequence[Event]], policy: Policy) -> date | None:
    """The first day on which any undertaking about an award was broken; None where none was.

    Args:
        award: the award.
        events: what has happened, by kind, the earliest first.
        policy: the policy.
    """
    days = []
    for repayment in policy.repayments.values():
        begun = events.get(repayment.after or policy.award(award).event)
        if award not in repayment.awards or not begun:
            continue
        since, until = begun[0].on, LATEST
        if repayment.years or repayment.months:
            end = corresponding_day(since, years=repayment.years, months=repayment.months)
            until = min(end, LATEST)
        against = events.get(repayment.event, ())
        days += [event.on for event in against if since <= event.on <= until]
    return min(days, default=None)
