"""10,000 random cases: the library and the command agree with the second reading, to the fen."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from command import run_command
from profiles import few

from listing_rewards import Case, InvalidCase, assess, load_policy
from oracle.lives import life, some_day
from oracle.second_reading import ILLUSTRATIVE, UNKNOWN_STAGES, second_reading

HOW_MANY = few(10_000)
POLICIES: dict[str, Mapping[str, int | None]] = {
    "zhanjiang-bse-2023": UNKNOWN_STAGES,
    "zhanjiang-bse-2023-illustrative": ILLUSTRATIVE,
}


@pytest.mark.parametrize("policy_id", POLICIES)
def test_the_library_agrees_with_the_second_reading(policy_id: str) -> None:
    """Every line and both totals, at both ends."""
    dice = random.Random(policy_id)
    policy, stages = load_policy(policy_id), POLICIES[policy_id]
    impossible = compared = 0
    for _ in range(HOW_MANY):
        document, as_of = life(dice), some_day(dice)
        try:
            answer = assess(Case.model_validate(document), policy, as_of=as_of)
        except InvalidCase as error:
            impossible += all(fault.code == "impossible_order" for fault in error.faults)
            continue
        assert_same(json.loads(answer.model_dump_json()), document, as_of, stages)
        compared += 1
    assert compared + impossible == HOW_MANY
    assert impossible < HOW_MANY / 20


def test_the_command_agrees_with_the_second_reading(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same through JSON Lines in and out; the rows keep their order."""
    dice = random.Random("command")
    as_of = date(2025, 12, 31)
    policy_id = "zhanjiang-bse-2023-illustrative"
    policy = load_policy(policy_id)
    documents: list[dict[str, Any]] = []
    while len(documents) < HOW_MANY:
        document = life(dice)
        document["enterprise"] = {"name": f"示例企业{len(documents)}"}
        try:
            assess(Case.model_validate(document), policy, as_of=as_of)
        except InvalidCase:
            continue
        documents.append(document)
    given, found = tmp_path / "cases.jsonl", tmp_path / "answers.jsonl"
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in documents)
    given.write_text(text, encoding="utf-8")
    status = run_command(
        monkeypatch, "assess", given, "--policy", policy_id, "--as-of", as_of, "-o", found
    )
    assert status == 0, capsys.readouterr().err
    with found.open(encoding="utf-8") as lines:
        answers = [json.loads(line) for line in lines]
    assert len(answers) == HOW_MANY
    for document, answer in zip(documents, answers, strict=True):
        assert answer["case"]["enterprise"] == {
            **document["enterprise"],
            "uscc": None,
            "county": None,
        }
        assert_same(answer, document, as_of, ILLUSTRATIVE)


def assert_same(
    answer: Mapping[str, Any],
    document: dict[str, Any],
    as_of: date,
    stages: Mapping[str, int | None],
) -> None:
    """Compare an answer's document with the second reading's, in fen."""
    expected = second_reading(document, as_of, stages)
    total = {"at_least": answer["payable"], "at_most": answer["payable_at_most"]}
    assert _fen(total) == expected.payable, (document, as_of)
    for line in answer["lines"]:
        other = expected.lines[line["award"]]
        found = [_fen(line[name]) for name in ("nominal", "entitled", "payable", "overpaid")]
        wanted = [other.nominal, other.entitled, other.payable, other.overpaid]
        assert found == wanted, (line["award"], document, as_of)
        assert Decimal(line["paid"]) * 100 == other.paid
        assert line["truth"] == other.truth


def _fen(bounds: Mapping[str, str | None]) -> tuple[int, int | None]:
    least, most = bounds["at_least"], bounds["at_most"]
    assert least is not None
    return int(Decimal(least) * 100), None if most is None else int(Decimal(most) * 100)
