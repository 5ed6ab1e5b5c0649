"""The events of a row as a policy reads them on a day: what counts, and what silence means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from listing_rewards.engines.columns.arithmetic import EXPRESSIONS
from listing_rewards.engines.columns.days import ColumnDays, Day
from listing_rewards.engines.columns.entries import NO_DAY, Entries, Entry
from listing_rewards.engines.columns.flags import Flag, as_expr, some
from listing_rewards.engines.columns.numbers import Number
from listing_rewards.engines.columns.periods import earliest
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.reading import by_then
from listing_rewards.engines.symbolic import happenings
from listing_rewards.meaning.bases import counted_between
from listing_rewards.policy.counted import CountedWindow
from listing_rewards.policy.model import Policy

Kind: TypeAlias = happenings.Kind[Day, Number, pl.Expr]
Stated: TypeAlias = happenings.Stated[Day, Number, pl.Expr]


def kinds_of(
    stated: Mapping[str, list[Entry]],
    entries: Entries,
    paid: Mapping[str, Number],
    policy: Policy,
    as_of: date,
    plan: Plan,
) -> dict[str, Kind]:
    """What is known of every kind of event."""
    read = {kind: _read(kind, each, entries, as_of, plan) for kind, each in stated.items()}
    return _Happenings(policy, read, paid, plan).kinds()


def _read(kind: str, stated: list[Entry], entries: Entries, as_of: date, plan: Plan) -> Stated:
    days = tuple(Day(plan.column(by_then(entry.day, as_of))) for entry in stated)
    happened = plan.flag(some(day.on.is_not_null() for day in days))
    later = [(entry.day > as_of).fill_null(value=False) for entry in stated]
    known_not = plan.flag(some([entries.absent(kind), *later]))
    return Stated(days, tuple(entry.amount for entry in stated), happened, known_not)


class _Happenings(happenings.Happenings[Day, Number, pl.Expr]):
    """What is known of every kind of event, row by row."""

    def __init__(
        self, policy: Policy, read: Mapping[str, Stated], paid: Mapping[str, Number], plan: Plan
    ) -> None:
        super().__init__(policy, read, paid, EXPRESSIONS, plan)
        self._columns = plan

    def exists(self, day: Day) -> Flag:
        """Where there is a day."""
        return day.on.is_not_null()

    def in_force(self, day: Day) -> Flag:
        """Where there is a day, and it is one of the policy's days."""
        validity = self.policy.in_force
        lies = day.on >= validity.first
        if validity.end is not None:
            lies = day.on.is_between(validity.first, validity.end)
        return lies.fill_null(value=False)

    def in_window(
        self, base: str, window: CountedWindow, anchor: Day, days: Sequence[Day]
    ) -> list[Flag]:
        """Where each day lies in a time around the day of another event."""
        since, until = counted_between(ColumnDays(self._columns), base, window, anchor)
        return [_between(day.on, since, until) for day in days]

    def only_if(self, flag: Flag, day: Day) -> Day:
        """The day where the flag holds, otherwise no day."""
        return Day(pl.when(as_expr(flag)).then(day.on))

    def earliest(self, days: Sequence[Day]) -> Day:
        """The earliest of some days, as a column."""
        return first_of([day.on for day in days], self._columns)

    def latest_of_all(self, days: Sequence[Day]) -> Day:
        """The latest of some days, as a column; no day where one of them is none."""
        each = [day.on for day in days]
        on = pl.when(pl.all_horizontal([day.is_not_null() for day in each]))
        return Day(self._columns.column(on.then(pl.max_horizontal(each))))


def _between(day: pl.Expr, since: Sequence[Day], until: Sequence[Day]) -> pl.Expr:
    lies = day.is_not_null()
    for bound in since:
        lies &= day >= bound.on
    for bound in until:
        lies &= day <= bound.on
    return lies.fill_null(value=False)


def first_of(days: Sequence[pl.Expr], plan: Plan) -> Day:
    """The earliest of some days, if any, as a column; no day where there is none."""
    return Day(plan.column(earliest(days)) if days else NO_DAY)
