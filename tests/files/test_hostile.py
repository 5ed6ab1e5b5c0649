"""Small files that are made to stop, hang or swell the reader: an answer, or one sentence."""

from __future__ import annotations

import resource
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from files.books import book_of, bytes_of, patched, saved
from files.old_books import cells, contained, number, record, stream
from listing_rewards import ListingRewardsError, load_policy
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.reading import read_rows

HOSTILE = Path(__file__).parent / "hostile"
POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
SECONDS, MEBIBYTES = 2, 500
HEADER = ("企业名称", "区域性股权市场融资日期", "区域性股权市场融资金额（万元）")
ROW = ("示例甲公司", "2023-08-01", 300)


def read(path: str) -> None:
    """Answers, or the one sentence of a refusal in both languages."""
    try:
        for outcome in assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF):
            assert outcome.row.aside or outcome.assessment or outcome.faults
    except ListingRewardsError as error:
        if error.explain("en") == error.explain("zh"):
            raise


def measured(paths: Sequence[str]) -> tuple[dict[str, float], dict[str, int]]:
    """The seconds of processor time that each file takes, and the most MiB in use until then.

    The system's own peak of a process counts what its parent had in use before it was started;
    that of its memory (``VmHWM``) does not.
    """
    code = (
        "import sys, resource\n"
        "from files.test_hostile import read\n"
        "for path in sys.argv[1:]:\n"
        "    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime\n"
        "    read(path)\n"
        "    after = resource.getrusage(resource.RUSAGE_SELF).ru_utime\n"
        "    status = open('/proc/self/status', encoding='utf-8').read()\n"
        "    print(after - before, status.partition('VmHWM:')[2].split()[0])\n"
    )
    limit = 2 * MEBIBYTES << 20
    done = subprocess.run(
        [sys.executable, "-c", code, *paths],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
        env={"PYTHONPATH": str(Path(__file__).parents[1])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    seconds, kilobytes = zip(*(line.split() for line in done.stdout.splitlines()), strict=True)
    peaks = (int(each) >> 10 for each in kilobytes)
    return (
        dict(zip(paths, map(float, seconds), strict=True)),
        dict(zip(paths, peaks, strict=True)),
    )


def workbook(rows: int = 1) -> bytes:
    """A workbook without fault."""
    return bytes_of(book_of({"表1": [HEADER, *[(f"{ROW[0]}{n}", *ROW[1:]) for n in range(rows)]]}))


def swollen() -> Iterator[tuple[str, bytes]]:
    """Workbooks that ask for far more than they weigh."""
    good = workbook()
    merged = "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(3, 20_000))
    yield (
        "merged",
        patched(good, {"</sheetData>": f"</sheetData><mergeCells>{merged}</mergeCells>"}),
    )
    far = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(3, 20_000))
    yield "far", patched(good, {"</sheetData>": f"{far}</sheetData>"})
    blank = "".join(f'<row r="{n}"><c r="XFD{n}" s="0"/></row>' for n in range(3, 30_000))
    yield "blank", patched(good, {"</sheetData>": f"{blank}</sheetData>"})
    deep = "<a>" * 200_000
    yield "deep", patched(good, {"</sheetData>": f"</sheetData>{deep}"})
    columns = '<col min="1" max="16384" hidden="1"/>' * 20_000
    yield "columns", patched(good, {"<sheetData>": f"<cols>{columns}</cols><sheetData>"})
    yield "rows", patched(good, {"<sheetData>": f"<sheetData><!-- {'<row ' * 200_000} -->"})
    wide = "".join(f'<row r="{n}"><c r="ALL{n}"><v>1</v></c></row>' for n in range(3, 50_000))
    yield "wide", patched(good, {"</sheetData>": f"{wide}</sheetData>"})
    yield "quotes", patched(good, {"<sheetData>": f"<sheetData><!-- <row {chr(34) * 100_001} -->"})


def swollen_before_2007() -> Iterator[tuple[str, bytes]]:
    """Workbooks of Excel 97-2003 that do."""
    table, last = cells([HEADER, ROW]), number(65_535, 0, 1.0)
    yield "far", contained(stream([table + last] * 3))
    yield "sheets", contained(stream([table + last] * 900))
    yield "wide", contained(stream([table + b"".join(number(n, 255, 1) for n in range(2, 50_000))]))
    ranges = b"".join(struct.pack("<4H", n, n + 60_000, 0, 255) for n in range(2, 1002))
    merged = record(0x00E5, struct.pack("<H", 1000) + ranges)
    yield "merged", contained(stream([table + merged * 100 + last]))
    rows = (struct.pack("<HHHHHHI", n, 0, 256, 255, 0, 0, 0x120) for n in range(50_000))
    yield "rows", contained(stream([table + b"".join(record(0x0208, row) for row in rows)]))
    texts = record(0x00FC, struct.pack("<ii", 1 << 30, 1 << 30) + bytes(6000))
    more = record(0x003C, bytes(8100)) * 100
    yield "texts", contained(stream([table], more=texts + more))
    head = struct.pack("<HBBHHH4B", 0, 0, 1, 12, 0, 0, 0, 0, 0, 0)
    names = record(0x0018, head + b"\0A" + b"\x23\x01\0\0\0\0\0" * 2) * 2000
    yield "names", contained(stream([table], more=names))


class TestLimits:
    """Two seconds and 500 MiB for a file under a megabyte."""

    def test_small_files(self, tmp_path: Path) -> None:
        """Those that were found, and workbooks in which ranges and rows are swollen."""
        paths = [str(path) for path in sorted(HOSTILE.iterdir())]
        paths += [saved(tmp_path, content, f"{name}.xlsx") for name, content in swollen()]
        paths += [saved(tmp_path, old, f"{name}.xls") for name, old in swollen_before_2007()]
        seconds, mebibytes = measured(paths)
        assert [path for path in paths if seconds[path] >= SECONDS] == []
        assert [path for path in paths if mebibytes[path] >= MEBIBYTES] == []

    def test_the_measure_is_of_the_reader_alone(self) -> None:
        """Whatever the process that starts it has in use."""
        held = b"1" * (MEBIBYTES << 20)
        (peak,) = measured([str(HOSTILE / "header-of-blanks.csv")])[1].values()
        assert 0 < peak < len(held) >> 20

    @pytest.mark.parametrize("name", ["a\0.csv", "\udcff.csv", f"{'a' * 5000}.csv", "a\0.xlsx"])
    def test_a_name_that_no_file_has(self, name: str) -> None:
        """One sentence."""
        with pytest.raises(ListingRewardsError) as caught:
            list(read_rows(name, POLICY))
        assert caught.value.faults[0].code == "unreadable_file"

    @pytest.mark.parametrize("sign", ["\ufffe", "\uffff", "\0", "\x1b[2J", "\u202e"])
    def test_signs_that_no_name_has(self, tmp_path: Path, sign: str) -> None:
        """Read, or refused in a sentence."""
        path = tmp_path / "a.csv"
        path.write_text(f"企业名称\n示例{sign}公司\n", encoding="utf-8")
        read(str(path))
