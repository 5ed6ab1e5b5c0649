"""Days of each row, as a policy counts them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import polars as pl

from listing_rewards.engines.columns.flags import Flag
from listing_rewards.engines.columns.periods import corresponding_day
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.values.day import EARLIEST, LATEST


class Day(NamedTuple):
    """A day of each row.

    Attributes:
        on: the day; null where there is none.
        unknown: whether it is unknown if there is one.
        stated: the day, where it is the same for every row.
    """

    on: pl.Expr
    unknown: Flag = False
    stated: date | None = None


class ColumnDays:
    """What is counted from a day.

    Attributes:
        plan: where columns are computed.
    """

    plan: Plan

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def later(self, day: Day, months: int, days: int | None = None) -> Day:
        """The corresponding day so many months on, and so many days after that."""
        found = corresponding_day(day.on, months)
        return Day(self.plan.column(found.dt.offset_by(f"{days}d") if days else found))

    def earlier(self, day: Day, months: int, days: int) -> Day:
        """The corresponding day so many months before, and so many days before that."""
        found = corresponding_day(day.on, -months)
        found = found.dt.offset_by(f"-{days}d") if days else found
        no_earlier = pl.max_horizontal(found, pl.lit(EARLIEST))
        return Day(self.plan.column(pl.when(day.on.is_not_null()).then(no_earlier)))

    def new_year(self, day: Day, years: int) -> Day:
        """1 January of that year."""
        found = pl.min_horizontal(pl.date(day.on.dt.year() + years, 1, 1), pl.lit(LATEST))
        return Day(self.plan.column(pl.when(day.on.is_not_null()).then(found)))

    def eve(self, day: Day) -> Day:
        """The day before."""
        return Day(self.plan.column(day.on.dt.offset_by("-1d")))

    @staticmethod
    def window_count(_: str, __: str, value: int) -> int:
        """A number of the policy, as it is."""
        return value
