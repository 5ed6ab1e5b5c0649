"""Numbers and amounts that are written in Chinese: each as a person reads it, or refused."""

from __future__ import annotations

import pytest

from listing_rewards.values.chinese_numerals import amount_in_words, digit, whole_number

NUMBERS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "弌": 1, "壹": 1, "两": 2, "貳": 2, "參": 3, "陸": 6,
    "玖": 9, "十": 10, "拾": 10, "十二": 12, "二十": 20, "二十五": 25, "玖拾玖": 99, "〇五": 5,
    "一百": 100, "壹佰": 100, "一百零五": 105, "一百一十": 110, "一百一十五": 115, "二百五十": 250,
    "一千": 1_000, "壹仟": 1_000, "一千零五": 1_005, "两千三百四十五": 2_345, "玖仟零玖拾": 9_090,
    "一万": 10_000, "壹萬": 10_000, "十万": 100_000, "一万零五": 10_005, "一万五千": 15_000,
    "三百万": 3_000_000, "一千二百三十四万五千六百七十八": 12_345_678,
    "一亿": 100_000_000, "壹億": 100_000_000, "一亿二千万": 120_000_000,
    "三亿零五": 300_000_005, "十亿零二万": 1_000_020_000, "一万亿": 1_000_000_000_000,
}  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_a_whole_number(text: str) -> None:
    """Place by place, in the plain signs and in those of a cheque."""
    assert whole_number(text) == NUMBERS[text]


@pytest.mark.parametrize(
    "text",
    ["", "百", "百三", "三三", "二〇", "一百十", "十十", "五百三千", "一百二百", "一百百", "万",
     "零万", "一万二万", "一亿亿", "亿", "三百x", "x万", "三亿x", "x亿", "x"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    """Signs in an order that no number has."""
    assert whole_number(text) is None


@pytest.mark.parametrize("text", ["三百五", "一千五", "一万五", "三亿五", "一万十"])
def test_what_may_be_two_numbers(text: str) -> None:
    """三百五 is 350 to some and 305 to others: nobody guesses."""
    assert whole_number(text) is None
    assert amount_in_words(f"{text}元") is None


AMOUNTS = {
    "叁佰万元整": "3000000", "三百万": "3000000", "一亿": "100000000", "两百圆正": "200",
    "伍元叁角整": "5.3", "伍元零叁分": "5.03", "伍元叁角贰分": "5.32", "伍元零叁角": "5.3",
    "1亿2000万": "120000000", "1亿2000万元": "120000000", "2万3000元": "23000",
    "1亿20": "100000020", "1亿2万30": "100020030", "1亿9999万9999": "199999999",
    "2万3000.50": "23000.50",
}  # fmt: skip


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount(text: str) -> None:
    """In numerals with their unit, or in parts."""
    assert str(amount_in_words(text)) == AMOUNTS[text]


@pytest.mark.parametrize(
    "text",
    ["", "三百", "二〇二三", "百三元", "百万", "300万", "300", "1亿", "1亿10000万", "1万10000",
     "1亿2万10000", "1.5亿3000万", "1亿0.5万30", "1.5万30", "1万5", "1亿5", "2万3元"],
)  # fmt: skip
def test_what_is_no_amount_in_words(text: str) -> None:
    """A number without its unit, a part as large as the unit before it, a fraction in two parts."""
    assert amount_in_words(text) is None


@pytest.mark.parametrize(
    ("sign", "plain"), [("〇", "0"), ("叁", "3"), ("两", "2"), ("十", None), ("3", None)]
)
def test_a_digit(sign: str, plain: str | None) -> None:
    """A sign of one digit; 十 is a place."""
    assert digit(sign) == plain
