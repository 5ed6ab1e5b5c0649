"""Parts of an award that are for somebody else: sums and shares, never beyond the award."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from property.small_policies import policy_of
from property.strategies import generated_questions
from property.values import Question

from listing_rewards import Bounds, Case, InvalidPolicy, assess
from listing_rewards.values.money import read_yuan

TEAM = {"zh": "高管团队", "en": "the management"}


def parts(award: dict[str, Any], *, case: dict[str, Any] | None = None) -> list[Bounds]:
    """What is for others of one award for a listing on 1 March 2024."""
    halves = {"clause": "c", "parts": [{"share": "50%"}, {"share": "50%", "years": 1}]}
    amount = award.get("amount", {"fixed": "500万元"})
    listed = {"id": "listed", "title": "listed", "clause": "c", "earned_by": "listed"}
    whole = listed | award | {"amount": {"clause": "c"} | amount}
    policy = policy_of({}, awards=[whole], instalments={"halves": halves})
    happened = {"events": [{"kind": "listed", "on": "2024-03-01"}]}
    stated = {"enterprise": {"name": "示例甲公司"}} | happened | (case or {})
    answer = assess(Case.model_validate(stated), policy, as_of=date(2024, 12, 31))
    return [each.payable for each in answer.line("listed").of_which]


def bounds(least: str, most: str | None = None) -> Bounds:
    """A range in 万元."""
    return Bounds(read_yuan(f"{least}万元"), read_yuan(f"{most or least}万元"))


def test_a_sum_and_a_share_in_their_order() -> None:
    """500: 200 for the team, a tenth of all 500 for another; 250 stay with the enterprise."""
    which = [{"recipient": TEAM, "amount": "200万元"}, {"recipient": "保荐机构", "share": "10%"}]
    assert parts({"of_which": which}) == [bounds("200"), bounds("50")]


def test_never_beyond_the_award() -> None:
    """Of 500, 400 and then 100 of the other 200: a later part has what is left."""
    which = [
        {"recipient": TEAM, "amount": "400万元"},
        {"recipient": "保荐机构", "amount": "200万元"},
    ]
    assert parts({"of_which": which}) == [bounds("400"), bounds("100")]


def test_a_share_has_no_more_than_is_left() -> None:
    """Of 500, 400 for the team; half of all 500 would be 250, and 100 are left."""
    which = [{"recipient": TEAM, "amount": "400万元"}, {"recipient": "保荐机构", "share": "50%"}]
    assert parts({"of_which": which}) == [bounds("400"), bounds("100")]


def test_a_share_beside_a_ceiling() -> None:
    """最高500万元，从所获奖励中提取10%: of 300 approved 30; nothing approved yet: 0 to 50."""
    award = {
        "amount": {"fixed": "500万元", "upto": True},
        "of_which": [{"recipient": TEAM, "share": "10%"}],
    }
    assert parts(award, case={"approved": {"listed": "300万元"}}) == [bounds("30")]
    assert parts(award) == [bounds("0", "50")]


def test_a_share_is_rounded_once() -> None:
    """0.333% of 1,001 yuan is 3.33333 yuan: 3.33, half up to the fen."""
    [part] = parts(
        {"amount": {"fixed": "1001元"}, "of_which": [{"recipient": TEAM, "share": "0.333%"}]}
    )
    assert part == Bounds(Decimal("3.33"), Decimal("3.33"))


def test_what_was_paid_may_have_held_some_of_a_sum() -> None:
    """500, 200 for the team; 100 were paid: of the 400 left at least 100 and at most 200."""
    award = {"of_which": [{"recipient": TEAM, "amount": "200万元"}]}
    paid = {"payments": [{"award": "listed", "on": "2024-06-01", "amount": "100万元"}]}
    assert parts(award, case=paid) == [bounds("100", "200")]


def test_what_is_not_due_may_hold_some_of_a_sum() -> None:
    """500 in halves, 200 for the team: of the 250 due now at least 0 and at most 200."""
    award = {
        "paid_in": "halves",
        "of_which": [{"recipient": TEAM, "amount": "200万元"}],
    }
    assert parts(award) == [bounds("0", "200")]


def test_nothing_payable_has_no_parts() -> None:
    """Not listed: there is nothing to pass on."""
    award = {"of_which": [{"recipient": TEAM, "amount": "200万元"}]}
    assert parts(award, case={"events": []}) == []


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ([{"recipient": TEAM}], "sum_or_share"),
        ([{"recipient": TEAM, "amount": "1元", "share": "1%"}], "sum_or_share"),
        (
            [{"recipient": TEAM, "share": "60%"}, {"recipient": "保荐机构", "share": "41%"}],
            "shares_beyond_the_whole",
        ),
    ],
)
def test_refused(part: list[dict[str, Any]], code: str) -> None:
    """Neither or both of a sum and a share; shares beyond the whole."""
    with pytest.raises(InvalidPolicy) as raised:
        parts({"of_which": part})
    assert [each.code for each in raised.value.faults] == [code]


@given(generated_questions())
def test_parts_are_within_what_is_payable(question: Question) -> None:
    """其中…、从所获奖励中提取…: together never more than what is payable, each at least nothing."""
    for line in question.answer().lines:
        least = sum((each.payable.at_least for each in line.of_which), Decimal(0))
        assert line.payable.at_most is None or least <= line.payable.at_most
        for each in line.of_which:
            assert each.payable.at_least >= 0
            if line.payable.at_most is not None:
                assert each.payable.at_most is not None
                assert each.payable.at_most <= line.payable.at_most
