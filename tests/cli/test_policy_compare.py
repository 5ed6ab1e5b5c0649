"""`policy compare`: two policies on a table of enterprises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run_command

ROOT = Path(__file__).parents[2]
ASKED = (
    *("policy", "compare", "zhanjiang-bse-2023-illustrative"),
    *(str(ROOT / "examples" / "my-stages.toml"), str(ROOT / "examples" / "enterprises.csv")),
    *("--as-of", "2025-12-31"),
)


def test_text(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts, totals by award, who loses and by which item of the amendment."""
    assert run_command(monkeypatch, *ASKED) == 0
    told = capsys.readouterr().out
    assert "0 gain, 3 lose, 4 stay the same, 1 cannot be determined yet." in told
    assert "500,000.00 yuan -> 300,000.00 yuan (-200,000.00)" in told
    assert "1,000,000.00 yuan -> 0.00 yuan - by item 4 below" in told
    assert '4. In "Reward for filing tutoring for the BSE", the amount' in told


def test_chinese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in Chinese."""
    assert run_command(monkeypatch, *ASKED, "--lang", "zh") == 0
    assert "增加 0 家，减少 3 家，不变 4 家，尚不能确定 1 家。" in capsys.readouterr().out


def test_json(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole comparison, amounts as text."""
    assert run_command(monkeypatch, *ASKED, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["policies"] == ["zhanjiang-bse-2023-illustrative", "our-county-2024"]
    assert [each["effect"] for each in told["enterprises"]].count("loses") == 3
    assert told["awards"][1]["difference"] == "-200000.00"


def test_a_bad_row_is_told_and_left_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are compared, and the exit status is 1."""
    messy = str(ROOT / "examples" / "messy-gb18030.csv")
    assert run_command(monkeypatch, *ASKED[:4], messy, *ASKED[5:]) == 1
    shown = capsys.readouterr()
    assert "messy-gb18030.csv, row" in shown.err
    assert "BY AWARD" in shown.out


def test_columns_of_another_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Are read by a map, as in every command over cases."""
    table, mapped = tmp_path / "a.csv", tmp_path / "map.toml"
    table.write_text("企业名称,三板挂牌\n示例甲公司,2023-09-15\n", encoding="utf-8")
    mapped.write_text('[read]\n"三板挂牌" = "neeq_listed"\n', encoding="utf-8")
    words = (*ASKED[:4], str(table), *ASKED[5:])
    assert run_command(monkeypatch, *words) == 2
    assert "三板挂牌" in capsys.readouterr().err
    assert run_command(monkeypatch, *words, "--columns", str(mapped)) == 0
    assert "0 gain, 0 lose, 1 stay the same" in capsys.readouterr().out


def test_an_unknown_policy(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, and exit status 2."""
    assert run_command(monkeypatch, *ASKED[:2], "zhanjiang-bse-2024", *ASKED[3:]) == 2
    assert "did you mean 'zhanjiang-bse-2023'?" in capsys.readouterr().err


def test_columns_of_both(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A table may have a column that only one of the policies knows."""
    pilot = tmp_path / "pilot.toml"
    pilot.write_text(
        'id = "pilot"\nextends = "zhanjiang-bse-2023-illustrative"\n'
        '[document]\ntitle = "t"\nissuer = "i"\n'
        '[flags]\npilot = { zh = "试点企业", en = "Pilot" }\n'
        '[conditions]\npilot = { flag = "pilot", assumed = "a test" }\n'
        '[[awards]]\nid = "neeq_listed"\nneeds = ["eligible", "pilot"]\n',
        encoding="utf-8",
    )
    table = tmp_path / "t.csv"
    table.write_text(
        "企业名称,新三板挂牌日期,试点企业\n示例甲公司,2023-09-15,否\n示例乙公司,2023-09-15,是\n",
        encoding="utf-8",
    )
    asked = ("policy", "compare", "zhanjiang-bse-2023-illustrative", str(pilot), str(table))
    assert run_command(monkeypatch, *asked, "--as-of", "2025-12-31") == 0
    told = capsys.readouterr().out
    assert "0 gain, 1 lose, 1 stay the same, 0 cannot be determined yet." in told
    assert "- 示例甲公司: 500,000.00 yuan -> 0.00 yuan (-500,000.00)" in told
