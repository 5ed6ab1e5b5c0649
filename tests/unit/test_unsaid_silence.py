"""How silence reads where a document does not say: no amount rests on what nobody stated."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from listing_rewards import Policy
from unit.test_constructs import ask, fixed, policy

BANDS = {
    "of": "raised",
    "bands": [
        {"below": "8亿元", "fixed": "300万元"},
        {"at_least": "8亿元", "fixed": "400万元"},
    ],
}
UNSAID: dict[str, dict[str, Any]] = {
    "listed": {"zh": "上市", "en": "Listed"},
    "applied": {"zh": "申请", "en": "Applied"},
    "raised": {"zh": "募资", "en": "Raised", "amount": True, "repeats": True},
    "left": {"zh": "摘牌", "en": "Left"},
}
YEAR = {"seasoning": "applied", "years": 1, "restarted_by": "left", "clause": "c"}


def of(*amounts: dict[str, Any], **conditions: dict[str, Any]) -> Policy:
    """A policy that says of no event how silence about it reads."""
    return policy(*amounts, events=UNSAID, conditions=conditions)


def ends(rules: Policy, *life: str, **stated: Any) -> tuple[Decimal, Decimal | None]:
    """What is payable, from and to."""
    answer = ask(rules, *life, **stated)
    return answer.payable, answer.payable_at_most


class TestWhatARuleReads:
    """Unknown as soon as a rule of a claimed award reads its day or its amount."""

    def test_proceeds_that_nobody_stated_are_not_nothing(self) -> None:
        """Listed, proceeds not stated, bands of 300 and 400万元 by proceeds: one of the two."""
        assert ends(of(BANDS), "listed 2023-05-01") == (Decimal(3000000), Decimal(4000000))
        assert ends(of(BANDS), "listed 2023-05-01", absent=["raised"]) == (Decimal(3000000),) * 2

    def test_a_base_that_nobody_stated(self) -> None:
        """A share of proceeds, at most 100: 0 to 100, with the proceeds as what would settle it."""
        rules = of({"rate": "10%", "of": "raised", "cap": "100元"})
        answer = ask(rules, "listed 2023-05-01")
        assert (answer.payable, answer.payable_at_most) == (Decimal(0), Decimal(100))
        assert [need.name for need in answer.needs] == ["raised"]

    def test_the_start_of_a_full_year_and_its_break(self) -> None:
        """A start that is not stated; a start that is, and a break that is not."""
        rules = of(fixed("10元", needs=["year"]), year=YEAR)
        assert ends(rules, "listed 2023-05-01") == (Decimal(0), Decimal(10))
        assert ends(rules, "listed 2023-05-01", "applied 2021-01-01") == (Decimal(0), Decimal(10))
        settled = ends(rules, "listed 2023-05-01", "applied 2021-01-01", absent=["left"])
        assert settled == (Decimal(10), Decimal(10))

    def test_a_day_within_a_time(self) -> None:
        """Applied within six months after being listed: not stated is not too late."""
        within = {"happened": "applied", "after": "listed", "within_months": 6, "clause": "c"}
        rules = of(fixed("10元", needs=["in_time"]), in_time=within)
        assert ends(rules, "listed 2023-05-01") == (Decimal(0), Decimal(10))


class TestWhatReadsNeither:
    """A milestone that is not stated is not reached."""

    @pytest.mark.parametrize(
        "condition", [{"happened": "applied"}, {"not_met": "gone"}], ids=["happened", "absent"]
    )
    def test_whether_it_happened_at_all(self, condition: dict[str, str]) -> None:
        """On whatever day, or not at all: silence reads as it did before."""
        gone = {"absent": "applied", "clause": "c"}
        rules = of(fixed("10元", needs=["k"]), k=condition | {"clause": "c"}, gone=gone)
        assert ends(rules, "listed 2023-05-01") == (Decimal(0), Decimal(0))

    def test_the_event_that_earns_the_award(self) -> None:
        """Not stated, it has not happened, although its own amount is the base."""
        amount = {"rate": "10%", "of": "raised", "cap": "100元", "earned_by": "raised"}
        assert ends(of(amount)) == (Decimal(0), Decimal(0))

    def test_what_the_document_says_prevails(self) -> None:
        """`did_not_happen` is taken at its word."""
        said = UNSAID | {"raised": UNSAID["raised"] | {"silence": "did_not_happen"}}
        rules = policy(BANDS, events=said)
        assert ends(rules, "listed 2023-05-01") == (Decimal(3000000),) * 2


def test_what_is_read_is_written_out() -> None:
    """A policy that is kept with an answer says of every event how silence about it reads."""
    rules = of(BANDS)
    assert {name: kind.silence for name, kind in rules.events.items()} == {
        "listed": "did_not_happen",
        "applied": "did_not_happen",
        "raised": "unknown_if_needed",
        "left": "did_not_happen",
    }
    assert Policy.model_validate(rules.model_dump()) == rules
