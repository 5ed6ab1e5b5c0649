"""The tables of the page: head, totals, facts as the case states them, awards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import AwardLine
from listing_rewards.case import Payment
from listing_rewards.policy.figures import stated_in_order
from listing_rewards.report.capitals import capitals
from listing_rewards.report.page.signing import not_to_be_signed
from listing_rewards.report.page.timeline import periods
from listing_rewards.report.phrasing import Phrasing, shortened
from listing_rewards.values.money import write_wan, write_yuan
from listing_rewards.values.range import Bounds, exactly


class Total(NamedTuple):
    """One amount of the whole answer.

    Attributes:
        label: what it is.
        amount: in words of the report.
        wan: in 万元; empty where it is not large enough.
        capitals: in capital numerals behind 人民币; empty where nothing is to be signed.
    """

    label: str
    amount: str
    wan: str
    capitals: str


def headline(words: Phrasing) -> list[Total]:
    """What is payable; where that is not determined, what is certain and the most it can be."""
    answer = words.answer
    if answer.determined:
        total = _total(words, "page.payable", answer.payable)
        return [total._replace(capitals="") if not_to_be_signed(words) else total]
    return [
        _total(words, key, amount)._replace(capitals="")
        for key, amount in (
            ("page.certain", answer.payable),
            ("page.at_most", answer.payable_at_most),
        )
    ]


def _total(words: Phrasing, key: str, amount: Decimal | None) -> Total:
    label = words.say(key)
    if amount is None:
        return Total(label, words.say("page.no_limit"), "", "")
    wan = words.say("page.wan", wan=write_wan(amount)) if amount >= _TEN_THOUSAND else ""
    written = words.say("page.in_capitals", capitals=capitals(amount))
    return Total(label, words.yuan(amount), wan, written)


_TEN_THOUSAND = 10_000


def other_totals(words: Phrasing) -> Iterator[tuple[str, str]]:
    """What is entitled, paid, overpaid and withheld, each with its label."""
    answer = words.answer
    yield words.say("page.entitled"), words.bounds(answer.entitled)
    yield words.say("page.paid"), words.yuan(answer.paid)
    yield words.say("page.overpaid"), words.bounds(answer.overpaid)
    yield words.say("page.withheld"), words.bounds(answer.withheld)


def digits(words: Phrasing, amount: Bounds | Decimal) -> str:
    """Yuan as a cell of a table shows them: digits, or both ends of a range."""
    bounds = exactly(amount) if isinstance(amount, Decimal) else amount
    least = shortened(write_yuan(bounds.at_least))
    if bounds.at_most is None:
        return words.say("page.from", least=least)
    if bounds.determined:
        return least
    return words.say("page.between", least=least, most=shortened(write_yuan(bounds.at_most)))


_OFFICIAL = ("http://", "https://")


class Particular(NamedTuple):
    """One line of the head.

    Attributes:
        label: what it is.
        text: what it says.
        link: the address it leads to; empty where it leads nowhere.
    """

    label: str
    text: str
    link: str = ""


def particulars(words: Phrasing) -> list[Particular]:
    """The enterprise, the document and the as-of date; what is not stated is left out."""
    return [
        Particular(words.say(key), str(value), link_to(value) if key == "page.url" else "")
        for key, value in _stated(words)
        if value is not None
    ]


def _stated(words: Phrasing) -> Iterator[tuple[str, object]]:
    policy, enterprise = words.policy, words.answer.case.enterprise
    document = policy.document
    yield "page.enterprise", enterprise.name
    yield "page.uscc", enterprise.uscc
    yield "page.county", enterprise.county
    yield "page.document", words.say("page.titled", title=words.text(document.title))
    yield "page.issuer", words.text(document.issuer)
    yield "page.number", document.number
    yield "page.issued", document.issued
    yield "page.url", document.url
    yield "page.policy_id", policy.id
    yield "page.in_force", _days(words)
    yield "page.as_of", words.answer.as_of


def _days(words: Phrasing) -> str:
    days = words.policy.in_force
    text = words.say(
        "checks.days" if days.end else "checks.days_open", first=days.first, last=days.end
    )
    if days.repealed is not None:
        text += words.say("page.repealed")
    return text + words.part_source("in_force")


def link_to(address: object) -> str:
    """The address as a link; nothing where it is no address of a site.

    >>> link_to("https://www.example.gov.cn/a"), link_to("javascript:alert(1)")
    ('https://www.example.gov.cn/a', '')
    """
    text = str(address)
    return text if text.lower().startswith(_OFFICIAL) else ""


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
        notes = [words.say("page.later")] if event.on > answer.as_of else []
        note = _notes(words, notes, event.evidence)
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
    return _notes(words, notes, payment.evidence)


def _notes(words: Phrasing, notes: list[str], evidence: str | None) -> str:
    """What is to be said of a day, and what proves it."""
    proof = [words.say("page.evidence", evidence=evidence)] if evidence else []
    return words.say("policy.list_joint").join([*notes, *proof])


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


class Fact(NamedTuple):
    """A line of the table of facts that have no day.

    Attributes:
        label: what it is.
        stated: what the case states.
        evidence: what proves it; empty where the case names nothing.
    """

    label: str
    stated: str
    evidence: str


def other_facts(words: Phrasing) -> list[Fact]:
    """Figures, yes/no facts, properties, approved amounts and what did not happen, as stated.

    In the order in which the policy declares them.
    """
    proofs = words.answer.case.evidence
    return [
        Fact(label, stated, proofs.get(place, "")) for place, label, stated in _other_facts(words)
    ]


def _other_facts(words: Phrasing) -> list[tuple[str, str, str]]:
    """Each with its place in the case and its label."""
    case, policy = words.answer.case, words.policy
    found = [
        (
            f"figures.{name}",
            words.figure(name),
            words.measured(case.figures[name], words.unit(name), wan=True),
        )
        for name in stated_in_order(case.figures, policy.figures)
    ]
    found += [
        (
            f"flags.{name}",
            words.flag(name),
            words.say("page.yes" if case.flags[name] else "page.no"),
        )
        for name in policy.flags
        if name in case.flags
    ]
    found += [
        (f"attributes.{name}", words.attribute(name), words.value(name, case.attributes[name]))
        for name in policy.attributes
        if name in case.attributes
    ]
    found += [
        (
            f"approved.{award.id}",
            words.say("page.approved", award=words.text(award.title)),
            words.yuan(case.approved[award.id], wan=True),
        )
        for award in policy.awards
        if award.id in case.approved
    ]
    found += _applications(words)
    absent = (kind for kind in policy.events if kind in case.absent)
    return found + [
        (f"absent.{kind}", words.event(kind), words.say("page.absent")) for kind in absent
    ]


def _applications(words: Phrasing) -> list[tuple[str, str, str]]:
    """The day on which each award was applied for, as stated."""
    applied = words.answer.case.applied
    return [
        (f"applied.{each.id}", words.say("page.applied", award=words.text(each.title)), str(on))
        for each in words.policy.awards
        if (on := applied.get(each.id)) is not None
    ]


class AwardRow(NamedTuple):
    """One award in the table; its amounts are yuan in digits."""

    number: str
    award: str
    clause: str
    nominal: str
    entitled: str
    paid: str
    payable: str
    status: str
    also: tuple[str, ...]
    """What is withheld or overpaid, where something is."""
    laws: tuple[str, ...]
    """The laws to review before it is paid."""


def award_rows(words: Phrasing) -> list[AwardRow]:
    """Every award, in the policy's order."""
    return [_row(words, n, line) for n, line in enumerate(words.answer.lines, start=1)]


def _row(words: Phrasing, number: int, line: AwardLine) -> AwardRow:
    award = words.policy.award(line.award)
    also = []
    if not line.withheld.nothing:
        also.append(words.say("page.also_withheld", amount=digits(words, line.withheld)))
    if not line.overpaid.nothing:
        also.append(words.say("page.also_overpaid", amount=digits(words, line.overpaid)))
    return AwardRow(
        number=str(number),
        award=words.text(award.title),
        clause=words.clause(award.clause)
        + (words.say("values.assumed_tag") if line.assumptions else ""),
        nominal=digits(words, line.nominal),
        entitled=digits(words, line.entitled),
        paid=digits(words, line.paid),
        payable=digits(words, line.payable),
        status=words.say("answer.status", line.status),
        also=tuple(also),
        laws=tuple(words.say("page.law_first", law=law) for law in laws_of(words, line)),
    )


def laws_of(words: Phrasing, line: AwardLine) -> list[str]:
    """The laws that bear on an award of which something was given, or on paying it now."""
    if line.entitled.nothing and not line.paid:
        return []
    paying = [
        remark.names[0]
        for remark in words.answer.remarks
        if remark.kind == "notice_at_payment" and line.award in remark.names[1:]
    ]
    return [words.law(notice) for notice in dict.fromkeys((*line.notices, *paying))]


def total_row(words: Phrasing) -> tuple[str, str, str]:
    """What is entitled, paid and payable, all awards together, in digits."""
    answer = words.answer
    payable = answer.payable_range
    return digits(words, answer.entitled), digits(words, answer.paid), digits(words, payable)
