"""Truths of three values: every pair, by hand."""

from __future__ import annotations

import pytest

from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of, opposite

BOTH = {
    (MET, MET): MET,
    (MET, UNKNOWN): UNKNOWN,
    (MET, NOT_MET): NOT_MET,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, NOT_MET): NOT_MET,
    (NOT_MET, NOT_MET): NOT_MET,
}
EITHER = {
    (MET, MET): MET,
    (MET, UNKNOWN): MET,
    (MET, NOT_MET): MET,
    (UNKNOWN, UNKNOWN): UNKNOWN,
    (UNKNOWN, NOT_MET): UNKNOWN,
    (NOT_MET, NOT_MET): NOT_MET,
}


@pytest.mark.parametrize(("pair", "together"), BOTH.items())
def test_all_of(pair: tuple[Truth, Truth], together: Truth) -> None:
    """Not met as soon as one is not, whatever is unknown; in either order, and twice."""
    assert all_of(pair) is all_of(reversed(pair)) is all_of([*pair, *pair]) is together


@pytest.mark.parametrize(("pair", "together"), EITHER.items())
def test_any_of(pair: tuple[Truth, Truth], together: Truth) -> None:
    """Met as soon as one is, whatever is unknown; in either order, and twice."""
    assert any_of(pair) is any_of(reversed(pair)) is any_of([*pair, *pair]) is together


def test_of_none() -> None:
    """All of nothing is met, any of nothing is not."""
    assert all_of([]) is MET
    assert any_of([]) is NOT_MET


def test_opposite() -> None:
    """What is unknown stays so; a plain yes or no becomes a truth."""
    assert [opposite(each) for each in (MET, UNKNOWN, NOT_MET)] == [NOT_MET, UNKNOWN, MET]
    assert [Truth.of(value) for value in (True, False)] == [MET, NOT_MET]
