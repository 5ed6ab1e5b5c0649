"""Working papers: a form per finding, what to check, a sample that anybody can draw again."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from command import run_command
from openpyxl import load_workbook

from audit.small import case, held, line, policy
from audit.test_planted import LINES, found_in
from listing_rewards.audit.ledger.papers import FINDINGS, headers, working_papers
from listing_rewards.audit.ledger.to_check import by_yuan, sample, to_check
from listing_rewards.errors import Lang

LEDGER = Path(__file__).parents[2] / "examples" / "ledger"


def test_ranked_by_the_yuan_at_stake() -> None:
    """The most first; without a known limit before all."""
    found = found_in(LINES)
    most = [found.findings[number].amount.at_most for number in by_yuan(found)]
    assert sorted(most, key=lambda each: -(each or Decimal(0))) == most
    assert most[0] == Decimal("2700000.00")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_form_per_finding(lang: Lang) -> None:
    """Each with facts, standard in the clause's words, amount, evidence, and room to sign."""
    found = found_in(LINES)
    book = load_workbook(io.BytesIO(working_papers(found, lang, size=3, seed="2026-01")))
    overview, forms, checks, drawn = book.worksheets
    assert [cell.value for cell in overview[1]] == headers(lang)
    assert overview.max_row == len(found.findings) + 1
    written = [cell.value for row in forms.iter_rows() for cell in row if cell.value is not None]
    labels = {
        "en": ("audit of", "facts", "standard", "evidence", "prepared by", "reviewed by",
               "opinion of the audited", "signature and seal"),
        "zh": ("项目名称", "事实摘要", "定性依据", "证据", "编制人", "复核人", "被审计单位意见",
               "签字（盖章）"),
    }[lang]  # fmt: skip
    for label in labels:
        assert written.count(label) == len(found.findings)
    assert len(forms.row_breaks.brk) == len(found.findings)
    assert {"en": "NEEQ listing", "zh": "新三板挂牌奖励"}[lang] in written
    assert checks.max_row > 1
    assert drawn.max_row == 4


def test_a_paper_names_what_there_is() -> None:
    """What is unpaid has no line of the ledger, so that its paper names no row, voucher or day."""
    found = found_in(LINES)
    book = load_workbook(io.BytesIO(working_papers(found, "zh", size=0, seed="2026-01")))
    forms = book.worksheets[1]
    sources = [row[1].value for row in forms.iter_rows() if row[0].value == "证据"]
    assert sum(each == f"截至{found.as_of}计算" for each in sources) == len(found.of("unpaid"))
    assert not [each for each in sources if "台账第行" in str(each) or "：；" in str(each)]


def test_the_same_bytes_and_no_formula() -> None:
    """A voucher that looks like a formula stays text."""
    found = held(line("listed", "2024-04-01", "90.00", reference="=1+1", row=2))
    content = working_papers(found, "zh")
    assert content == working_papers(found, "zh")
    book = load_workbook(io.BytesIO(content))
    assert all(
        cell.data_type != "f"
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
    )


def test_what_to_check() -> None:
    """A day near a boundary, an assumed number, and the yuan that hang on each."""
    assumed = {"fixed": "40.00", "assumed": {"zh": "假定的理由", "en": "why it is assumed"}}
    found = held(
        under=policy(filed={"amount": assumed}),
        about=case(events=[{"kind": "filed", "on": "2023-01-05"}]),
    )
    told = [(each.reason, each.award, each.yuan, each.days) for each in to_check(found)]
    assert ("near_day", "filed", Decimal("40.00"), 4) in told
    assert ("assumed", "filed", Decimal("40.00"), None) in told
    later = held(about=case(events=[{"kind": "filed", "on": "2023-06-05"}]))
    assert "near_day" not in {each.reason for each in to_check(later)}


def test_the_sample() -> None:
    """The same seed draws the same lines, another one others, and never one with a finding."""
    found = found_in(LINES)
    first = sample(found, 4, "2026-01")
    assert first == sample(found, 4, "2026-01")
    assert len(first) == 4
    assert any(sample(found, 4, str(seed)) != first for seed in range(5))
    wrong = {line.row for each in found.findings for line in each.lines}
    every = sample(found, 1000, "x")
    assert {entry.line.row for entry in every}.isdisjoint(wrong)
    assert len(every) == len({entry.line.row for entry in found.entries} - wrong)


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--papers` as a workbook, and as a CSV with payment day, titles and Chinese headers."""
    words = (
        "reconcile", LEDGER / "cases.csv", LEDGER / "payments.csv", "-p", LEDGER / "policy.toml",
        "--as-of", "2025-12-31", "--other-policy", "shili-2019", "--lang", "zh",
    )  # fmt: skip
    book, table = tmp_path / "papers.xlsx", tmp_path / "findings.csv"
    assert run_command(monkeypatch, *words, "--papers", book, "--sample", "5", "--seed", "1") == 1
    assert len(load_workbook(book).worksheets) == 4
    assert run_command(monkeypatch, *words, "--papers", table) == 1
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 21
    assert list(rows[0]) == [
        "序号", "发现", "是否多付", "企业名称", "统一社会信用代码", "奖励项目", "支付日期",
        "凭证号", "台账行号", "金额（元）", "至多（元）", "事实", "依据条款", "条款原文",
        "佐证材料",
    ]  # fmt: skip
    assert (rows[0]["奖励项目"], rows[0]["支付日期"]) == ("北交所上市奖励", "2025-02-10")
    assert run_command(monkeypatch, *words, "--papers", tmp_path / "papers.txt") == 2
    assert len(FINDINGS) == 15
    capsys.readouterr()
