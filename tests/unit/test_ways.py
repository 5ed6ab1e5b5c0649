"""The ways in which what is unknown may turn out: what goes together and what does not, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Policy
from unit.test_constructs import EVENTS, FIGURES, ask, fixed, payable, policy
from unit.test_together import FILED, LISTED, condition, in_one_pass

FILED_UNKNOWN = EVENTS | {"filed": FILED | {"silence": "unknown"}}
LEFT_UNKNOWN = EVENTS | {"left": {"zh": "离开", "en": "Left", "silence": "unknown"}}


class TestNumbers:
    """An unknown number lies on one side of each number at which a rule turns."""

    @pytest.mark.parametrize("base", ["whole", "raised"])
    @pytest.mark.parametrize(
        ("lower", "upper", "expected"),
        [
            ({"at_least": "100"}, {"at_least": "200"}, "10.00..30.00"),
            ({"over": "100"}, {"over": "200"}, "10.00..30.00"),
            ({"below": "200"}, {"below": "100"}, "10.00..30.00"),
            ({"at_most": "200"}, {"at_most": "100"}, "10.00..30.00"),
        ],
    )
    def test_two_numbers(
        self, base: str, lower: dict[str, str], upper: dict[str, str], expected: str
    ) -> None:
        """10 on this side of the one, 20 short of the other; both between, never none."""
        conditions = {
            "one": condition(figure=base, **lower),
            "other": condition(figure=base, **upper),
            "short": condition(not_met="other"),
        }
        rules = policy(
            fixed("10", needs=["one"]), fixed("20", needs=["short"]), conditions=conditions
        )
        answer = ask(rules, LISTED, "raised 2023-06-01")
        assert payable(answer) == expected
        assert in_one_pass(answer) == "0.00..30.00"

    def test_amounts_of_which_some_are_stated(self) -> None:
        """Raised 120 and a sum that is not stated: 10% below 200, otherwise 50: from 12 to 50."""
        conditions = {
            "little": condition(figure="raised", below="200"),
            "much": condition(figure="raised", at_least="200"),
        }
        share = {"rate": "10%", "of": "raised", "needs": ["little"]}
        rules = policy(share, fixed("50", needs=["much"]), conditions=conditions)
        answer = ask(rules, LISTED, "raised 2023-06-01 120", "raised 2023-07-01")
        assert payable(answer) == "12.00..50.00"

    def test_a_figure_that_has_a_limit(self) -> None:
        """At most 1,000: what asks for 2,000 is not met, whatever the figure is."""
        figures = FIGURES | {"whole": FIGURES["whole"] | {"at_most": "1000"}}
        conditions = {
            "much": condition(figure="whole", at_least="2000"),
            "little": condition(figure="whole", below="2000"),
        }
        amounts = (fixed("70", needs=["much"]), fixed("20", needs=["little"]))
        answer = ask(policy(*amounts, figures=figures, conditions=conditions), LISTED)
        assert payable(answer) == "20.00"

    def test_a_share_below_a_number(self) -> None:
        """10% below 100, otherwise 50: from 0, also of a figure that may be anything."""
        conditions = {
            "little": condition(figure="whole", below="100"),
            "much": condition(figure="whole", at_least="100"),
        }
        share = {"rate": "10%", "of": "whole", "needs": ["little"]}
        rules = policy(share, fixed("50", needs=["much"]), conditions=conditions)
        assert payable(ask(rules, LISTED)) == "0.00..50.00"

    def test_two_tables(self) -> None:
        """3 below 100, and 4 from 200 on: one of them or none, never both."""
        below = {"of": "whole", "bands": [{"below": "100", "fixed": "3"}]}
        above = {"of": "whole", "bands": [{"at_least": "200", "fixed": "4"}]}
        answer = ask(policy(below, above), LISTED)
        assert (payable(answer), in_one_pass(answer)) == ("0.00..4.00", "0.00..7.00")

    def test_two_figures_that_hang_together(self) -> None:
        """较低者 is no more than either: what asks for both at odds is not said to be possible."""
        figures = FIGURES | {
            "lower": {"zh": "较低者", "en": "Lower",
                      "made": {"way": "lower_of", "of": ["invested", "whole"]}},
        }  # fmt: skip
        conditions = {
            "lower": condition(figure="lower", at_least="100"),
            "much": condition(figure="whole", at_least="100"),
            "little": condition(not_met="much"),
            "not_lower": condition(not_met="lower"),
        }
        amounts = (
            fixed("10", needs=["lower"]),
            fixed("5", needs=["much"]),
            fixed("20", needs=["little"]),
            fixed("40", needs=["not_lower"]),
        )
        answer = ask(policy(*amounts, figures=figures, conditions=conditions), LISTED)
        assert answer.payable <= 15
        assert (answer.one_of, answer.exact) == ((), False)

    def test_a_loss(self) -> None:
        """Below 0 it is not over 0, and counts as 0."""
        conditions = {
            "profit": condition(figure="whole", over="0"),
            "loss": condition(not_met="profit"),
        }
        amounts = (fixed("10", needs=["profit"]), fixed("3", needs=["loss"]))
        assert payable(ask(policy(*amounts, conditions=conditions), LISTED)) == "3.00..10.00"


def left(*amounts: dict[str, Any], **conditions: dict[str, Any]) -> Policy:
    """Awards of a policy under which nobody knows whether an enterprise left."""
    told = {name: condition(**each) for name, each in conditions.items()}
    return policy(*amounts, events=LEFT_UNKNOWN, conditions=told)


class TestWhetherItHappened:
    """What follows from an event's having happened on whatever day, and what does not."""

    STAYS, GONE = fixed("20", needs=["stays"]), fixed("70", needs=["gone"])

    def test_that_it_happened_and_that_it_did_not(self) -> None:
        """20 where it stays and 70 where it left: one of the two."""
        rules = left(self.STAYS, self.GONE, stays={"absent": "left"}, gone={"happened": "left"})
        assert payable(ask(rules, LISTED)) == "20.00..70.00"

    def test_not_that_it_happened_in_time(self) -> None:
        """70 only where it left after the application: it may have left before, which gives 0."""
        gone = {"happened": "left", "after": "applied"}
        rules = left(self.STAYS, self.GONE, stays={"absent": "left"}, gone=gone)
        answer = ask(rules, LISTED, "applied 2023-06-01")
        days = {"2023-05-31": "0.00", "2023-06-01": "70.00"}
        for day, expected in days.items():
            assert payable(ask(rules, LISTED, "applied 2023-06-01", f"left {day}")) == expected
        assert payable(answer) == "0.00..70.00"

    @pytest.mark.parametrize(
        ("how", "on"),
        [
            ({"after_event": True}, "2023-03-14"),
            ({"tested_on": "event"}, "2023-03-16"),
            ({"tested_on": "application"}, "2024-01-02"),
        ],
    )
    def test_not_that_it_was_gone_by_the_day_that_counts(
        self, how: dict[str, Any], on: str
    ) -> None:
        """Left on another day than the one that counts: 20 for staying and 70 for having left."""
        rules = left(
            self.STAYS, self.GONE, stays={"absent": "left"} | how, gone={"happened": "left"}
        )
        applied = {"a0": "2024-01-01"}
        assert payable(ask(rules, LISTED, f"left {on}", applied=applied)) == "90.00"
        answer = ask(rules, LISTED, applied=applied)
        assert answer.payable_at_most == 90

    def test_what_was_paid_before_it_left(self) -> None:
        """Paid 40 of 100: where it left, nothing more is payable for it, but 70 for leaving."""
        stays = {"absent": "left", "tested_on": "payment"}
        rules = left(
            fixed("100", needs=["stays"]), self.GONE, stays=stays, gone={"happened": "left"}
        )
        paid = [{"award": "a0", "on": "2023-06-01", "amount": "40"}]
        gone = ask(rules, LISTED, "left 2024-01-01", payments=paid)
        assert [payable(gone), payable(ask(rules, LISTED, payments=paid, absent=["left"]))] == [
            "70.00",
            "60.00",
        ]
        assert (payable(gone), str(gone.entitled)) == ("70.00", "110.00")
        answer = ask(rules, LISTED, payments=paid)
        assert (payable(answer), str(answer.entitled)) == ("60.00..70.00", "70.00 to 110.00")

    def test_what_is_open_in_some_ways_alone(self) -> None:
        """By 42 counties, left or not, and if it left, in time or not: 126 ways, and 2 in each."""
        counties = {f"v{n}": f"{n}县" for n in range(42)}
        conditions = {
            "first": condition(attribute="county_of", one_of=["v0"]),
            "elsewhere": condition(not_met="first"),
            "late": condition(happened="left", after="applied"),
            "not_late": condition(not_met="late"),
        }
        rules = policy(
            *(fixed("1", needs=[name]) for name in conditions),
            events=LEFT_UNKNOWN,
            conditions=conditions,
            attributes={"county_of": {"zh": "县区", "en": "County of", "values": counties}},
        )
        assert payable(ask(rules, LISTED, "applied 2023-06-01")) == "2.00"


def test_two_awards_that_several_events_earn() -> None:
    """Earned by either of two, of which nothing is known: 150 in place of 300, or nothing."""
    either = {"any_of": ["filed", "left"]}
    amounts = (
        fixed("150", replaces=["a1"], earned_by=either),
        fixed("300", earned_by=either),
        fixed("7"),
    )
    rules = policy(*amounts, events=FILED_UNKNOWN | LEFT_UNKNOWN)
    assert payable(ask(rules, LISTED, "filed 2023-06-01")) == "157.00"
    assert payable(ask(rules, LISTED, absent=["filed", "left"])) == "7.00"
    assert payable(ask(rules, LISTED)) == "7.00..157.00"


class TestHowOften:
    """So much for each event, of which it is not known whether there was any."""

    def test_in_the_policys_time_or_before(self) -> None:
        """100 for the first filing and 10 for each, at most 30: nothing, or up to 130.

        Of what happens once, up to 110.
        """
        amounts = fixed("10", per="filed", cap="30"), fixed("100", earned_by="filed")
        often = FILED_UNKNOWN | {"filed": FILED_UNKNOWN["filed"] | {"repeats": True}}
        assert payable(ask(policy(*amounts, events=often), LISTED)) == "0.00..130.00"
        assert payable(ask(policy(*amounts, events=FILED_UNKNOWN), LISTED)) == "0.00..110.00"


class TestOnWhichDay:
    """The days between those on which something turns."""

    def test_a_condition_met_on_one_day_alone(self) -> None:
        """By 1 July and not by 30 June: filed on 1 July, which is among its days."""
        conditions = {
            "june": condition(happened="filed", last="2022-06-30"),
            "july": condition(happened="filed", last="2022-07-01"),
            "not_june": condition(not_met="june"),
        }
        rules = policy(fixed("500", needs=["july", "not_june"]), events=FILED_UNKNOWN,
                       conditions=conditions)  # fmt: skip
        answer = ask(rules, LISTED)
        assert [str(each) for each in answer.one_of] == ["0.00", "500.00"]

    @pytest.mark.parametrize(
        ("order", "events", "expected"),
        [
            ({"filed": ["applied", "left"]}, ("applied 2022-01-01", "left 2022-07-01"), "300.00"),
            ({"filed": ["applied", "left"]}, ("applied 2022-07-01", "left 2022-01-01"), "300.00"),
            ({"applied": ["filed"], "left": ["filed"]},
             ("applied 2022-06-30", "left 2022-12-31"), "500.00"),
            ({"applied": ["filed"], "left": ["filed"]},
             ("applied 2022-12-31", "left 2022-06-30"), "500.00"),
        ],
    )  # fmt: skip
    def test_it_lies_between_all_that_come_before_and_after(
        self, order: dict[str, list[str]], events: tuple[str, ...], expected: str
    ) -> None:
        """500 by 30 June 2022, 300 from 1 July on: after the later of two, before the earlier."""
        conditions = {
            "early": condition(happened="filed", last="2022-06-30"),
            "late": condition(happened="filed", first="2022-07-01"),
        }
        kinds = {
            name: each | {"after": order.get(name, [])}
            for name, each in (FILED_UNKNOWN | LEFT_UNKNOWN).items()
        }
        amounts = (fixed("500", needs=["early"]), fixed("300", needs=["late"]))
        rules = policy(*amounts, events=kinds, conditions=conditions)
        answer = ask(rules, LISTED, *events)
        assert [str(each) for each in answer.one_of] == ["0.00", expected]
