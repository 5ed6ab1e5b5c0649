"""What a workbook is made of, looked at before anything in it is parsed.

An ``.xlsx`` file is a ZIP of XML parts. What could be used to harm the reader (parts that unpack
to far more than they weigh, document types with entities) is refused here, and what the library
that reads the cells does not tell (merged cells, what is hidden, whether there are formulas) is
found.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from listing_rewards.errors import Fault, InvalidFile, fault

MEBIBYTE = 1 << 20
MOST_UNPACKED = 2048 * MEBIBYTE
"""Of all parts together; sheets are read one row after the other."""
MOST_BESIDE_SHEETS = 256 * MEBIBYTE
"""Of the texts and styles, which are held in memory."""
MOST_RATIO, FROM_SIZE = 300, 16 * MEBIBYTE
"""How much more than it weighs a large part may unpack to; deflate can do 1,032."""
MOST_PARTS = 10_000
_LAST_ROW_DIGITS = 7
_ENCRYPTED_BIT = 1
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How the container begins in which an encrypted workbook stands, and a workbook of Excel 97."""
_CHUNK, _OVERLAP = MEBIBYTE, 400
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_TELLING = re.compile(
    rb"<(?:\w+:)?(?:"
    rb"(?P<formula>f)[\s>/]"
    rb"|mergeCell\s[^>]*?\bref=\"(?P<merged>[A-Z]+\d+:[A-Z]+\d+)\""
    rb"|col\s(?=[^>]*?\bhidden=\"(?:1|true)\")(?=[^>]*?\bmin=\"(?P<first>\d{1,5})\")"
    rb"[^>]*?\bmax=\"(?P<last>\d{1,5})\""
    rb"|row\s(?=[^>]*?\bhidden=\"(?:1|true)\")[^>]*?\br=\"(?P<hidden>\d+)\""
    rb"|row\s[^>]*?\br=\"(?P<far>\d{%d,})\""
    rb")" % (_LAST_ROW_DIGITS + 1)
)


class Part(NamedTuple):
    """What a sheet holds beside the values of its cells.

    Attributes:
        formulas: whether any cell holds a formula.
        merged: the ranges whose cells are merged, such as ``C7:C8``.
        hidden: the rows that are hidden.
        hidden_columns: the columns that are hidden, from 1.
    """

    formulas: bool
    merged: frozenset[str]
    hidden: frozenset[int]
    hidden_columns: frozenset[int]


def look_into(raw: IO[bytes]) -> Mapping[str, Part]:
    """What each sheet of a workbook holds, by the name of its part.

    Raises:
        InvalidFile: it is encrypted, no workbook, damaged, or unpacks to more than is read.
    """
    start = raw.read(len(_COMPOUND))
    raw.seek(0)
    if start == _COMPOUND:
        raise InvalidFile(fault("encrypted_workbook"))
    try:
        with ZipFile(raw) as package:
            if wrong := _too_much(package.infolist()):
                raise InvalidFile(wrong)
            names = [each.filename for each in package.infolist()]
            found = {name: _looked_at(package, name) for name in names if _is_xml(name)}
    except (BadZipFile, NotImplementedError, zlib.error, EOFError):
        raise InvalidFile(fault("damaged_workbook")) from None
    raw.seek(0)
    return found


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


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _looked_at(package: ZipFile, name: str) -> Part:
    """What a part tells, read once through."""
    formulas, merged, hidden, columns = False, set[str](), set[int](), set[int]()
    for window in _windows(package, name):
        if _DOCTYPE.search(window):
            raise InvalidFile(fault("damaged_workbook"))
        if "/worksheets/" not in name:
            continue
        for found in _TELLING.finditer(window):
            if found["far"]:
                raise InvalidFile(fault("damaged_workbook"))
            formulas = formulas or found["formula"] is not None
            if found["merged"]:
                merged.add(found["merged"].decode())
            if found["hidden"]:
                hidden.add(int(found["hidden"]))
            if found["first"]:
                columns.update(range(int(found["first"]), int(found["last"]) + 1))
    return Part(formulas, frozenset(merged), frozenset(hidden), frozenset(columns))


def _windows(package: ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a part in pieces that overlap, in whatever width its letters are."""
    tail = b""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            window = tail + chunk.replace(b"\0", b"")
            yield window
            tail = window[-_OVERLAP:]
