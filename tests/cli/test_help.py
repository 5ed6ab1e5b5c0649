"""`--help` in either language, and where the language comes from."""

from __future__ import annotations

import pytest
from command import run_command

from listing_rewards.cli.usage import language_of

NOWHERE = ("LISTING_REWARDS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NOWHERE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> str:
    """What a command line shows."""
    assert run_command(monkeypatch, *words) in {0, 2}
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "line",
    [
        "--lang zh --help",
        "--help --lang zh",
        "--lang=zh assess -h",
        "assess --help --lang zh",
        "policy --lang zh diff -h",
        "policy diff -h --lang zh",
        "--lang zh policy",
    ],
)
def test_the_line_says_the_language(
    line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before or after the command, before or after --help."""
    monkeypatch.setenv("LISTING_REWARDS_LANG", "en")
    said = shown(capsys, monkeypatch, *line.split())
    assert said.startswith("用法：listing-rewards")
    assert "显示本说明。" in said
    assert "Usage" not in said
    assert "Show" not in said


def test_the_environment_says_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """For help and for everything else."""
    monkeypatch.setenv("LISTING_REWARDS_LANG", "zh")
    assert shown(capsys, monkeypatch, "assess", "-h").startswith("用法：")
    assert "政策文件" in shown(capsys, monkeypatch, "policy", "-h")
    assert "湛江市" in shown(capsys, monkeypatch, "policy", "list")


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_locale_says_it_of_help_alone(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a command writes is the same on every machine, and the help says so."""
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv(name, "zh_CN.UTF-8")
    said = shown(capsys, monkeypatch, "assess", "-h")
    assert said.startswith("用法：")
    assert "计算结果默认为英文" in said
    assert "Zhanjiang" in shown(capsys, monkeypatch, "policy", "list")
    assert run_command(monkeypatch, "asses") == 2
    assert "没有命令 “asses”" in capsys.readouterr().err


def test_nothing_says_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """English, with what is required and what is taken where nothing is said."""
    said = shown(capsys, monkeypatch, "assess", "-h")
    assert said.startswith("Usage: listing-rewards assess [OPTIONS] ")
    assert "Required." in said
    assert "By default en." in said


def test_before_and_after_the_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last holds; what is no language is refused wherever it stands."""
    monkeypatch.setenv("LISTING_REWARDS_LANG", "en")
    assert "湛江市" in shown(capsys, monkeypatch, "--lang", "zh", "policy", "list")
    assert "湛江市" in shown(capsys, monkeypatch, "policy", "--lang", "zh", "list")
    assert "Zhanjiang" in shown(
        capsys, monkeypatch, "--lang", "zh", "policy", "list", "--lang", "en"
    )
    assert run_command(monkeypatch, "--lang", "de", "policy", "list") == 2
    assert "'de' is not a value of the option --lang" in capsys.readouterr().err


def test_chinese_lines_are_not_cut(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long Chinese sentence goes on in the next line of a narrow terminal."""
    monkeypatch.setenv("COLUMNS", "60")
    said = shown(capsys, monkeypatch, "assess", "-h", "--lang", "zh")
    assert "…" not in said
    assert "设置文件" in "".join(said.split())


def test_a_locale_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has no variables."""
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert language_of([]) == "zh"
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert language_of([]) == "en"


def test_no_command_is_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line with a language and nothing to do."""
    assert run_command(monkeypatch, "--lang", "zh") == 2
    assert capsys.readouterr().err.startswith("listing-rewards: 缺少命令；用 -h 查看")
