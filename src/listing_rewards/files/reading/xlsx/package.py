"""What a workbook is made of, looked at before anything in it is parsed.

An ``.xlsx`` file is a ZIP of XML parts. What could be used to harm the reader (parts that unpack
to far more than they weigh, document types with entities) is refused here, and what stands in a
sheet beside its cells (merged cells, what is hidden, page headers) is found.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from listing_rewards.errors import Fault, InvalidFile, fault
from listing_rewards.files.reading.grid import Range

MEBIBYTE = 1 << 20
MOST_UNPACKED = 2048 * MEBIBYTE
"""Of all parts together; sheets are read one row after the other."""
MOST_BESIDE_SHEETS = 256 * MEBIBYTE
"""Of the texts and styles, which are held in memory."""
MOST_RATIO, FROM_SIZE = 100, 4 * MEBIBYTE
"""How much more than it weighs a large part may unpack to; deflate can do 1,032."""
MOST_PARTS = 10_000
MOST_MERGED = 100_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
BROKEN = (BadZipFile, NotImplementedError, zlib.error, EOFError)
"""What a ZIP that is cut short or altered raises when a part of it is read."""
_ENCRYPTED_BIT = 1
_CHUNK, _OVERLAP = MEBIBYTE, 4096
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_TAG = re.compile(
    rb"<(?:[A-Za-z]{1,9}:)?(mergeCell|col|row|sheetView|conditionalFormatting|cfRule|(?:odd|even|first)(?:Header|Footer))"
    rb"(?=[\s/>])((?:[^<>\"']++|\"[^<\"]*+\"|'[^<']*+')*+)>([^<]{0,2000}+)"
)
_ATTRIBUTE = re.compile(rb"\b(\w++)\s*+=\s*+[\"']([^<\"']{0,40}+)[\"']")
_RANGE = re.compile(rb"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_CELLS = re.compile(rb"\bsqref\s*+=\s*+[\"']([^<\"']{0,100000}+)")
_TRUE = (b"1", b"true", b"on")
_FALSE = (b"0", b"false", b"off")


class Surroundings(NamedTuple):
    """What a sheet holds beside its cells.

    Attributes:
        merged: the ranges whose cells are merged, by their first row.
        hidden: the rows that are hidden.
        hidden_columns: the first and last of each run of columns that are hidden, from 1.
        hides_zeros: whether a zero is shown as nothing.
        margins: what stands in the headers and footers of its pages.
        conditional: the ranges with a conditional format, and the place of what its rule changes.
    """

    merged: tuple[Range, ...] = ()
    hidden: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    hides_zeros: bool = False
    margins: tuple[str, ...] = ()
    conditional: frozenset[tuple[Range, int]] = frozenset()


def opened_package(raw: IO[bytes]) -> ZipFile:
    """The parts of a workbook, none of which is harmful.

    Raises:
        InvalidFile: it is encrypted, no workbook, damaged, or unpacks to more than is read.
    """
    try:
        package = ZipFile(raw)
        if wrong := _too_much(package.infolist()):
            raise InvalidFile(wrong)
        for each in package.infolist():
            if each.filename.endswith((".xml", ".rels")):
                for window in windows(package, each.filename):
                    if _DOCTYPE.search(window):
                        raise InvalidFile(fault("damaged_workbook"))
    except BROKEN:
        raise InvalidFile(fault("damaged_workbook")) from None
    return package


def _too_much(parts: list[ZipInfo]) -> Fault | None:
    """Why the parts are not unpacked."""
    if any(part.flag_bits & _ENCRYPTED_BIT for part in parts):
        return fault("encrypted_workbook")
    beside = sum(part.file_size for part in parts if "/worksheets/" not in part.filename)
    bomb = any(
        part.file_size > FROM_SIZE and part.file_size > MOST_RATIO * part.compress_size
        for part in parts
    )
    unpacked = sum(part.file_size for part in parts)
    if bomb or len(parts) > MOST_PARTS or beside > MOST_BESIDE_SHEETS or unpacked > MOST_UNPACKED:
        return fault("workbook_unpacks_to_too_much", size=f"{unpacked // MEBIBYTE:,}")
    return None


def windows(package: ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a part in pieces that overlap, in whatever width its letters are."""
    tail = b""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            window = tail + chunk.replace(b"\0", b"")
            yield window
            tail = window[-_OVERLAP:]


def surroundings(package: ZipFile, name: str) -> Surroundings:
    """What a sheet holds beside its cells, read once through.

    Raises:
        InvalidFile: a row or range lies beyond what a sheet has, or there are too many ranges.
    """
    merged, hidden, columns = set[Range](), set[int](), set[tuple[int, int]]()
    hides_zeros, margins = False, dict[str, None]()
    rules = _Rules()
    for window in windows(package, name):
        rules.next_window()
        for found in _TAG.finditer(window):
            tag, of = found[1], dict(_ATTRIBUTE.findall(found[2]))
            if tag in (b"conditionalFormatting", b"cfRule"):
                rules.take(found, of)
            elif tag == b"mergeCell":
                merged.add(_range(of.get(b"ref", b"")))
            elif tag == b"sheetView":
                hides_zeros = hides_zeros or of.get(b"showZeros") in _FALSE
            elif tag not in (b"row", b"col"):
                margins[found[3].decode("utf-8", "replace").replace("&amp;", "&")] = None
            elif of.get(b"hidden") in _TRUE and tag == b"row":
                hidden.add(_number(of.get(b"r", b"")))
            elif of.get(b"hidden") in _TRUE:
                columns.add((_number(of.get(b"min", b"")), _number(of.get(b"max", b""))))
        if len(merged) > MOST_MERGED:
            raise InvalidFile(fault("damaged_workbook"))
    return Surroundings(
        *(tuple(sorted(merged)), frozenset(hidden), tuple(columns), hides_zeros, tuple(margins)),
        frozenset(rules.found),
    )


class _Rules:
    """Gathers the rules of conditional formats, each with the ranges of the element around it."""

    def __init__(self) -> None:
        self.found: set[tuple[Range, int]] = set()
        self._windows, self._cells = 0, b""
        self._inside = False

    def next_window(self) -> None:
        """What was read so far is followed by more, the end of it once again."""
        self._windows += 1
        self._inside = False

    def take(self, found: re.Match[bytes], of: Mapping[bytes, bytes]) -> None:
        """The next element: one with the ranges, or a rule within it."""
        if found[1] == b"conditionalFormatting":
            cells = _CELLS.search(found[2])
            self._cells, self._inside = cells[1] if cells else b"", True
            return
        read_before = self._windows > 1 and not self._inside and found.start() < _OVERLAP
        if b"dxfId" in of and not read_before:
            place = _number(of[b"dxfId"])
            self.found |= {(_range(each), place) for each in self._cells.split()}
        if len(self.found) > MOST_MERGED:
            raise InvalidFile(fault("damaged_workbook"))


def _number(digits: bytes) -> int:
    if not digits.isdigit() or len(digits) > 7:
        raise InvalidFile(fault("damaged_workbook"))
    return int(digits)


def _range(written: bytes) -> Range:
    match = _RANGE.fullmatch(written)
    if match is None:
        if re.fullmatch(rb"[A-Z]{1,3}\d{1,7}", written):
            return _range(written + b":" + written)
        raise InvalidFile(fault("damaged_workbook"))
    first, last = column_number(match[1].decode()), column_number(match[3].decode())
    return Range(int(match[2]), first, min(int(match[4]), LAST_ROW), min(last, LAST_COLUMN))


def column_number(letters: str) -> int:
    """The number of a column, from 1.

    >>> column_number("C"), column_number("AB")
    (3, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
