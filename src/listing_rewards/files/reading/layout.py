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
    is_hint,
    key,
    stated_unit,
    unit_alone,
    unit_in,
)
from listing_rewards.files.reading.rows import Aside

TITLES = 30
"""The header is among so many lines."""
MOST_HEADER_ROWS = 3
_LETTERS = ("甲乙丙丁戊己庚辛壬癸", "abcdefghijklmnopqrstuvwxyz", "ⅰⅱⅲⅳⅴⅵ")
_TOTAL_WORDS = (
    r"(?:合计|总计|小计|共计|累计|汇总|总额|总金额|总数|加总|平均|subtotal|grandtotal|total|sum)"
)
_TOTAL = re.compile(
    rf"[^公司()]{{0,16}}?{_TOTAL_WORDS}(?:金额|数|户数|家数)?(?:\([^()]{{0,12}}\))?[:]?"
    r"(?:[\d,.]{1,15}(?:[家户个笔人](?:企业|单位|公司)?|万?元)?)?"
    r"|[∑Σ]|共\d{1,6}[家户个](?:企业|单位|公司)?|其中:[^公司]{1,16}"
    r"|(?:上年|去年)?同期.{0,6}|同比.{0,6}|(?:金额)?(?:合计|总计)?\(?大写\)?:?[^公司]{0,30}[元圆][整正]?"
)
_NOTE = re.compile(
    r"(?:(?:填[写表报])?(?:说明|须知|要求)|注意事项|注意?|备注|notes?)\d*(?:\s*[:：].*)?"
    r"|(?:填[表报]|制表|审核|复核|负责人|经办|联系|单位负责人|分管领导|盖章|签字|日期"
    r"|数据来源|资料来源|来源|报送|抄送|主送|抄报|附件?|声明|承诺|单位公?章|主管部门).{0,8}[:：].*"
    r"|[\u4e00-\u9fff（）()、]{0,14}意见[:：]?.{0,40}|[（(]?(?:盖章|公章|签章|签名|签字)[)）]?[:：]?"
    r"|\s*年\s*月\s*日\s*|[*＊※#★●].{2,}"
    r"|第\s*\d+\s*页.{0,12}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|[（(][^（()）]*[)）]",
    re.IGNORECASE | re.DOTALL,
)
_EXAMPLE = re.compile(
    r"[（(]?(?:填写|填表)?(?:示例|样例|范例|例如?|举例|参考样式)\d{0,2}[)）]?[:：]?|examples?|e\.g\.",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"(?:某+|x+|×+|\*+|○+)(?:股份有限公司|有限公司|公司|企业|单位|集团)(?:\([^()]*\))?"
    r"|[^()]{0,10}(?:某某|××|○○|\*\*|(?<![a-z])x{2,}(?![a-z]))[^()]{0,12}(?:公司|企业|单位|集团)"
    r"|(?:\(例\)|(?:例如?|如):).{1,40}"
)
_FICTIONAL = re.compile(
    r"(?:(?:填写)?(?:示例|样例|例)|某+|x+|×+|\*+|○+|example)"
    r"(?:股份有限公司|有限公司|公司|企业|单位|集团)?(?:\([^()]*\))?"
)
_GROUP = re.compile(
    r"(?:\d{4}年(?:度|第?[一二三四1-4]季度)?|第[一二三四五六七八九十\d]{1,3}(?:批次?|类|档|季度|期)"
    r"|市直|市本级|市级|区级|县级|省级|本级|市属|区属|县属|县区)(?:企业|单位|项目)?"
    r"(?:\(?共?\d+[家户个]\)?)?[:]?"
)
_PLACE = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,3}[、.)])?\(?[\u4e00-\u9fff]{1,10}"
    r"(?:自治县|县|区|(?<![超门])市|镇|乡|街道|旗|新区|开发区)\)?[:]?(?:\(?共?\d+[家户个]\)?)?"
)
_ORDINAL = re.compile(r"\(?[一二三四五六七八九十]{1,3}[、.)].{1,24}")
_NUMBERED = re.compile(r"[（(]?\d{1,2}[）)、.．]\s*(?!\d).{4,}", re.DOTALL)
_NOTHING_TO_REPORT = re.compile(
    r"(?:(?:本|我|该|全)?[\u4e00-\u9fff]{0,8}[县区市镇位])?\(?(?:县|区|市)?[、,]?(?:市|区)?\)?"
    r"(?:本?(?:年度?|批次?|期))?(?:均|暂|尚)?(?:无|没有|未有|不存在)"
    r"(?:符合|申报|申请|此|该|相关|任何|新增|上述|需|挂牌|上市|融资)"
    r"[^公司]{0,14}(?:企业|单位|情况|项目|申报|事项|内容)[。.]?"
)
_NOBODY = frozenset(
    {"", "/", "\\", "无", "暂无", "没有", "零", "零申报", "空", "空白", "以下空白", "以下无正文",
     "不适用", "nil", "none", "n/a", "na"}
)  # fmt: skip
_DITTO = re.compile(
    r"(?:[同如][上前](?:一?[行栏列格家])?|[与和]?上(?:一?[行栏家])?(?:相?同|一致)|〃|″|\"|''|ditto)"
    r"(?:公司|企业|单位)?"
)
_NUMBER_BEFORE = re.compile(r"\(?[\d一二三四五六七八九十]{1,3}[、.)]")
_LONGEST_FOR_NOBODY = 12
_SIGNS_ALONE = re.compile(r"[-－—–―.…。·*＊/／\\_~～]+")
_SOMEBODY = re.compile(
    r"[^:：,，。；;]{2,60}(?:公司|集团|企业|合伙|厂|店|社|院|所|中心|行|场|部|基地|协会|农场|站)"
    r"(?:\((?![^()]*[章签])[^()]{1,60}\))?"
)
_CODE = re.compile(r"(?=\w*\d)[0-9A-Z]{18}", re.ASCII)
_OF_ROWS = re.compile(
    r"(?:以[下上]|下列|下面|上述|如下|[-—]{2}|\(|第[一二三四五六七八九十\d]{1,3}(?:部分|类)).*"
    r"|.*(?:名单|数据|范围|结转|情况|企业|单位):|(?:备选|候补|待审|待核|待定|退回|历史|上年|往年|去年|未审).*"
    r"|.*(?:本次|本批|兑现).*(?:范围|名单|企业)|\d{4}年已.*"
)
_OFFICE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,30}(?:局|委员会|办公室|政府|管委会|财政所)){1,2}(?:[（(].{0,6}章[)）])?"
)
_NUMBERS_OF_COLUMNS = re.compile(r"(?:栏次|列次|行次|栏目|序号)")
_LONGEST_NUMBER = 15
_CONTINUED = re.compile(r"\(?续[表页]?\)?")
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


def names_nobody(text: str) -> bool:
    """Whether what stands in the column of a name or code is a word or sign for nobody.

    >>> names_nobody("以下空白"), names_nobody("……"), names_nobody("无锡甲公司")
    (True, True, False)
    """
    if len(text) > _LONGEST_FOR_NOBODY and text[0].isalnum():
        return False
    plain = _unnumbered(text)
    if plain in _NOBODY or _DITTO.fullmatch(plain):
        return True
    return _SIGNS_ALONE.fullmatch(plain) is not None


def is_ditto(text: str) -> bool:
    """Whether the text stands for what is written in the line above.

    >>> is_ditto("同上"), is_ditto("1.同上"), is_ditto("无")
    (True, True, False)
    """
    return len(text) <= _LONGEST_FOR_NOBODY and _DITTO.fullmatch(_unnumbered(text)) is not None


def _unnumbered(text: str) -> str:
    """A text without brackets around it and its number in a list before it."""
    return _NUMBER_BEFORE.sub("", key(text), count=1).strip("()")


def is_somebody(text: str) -> bool:
    """Whether the text is built like a credit code or the name of an enterprise.

    >>> is_somebody("（示例乙股份有限公司）"), is_somebody("示例乙公司（830001）")
    (True, True)
    >>> is_somebody("91440800MA0000001E"), is_somebody("申报企业（盖章）")
    (True, False)
    >>> is_somebody("合计（3家公司）"), is_somebody("备注：示例乙公司已撤回")
    (False, False)
    """
    plain = key(text)[:200]
    if _CODE.fullmatch(plain.upper()):
        return True
    whole = plain.removeprefix("(").removesuffix(")") if plain.startswith("(") else plain
    return not is_total(text) and _SOMEBODY.fullmatch(whole) is not None


def is_remark(text: str) -> bool:
    """Whether a text that stands in a line alone is a note although no word says so.

    >>> is_remark("2.本表一式三份。"), is_remark("本县无符合条件的企业"), is_remark("3.示例丙公司")
    (True, True, False)
    """
    plain = text.strip()[:400]
    if _NOTHING_TO_REPORT.fullmatch(key(plain)) or _OFFICE.fullmatch(plain):
        return True
    return _NUMBERED.fullmatch(plain) is not None and not is_somebody(plain)


def speaks_of_rows(text: str) -> bool:
    """Whether a text in the place of a name is about the lines below or above it.

    >>> speaks_of_rows("以下为候补企业"), speaks_of_rows("【历史数据】"), speaks_of_rows("示例数据")
    (True, True, False)
    """
    plain = key(text)[:200]
    return "公司" not in plain and _OF_ROWS.fullmatch(plain) is not None


def is_office(line: Line) -> bool:
    """Whether all that stands in a line is the name of an office, as above its seal and day."""
    texts = [cell.text.strip() for cell in line.cells if not cell.blank]
    return len(texts) == 1 and _OFFICE.fullmatch(texts[0]) is not None


def is_numbering(line: Line) -> bool:
    """Whether a line numbers the columns: 1, 2, 3, or 甲, 乙, 1, 2, perhaps behind 栏次.

    >>> is_numbering(Line(2, [Written("栏次"), Written("1"), Written("2"), Written("3=1+2")]))
    True
    """
    if any(len(cell.text) > _LONGEST_NUMBER for cell in line.cells):
        return False
    texts = [key(cell.text).strip("()") for cell in line.cells if cell.text.strip()]
    if texts and _NUMBERS_OF_COLUMNS.fullmatch(texts[0]):
        texts = texts[1:]
    letters = [text for text in texts if len(text) == 1 and not text.isdigit()]
    numbers = [text.partition("=")[0] for text in texts[len(letters) :]]
    if len(texts) < 3 or texts[: len(letters)] != letters:
        return False
    in_order = any("".join(letters) == each[: len(letters)] for each in _LETTERS)
    first = int(numbers[0]) if numbers and numbers[0].isdecimal() and len(numbers[0]) < 4 else -1
    counted = [str(number) for number in range(first, first + len(numbers))]
    return in_order and numbers == counted and (first in (0, 1) or not numbers)


def is_heading(text: str) -> bool:
    """Whether the text heads the lines below it: a place, a year, or what begins with 一、.

    >>> is_heading("赤坎区"), is_heading("一、霞山区"), is_heading("示例甲公司")
    (True, True, False)
    """
    plain = key(text)
    return is_place(text) or any(each.fullmatch(plain) for each in (_ORDINAL, _GROUP))


def is_place(text: str) -> bool:
    """Whether the text is the name of a county, town or zone, perhaps with how many it has.

    >>> is_place("赤坎区"), is_place("（一）霞山区（共3家）"), is_place("示例甲公司")
    (True, True, False)
    """
    return _PLACE.fullmatch(key(text)) is not None


def is_placeholder(text: str) -> bool:
    """Whether a text is the place of a name and no name: 某某公司, （例）甲公司.

    >>> is_placeholder("某某科技有限公司"), is_placeholder("（例）甲公司"), is_placeholder("某公司")
    (True, True, True)
    >>> is_placeholder("示例甲公司"), is_placeholder("例")
    (False, False)
    """
    return _PLACEHOLDER.fullmatch(key(text)) is not None


def is_made_up(name: str, own: Collection[str]) -> bool:
    """Whether the name in an example's line is that of the form, or of nobody.

    >>> is_made_up("某公司", []), is_made_up("示例丁公司", [])
    (True, False)
    """
    plain = key(name)
    return name.strip() in own or is_placeholder(name) or _FICTIONAL.fullmatch(plain) is not None


def aside_of(texts: Iterable[str], *, placeholders: bool = True) -> Aside | None:
    """What a line is that is no enterprise, by what stands where its number and name would.

    Args:
        texts: what stands there.
        placeholders: whether 某某公司 is an example; where money was paid, it may hide a name.

    >>> aside_of(["", "合计"]), aside_of(["填表人：虚构人"]), aside_of(["例", "某公司"])
    ('total', 'note', 'example')
    >>> aside_of(["1", "示例甲公司"])
    """
    for text in map(str.strip, texts):
        if not text:
            continue
        if is_total(text):
            return "total"
        if _EXAMPLE.fullmatch(text) or (placeholders and is_placeholder(text)):
            return "example"
        if _NOTE.fullmatch(text) or stated_unit(text):
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
    can be recognised.
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
    last, at = at, _first_of(first, at)
    while last + 1 < len(first) and last + 1 - at < MOST_HEADER_ROWS:
        if not _goes_on(first[at : last + 1], first[last + 1], known, who):
            break
        last += 1
    lines = first[at : last + 1]
    over = first[at - 1] if at else None
    return Header(first[last].row, _cells(lines, over), lines, first[:at], first[last + 1 :])


def _first_of(first: list[Line], at: int) -> int:
    """The first line of the header: above, where a merged cell reaches down into its line."""
    row = first[at].row
    top = next(
        (
            above
            for above in range(max(at - MOST_HEADER_ROWS + 1, 0), at)
            if any(_merged_down(cell, first[at]) for cell in first[above].cells)
        ),
        at,
    )
    return top if row - first[top].row < MOST_HEADER_ROWS else at


def _goes_on(
    block: list[Line], line: Line, known: Mapping[str, Column], who: Collection[Kind]
) -> bool:
    """Whether a line belongs to the header above it."""
    own = [at for at, cell in enumerate(line.cells) if cell.text.strip()]
    named = [
        (at, cell)
        for each in block
        for at, cell in enumerate(each.cells)
        if (column := column_named(cell.text, known)) is not None and column.kind in who
    ]
    naming = [at for at, _ in named]
    if any(_merged_down(cell, line) for _, cell in named):
        return True
    texts = [line.cells[at].text for at in own]
    if texts and all(unit_alone(text) or is_hint(text) for text in texts):
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
        own = "" if texts and is_hint(own) else own
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


def is_continued(line: Line, above: Iterable[Line]) -> bool:
    """Whether a line is one of those above, marked as going on: 汇总表（续）."""
    if not any("续" in cell.text for cell in line.cells):
        return False
    text = "".join(key(cell.text) for cell in line.cells)
    if not (found := _CONTINUED.search(text)):
        return False
    titles = {"".join(key(cell.text) for cell in each.cells) for each in above}
    return text[: found.start()] + text[found.end() :] in titles


def same_texts(line: Line, other: Line) -> bool:
    """Whether two lines say the same, as a header does that is printed on each page."""
    return len(line.cells) == len(other.cells) and all(
        key(one.text) == key(each.text) for one, each in zip(line.cells, other.cells, strict=True)
    )
