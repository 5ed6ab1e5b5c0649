"""Every example gives the amount computed by hand, and its explanation stands as reviewed."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from listing_rewards import Assessment, Case, assess, load_policy

EXAMPLES = Path(__file__).parents[2] / "examples"
INDEX: list[dict[str, Any]] = tomllib.loads((EXAMPLES / "index.toml").read_text(encoding="utf-8"))[
    "example"
]


def answers(example: dict[str, Any]) -> list[Assessment]:
    """The answer for each day the example is asked for."""
    text = (EXAMPLES / "cases" / example["file"]).read_text(encoding="utf-8")
    case, policy = Case.model_validate_json(text), load_policy(example["policy"])
    return [assess(case, policy, as_of=asked["as_of"]) for asked in example["asked"]]


def test_every_case_stands_in_the_index() -> None:
    """No example is left without its hand-computed amount."""
    assert {each["file"] for each in INDEX} == {path.name for path in EXAMPLES.glob("cases/*.json")}


@pytest.mark.parametrize("example", INDEX, ids=lambda example: str(example["file"]))
def test_payable_as_worked_out_by_hand(example: dict[str, Any]) -> None:
    """Both ends, to the fen, on each day asked for."""
    found = [(str(each.payable), str(each.payable_at_most)) for each in answers(example)]
    assert found == [(asked["payable"], asked["at_most"]) for asked in example["asked"]]


def test_explanations_stand_as_reviewed() -> None:
    """The texts under examples/explained are what the library says today."""
    texts = dict(runpy.run_path(str(EXAMPLES / "build_explained.py"))["explained"]())
    assert {path.name for path in texts} == {path.name for path in EXAMPLES.glob("explained/*")}
    for path, text in texts.items():
        assert path.read_text(encoding="utf-8") == text, path.name


@pytest.mark.parametrize("example", INDEX, ids=lambda example: str(example["file"]))
def test_an_explanation_names_every_award_clause_and_amount(example: dict[str, Any]) -> None:
    """In both languages: each award by its title, the total, each assumption, need and notice."""
    for answer in answers(example):
        for lang in ("en", "zh"):
            text = answer.explain("en" if lang == "en" else "zh")
            assert f"{answer.payable:,}" in text
            for award in answer.policy.awards:
                assert (award.title.en if lang == "en" else award.title.zh) in text
            for assumption in answer.assumptions:
                assert (assumption.reason.en if lang == "en" else assumption.reason.zh) in text
            for notice in answer.notices:
                assert (notice.law.en if lang == "en" else notice.law.zh) in text
            assert "{" not in text
            assert "None" not in text


def test_the_notice_of_decree_798_is_raised_in_its_example() -> None:
    """A BSE listing on or after 2025-02-15 asks for a review, and its amount stands."""
    (example,) = (each for each in INDEX if "decree-798" in each["file"])
    (answer,) = answers(example)
    (notice,) = (each for each in answer.notices if each.id == "decree-798")
    assert notice.awards == ("bse_listed",)
    assert answer.line("bse_listed").payable.at_least == 5_000_000


def test_a_missing_neeq_day_is_named_as_needed() -> None:
    """The range comes with the fact that would settle it."""
    (example,) = (each for each in INDEX if "neeq-day-missing" in each["file"])
    (answer,) = answers(example)
    assert not answer.determined
    assert [(need.kind, need.name) for need in answer.needs] == [("event", "neeq_listed")]
