"""Cells that do not say for certain whose a line is, whether it counts, or how much it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from listing_rewards.errors import Fault, fault
from listing_rewards.files.reading.cell_values import credit_code
from listing_rewards.files.reading.columns import MONEY
from listing_rewards.files.reading.headers import is_like_remarks, key
from listing_rewards.files.reading.layout import is_ditto, is_place, names_nobody
from listing_rewards.files.reading.table_line import TableLine
from listing_rewards.files.reading.taken_back import (
    doubts_facts,
    not_yet_done,
    received,
    says_other_money,
    says_paid,
    taken_back_in_name,
    takes_back,
)

_KINDS = "公司|合伙企业|合作社|事务所|研究院|厂|中心|集团"
_COMPANY = re.compile(rf"[^()]{{2,60}}(?:{_KINDS})(?:\([^()]{{0,60}}\))?")
_BETWEEN = re.compile(r"[、,，;；/／|\n\r&＆+→⇒]|[-=]+>|[及与和]")
_AND_OTHERS = re.compile(
    rf"(?:{_KINDS})(?:\([^()]*\))?等(?:[\d一二三四五六七八九十几多]{{1,3}}[家户个])?(?:企业|公司|单位)?"
)
_MARKS = "*＊△▲☆★※●○◎#＃×✗✘√✓✔?？!！"
_TURNED = re.compile("[\u202d\u202e]")
_CODE = re.compile(r"[0-9A-Za-z]{1,18}", re.ASCII)
_ROUNDED = re.compile(r"[\d.]{1,18}e\+\d+")
"""What a spreadsheet makes of a code; another fault says so."""
_MOVED = re.compile("[已现]迁|迁[出往离至到]|外迁|注销")
_PART = re.compile(
    r"[\d.、()]{0,6}\(?(?:其中|含(?=[:)])|包括|下属|下辖|子公司|[-—–└├]{1,3}(?=.{2,}公司))\)?[:：]?.{2,}"
)
_DATED = ("event_day", "event_amount")
_LONGEST = 200
_FIRST_GROUP = re.compile(r"\s*-?[1-9]\d{0,2}\s*", re.ASCII)
_GROUP = re.compile(r"\s*\d{3}(?:\.\d{1,2})?\s*", re.ASCII)


def doubts(line: TableLine) -> Iterator[Fault]:
    """What is doubtful in the cells that say whose a line is, in its remarks and comments.

    A cell may name two enterprises, carry a mark of which only a legend says the meaning, hold
    something that is no code, or say that the enterprise withdrew or was paid.
    """
    paid = any(head.column.kind == "paid" for head, _ in line.stated)
    for head, cell in line.written():
        text = cell.text.strip()
        match head.column.kind:
            case "name":
                found = doubtful_name(text)
            case "uscc":
                found = None if names_nobody(text) or cell.doubt else doubtful_code(text)
            case "county":
                found = doubtful_county(text)
            case "carried" if head.column.of == "remark" or is_like_remarks(head.written):
                found = _doubtful_remark(text, line, paid=paid)
            case _:
                continue
        if found is not None:
            yield line.place.under(head.written, head.letter).marked(found)
    dated = {head.letter for head, _ in line.stated if head.column.kind in _DATED}
    for each in line.comments:
        if takes_back(each.text):
            yield line.under(each).marked(fault("withdrawn", each.short))
        elif _is_doubtful(each.text, line) or (each.letter in dated and not_yet_done(each.text)):
            yield line.under(each).marked(fault("doubted_by_remark", each.short))


def _doubtful_remark(text: str, line: TableLine, *, paid: bool) -> Fault | None:
    if takes_back(text):
        return fault("withdrawn", text)
    if says_paid(text) and not paid:
        return fault("paid_by_remark", text)
    return fault("doubted_by_remark", text) if _is_doubtful(text, line) else None


def _is_doubtful(text: str, line: TableLine) -> bool:
    """Whether what is said beside a line leaves open whether it holds, or gives another amount."""
    return gives_another_amount(text, line) or doubts_facts(text) or says_other_money(text)


def gives_another_amount(text: str, line: TableLine) -> bool:
    """Whether a remark says that another amount than that of its line was received or paid."""
    amount = received(text)
    stated = (cell.text.replace(",", "") for head, cell in line.stated if head.column.kind in MONEY)
    return bool(amount) and not any(amount in each for each in stated)


def shared_amounts(line: TableLine, below: Sequence[TableLine] = ()) -> Iterator[Fault]:
    """The amounts of a line that a merged cell gives to other enterprises or days as well.

    Args:
        line: the line.
        below: the further lines of its enterprise.
    """
    days = {
        (row.place.row, head.column.of)
        for row in below
        for head, cell in row.stated
        if head.column.kind in {"event_day", "paid_day"} and cell.doubt is None
    }
    last = below[-1].place.row if below else line.place.row
    for head, cell in line.stated:
        if cell.merged is None or cell.doubt or head.column.kind not in MONEY:
            continue
        rows = range(line.place.row + 1, cell.merged.last_row + 1)
        if cell.merged.last_row > last or any((row, head.column.of) in days for row in rows):
            yield line.place.under(head.written, head.letter).marked(fault("merged_cell"))


def cut_amounts(line: TableLine) -> Iterator[Fault]:
    """The amounts of a line of a CSV that a comma without quotation marks has cut: 3,000.

    A cell of up to three digits stands before one of exactly three in a column for text.
    """
    if line.place.sheet:
        return
    for (head, cell), (beside, rest) in pairwise(zip(line.heads, line.cells, strict=True)):
        if head is None or beside is None or head.column.kind not in MONEY:
            continue
        of_text = beside.column.kind in {"carried", "remark"}
        if of_text and _FIRST_GROUP.fullmatch(cell.text) and _GROUP.fullmatch(rest.text):
            cut = fault("cut_amount", f"{cell.text.strip()},{rest.text.strip()}")
            yield line.place.under(head.written, head.letter).marked(cut)


def doubtful_name(name: str) -> Fault | None:
    """Why a name may not be that of one enterprise; None where nothing speaks against it.

    >>> doubtful_name("示例甲公司、示例乙公司").code, doubtful_name("示例甲公司等3家").code
    ('enterprises_in_one_cell', 'enterprises_in_one_cell')
    >>> doubtful_name("示例甲公司*").code, doubtful_name("示例甲公司（已注销）").code
    ('marked_name', 'withdrawn_name')
    >>> doubtful_name("示例一区").code, doubtful_name("示例和合公司（有限合伙）") is None
    ('place_as_name', True)
    """
    short = name[:_LONGEST]
    parts = [part for each in _BETWEEN.split(short) if (part := key(each))]
    named = sum(map(is_company, parts))
    if is_place(short):
        return fault("place_as_name", name)
    if _PART.match(key(short)):
        return fault("part_of_another", name)
    if named > 1 or _AND_OTHERS.search(key(short)):
        return fault("enterprises_in_one_cell", name)
    if short[:1] in _MARKS or name[-1:] in _MARKS:
        return fault("marked_name", name, mark=short[0] if short[0] in _MARKS else name[-1])
    if said := taken_back_in_name(name):
        return fault("withdrawn_name", name, said=said)
    if turned := _TURNED.search(name):
        return fault("private_sign", name, sign=f"U+{ord(turned[0]):04X}")
    return None


def doubtful_county(text: str) -> Fault | None:
    """Why a text may be no county: it stands for the line above, or is the name of an enterprise.

    Or says that the enterprise has left.

    >>> doubtful_county("同上").code, doubtful_county("示例甲公司").code
    ('ditto', 'not_a_county')
    >>> doubtful_county("示例一区（已迁出）").code
    'moved_away'
    """
    if is_ditto(text):
        return fault("ditto", text)
    if _MOVED.search(text):
        return fault("moved_away", text)
    return fault("not_a_county", text) if is_company(text) else None


def is_company(text: str) -> bool:
    """Whether a text is built like the name of an enterprise.

    >>> is_company("示例甲有限公司（虚构）"), is_company("示例一区")
    (True, False)
    """
    return _COMPANY.fullmatch(key(text[:_LONGEST])) is not None


def doubtful_code(text: str) -> Fault | None:
    """Why a text is no credit code at all; whether a code is well built is another matter.

    >>> doubtful_code("91440800MA0000001E/91440800MA0000002H").code, doubtful_code("待办").code
    ('not_a_code', 'not_a_code')
    >>> doubtful_code("9144 0800-MA00 0000 1E") is None, doubtful_code("440800000012345") is None
    (True, True)
    """
    plain = re.sub(r"[-－—–]", "", key(credit_code(text)))
    known = _CODE.fullmatch(plain) or _ROUNDED.fullmatch(plain)
    return None if known else fault("not_a_code", text)
