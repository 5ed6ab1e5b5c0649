"""A table before anybody asks what its columns hold: lines of cells, from a CSV or a sheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TextIO

from listing_rewards.errors import Fault, InvalidFile, fault


class Range(NamedTuple):
    """A range of a sheet: its first row and column and its last, from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Written(NamedTuple):
    """What stands in a cell.

    Attributes:
        text: as a person would read it.
        day: the day that it is, where it is in a workbook and its number can count one.
        doubt: why it cannot be read for certain.
        merged: the merged range that it belongs to; the first cell of one holds its value.
        counts: what its number format shows behind the number, such as 家 or 年.
    """

    text: str
    day: date | None = None
    doubt: Fault | None = None
    merged: Range | None = None
    counts: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.doubt is None and not self.text.strip()


NOTHING = Written("")
_BEGINNING = 4096
_FOR_COMMAS = (";", "|", "；", "，")
"""What divides the cells of a table in which most lines have no comma."""
_COMMA = re.compile(r"[,\t]")
_IDLE_TAB = re.compile(r"(?<=[,\r\n])\t+|\t+(?=[,\r\n]|$)|^\t+(?=[^\t\r\n]*,)")
_TEXT_FORMULA = re.compile(r'="(?![0-9A-Za-z]{18}")([^"]*)"')
"""Not around a credit code, of which a row says that the signs were taken off."""


class Comment(NamedTuple):
    """A comment on a cell, or a box over it: its row, its column's letter, and what is said."""

    row: int
    letter: str
    text: str

    @property
    def short(self) -> str:
        """What is said, in short."""
        return " ".join(self.text.split())[:60]


class Line(NamedTuple):
    """One line: its number in the file or sheet, from 1, its cells, and whether it is hidden."""

    row: int
    cells: list[Written]
    hidden: bool = False


class Grid(NamedTuple):
    """The lines of a file.

    Attributes:
        file: the file.
        lines: its lines, in order.
        sheet: the sheet of a workbook, which is laid out for people; empty for a CSV, which
            holds a bare table.
        hidden: the letters of its columns that are hidden.
        margins: what stands in the headers and footers of its pages.
        comments: the comments on its cells.
        boxes: the texts in boxes and drawings over its cells, each at the cell it begins over.
    """

    file: str
    lines: Iterator[Line]
    sheet: str = ""
    hidden: frozenset[str] = frozenset()
    margins: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    boxes: tuple[Comment, ...] = ()


_MOST_BLANKS, _BLANKS_A_CELL = 250_000, 50
"""So many blanks may stand between the cells of a sheet, and so many for each of them."""


class SideBySide:
    """Lays the cells of a sheet's rows side by side, and counts the blanks between them.

    A small file can ask for millions of blanks, each of which would be looked at.
    """

    def __init__(self) -> None:
        self._cells = self._blanks = 0

    def add(self, row: list[Written], column: int, cell: Written) -> None:
        """Put a cell at the end of a row, in its column, from 1.

        Raises:
            InvalidFile: the sheet is nearly nothing but blanks.
        """
        gap = column - 1 - len(row)
        self._cells += 1
        self._blanks += gap
        if self._blanks > max(_MOST_BLANKS, _BLANKS_A_CELL * self._cells):
            raise InvalidFile(fault("scattered_cells", column_letter(column)))
        row += [NOTHING] * gap
        row.append(cell)


def csv_grid(text: TextIO, file: str) -> Grid:
    r"""The lines of a CSV; the text is read as they are taken.

    Raises:
        InvalidFile: as soon as a line is not CSV.

    >>> import io
    >>> [line.row for line in csv_grid(io.StringIO("name\r\n示例甲公司\r\n"), "a.csv").lines]
    [1, 2]
    """
    return Grid(file, _csv_lines(text, file))


def _delimiter(text: TextIO) -> str:
    """A comma, a tab where cells were copied out of a spreadsheet, or what stands for a comma.

    A tab beside a comma only keeps a code or day as text, as exports of web pages write it.
    """
    place = text.tell()
    beginning = text.read(_BEGINNING)
    text.seek(place)
    lines = [line for line in _IDLE_TAB.sub("", beginning).splitlines() if line.strip()]
    for sign in _FOR_COMMAS:
        if 2 * sum(sign in line and not _COMMA.search(line) for line in lines) > len(lines):
            return sign
    if any("\t" in line and "," not in line for line in lines):
        return "\t" if not any("," in line and "\t" not in line for line in lines) else _more(lines)
    return _more(lines)


def _more(lines: list[str]) -> str:
    """The one of the two that stands there more often."""
    text = "".join(lines)
    return "\t" if text.count("\t") > text.count(",") else ","


def _shown(text: str) -> str:
    """A cell without the formula by which an export keeps its text: ="00123"."""
    found = _TEXT_FORMULA.fullmatch(text.strip()) if "=" in text[:3] else None
    return found[1] if found else text


def _csv_lines(text: TextIO, file: str) -> Iterator[Line]:
    lines = csv.reader(text, strict=True, delimiter=_delimiter(text))
    try:
        for line in lines:
            yield Line(lines.line_num, [Written(_shown(cell)) for cell in line])
    except csv.Error as error:
        placed = fault("bad_csv", detail=error).at(file=file, row=lines.line_num)
        raise InvalidFile(placed) from None


def column_letter(number: int) -> str:
    """The letter of a column of a workbook, counted from 1.

    >>> column_letter(3), column_letter(28)
    ('C', 'AB')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
