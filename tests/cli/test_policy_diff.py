"""`policy diff`: an amendment in words, or its changes as data; the status tells whether any."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import list_policies, load_policy
from listing_rewards.policy.diff import changes_as_data
from listing_rewards.report.amendment import amendment

OWN = Path(__file__).parents[2] / "examples" / "my-stages.toml"
SOURCE = list_policies()[0]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_differences(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The amendment, and status 1."""
    assert run_command(monkeypatch, "policy", "diff", SOURCE, OWN, "--lang", lang) == 1
    expected = amendment(load_policy(SOURCE), load_policy(OWN), lang)  # type: ignore[arg-type]
    assert capsys.readouterr().out == f"{expected}\n"


def test_no_differences(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said in words, an empty list as data, and status 0."""
    assert run_command(monkeypatch, "policy", "diff", OWN, OWN) == 0
    assert capsys.readouterr().out.endswith("\n\nThe content is the same.\n")
    assert run_command(monkeypatch, "policy", "diff", OWN, OWN, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_as_data(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of changes: path, kind, before, after."""
    assert run_command(monkeypatch, "policy", "diff", SOURCE, OWN, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert data == changes_as_data(load_policy(SOURCE), load_policy(OWN))
    assert data[1]["path"] == "awards.neeq_listed.amount"
    assert data[1]["kind"] == "changed"
    assert data[1]["after"]["fixed"] == "500000.00"


@pytest.mark.parametrize("names", [(SOURCE, "zhanjiang-2023"), ("none.toml", SOURCE)])
def test_unusable(
    names: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document that is not there: its sentence, and status 2."""
    assert run_command(monkeypatch, "policy", "diff", *names, "--lang", "zh") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("没有政策") or ": 没有政策" in err
