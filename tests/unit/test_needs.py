"""What an answer asks for: what would settle it, and nothing that would not; by hand."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Policy
from unit.test_constructs import EVENTS, ask, fixed, payable, policy
from unit.test_exactness import OF_WHOLE, dated
from unit.test_together import FILED, LISTED, condition
from unit.test_unknown_cap import BY_BANDS, OF_INVESTED

KNOWN_CAP = {
    "of": "invested",
    "bands": [
        {"below": "100", "rate": "10%", "cap": "5"},
        {"at_least": "100", "rate": "10%", "cap": "unknown"},
    ],
}
FROM_100 = {"of": "invested", "bands": [{"at_least": "100", "rate": "10%", "cap": "unknown"}]}
EITHER = {"of": "invested", "bands": [{"at_most": "10", "fixed": "1"}, {"fixed": "3"}]}
FILED_UNKNOWN = EVENTS | {"filed": FILED | {"silence": "unknown"}}


def asked(rules: Policy, *events: str, **facts: Any) -> list[str]:
    """Each fact that is asked for."""
    return [f"{each.kind} {each.name}" for each in ask(rules, LISTED, *events, **facts).needs]


class TestCapsAndBands:
    """A cap that nobody gives, and a table that does not tell which band holds."""

    @pytest.mark.parametrize(
        ("amount", "invested"),
        [
            (OF_INVESTED | {"floor": "50"}, "1"),
            (BY_BANDS, "99"),
            (KNOWN_CAP, "99"),
            (EITHER, "11"),
            (fixed("5"), "1"),
        ],
    )
    def test_where_it_cannot_matter(self, amount: dict[str, Any], invested: str) -> None:
        """The amount is settled without it: only the condition is open."""
        rules = policy(amount | {"needs": ["big"]})
        assert asked(rules, figures={"invested": invested}) == ["flag big"]

    @pytest.mark.parametrize(
        ("amount", "figures", "expected"),
        [
            (OF_INVESTED, {"invested": "200"}, ["award_cap a0"]),
            (KNOWN_CAP, {"invested": "200"}, ["award_cap a0"]),
            (KNOWN_CAP, {}, ["figure invested", "award_cap a0"]),
            (FROM_100, {}, ["figure invested", "award_cap a0"]),
            (dated(BY_BANDS, OF_INVESTED), {"invested": "200"}, ["award_cap a0"]),
            (dated(BY_BANDS, OF_INVESTED), {}, ["figure invested", "award_cap a0"]),
            (dated(BY_BANDS, FROM_100), {}, ["figure invested", "award_cap a0"]),
            (EITHER, {"invested": "10"}, ["band a0"]),
            (EITHER, {}, ["figure invested"]),
        ],
    )
    def test_where_it_may(
        self, amount: dict[str, Any], figures: dict[str, str], expected: list[str]
    ) -> None:
        """It would cut the amount, or tell which of two it is."""
        assert asked(policy(amount), figures=figures) == expected


class TestWhatIsCounted:
    """The number of events, or of full units of a figure."""

    def test_events(self) -> None:
        """Whether there are any; not what they came to."""
        rules = policy(fixed("10", per="filed"), events=FILED_UNKNOWN)
        assert asked(rules) == ["event filed"]
        each = policy(fixed("10", per="raised", needs=["big"]))
        assert asked(each, "raised 2023-06-01") == ["flag big"]

    def test_a_figure(self) -> None:
        """每满100给3: the figure."""
        assert asked(policy(fixed("3", per="whole", every="100"))) == ["figure whole"]


class TestApplied:
    """On which day the award was applied for."""

    RULES = policy(
        fixed("10", needs=["in_time"]),
        events=FILED_UNKNOWN,
        conditions={"in_time": condition(applied={"after": "filed", "within_months": 6})},
    )

    def test_both_are_open(self) -> None:
        """The day from which the time runs, and that of the application."""
        assert asked(self.RULES) == ["event filed", "application a0"]

    def test_only_the_event_is(self) -> None:
        """Applied for on a stated day."""
        assert asked(self.RULES, applied={"a0": "2023-09-01"}) == ["event filed"]

    def test_none_is_where_the_event_did_not_happen(self) -> None:
        """There is no day from which the time could run: refused."""
        answer = ask(self.RULES, LISTED, absent=["filed"])
        assert (payable(answer), answer.needs) == ("0.00", ())

    def test_only_the_application_is(self) -> None:
        """Too late as of today, and perhaps applied for in time."""
        assert asked(self.RULES, "filed 2023-03-16") == ["application a0"]


def test_rows_of_another_table() -> None:
    """Of two dated tables the first holds, which has more rows than the one that may be cut."""
    rows = [{"at_least": f"{n}00", "below": f"{n + 1}00", "fixed": f"{n}"} for n in range(4)]
    four = {"of": "raised", "bands": [*rows, {"at_least": "400", "fixed": "4"}]}
    rules = policy(dated(four, KNOWN_CAP | {"of": "raised"}))
    assert asked(rules, "raised 2023-06-01 350", "raised 2023-07-01") == ["event_amount raised"]


def test_a_line_asks_for_what_the_awards_ask_that_it_hangs_on() -> None:
    """100 under a condition, less a share of what is not stated: both are asked for."""
    answer = ask(policy(OF_WHOLE, fixed("100", less=["a0"], needs=["big"])), LISTED)
    assert [each.name for each in answer.line("a1").needs] == ["big", "whole"]


def test_what_hangs_on_each_answer_to_a_question_of_many() -> None:
    """The answers of up to eight values are listed, of nine they are not."""
    for values, listed in ((8, 8), (9, 0)):
        kinds = {
            "zh": "行业",
            "en": "Industry",
            "values": {f"v{n}": f"{n}类" for n in range(values)},
        }
        rules = policy(
            fixed("10", needs=["first"]),
            attributes={"industry": kinds},
            conditions={"first": condition(attribute="industry", one_of=["v0"])},
        )
        (need,) = ask(rules, LISTED).needs
        assert len(need.answers) == listed


def test_the_need_on_which_the_most_yuan_hang_comes_first() -> None:
    """From 300 to 310 ten yuan are open, and 100 from nothing to 100."""
    rules = policy(
        fixed("300", times=[{"factor": "103%", "when": "big"}]), fixed("100", needs=["small"])
    )
    assert asked(rules) == ["flag small", "flag big"]
    assert asked(policy(OF_WHOLE | {"cap": "20"}, fixed("100", needs=["small"]))) == [
        "flag small",
        "figure whole",
    ]
