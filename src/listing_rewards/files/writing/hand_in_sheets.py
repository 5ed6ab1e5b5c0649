"""The sheets that an office hands in: publication, payment table, and the table by county."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from openpyxl import Workbook

from listing_rewards.errors import Lang
from listing_rewards.files.reading.grid import column_letter
from listing_rewards.files.spreadsheet.sheet import Paper
from listing_rewards.files.spreadsheet.styles import Look, fit_rows, set_up, spread_out
from listing_rewards.files.spreadsheet.table import Formula, Value
from listing_rewards.files.writing.answer_tables import Answered, published_lines, unpublished
from listing_rewards.files.writing.hand_in import (
    Paid,
    by_county,
    levels_of,
    paid_before,
    paid_of,
)
from listing_rewards.files.writing.settings import Settings
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import ZERO
from listing_rewards.words import say

_WIDTHS = {
    "number": 6, "name": 28, "uscc": 21, "county": 14, "award": 30, "clause": 36, "amount_wan": 14,
    "total_wan": 14, "note": 24, "applied": 17, "payable": 17, "less": 17, "why": 36, "payee": 26,
    "bank": 22, "account": 23, "contact": 12, "phone": 16, "enterprises": 16, "awards": 16,
}  # fmt: skip
_LEVEL_WIDTH = 17
_NARROWEST = 110
"""A table that is narrower has a wider second column, so that its title has room."""
_ROW_HEIGHT = 20
"""Points, unless a text needs more."""
_LARGE_FROM = 180
"""From this width on, a table is printed on A3: it hangs on a wall, or is signed by several."""
_LOOKS: Mapping[str, Look] = {
    "number": "status", "county": "status", "amount_wan": "wan", "total_wan": "wan",
    "applied": "amount", "payable": "amount", "less": "amount", "enterprises": "number",
    "awards": "number",
}  # fmt: skip


class HandIn(NamedTuple):
    """What the sheets are made of.

    Attributes:
        answers: the answers, in order.
        faulty: how many rows have faults.
        policy: the policy.
        as_of: the as-of date.
        lang: the language.
        settings: what the office adds.
        with_codes: whether credit codes stand in the publication.
    """

    answers: Sequence[Answered]
    faulty: int
    policy: Policy
    as_of: date
    lang: Lang
    settings: Settings
    with_codes: bool


class _Table:
    """One sheet: title, note, header, rows, totals as formulas, and what stands below."""

    def __init__(self, book: Workbook, sheet: str, columns: Sequence[str], made_of: HandIn) -> None:
        self.paper = Paper(book.create_sheet(say("results.sheet", made_of.lang, sheet)))
        self.columns, self.lang = list(columns), made_of.lang
        self._levels = levels_of(made_of.policy, made_of.lang)
        widths = [_WIDTHS.get(each, _LEVEL_WIDTH) for each in columns]
        short = max(_NARROWEST - sum(widths), 0)
        widths[1] += short
        set_up(self.paper.sheet, widths, frozen="A4", heads=3, lang=made_of.lang)
        spread_out(self.paper.sheet, widths, large_from=_LARGE_FROM)
        self._widths = widths

    def begin(self, title: str, note: str) -> None:
        """Title, note and header."""
        self.across(title, "heading")
        self.across(note, "note")
        heads = [
            say("hand_in.column", self.lang, "level", level=self._levels[each[6:]])
            if each.startswith("level:")
            else say("hand_in.column", self.lang, each)
            for each in self.columns
        ]
        self.paper.line(*heads, look="head")

    def row(self, values: Mapping[str, Value]) -> None:
        """A row, by column; texts that are empty are left out."""
        for at, column in enumerate(self.columns, 1):
            value = values.get(column)
            look = _LOOKS.get(column, "amount" if column.startswith("level:") else "text")
            if isinstance(value, Formula):
                self.paper.formula(at, value.text, look)
            else:
                self.paper.put(at, None if value == "" else value, look)
        self.paper.sheet.row_dimensions[self.paper.row].height = _ROW_HEIGHT
        self.paper.row += 1

    def letter(self, column: str) -> str:
        """The letter of a column."""
        return column_letter(self.columns.index(column) + 1)

    def total(self, first: int, summed: Iterable[str]) -> None:
        """The total of all rows from `first` on, as formulas."""
        wanted, last = set(summed), self.paper.row - 1
        for at, column in enumerate(self.columns, 1):
            look: Look = "total_wan" if column.endswith("_wan") else "total_amount"
            if column in {"enterprises", "awards"}:
                look = "total_number"
            if column not in wanted:
                label = say("results.total", self.lang) if at == 1 else None
                self.paper.put(at, label, "total_label" if at == 1 else "total_text")
            elif last < first:
                self.paper.put(at, ZERO, look)
            else:
                letter = column_letter(at)
                self.paper.formula(at, f"SUM({letter}{first}:{letter}{last})", look)
        self.paper.row += 1

    def across(self, text: str, look: Look) -> None:
        """A text over the whole width."""
        row, width = self.paper.row, len(self.columns)
        self.paper.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
        self.paper.put(1, text, look)
        self.paper.row += 1

    def signed(self, texts: Sequence[str]) -> None:
        """Texts side by side, for those who sign."""
        self.paper.row += 1
        width, row = len(self.columns), self.paper.row
        step = max(width // len(texts), 1)
        for number, text in enumerate(texts):
            first = 1 + number * step
            last = width if number == len(texts) - 1 else first + step - 1
            if last > first:
                self.paper.sheet.merge_cells(
                    start_row=row, end_row=row, start_column=first, end_column=last
                )
            self.paper.put(first, text, "foot")
        self.paper.row += 1

    def end(self) -> None:
        """Fit the heights of the rows."""
        fit_rows(self.paper.sheet)


def add_publication(book: Workbook, made_of: HandIn) -> None:
    """Add the publication table: an enterprise's awards together, with its total."""
    lang = made_of.lang
    columns = ("number", "name", *(["uscc"] if made_of.with_codes else []), "county", "award")
    table = _Table(
        book, "publication", (*columns, "clause", "amount_wan", "total_wan", "note"), made_of
    )
    paid = [each for each in made_of.answers if published_lines(each.answer, lang)]
    rows = sum(len(published_lines(each.answer, lang)) for each in paid)
    table.begin(
        made_of.settings.title or _title("publication", made_of), _note(made_of, rows, paid)
    )
    first = table.paper.row
    for number, each in enumerate(paid, 1):
        _enterprise(table, number, each, lang)
    table.total(first, ("amount_wan",))
    _below_publication(table, made_of)
    table.end()


def _enterprise(table: _Table, number: int, each: Answered, lang: Lang) -> None:
    """The awards of an enterprise; what they share is merged over their rows."""
    who, lines = each.answer.case.enterprise, published_lines(each.answer, lang)
    first = table.paper.row
    last = first + len(lines) - 1
    amounts = table.letter("amount_wan")
    for at, (line, title, clause, amount) in enumerate(lines):
        shared: dict[str, Value] = {
            "number": number, "name": who.name, "uscc": who.uscc, "county": who.county,
            "total_wan": Formula(f"SUM({amounts}{first}:{amounts}{last})"),
        }  # fmt: skip
        own: dict[str, Value] = {
            "award": title, "clause": clause, "amount_wan": amount,
            "note": paid_before(line, lang),
        }  # fmt: skip
        table.row(own if at else shared | own)
    for column in ("number", "name", "uscc", "county", "total_wan"):
        if len(lines) > 1 and column in table.columns:
            letter = table.letter(column)
            table.paper.merge(f"{letter}{first}:{letter}{last}")


def _title(sheet: str, made_of: HandIn) -> str:
    title = made_of.policy.document.title.say(made_of.lang)
    return say("hand_in.title", made_of.lang, sheet, title=title)


def _note(made_of: HandIn, rows: int, paid: Sequence[Answered]) -> str:
    """How many are published, and how many are left out, where any are."""
    lang = made_of.lang
    sentences = [say("hand_in.note", lang, day=made_of.as_of, rows=rows, enterprises=len(paid))]
    left_out = sum(unpublished(each.answer) for each in made_of.answers)
    if left_out or made_of.faulty:
        sentences.append(say("hand_in.left_out", lang, open=left_out, faulty=made_of.faulty))
    return (" " if lang == "en" else "").join(sentences)


def _below_publication(table: _Table, made_of: HandIn) -> None:
    """How long it is published, how to object, whom to ask, and who signs."""
    lang, settings = made_of.lang, made_of.settings
    table.paper.row += 1
    no_day, blank = say("hand_in.no_day", lang), say("hand_in.blank", lang)
    first, last = settings.first_day or no_day, settings.last_day or no_day
    table.across(say("hand_in.period", lang, first=first, last=last), "foot")
    table.across(settings.objections or say("hand_in.objections", lang), "foot")
    contact = say("hand_in.contact", lang, contact=settings.contact or blank)
    phone = say("hand_in.phone", lang, phone=settings.phone or blank)
    table.across(f"{contact}    {phone}", "foot")
    table.across(say("hand_in.address", lang, address=settings.address or blank), "foot")
    table.paper.row += 1
    table.across(say("hand_in.office", lang, office=settings.office or blank), "foot_right")
    table.across(settings.date or no_day, "foot_right")


def add_payments(book: Workbook, made_of: HandIn) -> None:
    """Add the payment table: to whom how much goes, from which level, and why less than asked."""
    levels = [f"level:{level}" for level in levels_of(made_of.policy, made_of.lang)]
    known = {role for each in made_of.answers for role in each.carried}
    called = tuple(role for role in ("contact", "phone") if role in known)
    others = any(award.of_which for award in made_of.policy.awards)
    beside = (*(["of_which"] if others else []), "payee", "bank", "account", *called, "note")
    columns = ("number", "name", "uscc", "county", "applied", "payable", "less", "why")
    table = _Table(book, "payments", (*columns, *levels, *beside), made_of)
    title = made_of.settings.payment_title or _title("payments", made_of)
    table.begin(title, say("hand_in.payment_note", made_of.lang, day=made_of.as_of))
    first = table.paper.row
    for number, each in enumerate(paid_of(made_of.answers, made_of.lang), 1):
        table.row(_payment(table, number, each))
    table.total(first, ("applied", "payable", "less", *levels))
    lang, blank = made_of.lang, say("hand_in.blank", made_of.lang)
    table.signed([say("hand_in.signs", lang, who) for who in ("prepared", "reviewed", "approved")])
    office = say("hand_in.office", lang, office=made_of.settings.office or blank)
    table.across(office, "foot_right")
    table.across(made_of.settings.date or say("hand_in.no_day", lang), "foot_right")
    table.end()


def _payment(table: _Table, number: int, each: Paid) -> dict[str, Value]:
    who, row = each.answered.answer.case.enterprise, table.paper.row
    asked, given = (f"{table.letter(column)}{row}" for column in ("applied", "payable"))
    less = None if each.applied is None else Formula(f"{asked}-{given}")
    carried = {key: str(value) for key, value in each.answered.carried.items()}
    values: dict[str, Value] = {
        "number": number, "name": who.name, "uscc": who.uscc, "county": who.county,
        "applied": each.applied, "payable": each.payable, "less": less, "why": each.why,
        "payee": carried.get("payee"), "bank": carried.get("bank"),
        "account": carried.get("account"), "contact": carried.get("contact"),
        "phone": carried.get("phone"), "note": carried.get("remark"),
        "of_which": each.of_which,
    }  # fmt: skip
    return values | _by_level(each.shares)


def _by_level(shares: Mapping[str, Decimal]) -> dict[str, Value]:
    return {f"level:{level}": amount for level, amount in shares.items()}


def add_counties(book: Workbook, made_of: HandIn) -> None:
    """Add the table by county: enterprises, awards, yuan, and yuan by level of government."""
    lang = made_of.lang
    levels = [f"level:{level}" for level in levels_of(made_of.policy, lang)]
    table = _Table(
        book, "counties", ("number", "county", "enterprises", "awards", "payable", *levels), made_of
    )
    title = made_of.settings.county_title or _title("counties", made_of)
    table.begin(title, say("hand_in.payment_note", lang, day=made_of.as_of))
    first = table.paper.row
    for number, each in enumerate(by_county(paid_of(made_of.answers, lang), lang), 1):
        own: dict[str, Value] = {
            "number": number, "county": each.county, "enterprises": each.enterprises,
            "awards": each.awards, "payable": each.payable,
        }  # fmt: skip
        table.row(own | _by_level(each.shares))
    table.total(first, ("enterprises", "awards", "payable", *levels))
    table.end()
