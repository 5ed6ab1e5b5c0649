"""Which of an event's stated amounts count, computed by hand; and what does not is reported."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Assessment, InvalidPolicy
from listing_rewards.report.policy import describe
from unit.test_constructs import EVENTS, ask, fixed, payable, policy

LIFE = (
    "listed 2022-05-31",
    "raised 2020-12-31 1",
    "raised 2021-05-31 20",
    "raised 2022-05-31 300",
    "raised 2022-11-30 4000",
    "raised 2022-12-01 50000",
)
"""The policy's days begin on 2021-01-01; six months after 31 May end on 30 November."""


def rate(counted: Any = None) -> dict[str, Any]:
    """All of what was raised, as far as it counts."""
    amount = {"rate": "100%", "of": "raised"}
    return amount if counted is None else {**amount, "counted": counted}


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        (None, "54320.00"),
        ("in_force", "54320.00"),
        ("all", "54321.00"),
        ({"after": "listed"}, "54300.00"),
        ({"after": "listed", "within_months": 6}, "4300.00"),
        ({"after": "listed", "within_months": 6, "within_days": 1}, "54300.00"),
        ({"before": "listed"}, "321.00"),
        ({"before": "listed", "within_years": 1}, "320.00"),
        ({"before": "listed", "within_months": 11}, "300.00"),
        ({"before": "listed", "within_days": 516}, "321.00"),
        ({"before": "listed", "within_days": 515}, "320.00"),
    ],
)
def test_what_counts(counted: Any, expected: str) -> None:
    """On the policy's days, all, or within a time of the listing; both ends included."""
    assert payable(ask(policy(rate(counted)), *LIFE)) == expected


def test_a_time_around_an_event_that_has_not_happened() -> None:
    """Nothing lies within it; as long as that is unknown, any of what is stated may count."""
    events = EVENTS | {"applied": EVENTS["applied"] | {"silence": "unknown"}}
    rules = policy(rate({"after": "applied"}), events=events)
    answer = ask(rules, *LIFE)
    assert payable(answer) == "0.00..54321.00"
    assert [need.name for need in answer.needs] == ["applied"]
    assert payable(ask(rules, *LIFE, absent=["applied"])) == "0.00"
    assert payable(ask(rules, *LIFE, "applied 2022-12-01")) == "50000.00"


def not_counted(answer: Assessment) -> list[tuple[str, ...]]:
    """What is reported not to count: kind, award, day."""
    return [
        (each.kind, each.names[0], str(each.on))
        for each in answer.remarks
        if each.kind.startswith("amount_")
    ]


class TestNoAmountIsDroppedWithoutAWord:
    """What was stated and does not count is reported with its award, the day and the reason."""

    def test_before_the_first_day_and_after_the_last(self) -> None:
        """An amount of another event, before the policy's days and after them."""
        days = {"first": "2021-01-01", "last": "2022-11-30", "clause": "c"}
        answer = ask(policy(rate(), in_force=days), *LIFE)
        assert payable(answer) == "4320.00"
        assert not_counted(answer) == [
            ("amount_too_early", "a0", "2020-12-31"),
            ("amount_too_late", "a0", "2022-12-01"),
        ]
        text = answer.explain("en")
        assert '! "Raised" of 2020-12-31, 1.00 yuan, does not count for "a0"' in text
        assert "before the policy's first day, 2021-01-01" in text
        assert "晚于政策末日（2022-11-30）" in answer.explain("zh")
        assert answer.in_words("en").awards[0].notes[0].startswith('"Raised" of 2020-12-31')

    def test_outside_a_time(self) -> None:
        """And outside the time around another event, whatever the policy's days are."""
        answer = ask(policy(rate({"before": "listed", "within_months": 11})), *LIFE)
        assert {day for _, _, day in not_counted(answer)} == {
            "2020-12-31", "2021-05-31", "2022-11-30", "2022-12-01",
        }  # fmt: skip
        assert 'outside the time allowed around "Listed"' in answer.explain("en")

    def test_a_condition_reads_it(self) -> None:
        """Also where the award is refused for it."""
        enough = {"figure": "raised", "at_least": "1", "clause": "c"}
        rules = policy(fixed("1", needs=["enough"]), conditions={"enough": enough})
        answer = ask(rules, "listed 2022-05-31", "raised 2020-12-31 1")
        assert payable(answer) == "0.00"
        assert not_counted(answer) == [("amount_too_early", "a0", "2020-12-31")]
        assert "2020-12-31" in answer.explain("en")

    def test_nothing_is_told_where_all_counts(self) -> None:
        """Or where it is what earns the award, of which its checks tell."""
        assert not_counted(ask(policy(rate("all")), *LIFE)) == []
        own = policy(rate() | {"earned_by": "raised"})
        answer = ask(own, "raised 2020-12-31 1", "raised 2021-05-31 20")
        assert payable(answer) == "20.00"
        assert not_counted(answer) == []
        assert "2020-12-31" in answer.explain("en")


def test_the_policy_says_it() -> None:
    """In both languages."""
    window = {"after": "listed", "within_months": 12}
    enough = {"figure": "raised", "at_least": "1", "counted": "all", "clause": "c"}
    rules = policy(rate(window) | {"needs": ["enough"]}, conditions={"enough": enough})
    english, chinese = describe(rules, "en"), describe(rules, "zh")
    assert 'counting what lies within 12 months after "Listed"' in english
    assert "“上市”后12个月内的金额" in chinese
    assert "counting all that happened, on whatever day" in english
    assert "全部金额，不论日期" in chinese


@pytest.mark.parametrize("window", [{"within_months": 1}, {"after": "listed", "before": "listed"}])
def test_a_time_has_one_side(window: dict[str, Any]) -> None:
    """After an event or before it."""
    with pytest.raises(InvalidPolicy) as error:
        policy(rate(window))
    assert [each.code for each in error.value.faults] == ["after_or_before"]
