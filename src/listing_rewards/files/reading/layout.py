"""How people lay out a sheet: titles above the header, notes, an example, a total below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from listing_rewards.files.reading.columns import Column, Kind, column_named
from listing_rewards.files.reading.grid import Line
from listing_rewards.files.reading.rows import Aside
from listing_rewards.money import plain_signs

TITLES = 30
"""The header is among so many lines."""
_TOTAL = re.compile(
    r"(?:本[年月季页次]|\d{1,2}月份?|全[年部])?(?:[合总小累共]\s*计)\s*[:：]?"
    r"|(?:sub-?|grand )?total\s*[:：]?",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:(?:填[写表报])?(?:说明|须知|要求)|注意事项|注意?|备注|notes?)\d*(?:\s*[:：].*)?"
    r"|(?:填[表报]|制表|审核|复核|负责人|经办|联系).{0,6}[:：].*"
    r"|[（(][^（()）]*[)）]",
    re.IGNORECASE | re.DOTALL,
)
_UNIT = re.compile(
    r"单位\s*[::为]\s*(?:人民币)?(?P<zh>[十百千万亿美港欧日]*元)"
    r"|\bunits?\s*:\s*(?P<en>[^,;()]*(?:,\d+)*[^,;()]*)",
    re.IGNORECASE,
)
_YUAN = frozenset({"元", "yuan", "rmb", "cny", "rmb yuan"})
_EXAMPLE = re.compile(r"(?:填写)?(?:示例|样例|范例|例)|examples?|e\.g\.", re.IGNORECASE)


def is_total(text: str) -> bool:
    """Whether the text names a total and not an enterprise.

    >>> is_total("合 计："), is_total("合计公司")
    (True, False)
    """
    return _TOTAL.fullmatch(text.strip()) is not None


def aside_of(texts: Iterable[str]) -> Aside | None:
    """What a line is that is no enterprise, by what stands where its number and name would.

    >>> aside_of(["", "合计"]), aside_of(["填表人：虚构人"]), aside_of(["例", "示例甲公司"])
    ('total', 'note', 'example')
    >>> aside_of(["1", "示例甲公司"])
    """
    for text in map(str.strip, texts):
        if is_total(text):
            return "total"
        if _EXAMPLE.fullmatch(text):
            return "example"
        if _NOTE.fullmatch(text):
            return "note"
    return None


def unit_of(lines: Iterable[Line]) -> str:
    """The unit other than yuan that lines above a header say amounts are in; empty for none.

    >>> from listing_rewards.files.reading.grid import Written
    >>> unit_of([Line(1, [Written("金额单位：万元")])])
    '万元'
    """
    for line in lines:
        for cell in line.cells:
            for found in _UNIT.finditer(plain_signs(cell.text)):
                unit = (found["zh"] or found["en"]).strip()
                if unit.lower() not in _YUAN:
                    return unit
    return ""


def header_of(
    lines: Iterator[Line], known: Mapping[str, Column], who: Collection[Kind]
) -> tuple[Line | None, list[Line], list[Line]]:
    """The header of a sheet, the lines above it, and those below it that were read on the way.

    It is the first line that names the enterprise's column and one more; where there is none, the
    first that names the enterprise's, or else the first of all, so that its faults can be told.
    """
    first = list(islice(lines, TITLES))
    likely = [line for line in first if names_who(line, known, who)]
    sure = (line for line in likely if known_in(line, known) > 1)
    header = next(sure, likely[0] if likely else first[0] if first else None)
    if header is None:
        return None, [], []
    place = first.index(header)
    return header, first[:place], first[place + 1 :]


def names_who(line: Line, known: Mapping[str, Column], who: Collection[Kind]) -> bool:
    """Whether one of its cells is the header of a column that names the enterprise."""
    found = (column_named(cell.text, known) for cell in line.cells)
    return any(column is not None and column.kind in who for column in found)


def known_in(line: Line, known: Mapping[str, Column]) -> int:
    """How many of its cells are headers of these columns."""
    return sum(column_named(cell.text, known) is not None for cell in line.cells)
