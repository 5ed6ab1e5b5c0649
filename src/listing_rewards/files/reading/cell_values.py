"""What a cell states, by its column: days, amounts, yes or no, in their usual forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from listing_rewards.errors import InvalidCase, fault
from listing_rewards.files.reading.columns import NAMELESS, Heading, Kind
from listing_rewards.files.reading.grid import Written
from listing_rewards.money import plain_signs, read_figure, read_signed_yuan, read_yuan
from listing_rewards.periods import read_day

_DAY = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})"
    r"|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?P<time>[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?",
    re.ASCII,
)
_YES = frozenset({"是", "yes", "y", "true", "1", "√", "符合"})
_NO = frozenset({"否", "no", "n", "false", "0", "×", "不符合"})


def cell_day(text: str) -> date:
    """A day written year first: 2023-09-15, 2023/9/15, 2023.9.15, 2023年9月15日 or 20230915.

    Midnight may stand behind it, as programs write it.

    Raises:
        InvalidCase: anything else; month and day are never guessed, and another time of day is
            not passed over.

    >>> cell_day("2023年9月15日")
    datetime.date(2023, 9, 15)
    """
    match = _DAY.fullmatch(plain_signs(text))
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


def cell_yes(text: str) -> bool:
    """是 or 否, yes or no.

    Raises:
        InvalidCase: anything else.

    >>> cell_yes("是")
    True
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
        lost = head.column.kind in _CODES and cell.doubt.code == "inexact_number"
        raise InvalidCase(fault("code_as_number", text) if lost else cell.doubt)
    if head.column.kind in _DAYS and cell.day is not None:
        return cell.day
    if signed and head.column.kind in _SIGNED:
        return read_signed_yuan(text, scale=head.scale)
    if reader := _SCALED.get(head.column.kind):
        return reader(text, scale=head.scale)
    if head.column.values:
        return _value(text, dict(head.column.values))
    return _PLAIN.get(head.column.kind, str.strip)(text)


def _value(text: str, values: dict[str, str]) -> str:
    """The value of an attribute that a cell names."""
    value = values.get(plain_signs(text))
    if value is None:
        raise InvalidCase(fault("no_such_value", text.strip(), accepted=values))
    return value


_SCALED: dict[Kind, Callable[..., Decimal]] = {
    "event_amount": read_yuan,
    "paid": read_yuan,
    "approved": read_yuan,
    "level": read_yuan,
    "figure": read_figure,
}
_SIGNED: tuple[Kind, ...] = ("event_amount", "level")
_DAYS: tuple[Kind, ...] = ("event_day", "paid_day")
_CODES: tuple[Kind, ...] = ("uscc", "reference", "returns")
_PLAIN: dict[Kind, Callable[[str], Any]] = {
    "event_day": cell_day,
    "paid_day": cell_day,
    "flag": cell_yes,
    "uscc": plain_signs,
    "absent": plain_signs,
}
