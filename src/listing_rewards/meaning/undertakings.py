"""What was promised: its time, whether it is broken, and whether what is unpaid stays payable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple

from listing_rewards.meaning.register import C, D, F, Finding, Register, T
from listing_rewards.meaning.windows import begins, ends
from listing_rewards.policy.undertakings import Undertaking


class Time(NamedTuple, Generic[T, D]):
    """The time that an undertaking binds.

    Attributes:
        since: the first day; no day where that on which it hangs has not happened.
        until: the last day, included; none at all where it binds always.
        begun: whether that on which it hangs has happened.
        start: the event on whose day it hangs; None where that is the day of a payment.
    """

    since: D
    until: tuple[D, ...]
    begun: T
    start: str | None


def time_bound(m: Register[T, D, F, C], name: str, award: str) -> Time[T, D]:
    """The time for what is not yet paid, or for all of it where it does not run from payments.

    From the earliest event `after`, or that which earned the award (自取得奖励之日起); or from 1
    January of that year or of the next (当年起、次年起). Where it runs from each payment, it has
    not begun for what is unpaid: what breaks it then, does so on whatever day after the event.
    """
    promised = m.policy.relations.undertakings[name]
    start = promised.after or m.policy.award(award).event
    since, begun = m.first(start), m.happened(start)
    if promised.runs_from == "payment":
        return Time(since, (), begun, start)
    since = begins(m, promised.calendar, since)
    return Time(since, _last_day(m, name, award, since), begun, start)


def time_paid(m: Register[T, D, F, C], name: str, award: str, paid_on: D) -> Time[T, D]:
    """The time for what was paid on a day, where it runs from each payment (获得奖励后几年内)."""
    return Time(paid_on, _last_day(m, name, award, paid_on), m.met, None)


def _last_day(m: Register[T, D, F, C], name: str, award: str, since: D) -> tuple[D, ...]:
    """The corresponding day, included; of calendar years, 31 December."""
    promised = m.policy.relations.undertakings[name]
    if not promised.bounded:
        return ()
    path = f"{m.policy.path_of_undertaking(name)}.months"
    months = 12 * promised.years + promised.months
    count = m.count(path, months, "undertaking_months", award)
    return (m.within_calendar(ends(m, promised.calendar, since, count)),)


def kept(m: Register[T, D, F, C], award: str) -> T:
    """Whether all undertakings about an award without which nothing is payable are kept.

    拨付前违反承诺的，不再拨付.
    """
    binding = m.policy.relations.binding[award]
    undertakings = m.policy.relations.undertakings
    return m.all_of(
        m.opposite(broken(m, undertakings[name], time_bound(m, name, award))) for name in binding
    )


def broken(m: Register[T, D, F, C], promised: Undertaking, time: Time[T, D]) -> T:
    """Whether what was promised is broken within its time, as of the as-of date."""
    if promised.kept_by:
        if not time.until:  # it runs from payments, and nothing is paid yet
            return m.not_met
        return m.decide(_not_reached(m, promised.kept_by, time))
    return m.any_of(m.decide(_happened(m, kind, time)) for kind in promised.broken_by)


def _happened(m: Register[T, D, F, C], kind: str, time: Time[T, D]) -> Iterator[Finding[T, D, F]]:
    """Whether an event that breaks it happened within the time (期限内迁出)."""
    reached = m.happened(kind)
    yield Finding("no_start", m.none(time.since), m.all_of([reached, time.begun]))
    yield Finding("no_day", m.no(m.stated(kind)), reached)
    if time.start in m.policy.relations.together:
        other = m.may_have_another_day(time.start)
        yield Finding("no_start", other, m.all_of([reached, m.in_doubt]))
    within = m.falls(kind, since=(time.since,), until=time.until)
    yield Finding("compared", m.always, m.known(within))


def _not_reached(
    m: Register[T, D, F, C], kind: str, time: Time[T, D]
) -> Iterator[Finding[T, D, F]]:
    """Whether the time ended without the event that keeps it (若五年内未上市).

    The event keeps it on any day up to the last one. Not before the day after that it is broken.
    """
    yield Finding("no_start", m.none(time.since), m.all_of([time.begun, m.in_doubt]))
    if time.start in m.policy.relations.together:
        yield Finding("no_start", m.may_have_another_day(time.start), m.in_doubt)
    yield Finding("running", m.not_after(m.as_of, *time.until), m.not_met)
    yield Finding("kept", m.falls(kind, until=time.until), m.not_met)
    yield Finding("no_day", m.no(m.stated(kind)), m.opposite(m.happened(kind)))
    yield Finding("compared", m.always, m.met)
