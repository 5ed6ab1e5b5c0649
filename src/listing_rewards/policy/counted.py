"""Which of an event's stated amounts count where a rule reads them. 计入范围."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any, Literal, Protocol, Self, TypeAlias

from pydantic import Discriminator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import Reference, tagged
from listing_rewards.strict import Strict
from listing_rewards.values.day import LATEST, LONGEST_PERIOD, corresponding_day

Years = Annotated[int, Field(ge=0, le=LONGEST_PERIOD)]
Months = Annotated[int, Field(ge=0, le=12 * LONGEST_PERIOD)]
Days = Annotated[int, Field(ge=0, le=366 * LONGEST_PERIOD)]
CalendarYear: TypeAlias = Literal["year", "next_year"]
"""From which 1 January a time runs: of the year of an event, or of the year after it."""


class TimeLimit(Protocol):
    """A time that runs from the day of an event, or from a 1 January beside it."""

    @property
    def runs_from(self) -> CalendarYear | None:
        """From which 1 January; None: from the day itself."""

    @property
    def within_years(self) -> int:
        """How many years it lasts."""

    @property
    def within_months(self) -> int:
        """How many months, besides the years."""

    @property
    def within_days(self) -> int:
        """How many days, besides the months."""


def new_year_of(day: date, runs_from: CalendarYear) -> date:
    """1 January of the year of a day, or of the year after it.

    >>> new_year_of(date(2024, 5, 31), "next_year")
    datetime.date(2025, 1, 1)
    """
    return min(date(day.year + (runs_from == "next_year"), 1, 1), LATEST)


def first_day_within(limit: TimeLimit, day: date) -> date:
    """The first day of a time after the day of its event."""
    return new_year_of(day, limit.runs_from) if limit.runs_from else day


def last_day_within(limit: TimeLimit, day: date) -> date:
    """The last day of a time that has an end: the corresponding day, or the eve of a new year."""
    months = 12 * limit.within_years + limit.within_months
    end = corresponding_day(first_day_within(limit, day), months=months)
    return end + timedelta(days=limit.within_days - bool(limit.runs_from))


class CountedWindow(Strict):
    """What happened within a time of another event, on the policy's days or not.

    上市后12个月内的融资；上市前一年内发生的费用.
    """

    after: Name | None = None
    """On or after the earliest day of this event. 自该事项（含当日）起."""
    before: Name | None = None
    """Or on or before the earliest day of this event. 或截至该事项（含当日）."""
    within_years: Years = 0
    """Within so many years of it, the corresponding day included. 几年内."""
    within_months: Months = 0
    """Within so many months of it, the corresponding day included. 几个月内."""
    within_days: Days = 0
    """Within so many days of it, the day itself not counted. 几日内，当日不计."""
    runs_from: CalendarYear | None = None
    """In place of the day of `after`: from 1 January of its year, ``year``, or of the year after
    it, ``next_year``, to the eve of the corresponding day. 自该事项当年或次年1月1日起算."""

    @model_validator(mode="after")
    def _one_side(self) -> Self:
        if (self.after is None) == (self.before is None):
            raise InvalidPolicy(fault("after_or_before"))
        if self.before and self.runs_from:
            raise InvalidPolicy(fault("years_before", self.runs_from, path="runs_from"))
        return self

    @property
    def event(self) -> str:
        """The event of which it runs."""
        return self.after or self.before or ""

    @property
    def months(self) -> int:
        """Its length in months, besides the days."""
        return 12 * self.within_years + self.within_months

    @property
    def bounded(self) -> bool:
        """Whether it has an end on the side away from the event."""
        return bool(self.months or self.within_days)


def _form(value: Any) -> str:
    return "construct:window" if isinstance(value, dict | CountedWindow) else "construct:word"


Counted: TypeAlias = Annotated[
    Annotated[Literal["in_force", "all"], tagged("word")]
    | Annotated[CountedWindow, tagged("window")],
    Discriminator(_form),
]
"""``in_force``: what lies on the policy's days; ``all``: everything that happened; or what lies
within a time of another event. 仅计有效期内的；全部计入；或某事项前后一定时间内的."""


def counted_references(counted: Counted) -> Iterator[Reference]:
    """The names used in it."""
    if isinstance(counted, CountedWindow):
        side = "after" if counted.after else "before"
        yield f"counted.{side}", "events", counted.event


def base_key(event: str, counted: Counted) -> str:
    """The name under which engines read an event's amounts, counted so.

    >>> base_key("raised", "in_force"), base_key("raised", "all")
    ('raised', 'raised | all')
    >>> base_key("raised", CountedWindow(after="listed", within_years=1))
    'raised | after listed 12.0'
    """
    if counted == "in_force":
        return event
    if isinstance(counted, str):
        return f"{event} | {counted}"
    side = "after" if counted.after else "before"
    since = f" {counted.runs_from}" if counted.runs_from else ""
    return f"{event} | {side} {counted.event} {counted.months}.{counted.within_days}{since}"
