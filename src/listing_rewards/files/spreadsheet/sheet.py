"""Writing cells: text that never becomes a formula, formulas, and where they stand."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TypeAlias, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.files.spreadsheet.styles import Look

Value: TypeAlias = str | Decimal | int | date | None
_LONGEST_TEXT = 32_767
_NO_SIGNS = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Halves of signs, and what XML refuses: a workbook that holds one cannot be opened."""
_LIKE_A_FORMULA = ("=", "+", "-", "@")


def address(sheet: Worksheet, at: str) -> str:
    """A place as seen from another sheet: ``'计算'!$E$12``."""
    corners = [
        "".join(
            f"${part}"
            for part in (corner.rstrip("0123456789"), corner.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        )
        for corner in at.replace("$", "").split(":")
    ]
    return f"'{sheet.title}'!{':'.join(corners)}"


def plain(text: str) -> str:
    """A text as a cell can hold it: no control characters, no half of a sign, not too long."""
    return _NO_SIGNS.sub("\ufffd", ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))[:_LONGEST_TEXT]


class Paper:
    """One sheet, written from the top down.

    Attributes:
        sheet: the sheet.
        row: the row being written, from 1.
    """

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 1

    def put(self, column: int, value: Value, look: Look) -> str:
        """A value; answers its place on the sheet. Text stays text, whatever it begins with."""
        cell = self._cell(column, look)
        if isinstance(value, str):
            cell.value = plain(value)
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_LIKE_A_FORMULA)
        else:
            cell.value = value
        return cell.coordinate

    def formula(self, column: int, formula: str, look: Look) -> str:
        """A formula, without its sign of equality; answers its place on the sheet."""
        cell = self._cell(column, look)
        cell.value = f"={formula}"
        return cell.coordinate

    def line(self, *values: Value, look: Look = "text") -> None:
        """A row of values from the first column on; goes on to the next row."""
        for column, value in enumerate(values, 1):
            self.put(column, value, look)
        self.row += 1

    def across(self, text: str, columns: int, look: Look) -> None:
        """A text over several columns, a note in several lines; goes on to the next row."""
        if look == "note":
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=1, end_column=columns
            )
        else:
            for column in range(2, columns + 1):
                self._cell(column, look)
        self.put(1, text, look)
        self.row += 1

    def merge(self, cells: str) -> None:
        """Merge cells that no other merged range touches, and of which only the first has a value.

        `Worksheet.merge_cells` compares each range with all before it, so that a table of ten
        thousand enterprises takes minutes.
        """
        self.sheet.merged_cells.ranges.add(CellRange(cells))

    def _cell(self, column: int, look: Look) -> Cell:
        cell = cast(Cell, self.sheet.cell(self.row, column))
        cell.style = f"lr_{look}"
        return cell
