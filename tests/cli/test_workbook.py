"""The command `workbook`: one enterprise's workbook, whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import Case, assess, load_policy
from listing_rewards.engines.sheet import workbook

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = ("--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31")
CASE = EXAMPLES / "cases" / "01-full-ladder.json"
TABLE = EXAMPLES / "enterprises.csv"


def test_the_workbook_of_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file holds what the function answers, in the language asked for."""
    target = tmp_path / "audit.xlsx"
    assert run_command(monkeypatch, "workbook", CASE, *ASKED, "-o", target, "--lang", "zh") == 0
    case = Case.model_validate_json(CASE.read_text(encoding="utf-8"))
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    answer = assess(case, policy, as_of=date(2025, 12, 31))
    assert target.read_bytes() == workbook(answer, lang="zh")


def test_one_of_a_table_has_to_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise one sentence says how, and no file is left behind."""
    target = tmp_path / "audit.xlsx"
    assert run_command(monkeypatch, "workbook", TABLE, *ASKED, "-o", target) == 2
    assert "name it with --enterprise" in capsys.readouterr().err
    assert not target.exists()
    who = "91440800MA00000071"
    assert run_command(monkeypatch, "workbook", TABLE, *ASKED, "-e", who, "-o", target) == 0
    assert target.read_bytes()[:2] == b"PK"


def test_it_does_not_destroy_what_it_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that is the input is refused."""
    table = tmp_path / "cases.csv"
    table.write_bytes(TABLE.read_bytes())
    assert run_command(monkeypatch, "workbook", table, *ASKED, "-o", table) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert table.read_bytes() == TABLE.read_bytes()
