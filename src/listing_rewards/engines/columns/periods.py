"""Corresponding days as expressions, and the first and last of some days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

import polars as pl

from listing_rewards.values.day import EARLIEST, LATEST, Counting

_FIRST = (EARLIEST - date(1970, 1, 1)).days
"""The first day that can be stated, as Polars counts days."""
_BEFORE_ALL, _AFTER_ALL = date(1, 1, 1), date(9999, 12, 31)


def corresponding_day(day: pl.Expr, months: int) -> pl.Expr:
    """The same day so many months on; the month's last day where there is none.

    The day is one that can be stated, or null: it is looked up, which is ten times faster than
    taking every day apart into its year and month.
    """
    if not months:
        return day
    look_up = partial(_looked_up, table=_corresponding_days(months))
    place = day.fill_null(EARLIEST).to_physical() - _FIRST
    found = place.map_batches(look_up, return_dtype=pl.Date(), is_elementwise=True)
    return pl.when(day.is_not_null()).then(found)


@lru_cache
def _corresponding_days(months: int) -> pl.Series:
    """The corresponding day of every day that can be stated, in their order."""
    return pl.date_range(EARLIEST, LATEST, eager=True).dt.offset_by(f"{months}mo")


def _looked_up(places: pl.Series, table: pl.Series) -> pl.Series:
    return table.gather(places)


def first_day_met(start: pl.Expr, months: int, counting: Counting) -> pl.Expr:
    """The first day on which a period that begins with a day counts as full."""
    full = corresponding_day(start, months)
    return full if counting == "anniversary" else full.dt.offset_by("1d")


def earliest(days: Sequence[pl.Expr]) -> pl.Expr:
    """The earliest of some days, at least one; null where all are null."""
    if len(days) == 1:
        return days[0]
    found = pl.min_horizontal(day.fill_null(_AFTER_ALL) for day in days)
    return pl.when(found < _AFTER_ALL).then(found)


def latest(days: Sequence[pl.Expr]) -> pl.Expr:
    """The latest of some days, at least one; null where all are null."""
    if len(days) == 1:
        return days[0]
    found = pl.max_horizontal(day.fill_null(_BEFORE_ALL) for day in days)
    return pl.when(found > _BEFORE_ALL).then(found)
