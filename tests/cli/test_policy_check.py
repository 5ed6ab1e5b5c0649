"""`policy check`: findings on standard output, and what the exit status says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run_command

CLEAN = """
id = "small-2026"
document = { title = "小政策", issuer = "某市人民政府办公室", issued = 2026-01-01 }
in_force = { first = 2026-01-01, last = 2026-12-31, clause = "c" }
rounding = { assumed = "to the fen" }
clauses.c = { item = "第一条", text = "对上市企业给予奖励。" }
events.listed = { zh = "上市", en = "Listed", amount = true }
[[awards]]
id = "listed"
title = "上市奖励"
earned_by = "listed"
result_conditioned = true
selective = true
clause = "c"
"""
FIXED = 'amount = "100万元"\n'
BANDS = (
    "amount.of = 'listed'\n"
    "amount.bands = [{ at_most = '500万元', fixed = '1万元' },"
    " { at_least = '500万元', fixed = '2万元' }]\n"
)
UNUSED = '[flags.first]\nzh = "首次"\nen = "First"\n'


class Checks:
    """Runs the command on files of its own."""

    def __init__(
        self, folder: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder, self.patch, self.capsys = folder, patch, capsys

    def write(self, name: str, text: str) -> Path:
        """A file with a text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *words: object) -> tuple[int, list[str]]:
        """The exit status, and the lines on standard output; the other stream stays empty."""
        status = run_command(self.patch, "policy", "check", *words)
        out, err = self.capsys.readouterr()
        assert err == ""
        return status, out.splitlines()


@pytest.fixture
def checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Checks:
    """The command, with a folder to write in."""
    return Checks(tmp_path, monkeypatch, capsys)


class TestText:
    """A line for each finding, then one that counts them."""

    def test_nothing_found(self, checks: Checks) -> None:
        """One line says so, in each language."""
        path = checks.write("a.toml", CLEAN + FIXED)
        assert checks.run(path) == (0, ["1 document: nothing was found."])
        assert checks.run(path, "zhanjiang-bse-2023", "--lang", "zh") == (
            0,
            ["2份文件：未发现问题。"],
        )

    def test_advice_alone_is_no_failure(self, checks: Checks) -> None:
        """It is reported, and the status is 0."""
        path = checks.write("a.toml", CLEAN + FIXED + UNUSED)
        status, (line, end) = checks.run(path)
        assert status == 0
        assert line.startswith(f"{path}: flags.first: advice: no rule reads first;")
        assert end == "1 document: 0 errors, 1 point of advice."

    def test_an_error(self, checks: Checks) -> None:
        """File, key, level, sentence; the status is 1."""
        path = checks.write("a.toml", CLEAN + BANDS + UNUSED)
        status, lines = checks.run(path)
        assert status == 1
        assert lines[0].startswith(
            f"{path}: awards.listed.amount.bands[1]: error: exactly 5,000,000.00 yuan lies in two"
        )
        assert lines[-1] == "1 document: 1 error, 1 point of advice."
        status, lines = checks.run(path, "--lang", "zh")
        assert lines[0].startswith(
            f"{path}: awards.listed.amount.bands[1]: 错误: 恰为5,000,000.00元的"
        )
        assert lines[-1] == "1份文件：错误1处，建议1处。"

    def test_a_document_that_does_not_load(self, checks: Checks) -> None:
        """Each fault of the loader is an error; the other documents are checked as well."""
        bad = checks.write(
            "bad.toml", (CLEAN + FIXED).replace('"c" }\nrounding', '"d" }\nrounding')
        )
        worse = checks.write("worse.toml", "id = ")
        good = checks.write("good.toml", CLEAN + FIXED + UNUSED)
        status, lines = checks.run(bad, worse, good)
        assert status == 1
        assert lines[0].startswith(f"{bad}: in_force.clause: error: 'd' is not declared")
        assert lines[1].startswith(f"{worse}: error: this is not a TOML document")
        assert lines[2].startswith(f"{good}: flags.first: advice: ")
        assert lines[3] == "3 documents: 2 errors, 1 point of advice."

    def test_the_day_asks_who_has_confirmed(self, checks: Checks) -> None:
        """Only with --as-of."""
        path = checks.write("a.toml", CLEAN + FIXED)
        status, lines = checks.run(path, "--as-of", "2026年6月1日")
        assert status == 0
        assert lines[0].startswith(f"{path}: document.confirmed: advice: nobody has signed")


class TestUnreadable:
    """What is no document at all: status 2, and never a traceback."""

    def test_an_unknown_id(self, checks: Checks) -> None:
        """The nearest id is named, and the other documents are checked."""
        path = checks.write("a.toml", CLEAN + BANDS)
        status, lines = checks.run("zhanjiang-bse-2032", path)
        assert status == 2
        assert lines[0].startswith("zhanjiang-bse-2032: error: there is no policy")
        assert "did you mean 'zhanjiang-bse-2023'?" in lines[0]
        assert lines[-1] == "2 documents: 2 errors, 0 points of advice."

    def test_no_text(self, checks: Checks) -> None:
        """Bytes that are not UTF-8."""
        path = checks.folder / "a.toml"
        path.write_bytes((CLEAN + FIXED).encode("gb18030"))
        status, lines = checks.run(path)
        assert status == 2
        assert lines[0].startswith(f"{path}: error: this file cannot be read")

    def test_an_unknown_parent_is_a_matter_of_the_content(self, checks: Checks) -> None:
        """The document can be read; what it extends cannot be found."""
        path = checks.write("a.toml", 'id = "a"\nextends = "nowhere"\n')
        status, lines = checks.run(path)
        assert status == 1
        assert lines[0].startswith(f"{path}: extends: error: there is no policy")

    def test_what_is_not_a_day(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A complaint about the command line is none about a document."""
        words = ("policy", "check", "zhanjiang-bse-2023", "--as-of", "soon")
        assert run_command(monkeypatch, *words) == 2
        assert capsys.readouterr().err.startswith("--as-of: ")


class TestJson:
    """A list for programs, and nothing else on standard output."""

    def test_both_languages(self, checks: Checks) -> None:
        """Each finding with its file, key, level, code and sentences without their place."""
        path = checks.write("a.toml", CLEAN + BANDS + UNUSED)
        status, lines = checks.run(path, "--format", "json")
        told = json.loads("\n".join(lines))
        assert status == 1
        assert [(each["file"], each["key"], each["level"], each["code"]) for each in told] == [
            (str(path), "awards.listed.amount.bands[1]", "error", "number_in_two_bands"),
            (str(path), "flags.first", "advice", "unused_fact"),
        ]
        assert told[1]["en"].startswith("no rule reads first;")
        assert told[1]["zh"].startswith("没有规则引用“首次”（first）；")
        assert set(told[0]) == {"file", "key", "level", "code", "en", "zh"}

    def test_nothing_found(self, checks: Checks) -> None:
        """An empty list."""
        assert checks.run("zhanjiang-bse-2023", "--format", "json") == (0, ["[]"])
