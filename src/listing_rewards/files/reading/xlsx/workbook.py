"""A workbook opened for reading: its sheets as grids, row after row."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import IO, Any, TypeVar

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils import range_boundaries

from listing_rewards.errors import InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.columns import column_letter
from listing_rewards.files.reading.grid import Grid, Line, Written
from listing_rewards.files.reading.xlsx.cell_text import written
from listing_rewards.files.reading.xlsx.package import Part, look_into
from listing_rewards.files.streams import open_bytes, reason

T = TypeVar("T")
Row = tuple[ReadOnlyCell | EmptyCell, ...]
_LAST_ROW = 1_048_576
_AT_ONCE = 200
_NO_PART = Part(formulas=False, merged=frozenset(), hidden=frozenset(), hidden_columns=frozenset())


class Book:
    """An open workbook.

    Attributes:
        file: its name.
        titles: the titles of the sheets that are shown, in order.
        concealed: the titles of those that are hidden.
    """

    def __init__(
        self, file: str, values: Workbook, formulas: Workbook | None, parts: Mapping[str, Part]
    ) -> None:
        sheets = values.worksheets
        self.file = file
        self.titles = [each.title for each in sheets if each.sheet_state == "visible"]
        self.concealed = [each.title for each in sheets if each.sheet_state != "visible"]
        self._values = values
        self._formulas = formulas
        self._parts = parts

    def grid(self, title: str) -> Grid:
        """The lines of a sheet, from the first on."""
        hidden = frozenset(map(column_letter, self._part(title).hidden_columns))
        return Grid(self.file, self._lines(title), title, hidden)

    def _lines(self, title: str) -> Iterator[Line]:
        part = self._part(title)
        merged = _covered(part.merged)
        unknown = self._unvalued(title)
        epoch = self._values.epoch
        for number, row in enumerate(self._rows(self._values, title), start=1):
            cells = [written(cell, epoch) for cell in row]
            for column in merged.get(number, ()):
                cells += [Written("")] * (column - len(cells))
                cells[column - 1] = Written("", doubt=fault("merged_cell"))
            formulas = next(unknown, ()) if unknown else ()
            for column, formula in enumerate(formulas):
                if formula.data_type == "f" and _has_no_value(row[column]):
                    cells[column] = Written("", doubt=fault("formula_without_value"))
            while cells and cells[-1].blank:
                cells.pop()
            yield Line(number, cells, hidden=number in part.hidden)

    def _unvalued(self, title: str) -> Iterator[Row] | None:
        if self._formulas is None or not self._part(title).formulas:
            return None
        return self._rows(self._formulas, title)

    def _rows(self, book: Workbook, title: str) -> Iterator[Row]:
        sheet: Any = book[title]
        sheet.reset_dimensions()
        rows: Iterator[Row] = sheet.iter_rows(max_row=_LAST_ROW)
        return _guarded(rows, self.file)

    def _part(self, title: str) -> Part:
        sheet: Any = self._values[title]
        path: str = sheet._worksheet_path  # noqa: SLF001  (it has no public name)
        return self._parts.get(path.lstrip("/"), _NO_PART)


@contextmanager
def open_book(file: str) -> Iterator[Book]:
    """A workbook, or what stands on standard input as one.

    Raises:
        InvalidFile: it cannot be read, is encrypted or damaged, or unpacks to too much.
    """
    with open_bytes(file) as raw:
        try:
            parts = look_into(raw)
        except ListingRewardsError as error:
            raise InvalidFile(*(each.at(file=file) for each in error.faults)) from None
        except OSError as error:
            unreadable = fault("unreadable_file", detail=reason(error))
            raise InvalidFile(unreadable.at(file=file)) from None
        values = _loaded(raw, file, values=True)
        formulas = None
        if any(part.formulas for part in parts.values()):
            formulas = _loaded(raw, file, values=False)
        yield Book(file, values, formulas, parts)


def _loaded(raw: IO[bytes], file: str, *, values: bool) -> Workbook:
    """The workbook with the values of its formulas, or with the formulas themselves."""
    raw.seek(0)
    copy = io.BytesIO(raw.read())
    with _refusing(file), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(copy, read_only=True, data_only=values, keep_links=False)


def _guarded(items: Iterable[T], file: str) -> Iterator[T]:
    """The same items; what the library warns of is not passed on, and where it fails, told."""
    rest = iter(items)
    while True:
        with _refusing(file), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            some = list(islice(rest, _AT_ONCE))
        if not some:
            return
        yield from some


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    """A workbook that the library cannot make sense of is damaged, however it fails."""
    try:
        yield
    except Exception:
        raise InvalidFile(fault("damaged_workbook").at(file=file)) from None


def _corners(merged: str) -> tuple[int, int, int, int]:
    """Its first column and row and its last."""
    first_column, first_row, last_column, last_row = range_boundaries(merged)
    return int(first_column or 0), int(first_row or 0), int(last_column or 0), int(last_row or 0)


def _has_no_value(cell: ReadOnlyCell | EmptyCell) -> bool:
    """Whether nobody computed the formula of the cell; an empty text is a value."""
    return cell.value is None and cell.data_type != "str"


def _covered(ranges: Iterable[str]) -> Mapping[int, list[int]]:
    """The columns whose cell lies under a merged one but is not its first, by row."""
    covered: dict[int, list[int]] = {}
    for each in ranges:
        first_column, first_row, last_column, last_row = _corners(each)
        for row in range(first_row, min(last_row, _LAST_ROW) + 1):
            first = first_column + (row == first_row)
            covered.setdefault(row, []).extend(range(first, last_column + 1))
    return covered
