"""The command `batch`: a file of millions in, a file out, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from command import run_command

from listing_rewards import load_policy
from listing_rewards.engines.columns import assess_frame
from listing_rewards.engines.columns.files import usual_columns

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
ASKED = ("--policy", POLICY.id, "--as-of", "2025-12-31")
AS_OF = date(2025, 12, 31)
CSV = """\
row,name,neeq_listed,regional_financing,regional_financing_amount,eligible
1,示例甲公司,2023-09-15,,,true
2,示例乙公司,soon,,,
3,示例丙公司,,2023-08-01,4999999.75,
4,示例丁公司,,2023-08-01,300万元,
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """Four cases as CSV, of which two cannot be read."""
    path = tmp_path / "cases.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """Two cases as Parquet, with a list to be carried along."""
    path = tmp_path / "cases.parquet"
    pl.DataFrame(
        {
            "name": ["示例甲公司", "示例乙公司"],
            "neeq_listed": [date(2023, 9, 15), None],
            "tags": [["a", "b"], []],
        }
    ).write_parquet(path)
    return path


class TestFiles:
    """What is written is what a frame answers."""

    def test_csv_in_parquet_out(
        self,
        cases: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The usual columns, the kept one as it stands; faults are counted by their codes."""
        out = tmp_path / "answers.parquet"
        assert run_command(monkeypatch, "batch", cases, *ASKED, "-o", out, "--keep", "row") == 1
        written = pl.read_parquet(out)
        assert written.columns == ["name", "row", *usual_columns(POLICY)]
        scanned = pl.scan_csv(cases, infer_schema=False)
        answer = assess_frame(scanned, POLICY, as_of=AS_OF, keep=["row"])
        assert written.equals(answer.select(written.columns).collect())
        assert written["row"].to_list() == ["1", "2", "3", "4"]
        assert written["payable"].to_list() == [Decimal(500000), None, Decimal(100000), None]
        assert capsys.readouterr().err.splitlines() == [
            "4 rows read: 2 answered, 2 with faults.",
            "not_a_date: 1",
            "not_an_amount: 1",
        ]

    def test_parquet_in_csv_out(
        self,
        typed: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The columns that are asked for, and ``fault`` in any case; status 0 where all is well."""
        typed_without = tmp_path / "plain.parquet"
        pl.read_parquet(typed).drop("tags").write_parquet(typed_without)
        out, columns = tmp_path / "answers.csv", "name, payable,payable,neeq_listed.status"
        words = ("batch", typed_without, *ASKED, "-o", out, "--columns", columns, "--lang", "zh")
        assert run_command(monkeypatch, *words) == 0
        assert out.read_text(encoding="utf-8").splitlines() == [
            "name,payable,neeq_listed.status,fault",
            "示例甲公司,500000.00,granted,",
            "示例乙公司,0.00,not_reached,",
        ]
        assert capsys.readouterr().err == "共读取2行：已计算2行，有误0行。\n"

    def test_every_column(
        self, typed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """``all`` writes what a frame has; a list is carried from Parquet to Parquet."""
        out = tmp_path / "answers.parquet"
        words = ("batch", typed, *ASKED, "-o", out, "--columns", "all", "--keep", "tags")
        assert run_command(monkeypatch, *words) == 0
        frame = pl.read_parquet(typed)
        answer = assess_frame(frame, POLICY, as_of=AS_OF, keep=["tags"]).collect()
        assert pl.read_parquet(out).equals(answer)

    @pytest.mark.parametrize("suffix", ["csv", "parquet"])
    def test_no_rows(self, suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file with a header and no row, as a part of many may be, has no answers."""
        empty = tmp_path / f"empty.{suffix}"
        frame = pl.DataFrame(schema={"name": pl.String})
        frame.write_csv(empty) if suffix == "csv" else frame.write_parquet(empty)
        out = tmp_path / "answers.parquet"
        assert run_command(monkeypatch, "batch", empty, *ASKED, "-o", out) == 0
        assert pl.read_parquet(out).height == 0

    def test_repeats(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """More entries than allowed are a fault, and fewer are not."""
        listed = [{"on": date(2023, 8, 1), "amount": 100}] * 3
        pl.DataFrame({"regional_financing": [listed]}).write_parquet(tmp_path / "cases.parquet")
        words = ("batch", tmp_path / "cases.parquet", *ASKED, "-o", tmp_path / "o.csv", "--repeats")
        assert run_command(monkeypatch, *words, 2) == 1
        assert "too_many_entries: 1" in capsys.readouterr().err
        assert run_command(monkeypatch, *words, 3) == 0


class TestUnusable:
    """One sentence in the language asked for, status 2, and no file."""

    def refused(
        self,
        name: str,
        content: bytes,
        words: tuple[Any, ...],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> tuple[str, str]:
        """What is reported, in English and Chinese, of a file."""
        path, folder = tmp_path / name, tmp_path / "out"
        folder.mkdir()
        if content:
            path.write_bytes(content)
        told = []
        for lang in ("en", "zh"):
            asked = ("batch", path, *ASKED, "-o", folder / "answers.parquet", *words)
            assert run_command(monkeypatch, *asked, "--lang", lang) == 2
            told.append(capsys.readouterr().err)
        assert list(folder.iterdir()) == []
        assert all(len(each.splitlines()) == 1 for each in told), told
        assert told[0] != told[1]
        return told[0], told[1]

    @pytest.mark.parametrize(
        ("name", "content", "english", "chinese"),
        [
            ("missing.csv", b"", "no such file", "无法读取"),
            ("missing.parquet", b"", "no such file", "无法读取"),
            ("blank.csv", b"\n", "holds no cases", "没有案例"),
            ("text.parquet", b"name\nx\n", "not a Parquet file", "不是 Parquet"),
            ("bad.parquet", b"PAR1 and nonsense PAR1", "not a Parquet file", "不是 Parquet"),
            ("gbk.csv", "name\n示例甲公司\n".encode("gb18030"), "UTF-8", "UTF-8"),
            ("header.csv", "企业名称\n示例甲公司\n".encode("gb18030"), "UTF-8", "UTF-8"),
            (
                "wide.csv",
                b"name\n" + b"x\n" * 9 + b"x,1\n",
                "wide.csv, row 11: this row has '2' cells, the header has 1; an amount",
                "wide.csv, 第 11 行: 本行有 “2” 个单元格，而表头有 1 个；",
            ),
            (
                "lines.csv",
                b'\xef\xbb\xbf\n"name","county"\r\n"x\n",y\r\n\r\nx,y,"1,000"\r\n',
                "lines.csv, row 6: this row has '3' cells, the header has 2",
                "lines.csv, 第 6 行: 本行有 “3” 个单元格，而表头有 2 个",
            ),
            (
                "twice.csv",
                b"name,neeq_listed,county,neeq_listed\nx,,,\n",
                "twice.csv: the header 'neeq_listed' stands over 2 columns; keep one of them",
                "twice.csv: 表头 “neeq_listed” 出现在 2 列上；请只保留一列，或分别命名",
            ),
            ("none.csv", b"name,,,county\nx,,,\n", "the columns '2, 3' have no", "“2, 3” 列没有"),
            (
                "whole.csv",
                b"name" + b",row" * 3 + b"\n" + b"x,y\n" * 300_000,
                "'row' stands over 3 columns",
                "“row” 出现在 3 列上",
            ),
            ("quote.csv", b'name\n"x\ny\n', "not a CSV table", "不是 CSV"),
            ("cases.xlsx", b"PK", "'.xlsx' is no suffix", "“.xlsx”"),
            ("column.csv", b"neeq_lister\n\n", "did you mean 'neeq_listed'?", "neeq_listed"),
        ],
    )
    def test_files(
        self,
        name: str,
        content: bytes,
        english: str,
        chinese: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """Missing, empty, damaged, of another encoding or kind, with a wrong column or line."""
        told = self.refused(name, content, (), tmp_path, monkeypatch, capsys)
        assert english in told[0]
        assert chinese in told[1]
        assert name in told[0]

    @pytest.mark.parametrize(
        ("words", "english"),
        [
            (("--columns", "payabel"), "did you mean 'payable'?"),
            (("--columns", "all,payable"), "no column 'all'"),
            (("--keep", "rwo"), "no column 'rwo'"),
        ],
    )
    def test_names(
        self,
        words: tuple[str, ...],
        english: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A column that is not there."""
        told = self.refused("c.csv", b"name\nx\n", words, tmp_path, monkeypatch, capsys)
        assert english in told[0]

    def test_outputs(
        self,
        typed: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """The input, a directory, one that is not there, another kind, and a list in CSV."""
        before = typed.read_bytes()
        for output in (
            typed, tmp_path / "no.txt", tmp_path / "none" / "a.csv", "/dev/null.csv/x.csv",
        ):  # fmt: skip
            assert (
                run_command(monkeypatch, "batch", typed, *ASKED, "--keep", "tags", "-o", output)
                == 2
            )
        (tmp_path / "folder.csv").mkdir()
        words = ("batch", typed, *ASKED, "--keep", "tags", "-o")
        assert run_command(monkeypatch, *words, tmp_path / "folder.csv") == 2
        assert run_command(monkeypatch, *words, tmp_path / "lists.csv") == 2
        assert "'tags' holds lists" in capsys.readouterr().err
        assert typed.read_bytes() == before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["cases.parquet", "folder.csv"]

    @pytest.mark.parametrize("seed", range(40))
    def test_a_damaged_file(
        self, seed: int, typed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whichever bytes of a Parquet file are wrong: an answer or a sentence, no traceback."""
        whole = bytearray(typed.read_bytes())
        place = seed * len(whole) // 40
        whole[place] ^= 0x55
        typed.write_bytes(whole)
        out = tmp_path / "answers.parquet"
        status = run_command(monkeypatch, "batch", typed, *ASKED, "--keep", "tags", "-o", out)
        assert status in {0, 1, 2}
        assert out.exists() == (status < 2)
        assert len(list(tmp_path.iterdir())) == 1 + out.exists()

    @pytest.mark.parametrize("suffix", ["csv", "parquet"])
    def test_a_full_disk(self, suffix: str, tmp_path: Path) -> None:
        """Told of the file that cannot be written, not of the one that was read."""
        source, folder = tmp_path / "cases.csv", tmp_path / "out"
        folder.mkdir()
        rows = (f"示例{number}公司,2023-09-15\n" for number in range(200_000))
        source.write_text("name,neeq_listed\n" + "".join(rows), encoding="utf-8")
        program = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
sys.argv = ["listing-rewards", "batch", {str(source)!r}, "-o", "{folder}/answers.{suffix}"]
sys.argv += {list(ASKED)!r}
from listing_rewards.cli import main
main()
"""
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 2
        assert done.stderr.endswith(
            f"answers.{suffix}: this file cannot be written: file too large\n"
        )
        assert list(folder.iterdir()) == []

    def test_without_the_extra(self, cases: Path, tmp_path: Path) -> None:
        """It names what to install."""
        program = f"""
import sys
sys.modules["polars"] = None
sys.argv = ["listing-rewards", "batch", {str(cases)!r}, "-o", {str(tmp_path / "a.csv")!r}]
sys.argv += {list(ASKED)!r}
from listing_rewards.cli import main
main()
"""
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert 'pip install "listing-rewards[batch]"' in done.stderr


class TestInterrupted:
    """A stop leaves the earlier file as it was, and nothing beside it."""

    def test_stopped_in_the_middle(self, tmp_path: Path) -> None:
        """By the signal that Ctrl-C sends, while the rows are being written."""
        source, folder = tmp_path / "cases.csv", tmp_path / "out"
        folder.mkdir()
        (folder / "answers.csv").write_text("as it was")
        with source.open("w", encoding="utf-8") as text:
            text.write("name,neeq_listed,bse_accepted\n")
            text.write("示例甲公司,2023-09-15,2024-09-14\n" * 3_000_000)
        words = ["-m", "listing_rewards", "batch", str(source), *ASKED, "--columns", "all"]
        process = subprocess.Popen(
            [sys.executable, *words, "-o", str(folder / "answers.csv")],
            stderr=subprocess.PIPE,
            env=os.environ,
        )
        while not any(path.stat().st_size for path in folder.glob(".answers.csv.*")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 130, told
        assert "no file was written" in told.decode()
        assert (folder / "answers.csv").read_text() == "as it was"
        assert len(list(folder.iterdir())) == 1
