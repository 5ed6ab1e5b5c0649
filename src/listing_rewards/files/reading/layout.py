"""How people lay out a table: titles above the header, a header over several rows, notes, totals.

What a line is follows from what a person sees in it; a line that could be an enterprise is one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from listing_rewards.files.reading.columns import Column, Kind
from listing_rewards.files.reading.grid import NOTHING, Line, Range, Written
from listing_rewards.files.reading.headers import (
    HeaderCell,
    column_named,
    key,
    unit_alone,
    unit_in,
)
from listing_rewards.files.reading.rows import Aside

TITLES = 30
"""The header is among so many lines."""
MOST_HEADER_ROWS = 3
_TOTAL_WORDS = r"(?:合计|总计|小计|共计|累计|汇总|总额|subtotal|grandtotal|total|sum)"
_TOTAL = re.compile(
    rf"[^公司()]{{0,16}}?{_TOTAL_WORDS}(?:金额|数|户数|家数)?(?:\([^()]{{0,12}}\))?[:]?"
    r"(?:[\d,.]{1,15}(?:[家户个笔人]|万?元)?)?"
)
_NOTE = re.compile(
    r"(?:(?:填[写表报])?(?:说明|须知|要求)|注意事项|注意?|备注|notes?)\d*(?:\s*[:：].*)?"
    r"|(?:填[表报]|制表|审核|复核|负责人|经办|联系|单位负责人|分管领导|盖章|签字|日期).{0,8}[:：].*"
    r"|第\s*\d+\s*页.{0,12}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|[（(][^（()）]*[)）]",
    re.IGNORECASE | re.DOTALL,
)
_EXAMPLE = re.compile(r"(?:填写)?(?:示例|样例|范例|例)|examples?|e\.g\.", re.IGNORECASE)
_FICTIONAL = re.compile(
    r"(?:(?:填写)?(?:示例|样例|例)|某+|x+|×+|\*+|○+|example)"
    r"(?:股份有限公司|有限公司|公司|企业|单位|集团)?(?:\([^()]*\))?"
)
_PLACE = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[、.)])?\(?[\u4e00-\u9fff]{1,10}"
    r"(?:自治县|县|区|市|镇|乡|街道|旗|新区|开发区)\)?[:]?(?:\(?共?\d+[家户个]\)?)?"
)
_ORDINAL = re.compile(r"\(?[一二三四五六七八九十]{1,3}[、.)].{1,24}")
_SERIAL = re.compile(r"[\d一二三四五六七八九十()（）.、\-]{1,12}")


def is_total(text: str) -> bool:
    """Whether the text names a total and not an enterprise.

    >>> is_total("合 计："), is_total("赤坎区小计"), is_total("合计公司")
    (True, True, False)
    """
    return _TOTAL.fullmatch(key(text)) is not None


def is_serial(text: str) -> bool:
    """Whether the text is no more than the number of a line.

    >>> is_serial("12"), is_serial("（一）"), is_serial("示例甲公司")
    (True, True, False)
    """
    return _SERIAL.fullmatch(text.strip()) is not None


def is_heading(text: str) -> bool:
    """Whether the text heads the lines below it: a place, or what begins with 一、.

    >>> is_heading("赤坎区"), is_heading("一、霞山区"), is_heading("示例甲公司")
    (True, True, False)
    """
    plain = key(text)
    return _PLACE.fullmatch(plain) is not None or _ORDINAL.fullmatch(plain) is not None


def is_made_up(name: str, own: Collection[str]) -> bool:
    """Whether the name in an example's line is that of the form, or of nobody.

    >>> is_made_up("某公司", []), is_made_up("示例丁公司", [])
    (True, False)
    """
    return name.strip() in own or _FICTIONAL.fullmatch(key(name)) is not None


def aside_of(texts: Iterable[str]) -> Aside | None:
    """What a line is that is no enterprise, by what stands where its number and name would.

    >>> aside_of(["", "合计"]), aside_of(["填表人：虚构人"]), aside_of(["例", "某公司"])
    ('total', 'note', 'example')
    >>> aside_of(["1", "示例甲公司"])
    """
    for text in map(str.strip, texts):
        if not text:
            continue
        if is_total(text):
            return "total"
        if _EXAMPLE.fullmatch(text):
            return "example"
        if _NOTE.fullmatch(text) or unit_alone(text):
            return "note"
    return None


class Header(NamedTuple):
    """The header of a table.

    Attributes:
        row: the number of its last line.
        cells: what stands above each column.
        lines: the lines it takes, without blanks, to know them where they are printed again.
        above: the lines above it.
        below: the lines below it that were read on the way.
    """

    row: int
    cells: list[HeaderCell]
    lines: list[Line]
    above: list[Line]
    below: list[Line]


def find_header(
    lines: Iterator[Line], known: Mapping[str, Column], who: Collection[Kind]
) -> Header | None:
    """The header of a table; None where there is no line at all.

    It begins in the first line that names the enterprise's column and one more; where there is
    none, in the first that names the enterprise's, or else in the first of all, so that its faults
    can be told.
    """
    first = list(islice(lines, TITLES))
    likely = [at for at, line in enumerate(first) if names_who(line, known, who)]
    blocks = [_block(first, at, known, who) for at in likely]
    sure = (block for block in blocks if known_in(block.cells, known) > 1)
    found = next(sure, blocks[0] if blocks else None)
    if found is not None or not first:
        return found
    return Header(first[0].row, _cells(first[:1]), first[:1], [], first[1:])


def _block(
    first: list[Line], at: int, known: Mapping[str, Column], who: Collection[Kind]
) -> Header:
    """The header that begins in a line, with the lines below that belong to it."""
    last = at
    while last + 1 < len(first) and last + 1 - at < MOST_HEADER_ROWS:
        if not _goes_on(first[at : last + 1], first[last + 1], known, who):
            break
        last += 1
    lines = first[at : last + 1]
    over = first[at - 1] if at else None
    return Header(first[last].row, _cells(lines, over), lines, first[:at], first[last + 1 :])


def _goes_on(
    block: list[Line], line: Line, known: Mapping[str, Column], who: Collection[Kind]
) -> bool:
    """Whether a line belongs to the header above it."""
    own = [at for at, cell in enumerate(line.cells) if cell.text.strip()]
    naming = [
        at
        for at, cell in enumerate(block[0].cells)
        if (column := column_named(cell.text, known)) is not None and column.kind in who
    ]
    if any(_merged_down(block[0].cells[at], line) for at in naming):
        return True
    texts = [line.cells[at].text for at in own]
    if texts and all(unit_alone(text) for text in texts):
        return len(texts) > 1 or not naming or own[0] not in naming
    if len(own) < 2 or any(at in own for at in naming):
        return False
    cells = _cells([*block, line])
    return all(
        any(column_named(text, known) for text in cells[at].candidates) for at in own
    ) and all(cells[at].texts[1:] for at in own)


def _merged_down(cell: Written, line: Line) -> bool:
    merged = cell.merged
    return merged is not None and merged.last_row >= line.row and _is_flat(merged)


def _is_flat(merged: Range) -> bool:
    """Whether a merged range is no higher than a header may be."""
    return merged.last_row - merged.first_row < MOST_HEADER_ROWS


def _cells(lines: Sequence[Line], over: Line | None = None) -> list[HeaderCell]:
    """What stands above each column, from top to bottom."""
    width = max(len(line.cells) for line in lines)
    found: list[HeaderCell] = []
    for column in range(1, width + 1):
        texts = [text for line in lines[:-1] if (text := _group(line, lines[-1], column))]
        own = _at(lines[-1], column).text.strip()
        found.append(
            HeaderCell((*texts, own) if own else tuple(texts) or ("",), _over(over, column))
        )
    return found


def _group(line: Line, below: Line, column: int) -> str:
    """What an upper line of a header says of a column, also where it stands over several."""
    cell = _at(line, column)
    if cell.text.strip():
        return cell.text.strip()
    if cell.merged is not None:
        anchor = cell.merged
        if not _is_flat(anchor):
            return ""
        return _at(line, anchor.first_column).text.strip() if anchor.first_row == line.row else ""
    if not _at(below, column).text.strip():
        return ""
    for left in range(column - 1, 0, -1):
        beside = _at(line, left)
        if beside.text.strip():
            spreads = _at(below, left).text.strip() and beside.merged is None
            return beside.text.strip() if spreads else ""
        if beside.merged is not None:
            return ""
    return ""


def _over(line: Line | None, column: int) -> str:
    """What a merged cell over some of the columns says, such as 融资情况（万元）."""
    merged = _at(line, column).merged if line is not None else None
    if line is None or merged is None or merged.first_row != line.row:
        return ""
    if merged.first_column == 1 or merged.first_column == merged.last_column:
        return ""
    text = _at(line, merged.first_column).text
    return "" if "单位" in key(text) else text


def _at(line: Line, column: int) -> Written:
    return line.cells[column - 1] if column <= len(line.cells) else NOTHING


def names_who(line: Line, known: Mapping[str, Column], who: Collection[Kind]) -> bool:
    """Whether one of its cells is the header of a column that names the enterprise."""
    found = (column_named(cell.text, known) for cell in line.cells if cell.text)
    return any(column is not None and column.kind in who for column in found)


def known_in(cells: Iterable[HeaderCell], known: Mapping[str, Column]) -> int:
    """How many of these are headers of columns that are known."""
    return sum(
        any(column_named(text, known) is not None for text in cell.candidates) for cell in cells
    )


def unit_beside(lines: Iterable[Line], texts: Iterable[str]) -> tuple[str, str] | None:
    """The first unit that stands in these lines or texts, and the text it stands in.

    >>> from listing_rewards.files.reading.grid import Written
    >>> unit_beside([Line(1, [Written("金额单位：万元")])], [])
    ('万元', '金额单位：万元')
    """
    said = [cell.text for line in lines for cell in line.cells]
    for text in (*said, *texts):
        if len(text) <= 2000 and (unit := unit_in(text)):
            return unit, text.strip()
    return None


def same_texts(line: Line, other: Line) -> bool:
    """Whether two lines say the same, as a header does that is printed on each page."""
    return [key(cell.text) for cell in line.cells] == [key(cell.text) for cell in other.cells]
