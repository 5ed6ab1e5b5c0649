"""Days as whole numbers of a year, a month and a day, with exact corresponding days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from listing_rewards.engines.proof.flags import Flag, every, if_so, no, some
from listing_rewards.engines.proof.numbers import Whole, as_flag, chosen, divided
from listing_rewards.values.day import LATEST

_NOT_LEAP = (1900, 2100, 2200, 2300)
"""The years of those computed with that four divides and that are no leap years."""
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, no day, or unknown whether there is one.

    Attributes:
        year: its year.
        month: its month, from 0.
        place: its place in the month, from 0.
        exists: whether there is one.
        unknown: whether it is unknown if there is one.
        plus: so many days after the day that the others state.
    """

    year: Whole
    month: Whole
    place: Whole
    exists: Flag = True
    unknown: Flag = False
    plus: int = 0

    @property
    def key(self) -> Whole:
        """A number that rises with the days, where `plus` is 0."""
        return (12 * self.year + self.month) * 31 + self.place

    @property
    def number(self) -> Whole:
        """The days from one day to another differ by as much as their numbers."""
        before = self.year - 1900
        leap_days = divided(self.year - 1897, 4)
        for year in (1900, 2100, 2200):
            leap_days -= chosen(as_flag(self.year > year), 1, 0)
        past = self._first_of_month(0)
        for month in range(1, 12):
            past = chosen(as_flag(self.month == month), self._first_of_month(month), past)
        return 365 * before + leap_days + past + self.place + self.plus

    def _first_of_month(self, month: int) -> Whole:
        days = sum(_LENGTHS[:month])
        return days if month < 2 else days + chosen(is_leap(self.year), 1, 0)


NO_DAY = Day(1900, 0, 0, exists=False)
DAY_UNKNOWN = Day(1900, 0, 0, exists=False, unknown=True)


def the_day(day: date) -> Day:
    """A day that is the same in every case."""
    return Day(day.year, day.month - 1, day.day - 1)


def is_leap(year: Whole) -> Flag:
    """Whether a year has a 29 February; of 1900 to 2300."""
    fourth = as_flag(year - 4 * divided(year, 4) == 0)
    return every([fourth, *[as_flag(year != each) for each in _NOT_LEAP]])


def length(year: Whole, month: Whole) -> Whole:
    """How many days a month has."""
    found: Whole = 31
    for each in (3, 5, 8, 10):
        found = chosen(as_flag(month == each), 30, found)
    return chosen(as_flag(month == 1), 28 + chosen(is_leap(year), 1, 0), found)


def not_after(one: Day, other: Day) -> Flag:
    """Whether one day is not after another; no day is not."""
    if one.plus or other.plus:
        order = as_flag(one.number <= other.number)
    else:
        order = as_flag(one.key <= other.key)
    return every([one.exists, other.exists, order])


def before(one: Day, other: Day) -> Flag:
    """Whether one day is before another; no day is not."""
    return every([one.exists, other.exists, no(not_after(other, one))])


def same_day(one: Day, other: Day) -> Flag:
    """Whether two days are one; no day is none."""
    return every([not_after(one, other), not_after(other, one)])


def later(day: Day, months: int, days: int = 0) -> Day:
    """The corresponding day so many months on, and so many days after that."""
    years, rest = divmod(months, 12)
    year, month, place = day.year + years, day.month, day.place
    if rest:
        past = as_flag(month + rest >= 12)
        year, month = year + chosen(past, 1, 0), month + rest - chosen(past, 12, 0)
        last = length(year, month) - 1
        place = chosen(as_flag(place > last), last, place)
    elif years:
        gone = every([as_flag(month == 1), as_flag(place == 28), no(is_leap(year))])
        place = chosen(gone, 27, place)
    found = replace(day, year=year, month=month, place=place)
    return next_day(found) if days == 1 else replace(found, plus=days)


class ProofDays:
    """What is counted from a day."""

    @staticmethod
    def later(day: Day, months: int, days: int | None = None) -> Day:
        """The corresponding day so many months on, and so many days after that."""
        return later(day, months, days or 0)

    @staticmethod
    def earlier(day: Day, months: int, days: int) -> Day:
        """The corresponding day so many months before, and so many days before that."""
        return later(day, -months, -days)

    @staticmethod
    def new_year(day: Day, years: int) -> Day:
        """1 January of that year."""
        return new_year(day, years)

    @staticmethod
    def eve(day: Day) -> Day:
        """The day before."""
        return eve(day)

    @staticmethod
    def window_count(_: str, __: str, value: int) -> int:
        """A number of the policy, as it is."""
        return value


def eve(day: Day) -> Day:
    """The day before."""
    first, january = as_flag(day.place == 0), as_flag(day.month == 0)
    year = day.year - chosen(every([first, january]), 1, 0)
    month = chosen(first, chosen(january, 11, day.month - 1), day.month)
    place = chosen(first, length(year, month) - 1, day.place - 1)
    return replace(day, year=year, month=month, place=place)


def new_year(day: Day, years: int) -> Day:
    """1 January of the year so many years after that of a day, or the last one computed with."""
    return within_calendar(replace(day, year=day.year + years, month=0, place=0, plus=0))


def next_day(day: Day) -> Day:
    """The day after."""
    last = as_flag(day.place == length(day.year, day.month) - 1)
    ends = every([last, as_flag(day.month == 11)])
    return replace(
        day,
        year=day.year + chosen(ends, 1, 0),
        month=chosen(ends, 0, day.month + chosen(last, 1, 0)),
        place=chosen(last, 0, day.place + 1),
    )


def within_calendar(day: Day) -> Day:
    """The day, or the last one that is computed with if that is earlier."""
    last = the_day(LATEST)
    return select(not_after(day, last), day, replace(last, exists=day.exists, unknown=day.unknown))


def select(flag: Flag, one: Day, other: Day) -> Day:
    """One day where the flag holds, otherwise the other."""
    if isinstance(flag, bool):
        return one if flag else other
    if one.plus != other.plus:
        raise ValueError("days that are put off differently are not chosen from")
    return Day(
        chosen(flag, one.year, other.year),
        chosen(flag, one.month, other.month),
        chosen(flag, one.place, other.place),
        if_so(flag, one.exists, other.exists),
        if_so(flag, one.unknown, other.unknown),
        one.plus,
    )


def only_if(flag: Flag, day: Day) -> Day:
    """The day where the flag holds, otherwise no day."""
    return replace(day, exists=every([flag, day.exists]))


def earliest(days: Sequence[Day]) -> Day:
    """The earliest of those that exist; no day where none does."""
    return _outermost(days, not_after)


def latest(days: Sequence[Day]) -> Day:
    """The latest of those that exist; no day where none does."""
    return _outermost(days, lambda one, other: not_after(other, one))


def _outermost(days: Sequence[Day], comes_first: Callable[[Day, Day], Flag]) -> Day:
    found = NO_DAY
    for day in days:
        if day.exists is False:
            continue
        taken = every([day.exists, some([no(found.exists), no(comes_first(found, day))])])
        found = select(taken, day, found)
    return found
