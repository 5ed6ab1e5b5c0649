"""What is unknown is one fact wherever it is read: totals by hand."""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Assessment, Policy
from listing_rewards.engines.exact import assess_in_one_pass
from listing_rewards.engines.exact.splitting import MOST
from unit.test_constructs import EVENTS, ask, fixed, payable, policy

LISTED = "listed 2023-03-15"
OWNER = {"zh": "所有制", "en": "Owner", "values": {"p": "民营", "s": "国有"}}


def condition(**says: Any) -> dict[str, Any]:
    """A condition, or a part, that rests on the clause."""
    return says | {"clause": "c"}


def owned(*amounts: dict[str, Any], **more: Any) -> Policy:
    """Private or state-owned, which a case may leave open."""
    conditions = {
        "private": condition(attribute="owner", one_of=["p"]),
        "state": condition(attribute="owner", one_of=["s"]),
    }
    return policy(*amounts, conditions=conditions, attributes={"owner": OWNER}, **more)


def in_one_pass(answer: Assessment) -> str:
    """What each place that reads an unknown fact by itself would give."""
    return payable(assess_in_one_pass(answer.case, answer.policy, as_of=answer.as_of))


class TestOneFact:
    """Each by hand, with what one pass gives."""

    def test_an_attribute(self) -> None:
        """民营100万、国有50万，另均给10万: 60 or 110, never 0 to 160."""
        amounts = (fixed("100", needs=["private"]), fixed("50", needs=["state"]), fixed("10"))
        answer = ask(owned(*amounts), LISTED)
        assert in_one_pass(answer) == "10.00..160.00"
        assert [str(each) for each in answer.one_of] == ["60.00", "110.00"]
        assert answer.exact
        assert "60.00 yuan or 110.00 yuan" in answer.explain("en")
        assert "60.00元或110.00元" in answer.explain("zh")

    def test_in_and_out_of_a_group(self) -> None:
        """One of the exclusive awards under a cap, the other not."""
        amounts = (
            fixed("100", needs=["private"], group="g"),
            fixed("60", group="g"),
            fixed("50", needs=["state"]),
        )
        group = {"g": condition(title="g", cap="120")}
        answer = ask(owned(*amounts, groups=group), LISTED)
        assert payable(answer) == "110.00..120.00"
        assert str(answer.groups[0].payable) == "60.00 to 120.00"

    def test_three_that_replace_each_other(self) -> None:
        """由新三板150、由标准板270、直接300: one of the three."""
        amounts = (
            fixed("150", needs=["big"], replaces=["a1", "a2"]),
            fixed("270", needs=["small"], replaces=["a2"]),
            fixed("300"),
        )
        answer = ask(policy(*amounts), LISTED)
        assert [str(each) for each in answer.one_of] == ["150.00", "270.00", "300.00"]
        assert in_one_pass(answer) == "0.00..720.00"

    def test_a_flag_and_its_opposite(self) -> None:
        """However it turns out, the same: determined."""
        conditions = {"big": condition(flag="big"), "not": condition(not_met="big")}
        answer = ask(
            policy(fixed("30", needs=["big"]), fixed("30", needs=["not"]), conditions=conditions),
            LISTED,
        )
        assert (payable(answer), in_one_pass(answer)) == ("30.00", "0.00..60.00")
        assert answer.determined

    def test_a_figure(self) -> None:
        """On which side of a number it lies, for every condition on it."""
        conditions = {
            "much": condition(figure="invested", at_least="100"),
            "little": condition(figure="invested", below="100"),
        }
        rules = policy(
            fixed("70", needs=["much"]), fixed("20", needs=["little"]), conditions=conditions
        )
        answer = ask(rules, LISTED)
        assert (payable(answer), in_one_pass(answer)) == ("20.00..70.00", "0.00..90.00")

    def test_an_event(self) -> None:
        """It happened and earns the one, or did not and leaves the other."""
        left = {"zh": "离开", "en": "Left", "silence": "unknown"}
        rules = policy(
            fixed("70", earned_by="left"),
            fixed("20", needs=["stays"]),
            events=EVENTS | {"left": left},
            conditions={"stays": condition(absent="left")},
        )
        answer = ask(rules, LISTED)
        assert (payable(answer), in_one_pass(answer)) == ("0.00..70.00", "0.00..90.00")

    def test_a_cap_that_depends_on_it(self) -> None:
        """符合条件的合并上限更高: the award and the cap turn together."""
        groups = {"g": condition(title="g", cap="50", cap_when=[{"when": "private", "cap": "200"}])}
        amounts = (
            fixed("100", needs=["private"], group="g"),
            fixed("80", needs=["state"], group="g"),
        )
        answer = ask(owned(*amounts, groups=groups), LISTED)
        assert [str(each) for each in answer.one_of] == ["50.00", "100.00"]
        assert in_one_pass(answer) == "0.00..180.00"


class TestWhatItSays:
    """Whether a range is exact, and what it costs to say so."""

    def test_a_determined_answer_is_exact(self) -> None:
        """And has no list of amounts."""
        answer = ask(policy(fixed("100")), LISTED)
        assert (answer.exact, answer.one_of) == (True, ())

    def test_an_amount_that_nobody_gave(self) -> None:
        """Anything from 0 on: both ends are so."""
        answer = ask(policy({"unknown": "x"}), LISTED)
        assert (answer.exact, answer.one_of, answer.payable_at_most) == (True, (), None)

    def test_what_may_be_wider_says_so(self) -> None:
        """An unknown amount that another one is less: only that the range holds it."""
        answer = ask(policy({"unknown": "x"}, fixed("100", less=["a0"])), LISTED)
        assert not answer.exact
        assert "may be wider" in answer.explain("en")
        assert "可能更窄" in answer.explain("zh")

    @pytest.mark.parametrize("number", [6, 8])
    def test_more_facts_than_are_split(self, number: int) -> None:
        """Beyond the limit a fact stays unknown: sound, and not said to be exact."""
        names = [f"f{n}" for n in range(number)]
        conditions = {name: condition(flag=name) for name in names}
        conditions |= {f"not_{name}": condition(not_met=name) for name in names}
        amounts = [fixed("1", needs=[f"{way}{name}"]) for name in names for way in ("", "not_")]
        flags = {name: {"zh": name, "en": name} for name in names}
        rules = policy(*amounts, flags=flags, conditions=conditions)
        answer = ask(rules, LISTED)
        if 2**number <= MOST:
            assert payable(answer) == f"{number}.00"
        else:
            assert payable(answer) == "7.00..9.00"
            assert not answer.exact


class TestWhatHangsOnIt:
    """The needs in the order of the yuan that hang on them, with what each answer would give."""

    def test_the_most_first(self) -> None:
        """The award of 100 before that of 50, whichever is first in the policy."""
        answer = ask(policy(fixed("50", needs=["small"]), fixed("100", needs=["big"])), LISTED)
        assert [each.name for each in answer.needs] == ["big", "small"]

    def test_without_a_limit_first_of_all(self) -> None:
        """An amount that nobody gave."""
        answer = ask(policy(fixed("50", needs=["small"]), {"unknown": "x"}), LISTED)
        assert [each.kind for each in answer.needs] == ["award_amount", "flag"]

    def test_each_answer(self) -> None:
        """Over the ways in which the rest may turn out."""
        amounts = (
            fixed("150", needs=["big"], replaces=["a1", "a2"]),
            fixed("270", needs=["small"], replaces=["a2"]),
            fixed("300"),
        )
        big, small = ask(policy(*amounts), LISTED).needs
        given = [(each.answer, str(each.payable)) for each in big.answers]
        assert given == [("yes", "150.00"), ("no", "270.00 to 300.00")]
        given = [(each.answer, str(each.payable)) for each in small.answers]
        assert given == [("yes", "150.00 to 270.00"), ("no", "150.00 to 300.00")]

    def test_the_values_of_an_attribute(self) -> None:
        """By their labels."""
        answer = ask(owned(fixed("100", needs=["private"]), fixed("50", needs=["state"])), LISTED)
        (need,) = answer.needs
        assert [(each.answer, str(each.payable)) for each in need.answers] == [
            ("p", "100.00"),
            ("s", "50.00"),
        ]
        assert "民营：100.00元；国有：50.00元" in answer.explain("zh")

    def test_an_event_that_happened_or_not(self) -> None:
        """A range where its day matters besides."""
        left = {"zh": "离开", "en": "Left", "silence": "unknown"}
        rules = policy(
            fixed("70", earned_by="left"),
            fixed("20", needs=["stays"]),
            events=EVENTS | {"left": left},
            conditions={"stays": condition(absent="left")},
        )
        (need,) = ask(rules, LISTED).needs
        given = [(each.answer, str(each.payable)) for each in need.answers]
        assert given == [("did_not_happen", "20.00"), ("happened", "0.00 to 70.00")]

    def test_not_where_it_makes_no_difference(self) -> None:
        """Nothing is reported of answers that give the same."""
        conditions = {"big": condition(flag="big"), "not": condition(not_met="big")}
        answer = ask(
            policy(fixed("30", needs=["big"]), fixed("30", needs=["not"]), conditions=conditions),
            LISTED,
        )
        assert [each.answers for each in answer.needs] == [()]


FILED = {"zh": "受理", "en": "Filed"}


def filed_by(last: str, first: str, **filed: Any) -> Policy:
    """500 where filed by a day, 300 where filed from a day on; listed after that."""
    conditions = {
        "early": condition(happened="filed", last=last),
        "late": condition(happened="filed", first=first),
    }
    events = EVENTS | {"filed": FILED | filed}
    amounts = (fixed("500", needs=["early"]), fixed("300", needs=["late"]))
    return policy(*amounts, events=events, conditions=conditions)


class TestDays:
    """On which side of a day an event lies, for every condition on it; each by hand."""

    TURN = ("2022-06-30", "2022-07-01")

    @pytest.mark.parametrize(
        ("last", "first", "expected"),
        [
            ("2022-06-30", "2022-07-01", ["0.00", "300.00", "500.00"]),
            ("2022-06-30", "2022-08-01", ["0.00", "300.00", "500.00"]),
            ("2022-06-30", "2022-06-30", ["0.00", "300.00", "500.00", "800.00"]),
        ],
    )
    def test_before_and_after_a_day(self, last: str, first: str, expected: list[str]) -> None:
        """受理日在前500、在后300: both only where the two times overlap."""
        answer = ask(filed_by(last, first), LISTED)
        assert [str(each) for each in answer.one_of] == expected
        assert in_one_pass(answer) == "0.00..800.00"
        assert answer.exact

    @pytest.mark.parametrize("day", ["", "1900-01-01", *TURN, "2025-12-31"])
    def test_every_day_is_among_them(self, day: str) -> None:
        """Whatever the case says afterwards, it was listed; and each was reached."""
        rules = filed_by(*self.TURN)
        stated = (LISTED, f"filed {day}") if day else (LISTED,)
        absent = [] if day else ["filed"]
        filled = ask(rules, *stated, absent=absent)
        expected = {"": "0.00", "1900-01-01": "500.00", self.TURN[0]: "500.00"}
        assert payable(filled) == expected.get(day, "300.00")

    @pytest.mark.parametrize(
        ("listed", "expected"),
        [("2022-06-30", ["0.00", "500.00"]), ("2022-07-01", ["0.00", "300.00", "500.00"])],
    )
    def test_it_cannot_come_later_than_what_follows_it(
        self, listed: str, expected: list[str]
    ) -> None:
        """A day after the listing, which follows it, is none of its days."""
        rules = filed_by(*self.TURN)
        document = rules.model_dump(mode="json")
        document["events"]["listed"]["after"] = ["filed"]
        answer = ask(Policy.model_validate(document), f"listed {listed}")
        assert [str(each) for each in answer.one_of] == expected
        assert answer.exact

    def test_nor_earlier_than_what_it_follows(self) -> None:
        """Applied on 2022-07-01, and filed after that: never early."""
        answer = ask(filed_by(*self.TURN, after=["applied"]), LISTED, "applied 2022-07-01")
        assert [str(each) for each in answer.one_of] == ["0.00", "300.00"]

    def test_the_order_of_what_is_unknown_itself_is_not_counted_on(self) -> None:
        """What it follows is unknown too, so that the ends are not said to be reached."""
        rules = filed_by(*self.TURN, after=["applied"])
        document = rules.model_dump(mode="json")
        document["events"]["applied"]["silence"] = "unknown"
        answer = ask(Policy.model_validate(document), LISTED)
        assert (payable(answer), answer.exact) == ("0.00..500.00", False)

    @pytest.mark.parametrize("again", [{"repeats": True}, {"ended_by": "applied"}])
    def test_what_happens_again_may_have_both_days(self, again: dict[str, Any]) -> None:
        """Filed twice, on either side: both, so nothing is narrowed."""
        assert payable(ask(filed_by(*self.TURN, **again), LISTED)) == "0.00..800.00"

    def test_a_day_by_which_it_is_tested_is_more_than_days(self) -> None:
        """Tested on the application: it may be filed in time and be too late for that."""
        rules = filed_by(*self.TURN)
        document = rules.model_dump(mode="json")
        document["conditions"]["early"]["tested_on"] = "application"
        answer = ask(Policy.model_validate(document), LISTED)
        assert (payable(answer), answer.exact) == ("0.00..800.00", False)

    def test_what_it_must_follow_is_more_than_days(self) -> None:
        """In time only after another event: on which side of a day it lies does not decide."""
        document = filed_by(*self.TURN).model_dump(mode="json")
        document["conditions"]["early"]["after"] = "applied"
        answer = ask(Policy.model_validate(document), LISTED, "applied 2022-07-01")
        assert (answer.one_of, answer.exact) == ((), False)

    def test_a_day_between_is_left_open(self) -> None:
        """Filed after 30 June and before the application: neither of the two, which gives 700."""
        conditions = {
            "early": condition(happened="filed", last="2022-06-30"),
            "late": condition(happened="filed", first="2022-07-01", after="applied"),
            "not_early": condition(not_met="early"),
            "not_late": condition(not_met="late"),
        }
        between = fixed("700", earned_by="filed", needs=["not_early", "not_late"])
        amounts = (fixed("500", needs=["early"]), fixed("300", needs=["late"]), between)
        rules = policy(*amounts, events=EVENTS | {"filed": FILED}, conditions=conditions)
        stated = (LISTED, "applied 2023-01-01")
        days = ("2022-06-01", "2022-08-01", "2023-02-01")
        filled = [payable(ask(rules, *stated, f"filed {day}")) for day in days]
        assert filled == ["500.00", "700.00", "300.00"]
        answer = ask(rules, *stated)
        assert answer.payable_at_most is not None
        assert answer.payable == 0
        assert answer.payable_at_most >= 700

    def test_days_of_the_policy_turn_too(self) -> None:
        """It earns an award itself on the policy's days, which begin with 2021."""
        conditions = {"early": condition(happened="filed", last="2019-12-31")}
        amounts = (fixed("500", needs=["early"]), fixed("40", earned_by="filed"))
        events = EVENTS | {"filed": FILED | {"silence": "unknown"}}
        answer = ask(policy(*amounts, events=events, conditions=conditions), LISTED)
        assert [str(each) for each in answer.one_of] == ["0.00", "40.00", "500.00"]
