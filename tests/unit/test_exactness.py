"""When both ends of a range are said to be reached, and when not; by hand.

A range always holds the truth. `exact` says besides that some case gives each of its ends; where
that is not certain, it is not said.
"""

from __future__ import annotations

from typing import Any

import pytest

from listing_rewards import Policy
from unit.test_constructs import EVENTS, FIGURES, ask, fixed, payable, policy
from unit.test_together import FILED, LISTED, OWNER, condition, owned

OF_WHOLE = {"rate": "10%", "of": "whole"}
UP_TO_100 = FIGURES | {"whole": FIGURES["whole"] | {"at_most": "100"}}
BANDS = {"of": "whole", "bands": [{"below": "100", "fixed": "1"},
                                  {"at_least": "100", "rate": "10%"}]}  # fmt: skip


def dated(first: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    """One amount for what happens since 2022, another since 2024."""
    years = (("2022-01-01", first), ("2024-01-01", then))
    return {"dated": [{"since": day, "amount": each | {"clause": "c"}} for day, each in years]}


class TestABaseThatIsNotStated:
    """A share of a figure, of which the case says nothing."""

    @pytest.mark.parametrize(
        ("amounts", "figures", "expected", "exact"),
        [
            ((OF_WHOLE,), FIGURES, "0.00..?", True),
            ((OF_WHOLE, fixed("5")), FIGURES, "5.00..?", True),
            ((OF_WHOLE | {"cap": "20"},), FIGURES, "0.00..20.00", True),
            ((OF_WHOLE | {"cap": "20"},), UP_TO_100, "0.00..10.00", True),
            ((OF_WHOLE | {"of": "invested", "minus": ["whole"]},), FIGURES, "0.00..10.00", False),
            ((OF_WHOLE | {"minus": ["invested"]},), FIGURES, "0.00..?", False),
            ((BANDS,), FIGURES, "1.00..?", False),
            ((fixed("3", per="whole", every="100"),), FIGURES, "0.00..?", False),
            ((OF_WHOLE, OF_WHOLE), FIGURES, "0.00..?", False),
        ],
    )
    def test_a_share_of_it_alone(
        self,
        amounts: tuple[dict[str, Any], ...],
        figures: dict[str, Any],
        expected: str,
        exact: bool,  # noqa: FBT001
    ) -> None:
        """Of 0 it is 0; there is no limit but the cap of 20, and 10 where a limit is 100."""
        answer = ask(policy(*amounts, figures=figures), LISTED, figures={"invested": "100"})
        assert (payable(answer), answer.exact) == (expected, exact)

    @pytest.mark.parametrize(("cap", "exact"), [("200", True), ("unknown", False)])
    def test_under_a_common_cap(self, cap: str, exact: bool) -> None:  # noqa: FBT001
        """由新三板150、直接300, at most 200 together, or at most what nobody says."""
        group = {"g": condition(title="g", cap=cap)}
        amounts = (fixed("150", needs=["big"], replaces=["a1"], group="g"), fixed("300", group="g"))
        answer = ask(policy(*amounts, groups=group), LISTED)
        assert (str(answer.payable_at_most), answer.exact) == (
            "200.00" if exact else "300.00",
            exact,
        )


class TestEachEnd:
    """The least may be reached in one way in which the facts turn out, the most in another."""

    def test_by_two_ways(self) -> None:
        """国有50、民营100, and 10% of what is not stated, at most 20: from 50 to 120."""
        amounts = (fixed("100", needs=["private"]), fixed("50", needs=["state"]))
        answer = ask(owned(*amounts, OF_WHOLE | {"cap": "20"}), LISTED)
        assert (payable(answer), answer.exact) == ("50.00..120.00", True)

    @pytest.mark.parametrize(
        ("private", "state", "expected"),
        [("300", "0", "0.00..300.00"), ("5", "10", "5.00..30.00"), ("5", "0", "0.00..20.00")],
    )
    def test_one_of_them_is_not_enough(self, private: str, state: str, expected: str) -> None:
        """国有 gives 10% of a difference, which is not said to reach its cap of 20."""
        share = OF_WHOLE | {"minus": ["invested"], "cap": "20", "needs": ["state"]}
        amounts = (fixed(private, needs=["private"]), fixed(state, needs=["state"]), share)
        answer = ask(owned(*amounts), LISTED, figures={"invested": "100"})
        assert (payable(answer), answer.exact) == (expected, False)


class TestWhatThePolicyLeavesOpen:
    """An amount that replaces another, and that the source or an approval does not settle."""

    @pytest.mark.parametrize(
        "amount",
        [
            {"unknown": "x"},
            dated({"unknown": "x"}, fixed("5")),
            {"of": "whole", "bands": [{"below": "100", "fixed": "1"},
                                      {"at_least": "100", "unknown": "x"}]},
            OF_WHOLE | {"cap": "unknown"},
            dated(OF_WHOLE | {"cap": "unknown"}, OF_WHOLE),
            OF_WHOLE | {"upto": True},
        ],
    )  # fmt: skip
    def test_is_not_looked_into(self, amount: dict[str, Any]) -> None:
        """Alone it may be anything within its range; beside what it replaces that is not said."""
        figures = {"whole": "3000"}
        assert ask(policy(amount), LISTED, figures=figures).exact
        replacing = policy(amount | {"replaces": ["a1"]}, fixed("100"), fixed("7", needs=["big"]))
        assert not ask(replacing, LISTED, figures=figures).exact

    def test_approved_it_is_open_no_more(self) -> None:
        """An approved 50 of at most 300, in place of 100; and 7 under a condition."""
        ceiling = OF_WHOLE | {"upto": True, "replaces": ["a1"]}
        rules = policy(ceiling, fixed("100"), fixed("7", needs=["big"]))
        answer = ask(rules, LISTED, figures={"whole": "3000"}, approved={"a0": "50"})
        assert (payable(answer), answer.exact) == ("50.00..57.00", True)

    def test_amounts_that_are_known(self) -> None:
        """由新三板150、直接300: one replaces the other, with a share that is not stated."""
        amounts = (fixed("150", needs=["big"], replaces=["a1"]), fixed("300"), OF_WHOLE)
        answer = ask(policy(*amounts), LISTED)
        assert (payable(answer), answer.exact) == ("150.00..?", True)


class TestAnEventOfWhichNothingIsKnown:
    """It did not happen; or it did, in the policy's time or before."""

    UNKNOWN = EVENTS | {"filed": FILED | {"silence": "unknown"}}

    @pytest.mark.parametrize(
        ("as_of", "expected"),
        [("2025-12-31", ("0.00..100.00", True)), ("2021-01-01", ("0.00..100.00", True))],
    )
    def test_that_earns_an_award(self, as_of: str, expected: tuple[str, bool]) -> None:
        """Either is possible, also on the first day of the policy, 1 January 2021."""
        answer = ask(policy(fixed("100", earned_by="filed"), events=self.UNKNOWN), as_of=as_of)
        assert (payable(answer), answer.exact) == expected
        (need,) = answer.needs
        given = {each.answer: str(each.payable) for each in need.answers}
        assert given == {"did_not_happen": "0.00", "happened": "0.00 to 100.00"}

    def test_of_which_the_day_decides(self) -> None:
        """100 and then 50, 50 and then 100: always 150, and 200 is not said to be reached."""
        amounts = (
            dated(fixed("100"), fixed("50")) | {"earned_by": "filed"},
            dated(fixed("50"), fixed("100")) | {"earned_by": "filed"},
        )
        answer = ask(policy(*amounts, events=self.UNKNOWN))
        assert (payable(answer), answer.exact) == ("0.00..200.00", False)

    def test_that_earns_it_together_with_another(self) -> None:
        """任一: the listing is certain, the filing is not; either is enough, so 100 it is."""
        award = fixed("100", earned_by={"any_of": ["filed", "applied"]})
        rules = policy(award, fixed("7", earned_by="filed"), events=self.UNKNOWN)
        answer = ask(rules, LISTED)
        assert (payable(answer), answer.exact) == ("0.00..107.00", False)

    def test_by_which_an_undertaking_may_be_broken(self) -> None:
        """Moved within the five years, 70 in place of 100: 170 is not said to be reached."""
        moved = {"zh": "迁出", "en": "Moved", "silence": "unknown", "after": ["listed"]}
        terms = {"title": "u", "awards": ["a0"], "broken_by": ["moved"], "years": 5,
                 "before_payment": "not_payable", "clause": "c"}  # fmt: skip
        rules = policy(
            fixed("100"),
            fixed("70", needs=["moved"]),
            events=EVENTS | {"moved": moved},
            conditions={"moved": condition(happened="moved", first="2021-01-01")},
            undertakings={"u": terms},
        )
        stays, moves = ask(rules, LISTED, absent=["moved"]), ask(rules, LISTED, "moved 2024-01-01")
        assert [payable(stays), payable(moves)] == ["100.00", "70.00"]
        answer = ask(rules, LISTED)
        assert (payable(answer), answer.exact) == ("70.00..170.00", False)


class TestAPresumption:
    """诚信经营推定符合: a flag that the policy presumes is no open fact."""

    def test_is_no_way_in_which_it_may_turn_out(self) -> None:
        """10 rests on it, 民营100、国有50: 60 or 110, and nothing else."""
        flags = {"honest": {"zh": "诚信", "en": "Honest", "presumed": "推定"}}
        conditions = {
            "private": condition(attribute="owner", one_of=["p"]),
            "state": condition(attribute="owner", one_of=["s"]),
            "honest": condition(flag="honest"),
        }
        amounts = (
            fixed("100", needs=["private"]),
            fixed("50", needs=["state"]),
            fixed("10", needs=["honest"]),
        )
        rules = policy(*amounts, flags=flags, conditions=conditions, attributes={"owner": OWNER})
        answer = ask(rules, LISTED)
        assert [str(each) for each in answer.one_of] == ["60.00", "110.00"]
        assert answer.exact


class TestOneOfAFew:
    """The amounts that are possible, one by one, where there are at most four."""

    @pytest.mark.parametrize(("number", "listed"), [(3, 3), (4, 4), (5, 0)])
    def test_as_many_as_are_listed(self, number: int, listed: int) -> None:
        """An amount for each of so many values, ten more each time."""
        values = {f"v{n}": f"{n}类" for n in range(number)}
        rules = policy(
            *(fixed(f"{n + 1}0", needs=[f"is_{n}"]) for n in range(number)),
            attributes={"industry": {"zh": "行业", "en": "Industry", "values": values}},
            conditions={
                f"is_{n}": condition(attribute="industry", one_of=[f"v{n}"]) for n in range(number)
            },
        )
        answer = ask(rules, LISTED)
        assert [str(each) for each in answer.one_of] == [f"{n + 1}0.00" for n in range(listed)]
        assert answer.exact

    def test_not_where_one_of_them_is_a_range(self) -> None:
        """民营100, 国有 from 50 to 100: anything from 50 to 100."""
        share = OF_WHOLE | {"cap": "50", "needs": ["state"]}
        amounts = (fixed("100", needs=["private"]), fixed("50", needs=["state"]), share)
        answer = ask(owned(*amounts), LISTED)
        assert (payable(answer), answer.one_of, answer.exact) == ("50.00..100.00", (), True)


def test_a_common_cap_over_the_ways() -> None:
    """民营 at most 200, 国有 at most 100, otherwise 50: there is no third, so from 100 to 200."""
    cap_when = [{"when": "private", "cap": "200"}, {"when": "state", "cap": "100"}]
    group = {"g": condition(title="g", cap="50", cap_when=cap_when)}
    answer = ask(owned(fixed("300", group="g"), groups=group), LISTED)
    assert str(answer.groups[0].cap) == "100.00 to 200.00"
    assert [str(each) for each in answer.one_of] == ["100.00", "200.00"]


@pytest.mark.parametrize(("values", "exact"), [(16, True), (17, False)])
@pytest.mark.parametrize(
    "more", [{"needs": ["first"]}, {"times": [{"factor": "120%", "when": "first"}]}]
)
def test_what_one_place_alone_reads(more: dict[str, Any], values: int, exact: bool) -> None:  # noqa: FBT001
    """It is gone through as far as that makes 16 ways; beyond, it is not said that ends are met."""
    kinds = {"zh": "行业", "en": "Industry", "values": {f"v{n}": f"{n}类" for n in range(values)}}
    rules = policy(
        fixed("5", **more),
        attributes={"industry": kinds},
        conditions={"first": condition(attribute="industry", one_of=["v0"])},
    )
    answer = ask(rules, LISTED)
    assert not answer.determined
    assert answer.exact is exact


def split_by(sizes: tuple[int, ...]) -> Policy:
    """For each attribute, with so many values, 1 where it is the first of them and 1 where not."""
    names = [f"b{n}" for n in range(len(sizes))]
    attributes = {
        name: {"zh": name, "en": name, "values": {f"v{n}": f"{name}v{n}" for n in range(size)}}
        for name, size in zip(names, sizes, strict=True)
    }
    conditions = {name: condition(attribute=name, one_of=["v0"]) for name in names}
    conditions |= {f"not_{name}": condition(not_met=name) for name in names}
    amounts = [fixed("1", needs=[f"{way}{name}"]) for name in names for way in ("", "not_")]
    return policy(*amounts, attributes=attributes, conditions=conditions)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((2,) * 7, "7.00"),
        ((4, 32), "2.00"),
        ((3, 43), "1.00..3.00"),
        ((2,) * 8, "7.00..9.00"),
        ((127, 2), "1.00..3.00"),
        ((129, 2), "1.00..3.00"),
    ],
)
def test_as_many_ways_as_are_gone_through(sizes: tuple[int, ...], expected: str) -> None:
    """128 in all: what would make more stays open, and is not said to be exact."""
    answer = ask(split_by(sizes), LISTED)
    assert payable(answer) == expected
    assert answer.exact == (".." not in expected)
