"""On which day a condition is tested: of the event, application or payment, or as of today."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.meaning.register import C, D, F, Finding, Register, T
from listing_rewards.policy.conditions import TestDay
from listing_rewards.policy.relations import Asked


def test_day(m: Register[T, D, F, C], test: TestDay, asked: Asked) -> D:
    """The day on which a condition is tested of an award (申请时、发放时、截至目前).

    The event: the earliest of the policy's days on which the award was earned. The application:
    its day; not stated, it was made by the first payment at the latest, or by the as-of date where
    nothing was paid, and is tested as if made then. The payment: the last one by the as-of date;
    as long as nothing was paid, and before a further payment, the as-of date.
    """
    if tested_as_of(test, asked):
        return m.as_of
    if test == "event":
        return m.named_day("day_of_event", m.first_in_force(m.policy.award(asked.award).event))
    if test == "payment":
        return m.named_day("day_of_payment", _or_as_of(m, m.last_paid(asked.award)))
    stated, latest = m.applied(asked.award), _or_as_of(m, m.applied_by(asked.award))
    day = m.first_day([(m.no(m.none(stated)), stated), (m.always, latest)])
    return m.named_day("day_of_application", day)


def tested_as_of(test: TestDay, asked: Asked) -> bool:
    """Whether a condition is tested as of the as-of date.

    What is tested on a payment is, before a further one, and where it is asked of no award.
    """
    return test == "as_of" or (test == "payment" and (asked.now or not asked.award))


def _or_as_of(m: Register[T, D, F, C], day: D) -> D:
    return m.first_day([(m.no(m.none(day)), day), (m.always, m.as_of)])


def day_unknown(m: Register[T, D, F, C], test: TestDay, asked: Asked) -> Iterator[Finding[T, D, F]]:
    """That the day on which an award is earned is not known, where a test asks for it."""
    if test == "event":
        yield from not_earned(m, asked)


def not_earned(m: Register[T, D, F, C], asked: Asked) -> Iterator[Finding[T, D, F]]:
    """That no day is known on which an award is earned, or that it may be an earlier one."""
    event = m.policy.award(asked.award).event
    yield Finding("test_day_unknown", m.none(m.first_in_force(event)), m.in_doubt)
    if event in m.policy.relations.together:
        yield Finding("test_day_unknown", m.may_have_another_day(event), m.in_doubt)
