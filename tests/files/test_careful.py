"""Files that are broken, huge or malicious, and outputs that cannot be finished."""

from __future__ import annotations

import builtins
import gc
import io
import os
import pty
import re
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from types import ModuleType
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from command import run_command

from files.books import book_of, bytes_of, patched, saved
from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.case import Enterprise
from listing_rewards.errors import Fault, InvalidFile
from listing_rewards.files.outcomes import Outcome, Tally
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.case_files import read_files
from listing_rewards.files.reading.xlsx import package
from listing_rewards.files.streams import Meter, written, written_bytes
from listing_rewards.files.writing import results_workbook as results
from listing_rewards.files.writing.template import template

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
DAY = date(2025, 12, 31)
COMMAND = (sys.executable, "-m", "listing_rewards")
ASKED = ("--policy", POLICY.id, "--as-of", "2025-12-31")
HEADER = ("企业名称", "新三板挂牌日期")
EARLY, LATE, MARGIN = 200, 1400, 50_000
"""Rows, and bytes: 40 a row, too few to hold anything of it."""
PYDANTIC_KEEPS = 100_000
"""Texts after which its store of texts, of fixed size, is certainly full."""


def good(rows: Sequence[Sequence[object]] = (HEADER, ("示例甲公司", "2023-09-15"))) -> bytes:
    """A workbook without fault."""
    return bytes_of(book_of({"表1": rows}))


def refusal(path: str) -> Fault:
    """The one sentence on a file that cannot be used."""
    with pytest.raises(InvalidFile) as caught:
        list(read_rows(path, POLICY))
    (fault,) = caught.value.faults
    assert fault.file == path
    assert fault.sentence("en") != fault.sentence("zh")
    return fault


def repacked(content: bytes, added: Mapping[str, bytes]) -> bytes:
    """The file with more parts."""
    raw = io.BytesIO(content)
    with ZipFile(raw, "a", ZIP_DEFLATED) as archive:
        for name, part in added.items():
            archive.writestr(name, part)
    return raw.getvalue()


class TestWorkbooks:
    """Each gets one clear sentence, and nothing that is harmful is unpacked or parsed."""

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), "damaged_workbook"),
            (b"", "damaged_workbook"),
            (b"name\n\xe7\x94\xb2\n", "damaged_workbook"),
            (good()[:1000], "damaged_workbook"),
            (good().replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged_workbook"),
            (repacked(b"", {"a.txt": b"no workbook"}), "damaged_workbook"),
            (patched(good(), {"<sheetData>": "<sheetData"}), "damaged_workbook"),
            (patched(good(), {'<row r="2">': '<row r="99999999">'}), "damaged_workbook"),
        ],
    )
    def test_what_is_no_workbook(self, tmp_path: Path, content: bytes, code: str) -> None:
        """Encrypted, empty, text, cut short, with a broken directory, of other parts, not XML."""
        assert refusal(saved(tmp_path, content)).code == code

    def test_a_password_on_a_part(self, tmp_path: Path) -> None:
        """The bit of the ZIP that says so."""
        content = bytearray(good())
        at = content.index(b"PK\x01\x02")
        content[at + 8] |= 1
        assert refusal(saved(tmp_path, bytes(content))).code == "encrypted_workbook"

    def test_entities_are_never_expanded(self, tmp_path: Path) -> None:
        """A document type has no place in a workbook, in whichever part it stands."""
        bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><worksheet '
        content = patched(good(), {"<worksheet ": bomb})
        assert refusal(saved(tmp_path, content)).code == "damaged_workbook"
        wide = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a/>'.encode("utf-16")
        content = repacked(good(), {"customXml/item1.xml": wide})
        assert refusal(saved(tmp_path, content)).code == "damaged_workbook"

    def test_a_part_that_unpacks_to_far_more_than_it_weighs(self, tmp_path: Path) -> None:
        """It is refused by what the directory says, before it is unpacked."""
        content = repacked(good(), {"xl/media/a.xml": bytes(40 * package.MEBIBYTE)})
        assert len(content) < package.MEBIBYTE
        assert refusal(saved(tmp_path, content)).code == "workbook_unpacks_to_too_much"

    @pytest.mark.parametrize("limit", ["MOST_UNPACKED", "MOST_BESIDE_SHEETS", "MOST_PARTS"])
    def test_every_limit_holds(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
    ) -> None:
        """Of all parts, of those held in memory, and of their number."""
        monkeypatch.setattr(package, limit, 3)
        assert refusal(saved(tmp_path, good())).code == "workbook_unpacks_to_too_much"

    def test_16384_columns(self, tmp_path: Path) -> None:
        """One sentence, not one a column."""
        header = (*HEADER, *(f"列{n}" for n in range(16_382)))
        fault = refusal(saved(tmp_path, good([header, ["示例甲公司"]])))
        assert (fault.code, fault.given) == ("too_many_columns", "16384")

    def test_a_csv_of_16384_columns(self, tmp_path: Path) -> None:
        """The same."""
        path = tmp_path / "wide.csv"
        path.write_text(",".join([*HEADER, *map(str, range(16_382))]) + "\n", encoding="utf-8")
        assert refusal(str(path)).code == "too_many_columns"

    def test_a_million_blank_rows(self, tmp_path: Path) -> None:
        """The last row of a sheet that is blank up to there."""
        changes = {
            '<row r="2">': '<row r="1048576">',
            'r="A2"': 'r="A1048576"',
            'r="B2"': 'r="B1048576"',
        }
        (row,) = read_rows(saved(tmp_path, patched(good(), changes)), POLICY)
        assert (row.number, row.faults) == (1_048_576, ())

    def test_a_false_size_is_not_believed(self, tmp_path: Path) -> None:
        """A sheet that claims to fill every cell is read as it is."""
        content = patched(good(), {'<dimension ref="A1:B2"': '<dimension ref="A1:XFD1048576"'})
        (row,) = read_rows(saved(tmp_path, content), POLICY)
        assert row.case is not None

    def test_a_sheet_that_is_blank(self, tmp_path: Path) -> None:
        """Holds no cases."""
        assert refusal(saved(tmp_path, good([]))).code == "empty_file"

    def test_a_directory_is_no_file(self, tmp_path: Path) -> None:
        """Nor is a file that is not there."""
        (tmp_path / "a.xlsx").mkdir()
        assert refusal(str(tmp_path / "a.xlsx")).code == "empty_folder"
        assert refusal(str(tmp_path / "b.xlsx")).code == "unreadable_file"

    def test_without_the_extra(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The form and a workbook of answers name it; reading needs none."""
        path = saved(tmp_path, good())
        refuse_openpyxl(monkeypatch)
        (row,) = read_rows(path, POLICY)
        assert row.case is not None
        assert_names_the_extra(lambda: template(POLICY))


def refuse_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where openpyxl is not installed."""
    parts = (".reading.xlsx.", "_workbook", ".spreadsheet.")
    for name in [each for each in sys.modules if any(part in each for part in parts)]:
        monkeypatch.delitem(sys.modules, name)
    usual = builtins.__import__

    def without(name: str, *rest: object) -> ModuleType:
        if name.split(".")[0] == "openpyxl":
            raise ModuleNotFoundError(name)
        return usual(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)


def assert_names_the_extra(run: Callable[[], object]) -> None:
    """The sentence says what to install."""
    with pytest.raises(ListingRewardsError) as caught:
        run()
    assert caught.value.faults[0].code == "missing_extra"


OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)


class TestSentences:
    """At the command each gets exit status 2 and one sentence, in the language asked for."""

    @pytest.mark.parametrize(
        ("name", "content", "en", "zh"),
        [
            ("a.xls", OLD, "not an .xlsx or .xls workbook, or it is damaged", "或已损坏"),
            ("a.xls", b"<html>", "no workbook although its name", "内容却不是工作簿"),
            ("a.xlsm", good(), "written as .xlsx, not as '.xlsm'", "只写入 .xlsx，不支持 “.xlsm”"),
            ("a.et", OLD, "written as .xlsx, not as '.et'", "只写入 .xlsx，不支持 “.et”"),
            ("a.ods", OLD, "written as .xlsx, not as '.ods'", "只写入 .xlsx，不支持 “.ods”"),
            ("a.xlsx", good()[:1000], "not an .xlsx or .xls workbook, or it is", "或已损坏"),
            ("a.xlsx", b"", "not an .xlsx or .xls workbook, or it is damaged", "或已损坏"),
            ("a.csv", good(), "a workbook, not text", "此文件是工作簿，不是文本"),
            ("a.jsonl", OLD, "a workbook, not text", "此文件是工作簿，不是文本"),
            ("a.xlsx", good([]), "this file holds no cases", "此文件中没有案例"),
            ("a.xlsx", good([("甲", "乙"), (1, 2)]), "no column '甲'", "没有列 “甲”"),
            ("a.xlsx", None, "cannot be read: no such file", "无法读取此文件：没有这个文件或目录"),
            ("", None, "this folder holds no table", "此文件夹中没有表格"),
            ("a", b"", "not known; use a known suffix", "未知；请使用已知的后缀"),
        ],
    )
    def test_what_cannot_be_read(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        name: str,
        content: bytes | None,
        en: str,
        zh: str,
    ) -> None:
        """Whatever it is."""
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        for lang, said in (("en", en), ("zh", zh)):
            assert run_command(monkeypatch, "assess", path, *ASKED, "--lang", lang) == 2
            told = capsys.readouterr()
            assert told.out == ""
            assert said in told.err
            assert told.err.startswith(f"{path}")
            assert "Traceback" not in told.err

    @pytest.mark.parametrize(
        ("to", "zh"),
        [
            ("", "这是一个目录"),
            ("none/out.xlsx", "没有这个文件或目录"),
            ("in.csv/out.xlsx", "路径中有一部分不是目录"),
            ("x" * 300 + ".xlsx", "文件名过长"),
        ],
    )
    def test_what_cannot_be_written(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        to: str,
        zh: str,
    ) -> None:
        """And nothing lies beside it."""
        table = tmp_path / "in.csv"
        table.write_text("企业名称\n示例甲公司\n", encoding="utf-8")
        words = ("assess", table, *ASKED, "--format", "xlsx", "--lang", "zh", "-o", tmp_path / to)
        assert run_command(monkeypatch, *words) == 2
        assert f"无法写入此文件：{zh}" in capsys.readouterr().err
        assert [each.name for each in tmp_path.iterdir()] == ["in.csv"]

    def test_a_form_is_a_workbook(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Excel refuses one under another name."""
        for name, said in (("form.xls", "不支持 “.xls”"), ("form.csv", "格式 “.csv” 未知")):
            out = tmp_path / name
            words = ("template", "-p", POLICY.id, "-o", out, "--lang", "zh")
            assert run_command(monkeypatch, *words) == 2
            assert said in capsys.readouterr().err
            assert not out.exists()


class TestOutputs:
    """A file appears whole, or not at all."""

    @pytest.mark.parametrize("name", ["out.xlsx", "out.csv", "out.jsonl"])
    def test_a_stop_leaves_nothing_half_written(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        name: str,
    ) -> None:
        """What was there before stays, nothing lies beside it, the exit status is 130."""
        table, out = tmp_path / "in.csv", tmp_path / name
        rows = "".join(f"示例{n}公司,2023-09-15\n" for n in range(50))
        table.write_text("企业名称,新三板挂牌日期\n" + rows, encoding="utf-8")
        out.write_text("before", encoding="utf-8")
        usual = Tally.count

        def count(tally: Tally, outcome: Outcome) -> None:
            if tally.assessed == 30:
                raise KeyboardInterrupt
            usual(tally, outcome)

        monkeypatch.setattr(Tally, "count", count)
        faults = tmp_path / "faults.jsonl"
        status = run_command(monkeypatch, "assess", table, *ASKED, "-o", out, "--faults", faults)
        assert status == 130
        assert "stopped before the end" in capsys.readouterr().err
        assert out.read_text(encoding="utf-8") == "before"
        assert sorted(each.name for each in tmp_path.iterdir()) == sorted(["in.csv", name])

    @pytest.mark.parametrize("write", [written, written_bytes])
    def test_a_stop_while_writing(self, tmp_path: Path, write: Callable[..., object]) -> None:
        """Raised from inside."""
        with pytest.raises(KeyboardInterrupt), write(str(tmp_path / "a")):  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("form", ["xlsx", "csv", "jsonl", "json"])
    def test_a_full_disk(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        form: str,
    ) -> None:
        """One sentence, exit status 2."""
        table = saved(tmp_path, good())
        words = ("assess", table, *ASKED, "-o", "/dev/full", "--format", form)
        assert run_command(monkeypatch, *words) == 2
        assert "/dev/full: this file cannot be written: no space left" in capsys.readouterr().err

    def test_a_form_on_a_full_disk(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The same."""
        assert run_command(monkeypatch, "template", "-p", POLICY.id, "-o", "/dev/full") == 2
        assert "no space left" in capsys.readouterr().err

    def test_more_rows_than_a_sheet_holds(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Said in one sentence, which names what to do instead."""
        monkeypatch.setattr(results, "_MOST_ROWS", 5)
        table, out = saved(tmp_path, good()), tmp_path / "out.xlsx"
        assert run_command(monkeypatch, "assess", table, *ASKED, "-o", out) == 2
        assert "a sheet holds at most 5 rows; write csv or jsonl" in capsys.readouterr().err
        assert not out.exists()

    def test_an_interrupt_from_outside(self, tmp_path: Path) -> None:
        """Ctrl-C in the middle of a long run: no traceback, no file, exit status 130."""
        table, out = tmp_path / "in.csv", tmp_path / "out.csv"
        with table.open("w", encoding="utf-8") as text:
            text.write("企业名称,新三板挂牌日期\n")
            text.writelines(f"示例{n}公司,2023-09-15\n" for n in range(20_000))
        with running("assess", table, *ASKED, "-o", out) as process:
            wait_for(lambda: any(tmp_path.glob(".out.csv.*")))
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert err == "stopped before the end; no file was written\n"
        assert [each.name for each in tmp_path.iterdir()] == ["in.csv"]


def running(*words: object) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    return subprocess.Popen(
        [*COMMAND, *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Where the tests themselves run in the background, an interrupt would be ignored.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


def wait_for(happened: Callable[[], bool]) -> None:
    """Look again and again, for a minute."""
    for _ in range(600):
        if happened():
            return
        signal.sigtimedwait([], 0.1)
    raise AssertionError("it has not happened")


class TestLength:
    """Memory does not grow with the length of a table."""

    @pytest.mark.parametrize("form", ["csv", "jsonl"])
    def test_memory_is_bounded(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
    ) -> None:
        """What is held when the last row passes is what was held when an early one did."""
        table, out, held = tmp_path / f"in.{form}", tmp_path / f"out.{form}", [0]
        with table.open("w", encoding="utf-8") as text:
            text.writelines(lines(form, LATE + 1))
        usual = Tally.count

        def count(tally: Tally, outcome: Outcome) -> None:
            usual(tally, outcome)
            if tally.read in {EARLY, LATE}:
                gc.collect()
                held.append(tracemalloc.get_traced_memory()[0])

        monkeypatch.setattr(Tally, "count", count)
        tracemalloc.start()
        for number in range(PYDANTIC_KEEPS):
            Enterprise(name=f"示例{number}公司")
        words = ("assess", table, *ASKED, "-o", out, "--faults", tmp_path / "faults.jsonl")
        assert run_command(monkeypatch, *words) == 1
        tracemalloc.stop()
        _, early, late = held
        assert late < early + MARGIN

    def test_a_workbook_is_read_row_after_row(self, tmp_path: Path) -> None:
        """The first rows are there before the last ones are read."""
        rows = [HEADER, *((f"示例{n}公司", "2023-09-15") for n in range(3000))]
        path = saved(tmp_path, good(rows))
        tracemalloc.start()
        assert len(list(islice(read_rows(path, POLICY), 10))) == 10
        after_ten = tracemalloc.get_traced_memory()[1]
        assert sum(1 for _ in read_rows(path, POLICY)) == 3000
        after_all = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert after_all < after_ten + 2_000_000


def lines(form: str, rows: int) -> Iterator[str]:
    """A table in which every tenth row has a fault and every enterprise another code."""
    if form == "csv":
        yield "企业名称,统一社会信用代码,新三板挂牌日期\n"
    for n in range(rows):
        day = "2023-13-01" if n % 10 == 0 else "2023-09-15"
        if form == "csv":
            yield f"示例{n}公司,91440800MA{n:08},{day}\n"
        else:
            who = f'{{"name": "示例{n}公司", "uscc": "91440800MA{n:08}"}}'
            yield f'{{"enterprise": {who}, "events": [{{"kind": "neeq_listed", "on": "{day}"}}]}}\n'


class TestProgress:
    """Long work shows how far it is, on a terminal."""

    def test_on_a_terminal(self, tmp_path: Path) -> None:
        """Rows, rows a second, time gone by, time left."""
        table = tmp_path / "in.csv"
        table.write_text("".join(lines("csv", 3000)).replace("-13-", "-10-"), encoding="utf-8")
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [*COMMAND, "assess", str(table), *ASKED, "-o", str(tmp_path / "out.csv")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            env=os.environ | {"COLUMNS": "100", "TERM": "xterm"},
        )
        os.close(theirs)
        said = b""
        while True:
            try:
                said += os.read(ours, 10_000)
            except OSError:
                break
        os.close(ours)
        assert process.wait() == 0
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())
        frames = re.findall(r"([\d,]+) rows, [\d,]+ a second, \d:\d\d:\d\d left (\S+)", text)
        seen = [int(rows.replace(",", "")) for rows, _ in frames]
        assert seen == sorted(seen)
        assert seen[0] < 3000
        assert frames[-1] == ("3,000", "0:00:00")
        assert "3000 rows read" in text

    def test_nowhere_else(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """A log is not filled with it."""
        table = tmp_path / "in.csv"
        table.write_text("".join(lines("csv", 300)).replace("-13-", "-10-"), encoding="utf-8")
        with running("assess", table, *ASKED, "-o", tmp_path / "out.csv") as process:
            _, err = process.communicate(timeout=60)
        assert "a second" not in err
        assert err.startswith("300 rows read")
        assert capfd.readouterr().err == ""

    def test_a_meter_knows_how_much_is_left(self, tmp_path: Path) -> None:
        """Over several files, to the last byte; of a workbook the whole is not known."""
        tables = [str(tmp_path / f"{n}.csv") for n in range(2)]
        for table in tables:
            Path(table).write_text("".join(lines("csv", 2000)), encoding="utf-8")
        meter, marks = Meter(tables), [0]
        for table in tables:
            for _ in read_rows(table, POLICY, meter=meter):
                marks.append(meter.done)
        assert marks == sorted(marks)
        assert meter.whole == meter.done == sum(Path(table).stat().st_size for table in tables)
        assert 0 < marks[1000] < meter.whole
        assert Meter([*tables, saved(tmp_path, good())]).whole is None


def test_an_enterprise_in_more_rows_is_found_however_many_lie_between(tmp_path: Path) -> None:
    """By its code, or without one by its name."""
    table = tmp_path / "in.csv"
    table.write_text("".join(lines("csv", 500)).replace("-13-", "-10-"), encoding="utf-8")
    rows = list(read_files([str(table), str(table)], POLICY))
    assert len(rows) == 1000
    assert {fault.code for row in rows for fault in row.faults} == {"same_enterprise"}
    assert all(f"({row.place}, {row.place})" in row.faults[0].sentence() for row in rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("示例甲公司,91440800MA0000005T", "示例甲公司,91440800ma0000005t"),
        ("示例甲公司,91440800MA0000005T", "示例乙公司,９１440800MA000000 5T"),
        ("示例甲公司,", "示例甲公司,91440800MA0000005T"),
        ("示例（湛江）公司,", "示例(湛江)公司,91440800MA0000005T"),
        ("示例甲公司,", "示例\u200b甲公司_x000D_,"),
        ("示例甲公司,", "\ufeff示例　甲公司,"),
    ],
)
def test_an_enterprise_is_the_same_however_it_is_written(
    tmp_path: Path, one: str, other: str
) -> None:
    """Neither capitals, blanks nor signs that nobody sees hide it, nor a code that one row lacks.

    Both rows are faults, and the one between is not.
    """
    table = tmp_path / "in.csv"
    table.write_text(f"name,uscc\n{one}\n示例丙公司,\n{other}\n", encoding="utf-8")
    found = [[fault.code for fault in row.faults] for row in read_rows(str(table), POLICY)]
    assert found == [["same_enterprise"], [], ["same_enterprise"]]
