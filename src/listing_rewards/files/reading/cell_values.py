"""What a cell states, by its column: days, amounts, yes or no, in their usual forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from listing_rewards.errors import InvalidAmount, InvalidCase, fault
from listing_rewards.files.reading.columns import Kind
from listing_rewards.files.reading.grid import Written
from listing_rewards.files.reading.headers import NAMELESS, SCALES, Heading
from listing_rewards.values.chinese_numerals import amount_in_words, digit, whole_number
from listing_rewards.values.day import read_day
from listing_rewards.values.money import (
    plain_signs,
    read_figure,
    read_signed_yuan,
    read_yuan,
    write_number,
)

_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})\.?"
    r"|、(\d{1,2})、(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))"
    r"(?P<time>[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?",
    re.ASCII,
)
_WEEKDAY = re.compile(r"\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$")
_IN_CHINESE = re.compile(r"([〇○零一二三四五六七八九]{4})年(\S{1,3})月(\S{1,3})[日号]")
_SPACED = re.compile(r"(?<=\d)\s+(?=[年月日号./、-])|(?<=[年月./、-])\s+(?=\d)")
_YES = frozenset({"是", "yes", "y", "true", "1", "√", "✓", "✔", "☑", "符合"})
_NO = frozenset({"否", "no", "n", "false", "0", "×", "✗", "✘", "☒", "不符合"})
_AMOUNT = re.compile(
    r"(?:人民币|rmb|cny)?[:\s]*+(?P<amount>[^\s:][\d,.¥-]{0,40}(?<=\d))"
    r"\s*+(?P<unit>百元|千元|[十百千]万元?)?(?P<rest>(?:亿元|万元|元|亿|万)?)[整正]?"
    r"(?:人民币|rmb|cny)?",
    re.IGNORECASE,
)
_LOST = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
"""What a spreadsheet makes of a long code in a CSV that it opens and saves."""
_LONGEST = 100
"""A text that is longer is no amount."""
_UNSEEN = re.compile("[\u200b-\u200f\u202a\u202c\u2060\ufeff]")
"""Signs without a shape that are copied along; those that turn the text around are not among
them."""
_APART = re.compile(r"(?<=[\d十百千万亿])\s++(?=[十百千万亿元])")
_BEFORE_WORDS = re.compile(r"^(?:人民币)?(?:\(大写\)|大写)?[:]?")
_SIMPLE = str.maketrans("萬億圓", "万亿元")
_OF_YUAN = re.compile("人民币|rmb|cny", re.IGNORECASE)
_OWN_UNIT = re.compile(r"[元圆万萬亿億]|yuan", re.IGNORECASE)


def cell_day(text: str) -> date:
    """A day written year first: 2023-09-15, 2023/9/15, 2023.9.15, 2023年9月15日 or 20230915.

    Also 二〇二三年九月十五日, with blanks, with 号, with a weekday behind it. Midnight may stand
    behind it, as programs write it.

    Raises:
        InvalidCase: anything else; month and day are never guessed, and another time of day is
            not passed over.

    >>> cell_day("2023 年 9 月 15 日（星期五）"), cell_day("二〇二三年九月十五日")
    (datetime.date(2023, 9, 15), datetime.date(2023, 9, 15))
    """
    plain = _WEEKDAY.sub("", plain_signs(_UNSEEN.sub("", text))[:60])
    match = _DAY.fullmatch(_SPACED.sub("", _plain_digits(plain)))
    if match is None:
        raise InvalidCase(fault("not_a_date", text))
    *parts, time = match.groups()
    year, month, day = (int(part) for part in parts if part is not None)
    try:
        found = read_day(date(year, month, day))
    except ValueError as error:
        faults = error.faults if isinstance(error, InvalidCase) else (fault("not_a_date", text),)
        raise InvalidCase(*faults) from None
    if time and time.strip(" T:.0"):
        raise InvalidCase(fault("time_of_day", text, day=found))
    return found


def _plain_digits(text: str) -> str:
    """A day in Chinese digits with plain ones."""
    match = _IN_CHINESE.fullmatch(text)
    if match is None:
        return text
    year = "".join(digit(sign) or "" for sign in match[1])
    month, day = whole_number(match[2]), whole_number(match[3])
    return f"{year}年{month}月{day}日" if month and day else text


def cell_yes(text: str) -> bool:
    """是 or 否, yes or no, or a tick.

    Raises:
        InvalidCase: anything else.

    >>> cell_yes("是"), cell_yes("✔")
    (True, True)
    """
    word = plain_signs(text).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise InvalidCase(fault("not_yes_or_no", text, accepted=("是", "否", "yes", "no")))


def read_cell(head: Heading, cell: Written, *, signed: bool = False) -> Any:
    """What a cell states: a day, yuan, a number, yes or no, or text.

    Args:
        head: the column.
        cell: the cell.
        signed: whether an amount of money may be below 0, for money that came back.

    Raises:
        ListingRewardsError: the cell does not hold what its column is for, or cannot be read for
            certain.
    """
    text = cell.text
    if head.column is NAMELESS:
        raise InvalidCase(fault("under_no_header", text.strip()))
    if cell.doubt is not None:
        if head.column.is_of("carried", "remark"):
            return text.strip()
        lost = _is_code(head) and cell.doubt.code == "inexact_number"
        raise InvalidCase(fault("code_as_number", text) if lost else cell.doubt)
    if _is_code(head) and _LOST.fullmatch(plain_signs(text)):
        raise InvalidCase(fault("code_as_number", text.strip()))
    if head.column.kind in _DAYS and cell.day is not None:
        return cell.day
    if cell.counts and head.column.is_amount:
        text += cell.counts
    if head.column.kind in _READERS:
        below_zero = signed and head.column.kind in _SIGNED
        return _number(head, text, read_signed_yuan if below_zero else None)
    if head.column.kind in _PRINTED and (sign := _OWN_SIGNS.search(text)):
        raise InvalidCase(fault("private_sign", text.strip(), sign=f"U+{ord(sign[0]):04X}"))
    if head.column.values:
        return _value(text, dict(head.column.values))
    return _PLAIN.get(head.column.kind, str.strip)(text)


def _is_code(head: Heading) -> bool:
    """Whether its cells hold digits that are no number."""
    column = head.column
    return column.kind in _CODES or (column.kind == "carried" and column.of in _DIGITS)


def _number(head: Heading, text: str, other: Callable[..., Decimal] | None) -> Decimal:
    """An amount or a figure, in the unit of the cell, or else of the header."""
    plain = plain_signs(_UNSEEN.sub("", text)).translate(_SIMPLE)
    plain = _APART.sub("", plain) if len(plain) <= _LONGEST else plain
    read = other or _READERS[head.column.kind]
    in_words = amount_in_words(_BEFORE_WORDS.sub("", plain).strip())
    if in_words is not None:
        return read(write_number(in_words))
    shortened, scale = _without_ornament(plain, head.scale)
    try:
        value = read(shortened, scale=scale)
    except InvalidAmount as error:
        given = text.strip()[:40]
        raise InvalidAmount(*(replace(each, given=given) for each in error.faults)) from None
    if value and scale == head.scale and not _OWN_UNIT.search(plain):
        if scale and head.column.is_amount and _OF_YUAN.search(plain):
            raise InvalidAmount(fault("sign_against_unit", text.strip()[:40]))
        _refuse_without_unit(head, plain)
    return value


def _without_ornament(text: str, scale: int) -> tuple[str, int]:
    """An amount without 人民币 before and 整 behind it, and the power of ten of its unit."""
    match = _AMOUNT.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return text, scale
    if match["unit"] and not match["rest"].strip():
        return match["amount"], SCALES[match["unit"].removesuffix("元") + "元"]
    return f"{match['amount']}{match['unit'] or ''}{match['rest']}", scale


def _refuse_without_unit(head: Heading, text: str) -> None:
    """A number of which nobody can say whether it is yuan or 万元, a share or hundredths."""
    if head.for_programs:
        return
    if head.column.is_amount and head.unit is None:
        raise InvalidCase(
            fault("no_unit_in_header", text, header=head.written, elsewhere=head.elsewhere)
        )
    if head.column.in_percent and "%" not in text:
        if head.unit is None:
            raise InvalidCase(fault("no_percent", text, header=head.written))
        if abs(Decimal(text.replace(",", ""))) < 1:
            raise InvalidCase(fault("bare_fraction", text, header=head.written))


def _value(text: str, values: dict[str, str]) -> str:
    """The value of an attribute that a cell names."""
    value = values.get(plain_signs(text))
    if value is None:
        raise InvalidCase(fault("no_such_value", text.strip(), accepted=values))
    return value


def credit_code(text: str) -> str:
    """A credit code as written, without the sign by which a web page keeps it as text.

    >>> credit_code('="91440800MA0000001E"'), credit_code("'91440800MA0000001E")
    ('91440800MA0000001E', '91440800MA0000001E')
    """
    plain = plain_signs(text)
    if plain.startswith('="') and plain.endswith('"'):
        plain = plain[2:-1]
    return plain.removeprefix("'").removeprefix("=").strip()


_READERS: dict[Kind, Callable[..., Decimal]] = {
    "event_amount": read_yuan,
    "paid": read_yuan,
    "approved": read_yuan,
    "level": read_yuan,
    "applied": read_yuan,
    "figure": read_figure,
}
_DAYS: tuple[Kind, ...] = ("event_day", "paid_day", "applied_day")
_SIGNED: tuple[Kind, ...] = ("event_amount", "level")
_PRINTED: tuple[Kind, ...] = ("name", "county", "former")
_OWN_SIGNS = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Signs that each font gives another shape, or none."""
_CODES: tuple[Kind, ...] = ("uscc", "reference", "returns")
_DIGITS = ("account", "phone")
_PLAIN: dict[Kind, Callable[[str], Any]] = {
    "event_day": cell_day,
    "paid_day": cell_day,
    "applied_day": cell_day,
    "flag": cell_yes,
    "uscc": credit_code,
    "absent": plain_signs,
}
