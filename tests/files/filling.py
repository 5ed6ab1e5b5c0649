"""Writes a case into an application form as a person would."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards import Case, Policy
from listing_rewards.case import Event, Payment
from listing_rewards.errors import Lang
from listing_rewards.files.reading import Row, read_rows
from listing_rewards.files.writing.form import FormColumn, form_of
from listing_rewards.files.writing.template import template
from listing_rewards.words import say

HEADER, FIRST = 3, 6
SCALES = {"zh": -4, "en": 0}
Entered = str | Decimal | date | None
BESIDE = {
    "payee": "示例付款户名",
    "bank": "示例银行示例支行",
    "account": "0062000000000000017",
    "contact": "示例联系人",
    "phone": "00000000000",
}
"""What an enterprise writes that no rule reads."""


def filled(
    cases: Sequence[Case], policy: Policy, lang: Lang, *, evidence: bool = False
) -> Workbook:
    """The policy's form with these cases in it: one row each, and the second and third sheet."""
    book = load_workbook(io.BytesIO(template(policy, lang, evidence=evidence)))
    form = form_of(policy, lang, evidence=evidence)
    rows = [[_of_case(each, column, lang) for column in form.enterprises] for each in cases]
    _enter(book, "enterprises", form.enterprises, rows, lang)
    events = [
        [_of_event(each, case, column, policy, lang) for column in form.events]
        for case in cases
        for each in _further(case)
    ]
    _enter(book, "events", form.events, events, lang)
    payments = [
        [_of_payment(each, case, column, policy, lang) for column in form.payments]
        for case in cases
        for each in case.payments
    ]
    _enter(book, "payments", form.payments, payments, lang)
    return book


def read_back(book: Workbook, policy: Policy, folder: Path) -> list[Row]:
    """What the reader makes of the workbook, without the hints and the examples."""
    path = folder / "form.xlsx"
    book.save(path)
    return [row for row in read_rows(str(path), policy) if row.aside is None]


def as_meant(case: Case) -> Case:
    """The case with its events and payments in an order of their own, which means nothing."""
    events = sorted(case.events, key=lambda each: (each.kind, each.on, str(each.amount)))
    payments = sorted(case.payments, key=str)
    return case.model_copy(
        update={
            "events": tuple(events),
            "payments": tuple(payments),
            "absent": tuple(sorted(case.absent)),
        }
    )


def _enter(
    book: Workbook,
    sheet: str,
    columns: Sequence[FormColumn],
    rows: Sequence[Sequence[Entered]],
    lang: Lang,
) -> None:
    if not columns:
        assert not rows
        return
    page: Worksheet = book[say("form.sheet", lang, sheet)]
    heads = [cell.value for cell in page[HEADER]]
    assert heads == [column.header for column in columns]
    for number, row in enumerate(rows, start=FIRST):
        for place, value in enumerate(row, start=1):
            enter(page, number, place, value)


def enter(page: Worksheet, row: int, column: int, value: Entered) -> None:
    """A value as Excel keeps it: a number as a double, or as text where it has more digits."""
    cell = page.cell(row, column)
    if isinstance(value, Decimal):
        text = f"{value:f}"
        digits = value.normalize().as_tuple().digits
        cell.value = float(text) if len(digits) <= 15 and abs(value) < 10**15 else text
    elif isinstance(value, date) and value < date(1900, 3, 1):
        cell.value = str(value)  # programs disagree on the day numbers before
    else:
        cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _of_case(case: Case, column: FormColumn, lang: Lang) -> Entered:
    if column.column is None:
        return None
    of = column.column.of
    first = next((event for event in case.events if event.kind == of), None)
    match column.column.kind:
        case "name" | "uscc" | "county" as kind:
            return {
                "name": case.enterprise.name,
                "uscc": case.enterprise.uscc,
                "county": case.enterprise.county,
            }[kind]
        case "event_day" | "applied_day" as kind:
            day = first.on if first else None
            return day if kind == "event_day" else case.applied.get(of)
        case "event_amount" | "approved" as kind:
            happened = first.amount if first else None
            return _amount(case.approved.get(of) if kind == "approved" else happened, lang)
        case "figure":
            return _figure(case.figures.get(of), column, lang)
        case "flag":
            said = {None: None, True: say("form.yes", lang), False: say("form.no", lang)}
            return said[case.flags.get(of)]
        case "attribute":
            texts = {meant: text for text, meant in column.column.values}
            return texts.get(case.attributes.get(of, ""))
        case "evidence":
            return _evidence(case, of)
        case "carried":
            return BESIDE[of]
        case _:
            return "；".join(case.absent)


def _evidence(case: Case, place: str) -> str | None:
    """What proves a fact of the first sheet: of an event, or of a fact that has no day."""
    first = {f"events.{event.kind}": event.evidence for event in reversed(case.events)}
    return first.get(place) or case.evidence.get(place)


def _amount(yuan: Decimal | None, lang: Lang) -> Decimal | None:
    return None if yuan is None else yuan.scaleb(SCALES[lang])


def _figure(value: Decimal | None, column: FormColumn, lang: Lang) -> Entered:
    if value is None or column.holds == "count":
        return value
    return _percent(value.scaleb(2)) if column.holds == "percent" else _amount(value, lang)


def _percent(value: Decimal) -> Entered:
    """A percentage as the form asks for it: below 1 with its sign, since 0.5 could be a half."""
    return f"{value:f}%" if value and abs(value) < 1 else value


def _further(case: Case) -> list[Event]:
    """The events that have no room on the first sheet."""
    seen: set[str] = set()
    further = []
    for event in case.events:
        if event.kind in seen:
            further.append(event)
        seen.add(event.kind)
    return further


def _whose(case: Case, column: FormColumn) -> Entered:
    assert column.column is not None
    return case.enterprise.name if column.column.kind == "name" else case.enterprise.uscc


def _of_event(event: Event, case: Case, column: FormColumn, policy: Policy, lang: Lang) -> Entered:
    if column.column is None:
        return None
    match column.column.kind:
        case "entry":
            return column.choices[[*policy.events].index(event.kind)]
        case "event_day":
            return event.on
        case "event_amount":
            return _amount(event.amount, lang)
        case "evidence":
            return event.evidence
        case _:
            return _whose(case, column)


def _of_payment(
    payment: Payment, case: Case, column: FormColumn, policy: Policy, lang: Lang
) -> Entered:
    if column.column is None:
        return None
    match column.column.kind:
        case "entry":
            return column.choices[[award.id for award in policy.awards].index(payment.award)]
        case "event_day":
            return payment.on
        case "event_amount":
            return _amount(payment.amount, lang)
        case "policy":
            return payment.policy
        case "evidence":
            return payment.evidence
        case _:
            return _whose(case, column)
