"""Sheets as bureaus send them in: each is read as it was meant, or the cell is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

import pytest
from command import run_command
from openpyxl import Workbook
from openpyxl.comments import Comment

from files.books import book_of
from listing_rewards import load_policy
from listing_rewards.errors import InvalidFile
from listing_rewards.files.outcomes import Outcome, assess_rows
from listing_rewards.files.reading import read_rows

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
A, B, C = "示例甲海洋有限公司", "示例乙电子有限公司", "示例丙生物有限公司"
CODE = "91440800MA0000001E"
LISTED, DAY, AMOUNT = "新三板挂牌日期", "区域性股权市场融资日期", "区域性股权市场融资金额"
HEADER = ["序号", "企业名称", "统一社会信用代码", "县区", LISTED, DAY, f"{AMOUNT}（万元）"]
CLEAN = {A: "560000.00", B: "500000.00", C: "24000.00"}
Line: TypeAlias = list[object]


def rows() -> list[Line]:
    """Three enterprises."""
    return [
        [1, A, CODE, "赤坎区", date(2023, 9, 15), date(2023, 8, 1), 300],
        [2, B, None, "霞山区", date(2024, 3, 5), None, None],
        [3, C, None, "坡头区", None, date(2024, 2, 2), 120],
    ]


def sheet(lines: Sequence[Line] | None = None, header: Line | None = None) -> Workbook:
    """A workbook of one sheet."""
    return book_of({"申报表": [header or [*HEADER], *(rows() if lines is None else lines)]})


def read(folder: Path, content: Workbook | str) -> list[Outcome]:
    """What becomes of each line of a workbook or a text."""
    path = folder / ("table.csv" if isinstance(content, str) else "table.xlsx")
    if isinstance(content, str):
        path.write_text(content, encoding="utf-8")
    else:
        content.save(path)
    return list(assess_rows(read_rows(str(path), POLICY), POLICY, as_of=AS_OF))


def answers(found: Sequence[Outcome]) -> dict[str, str]:
    """What is payable to each enterprise; those with faults aside."""
    given = (each.assessment for each in found if each.assessment is not None)
    return {each.case.enterprise.name: str(each.payable) for each in given}


def cells(found: Sequence[Outcome]) -> set[tuple[str, str]]:
    """The code of each fault, and its cell."""
    return {(each.code, each.cell) for outcome in found for each in outcome.faults}


def aside(found: Sequence[Outcome]) -> list[str]:
    """What lines that are not read are."""
    return [each.row.aside for each in found if each.row.aside]


@pytest.mark.parametrize(
    "head",
    [
        f"{AMOUNT}\n单位:万元",
        f"{AMOUNT}（万元/人民币）",
        f"{AMOUNT}（万元，保留两位小数）",
    ],
)
def test_a_unit_in_a_header(tmp_path: Path, head: str) -> None:
    """On a line of its own without brackets, with its currency behind it, with a hint."""
    assert answers(read(tmp_path, sheet(header=[*HEADER[:-1], head]))) == CLEAN


def test_a_line_of_hints_belongs_to_the_header(tmp_path: Path) -> None:
    """年/月/日 below the days, 万元 below the amounts."""
    hints: Line = [None] * 4 + ["年/月/日", "年/月/日", "万元"]
    found = read(tmp_path, sheet([hints, *rows()], [*HEADER[:-1], AMOUNT]))
    assert answers(found) == CLEAN


def test_a_header_over_three_lines(tmp_path: Path) -> None:
    """Groups above names above parts, with the numbers merged over all of them."""
    lines: list[Line] = [
        ["序号", "企业基本情况", None, None, "奖励事项", None, None],
        [None, "企业名称", "统一社会信用代码", "县区", LISTED, "区域性股权市场融资", None],
        [None] * 5 + ["日期", "金额（万元）"],
        *rows(),
    ]
    book = book_of({"申报表": lines})
    for place in ("A1:A3", "B1:D1", "E1:G1", "F2:G2", "B2:B3", "C2:C3", "D2:D3", "E2:E3"):
        book.worksheets[0].merge_cells(place)
    assert answers(read(tmp_path, book)) == CLEAN


def test_names_merged_over_two_columns(tmp_path: Path) -> None:
    """As where the name needs more room than its column has."""
    book = book_of({"申报表": [[h, None, *HEADER[2:]] for h in HEADER[1:2]]})
    page = book.worksheets[0]
    for line in rows():
        page.append([line[1], None, *line[2:]])
    for row in range(1, 5):
        page.merge_cells(f"A{row}:B{row}")
    assert answers(read(tmp_path, book)) == CLEAN


def test_an_amount_merged_over_two_enterprises_is_nobodys(tmp_path: Path) -> None:
    """Also not that of the first of them, to which it would be paid whole."""
    lines = rows()
    lines[1][5] = date(2023, 8, 1)
    book = sheet(lines)
    book.worksheets[0].merge_cells("G2:G3")
    found = read(tmp_path, book)
    assert answers(found) == {C: CLEAN[C]}
    assert cells(found) == {("merged_cell", "G2"), ("merged_cell", "G3")}


def test_an_amount_merged_over_two_days_of_an_enterprise(tmp_path: Path) -> None:
    """Nobody can say how much was raised on which."""
    lines = rows()
    lines.insert(1, [None] * 5 + [date(2024, 5, 1), None])
    book = sheet(lines)
    for column in "ABCDEG":
        book.worksheets[0].merge_cells(f"{column}2:{column}3")
    found = read(tmp_path, book)
    assert answers(found) == {B: CLEAN[B], C: CLEAN[C]}
    assert cells(found) == {("merged_cell", "G2")}


def test_a_payment_merged_over_two_enterprises(tmp_path: Path) -> None:
    """Both are reported, and neither gets an amount."""
    paid: list[Line] = [
        ["企业名称", "奖励项目", "日期", "金额（万元）"],
        [A, "新三板挂牌奖励", date(2024, 5, 1), 100],
        [B, "新三板挂牌奖励", date(2024, 5, 1), None],
    ]
    book = book_of({"申报表": [[*HEADER], *rows()], "已付奖励": paid})
    book["已付奖励"].merge_cells("D2:D3")
    assert answers(read(tmp_path, book)) == {C: CLEAN[C]}


def test_a_payment_to_a_name_that_is_hidden_is_told(tmp_path: Path) -> None:
    """某某公司 among the payments may be anybody; it is not passed over as an example."""
    paid: list[Line] = [
        ["企业名称", "奖励项目", "日期", "金额（万元）"],
        ["某某公司", "新三板挂牌奖励", date(2024, 5, 1), 30],
    ]
    found = read(tmp_path, book_of({"申报表": [[*HEADER], *rows()], "已付奖励": paid}))
    assert {code for code, _ in cells(found)} == {"not_in_table"}
    assert not aside(found)


def test_a_payment_to_the_same_as_above_is_not_lost(tmp_path: Path) -> None:
    """同上 names nobody, so that no answer could be trusted."""
    paid: list[Line] = [
        ["企业名称", "奖励项目", "日期", "金额（万元）"],
        [A, "新三板挂牌奖励", date(2024, 5, 1), 30],
        ["同上", "新三板挂牌奖励", date(2024, 6, 1), 20],
    ]
    with pytest.raises(InvalidFile) as caught:
        read(tmp_path, book_of({"申报表": [[*HEADER], *rows()], "已付奖励": paid}))
    assert [(each.code, each.row) for each in caught.value.faults] == [("names_no_enterprise", 3)]


@pytest.mark.parametrize("serial", ["备注", "（新增）", "2023年9月15日", "小计1", "（2）"])
def test_what_stands_for_a_number_hides_no_enterprise(tmp_path: Path, serial: str) -> None:
    """The line of an enterprise is its line, whatever its first cell says."""
    lines = rows()
    lines[1][0] = serial
    assert answers(read(tmp_path, sheet(lines))) == CLEAN


@pytest.mark.parametrize("serial", ["（4）", "（新增）", "备注", "2023年9月15日", None])
@pytest.mark.parametrize("name", [None, "同上"])
def test_facts_of_nobody_may_be_those_of_the_line_above(
    tmp_path: Path, serial: str | None, name: str | None
) -> None:
    """Whatever stands in the first cell: a line that gives an amount is no note."""
    line: Line = [serial, name, None, None, None, date(2024, 5, 1), 77]
    found = read(tmp_path, sheet([*rows(), line]))
    assert answers(found) == {A: CLEAN[A], B: CLEAN[B]}
    assert not aside(found)


def test_the_name_in_brackets_is_a_name(tmp_path: Path) -> None:
    """Where the line says more of it; a note in brackets stays a note."""
    lines = rows()
    lines[1][1] = f"（{B}）"
    found = read(tmp_path, sheet([*lines, ["（以上均为民营公司）"]]))
    assert answers(found) == {A: CLEAN[A], f"（{B}）": CLEAN[B], C: CLEAN[C]}
    assert aside(found) == ["note"]


@pytest.mark.parametrize(
    "line",
    [
        [None, "以下空白"],
        ["本县（市、区）无符合条件的企业"],
        ["2.本表一式三份。"],
        ["*为已更名企业"],
        ["县（市、区）审核意见：", None, None, "（盖章）"],
        ["某市奖励申报汇总表（续）"],
        [None, None, "填表人：虚构人", None, "审核人：虚构人", None, "2025年12月1日"],
        [None, "合计：3家企业", None, None, None, None, 420],
        [None, "其中：赤坎区", None, None, None, None, 300],
        [None, "大写：肆佰贰拾万元整", None, None, None, None, 420],
        [4, None, None, "赤坎区", None, None, None],
        ["某某科技有限公司", "某某科技有限公司", None, "赤坎区", date(2023, 9, 15), None, None],
    ],
)
def test_a_line_that_is_no_enterprise(tmp_path: Path, line: Line) -> None:
    """Each is reported as not read, and the others are read."""
    lines: list[Line] = [["某市奖励申报汇总表"], [*HEADER], *rows(), line]
    found = read(tmp_path, book_of({"申报表": lines}))
    assert answers(found) == CLEAN
    assert len(aside(found)) == 1
    assert not cells(found)


def test_a_day_that_stands_alone_is_not_taken_for_that_of_a_seal(tmp_path: Path) -> None:
    """Only below an office; elsewhere it may be a further financing."""
    line: Line = [None] * 5 + ["2024年5月1日"]
    found = read(tmp_path, sheet([*rows(), line]))
    assert C not in answers(found)
    office: Line = [None] * 5 + ["示例市财政局"]
    assert answers(read(tmp_path, sheet([*rows(), office, line]))) == CLEAN


def test_two_enterprises_without_a_code_are_two(tmp_path: Path) -> None:
    """/ and 无 are no codes."""
    lines = rows()
    for line, code in zip(lines, ("/", "/", "无"), strict=True):
        line[2] = code
    assert answers(read(tmp_path, sheet(lines))) == CLEAN


def test_a_code_that_a_spreadsheet_took_for_a_number(tmp_path: Path) -> None:
    """Its last places are lost, also in a CSV."""
    found = read(tmp_path, f"name,uscc,neeq_listed\n{A},9.14408E+17,2023-09-15\n")
    assert [(each.code, each.column) for each in found[0].faults] == [("code_as_number", "uscc")]


def as_exported(change: Callable[[object], str], between: str = ",") -> str:
    """The table as text, each cell below the header changed."""
    lines = ([("" if cell is None else change(cell)) for cell in line] for line in rows())
    return "\n".join(between.join(line) for line in ([*HEADER], *lines)) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        as_exported(lambda cell: f'="{cell}"'),
        as_exported(lambda cell: f"{cell}\t"),
        as_exported(lambda cell: f"\t{cell}"),
        as_exported(str).replace("\n", ",,\n"),
        as_exported(str, "\t").replace("\t300", "\t3,000,000.00元"),
        as_exported(lambda cell: str(cell).replace("300", '"=""300"""')),
    ],
)
def test_texts_as_others_export_them(tmp_path: Path, text: str) -> None:
    """With formulas or tabs that keep a code as text, blank columns, tabs between cells."""
    assert answers(read(tmp_path, text)) == CLEAN


def test_text_under_a_blank_header_is_a_fault(tmp_path: Path) -> None:
    """A blank column at the end is nothing; a cell in it is something."""
    found = read(tmp_path, f"name,neeq_listed,\n{A},2023-09-15,\n{B},2024-03-05,撤回\n")
    assert answers(found) == {A: "500000.00"}
    assert [each.code for each in found[1].faults] == ["under_no_header"]


def test_comments_are_told(tmp_path: Path) -> None:
    """What a reviewer has noted on a cell stands on no line."""
    book = sheet()
    book.worksheets[0]["B2"].comment = Comment("材料已核对", "虚构人")
    book.worksheets[0]["B1"].comment = Comment("撤回申请的，请在备注中写明", "虚构人")
    found = read(tmp_path, book)
    told = [each.row for each in found if each.row.aside]
    assert [(each.aside, each.place.rpartition("/")[2], each.said) for each in told] == [
        ("comment", "table.xlsx:申报表:B1", "撤回申请的，请在备注中写明"),
        ("comment", "table.xlsx:申报表:B2", "材料已核对"),
    ]
    assert answers(found) == CLEAN


@pytest.mark.parametrize(
    ("amount", "words"), [(3_000_000, "over ten billion"), (1_200_000, "ten thousand times")]
)
def test_amounts_that_are_probably_in_another_unit(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    amount: int,
    words: str,
) -> None:
    """Yuan under 万元: huge, or far from the one other."""
    lines = rows()
    lines[0][6] = amount
    path = tmp_path / "table.xlsx"
    sheet(lines).save(path)
    asked = ("--policy", POLICY.id, "--as-of", AS_OF, "-o", tmp_path / "out.csv", "--lang", "en")
    assert run_command(monkeypatch, "assess", path, *asked) == 0
    assert words in capsys.readouterr().err


def split_financing(between: Line, *, merged: str = "BCDE") -> Workbook:
    """A's financing on two lines of one name, merged, and a line between the two."""
    lines = rows()
    lines[0][-1] = 200
    lines[1:1] = [between, [None] * 5 + [date(2023, 8, 2), 100]]
    book = sheet(lines, [*HEADER, "备注"])
    for column in merged:
        book.worksheets[0].merge_cells(f"{column}2:{column}4")
    return book


@pytest.mark.parametrize("merged", ["ABCDE", "BCDE", "B"])
@pytest.mark.parametrize(
    "line", [[None], ["小计", *[None] * 5, 200], ["注：以到账为准"], [*[None] * 7, "注：已核"]]
)
def test_a_line_between_those_of_an_enterprise(tmp_path: Path, line: Line, merged: str) -> None:
    """A blank one, a total, a note: what stands below it counts as well, or is a fault."""
    found = read(tmp_path, split_financing(line, merged=merged))
    if line[0] == "小计" and merged.startswith("A"):
        assert cells(found) == {("day_missing_for_amount", "G3")}
    else:
        assert answers(found) == CLEAN


@pytest.mark.parametrize(
    "line",
    [
        ["撤"],
        ["撤", *[None] * 4, date(2024, 1, 1), 5],
        [*[None] * 7, "已撤回"],
        [*[None] * 7, "注：已撤回"],
    ],
)
def test_a_further_line_takes_its_enterprise_back(tmp_path: Path, line: Line) -> None:
    """By a mark in the place of its number or by a remark, also where nothing else is in it."""
    found = read(tmp_path, split_financing(line))
    assert answers(found) == {B: CLEAN[B], C: CLEAN[C]}
    assert {code for code, _ in cells(found)} <= {"withdrawn", "withdrawn_line"}
