"""Amounts in capital numerals: by hand, by the bank's own examples, and read back."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from listing_rewards import InvalidAmount
from listing_rewards.report.capitals import capitals

BY_HAND = {
    # examples that stand in the bank's rules themselves
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元零叁角贰分",
    "107000.53": "壹拾万柒仟元零伍角叁分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    # by hand
    "0": "零元整",
    "0.01": "壹分",
    "0.10": "壹角整",
    "0.11": "壹角壹分",
    "1.00": "壹元整",
    "1.05": "壹元零伍分",
    "9.90": "玖元玖角整",
    "10.00": "壹拾元整",
    "10.50": "壹拾元零伍角整",
    "10.05": "壹拾元零伍分",
    "15.00": "壹拾伍元整",
    "101.10": "壹佰零壹元壹角整",
    "110.00": "壹佰壹拾元整",
    "1001.00": "壹仟零壹元整",
    "1010.00": "壹仟零壹拾元整",
    "10001.00": "壹万零壹元整",
    "10010.00": "壹万零壹拾元整",
    "11000.00": "壹万壹仟元整",
    "90000.01": "玖万元零壹分",
    "100000.05": "壹拾万元零伍分",
    "101000.00": "壹拾万壹仟元整",
    "1000000": "壹佰万元整",
    "1000100.00": "壹佰万零壹佰元整",
    "9000000.00": "玖佰万元整",
    "10005000": "壹仟万伍仟元整",
    "10050000": "壹仟零伍万元整",
    "100000000": "壹亿元整",
    "100000001": "壹亿零壹元整",
    "100005000": "壹亿零伍仟元整",
    "100010000": "壹亿零壹万元整",
    "110000000": "壹亿壹仟万元整",
    "1050000000.00": "壹拾亿伍仟万元整",
    "10000000000": "壹佰亿元整",
    "1000000000000": "壹万亿元整",
    "1000010000000": "壹万亿零壹仟万元整",
    "1000000000000.01": "壹万亿元零壹分",
    "1000100000000": "壹万零壹亿元整",
    "999999999999999.99": ("玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    "10000000000000000": "壹亿亿元整",
}

SIZES = {"拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8}


def read_back(text: str) -> Decimal:
    """What a cashier reads: each digit times its unit; 万 and 亿 multiply what stands before."""
    whole, _, rest = text.rpartition("元")
    total = section = digit = 0
    for sign in whole:
        if sign in SIZES:
            size = SIZES[sign]
            if size >= 10**8:
                total, section, digit = (total + section + digit) * size, 0, 0
            elif size >= 10**4:
                total, section, digit = total + (section + digit) * size, 0, 0
            else:
                section, digit = section + digit * size, 0
        else:
            digit = "零壹贰叁肆伍陆柒捌玖".index(sign)
    fen = 0
    for sign, unit in pairwise(rest):
        if unit in "角分":
            fen += "零壹贰叁肆伍陆柒捌玖".index(sign) * (10 if unit == "角" else 1)
    return Decimal(total + section + digit) + Decimal(fen) / 100


fen_amounts = st.one_of(
    st.integers(0, 10**6),
    st.integers(0, 10**14),
    st.integers(0, 10**17 - 1),
    st.lists(st.sampled_from("00001579"), min_size=1, max_size=17).map(lambda d: int("".join(d))),
).map(lambda fen: Decimal(fen) / 100)


class TestByHand:
    """What a person writes."""

    @pytest.mark.parametrize(("amount", "written"), BY_HAND.items())
    def test_written_as_by_hand(self, amount: str, written: str) -> None:
        """The bank's own examples, and those of the awkward zeros."""
        assert capitals(Decimal(amount)) == written


class TestLaws:
    """What holds for every amount."""

    @given(fen_amounts)
    @example(Decimal("0.00"))
    @example(Decimal("1000000010000000"))
    def test_read_back_it_is_the_amount(self, amount: Decimal) -> None:
        """A cashier who reads the numerals pays exactly the amount."""
        assert read_back(capitals(amount)) == amount

    @given(fen_amounts)
    def test_it_is_written_as_the_rules_ask(self, amount: Decimal) -> None:
        """整 behind 元 and 角 and never behind 分; no two 零 in a row; no 零 before a unit."""
        text = capitals(amount)
        assert text.endswith(("元整", "角整", "分"))
        assert text.count("整") <= 1
        assert "零零" not in text
        assert text == "零元整" or not any(f"零{unit}" in text for unit in "拾佰仟万亿元角分")
        assert not text.startswith("零") or amount == 0

    @given(st.integers(0, 10**13), st.integers(0, 99))
    def test_one_way_of_writing_for_one_amount(self, yuan: int, fen: int) -> None:
        """However the digits of the amount are given: 1, 1.0 and 1.00 are the same."""
        amount = Decimal(100 * yuan + fen) / 100
        assert (
            capitals(amount) == capitals(amount.normalize()) == capitals(amount + Decimal("0.00"))
        )


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (Decimal("-0.01"), "negative_amount"),
        (Decimal("0.001"), "too_many_decimals"),
        (1.5, "float_amount"),
    ],
)
def test_what_cannot_be_paid_has_no_capitals(value: Any, code: str) -> None:
    """A negative amount, a part of a fen and a float are refused."""
    with pytest.raises(InvalidAmount) as refused:
        capitals(value)
    assert [each.code for each in refused.value.faults] == [code]
