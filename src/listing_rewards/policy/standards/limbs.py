"""What a standard asks for: a closed set of conditions, each with how its number was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import Range, Reference, by_construct, one_construct, tagged
from listing_rewards.policy.counted import Months, Years
from listing_rewards.policy.source import Sourced, Text
from listing_rewards.values.day import Counting, Day

Confidence: TypeAlias = Literal["read", "secondary", "general"]
"""How a number is known: read in the document itself or on an official site; read at second hand;
or of general knowledge, read in no document. 原文、转引、未见于任何文本."""


class Titled(Sourced):
    """A condition of a standard. 条件."""

    title: Text | None = None
    """What it is called; left out, it is named by its own words. 名称."""


class Leaf(Titled):
    """A condition that is not made of others: with a number, a day or a yes/no fact."""

    confidence: Confidence
    """How its number or wording is known. 数字的来源可靠程度."""
    verified_on: Day | None = None
    """The day on which a person held it against the official text; empty until then. 核对日期."""
    verified_by: Text | None = None
    """Who did, and answers for it; empty until then. 核对人."""

    @model_validator(mode="after")
    def _signed_whole(self) -> Self:
        if (self.verified_on is None) != (self.verified_by is None):
            raise InvalidPolicy(fault("half_verified"))
        return self


class FigureLimb(Range, Leaf):
    """A figure within bounds. 最近一年净利润不低于2500万元."""

    figure: Name
    """The figure. 指标."""

    @model_validator(mode="after")
    def _compares(self) -> Self:
        if self.lower is None and self.upper is None:
            raise InvalidPolicy(fault("no_bound"))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "figure", "figures", self.figure


class FlagLimb(Leaf):
    """A yes/no fact that must be "yes". 最近36个月内无重大违法行为."""

    flag: Name
    """The flag. 条件（是或否）."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "flag", "flags", self.flag


class AttributeLimb(Leaf):
    """An attribute with one of some values. 采用做市交易方式的."""

    attribute: Name
    """The attribute. 属性."""
    one_of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The values that meet it. 符合的取值."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "attribute", "attributes", self.attribute
        yield from (("one_of", f"attributes.{self.attribute}.values", each) for each in self.one_of)


class HappenedLimb(Leaf):
    """An event that has happened and was not undone since. 现为创新层公司."""

    happened: Name
    """The event. 事项."""
    unless: Name | None = None
    """The event that undoes it, on the same day or later. 由何事项终止."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "happened", "events", self.happened
        if self.unless:
            yield "unless", "events", self.unless


class SeasoningLimb(Leaf):
    """A full period since an event, on the as-of date. 连续挂牌满12个月."""

    seasoning: Name
    """The event that starts the period. 起算的事项."""
    years: Years = 0
    """Full years. 满几年."""
    months: Months = 0
    """Full months, besides the years. 满几个月."""
    restarted_by: Name | None = None
    """The event that breaks the period; it then runs from the next start. 中断期间的事项."""
    counting: Counting = "anniversary"
    """Full on the corresponding day (``anniversary``) or the day after (``civil_code``).
    期间的计算方式：对应日当日届满，或民法典规则下的次日."""

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if not self.years and not self.months:
            raise InvalidPolicy(fault("no_period"))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield "seasoning", "events", self.seasoning
        if self.restarted_by:
            yield "restarted_by", "events", self.restarted_by


class UnreadLimb(Titled):
    """A condition whose number nobody here has read; it is not evaluated. 未见原文，不作判断."""

    unread: Text
    """What is known of it. 所知内容."""

    def references(self) -> Iterator[Reference]:
        """No names are used here."""
        yield from ()


class AllLimb(Titled):
    """Every one of some conditions. 同时符合下列条件."""

    all_of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The conditions, by name. 各条件的名称."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("all_of", "conditions", name) for name in self.all_of)


class AnyLimb(Titled):
    """At least one of some conditions. 符合下列条件之一."""

    any_of: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The conditions, by name. 各条件的名称."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("any_of", "conditions", name) for name in self.any_of)


_KEYS = ("figure", "flag", "attribute", "happened", "seasoning", "unread", "all_of", "any_of")
Limb = Annotated[
    Annotated[FigureLimb, tagged("figure")]
    | Annotated[FlagLimb, tagged("flag")]
    | Annotated[AttributeLimb, tagged("attribute")]
    | Annotated[HappenedLimb, tagged("happened")]
    | Annotated[SeasoningLimb, tagged("seasoning")]
    | Annotated[UnreadLimb, tagged("unread")]
    | Annotated[AllLimb, tagged("all_of")]
    | Annotated[AnyLimb, tagged("any_of")],
    Discriminator(by_construct(*_KEYS)),
    BeforeValidator(one_construct(*_KEYS, several="two_conditions")),
]
"""A condition of a standard: one that is tested by itself, or all or any of others."""


def limbs_within(limb: Limb) -> tuple[Name, ...]:
    """The names of the conditions that a condition is made of."""
    if isinstance(limb, AllLimb):
        return limb.all_of
    return limb.any_of if isinstance(limb, AnyLimb) else ()
