"""Days of a frame against days of a calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards.engines.columns import periods
from listing_rewards.values.day import EARLIEST, LATEST, Counting, corresponding_day, first_day_met

EVERY_DAY = [EARLIEST + timedelta(days=n) for n in range((LATEST - EARLIEST).days + 1)]


def found_of(expr: pl.Expr) -> list[date | None]:
    """What an expression makes of every day that can be stated, and of none."""
    return pl.DataFrame({"day": [*EVERY_DAY, None]}).select(expr).to_series().to_list()


class TestCorrespondingDay:
    """A day that is looked up is the day that the calendar gives."""

    @pytest.mark.parametrize("months", [0, 1, 6, 11, 12, 18, 36, 120])
    def test_of_every_day(self, months: int) -> None:
        """Of the first day that can be stated, the last, and every 29 February."""
        wanted = [corresponding_day(day, months=months) for day in EVERY_DAY]
        assert found_of(periods.corresponding_day(pl.col("day"), months)) == [*wanted, None]

    @pytest.mark.parametrize("counting", ["anniversary", "civil_code"])
    def test_first_day_met(self, counting: Counting) -> None:
        """The day itself, or the one after it."""
        full = (first_day_met(corresponding_day(day, years=1), counting) for day in EVERY_DAY)
        found = found_of(periods.first_day_met(pl.col("day"), 12, counting))
        assert found == [*full, None]


class TestFirstAndLast:
    """Of some days that are stated or not, the first and the last of those that are."""

    @given(
        st.lists(
            st.lists(st.none() | st.dates(EARLIEST, LATEST), min_size=3, max_size=3),
            min_size=1,
            max_size=4,
        )
    )
    @pytest.mark.parametrize(
        ("rule", "plain"), [(periods.earliest, min), (periods.latest, max)], ids=["first", "last"]
    )
    def test_of_any_days(
        self,
        rule: Callable[[Sequence[pl.Expr]], pl.Expr],
        plain: Callable[[Sequence[date]], date],
        days: list[list[date | None]],
    ) -> None:
        """None where none is stated."""
        frame = pl.DataFrame([pl.Series(str(i), each, pl.Date) for i, each in enumerate(days)])
        found = frame.select(rule([pl.col(name) for name in frame.columns])).to_series().to_list()
        stated = ([day for day in row if day] for row in zip(*days, strict=True))
        assert found == [plain(each) if each else None for each in stated]
