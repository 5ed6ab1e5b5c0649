"""Answers as tables and as a workbook: nothing lost, nothing added, nothing that computes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from command import run_command
from hypothesis import given
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from property.strategies import questions
from property.values import Question

from files.books import book_of, bytes_of, saved
from listing_rewards import Case, assess, load_policy
from listing_rewards.errors import Lang
from listing_rewards.files.outcomes import Outcome, Tally
from listing_rewards.files.reading import Row
from listing_rewards.files.writing.answer_tables import (
    AWARDS,
    ENTERPRISES,
    EVERY_TABLE,
    Answered,
    AnyTable,
    Ids,
    TableName,
    award_rows,
    columns_of_table,
    enterprise_rows,
    in_wan,
    publication_rows,
    rows_of_table,
    unpublished,
)
from listing_rewards.files.writing.results_workbook import Results, results_workbook
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.money import exact

EXAMPLES = Path(__file__).parents[2] / "examples"
POLICY = load_policy("zhanjiang-bse-2023-illustrative")
DAY = date(2025, 12, 31)
ASKED = ("--policy", POLICY.id, "--as-of", "2025-12-31")
OF_ANSWERS: list[TableName] = ["publication", "enterprises", "awards"]
LIKE_FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("a","b")', "\t=1", "示例\x01公司")
MORE_LIKE_FORMULAS = ("＝1+1", "＋1", "－1", "＠1", "=\n1", "+86公司", "-1.2.3-", "-", "1-1")


class TestPublication:
    """What is published is what is to be paid."""

    @given(questions())
    def test_published_amounts_add_up_to_what_is_payable(self, question: Question) -> None:
        """Where everything is determined; elsewhere never more than what is certain."""
        answer = question.answer()
        rows = list(publication_rows(answer, "zh", with_codes=False))
        total = added([row[-1] for row in rows])
        if all(line.payable.determined for line in answer.lines):
            assert total == in_wan(answer.payable)
        else:
            assert total <= in_wan(answer.payable)

    @given(questions())
    def test_no_code_unless_asked_for(self, question: Question) -> None:
        """And never what nobody asked for: the columns are a closed list."""
        code = "91440800MA0000001E"
        who = question.case.enterprise.model_copy(update={"uscc": code})
        case = question.case.model_copy(update={"enterprise": who})
        answer = assess(case, question.policy, as_of=question.as_of)
        without = list(publication_rows(answer, "zh", with_codes=False))
        with_codes = list(publication_rows(answer, "zh", with_codes=True))
        assert all(code not in row and len(row) == 4 for row in without)
        assert all(row[1] == code and len(row) == 5 for row in with_codes)

    @pytest.mark.parametrize(
        ("lang", "expected"),
        [
            (
                "zh",
                [
                    ["示例甲公司", "新三板挂牌奖励",
                     "工作事项5，任务9（金额为假定，政策文件未载明）", Decimal("30.00")],
                    ["示例甲公司", "区域性股权市场融资奖励", "工作事项6，任务10", Decimal("6.002")],
                ],
            ),
            (
                "en",
                [
                    ["示例甲公司", "Reward for listing on NEEQ", "item 5, task 9 (the amount is "
                     "assumed, the policy does not give it)", Decimal("30.00")],
                    ["示例甲公司", "Reward for financing on the regional equity market",
                     "item 6, task 10", Decimal("6.002")],
                ],
            ),
        ],
    )  # fmt: skip
    def test_by_hand(self, lang: Lang, expected: list[list[object]]) -> None:
        """500,000 less 200,000 paid; 2% of 3,001,000."""
        assert list(publication_rows(answered().answer, lang, with_codes=False)) == expected


@exact
def added(amounts: Sequence[object]) -> Decimal:
    """Their sum."""
    return sum((each for each in amounts if isinstance(each, Decimal)), Decimal(0))


def answered(name: str = "示例甲公司", uscc: str | None = None) -> Answered:
    """An answer with two awards, and where it was read."""
    case = Case.model_validate(
        {
            "enterprise": {"name": name, "uscc": uscc},
            "events": [
                {"kind": "neeq_listed", "on": "2023-09-15"},
                {"kind": "regional_financing", "on": "2023-09-15", "amount": "3001000"},
            ],
            "payments": [{"award": "neeq_listed", "on": "2024-01-10", "amount": "200000"}],
        }
    )
    return Answered("a.xlsx:表1:7", assess(case, POLICY, as_of=DAY))


class TestWhatIsNotCertain:
    """What is not determined is never published as if it were."""

    @pytest.mark.parametrize("policy", ["zhanjiang-bse-2023", POLICY.id])
    def test_an_amount_that_nobody_knows(self, policy: str) -> None:
        """Not given by the source; a financing without its amount; a stage without its listing."""
        events = [
            {"kind": "bse_accepted", "on": "2024-11-08"},
            {"kind": "bse_tutoring_filed", "on": "2024-06-11"},
            {"kind": "regional_financing", "on": "2023-09-15"},
        ]
        case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": events})
        answer = assess(case, load_policy(policy), as_of=DAY)
        assert not answer.determined
        published = list(publication_rows(answer, "en", with_codes=False))
        determined = ["Reward for filing tutoring for the BSE"] if policy == POLICY.id else []
        assert [row[1] for row in published] == determined
        assert unpublished(answer) == len(
            [line for line in answer.lines if line.payable.at_least != line.payable.at_most]
        )

    @given(questions())
    def test_every_published_amount_is_that_of_its_award(self, question: Question) -> None:
        """And none is missing that is certain and not nothing."""
        answer = question.answer()
        rows = list(publication_rows(answer, "zh", with_codes=False))
        certain = [
            in_wan(line.payable.at_least)
            for line in answer.lines
            if line.payable.at_least == line.payable.at_most != 0
        ]
        assert [row[-1] for row in rows] == certain

    @given(questions())
    def test_the_totals_count_what_is_published(self, question: Question) -> None:
        """In yuan, over all rows."""
        answer, tally = question.answer(), Tally()
        for _ in range(2):
            tally.count(Outcome(Row("a.csv", 2, answer.case), answer))
        rows = list(publication_rows(answer, "zh", with_codes=False))
        assert in_wan(tally.published) == added([row[-1] for row in rows * 2])


class TestTables:
    """Stable columns, and every number as it stands in the answer."""

    @pytest.mark.parametrize("table", OF_ANSWERS)
    @given(question=questions())
    def test_a_row_has_its_columns(self, table: TableName, question: Question) -> None:
        """For any policy and any case."""
        each = Answered("a.csv:2", question.answer())
        for with_codes in (True, False):
            columns = columns_of_table(table, with_codes=with_codes)
            for row in rows_of_table(table, [each], "en", with_codes=with_codes):
                assert len(row) == len(columns)

    @given(questions())
    def test_the_amounts_are_those_of_the_answer(self, question: Question) -> None:
        """Of the enterprise, and of each award."""
        each = Answered("a.csv:2", question.answer())
        (row,) = rows_of_table("enterprises", [each], "en", with_codes=False)
        told = dict(zip(ENTERPRISES, row, strict=True))
        assert told["payable"] == each.answer.payable
        assert told["payable_at_most"] == each.answer.payable_at_most
        lines = rows_of_table("awards", [each], "en", with_codes=False)
        for line, values in zip(each.answer.lines, lines, strict=True):
            told = dict(zip(AWARDS, values, strict=True))
            assert (told["award"], told["status"]) == (line.award, line.status)
            for name in ("nominal", "entitled", "payable", "overpaid", "withheld"):
                bounds = getattr(line, name)
                assert (told[name], told[f"{name}_at_most"]) == (bounds.at_least, bounds.at_most)

    def test_as_csv_and_json_lines(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The same rows; amounts as text."""
        words = ("assess", EXAMPLES / "enterprises.csv", *ASKED, "--table", "enterprises")
        assert run_command(monkeypatch, *words, "--format", "csv") == 0
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert run_command(monkeypatch, *words, "--format", "jsonl") == 0
        records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [*records[0]] == [*ENTERPRISES]
        assert rows == [{key: value or "" for key, value in each.items()} for each in records]
        assert records[0]["payable"] == "8500000.00"
        assert records[0]["row"].endswith("enterprises.csv:2")

    @pytest.mark.parametrize("table", [None, *EVERY_TABLE])
    @pytest.mark.parametrize("name", [*LIKE_FORMULAS, *MORE_LIKE_FORMULAS])
    def test_no_text_of_a_csv_is_computed(
        self, name: str, table: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever an enterprise or a file calls itself; and it is still told who it is."""
        case = answered(name, uscc=f"={name}").answer.case
        asked, out = tmp_path / "=asked.jsonl", tmp_path / "out.csv"
        asked.write_text(f"{case.model_dump_json()}\n{{}}\n", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        words = ["assess", asked.name, *ASKED, "-o", out, *(["--table", table] if table else [])]
        assert run_command(monkeypatch, *words) == 1
        rows = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
        cells = {cell for row in rows[1:] for cell in row}
        assert cells
        for cell in cells:
            number = re.fullmatch(r"[+-]?[\d.]+", cell)
            assert number or len(cell) == 1 or not cell.startswith((*"=+-@＝＋－＠\t\r",))
        if table in {None, "enterprises"}:
            assert {each.removeprefix("'") for each in cells} >= {name.strip(), f"={name}".strip()}

    def test_a_table_is_no_json_document(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Said in one sentence."""
        words = ("assess", EXAMPLES / "enterprises.csv", *ASKED, "--table", "awards")
        assert run_command(monkeypatch, *words, "--format", "json") == 2
        assert "--table writes csv, jsonl or xlsx, not 'json'" in capsys.readouterr().err


HANDED_IN = ("publication", "payments", "counties")
COLUMNS = {
    "publication": "number name uscc award clause amount_wan",
    "payments": (
        "number name uscc county applied payable less why shares payee bank account contact phone "
        "remark of_which"
    ),
    "counties": "county enterprises awards payable shares",
    "enterprises": (
        "row name uscc county policy as_of payable payable_at_most determined entitled "
        "entitled_at_most paid overpaid overpaid_at_most withheld withheld_at_most needs "
        "assumptions notices remarks shares"
    ),
    "awards": (
        "row name uscc award title clause status nominal nominal_at_most entitled "
        "entitled_at_most paid payable payable_at_most overpaid overpaid_at_most withheld "
        "withheld_at_most needs assumptions notices shares of_which"
    ),
    "totals": "what value",
    "findings": "row cell column code finding",
}
WHAT = (
    "policy as_of rows_read rows_assessed rows_open rows_faulty rows_aside assumed_answers payable "
    "payable_at_most published paid overpaid withheld"
)
HEADERS = {
    "zh": {
        "publication": (
            "序号 企业名称 统一社会信用代码 县（市、区） 奖励项目 依据条款 奖励金额（万元） "
            "企业合计（万元） 备注"
        ),
        "payments": (
            "序号 企业名称 统一社会信用代码 县（市、区） 申请金额（元） 核定拨付（元） 核减（元） "
            "核减原因 户名 开户行 账号 备注"
        ),
        "counties": "序号 县（市、区） 企业数（家） 项目数（个） 核定拨付（元）",
        "enterprises": (
            "来源 企业名称 统一社会信用代码 注册地 政策编号 截至日期 确定应付（元） 应付至多（元） "
            "是否确定 核定金额（元） 核定金额至多（元） 已付金额（元） 确定超付（元） "
            "超付至多（元） 确定暂缓（元） 暂缓至多（元） 需要补充的事实 假定 合规提示 备注 "
            "分级承担（元）"
        ),
        "awards": (
            "来源 企业名称 统一社会信用代码 项目编号 奖励项目 依据条款 状态 标准金额（元） "
            "标准金额至多（元） 核定金额（元） 核定金额至多（元） 已付金额（元） 确定应付（元） "
            "应付至多（元） 确定超付（元） 超付至多（元） 确定暂缓（元） 暂缓至多（元） "
            "需要补充的事实 假定 合规提示 分级承担（元） 其中奖励他人（元）"
        ),
        "totals": "项目 数值",
        "findings": "来源 单元格 列或字段 代码 问题或提示",
    },
    "en": {
        "publication": (
            "No.|Enterprise|Credit code|County|Award|Clause|Amount (万元)|"
            "Enterprise total (万元)|Remarks"
        ),
        "payments": (
            "No.|Enterprise|Credit code|County|Applied for (yuan)|Approved for payment (yuan)|"
            "Less than applied for (yuan)|Why less|Account holder|Bank|Account|Remarks"
        ),
        "counties": "No.|County|Enterprises|Awards|Approved for payment (yuan)",
        "enterprises": (
            "Read from|Enterprise|Credit code|Registered in|Policy|As of|"
            "Payable for certain (yuan)|Payable, at most (yuan)|Determined|Entitled (yuan)|"
            "Entitled, at most (yuan)|Paid (yuan)|Overpaid for certain (yuan)|"
            "Overpaid, at most (yuan)|Withheld for certain (yuan)|Withheld, at most (yuan)|"
            "Would settle it|Assumed|Laws to review|Remarks|Borne by level (yuan)"
        ),
        "awards": (
            "Read from|Enterprise|Credit code|Award id|Award|Clause|Status|Standard (yuan)|"
            "Standard, at most (yuan)|Entitled (yuan)|Entitled, at most (yuan)|Paid (yuan)|"
            "Payable for certain (yuan)|Payable, at most (yuan)|Overpaid for certain (yuan)|"
            "Overpaid, at most (yuan)|Withheld for certain (yuan)|Withheld, at most (yuan)|"
            "Would settle it|Assumed|Laws to review|Borne by level (yuan)|"
            "Of which for others (yuan)"
        ),
        "totals": "What|Value",
        "findings": "Read from|Cell|Column or field|Code|What was found",
    },
}


class TestStableColumns:
    """A program that reads the tables relies on their columns: a change has to be meant."""

    @pytest.mark.parametrize("table", EVERY_TABLE)
    def test_of_csv_and_json_lines(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: AnyTable
    ) -> None:
        """The same in both, in this order."""
        words = ("assess", EXAMPLES / "applications.xlsx", *ASKED, "--table", table, "--with-codes")
        assert run_command(monkeypatch, *words, "--format", "csv") == 1
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert run_command(monkeypatch, *words, "--format", "jsonl") == 1
        records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert list(rows[0]) == list(records[0]) == COLUMNS[table].split()
        texts = [
            {key: "" if value is None else str(value) for key, value in each.items()}
            for each in records
        ]
        assert rows == texts
        if table == "totals":
            assert [each["what"] for each in rows] == WHAT.split()

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_of_a_workbook(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang
    ) -> None:
        """For people, in their language."""
        out = tmp_path / "out.xlsx"
        words = ("assess", EXAMPLES / "applications.xlsx", *ASKED, "--lang", lang, "-o", out)
        assert run_command(monkeypatch, *words, "--with-codes") == 1
        sheets = opened(out.read_bytes()).worksheets
        for sheet, table in zip(sheets, EVERY_TABLE, strict=True):
            header = values_of(sheet)[2 if table in HANDED_IN else 0]
            assert header == HEADERS[lang][table].split(" " if lang == "zh" else "|")

    def test_a_law_that_a_payment_touches_is_told(self) -> None:
        """Where the award's own day comes before it, but the payment would not."""
        each, names = answered(), Ids(Phrasing(answered().answer, "zh"))
        touched = {
            law: set(awards)
            for law, *awards in (
                remark.names for remark in each.answer.remarks if remark.kind == "notice_at_payment"
            )
        }
        assert touched
        by_award = [dict(zip(AWARDS, row, strict=True)) for row in award_rows(each, names)]
        for law, awards in touched.items():
            told = {r["award"] for r in by_award if names.notice(law) in str(r["notices"])}
            assert told == awards
            [row] = enterprise_rows(each, names)
            assert names.notice(law) in str(dict(zip(ENTERPRISES, row, strict=True))["notices"])

    def test_the_findings_of_a_run(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Faults, lines that were not read, what is hidden, doubtful codes, enterprises twice."""
        rows: list[list[object]] = [["企业名称", "统一社会信用代码", "新三板挂牌日期"]]
        rows += [["示例甲公司", "91440800MA0000001E", "2023-13-01"]]
        rows += [["示例乙公司", "91440800MA0000002X"], ["示例乙公司", "91440800MA0000002X"]]
        rows += [["示例丙公司", "91440800MA0000003X"], ["合计"]]
        book = book_of({"表1": rows, "旧表": []})
        book["旧表"].sheet_state = "hidden"
        book["表1"].row_dimensions[3].hidden = True
        book["表1"].column_dimensions["B"].hidden = True
        table = saved(tmp_path, bytes_of(book))
        words = ("assess", table, *ASKED, "--table", "findings", "--format", "csv")
        assert run_command(monkeypatch, *words) == 1
        found = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert [
            (each["row"].removeprefix(table), each["cell"], each["code"]) for each in found
        ] == [
            (":旧表", "", "not_read_hidden_sheet"),
            (":表1:B", "", "hidden_column"),
            (":表1:2", "C2", "not_a_date"),
            (":表1:3", "A3", "same_enterprise"),
            (":表1:3", "", "hidden_row"),
            (":表1:4", "A4", "same_enterprise"),
            (":表1:5", "", "credit_code"),
            (":表1:6", "", "not_read_total"),
        ]


def workbook(
    answers: Sequence[Answered], lang: Lang = "zh", tables: Sequence[AnyTable] = EVERY_TABLE
) -> bytes:
    """The workbook of these answers."""
    tally = Tally()
    for each in answers:
        tally.count(Outcome(Row("a.xlsx", 7, each.answer.case), each.answer))
    results = Results(answers, tally, [])
    return results_workbook(results, POLICY, as_of=DAY, lang=lang, tables=tables, with_codes=False)


def values_of(sheet: Worksheet) -> list[list[object]]:
    """What stands in its cells."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


class TestWorkbook:
    """A workbook for people."""

    @pytest.mark.parametrize(
        ("lang", "sheets"),
        [
            (
                "zh",
                ["公示表", "资金拨付汇总表", "分县区汇总", "企业", "奖励项目", "汇总", "问题"],
            ),
            (
                "en",
                [
                    "Publication",
                    "Payments",
                    "By county",
                    "Enterprises",
                    "Awards",
                    "Totals",
                    "Findings",
                ],
            ),
        ],
    )
    def test_its_sheets(self, lang: Lang, sheets: list[str]) -> None:
        """Each with its header, and totals that add up."""
        book = opened(workbook([answered(), answered("示例乙公司")], lang))
        assert book.sheetnames == sheets
        publication = values_of(book[sheets[0]])
        foot = "合计" if lang == "zh" else "Total"
        assert [row[0] for row in publication[3:8]] == [1, None, 2, None, foot]
        assert [row[5] for row in publication[3:8]] == [30, 6.002, 30, 6.002, "=SUM(F4:F7)"]
        header, *rows, total = values_of(book[sheets[3]])
        place = header.index("确定应付（元）" if lang == "zh" else "Payable for certain (yuan)")
        assert [row[place] for row in (*rows, total)] == [360_020, 360_020, 720_040]
        assert len(values_of(book[sheets[4]])) == 1 + 2 * len(POLICY.awards) + 1
        totals = {row[0]: row[1] for row in values_of(book[sheets[5]])}
        assert totals["列入公示（元）" if lang == "zh" else "Published (yuan)"] == 720_040

    @pytest.mark.parametrize("name", LIKE_FORMULAS)
    def test_no_text_becomes_a_formula(self, name: str) -> None:
        """Whatever an enterprise calls itself."""
        book = opened(workbook([answered(name, uscc=name)]))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d", "f"}
        formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
        assert formulas
        assert all(re.fullmatch(r"=SUM\([A-Z]\d+:[A-Z]\d+\)", each) for each in formulas)

    def test_the_same_answers_give_the_same_bytes(self) -> None:
        """No clock."""
        assert workbook([answered()]) == workbook([answered()])

    def test_findings_name_every_fault_and_what_was_not_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With sheet and cell."""
        rows = [["企业名称", "新三板挂牌日期"], ["示例甲公司", "15/09/2023"], ["合计"]]
        table = saved(tmp_path, bytes_of(book_of({"表1": rows})))
        out = tmp_path / "out.xlsx"
        assert run_command(monkeypatch, "assess", table, *ASKED, "-o", out, "--lang", "zh") == 1
        found = values_of(opened(out.read_bytes())["问题"])
        sentence = "“15/09/2023” 不是日期；请按 年-月-日 书写，如 2023-09-15"
        assert found[1:] == [
            [f"{table}:表1:2", "B2", "新三板挂牌日期", "not_a_date", sentence],
            [f"{table}:表1:3", None, None, "not_read_total", "未读取：合计：合计"],
        ]

    def test_one_table_alone(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """To hang out, with codes where they are asked for."""
        out = tmp_path / "公示.xlsx"
        words = ("assess", EXAMPLES / "enterprises.csv", *ASKED, "-o", out, "--lang", "zh")
        assert run_command(monkeypatch, *words, "--table", "publication", "--with-codes") == 0
        book = opened(out.read_bytes())
        assert book.sheetnames == ["公示表"]
        assert values_of(book["公示表"])[2] == HEADERS["zh"]["publication"].split()


def opened(content: bytes) -> Workbook:
    """The workbook as a reader sees it."""
    return load_workbook(io.BytesIO(content))


class TestSameAnswers:
    """A table gives the same answers from CSV and from a workbook."""

    @pytest.mark.parametrize("name", ["enterprises.csv", "messy-gb18030.csv"])
    def test_csv_and_workbook(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        name: str,
    ) -> None:
        """The answers to the byte; the faults in the same rows and columns."""
        source = EXAMPLES / name
        encoding = "gb18030" if "gb18030" in name else "utf-8"
        rows = list(csv.reader(io.StringIO(source.read_text(encoding=encoding))))
        table = saved(tmp_path, bytes_of(book_of({"表1": rows})))
        found = []
        for path in (source, table):
            faults = tmp_path / "faults.jsonl"
            words = ("assess", path, *ASKED, "--format", "jsonl", "--faults", faults)
            run_command(monkeypatch, *words)
            told = [json.loads(line) for line in faults.read_text("utf-8").splitlines()]
            where = [(each["row"], each["column"], each["code"]) for each in told]
            found.append((capsys.readouterr().out, where))
        assert found[0] == found[1]
