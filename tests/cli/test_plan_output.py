"""What the commands of the plan can write; anything else is refused before a file is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run_command

EXAMPLES = Path(__file__).parents[2] / "examples"
CITY = str(EXAMPLES / "city" / "enterprises.csv")
POLICY = ("--policy", "zhanjiang-bse-2023-illustrative")
STANDARD = ("--standard", "bse-listing")
DAY = ("--as-of", "2026-05-10")
PERIOD = ("--from", "2026-05-10", "--to", "2026-12-31")
PLANNED = ("--planned", str(EXAMPLES / "city" / "planned.csv"))
WITHOUT_A_PAGE = {
    "screen": (CITY, *STANDARD),
    "calendar": (CITY, *POLICY, *PERIOD),
    "outlook": (CITY, *POLICY, *PLANNED),
    "together": (
        str(EXAMPLES / "together" / "enterprises.csv"), "-p", str(EXAMPLES / "together"),
    ),
}  # fmt: skip
WITH_ONE = {"counties": (CITY, *POLICY), "portrait": (CITY, *POLICY)}


@pytest.mark.parametrize("command", WITHOUT_A_PAGE)
def test_a_page_where_there_is_none(
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that nothing would be written to is refused, and nothing is printed instead."""
    page = tmp_path / "report.html"
    assert run_command(monkeypatch, command, *WITHOUT_A_PAGE[command], *DAY, "-o", page) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "the format '.html' is not known" in shown.err
    assert not page.exists()


@pytest.mark.parametrize("command", [*WITHOUT_A_PAGE, *WITH_ONE])
def test_a_table_in_a_file(
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A table is for the screen, whatever the file is called."""
    given = (WITHOUT_A_PAGE | WITH_ONE)[command]
    for name in ("report.csv", "report.html"):
        asked = (command, *given, *DAY, "--format", "table", "-o", tmp_path / name)
        assert run_command(monkeypatch, *asked) == 2
        assert capsys.readouterr().out == ""
        assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["report.csv", "report.xlsx"])
def test_a_portrait_is_a_page(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is not written under the name of a table."""
    given = (*WITH_ONE["portrait"], "--enterprise", "示例丁丁海洋食品公司")
    assert run_command(monkeypatch, "portrait", *given, *DAY, "-o", tmp_path / name) == 2
    assert not (tmp_path / name).exists()
