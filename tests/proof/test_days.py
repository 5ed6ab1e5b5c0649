"""Days as whole numbers of year, month and day: the calendar's own."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from profiles import part_of

from listing_rewards.engines.proof.days import (
    NO_DAY,
    Day,
    before,
    earliest,
    eve,
    later,
    latest,
    new_year,
    not_after,
    the_day,
    within_calendar,
)
from listing_rewards.values.day import EARLIEST, LATEST, corresponding_day

ENDS_OF_MONTHS = [
    date(year, month, 1) + timedelta(days)
    for year in (1900, 1999, 2000, 2023, 2024, 2025, 2096, 2099, 2100)
    for month in range(1, 13)
    for days in (-2, -1, 0, 1, 14)
    if date(year, month, 1) + timedelta(days) >= EARLIEST
]


def as_date(day: Day) -> date:
    """A plain day, put off by as much as it says."""
    return date(day.year, day.month + 1, day.place + 1) + timedelta(day.plus)


class TestDays:
    """A day, its corresponding day and the days between two are those of the calendar."""

    @pytest.mark.parametrize("months", [0, 1, 6, 11, 12, 13, 48, 100, 1200])
    @pytest.mark.parametrize("days", [0, 1, 30])
    def test_the_corresponding_day(self, months: int, days: int) -> None:
        """29 February falls to the 28th, the 31st to the 30th; then so many days more."""
        for start in part_of(ENDS_OF_MONTHS):
            wanted = corresponding_day(start, months=months) + timedelta(days)
            assert as_date(later(the_day(start), months, days)) == wanted

    def test_29_february(self) -> None:
        """A year after 29 February is 28 February; four years after, 29 February again."""
        leap_day = the_day(date(2024, 2, 29))
        assert as_date(later(leap_day, 12)) == date(2025, 2, 28)
        assert as_date(later(leap_day, 48)) == date(2028, 2, 29)
        assert as_date(later(the_day(date(2096, 2, 29)), 48)) == date(2100, 2, 28)

    def test_the_eve_and_new_year(self) -> None:
        """The day before, over the ends of months and years; 1 January of that year or the next."""
        for day in part_of(ENDS_OF_MONTHS):
            if day > EARLIEST:
                assert as_date(eve(the_day(day))) == day - timedelta(1)
            assert as_date(new_year(the_day(day), 1)) == date(day.year + 1, 1, 1)
        assert as_date(new_year(the_day(LATEST), 1)) == LATEST

    def test_their_order(self) -> None:
        """Of two days, the one is before the other; their numbers differ by the days between."""
        for one, other in pairwise(ENDS_OF_MONTHS):
            a, b = the_day(one), the_day(other)
            assert not_after(a, b) is (one <= other)
            assert before(a, b) is (one < other)
            assert b.number - a.number == (other - one).days
            assert not_after(later(a, 0, 3), b) is (one + timedelta(3) <= other)

    def test_the_first_and_the_last(self) -> None:
        """No day is neither first nor last, nor before or after any."""
        days = [NO_DAY, the_day(date(2024, 5, 1)), the_day(date(2023, 5, 1)), NO_DAY]
        assert as_date(earliest(days)) == date(2023, 5, 1)
        assert as_date(latest(days)) == date(2024, 5, 1)
        assert earliest([NO_DAY]).exists is False
        assert not_after(NO_DAY, days[1]) is False
        assert before(days[1], NO_DAY) is False

    def test_the_last_day_of_the_calendar(self) -> None:
        """What lies beyond it is taken as it."""
        assert as_date(within_calendar(later(the_day(date(2150, 3, 1)), 1200))) == LATEST
        assert as_date(within_calendar(the_day(date(2024, 2, 29)))) == date(2024, 2, 29)
