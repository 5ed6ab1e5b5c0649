"""The workbook of an answer: what stands in it, before anybody recalculates it."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cases.test_tables import TABLES
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.formula import Tokenizer
from openpyxl.worksheet.worksheet import Worksheet
from profiles import few, part_of
from property.strategies import questions
from property.values import Question

from audit.boundaries import BY_SUBJECT
from audit.sheets import sheet_of
from listing_rewards import Assessment, Case, InvalidPolicy, assess, load_policy
from listing_rewards.engines.sheet import workbook
from listing_rewards.errors import InvalidFile, Lang
from listing_rewards.words import say

SOURCE = Path(sys.modules["listing_rewards"].__file__ or "").parent / "engines" / "sheet"
LONGEST_FORMULA, MOST_ARGUMENTS, DEEPEST = 8192, 255, 64
"""What Excel takes (Excel specifications and limits)."""
FUNCTIONS = {
    *(
        "AND",
        "COUNT",
        "COUNTA",
        "COUNTIFS",
        "DATE",
        "EDATE",
        "FALSE",
        "IF",
        "INT",
        "ISNUMBER",
        "LEN",
        "MAX",
        "MIN",
    ),
    *("MOD", "N", "NOT", "OR", "ROUND", "ROW", "SUM", "SUMIFS", "SUMPRODUCT", "TRUE", "YEAR"),
    *("_xlfn.MAXIFS", "_xlfn.MINIFS"),
}
LANGS: tuple[Lang, ...] = ("en", "zh")
AWKWARD = st.one_of(
    st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "a\x07b", "'=1", " =1"]),
    st.text(min_size=1, max_size=30).filter(str.strip),
)


def opened(content: bytes) -> Workbook:
    """A workbook with its formulas."""
    return load_workbook(io.BytesIO(content))


def answer(**facts: Any) -> Assessment:
    """An answer under the illustrative policy."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, **facts})
    return assess(case, load_policy("zhanjiang-bse-2023-illustrative"), as_of=date(2025, 12, 31))


def cells_of(book: Workbook) -> Iterator[tuple[Worksheet, Cell]]:
    """Every cell that holds something, with its sheet."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from ((sheet, c) for c in row if isinstance(c, Cell) and c.value is not None)


def formulas_of(book: Workbook) -> Iterator[tuple[Worksheet, str]]:
    """Every formula, with its sheet."""
    yield from ((s, str(c.value)) for s, c in cells_of(book) if c.data_type == "f")


class TestFormulas:
    """Every amount of the calculation is a live formula that Excel takes."""

    @settings(max_examples=few(25))
    @given(questions())
    def test_within_the_limits_of_excel(self, question: Question) -> None:
        """No formula is longer, wider or deeper than Excel allows, or calls what is not there."""
        self._within_limits(question.answer())

    def test_on_boundaries_within_the_limits_of_excel(self) -> None:
        """Parts of uneven shares among them, which take functions that little else takes."""
        for subject in ("parts", "caps"):
            for on_boundary in part_of(list(BY_SUBJECT[subject]())):
                self._within_limits(on_boundary)

    def _within_limits(self, given_answer: Assessment) -> None:
        for _, formula in formulas_of(opened(workbook(given_answer))):
            assert len(formula) <= LONGEST_FORMULA
            depth, arguments = 0, [1]
            for token in Tokenizer(formula).items:
                assert token.subtype != "ERROR", formula
                if token.type == "FUNC" and token.subtype == "OPEN":
                    assert token.value.rstrip("(") in FUNCTIONS, token.value
                    arguments.append(1)
                    depth = max(depth, len(arguments))
                elif token.type == "SEP" and token.subtype == "ARG":
                    arguments[-1] += 1
                    assert arguments[-1] <= MOST_ARGUMENTS
                elif token.type == "FUNC":
                    arguments.pop()
            assert depth <= DEEPEST

    @settings(max_examples=few(25))
    @given(questions())
    def test_no_amount_is_a_value(self, question: Question) -> None:
        """On Calculation and Events there is no number that is not a formula, but an order."""
        given_answer = question.answer()
        book = opened(workbook(given_answer))
        if say("workbook", "en", "sheet_of", "calculation") not in book.sheetnames:
            return
        for sheet, cell in cells_of(book):
            if sheet.title == say("workbook", "en", "sheet_of", "calculation"):
                assert not isinstance(cell.value, int | float), cell.coordinate
            events = say("workbook", "en", "sheet_of", "events_sheet")
            if sheet.title == events and cell.data_type != "f":
                assert isinstance(cell.value, str) or cell.column == 2, cell.coordinate

    @settings(max_examples=few(25))
    @given(questions())
    def test_references_and_names_are_there(self, question: Question) -> None:
        """A formula names sheets and names of this workbook only: no link to another file."""
        book = opened(workbook(question.answer()))
        for sheet, formula in formulas_of(book):
            outside = re.sub(r'"(?:[^"]|"")*"', "", formula)
            assert "[" not in outside
            assert "://" not in outside
            for token in Tokenizer(formula).items:
                if token.type == "OPERAND" and token.subtype == "RANGE":
                    self.check(token.value, sheet, book)

    def check(self, operand: str, sheet: Worksheet, book: Workbook) -> None:
        """A name of the workbook, or a place on one of its sheets that holds something."""
        if re.fullmatch(r"[A-Z_]+", operand):
            assert operand in book.defined_names, operand
            return
        named, _, place = operand.rpartition("!")
        target = book[named.strip("'")] if named else sheet
        rows = [int(each) for each in re.findall(r"\d+", place)]
        assert rows, operand
        assert max(rows) <= target.max_row, operand

    def test_nothing_that_runs_or_reaches_out(self) -> None:
        """No macro, no link, no connection is part of the file."""
        with zipfile.ZipFile(io.BytesIO(workbook(answer()))) as parts:
            names = " ".join(parts.namelist())
        assert not re.search(r"vba|external|connection|query|embed|activeX", names, re.IGNORECASE)


class TestText:
    """What a case says stays text, whatever it begins with."""

    @settings(max_examples=few(60))
    @given(name=AWKWARD, county=AWKWARD, policy=AWKWARD)
    def test_never_becomes_a_formula(self, name: str, county: str, policy: str) -> None:
        """On the sheets that hold a case's texts there is no formula."""
        paid = {"award": "neeq_listed", "on": "2024-01-10", "amount": "1.00", "policy": policy}
        asked = answer(enterprise={"name": name, "county": county}, payments=[paid])
        book = opened(workbook(asked))
        facts = sheet_of(book, "facts", "en")
        assert not [c.coordinate for s, c in cells_of(book) if s is facts and c.data_type == "f"]
        for _, formula in formulas_of(book):
            for text in (name.strip(), county.strip(), policy.strip()):
                assert len(text) < 4 or text not in formula

    def test_is_quoted_where_excel_would_take_it_for_one(self) -> None:
        """A cell that begins like a formula keeps its quote when it is edited."""
        book = opened(workbook(answer(enterprise={"name": "=1+1"})))
        found = [c for _, c in cells_of(book) if c.value == "=1+1"]
        assert found
        assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


class TestValues:
    """What a sheet cannot compute exactly is written as a value, and the workbook says so."""

    @pytest.mark.parametrize(
        ("facts", "said"),
        [
            ({"figures": {"net_profit": "1.0000000000000001"}}, "1.0000000000000001"),
            ({"figures": {"net_profit": "999999999999999"}}, "999,999,999,999,999"),
            ({"events": [{"kind": "neeq_listed", "on": "1900-02-28"}]}, "1900-02-28"),
        ],
    )
    def test_marked(self, facts: dict[str, Any], said: str) -> None:
        """No formula is left, the reason stands on the results, the library's values below."""
        asked = answer(**facts)
        book = opened(workbook(asked))
        assert list(formulas_of(book)) == []
        title = say("workbook", "en", "sheet_of", "results")
        results = [str(cell.value) for sheet, cell in cells_of(book) if sheet.title == title]
        assert any(said in each for each in results)
        assert say("workbook", "en", "given") in results

    def test_no_such_reason_in_any_policy(self) -> None:
        """Every shipped and real policy can be computed by a sheet."""
        paths = sorted((TABLES[0].parents[2] / "examples" / "policies").glob("*.toml"))
        for policy in (load_policy(path) for path in paths):
            case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
            book = opened(workbook(assess(case, policy, as_of=date(2025, 12, 31))))
            assert say("workbook", "en", "sheet_of", "calculation") in book.sheetnames, policy.id


class TestLook:
    """It opens looking like a document that somebody cared for."""

    @pytest.mark.parametrize("lang", LANGS)
    def test_sheets_frozen_wide_and_ready_to_print(self, lang: Lang) -> None:
        """Seven sheets, each with frozen panes, widths, A4 pages as wide as the sheet, a foot."""
        book = opened(workbook(answer(), lang=lang))
        assert len(book.worksheets) == 7
        for sheet in book.worksheets:
            assert sheet.freeze_panes
            assert sheet.page_setup.paperSize == 9
            assert sheet.page_setup.fitToWidth == 1
            assert sheet.oddFooter is not None
            assert sheet.oddFooter.right.text == say("sheet.page", lang)
            assert all(each.width for each in sheet.column_dimensions.values())

    def test_every_number_of_the_policy_has_its_clause(self) -> None:
        """Beside each number stands its clause and the clause's words, or why it is assumed."""
        sheet = sheet_of(opened(workbook(answer())), "numbers", "en")
        rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[4]]
        assert len(rows) > 15
        assert all(row[2] and row[3] for row in rows)
        cap = next(row for row in rows if row[4] == "groups.neeq_bse.cap")
        assert Decimal(str(cap[1])) == 9_000_000
        assert cap[2] == "item 5, task 9"

    def test_the_same_answer_gives_the_same_bytes(self) -> None:
        """No time of day stands in the file."""
        assert workbook(answer(), lang="zh") == workbook(answer(), lang="zh")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that names the extra."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "listing_rewards.engines.sheet.book", raising=False)
    with pytest.raises(InvalidFile) as missing:
        workbook(answer())
    assert [each.code for each in missing.value.faults] == ["missing_extra"]
    assert not isinstance(missing.value, InvalidPolicy)
