"""The workbook: what stands on its sheets, and what its formulas come to."""

from __future__ import annotations

import builtins
import io
import re
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from audit.small import case, held, line, policy
from audit.test_planted import LINES, WENT, found_in
from listing_rewards import InvalidCase, ListingRewardsError
from listing_rewards.audit.ledger import Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.audit.ledger.workbook import workbook
from listing_rewards.errors import Lang, fault

Cells = dict[str, list[list[Any]]]
_RANGE = (
    r"(?:'(?P<sheet>[^']+)'!)?\$?(?P<from>[A-Z]+)\$?(?P<top>\d+):\$?(?P<to>[A-Z]+)\$?(?P<end>\d+)"
)


def cells_of(content: bytes) -> Cells:
    """Every cell of every sheet, row by row; amounts exact, formulas as they are written."""
    book = load_workbook(io.BytesIO(content))
    return {
        page.title: [
            [Decimal(str(v)) if isinstance(v, int | float) else v for v in row]
            for row in page.iter_rows(values_only=True)
        ]
        for page in book.worksheets
    }


class Sums:
    """Works out the few formulas that the workbook uses."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def value(self, sheet: str, formula: str) -> Decimal:
        """What a formula on a sheet comes to."""
        text = formula.removeprefix("=").removeprefix("ROUND(").removesuffix(",2)")
        text = re.sub(
            rf'SUMIF\({_RANGE},"(?P<key>[^"]+)",(?P<other>[^)]+)\)', self._if(sheet), text
        )
        text = re.sub(rf"SUM\({_RANGE}\)", lambda m: str(self._sum(sheet, m)), text)
        text = re.sub(r"\b([A-Z]+)(\d+)\b", lambda m: str(self._one(sheet, m)), text)
        first, *others = text.split("-")
        return Decimal(first) - sum(map(Decimal, others), Decimal(0))

    def _one(self, sheet: str, match: re.Match[str]) -> Decimal:
        column, row, *_ = range_boundaries(match[0])
        assert column is not None
        assert row is not None
        return self._number(sheet, self.cells[sheet][int(row) - 1][int(column) - 1])

    def _number(self, sheet: str, value: Any) -> Decimal:
        if isinstance(value, str) and value.startswith("="):
            return self.value(sheet, value)
        return value if isinstance(value, Decimal) else Decimal(0)

    def _column(self, sheet: str, match: Mapping[str, str]) -> list[Any]:
        sheet = match["sheet"] or sheet
        bounds = range_boundaries(f"{match['from']}{match['top']}:{match['to']}{match['end']}")
        left, top, right, bottom = (int(each or 0) for each in bounds)
        rows = self.cells[sheet][top - 1 : bottom]
        return [value for row in rows for value in row[left - 1 : right]]

    def _sum(self, sheet: str, match: re.Match[str]) -> Decimal:
        values = self._column(sheet, match.groupdict())
        return sum((self._number(match["sheet"] or sheet, each) for each in values), Decimal(0))

    def _if(self, sheet: str) -> Callable[[re.Match[str]], str]:
        def value(match: re.Match[str]) -> str:
            other = re.fullmatch(_RANGE, match["other"])
            assert other is not None
            keys = self._column(sheet, match.groupdict())
            amounts = self._column(sheet, other.groupdict())
            chosen = (v for k, v in zip(keys, amounts, strict=True) if k == match["key"])
            return str(sum(chosen, Decimal(0)))

        return value


def totals_of(found: Reconciliation) -> list[tuple[str, Decimal]]:
    """The sheet of totals, its formulas computed."""
    cells = cells_of(workbook(found))
    sums = Sums(cells)
    return [(name, sums.value("Totals", formula)) for _, name, formula in cells["Totals"][1:]]


def test_the_totals_are_sums_and_the_differences_nothing() -> None:
    """Computed from the other sheets, they are what the totals say."""
    found = found_in(LINES)
    totals = totals_of(found)
    assert [amount for _, amount in totals[: len(WENT)]] == [
        part.amount for part in found.totals.parts
    ]
    named = dict(totals)
    assert named["paid in the ledger"] == found.totals.paid
    assert named["beyond what is due, by the findings"] == found.totals.beyond
    assert named["entitled, at most"] == found.totals.account.entitled.at_most
    differences = [amount for name, amount in totals if name.startswith("difference")]
    assert differences == [0, 0, 0, 0]


def test_no_two_rows_of_the_totals_read_alike() -> None:
    """Each says of which part it is; each difference says what is taken from what."""
    signs: dict[Lang, str] = {"en": "difference (must be 0): ", "zh": "差额（应为0）："}
    for lang, difference in signs.items():
        cells = cells_of(workbook(found_in(LINES), lang))
        rows = [tuple(row[:2]) for row in list(cells.values())[-1][1:]]
        assert len(set(rows)) == len(rows)
        assert all(all(row) for row in rows)
        told = [name for _, name in rows if name.startswith(difference[:4])]
        assert len(told) == 4
        assert all(name.startswith(difference) and name != difference for name in told)


def test_what_it_is_about_stands_first() -> None:
    """The policy, who issued it, the day, every note, and every line that was left out."""
    found = found_in(LINES)
    wrong = fault("not_a_date", "去年").at(file="paid.csv", row=3, column="日期")
    for words in (Sentences(found, "en"), Sentences(found, "zh")):
        lang = words.lang
        cells = cells_of(workbook(found, lang, [wrong]))
        said = [row[1] for row in next(iter(cells.values()))]
        assert {words.policy, words.issuer, found.policy.id, found.version} <= set(said)
        assert wrong.sentence(lang) in said
        assert [text for text in said if text in map(words.noted, found.notes)] == [
            words.noted(note) for note in found.notes
        ]
        assert [each.date() for each in said if isinstance(each, datetime)] == [found.as_of]
        assert len(found.entries) in said


def test_each_line_of_the_ledger_is_divided_up() -> None:
    """One row a line, and no yuan is left over."""
    cells = cells_of(workbook(found_in(LINES)))
    sums = Sums(cells)
    assert len(cells["Ledger"]) == len(LINES) + 1
    for row in cells["Ledger"][1:]:
        assert sums.value("Ledger", row[-1]) == 0


def test_without_a_limit_the_upper_end_is_left_out() -> None:
    """An amount that the policy does not give has no upper end to add up."""
    unknown = policy(listed={"amount": {"clause": "c", "unknown": "not given"}})
    names = [
        name for name, _ in totals_of(held(line("listed", "2024-04-01", "8.00"), under=unknown))
    ]
    assert "entitled, at least" in names
    assert "entitled, at most" not in names


def test_an_empty_ledger() -> None:
    """Sheets of headers, totals of nothing."""
    found = held(about=case(events=[]))
    assert all(amount == 0 for _, amount in totals_of(found))


def test_no_text_becomes_a_formula() -> None:
    """What a ledger says stays text; a control sign is shown as one that cannot be."""
    for name in ("=1+1", "+1", "-1", "@SUM(A1)", "示例\x07公司"):
        found = held(line("filed", "2023-04-01", "40.00", name=name, reference=name))
        book = load_workbook(io.BytesIO(workbook(found)))
        for page in book.worksheets[1:3]:
            for row in page.iter_rows(min_row=2):
                for cell in row:
                    if isinstance(cell.value, str) and cell.value == name.replace("\x07", "\ufffd"):
                        assert cell.data_type == "s"
                        assert bool(cell.quotePrefix) == (name[0] in "=+-@")
                        break
                else:
                    continue
                break
            else:
                pytest.fail(f"{name!r} is not on {page.title}")


def test_how_it_looks() -> None:
    """Five sheets, headers frozen, money with two decimals, days as days."""
    book = load_workbook(io.BytesIO(workbook(found_in(LINES), "zh")))
    assert book.sheetnames == ["概况", "发现", "台账", "核定与已付", "合计"]
    for page in book.worksheets:
        assert page.freeze_panes == "A2"
        assert all(each.width and each.width >= 10 for each in page.column_dimensions.values())
    ledger = book["台账"]
    assert ledger["H2"].number_format.endswith("#,##0.00")
    assert ledger["G2"].number_format.endswith("yyyy-mm-dd")
    assert ledger["H1"].value == "金额（元）"


def test_the_same_ledger_gives_the_same_bytes() -> None:
    """No time of saving stands in the file, neither of its parts nor in them."""
    content = workbook(found_in(LINES))
    assert content == workbook(found_in(LINES))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        day = found_in(LINES).as_of.isoformat().encode()
        assert parts.read("docProps/core.xml").count(day + b"T00:00:00Z") == 2


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence that names the extra."""
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("openpyxl"):
            raise ModuleNotFoundError(name=name)
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "listing_rewards.files.spreadsheet.tables", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ListingRewardsError) as missing:
        workbook(held())
    assert [each.code for each in missing.value.faults] == ["missing_extra"]
    assert not isinstance(missing.value, InvalidCase)
