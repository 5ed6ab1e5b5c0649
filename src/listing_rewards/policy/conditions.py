"""What an award needs besides its event: the closed set of conditions. 奖励条件."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import Range, Reference, by_construct, one_construct, tagged
from listing_rewards.policy.counted import (
    CalendarYear,
    Counted,
    Days,
    Months,
    Years,
    counted_references,
    new_year_of,
)
from listing_rewards.policy.source import Sourced
from listing_rewards.strict import Strict
from listing_rewards.values.day import Counting, Day

TestDay: TypeAlias = Literal["event", "application", "payment", "as_of"]
"""The day on which a condition is tested, of each award that needs it: ``event``, the day on which
the award is earned; ``application``, the day on which it was applied for; ``payment``, the day of
its last payment; ``as_of``, the as-of date.
检验条件的日期：事项之日、申请之日、付款之日、截至日."""


def _several_days(value: Any) -> str:
    return "construct:day" if isinstance(value, str) else "construct:events"


class SeasoningCondition(Sourced):
    """A full period after an event, tested on a later event's day, or held until the as-of date.

    挂牌满一年后申报；挂牌满12个月以上.
    """

    seasoning: Name
    """The event that starts the period. 起算的事项."""
    years: Years = 0
    """Full years. 满几年."""
    months: Months = 0
    """Full months, besides the years. 满几个月."""
    tested_on: Annotated[
        Annotated[TestDay, tagged("day")]
        | Annotated[Annotated[tuple[Name, ...], Field(min_length=1)] | None, tagged("events")],
        Discriminator(_several_days),
    ] = None
    """The events whose day is tested: the first of them that the case states; or, of each award,
    ``"event"``, ``"application"`` or ``"payment"``. Left out, or ``"as_of"``, the period must be
    complete by the as-of date. 以何事项之日检验，或以各项奖励的事项、申请、付款之日检验；
    不填则以截至日检验."""
    restarted_by: Name | None = None
    """The event that breaks the period; it then runs from the next start. 中断期间的事项."""
    counting: Counting = "anniversary"
    """``anniversary``: full on the corresponding day; ``civil_code``: full the day after it.
    期间的计算方式：对应日当日届满，或民法典规则下的次日."""
    runs_from: CalendarYear | None = None
    """In place of the day of the event: from 1 January of its year, ``year``, or of the year after
    it, ``next_year``; full when its last 31 December is over (运行满一个完整会计年度).
    自该事项当年或次年1月1日起算."""

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if not self.years and not self.months:
            raise InvalidPolicy(fault("no_period"))
        if self.runs_from and self.counting == "civil_code":
            raise InvalidPolicy(fault("whole_years_counted", self.counting, path="counting"))
        return self

    def begins(self, day: date) -> date:
        """The day from which the period runs, of an event on a day."""
        return new_year_of(day, self.runs_from) if self.runs_from else day

    @property
    def tested_kinds(self) -> tuple[str, ...]:
        """The events whose day is tested; none where it is another day."""
        return self.tested_on if isinstance(self.tested_on, tuple) else ()

    @property
    def test_day(self) -> TestDay:
        """On which day it is tested, where that is not the day of an event by name."""
        return self.tested_on if isinstance(self.tested_on, str) else "as_of"

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "seasoning", "events", self.seasoning
        yield from (("tested_on", "events", kind) for kind in self.tested_kinds)
        if self.restarted_by:
            yield "restarted_by", "events", self.restarted_by


class FlagCondition(Sourced):
    """A yes/no fact that must be "yes". 符合条件；首次挂牌；作出承诺."""

    flag: Name
    """The flag. 条件的名称."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "flag", "flags", self.flag


class FigureCondition(Range, Sourced):
    """A figure, or an event's amounts together, within bounds. 实收资本不低于3000万元."""

    figure: Name
    """The figure, or the event whose amounts count. 指标或事项."""
    counted: Counted = "in_force"
    """Which of the event's amounts count: ``in_force``, those of the policy's days; ``all``; or
    ``{ after = "…", within_months = 12 }``, those within a time of another event.
    事项金额的计入范围：有效期内的、全部的，或另一事项前后一定时间内的."""

    @model_validator(mode="after")
    def _compares(self) -> Self:
        if self.lower is None and self.upper is None:
            raise InvalidPolicy(fault("no_bound"))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "figure", "quantities", self.figure
        yield from counted_references(self.counted)


class AttributeCondition(Sourced):
    """An attribute with one of some values. 在科创板或创业板上市的."""

    attribute: Name
    """The attribute. 属性的名称."""
    one_of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The values that meet it. 符合的取值."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "attribute", "attributes", self.attribute
        yield from (("one_of", f"attributes.{self.attribute}.values", each) for each in self.one_of)


class HappenedCondition(Sourced):
    """An event on one of some days, or within a time after another. 申请期限；限期内完成的.

    2022年12月31日前挂牌的；受理后6个月内提出申请的.
    """

    happened: Name
    """The event. 事项."""
    first: Day | None = None
    """Not before this day. 不早于此日（含）."""
    last: Day | None = None
    """Not after this day. 不晚于此日（含）."""
    after: Name | None = None
    """On or after the day of this event. 在何事项之后（含当日）."""
    within_years: Years = 0
    """Within so many years after it, the corresponding day included. 其后几年内."""
    within_months: Months = 0
    """Within so many months after it, the corresponding day included. 其后几个月内."""
    within_days: Days = 0
    """Within so many days after it, the day itself not counted. 其后几日内，当日不计."""
    runs_from: CalendarYear | None = None
    """In place of the day of `after`: from 1 January of its year, ``year``, or of the year after
    it, ``next_year``, to the eve of the corresponding day (所在年度起五年内).
    自该事项当年或次年1月1日起算."""
    tested_on: TestDay = "as_of"
    """By which day it must have happened: left out, the as-of date; or, of each award, its
    ``"event"``, its ``"application"`` or its ``"payment"``. 至何日须已发生，不填则为截至日."""

    @property
    def bounded(self) -> bool:
        """Whether it has to come within a time after the other event."""
        return bool(self.within_years or self.within_months or self.within_days)

    @property
    def only_on_days(self) -> bool:
        """Whether some days of the calendar are all that it asks of the event."""
        return bool(self.first or self.last) and not self.after

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if (self.bounded or self.runs_from) and self.after is None:
            raise InvalidPolicy(fault("within_what"))
        if self.first is not None and self.last is not None and self.last < self.first:
            raise InvalidPolicy(fault("days_out_of_order", self.last, first=self.first))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "happened", "events", self.happened
        if self.after:
            yield "after", "events", self.after


class AbsentCondition(Sourced):
    """An event that has not happened by some day. 未撤回申请的；申请时未摘牌的；未迁出的."""

    absent: Name
    """The event. 不得发生的事项."""
    tested_on: TestDay = "payment"
    """By which day it must not have happened: left out, the award's ``"payment"``, which is the
    as-of date as long as nothing was paid; or its ``"event"``, its ``"application"``, or the
    ``"as_of"`` date whatever was paid. 至何日须未发生，不填则为付款之日，未付款的为截至日."""
    after_event: bool = False
    """Whether only what happens after the day on which the award is earned counts, as where an
    enterprise leaves one market for another. 是否仅计取得奖励之日以后发生的."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "absent", "events", self.absent


class ApplicationWindow(Strict):
    """When an award must have been applied for. 申请期限."""

    first: Day | None = None
    """Not before this day. 不早于此日（含）."""
    last: Day | None = None
    """Not after this day. 不晚于此日（含）."""
    after: Name | None = None
    """The event from whose earliest day the time runs; left out, the day on which the award is
    earned. 期限起算的事项；不填则自取得奖励之日起算."""
    within_years: Years = 0
    """Within so many years after it, the corresponding day included. 其后几年内."""
    within_months: Months = 0
    """Within so many months after it, the corresponding day included. 其后几个月内."""
    within_days: Days = 0
    """Within so many days after it, the day itself not counted. 其后几日内，当日不计."""
    runs_from: CalendarYear | None = None
    """In place of the day itself: from 1 January of its year, ``year``, or of the year after it,
    ``next_year``, to the eve of the corresponding day (下一年度申请). 自当年或次年1月1日起算."""

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise InvalidPolicy(fault("days_out_of_order", self.last, first=self.first))
        return self

    @property
    def months(self) -> int:
        """Its length in months, besides the days."""
        return 12 * self.within_years + self.within_months

    @property
    def bounded(self) -> bool:
        """Whether it ends some time after an event."""
        return bool(self.months or self.within_days)

    @property
    def anchored(self) -> bool:
        """Whether it begins with the day of an event."""
        return bool(self.bounded or self.after or self.runs_from)


class ApplicationCondition(Sourced):
    """An award that was applied for in time. 挂牌后6个月内申请；2年内申报."""

    applied: ApplicationWindow
    """The time, such as ``{ within_months = 6 }`` after the award's own event. 申请期限."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        if self.applied.after:
            yield "applied.after", "events", self.applied.after


class AllCondition(Sourced):
    """Every one of some conditions. 同时符合下列条件."""

    all_of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The conditions, by name. 各条件的名称."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("all_of", "conditions", name) for name in self.all_of)


class AnyCondition(Sourced):
    """At least one of some conditions. 符合下列条件之一."""

    any_of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The conditions, by name. 各条件的名称."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("any_of", "conditions", name) for name in self.any_of)


class NotCondition(Sourced):
    """A condition that must not be met. 不属于…的；除…外."""

    not_met: Name
    """The condition, by name. 不得符合的条件名称."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "not_met", "conditions", self.not_met


_KEYS = (
    "seasoning", "flag", "figure", "attribute", "happened", "absent", "applied", "all_of", "any_of",
    "not_met",
)  # fmt: skip
Condition = Annotated[
    Annotated[SeasoningCondition, tagged("seasoning")]
    | Annotated[FlagCondition, tagged("flag")]
    | Annotated[FigureCondition, tagged("figure")]
    | Annotated[AttributeCondition, tagged("attribute")]
    | Annotated[HappenedCondition, tagged("happened")]
    | Annotated[AbsentCondition, tagged("absent")]
    | Annotated[ApplicationCondition, tagged("applied")]
    | Annotated[AllCondition, tagged("all_of")]
    | Annotated[AnyCondition, tagged("any_of")]
    | Annotated[NotCondition, tagged("not_met")],
    Discriminator(by_construct(*_KEYS)),
    BeforeValidator(one_construct(*_KEYS, several="two_conditions")),
]


def conditions_within(condition: Condition) -> tuple[Name, ...]:
    """The names of the conditions that a condition is made of."""
    if isinstance(condition, AllCondition):
        return condition.all_of
    if isinstance(condition, AnyCondition):
        return condition.any_of
    return (condition.not_met,) if isinstance(condition, NotCondition) else ()


def tested_of_an_award(condition: Condition) -> bool:
    """Whether a condition by itself comes out differently for different awards."""
    match condition:
        case ApplicationCondition():
            return True
        case SeasoningCondition():
            return condition.test_day != "as_of"
        case HappenedCondition():
            return condition.tested_on != "as_of"
        case AbsentCondition():
            return condition.tested_on != "as_of" or condition.after_event
        case _:
            return False


def asks_for_an_award(condition: Condition) -> bool:
    """Whether a condition by itself cannot be asked but of one award.

    What is tested on a payment can: as of the as-of date.
    """
    if isinstance(condition, AbsentCondition) and condition.after_event:
        return True
    return tested_of_an_award(condition) and not tested_on_payment(condition)


def tested_on_payment(condition: Condition) -> bool:
    """Whether a condition by itself is tested on the day of a payment."""
    match condition:
        case SeasoningCondition():
            return condition.test_day == "payment"
        case HappenedCondition() | AbsentCondition():
            return condition.tested_on == "payment"
        case _:
            return False


def tested_on_application(condition: Condition) -> bool:
    """Whether a condition by itself is tested on the day of the application."""
    match condition:
        case ApplicationCondition():
            return True
        case SeasoningCondition():
            return condition.test_day == "application"
        case HappenedCondition() | AbsentCondition():
            return condition.tested_on == "application"
        case _:
            return False
