"""A workbook opened for reading: its sheets as grids, row after row."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from errno import EINVAL
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.columns import MOST_COLUMNS
from listing_rewards.files.reading.grid import NOTHING, Grid, Line, Range, Written, column_letter
from listing_rewards.files.reading.xlsx.cell_text import FROM_1900, FROM_1904, written
from listing_rewards.files.reading.xlsx.package import (
    BROKEN,
    MEBIBYTE,
    Surroundings,
    opened_package,
    surroundings,
)
from listing_rewards.files.reading.xlsx.sheet_xml import (
    StoredRow,
    Text,
    shared_texts,
    stored_rows,
)
from listing_rewards.files.reading.xlsx.styles import Style, cell_styles
from listing_rewards.files.streams import open_bytes, reason

_MOST_OF_A_SMALL_PART = 4 * MEBIBYTE
"""Of the list of sheets and of what belongs together."""
_MERGED = fault("merged_cell")
_LOOKED_AT = 60
"""Columns of a merged range that are looked at, however few the sheet has used so far."""


class Sheet(NamedTuple):
    """A sheet as the workbook lists it: its title, the name of its part, whether it is shown."""

    title: str
    part: str
    shown: bool


class Book:
    """An open workbook.

    Attributes:
        file: its name.
        titles: the titles of the sheets that are shown, in order.
        concealed: the titles of those that are hidden.
    """

    def __init__(self, file: str, package: ZipFile) -> None:
        self.file = file
        self._package = package
        self._names = set(package.namelist())
        workbook = self._main_part()
        root = self._small(workbook)
        related = self._related(workbook)
        self._sheets = {each.title: each for each in self._listed(root, related)}
        self.titles = [each.title for each in self._sheets.values() if each.shown]
        self.concealed = [each.title for each in self._sheets.values() if not each.shown]
        properties = next((each for each in root if _local(each) == "workbookPr"), None)
        counts_from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._epoch: datetime = FROM_1904 if counts_from_1904 else FROM_1900
        kinds = {kind: part for kind, part in related.values() if part in self._names}
        self._texts = self._shared(kinds.get("sharedStrings"))
        self._styles = self._styled(kinds.get("styles"))
        self._around: dict[str, Surroundings] = {}
        self._said: dict[str, list[tuple[str, str]]] = {}

    def grid(self, title: str) -> Grid:
        """The lines of a sheet, from the first on."""
        around = self._surroundings(title)
        hidden = frozenset(
            column_letter(number)
            for first, last in around.hidden_columns
            for number in range(first, min(last, MOST_COLUMNS) + 1)
        )
        return Grid(self.file, self._lines(title), title, hidden, around.margins)

    def _lines(self, title: str) -> Iterator[Line]:
        part, around = self._sheets[title].part, self._surroundings(title)
        styles = [each._replace(hides_zeros=around.hides_zeros) for each in self._styles]
        merged = _Merged(around.merged)
        with self._package.open(part) as raw:
            try:
                for row in stored_rows(raw, self._texts):
                    cells = self._cells(row, styles)
                    merged.cover(row.number, cells)
                    while cells and cells[-1].blank:
                        cells.pop()
                    yield Line(row.number, cells, hidden=row.number in around.hidden)
            except ListingRewardsError as error:
                placed = (each.at(file=self.file, sheet=title) for each in error.faults)
                raise InvalidFile(*placed) from None
            except BROKEN:
                raise InvalidFile(fault("damaged_workbook").at(file=self.file)) from None

    def _cells(self, row: StoredRow, styles: list[Style]) -> list[Written]:
        cells: list[Written] = []
        for stored in row.cells:
            if stored.style >= len(styles):
                raise InvalidFile(fault("damaged_workbook"))
            cell = written(stored, styles[stored.style], self._epoch)
            if cell.blank:
                continue
            if stored.column > MOST_COLUMNS:
                last = row.cells[-1].column
                raise InvalidFile(fault("too_many_columns", last, most=MOST_COLUMNS))
            cells += [NOTHING] * (stored.column - 1 - len(cells))
            cells.append(cell)
        return cells

    # ---- the parts -----------------------------------------------------------------------------

    def _small(self, part: str) -> Element:
        """A part that is read as a whole."""
        if part not in self._names or self._package.getinfo(part).file_size > _MOST_OF_A_SMALL_PART:
            raise InvalidFile(fault("damaged_workbook"))
        return fromstring(self._package.read(part))  # noqa: S314  (no document type is let in)

    def _related(self, part: str) -> Mapping[str, tuple[str, str]]:
        """The parts that belong to one: the last word of their kind, and their name, by id."""
        folder, name = posixpath.split(part)
        beside = posixpath.join(folder, "_rels", f"{name}.rels")
        if beside not in self._names:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for each in self._small(beside):
            target, kind = each.get("Target", ""), each.get("Type", "").rpartition("/")[2]
            at = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = (kind, at)
        return found

    def _main_part(self) -> str:
        for kind, part in self._related("").values():
            if kind == "officeDocument" and part in self._names:
                return part
        raise InvalidFile(fault("damaged_workbook"))

    def _listed(self, root: Element, related: Mapping[str, tuple[str, str]]) -> Iterator[Sheet]:
        for each in (e for e in root.iter() if _local(e) == "sheet"):
            own = next((v for key, v in each.attrib.items() if key.endswith("}id")), "")
            kind, part = related.get(own, ("", ""))
            if kind == "worksheet" and part in self._names:
                yield Sheet(each.get("name", ""), part, each.get("state", "visible") == "visible")

    def _shared(self, part: str | None) -> list[Text]:
        if part is None:
            return []
        with self._package.open(part) as raw:
            return shared_texts(raw)

    def _styled(self, part: str | None) -> list[Style]:
        if part is None:
            return [Style()]
        with self._package.open(part) as raw:
            return cell_styles(raw) or [Style()]

    def _surroundings(self, title: str) -> Surroundings:
        if title not in self._around:
            part = self._sheets[title].part
            around = surroundings(self._package, part)
            self._said[title] = [
                (cell, text)
                for kind, name in self._related(part).values()
                if kind == "comments" and name in self._names
                for cell, text in self._texts_of(name)
            ]
            said = tuple(text for _, text in self._said[title])
            self._around[title] = around._replace(margins=around.margins + said)
        return self._around[title]

    def comments(self, title: str) -> list[tuple[str, str]]:
        """The comments on the cells of a sheet: the cell, and what is said there in short."""
        self._surroundings(title)
        return [(cell, " ".join(text.split())[:60]) for cell, text in self._said[title]]

    def _texts_of(self, part: str) -> list[tuple[str, str]]:
        """The comments of a sheet: the cell, and what is said there."""
        return [
            (each.get("ref", ""), "".join(each.itertext()))
            for each in self._small(part).iter()
            if _local(each) == "comment"
        ]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


@contextmanager
def open_book(file: str) -> Iterator[Book]:
    """A workbook, or what stands on standard input as one.

    Raises:
        InvalidFile: it cannot be read, is encrypted or damaged, or unpacks to too much.
    """
    with open_bytes(file) as raw:
        try:
            book = Book(file, opened_package(raw))
        except ListingRewardsError as error:
            raise InvalidFile(*(each.at(file=file) for each in error.faults)) from None
        except OSError as error:
            raise InvalidFile(_unreadable(error).at(file=file)) from None
        except (*BROKEN, ParseError, ValueError, LookupError):
            raise InvalidFile(fault("damaged_workbook").at(file=file)) from None
        yield book


def _unreadable(error: OSError) -> Fault:
    """What the system refused; a place before the beginning is what a damaged package names."""
    if error.errno == EINVAL:
        return fault("damaged_workbook")
    return fault("unreadable_file", detail=reason(error))


class _Merged:
    """The merged ranges of a sheet, as its rows pass."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._coming = [*reversed(tuple(ranges))]
        self._here: list[Range] = []
        self._widest = 0

    def cover(self, row: int, cells: list[Written]) -> None:
        """Mark the cells of a row that belong to a merged range."""
        self._widest = max(self._widest, len(cells))
        if not self._coming and not self._here:
            return
        while self._coming and self._coming[-1].first_row <= row:
            self._here.append(self._coming.pop())
        self._here = [each for each in self._here if each.last_row >= row]
        for each in self._here:
            last = min(each.last_column, max(self._widest, _LOOKED_AT))
            cells += [NOTHING] * (last - len(cells))
            for column in range(each.first_column, last + 1):
                if (row, column) == (each.first_row, each.first_column):
                    cells[column - 1] = cells[column - 1]._replace(merged=each)
                else:
                    cells[column - 1] = Written("", doubt=_MERGED, merged=each)
