"""A time that begins with the day of an event, or with a 1 January beside it (期限)."""

from __future__ import annotations

from typing import Protocol, TypeVar

from listing_rewards.meaning.register import C, D
from listing_rewards.policy.counted import CalendarYear

C_contra = TypeVar("C_contra", contravariant=True)


class Days(Protocol[D, C_contra]):
    """What an engine must be able to do with days, so that a time after an event can be stated."""

    def later(self, day: D, months: C_contra, days: C_contra | None = None, /) -> D:
        """The corresponding day so many months on, and so many days after that."""

    def new_year(self, day: D, years: int, /) -> D:
        """1 January of the year so many years after that of a day."""

    def eve(self, day: D, /) -> D:
        """The day before."""


def begins(m: Days[D, C], runs_from: CalendarYear | None, day: D) -> D:
    """The first day: that of the event, or 1 January of its year or the next (当年起、次年起)."""
    return day if runs_from is None else m.new_year(day, int(runs_from == "next_year"))


def ends(
    m: Days[D, C], runs_from: CalendarYear | None, since: D, months: C, days: C | None = None
) -> D:
    """The last day: the corresponding day, so many days after it; of calendar years the eve.

    上市后12个月内止于对应日；当年起五年内止于第五年的12月31日.
    """
    end = m.later(since, months, days)
    return end if runs_from is None else m.eve(end)
