"""A workbook of Excel 97-2003 opened for reading: the same sheets of cells as an ``.xlsx``."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code, unpack_string, unpack_unicode

from listing_rewards.errors import InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.grid import (
    Comment,
    Grid,
    Line,
    SideBySide,
    Written,
    column_letter,
)
from listing_rewards.files.reading.merged_ranges import MergedRanges
from listing_rewards.files.reading.xls.records import SheetRecords, Stream, stream_of
from listing_rewards.files.reading.xlsx.cell_text import FROM_1900, FROM_1904, written
from listing_rewards.files.reading.xlsx.picture_fonts import draws
from listing_rewards.files.reading.xlsx.sheet_xml import Mark, StoredCell, in_figures
from listing_rewards.files.reading.xlsx.styles import BUILT_IN, TOO_SMALL, Style

if TYPE_CHECKING:
    from xlrd.formatting import XF, Font
    from xlrd.sheet import Sheet

_BROKEN = (
    *(XLRDError, struct.error, ArithmeticError, AssertionError, AttributeError),
    *(LookupError, NameError, TypeError, ValueError),
)
"""What the library raises where records are cut short or altered."""
_KINDS = {
    xlrd.XL_CELL_TEXT: "str",
    xlrd.XL_CELL_NUMBER: "n",
    xlrd.XL_CELL_DATE: "n",
    xlrd.XL_CELL_BOOLEAN: "b",
    xlrd.XL_CELL_ERROR: "e",
}
_SHOWS_ZEROS = "show_zero_values"
"""What of a sheet the library's stubs do not list."""
_AUTOMATIC = 0x7FFF
"""The colour of letters that is left to the program."""
_SOLID = 1
_TWENTIETHS = 20
"""The height of letters is counted in twentieths of a point."""
_PAPER = (255, 255, 255)
_UNCOMPUTED = StoredCell(1, "n", "", 0, formula=True)


class Book:
    """An open workbook.

    Attributes:
        file: its name.
        titles: the titles of the sheets that are shown, in order.
        concealed: the titles of those that are hidden.
    """

    def __init__(self, file: str, stream: Stream) -> None:
        self.file = file
        self._book = xlrd.open_workbook(
            logfile=io.StringIO(),
            file_contents=stream.content,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
        )
        self._in_unicode = stream.in_unicode
        self._numbers = {title: number for number, title in enumerate(self._book.sheet_names())}
        self._besides = {title: stream.sheets[at] for title, at in self._numbers.items()}
        self.titles = [title for title, each in self._besides.items() if each.shown]
        self.concealed = [title for title, each in self._besides.items() if not each.shown]
        self._epoch = FROM_1904 if self._book.datemode else FROM_1900
        stated = {each.format_key: each.format_str for each in self._book.format_list}
        self._formats = BUILT_IN | stated
        self._styles = [self._style(each) for each in self._book.xf_list]

    def _style(self, own: XF) -> Style:
        font: Font = self._book.font_list[own.font_index]
        paper: object = _PAPER
        if own.background is not None and own.background.fill_pattern == _SOLID:
            paper = self._colour(own.background.pattern_colour_index)
        unseen = font.height < TOO_SMALL * _TWENTIETHS or self._colour(font.colour_index) == paper
        shown_as = self._formats.get(own.format_key, "General")
        drawn_in = font.name if draws(font.name) else ""
        return Style(shown_as, bool(font.struck_out), unseen=unseen, drawn_in=drawn_in)

    def _colour(self, index: int) -> object:
        """A colour as it is seen; one that is left to the program is like no other."""
        return None if index == _AUTOMATIC else self._book.colour_map.get(index)

    def _sheet(self, title: str) -> Sheet:
        """The sheet with its cells, read when it is asked for."""
        try:
            return self._book.sheet_by_index(self._numbers[title])
        except _BROKEN:
            raise InvalidFile(fault("damaged_workbook").at(file=self.file)) from None

    def grid(self, title: str) -> Grid:
        """The lines of a sheet, from the first on."""
        sheet = self._sheet(title)
        hidden = frozenset(
            column_letter(at + 1) for at, each in sheet.colinfo_map.items() if each.hidden
        )
        besides = self._besides[title]
        margins = tuple(dict.fromkeys(self._text(record) for record in besides.margins))
        comments = (
            Comment(row + 1, column_letter(column + 1), note.text)
            for (row, column), note in sorted(sheet.cell_note_map.items())
        )
        lines = self._lines(title, sheet, besides)
        return Grid(self.file, lines, title, hidden, margins, tuple(comments))

    def _text(self, record: bytes) -> str:
        """What is printed above or below a page."""
        try:
            if self._in_unicode:
                return unpack_unicode(record, 0)
            return unpack_string(record, 0, self._book.encoding or "ascii", lenlen=1)
        except _BROKEN:
            raise InvalidFile(fault("damaged_workbook").at(file=self.file)) from None

    def _lines(self, title: str, sheet: Sheet, besides: SheetRecords) -> Iterator[Line]:
        styles = self._styles
        if not getattr(sheet, _SHOWS_ZEROS):
            styles = [each._replace(hides_zeros=True) for each in styles]
        merged, laid = MergedRanges(sorted(besides.merged)), SideBySide()
        try:
            for row in sorted({*range(sheet.nrows), *sheet.rowinfo_map}):
                cells: list[Written] = []
                for column, cell in self._cells(sheet, row, styles, besides):
                    laid.add(cells, column, cell)
                about = sheet.rowinfo_map.get(row)
                if cells or about is not None:
                    merged.cover(row + 1, cells)
                    yield Line(row + 1, cells, hidden=about is not None and bool(about.hidden))
        except ListingRewardsError as error:
            placed = (each.at(file=self.file, sheet=title) for each in error.faults)
            raise InvalidFile(*placed) from None
        except _BROKEN:
            raise InvalidFile(fault("damaged_workbook").at(file=self.file)) from None

    def _cells(
        self, sheet: Sheet, row: int, styles: list[Style], besides: SheetRecords
    ) -> Iterator[tuple[int, Written]]:
        """The cells of a row that hold something, each with its column, from 1."""
        if row >= sheet.nrows:
            return
        for column, kind in enumerate(sheet.row_types(row)):
            if kind not in _KINDS:
                continue
            if (row, column) in besides.uncomputed:
                stored = _UNCOMPUTED
            else:
                stored = self._stored(sheet, row, column, _KINDS[kind])
            cell = written(stored, styles[sheet.cell_xf_index(row, column)], self._epoch)
            if not cell.blank:
                yield column + 1, cell

    def _stored(self, sheet: Sheet, row: int, column: int, kind: str) -> StoredCell:
        value: Any = sheet.cell_value(row, column)
        mark: Mark = ""
        if kind == "str":
            runs = sheet.rich_text_runlist_map.get((row, column), [])
            own = self._book.xf_list[sheet.cell_xf_index(row, column)].font_index
            mark = self._mark(value, [(0, own), *runs]) if runs else ""
        elif kind == "e":
            value = error_text_from_code[int(value)]
        return StoredCell(column + 1, kind, str(value), 0, formula=False, mark=mark)

    def _mark(self, text: str, runs: list[tuple[int, int]]) -> Mark:
        """What is done to a part of a text; the parts begin at the places in `runs`."""
        letters = text.encode("utf-16-le")
        ends = [start for start, _ in runs[1:]] + [len(letters)]
        mark: Mark = ""
        colours = set[object]()
        for (start, font_index), end in zip(runs, ends, strict=True):
            part = letters[2 * start : 2 * end].decode("utf-16-le", "replace")
            font: Font = self._book.font_list[font_index]
            colours |= {self._colour(font.colour_index)} if part else set()
            if part.strip() and font.struck_out:
                mark = "struck_out"
            elif part.strip() and font.escapement:
                mark = "raised"
            elif part.strip() and draws(font.name):
                mark = "drawn"
        recoloured = len(colours) > 1 and in_figures(text)
        return mark or ("recoloured" if recoloured else "")


def open_book(file: str, raw: IO[bytes]) -> Book:
    """A workbook of Excel 97-2003, or of Excel 5 that says in which letters it is written.

    Raises:
        InvalidFile: it cannot be read, is encrypted or damaged.
    """
    try:
        return Book(file, stream_of(raw))
    except ListingRewardsError as error:
        raise InvalidFile(*(each.at(file=file) for each in error.faults)) from None
    except _BROKEN:
        raise InvalidFile(fault("damaged_workbook").at(file=file)) from None
