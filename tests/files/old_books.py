"""Workbooks of Excel 97-2003 made record by record, also as no program would write them."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST = 4096
"""A stream of fewer bytes would stand elsewhere in the container."""
Value = str | float | None


def record(code: int, content: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", code, len(content)) + content


def label(row: int, column: int, text: str) -> bytes:
    """A text in Unicode."""
    letters = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(letters) // 2, 1) + letters)


def old_label(row: int, column: int, text: str, encoding: str) -> bytes:
    """A text of Excel 5, in the letters of a code page."""
    letters = text.encode(encoding)
    return record(0x0204, struct.pack("<HHHH", row, column, 0, len(letters)) + letters)


def number(row: int, column: int, value: float) -> bytes:
    """A number."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def formula(row: int, column: int, result: bytes) -> bytes:
    """A formula with the eight bytes of its result."""
    tokens = b"\x1e\x01\x00"
    return record(
        0x0006,
        struct.pack("<HHH8sHIH", row, column, 0, result, 0, 0, len(tokens)) + tokens,
    )


def cells(rows: Iterable[Sequence[Value]]) -> bytes:
    """Texts and numbers, row after row."""
    return b"".join(
        label(at, column, value) if isinstance(value, str) else number(at, column, value)
        for at, row in enumerate(rows)
        for column, value in enumerate(row)
        if value is not None
    )


def stream(
    sheets: Sequence[bytes],
    *,
    since_97: bool = True,
    code_page: int | None = 1200,
    more: bytes = b"",
    starts: Sequence[int] | None = None,
) -> bytes:
    """The records of a workbook.

    Args:
        sheets: the records of each sheet.
        since_97: whether it is one of Excel 97 or of Excel 5.
        code_page: of its texts; None says nothing of it.
        more: further records of the workbook.
        starts: where the sheets are said to begin, if elsewhere than they do.
    """
    version = 0x0600 if since_97 else 0x0500
    begin = record(0x0809, struct.pack("<HHHHII", version, 5, 0x0DBB, 1996, 0, 0))
    font = struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0)
    font += b"\x01\x00A" if since_97 else b"\x01A"
    style = struct.pack("<HH", 0, 0) + bytes(16 if since_97 else 12)
    said = b"" if code_page is None else record(0x0042, struct.pack("<H", code_page))
    whole = begin + said + more + record(0x0031, font) + record(0x00E0, style)
    names = [f"S{n}".encode() for n in range(len(sheets))]
    width = 8 if since_97 else 7
    at = len(whole) + sum(4 + width + len(name) for name in names) + 4
    for place, (name, content) in enumerate(zip(names, sheets, strict=True)):
        start = starts[place] if starts else at
        head = struct.pack("<IBBB", start, 0, 0, len(name)) + (b"\0" if since_97 else b"")
        whole += record(0x0085, head + name)
        at += len(_sheet(content, version))
    return whole + record(0x000A) + b"".join(_sheet(each, version) for each in sheets)


def _sheet(content: bytes, version: int) -> bytes:
    begin = record(0x0809, struct.pack("<HHHHII", version, 0x10, 0x0DBB, 1996, 0, 0))
    return begin + content + record(0x000A)


def contained(content: bytes, name: str = "Workbook") -> bytes:
    """A stream in its container."""
    content = content.ljust(_SMALLEST, b"\0")
    sectors = -(-len(content) // SECTOR)
    tables = -(-(sectors + 2) // (SECTOR // 4 - 1))
    chain = [_FAT] * tables + [_END]
    chain += [*range(tables + 2, tables + 1 + sectors), _END]
    chain += [_FREE] * (tables * SECTOR // 4 - len(chain))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, tables, 0,
                          _SMALLEST, _END, 0, _END, 0)  # fmt: skip
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    folder = _entry("Root Entry", 5, _END, 0, child=1) + _entry(
        name, 2, tables + 1, len(content), child=_FREE
    )
    return (
        header
        + struct.pack(f"<{len(chain)}I", *chain)
        + folder.ljust(SECTOR, b"\0")
        + content.ljust(sectors * SECTOR, b"\0")
    )


def _entry(name: str, kind: int, start: int, size: int, *, child: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<II4x", start, size)
    )
