"""How a file is mutated: as bytes, as text, and a workbook part by part."""

from __future__ import annotations

import io
import random
import re
import struct
from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import ParseError, fromstring, tostring
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from files.old_books import contained, record
from olefile import OleFileIO

Mutation: TypeAlias = Callable[[bytes, random.Random], bytes]
ODD = (
    *(b"", b"0", b"-1", b"1e999", b"NaN", b"1" * 400, b"A1:XFD1048576", b"XFD1048577", b"\x00"),
    *(
        b"\xff\xfe",
        "\ufffe".encode(),
        b"\xed\xa0\x80",
        "合计".encode(),
        "２０２３年１３月".encode(),
    ),
    *(b"&#0;", b"&amp;", b"]]>", b"<!--", b'"' * 50, b"[" * 300, b"{" * 300, b"=1+1", b"1.7E308"),
    *("（万元）".encode(), b"999999999", b"18446744073709551616", b"2958466", b"t", b"inlineStr"),
    *(b"true", b"null", b"\r\n", b",", b"\t", b"'", b"../../x", b"_x000D_", b"%", b"1900-02-29"),
)
"""What may stand where a value stood."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd]")
_TAG = re.compile(rb"<[^<>]{1,200}>")
_VALUE = re.compile(rb'"[^"<>]{0,100}"|>[^<>]{1,100}<|[^\s",=\[\]{}:<>]{1,40}')


def flipped(content: bytes, draw: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(content)
    for _ in range(draw.randint(1, 8)):
        if changed:
            changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def cut(content: bytes, draw: random.Random) -> bytes:
    """A piece is missing, or the end."""
    first, last = sorted(draw.randrange(len(content) + 1) for _ in range(2))
    return content[:first] + (content[last:] if draw.random() < 0.7 else b"")


def repeated(content: bytes, draw: random.Random) -> bytes:
    """A piece stands there many times."""
    first = draw.randrange(len(content) + 1)
    piece = content[first : first + draw.randint(1, 200)]
    return content[:first] + piece * draw.choice((2, 3, 50)) + content[first:]


def odd(content: bytes, draw: random.Random) -> bytes:
    """Values are others: too long, too large, of another kind, or nothing."""
    found = list(_VALUE.finditer(content))
    for match in sorted(
        draw.sample(found, min(len(found), draw.randint(1, 3))), key=lambda m: -m.start()
    ):
        quote = match[0][:1] if match[0][:1] in (b'"', b">") else b""
        end = {b'"': b'"', b">": b"<"}.get(quote, b"")
        content = content[: match.start()] + quote + draw.choice(ODD) + end + content[match.end() :]
    return content


def swapped(content: bytes, draw: random.Random) -> bytes:
    """Two lines or tags have changed places, or one of them stands twice."""
    pieces = list(_TAG.finditer(content)) or list(re.finditer(rb"[^\n]+", content))
    if len(pieces) < 2:
        return flipped(content, draw)
    one, other = sorted(draw.sample(pieces, 2), key=lambda match: match.start())
    first = other[0] if draw.random() < 0.7 else b""
    second = one[0] if draw.random() < 0.7 else b""
    between = content[one.end() : other.start()]
    return content[: one.start()] + first + between + second + content[other.end() :]


def of_tree(content: bytes, draw: random.Random) -> bytes:
    """XML that stays XML: values and texts are others, elements are missing, moved or doubled."""
    try:
        root = fromstring(content)  # noqa: S314  (files of our own making)
    except ParseError:
        return of_text(content, draw)
    for _ in range(draw.randint(1, 6)):
        each = draw.choice(list(root.iter()))
        kind = draw.random()
        if kind < 0.4 and each.attrib:
            each.attrib[draw.choice(sorted(each.attrib))] = _plain(draw.choice(ODD))
        elif kind < 0.65:
            each.text = _plain(draw.choice(ODD))
        elif kind < 0.75 and len(each):
            each.remove(draw.choice(list(each)))
        elif kind < 0.9 and len(each):
            each.insert(draw.randrange(len(each) + 1), draw.choice(list(each)))
        elif each is not root and not any(inner is root for inner in each.iter()):
            root.append(each)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _plain(value: bytes) -> str:
    """A value as XML can hold it."""
    return _NO_XML.sub("", value.decode("utf-8", "ignore"))


OF_TEXT: tuple[Mutation, ...] = (flipped, cut, repeated, odd, odd, swapped)


def of_text(content: bytes, draw: random.Random) -> bytes:
    """A text, mutated once to four times."""
    for _ in range(draw.randint(1, 4)):
        content = draw.choice(OF_TEXT)(content, draw)
    return content


def of_workbook(content: bytes, draw: random.Random) -> bytes:
    """A workbook of which a part is mutated, missing, or another part; seldom its bytes as such."""
    if draw.random() < 0.1:
        return of_text(content, draw)
    try:
        with ZipFile(io.BytesIO(content)) as before:
            parts = {name: before.read(name) for name in before.namelist()}
    except BadZipFile:
        return of_text(content, draw)
    wanted = [name for name in parts if "sheet" in name or "style" in name or "shared" in name]
    for _ in range(draw.randint(1, 3)):
        name = draw.choice(wanted if wanted and draw.random() < 0.8 else sorted(parts))
        kind = draw.random()
        if kind < 0.75:
            parts[name] = of_tree(parts[name], draw)
        elif kind < 0.85:
            parts[name] = of_text(parts[name], draw)
        elif kind < 0.93:
            parts[name] = parts[draw.choice(sorted(parts))]
        else:
            parts[name] = b""
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as after:
        for name, part in parts.items():
            after.writestr(name, part)
    return written.getvalue()


_NUMBERS = (0, 1, 3, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF)
_BEGINNING, _SHEET = 0x0809, 0x0085


def of_old_workbook(content: bytes, draw: random.Random) -> bytes:
    """A workbook of Excel 97-2003 of which records are mutated; seldom its bytes as such."""
    if draw.random() < 0.1:
        return of_text(content, draw)
    with OleFileIO(io.BytesIO(content)) as container:
        stream = container.openstream("Workbook").read()
    records: list[tuple[int, bytes]] = []
    at = 0
    while at + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, at)
        records.append((code, stream[at + 4 : at + 4 + length]))
        at += 4 + length
    for _ in range(draw.randint(1, 6)):
        place = draw.randrange(len(records))
        code, data = records[place]
        kind = draw.random()
        if kind < 0.3:
            records[place] = code, flipped(data, draw)
        elif kind < 0.6 and len(data) > 1:
            odd = struct.pack("<H", draw.choice(_NUMBERS))
            first = draw.randrange(len(data) - 1)
            records[place] = code, data[:first] + odd + data[first + 2 :]
        elif kind < 0.7:
            records[place] = code, cut(data, draw)
        elif kind < 0.8:
            records[place] = draw.choice(records)[0], data
        elif kind < 0.9:
            records.insert(place, draw.choice(records))
        else:
            del records[place]
    return contained(_placed(records) if draw.random() < 0.9 else _joined(records))


def _joined(records: list[tuple[int, bytes]]) -> bytes:
    return b"".join(record(code, data[:0xFFFF]) for code, data in records)


def _placed(records: list[tuple[int, bytes]]) -> bytes:
    """The records, with the sheets said to begin where they do."""
    starts, at = [], 0
    for code, data in records:
        starts += [at] if code == _BEGINNING and at else []
        at += 4 + len(data)
    named = iter(starts)
    return _joined(
        [
            (code, struct.pack("<I", next(named, 0)) + data[4:] if code == _SHEET else data)
            for code, data in records
        ]
    )
