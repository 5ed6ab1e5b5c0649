"""Days of a document that do not fit together, or that somebody should look at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from listing_rewards.errors import fault
from listing_rewards.periods import corresponding_day
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.lint.finding import Finding, advice, error
from listing_rewards.policy.model import Policy


def issued_after_published(policy: Policy) -> Iterator[Finding]:
    """A document that was posted before the day it bears."""
    issued, published = policy.document.issued, policy.document.published
    if issued is not None and published is not None and published < issued:
        path = "document.issued"
        yield error(fault("issued_after_published", path=path, issued=issued, published=published))


def reaches_back(policy: Policy) -> Iterator[Finding]:
    """A policy whose days begin before the day on the document."""
    issued, first = policy.document.issued, policy.in_force.first
    if issued is not None and first < issued:
        yield advice(fault("reaches_back", path="in_force.first", first=first, issued=issued))


def values_outside_the_days(policy: Policy) -> Iterator[Finding]:
    """A dated value that begins after the policy's last day, or a first one that leaves a gap."""
    in_force = policy.in_force
    for award in policy.awards:
        if not isinstance(award.amount, DatedAmount):
            continue
        path = f"awards.{award.id}.amount.dated"
        begins = award.amount.dated[0].since
        if begins > in_force.first and (in_force.end is None or begins <= in_force.end):
            eve = begins - timedelta(days=1)
            first = in_force.first
            yield advice(fault("nothing_at_first", path=f"{path}[0].since", first=first, eve=eve))
        for i, value in enumerate(award.amount.dated):
            if in_force.end is not None and value.since > in_force.end:
                since, where = value.since, f"{path}[{i}].since"
                yield advice(fault("value_too_late", path=where, since=since, last=in_force.end))


def not_confirmed(policy: Policy, as_of: date) -> Iterator[Finding]:
    """Numbers for which nobody has signed within the year before a day."""
    confirmed = policy.document.confirmed
    if confirmed is None:
        yield advice(fault("never_confirmed", path="document.confirmed"))
    elif as_of > corresponding_day(confirmed.on, years=1):
        path = "document.confirmed.on"
        yield advice(fault("confirmed_long_ago", path=path, on=confirmed.on, day=as_of))
