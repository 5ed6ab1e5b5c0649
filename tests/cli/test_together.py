"""`together`: a table under several documents at once."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from command import run_command

FOLDER = Path(__file__).parents[2] / "examples" / "together"
ASKED = ("together", str(FOLDER / "enterprises.csv"), "--as-of", "2024-12-31")
EACH = [
    option
    for name in ("county", "province", "city")
    for option in ("-p", str(FOLDER / f"{name}.toml"))
]


def test_sentences(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A table, and each enterprise explained; a folder is all the documents in it."""
    assert run_command(monkeypatch, *ASKED, *EACH) == 0
    named = capsys.readouterr()
    assert "entitled 5,600,000.00 yuan; paid 0.00 yuan; payable 5,600,000.00 yuan" in named.out
    assert "Enterprises: 2; documents taken together: 3" in named.err
    assert run_command(monkeypatch, *ASKED, "-p", str(FOLDER)) == 0
    assert capsys.readouterr() == named


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON, CSV and a workbook say the same amounts."""
    for suffix in ("json", "csv", "xlsx"):
        assert run_command(monkeypatch, *ASKED, *EACH, "-o", str(tmp_path / f"all.{suffix}")) == 0
    found = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [each["entitled"]["at_least"] for each in found] == ["5600000.00", "700000.00"]
    with (tmp_path / "all.csv").open(encoding="utf-8-sig") as text:
        rows = [*csv.DictReader(text)]
    assert [row["Entitled (yuan)"] for row in rows] == ["5600000.00", "700000.00"]
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == ["Together", "Documents", "Same event", "To decide"]
    given = {(row[0], row[1]): row[4] for row in book["Documents"].iter_rows(2, values_only=True)}
    assert given["示例甲公司", "example-city-2024"] == 2_500_000


def test_what_is_open_is_in_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Province and city alone: the city says how it stands; two provinces do not."""
    other = tmp_path / "other.toml"
    text = (FOLDER / "province.toml").read_text(encoding="utf-8")
    other.write_text(text.replace("example-province-2024", "other-2024"), encoding="utf-8")
    given = ["-p", str(FOLDER / "province.toml"), "-p", str(other)]
    assert (
        run_command(monkeypatch, *ASKED, *given, "--lang", "zh", "--ignore-column", "新三板挂牌")
        == 0
    )
    shown = capsys.readouterr()
    assert "待人工确定" in shown.out
    assert "1 家有待人工确定的事项" in shown.err


def test_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without documents; one document twice; a payment that could be under two."""
    assert run_command(monkeypatch, *ASKED, "-p", str(tmp_path)) == 2
    assert "holds no policy" in capsys.readouterr().err
    assert run_command(monkeypatch, *ASKED, *EACH, *EACH[:2]) == 2
    assert "is given twice" in capsys.readouterr().err
    other = tmp_path / "other.toml"
    text = (FOLDER / "city.toml").read_text(encoding="utf-8")
    other.write_text(text.replace("example-city-2024", "other-2024"), encoding="utf-8")
    payments = tmp_path / "payments.csv"
    payments.write_text(
        "企业名称,奖励项目,付款日期,金额（元）\n示例甲公司,neeq_city,2024-06-01,1000\n",
        encoding="utf-8",
    )
    given = ("-p", str(FOLDER / "city.toml"), "-p", str(other), "--payments", str(payments))
    assert run_command(monkeypatch, *ASKED, *given) == 1
    shown = capsys.readouterr()
    assert "names no policy" in shown.err
    assert "示例乙公司" in shown.out
    assert "示例甲公司" not in shown.out
