"""A CSV of enterprises: headers, units, cells, second tables, and what is said of a bad row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.errors import Fault
from listing_rewards.files.outcomes import Outcome, assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.case_files import read_files

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)


def outcomes(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[Outcome]:
    """What becomes of each row of a table."""
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    return list(assess_rows(read_rows(str(path), POLICY), POLICY, as_of=AS_OF))


def fault_of(tmp_path: Path, text: str) -> Fault:
    """The one fault of the table's one row."""
    (outcome,) = outcomes(tmp_path, text)
    (fault,) = outcome.faults
    assert outcome.assessment is None
    return fault


def refusal(tmp_path: Path, text: str) -> tuple[Fault, ...]:
    """Why the table as a whole is refused."""
    with pytest.raises(ListingRewardsError) as caught:
        outcomes(tmp_path, text)
    return caught.value.faults


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_usual_encoding(tmp_path: Path, encoding: str, end: str) -> None:
    """With and without BOM, either line end."""
    text = f"企业名称,新三板挂牌日期{end}示例甲公司,2023-09-15{end}"
    (outcome,) = outcomes(tmp_path, text, encoding)
    assert outcome.assessment is not None
    assert outcome.assessment.case.enterprise.name == "示例甲公司"
    assert outcome.assessment.payable == 500_000


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("regional_financing_amount", "3000000.00"),
        ("regional_financing_amount", "3,000,000.00"),
        ("regional_financing_amount", "300万元"),
        ("区域性股权市场融资金额（万元）", "300"),
        ("区域性股权市场融资额(万元)", "３００．００"),
        ("区域性股权市场融资金额（单位：万元）", "300"),
        ("区域性股权市场融资金额（元）", "3000000"),
        ("区域性股权市场融资金额（万元）", "3000000元"),
        ("Financing on the regional equity market amount (yuan)", "3000000"),
    ],
)
def test_an_amount_in_any_unit(tmp_path: Path, header: str, cell: str) -> None:
    """The header's unit scales a bare number; a unit written in the cell wins."""
    text = f'name,regional_financing,{header}\n示例甲公司,2023-08-01,"{cell}"\n'
    (outcome,) = outcomes(tmp_path, text)
    assert outcome.assessment is not None
    assert outcome.assessment.case.events[0].amount == 3_000_000
    assert outcome.assessment.payable == 60_000


def test_columns_in_any_order_with_columns_for_people(tmp_path: Path) -> None:
    """序号, 备注, 联系人 and 电话 are left out; the rest may stand anywhere."""
    text = "备注,新三板挂牌,序号,联系人,企业名称,电话\n甲,2023-09-15,1,某人,示例甲公司,000\n"
    (outcome,) = outcomes(tmp_path, text)
    assert outcome.assessment is not None
    assert [event.kind for event in outcome.assessment.case.events] == ["neeq_listed"]


def test_all_kinds_of_columns(tmp_path: Path) -> None:
    """Figures, flags, payments and absent events, too."""
    text = (
        "name,统一社会信用代码,注册地,净利润（万元）,是否符合条件,已付新三板挂牌奖励（万元）,"
        "已付新三板挂牌奖励日期,absent,neeq_listed\n"
        "示例甲公司,91440800MA0000001E,赤坎区,-1200.5,否,50,2024-01-10,新三板摘牌；bse_listed,2023-09-15\n"
    )
    (outcome,) = outcomes(tmp_path, text)
    assert outcome.assessment is not None
    case = outcome.assessment.case
    assert (case.enterprise.uscc, case.enterprise.county) == ("91440800MA0000001E", "赤坎区")
    assert case.figures == {"net_profit": -12_005_000}
    assert case.flags == {"eligible": False}
    assert case.absent == ("neeq_delisted", "bse_listed")
    assert [(each.award, each.amount) for each in case.payments] == [
        ("neeq_listed", Decimal(500_000))
    ]
    assert outcome.assessment.overpaid.at_least == 500_000


def test_a_bad_row_is_told_with_its_cell_and_the_others_go_on(tmp_path: Path) -> None:
    """Blank lines are passed over; every other row is accounted for."""
    days = "示例甲公司,2023-09-15\n,\n示例乙公司,2023-13-01\n\n示例丙公司,2023-10-01\n"
    text = f"企业名称,新三板挂牌日期\n{days}"
    good, bad, last = outcomes(tmp_path, text)
    assert good.assessment is not None
    assert last.assessment is not None
    (fault,) = bad.faults
    assert (fault.row, fault.column, fault.given) == (4, "新三板挂牌日期", "2023-13-01")
    assert "row 4, column 新三板挂牌日期: '2023-13-01' is not a date" in fault.sentence()
    assert "第 4 行, 列“新三板挂牌日期”" in fault.sentence("zh")


def test_all_faults_of_a_row_at_once(tmp_path: Path) -> None:
    """Not one after the other, each time the file is mended."""
    text = (
        "name,neeq_listed,eligible,regional_financing_amount,paid_neeq_listed\n"
        "示例甲公司,15.9.2023,也许,-3,1.234\n"
    )
    (outcome,) = outcomes(tmp_path, text)
    found = {(each.code, each.column) for each in outcome.faults}
    assert found == {
        ("not_a_date", "neeq_listed"),
        ("not_yes_or_no", "eligible"),
        ("negative_amount", "regional_financing_amount"),
        ("too_many_decimals", "paid_neeq_listed"),
    }


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        (
            "name,regional_financing_amount\n甲,300\n",
            "day_missing_for_amount",
            "regional_financing_amount",
        ),
        ("name,paid_neeq_listed\n甲,300\n", "day_missing_for_amount", "paid_neeq_listed"),
        (
            "name,paid_neeq_listed_on\n甲,2024-01-01\n",
            "amount_missing_for_day",
            "paid_neeq_listed_on",
        ),
        (
            "name,neeq_listed,bse_accepted\n甲,2024-06-01,2024-03-01\n",
            "impossible_order",
            "bse_accepted",
        ),
        ("name,absent\n甲,bse_listd\n", "unknown_event", "absent"),
        ("name,neeq_listed,absent\n甲,2024-01-01,neeq_listed\n", "absent_but_stated", "absent"),
        ("name,uscc\n,9144\n", "missing", "name"),
        ("name,county\n甲,赤坎区,多\n", "wrong_width", ""),
    ],
)
def test_one_fault_one_place(tmp_path: Path, text: str, code: str, column: str) -> None:
    """Each with its row, and its column where there is one."""
    fault = fault_of(tmp_path, text)
    assert (fault.code, fault.row, fault.column) == (code, 2, column)


def test_a_column_is_quoted_as_each_language_quotes(tmp_path: Path) -> None:
    """A sentence in Chinese has no English quotation marks."""
    headers = "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（万元）"
    fault = fault_of(tmp_path, f"{headers}\n甲,,300\n")
    assert fault.statement("en").endswith("without its day in column '区域性股权市场融资日期'")
    assert fault.statement("zh").endswith("缺少日期（列“区域性股权市场融资日期”）")


def test_a_misspelt_header_names_the_nearest(tmp_path: Path) -> None:
    """In either language; nothing is read from a table that is not understood."""
    (english,) = refusal(tmp_path, "name,neeq_lsted\n甲,2023-09-15\n")
    assert (english.code, english.nearest, english.row) == ("unknown_column", "neeq_listed", 1)
    (chinese,) = refusal(tmp_path, "企业名称,新三版挂牌日期\n甲,2023-09-15\n")
    assert chinese.nearest == "新三板挂牌日期"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("name,企业名称", "duplicate_column"),
        ("name,新三板挂牌（万元）", "unit_without_amount"),
        ("county", "missing_column"),
        ("uscc", "missing_column"),
        (",name", "no_header"),
        ("name,法定代表人", "unknown_column"),
    ],
)
def test_a_header_that_cannot_be_trusted(tmp_path: Path, header: str, code: str) -> None:
    """The whole table is refused, with the header's line."""
    (fault,) = refusal(tmp_path, f"{header}\n甲,乙\n")
    assert (fault.code, fault.row) == (code, 1)


@pytest.mark.parametrize(
    "line", ["示例甲公司,2023-08-01,3,000,000", "示例甲公司,2023-08-01,3,", "示例甲公司,2023-08-01"]
)
def test_a_line_as_wide_as_its_header_or_none(tmp_path: Path, line: str) -> None:
    """An amount whose comma has cut it in two would be read as another amount."""
    fault = fault_of(tmp_path, f"name,regional_financing,regional_financing_amount\n{line}\n")
    assert fault.code == "wrong_width"


TOTALS = pytest.mark.parametrize("name", ["合计", "合 计：", "总计", "小计", "Total"])


@TOTALS
def test_a_total_is_no_enterprise(tmp_path: Path, name: str) -> None:
    """The line is told apart, wherever it stands, and not assessed as an enterprise."""
    header = "name,neeq_listed,regional_financing_amount"
    text = f"{header}\n{name},/,300\n示例甲公司,2023-09-15,\n{name},2家,300\n"
    found = outcomes(tmp_path, text)
    assert [each.row.aside for each in found] == ["total", None, "total"]
    assert [each.assessment is not None for each in found] == [False, True, False]


@TOTALS
@pytest.mark.parametrize(
    ("cells", "header"),
    [
        (",2023-09-15,", "neeq_listed"),
        ("91440800MA0000001E,,", "uscc"),
        (",,2024-01-10", "paid_neeq_listed_on"),
    ],
)
def test_a_total_with_what_only_an_enterprise_has(
    tmp_path: Path, name: str, cells: str, header: str
) -> None:
    """A code, the day of an event or of a payment: the line is no total without a word."""
    text = f"name,uscc,neeq_listed,paid_neeq_listed_on\n示例甲公司,,2023-09-15,\n{name},{cells}\n"
    found = outcomes(tmp_path, text)
    assert [each.row.aside for each in found] == [None, None]
    assert [[each.code for each in each.faults] for each in found] == [[], ["total_or_enterprise"]]
    (wrong,) = found[1].faults
    assert wrong.row == 3
    assert header in wrong.sentence("en")


def test_cells_between_tabs(tmp_path: Path) -> None:
    """As they are copied out of a spreadsheet; an amount may then hold commas."""
    text = "企业名称\t区域性股权市场融资日期\t区域性股权市场融资金额（元）\n"
    (outcome,) = outcomes(tmp_path, f"{text}示例甲公司\t2023-08-01\t3,000,000.00\n")
    assert outcome.assessment is not None
    assert outcome.assessment.payable == 60_000


@pytest.mark.parametrize("title", ["某市企业上市奖励申报表", "单位：万元"])
def test_lines_around_the_table(tmp_path: Path, title: str) -> None:
    """A title, a total and who filled the table in, as in a workbook."""
    header = "企业名称,区域性股权市场融资日期,区域性股权市场融资金额（万元）\n"
    text = f"{title},,\n{header}示例甲公司,2023-08-01,300\n合计,,300\n填表人：虚构人,,\n"
    found = outcomes(tmp_path, text)
    assert [each.row.aside for each in found] == [None, "total", "note"]
    assert found[0].assessment is not None
    assert found[0].assessment.payable == 60_000


def test_a_name_is_kept_as_it_is_written(tmp_path: Path) -> None:
    """A registered name has full-width brackets; a code in full-width signs is made plain."""
    text = "企业名称,信用代码\n示例（湛江）有限公司,９１440800MA0000001E\n"
    (outcome,) = outcomes(tmp_path, text)
    assert outcome.assessment is not None
    who = outcome.assessment.case.enterprise
    assert (who.name, who.uscc) == ("示例（湛江）有限公司", "91440800MA0000001E")


def test_a_byte_order_mark_in_gb18030(tmp_path: Path) -> None:
    """As some editors save it."""
    (outcome,) = outcomes(tmp_path, "\ufeff企业名称\n示例甲公司\n", "gb18030")
    assert outcome.assessment is not None


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfname\n\xff\n", b"\xff\xfen\x00a"])
def test_a_byte_order_mark_that_promises_too_much(tmp_path: Path, raw: bytes) -> None:
    """A file that is not in the encoding its mark says."""
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    with pytest.raises(ListingRewardsError, match="is neither UTF-8 nor GB18030"):
        list(read_rows(str(path), POLICY))


def test_a_column_to_leave_out_must_be_there(tmp_path: Path) -> None:
    """A misspelt one would leave the wrong column in."""
    path = tmp_path / "table.csv"
    path.write_text("企业名称,开户行\n示例甲公司,某行\n", encoding="utf-8")
    with pytest.raises(ListingRewardsError) as caught:
        list(read_rows(str(path), POLICY, ignored=["开户行", "开户人"]))
    (fault,) = caught.value.faults
    assert (fault.code, fault.nearest) == ("not_ignored", "开户行")


def test_columns_left_out_by_name(tmp_path: Path) -> None:
    """What is not ours can be named and is then left out."""
    path = tmp_path / "table.csv"
    path.write_text("企业名称,开户行\n示例甲公司,某行\n", encoding="utf-8")
    (row,) = read_rows(str(path), POLICY, ignored=["开户行"])
    assert row.case is not None


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    """Empty, only a header, in no known encoding, not CSV, not there."""
    assert refusal(tmp_path, "")[0].code == "empty_file"
    assert refusal(tmp_path, "企业名称\n")[0].code == "empty_file"
    assert refusal(tmp_path, 'name\n"甲\n')[0].code == "bad_csv"
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"name\n\xff\xff\xff\n")
    with pytest.raises(ListingRewardsError, match="byte '5' is neither UTF-8 nor GB18030"):
        list(read_rows(str(broken), POLICY))
    with pytest.raises(ListingRewardsError, match="cannot be read: no such file"):
        list(read_rows(str(tmp_path / "nowhere.csv"), POLICY))
    with pytest.raises(ListingRewardsError, match=r"as .xlsx, not as '\.ods'"):
        list(read_rows(str(tmp_path / "old.ods"), POLICY))


class TestSecondTables:
    """Further events and payments, one line each, added to the enterprise they name."""

    MAIN = (
        "企业名称,信用代码,新三板挂牌日期\n示例甲公司,91440800MA0000001E,2023-09-15\n示例乙公司,,\n"
    )

    def run(self, tmp_path: Path, main: str, events: str = "", payments: str = "") -> list[Outcome]:
        """The outcomes of a main table with its second tables."""
        given: dict[str, str | None] = {}
        for name, text in {"main": main, "events": events, "payments": payments}.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(text, encoding="utf-8")
            given[name] = str(path) if text else None
        rows = read_files(
            [str(given["main"])], POLICY, events=given["events"], payments=given["payments"]
        )
        return list(assess_rows(rows, POLICY, as_of=AS_OF))

    def test_events_and_payments_are_added(self, tmp_path: Path) -> None:
        """By name or by credit code; events and awards by id or by label."""
        first, second = self.run(
            tmp_path,
            self.MAIN,
            "企业名称,事项,日期,金额（万元）\n示例乙公司,区域性股权市场融资,2023-08-01,100\n"
            "示例乙公司,regional_financing,2024-08-01,50\n",
            "信用代码,奖励项目,日期,金额（元）\n91440800MA0000001E,新三板挂牌奖励,2024-01-10,500000\n",
        )
        assert first.assessment is not None
        assert (first.assessment.paid, first.assessment.payable) == (Decimal(500_000), Decimal(0))
        assert second.assessment is not None
        assert second.assessment.payable == 30_000

    def test_a_fault_in_a_second_table_stops_its_enterprise_only(self, tmp_path: Path) -> None:
        """Half of an enterprise's payments would give a wrong amount."""
        first, second = self.run(
            tmp_path,
            self.MAIN,
            payments="name,award,on,amount\n示例甲公司,neeq_listed,2024-01-10,-5\n",
        )
        assert first.assessment is None
        assert (first.faults[0].code, first.faults[0].column) == ("returned_too_much", "amount")
        assert second.assessment is not None

    @pytest.mark.parametrize(
        ("header", "line", "columns"),
        [
            ("name,award,on,amount", "neeq_listed,,", ["on", "amount"]),
            ("name,award,on", "neeq_listed,2024-01-10", ["amount"]),
            ("企业名称,奖励项目,拨付日期,金额（元）", ",,5", ["奖励项目", "拨付日期"]),
        ],
    )
    def test_what_a_line_does_not_state(
        self, tmp_path: Path, header: str, line: str, columns: list[str]
    ) -> None:
        """Told by the header of the file; one that it lacks, in the language of the others."""
        first, second = self.run(tmp_path, self.MAIN, payments=f"{header}\n示例甲公司,{line}\n")
        found = [(each.code, each.row, each.column) for each in first.faults]
        assert found == [("missing", 2, column) for column in columns]
        assert second.assessment is not None

    @pytest.mark.parametrize(
        "lines",
        [
            "示例甲公司,,neeq_listed,2024-01-10,-5",
            "示例甲公司,,neeq_listed,,5",
            "示例甲公司,,neeq_lsted,2024-01-10,5",
            "示例 甲公司,,neeq_listed,2024-01-10,5",
            "示例甲公司,91440800MA0000002H,neeq_listed,2024-01-10,5",
            ",91440800MA0000001E,neeq_listed,2024-01-10,5",
            "示例乙公司,91440800MA0000001E,neeq_listed,2024-01-10,5",
            "示例 甲公司,,neeq_listed,2024-01-10,5\n示例甲公司,,neeq_listed,2024-01-10,约5",
        ],
    )
    def test_each_refused_row_is_named_beside_the_line_that_refuses_it(
        self, tmp_path: Path, lines: str
    ) -> None:
        """By enterprise, file and line, in both languages; each row is accounted for once.

        The third row stands for a code that two rows have.
        """
        main = self.MAIN + "示例丙公司,91440800MA0000001E,\n" * lines.startswith(",9144")
        payments = f"name,uscc,award,on,amount\n{lines}\n"
        found = self.run(tmp_path, main, payments=payments)
        assert [each.row.number for each in found] == [*range(2, 2 + len(found))]
        assert len(found) == main.count("\n") - 1
        refused = [each for each in found if each.assessment is None]
        assert refused
        for each in refused:
            of_lines = [fault for fault in each.faults if fault.code != "same_enterprise"]
            assert len(of_lines) == lines.count("\n") + 1
            at = f"{tmp_path}/main.csv:{each.row.number}"
            name = {2: "示例甲公司", 3: "示例乙公司", 4: "示例丙公司"}[each.row.number]
            for fault in of_lines:
                assert fault.file.endswith("payments.csv")
                assert (fault.enterprise, fault.enterprise_at) == (name, at)
                assert fault.sentence("en").endswith(f"; so '{name}' ({at}) is not assessed")
                assert fault.sentence("zh").endswith(f"；“{name}”（{at}）因此不予计算")

    def test_a_fault_in_the_row_itself_names_no_other(self, tmp_path: Path) -> None:
        """Its place is the row."""
        main = "name,neeq_listed,bse_listed\n示例甲公司,2024-01-01,2023-01-01\n示例乙公司,x,\n"
        payments = "name,award,on,amount\n示例甲公司,neeq_listed,2024-01-10,5\n"
        found = self.run(tmp_path, main, payments=payments)
        faults = [fault for each in found for fault in each.faults]
        assert {fault.code for fault in faults} == {"impossible_order", "not_a_date"}
        assert {(fault.enterprise, fault.enterprise_at) for fault in faults} == {("", "")}

    def test_a_member_of_a_json_list_is_named_by_its_place(self, tmp_path: Path) -> None:
        """A list has no lines."""
        cases, paid = tmp_path / "cases.json", tmp_path / "paid.csv"
        cases.write_text(
            '[{"enterprise": {"name": "示例甲公司"}}, {"enterprise": {"name": "示例乙公司"}}]',
            encoding="utf-8",
        )
        paid.write_text(
            "name,award,on,amount\n示例乙公司,nonsense,2024-01-10,5\n", encoding="utf-8"
        )
        rows = read_files([str(cases)], POLICY, payments=str(paid))
        _, second = assess_rows(rows, POLICY, as_of=AS_OF)
        assert [fault.enterprise_at for fault in second.faults] == [f"{cases}[1]"]

    def test_a_misspelt_event_is_told_with_its_cell(self, tmp_path: Path) -> None:
        """The place is in the second table, not in the first."""
        first, _ = self.run(
            tmp_path, self.MAIN, "name,event,on\n示例甲公司,bse_acepted,2024-11-01\n"
        )
        (fault,) = first.faults
        assert (fault.nearest, fault.column, fault.row) == ("bse_accepted", "event", 2)
        assert fault.file.endswith("events.csv")

    @pytest.mark.parametrize(
        ("written", "nearest"),
        [
            ("neeq_lsted", "neeq_listed"),
            ("新三板挂排", "新三板挂牌"),
            ("Listed at NEEQ", "Listed on NEEQ"),
            ("某事", ""),
        ],
    )
    def test_an_event_that_is_none_is_answered_with_titles(
        self, tmp_path: Path, written: str, nearest: str
    ) -> None:
        """In the language of the sentence, as the form writes them; ids are for programs."""
        events = f"name,event,on\n示例甲公司,{written},2024-11-01\n"
        listed = self.run(tmp_path, self.MAIN, events)[0].faults
        absent = self.run(tmp_path, f"name,absent\n示例甲公司,{written}\n")[0].faults
        for (fault,) in (listed, absent):
            assert (fault.code, fault.nearest) == ("unknown_event", nearest)
            assert fault.accepted == tuple(POLICY.events)
            assert "(accepted: Listed on NEEQ, Entered the " in fault.sentence("en")
            assert "（可用：新三板挂牌, 进入创新层, 新三板摘牌" in fault.sentence("zh")
            assert "neeq_delisted" not in fault.sentence("en") + fault.sentence("zh")

    def test_an_award_that_is_none_is_answered_with_titles(self, tmp_path: Path) -> None:
        """The same; what is paid under another policy may bear any name."""
        paid = "name,award,on,amount,policy\n示例甲公司,新三板挂排奖励,2024-11-01,5,{}\n"
        first, _ = self.run(tmp_path, self.MAIN, payments=paid.format(""))
        (fault,) = first.faults
        assert (fault.code, fault.nearest) == ("unknown_award", "新三板挂牌奖励")
        assert fault.accepted == tuple(award.id for award in POLICY.awards)
        assert "(accepted: Reward for listing on NEEQ, Reward for " in fault.sentence("en")
        assert "（可用：新三板挂牌奖励, 进入创新层奖励, 北交所" in fault.sentence("zh")
        other, _ = self.run(tmp_path, self.MAIN, payments=paid.format("other"))
        assert other.assessment is not None

    def test_a_line_of_nobody_is_a_finding(self, tmp_path: Path) -> None:
        """It is accounted for as a row with a fault."""
        *_, astray = self.run(
            tmp_path, self.MAIN, "name,event,on\n示例丙公司,neeq_listed,2024-11-01\n"
        )
        assert [fault.code for fault in astray.faults] == ["not_in_table"]

    def test_what_else_is_wrong_with_a_line_of_nobody(self, tmp_path: Path) -> None:
        """All at once, on the one row that it counts as."""
        found = self.run(tmp_path, self.MAIN, "name,event,on\n示例丙公司,neeq_listed,soon\n")
        assert len(found) == 3
        codes = [fault.code for fault in found[-1].faults]
        assert codes == ["not_in_table", "not_a_date"]
        assert {fault.enterprise for fault in found[-1].faults} == {""}

    @pytest.mark.parametrize("name", ["示例甲 公司", "示例甲　公司", "示例（甲）公司"])
    def test_a_name_written_otherwise_is_not_another_enterprise(
        self, tmp_path: Path, name: str
    ) -> None:
        """Else the enterprise would be assessed without what was paid to it."""
        main = "name,neeq_listed\n示例甲公司,2024-11-01\n示例(甲)公司,2024-11-01\n"
        paid = f"name,award,on,amount\n{name},neeq_listed,2024-12-01,500000\n"
        found = self.run(tmp_path, main, payments=paid)
        refused = [each for each in found if each.faults]
        assert [[each.code for each in row.faults] for row in refused] == [["almost_in_table"]]
        assert sum(row.assessment is not None for row in found) == 1

    def test_a_name_that_stands_twice_cannot_be_served(self, tmp_path: Path) -> None:
        """Neither row is assessed with half of the facts."""
        twice = "name\n示例甲公司\n示例甲公司\n"
        found = self.run(tmp_path, twice, "name,event,on\n示例甲公司,neeq_listed,2024-11-01\n")
        codes = ["ambiguous_enterprise", "same_enterprise"]
        assert [fault.code for each in found for fault in each.faults] == codes * 2

    def test_a_line_that_names_nobody_spoils_all(self, tmp_path: Path) -> None:
        """Whose amount it would change is unknown, so no amount is given."""
        with pytest.raises(ListingRewardsError, match="names no enterprise"):
            self.run(tmp_path, self.MAIN, "name,event,on\n,neeq_listed,2024-11-01\n")

    def test_a_line_that_is_too_wide_spoils_all(self, tmp_path: Path) -> None:
        """An amount with commas and no quotation marks is another amount."""
        lines = "name,award,on,amount\n示例甲公司,neeq_listed,2024-01-10,500,000.00\n"
        with pytest.raises(ListingRewardsError, match="has '5' cells, the header has 4"):
            self.run(tmp_path, self.MAIN, payments=lines)

    def test_a_name_and_a_code_of_two_enterprises(self, tmp_path: Path) -> None:
        """Booked on neither: both rows are reported."""
        lines = (
            "name,uscc,award,on,amount\n示例乙公司,91440800MA0000001E,neeq_listed,2024-01-10,5\n"
        )
        found = self.run(tmp_path, self.MAIN, payments=lines)
        assert [fault.code for each in found for fault in each.faults] == ["another_enterprise"] * 2

    def test_codes_are_compared_as_codes(self, tmp_path: Path) -> None:
        """Small letters and full-width digits are no other code."""
        lines = (
            "name,uscc,award,on,amount\n示例甲公司,９1440800ma0000001e,neeq_listed,2024-01-10,5\n"
        )
        alone = "uscc,award,on,amount\n91440800ma0000001e,neeq_listed,2024-01-10,5\n"
        for payments in (lines, alone):
            first, _ = self.run(tmp_path, self.MAIN, payments=payments)
            assert first.assessment is not None
            assert first.assessment.paid == 5

    def test_a_code_where_the_table_has_none(self, tmp_path: Path) -> None:
        """The name alone tells whose line it is."""
        line = "示例乙公司,91440800MA0000002H,neeq_listed,2024-01-10,5"
        lines = f"name,uscc,award,on,amount\n{line}\n"
        _, second = self.run(tmp_path, self.MAIN, payments=lines)
        assert second.assessment is not None
        assert second.assessment.paid == 5

    def test_another_code_than_the_tables(self, tmp_path: Path) -> None:
        """The enterprise is not assessed without a payment that may be its own."""
        line = "示例甲公司,91440800MA0000002H,neeq_listed,2024-01-10,5"
        lines = f"name,uscc,award,on,amount\n{line}\n"
        first, second = self.run(tmp_path, self.MAIN, payments=lines)
        assert [fault.code for fault in first.faults] == ["another_code"]
        assert second.assessment is not None
