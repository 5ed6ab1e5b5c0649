"""`policy prove` and `policy diff --effect`: laws in words or as data, cases as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import Case

SOURCE = "zhanjiang-bse-2023"
OWN = Path(__file__).parents[2] / "examples" / "my-stages.toml"
EVENTS = ("--events", "1")
BEFORE_A_WITHDRAWAL = """
id = "stages-before-a-withdrawal"
extends = "zhanjiang-bse-2023-illustrative"

[document]
title.zh = "示例县奖励办法（虚构示例）"
title.en = "Example County rules (fictional)"
issuer.zh = "示例县财政局（虚构）"
issuer.en = "Example County finance bureau (fictional)"

[events.withdrawn]
zh = "撤回申报"
en = "withdrawn"

[conditions.not_withdrawn]
absent = "withdrawn"
clause = "task-9"

[conditions.withdrawn_later]
happened = "withdrawn"
after = "neeq_listed"
clause = "task-9"

[conditions.kept]
any_of = ["not_withdrawn", "withdrawn_later"]
clause = "task-9"

[[awards]]
id = "neeq_listed"
needs = ["kept"]
"""
"""A stage earns nothing after a withdrawal; none of the cases beside the numbers is of that."""


def test_all_is_proved(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A line each, the bounds, a summary, and status 0."""
    assert run_command(monkeypatch, "policy", "prove", SOURCE, *EVENTS) == 0
    out = capsys.readouterr().out
    assert out.startswith("WHAT HOLDS OF zhanjiang-bse-2023 FOR EVERY ENTERPRISE\nFor every case ")
    assert "up to 1 events of one kind" in out
    assert "holds for all  Staged rewards for NEEQ and BSE listing: never more is entitled" in out
    assert out.endswith(" 0 to be looked at, 0 not decided.\n")


def test_in_chinese(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What never happens is said, and is status 1: the stages of the schedule miss the cap."""
    assert run_command(monkeypatch, "policy", "prove", OWN, *EVENTS, "--lang", "zh") == 1
    out = capsys.readouterr().out
    assert "绝无此情形　新三板挂牌与北交所上市分阶段奖励：上限可以达到\n" in out
    assert out.endswith("须查看2条，未能判定0条。\n")


def test_a_range_that_is_wider_is_no_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is reported, with the case as it is asked and under either answer; status 0."""
    policy = OWN.parent / "ledger" / "policy.toml"
    assert run_command(monkeypatch, "policy", "prove", policy, *EVENTS, "--lang", "en") == 0
    out = capsys.readouterr().out
    (place,) = [i for i, line in enumerate(out.splitlines()) if line.startswith("the range is ")]
    told = [line.split(",")[0].strip() for line in out.splitlines()[place + 1 : place + 4]]
    assert told == ["not stated", "answered yes", "answered no"]
    assert " 0 to be looked at, 0 not decided." in out


def test_as_data_and_as_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each law with its status; each case in a file of its own, which `assess` replays."""
    words = ("policy", "prove", SOURCE, *EVENTS, "--format", "json", "--cases", tmp_path / "cases")
    assert run_command(monkeypatch, *words) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["policy"], data["events"], data["proved"]) == (SOURCE, 1, True)
    shown = [each for each in data["laws"] if each["status"] == "shown"]
    for each in shown:
        file = tmp_path / "cases" / f"{each['law']}-{each['subject']}.json"
        case = Case.model_validate_json(file.read_text(encoding="utf-8"))
        assert case == Case.model_validate(each["cases"][0]["case"])
        ask = ("assess", file, "--policy", SOURCE, "--as-of", each["cases"][0]["as_of"])
        assert run_command(monkeypatch, *ask) == 0
        (answer,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert answer["payable"] == each["cases"][0]["payable"]


def test_a_file_that_is_there_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case that was written before is not written over; status 2."""
    there = tmp_path / "can_be_granted-regional_financing.json"
    there.write_text("mine", encoding="utf-8")
    assert run_command(monkeypatch, "policy", "prove", SOURCE, *EVENTS, "--cases", tmp_path) == 2
    assert there.read_text(encoding="utf-8") == "mine"
    assert str(there) in capsys.readouterr().err


def test_the_same(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A policy gives what it gives; two that differ do not, and the smallest case says so."""
    assert run_command(monkeypatch, "policy", "prove", "--same", SOURCE, SOURCE, *EVENTS) == 0
    assert "6 hold for all" in capsys.readouterr().out
    assert run_command(monkeypatch, "policy", "prove", "--same", SOURCE, OWN, *EVENTS) == 1
    out = capsys.readouterr().out
    assert "COUNTEREXAMPLE  Reward for listing on NEEQ: the same amounts\n    before (" in out
    assert (
        "\n    after (our-county-2024), as of 2023-07-07: Listed on NEEQ on 2023-07-07 -> " in out
    )


def test_the_effect(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What changes from the one to the other, each with its case; status 1 where it does."""
    ask = ("policy", "diff", SOURCE, OWN, "--effect", *EVENTS)
    assert run_command(monkeypatch, *ask, "--cases", tmp_path) == 1
    out = capsys.readouterr().out
    assert "there is a case  Reward for listing on NEEQ: more than before\n" in out
    assert "never  Reward for financing on the regional equity market: less than before\n" in out
    assert (tmp_path / "gives_more-neeq_listed-1.json").is_file()
    assert run_command(monkeypatch, "policy", "diff", SOURCE, SOURCE, "--effect", *EVENTS) == 0
    assert "0 differences, 12 proved not to be, 0 not decided.\n" in capsys.readouterr().out


def test_a_case_for_every_branch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cases beside the numbers, then those that a solver finds; what is out of reach first."""
    policy, file = tmp_path / "policy.toml", tmp_path / "cases.toml"
    policy.write_text(BEFORE_A_WITHDRAWAL, encoding="utf-8")
    words = ("policy", "cases", policy, "-o", file, "--lang", "en", "--every-branch")
    assert run_command(monkeypatch, *words) == 0
    text = file.read_text(encoding="utf-8")
    assert "\n# out of reach, proved for up to 2 events of one kind: " in text
    about = [line for line in text.splitlines() if line.startswith("about = ")]
    assert sum("refused by this alone" in line for line in about) == 1
    capsys.readouterr()
    assert run_command(monkeypatch, "policy", "try", file, "--lang", "en") == 0
    assert capsys.readouterr().out.startswith("65 cases, 0 filled in")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("prove", SOURCE, SOURCE), "name one"),
        (("prove", "--same", SOURCE), "name two"),
        (("prove", SOURCE, "--events", "9"), "from 1 to 6"),
        (("prove", SOURCE, "--seconds", "-1"), "above 0"),
        (("prove", "no-such-policy"), "no-such-policy"),
        (("diff", "--effect", SOURCE, SOURCE, "--events", "0"), "from 1 to 6"),
    ],
)
def test_unusable(
    words: tuple[str, ...],
    code: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What no proof can be about is refused in one sentence, with status 2."""
    assert run_command(monkeypatch, "policy", *words) == 2
    assert code in capsys.readouterr().err
