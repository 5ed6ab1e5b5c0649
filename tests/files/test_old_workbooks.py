"""A workbook saved as ``.xls`` gives the answers and faults of the same saved as ``.xlsx``."""

from __future__ import annotations

import copy
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from profiles import few

from files.habits import EVERYWHERE, IN_WORKBOOKS, as_workbook, clean
from files.old_books import cells, contained, formula, number, old_label, record, stream
from files.test_sheets import FORMATS, RIGHT, found_in
from listing_rewards import load_policy
from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.column_proposals import proposals_for
from listing_rewards.files.reading.payment_ledger import read_payments

SHEETS, OLD = Path(__file__).parent / "sheets", Path(__file__).parent / "old_sheets"
POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
HEADER = ("企业名称", "区域性股权市场融资日期", "区域性股权市场融资金额（万元）")
ROW = ("示例甲公司", "2023-08-01", 300.0)
OFFICE = shutil.which("soffice")


def in_words(faults: Sequence[Fault], path: Path) -> list[str]:
    """What is wrong, and where, in whichever file."""
    return sorted(each.sentence("en").replace(str(path), "the file") for each in faults)


def all_of(path: Path) -> list[tuple[object, ...]]:
    """Each row of a file: its place, what it is and says, and its faults or its case and answer."""
    try:
        return [
            (
                *((row := outcome.row).number, row.sheet, row.aside),
                *(row.letter, row.said, row.hidden),
                in_words(outcome.faults, path),
                (found := outcome.assessment) and (found.case, found.payable),
            )
            for outcome in assess_rows(read_rows(str(path), POLICY), POLICY, as_of=AS_OF)
        ]
    except ListingRewardsError as error:
        return [("refused", in_words(error.faults, path))]


def unquoted(rows: list[tuple[object, ...]]) -> str:
    """The same without the signs by which programs quote the words of a number format."""
    return str(rows).replace("\\", "").replace('"', "").replace("'", "")


def saved(folder: Path, content: bytes, name: str = "a.xls") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content)
    return path


def refused(path: Path) -> str:
    """The code of the one fault of a file that is refused, which it names."""
    with pytest.raises(InvalidFile) as caught:
        list(read_rows(str(path), POLICY))
    (found,) = caught.value.faults
    assert found.file == str(path)
    assert found.sentence("en")
    assert found.sentence("zh")
    return found.code


def codes(path: Path) -> list[list[str]]:
    """The faults of each row."""
    return [[each.code for each in row.faults] for row in read_rows(str(path), POLICY)]


class TestTheSame:
    """Whichever of the two formats a table is saved in."""

    @pytest.mark.parametrize("name", sorted({path.stem for path in OLD.glob("*.xls")} - {FORMATS}))
    def test_as_an_office_program_saved_it(self, name: str) -> None:
        """Answers, faults with their cells, comments, hidden rows, columns and sheets."""
        other = next(each for each in (OLD, SHEETS) if (each / f"{name}.xlsx").exists())
        assert all_of(OLD / f"{name}.xls") == all_of(other / f"{name}.xlsx")

    def test_number_formats(self) -> None:
        """But for G/通用格式, of which LibreOffice makes another when it saves the old kind."""
        lost = {row: (f"day_not_shown E{row}",) for row in (11, 12)}
        assert found_in(OLD / f"{FORMATS}.xls") == RIGHT[FORMATS] | lost

    @pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
    def test_whatever_habits_its_author_has(self, tmp_path: Path) -> None:
        """Workbooks disturbed by one to four habits, saved anew by LibreOffice."""
        habits = EVERYWHERE | IN_WORKBOOKS
        for seed in range(few(60)):
            draw = random.Random(f"old {seed}")
            sheet = clean(draw)
            for name in draw.sample(sorted(habits), draw.choice([1, 1, 2, 3, 4])):
                habits[name](sheet, draw)
            as_workbook(copy.deepcopy(sheet)).save(tmp_path / f"{seed}.xlsx")
        books = sorted(tmp_path.glob("*.xlsx"))
        subprocess.run(
            [
                *(OFFICE or "", "--headless", f"-env:UserInstallation={(tmp_path / 'u').as_uri()}"),
                *("--convert-to", "xls", "--outdir", str(tmp_path), *map(str, books)),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        assert [
            path.stem
            for path in books
            if unquoted(all_of(path)) != unquoted(all_of(path.with_suffix(".xls")))
        ] == []

    def test_what_it_is_its_content_says(self, tmp_path: Path) -> None:
        """Whatever its name."""
        new, old = SHEETS / "total-first.xlsx", OLD / "our-own-date-format.xls"
        assert all_of(saved(tmp_path, new.read_bytes())) == all_of(new)
        assert all_of(saved(tmp_path, old.read_bytes(), "a.xlsx")) == all_of(old)

    def test_the_other_tables(self, tmp_path: Path) -> None:
        """A ledger of payments, and the headers for which a map is proposed."""
        rows: list[tuple[str | float, ...]] = [
            ("企业名称", "奖励项目", "日期", "金额（元）"),
            ("示例甲公司", "新三板挂牌奖励", "2024-01-02", 500000.0),
        ]
        path = str(saved(tmp_path, contained(stream([cells(rows)]))))
        (row,) = read_payments(path, POLICY)
        assert row.line is not None
        assert row.line.amount == 500_000
        assert [each.done for each in proposals_for(path, POLICY)] == ["known"] * 4


class TestExcel5:
    """Texts in the letters of a code page."""

    LABELS = b"".join(
        old_label(at, column, text, "gbk")
        for at, row in enumerate([HEADER, ("示例甲公司", "2023-08-01")])
        for column, text in enumerate(row)
    )

    def book(self, code_page: int | None) -> bytes:
        """A workbook of Excel 5, written in GBK."""
        sheet = self.LABELS + number(1, 2, 300.0)
        return contained(stream([sheet], since_97=False, code_page=code_page), "Book")

    def test_in_gbk(self, tmp_path: Path) -> None:
        """Read as they were written."""
        (row,) = read_rows(str(saved(tmp_path, self.book(936))), POLICY)
        assert row.case is not None
        assert row.case.enterprise.name == "示例甲公司"

    def test_that_says_nothing_of_its_letters(self, tmp_path: Path) -> None:
        """Refused: they could be read as any."""
        assert refused(saved(tmp_path, self.book(None))) == "damaged_workbook"


class TestFormulas:
    """A result of 0 or nothing, where no program computed anything, is none."""

    ZERO, EMPTY = bytes(8), b"\x03\0\0\0\0\0\xff\xff"

    def book(self, result: bytes, more: bytes = b"") -> bytes:
        """A table of which the amount is a formula."""
        sheet = cells([HEADER, ROW[:2]]) + formula(1, 2, result)
        return contained(stream([sheet], more=more))

    @pytest.mark.parametrize("result", [ZERO, EMPTY])
    def test_that_nobody_computed(self, tmp_path: Path, result: bytes) -> None:
        """Its cell is a fault, and no amount of nothing."""
        assert codes(saved(tmp_path, self.book(result))) == [["formula_without_value"]]

    def test_that_were_computed(self, tmp_path: Path) -> None:
        """By a program that says so, or that left another result."""
        assert codes(saved(tmp_path, self.book(struct.pack("<d", 300.0)))) == [[]]
        assert codes(saved(tmp_path, self.book(self.EMPTY, record(0x01C1, bytes(8))))) == [[]]


class TestRefused:
    """In one sentence that names the file."""

    GOOD = cells([HEADER, ROW])

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (contained(stream([GOOD], more=record(0x002F, bytes(6)))), "encrypted_workbook"),
            (contained(stream([GOOD]), "EncryptedPackage"), "encrypted_workbook"),
            (contained(stream([GOOD]), "WordDocument"), "damaged_workbook"),
            (contained(stream([GOOD]))[:3000], "damaged_workbook"),
            (contained(stream([GOOD], starts=[7])), "damaged_workbook"),
            (contained(b"name"), "damaged_workbook"),
            (b"<html><table><tr><td>name</td></tr></table></html>", "workbook_by_name"),
            ("企业名称\t备注\n".encode("gbk"), "workbook_by_name"),
            (b"", "workbook_by_name"),
        ],
    )
    def test_what_cannot_be_read(self, tmp_path: Path, content: bytes, code: str) -> None:
        """Encrypted, damaged, or something else."""
        assert refused(saved(tmp_path, content)) == code

    def test_without_the_libraries(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The extra is named."""
        monkeypatch.setitem(sys.modules, "xlrd", None)
        monkeypatch.delitem(
            sys.modules, "listing_rewards.files.reading.xls.workbook", raising=False
        )
        assert refused(saved(tmp_path, contained(stream([self.GOOD])))) == "missing_extra"

    def test_none_is_written(self) -> None:
        """Answers go into ``.xlsx``."""
        from listing_rewards.files.streams import format_of

        with pytest.raises(InvalidFile) as caught:
            format_of("a.xls", None)
        assert caught.value.faults[0].code == "other_workbook"
