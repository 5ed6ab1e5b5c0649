"""Ranges of yuan."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from listing_rewards import Bounds, InvalidAmount
from listing_rewards.values.range import ANYTHING, NOTHING, either, exactly, total


def between(least: str, most: str | None) -> Bounds:
    """A range, from its ends as text."""
    return Bounds(Decimal(least), None if most is None else Decimal(most))


class TestBounds:
    """Both ends are included; an end may be open above."""

    def test_an_empty_range_is_refused(self) -> None:
        """The upper end is never below the lower one."""
        with pytest.raises(ValueError, match="the range from '2' to 1 is empty"):
            between("2", "1")

    @pytest.mark.parametrize(
        ("least", "most"),
        [("1", Decimal(2)), (Decimal(1), "2"), ("1", "1"), (None, None), (None, Decimal(1))],
    )
    def test_what_is_no_number_is_refused(self, least: Any, most: Any) -> None:
        """Neither end is a text, not even twice the same; only the upper one may be open."""
        with pytest.raises(InvalidAmount) as caught:
            Bounds(least, most)
        assert caught.value.faults[0].code == "not_a_range"

    @pytest.mark.parametrize(("least", "most"), [(1.5, Decimal(2)), (Decimal(1), 1.5)])
    def test_a_float_is_refused(self, least: Any, most: Any) -> None:
        """At either end."""
        with pytest.raises(InvalidAmount) as caught:
            Bounds(least, most)
        assert caught.value.faults[0].code == "float_amount"

    def test_an_open_range_is_not_nothing(self) -> None:
        """Though it may turn out to be."""
        assert not ANYTHING.nothing
        assert NOTHING.nothing

    def test_as_text(self) -> None:
        """One number where both ends are equal; otherwise both, or that no limit is known."""
        ends = [("2", "2"), ("1", "2"), ("1", None)]
        said = [str(between(*each)) for each in ends]
        assert said == ["2", "1 to 2", "1 to no known limit"]

    def test_determined_and_nothing(self) -> None:
        """Equal ends determine it; an upper end of zero makes it nothing."""
        assert exactly(Decimal(5)).determined
        assert not between("0", "5").determined
        assert not ANYTHING.determined
        assert NOTHING.nothing
        assert NOTHING.determined
        assert not ANYTHING.nothing

    def test_capped(self) -> None:
        """Each end is at most the cap; an open one becomes it."""
        assert between("3", "8").capped(Decimal(5)) == between("3", "5")
        assert between("7", None).capped(Decimal(5)) == between("5", "5")
        assert between("0", "4").capped(Decimal(5)) == between("0", "4")

    def test_less(self) -> None:
        """Each end less what was paid, never below zero; an open one stays open."""
        assert between("3", "8").less(between("5", "5")) == between("0", "3")
        assert between("3", None).less(between("1", "1")) == between("2", None)

    def test_less_a_range(self) -> None:
        """What is certain is left after the most is taken off; what is possible after the least."""
        assert between("3", "8").less(between("1", "2")) == between("1", "7")
        assert between("3", "8").less(between("1", None)) == between("0", "7")
        assert between("3", None).less(between("1", "2")) == between("1", None)

    def test_within(self) -> None:
        """Each end at most the same end of the room."""
        assert between("3", "8").within(between("2", "9")) == between("2", "8")
        assert between("3", None).within(between("4", "9")) == between("3", "9")
        assert between("3", "8").within(between("0", None)) == between("0", "8")

    def test_at_the_least(self) -> None:
        """The larger of both at each end; open as soon as one is open."""
        assert between("3", "8").at_the_least(between("5", "6")) == between("5", "8")
        assert between("3", "8").at_the_least(between("1", None)) == between("3", None)

    def test_either(self) -> None:
        """From the least that is possible to the most that is; open as soon as one is open."""
        assert either([between("3", "8"), between("1", "2")]) == between("1", "8")
        assert either([between("3", None), between("1", "2")]) == between("1", None)

    def test_total(self) -> None:
        """End by end; open as soon as one is open."""
        assert total([]) == NOTHING
        assert total([between("1", "2"), between("3", "5")]) == between("4", "7")
        assert total([between("1", None), between("3", "5")]) == between("4", None)
