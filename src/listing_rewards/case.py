"""What happened: an enterprise, its events and figures, and what it was already paid."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, StrictBool, StringConstraints, model_validator

from listing_rewards.errors import InvalidCase, ListingRewardsError, fault
from listing_rewards.schema_version import of_known_form
from listing_rewards.strict import FrozenDict, FrozenMapping, Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import Figure, SignedYuan, Yuan, plain_signs
from listing_rewards.values.scalar import plain

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Plain = BeforeValidator(plain)
Evidence = Annotated[Name | None, Plain, Field(exclude_if=operator.not_)]
"""What proves a fact; a case without it is written as before there was any."""


def _stated(table: object) -> object:
    """The table without what is not stated: what a program that knows null writes for it."""
    if not table or not isinstance(table, Mapping):
        return table
    values = {name: plain(value) for name, value in table.items()}
    return {name: value for name, value in values.items() if value is not None}


NotStated = BeforeValidator(_stated)


def code_key(code: str | None) -> str:
    """A credit code for comparing: full-width signs made plain, capitals and blanks ignored.

    >>> code_key("９１440800ma0000201r") == code_key("91440800 MA0000201R")
    True
    """
    return "".join(plain_signs(code or "").upper().split())


class Enterprise(Strict):
    """Who the case is about. 企业."""

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    name: Name
    """The enterprise's registered name. 企业名称."""
    uscc: Annotated[Name | None, Plain] = None
    """The unified social credit code. 统一社会信用代码."""
    county: Annotated[Name | None, Plain] = None
    """The county or district it is registered in. 注册地（县、市、区）."""
    former_names: tuple[Name, ...] = Field(default=(), exclude_if=operator.not_)
    """Names it had before, under which a ledger may have paid it. 曾用名."""


class Event(Strict):
    """Something that happened to the enterprise on a day. 节点 / 事项."""

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    kind: Name
    """The event's name as the policy declares it, such as ``neeq_listed``. 事项的编号."""
    on: Day
    """The day it happened. 发生日期."""
    amount: Annotated[Yuan | None, Plain] = None
    """Yuan, where the event has an amount; left out when it is not known. 金额（元）."""
    evidence: Evidence = None
    """What proves it: a public announcement, an approval, a filing letter, with the page.
    佐证材料（公告编号、批文、备案函及页码）."""


class Payment(Strict):
    """A reward that was already paid. 已付奖励."""

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    award: Name
    """The award's id in the policy. 奖励项目的编号."""
    on: Day
    """The day it was paid. 付款日期."""
    amount: SignedYuan
    """Yuan paid; below 0 where money came back. 已付金额（元），退回、追回为负数."""
    policy: Annotated[Name | None, Plain] = None
    """The policy it was paid under; leave it out when that is the policy asked. 依据的政策."""
    evidence: Evidence = None
    """What proves it: the voucher, a bank's receipt. 佐证材料（凭证号、银行回单）."""


class Case(Strict):
    """One enterprise's facts as stated, whatever the policy and the day. 一家企业的案例.

    `Case.model_validate(...)` and `Case.model_validate_json(...)` read one and raise
    `InvalidCase`, a `ValueError`, with every fault at once.

    >>> from listing_rewards import Case
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "regional_financing", "on": "2023-08-01", "amount": "300万元"}],
    ... })
    >>> case.events[0].amount
    Decimal('3000000.00')
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    enterprise: Enterprise
    """Who the case is about. 企业."""
    events: tuple[Event, ...] = ()
    """What happened. 事项."""
    figures: Annotated[FrozenMapping[str, Figure], NotStated] = Field(default_factory=FrozenDict)
    """Declared numbers, such as ``net_profit``: yuan, or a percentage such as ``8%``. 指标."""
    flags: Annotated[FrozenMapping[str, StrictBool], NotStated] = Field(default_factory=FrozenDict)
    """Declared yes/no facts; leave out what is not known, or write null. 条件（是或否）."""
    attributes: Annotated[FrozenMapping[str, Name], NotStated] = Field(default_factory=FrozenDict)
    """Declared properties, such as ``board``; leave out what is not known. 属性."""
    approved: Annotated[FrozenMapping[str, Yuan], NotStated] = Field(default_factory=FrozenDict)
    """The amount approved for an award of which the policy gives only a ceiling, in yuan.
    核定的奖励金额（政策只规定上限时）."""
    applied: Annotated[FrozenMapping[str, Day], NotStated] = Field(default_factory=FrozenDict)
    """The day on which each award was applied for, by its id. 各项奖励的申请日期."""
    payments: tuple[Payment, ...] = ()
    """What was already paid. 已付奖励."""
    absent: tuple[Name, ...] = ()
    """Events that are known not to have happened; an event merely left out is "not stated".
    已知未发生的事项."""
    evidence: FrozenMapping[str, Name] = Field(default_factory=FrozenDict, exclude_if=operator.not_)
    """What proves a fact stated above, by its place: ``figures.net_profit``,
    ``flags.first_listing``, ``attributes.board``, ``approved.listed``, ``absent.neeq_delisted``.
    Events and payments carry their own. 指标、条件等的佐证材料."""

    @model_validator(mode="before")
    @classmethod
    def _of_a_known_form(cls, document: Any) -> Any:
        return of_known_form(document, InvalidCase)

    @model_validator(mode="after")
    def _evidence_of_what_is_stated(self) -> Self:
        if self.evidence:
            stated = [*self._places()]
            faults = [
                fault("evidence_of_nothing", place, accepted=stated, path=f"evidence.{place}")
                for place in self.evidence
                if place not in stated
            ]
            if faults:
                raise InvalidCase(*faults)
        return self

    def _places(self) -> Iterator[str]:
        """The places of all that is stated besides events and payments."""
        for table in ("figures", "flags", "attributes", "approved", "absent"):
            yield from (f"{table}.{name}" for name in getattr(self, table))


def known_cases(given: object) -> Iterator[Case]:
    """The cases that were given, one after the other.

    Raises:
        InvalidCase: what was given holds none, or something else.
    """
    if isinstance(given, Strict | str) or not isinstance(given, Iterable):
        raise InvalidCase(fault("not_cases", type(given).__name__))
    for each in given:
        if not isinstance(each, Case):
            raise InvalidCase(fault("not_a_case", type(each).__name__))
        yield each
