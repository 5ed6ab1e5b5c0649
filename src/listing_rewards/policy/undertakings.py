"""What an enterprise promised for an award, and what follows where it does not keep it (承诺)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import Reference
from listing_rewards.policy.counted import CalendarYear, Months, Years, new_year_of
from listing_rewards.policy.source import Sourced, Text
from listing_rewards.values.day import LATEST, corresponding_day
from listing_rewards.values.rate import Rate

RunsFrom: TypeAlias = Literal["event", "payment", "year", "next_year"]
Unpaid: TypeAlias = Literal["not_payable", "reported"]


class Undertaking(Sourced):
    """What was promised, for how long, what breaks it, and what follows before and after payment.

    承诺10年内不迁离；获得奖励后五年内迁出的，退还奖励；五年内未上市的，退还奖励.
    """

    title: Text
    """What the undertaking is called. 承诺事项."""
    awards: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The awards it is about. 涉及的奖励项目."""
    broken_by: tuple[Name, ...] = ()
    """The events any of which breaks it within the time, such as moving out. 何事项发生即为违反."""
    kept_by: Name | None = None
    """In place of `broken_by`: the event that must have happened by the end of the time (若五年内
    未上市). 须在期限届满前发生的事项，未发生即为违反."""
    runs_from: RunsFrom = "event"
    """``event``: the time runs from the earliest event `after`, or else from the one that earned
    each award; ``payment``: from each payment of the award, for what was paid then (获得奖励后五年
    内); ``year``, ``next_year``: from 1 January of the year of that event, or of the year after it,
    to a 31 December. 期限起算：事项之日、每次拨付之日、当年或次年1月1日."""
    after: Name | None = None
    """The event from whose day the time runs, where that is not the one that earned the award.
    期限起算的事项."""
    years: Years = 0
    """How many years it binds, the corresponding day included; 0 with 0 months: always. 年限."""
    months: Months = 0
    """How many months, besides the years. 月数."""
    before_payment: Unpaid
    """What is not yet paid when it is broken: ``not_payable``, or still payable and ``reported``.
    拨付前违反的：不再拨付，或仅作提示."""
    called_back: Rate = Decimal(1)
    """The share of what was paid that could be called back; shown, never money owed.
    拨付后违反的：退还比例（仅列示敞口）."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if bool(self.broken_by) == bool(self.kept_by):
            raise InvalidPolicy(fault("broken_or_kept"))
        if self.kept_by and not self.bounded:
            raise InvalidPolicy(fault("kept_without_end", self.kept_by, path="years"))
        if self.runs_from == "payment" and self.after:
            raise InvalidPolicy(fault("payment_and_after", self.after, path="after"))
        return self

    @property
    def bounded(self) -> bool:
        """Whether its time has an end."""
        return bool(self.years or self.months)

    @property
    def calendar(self) -> CalendarYear | None:
        """From which 1 January its time runs, if it runs from one."""
        return self.runs_from if self.runs_from in ("year", "next_year") else None

    def first_day(self, day: date) -> date:
        """The first day of a time that hangs on a day."""
        return new_year_of(day, self.calendar) if self.calendar else day

    def last_day(self, first: date) -> date:
        """The last day of a time that begins on a day, included."""
        if not self.bounded:
            return LATEST
        end = corresponding_day(first, years=self.years, months=self.months)
        return min(end - timedelta(days=1) if self.calendar else end, LATEST)

    @property
    def binding(self) -> bool:
        """Whether what is not yet paid is no more payable once it is broken."""
        return self.before_payment == "not_payable"

    @property
    def events(self) -> tuple[str, ...]:
        """The events that must be known to say whether it is kept, but for that of the award."""
        own = (self.kept_by,) if self.kept_by else self.broken_by
        return (*own, self.after) if self.after else own

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("broken_by", "events", name) for name in self.broken_by)
        if self.kept_by:
            yield "kept_by", "events", self.kept_by
        if self.after:
            yield "after", "events", self.after
        yield from (("awards", "awards", name) for name in self.awards)


class Repayment(Sourced):
    """The form of version 0.4.0 of an undertaking that is only reported: write `undertakings`.

    享受奖励后10年内迁出的，退还已享受的奖励.
    """

    title: Text
    """What the undertaking is called. 承诺事项."""
    event: Name
    """The event that would call for repayment, such as moving out. 触发退还的事项."""
    after: Name | None = None
    """The event from whose day the time runs; left out, the one that earned each award.
    期限起算的事项."""
    years: Years = 0
    """How many years it binds, the corresponding day included; 0 with 0 months: always. 年限."""
    months: Months = 0
    """How many months, besides the years. 月数."""
    share: Rate = Decimal(1)
    """The share of what was paid. 退还比例."""
    awards: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The awards it is about. 涉及的奖励项目."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "event", "events", self.event
        if self.after:
            yield "after", "events", self.after
        yield from (("awards", "awards", name) for name in self.awards)

    @property
    def as_undertaking(self) -> Undertaking:
        """The same as an undertaking: what is unpaid stays payable."""
        return Undertaking(
            title=self.title,
            awards=self.awards,
            broken_by=(self.event,),
            after=self.after,
            years=self.years,
            months=self.months,
            before_payment="reported",
            called_back=self.share,
            clause=self.clause,
            assumed=self.assumed,
        )
