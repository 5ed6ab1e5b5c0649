"""What a policy grants and what surrounds it: awards, common caps, alternatives, what follows.

奖励项目、合并封顶、择优、分期、分担、退还与合规提示.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.amounts import Amount, plain_amounts
from listing_rewards.policy.constructs import Cap, Reference
from listing_rewards.policy.counted import Months, Years
from listing_rewards.policy.earning import EarnedBy
from listing_rewards.policy.recurring import EveryYear
from listing_rewards.policy.source import Repeal, Sourced, Text
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import FEN, ZERO, RoundingMode, Yuan, exact
from listing_rewards.values.rate import Rate, write_rate


class ConditionalCap(Strict):
    """Another common cap where a condition is met. 符合…的，合计最高…万元."""

    when: Name
    """The condition, by name. 条件的名称."""
    cap: Yuan
    """The cap that then holds, in yuan. 此时的合并上限."""


class Group(Sourced):
    """Awards under a common cap. 各项奖励合计最高不超过…万元（合并封顶）."""

    title: Text
    """What the awards are called together. 合称."""
    cap: Cap
    """The cap in yuan, where no other one holds; ``unknown`` where there is a cap that the source
    does not give. 合并上限；有上限而原文未列明的写 unknown."""
    cap_when: tuple[ConditionalCap, ...] = ()
    """Caps that hold under conditions: the first whose condition is met. 附条件的合并上限."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("cap_when.when", "conditions", each.when) for each in self.cap_when)


class BestOf(Sourced):
    """Awards of which only the highest is given. 就高不就低，不重复享受."""

    awards: Annotated[tuple[Name, ...], Field(min_length=2)]
    """The awards; of equal ones the first. 择优的奖励项目，金额相同的取在前者."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("awards", "awards", name) for name in self.awards)


class Instalment(Strict):
    """One part of an amount that is paid over time. 分期中的一期."""

    share: Rate
    """Its share of the amount. 比例."""
    years: Years = 0
    """Due so many years after the day the award was earned, or after `event`. 其后几年."""
    months: Months = 0
    """Due so many months after it, besides the years. 其后几个月."""
    event: Name | None = None
    """The event after which it is due; left out, the one that earns the award. 到期的事项."""


class Instalments(Sourced):
    """An amount paid in parts over time. 分4年兑现，每年25%."""

    parts: Annotated[tuple[Instalment, ...], Field(min_length=1)]
    """The parts; their shares must add up to 100%. 各期，合计须为100%."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("parts.event", "events", part.event) for part in self.parts if part.event)

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        _whole(part.share for part in self.parts)
        return self


class LevelShare(Strict):
    """The part of an amount that one level of government bears. 一级财政承担的部分."""

    level: Name
    """A name for programs, such as ``city``. 级次的编号."""
    title: Text
    """The level of government. 级次."""
    share: Rate
    """Its share of the amount. 承担比例."""


class CostShares(Sourced):
    """An amount borne by several levels of government. 由市、县（市、区）按5:5比例分担."""

    parts: Annotated[tuple[LevelShare, ...], Field(min_length=1)]
    """The levels; their shares must add up to 100%. 各级次，合计须为100%."""

    @model_validator(mode="after")
    def _add_up(self) -> Self:
        _whole(part.share for part in self.parts)
        return self


def _whole(shares: Iterator[Decimal]) -> None:
    together = _added(shares)
    if together != 1:
        raise InvalidPolicy(fault("shares_do_not_add_up", write_rate(together)))


@exact
def _added(shares: Iterator[Decimal]) -> Decimal:
    return sum(shares, Decimal(0))


class OfWhich(Strict):
    """A part of an award for somebody else. 其中200万元奖励高管团队；从所获奖励中提取10%."""

    recipient: Text
    """Who receives it. 受奖对象."""
    amount: Yuan | None = None
    """A sum in yuan, as far as the award reaches. 定额，以奖励金额为限."""
    share: Rate | None = None
    """Or a share of what is paid. 或所获奖励的比例."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.amount is None) is (self.share is None):
            raise InvalidPolicy(fault("sum_or_share"))
        return self

    @property
    def number(self) -> Decimal:
        """The sum in yuan, or the share."""
        return (self.share if self.amount is None else self.amount) or ZERO


class Award(Strict):
    """One reward the policy grants. 奖励项目."""

    id: Name
    """A name for programs. 编号."""
    title: Text
    """What people call it. 名称."""
    earned_by: EarnedBy
    """The event that earns it, on a day within the policy's days; or `{ all_of = […] }`, earned on
    the later day, or `{ any_of = […] }`, on the earliest.
    触发奖励的事项；须全部完成的以较晚日期为准，任一即可的以最早日期为准."""
    needs: tuple[Name, ...] = ()
    """The conditions, by name, that must all be met as well. 须同时符合的条件."""
    amount: Amount
    """What it gives. 金额."""
    group: Name | None = None
    """The group whose cap it shares. 合并封顶的组."""
    replaces: tuple[Name, ...] = ()
    """Awards that are not given where this one is; what was paid for them is set off.
    替代的奖励项目，已付的予以扣抵."""
    paid_in: Name | None = None
    """The instalments it is paid in. 分期方式."""
    borne_by: Name | None = None
    """The levels of government that bear it. 分担方式."""
    every_year: Annotated[EveryYear | None, Field(exclude_if=operator.not_)] = None
    """Where it is earned anew every year: once read, each year is an award of its own,
    ``rent_year_1``, ``rent_year_2`` and so on. 每年给予；读入后每年为一项奖励."""
    recipient: Text | None = None
    """Who receives it, where that is not the enterprise. 受奖对象（非企业本身时）."""
    of_which: tuple[OfWhich, ...] = ()
    """Parts of it that are for somebody else, taken in this order. 其中用于奖励他人的部分."""
    repealed: Repeal | None = None
    """Where it was repealed while the document stays: its amount ends on the eve of that day.
    本项单独废止（文件其余部分继续有效）."""
    result_conditioned: bool | None = None
    """Whether it is conditioned on the result of a public offering and listing, which Decree 798
    is about; left out, that law is shown with it. 是否以股票公开发行上市结果为条件."""
    selective: bool | None = None
    """Whether it selects particular operators, which the Fair Competition Review Regulation is
    about; left out, that law is shown with it. 是否给予特定经营者选择性、差异化的奖励."""
    clause: Name
    """The clause that grants it. 依据条款."""

    @model_validator(mode="after")
    def _not_beyond_the_whole(self) -> Self:
        together = _added(part.share for part in self.of_which if part.share is not None)
        if together > 1:
            raise InvalidPolicy(fault("shares_beyond_the_whole", write_rate(together)))
        return self

    @property
    def event(self) -> str:
        """The event that earns it; of several, the name that stands for them as one."""
        return self.earned_by if isinstance(self.earned_by, str) else self.earned_by.key

    @property
    def events(self) -> tuple[str, ...]:
        """Each event that earns it, by itself or with others."""
        return (self.earned_by,) if isinstance(self.earned_by, str) else self.earned_by.names

    @property
    def certain_events(self) -> tuple[str, ...]:
        """The events without which it is not earned."""
        several = self.earned_by
        return self.events if isinstance(several, str) or several.all_needed else ()

    @property
    def is_a_ceiling(self) -> bool:
        """Whether its amount, or a dated value of it, is a ceiling and needs an approval."""
        return any(amount.upto for amount in plain_amounts(self.amount))

    def references(self) -> Iterator[Reference]:
        """The names used here, as (key, table it must be declared in, name)."""
        yield "clause", "clauses", self.clause
        yield from (("earned_by", "events", name) for name in self.events)
        yield from (("needs", "conditions", name) for name in self.needs)
        yield from (("replaces", "awards", name) for name in self.replaces)
        for key, table, name in (
            ("group", "groups", self.group),
            ("paid_in", "instalments", self.paid_in),
            ("borne_by", "shares", self.borne_by),
        ):
            if name:
                yield key, table, name
        yield from ((f"amount.{key}", table, name) for key, table, name in self.amount.references())


def _more_than_nothing(unit: Decimal) -> Decimal:
    if not unit:
        raise InvalidPolicy(fault("no_unit", unit))
    return unit


class Rounding(Sourced):
    """How an amount is rounded, once per award. 取整."""

    unit: Annotated[Yuan, AfterValidator(_more_than_nothing)] = FEN
    """The smallest amount that is paid, in yuan. 取整单位."""
    mode: RoundingMode = "half_up"
    """``half_up``, ``half_even``, ``down`` or ``up``.
    取整方式：四舍五入、四舍六入五成双、舍去、进位."""


UNSTATED_ROUNDING = Rounding(
    assumed=Text(
        zh="原文未规定取整；按四舍五入至分", en="the source states no rounding; half up to the fen"
    )
)
"""How a document that says nothing of it is rounded."""


class Notice(Strict):
    """A law that bears on awards from a day on; shown, never changing an amount. 合规提示."""

    id: Name
    """A name for programs. 编号."""
    law: Text
    """The law and its article. 法律法规及条文."""
    since: Day
    """The day from which it is in force. 施行日期."""
    awards: tuple[Name, ...]
    """The awards it bears on. 涉及的奖励项目."""
    effect: Literal["review", "withhold"] = "review"
    """``review``: to be reviewed by the responsible office before paying; ``withhold``: what
    would be payable is held back, visibly, until it has been. 提请审核，或暂缓发放."""
    text: Text
    """What the law says, as far as it was read. 条文内容."""
    advice: Text | None = None
    """What to do about it, in our words, and what of the law was not read. 建议."""
    url: Name | None = None
    """Where an official site shows it. 官方网址."""

    def references(self) -> Iterator[Reference]:
        """The names used here."""
        yield from (("awards", "awards", name) for name in self.awards)
