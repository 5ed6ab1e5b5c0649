"""The records of a workbook of Excel 97-2003, looked at before a library parses any of them.

An ``.xls`` file is a container of streams, one of which is the workbook: a row of records, those
of the workbook first, then those of each sheet. The library gets those that bear on what a cell
shows; names, formulas of rules, drawings and the like are blotted out. What it does not report
(page headers, formulas that nobody computed) is found here, and so are merged cells, for which it
would make room.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import IO, NamedTuple

from olefile import OleFileIO
from olefile.olefile import OleFileError

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.grid import Range

_NAMES = ("Workbook", "Book")
"""What the stream of a workbook is called since Excel 97, and in Excel 5."""
_ENCRYPTED = "EncryptedPackage"
_BOF, _EOF, _SHEET, _PASSWORD, _CODE_PAGE = 0x0809, 0x000A, 0x0085, 0x002F, 0x0042
_HEADER, _FOOTER, _MERGED, _RECALCULATED = 0x0014, 0x0015, 0x00E5, 0x01C1
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})
_CELLS = _FORMULAS | {0x0203, 0x0204, 0x0205, 0x027E, 0x00BD, 0x00D6, 0x00FD}
_BESIDE_CELLS = frozenset({0x0207, 0x0208, 0x007D, 0x0200, 0x023E, 0x005D, 0x01B6, 0x001C})
"""Texts of formulas, rows, columns, what a window shows, comments."""
_OF_THE_WORKBOOK = frozenset({0x0022, 0x0031, 0x0231, 0x041E, 0x00E0, 0x0092, 0x00FC, 0x003C})
"""How days are counted, fonts, formats, styles, colours, shared texts."""
_BEFORE_A_TEXT = frozenset({0x04BC, 0x00BC, 0x0221, 0x0021, 0x0236, 0x0036, 0x0037})
"""What may stand between a formula and its text."""
_READ = (
    frozenset({_BOF, _EOF, _SHEET, _CODE_PAGE})
    | _CELLS
    | _BESIDE_CELLS
    | _OF_THE_WORKBOOK
    | _BEFORE_A_TEXT
)
_PASSED_BY = 0x00FF
"""A record that the library passes by."""
_OF_CELLS = b"\0"
"""A sheet that is no chart and no sheet of macros."""
_SINCE_97 = b"\x00\x06"
_ZERO, _EMPTY_TEXT = bytes(8), b"\x03\x00\x00\x00\x00\x00\xff\xff"
_MOST_SHEETS = 1000
_ROWS_WITHOUT_RECORDS = 200_000
"""So many rows may be empty before the last ones."""


@dataclass(slots=True)
class SheetRecords:
    """What a sheet holds that the library does not report.

    Attributes:
        merged: its merged ranges.
        margins: the records of what is printed above and below its pages.
        uncomputed: the rows and columns, from 0, of formulas whose result is 0 or empty.
        last_row: the number of its last row, from 1.
        shown: whether it is shown.
    """

    merged: set[Range] = field(default_factory=set)
    margins: list[bytes] = field(default_factory=list)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    last_row: int = 0
    shown: bool = True


class Stream(NamedTuple):
    """The stream of a workbook.

    Attributes:
        content: its records, of which those that do not count are blotted out.
        sheets: what its sheets hold besides, in their order.
        in_unicode: whether texts are in Unicode, as since Excel 97.
    """

    content: bytes
    sheets: tuple[SheetRecords, ...]
    in_unicode: bool


def stream_of(raw: IO[bytes]) -> Stream:
    """The stream of a workbook, with nothing in it that is harmful.

    Raises:
        InvalidFile: it is encrypted, no workbook, or damaged.
    """
    whole = _unpacked(raw)
    found = _Found()
    content = bytearray(whole)
    for at, code, data in _records(whole):
        found.take(at, code, data)
        if code not in _READ:
            struct.pack_into("<H", content, at, _PASSED_BY)
    in_unicode = whole[4:6] == _SINCE_97
    if not (in_unicode or found.states_code_page):
        raise InvalidFile(fault("damaged_workbook"))
    return Stream(bytes(content), tuple(found.in_order()), in_unicode)


class _Found:
    """Gathers what the library does not report, record after record."""

    def __init__(self) -> None:
        self.states_code_page = False
        self._computes = False
        self._sheet = SheetRecords()
        self._sheets: dict[int, SheetRecords] = {}
        self._listed: list[tuple[int, bool]] = []
        self._records = 0

    def take(self, at: int, code: int, data: bytes) -> None:
        """The next record."""
        self._records += 1
        if code in _CELLS:
            self._cell(code, data)
        elif code == _BOF and _is_sheet(data):
            self._sheet = self._sheets[at] = SheetRecords()
        elif code == _SHEET and data[5:6] == _OF_CELLS:
            self._listed.append((int.from_bytes(data[:4], "little"), not data[4]))
        elif code == _PASSWORD:
            raise InvalidFile(fault("encrypted_workbook"))
        elif code in (_HEADER, _FOOTER) and data:
            self._sheet.margins.append(data)
        elif code == _MERGED:
            self._sheet.merged.update(_ranges(data))
        self._computes = self._computes or code == _RECALCULATED
        self.states_code_page = self.states_code_page or code == _CODE_PAGE

    def _cell(self, code: int, data: bytes) -> None:
        row, column, _, result = struct.unpack("<HHH8s", data[:14].ljust(14, b"\xff"))
        self._sheet.last_row = max(self._sheet.last_row, row + 1)
        if code in _FORMULAS and result in (_ZERO, _EMPTY_TEXT):
            self._sheet.uncomputed.add((row, column))
        elif code in _FORMULAS:
            self._computes = True

    def in_order(self) -> Iterator[SheetRecords]:
        """The sheets as the workbook lists them.

        Raises:
            InvalidFile: one begins elsewhere, or the rows are far more than the records.
        """
        rows = sum(each.last_row for each in self._sheets.values())
        known = all(begins in self._sheets for begins, _ in self._listed)
        if (
            not known
            or len(self._listed) > _MOST_SHEETS
            or rows > self._records + _ROWS_WITHOUT_RECORDS
        ):
            raise InvalidFile(fault("damaged_workbook"))
        for begins, shown in self._listed:
            sheet = self._sheets[begins]
            yield replace(
                sheet, shown=shown, uncomputed=set() if self._computes else sheet.uncomputed
            )


def _unpacked(raw: IO[bytes]) -> bytes:
    """The stream of the workbook out of its container."""
    try:
        with OleFileIO(raw) as container:
            encrypted = container.exists(_ENCRYPTED)
            name = next(each for each in (*_NAMES, _ENCRYPTED) if container.exists(each))
            content: bytes = container.openstream(name).read()
            whole = len(content) == container.get_size(name)
    except (OleFileError, OSError, StopIteration, ArithmeticError, LookupError, ValueError):
        raise InvalidFile(fault("damaged_workbook")) from None
    if encrypted:
        raise InvalidFile(fault("encrypted_workbook"))
    if not whole or content[:2] != _BOF.to_bytes(2, "little"):
        raise InvalidFile(fault("damaged_workbook"))
    return content


def _records(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Each record: where it begins, what it is, and its content."""
    at = 0
    while at + 4 <= len(content):
        code, length = struct.unpack_from("<HH", content, at)
        yield at, code, content[at + 4 : at + 4 + length]
        at += 4 + length


def _is_sheet(data: bytes) -> bool:
    """Whether what begins is a sheet, and not a chart on one."""
    return data[2:4] == b"\x10\x00"


def _ranges(data: bytes) -> Iterator[Range]:
    whole = len(data) - (len(data) - 2) % 8
    for first_row, last_row, first, last in struct.iter_unpack("<4H", data[2:whole]):
        yield Range(first_row + 1, first + 1, last_row + 1, last + 1)
