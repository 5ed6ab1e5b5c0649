"""`reconcile`: a ledger checked against what is due."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command import run_command
from rich.cells import cell_len

from listing_rewards.audit.ledger import Finding, Reconciliation

LEDGER = Path(__file__).parents[2] / "examples" / "ledger"
CASES, PAYMENTS = str(LEDGER / "cases.csv"), str(LEDGER / "payments.csv")
UNDER = (
    *("--policy", str(LEDGER / "policy.toml"), "--as-of", "2025-12-31"),
    *("--other-policy", "shili-2019"),
)
SUMMARY = "29 lines, 0 of them unread. 21 findings; 5,060,000.00 yuan"


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def test_the_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A row a finding within 100 columns, totals that add up, and why."""
    assert run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER) == 1
    shown = capsys.readouterr()
    table, _, why = shown.out.partition("WHY\n")
    assert all(cell_len(line) <= 100 for line in table.splitlines())
    assert table.startswith("Policy: Shili City: rewards for listing (shili-2023), People's")
    first = table.splitlines()[5].split()
    assert first == [
        "1", "16", "示例壬医疗股份有限公司", "BSE", "listing", "before", "it", "was", "due",
        "2,700,000.00",
    ]  # fmt: skip
    assert "= paid in the ledger                     20,140,000.00" in table
    assert why.startswith("1. Nothing is due: one full year from 2024-01-10")
    assert (
        "- row 26, 示例甲重工股份有限公司, Share reform, 2026-02-03, 200,000.00 yuan: Dated" in why
    )
    assert SUMMARY in shown.err


def test_chinese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in Chinese."""
    assert run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER, "--lang", "zh") == 1
    shown = capsys.readouterr()
    assert "示例乙光电股份有限公司   新三板挂牌奖励     重复发放" in shown.out
    assert "发现21项，多付5,060,000.00元。" in shown.err


def test_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole, that can be read again; the findings one a line."""
    target = tmp_path / "found.json"
    assert run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER, "-o", target) == 1
    whole = Reconciliation.model_validate_json(target.read_text(encoding="utf-8"))
    assert len(whole.findings) == 21
    run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER, "--format", "jsonl")
    lines = capsys.readouterr().out.splitlines()
    assert tuple(map(Finding.model_validate_json, lines)) == whole.findings


def test_as_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row a finding, amounts as digits, the reason in words."""
    target = tmp_path / "found.csv"
    assert run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER, "-o", target) == 1
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 21
    twice = next(row for row in rows if row["kind"] == "paid_twice")
    assert (twice["rows"], twice["references"], twice["amount"]) == ("6", "示例-0005", "500000.00")
    assert (twice["beyond"], twice["clause"]) == ("yes", "article 4")
    split = next(row for row in rows if row["kind"] == "shares_split")
    assert split["levels"] == "city 40000.00;county 20000.00"
    unknown = next(row for row in rows if row["kind"] == "undecided")
    assert (unknown["amount"], unknown["amount_at_most"]) == ("0.00", "500000.00")
    assert unknown["needs"] == "local"


def test_as_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the suffix."""
    target = tmp_path / "found.xlsx"
    assert run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER, "-o", target) == 1
    assert target.read_bytes()[:2] == b"PK"


def test_nothing_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit status 0, and it says so."""
    cases, paid = tmp_path / "cases.csv", tmp_path / "paid.csv"
    cases.write_text(
        "企业名称,在本市注册,新三板挂牌日期\n示例公司,是,2023-05-10\n", encoding="utf-8"
    )
    paid.write_text(
        "企业名称,奖励项目,日期,金额（万元）\n示例公司,新三板挂牌奖励,2023-06-01,50\n",
        encoding="utf-8",
    )
    assert run_command(monkeypatch, "reconcile", cases, paid, *UNDER) == 0
    shown = capsys.readouterr()
    assert "\nNo findings.\n" in shown.out
    assert "1 lines, 0 of them unread. 0 findings; 0.00 yuan" in shown.err


def test_faults_are_told_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With file, row and column, also in a file of their own; exit status 1."""
    paid, faults = tmp_path / "paid.csv", tmp_path / "faults.jsonl"
    paid.write_text(
        "企业名称,奖励项目,日期,金额（万元）\n"
        "示例甲重工股份有限公司,新三板挂牌奖励,2023-07-05,50\n"
        "示例甲重工股份有限公司,新三板挂牌奖励,去年,50\n",
        encoding="utf-8",
    )
    asked = ("reconcile", CASES, paid, *UNDER, "--faults", faults)
    assert run_command(monkeypatch, *asked) == 1
    shown = capsys.readouterr()
    assert f"{paid}, row 3, column 日期: '去年'" in shown.err
    assert f"{CASES}, row 18, column 北交所上市日期" in shown.err
    assert "2 lines, 1 of them unread." in shown.err
    told = [json.loads(each) for each in faults.read_text(encoding="utf-8").splitlines()]
    assert [(each["code"], each["row"]) for each in told] == [
        ("impossible_order", 18),
        ("not_a_date", 3),
    ]


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (("--format", "table", "-o", "x.txt"), "a table is for the screen"),
        (("-o", "x.doc"), "the format '.doc' is not known"),
        (("-o", PAYMENTS), "the output would overwrite what is read"),
        (("--events", "nowhere.csv"), "this file cannot be read"),
    ],
)
def test_unusable(
    rest: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit status 2, one sentence, nothing written."""
    before = Path(PAYMENTS).read_bytes()
    assert run_command(monkeypatch, "reconcile", CASES, PAYMENTS, *UNDER, *rest) == 2
    assert said in capsys.readouterr().err
    assert Path(PAYMENTS).read_bytes() == before


def test_two_cases_of_one_enterprise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither case is compared: a cap would hold twice."""
    cases = tmp_path / "cases.csv"
    cases.write_text("企业名称\n示例公司\n示例公司\n", encoding="utf-8")
    assert run_command(monkeypatch, "reconcile", cases, PAYMENTS, *UNDER) == 1
    assert capsys.readouterr().err.count("stands in more than one row") == 2


def test_amounts_are_whole_on_a_narrow_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was paid, what came back and what is left, in 80 columns: no amount is cut."""
    monkeypatch.setenv("COLUMNS", "80")
    ledger = tmp_path / "paid.csv"
    name = "示例乙光电股份有限公司"
    ledger.write_text(
        f"企业名称,奖励项目,日期,金额（元）\n{name},新三板挂牌奖励,2023-08-01,1234567890.12\n"
        f"{name},新三板挂牌奖励,2023-09-01,-1\n",
        encoding="utf-8",
    )
    assert run_command(monkeypatch, "reconcile", CASES, str(ledger), *UNDER) == 1
    shown = capsys.readouterr().out
    (line,) = (each for each in shown.splitlines() if each.split()[:1] == ["shili-2023"])
    assert line.split()[1:] == ["1,234,567,890.12", "1.00", "1,234,567,889.12"]
