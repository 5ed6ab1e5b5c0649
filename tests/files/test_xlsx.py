"""A workbook as a bureau sends it: every irregularity is read right or reported with its cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from command import run_command
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH

from files.books import book_of, bytes_of, patched, saved
from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.errors import Fault
from listing_rewards.files.outcomes import Outcome, Tally, assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.column_map import ColumnMap
from listing_rewards.files.reading.columns import Table
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.files.reading.second_tables import read_ledger
from listing_rewards.files.reading.xlsx import number_format
from listing_rewards.files.reading.xlsx.cell_text import FROM_1900, written
from listing_rewards.files.reading.xlsx.sheet_xml import StoredCell
from listing_rewards.files.reading.xlsx.styles import Style

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
NAME, LISTED, FINANCED = "企业名称", "新三板挂牌日期", "区域性股权市场融资日期"
AMOUNT = "区域性股权市场融资金额（万元）"
HEADER = (NAME, LISTED, FINANCED, AMOUNT)
AWARD, PAID = "奖励项目", "金额（万元）"
STAGE, RAISED = "新三板挂牌奖励", "区域性股权市场融资"
DAY = date(2023, 8, 1)


def outcomes(path: str) -> list[Outcome]:
    """What becomes of each row."""
    return list(assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF))


def of_row(folder: Path, *cells: object, header: Sequence[object] = HEADER) -> Outcome:
    """What becomes of the one row of a sheet."""
    rows = [header, ["示例甲公司", *cells]]
    (outcome,) = outcomes(saved(folder, bytes_of(book_of({"表1": rows}))))
    return outcome


def refusal(path: str) -> list[Fault]:
    """Why the workbook as a whole is refused."""
    with pytest.raises(ListingRewardsError) as caught:
        outcomes(path)
    return list(caught.value.faults)


class TestMessy:
    """One workbook, in which each irregularity is planted once."""

    @pytest.fixture
    def path(self, tmp_path: Path) -> str:
        """As a clerk would send it."""
        header = ["序号", "备注", " 企业名称", "新三板挂牌\n日期", FINANCED, AMOUNT, "联系人", None]
        rows: list[list[object]] = [
            ["湛江市企业上市奖励申报表（虚构）"],
            ["填报单位：虚构单位"],
            [*header],
            ["说明", None, "（营业执照全称）", "年-月-日", "年-月-日", "万元"],
            ["例", None, "示例公司", "2023-09-15"],
            [1, None, "示例甲公司 ", "2023年9月15日", datetime(2023, 8, 1), 300],  # noqa: DTZ001
            [2, None, "示例乙公司", "2023/9/15", "2023.8.1", "1,250.50 "],
            [3, None, "示例丙公司", 45184, 20230801, "300万元"],
            [],
            [4, None, "示例丁公司", None, "２０２３－０８－０１", "３００．５"],
            [5, None, "示例戊公司", None, DAY, "=SUM(100,200)"],
            [6, None, "示例己公司", None, DAY, "=SUM(100,201)"],
            [7, None, "示例庚公司", None, "15/09/2023", 1],
            [8, None, "示例辛公司", "#N/A", DAY, 1],
            [9, None, "示例壬公司", None, DAY, 1.5, None, "已核"],
            [10, None, "示例癸公司", None, DAY, 7777],
            [11], [12],
            ["合计", None, None, None, None, 3000],
            ["填表人：虚构人", None, None, "审核人：虚构人"],
        ]  # fmt: skip
        events: list[list[object]] = [["融资明细"], [NAME, "事项", "日期", "金额（元）"]]
        events += [["示例甲公司", "区域性股权市场融资", "2024年1月5日", "1000000"]]
        payments: list[list[object]] = [
            ["统一社会信用代码", NAME, "奖励项目", "日期", "金额（万元）"]
        ]
        payments += [[None, "示例乙公司", "新三板挂牌奖励", date(2024, 1, 10), 20]]
        book = book_of({"表1": rows, "融资": events, "往年": payments, "通讯录": [["虚构人"]]})
        book.create_sheet("旧表").append([NAME, LISTED])
        book["旧表"].sheet_state = "hidden"
        book["表1"].merge_cells("A1:G1")
        book["表1"].merge_cells("A20:C21")
        book["表1"].row_dimensions[8].hidden = True
        changes = {
            "<f>SUM(100,200)</f><v />": "<f>SUM(100,200)</f><v>300.10000000000002</v>",
            "<v>7777</v>": "<v>0.30000000000000004</v>",
        }
        return saved(tmp_path, patched(bytes_of(book), changes), "申报.xlsx")

    def test_every_amount_is_right(self, path: str) -> None:
        """Amounts computed by hand: 500,000 for the listing, and 2% up to 100,000."""
        found = {
            outcome.assessment.case.enterprise.name: outcome.assessment.payable
            for outcome in outcomes(path)
            if outcome.assessment is not None
        }
        assert found == {
            "示例甲公司": 580_000,  # 2% of 3,000,000 and of 1,000,000 beside 500,000
            "示例乙公司": 400_000,  # 100,000 for 12,505,000; 500,000 less the 200,000 paid
            "示例丙公司": 560_000,
            "示例丁公司": Decimal(60_100),
            "示例戊公司": Decimal(60_020),
        }

    def test_every_fault_names_its_cell(self, path: str) -> None:
        """And what cannot be read for certain is never guessed."""
        found = {
            (each.code, f"{each.sheet}!{each.cell}")
            for outcome in outcomes(path)
            for each in outcome.faults
        }
        assert found == {
            ("formula_without_value", "表1!F12"),
            ("not_a_date", "表1!E13"),
            ("error_cell", "表1!D14"),
            ("under_no_header", "表1!H15"),
            ("inexact_number", "表1!F16"),
        }

    def test_every_row_is_accounted_for(self, path: str) -> None:
        """What is no enterprise is reported as such; a row that is hidden is read, and reported."""
        found = outcomes(path)
        aside = [(each.row.aside, each.row.sheet, each.row.number) for each in found]
        assert [each for each in aside if each[0]] == [
            ("hidden_sheet", "旧表", 0),
            ("note", "表1", 4),
            ("example", "表1", 5),
            ("total", "表1", 19),
            ("note", "表1", 20),
        ]
        read = [each.row for each in found if each.row.aside is None]
        assert [row.number for row in read] == [6, 7, 8, 10, 11, 12, 13, 14, 15, 16]
        assert [row.number for row in read if row.hidden] == [8]

    def test_a_sentence_names_sheet_and_cell(self, path: str) -> None:
        """In both languages."""
        (fault,) = (f for each in outcomes(path) for f in each.faults if f.cell == "E13")
        assert ", 表1!E13, column 区域性股权市场融资日期: '15/09/2023' is" in fault.sentence()
        assert "申报.xlsx, 表1!E13, 列“区域性股权市场融资日期”: " in fault.sentence("zh")


class TestNumbers:
    """A number of a workbook is a binary double; it is read as the decimal that was written."""

    @given(st.integers(0, 10**15 - 1), st.integers(-6, 0))
    def test_every_decimal_of_15_digits_is_read_exactly(self, digits: int, point: int) -> None:
        """A double keeps 15 significant digits, so its shortest text is the one written."""
        number = Decimal(digits).scaleb(point)
        read = written(stored(float(str(number))), Style(), FROM_1900)
        assert read.doubt is None
        assert Decimal(read.text) == number

    @pytest.mark.parametrize("number", [0.1 + 0.2, 1e15, 3300000.0000000005, 914408001234567000])
    def test_more_digits_are_not_read(self, number: float) -> None:
        """They are the trace of a computation, or digits were lost."""
        read = written(stored(number), Style(), FROM_1900)
        assert read.doubt is not None
        assert read.doubt.code == "inexact_number"

    @pytest.mark.parametrize(
        ("shown_as", "expected"),
        [
            ("General", "3"),
            ("#,##0.00", "3"),
            ("0.00%", "300%"),
            ('#,##0.00"万元"', "3万元"),
            ('0"元"', "3元"),
            ('0"人"', "3"),
            ("[$¥-804]#,##0.00", "¥3"),
            ('"￥"#,##0', "¥3"),
            ("G/通用格式", "3"),
            ('"人民币"0"万元"', "3万元"),
            ('0"美元"', ""),
            ("[$$-409]#,##0.00", ""),
            ("[$€-2]#,##0", ""),
            ("0港元", ""),
            ('"约"0"万元"', ""),
            ('"暂无"', ""),
            (";;;", ""),
            ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ', "3"),
            ('0!.0,"万元"', ""),
            ("0\\.0,", ""),
            ("#,##0,", ""),
            ('0"千元"', "3千元"),
            ("#,##0_);[Red](#,##0)", "3"),
            ('[<100]0"元";0"万元"', "3元"),
            ('[>=100]0"元";0"万元"', "3万元"),
            ('[>=1000000000000000]"不限";#,##0.00', "3"),
            ("# ?/?", ""),
            ("0.00E+00", "3"),
            ("[DBNum2][$-804]General", "3"),
            ('0"."00', ""),
        ],
    )
    def test_what_a_format_shows_counts(self, shown_as: str, expected: str) -> None:
        """The unit that a person sees is read; a number that is shown as another one is not."""
        assert number_format.shown(Decimal(3), shown_as).text == expected

    @pytest.mark.parametrize(
        ("number", "shown_as", "expected"),
        [
            ("-120", "0", "-120"),
            ("-120", "#,##0;-#,##0", "-120"),
            ("-120", "#,##0;(#,##0)", "-120"),
            ("-120", "#,##0;#,##0", ""),
            ("-120", "#,##0;[Red]#,##0", ""),
            ("0", "0;-0;;@", ""),
            ("0", "#", ""),
            ("0", '0;-0;"-"', "0"),
            ("299.9996", "0", ""),
            ("299.9996", "0.0000", "299.9996"),
            ("0.085", "0%", ""),
            ("0.085", "0.0%", "8.5%"),
            ("12345", "[<1000]0;0.0,", ""),
            ("3", "0;-0;0;@;@", ""),
        ],
    )
    def test_every_section_is_carried_out(self, number: str, shown_as: str, expected: str) -> None:
        """Below zero, at zero, under a condition; a sign or a digit that is not shown is missed."""
        assert number_format.shown(Decimal(number), shown_as).text == expected

    def test_the_unit_that_is_shown_wins_over_the_header(self, tmp_path: Path) -> None:
        """As a unit written in the cell does."""
        book = book_of({"表1": [HEADER, ["示例甲公司", None, DAY, 3_000_000]]})
        book["表1"]["D2"].number_format = '#,##0"元"'
        (outcome,) = outcomes(saved(tmp_path, bytes_of(book)))
        assert outcome.assessment is not None
        assert outcome.assessment.case.events[0].amount == 3_000_000

    def test_a_scaled_format_is_a_fault(self, tmp_path: Path) -> None:
        """3,000,000 that is shown as 300.0万 under a header in 万元 could be either."""
        book = book_of({"表1": [HEADER, ["示例甲公司", None, DAY, 3_000_000]]})
        book["表1"]["D2"].number_format = "0!.0,"
        (outcome,) = outcomes(saved(tmp_path, bytes_of(book)))
        assert [(each.code, each.cell) for each in outcome.faults] == [("shown_otherwise", "D2")]

    def test_a_percentage_is_read_as_it_is_shown(self) -> None:
        """8% is kept as 0.08."""
        assert written(stored(0.08), Style("0%"), FROM_1900).text == "8%"

    def test_less_than_a_fen_is_a_fault(self, tmp_path: Path) -> None:
        """After scaling by the header's unit."""
        assert of_row(tmp_path, None, DAY, 0.000001).assessment is not None
        (fault,) = of_row(tmp_path, None, DAY, 0.0000001).faults
        assert (fault.code, fault.cell) == ("too_many_decimals", "D2")


def stored(number: float) -> StoredCell:
    """A number as a workbook keeps it."""
    return StoredCell(1, "n", repr(number), 0, formula=False)


class TestDays:
    """A day is read where there is only one it can be."""

    @pytest.mark.parametrize("day", [date(1900, 3, 1), date(2023, 9, 15), date(2199, 12, 31)])
    def test_a_real_date(self, tmp_path: Path, day: date) -> None:
        """As Excel keeps it."""
        outcome = of_row(tmp_path, day)
        assert outcome.row.case is not None
        assert outcome.row.case.events[0].on == day

    @pytest.mark.parametrize("number", [45184, 45184.0])
    def test_a_day_number(self, tmp_path: Path, number: float) -> None:
        """Five digits in a column of days, in a cell without a format."""
        outcome = of_row(tmp_path, number)
        assert outcome.row.case is not None
        assert outcome.row.case.events[0].on == date(2023, 9, 15)

    @pytest.mark.parametrize("number", [2023, 9999, 100_000, 45184.5, 2023.9, -45184, 20231315])
    def test_another_number_is_a_fault(self, tmp_path: Path, number: float) -> None:
        """A year, a month with a point, a day with an hour."""
        (fault,) = of_row(tmp_path, number).faults
        assert (fault.code, fault.cell) == ("not_a_date", "B2")

    def test_a_number_of_which_the_day_depends_on_the_program_is_a_fault(
        self, tmp_path: Path
    ) -> None:
        """Excel takes 1900 for a leap year."""
        (fault,) = of_row(tmp_path, date(1900, 2, 27)).faults
        assert (fault.code, fault.cell) == ("day_counted_differently", "B2")

    def test_days_counted_from_1904(self, tmp_path: Path) -> None:
        """A date is what the workbook says; a bare number could have been copied from another."""
        book = book_of({"表1": [HEADER, ["示例甲公司", date(2023, 9, 15)], ["示例乙公司", 45184]]})
        book.epoch = MAC_EPOCH
        book["表1"]["B2"].value = date(2023, 9, 15)
        dated, bare = outcomes(saved(tmp_path, bytes_of(book)))
        assert dated.row.case is not None
        assert dated.row.case.events[0].on == date(2023, 9, 15)
        assert [each.code for each in bare.faults] == ["not_a_date"]

    @pytest.mark.parametrize(
        ("number", "expected"),
        [(31, date(2023, 9, 15)), (30, date(2023, 9, 15)), (57, None), (27, None), (58, None)],
    )
    def test_the_formats_of_a_chinese_excel(
        self, tmp_path: Path, number: int, expected: date | None
    ) -> None:
        """2023年9月15日 is that day; 2023年9月 and 9月15日 are not what somebody wrote."""
        book = book_of({"表1": [HEADER, ["示例甲公司", 45184]]})
        book["表1"]["B2"].number_format = "0.0000"
        changes = {'<xf numFmtId="164"': f'<xf numFmtId="{number}"'}
        content = patched(bytes_of(book), changes, "xl/styles.xml")
        (outcome,) = outcomes(saved(tmp_path, content))
        assert [(f.code, f.cell) for f in outcome.faults] == (
            [] if expected else [("day_not_shown", "B2")]
        )
        assert outcome.row.case is None or outcome.row.case.events[0].on == expected

    def test_an_amount_that_is_shown_as_a_day_is_a_fault(self, tmp_path: Path) -> None:
        """Whatever number it holds."""
        book = book_of({"表1": [HEADER, ["示例甲公司", None, "2023-8-1", 45184]]})
        book["表1"]["D2"].number_format = "0.0000"
        changes = {'<xf numFmtId="164"': '<xf numFmtId="31"'}
        content = patched(bytes_of(book), changes, "xl/styles.xml")
        (outcome,) = outcomes(saved(tmp_path, content))
        assert [(f.code, f.cell) for f in outcome.faults] == [("not_an_amount", "D2")]

    def test_a_time_of_day_is_a_fault(self, tmp_path: Path) -> None:
        """As in a CSV; midnight is none, however the cell shows it."""
        (fault,) = of_row(tmp_path, datetime(2023, 9, 15, 10, 30)).faults  # noqa: DTZ001
        assert (fault.code, fault.cell) == ("time_of_day", "B2")
        assert "写日期：2023-09-15" in fault.sentence("zh")
        book = book_of({"表1": [HEADER, ["示例甲公司", datetime(2023, 9, 15)]]})  # noqa: DTZ001
        book["表1"]["B2"].number_format = "yyyy-mm-dd hh:mm:ss"
        (outcome,) = outcomes(saved(tmp_path, bytes_of(book)))
        assert outcome.assessment is not None
        assert outcome.assessment.case.events[0].on == date(2023, 9, 15)


class TestLayout:
    """What people put around a table."""

    def test_a_merged_cell_counts_for_its_first_row_only(self, tmp_path: Path) -> None:
        """For the others nobody knows."""
        rows = [HEADER, ["示例甲公司", date(2023, 9, 15)], ["示例乙公司"]]
        book = book_of({"表1": rows})
        book["表1"].merge_cells("B2:B3")
        first, second = outcomes(saved(tmp_path, bytes_of(book)))
        assert first.assessment is not None
        assert [(each.code, each.cell) for each in second.faults] == [("merged_cell", "B3")]

    def test_a_row_below_the_total_is_read(self, tmp_path: Path) -> None:
        """A total is of the lines above it, wherever it stands."""
        rows = [HEADER, ["示例甲公司"], ["合 计："], ["示例乙公司"]]
        found = outcomes(saved(tmp_path, bytes_of(book_of({"表1": rows}))))
        assert [each.row.aside for each in found] == [None, "total", None]
        assert found[2].assessment is not None

    def test_two_sheets_of_the_same_enterprise(self, tmp_path: Path) -> None:
        """A copy kept in the workbook would be granted again; another enterprise is another row."""
        rows, other = [HEADER, ["示例甲公司"]], [HEADER, ["示例乙公司"]]
        sheets = {"表1": rows, "表2": rows, "表3": other}
        *twice, once = outcomes(saved(tmp_path, bytes_of(book_of(sheets))))
        found = [[(f.code, f.sheet, f.cell) for f in each.faults] for each in twice]
        assert found == [[("same_enterprise", f"表{n}", "A2")] for n in (1, 2)]
        assert once.assessment is not None

    def test_a_sheet_that_names_enterprises_must_be_understood(self, tmp_path: Path) -> None:
        """Payments under a misspelt header would be paid again."""
        wild: list[list[object]] = [
            [NAME, "项目名", "付款日", "数额"],
            ["示例甲公司", "新三板挂牌奖励", DAY, 50],
        ]
        rows = [HEADER, ["示例甲公司"]]
        (fault,) = refusal(saved(tmp_path, bytes_of(book_of({"表1": rows, "已付": wild}))))
        assert (fault.code, fault.sheet) == ("sheet_not_understood", "已付")

    def test_an_unknown_column_stops_the_run(self, tmp_path: Path) -> None:
        """With the nearest one, as in a CSV, and the row it stands in."""
        rows = [["标题"], [NAME, LISTED, "北交所受理日"], ["示例甲公司"]]
        (fault,) = refusal(saved(tmp_path, bytes_of(book_of({"表1": rows}))))
        assert (fault.code, fault.row, fault.sheet) == ("unknown_column", 2, "表1")
        assert fault.nearest == "北交所受理日期"

    def test_a_formula_that_gives_an_empty_text_is_empty(self, tmp_path: Path) -> None:
        """Forms are full of them."""
        content = bytes_of(book_of({"表1": [HEADER, ["示例甲公司", "=B9"]]}))
        changed = {'<c r="B2"><f>B9</f><v /></c>': '<c r="B2" t="str"><f>B9</f><v></v></c>'}
        (outcome,) = outcomes(saved(tmp_path, patched(content, changed)))
        assert outcome.assessment is not None
        assert outcome.assessment.case.events == ()


class TestHidden:
    """What is hidden in a shown sheet is read like the rest and reported; it may be left over."""

    @staticmethod
    def book(folder: Path) -> str:
        """Hidden: a row and columns of each sheet, some of which hold nothing that is read."""
        book = book_of(
            {
                "表1": [[*HEADER, "", "备注"], ["示例甲公司", DAY], ["示例乙公司", DAY]],
                "已付": [[NAME, AWARD, "日期", PAID], *([name, STAGE, DAY, 10] for name in "甲乙")],
            }
        )
        for row in (2, 3):
            book["已付"][f"A{row}"] = f"示例{'甲乙'[row - 2]}公司"
        book["表1"].row_dimensions[2].hidden = True
        book["已付"].row_dimensions[3].hidden = True
        book["表1"].column_dimensions.group("C", "F", hidden=True)
        book["已付"].column_dimensions["D"].hidden = True
        return saved(folder, bytes_of(book))

    def test_it_is_read(self, tmp_path: Path) -> None:
        """A payment in a hidden row and column lowers what is payable."""
        answers = [each.assessment for each in outcomes(self.book(tmp_path)) if not each.row.aside]
        assert [each and each.payable for each in answers] == [400_000, 400_000]

    def test_it_is_told_once(self, tmp_path: Path) -> None:
        """By its place, and counted neither as a row of the table nor as unread."""
        path, tally = self.book(tmp_path), Tally()
        for outcome in outcomes(path):
            tally.count(outcome)
        assert tally.hidden == [f"{path}:表1:2", f"{path}:已付:3"]
        columns = [f"{path}:表1:C", f"{path}:表1:D", f"{path}:表1:F", f"{path}:已付:D"]
        assert tally.hidden_columns == columns
        assert (tally.read, tally.assessed, tally.aside) == (2, 2, [])

    def test_in_both_languages(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """On standard error, after the account of the rows."""
        words = ("assess", self.book(tmp_path), "-p", POLICY.id, "--as-of", str(AS_OF), "--lang")
        for lang, said in (
            ("en", "note: hidden columns are read like the others: "),
            ("zh", "提示：隐藏的列同样读取："),
        ):
            assert run_command(monkeypatch, *words, lang) == 0
            assert said in capsys.readouterr().err


class TestSecondFiles:
    """Events, payments and ledgers from workbooks of their own."""

    def test_events(self, tmp_path: Path) -> None:
        """The sheet is found by its header."""
        rows = [["融资"], [NAME, "事项", "日期", "金额（万元）"]]
        rows += [["示例甲公司", "区域性股权市场融资", "2024年1月5日", "100"]]
        path = saved(tmp_path, bytes_of(book_of({"说明": [["看下一表"]], "融资": rows})))
        (entry,) = read_ledger(path, "events", POLICY)
        assert entry.value is not None
        assert entry.value.amount == 1_000_000
        assert (entry.cell.sheet, entry.cell.row) == ("融资", 3)

    def test_a_code_typed_as_a_number(self, tmp_path: Path) -> None:
        """Excel has lost its last digits: nothing is said of money, and an amount is no code."""
        header = (NAME, "统一社会信用代码", AWARD, "日期", "金额（元）", "凭证号")
        typed = ("示例甲公司", 914408001234567000, STAGE, DAY, 1234567890123456, 2024010112345678)
        path = saved(tmp_path, bytes_of(book_of({"明细": [header, typed]})))
        (line,), (entry,) = (
            read_payments(path, POLICY),
            read_ledger(path, "payments", POLICY, ColumnMap(ignore=("凭证号",))),
        )
        codes = [("code_as_number", "B2"), ("inexact_number", "E2"), ("code_as_number", "F2")]
        assert [(each.code, each.cell) for each in line.faults] == codes
        assert [(each.code, each.cell) for each in entry.faults] == codes[:2]
        assert "Excel keeps 15 digits only" in line.faults[0].sentence("en")
        assert "只保留前 15 位" in line.faults[0].sentence("zh")
        assert "设为文本格式" in line.faults[0].sentence("zh")

    @pytest.mark.parametrize(
        ("table", "header", "line", "expected"),
        [
            ("payments", (AWARD, "付款日期", PAID), (STAGE, None, 50), [("D3", "付款日期")]),
            ("payments", (AWARD, "付款日期", PAID), (STAGE, DAY, None), [("E3", PAID)]),
            ("payments", (AWARD, "日期"), (STAGE, DAY), [("", "金额")]),
            ("payments", (AWARD, "日期", PAID), (None, "", 50), [("C3", AWARD), ("D3", "日期")]),
            ("events", ("事项", "时间", PAID), (RAISED, None, 50), [("D3", "时间")]),
            ("events", ("事项", "时间", PAID), (None, DAY, 50), [("C3", "事项")]),
        ],
    )
    def test_what_a_line_does_not_state(
        self,
        tmp_path: Path,
        table: Table,
        header: Sequence[object],
        line: Sequence[object],
        expected: list[tuple[str, str]],
    ) -> None:
        """Told by sheet, cell and header; where there is no such column, by its row."""
        rows: list[list[object]] = [["往年"], ["序号", NAME, *header], [1, "示例甲公司", *line]]
        path = saved(tmp_path, bytes_of(book_of({"明细": rows})))
        entries = read_ledger(path, table, POLICY)
        found: list[tuple[Fault, ...]] = [each.faults for each in entries]
        if table == "payments":
            found += [each.faults for each in read_payments(path, POLICY)]
        for faults in found:
            assert [(each.cell, each.column) for each in faults] == expected
            assert {(each.code, each.sheet, each.row) for each in faults} == {
                ("missing", "明细", 3)
            }
            for each in faults:
                place = f"{path}, 明细!{each.cell}" if each.cell else f"{path}, 明细, 第 3 行"
                assert each.sentence("zh") == f"{place}, 列“{each.column}”: 缺少此项"

    def test_all_faults_of_a_line_at_once(self, tmp_path: Path) -> None:
        """What it states wrongly and what it does not state."""
        rows: list[list[object]] = [
            [NAME, AWARD, "日期", PAID],
            ["示例甲公司", STAGE, None, "约50"],
        ]
        path = saved(tmp_path, bytes_of(book_of({"明细": rows})))
        (entry,), (line,) = read_ledger(path, "payments", POLICY), read_payments(path, POLICY)
        for faults in (entry.faults, line.faults):
            found = [(each.code, each.cell) for each in faults]
            assert found == [("not_an_amount", "D2"), ("missing", "C2")]

    def test_a_ledger(self, tmp_path: Path) -> None:
        """Its notes are no lines, and its total is told apart."""
        rows: list[list[object]] = [["台账"], ["序号", NAME, "奖励项目", "日期", "金额（万元）"]]
        rows += [[1, "示例甲公司", "新三板挂牌奖励", date(2024, 1, 5), 50]]
        rows += [[2, "示例乙公司", "新三板挂牌奖励", "2024年", 50], ["合计", None, None, None, 100]]
        path = saved(tmp_path, bytes_of(book_of({"台账": rows})))
        good, bad, total = read_payments(path, POLICY)
        assert total.total is not None
        assert total.total.amount == 1_000_000
        assert good.line is not None
        assert good.line.amount == 500_000
        assert good.line.row == 3
        assert [(f.code, f.cell) for f in bad.faults] == [("not_a_date", "D4")]
