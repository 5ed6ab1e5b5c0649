"""Workbooks built for tests, also with what no library would write."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
FIRST_SHEET = "xl/worksheets/sheet1.xml"


def book_of(sheets: Mapping[str, Rows]) -> Workbook:
    """A workbook of these sheets, cell by cell from the first row on."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def bytes_of(book: Workbook) -> bytes:
    """The file."""
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def patched(content: bytes, changes: Mapping[str, str], part: str = FIRST_SHEET) -> bytes:
    """The file with these texts of one part replaced, each of which stands there once."""
    raw = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(raw, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            if name == part:
                for old, new in changes.items():
                    assert text.count(old.encode()) == 1, old
                    text = text.replace(old.encode(), new.encode())
            after.writestr(name, text)
    return raw.getvalue()


def saved(folder: Path, content: bytes, name: str = "table.xlsx") -> str:
    """The path of a file with this content."""
    path = folder / name
    path.write_bytes(content)
    return str(path)
