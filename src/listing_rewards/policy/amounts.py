"""What an award gives: the closed set of amounts. 奖励金额.

Six constructs, each named by its first key (`fixed`, `rate`, `bands`, `topup`, `unknown`,
`dated`), and four things that any of them but `dated` may add: `scaled`, `times`, `less`, `upto`.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import (
    Cap,
    Range,
    Reference,
    by_construct,
    one_construct,
    tagged,
)
from listing_rewards.policy.counted import Counted, counted_references
from listing_rewards.policy.source import Sourced, Text
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import Figure, Yuan
from listing_rewards.values.rate import Factor, Rate

Scope: TypeAlias = Literal["enterprise", "year", "event"]


class Times(Strict):
    """The amount multiplied where a condition is met. 对…企业按…倍（上浮20%、减半）给予奖励."""

    factor: Factor
    """What it is multiplied by, such as ``120%`` or ``50%``. 倍数，如 120%."""
    when: Name
    """The condition, by name. 条件的名称."""


class Instead(Strict):
    """Another base, rate or cap where a condition is met. 按2%给予奖励，符合…的按3%，最高…万元."""

    when: Name
    """The condition, by name. 条件的名称."""
    of: Name | None = None
    """The figure or event that is then the base. 此时的计算基数."""
    rate: Rate | None = None
    """The rate that then holds. 此时的比例."""
    cap: Yuan | None = None
    """The cap that then holds, in yuan. 此时的最高金额."""

    @property
    def changes(self) -> tuple[str, ...]:
        """The keys of the amount in whose place it stands."""
        return tuple(key for key in ("of", "rate", "cap") if getattr(self, key) is not None)

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.changes:
            raise InvalidPolicy(fault("instead_of_nothing"))
        return self


class Scaled(Strict):
    """The amount in proportion to a share, whole from a threshold on.

    募集资金投资本地比例达到70%以上的全额奖励，不足的按实际比例奖励.
    """

    by: Name
    """The figure or event whose amount is the part; without `of`, a figure in percent.
    作为比例分子的指标或事项."""
    of: Name | None = None
    """The figure or event whose amount is the whole. 作为比例分母的指标或事项."""
    full_at: Rate
    """The share from which the whole amount is given, included. 全额奖励的比例（含）."""
    short: Literal["share", "share_of_threshold", "nothing"]
    """What is given below it: the amount times the share; times the share divided by the
    threshold; or nothing. 未达到时：按实际比例、按比例与门槛之比、或不予奖励."""

    @model_validator(mode="after")
    def _of_something_else(self) -> Self:
        if self.by == self.of:
            raise InvalidPolicy(fault("of_itself", self.of, path="of"))
        return self


class _Amount(Sourced):
    """What any amount may add to its construct."""

    scaled: Scaled | None = None
    """In proportion to a share. 按比例折算."""
    times: tuple[Times, ...] = ()
    """Multiplied under conditions, one after the other. 按条件加成或减成."""
    less: tuple[Name, ...] = ()
    """Earlier awards whose amounts are subtracted. 扣除已享受的奖励项目（补差）."""
    counted: Counted = "in_force"
    """Which of the events' amounts that it reads count: ``in_force``, those of the policy's days;
    ``all``; or ``{ after = "…", within_months = 12 }``, those within a time of another event.
    所用事项金额的计入范围：有效期内的、全部的，或另一事项前后一定时间内的."""
    upto: bool = False
    """Whether it is a ceiling only, and the amount approved in each case is an input.
    金额是否仅为上限（“最高”“不超过”），具体金额由主管部门核定."""
    allotted: Annotated[Name | None, Field(exclude_if=operator.not_)] = None
    """The figure that says how much of a yearly budget falls to it; written when the document is
    read. 年度预算中可用于此项的金额（指标）."""

    @property
    def asks(self) -> tuple[str, ...]:
        """The conditions on which it depends, once for each place that asks them."""
        return tuple(each.when for each in self.times)

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("times.when", "conditions", each.when) for each in self.times)
        yield from (("less", "awards", name) for name in self.less)
        if self.scaled:
            yield "scaled.by", "quantities", self.scaled.by
            if self.scaled.of:
                yield "scaled.of", "quantities", self.scaled.of
        if self.allotted:
            yield "allotted", "quantities", self.allotted
        yield from counted_references(self.counted)

    def read(self) -> tuple[str, ...]:
        """The figures and events that it is computed from, each once."""
        tables = ("quantities", "countable")
        return tuple(dict.fromkeys(n for _, table, n in self.references() if table in tables))


class FixedAmount(_Amount):
    """A fixed sum, or a sum for each of a number. 给予…万元奖励；每户、每增加…万元给予…万元."""

    fixed: Yuan
    """The sum in yuan. 定额."""
    per: Name | None = None
    """An event, for each time it happened, or a figure, for each full `every` of it.
    按次数或数量计算的事项或指标."""
    every: Figure | None = None
    """How much of the figure earns the sum once; 1 if left out. Only full ones count.
    每满多少给予一次，不足部分不计."""
    cap: Cap | None = None
    """At most so much in all, in yuan; ``unknown`` where there is a cap that the source does not
    give. 最高金额；有上限而原文未列明的写 unknown."""

    @model_validator(mode="after")
    def _counts_in_something(self) -> Self:
        if self.every is not None and self.every <= 0:
            raise InvalidPolicy(fault("nothing_to_count_in", self.every, path="every"))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from super().references()
        if self.per:
            yield "per", "countable" if self.every is None else "quantities", self.per


class Portion(Strict):
    """A share of a figure or event amount. 某一指标的一定比例."""

    rate: Factor
    """The share, such as ``105%``. 比例."""
    of: Name
    """The figure or event. 指标或事项."""


class _OnABase(_Amount):
    """An amount that is computed from a base."""

    of: Name
    """The base: a figure, or an event whose amounts count together, as `counted` says.
    计算基数：指标，或按计入范围计入的事项金额之和."""
    minus: tuple[Name, ...] = ()
    """Figures or events whose amounts are taken off the base first. 从基数中扣除的项目."""
    above: Yuan | Portion | None = None
    """Only what the base is more than this counts. 仅就超过此数的部分计算."""

    @model_validator(mode="after")
    def _not_off_itself(self) -> Self:
        bases = self.bases()
        for name in self.minus:
            if name in bases:
                raise InvalidPolicy(fault("of_itself", name, path="minus"))
        if isinstance(self.above, Portion) and self.above.of in bases:
            raise InvalidPolicy(fault("of_itself", self.above.of, path="above.of"))
        return self

    def bases(self) -> tuple[str, ...]:
        """Every base that may hold."""
        return (self.of,)

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from super().references()
        yield "of", "quantities", self.of
        yield from (("minus", "quantities", name) for name in self.minus)
        if isinstance(self.above, Portion):
            yield "above.of", "quantities", self.above.of


class RateAmount(_OnABase):
    """A share of a base. 按…的百分之…给予奖励，最高不超过…万元."""

    rate: Rate
    """The share as the document writes it, such as ``2%`` or ``5‰``. 比例."""
    cap: Cap | None = None
    """At most so much, in yuan; ``unknown`` where there is a cap that the source does not give.
    最高金额；有上限而原文未列明的写 unknown."""
    cap_per: Scope = "enterprise"
    """What the cap holds for: all of an enterprise's events together, those of one calendar
    year, or each event. 上限适用于每家企业、每年或每次."""
    floor: Yuan | None = None
    """At least so much, in yuan. 最低金额."""
    instead: tuple[Instead, ...] = Field(default=(), exclude_if=operator.not_)
    """Another base, rate or cap under a condition: of each, the first that is written here and
    whose condition is met. 附条件的计算基数、比例或最高金额，取其中第一个符合条件的."""

    @model_validator(mode="after")
    def _in_place_of_something(self) -> Self:
        for i, each in enumerate(self.instead):
            if each.cap is not None and not isinstance(self.cap, Decimal):
                raise InvalidPolicy(fault("instead_of_no_cap", path=f"instead[{i}].cap"))
            if each.of is not None and self.cap_per != "enterprise":
                raise InvalidPolicy(fault("instead_of_each_base", path=f"instead[{i}].of"))
        return self

    @property
    def scope(self) -> Scope:
        """What is computed by itself."""
        return self.cap_per

    @property
    def asks(self) -> tuple[str, ...]:
        """The conditions on which it depends, once for each place that asks them."""
        return (*super().asks, *(each.when for each in self.instead for _ in each.changes))

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from super().references()
        yield from (("instead.when", "conditions", each.when) for each in self.instead)
        yield from (("instead.of", "quantities", each.of) for each in self.instead if each.of)

    def bases(self) -> tuple[str, ...]:
        """Every base that may hold."""
        return (self.of, *(each.of for each in self.instead if each.of))

    @property
    def plain(self) -> bool:
        """Whether it is a share of its base, within a floor and a known cap, and nothing else."""
        bears = self.minus or self.instead or self.times or self.above is not None
        return self.cap != "unknown" and not bears

    def rates(self) -> Iterator[tuple[str, Decimal]]:
        """Every rate that may hold, with its key."""
        yield "rate", self.rate
        for i, each in enumerate(self.instead):
            if each.rate is not None:
                yield f"instead[{i}].rate", each.rate

    def caps(self) -> Iterator[tuple[str, Decimal]]:
        """Every cap in yuan that may hold, with its key."""
        if isinstance(self.cap, Decimal):
            yield "cap", self.cap
        for i, each in enumerate(self.instead):
            if each.cap is not None:
                yield f"instead[{i}].cap", each.cap


class Band(Range):
    """One row of a table of bands, and what it gives. 分档中的一档."""

    fixed: Yuan | None = None
    """A fixed sum in yuan. 该档的定额."""
    rate: Rate | None = None
    """Or a share of the whole base. 或按基数的比例."""
    cap: Cap | None = None
    """At most so much of that share, in yuan; or ``unknown``. 按比例时的最高金额，或 unknown."""
    unknown: Text | None = None
    """Or what the source says instead of an amount. 或原文未列明金额."""

    @model_validator(mode="after")
    def _gives_one_thing(self) -> Self:
        given = [key for key in ("fixed", "rate", "unknown") if getattr(self, key) is not None]
        if len(given) != 1 or (self.cap is not None and self.rate is None):
            raise InvalidPolicy(fault("band_gives", ", ".join(given) or "cap"))
        return self


class BandsAmount(_OnABase):
    """An amount by bands of a base. 募集资金不满8亿元的奖励300万元，8亿元以上的400万元."""

    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    """The bands, each bound written as included or excluded. 各档，界限须写明是否包含本数."""
    applied_per: Scope = "enterprise"
    """What the table is applied to: all of an enterprise's events together, those of one calendar
    year, or each event; what it gives is added up. 分档按每家企业、每年或每次适用."""

    @property
    def scope(self) -> Scope:
        """What is computed by itself."""
        return self.applied_per

    @property
    def neighbours(self) -> tuple[tuple[int | None, int | None], ...]:
        """Each band in rising order, by its place, after the one before it that reaches furthest.

        Numbers in no band lie between two such, or beyond: None stands before the first band and
        after the one that reaches furthest of all.
        """
        first, *others = sorted(range(len(self.bands)), key=lambda i: self.bands[i].start)
        pairs: list[tuple[int | None, int | None]] = [(None, first)]
        furthest = first
        for each in others:
            pairs.append((furthest, each))
            if self.bands[each].reach >= self.bands[furthest].reach:
                furthest = each
        return (*pairs, (furthest, None))


class TopUpAmount(_Amount):
    """What is missing to a level after earlier awards. 补齐至…万元（补差）."""

    topup: Yuan
    """The level in yuan; `less` names the awards that count towards it. 补齐的标准."""

    @model_validator(mode="after")
    def _tops_something_up(self) -> Self:
        if not self.less:
            raise InvalidPolicy(fault("topup_of_nothing"))
        return self


class UnknownAmount(_Amount):
    """An amount that the source does not give. 原文未列明金额."""

    unknown: Text
    """What the source says instead. 原文的表述."""


_PLAIN = ("fixed", "rate", "bands", "topup", "unknown")
PlainAmount = Annotated[
    Annotated[FixedAmount, tagged("fixed")]
    | Annotated[RateAmount, tagged("rate")]
    | Annotated[BandsAmount, tagged("bands")]
    | Annotated[TopUpAmount, tagged("topup")]
    | Annotated[UnknownAmount, tagged("unknown")],
    Discriminator(by_construct(*_PLAIN)),
    BeforeValidator(one_construct(*_PLAIN, several="two_amounts")),
]


class DatedValue(Strict):
    """What an amount is for what happens from a day on. 自某日起的金额."""

    since: Day
    """The first day of the event for which it holds, included. 自何日（含）起."""
    amount: PlainAmount | None = None
    """The amount from then on. 其后的金额."""
    repealed: bool = False
    """Or that nothing is given from then on. 或自该日起取消."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.amount is None) != self.repealed:
            raise InvalidPolicy(fault("amount_or_repealed"))
        return self


class DatedAmount(Sourced):
    """An amount that depends on the day of the event. 2021年内100万元，2022年内50万元."""

    dated: Annotated[tuple[DatedValue, ...], Field(min_length=1)]
    """The amounts with the days from which they hold, in order. 按起始日排列的各项金额."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        days = [each.since for each in self.dated]
        for earlier, later in pairwise(days):
            if later <= earlier:
                raise InvalidPolicy(fault("days_out_of_order", later, first=earlier))
        return self

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        for i, each in enumerate(self.dated):
            for key, table, name in each.amount.references() if each.amount else ():
                yield f"dated[{i}].amount.{key}", table, name


Amount = Annotated[
    Annotated[PlainAmount, tagged("plain")] | Annotated[DatedAmount, tagged("dated")],
    Discriminator(lambda value: by_construct("dated")(value) or "construct:plain"),
    BeforeValidator(one_construct(*_PLAIN, "dated", several="two_amounts")),
]


def has_unknown_cap(amount: PlainAmount) -> bool:
    """Whether it has a cap that the source does not give, or a band that has."""
    if isinstance(amount, BandsAmount):
        return any(band.cap == "unknown" for band in amount.bands)
    return isinstance(amount, FixedAmount | RateAmount) and amount.cap == "unknown"


def plain_amounts(amount: Any) -> tuple[PlainAmount, ...]:
    """The amounts that `amount` may turn out to be: itself, or each of its dated values."""
    if isinstance(amount, DatedAmount):
        return tuple(each.amount for each in amount.dated if each.amount is not None)
    return (amount,)
