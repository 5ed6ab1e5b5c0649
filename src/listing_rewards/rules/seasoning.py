"""The time to stay on NEEQ before applying to the BSE. 挂牌满一年."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from listing_rewards.errors import InvalidCase, fault
from listing_rewards.values.day import (
    LONGEST_PERIOD,
    Counting,
    corresponding_day,
    first_day_met,
    read_day,
)

_COUNTINGS = get_args(Counting)
_LONGEST = range(12 * LONGEST_PERIOD + 1)


@dataclass(frozen=True, slots=True)
class Seasoning:
    """Whether a full period after a listing was complete on the day it was tested.

    Attributes:
        met: whether it was.
        listed_on: the day the period started from.
        tested_on: the day it was tested on.
        completes_on: the corresponding day, on which the period completes.
        met_from: the first day on which the test is met, by the way of counting chosen.
        days_left: days from the test to `met_from`; 0 when met.
        on_boundary_day: whether the test falls on `completes_on`, where the two ways of counting
            give different answers.
        counting: the way of counting chosen.
    """

    met: bool
    listed_on: date
    tested_on: date
    completes_on: date
    met_from: date
    days_left: int
    on_boundary_day: bool
    counting: Counting


def neeq_seasoning(
    listed_on: date,
    tested_on: date,
    *,
    years: int = 1,
    months: int = 0,
    counting: Counting = "anniversary",
) -> Seasoning:
    """Was the company on NEEQ for a full year on the day it applied to the BSE?

    Task 7 of the task table: 在新三板挂牌满一年后尽快申请到北交所挂牌上市. Whether the
    corresponding day itself counts is a reading that the source leaves open; the answer says
    when the test falls on it.

    Args:
        listed_on: the day of the NEEQ listing (of the latest one, after a delisting).
        tested_on: the day of the application, or of another step that the year is tested on.
        years: full years, 1 by the source.
        months: full months besides the years; with ``years=0``, months alone.
        counting: ``anniversary`` (met on the corresponding day) or ``civil_code`` (met on the day
            after it, Civil Code articles 200 to 204).

    Raises:
        InvalidCase: for a value that is not a day between 1900-01-01 and 2199-12-31, a period of
            nothing or of more than 100 years, or another way of counting.

    >>> from datetime import date
    >>> from listing_rewards import neeq_seasoning
    >>> year = neeq_seasoning(date(2024, 2, 29), date(2025, 2, 28))
    >>> year.met, year.on_boundary_day, year.completes_on
    (True, True, datetime.date(2025, 2, 28))
    >>> neeq_seasoning(date(2024, 2, 29), date(2025, 2, 27)).days_left
    1
    """
    if counting not in _COUNTINGS:
        raise InvalidCase(fault("not_a_counting", counting, accepted=_COUNTINGS))
    if not _is_a_period(years, months):
        given = f"{years} years, {months} months" if months else years
        raise InvalidCase(fault("not_full_years", given, path="years"))
    listed_on, tested_on = read_day(listed_on), read_day(tested_on)
    return full_period(listed_on, tested_on, years=years, months=months, counting=counting)


def _is_a_period(years: object, months: object) -> bool:
    """Whether they are whole numbers of years and months, more than nothing and not too many."""
    if isinstance(years, int) and isinstance(months, int) and years >= 0 and months >= 0:
        return 12 * years + months in _LONGEST[1:]
    return False


def full_period(
    listed_on: date, tested_on: date, *, years: int, months: int, counting: Counting
) -> Seasoning:
    """What `neeq_seasoning` answers, for days and a period that were read before."""
    completes_on = corresponding_day(listed_on, years=years, months=months)
    met_from = first_day_met(completes_on, counting)
    return Seasoning(
        met=tested_on >= met_from,
        listed_on=listed_on,
        tested_on=tested_on,
        completes_on=completes_on,
        met_from=met_from,
        days_left=max((met_from - tested_on).days, 0),
        on_boundary_day=tested_on == completes_on,
        counting=counting,
    )
