"""On which day an undertaking about an award was first broken, as far as that is certain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from listing_rewards.case import Event, Payment
from listing_rewards.policy.model import Policy
from listing_rewards.policy.undertakings import Undertaking

_ONE_DAY = timedelta(days=1)


def first_broken(
    award: str,
    events: Mapping[str, Sequence[Event]],
    payments: Sequence[Payment],
    policy: Policy,
    known_not: Callable[[str], bool],
) -> date | None:
    """The first day on which any undertaking about an award is broken; None where none is.

    One that something be done by a day is broken on the day after it, be that still to come.

    Args:
        award: the award.
        events: what has happened, by kind, the earliest first.
        payments: what was paid for the award.
        policy: the policy.
        known_not: whether an event that is not among `events` certainly did not happen.
    """
    days: list[date] = []
    for promised in policy.relations.undertakings.values():
        if award not in promised.awards:
            continue
        for since, until in _times(promised, award, events, payments, policy):
            days += _breaches(promised, since, until, events, known_not)
    return min(days, default=None)


def _times(
    promised: Undertaking,
    award: str,
    events: Mapping[str, Sequence[Event]],
    payments: Sequence[Payment],
    policy: Policy,
) -> Iterator[tuple[date, date]]:
    """The first and the last day of each time that it binds."""
    if promised.runs_from == "payment":
        yield from ((each.on, promised.last_day(each.on)) for each in payments)
    elif begun := events.get(promised.after or policy.award(award).event):
        since = promised.first_day(begun[0].on)
        yield since, promised.last_day(since)


def _breaches(
    promised: Undertaking,
    since: date,
    until: date,
    events: Mapping[str, Sequence[Event]],
    known_not: Callable[[str], bool],
) -> Iterator[date]:
    """The days on which it is broken, of one time."""
    kind = promised.kept_by
    if kind is None:
        found = [each.on for each_kind in promised.broken_by for each in events.get(each_kind, ())]
        yield from (day for day in found if since <= day <= until)
        return
    happened = events.get(kind, ())
    if happened[0].on > until if happened else known_not(kind):
        yield until + _ONE_DAY
