"""What was paid and could be called back after an event, such as moving out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from listing_rewards.assessment import Exposure
from listing_rewards.bounds import exactly
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.making import exposure
from listing_rewards.periods import LATEST, corresponding_day
from listing_rewards.policy.grants import Repayment
from listing_rewards.rules.amounts import rate_of, rounded
from listing_rewards.rules.conditions import granted_when
from listing_rewards.truth import MET, NOT_MET, all_of


def exposures_of(facts: Facts) -> Iterator[Exposure]:
    """Each undertaking, for each award it is about for which something was paid."""
    for name, repayment in facts.policy.repayments.items():
        for award in repayment.awards:
            if facts.paid[award]:
                yield _exposure(name, repayment, award, facts)


def _exposure(name: str, repayment: Repayment, award: str, facts: Facts) -> Exposure:
    rounding = facts.policy.rounding
    share = rate_of(exactly(facts.paid[award]), repayment.share)
    whole = rounded(share, unit=rounding.unit, mode=rounding.mode)
    since = _start(repayment, award, facts)
    until = _end(repayment, since)
    days = [
        event.on
        for event in facts.events.get(repayment.event, ())
        if since is not None and since <= event.on <= (until or LATEST)
    ]
    truth = facts.happened(repayment.event)
    if truth is MET and not days:
        truth = NOT_MET if since else facts.happened(_starts(repayment, award, facts))
    elif since is None:
        truth = all_of([truth, facts.happened(_starts(repayment, award, facts))])
    return exposure(
        repayment=name,
        award=award,
        truth=truth,
        on=days[0] if days else None,
        since=since,
        until=until,
        amount=granted_when(truth, whole),
        at_most=whole.at_least,
        ground=facts.policy.grounds[f"repayments.{name}"],
    )


def _start(repayment: Repayment, award: str, facts: Facts) -> date | None:
    """The day from which the time runs; the earliest where there are several."""
    events = facts.events.get(_starts(repayment, award, facts), [])
    return events[0].on if events else None


def _starts(repayment: Repayment, award: str, facts: Facts) -> str:
    """The event from whose day the time runs."""
    return repayment.after or facts.policy.award(award).earned_by


def _end(repayment: Repayment, since: date | None) -> date | None:
    if since is None or not (repayment.years or repayment.months):
        return None
    return min(corresponding_day(since, years=repayment.years, months=repayment.months), LATEST)
