"""Numbers as Chinese writes them: 二〇二三, 三百万, 叁佰万, 1亿2000万."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from listing_rewards.values.money import exact

_DIGITS = {
    **{sign: n for n, sign in enumerate("〇一二三四五六七八九")},
    **{sign: n for n, sign in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "两": 2, "貳": 2, "參": 3, "陸": 6, "○": 0, "弌": 1,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_ABOVE_TEN = frozenset("百佰千仟")
_MYRIADS = "万萬亿億"
DIGITS = "".join(_DIGITS)
"""Every sign of a digit."""
SIGNS = "".join([*_DIGITS, *_TENS, *_MYRIADS])
"""Every sign that a number may be made of."""
_IN_WORDS = re.compile(
    rf"(?P<yuan>[{SIGNS}]{{1,40}})(?:元|圆)(?:零?(?P<jiao>[{DIGITS}])角)?"
    rf"(?:零?(?P<fen>[{DIGITS}])分)?[整正]?"
)
_BARE = re.compile(rf"[{SIGNS}]{{2,40}}")
_PARTS = re.compile(
    r"(?:(?P<yi>\d{1,7}(?:\.\d{1,8})?)亿)?(?:(?P<wan>\d{1,8}(?:\.\d{1,6})?)万)?"
    r"(?:(?P<yuan>\d{1,8}(?:\.\d{1,2})?))?元?"
)


def digit(sign: str) -> str | None:
    """One Chinese digit as a plain one; None where it is none."""
    return str(_DIGITS[sign]) if sign in _DIGITS else None


def whole_number(text: str) -> int | None:
    """A whole number in Chinese; None where the text is none that is written correctly.

    >>> whole_number("三百万"), whole_number("叁佰零伍"), whole_number("百三")
    (3000000, 305, None)
    """
    above, sign, below = text.replace("億", "亿").partition("亿")
    return _two_parts(above, below, 10**8, _below_yi) if sign else _below_yi(text)


def _below_yi(text: str) -> int | None:
    above, sign, below = text.replace("萬", "万").partition("万")
    return _two_parts(above, below, 10**4, _below_wan) if sign else _below_wan(text)


def _two_parts(above: str, below: str, unit: int, read: Callable[[str], int | None]) -> int | None:
    """What stands before a unit and after it; one sign after it may be of either (一万五)."""
    high, low = read(above), read(below) if below else 0
    if not high or low is None or len(below) == 1:
        return None
    return high * unit + low


def _below_wan(text: str) -> int | None:
    """A number of at most four digits, each with its place but the last."""
    value, number, last, zero = 0, None, 10**4, False
    for sign in text:
        if sign in _DIGITS:
            if number is not None:
                return None
            number, zero = (_DIGITS[sign] or None), zero or not _DIGITS[sign]
        elif sign in _TENS:
            unit = _TENS[sign]
            if unit >= last or (number is None and (unit != 10 or value)):
                return None
            value, number, last = value + (1 if number is None else number) * unit, None, unit
        else:
            return None
    if not value and number is None and not zero:
        return None
    if number and text[-2:-1] in _ABOVE_TEN:  # 三百五 may be 350 or 305
        return None
    return value + (number or 0)


@exact
def amount_in_words(text: str) -> Decimal | None:
    """An amount of money in Chinese numerals or in parts, in yuan; None where it is none.

    >>> [str(amount_in_words(each)) for each in ("叁佰万元整", "三百万", "1亿2000万", "伍元叁角整")]
    ['3000000', '3000000', '120000000', '5.3']
    """
    if match := _IN_WORDS.fullmatch(text):
        whole = whole_number(match["yuan"])
        small = [_DIGITS[match[part]] if match[part] else 0 for part in ("jiao", "fen")]
        return None if whole is None else Decimal(whole) + Decimal(10 * small[0] + small[1]) / 100
    if _BARE.fullmatch(text) and any(sign in _MYRIADS for sign in text):
        whole = whole_number(text)
        return None if whole is None else Decimal(whole)
    match = _PARTS.fullmatch(text)
    if match and match["yi"] and (match["wan"] or match["yuan"]):
        return _added(match)
    if match and match["wan"] and match["yuan"]:
        return _added(match)
    return None


def _added(match: re.Match[str]) -> Decimal | None:
    """The parts of an amount together; None where a lower one reaches the higher one's unit.

    And where one digit is left over, of which it is not certain what it counts.
    """
    parts = [Decimal(match[part] or 0) for part in ("yi", "wan", "yuan")]
    if parts[1] >= 10**4 or parts[2] >= 10**4:
        return None
    if match["yuan"] and len(match["yuan"]) == 1:  # 1万5 may be 15,000 or 10,005
        return None
    if any("." in (match[part] or "") for part in ("yi", "wan")):
        return None
    return parts[0] * 10**8 + parts[1] * 10**4 + parts[2]
