"""Undertakings that are broken, and what was paid and could be called back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from listing_rewards.assessment import AwardLine, Exposure
from listing_rewards.engines.exact.days import Day
from listing_rewards.engines.exact.parts import exposure
from listing_rewards.engines.exact.register import ExactRegister
from listing_rewards.meaning.undertakings import Time, broken, time_bound, time_paid
from listing_rewards.policy.undertakings import Undertaking
from listing_rewards.rules.amounts import rate_of, rounded
from listing_rewards.rules.conditions import granted_when
from listing_rewards.values.day import LATEST
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import exactly
from listing_rewards.values.truth import MET, NOT_MET, Truth

_ONE_DAY = timedelta(days=1)


def exposures_of(m: ExactRegister, lines: Mapping[str, AwardLine]) -> Iterator[Exposure]:
    """Each undertaking, for each award it is about for which something was paid.

    And where it is broken for certain, for each that is not refused, whatever was paid.
    """
    for name, promised in m.policy.relations.undertakings.items():
        for award in promised.awards:
            found = [*_of_payments(m, name, award)]
            refused = lines[award].truth is NOT_MET
            yield from found or ([] if refused else _where_nothing_was_paid(m, name, award))


def _of_payments(m: ExactRegister, name: str, award: str) -> Iterator[Exposure]:
    """What was paid, together or, where the time runs from each payment, payment by payment."""
    paid, back = m.facts.paid[award], m.facts.called_back[award]
    promised = m.policy.relations.undertakings[name]
    if promised.runs_from != "payment":
        if paid:
            yield _exposure(m, name, award, time_bound(m, name, award), paid, back)
        return
    for on, amount in _kept_of_each_payment(m, award):
        time = time_paid(m, name, award, on)
        taken = ZERO
        if back and broken(m, promised, time) is MET:
            taken = min(back, amount)
            back -= taken
        yield _exposure(m, name, award, time, amount, taken)


def _kept_of_each_payment(m: ExactRegister, award: str) -> list[tuple[date, Decimal]]:
    """What of each payment was not returned; what was returned is taken off the latest first."""
    payments = [(each.on, each.amount) for each in m.facts.payments.get(award, ())]
    returned = sum([amount for _, amount in payments], ZERO) - m.facts.paid[award]
    found: list[tuple[date, Decimal]] = []
    for on, amount in reversed(payments):
        taken = min(returned, amount)
        returned -= taken
        if amount > taken:
            found.append((on, amount - taken))
    return found[::-1]


def _where_nothing_was_paid(m: ExactRegister, name: str, award: str) -> Iterator[Exposure]:
    time = time_bound(m, name, award)
    if broken(m, m.policy.relations.undertakings[name], time) is MET:
        yield _exposure(m, name, award, time, ZERO, ZERO)


def _exposure(
    m: ExactRegister, name: str, award: str, time: Time[Truth, Day], paid: Decimal, back: Decimal
) -> Exposure:
    promised, rounding = m.policy.relations.undertakings[name], m.policy.rounding
    share = rate_of(exactly(paid), promised.called_back)
    whole = rounded(share, unit=rounding.unit, mode=rounding.mode).less(exactly(back))
    truth = broken(m, promised, time)
    (until,) = time.until or (None,)
    return exposure(
        repayment=name,
        award=award,
        truth=truth,
        on=_broken_on(m, promised, time.since, until, truth),
        since=time.since,
        until=until,
        amount=granted_when(truth, whole),
        at_most=whole.at_least,
        ground=m.policy.grounds[m.policy.path_of_undertaking(name)],
    )


def _broken_on(
    m: ExactRegister, promised: Undertaking, since: Day, until: Day, truth: Truth
) -> Day:
    """The first day on which it was broken for certain."""
    if since is None:
        return None
    if promised.kept_by:
        return until + _ONE_DAY if truth is MET and until else None
    last = until or LATEST
    days = [m.first(kind, not_before=since, until=last) for kind in promised.broken_by]
    return min([day for day in days if day], default=None)
