"""Amounts that hang on one another, or twice on one number that is not known: totals by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from listing_rewards import Bounds, InvalidPolicy
from listing_rewards.engines.exact.regions import regions
from listing_rewards.engines.exact.splits import in_parts, split_closely
from unit.test_constructs import EVENTS, ask, fixed, payable, policy
from unit.test_together import FILED, LISTED, condition, in_one_pass

WHOLE = {"of": "whole", "rate": "2%"}
OF_WHOLE = {"of": "whole", "full_at": "70%", "short": "share"}
FILED_UNKNOWN = EVENTS | {"filed": FILED | {"silence": "unknown"}}
GROUP = {"g": condition(title="g", cap="120")}


def best_of(*names: str) -> dict[str, Any]:
    """Only the highest of some awards is given."""
    return {"best": condition(awards=names)}


class TestTakenOff:
    """An award of which nothing is approved yet, and one from which it is taken off."""

    @pytest.mark.parametrize(
        ("first", "then", "facts", "expected"),
        [
            (fixed("200", upto=True), {"topup": "150", "less": ["a0"]}, {}, "150.00..200.00"),
            (fixed("100", upto=True), {"topup": "150", "less": ["a0"]}, {}, "150.00"),
            (fixed("200", upto=True), fixed("150", less=["a0"], needs=["big"]), {}, "0.00..200.00"),
            (fixed("200", upto=True), fixed("150", less=["a0"]),
             {"payments": [{"award": "a0", "on": "2023-06-01", "amount": "50"}]}, "100.00..150.00"),
            (fixed("200", upto=True), fixed("150", less=["a0"]),
             {"payments": [{"award": "a1", "on": "2023-06-01", "amount": "50"}]}, "100.00..200.00"),
            (fixed("200", upto=True, group="g"), fixed("150", less=["a0"]), {}, "150.00"),
            (fixed("200", upto=True, group="g"), fixed("100", less=["a0"], group="g"), {},
             "100.00..120.00"),
            ({"rate": "10%", "of": "whole"}, fixed("150", less=["a0"]), {}, "150.00..?"),
        ],
    )  # fmt: skip
    def test_both_together(
        self, first: dict[str, Any], then: dict[str, Any], facts: dict[str, Any], expected: str
    ) -> None:
        """补差: together the higher of the two; 150 less what one of at most 200 comes to."""
        assert payable(ask(policy(first, then, groups=GROUP), LISTED, **facts)) == expected

    @pytest.mark.parametrize(
        ("paid", "expected", "overpaid", "entitled"),
        [
            (("50", "50"), "50.00..150.00", "0.00 to 50.00", "100.00 to 200.00"),
            (("120", "100"), "0.00..80.00", "70.00 to 190.00", "30.00 to 200.00"),
        ],
    )
    def test_both_are_paid(
        self, paid: tuple[str, str], expected: str, overpaid: str, entitled: str
    ) -> None:
        """200 at most, and 150 less it; 50 was paid for each, or 120 and 100.

        Approved 50, nothing is overpaid and 50 payable; approved 0 or 150, 50 is overpaid.
        Approved 120 of the other two, 30 is left of 150, and 70 of 100 is overpaid.
        """
        made = zip(("a0", "a1"), paid, strict=True)
        payments = [{"award": each, "on": "2023-06-01", "amount": sum_} for each, sum_ in made]
        amounts = (fixed("200", upto=True), fixed("150", less=["a0"]))
        answer = ask(policy(*amounts), LISTED, payments=payments)
        assert payable(answer) == expected
        assert (str(answer.overpaid), str(answer.entitled)) == (overpaid, entitled)

    @pytest.mark.parametrize(
        ("second", "most", "expected"),
        [("150", "150", "150.00..300.00"), ("50", "150", "150.00..200.00"),
         ("50", "400", "150.00..400.00"), ("50", None, "150.00..?")],
    )  # fmt: skip
    def test_taken_off_two(self, second: str, most: str | None, expected: str) -> None:
        """150 and another, each less the first: least where the smaller is used up."""
        first = {"rate": "10%", "of": "whole"} | ({"cap": most} if most else {})
        others = (fixed("150", less=["a0"]), fixed(second, less=["a0"]))
        assert payable(ask(policy(first, *others), LISTED)) == expected

    def test_taken_off_two_that_are_paid(self) -> None:
        """100 and 80 were paid for two of 150, each less what is approved of 200 at most.

        Approved 70, nothing more is owed for either, and 70 is payable; approved 150, they come to
        nothing, and 150 is what all three are entitled to.
        """
        paid = [("a1", "100"), ("a2", "80")]
        payments = [{"award": each, "on": "2023-06-01", "amount": sum_} for each, sum_ in paid]
        others = (fixed("150", less=["a0"]), fixed("150", less=["a0"]))
        answer = ask(policy(fixed("200", upto=True), *others), LISTED, payments=payments)
        assert payable(answer) == "70.00..200.00"
        assert str(answer.entitled) == "150.00 to 300.00"
        assert str(answer.overpaid) == "0.00 to 180.00"

    @pytest.mark.parametrize(
        "open_one", [fixed("150", upto=True), fixed("15", per="whole")], ids=["approval", "number"]
    )
    def test_taken_off_two_of_which_one_is_open(self, open_one: dict[str, Any]) -> None:
        """What is left of one cannot be said, so that a range holds them, which may be wider."""
        others = (open_one | {"less": ["a0"]}, fixed("150", less=["a0"]))
        answer = ask(policy(fixed("150", upto=True), *others), LISTED)
        assert answer.payable <= 150
        assert answer.payable_at_most is None or answer.payable_at_most >= 300

    @pytest.mark.parametrize(
        ("third", "payments", "expected"),
        [
            ({}, {}, "120.00"),
            ({"paid_in": "halves"}, {}, "110.00..120.00"),
            ({}, {"a2": "60"}, "60.00"),
        ],
    )
    def test_others_under_the_same_cap(
        self, third: dict[str, Any], payments: dict[str, str], expected: str
    ) -> None:
        """At most 120 together, of 150 at most, 100 less that, and 120.

        Of the last half is due, or 60 was paid: the range may be wider, and holds what is true.
        """
        halves = [{"share": "50%"}, {"share": "50%", "years": 5}]
        paid = [
            {"award": each, "on": "2023-06-01", "amount": sum_} for each, sum_ in payments.items()
        ]
        rules = policy(
            fixed("150", upto=True, group="g"),
            fixed("100", less=["a0"], group="g"),
            fixed("120", group="g") | third,
            groups=GROUP,
            instalments={"halves": condition(parts=halves)},
        )
        answer = ask(rules, LISTED, payments=paid)
        least, _, most = expected.partition("..")
        assert answer.payable <= Decimal(least)
        assert answer.payable_at_most is not None
        assert answer.payable_at_most >= Decimal(most or least)

    @pytest.mark.parametrize(
        ("second", "third", "expected"),
        [(["a0"], ["a0", "a1"], "300.00"), (["a0"], ["a1"], "300.00..500.00"),
         ([], ["a0", "a1"], "300.00..400.00")],
    )  # fmt: skip
    def test_stages(self, second: list[str], third: list[str], expected: str) -> None:
        """Stages of 200, 200 and 300, each less those before, or less the last alone."""
        stages = (fixed("200", upto=True), fixed("200", less=second), fixed("300", less=third))
        assert payable(ask(policy(*stages), LISTED)) == expected

    def test_a_part_of_it_due(self) -> None:
        """Half of at most 200 is due, and 100 less all of it: between 50 and 100."""
        halves = [{"share": "50%"}, {"share": "50%", "years": 5}]
        rules = policy(
            fixed("200", upto=True, paid_in="halves"),
            fixed("100", less=["a0"]),
            instalments={"halves": condition(parts=halves)},
        )
        answer = ask(rules, LISTED)
        assert answer.payable <= 50
        assert (answer.payable_at_most or 0) >= 100


@pytest.mark.parametrize(("cap", "expected"), [("2", "2.00..7.00"), ("1", "1.00..7.00")])
def test_under_a_cap_that_does_not_matter(cap: str, expected: str) -> None:
    """At most 7; 2 and 2 less that, one of them under a cap by itself: 2 if 2 are approved."""
    rules = policy(
        fixed("7", upto=True),
        {"topup": "2", "less": ["a0"]},
        fixed("2", less=["a0"], group="g"),
        groups={"g": condition(title="g", cap=cap)},
    )
    answer = ask(rules, LISTED)
    assert answer.payable <= Decimal(expected.partition("..")[0])
    if cap == "2":
        assert payable(answer) == expected


@pytest.mark.parametrize(
    ("each", "expected"),
    [("5", "4.00..?"), ("3", "3.00..?"), ("1.50", "2.50..?"), ("0.95", "2.10..?")],
)
def test_taken_off_in_steps(each: str, expected: str) -> None:
    """So much for each full 10, and 2 and 2 less that: 4 without any, one step, or more."""
    rules = policy(
        fixed(each, per="whole", every="10"),
        {"topup": "2", "less": ["a0"]},
        fixed("2", less=["a0"]),
    )
    assert payable(ask(rules, LISTED)) == expected


class TestBesideOthers:
    """Under a cap of 120."""

    @pytest.mark.parametrize("place", [0, 2])
    @pytest.mark.parametrize(
        ("then", "expected"),
        [("30", ("80.00..120.00", "80.00..120.00")), ("100", ("150.00", "120.00..150.00"))],
    )
    def test_taken_off_another_beside_a_sum(
        self, place: int, then: str, expected: tuple[str, str]
    ) -> None:
        """At most 200, and 50 under the same cap; 30 or 100 less the first, outside of it.

        Where the 50 come first, at most 70 of the other are left, and 30 of 100 in any case.
        """
        amounts = [
            fixed("200", upto=True, group="g"),
            fixed(then, less=["a1" if not place else "a0"]),
        ]
        amounts.insert(place, fixed("50", group="g"))
        rules = policy(*amounts, groups=GROUP)
        assert payable(ask(rules, LISTED)) == expected[bool(place)]

    def test_beside_one_of_which_half_is_due(self) -> None:
        """Half of 50, and 100 less what is approved: least where 100 are, and 20 are left."""
        halves = [{"share": "50%"}, {"share": "50%", "years": 5}]
        rules = policy(
            fixed("200", upto=True, group="g"),
            fixed("100", less=["a0"]),
            fixed("50", group="g", paid_in="halves"),
            groups=GROUP,
            instalments={"halves": condition(parts=halves)},
        )
        assert payable(ask(rules, LISTED, approved={"a0": "100"})) == "110.00"
        assert payable(ask(rules, LISTED, approved={"a0": "120"})) == "120.00"
        assert ask(rules, LISTED).payable <= 110

    def test_beside_one_that_is_taken_off_others(self) -> None:
        """100 and 100 less what is approved, and three of 50 less the 50 that it leaves no room."""
        rules = policy(
            fixed("200", upto=True, group="g"),
            *(fixed("100", less=["a0"]) for _ in range(2)),
            fixed("50", group="g"),
            *(fixed("50", less=["a3"]) for _ in range(3)),
            groups=GROUP,
        )
        approved = {"0": "250.00", "70": "180.00", "120": "270.00"}
        for sum_, expected in approved.items():
            assert payable(ask(rules, LISTED, approved={"a0": sum_})) == expected
        answer = ask(rules, LISTED)
        assert answer.payable <= 180
        assert (answer.payable_at_most or 270) >= 270

    def test_another_that_is_replaced(self) -> None:
        """2% of what is not stated and 90, which replace 3 that stand under no cap."""
        amounts = (
            fixed("3"),
            {"rate": "2%", "of": "whole", "group": "g"},
            fixed("90", group="g", replaces=["a0"]),
        )
        rules = policy(*amounts, groups=GROUP)
        assert payable(ask(rules, LISTED)) == "90.00..120.00"
        made = [{"award": "a0", "on": "2023-06-01", "amount": "3"}]
        assert payable(ask(rules, LISTED, payments=made)) == "0.00..120.00"


class TestTheBest:
    """择优, where it is not known what one of them comes to."""

    @pytest.mark.parametrize(
        ("amounts", "expected"),
        [
            ((fixed("200", upto=True), fixed("70")), "70.00..200.00"),
            ((fixed("200", upto=True), fixed("170", group="g")), "120.00..200.00"),
            ((fixed("50", upto=True), fixed("70")), "70.00"),
            ((fixed("170", group="g"), fixed("170", upto=True)), "120.00"),
            ((fixed("170", upto=True), fixed("170", group="g")), "120.00..170.00"),
            ((fixed("50", needs=["big"]), fixed("70", needs=["small"]), fixed("60")),
             "60.00..70.00"),
        ],
    )  # fmt: skip
    def test_each_may_be_the_best(self, amounts: tuple[dict[str, Any], ...], expected: str) -> None:
        """At most 200 if approved, or 70 for certain; or 170 that a common cap cuts to 120."""
        names = [f"a{n}" for n in range(len(amounts))]
        rules = policy(*amounts, groups=GROUP, best_of=best_of(*names))
        assert payable(ask(rules, LISTED)) == expected

    @pytest.mark.parametrize("place", [0, 1])
    def test_taken_off_another_where_no_other_is_earned(self, place: int) -> None:
        """At most 200, or 70 for an application that there was not; and 150 less the first."""
        amounts = [fixed("200", upto=True), fixed("150", less=[f"a{1 - place}"])]
        amounts.insert(place, fixed("70", earned_by="applied"))
        rules = policy(*amounts, best_of=best_of("a0", "a1"))
        assert payable(ask(rules, LISTED)) == "150.00..200.00"

    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_one_of_them_is_replaced(self, place: int) -> None:
        """At most 200 or 70; in place of a third, which may be anything, 30 are given besides."""
        amounts = [fixed("200", upto=True), fixed("70")]
        amounts.insert(place, {"rate": "2%", "of": "whole"})
        rules = policy(
            *amounts, fixed("30", replaces=[f"a{place}"]), best_of=best_of("a0", "a1", "a2")
        )
        assert payable(ask(rules, LISTED)) == "100.00..230.00"

    def test_no_more_than_an_equal_one_before_it(self) -> None:
        """170 under a cap of 120 stands before 170 at most, which is never higher."""
        rules = policy(
            fixed("170", group="g"),
            fixed("170", upto=True),
            fixed("5", needs=["big"]),
            groups=GROUP,
            best_of=best_of("a0", "a1"),
        )
        assert payable(ask(rules, LISTED)) == "120.00..125.00"

    def test_beside_an_undertaking(self) -> None:
        """What is not payable because it was broken has no part in it."""
        moved = {"moved": {"zh": "迁出", "en": "Moved"}}
        undertaking = condition(
            title="t", awards=["a2"], broken_by=["moved"], before_payment="not_payable"
        )
        rules = policy(
            fixed("200", upto=True),
            fixed("70"),
            fixed("5"),
            best_of=best_of("a0", "a1"),
            events=EVENTS | moved,
            undertakings={"stays": undertaking},
        )
        assert payable(ask(rules, LISTED, "moved 2023-06-01")) == "70.00..200.00"

    @pytest.mark.parametrize(("paid", "expected"), [("0", "20.00..90.00"), ("60", "0.00..10.00")])
    def test_beside_others_under_a_cap(self, paid: str, expected: str) -> None:
        """A cap of 20 is reached, whichever fills it: 20 of more than 70, or 70 and some more.

        60 that was paid for the one under the cap counts for the other; then 10 may be payable.
        """
        rules = policy(
            fixed("70"),
            fixed("50", upto=True, group="g"),
            {"rate": "100%", "of": "whole", "group": "g"},
            best_of=best_of("a0", "a2"),
            groups={"g": condition(title="g", cap="20")},
        )
        payments = [{"award": "a2", "on": "2023-06-01", "amount": paid}] if paid != "0" else []
        assert payable(ask(rules, LISTED, payments=payments)) == expected

    def test_taken_off_another(self) -> None:
        """The best of 200 at most and 70, and 100 less the first: 100, 170 or up to 200."""
        rules = policy(
            fixed("200", upto=True),
            fixed("70"),
            fixed("100", less=["a0"]),
            best_of=best_of("a0", "a1"),
        )
        assert payable(ask(rules, LISTED)) == "100.00..200.00"


class TestOneNumber:
    """An amount that is not known lies in one band, on one side of a share, once."""

    @pytest.mark.parametrize("base", ["raised", "whole"])
    def test_two_tables_that_meet(self, base: str) -> None:
        """30 below 100, and 30 from 100 on, by themselves: one of the two, never both or none."""
        below = {"of": base, "bands": [{"below": "100", "fixed": "30"}]}
        above = {"of": base, "bands": [{"at_least": "100", "fixed": "30"}]}
        answer = ask(policy(below, above), LISTED, "raised 2023-06-01")
        assert (payable(answer), in_one_pass(answer)) == ("30.00", "0.00..60.00")

    def test_what_exceeds_another_amount(self) -> None:
        """30 where 100 or more is left of it above 70, and 30 below 170."""
        left = {"of": "raised", "minus": ["invested"], "bands": [{"at_least": "100", "fixed": "3"}]}
        below = {"of": "raised", "bands": [{"below": "170", "fixed": "3"}]}
        answer = ask(policy(left, below), LISTED, "raised 2023-06-01", figures={"invested": "70"})
        assert payable(answer) == "3.00"
        alone = ask(policy(left), LISTED, "raised 2023-06-01", figures={"invested": "70"})
        assert payable(alone) == "0.00..3.00"

    def test_what_is_taken_off_is_known_later(self) -> None:
        """3 from 100 on; and 30 where 500 is left of it without what was filed, if anything was."""
        events = EVENTS | {"filed": FILED | {"amount": True, "silence": "unknown"}}
        left = {"of": "raised", "minus": ["filed"], "bands": [{"at_least": "500", "fixed": "30"}]}
        rules = policy(
            left,
            fixed("1", needs=["much"]),
            fixed("2", needs=["much"]),
            events=events,
            conditions={"much": condition(figure="raised", at_least="100")},
        )
        answer = ask(rules, LISTED, "raised 2023-06-01", absent=[])
        assert payable(answer) == "0.00..33.00"

    def test_the_last_fen_of_a_band(self) -> None:
        """100% below 100: at most 99.99 of what is counted in fen, up to 100 of a figure."""
        table = {"bands": [{"below": "100", "rate": "100%"}]}
        raised = ask(policy({"of": "raised"} | table), LISTED, "raised 2023-06-01")
        assert payable(raised) == "0.00..99.99"
        assert payable(ask(policy({"of": "whole"} | table), LISTED)) == "0.00..100.00"

    @pytest.mark.parametrize(
        ("stated", "base", "bands"),
        [
            ("spent 2023-06-01 70", "raised", [{"at_most": "0"}, {"over": "100"}]),
            ("raised 2023-06-01 100", "spent", [{"below": "70"}]),
        ],
    )
    def test_a_share_and_a_band(self, stated: str, base: str, bands: list[dict[str, str]]) -> None:
        """本地投资不低于70%: 30 where it is, and 30 where it is not, by the number it turns at."""
        by = {"by": "spent", "of": "raised", "full_at": "70%", "short": "nothing"}
        table = {"of": base, "bands": [band | {"fixed": "30"} for band in bands]}
        events = EVENTS | {"spent": {"zh": "投资", "en": "Spent", "amount": True}}
        rules = policy(fixed("30", scaled=by), table, events=events)
        assert payable(ask(rules, LISTED, stated, f"{base} 2023-06-01")) == "30.00"

    @pytest.mark.parametrize(
        ("short", "spent", "expected"),
        [
            ("share", "70", "0.00..10.00"),
            ("share_of_threshold", "70", "0.00..10.00"),
            ("nothing", "70", "0.00..10.00"),
            ("share", None, "0.00..?"),
        ],
    )
    def test_a_rate_by_the_share_of_its_base(
        self, short: str, spent: str | None, expected: str
    ) -> None:
        """按募集资金的10%，按投资本地的比例折算: of 100 raised 70 is enough, of more it is not."""
        by = {"by": "invested", "of": "whole", "full_at": "70%", "short": short}
        answer = ask(
            policy({"of": "whole", "rate": "10%", "scaled": by}),
            LISTED,
            figures={"invested": spent} if spent else {},
        )
        assert payable(answer) == expected

    @pytest.mark.parametrize(
        ("short", "expected"),
        [("share", "0.00..5.00"), ("share_of_threshold", "0.00..5.00"), ("nothing", "0.00..5.00")],
    )
    def test_a_rate_with_a_cap(self, short: str, expected: str) -> None:
        """最高5: of a sum so large that 70 is no share of it, nothing is left."""
        by = {"by": "invested", "of": "whole", "full_at": "70%", "short": short}
        amount = {"of": "whole", "rate": "10%", "cap": "5", "scaled": by}
        assert payable(ask(policy(amount), LISTED, figures={"invested": "70"})) == expected

    @pytest.mark.parametrize(
        ("spent", "stated", "expected"),
        [
            ("70", (), "0.00..10.00"),
            ("14", (), "0.00..3.00"),
            ("14", ("raised 2023-06-01 10",), "1.40..3.00"),
        ],
    )
    def test_a_rate_with_a_floor(self, spent: str, stated: tuple[str, ...], expected: str) -> None:
        """10%, at least 3: of 14 that are 70% of 20 it is 3, of more and more of it ever less.

        Of nothing raised, 14 are no share. Where each of two sums has the floor, from 1.40 to 6 is
        true, and the range is wider.
        """
        by = {"by": "invested", "of": "raised", "full_at": "70%", "short": "share"}
        amount = {"of": "raised", "rate": "10%", "floor": "3", "scaled": by}
        raised, spent_here = (*stated, "raised 2023-07-01"), {"invested": spent}
        assert payable(ask(policy(amount), LISTED, *raised, figures=spent_here)) == expected
        each = ask(policy(amount | {"cap_per": "event"}), LISTED, *raised, figures=spent_here)
        assert payable(each) == (expected if not stated else "0.00..?")

    @pytest.mark.parametrize(("bound", "expected"), [("below", "0.00"), ("at_most", "0.00..0.01")])
    def test_a_tie_of_rounding_at_the_end_of_a_band(self, bound: str, expected: str) -> None:
        """0.5% of 1 is half a fen, and rounded up; of anything below 1 it is nothing."""
        table = {"of": "whole", "bands": [{bound: "1", "rate": "0.5%"}]}
        assert payable(ask(policy(table), LISTED)) == expected

    def test_by_event_of_one_that_is_stated(self) -> None:
        """Raised once, though it may be often: on one side of 100."""
        below = {"of": "raised", "bands": [{"below": "100", "fixed": "30"}]}
        above = {"of": "raised", "bands": [{"at_least": "100", "fixed": "30"}]}
        by_event = {"applied_per": "event"}
        rules = policy(below | by_event, above | by_event)
        assert payable(ask(rules, LISTED, "raised 2023-06-01")) == "30.00"
        twice = ask(rules, LISTED, "raised 2023-06-01", "raised 2023-07-01")
        assert payable(twice) == "0.00..120.00"

    @pytest.mark.parametrize(
        ("short", "cap", "expected"),
        [
            ("share", {}, "7.00"),
            ("share_of_threshold", {}, "10.00"),
            ("nothing", {}, "0.00"),
            ("share", {"cap": "5"}, "0.00..1.75"),
        ],
    )
    def test_a_share_that_is_not_enough(
        self, short: str, cap: dict[str, str], expected: str
    ) -> None:
        """200 was raised, and a sum that is not stated: 70 of that is less than 70%.

        At most 5: a share of 35% of 5, and less and less of larger sums.
        """
        by = {"by": "invested", "of": "raised", "full_at": "70%", "short": short}
        answer = ask(
            policy({"of": "raised", "rate": "10%", "scaled": by} | cap),
            LISTED, "raised 2023-06-01 200", "raised 2023-07-01", figures={"invested": "70"},
        )  # fmt: skip
        assert payable(answer) == expected

    def test_by_year_of_what_happens_once(self) -> None:
        """30 from 100 on in a year: once, where it can have happened once."""
        table = {"of": "filed", "bands": [{"at_least": "100", "fixed": "30"}]}
        for often, most in ((False, "30.00"), (True, "?")):
            filed = FILED | {"amount": True, "repeats": often, "silence": "unknown"}
            rules = policy(table | {"applied_per": "year"}, events=EVENTS | {"filed": filed})
            assert payable(ask(rules, LISTED)) == f"0.00..{most}"

    @pytest.mark.parametrize(
        ("counted", "once", "expected"),
        [
            ("all", {}, "10.00"),
            ("all", {"repeats": True}, "10.00..?"),
            ("in_force", {}, "0.00..10.00"),
            ("in_force", {"repeats": True}, "0.00..?"),
        ],
    )
    def test_for_each_of_what_may_not_have_happened(
        self, counted: str, once: dict[str, Any], expected: str
    ) -> None:
        """10 for each filing, or 10 where there was none; neither, if it was before the policy."""
        filed = FILED | {"silence": "unknown"} | once
        filing = condition(happened="filed")
        rules = policy(
            fixed("10", per="filed", counted=counted),
            fixed("10", needs=["none"]),
            fixed("0", earned_by="filed"),
            events=EVENTS | {"filed": filed},
            conditions={"filing": filing, "none": condition(not_met="filing")},
        )
        assert payable(ask(rules, LISTED)) == expected
        before = "10.00" if counted == "all" else "0.00"
        assert payable(ask(rules, LISTED, "filed 2020-12-31")) == before
        assert payable(ask(rules, LISTED, "filed 2021-01-01")) == "10.00"
        assert payable(ask(rules, LISTED, absent=["filed"])) == "10.00"

    def test_for_each_of_what_was_not_a_year_ago(self) -> None:
        """10 for a filing on the policy's days, and ten times that a year after it."""
        rules = policy(
            fixed("10", per="filed", times=[{"factor": "1000%", "when": "full"}]),
            events=EVENTS | {"filed": FILED | {"silence": "unknown"}},
            conditions={"full": condition(seasoning="filed", years=1, counting="anniversary")},
            in_force=condition(first="2023-01-02"),
        )
        assert payable(ask(rules, LISTED, as_of="2024-01-01")) == "0.00..10.00"
        assert payable(ask(rules, LISTED, as_of="2024-01-02")) == "0.00..100.00"

    def test_for_each_of_what_may_have_ended_and_begun_again(self) -> None:
        """Filed, left and filed again: more often than once, though no two follow each other."""
        events = EVENTS | {
            "left": {"zh": "离开", "en": "Left", "silence": "unknown"},
            "filed": FILED | {"ended_by": "left", "silence": "unknown"},
        }
        rules = policy(fixed("10", per="filed"), events=events)
        assert payable(ask(rules, LISTED)) == "0.00..?"
        assert payable(ask(rules, LISTED, absent=["left"])) == "0.00..10.00"
        assert payable(ask(rules, LISTED, "left 2023-09-01")) == "0.00..?"

    def test_by_event_of_what_may_not_count(self) -> None:
        """30 for what was raised before a filing, and 30 where there was none, or none of both."""
        events = EVENTS | {
            "raised": EVENTS["raised"] | {"repeats": False},
            "filed": FILED | {"silence": "unknown"},
        }
        table = {
            "of": "raised", "counted": {"before": "filed"}, "applied_per": "event",
            "bands": [{"fixed": "30"}],
        }  # fmt: skip
        filing = condition(happened="filed")
        rules = policy(
            table,
            fixed("30", needs=["none"]),
            events=events,
            conditions={"filing": filing, "none": condition(not_met="filing")},
        )
        assert payable(ask(rules, LISTED, "raised 2023-06-01 150")) == "0.00..30.00"

    def test_counted_in_two_ways(self) -> None:
        """What was raised once is one sum, whether of the policy's days or of all days."""
        once = EVENTS | {"raised": EVENTS["raised"] | {"repeats": False}}
        below = {"of": "raised", "counted": "all", "bands": [{"below": "100", "fixed": "30"}]}
        above = {"of": "raised", "bands": [{"at_least": "100", "fixed": "30"}]}
        answer = ask(policy(below, above, events=once), LISTED, "raised 2023-06-01")
        assert payable(answer) == "30.00"


class TestAnApplication:
    """The day of an application is one day, whatever is asked of it."""

    @pytest.mark.parametrize(
        ("second", "expected"),
        [
            ({"first": "2023-07-01"}, "0.00"),
            ({"first": "2023-06-01"}, "0.00..9.00"),
            ({"first": "2023-06-30"}, "0.00..9.00"),
            ({"last": "2023-05-01"}, "0.00..9.00"),
        ],
    )
    def test_two_times(self, second: dict[str, str], expected: str) -> None:
        """By the end of June and from a day on, both: on no day where that is 1 July."""
        conditions = {
            "june": condition(applied={"last": "2023-06-30"}),
            "other": condition(applied=second),
        }
        rules = policy(fixed("9", needs=["june", "other"]), conditions=conditions)
        assert payable(ask(rules, LISTED)) == expected

    @pytest.mark.parametrize(
        ("last", "expected"), [("2024-03-14", "10.00"), ("2024-03-15", "11.00")]
    )
    def test_a_time_and_a_full_year(self, last: str, expected: str) -> None:
        """Applied for by a day, and 10% more where it was a full year after the listing."""
        conditions = {
            "in_time": condition(applied={"last": last}),
            "full": condition(seasoning="listed", years=1, tested_on="application",
                              counting="anniversary"),
        }  # fmt: skip
        amount = fixed("10", needs=["in_time"], times=[{"factor": "110%", "when": "full"}])
        answer = ask(policy(amount, conditions=conditions), LISTED)
        assert payable(answer) == f"0.00..{expected}"

    def test_a_full_year_anew_that_is_too_late(self) -> None:
        """Left and listed anew on one day, two years are full again only after the time ends."""
        conditions = {
            "in_time": condition(applied={"after": "filed", "last": "2025-03-01"}),
            "full": condition(seasoning="listed", years=2, tested_on="application",
                              restarted_by="left"),
        }  # fmt: skip
        events = EVENTS | {
            "listed": EVENTS["listed"] | {"repeats": True},
            "left": {"zh": "离开", "en": "Left"},
            "filed": FILED,
        }
        amount = fixed("10", needs=["in_time", "full"], times=[{"factor": "120%", "when": "full"}])
        rules = policy(amount, events=events, conditions=conditions)
        on = "2023-07-07"
        life = ("listed 2020-02-29", f"left {on}", f"listed {on}")
        assert payable(ask(rules, *life, f"filed {on}", as_of="2028-03-01")) == "0.00"
        answer = ask(rules, *life, "filed 2023-07-06", as_of="2028-03-01")
        assert payable(answer) == "0.00..12.00"

    @pytest.mark.parametrize(
        ("since", "left", "expected"),
        [
            ("2024-03-15", "2024-03-16", "0.00..10.00"),
            ("2024-03-16", "2024-03-16", "0.00"),
            ("2024-06-01", "2024-06-02", "0.00..10.00"),
            ("2024-06-01", "2024-06-01", "0.00"),
            ("2024-01-01", "2024-03-15", "0.00"),
        ],
    )
    def test_a_full_year_that_was_broken_before_the_time_began(
        self, since: str, left: str, expected: str
    ) -> None:
        """A year after the listing of 15 March 2023, applied for from a day on: left by then?"""
        conditions = {
            "in_time": condition(applied={"first": since}),
            "full": condition(seasoning="listed", years=1, tested_on="application",
                              restarted_by="left"),
        }  # fmt: skip
        rules = policy(
            fixed("10", needs=["in_time", "full"]),
            events=EVENTS | {"left": {"zh": "离开", "en": "Left"}},
            conditions=conditions,
        )
        assert payable(ask(rules, LISTED, f"left {left}")) == expected


class TestAroundAnEvent:
    """Sums that are stated, counted around a filing of which nothing is."""

    EVENTS = EVENTS | {"filed": FILED | {"silence": "unknown"}}

    @pytest.mark.parametrize(
        ("counted", "second", "expected"),
        [
            ({"before": "filed"}, "2023-02-01", "0.00..14.00"),
            ({"before": "filed", "within_months": 12}, "2023-02-01", "0.00..14.00"),
            ({"before": "filed", "within_months": 12}, "2023-02-02", "0.00..10.00"),
            ({"before": "filed", "within_days": 365}, "2023-02-01", "0.00..14.00"),
            ({"before": "filed", "within_days": 365}, "2023-02-02", "0.00..10.00"),
            ({"after": "filed"}, "2023-02-02", "0.00..14.00"),
            ({"after": "filed", "within_months": 12}, "2023-02-01", "0.00..14.00"),
            ({"after": "filed", "within_months": 12}, "2023-02-02", "0.00..10.00"),
            ({"after": "filed", "within_years": 1, "runs_from": "year"}, "2023-01-01",
             "0.00..10.00"),
            ({"after": "filed", "within_years": 1, "runs_from": "year"}, "2022-12-31",
             "0.00..14.00"),
        ],
    )  # fmt: skip
    def test_what_can_count_together(
        self, counted: dict[str, Any], second: str, expected: str
    ) -> None:
        """10% of 100 raised on 1 February 2022 and of 40 on another day: one of them, or both."""
        rate = {"rate": "10%", "of": "raised", "counted": counted}
        raised = ("raised 2022-02-01 100", f"raised {second} 40")
        assert payable(ask(policy(rate, events=self.EVENTS), LISTED, *raised)) == expected

    @pytest.mark.parametrize("often", [{}, {"repeats": True}])
    @pytest.mark.parametrize(
        ("side", "on", "expected"),
        [
            ("before", "2023-12-31", ("0.00..9.00", "0.00..9.00")),
            ("before", "2024-01-01", ("0.00", "0.00")),
            ("after", "2021-01-01", ("0.00..9.00", "0.00..9.00")),
            ("after", "2020-12-31", ("0.00", "0.00..9.00")),
        ],
    )
    def test_on_the_policys_days(
        self, side: str, on: str, expected: tuple[str, str], often: dict[str, bool]
    ) -> None:
        """Earned by a filing, from 2021 to 2023: what is raised later is not before the first one.

        What was raised earlier is after the first one only where a second one earns the award.
        """
        each = fixed("9", earned_by="filed", per="raised", counted={side: "filed"})
        in_force = condition(first="2021-01-01", last="2023-12-31")
        events = self.EVENTS | {"filed": self.EVENTS["filed"] | often}
        rules = policy(each, events=events, in_force=in_force)
        assert payable(ask(rules, f"raised {on} 100")) == expected[bool(often)]

    @pytest.mark.parametrize(
        ("as_of", "expected"), [("2023-02-01", "14.00..20.00"), ("2023-02-02", "4.00..20.00")]
    )
    def test_the_day_after_which_less_counts(self, as_of: str, expected: str) -> None:
        """Filed on 1 February 2023 or later, or not; 100 were raised a year before, and 40 then."""
        rate = {"rate": "10%", "of": "raised", "counted": {"before": "filed", "within_years": 1}}
        rules = policy(
            rate | {"earned_by": "filed"},
            fixed("20", needs=["none"]),
            events=self.EVENTS | {"filed": self.EVENTS["filed"] | {"after": ["applied"]}},
            conditions={"filing": condition(happened="filed"), "none": condition(not_met="filing")},
        )
        raised = ("raised 2022-02-01 100", "raised 2023-02-01 40")
        life = ("listed 2023-02-01", "applied 2023-02-01", *raised)
        assert payable(ask(rules, *life, as_of=as_of)) == expected

    def test_each_sum_that_is_not_stated(self) -> None:
        """30 for each sum raised before the filing: no more than were raised."""
        table = {
            "of": "raised", "counted": {"before": "filed"}, "applied_per": "event",
            "bands": [{"fixed": "30"}],
        }  # fmt: skip
        rules = policy(table, events=self.EVENTS)
        raised = ("raised 2022-02-01", "raised 2023-02-01")
        assert payable(ask(rules, LISTED, *raised)) == "0.00..60.00"
        assert payable(ask(rules, LISTED, *raised, absent=["filed"])) == "0.00"

    def test_a_sum_that_cannot_be_so_large(self) -> None:
        """Raised before no filing, it is nothing, and not the 100 of which all is given."""
        by = {"by": "invested", "of": "raised", "full_at": "100%", "short": "nothing"}
        once = self.EVENTS | {"raised": EVENTS["raised"] | {"repeats": False}}
        rules = policy(
            {"of": "raised", "bands": [{"rate": "1%"}]},
            fixed("9", scaled=by, counted={"before": "filed"}, earned_by="raised"),
            events=once,
        )
        answer = ask(rules, LISTED, "raised 2023-06-01", figures={"invested": "100"})
        assert payable(answer) == "0.00..?"


def test_a_full_year_on_the_day_of_the_award_and_a_time_to_apply() -> None:
    """Filed in 2023, after a full year; left in 2024, and applied for in 2025."""
    rules = policy(
        fixed("9", earned_by="filed", needs=["full", "in_time"]),
        events=EVENTS
        | {"filed": FILED | {"silence": "unknown"}, "left": {"zh": "离开", "en": "L"}},
        conditions={
            "full": condition(seasoning="listed", years=1, tested_on="event", restarted_by="left"),
            "in_time": condition(applied={"first": "2025-01-01"}),
        },
    )
    life = ("listed 2022-01-01", "left 2024-06-01")
    assert payable(ask(rules, *life)) == "0.00..9.00"
    assert payable(ask(rules, *life, "filed 2023-06-01")) == "9.00"


@pytest.mark.parametrize("after", ["its own", "filed", "listed"])
def test_a_time_that_has_not_begun(after: str) -> None:
    """Applied for from the year after the filing on: of a filing in 2025, not in 2025.

    The filing of 2024 was before the policy, and earns nothing.
    """
    applied = {"runs_from": "next_year"} | ({} if after == "its own" else {"after": after})
    rules = policy(
        fixed("9", earned_by="filed", times=[{"factor": "1000%", "when": "in_time"}]),
        events=EVENTS | {"filed": FILED | {"silence": "unknown"}},
        in_force=condition(first="2025-01-01"),
        conditions={"in_time": condition(applied=applied)},
    )
    most = "90.00" if after == "listed" else "9.00"
    assert payable(ask(rules, "listed 2024-12-31")) == f"0.00..{most}"
    assert payable(ask(rules, "listed 2024-12-31", as_of="2026-01-01")) == "0.00..90.00"


@pytest.mark.parametrize(
    ("often", "earned_by", "first", "expected"),
    [
        ({}, "filed", "2024-12-31", "0.00..9.00"),
        ({}, "filed", "2025-01-01", "0.00"),
        ({}, "listed", "2025-01-01", "0.00..9.00"),
        ({"repeats": True}, "filed", "2025-01-01", "0.00..9.00"),
    ],
)
def test_a_full_year_after_an_event_of_the_policys_days(
    often: dict[str, bool], earned_by: str, first: str, expected: str
) -> None:
    """Filed from a day on, it cannot have been a year by 31 December 2025.

    It can where a filing before the policy is enough, or there was one before another.
    """
    rules = policy(
        fixed("9", earned_by=earned_by, needs=["full"]),
        events=EVENTS | {"filed": FILED | {"silence": "unknown"} | often},
        in_force=condition(first=first),
        conditions={"full": condition(seasoning="filed", years=1, counting="anniversary")},
    )
    assert payable(ask(rules, "listed 2025-06-01")) == expected


HALVES = {
    "halves": condition(parts=[{"share": "50%"}, {"share": "50%", "years": 1}]),
}


@pytest.mark.parametrize(
    ("earned_by", "first", "stated", "expected"),
    [
        ("filed", "2024-12-31", (), "0.00..8.00"),
        ("filed", "2025-01-01", (), "0.00..4.00"),
        ({"all_of": ["filed", "listed"]}, "2021-01-01", ("listed 2024-12-31",), "0.00..8.00"),
        ({"all_of": ["filed", "listed"]}, "2021-01-01", ("listed 2025-01-01",), "0.00..4.00"),
        ({"any_of": ["filed", "listed"]}, "2021-01-01", ("listed 2025-01-01",), "4.00..8.00"),
    ],
)
def test_a_part_that_cannot_be_due_yet(
    earned_by: Any, first: str, stated: tuple[str, ...], expected: str
) -> None:
    """The second half a year after the filing, of which nothing is known, by 31 December 2025."""
    rules = policy(
        fixed("8", earned_by=earned_by, paid_in="halves"),
        events=EVENTS | {"filed": FILED | {"silence": "unknown"}},
        in_force=condition(first=first),
        instalments=HALVES,
    )
    assert payable(ask(rules, *stated)) == expected


def test_a_part_with_an_event_of_its_own() -> None:
    """The second half a year after the filing, which may lie long before the listing."""
    halves = condition(parts=[{"share": "50%"}, {"share": "50%", "years": 1, "event": "filed"}])
    rules = policy(
        fixed("8", paid_in="halves"),
        events=EVENTS | {"filed": FILED | {"silence": "unknown"}},
        in_force=condition(first="2025-01-01"),
        instalments={"halves": halves},
    )
    assert payable(ask(rules, "listed 2025-06-01")) == "4.00..8.00"


@pytest.mark.parametrize(
    ("on", "expected"), [("2024-12-31", "0.00..8.00"), ("2025-01-01", "0.00..4.00")]
)
def test_a_part_that_cannot_be_due_since_what_counts_came_late(on: str, expected: str) -> None:
    """8 where 100 was raised before the filing, which then was a year ago at most."""
    table = {"of": "raised", "counted": {"before": "filed"},
             "bands": [{"at_least": "100", "fixed": "8"}]}  # fmt: skip
    rules = policy(
        table | {"earned_by": "filed", "paid_in": "halves"},
        events=EVENTS | {"filed": FILED | {"silence": "unknown"}},
        instalments=HALVES,
    )
    assert payable(ask(rules, f"raised {on} 100")) == expected


@pytest.mark.parametrize(
    ("short", "expected"),
    [("nothing", "5.00..10.00"), ("share", "5.00..12.00"), ("share_of_threshold", "5.00..15.00")],
)
def test_a_share_that_is_a_figure(short: str, expected: str) -> None:
    """10 from 70% on, and 5 below that: of 10 nothing, up to 7 or all but a little."""
    scaled = {"by": "whole", "full_at": "70%", "short": short}
    rules = policy(
        fixed("10", scaled=scaled),
        fixed("5", needs=["little"]),
        conditions={"little": condition(figure="whole", below="0.7")},
    )
    answer = ask(rules, LISTED)
    assert (payable(answer), in_one_pass(answer)) == (expected, "0.00..15.00")


def test_a_share_that_is_a_figure_in_parts() -> None:
    """7 or nothing, in whole yuan, of which half is due: 4 or nothing."""
    scaled = {"by": "whole", "full_at": "70%", "short": "nothing"}
    halves = condition(parts=[{"share": "50%"}, {"share": "50%", "years": 5}])
    rules = policy(
        fixed("7", scaled=scaled, paid_in="halves"),
        rounding=condition(unit="1"),
        instalments={"halves": halves},
    )
    assert payable(ask(rules, LISTED)) == "0.00..4.00"


def test_a_share_of_any_size_is_enough() -> None:
    """From 0% on all of it is given, beside what turns at 50% and below 0."""
    scaled = {"by": "whole", "full_at": "50%", "short": "share"}
    rules = policy(
        fixed("10", scaled=scaled),
        fixed("5", scaled=scaled | {"full_at": "0%"}),
        fixed("3", needs=["loss"]),
        conditions={"loss": condition(figure="whole", below="0")},
    )
    assert payable(ask(rules, LISTED)) == "5.00..15.00"


def test_a_share_of_a_sum_that_is_known_later() -> None:
    """Below 200 it may be enough or not, where half of 100 is: 0 to 12, or 10."""
    scaled = {"by": "invested", "of": "whole", "full_at": "50%", "short": "nothing"}
    rules = policy(
        fixed("10", scaled=scaled),
        {"of": "whole", "bands": [{"at_most": "100", "fixed": "2"}]},
        fixed("1", needs=["much"]),
        conditions={"much": condition(figure="invested", at_least="200")},
    )
    assert payable(ask(rules, LISTED)) == "0.00..13.00"
    assert payable(ask(rules, LISTED, figures={"whole": "100"})) == "2.00..13.00"


def test_a_full_year_that_a_filing_may_break() -> None:
    """Listed on 1 June 2022: what is filed on the day a year later breaks it, a day later not."""
    full = condition(seasoning="listed", years=1, restarted_by="filed", counting="anniversary")
    rules = policy(
        fixed("10", needs=["full"], earned_by="applied"),
        fixed("5", earned_by="filed"),
        events=FILED_UNKNOWN,
        conditions={"full": full},
        in_force=condition(first="2023-06-01"),
    )
    life = ("listed 2022-06-01", "applied 2023-06-02")
    assert payable(ask(rules, *life)) == "0.00..15.00"
    assert payable(ask(rules, *life, "filed 2023-06-01")) == "5.00"
    assert payable(ask(rules, *life, "filed 2023-06-02")) == "15.00"


class TestTestedOnAnEvent:
    """A full year after the listing, tested on a filing of which nothing is known."""

    @pytest.mark.parametrize(
        ("first", "left", "expected"),
        [
            ("2021-01-01", None, "5.00..15.00"),
            ("2023-06-01", None, "5.00..10.00"),
            ("2023-06-02", None, "0.00..10.00"),
            ("2021-01-01", "2023-06-01", "10.00..15.00"),
            ("2021-01-01", "2023-06-02", "5.00..15.00"),
            ("2023-06-02", "2023-06-02", "0.00..15.00"),
            ("2023-06-02", "2023-06-01", "10.00..15.00"),
        ],
    )
    def test_full_or_not(self, first: str, left: str | None, expected: str) -> None:
        """10 unless the year was full on that day, 5 if it is one of the policy's days.

        Listed on 1 June 2022; it is full a year later, unless it left by then.
        """
        full = condition(seasoning="listed", years=1, tested_on=["filed"], restarted_by="left",
                         counting="anniversary")  # fmt: skip
        rules = policy(
            fixed("10", needs=["not_full"], earned_by="applied"),
            fixed("5", earned_by="filed"),
            events=FILED_UNKNOWN | {"left": {"zh": "离开", "en": "Left"}},
            conditions={"full": full, "not_full": condition(not_met="full")},
            in_force=condition(first=first),
        )
        life = ["listed 2022-06-01", "applied 2023-06-02", *([f"left {left}"] if left else [])]
        answer = ask(rules, *life, absent=[] if left else ["left"])
        assert payable(answer) == expected


class TestNothing:
    """Nothing, whatever it would be a part of."""

    @pytest.mark.parametrize(
        "amount",
        [
            {"rate": "0%", "of": "whole"},
            fixed("0", per="whole"),
            {"of": "whole", "bands": [{"rate": "0%"}]},
            fixed(
                "9", scaled={"by": "invested", "of": "whole", "full_at": "70%", "short": "share"}
            ),
        ],
    )
    def test_of_what_is_not_stated(self, amount: dict[str, Any]) -> None:
        """0% of anything, 0 yuan for each, or nothing invested of a sum that is not stated."""
        answer = ask(policy(amount), LISTED, figures={"invested": "0"})
        assert (payable(answer), in_one_pass(answer)) == ("0.00", "0.00")

    def test_a_share_of_nothing_that_is_enough(self) -> None:
        """From 0% on all of it is given, also where nothing is invested."""
        by = {"by": "invested", "of": "whole", "full_at": "0%", "short": "nothing"}
        answer = ask(policy(fixed("9", scaled=by)), LISTED, figures={"invested": "0"})
        assert payable(answer) == "9.00"


@pytest.mark.parametrize(("on", "expected"), [("2025-12-31", "0.00..9.00"), ("2026-01-01", "0.00")])
def test_one_of_several_events_is_too_late(on: str, expected: str) -> None:
    """挂牌且完成股改 by 2025: listed after that, whatever is said of the reform."""
    rules = policy(
        fixed("9", earned_by={"all_of": ["listed", "filed"]}),
        events=EVENTS | {"filed": FILED | {"silence": "unknown"}},
        in_force=condition(first="2021-01-01", last="2025-12-31"),
    )
    assert payable(ask(rules, f"listed {on}", as_of="2026-06-30")) == expected


class TestItself:
    """What would be computed from itself is refused where the document is read."""

    @pytest.mark.parametrize(
        ("amount", "says"),
        [
            (WHOLE | {"minus": ["whole"]}, "'whole' is set against itself"),
            (WHOLE | {"above": {"rate": "50%", "of": "whole"}}, "'whole' is set against itself"),
            (
                {
                    "of": "raised", "rate": "2%", "minus": ["whole"],
                    "instead": [{"when": "big", "of": "whole"}],
                },
                "is set against itself",
            ),
            (
                fixed("9", scaled=OF_WHOLE | {"by": "whole"}),
                "'whole' is set against itself",
            ),
        ],
    )  # fmt: skip
    def test_refused(self, amount: dict[str, Any], says: str) -> None:
        """With the name, and what to write instead."""
        with pytest.raises(InvalidPolicy, match=says):
            policy(amount)


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        (["100"], ["0 99.99", "100 100", "100.01 None"]),
        (["100.005"], ["0 100.00", "100.005 100.005", "100.01 None"]),
        (["100", "100.01"], ["0 99.99", "100 100", "100.01 100.01", "100.02 None"]),
    ],
)
def test_every_fen_lies_in_a_region(marks: list[str], found: list[str]) -> None:
    """Beside a number, from the next whole fen on, also where the number is none."""
    said = regions([Decimal(each) for each in marks], Decimal(0), None, in_fen=True)
    assert [f"{each.at_least} {each.at_most}" for each, _ in said] == found


def test_parts_of_a_range_with_a_small_share() -> None:
    """1% of 10 fen above or below an end is as good as nothing: what lies between is held too."""
    by = [Decimal("0.01"), Decimal("0.005"), Decimal("0.985")]
    amounts = [Decimal(n) / 100 for n in range(101, 200)]
    parts = [in_parts(each, by, unit=Decimal("0.01")) for each in amounts]
    said = split_closely(Bounds(amounts[0], amounts[-1]), by, unit=Decimal("0.01"))
    for each, held in zip(zip(*parts, strict=True), said, strict=True):
        assert held.at_least <= min(each)
        assert held.at_most is not None
        assert max(each) <= held.at_most


@pytest.mark.parametrize("unit", ["0.01", "1.00"])
@pytest.mark.parametrize("shares", [("0.4", "0.3", "0.3"), ("0.5", "0.5"), ("0.05", "0.95")])
@pytest.mark.parametrize(("least", "most"), [("0", "7.31"), ("2.50", "3.49"), ("1.99", "2.01")])
def test_parts_of_a_range(unit: str, shares: tuple[str, ...], least: str, most: str) -> None:
    """Each part of every amount in a range lies in the range of the part, and its ends are some."""
    by, low, high = [Decimal(each) for each in shares], Decimal(least), Decimal(most)
    amounts = [Decimal(n) / 100 for n in range(int(low * 100), int(high * 100) + 1)]
    parts = [in_parts(each, by, unit=Decimal(unit)) for each in amounts]
    said = split_closely(Bounds(low, high), by, unit=Decimal(unit))
    assert said == [Bounds(min(each), max(each)) for each in zip(*parts, strict=True)]
