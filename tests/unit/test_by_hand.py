"""The three rules by hand refuse what they cannot work with, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from listing_rewards import (
    InvalidAmount,
    InvalidCase,
    neeq_seasoning,
    regional_financing_reward,
    staged_reward,
)

DAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"counting": "Anniversary"}, "not_a_counting"),
        ({"years": 0}, "not_full_years"),
        ({"years": -1}, "not_full_years"),
        ({"years": 9999}, "not_full_years"),
        ({"years": 1.5}, "not_full_years"),
    ],
)
def test_a_year_on_neeq(how: dict[str, Any], code: str) -> None:
    """Another spelling of the counting would be another way of counting."""
    with pytest.raises(InvalidCase) as caught:
        neeq_seasoning(DAY, date(2025, 2, 28), **how)
    assert caught.value.faults[0].code == code


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"mode": "halfup"}, "not_a_rounding_mode"),
        ({"unit": 0}, "no_unit"),
        ({"unit": Decimal(-1)}, "negative_amount"),
        ({"unit": 0.01}, "float_amount"),
        ({"rate": "2"}, "not_a_rate"),
        ({"cap": -1}, "negative_amount"),
    ],
)
def test_a_share_of_a_financing(how: dict[str, Any], code: str) -> None:
    """Each with its own sentence."""
    with pytest.raises(InvalidAmount) as caught:
        regional_financing_reward("300万元", **how)
    assert caught.value.faults[0].code == code


def test_a_unit_as_text() -> None:
    """As a document would write it."""
    assert regional_financing_reward("4999.99", unit="1") == 100


def test_a_payment_for_a_stage_not_reached() -> None:
    """It has nowhere to count; the nearest stage is named."""
    with pytest.raises(InvalidAmount, match="did you mean 'listed'"):
        staged_reward({"listed": 5}, paid={"lsted": 5})
