"""A reconciliation as a workbook."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from listing_rewards.audit.ledger.reconciliation import Reconciliation
from listing_rewards.audit.ledger.sheets import Formula, Sheet, Value, column, sheets_of
from listing_rewards.audit.ledger.telling import Telling
from listing_rewards.errors import InvalidFile, Lang, fault

Page: TypeAlias = Any
"""A write-only sheet of openpyxl, of which its type stubs know too little."""

_MONEY, _DAY = "#,##0.00", "yyyy-mm-dd"
_WIDEST, _NARROWEST = 60, 8
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LIKE_A_FORMULA = ("=", "+", "-", "@")


def workbook(found: Reconciliation, lang: Lang = "en") -> bytes:
    """The workbook in English or Chinese; the same reconciliation gives the same bytes.

    Its sheets: the findings, every line of the ledger with where its yuan went, the accounts,
    and the totals as formulas. What a ledger says is always text, even where it begins like a
    formula.

    Raises:
        InvalidFile: the extra `excel` is not installed.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    book = Workbook(write_only=True)
    for sheet in sheets_of(found, Telling(found, lang)):
        _write(book.create_sheet(sheet.title), sheet)
    saved = io.BytesIO()
    book.save(saved)
    return _without_time(saved.getvalue())


def _write(page: Page, sheet: Sheet) -> None:
    """The header, frozen and bold, and the rows below it, each column as wide as it needs."""
    for place, header in enumerate(sheet.headers):
        longest = max(map(_width, (header, *(row[place] for row in sheet.rows))))
        width = min(max(longest, _NARROWEST), _WIDEST) + 2
        page.column_dimensions[column(place + 1)].width = width
    page.freeze_panes = "A2"
    page.append([_cell(page, header, style="Headline 4") for header in sheet.headers])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _cell(page: Page, value: Value, *, style: str = "Normal") -> Any:
    """One cell; only a `Formula` becomes a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell: Any = WriteOnlyCell(page)
    cell.style = style
    if isinstance(value, str):
        cell.value = _CONTROL.sub("", value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_LIKE_A_FORMULA)
        cell.alignment = Alignment(wrap_text=_width(value) > _WIDEST, vertical="top")
        return cell
    cell.value = value.text if isinstance(value, Formula) else value
    if isinstance(value, Formula | Decimal):
        cell.number_format = _MONEY
    elif isinstance(value, date):
        cell.number_format = _DAY
    return cell


def _width(value: Value) -> int:
    """About how many letters wide a value is; a Chinese one is as wide as two."""
    if isinstance(value, Formula):
        return len("1,000,000,000.00")
    text = f"{value:,f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    return sum(1 if letter.isascii() else 2 for letter in text)


def _without_time(content: bytes) -> bytes:
    """The same file without the time at which it was saved."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            part = _SAVED.sub(rb"\g<1>1980-01-01T00:00:00Z", before.read(name))
            after.writestr(zipfile.ZipInfo(name, _FIRST_DAY), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
