"""A hundred screening cases computed by hand, on both sides of every number."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from listing_rewards.plan import list_standards, load_standard
from listing_rewards.policy.standards import FigureLimb
from plan.asking import asked, finding

with (Path(__file__).parent / "screening_cases.csv").open(encoding="utf-8") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=[f"{n}" for n, _ in enumerate(CASES, 2)])
def test_by_hand(case: dict[str, str]) -> None:
    """The outcome, and where it is written how far it is off."""
    found = finding(asked(case["standard"], case["facts"]), case["condition"])
    assert found.outcome == case["outcome"], case["why"]
    if case["short_by"]:
        assert found.short_by == Decimal(case["short_by"]), case["why"]


def test_they_are_a_hundred_and_more() -> None:
    """And every number of every standard is met by one of them and missed by another."""
    assert len(CASES) > 100
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case in CASES:
        screening = asked(case["standard"], case["facts"])
        for top in screening.findings:
            for each in top.leaves():
                seen[screening.standard, each.condition].add(each.outcome)
    lacking = [
        (name, condition)
        for name in list_standards()
        for condition, limb in load_standard(name).leaves.items()
        if isinstance(limb, FigureLimb) and not {"met", "not_met"} <= seen[name, condition]
    ]
    assert lacking == []
