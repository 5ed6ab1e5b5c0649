"""A workbook opened for reading: its sheets as grids, row after row."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from datetime import datetime
from errno import EINVAL
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.columns import MOST_COLUMNS
from listing_rewards.files.reading.conditional_ranges import ConditionalRanges
from listing_rewards.files.reading.grid import (
    Comment,
    Grid,
    Line,
    SideBySide,
    Written,
    column_letter,
)
from listing_rewards.files.reading.merged_ranges import MergedRanges
from listing_rewards.files.reading.xlsx.cell_text import FROM_1900, FROM_1904, written
from listing_rewards.files.reading.xlsx.package import (
    BROKEN,
    MEBIBYTE,
    Surroundings,
    opened_package,
    surroundings,
)
from listing_rewards.files.reading.xlsx.sheet_xml import (
    PLACE,
    StoredRow,
    Text,
    shared_texts,
    stored_rows,
)
from listing_rewards.files.reading.xlsx.styles import CellStyles, Style, cell_styles
from listing_rewards.files.streams import reason

_MOST_OF_A_SMALL_PART = 4 * MEBIBYTE
"""Of the list of sheets, of what belongs together, of comments and drawings."""
_LONGEST_PLACE = 8
"""No row or column has a number of so many digits."""


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
        self._styled = self._read_styles(kinds.get("styles"))
        self._around: dict[str, Surroundings] = {}

    def grid(self, title: str) -> Grid:
        """The lines of a sheet, from the first on."""
        around = self._surroundings(title)
        hidden = frozenset(
            column_letter(number)
            for first, last in around.hidden_columns
            for number in range(first, min(last, MOST_COLUMNS) + 1)
        )
        try:
            comments, boxes = tuple(self._comments(title)), tuple(self._boxes(title))
        except ListingRewardsError as error:
            raise InvalidFile(*(each.at(file=self.file) for each in error.faults)) from None
        return Grid(self.file, self._lines(title), title, hidden, around.margins, comments, boxes)

    def _lines(self, title: str) -> Iterator[Line]:
        part, around = self._sheets[title].part, self._surroundings(title)
        styles = [each._replace(hides_zeros=around.hides_zeros) for each in self._styled.styles]
        merged, laid = MergedRanges(around.merged), SideBySide()
        conditional = ConditionalRanges(
            each for each, place in around.conditional if place in self._styled.hiding
        )
        with self._package.open(part) as raw:
            try:
                for row in stored_rows(raw, self._texts):
                    cells = self._cells(row, styles, laid)
                    conditional.cover(row.number, cells)
                    merged.cover(row.number, cells)
                    while cells and cells[-1].blank:
                        cells.pop()
                    yield Line(row.number, cells, hidden=row.number in around.hidden)
            except ListingRewardsError as error:
                placed = (each.at(file=self.file, sheet=title) for each in error.faults)
                raise InvalidFile(*placed) from None
            except BROKEN:
                raise InvalidFile(fault("damaged_workbook").at(file=self.file)) from None

    def _cells(self, row: StoredRow, styles: list[Style], laid: SideBySide) -> list[Written]:
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
            laid.add(cells, stored.column, cell)
        return cells

    # ---- the parts -----------------------------------------------------------------------------

    def _small(self, part: str) -> Element:
        """A part that is read as a whole."""
        if part not in self._names or self._package.getinfo(part).file_size > _MOST_OF_A_SMALL_PART:
            raise InvalidFile(fault("damaged_workbook"))
        try:
            return fromstring(self._package.read(part))  # noqa: S314  (no document type is let in)
        except ParseError:
            raise InvalidFile(fault("damaged_workbook")) from None

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

    def _read_styles(self, part: str | None) -> CellStyles:
        plain = [Style()]
        if part is None:
            return CellStyles(plain)
        with self._package.open(part) as raw:
            found = cell_styles(raw)
        return found._replace(styles=found.styles or plain)

    def _surroundings(self, title: str) -> Surroundings:
        if title not in self._around:
            self._around[title] = surroundings(self._package, self._sheets[title].part)
        return self._around[title]

    def _comments(self, title: str) -> Iterator[Comment]:
        """The comments on the cells of a sheet."""
        for kind, part in self._related(self._sheets[title].part).values():
            if kind != "comments" or part not in self._names:
                continue
            for each in self._small(part).iter():
                if _local(each) == "comment":
                    yield Comment(*_place(each.get("ref", "")), "".join(each.itertext()))

    def _boxes(self, title: str) -> Iterator[Comment]:
        """The texts in boxes and drawings over the cells of a sheet."""
        for kind, part in self._related(self._sheets[title].part).values():
            if kind != "drawing" or part not in self._names:
                continue
            for anchor in self._small(part):
                text = "".join(each.text or "" for each in anchor.iter() if _local(each) == "t")
                if text.strip():
                    yield Comment(*_anchored(anchor), text)


def _anchored(anchor: Element) -> tuple[int, str]:
    """The row and the letter of the cell over which a drawing begins; the first where none is."""
    at = {"row": 0, "col": 0}
    for each in next((each for each in anchor if _local(each) == "from"), ()):
        name, number = _local(each), (each.text or "").strip()
        if name in at and number.isdecimal() and len(number) < _LONGEST_PLACE:
            at[name] = int(number)
    return at["row"] + 1, column_letter(at["col"] + 1)


def _place(cell: str) -> tuple[int, str]:
    """The row and the letter of a cell."""
    found = PLACE.fullmatch(cell)
    if found is None:
        raise InvalidFile(fault("damaged_workbook"))
    return int(found[2]), found[1]


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def open_book(file: str, raw: IO[bytes]) -> Book:
    """A workbook, of which the parts are read as its sheets are.

    Raises:
        InvalidFile: it cannot be read, is encrypted or damaged, or unpacks to too much.
    """
    try:
        return Book(file, opened_package(raw))
    except ListingRewardsError as error:
        raise InvalidFile(*(each.at(file=file) for each in error.faults)) from None
    except OSError as error:
        raise InvalidFile(_unreadable(error).at(file=file)) from None
    except (*BROKEN, ValueError, LookupError):
        raise InvalidFile(fault("damaged_workbook").at(file=file)) from None


def _unreadable(error: OSError) -> Fault:
    """What the system refused; a place before the beginning is what a damaged package names."""
    if error.errno == EINVAL:
        return fault("damaged_workbook")
    return fault("unreadable_file", detail=reason(error))
