"""The facts that a policy declares: what a case under it may say."""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, ListingRewardsError, fault
from listing_rewards.policy.source import Bilingual, Text
from listing_rewards.strict import FrozenMapping, Strict
from listing_rewards.values.money import Figure

Silence: TypeAlias = Literal["did_not_happen", "unknown_if_needed", "unknown"]
Unit: TypeAlias = Literal["yuan", "percent", "number"]

_LARGEST_SHARE = Decimal(1)


class EventKind(Bilingual):
    """An event that a case may state. 事项."""

    amount: bool = False
    """Whether it carries an amount of yuan. 是否带金额."""
    repeats: bool = False
    """Whether it may happen any number of times. 可否多次发生."""
    ended_by: Name | None = None
    """The event after which it may happen again (a delisting ends a listing).
    由何事项终止，终止后可再次发生."""
    after: tuple[Name, ...] = ()
    """Events that cannot come later than this one. 必须在先的事项."""
    silence: Silence = "did_not_happen"
    """How to read a case that does not mention it: it did not happen; unknown as soon as a rule
    of a claimed award has to know it; or unknown always. Left out, it is unknown if needed where a
    rule of an award that another event earns reads its day or its amount, and otherwise did not
    happen. 案例未提及时如何理解；未写明的，其他奖励的规则须用到其日期或金额的，按不明处理."""
    record_only: bool = False
    """Carried along for people; no rule reads it. 仅作记录."""

    @property
    def happens_once(self) -> bool:
        """Whether an event of this kind can have one day only."""
        return not self.repeats and self.ended_by is None


Way: TypeAlias = Literal[
    "sum", "average", "least", "growth", "compound_growth", "ratio", "lower_of"
]
_PARTS = {"lower_of": range(2, 10), "ratio": range(2, 3)}


class Made(Strict):
    """How a figure is made of others, where the case does not state it itself. 由其他指标计算.

    ``{ way = "average", of = ["net_profit"], years = 2 }``: 近两年平均净利润.
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    way: Way
    """``sum``, ``average`` or ``least`` of the last years; ``growth`` over the year before;
    ``compound_growth``, the yearly rate over `years`; ``ratio`` of the sum of one figure to that of
    another; ``lower_of`` several figures. 合计、平均、最低、增长率、复合增长率、占比、孰低."""
    of: Annotated[tuple[Name, ...], Field(min_length=1, max_length=9)]
    """The figures it is made of; of a ratio, what is divided and by what. 由哪些指标计算."""
    years: Annotated[int, Field(ge=1, le=10)] = 1
    """Over how many years. 最近几年."""
    before: Name | None = None
    """The years end with the last one before the year of this event's first day; in a policy it
    must be said, since an amount must not change as days go by.
    以何事项所在年度的上一年度为最近一年."""

    @model_validator(mode="after")
    def _of_so_many(self) -> Self:
        if len(self.of) not in _PARTS.get(self.way, range(1, 2)):
            raise InvalidPolicy(fault("parts_of_figure", len(self.of), way=self.way))
        if self.years > 1 and self.way == "growth":
            raise InvalidPolicy(fault("growth_of_years", self.years))
        if self.years > 1 and self.way == "lower_of":
            raise InvalidPolicy(fault("years_of_figure", self.years, way=self.way))
        return self


class FigureKind(Bilingual):
    """A number that a case may state. 指标."""

    unit: Unit = "yuan"
    """What it counts: yuan, percent (written ``8%``) or a plain number. 单位：元、百分比或个数."""
    at_most: Figure | None = None
    """The largest value it can have; a percentage ends at 100% unless this says more.
    可能的最大值；百分比未写明时以100%为限."""
    yearly: Literal[True] | None = None
    """Whether it is of a year: a case states ``net_profit.2024``, and no other form. 按年度填列."""
    made: Made | None = None
    """How it is made of other figures, where the case does not state it. 由其他指标计算."""
    record_only: bool = False
    """Carried along for people; no rule reads it. 仅作记录."""
    place_of: Name | None = None
    """The award among whose enterprises it is the place, counted from 1: whoever earned the award
    first, or has most of `ranked_by`. A table fills it in for its rows.
    在哪项奖励的各企业中的名次."""
    ranked_by: Name | None = None
    """The figure by which `place_of` ranks, the largest first; left out, the day on which each
    earned the award. 按何指标由大到小排名；不填则按取得奖励事项之日的先后."""

    allotted_from: Annotated[Name | None, Field(exclude_if=operator.not_)] = None
    """The budget of which it says how much falls to an award; written when the document is read. A
    table fills it in for its rows. 由哪项年度预算安排的金额."""

    @model_validator(mode="after")
    def _is_a_place(self) -> Self:
        if self.place_of and self.unit != "number":
            raise InvalidPolicy(fault("place_is_a_number", self.unit))
        if self.ranked_by and not self.place_of:
            raise InvalidPolicy(fault("ranked_what", self.ranked_by))
        return self

    @property
    def limit(self) -> Decimal | None:
        """The largest value a case may state; None for no limit."""
        return _LARGEST_SHARE if self.at_most is None and self.unit == "percent" else self.at_most


class FlagKind(Bilingual):
    """A yes/no fact that a case may state. 条件."""

    record_only: bool = False
    """Carried along for people; no rule reads it. 仅作记录."""
    presumed: Text | None = None
    """Why silence reads "yes" (said in every answer that relies on it); otherwise unknown.
    未说明时按“是”计算的理由."""


class AttributeKind(Bilingual):
    """A property with a few possible values, such as the board. 属性，如板块."""

    values: Annotated[FrozenMapping[Name, Text], Field(min_length=1)]
    """The values it can have, by the name a case states. 可取的值."""
    record_only: bool = False
    """Carried along for people; no rule reads it. 仅作记录."""
