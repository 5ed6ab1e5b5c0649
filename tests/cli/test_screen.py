"""`screen`: a table against a standard."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from command import run_command

CITY = Path(__file__).parents[2] / "examples" / "city" / "enterprises.csv"
ASKED = ("screen", str(CITY), "--standard", "bse-listing", "--as-of", "2026-05-10")


def test_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranked, with counties below; what it rests on is reported."""
    assert run_command(monkeypatch, *ASKED) == 0
    shown = capsys.readouterr()
    assert shown.out.index("ready") < shown.out.index("one short") < shown.out.index("on the way")
    assert "By county" in shown.out
    assert "120 enterprises" in shown.err
    assert "33 numbers or wordings have not been signed for" in shown.err
    assert "3 numbers or wordings that were read in no document" in shown.err


def test_chinese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in Chinese."""
    assert run_command(monkeypatch, *ASKED, "--lang", "zh") == 0
    shown = capsys.readouterr()
    assert "已具备" in shown.out
    assert "有33项数字或表述尚无人核对签名" in shown.err


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON, CSV and a workbook tell the same enterprises in the same order."""
    for suffix in ("json", "csv", "xlsx"):
        assert run_command(monkeypatch, *ASKED, "-o", str(tmp_path / f"list.{suffix}")) == 0
    found = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))
    names = [each["enterprise"]["name"] for each in found["screenings"]]
    with (tmp_path / "list.csv").open(encoding="utf-8-sig") as text:
        assert [row["Enterprise"] for row in csv.DictReader(text)] == names
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    assert book.sheetnames == ["List", "By county", "Conditions", "Standard"]
    assert [row[1] for row in book["List"].iter_rows(2, values_only=True)] == names
    counts = [*book["By county"].iter_rows(2, values_only=True)]
    assert [sum(int(str(row[n])) for row in counts[:-1]) for n in range(1, 7)] == [*counts[-1][1:7]]
    assert counts[-1][6] == 120
    verified = {row[3] for row in book["Standard"].iter_rows(2, values_only=True)}
    assert verified == {"not verified"}


def test_the_list_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who came, left and advanced since."""
    before = str(tmp_path / "before.json")
    assert run_command(monkeypatch, *ASKED[:-1], "2026-02-10", "-o", before) == 0
    assert run_command(monkeypatch, *ASKED, "--before", before) == 0
    assert "advanced" in capsys.readouterr().out
    other = ("screen", str(CITY), "-s", "neeq-listing", "--as-of", "2026-05-10")
    assert run_command(monkeypatch, *other, "--before", before) == 2
    assert "lists of one standard are compared" in capsys.readouterr().err
    assert run_command(monkeypatch, *ASKED[:-1], "2026-02-09", "--before", before) == 2
    assert "exchange them" in capsys.readouterr().err


def test_bad_rows_are_told_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure without its unit; a figure of a year without one."""
    table = tmp_path / "seeds.csv"
    table.write_text(
        "企业名称,2025年净利润\n示例甲公司,3000\n示例乙公司,3000万元\n", encoding="utf-8"
    )
    assert run_command(monkeypatch, "screen", str(table), *ASKED[2:]) == 1
    shown = capsys.readouterr()
    assert "seeds.csv, row 2" in shown.err
    assert "示例乙公司" in shown.out
    table.write_text("企业名称,净利润\n示例甲公司,3000万元\n", encoding="utf-8")
    assert run_command(monkeypatch, "screen", str(table), *ASKED[2:]) == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("--standard", "bse"), "there is no standard 'bse'"),
        (("--as-of", "2015-01-01"), "no version of 'bse-listing' is in force on 2015-01-01"),
        (("--year", "2026"), "the year '2026' has not ended"),
        (("--before", "nowhere.json"), "nowhere.json"),
    ],
)
def test_what_cannot_be_used(
    change: tuple[str, str],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sentence, exit status 2."""
    assert run_command(monkeypatch, *ASKED, *change) == 2
    assert told in capsys.readouterr().err


PLANS: dict[str, tuple[str, ...]] = {
    "screen": ("--standard", "bse-listing"),
    "counties": ("--policy", "zhanjiang-bse-2023-illustrative"),
    "calendar": (
        *("--policy", "zhanjiang-bse-2023-illustrative"),
        *("--from", "2026-01-01", "--to", "2026-12-31"),
    ),
    "portrait": ("--policy", "zhanjiang-bse-2023-illustrative", "--json"),
}


@pytest.mark.parametrize("plan", PLANS)
def test_columns_of_another_system(
    plan: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A map says what they are, for every command of the plan; without it they are refused."""
    header, first, *_ = CITY.read_text(encoding="utf-8-sig").splitlines()
    own = tmp_path / "own.csv"
    own.write_text(f"{header}\n{first}\n", encoding="utf-8")
    other = tmp_path / "other.csv"
    renamed = header.replace("新三板挂牌,", "挂牌时间点,").replace("进入创新层", "层级变动日")
    other.write_text(f"{renamed},主办券商\n{first},示例证券\n", encoding="utf-8")
    mapped = tmp_path / "map.toml"
    mapped.write_text(
        'ignore = ["主办券商"]\n[read]\n"挂牌时间点" = "新三板挂牌日期"\n'
        '"层级变动日" = "进入创新层日期"\n',
        encoding="utf-8",
    )
    asked = (*PLANS[plan], "--as-of", "2026-05-10", "--format", "json")
    asked = tuple(each for each in asked if plan != "portrait" or each not in {"--format", "json"})
    results = []
    for words in ((own,), (other, "--columns", mapped)):
        assert run_command(monkeypatch, plan, *words, *asked) == 0
        results.append(json.loads(capsys.readouterr().out))
    assert results[0] == results[1]
    assert run_command(monkeypatch, plan, other, *asked) == 2
    assert "挂牌时间点" in capsys.readouterr().err
    mapped.write_text('[read]\n"挂牌时间点" = "挂牌"\n', encoding="utf-8")
    assert run_command(monkeypatch, plan, other, "--columns", mapped, *asked) == 2
    assert "map.toml" in capsys.readouterr().err
