"""A workbook as a bureau sends it, and beside each planted irregularity what must become of it.

The amounts are computed by hand from the illustrative policy: 500,000 yuan for listing on NEEQ,
2% of what was raised on the regional market up to 100,000.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from files.books import bytes_of, patched, saved
from listing_rewards import load_policy
from listing_rewards.files.outcomes import Outcome, assess_rows
from listing_rewards.files.reading import read_rows

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = date(2025, 12, 31)
SHEET = "申报表"
DAY, LISTED = date(2023, 8, 1), date(2023, 9, 15)

HEADER = {
    "A": "序 号", "B": "联系人", "C": " 企业名称 ", "D": "统一社会信用代码", "E": "所属县区",
    "F": "新三板挂牌\n日期", "G": "北交所受理时间", "H": "区域性股权市场融资日期",
    "I": "区域性股权市场融资金额\n（万元）", "J": "净利润（单位：万元）", "K": "是否符合条件",
    "L": "已获新三板挂牌奖励（万元）", "M": "已获新三板挂牌奖励日期", "N": "未发生事项",
    "O": "备 注",
}  # fmt: skip


OPEN = "open"
"""An amount that is not known: the award is at most 100,000."""


class Planted(NamedTuple):
    """One row.

    Attributes:
        row: its number in the sheet.
        cells: what stands in it, by column.
        expected: what is payable in yuan, or the faults, each with its cell.
        looks: the number formats of its cells.
    """

    row: int
    cells: Mapping[str, object]
    expected: int | Decimal | str | tuple[tuple[str, str], ...]
    looks: Mapping[str, str] = {}


TABLE = [
    # days
    Planted(8, {"F": LISTED}, 500_000),
    Planted(9, {"F": "2023年9月15日"}, 500_000),
    Planted(10, {"F": "2023/9/15"}, 500_000),
    Planted(11, {"F": "2023.9.15 "}, 500_000),
    Planted(12, {"F": "２０２３年９月１５日"}, 500_000),
    Planted(13, {"F": 20230915}, 500_000),
    Planted(14, {"F": 45184}, 500_000),
    Planted(15, {"F": "45184"}, (("not_a_date", "F15"),)),
    Planted(16, {"F": "2023-02-30"}, (("not_a_date", "F16"),)),
    Planted(17, {"F": "03/04/2023"}, (("not_a_date", "F17"),)),
    Planted(18, {"F": "23/9/15"}, (("not_a_date", "F18"),)),
    Planted(19, {"F": "2023年9月"}, (("not_a_date", "F19"),)),
    Planted(20, {"F": date(2023, 9, 1)}, (("day_not_shown", "F20"),), {"F": 'yyyy"年"m"月"'}),
    Planted(21, {"F": date(2023, 9, 15)}, (("day_not_shown", "F21"),), {"F": 'm"月"d"日"'}),
    Planted(22, {"F": datetime(2023, 9, 15, 10, 30)}, (("time_of_day", "F22"),)),  # noqa: DTZ001
    Planted(23, {"F": "暂无"}, 0),
    Planted(24, {"F": LISTED, "G": date(2023, 8, 20)}, (("impossible_order", "G24"),)),
    # amounts; row 25 is blank
    Planted(26, {"H": DAY, "I": 300}, 60_000),
    Planted(27, {"H": DAY, "I": "300万元"}, 60_000),
    Planted(28, {"H": DAY, "I": "3,000,000.00元"}, 60_000),
    Planted(29, {"H": DAY, "I": "３００．５"}, 60_100),
    Planted(30, {"H": DAY, "I": " 1,250.5 "}, 100_000),
    Planted(31, {"H": DAY, "I": "0.03亿元"}, 60_000),
    Planted(32, {"H": DAY, "I": 3_000_000}, 60_000, {"I": '#,##0"元"'}),
    Planted(33, {"H": DAY, "I": 300.125}, (("shown_otherwise", "I33"),), {"I": "#,##0.00"}),
    Planted(34, {"H": DAY, "I": "￥3,000,000"}, (("sign_against_unit", "I34"),)),
    Planted(35, {"H": DAY, "I": 3_000_000}, (("sign_against_unit", "I35"),), {"I": '"¥"#,##0'}),
    Planted(36, {"H": DAY, "I": 3_000_000}, (("shown_otherwise", "I36"),), {"I": "0!.0,"}),
    Planted(37, {"H": DAY, "I": 300}, (("shown_otherwise", "I37"),), {"I": '0"万美元"'}),
    Planted(38, {"H": DAY, "I": 300}, (("shown_otherwise", "I38"),), {"I": ";;;"}),
    Planted(39, {"H": DAY, "I": 0.3}, (("not_an_amount", "I39"),), {"I": "0%"}),
    Planted(40, {"H": DAY, "I": "300万、200万"}, (("not_an_amount", "I40"),)),
    Planted(41, {"H": DAY, "I": "约300"}, (("not_an_amount", "I41"),)),
    Planted(42, {"H": DAY, "I": "3,00"}, (("not_an_amount", "I42"),)),
    Planted(43, {"H": DAY, "I": "暂无"}, OPEN),
    Planted(44, {"H": DAY, "I": "无"}, OPEN),
    Planted(45, {"H": DAY, "I": "-"}, OPEN),
    Planted(46, {"H": DAY, "I": "/"}, OPEN),
    Planted(47, {"H": DAY, "I": -300}, (("negative_amount", "I47"),)),
    Planted(48, {"H": DAY, "I": 7777}, (("inexact_number", "I48"),)),
    Planted(49, {"I": 300}, (("day_missing_for_amount", "I49"),)),
    Planted(50, {"H": DAY, "I": "=100+200"}, 60_000),
    Planted(51, {"H": DAY, "I": "=100+201"}, (("formula_without_value", "I51"),)),
    Planted(52, {"H": DAY, "I": "#N/A"}, (("error_cell", "I52"),)),
    Planted(53, {"H": "#REF!", "I": 300}, (("error_cell", "H53"),)),
    Planted(54, {"H": DAY, "I": 301, "F": "不详"}, (("not_a_date", "F54"),)),
    # the rest
    Planted(55, {"F": LISTED, "L": 20, "M": "2024.1.10"}, 300_000),
    Planted(56, {"F": LISTED, "L": "20万", "M": "24.1.10"}, (("not_a_date", "M56"),)),
    Planted(57, {"F": LISTED, "K": "待定"}, (("not_yes_or_no", "K57"),)),
    Planted(58, {"F": LISTED, "K": "×"}, 0),
    Planted(59, {"F": LISTED, "D": 914408001234567000}, (("code_as_number", "D59"),)),
    Planted(60, {"F": LISTED, "J": "亏损"}, (("not_a_number", "J60"),)),
    Planted(61, {"F": LISTED, "J": "－1,200"}, 500_000),
    Planted(62, {"F": LISTED}, 500_000),  # merged with the two below; the row is hidden
    Planted(63, {"K": "是"}, (("merged_cell", "F63"),)),
    Planted(64, {"K": "是", "H": "？"}, (("merged_cell", "F64"), ("not_a_date", "H64"))),
    Planted(65, {"F": LISTED, "P": "已核"}, (("under_no_header", "P65"),)),
    # beside the first sheet
    Planted(66, {"H": DAY, "I": 300}, 80_000),  # and 100万元 on the sheet of events
    Planted(67, {"H": DAY, "I": 300}, (("not_a_date", "事项明细!D6"),)),
    Planted(68, {"F": LISTED}, 350_000),  # 150,000 paid, on the sheet of payments
    # row 69 has a number only, row 70 is a total, 71 a note
    Planted(72, {"F": LISTED}, 500_000),
]
ELSEWHERE = (("not_in_table", "事项明细:8"),)
ASIDE = [
    ("hidden_sheet", "旧表", 0), ("hidden_column", SHEET, 0), ("note", SHEET, 6),
    ("example", SHEET, 7), ("total", SHEET, 70), ("note", SHEET, 71), ("note", "事项明细", 3),
    ("total", "已付奖励", 4),
]  # fmt: skip


def name_of(row: int) -> str:
    """The enterprise of a row."""
    return f"示例{row}号公司"


def planted_book() -> Workbook:
    """The workbook, written as people write it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    sheet["A1"] = "湛江市企业上市奖励申报汇总表（虚构）"
    sheet["A2"], sheet["N2"] = "填报单位：虚构市金融局（公章）", "填报日期：2025年12月1日"
    sheet["O3"] = "单位：万元"
    for column, header in HEADER.items():
        sheet[f"{column}5"] = header
    sheet["A6"], sheet["C6"], sheet["F6"] = "填表说明：", "营业执照全称", "年-月-日"
    sheet["A7"], sheet["C7"], sheet["F7"], sheet["I7"] = "例", "示例公司", "2023-9-15", "300"
    for planted in TABLE:
        sheet[f"A{planted.row}"], sheet[f"C{planted.row}"] = planted.row, name_of(planted.row)
        sheet[f"B{planted.row}"] = "虚构人"
        for column, value in planted.cells.items():
            sheet[f"{column}{planted.row}"].value = value
        for column, look in planted.looks.items():
            sheet[f"{column}{planted.row}"].number_format = look
    sheet["C8"] = f"  {name_of(8)} "
    sheet["A69"] = 69
    sheet["B70"], sheet["C70"], sheet["I70"] = None, "合 计", 9999
    sheet["A71"], sheet["F71"] = "填表人：虚构人", "审核人：虚构人"
    for merged in ("A1:O1", "A2:E2", "F62:F64", "A71:E71"):
        sheet.merge_cells(merged)
    sheet.row_dimensions[62].hidden = True
    sheet.column_dimensions["J"].hidden = True
    _add(book, "已付奖励", [
        ["往年已发放奖励", None, None, None], ["企业名称", "奖励项目", "付款日期", "金额（元）"],
        [name_of(68), "新三板挂牌奖励", "2024年1月5日", "150,000.00"],
        ["合计", None, None, 150_000],
    ])  # fmt: skip
    _add(book, "事项明细", [
        ["融资明细"], ["项目经办", "事项", "企业名称", "日期", "金额（万元）"],
        ["", "", "（全称）"],
        ["虚构人", "区域性股权市场融资", name_of(66), date(2024, 3, 1), 100], [],
        ["虚构人", "区域性股权市场融资", name_of(67), "2024/13/1", 100], [],
        ["虚构人", "区域性股权市场融资", "示例外地公司", date(2024, 3, 1), 100],
    ])  # fmt: skip
    book["事项明细"]["A2"] = "联系人"
    _add(book, "通讯录", [["虚构人", "00000000"]])
    _add(book, "旧表", [["企业名称", "新三板挂牌日期"], ["示例旧公司", LISTED]])
    book["旧表"].sheet_state = "hidden"
    return book


def _add(book: Workbook, title: str, rows: Sequence[Sequence[object]]) -> None:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(list(row))


def outcomes(folder: Path, epoch: datetime = WINDOWS_EPOCH) -> list[Outcome]:
    """What becomes of each row of the workbook, with what only Excel writes."""
    book = planted_book()
    book.epoch = epoch
    computed = {
        "<f>100+200</f><v />": "<f>100+200</f><v>300</v>",
        "<v>7777</v>": "<v>0.30000000000000004</v>",  # as Excel keeps 0.1 + 0.2
    }
    content = patched(bytes_of(book), computed)
    path = saved(folder, content, "申报.xlsx")
    return list(assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF))


def found_in(outcome: Outcome) -> object:
    """What is payable, or the faults, as the table says it."""
    if outcome.assessment is not None and not outcome.assessment.determined:
        return OPEN
    if outcome.assessment is not None:
        assert outcome.assessment.determined
        return outcome.assessment.payable
    return tuple(
        (each.code, (each.cell or str(each.row)) if each.sheet == SHEET else _elsewhere(each))
        for each in outcome.faults
    )


def _elsewhere(each: object) -> str:
    sheet, cell, row = (getattr(each, name) for name in ("sheet", "cell", "row"))
    return f"{sheet}!{cell}" if cell else f"{sheet}:{row}"


class TestPlanted:
    """The workbook of the table above."""

    def test_each_row_is_what_the_table_says(self, tmp_path: Path) -> None:
        """The amount to the fen, or the fault with its cell."""
        found = {
            each.row.number: found_in(each)
            for each in outcomes(tmp_path)
            if each.row.aside is None and each.row.sheet == SHEET
        }
        assert found == {planted.row: planted.expected for planted in TABLE}

    def test_what_is_on_no_row_is_told(self, tmp_path: Path) -> None:
        """An event of an enterprise that is not in the table."""
        found = [
            found_in(each)
            for each in outcomes(tmp_path)
            if each.row.aside is None and each.row.sheet != SHEET
        ]
        assert found == [ELSEWHERE]

    def test_every_line_is_accounted_for(self, tmp_path: Path) -> None:
        """Titles are above the table; what is below the header is read, or told, or blank."""
        found = outcomes(tmp_path)
        aside = [(each.row.aside, each.row.sheet, each.row.number) for each in found]
        assert [each for each in aside if each[0]] == ASIDE
        assert [each.row.number for each in found if each.row.hidden] == [62]
        assert [each.row.letter for each in found if each.row.letter] == ["J"]

    def test_every_fault_has_a_sentence_with_its_cell(self, tmp_path: Path) -> None:
        """In both languages, and no other sentence."""
        for outcome in outcomes(tmp_path):
            for each in outcome.faults:
                place = f"{each.sheet}!{each.cell}" if each.cell else each.sheet
                assert place in each.sentence("en")
                assert place in each.sentence("zh")
                assert each.statement("en") != each.statement("zh")

    def test_days_counted_from_1904(self, tmp_path: Path) -> None:
        """Dates are the same; a bare day number may come from another workbook."""
        found = {
            each.row.number: found_in(each)
            for each in outcomes(tmp_path, MAC_EPOCH)
            if each.row.aside is None and each.row.sheet == SHEET
        }
        changed = {14: (("not_a_date", "F14"),)}
        assert found == {planted.row: planted.expected for planted in TABLE} | changed


class TestUnits:
    """A unit that stands above the table only is one that half of its readers overlook."""

    @pytest.mark.parametrize(
        ("above", "header", "expected"),
        [
            ("单位：万元", "区域性股权市场融资金额", (("no_unit_in_header", "C3"),)),
            ("金额单位: 人民币亿元", "区域性股权市场融资金额", (("no_unit_in_header", "C3"),)),
            ("（单位：万美元）", "区域性股权市场融资金额", (("no_unit_in_header", "C3"),)),
            ("Unit: 10,000 yuan", "regional_financing_amount", (("no_unit_in_header", "C3"),)),
            ("单位：万元", "区域性股权市场融资金额（元）", 2),
            ("单位：万元", "区域性股权市场融资金额（万元）", 20_000),
            ("单位：元", "区域性股权市场融资金额", (("no_unit_in_header", "C3"),)),
            ("Units: yuan", "区域性股权市场融资金额", (("no_unit_in_header", "C3"),)),
            ("Units: yuan", "regional_financing_amount", 2),
            ("填报单位：虚构市金融局", "区域性股权市场融资金额", (("no_unit_in_header", "C3"),)),
            ("填报单位：虚构市金融局", "regional_financing_amount", 2),
        ],
    )
    def test_a_unit_above_the_header(
        self, tmp_path: Path, above: str, header: str, expected: object
    ) -> None:
        """Nothing is scaled by it; a column that names none is reported, and nothing is read."""
        rows: list[list[object]] = [
            [above],
            ["企业名称", "区域性股权市场融资日期", header],
            [name_of(3), DAY, 100],
        ]
        book = Workbook()
        book.remove(book.worksheets[0])
        _add(book, SHEET, rows)
        path = saved(tmp_path, bytes_of(book))
        (outcome,) = assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF)
        assert found_in(outcome) == expected
        for fault in outcome.faults:
            assert (above in fault.sentence()) == (above != "填报单位：虚构市金融局")

    def test_a_column_that_holds_no_amount_needs_none(self, tmp_path: Path) -> None:
        """A percentage or a number of people is in its own unit."""
        policy = load_policy(EXAMPLES / "policies" / "shanghai-xuhui-2022.toml")
        shares = [name for name, figure in policy.figures.items() if figure.unit != "yuan"]
        amounts = [name for name, figure in policy.figures.items() if figure.unit == "yuan"]
        book = Workbook()
        book.remove(book.worksheets[0])
        _add(book, SHEET, [["单位：万元"], ["name", shares[0], amounts[0]], [name_of(3), 5, 1]])
        (row,) = read_rows(saved(tmp_path, bytes_of(book)), policy)
        assert [(each.code, each.cell) for each in row.faults] == [("no_unit_in_header", "C3")]


ENGLISH = [
    ((LISTED, None, None, "yes"), 500_000),
    (("2023/9/15", None, None, "Y "), 500_000),
    (("Sep 15, 2023", None, None, "yes"), (("not_a_date", "C7"),)),
    (("15/09/2023", None, None, "yes"), (("not_a_date", "C8"),)),
    ((None, DAY, "3,000,000.00", None), 60_000),
    ((None, DAY, 3_000_000.5, None), Decimal("60000.01")),
    ((None, DAY, "300万元", None), 60_000),
    ((None, DAY, "3 million", None), (("not_an_amount", "E12"),)),
    ((None, DAY, "USD 300", None), (("not_an_amount", "E13"),)),
    ((None, DAY, "n/a", None), 0),
    ((None, DAY, 3_000_000.001, None), (("too_many_decimals", "E15"),)),
    ((None, "2023-08", 1, "maybe"), (("not_a_date", "D16"), ("not_yes_or_no", "F16"))),
]


def test_in_english(tmp_path: Path) -> None:
    """The same with English headers, amounts in yuan."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Applications 2023-2025 (fictional)"])
    sheet.merge_cells("A1:F1")
    sheet.append([None, "Unit: yuan"])
    sheet.append([])
    heads = ["Listed on NEEQ date", "Financing on the regional equity market date"]
    heads += ["Financing on the regional equity market amount (yuan)", " eligible"]
    sheet.append(["No.", "Enterprise", *heads, "Remarks"])
    for number, (cells, _) in enumerate(ENGLISH, start=5):
        sheet.append([number, name_of(number), *cells, "checked"])
    sheet.append(["Total:", None, None, None, 9_000_000])
    sheet.append(["Notes: all figures are fictional"])
    path = saved(tmp_path, bytes_of(book))
    found = list(assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF))
    assert [each.row.aside for each in found[-2:]] == ["total", "note"]
    told = [
        each.assessment.payable
        if each.assessment is not None
        else tuple((fault.code, fault.cell) for fault in each.faults)
        for each in found[:-2]
    ]
    assert told == [expected for _, expected in ENGLISH]
