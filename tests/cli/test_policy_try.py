"""`policy cases` writes cases beside the numbers; `policy try` compares what was filled in."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from command import run_command

ROOT = Path(__file__).parents[2]
POLICY = ROOT / "examples" / "policies" / "guangzhou-2023.toml"


def test_written_filled_in_and_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is filled in at first; then one amount is right, and one is not."""
    file = tmp_path / "cases.toml"
    assert run_command(monkeypatch, "policy", "cases", POLICY, "-o", file) == 0
    text = file.read_text(encoding="utf-8")
    written = tomllib.loads(text)
    assert {each["expected"] for each in written["case"]} == {""}
    assert run_command(monkeypatch, "policy", "try", file) == 0
    assert f"共{len(written['case'])}个案例，已填写0个" in capsys.readouterr().out

    right = text.replace('expected = ""', 'expected = "300万元"', 1)
    file.write_text(right, encoding="utf-8")
    assert run_command(monkeypatch, "policy", "try", file) == 0
    assert "已填写1个，其中0个不一致" in capsys.readouterr().out

    file.write_text(right.replace('expected = ""', 'expected = "300万元"', 1), encoding="utf-8")
    assert run_command(monkeypatch, "policy", "try", file, "--lang", "en") == 1
    said = capsys.readouterr().out
    assert "case 2, " in said
    assert "expected 300万元, the library says 0.00元" in said
    assert said.endswith("2 filled in, 1 of them different.\n")


def test_what_changed_since(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that was edited says something else of the cases that it touches."""
    document = tmp_path / "mine.toml"
    document.write_text(POLICY.read_text(encoding="utf-8"), encoding="utf-8")
    file = tmp_path / "cases.toml"
    assert run_command(monkeypatch, "policy", "cases", document, "-o", file) == 0
    assert 'policy = "mine.toml"' in file.read_text(encoding="utf-8")
    edited = document.read_text(encoding="utf-8").replace('fixed = "400万元"', 'fixed = "450万元"')
    document.write_text(edited, encoding="utf-8")
    capsys.readouterr()
    assert run_command(monkeypatch, "policy", "try", file) == 1
    assert "本库原为4,000,000.00元，现为4,500,000.00元" in capsys.readouterr().out


def test_to_standard_output(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file to write; a shipped policy by its id, in English."""
    words = ("policy", "cases", "zhanjiang-bse-2023-illustrative", "--lang", "en")
    assert run_command(monkeypatch, *words) == 0
    written = tomllib.loads(capsys.readouterr().out)
    assert written["policy"] == "zhanjiang-bse-2023-illustrative"
    assert "regional_financing: regional_financing is not stated" in {
        each["about"] for each in written["case"]
    }


def test_figures_in_their_units(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Percentages with their sign, counts without a unit; every case is read back."""
    file = tmp_path / "cases.toml"
    everything = ROOT / "tests" / "catalogue" / "everything.toml"
    assert run_command(monkeypatch, "policy", "cases", everything, "-o", file) == 0
    text = file.read_text(encoding="utf-8")
    assert 'research_share = "3%"' in text or "%" in text
    capsys.readouterr()
    assert run_command(monkeypatch, "policy", "try", file) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('policy = "none.toml"\n[[case]]\nabout = "x"\nas_of = 2024-01-01\n', "none.toml"),
        ("[[case]]\n", "policy"),
        ("policy = “x”\n", "直引号"),
        (
            'policy = "zhanjiang-bse-2023"\n[[case]]\nabout = "x"\nas_of = 2024-01-01\n'
            'expected = "50"\n',
            "case[0].expected",
        ),
    ],
)
def test_what_cannot_be_tried(
    text: str,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No such policy, no policy, no TOML, no unit: one sentence, and status 2."""
    file = tmp_path / "cases.toml"
    file.write_text(text, encoding="utf-8")
    assert run_command(monkeypatch, "policy", "try", file) == 2
    assert said in capsys.readouterr().err


def test_nothing_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was filled in by hand stays."""
    file = tmp_path / "cases.toml"
    file.write_text("filled in", encoding="utf-8")
    assert run_command(monkeypatch, "policy", "cases", POLICY, "-o", file) == 2
    assert file.read_text(encoding="utf-8") == "filled in"
    assert str(file) in capsys.readouterr().err
