"""Corresponding days as expressions."""

from __future__ import annotations

import polars as pl

from listing_rewards.periods import Counting


def corresponding_day(day: pl.Expr, months: int) -> pl.Expr:
    """The same day so many months on; the month's last day where there is none."""
    return day.dt.offset_by(f"{months}mo") if months else day


def first_day_met(start: pl.Expr, months: int, counting: Counting) -> pl.Expr:
    """The first day on which a period that begins with a day counts as full."""
    full = corresponding_day(start, months)
    return full if counting == "anniversary" else full.dt.offset_by("1d")
