"""What the exact engine can do with truths, ranges and days, by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from listing_rewards import Bounds
from listing_rewards.engines.exact.arithmetic import ExactArithmetic
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.places import Contender, Field
from listing_rewards.engines.exact.regions import BESIDE, regions
from listing_rewards.engines.exact.register import ExactRegister
from listing_rewards.engines.exact.splits import in_parts, split
from listing_rewards.meaning.settling import Alternatives, alternatives_among
from listing_rewards.values.money import ZERO, exact
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth
from unit.test_conformity import case_of
from unit.test_constructs import fixed, policy

EARLY, LATE = date(2022, 3, 1), date(2023, 5, 1)


def between(least: int, most: int | None) -> Bounds:
    """A range of whole yuan."""
    return Bounds(Decimal(least), None if most is None else Decimal(most))


class TestTruthsAndRanges:
    """Met, not met and unknown; one range beside another."""

    def test_unknown(self) -> None:
        """Whether a truth is unknown is itself known."""
        found = [ExactArithmetic.unknown(truth) for truth in (UNKNOWN, MET, NOT_MET)]
        assert found == [MET, NOT_MET, NOT_MET]

    @pytest.mark.parametrize(
        ("one", "other", "at_least", "more"),
        [
            ((2, 2), (2, 2), MET, NOT_MET),
            ((2, 3), (1, 2), MET, UNKNOWN),
            ((3, 4), (1, 2), MET, MET),
            ((1, 2), (2, 2), UNKNOWN, NOT_MET),
            ((1, 2), (2, 3), UNKNOWN, NOT_MET),
            ((1, 1), (2, 3), NOT_MET, NOT_MET),
            ((1, 3), (2, 3), UNKNOWN, UNKNOWN),
            ((1, None), (2, 3), UNKNOWN, UNKNOWN),
            ((4, None), (2, 3), MET, MET),
            ((4, 9), (2, None), UNKNOWN, UNKNOWN),
        ],
    )
    def test_one_range_reaches_another(
        self, one: tuple[int, int], other: tuple[int, int], at_least: Truth, more: Truth
    ) -> None:
        """At least as much, or more: certain, impossible, or open."""
        ranges = between(*one), between(*other)
        assert ExactArithmetic.reaches(*ranges, beyond=False) is at_least
        assert ExactArithmetic.reaches(*ranges, beyond=True) is more


class TestDays:
    """Two days of one event, 1 March 2022 and 1 May 2023."""

    HELD = ExactRegister(
        Facts(case_of(f"raised {LATE} 1", f"raised {EARLY} 1"), policy(fixed("1")), LATE)
    )

    @pytest.mark.parametrize(
        ("not_before", "until", "found"),
        [
            (None, LATE, EARLY),
            (None, EARLY, EARLY),
            (None, date(2022, 2, 28), None),
            (EARLY, LATE, EARLY),
            (date(2022, 3, 2), LATE, LATE),
            (date(2022, 3, 2), date(2023, 4, 30), None),
            (date(2023, 5, 2), date(2024, 1, 1), None),
            (None, None, None),
        ],
    )
    def test_the_first(
        self, not_before: date | None, until: date | None, found: date | None
    ) -> None:
        """Within bounds, both included; up to no day there is none."""
        assert self.HELD.first("raised", not_before=not_before, until=until) == found

    @pytest.mark.parametrize(
        ("until", "found"),
        [(LATE, LATE), (date(2023, 4, 30), EARLY), (EARLY, EARLY), (date(2022, 2, 28), None),
         (None, None)],
    )  # fmt: skip
    def test_the_last(self, until: date | None, found: date | None) -> None:
        """Up to a day, that day included."""
        assert self.HELD.last("raised", until=until) == found

    def test_one_lies_within(self) -> None:
        """Since a day it does, after it it does not; up to no day nothing lies."""
        assert self.HELD.falls("raised", since=(LATE,))
        assert not self.HELD.falls("raised", after=(LATE,))
        assert self.HELD.falls("raised", until=(EARLY,))
        assert not self.HELD.falls("raised", after=(EARLY,), until=(date(2023, 4, 30),))
        assert not self.HELD.falls("raised", until=(None,))
        assert not self.HELD.falls("raised", since=(None,))


class TestParts:
    """What is left over goes to the parts with the largest remainders."""

    @pytest.mark.parametrize(
        ("shares", "parts"),
        [
            (("0.333333", "0.333333", "0.333334"), ["0.33", "0.33", "0.34"]),
            (("0.335", "0.333", "0.332"), ["0.34", "0.33", "0.33"]),
            (("0.5", "0.254", "0.246"), ["0.50", "0.25", "0.25"]),
        ],
    )
    def test_of_a_yuan(self, shares: tuple[str, ...], parts: list[str]) -> None:
        """Each rounded down to the fen; the one fen left, to the largest remainder."""
        found = in_parts(Decimal("1.00"), [Decimal(each) for each in shares], unit=Decimal("0.01"))
        assert [str(part) for part in found] == parts

    def test_of_what_is_not_determined(self) -> None:
        """From nothing to 100, each part from nothing to its share; in whole yuan rounded up."""
        shares = [Decimal("0.333"), Decimal("0.667")]
        found = split(between(0, 100), shares, unit=Decimal("0.01"))
        assert [str(part) for part in found] == ["0.00 to 33.30", "0.00 to 66.70"]
        in_yuan = split(between(10, 100), shares, unit=Decimal(1))
        assert [str(part) for part in in_yuan] == ["3.00 to 35.00", "6.00 to 67.00"]


class TestPlaces:
    """Which places an enterprise may have among the others of a table."""

    def test_one_that_may_not_be_granted(self) -> None:
        """Ranked before it, it may take the first place or none; the sure one itself, the last."""
        field = Field.of(
            [Contender(sure=False, rank=Decimal(1)), Contender(sure=True, rank=Decimal(2))], 0
        )
        assert field.places_of(Decimal(2), Decimal(2)) == range(1, 3)

    def test_others_that_could_not_be_read(self) -> None:
        """Each of two may take any place from it."""
        field = Field.of([Contender(sure=True, rank=Decimal(1))], 2)
        assert field.places_of(Decimal(1), Decimal(1)) == range(1, 4)

    def test_one_of_which_no_rank_is_known(self) -> None:
        """It may take any place from another."""
        field = Field.of(
            [Contender(sure=True, rank=None), Contender(sure=True, rank=Decimal(2))], 0
        )
        assert field.places_of(Decimal(2), Decimal(2)) == range(1, 3)


class TestAlternatives:
    """How awards that are settled together exclude each other (择高、替代)."""

    def test_only_the_highest_of_all(self) -> None:
        """Three, of which the highest is given."""
        best = {"b": {"awards": ["a0", "a1", "a2"], "clause": "c"}}
        rules = policy(fixed("1"), fixed("2"), fixed("3"), best_of=best)
        found = alternatives_among(rules.awards, rules)
        assert found == Alternatives((), (("a0", "a1", "a2"),), ())

    def test_one_that_replaces_the_others(self) -> None:
        """Two that one replaces, and nothing beside them."""
        rules = policy(fixed("1", replaces=["a1"]), fixed("2"))
        found = alternatives_among(rules.awards, rules)
        assert found == Alternatives((), (), (("a0", "a1"),))

    def test_one_beside_them(self) -> None:
        """It is given whatever becomes of the others."""
        best = {"b": {"awards": ["a0", "a1"], "clause": "c"}}
        rules = policy(fixed("1"), fixed("2"), fixed("3"), best_of=best)
        assert alternatives_among(rules.awards, rules) == Alternatives(("a2",), (("a0", "a1"),), ())

    def test_where_one_of_them_is_settled_elsewhere(self) -> None:
        """The totals are the sums of the lines: what was paid elsewhere may count here."""
        best = {"b": {"awards": ["a0", "a1"], "clause": "c"}}
        group = {"g": {"title": "g", "cap": "9", "clause": "c"}}
        rules = policy(fixed("1", group="g"), fixed("2"), best_of=best, groups=group)
        assert alternatives_among(rules.awards[:1], rules) is None
        assert alternatives_among(rules.awards[1:], rules) is None

    def test_none_at_all(self) -> None:
        """No alternative and no cap: nothing to be taken together."""
        rules = policy(fixed("1"), fixed("2"))
        assert alternatives_among(rules.awards, rules) is None


class TestRegions:
    """Where an unknown number may lie, beside the numbers at which a rule turns."""

    @pytest.mark.parametrize(
        ("marks", "ends", "found"),
        [
            ((), (0, None), ["0 None 1"]),
            ((), (None, 10), ["0 10 5"]),
            ((), (4, 10), ["4 10 7"]),
            ((100, 200), (0, None),
             ["0 100- 50", "100 100 100", "200 200 200", "100+ 200- 150", "200+ None 201"]),
            ((0,), (0, None), ["0 0 0", "0+ None 1"]),
            ((0, 100), (None, None),
             ["0 0 -1", "0 0 0", "100 100 100", "0+ 100- 50", "100+ None 101"]),
            ((0, 100), (None, 100), ["0 0 -1", "0 0 0", "100 100 100", "0+ 100- 50"]),
            ((0, 100, 500), (None, 300),
             ["0 0 -1", "0 0 0", "100 100 100", "0+ 100- 50", "100+ 300 200"]),
            ((100, 200), (150, 200), ["150 200- 175", "200 200 200"]),
        ],
    )  # fmt: skip
    @exact
    def test_each_number_and_what_lies_between(
        self, marks: tuple[int, ...], ends: tuple[int | None, int | None], found: list[str]
    ) -> None:
        """With a number that lies inside; a figure below 0, of which nothing is computed, is 0."""

        def shown(end: Decimal | None) -> str:
            """A number; one just beside it with its side."""
            if end is None:
                return "None"
            near = end.to_integral_value()
            side = {ZERO: "", BESIDE: "+", -BESIDE: "-"}[end - near]
            return f"{near}{side}"

        lowest, highest = (None if end is None else Decimal(end) for end in ends)
        said = regions([Decimal(mark) for mark in marks], lowest, highest)
        assert [
            f"{shown(each.at_least)} {shown(each.at_most)} {number:.0f}" for each, number in said
        ] == found
