"""The days between which an award is to be applied for, by hand."""

from __future__ import annotations

from typing import Any

from listing_rewards.assessment import AppliedCheck
from unit.test_constructs import EVENTS, ask, fixed, policy


class TestWhenToApply:
    """The first and the last day to apply, as the check states them."""

    MAY = EVENTS | {"listed": EVENTS["listed"] | {"repeats": True}}

    def check(self, window: dict[str, Any], *events: str, on: str, as_of: str) -> AppliedCheck:
        """The check of an application made on a day."""
        applied = {"in_time": {"applied": window, "clause": "c"}}
        rules = policy(fixed("100", needs=["in_time"]), events=self.MAY, conditions=applied)
        answer = ask(rules, *events, as_of=as_of, applied={"a0": on})
        assert not any("appl" in each.kind for each in answer.remarks)
        (check,) = [each for each in answer.line("a0").checks if isinstance(each, AppliedCheck)]
        return check

    def test_the_later_of_two_first_days(self) -> None:
        """From the application of 1 March on, but not before June."""
        window = {"after": "applied", "within_months": 12, "first": "2022-06-01"}
        found = self.check(
            window, "listed 2022-01-01", "applied 2022-03-01", on="2022-07-01", as_of="2022-12-31"
        )
        assert (found.truth, str(found.first), str(found.last)) == (
            "met", "2022-06-01", "2023-03-01",
        )  # fmt: skip

    def test_from_the_first_day_on_which_it_is_earned(self) -> None:
        """Listed before the policy's days, and on them: the second listing earns the award."""
        found = self.check(
            {"within_months": 6}, "listed 2020-06-01", "listed 2022-06-01",
            on="2022-12-01", as_of="2022-12-31",
        )  # fmt: skip
        assert (found.truth, str(found.first), str(found.last)) == (
            "met", "2022-06-01", "2022-12-01",
        )  # fmt: skip

    def test_from_an_event_before_the_policy(self) -> None:
        """An event of December 2020 sets the time, though the policy begins in January."""
        found = self.check(
            {"after": "applied", "within_months": 6}, "listed 2021-02-01", "applied 2020-12-01",
            on="2021-06-01", as_of="2021-12-31",
        )  # fmt: skip
        assert (found.truth, str(found.last)) == ("met", "2021-06-01")

    def test_on_the_as_of_date(self) -> None:
        """Applied for today: that is the day of the application."""
        found = self.check(
            {"last": "2022-06-30"}, "listed 2022-01-01", on="2022-06-30", as_of="2022-06-30"
        )
        assert (found.truth, str(found.on)) == ("met", "2022-06-30")
