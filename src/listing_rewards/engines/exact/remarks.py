"""What an answer must tell that changes no amount in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from listing_rewards.assessment import AwardLine, Remark, SeasoningCheck
from listing_rewards.case import Event
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.machine import ExactAwards
from listing_rewards.engines.exact.parts import remark
from listing_rewards.policy.conditions import SeasoningCondition
from listing_rewards.policy.counted import Counted, CountedWindow
from listing_rewards.policy.model import Policy
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN


def remarks_of(
    awards: ExactAwards, lines: Mapping[str, AwardLine], bears_on: Mapping[str, Sequence[str]]
) -> Iterator[Remark]:
    """What does not count, what is odd, and what to mind when paying.

    Args:
        awards: the awards on the case.
        lines: the line of each.
        bears_on: the awards on which each notice bears.
    """
    facts, policy = awards.facts, awards.facts.policy
    first, end = policy.in_force.first, policy.in_force.end
    if facts.as_of < first:
        yield remark(kind="policy_not_begun", on=first)
    if end is not None and facts.as_of > end:
        yield remark(kind="policy_ended", on=end)
    yield from _not_counted(facts)
    yield from _amounts_not_counted(awards)
    if facts.later_applications or facts.relations.tests_application:
        yield from _applications(awards)
    if facts.payments:
        yield from _paid_before_event(policy, facts)
    for award, returns in facts.returns.items():
        for each in returns:
            yield remark(kind="payment_returned", names=(award,), on=each.on, amount=-each.amount)
    yield from _identical_events(facts)
    yield from _implied_events(facts)
    yield from _silence_relied_on(awards)
    if policy.instalments:
        yield from _not_due_yet(lines.values())
    if policy.notices:
        yield from _notices_at_payment(facts, lines, bears_on)


def _not_counted(facts: Facts) -> Iterator[Remark]:
    """Events and payments of later days, and payments under other policies."""
    for event in facts.later_events:
        yield remark(kind="event_later", names=(event.kind,), on=event.on, amount=event.amount)
    for payment in facts.later_payments:
        yield remark(
            kind="payment_later", names=(payment.award,), on=payment.on, amount=payment.amount
        )
    for payment in facts.elsewhere:
        yield remark(
            kind="payment_elsewhere",
            names=(payment.award, payment.policy or ""),
            on=payment.on,
            amount=payment.amount,
        )


def _amounts_not_counted(awards: ExactAwards) -> Iterator[Remark]:
    """What is stated of an event that an award reads, and does not count for it."""
    facts = awards.facts
    for name, reads in awards.relations.reads.items():
        if awards.checked[name].not_reached:
            continue
        for kind, counted in reads:
            base = awards.relations.base(kind, counted)
            counting = facts.in_force(base)
            if facts.happened(base) is UNKNOWN:
                continue
            for event in facts.events.get(kind, ()):
                if event not in counting:
                    yield _amount_not_counted(name, event, counted, facts.policy)


def _applications(awards: ExactAwards) -> Iterator[Remark]:
    """An application on which something is tested, and of which the day is not stated by then."""
    facts = awards.facts
    for name, checked in awards.checked.items():
        if name in facts.later_applications:
            on = facts.later_applications[name]
            yield remark(kind="application_later", names=(name,), on=on)
            continue
        if checked.truth is NOT_MET or name not in awards.relations.tests_application:
            continue
        if name not in facts.applied:
            payments = facts.payments.get(name)
            on = payments[0].on if payments else facts.as_of
            yield remark(kind="application_not_stated", names=(name,), on=on)


def _amount_not_counted(award: str, event: Event, counted: Counted, policy: Policy) -> Remark:
    names: tuple[str, ...] = (award, event.kind)
    on, amount = event.on, event.amount
    if isinstance(counted, CountedWindow):
        names = (*names, counted.event)
        return remark(kind="amount_outside", names=names, on=on, amount=amount)
    if on < policy.in_force.first:
        return remark(kind="amount_too_early", names=names, on=on, amount=amount)
    return remark(kind="amount_too_late", names=names, on=on, amount=amount)


def _paid_before_event(policy: Policy, facts: Facts) -> Iterator[Remark]:
    """A payment for an award whose event happened only later: a slip, or for something else."""
    for award in policy.awards:
        events = facts.events.get(award.event)
        for payment in facts.payments.get(award.id, ()) if events else ():
            if events and payment.on < events[0].on:
                yield remark(
                    kind="payment_before_event",
                    names=(award.id, award.event),
                    on=payment.on,
                    amount=payment.amount,
                )


def _silence_relied_on(awards: ExactAwards) -> Iterator[Remark]:
    """A period met only because the case is silent on an earlier test day, or on a break."""
    silent, asked = awards.facts.silent, dict[str, SeasoningCondition]()
    for award, periods in awards.relations.periods.items():
        if not awards.checked[award].not_reached:
            asked |= periods
    for key, condition in asked.items():
        check = awards.conditions.check(key)
        if not isinstance(check, SeasoningCheck) or check.truth is not MET:
            continue
        if tested := check.tested_event:
            for kind in filter(silent, takewhile(tested.__ne__, condition.tested_kinds)):
                yield remark(kind="tested_in_place", names=(kind, tested), on=check.met_from)
        if condition.restarted_by and silent(condition.restarted_by):
            names = (condition.restarted_by, condition.seasoning)
            yield remark(kind="no_word_on_break", names=names)


def _notices_at_payment(
    facts: Facts, lines: Mapping[str, AwardLine], bears_on: Mapping[str, Sequence[str]]
) -> Iterator[Remark]:
    """A law that the awards' events do not touch, but a payment made from now on would."""
    to_pay = [
        award
        for award, line in lines.items()
        if not (line.payable.nothing and line.withheld.nothing)
    ]
    for notice in facts.policy.notices if to_pay else ():
        if facts.as_of >= notice.since:
            about, raised = notice.awards, bears_on.get(notice.id, ())
            names = [award for award in to_pay if award in about and award not in raised]
            if names:
                yield remark(kind="notice_at_payment", names=(notice.id, *names), on=notice.since)


def _not_due_yet(lines: Iterable[AwardLine]) -> Iterator[Remark]:
    """Parts of an award that is paid over time which are not due on the as-of date."""
    for line in lines:
        for part in line.instalments:
            if part.due is not MET and not part.amount.nothing:
                amount = part.amount.at_least if part.amount.determined else None
                yield remark(kind="not_due_yet", names=(line.award,), on=part.due_on, amount=amount)


def _identical_events(facts: Facts) -> Iterator[Remark]:
    several = [kind for kind, events in facts.events.items() if len(events) > 1]
    for kind in sorted(facts.policy.events.keys() & several):
        stated = Counter((event.on, event.amount) for event in facts.events[kind])
        for (on, amount), times in stated.items():
            if times > 1:
                yield remark(kind="identical_events", names=(kind,), on=on, amount=amount)


def _implied_events(facts: Facts) -> Iterator[Remark]:
    """A stated event implies that those before it happened, although the case is silent on them.

    Of several that are stated, the earliest is named.
    """
    for kind, followers in facts.relations.followers.items():
        if facts.silent(kind) and facts.happened(kind) is NOT_MET:
            stated = [
                (facts.events[each][0].on, each) for each in followers if facts.events.get(each)
            ]
            if stated:
                yield remark(kind="implied_event", names=(kind, min(stated)[1]))
