"""What a line of an answer says of itself: what cut it, and for which award its payments count."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from listing_rewards.assessment.answer import CutBy
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN
from unit.test_constructs import ask, fixed, policy

LISTED, RAISED = "listed 2023-03-01", "raised 2023-04-01 1000"
RATE = {"rate": "10%", "of": "raised", "cap": "50"}
BEST = {"best_of": {"b": {"awards": ["a0", "a1"], "clause": "c"}}}
CAPPED = {"groups": {"g": {"title": "g", "cap": "120", "clause": "c"}}}
PARTS = {
    "instalments": {
        "half": {
            "clause": "c",
            "parts": [{"share": "50%"}, {"share": "50%", "event": "applied"}],
        }
    }
}
STAYS = {
    "title": "u", "awards": ["a0"], "broken_by": ["raised"], "before_payment": "not_payable",
    "clause": "c",
}  # fmt: skip
WITHHELD = {
    "notices": [
        {
            "id": "n", "law": "法", "since": "2023-01-01", "awards": ["a0"], "effect": "withhold",
            "text": "文",
        }
    ]
}  # fmt: skip


def paid(award: str, amount: str) -> dict[str, Any]:
    """A payment for an award."""
    return {"payments": [{"award": award, "on": "2023-09-01", "amount": amount}]}


CUTS: dict[CutBy, tuple[str, Any, dict[str, Any], tuple[str, str, str | None]]] = {
    "own_cap": ("a0", policy(RATE), {}, ("100.00", "50.00", None)),
    "deduction": (
        "a1",
        policy(fixed("30"), fixed("100", less=["a0"])),
        {},
        ("100.00", "70.00", "a0"),
    ),
    "approval": (
        "a0",
        policy(fixed("100", upto=True)),
        {"approved": {"a0": "40"}},
        ("100.00", "40.00", None),
    ),
    "condition": (
        "a0",
        policy(fixed("100", needs=["big"])),
        {"flags": {"big": False}},
        ("100.00", "0.00", None),
    ),
    "replacement": (
        "a1",
        policy(fixed("30", replaces=["a1"]), fixed("20")),
        {},
        ("20.00", "0.00", None),
    ),
    "choice": ("a1", policy(fixed("30"), fixed("20"), **BEST), {}, ("20.00", "0.00", None)),
    "common_cap": (
        "a1",
        policy(fixed("80", group="g"), fixed("60", group="g"), **CAPPED),
        {},
        ("60.00", "40.00", None),
    ),
    "not_due": ("a0", policy(fixed("100", paid_in="half"), **PARTS), {}, ("100.00", "50.00", None)),
    "payments": ("a0", policy(fixed("100")), paid("a0", "30"), ("100.00", "70.00", None)),
    "undertaking": (
        "a0",
        policy(fixed("100"), undertakings={"u": STAYS}),
        paid("a0", "30"),
        ("70.00", "0.00", None),
    ),
    "payments_of_group": (
        "a1",
        policy(fixed("80", group="g"), fixed("60", group="g"), **CAPPED),
        paid("a0", "100"),
        ("40.00", "20.00", None),
    ),
    "notice": ("a0", policy(fixed("100"), **WITHHELD), {}, ("100.00", "0.00", None)),
}


class TestCutBy:
    """What left less of an amount is named, with what was there before and after."""

    @pytest.mark.parametrize("by", CUTS)
    def test_what_cut_it(self, by: CutBy) -> None:
        """By hand, each by itself."""
        award, rules, facts, (before, after, other) = CUTS[by]
        line = ask(rules, LISTED, RAISED, **facts).line(award)
        (cut,) = [each for each in line.cut_by if each.by == by]
        assert (str(cut.before.at_most), str(cut.after.at_most), cut.award) == (
            before,
            after,
            other,
        )

    def test_each_is_shown(self) -> None:
        """Whatever can cut an amount."""
        assert set(CUTS) == set(get_args(CutBy))

    def test_what_cuts_nothing_is_left_out(self) -> None:
        """A cap above the amount, a condition that is met, room enough."""
        rules = policy(RATE | {"needs": ["big"], "group": "g"}, **CAPPED)
        answer = ask(rules, LISTED, "raised 2023-04-01 300", flags={"big": True})
        assert answer.line("a0").cut_by == ()


class TestCountsFor:
    """For which award a payment counts, and what counts for an award."""

    CHOICE = policy(fixed("30", needs=["big"]), fixed("20"), **BEST)
    REPLACED = policy(fixed("30", needs=["big"], replaces=["a1"]), fixed("20"))

    @pytest.mark.parametrize("rules", [CHOICE, REPLACED])
    @pytest.mark.parametrize(
        ("flags", "expected"), [({"big": True}, "a0"), ({"big": False}, "a1"), ({}, None)]
    )
    def test_an_alternative(self, rules: Any, flags: Any, expected: str | None) -> None:
        """For the one that is kept; a missing fact that decides leaves it open."""
        answer = ask(rules, LISTED, flags=flags, **paid("a1", "10"))
        assert answer.counts_for("a1") == expected

    def test_what_counts(self) -> None:
        """What was paid for the award that it replaces counts for it."""
        answer = ask(self.REPLACED, LISTED, flags={"big": True}, **paid("a1", "10"))
        assert answer.line("a0").counted.at_least == 10
        assert answer.line("a0").paid == 0
        assert ask(self.REPLACED, LISTED).line("a0").counted.nothing

    @pytest.mark.parametrize(
        ("flags", "expected"),
        [
            ({"big": True}, (MET, NOT_MET)),
            ({"big": False}, (NOT_MET, MET)),
            ({}, (UNKNOWN, UNKNOWN)),
        ],
    )
    def test_chosen(self, flags: Any, expected: Any) -> None:
        """Which of a choice is kept."""
        answer = ask(self.CHOICE, LISTED, flags=flags)
        assert (answer.line("a0").chosen, answer.line("a1").chosen) == expected
