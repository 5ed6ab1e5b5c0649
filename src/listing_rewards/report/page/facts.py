"""What the case states, as tables: what happened, day by day, and the other facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from listing_rewards.case import Payment
from listing_rewards.report.page.periods import periods
from listing_rewards.report.page.totals import digits
from listing_rewards.report.phrasing import Phrasing


class Happening(NamedTuple):
    """A line of the table of days.

    Attributes:
        on: the day.
        what: the event, the payment or the period that was full.
        amount: yuan in digits; empty where there is none.
        note: what else is to be said of it.
    """

    on: date
    what: str
    amount: str = ""
    note: str = ""


def happenings(words: Phrasing) -> list[Happening]:
    """Events, payments and the ends of periods, by day."""
    return sorted([*_events(words), *_payments(words), *_periods(words)])


def _events(words: Phrasing) -> Iterator[Happening]:
    answer = words.answer
    for event in answer.case.events:
        amount = "" if event.amount is None else digits(words, event.amount)
        note = words.say("page.later") if event.on > answer.as_of else ""
        yield Happening(event.on, words.event(event.kind), amount, note)


def _payments(words: Phrasing) -> Iterator[Happening]:
    for payment in words.answer.case.payments:
        what = words.say("page.payment", award=words.award(payment.award))
        yield Happening(payment.on, what, digits(words, payment.amount), _paid(words, payment))


def _paid(words: Phrasing, payment: Payment) -> str:
    notes = []
    if payment.policy not in {None, words.policy.id}:
        notes.append(words.say("page.elsewhere", policy=payment.policy))
    if payment.on > words.answer.as_of:
        notes.append(words.say("page.later"))
    return words.say("policy.list_joint").join(notes)


def _periods(words: Phrasing) -> Iterator[Happening]:
    for each in periods(words):
        notes = [words.say("page.period_text", start=each.started_on, completes=each.completes_on)]
        if each.met_from != each.completes_on:
            notes.append(words.say("page.met_from", day=each.met_from))
        if each.tested_on is not None:
            notes.append(words.say("page.tested", day=each.tested_on))
        yield Happening(
            each.completes_on, each.title, "", words.say("policy.list_joint").join(notes)
        )


def other_facts(words: Phrasing) -> list[tuple[str, str]]:
    """Figures, yes/no facts, properties, approved amounts and what did not happen, as stated.

    In the order in which the policy declares them.
    """
    case, policy = words.answer.case, words.policy
    found = [
        (words.figure(name), words.measured(case.figures[name], words.unit(name), wan=True))
        for name in policy.figures
        if name in case.figures
    ]
    found += [
        (words.flag(name), words.say("page.yes" if case.flags[name] else "page.no"))
        for name in policy.flags
        if name in case.flags
    ]
    found += [
        (words.attribute(name), words.value(name, case.attributes[name]))
        for name in policy.attributes
        if name in case.attributes
    ]
    found += [
        (
            words.say("page.approved", award=words.text(award.title)),
            words.yuan(case.approved[award.id], wan=True),
        )
        for award in policy.awards
        if award.id in case.approved
    ]
    absent = (kind for kind in policy.events if kind in case.absent)
    return found + [(words.event(kind), words.say("page.absent")) for kind in absent]
