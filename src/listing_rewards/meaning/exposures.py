"""What was paid and could be called back after an event, such as moving out (退还)."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.meaning.register import C, D, F, Finding, Register, T
from listing_rewards.policy.grants import Repayment


def exposed_since(m: Register[T, D, F, C], repayment: Repayment, award: str) -> D:
    """The day from which the time runs: of the earliest event `after`, or of the award's own."""
    return m.first(_starts(m, repayment, award))


def exposed_until(
    m: Register[T, D, F, C], name: str, repayment: Repayment, award: str, since: D
) -> D | None:
    """The last day of the time, included; None where it binds always (享受奖励后几年内)."""
    months = 12 * repayment.years + repayment.months
    if not months:
        return None
    later = m.count(f"repayments.{name}.months", months, "repayment_months", award)
    return m.within_calendar(m.later(since, later))


def exposed(
    m: Register[T, D, F, C], repayment: Repayment, award: str, since: D, until: D | None
) -> Iterator[Finding[T, D, F]]:
    """Whether the event happened within the time: what was paid for an award is then exposed."""
    event = repayment.event
    reached = m.happened(event)
    start = _starts(m, repayment, award)
    started = m.happened(start)
    yield Finding("no_start", m.none(since), m.all_of([reached, started]))
    yield Finding("no_day", m.no(m.stated(event)), reached)
    if start in m.policy.relations.together:
        yield Finding("no_start", m.may_have_another_day(start), m.all_of([reached, m.in_doubt]))
    within = m.falls(event, since=(since,), until=() if until is None else (until,))
    yield Finding("compared", m.always, m.known(within))


def _starts(m: Register[T, D, F, C], repayment: Repayment, award: str) -> str:
    """The event from whose day the time runs."""
    return repayment.after or m.policy.award(award).event
