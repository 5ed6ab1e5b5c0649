"""Days, as a policy counts them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeAlias

from listing_rewards.values.day import EARLIEST, LATEST, corresponding_day

Day: TypeAlias = date | None
"""A day; None: no day."""


class ExactDays:
    """What is counted from a day."""

    @staticmethod
    def later(day: Day, months: int, days: int | None = None) -> Day:
        """The corresponding day so many months on, and so many days after that."""
        if day is None:
            return None
        found = corresponding_day(day, months=months)
        return found + timedelta(days=days) if days else found

    @staticmethod
    def earlier(day: Day, months: int, days: int) -> Day:
        """The corresponding day so many months before, and so many days before that.

        A day before the first one that can be stated is that one.
        """
        if day is None:
            return None
        return max(corresponding_day(day, months=-months) - timedelta(days=days), EARLIEST)

    @staticmethod
    def new_year(day: Day, years: int) -> Day:
        """1 January of that year."""
        return day and min(date(day.year + years, 1, 1), LATEST)

    @staticmethod
    def eve(day: Day) -> Day:
        """The day before."""
        return day and day - timedelta(days=1)

    @staticmethod
    def within_calendar(day: Day) -> Day:
        """The day, or the last one that is computed with."""
        return day and min(day, LATEST)

    @staticmethod
    def window_count(_: str, __: str, value: int) -> int:
        """A number of the policy, as it is."""
        return value
