"""What an award needs besides its event: the closed set of conditions. 奖励条件."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import BeforeValidator, Discriminator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import Range, Reference, by_construct, one_construct, tagged
from listing_rewards.policy.counted import Counted, Days, Months, Years, counted_references
from listing_rewards.policy.source import Sourced
from listing_rewards.values.day import Counting, Day


class SeasoningCondition(Sourced):
    """A full period after an event, tested on a later event's day, or held until the day asked for.

    挂牌满一年后申报；挂牌满12个月以上.
    """

    seasoning: Name
    """The event that starts the period. 起算的事项."""
    years: Years = 0
    """Full years. 满几年."""
    months: Months = 0
    """Full months, besides the years. 满几个月."""
    tested_on: Annotated[tuple[Name, ...], Field(min_length=1)] | None = None
    """The events whose day is tested: the first of them that the case states. Left out, the
    period must be complete by the day asked for. 以何事项之日检验；不填则以截至日检验."""
    restarted_by: Name | None = None
    """The event that breaks the period; it then runs from the next start. 中断期间的事项."""
    counting: Counting = "anniversary"
    """``anniversary``: full on the corresponding day; ``civil_code``: full the day after it.
    期间的计算方式：对应日当日届满，或民法典规则下的次日."""

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if not self.years and not self.months:
            raise InvalidPolicy(fault("no_period"))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "seasoning", "events", self.seasoning
        yield from (("tested_on", "events", kind) for kind in self.tested_on or ())
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

    @property
    def bounded(self) -> bool:
        """Whether it has to come within a time after the other event."""
        return bool(self.within_years or self.within_months or self.within_days)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.bounded and self.after is None:
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
    """An event that has not happened by the day asked for. 未撤回申请的；未迁出的."""

    absent: Name
    """The event. 不得发生的事项."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "absent", "events", self.absent


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
    "seasoning", "flag", "figure", "attribute", "happened", "absent", "all_of", "any_of", "not_met",
)  # fmt: skip
Condition = Annotated[
    Annotated[SeasoningCondition, tagged("seasoning")]
    | Annotated[FlagCondition, tagged("flag")]
    | Annotated[FigureCondition, tagged("figure")]
    | Annotated[AttributeCondition, tagged("attribute")]
    | Annotated[HappenedCondition, tagged("happened")]
    | Annotated[AbsentCondition, tagged("absent")]
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
