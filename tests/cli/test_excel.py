"""Workbooks through every command that reads cases, and the form that `template` writes."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest
from command import run_command
from files.test_xlsx import POLICY

from listing_rewards import Assessment
from listing_rewards.files.reading import read_rows
from listing_rewards.files.writing.template import template

EXAMPLES = Path(__file__).parents[2] / "examples"
APPLICATIONS = EXAMPLES / "applications.xlsx"
ASKED = ("--policy", POLICY.id, "--as-of", "2025-12-31")
ONE = ("--enterprise", "示例丙生物科技有限公司")


def test_the_example_is_what_its_script_writes(tmp_path: Path) -> None:
    """Read row by row, as bytes depend on the library."""
    book = runpy.run_path(str(EXAMPLES / "build_applications.py"))["applications"]()
    book.save(tmp_path / "applications.xlsx")
    ours, theirs = (
        [(row.number, row.case, row.aside) for row in read_rows(str(path), POLICY)]
        for path in (APPLICATIONS, tmp_path / "applications.xlsx")
    )
    assert ours == theirs


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    """The form, in the language asked for."""
    out = tmp_path / "form.xlsx"
    words = ("template", "-p", POLICY.id, "-o", out, "--lang", lang)
    assert run_command(monkeypatch, *words) == 0
    assert out.read_bytes() == template(POLICY, "zh" if lang == "zh" else "en")


def test_template_does_not_overwrite_its_policy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the pen."""
    policy = tmp_path / "mine.toml"
    policy.write_bytes((EXAMPLES / "my-stages.toml").read_bytes())
    assert run_command(monkeypatch, "template", "-p", policy, "-o", policy) == 2
    assert "overwrite" in capsys.readouterr().err


def test_assess(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """2% of 3,000,000 + 1,200,000 + 355,000; 2,000,000 less the 500,000 that were paid."""
    assert run_command(monkeypatch, "assess", APPLICATIONS, *ASKED) == 1
    out, err = capsys.readouterr()
    answers = [Assessment.model_validate_json(line) for line in out.splitlines()]
    assert [str(each.payable) for each in answers] == ["1500000.00", "91100.00"]
    assert "申报表!L8" in err
    assert "3 rows read: 2 assessed (0 not determined), 1 with faults." in err
    assert "lines not read, since they are no enterprises: " in err


def test_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the name does not tell."""
    with APPLICATIONS.open("rb") as raw:

        class Input:
            """What stands on standard input."""

            buffer = raw

        monkeypatch.setattr("sys.stdin", Input)
        words = ("assess", "-", *ASKED, "--input-format", "xlsx")
        assert run_command(monkeypatch, *words) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_explain(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One of its enterprises."""
    assert run_command(monkeypatch, "explain", APPLICATIONS, *ASKED, *ONE) == 1
    assert "91,100.00" in capsys.readouterr().out


@pytest.mark.parametrize(("command", "name"), [("report", "out.html"), ("workbook", "out.xlsx")])
def test_report_and_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    """Of one enterprise; the row with a fault is reported."""
    out = tmp_path / name
    words = (command, APPLICATIONS, *ASKED, *ONE, "-o", out)
    assert run_command(monkeypatch, *words) in {0, 1}
    assert out.stat().st_size > 1000


def test_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer, which verifies."""
    out = tmp_path / "records.jsonl"
    assert run_command(monkeypatch, "record", APPLICATIONS, *ASKED, "-o", out) == 1
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2
    assert run_command(monkeypatch, "verify", out) == 0


def test_reconcile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cases from one workbook, the ledger from a sheet of the same kind in it."""
    faults = tmp_path / "faults.jsonl"
    words = ("reconcile", APPLICATIONS, APPLICATIONS, *ASKED, "--faults", faults)
    assert run_command(monkeypatch, *words, "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["totals"]["paid"] == "500000.00"
    (fault,) = [json.loads(line) for line in faults.read_text("utf-8").splitlines()]
    assert (fault["code"], fault["sheet"], fault["cell"]) == ("not_a_date", "申报表", "L8")
