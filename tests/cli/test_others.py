"""The commands `explain`, `policy` and `schema`, and the command without its extra."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import Case, Policy, assess, load_policy
from listing_rewards.assessment import AnswerInWords
from listing_rewards.cli import main
from listing_rewards.errors import Lang
from listing_rewards.version import __version__

EXAMPLES = Path(__file__).parents[2] / "examples"
ASKED = ("--policy", "zhanjiang-bse-2023-illustrative", "--as-of", "2025-12-31")
CASE = "cases/02-over-the-cap-after-payments.json"


@pytest.mark.parametrize("who", ["示例庚电子股份有限公司", "91440800MA00000071"])
def test_explain_one_enterprise(
    who: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By name or by credit code."""
    table = EXAMPLES / "enterprises.csv"
    assert run_command(monkeypatch, "explain", table, *ASKED, "--enterprise", who) == 0
    out = capsys.readouterr().out
    assert out.startswith("Enterprise: 示例庚电子股份有限公司")
    assert out.count("PAYABLE:") == 1


def test_explain_everyone_in_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other, with a line between."""
    table = EXAMPLES / "enterprises.csv"
    assert run_command(monkeypatch, "explain", table, *ASKED, "--lang", "zh") == 0
    assert capsys.readouterr().out.count("应付金额：") == 8


def test_explain_nobody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is not there is reported with the nearest one that is."""
    table = EXAMPLES / "enterprises.csv"
    words = ("--enterprise", "示例庚电子有限公司")
    assert run_command(monkeypatch, "explain", table, *ASKED, *words) == 2
    assert "did you mean '示例庚电子股份有限公司'?" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_as_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: Lang
) -> None:
    """Of one document the words by themselves, of a table a line or a member for each."""
    case = Case.model_validate_json((EXAMPLES / CASE).read_text(encoding="utf-8"))
    answer = assess(case, load_policy(ASKED[1]), as_of=date(2025, 12, 31))
    spoken = (*ASKED, "--lang", lang, "--format")
    assert run_command(monkeypatch, "explain", EXAMPLES / CASE, *spoken, "json") == 0
    assert AnswerInWords.model_validate_json(capsys.readouterr().out) == answer.in_words(lang)
    table = EXAMPLES / "enterprises.csv"
    assert run_command(monkeypatch, "explain", table, *spoken, "jsonl") == 0
    lines = capsys.readouterr().out.splitlines()
    assert run_command(monkeypatch, "explain", table, *spoken, "json") == 0
    assert json.loads(capsys.readouterr().out) == [*map(json.loads, lines)]
    assert {json.loads(line)["lang"] for line in lines} == {lang}


@pytest.mark.parametrize(
    "words",
    [
        ("policy", "show", "zhanjiang-bse-2023"),
        ("explain", "examples/enterprises.csv", *ASKED),
        ("assess", "examples/enterprises.csv", *ASKED),
        ("schema", "case"),
    ],
)
def test_whoever_has_read_enough_is_no_finding(words: tuple[str, ...]) -> None:
    """What is piped into `head` ends with status 0 and without a word, as other tools do."""
    command = [sys.executable, "-m", "listing_rewards", *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=EXAMPLES.parent
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read().decode()
        assert running.wait() == 0
    assert "Traceback" not in told
    assert "Broken" not in told


def test_explain_with_a_bad_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are explained, the bad rows told, and the exit status is 1."""
    assert run_command(monkeypatch, "explain", EXAMPLES / "messy-gb18030.csv", *ASKED) == 1
    out, err = capsys.readouterr()
    assert out.count("PAYABLE:") == 3
    assert "row 6" in err


def test_policy_list_and_show(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each shipped policy in a line; one of them with every award, clause and assumption."""
    assert run_command(monkeypatch, "policy", "list") == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == [
        "zhanjiang-bse-2023",
        "zhanjiang-bse-2023-illustrative",
    ]
    assert run_command(monkeypatch, "policy", "show", "zhanjiang-bse-2023-illustrative") == 0
    shown = capsys.readouterr().out
    policy = load_policy("zhanjiang-bse-2023-illustrative")
    for award in policy.awards:
        assert f"- {award.id}: {award.title.en}" in shown
    for why in policy.assumptions.values():
        assert why.en in shown
    assert "[assumed]" in shown
    assert run_command(monkeypatch, "policy", "show", "zhanjiang-bse-2023", "--lang", "zh") == 0
    assert "最高 9,000,000.00元（900万元）〔工作事项5，任务9〕" in capsys.readouterr().out


def test_policy_show_as_json_can_be_read_back(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole policy, with what it extends resolved."""
    path = EXAMPLES / "my-stages.toml"
    assert run_command(monkeypatch, "policy", "show", path, "--format", "json") == 0
    assert Policy.model_validate_json(capsys.readouterr().out) == load_policy(path)


def test_policy_show_of_an_unknown_id(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest id is named."""
    assert run_command(monkeypatch, "policy", "show", "zhanjiang-2023") == 2
    assert "did you mean 'zhanjiang-bse-2023'?" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["case", "policy", "assessment"])
def test_schema(
    what: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """JSON Schema in which an amount is text, never a number."""
    assert run_command(monkeypatch, "schema", what) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["type"] == "object"
    assert '"type": "number"' not in json.dumps(schema)


def test_the_schema_of_a_case_names_its_fields(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every field of a case, each with what it means."""
    run_command(monkeypatch, "schema", "case")
    schema = json.loads(capsys.readouterr().out)
    assert list(schema["properties"]) == [*Case.model_fields, "schema_version"]


def test_version_and_help(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both end well; no words at all show the help."""
    assert run_command(monkeypatch, "--version") == 0
    assert capsys.readouterr().out.strip() == __version__
    assert run_command(monkeypatch, "--help") == 0
    assert "assess" in capsys.readouterr().out


def test_without_its_extra_the_command_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence that names the extra."""
    for name in [name for name in sys.modules if name.startswith("listing_rewards.cli.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "typer", None)
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert 'pip install "listing-rewards[cli]"' in capsys.readouterr().err
