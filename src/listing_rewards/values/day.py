"""Days and periods: reading a day, corresponding days, and when a full period is complete."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias

from dateutil.relativedelta import relativedelta
from pydantic import BeforeValidator, WithJsonSchema

from listing_rewards.errors import InvalidCase, fault
from listing_rewards.values.scalar import plain

Counting: TypeAlias = Literal["anniversary", "civil_code"]

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)
LONGEST_PERIOD = 100
"""Years; the longest period that a policy may ask for."""


def read_day(value: object) -> date:
    """A day from a `date` or from text ``YYYY-MM-DD``, between 1900-01-01 and 2199-12-31.

    Midnight without a time zone is its day, as pandas and openpyxl write days.

    Raises:
        InvalidCase: for any other moment (`datetime`), a number, or text that is not such a day.

    >>> read_day("2023-09-15")
    datetime.date(2023, 9, 15)
    """
    if isinstance(value, str):
        return _written_day(value)
    day = value if type(value) is date else _day_of(value)
    if not EARLIEST <= day <= LATEST:
        raise InvalidCase(fault("date_out_of_range", value))
    return day


def _day_of(value: object) -> date:
    """The day of a moment at midnight, or of a day of another type."""
    moment = plain(value)
    if not isinstance(moment, date) or getattr(moment, "tzinfo", None):
        raise InvalidCase(fault("not_a_date", value))
    if not isinstance(moment, datetime):
        return moment
    if not is_midnight(moment):
        raise InvalidCase(fault("time_of_day", value, day=moment.date()))
    return moment.date()


def is_midnight(moment: datetime) -> bool:
    """Whether a moment without a time zone is the beginning of its day.

    >>> is_midnight(datetime(2024, 5, 6)), is_midnight(datetime(2024, 5, 6, 12))
    (True, False)
    """
    day = datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001  (stated without a zone)
    return moment.tzinfo is None and moment == day


@lru_cache(maxsize=4096)
def _written_day(text: str) -> date:
    """The day that a text states; a plan has a thousand days, and enterprises share them."""
    if not (len(text) == 10 and text[4] == text[7] == "-"):
        raise InvalidCase(fault("not_a_date", text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidCase(fault("not_a_date", text)) from None
    if not EARLIEST <= day <= LATEST:
        raise InvalidCase(fault("date_out_of_range", text))
    return day


Day = Annotated[
    date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})
]
"""A day of a case or a policy, as a `date` or as text ``YYYY-MM-DD``; read by `read_day`."""


@lru_cache(maxsize=4096)
def corresponding_day(start: date, *, years: int = 0, months: int = 0) -> date:
    """The same day of the month, `years` and `months` on; the month's last day if there is none.

    Civil Code article 202: "no corresponding day" falls to the last day of the month.

    >>> corresponding_day(date(2024, 2, 29), years=1)
    datetime.date(2025, 2, 28)
    """
    return start + relativedelta(years=years, months=months)


def first_day_met(completes_on: date, counting: Counting) -> date:
    """The first day on which a period that completes on its corresponding day counts as full.

    ``anniversary``: the corresponding day itself, as lock-up periods are counted in the market.
    ``civil_code``: the day after, since the last day ends at 24:00 (Civil Code 201 to 203).

    >>> first_day_met(date(2025, 2, 28), "civil_code")
    datetime.date(2025, 3, 1)
    """
    return completes_on if counting == "anniversary" else completes_on + timedelta(days=1)
