"""The command `report`: one enterprise's page, whole or not at all."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import Case, assess, load_policy, record
from listing_rewards.report.page import compose, page

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = ("--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31")
CASE = EXAMPLES / "cases" / "01-full-ladder.json"
TABLE = EXAMPLES / "enterprises.csv"
WHO = "示例庚电子股份有限公司"


def expected(lang: str) -> str:
    """The page of the example case."""
    case = Case.model_validate_json(CASE.read_text(encoding="utf-8"))
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    answer = assess(case, policy, as_of=date(2025, 12, 31))
    return page(answer, "zh" if lang == "zh" else "en", digest=record(answer).digests.record)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_of_a_case(
    lang: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Written to a file, or printed; nothing else is said."""
    target = tmp_path / "report.html"
    assert run_command(monkeypatch, "report", CASE, *ASKED, "-o", target, "--lang", lang) == 0
    assert target.read_text(encoding="utf-8") == expected(lang)
    assert run_command(monkeypatch, "report", CASE, *ASKED, "-o", "-", "--lang", lang) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (expected(lang), "")


@pytest.mark.parametrize("who", [WHO, "91440800MA00000071"])
def test_one_enterprise_of_a_table(
    who: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name or by credit code."""
    assert run_command(monkeypatch, "report", TABLE, *ASKED, "--enterprise", who) == 0
    assert f"<title>Listing rewards: {WHO}</title>" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "there are 8 cases here, and a report or workbook is of one"),
     ("zh", "共有 8 个案例，而核算表、工作簿只针对一家企业")],
)  # fmt: skip
def test_several_enterprises(
    lang: str,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The option is named, and the names there are; no file is written."""
    target = tmp_path / "report.html"
    words = (*ASKED, "-o", target, "--lang", lang)
    assert run_command(monkeypatch, "report", TABLE, *words) == 2
    err = capsys.readouterr().err
    assert said in err
    assert WHO in err
    assert list(tmp_path.iterdir()) == []


def test_an_enterprise_that_is_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest name is reported."""
    words = (*ASKED, "-e", "示例庚电子有限公司")
    assert run_command(monkeypatch, "report", TABLE, *words) == 2
    assert f"did you mean '{WHO}'?" in capsys.readouterr().err


def test_an_enterprise_that_is_there_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which of them is meant is unknown, and neither is assessed."""
    twice = tmp_path / "twice.json"
    case = json.loads(CASE.read_text(encoding="utf-8"))
    twice.write_text(json.dumps([case, case]), encoding="utf-8")
    words = (*ASKED, "-e", case["enterprise"]["name"])
    assert run_command(monkeypatch, "report", twice, *words) == 1
    assert "stands in more than one row" in capsys.readouterr().err


def test_a_case_with_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told, exit status 1, and what was there before is still there."""
    bad, target = tmp_path / "bad.json", tmp_path / "report.html"
    bad.write_text('{"enterprise": {"name": "示例"}, "flags": {"eligble": true}}', encoding="utf-8")
    target.write_text("before", encoding="utf-8")
    assert run_command(monkeypatch, "report", bad, *ASKED, "-o", target) == 1
    assert "did you mean 'eligible'?" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "before"


def test_a_bad_row_beside_the_one_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is written; rows that cannot be read are reported, since they could be anybody's."""
    target = tmp_path / "report.html"
    words = (*ASKED, "-e", WHO, "-o", target)
    assert run_command(monkeypatch, "report", EXAMPLES / "messy-gb18030.csv", *words) == 1
    assert WHO in target.read_text(encoding="utf-8")
    assert "row 6" in capsys.readouterr().err


def test_the_input_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that is one of the inputs is refused, the second tables included."""
    case = tmp_path / "case.json"
    case.write_bytes(CASE.read_bytes())
    assert run_command(monkeypatch, "report", case, *ASKED, "-o", case) == 2
    assert "would overwrite what is read" in capsys.readouterr().err
    assert case.read_bytes() == CASE.read_bytes()
    events = tmp_path / "events.csv"
    events.write_bytes((EXAMPLES / "events.csv").read_bytes())
    words = (*ASKED, "--events", events, "-o", events)
    assert run_command(monkeypatch, "report", TABLE, *words) == 2
    assert "would overwrite what is read" in capsys.readouterr().err


def test_without_its_extra(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence that names the extra, and no file."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    compose.environment.cache_clear()
    target = tmp_path / "report.html"
    assert run_command(monkeypatch, "report", CASE, *ASKED, "-o", target) == 2
    assert 'pip install "listing-rewards[report]"' in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
