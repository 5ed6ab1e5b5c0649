"""Another base, rate or cap under a condition, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import InvalidPolicy
from unit.test_constructs import ask, fixed, payable, policy

LISTED = "listed 2023-05-31"
BY_RATE = {"rate": "2%", "of": "invested", "instead": [{"when": "big", "rate": "3%"}]}
BY_CAP = {
    "rate": "2%", "of": "invested", "cap": "50", "instead": [{"when": "big", "cap": "100"}],
}  # fmt: skip
BY_BASE = {"rate": "2%", "of": "invested", "instead": [{"when": "big", "of": "whole"}]}
BY_TWO = {
    "rate": "2%", "of": "invested", "cap": "50",
    "instead": [{"when": "big", "rate": "3%"}, {"when": "small", "cap": "100"}],
}  # fmt: skip
AT_ONCE = {
    "rate": "2%", "of": "invested", "cap": "50",
    "instead": [{"when": "big", "rate": "3%", "cap": "40"}],
}  # fmt: skip
THE_FIRST = {
    "rate": "2%", "of": "invested",
    "instead": [{"when": "big", "rate": "3%"}, {"when": "small", "rate": "4%"}],
}  # fmt: skip
CONDITIONS = {
    "big": {"flag": "big", "clause": "c"},
    "usual": {"not_met": "big", "clause": "c"},
}


def flags(stated: str) -> dict[str, bool]:
    """What is stated, as in ``+big -small``."""
    return {each[1:]: each[0] == "+" for each in stated.split()}


@pytest.mark.parametrize(
    ("amount", "stated", "expected"),
    [
        # 2% of 3,000 is 60; 3% is 90
        (BY_RATE, "-big", "60.00"),
        (BY_RATE, "+big", "90.00"),
        (BY_RATE, "", "60.00..90.00"),
        # 60, at most 50 or 100
        (BY_CAP, "-big", "50.00"),
        (BY_CAP, "+big", "60.00"),
        (BY_CAP, "", "50.00..60.00"),
        # 2% of the whole of 5,000 is 100
        (BY_BASE, "-big", "60.00"),
        (BY_BASE, "+big", "100.00"),
        (BY_BASE, "", "60.00..100.00"),
        # only what is above 1,000: 2% of 2,000 is 40, of 4,000 it is 80
        (BY_BASE | {"above": "1000"}, "-big", "40.00"),
        (BY_BASE | {"above": "1000"}, "+big", "80.00"),
        # two conditions of their own: 50, 60, 50 and 90
        (BY_TWO, "-big -small", "50.00"),
        (BY_TWO, "-big +small", "60.00"),
        (BY_TWO, "+big -small", "50.00"),
        (BY_TWO, "+big +small", "90.00"),
        (BY_TWO, "+small", "60.00..90.00"),
        (BY_TWO, "", "50.00..90.00"),
        # one condition for both: 60 at most 50, or 90 at most 40, and nothing else
        (AT_ONCE, "-big", "50.00"),
        (AT_ONCE, "+big", "40.00"),
        (AT_ONCE, "", "40.00..50.00"),
        # the first that is met goes before the others
        (THE_FIRST, "+big +small", "90.00"),
        (THE_FIRST, "-big +small", "120.00"),
        (THE_FIRST, "+small", "90.00..120.00"),
        (THE_FIRST, "+big", "90.00"),
    ],
)  # fmt: skip
def test_what_holds(amount: dict[str, Any], stated: str, expected: str) -> None:
    """The one under the condition where it is met, the amount's own where not, else either."""
    figures = {"invested": "3000", "whole": "5000"}
    answer = ask(policy(amount), LISTED, figures=figures, flags=flags(stated))
    assert payable(answer) == expected
    assert answer.exact


def test_the_same_condition_is_one_fact_in_one_amount() -> None:
    """2% of 600 is 12 at most 50, 3% is 18 at most 15: 12 or 15, not 12 to 18."""
    lower = {"when": "big", "rate": "3%", "cap": "15"}
    rules = policy(AT_ONCE | {"instead": [lower]})
    answer = ask(rules, LISTED, figures={"invested": "600"})
    assert payable(answer) == "12.00..15.00"
    assert [str(each) for each in answer.one_of] == ["12.00", "15.00"]


def test_it_is_one_fact_among_many_that_are_not_stated() -> None:
    """Ten awards of 1, each with a flag of its own; of the last, 12 or 15: 12 to 25, not to 28."""
    names = [f"f{n}" for n in range(10)]
    lower = {"when": "big", "rate": "3%", "cap": "15"}
    rules = policy(
        *(fixed("1", needs=[name]) for name in names),
        AT_ONCE | {"instead": [lower]},
        flags={name: name for name in (*names, "big")},
        conditions={name: {"flag": name, "clause": "c"} for name in (*names, "big")},
    )
    assert payable(ask(rules, LISTED, figures={"invested": "600"})) == "12.00..25.00"


def test_the_same_condition_is_one_fact_in_two_awards() -> None:
    """60 where it is not met and 90 where it is; another award of 30 only where it is not: 90."""
    rules = policy(
        BY_RATE,
        fixed("30", needs=["usual"]),
        conditions=CONDITIONS,
    )
    answer = ask(rules, LISTED, figures={"invested": "3000", "whole": "0"})
    assert payable(answer) == "90.00"
    assert answer.determined


def test_of_each_year_and_event_by_itself() -> None:
    """100 and 2,000 in 2023, 3,000 in 2024; 3% at most 100 of each, or 2% at most 50."""
    raised = ("raised 2023-06-01 100", "raised 2023-07-01 2000", "raised 2024-06-01 3000")
    lower = {"when": "big", "rate": "3%", "cap": "100"}
    for scope, met, not_met in (("year", "153.00", "92.00"), ("event", "153.00", "92.00")):
        rules = policy(
            {"rate": "2%", "of": "raised", "cap": "50", "cap_per": scope, "instead": [lower]}
        )
        assert payable(ask(rules, LISTED, *raised, flags={"big": True})) == met
        assert payable(ask(rules, LISTED, *raised, flags={"big": False})) == not_met
        assert payable(ask(rules, LISTED, *raised)) == f"{not_met}..{met}"


def test_rounding_stays_within_the_cap_that_holds() -> None:
    """2% of 495 is 9.90, in whole yuan 10: at most 10.40 it is 10, at most 9.50 it is 9."""
    amount = {
        "rate": "2%", "of": "invested", "cap": "9.50", "instead": [{"when": "big", "cap": "10.40"}],
    }  # fmt: skip
    rules = policy(amount, rounding={"unit": "1", "clause": "c"})
    for stated, expected in (("+big", "10.00"), ("-big", "9.00"), ("", "9.00..10.00")):
        answer = ask(rules, LISTED, figures={"invested": "495"}, flags=flags(stated))
        assert payable(answer) == expected


def test_both_languages_say_what_holds() -> None:
    """The step, with its condition and its truth."""
    rules, figures = policy(BY_TWO), {"invested": "3000"}
    met = ask(rules, LISTED, figures=figures, flags={"big": True, "small": True})
    assert '3% instead (met: "大"): 90.00 yuan [1]' in met.explain("en")
    assert "改按 3% 计（符合：“大”）：90.00元〔1〕" in met.explain("zh")
    open_ = ask(rules, LISTED, figures=figures)
    assert 'perhaps 3% (not known: "大"): between 60.00 yuan and 90.00 yuan' in open_.explain("en")
    assert [each.name for each in open_.needs] == ["big", "small"]


@pytest.mark.parametrize(
    ("amount", "code", "path"),
    [
        ({"rate": "2%", "of": "invested", "instead": [{"when": "big"}]}, "instead_of_nothing",
         "amount.instead[0]"),
        ({"rate": "2%", "of": "invested", "instead": [{"when": "big", "cap": "9"}]},
         "instead_of_no_cap", "amount.instead[0].cap"),
        ({"rate": "2%", "of": "invested", "cap": "unknown",
          "instead": [{"when": "big", "cap": "9"}]}, "instead_of_no_cap", "amount.instead[0].cap"),
        ({"rate": "2%", "of": "raised", "cap_per": "year",
          "instead": [{"when": "big", "of": "whole"}]}, "instead_of_each_base",
         "amount.instead[0].of"),
        ({"rate": "2%", "of": "invested", "instead": [{"when": "bigg", "rate": "3%"}]},
         "undeclared", "instead"),
    ],
)  # fmt: skip
def test_what_is_refused(amount: dict[str, Any], code: str, path: str) -> None:
    """Each with its place."""
    with pytest.raises(InvalidPolicy) as error:
        policy(amount)
    (found,) = error.value.faults
    assert found.code == code
    assert path in str(found.path)


def test_left_out_it_is_not_in_the_data() -> None:
    """Documents and digests of before are as they were."""
    amount = policy({"rate": "2%", "of": "invested"}).awards[0].amount
    assert "instead" not in amount.model_dump()
