"""A clean table whose answers are known, and the habits of people that disturb it.

Each habit takes a sheet as it stands and changes it the way a person would, without a change of
what is meant. Several may follow one another.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.styles.colors import Color
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.files.enterprises import visible_key

NAME, CODE, COUNTY = "企业名称", "统一社会信用代码", "注册地"
LISTED, FINANCED = "新三板挂牌日期", "区域性股权市场融资日期"
AMOUNT = "区域性股权市场融资金额"
COLUMNS = ("序号", NAME, CODE, COUNTY, LISTED, FINANCED, AMOUNT)
FIRST_NAMES = "甲乙丙丁戊己庚辛壬癸"
COUNTIES = ("示例一区", "示例二县", "示例三市")
STROKES = ("/", "-", "无", "暂无", "不适用")
"""What stands for a day or an amount that there is not."""
Cell = Any


@dataclass
class Sheet:
    """A table as a person has it before them.

    Attributes:
        above: lines above the header.
        headers: the lines of the header.
        rows: the enterprises, each a list of cells in the order of the columns.
        below: lines below the table.
        extra: lines between the rows, by the number of the row they stand before.
        formats: number formats, by row and column.
        fonts: what is struck out, by row and column.
        white: what has the colour of the paper, by row and column.
        drawn: what is written in a font whose letters are drawings, by row and column.
        merged: merged ranges of body cells: first row, column, last row, column.
        over: merged header cells above the header: first column, last column, text.
        more: further sheets: title, state and lines.
        title: the name of the sheet.
        margin: what is printed above each page.
        comments: comments on cells, by row and column.
        changed: the enterprises of which something else is said now than in the clean table.
        under_another_unit: the rows below a line that gives another unit than the header.
    """

    above: list[list[Cell]] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    below: list[list[Cell]] = field(default_factory=list)
    extra: dict[int, list[list[Cell]]] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    fonts: set[tuple[int, int]] = field(default_factory=set)
    white: set[tuple[int, int]] = field(default_factory=set)
    drawn: set[tuple[int, int]] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    over: tuple[int, int, str] | None = None
    more: list[tuple[str, str, list[list[Cell]]]] = field(default_factory=list)
    title: str = "申报表"
    margin: str = ""
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    under_another_unit: list[list[Cell]] = field(default_factory=list)

    def covered(self, row: int, column: int) -> bool:
        """Whether a cell lies behind the first of a merged range; only that can have a comment."""
        return any(
            first_row <= row <= last_row and first <= column <= last
            for first_row, first, last_row, last in self.merged
            if (row, column) != (first_row, first)
        )

    def change(self, row: list[Cell]) -> None:
        """Something else is said of the enterprise of a row."""
        name = row[self.column(NAME)]
        if isinstance(name, str):
            self.changed.add(visible_key(name))

    def said_otherwise(self) -> set[str]:
        """The enterprises of which something else is said, in whatever order it came about.

        An amount that has its own unit is certain, whatever a line above it says, and a stroke
        is no amount.
        """
        at = self.column(AMOUNT)
        for number, row in enumerate(self.rows):
            if any(row is each for each in self.under_another_unit):
                shown = f"{row[at]}{self.formats.get((number, at), '')}"
                counted = any(map(str.isdigit, str(row[at])))
                if counted and not any(unit in shown for unit in "元万"):
                    self.change(row)
        return self.changed

    def column(self, name: str) -> int:
        """The place of the column whose header begins so, from 0."""
        plain = [each.replace(" ", "").replace("\n", "").lstrip("*") for each in self.headers]
        return next(at for at, each in enumerate(plain) if each.startswith(name))


def clean(draw: random.Random) -> Sheet:
    """A table with a unit in its header, days as days and amounts as numbers, in 万元."""
    rows: list[list[Cell]] = []
    for number in range(draw.randint(1, 5)):
        listed = date(2023, 8, 1) + timedelta(draw.randint(0, 500)) if draw.random() < 0.7 else None
        amount = draw.choice([50, 100, 120.5, 300, 488, 800]) if draw.random() < 0.8 else None
        financed = date(2023, 8, 1) + timedelta(draw.randint(0, 500)) if amount else None
        rows.append(
            [
                number + 1,
                f"示例{FIRST_NAMES[number]}实业有限公司",
                f"91440800MA00000{number}1E" if draw.random() < 0.8 else None,
                draw.choice(COUNTIES),
                listed,
                financed,
                amount,
            ]
        )
    return Sheet(headers=[*COLUMNS[:-1], f"{AMOUNT}（万元）"], rows=rows)


def lines_of(sheet: Sheet) -> list[list[Cell]]:
    """The table line by line, as it stands on the page."""
    lines = [*sheet.above]
    lines.append([*sheet.headers])
    for number, row in enumerate(sheet.rows):
        lines += sheet.extra.get(number, [])
        lines.append(row)
    lines += sheet.extra.get(len(sheet.rows), [])
    return [*lines, *sheet.below]


def row_numbers(sheet: Sheet) -> list[int]:
    """The number of the line of each row, from 1."""
    numbers, at = [], len(sheet.above) + (sheet.over is not None) + 1
    for number in range(len(sheet.rows)):
        at += len(sheet.extra.get(number, [])) + 1
        numbers.append(at)
    return numbers


def as_workbook(sheet: Sheet) -> Workbook:
    """The table as a workbook."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet.title
    if sheet.margin:
        cast(HeaderFooterItem, page.oddHeader).center.text = sheet.margin
    lines = lines_of(sheet)
    if sheet.over is not None:
        first, last, text = sheet.over
        lines.insert(len(sheet.above), [None] * first + [text])
        row = len(sheet.above) + 1
        page.merge_cells(start_row=row, end_row=row, start_column=first + 1, end_column=last + 1)
    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            if value is not None:
                page.cell(number, column).value = value
    _dress(sheet, page)
    for title, state, more in sheet.more:
        other = book.create_sheet(title)
        other.sheet_state = state
        for line in more:
            other.append(line)
    return book


def _dress(sheet: Sheet, page: Worksheet) -> None:
    """Formats, lines through text, merged cells."""
    numbers = row_numbers(sheet)
    for (row, column), look in sheet.formats.items():
        page.cell(numbers[row], column + 1).number_format = look
    for row, column in sheet.fonts:
        page.cell(numbers[row], column + 1).font = Font(strike=True)
    for row, column in sheet.white:
        page.cell(numbers[row], column + 1).font = Font(color="FFFFFFFF")
    for row, column in sheet.drawn:
        page.cell(numbers[row], column + 1).font = Font(name="Wingdings")
    for (row, column), text in sheet.comments.items():
        page.cell(numbers[row], column + 1).comment = Comment(text, "虚构人")
    for first_row, first, last_row, last in sheet.merged:
        page.merge_cells(
            start_row=numbers[first_row],
            start_column=first + 1,
            end_row=numbers[last_row],
            end_column=last + 1,
        )


# ---- habits ------------------------------------------------------------------------------------

Habit = Callable[[Sheet, random.Random], None]
EVERYWHERE: dict[str, Habit] = {}
"""Habits for workbooks and CSV files."""
IN_WORKBOOKS: dict[str, Habit] = {}
"""Habits that only a workbook has."""


def everywhere(habit: Habit) -> Habit:
    """A habit for workbooks and CSV files."""
    EVERYWHERE[habit.__name__] = habit
    return habit


def in_workbooks(habit: Habit) -> Habit:
    """A habit that only a workbook has."""
    IN_WORKBOOKS[habit.__name__] = habit
    return habit


def _cells(sheet: Sheet, column: str) -> list[list[Cell]]:
    at = sheet.column(column)
    return [row for row in sheet.rows if row[at] is not None]


def _each(sheet: Sheet, column: str, change: Callable[[Cell], Cell]) -> None:
    """Change the cells of a column; one with a number format of its own keeps what it shows."""
    at = sheet.column(column)
    for number, row in enumerate(sheet.rows):
        if row[at] is not None and (number, at) not in sheet.formats:
            row[at] = change(row[at])


def _named(sheet: Sheet) -> list[list[Cell]]:
    """The rows that name an enterprise, and not the county in its place or the line above."""
    at = sheet.column(NAME)
    return [row for row in sheet.rows if "公司" in str(row[at]) and "同上" not in str(row[at])]


def _one(sheet: Sheet, column: str, draw: random.Random, change: Callable[[Cell], Cell]) -> None:
    rows = _cells(sheet, column)
    if rows:
        row, at = draw.choice(rows), sheet.column(column)
        row[at] = change(row[at])


def _days(change: Callable[[date], Cell]) -> Habit:
    def habit(sheet: Sheet, _: random.Random) -> None:
        for column in (LISTED, FINANCED):
            _each(sheet, column, lambda day: change(day) if isinstance(day, date) else day)

    return habit


_CHINESE = "〇一二三四五六七八九"


def _in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_CHINESE[tens]}十") + (
        _CHINESE[ones] if ones else ""
    )


for _name, _change in {
    "days_with_points": lambda d: f"{d.year}.{d.month}.{d.day}",
    "days_with_a_point_at_the_end": lambda d: f"{d.year}.{d.month}.{d.day}.",
    "days_with_strokes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "days_with_commas_of_a_list": lambda d: f"{d.year}、{d.month}、{d.day}",
    "days_in_words": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "days_in_words_with_blanks": lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    "days_without_the_last_sign": lambda d: f"{d.year}年{d.month}月{d.day}",
    "days_with_hao": lambda d: f"{d.year}年{d.month}月{d.day}号",
    "days_with_a_weekday": lambda d: f"{d.year}年{d.month}月{d.day}日（星期五）",
    "days_as_eight_digits": lambda d: f"{d:%Y%m%d}",
    "days_in_chinese_digits": lambda d: (
        "".join(_CHINESE[int(each)] for each in str(d.year))
        + f"年{_in_chinese(d.month)}月{_in_chinese(d.day)}日"
    ),
    "days_of_a_month_only": lambda d: f"{d.year}年{d.month}月",
    "days_month_first": lambda d: f"{d.month}/{d.day}/{d.year}",
    "days_of_two_digits": lambda d: f"{d.year % 100:02}.{d.month}.{d.day}",
}.items():
    EVERYWHERE[_name] = _days(_change)


def _amounts(change: Callable[[str], Cell]) -> Habit:
    def habit(sheet: Sheet, _: random.Random) -> None:
        _each(sheet, AMOUNT, lambda a: change(f"{a:g}") if isinstance(a, int | float) else a)

    return habit


for _name, _spell in {
    "amounts_with_their_unit": lambda a: f"{a}万元",
    "amounts_in_rmb": lambda a: f"人民币{a}万元",
    "amounts_with_zheng": lambda a: f"{a}万元整",
    "amounts_with_wan": lambda a: f"{a}万",
    "amounts_with_separators": lambda a: f"{float(a):,.2f}",
    "amounts_in_full_width": lambda a: a.translate(
        str.maketrans("0123456789.", "０１２３４５６７８９．")
    ),
    "amounts_with_blanks": lambda a: f"  {a} ",
    "amounts_about": lambda a: f"约{a}",
    "amounts_with_a_sign_of_yuan": lambda a: f"￥{a}",
    "amounts_with_a_footnote": lambda a: f"{a}①",
    "amounts_in_dollars": lambda a: f"{a}万美元",
    "amounts_with_blanks_in_their_unit": lambda a: f"{a} 万 元",
    "amounts_with_rmb_behind": lambda a: f"{a}万元人民币",
    "amounts_with_signs_without_shape": lambda a: f"\u202a{a}\u202c",
    "amounts_of_a_part": lambda a: f"{a}万（其中预付10万）",
    "amounts_from_to": lambda a: f"{a}-900",
}.items():
    EVERYWHERE[_name] = _amounts(_spell)


def _header(change: Callable[[str], str]) -> Habit:
    def habit(sheet: Sheet, _: random.Random) -> None:
        at = sheet.column(AMOUNT)
        below = any(row is sheet.rows[0] for row in sheet.under_another_unit)
        if sheet.headers[at] == f"{AMOUNT}（万元）" and not below:
            sheet.headers[at] = change(AMOUNT)

    return habit


for _name, _head in {
    "unit_behind_a_stroke": lambda h: f"{h}/万元",
    "unit_in_square_brackets": lambda h: f"{h}[万元]",
    "unit_behind_a_comma": lambda h: f"{h}，万元",
    "unit_said_in_full": lambda h: f"{h}（单位：人民币万元）",
    "unit_without_brackets": lambda h: f"{h}万元",
    "unit_on_a_line_of_its_own": lambda h: f"{h}\n（万元）",
    "unit_dropped": lambda h: h,
    "unit_in_dollars": lambda h: f"{h}（万美元）",
}.items():
    EVERYWHERE[_name] = _header(_head)


@everywhere
def unit_moved_to_the_title(sheet: Sheet, draw: random.Random) -> None:
    """（万元） stands behind the title."""
    _header(lambda head: head)(sheet, draw)
    sheet.above.insert(0, ["某市奖励申报汇总表（万元）"])


@everywhere
def unit_moved_to_a_line_above(sheet: Sheet, draw: random.Random) -> None:
    """单位：万元 stands at the right above the table."""
    _header(lambda head: head)(sheet, draw)
    sheet.above.append([*[None] * (len(sheet.headers) - 1), "单位：万元"])


@everywhere
def a_title(sheet: Sheet, _: random.Random) -> None:
    """A title above the table."""
    sheet.above.insert(0, ["某市企业上市奖励申报汇总表"])


@everywhere
def a_line_of_signatures(sheet: Sheet, _: random.Random) -> None:
    """Who filled the table in."""
    sheet.below.append(["填表人：虚构人", None, "审核人：虚构人"])


def _total(sheet: Sheet) -> list[Cell]:
    amounts = [row[sheet.column(AMOUNT)] for row in sheet.rows]
    total = sum(each for each in amounts if isinstance(each, int | float))
    line: list[Cell] = [None] * len(sheet.headers)
    line[sheet.column(AMOUNT)] = total or None
    return line


@everywhere
def a_total_below(sheet: Sheet, draw: random.Random) -> None:
    """合计 below."""
    line = _total(sheet)
    line[draw.choice([0, sheet.column(NAME)])] = draw.choice(
        ["合计", "总计：", "共 计", "汇总", "累计"]
    )
    sheet.below.insert(0, line)


@everywhere
def a_total_first(sheet: Sheet, _: random.Random) -> None:
    """合计 above the rows."""
    line = _total(sheet)
    line[sheet.column(NAME)] = "合计"
    sheet.extra.setdefault(0, []).insert(0, line)


@everywhere
def subtotals(sheet: Sheet, draw: random.Random) -> None:
    """小计 between the rows."""
    line = _total(sheet)
    line[sheet.column(NAME)] = draw.choice(["小计", "示例一区小计", "本页小计"])
    sheet.extra.setdefault(draw.randint(0, len(sheet.rows)), []).append(line)


@everywhere
def county_headings(sheet: Sheet, draw: random.Random) -> None:
    """A county between the rows."""
    line: list[Cell] = [None] * len(sheet.headers)
    line[0], line[sheet.column(NAME)] = draw.choice(["一", None]), draw.choice(COUNTIES)
    sheet.extra.setdefault(draw.randint(0, len(sheet.rows) - 1), []).append(line)


@everywhere
def header_printed_again(sheet: Sheet, draw: random.Random) -> None:
    """As on the next page."""
    sheet.extra.setdefault(draw.randint(1, len(sheet.rows)), []).append([*sheet.headers])


@everywhere
def strokes_where_nothing_happened(sheet: Sheet, draw: random.Random) -> None:
    """/ and 无 for nothing."""
    for row in sheet.rows:
        for column in (LISTED, FINANCED, AMOUNT):
            at = sheet.column(column)
            if row[at] is None:
                row[at] = draw.choice(STROKES)


@everywhere
def a_row_pasted_again(sheet: Sheet, draw: random.Random) -> None:
    """The same enterprise twice."""
    sheet.rows.append(copy.copy(draw.choice(sheet.rows)))
    _move_extra(sheet)


@everywhere
def a_row_pasted_under_another_spelling(sheet: Sheet, draw: random.Random) -> None:
    """With signs that nobody sees."""
    row = copy.copy(draw.choice(sheet.rows))
    at, code = sheet.column(NAME), sheet.column(CODE)
    if isinstance(row[at], str):
        row[at] = draw.choice(
            [f"{row[at]}\u200b", f" {row[at]}", row[at].replace("示例", "示例　")]
        )
    row[code] = None
    sheet.rows.append(row)
    _move_extra(sheet)


def _move_extra(sheet: Sheet) -> None:
    """Lines below the last row stay below it."""
    last = len(sheet.rows)
    if last - 1 in sheet.extra:
        sheet.extra.setdefault(last, []).extend(sheet.extra.pop(last - 1))


def _without_last_row(sheet: Sheet) -> list[Cell]:
    """Take the last row away, with what its cells look like."""
    row = sheet.rows.pop()
    last = len(sheet.rows)
    if below := sheet.extra.pop(last + 1, []):
        sheet.extra.setdefault(last, []).extend(below)
    sheet.formats = {at: look for at, look in sheet.formats.items() if at[0] < last}
    sheet.comments = {at: text for at, text in sheet.comments.items() if at[0] < last}
    sheet.fonts = {at for at in sheet.fonts if at[0] < last}
    sheet.white = {at for at in sheet.white if at[0] < last}
    sheet.drawn = {at for at in sheet.drawn if at[0] < last}
    sheet.merged = [
        (first_row, first, min(last_row, last - 1), last_column)
        for first_row, first, last_row, last_column in sheet.merged
        if first_row < last
    ]
    return row


@everywhere
def a_further_line_without_name(sheet: Sheet, _: random.Random) -> None:
    """A second financing below, its name left out."""
    line: list[Cell] = [None] * len(sheet.headers)
    line[sheet.column(FINANCED)], line[sheet.column(AMOUNT)] = date(2024, 2, 2), 77
    sheet.change(sheet.rows[-1])
    sheet.rows.append(line)
    _move_extra(sheet)


@everywhere
def codes_as_a_web_page_writes_them(sheet: Sheet, _: random.Random) -> None:
    """With = or ' around them."""
    _each(sheet, CODE, lambda code: f"'{code}" if isinstance(code, str) else code)


@everywhere
def stars_before_headers(sheet: Sheet, _: random.Random) -> None:
    """*企业名称 for what must be filled in."""
    at = sheet.column(NAME)
    sheet.headers[at] = f"*{sheet.headers[at]}"


@everywhere
def another_word_for_the_enterprise(sheet: Sheet, _: random.Random) -> None:
    """公司名称, 申报单位, 企业名称（全称）."""
    at = sheet.column(NAME)
    if sheet.headers[at] == NAME:
        sheet.headers[at] = f"{NAME}（全称）"


@everywhere
def blanks_in_headers(sheet: Sheet, _: random.Random) -> None:
    """企 业 名 称."""
    sheet.headers[:] = [f" {each} " for each in sheet.headers]


@everywhere
def a_column_for_people(sheet: Sheet, draw: random.Random) -> None:
    """联系人 and 备注."""
    if "备注" not in sheet.headers:
        sheet.headers.append("备注")
        for row in sheet.rows:
            row.append(draw.choice([None, "已核"]))


@everywhere
def blank_lines(sheet: Sheet, draw: random.Random) -> None:
    """A blank line between the rows."""
    line: list[Cell] = [None] * len(sheet.headers)
    sheet.extra.setdefault(draw.randint(0, len(sheet.rows)), []).append(line)


@everywhere
def names_with_blanks(sheet: Sheet, draw: random.Random) -> None:
    """A blank behind the name."""
    _one(sheet, NAME, draw, lambda name: f"{name} " if isinstance(name, str) else name)


@everywhere
def a_pair_of_financings_in_a_cell(sheet: Sheet, draw: random.Random) -> None:
    """300、120."""
    rows = _cells(sheet, AMOUNT)
    if rows:
        row, at = draw.choice(rows), sheet.column(AMOUNT)
        row[at] = f"{row[at]}、120"
        sheet.change(row)


@everywhere
def columns_numbered(sheet: Sheet, draw: random.Random) -> None:
    """1, 2, 3, or 甲, 乙, 1, 2, below the header."""
    width = len(sheet.headers)
    numbers = draw.choice(
        [
            [*range(1, width + 1)],
            [f"（{number}）" for number in range(1, width + 1)],
            ["甲", "乙", "丙", *range(1, width - 2)],
            ["栏次", *range(1, width)],
        ]
    )
    sheet.extra.setdefault(0, []).insert(0, [*numbers])


@everywhere
def numbered_notes(sheet: Sheet, draw: random.Random) -> None:
    """Notes below, of which only the first says so."""
    second = draw.choice(
        ["2.本表一式三份。", "2、融资以到账为准", "※ 融资以到账为准", "数据来源：市局"]
    )
    at = draw.choice([0, sheet.column(NAME)])
    sheet.below += [[*[None] * at, "注：1.不得空缺。"], [*[None] * at, second]]


@everywhere
def office_and_day_of_the_seal(sheet: Sheet, draw: random.Random) -> None:
    """Who signs, and when, at the right below."""
    indent: list[Cell] = [None] * draw.randint(1, len(sheet.headers) - 1)
    day = draw.choice(["2025年12月1日", date(2025, 12, 1), "年  月  日"])
    sheet.below += [[*indent, "示例市金融工作局"], [*indent, day]]


@everywhere
def nobody_where_a_name_would_be(sheet: Sheet, draw: random.Random) -> None:
    """以下空白, or a return that there is nothing to report."""
    at = draw.choice([0, sheet.column(NAME)])
    words = ["以下空白", "……", "无", "零申报", "本县无符合条件的企业", "/"]
    sheet.below.insert(0, [*[None] * at, draw.choice(words)])


@everywhere
def lines_prepared_for_more(sheet: Sheet, _: random.Random) -> None:
    """Their number and county already filled in."""
    for number in (1, 2):
        line: list[Cell] = [None] * len(sheet.headers)
        line[0], line[sheet.column(COUNTY)] = len(sheet.rows) + number, COUNTIES[0]
        sheet.extra.setdefault(len(sheet.rows), []).append(line)


@everywhere
def numbers_of_lines_in_brackets(sheet: Sheet, _: random.Random) -> None:
    """（1）, （2）; where a mark or a word stands, there is no number."""
    for number, row in enumerate(sheet.rows, start=1):
        if row[0] is None or _is_number(row[0]):
            row[0] = f"（{number}）"


def _is_number(cell: Cell) -> bool:
    """Whether the number of a line stands in its cell, and no mark or word."""
    return str(cell).strip("（）").isdecimal()


@everywhere
def a_word_where_the_number_of_a_line_would_be(sheet: Sheet, draw: random.Random) -> None:
    """（新增）, 备注 or a day, where nothing else stands that says what the row is."""
    plain = [row for row in sheet.rows if _is_number(row[0])]
    if plain:
        draw.choice(plain)[0] = draw.choice(["（新增）", "备注", "2023年9月15日", "小计1"])


@everywhere
def codes_struck_with_a_stroke(sheet: Sheet, draw: random.Random) -> None:
    """/ or 无 for a code that an enterprise does not have."""
    for row in sheet.rows:
        if row[sheet.column(CODE)] is None:
            row[sheet.column(CODE)] = draw.choice(["/", "无", "-"])


@everywhere
def an_example_of_nobody(sheet: Sheet, draw: random.Random) -> None:
    """某某公司, with days and amounts, left above the rows."""
    line: list[Cell] = [None] * len(sheet.headers)
    line[0] = draw.choice(["例如", "示例1", 0, None])
    line[sheet.column(NAME)] = draw.choice(["某某科技有限公司", "XX公司", "（例）××有限公司"])
    line[sheet.column(LISTED)] = date(2023, 9, 15)
    sheet.extra.setdefault(0, []).insert(0, line)


@everywhere
def the_same_as_above(sheet: Sheet, draw: random.Random) -> None:
    """同上 for the name of a second line."""
    line: list[Cell] = [None] * len(sheet.headers)
    line[sheet.column(NAME)] = draw.choice(["同上", "〃", "1.同上", "（同上）", "同上公司"])
    line[sheet.column(FINANCED)], line[sheet.column(AMOUNT)] = date(2024, 2, 2), 77
    sheet.change(sheet.rows[-1])
    sheet.rows.append(line)
    _move_extra(sheet)


@everywhere
def groups_of_years(sheet: Sheet, draw: random.Random) -> None:
    """2023年度, 第一批, 市直企业 between the rows."""
    words = draw.choice(["2023年度", "第一批", "市直企业"])
    sheet.extra.setdefault(draw.randint(0, len(sheet.rows) - 1), []).append([words])


@everywhere
def another_unit_half_way(sheet: Sheet, draw: random.Random) -> None:
    """单位：元 between the rows: amounts that stand below may be yuan.

    Right below a header without a unit it would be the unit of that header.
    """
    if sheet.merged:
        return
    first = draw.randint(0, len(sheet.rows) - 1)
    if first == 0 and "元" not in sheet.headers[sheet.column(AMOUNT)]:
        return
    text = draw.choice(["单位：元", "以下金额单位：元", "（元）"])
    at = draw.choice([0, sheet.column(NAME), len(sheet.headers) - 1])
    sheet.extra.setdefault(first, []).append([*[None] * at, text])
    sheet.under_another_unit += sheet.rows[first:]


@everywhere
def rows_taken_back_by_a_line(sheet: Sheet, draw: random.Random) -> None:
    """二、不予奖励, （以下企业已撤回）, above the last rows."""
    if sheet.merged:
        return
    first = draw.randint(0, len(sheet.rows) - 1)
    words = [
        "二、不予奖励",
        "（以下企业已撤回申请）",
        "说明：以下企业暂缓兑现",
        "以下企业不符合条件",
    ]
    sheet.extra.setdefault(first, []).append([draw.choice(words)])
    for row in sheet.rows[first:]:
        sheet.change(row)


@everywhere
def a_legend_that_takes_back(sheet: Sheet, draw: random.Random) -> None:
    """注：红色为不符合条件, 带*的企业已撤回; whose colours and marks are not read."""
    words = ["注：红色字体为不符合条件", "备注：带*的企业已撤回申请", "注：标黄部分去年已兑现"]
    sheet.below.append([draw.choice(words)])
    for row in sheet.rows:
        sheet.change(row)


@everywhere
def a_title_that_takes_back(sheet: Sheet, draw: random.Random) -> None:
    """（作废） behind the title."""
    words = ["企业奖励申报表（作废）", "不符合奖励条件企业名单", "2024年已兑现企业名单"]
    sheet.above.insert(0, [draw.choice(words)])
    for row in sheet.rows:
        sheet.change(row)


@everywhere
def a_mark_where_the_number_of_a_line_would_be(sheet: Sheet, draw: random.Random) -> None:
    """× or 撤 before an enterprise that is not to be paid."""
    row = draw.choice(sheet.rows)
    sheet.change(row)
    row[0] = draw.choice(["×", "撤", "（删）", "已撤回"])


@everywhere
def a_row_again_with_its_code_of_shares(sheet: Sheet, draw: random.Random) -> None:
    """The same enterprise twice, once with more behind its name or with the one it had before."""
    if not (rows := _named(sheet)):
        return
    row, at = copy.copy(draw.choice(rows)), sheet.column(NAME)
    name = row[at]
    sheet.change(row)
    row[sheet.column(CODE)] = None
    row[at] = draw.choice([f"{name}（830001）", f"1.{name}", f"示例新名公司（原{name}）"])
    sheet.change(row)
    sheet.rows.append(row)
    _move_extra(sheet)


@everywhere
def taken_back_under_a_new_name(sheet: Sheet, draw: random.Random) -> None:
    """A line further down takes the enterprise back, under the name that it has now."""
    if not (rows := _named(sheet)):
        return
    row, at = copy.copy(draw.choice(rows)), sheet.column(NAME)
    sheet.change(row)
    row[0], row[sheet.column(CODE)] = "撤", None
    row[at] = draw.choice(["示例改名有限公司（原{}）", "示例改名有限公司(曾用名：{})"]).format(
        row[at]
    )
    sheet.rows.append(row)
    _move_extra(sheet)


@everywhere
def name_and_county_exchanged(sheet: Sheet, draw: random.Random) -> None:
    """In the row of one enterprise each stands under the other's header."""
    rows, name, county = _named(sheet), sheet.column(NAME), sheet.column(COUNTY)
    if rows and not sheet.merged:
        row = draw.choice(rows)
        sheet.change(row)
        row[name], row[county] = row[county], row[name]


@everywhere
def codes_with_letters_for_digits(sheet: Sheet, draw: random.Random) -> None:
    """The same code twice, once with O for 0, under two names; / or 无 is no code."""
    at = sheet.column(CODE)
    if rows := [row for row in _cells(sheet, CODE) if "0" in row[at]]:
        row = copy.copy(draw.choice(rows))
        sheet.change(row)
        row[at] = str(row[at]).replace("0", "O")
        row[sheet.column(NAME)] = "示例子丑有限公司"
        sheet.rows.append(row)
        _move_extra(sheet)


# ---- of workbooks alone ------------------------------------------------------------------------


def _format(look: str) -> Habit:
    def habit(sheet: Sheet, _: random.Random) -> None:
        at = sheet.column(AMOUNT)
        for number, row in enumerate(sheet.rows):
            if isinstance(row[at], int | float):
                sheet.formats[number, at] = look

    return habit


for _name, _look in {
    "format_rounded": "0",
    "format_in_thousands": "0.0,",
    "format_with_unit": '0.00"万元"',
    "format_of_conditions": '[<10]0"元";0.0"万元"',
    "format_hidden": ";;;",
    "format_about": '"约"0.0',
    "format_accounting": '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-;_-@_-',
    "format_percent": "0%",
    "format_split": '0!.0,"万元"',
    "format_negative_hidden": "0.0;0.0",
}.items():
    IN_WORKBOOKS[_name] = _format(_look)


@in_workbooks
def a_footnote_raised(sheet: Sheet, draw: random.Random) -> None:
    """300 with a small 1."""
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
    _one(sheet, AMOUNT, draw, lambda a: CellRichText(f"{a}", raised) if _plain(a) else a)


@in_workbooks
def a_figure_struck_out_before_another(sheet: Sheet, draw: random.Random) -> None:
    """200 struck out before 300."""
    struck = TextBlock(InlineFont(strike=True), "200")
    _one(sheet, AMOUNT, draw, lambda a: CellRichText(struck, f"{a}") if _plain(a) else a)


def _plain(value: Cell) -> bool:
    return isinstance(value, int | float | str)


@in_workbooks
def a_row_struck_out(sheet: Sheet, draw: random.Random) -> None:
    """A line through a whole row: withdrawn."""
    number = draw.randrange(len(sheet.rows))
    sheet.change(sheet.rows[number])
    sheet.fonts |= {(number, at) for at in range(len(sheet.headers))}


@in_workbooks
def the_unit_in_a_merged_cell_above(sheet: Sheet, draw: random.Random) -> None:
    """融资情况（万元） above two columns."""
    first, last = sheet.column(FINANCED), sheet.column(AMOUNT)
    if sheet.over is None and last == first + 1:
        _header(lambda head: head)(sheet, draw)
        sheet.over = (first, last, "融资情况（万元）")


@in_workbooks
def counties_merged_downwards(sheet: Sheet, _: random.Random) -> None:
    """One cell for the county of all rows, of which none but the first has a comment to lose."""
    at = sheet.column(COUNTY)
    exchanged = any("公司" in str(row[at]) for row in sheet.rows)
    commented = any(row > 0 and column == at for row, column in sheet.comments)
    lost = exchanged or commented
    if len(sheet.rows) > 1 and not any(sheet.extra.values()) and not lost:
        sheet.merged.append((0, at, len(sheet.rows) - 1, at))


@in_workbooks
def a_name_merged_over_two_financings(sheet: Sheet, _: random.Random) -> None:
    """The financing split over two lines of one enterprise."""
    amount, day = sheet.column(AMOUNT), sheet.column(FINANCED)
    last = sheet.rows[-1]
    if sheet.merged or not isinstance(last[amount], int) or not isinstance(last[day], date):
        return
    line: list[Cell] = [None] * len(sheet.headers)
    line[day], line[amount] = last[day] + timedelta(1), last[amount] - 10
    last[amount] = 10
    sheet.rows.append(line)
    _move_extra(sheet)
    if sheet.extra.get(len(sheet.rows) - 1):
        return
    numbers = len(sheet.rows) - 2, len(sheet.rows) - 1
    sheet.merged += [(numbers[0], at, numbers[1], at) for at in range(day)]


@in_workbooks
def an_amount_merged_over_two_enterprises(sheet: Sheet, _: random.Random) -> None:
    """Nobody can say how much of it is whose."""
    at, day = sheet.column(AMOUNT), sheet.column(FINANCED)
    if sheet.merged or len(sheet.rows) < 2 or any(sheet.extra.values()):
        return
    first, second = sheet.rows[0], sheet.rows[1]
    if isinstance(first[at], int | float) and isinstance(first[day], date):
        sheet.merged.append((0, at, 1, at))
        sheet.change(first)
        sheet.change(second)


@in_workbooks
def a_group_over_the_days_and_amounts(sheet: Sheet, _: random.Random) -> None:
    """A third of the header, merged above two columns."""
    first, last = sheet.column(LISTED), sheet.column(AMOUNT)
    if sheet.over is None:
        sheet.over = (first, last, "奖励事项")


@in_workbooks
def payments_on_a_hidden_sheet(sheet: Sheet, draw: random.Random) -> None:
    """已付奖励, hidden."""
    row = draw.choice(sheet.rows)
    sheet.change(row)
    name = row[sheet.column(NAME)]
    lines = [
        [NAME, "奖励项目", "日期", "金额（万元）"],
        [name, "新三板挂牌奖励", date(2024, 5, 1), 50],
    ]
    sheet.more.append((f"已付奖励{len(sheet.more)}", "hidden", lines))


@in_workbooks
def a_sheet_of_payments_under_other_headers(sheet: Sheet, draw: random.Random) -> None:
    """A ledger that cannot be understood."""
    row = draw.choice(sheet.rows)
    sheet.change(row)
    name = row[sheet.column(NAME)]
    lines = [
        ["编码", "收款方", "用途", "时点", "数额"],
        [1, name, "挂牌奖励", date(2024, 5, 1), 50],
    ]
    sheet.more.append((f"兑现{len(sheet.more)}", "visible", lines))


@in_workbooks
def payments_without_a_unit(sheet: Sheet, draw: random.Random) -> None:
    """金额 without 元 or 万元."""
    row = draw.choice(sheet.rows)
    sheet.change(row)
    name = row[sheet.column(NAME)]
    lines = [[NAME, "奖励项目", "日期", "金额"], [name, "新三板挂牌奖励", date(2024, 5, 1), 50]]
    sheet.more.append((f"已付{len(sheet.more)}", "visible", lines))


@in_workbooks
def a_financing_stated_again(sheet: Sheet, draw: random.Random) -> None:
    """On the sheet of events as well."""
    day, amount = sheet.column(FINANCED), sheet.column(AMOUNT)
    rows = [row for row in sheet.rows if isinstance(row[day], date) and _plain(row[amount])]
    if rows:
        row = draw.choice(rows)
        lines = [
            [NAME, "事项", "日期", "金额（万元）"],
            [row[sheet.column(NAME)], "区域性股权市场融资", row[day], row[amount]],
        ]
        sheet.more.append((f"事项明细{len(sheet.more)}", "visible", lines))


@in_workbooks
def a_sheet_of_those_that_get_nothing(sheet: Sheet, draw: random.Random) -> None:
    """不予奖励, with the same header; one of them was among the rows."""
    if len(sheet.rows) > 1:
        row = _without_last_row(sheet)
        sheet.change(row)
        title = draw.choice(["不予奖励", "作废", "样表", "2024年已兑现"])
        sheet.more.append((f"{title}{len(sheet.more)}", "visible", [sheet.headers, row]))


@in_workbooks
def payments_still_to_come(sheet: Sheet, draw: random.Random) -> None:
    """拟付奖励, or 未支付 behind a payment."""
    row = draw.choice(sheet.rows)
    sheet.change(row)
    title, remark = draw.choice([("拟付奖励", None), ("已付奖励", "未支付"), ("已付", "作废")])
    lines = [
        [NAME, "奖励项目", "日期", "金额（万元）", "备注"],
        [row[sheet.column(NAME)], "新三板挂牌奖励", date(2024, 5, 1), 50, remark],
    ]
    sheet.more.append((f"{title}{len(sheet.more)}", "visible", lines))


@in_workbooks
def days_that_are_planned_by_their_format(sheet: Sheet, draw: random.Random) -> None:
    """预计2023-09-15, of which 预计 is no more than the format."""
    at = sheet.column(draw.choice([LISTED, FINANCED]))
    for number, row in enumerate(sheet.rows):
        if isinstance(row[at], date):
            sheet.change(row)
            sheet.formats[number, at] = '"预计"yyyy-mm-dd'


@in_workbooks
def an_amount_of_two_colours(sheet: Sheet, draw: random.Random) -> None:
    """300 in black, and 200 in red behind it as a correction."""
    red = TextBlock(InlineFont(color=Color("FFFF0000")), "20")
    rows = [row for row in _cells(sheet, AMOUNT) if _plain(row[sheet.column(AMOUNT)])]
    if rows:
        row, at = draw.choice(rows), sheet.column(AMOUNT)
        sheet.change(row)
        row[at] = CellRichText(f"{row[at]}", red)


@in_workbooks
def an_empty_second_sheet(sheet: Sheet, _: random.Random) -> None:
    """Sheet2, with nothing on it."""
    sheet.more.append((f"Sheet{len(sheet.more) + 2}", "visible", []))


@in_workbooks
def the_unit_in_the_page_header(sheet: Sheet, draw: random.Random) -> None:
    """单位：万元 is printed on each page."""
    _header(lambda head: head)(sheet, draw)
    sheet.margin = "单位：万元"


@in_workbooks
def the_unit_in_the_sheet_name(sheet: Sheet, draw: random.Random) -> None:
    """申报表（万元）."""
    _header(lambda head: head)(sheet, draw)
    sheet.title = "申报表（万元）"


@in_workbooks
def the_example_left_and_typed_over(sheet: Sheet, draw: random.Random) -> None:
    """例 left in the first cell of an enterprise's row."""
    row = draw.choice(sheet.rows)
    sheet.change(row)
    row[0] = "例"


@in_workbooks
def letters_in_the_colour_of_the_paper(sheet: Sheet, draw: random.Random) -> None:
    """So that a cell of a row looks empty, which changes nothing where a stroke stands."""
    row = draw.randrange(len(sheet.rows))
    column = sheet.column(draw.choice([NAME, LISTED, FINANCED, AMOUNT]))
    if sheet.rows[row][column] not in (None, *STROKES):
        sheet.change(sheet.rows[row])
        sheet.white.add((row, column))


@in_workbooks
def a_cross_in_a_font_of_drawings(sheet: Sheet, draw: random.Random) -> None:
    """A cross where the number of a line would be, which is stored as the letter û."""
    row = draw.randrange(len(sheet.rows))
    sheet.change(sheet.rows[row])
    sheet.rows[row][0] = draw.choice(["û", "ý", "\uf0fb"])
    sheet.drawn.add((row, 0))


@everywhere
def remarks_that_withdraw(sheet: Sheet, draw: random.Random) -> None:
    """已撤回 behind the row of an enterprise, in a column of remarks."""
    if "备注" in sheet.headers:
        return
    sheet.headers.append("备注")
    withdrawn = draw.choice(sheet.rows)
    for row in sheet.rows:
        row.append(draw.choice(["已撤回申请", "企业放弃", "暂缓"]) if row is withdrawn else None)
    sheet.change(withdrawn)


@in_workbooks
def comments_that_withdraw(sheet: Sheet, draw: random.Random) -> None:
    """已撤回 in a comment on a cell of an enterprise."""
    row, column = draw.randrange(len(sheet.rows)), draw.randrange(len(COLUMNS))
    if not sheet.covered(row, column):
        sheet.comments[row, column] = draw.choice(["已撤回申请", "企业放弃", "暂缓"])
        sheet.change(sheet.rows[row])


@in_workbooks
def days_as_numbers(sheet: Sheet, draw: random.Random) -> None:
    """Pasted as numbers."""
    _days(lambda day: (day - date(1899, 12, 30)).days)(sheet, draw)
