"""The headers of a table: which column each one names, and in which unit its amounts are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from listing_rewards.errors import Fault, fault
from listing_rewards.files.reading.columns import MONEY, MOST_COLUMNS, Column
from listing_rewards.files.reading.grid import column_letter
from listing_rewards.values.money import plain_signs

SCALES = {
    "元": 0, "yuan": 0, "百元": 2, "千元": 3, "万元": 4, "万": 4, "十万元": 5, "百万元": 6,
    "千万元": 7, "亿元": 8, "亿": 8, "%": -2,
}  # fmt: skip
"""The power of ten that each unit stands for."""
_NAMED_UNITS = tuple(SCALES)
_UNITS = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))
_UNIT = re.compile(
    rf"(?:金额|计量|货币)?(?:单位|units?)?[:为是]?(?:人民币|rmb|cny)?[:,]?(?P<unit>{_UNITS})"
    r"(?:[/,]?(?:人民币|rmb|cny))?(?:[,;:、]?(?:保留|精确)[^()]{0,12})?"
)
_SAID = re.compile(
    rf"(?:单位[:为是]?(?:人民币)?|units?:)(?P<unit>{_UNITS}|[十百千万亿美港欧日]{{1,4}}元|[\d,.]{{1,9}}[a-z]{{2,8}})"
)
_LIKE_A_UNIT = re.compile(r"[^()]{0,12}(?:元|币|圆|dollars?|usd|hkd|eur|€|\$|million)[^()]{0,6}")
_BRACKETED = re.compile(r"\(([^()]{0,30})\)")
_TRAILING = re.compile(
    rf"(?:[,/、;:_|.~-]+(?:单位[:为]?)?|单位[:为])(?:人民币)?(?P<unit>{_UNITS})$"
)
_HINT = re.compile(
    r"必填|选填|全称|(?:加?盖)?公?章|18位|年[-/.]?月[-/.]?日|yyyy[-/.]?mm[-/.]?dd|是/否|是或否"
    r"|填写.{0,10}|下拉选择|required|optional"
)
_ORNAMENT = re.compile(
    r"(?:[*★☆▲△●◆•·※]|\(?\d{1,2}[.、)](?!\d)|\(?[一二三四五六七八九十]{1,3}[、)]|[①-⑳])+"
)
_OPENING, _CLOSING = "[{【〔〖", "]}】〕〗"
_BRACKETS = str.maketrans(_OPENING + _CLOSING, "(" * len(_OPENING) + ")" * len(_CLOSING))
_LATER = re.compile("(?<!行动)计划(?!.{0,4}情况)|预[计测]|规划|目标(?!.{0,4}完成)|拟(?![奖申兑补])")
_EARLIER = re.compile("上一?年|去年|往年")
_SETTLED = re.compile("已兑现|已享受|已奖励|不予|不符合|撤[回销]|终止|作废")
_OF_UNITS = re.compile("(?:金额|计量|货币)单位|币[种别]|货币(?:种类)?")
_ENTERPRISE = re.compile(r"[^:：]{2,40}公司(?:\([^()]*\))?|(?=\w*\d)[0-9a-z]{18}", re.ASCII)
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_FACTS = frozenset({"event_day", "event_amount", "figure", "flag", "attribute"})
LONGEST_UNIT_LINE = 24
LONGEST_HEADER = 300
"""A text that is longer is no header."""
_NUMBERS = frozenset({"序号", "编号", "no", "no."})
_REMARKS = frozenset({"备注", "remarks", "remark"})
_LIKE_REMARKS = re.compile("备注|意见|状态|结[果论]|情况说明|撤回")
_FOR_PEOPLE = _NUMBERS | _REMARKS | {"联系人", "联系电话", "电话", "contact", "phone"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as it stands in a file.

    Attributes:
        column: what it holds.
        written: its header as written.
        scale: the power of ten that its header scales a bare number by.
        letter: the letter of the column in a workbook; empty elsewhere.
        unit: the unit that its header gives; None where it gives none.
        elsewhere: where a unit stands beside the header, in English and Chinese.
        against_yuan: whether the unit there is another one than yuan.
    """

    column: Column
    written: str
    scale: int
    letter: str = ""
    unit: str | None = None
    elsewhere: tuple[str, str] = ("", "")
    against_yuan: bool = False

    @property
    def for_programs(self) -> bool:
        """Whether the header is the id of its column, under which a bare number is yuan."""
        return key(self.written) == self.column.names[0] and not self.against_yuan


def _in_one_line(text: str) -> str:
    return "".join(part.strip() for part in text.split("\n")) if "\n" in text else text


class HeaderCell(NamedTuple):
    """What stands above a column.

    Attributes:
        texts: its header from top to bottom, in one cell or in several.
        over: what a merged cell above several columns says of their unit.
    """

    texts: tuple[str, ...]
    over: str = ""

    @property
    def written(self) -> str:
        """The header as one text."""
        return _in_one_line("".join(self.texts))

    @property
    def candidates(self) -> Iterator[str]:
        """What it may read as: all of it, or its lower parts without the upper ones."""
        for at in range(len(self.texts)):
            yield _in_one_line("".join(self.texts[at:]))


NAMELESS = Column("nameless", "", ("",))
"""A column of a sheet without a header: nothing may stand below."""


@lru_cache(maxsize=512)
def key(name: str) -> str:
    """A header for comparing: full-width signs made plain, blanks and capitals ignored."""
    return _INVISIBLE.sub("", plain_signs(name)).translate(_BRACKETS).lower()


def by_name(columns: Iterable[Column]) -> dict[str, Column]:
    """The columns by every header they may have, written for `column_named`."""
    return {key(name): column for column in columns for name in column.names}


def column_named(written: str, known: Mapping[str, Column]) -> Column | None:
    """The column that this is a header of, its unit aside; None if of none."""
    return read_header(written, known).column


def is_number_header(written: str) -> bool:
    """Whether the column holds the numbers of the lines.

    >>> is_number_header("序 号"), is_number_header("企业名称")
    (True, False)
    """
    return key(written) in _NUMBERS


def is_not_now(text: str) -> bool:
    """Whether a header is about what is planned or of another year, and not about what happened.

    >>> is_not_now("计划完成时间"), is_not_now("三年行动计划"), is_not_now("计划完成情况")
    (True, False, False)
    """
    plain = key(text)
    return _LATER.search(plain) is not None or _EARLIER.search(plain) is not None


def is_remark_header(written: str) -> bool:
    """Whether the column is one for remarks.

    >>> is_remark_header("备 注"), is_remark_header("企业名称")
    (True, False)
    """
    return key(written).rstrip("*:") in _REMARKS


def is_like_remarks(written: str) -> bool:
    """Whether what stands below a header says something about the rows, as remarks do.

    >>> is_like_remarks("审核意见"), is_like_remarks("主办券商")
    (True, False)
    """
    return _LIKE_REMARKS.search(key(written)) is not None


def unit_alone(text: str) -> str | None:
    """The unit that a text is, with nothing else beside it.

    >>> unit_alone("（万元）"), unit_alone("单 位：万 元"), unit_alone("融资（万元）")
    ('万元', '万元', None)
    """
    match = _UNIT.fullmatch(key(text).strip("()"))
    return match["unit"] if match else None


def stated_unit(text: str) -> str | None:
    """The unit that a short text is there to give: it is one, or names it after 单位.

    >>> stated_unit("以下金额单位：元"), stated_unit("（万元）"), stated_unit("融资额（万元）")
    ('元', '万元', None)
    """
    said = _SAID.search(key(text)) if len(text) <= LONGEST_UNIT_LINE else None
    return said["unit"] if said else unit_alone(text)


def is_hint(text: str) -> bool:
    """Whether the text says no more than how a column is to be filled in.

    >>> is_hint("（年/月/日）"), is_hint("必填"), is_hint("备注")
    (True, True, False)
    """
    return _HINT.fullmatch(key(text).strip("()")) is not None


def unit_in(text: str) -> str | None:
    """The unit that stands in a text, in brackets, at its end or after 单位."""
    plain = key(text)
    for inner in _BRACKETED.findall(plain):
        if match := _UNIT.fullmatch(inner):
            return str(match["unit"])
    if found := _SAID.search(plain):
        return found["unit"]
    if found := _TRAILING.search(plain):
        return found["unit"]
    return unit_alone(text)


class HeaderRead(NamedTuple):
    """What a header says.

    Attributes:
        column: the column that it names; None if none.
        name: the header without its unit.
        unit: the unit that it gives.
        doubt: a unit that it gives and that is not known, or several.
    """

    column: Column | None
    name: str
    unit: str | None = None
    doubt: str = ""


def read_header(written: str, known: Mapping[str, Column]) -> HeaderRead:
    """What one header says.

    >>> known = by_name([Column("event_amount", "raised", ("raised", "融资金额"))])
    >>> [read_header(each, known).unit for each in ("融资金额/万元", "*融资金额[千元]")]
    ['万元', '千元']
    """
    if len(written) > LONGEST_HEADER:
        return HeaderRead(None, written[:LONGEST_HEADER])
    text = key(written)
    ornament = _ORNAMENT.match(text)
    bare = (text if text in known or not ornament else text[ornament.end() :]).rstrip("*:★")
    if bare in known:
        return HeaderRead(known[bare], bare)
    bare, units, doubt = _without_brackets(bare)
    if bare not in known and (match := _TRAILING.search(bare)):
        bare, units = bare[: match.start()], [*units, match["unit"]]
    if bare not in known and bare.endswith(_NAMED_UNITS):
        glued = (each for each in SCALES if bare.endswith(each) and bare[: -len(each)] in known)
        if unit := max(glued, key=len, default=""):
            bare, units = bare[: -len(unit)], [*units, unit]
    if len({SCALES[each] for each in units}) > 1:
        doubt = "/".join(units)
    return HeaderRead(known.get(bare), bare, units[0] if units else None, doubt)


def _without_brackets(bare: str) -> tuple[str, list[str], str]:
    """A header without what stands in brackets, the units there, and one that is not known."""
    units: list[str] = []
    doubt = ""
    for inner in _BRACKETED.findall(bare):
        if match := _UNIT.fullmatch(inner):
            units.append(match["unit"])
        elif _LIKE_A_UNIT.fullmatch(inner):
            doubt = inner
        elif not _HINT.fullmatch(inner):
            continue
        bare = bare.replace(f"({inner})", "", 1)
    return bare, units, doubt


def headings(
    header: Sequence[HeaderCell],
    columns: Iterable[Column],
    *,
    ignored: Iterable[str] = (),
    on_sheet: bool = False,
) -> tuple[list[Heading | None], list[Fault]]:
    """What each column of a file holds, None for one left out; and what is wrong with it.

    On a sheet, columns have letters, and one without a header is empty or has faulty cells.
    """
    columns = list(columns)
    if len(header) > MOST_COLUMNS:
        return [], [fault("too_many_columns", len(header), most=MOST_COLUMNS)]
    known, doubtful = by_name(columns), _doubtful(columns)
    left_out = {key(name) for name in ignored}
    found: list[Heading | None] = []
    faults = _beside_the_point([each.written for each in header], ignored, on_sheet=on_sheet)
    listed, last = False, _last_named(header)
    for number, cell in enumerate(header, start=1):
        letter = column_letter(number) if on_sheet else ""
        written = cell.written
        read = _as_said(_read(cell, known))
        if not key(written) or _is_left_out(cell, read, left_out):
            nameless = (on_sheet or number > last) and not key(written)
            found.append(Heading(NAMELESS, "", 0, letter) if nameless else None)
            continue
        if read.column is None:
            faults.append(_unknown(written, read, known, listed=listed))
            listed = listed or bool(faults[-1].accepted)
            found.append(None)
            continue
        head = _with_unit(Heading(read.column, written, 0, letter), read, cell.over)
        faults += _of_another_time(cell, read.column, known)
        before = next((each for each in found if each and each.column is read.column), None)
        if before is not None:
            faults.append(fault("duplicate_column", written, other=f"'{before.written}'"))
        elif read.name in doubtful:
            faults.append(fault("ambiguous_column", written, accepted=doubtful[read.name]))
        else:
            faults += _wrong_unit(head, read)
        found.append(head)
    return found, faults


def _last_named(header: Sequence[HeaderCell]) -> int:
    """The last column that has a header; an export may write blank ones behind it."""
    named = (number for number, cell in enumerate(header, start=1) if key(cell.written))
    return max(named, default=0)


def _read(cell: HeaderCell, known: Mapping[str, Column]) -> HeaderRead:
    reads = [read_header(text, known) for text in cell.candidates]
    return next((each for each in reads if each.column is not None), reads[0])


def _of_another_time(
    cell: HeaderCell, column: Column, known: Mapping[str, Column]
) -> Iterator[Fault]:
    """A column of facts of which the upper header says that they are no facts, or settled."""
    if column.kind not in _FACTS:
        return
    texts = enumerate(cell.candidates)
    upper = next((at for at, text in texts if read_header(text, known).column is not None), 0)
    above = key("".join(cell.texts[:upper]))
    said = is_not_now(above) or (column.of and _SETTLED.search(above))
    if said and not _holds_plans(known.values()):
        yield fault("not_of_now", cell.written)


def _holds_plans(columns: Iterable[Column]) -> bool:
    """Whether a table is one of what is planned."""
    return any(each.kind == "period" for each in columns)


def _as_said(read: HeaderRead) -> HeaderRead:
    """What a header says together with what the user says of it: its unit, or two of them."""
    said = dict(read.column.said).get(read.name) if read.column else None
    if not said:
        return read
    if read.unit is not None and SCALES[read.unit] != SCALES[said]:
        return read._replace(doubt=f"{read.unit}/{said}")
    return read._replace(unit=said)


def _is_left_out(cell: HeaderCell, read: HeaderRead, left_out: set[str]) -> bool:
    if any(key(text) in left_out for text in cell.candidates) or read.name in left_out:
        return True
    return read.column is None and is_for_people(cell)


def is_for_people(cell: HeaderCell) -> bool:
    """Whether a column is one that only people read, such as the number of a line."""
    return any(key(text).rstrip("*:") in _FOR_PEOPLE for text in cell.candidates)


def _with_unit(head: Heading, read: HeaderRead, over: str) -> Heading:
    """The heading with the unit of its header, or of a merged cell above it."""
    unit = read.unit
    if unit is None and head.column.is_amount and over:
        unit = unit_in(over)
    unit = unit if unit in SCALES else None
    return replace(head, unit=unit, scale=SCALES[unit or "元"])


def _wrong_unit(head: Heading, read: HeaderRead) -> Iterator[Fault]:
    if read.doubt and head.column.kind in MONEY:
        known = ("元", "千元", "万元", "亿元")
        yield replace(fault("unknown_unit", read.doubt, accepted=known), nearest="")
    elif read.unit is not None and (
        head.column.kind not in MONEY or (read.unit == "%" and head.column.is_amount)
    ):
        yield fault("unit_without_amount", head.written)


def _unknown(written: str, read: HeaderRead, known: Mapping[str, Column], *, listed: bool) -> Fault:
    """A header that names no column, with the nearest that does, in the unit that it gives."""
    nearest = fault("unknown_column", read.name, accepted=known).nearest
    if _OF_UNITS.fullmatch(read.name):
        return fault("unit_in_a_column", written)
    if _ENTERPRISE.fullmatch(read.name):
        return fault("enterprise_as_header", written)
    of_year = nearest and known[nearest].kind == "figure" and not _LATER.search(read.name)
    if nearest and is_not_now(read.name) and not (of_year or _holds_plans(known.values())):
        return fault("not_of_now", written)
    names = [] if nearest or listed else _headers(known.values())
    unit = f"（{read.unit}）" if nearest and read.unit and known[nearest].kind in MONEY else ""
    given = written[:LONGEST_HEADER]
    return replace(fault("unknown_column", given, accepted=names), nearest=nearest + unit)


def _doubtful(columns: list[Column]) -> dict[str, tuple[str, ...]]:
    """The headers that stand for more than one column, with headers that do not."""
    owners: dict[str, list[Column]] = {}
    for column in columns:
        for name in dict.fromkeys(map(key, column.names)):
            owners.setdefault(name, []).append(column)
    return {
        name: tuple(each.names[0] for each in found)
        for name, found in owners.items()
        if len(found) > 1
    }


def _beside_the_point(header: list[str], ignored: Iterable[str], *, on_sheet: bool) -> list[Fault]:
    """Columns without a header, and a column to be left out that is written almost like one."""
    written = {key(text) for text in header} | {read_header(text, {}).name for text in header}
    absent = [name for name in ignored if key(name) not in written]
    slips = [fault("not_ignored", name, accepted=filter(None, header)) for name in absent]
    faults = [slip for slip in slips if slip.nearest]
    named = [number for number, text in enumerate(header, start=1) if key(text)]
    blank = [str(number) for number in range(1, max(named, default=1)) if number not in named]
    if blank and not on_sheet:
        faults.append(fault("no_header", ", ".join(blank)))
    return faults


def _headers(columns: Iterable[Column]) -> list[str]:
    """A header for each column as a Chinese form would show it, with its unit."""
    return [
        each.names[1] + ("（万元）" if each.is_amount else "")
        for each in dict.fromkeys(columns)
        if each.kind != "evidence"
    ]
