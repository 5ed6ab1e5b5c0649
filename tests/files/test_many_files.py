"""Several files and folders: what cannot be used is reported, and the others go on."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from command import run_command

from files.books import book_of, bytes_of, saved
from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.files.enterprises import with_digits
from listing_rewards.files.outcomes import Tally, assess_rows
from listing_rewards.files.reading.case_files import read_files
from listing_rewards.files.reading.rows import Row
from listing_rewards.files.spreadsheet.sheet import plain
from listing_rewards.files.writing.template import template

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
DAY = date(2025, 12, 31)
ASKED = ("-p", POLICY.id, "--as-of", "2025-12-31")
HEADER = "企业名称,新三板挂牌日期\n"


def county(folder: Path, name: str, *enterprises: str) -> str:
    """A table of a county."""
    path = folder / name
    rows = "".join(f"{each},2023-09-15\n" for each in enterprises)
    path.write_text(HEADER + rows, encoding="utf-8")
    return str(path)


def refusal(*names: str) -> list[str]:
    """The codes with which all of it is refused."""
    with pytest.raises(ListingRewardsError) as caught:
        list(read_files(names, POLICY))
    return [each.code for each in caught.value.faults]


def told(rows: list[Row]) -> list[tuple[str, object]]:
    """Each row's file, and its enterprise, or why there is none."""
    return [
        (
            Path(row.file).name,
            row.case.enterprise.name if row.case else row.aside or row.faults[0].code,
        )
        for row in rows
    ]


class TestOneBadFileOfMany:
    """It is a row with its faults; no row of it is answered, no other is lost."""

    @pytest.mark.parametrize(
        ("bad", "code"),
        [
            ("企业名称,法定代表人\n示例丙公司,甲\n", "unknown_column"),
            ('企业名称\n示例丙公司\n"', "bad_csv"),
            ("", "empty_file"),
        ],
    )
    @pytest.mark.parametrize("workbook", [True, False])
    def test_the_others_go_on(self, tmp_path: Path, bad: str, code: str, *, workbook: bool) -> None:
        """In the order given, also beside a workbook."""
        first = county(tmp_path, "1.csv", "示例甲公司")
        (tmp_path / "2.csv").write_text(bad, encoding="utf-8")
        last = county(tmp_path, "3.csv", "示例乙公司")
        names = [first, str(tmp_path / "2.csv"), last]
        if workbook:
            rows = [["企业名称", "新三板挂牌日期"], ["示例丁公司", "2023-09-15"]]
            names.append(saved(tmp_path, bytes_of(book_of({"表": rows})), "4.xlsx"))
        found = told(list(read_files(names, POLICY)))
        expected: list[tuple[str, object]] = [("1.csv", "示例甲公司"), ("2.csv", code)]
        expected += [("3.csv", "示例乙公司"), *([("4.xlsx", "示例丁公司")] if workbook else [])]
        assert found == expected

    def test_the_exit_status_tells(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """1 where some go on, 2 where none does; the file counts as a row with faults."""
        good, gone = county(tmp_path, "1.csv", "示例甲公司"), str(tmp_path / "gone.csv")
        assert run_command(monkeypatch, "assess", good, gone, *ASKED, "--format", "jsonl") == 1
        printed = capsys.readouterr()
        (answer,) = map(json.loads, printed.out.splitlines())
        assert answer["case"]["enterprise"]["name"] == "示例甲公司"
        assert "gone.csv" in printed.err
        assert "2 rows read: 1 assessed (0 not determined), 1 with faults" in printed.err
        assert run_command(monkeypatch, "assess", gone, f"{gone}x.csv", *ASKED) == 2

    def test_alone_it_is_refused(self, tmp_path: Path) -> None:
        """As before."""
        assert refusal(str(tmp_path / "gone.csv")) == ["unreadable_file"]


class TestFolders:
    """A folder stands for the tables in it."""

    def test_every_file_is_read_or_told(self, tmp_path: Path) -> None:
        """By name, with folders in it; locks and other files are reported, .ods is bad."""
        (tmp_path / "b").mkdir()
        county(tmp_path / "b", "乙县.csv", "示例乙公司")
        county(tmp_path, "a.csv", "示例甲公司")
        for name in ("~$a.xlsx", "通知.docx", "c.ods", ".hidden.csv"):
            (tmp_path / name).write_bytes(b"x")
        found = told(list(read_files([str(tmp_path)], POLICY)))
        assert sorted(found) == [
            ("a.csv", "示例甲公司"), ("c.ods", "other_workbook"), ("~$a.xlsx", "lock_file"),
            ("乙县.csv", "示例乙公司"), ("通知.docx", "other_file"),
        ]  # fmt: skip

    def test_a_file_named_twice(self, tmp_path: Path) -> None:
        """Each of its enterprises stands in two rows, which is a fault and not passed over."""
        path = county(tmp_path, "a.csv", "示例甲公司")
        for names in ((path, path), (str(tmp_path), path)):
            codes = [row.faults[0].code for row in read_files(names, POLICY)]
            assert codes == ["same_enterprise", "same_enterprise"]

    def test_one_enterprise_in_two_files(self, tmp_path: Path) -> None:
        """Is a fault in both."""
        county(tmp_path, "a.csv", "示例甲公司")
        county(tmp_path, "b.csv", "示例甲公司")
        codes = [row.faults[0].code for row in read_files([str(tmp_path)], POLICY)]
        assert codes == ["same_enterprise", "same_enterprise"]

    def test_what_is_refused(self, tmp_path: Path) -> None:
        """An empty folder; the lock of an open workbook; a form that nobody filled in."""
        form = tmp_path / "form" / "blank.xlsx"
        form.parent.mkdir()
        form.write_bytes(template(POLICY, "zh"))
        assert refusal(str(form)) == ["blank_form"]
        assert refusal(str(tmp_path / "~$a.xlsx")) == ["open_in_excel"]
        (tmp_path / "empty").mkdir()
        assert refusal(str(tmp_path / "empty")) == ["empty_folder"]

    def test_an_output_does_not_overwrite_a_file_of_the_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Which is one of the inputs."""
        path = county(tmp_path, "a.csv", "示例甲公司")
        assert run_command(monkeypatch, "assess", str(tmp_path), *ASKED, "-o", path) == 2
        assert Path(path).read_text(encoding="utf-8").startswith(HEADER)


class TestCodes:
    """A code of 18 signs is no number and no formula."""

    @pytest.mark.parametrize("code", ["9.14408E+17", "9E+17", "9.1440800617775E+17"])
    def test_what_a_spreadsheet_made_of_it(self, tmp_path: Path, code: str) -> None:
        """The digits are lost: a fault."""
        path = tmp_path / "a.csv"
        path.write_text(f"企业名称,信用代码\n示例甲公司,{code}\n", encoding="utf-8")
        (row,) = read_files([str(path)], POLICY)
        assert [each.code for each in row.faults] == ["code_as_number"]

    @pytest.mark.parametrize("written", ['="{}"', "'{}", "={}"])
    def test_signs_of_a_web_export_are_taken_off_and_noted(
        self, tmp_path: Path, written: str
    ) -> None:
        """And the code is what stands between."""
        path, code = tmp_path / "a.csv", "91440800MA0000001E"
        cell = '"' + written.format(code).replace('"', '""') + '"'
        path.write_text(f"企业名称,信用代码\n示例甲公司,{cell}\n示例乙公司,\n", encoding="utf-8")
        tally = Tally()
        outcomes = list(assess_rows(read_files([str(path)], POLICY), POLICY, as_of=DAY))
        for each in outcomes:
            tally.count(each)
        assert outcomes[0].assessment is not None
        assert outcomes[0].assessment.case.enterprise.uscc == code
        assert tally.wrapped == [f"{path}:2"]

    def test_a_letter_in_place_of_a_digit(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Is reported with the code that is probably meant; another wrong code is not corrected."""
        assert with_digits("9135O1OOM000100Y43") == "91350100M000100Y43"
        assert with_digits("91440800MA0000002X") == ""
        path = tmp_path / "a.csv"
        path.write_text("企业名称,信用代码\n示例甲公司,9135O100M000100Y43\n", encoding="utf-8")
        run_command(monkeypatch, "assess", path, *ASKED, "--format", "jsonl")
        assert "91350100M000100Y43 is probably meant" in capsys.readouterr().err


def test_no_workbook_holds_what_is_no_sign() -> None:
    """Excel refuses a file with one of them."""
    assert plain("甲\ufffe乙\uffff丙\ud800") == "甲\ufffd乙\ufffd丙\ufffd"
