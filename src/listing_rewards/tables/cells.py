"""What a clerk writes into a cell: days and yes/no in their usual forms."""

from __future__ import annotations

import re
from datetime import date

from listing_rewards.errors import InvalidCase, fault
from listing_rewards.money import plain_signs
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
