"""Command lines that cannot be carried out: one sentence each, in the language asked for."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
import typer
from command import run_command

from listing_rewards.cli import app as command
from listing_rewards.cli.usage import faults_of, language_of

ASKED = ("--policy", "zhanjiang-bse-2023", "--as-of", "2025-12-31")
TOLD = {
    ("assess", "a.csv"): (
        "listing-rewards assess: the option '--policy' is missing; -h tells what it means",
        "listing-rewards assess: 缺少选项 “--policy”；用 -h 查看说明",
    ),
    ("assess", "a.csv", "--policy", "p"): (
        "listing-rewards assess: the option '--as-of' is missing; -h tells what it means",
        "listing-rewards assess: 缺少选项 “--as-of”；用 -h 查看说明",
    ),
    ("assess", *ASKED): (
        "listing-rewards assess: 'files' must be given; -h tells what it means",
        "listing-rewards assess: 缺少参数 “files”；用 -h 查看说明",
    ),
    ("verify", "--polcy", "p.toml"): (
        "listing-rewards verify: there is no option '--polcy'; did you mean '--policy'?"
        " (accepted: --format, --input-format, --policy, --as-of, --manifest, --lang)",
        "listing-rewards verify: 没有选项 “--polcy”；是否为“--policy”？"
        "（可用：--format, --input-format, --policy, --as-of, --manifest, --lang）",
    ),
    ("--policy", "p", "assess"): (
        "listing-rewards: there is no option '--policy' before the command; write it behind"
        " (accepted: --version, --lang)",
        "listing-rewards: 命令之前没有选项 “--policy”；请写在命令之后（可用：--version, --lang）",
    ),
    ("policy", "chek"): (
        "listing-rewards policy: there is no command 'chek'; did you mean 'check'?"
        " (accepted: check, compare, new, diff, cases, try, prove, list, show, digest)",
        "listing-rewards policy: 没有命令 “chek”；是否为“check”？"
        "（可用：check, compare, new, diff, cases, try, prove, list, show, digest）",
    ),
    ("assess", "a.csv", *ASKED, "--table", "award"): (
        "listing-rewards assess: 'award' is not a value of the option --table;"
        " did you mean 'awards'?"
        " (accepted: awards, enterprises, publication, payments, counties, totals, findings)",
        "listing-rewards assess: “award” 不是选项 --table 的值；是否为“awards”？"
        "（可用：awards, enterprises, publication, payments, counties, totals, findings）",
    ),
    ("policy", "show", "a", "b"): (
        "listing-rewards policy show: 'b' is more than the command takes",
        "listing-rewards policy show: “b” 是多余的参数",
    ),
}


@pytest.mark.parametrize("words", TOLD)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_told_in_one_line(
    words: tuple[str, ...],
    lang: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What was given, in which command, what is accepted, the nearest; exit status 2."""
    monkeypatch.setenv("LISTING_REWARDS_LANG", lang)
    assert run_command(monkeypatch, *words) == 2
    said = capsys.readouterr()
    assert said.err == TOLD[words][lang == "zh"] + "\n"
    assert said.out == ""


def test_an_option_without_its_value(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last word of the line is an option that needs one."""
    assert run_command(monkeypatch, "assess", "a.csv", "--lang", "zh", "--as-of") == 2
    assert "选项 “--as-of” 后面须写值" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("policy",)])
def test_no_command_shows_the_help(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing else."""
    run_command(monkeypatch, *words)
    said = capsys.readouterr()
    assert "Usage:" in said.out + said.err
    assert "listing-rewards:" not in said.err


class TestLanguage:
    """It is reported of a line that cannot be carried out."""

    @pytest.mark.parametrize(
        ("line", "lang"),
        [
            ("assess --lang zh", "zh"),
            ("assess --lang=zh --as-off", "zh"),
            ("assess --lang en", "en"),
            ("assess --lang zh --lang en", "en"),
            ("assess --lang", "en"),
            ("assess --lang de", "en"),
            ("assess zh", "en"),
        ],
    )
    def test_of_the_line(self, line: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """The last one that it names, if we speak it."""
        monkeypatch.delenv("LISTING_REWARDS_LANG", raising=False)
        assert language_of(line.split()) == lang

    def test_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the line names none."""
        monkeypatch.setenv("LISTING_REWARDS_LANG", "zh")
        assert language_of(["assess"]) == "zh"
        assert language_of(["assess", "--lang", "en"]) == "en"


class TestOtherwise:
    """What typer says in another way than today is passed on."""

    def test_of_the_line(self) -> None:
        """In its own words, without a full stop."""
        (told,) = faults_of(typer.BadParameter("Too cold."))
        assert told.sentence() == "listing-rewards: Invalid value: Too cold"
        assert told.sentence("zh") == "listing-rewards: 命令无法执行：Invalid value: Too cold"

    def test_a_stop(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ends with the status of a stop, and no traceback."""

        def stopped(**_: object) -> None:
            raise typer.Abort

        monkeypatch.setattr(command, "in_language", lambda *_, **__: SimpleNamespace(main=stopped))
        monkeypatch.setattr(sys, "argv", ["listing-rewards"])
        assert command.run() == 130

    def test_an_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What typer ends with, such as where nobody reads what is written, is the status."""

        def ended(**_: object) -> None:
            raise SystemExit(1)

        monkeypatch.setattr(command, "in_language", lambda *_, **__: SimpleNamespace(main=ended))
        monkeypatch.setattr(sys, "argv", ["listing-rewards"])
        assert command.run() == 1
