"""The form of a finding (取证单): facts, standard, amount, evidence, opinion, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.pagebreak import Break

from listing_rewards.audit.ledger.reconciliation import Reconciliation
from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.sheet import Paper
from listing_rewards.files.spreadsheet.styles import Look, fit_rows, set_up
from listing_rewards.files.spreadsheet.table import Formula, Value
from listing_rewards.words import say

_WIDTHS = (18, 40, 18, 24)
_ROOM = 80
"""The height of a space to be written in by hand, in points."""


def add_forms(
    book: Workbook, found: Reconciliation, rows: Iterable[Mapping[str, Value]], lang: Lang
) -> None:
    """Add a sheet with one form per finding, each on a page of its own."""
    form = _Form(Paper(book.create_sheet(say("papers.forms", lang))), lang)
    sheet = form.paper.sheet
    set_up(sheet, _WIDTHS, frozen=None, heads=None, lang=lang)
    sheet.page_setup.orientation = "portrait"
    rooms: list[int] = []
    for row in rows:
        rooms.append(form.fill(found, row))
        sheet.row_breaks.append(Break(id=form.paper.row - 1))
    fit_rows(sheet)
    for room in rooms:
        sheet.row_dimensions[room].height = _ROOM


class _Form:
    """Writes one form below the other."""

    def __init__(self, paper: Paper, lang: Lang) -> None:
        self.paper = paper
        self._lang = lang

    def fill(self, found: Reconciliation, row: Mapping[str, Value]) -> int:
        """One form; answers the row that is to be written in by hand."""
        title = say("papers.form_title", self._lang, number=row["number"])
        self.paper.across(title, len(_WIDTHS), "section")
        self._whole("project", found.policy.document.title.say(self._lang))
        self._pair(("audited", row["enterprise"]), ("uscc", row["uscc"]))
        self._pair(("matter", row["kind"]), ("award", row["award"]))
        self._whole("facts", str(row["facts"]))
        clause = (str(row[key] or "") for key in ("clause", "clause_words"))
        self._whole("standard", " ".join(filter(None, clause)))
        self._pair(("amount", row["amount"]), ("at_most", row["at_most"]))
        source = {key: row[key] for key in ("row", "voucher", "paid_on")} | {"as_of": found.as_of}
        line = say("papers.semicolon", self._lang).join(
            say("papers.evidence", self._lang, key, what=what)
            for key, what in source.items()
            if what is not None and what != ""
        )
        self._whole("evidence", "\n".join(filter(None, (line, str(row["evidence"] or "")))))
        self._pair(("prepared_by", None), ("date", None))
        self._pair(("reviewed_by", None), ("date", None))
        room = self.paper.row
        self._whole("opinion", "")
        self._pair(("seal", None), ("date", None))
        return room

    def _pair(self, *parts: tuple[str, Value]) -> None:
        """Two labels, each with its value."""
        for column, (key, value) in zip((1, 3), parts, strict=True):
            self.paper.put(column, say("papers.form", self._lang, key), "label")
            if not isinstance(value, Formula):
                look: Look = "amount" if isinstance(value, Decimal) else "text"
                self.paper.put(column + 1, value, look)
        self.paper.row += 1

    def _whole(self, key: str, value: str) -> None:
        """A label, and a value over the rest of the row."""
        row = self.paper.row
        self.paper.put(1, say("papers.form", self._lang, key), "label")
        for column in (2, 3, 4):
            self.paper.put(column, value if column == 2 else None, "text")
        self.paper.sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=4)
        self.paper.row += 1
