"""What a ledger of payments holds: lines, lines that cannot be read, totals; another ledger."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import Field, model_validator

from listing_rewards.case import Evidence, Name
from listing_rewards.errors import InvalidCase, ListingRewardsError, fault
from listing_rewards.policy.source import Text
from listing_rewards.strict import FrozenDict, FrozenMapping, Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import SignedYuan


class LedgerLine(Strict):
    """What was paid to one enterprise for one award on one day. 台账的一行.

    >>> LedgerLine.model_validate({
    ...     "name": "示例甲公司", "award": "neeq_listed", "on": "2024-01-10", "amount": "50万元",
    ... }).amount
    Decimal('500000.00')
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    name: Name | None = None
    """The enterprise's name; left out where the code names it. 企业名称."""
    uscc: Name | None = None
    """Its unified social credit code; left out where the name names it. 统一社会信用代码."""
    award: Name
    """The award's id in the policy. 奖励项目的编号."""
    on: Day
    """The day it was paid. 付款日期."""
    amount: SignedYuan
    """Yuan paid; below 0 where money came back. 已付金额（元），退回、追回为负数."""
    policy: Name | None = None
    """The policy it was paid under; leave it out when that is the policy asked. 依据的政策."""
    levels: FrozenMapping[str, SignedYuan] = Field(default_factory=FrozenDict)
    """Yuan that each level of government bore; leave out what is not known. 各级承担金额."""
    reference: Name | None = None
    """The number of the voucher. 凭证号."""
    returns: Name | None = None
    """The voucher of the payment that came back. 原凭证号."""
    evidence: Evidence = None
    """What proves it, such as a bank's receipt. 佐证材料."""
    remark: str | None = None
    """What the ledger remarks, such as 退回. 备注、摘要."""
    row: int = Field(default=0, ge=0)
    """Its line in the file, or its place in a list, from 1; 0 where there is none. 行号."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.name is None and self.uscc is None:
            raise InvalidCase(fault("names_no_enterprise"))
        return self


class UnreadLine(Strict):
    """A line of a ledger that cannot be read, as far as it can be. 未能读取的行."""

    row: int = Field(default=0, ge=0)
    """Its line in the file, or its place in a list, from 1."""
    name: str | None = None
    """The enterprise's name, where it can be read."""
    uscc: str | None = None
    """Its credit code, where it can be read."""
    amount: SignedYuan | None = None
    """Yuan, where they can be read."""
    faults: tuple[Text, ...] = ()
    """Why it cannot be read."""


class StatedTotal(Strict):
    """A total that stands in the ledger itself. 台账所列合计."""

    row: int = Field(ge=0)
    """Its line in the file. It is the total of lines above it."""
    amount: SignedYuan
    """Yuan."""


class OtherLine(Strict):
    """A payment as another ledger has it, such as the treasury's export. 另一本账的一行."""

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    name: Name | None = None
    """Whom it was paid to. 收款人全称."""
    uscc: Name | None = None
    """The credit code. 统一社会信用代码."""
    on: Day
    """The day it was paid. 支付日期."""
    amount: SignedYuan
    """Yuan paid; below 0 where money came back. 金额（元）."""
    reference: Name | None = None
    """The number of the voucher. 支付凭证号."""
    purpose: str | None = None
    """What it was paid for, as written there. 用途."""
    row: int = Field(default=0, ge=0)
    """Its line in the file, from 1."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        if self.name is None and self.uscc is None:
            raise InvalidCase(fault("names_no_enterprise"))
        return self
