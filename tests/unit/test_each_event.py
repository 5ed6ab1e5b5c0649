"""What each of several events gives, and in which order they count, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from unit.test_constructs import DATED, ask, payable, policy

UP = {"unit": "1", "mode": "up", "clause": "c"}
OF_EACH = {"of": "raised"}


class TestCapsOfEachEvent:
    """Rounded up to the yuan once, and never above what the caps leave."""

    @pytest.mark.parametrize(
        ("amount", "expected"),
        [
            # 2% of 1,000 and of 2,000 are each capped at 10.25: 20.50, of which 20 are whole.
            (OF_EACH | {"rate": "2%", "cap": "10.25", "cap_per": "event"}, "20.00"),
            # the same by a table of one band
            (
                OF_EACH
                | {"applied_per": "event", "bands": [{"over": "0", "rate": "2%", "cap": "10.25"}]},
                "20.00",
            ),
            # 100.10 for the first, which no cap limits, and 10.25: 110.35, rounded up
            (
                OF_EACH
                | {
                    "applied_per": "event",
                    "bands": [
                        {"over": "0", "at_most": "1000", "fixed": "100.10"},
                        {"over": "1000", "rate": "2%", "cap": "10.25"},
                    ],
                },
                "111.00",
            ),
        ],
    )
    def test_of_two(self, amount: dict[str, Any], expected: str) -> None:
        """1,000 and 2,000 raised."""
        rules = policy(amount, rounding=UP)
        answer = ask(rules, "listed 2022-01-01", "raised 2022-02-01 1000", "raised 2022-03-01 2000")
        assert payable(answer) == expected

    def test_of_whichever_band_it_is(self) -> None:
        """Raised, and how much is unknown: up to 20.75, of which 20 are whole."""
        bands = [
            {"below": "1000", "rate": "2%", "cap": "10.25"},
            {"at_least": "1000", "rate": "3%", "cap": "20.75"},
        ]
        rules = policy({"of": "raised", "bands": bands}, rounding=UP)
        assert payable(ask(rules, "listed 2022-01-01", "raised 2022-02-01")) == "0.00..20.00"


class TestTheOrderOfACase:
    """Events count in the order of their days, however the case lists them."""

    RAISED = policy(
        DATED.awards[0].amount.model_dump(exclude_defaults=True) | {"earned_by": "raised"}
    )

    @pytest.mark.parametrize("days", [("2022-05-01", "2023-05-01"), ("2023-05-01", "2022-05-01")])
    def test_the_first_of_two_earns_it(self, days: tuple[str, str]) -> None:
        """100 since 2022, 50 since 2023: the first day is of 2022."""
        assert payable(ask(self.RAISED, *[f"raised {day} 1" for day in days])) == "100.00"

    def test_of_one_day_known_amounts_come_first(self) -> None:
        """In the steps, one whose amount is not stated is last."""
        rules = policy({"of": "raised", "rate": "100%"})
        for events in (("raised 2022-01-01", "raised 2022-01-01 5"),):
            for listed in (events, events[::-1]):
                steps = ask(rules, "listed 2022-01-01", *listed).line("a0").steps
                assert [str(step.result.at_most) for step in steps[:2]] == ["5.00", "None"]

    @pytest.mark.parametrize("number", [2, 3])
    def test_alike_in_every_respect(self, number: int) -> None:
        """Reported, from two on: one may be written twice."""
        rules = policy({"of": "raised", "rate": "100%"})
        answer = ask(rules, "listed 2022-01-01", *["raised 2022-01-01 5"] * number)
        assert [each.kind for each in answer.remarks] == ["identical_events"]
        alone = ask(rules, "listed 2022-01-01", "raised 2022-01-01 5")
        assert alone.remarks == ()
