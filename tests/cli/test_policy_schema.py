"""`schema`: what an editor is given to help with a policy document or a case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run_command

from listing_rewards import load_policy
from listing_rewards.policy.schema import case_schema, document_schema

OWN = Path(__file__).parents[2] / "examples" / "my-stages.toml"


def test_of_a_policy_as_it_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `extends`, and without what the library fills in."""
    assert run_command(monkeypatch, "schema", "policy") == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema == document_schema()
    assert "extends" in schema["properties"]
    assert "based_on" not in schema["properties"]


@pytest.mark.parametrize("name", ["zhanjiang-bse-2023", str(OWN)])
def test_of_a_case_under_a_policy(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Narrowed to what the policy declares; otherwise any case."""
    assert run_command(monkeypatch, "schema", "case", "--policy", name) == 0
    assert json.loads(capsys.readouterr().out) == case_schema(load_policy(name))
    assert run_command(monkeypatch, "schema", "case") == 0
    assert json.loads(capsys.readouterr().out) == case_schema()


@pytest.mark.parametrize(
    ("words", "lang", "sentence"),
    [
        (
            ("policy", "--policy", "zhanjiang-bse-2023"),
            "en",
            "--policy narrows the schema of a case, not that of 'policy'",
        ),
        (
            ("assessment", "-p", "zhanjiang-bse-2023"),
            "zh",
            "--policy 只用于限定案例（case）的模式，不用于 “assessment”",
        ),
        (("case", "-p", "zhanjiang-2023"), "en", "did you mean 'zhanjiang-bse-2023'?"),
    ],
)
def test_unusable(
    words: tuple[str, ...],
    lang: str,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One sentence, and status 2."""
    assert run_command(monkeypatch, "schema", *words, "--lang", lang) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
