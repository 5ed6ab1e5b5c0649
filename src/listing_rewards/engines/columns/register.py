"""The rows as conditions are read on them: days, yes and no, and other facts as expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import polars as pl

from listing_rewards.engines.columns.arithmetic import ColumnArithmetic
from listing_rewards.engines.columns.comparing import is_open
from listing_rewards.engines.columns.days import ColumnDays, Day
from listing_rewards.engines.columns.entries import NO_DAY
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import Flag, Truth, as_expr, every, no, some
from listing_rewards.engines.columns.happenings import first_of
from listing_rewards.engines.columns.numbers import Number
from listing_rewards.engines.columns.periods import latest
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.symbolic.register import Register
from listing_rewards.policy.constructs import Range
from listing_rewards.values.day import LATEST


class ColumnRegister(ColumnArithmetic, ColumnDays, Register[Day, Number, pl.Expr]):
    """What is stated in each row.

    Attributes:
        facts: the facts of each row.
    """

    facts: Facts
    plan: Plan
    day_unknown = Day(NO_DAY, unknown=True)

    def __init__(self, facts: Facts) -> None:
        Register.__init__(self, facts, facts.plan)
        self.as_of = self.the_day(facts.as_of)

    @staticmethod
    def the_day(day: date) -> Day:
        """A day that is the same for every row."""
        return Day(pl.lit(day), stated=day)

    # ---- events ----

    def first(self, kind: str, *, not_before: Day | None = None, until: Day | None = None) -> Day:
        """The earliest day within bounds."""
        found = self.facts.kinds[kind]
        if not_before is None and until is None:
            return found.first
        days = [day.on for day in found.days]
        if until is not None:
            days = [pl.when(day <= until.on).then(day) for day in days]
        if not_before is not None:
            unbounded = not_before.on.is_null()
            days = [pl.when(unbounded | (day >= not_before.on)).then(day) for day in days]
        return first_of(days, self.plan)

    def last(self, kind: str, *, until: Day) -> Day:
        """The last day up to a day."""
        days = [day.on for day in self.facts.kinds[kind].days]
        within = [pl.when(day <= until.on).then(day) for day in days]
        return Day(latest(within) if days else NO_DAY)

    def falls(
        self,
        kind: str,
        *,
        after: Sequence[Day] = (),
        since: Sequence[Day] = (),
        until: Sequence[Day] = (),
    ) -> Flag:
        """Where an event lies within bounds."""
        found = self.facts.kinds[kind]
        if not (after or since or until):
            return found.some
        lies: list[Flag] = []
        for day in found.days:
            within = [day.on > bound.on for bound in after]
            within += [day.on >= bound.on for bound in since]
            within += [day.on <= bound.on for bound in until]
            lies.append(as_expr(every(within)).fill_null(value=False))
        return some(lies)

    def some_event(
        self,
        kind: str,
        test: Callable[[Day], Flag],
        *,
        op: str,  # noqa: ARG002  (for other engines)
        about: str,  # noqa: ARG002  (for other engines)
    ) -> Flag:
        """Where the day of at least one event passes a test."""
        return self.plan.flag(some(map(test, self.facts.kinds[kind].days)))

    # ---- of an award ----

    def applied(self, award: str) -> Day:
        """The day on which an award was applied for."""
        return Day(self.facts.applied[award])

    def applied_by(self, award: str) -> Day:
        """The day of its first payment, by which an award was applied for."""
        return Day(self.facts.first_paid[award])

    def last_paid(self, award: str) -> Day:
        """The day of the last payment for an award."""
        return Day(self.facts.last_paid[award])

    # ---- days ----

    @staticmethod
    def none(day: Day) -> Flag:
        """Where it is no day."""
        return every([day.on.is_null(), no(day.unknown)])

    @staticmethod
    def is_day_unknown(day: Day) -> Flag:
        """Where it is unknown if there is a day."""
        return day.unknown

    @staticmethod
    def not_after(one: Day, other: Day) -> Flag:
        """Where one day is not after another."""
        if one.stated and other.stated:
            return one.stated <= other.stated
        return (one.on <= other.on).fill_null(value=False)

    def within_calendar(self, day: Day) -> Day:
        """The day, or the last one that is computed with, which no earlier as-of date reaches."""
        if self.facts.as_of < LATEST:
            return day
        return Day(pl.when(day.on.is_not_null()).then(pl.min_horizontal(day.on, pl.lit(LATEST))))

    @staticmethod
    def first_day(cases: Iterable[tuple[Flag, Day]]) -> Day:
        """The day of the first case that applies, row by row."""
        found = Day(NO_DAY)
        for applies, day in reversed([*cases]):
            if applies is not False:
                on = pl.when(as_expr(applies)).then(day.on).otherwise(found.on)
                kept = every([no(applies), found.unknown])
                found = Day(on, some([every([applies, day.unknown]), kept]))
        return found

    # ---- other facts ----

    def figure_unstated(self, name: str) -> Flag:
        """Where nothing is stated about a figure."""
        return is_open(self.facts.figures[name])

    def figure_within(self, name: str, bounds: Range, _: str) -> Truth:
        """Whether a stated figure lies within bounds."""
        return self.known(self.holds(bounds, self.facts.figures[name]))

    # ---- columns ----

    def named_day(self, _: str, day: Day, __: Sequence[str] = ()) -> Day:
        """The day as a column of its own."""
        return Day(self.plan.column(day.on), self.plan.flag(day.unknown))
