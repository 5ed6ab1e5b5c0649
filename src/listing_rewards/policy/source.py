"""Where a number comes from: the document, the clause in it, or an assumption with its reason."""

from __future__ import annotations

import operator
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, Lang, ListingRewardsError, fault
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day


class Bilingual(Strict):
    """Something with a name in both languages; one in Chinese alone, or a plain string, is both."""

    zh: Name
    """In Chinese. 中文."""
    en: Name
    """In English; left out, the Chinese words stand in its place. 英文；不填则以中文代替."""

    @model_validator(mode="before")
    @classmethod
    def _same_in_both(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"zh": value, "en": value}
        if isinstance(value, Mapping) and "zh" in value and "en" not in value:
            return {**value, "en": value["zh"]}
        return value

    def say(self, lang: Lang) -> str:
        """The name or text in one language."""
        return self.zh if lang == "zh" else self.en


class Text(Bilingual):
    """A text in both languages; a plain string stands for both. 中英文文本."""


Reading: TypeAlias = Literal["official", "news", "agency", "mirror", "draft"]
"""How the words were read: on the issuer's or another official site, in the press, with an agency
that reposts policies, in a copy on an unrelated host, or in a draft that was later changed."""


class Confirmation(Strict):
    """Somebody signs that the numbers still held on a day. 经核对仍然有效."""

    on: Day
    """The day on which they were checked against the document. 核对日期."""
    by: Text
    """Who checked them and answers for it. 核对人."""


class Document(Strict):
    """The public document a policy is taken from. 政策文件."""

    title: Text
    """The document's title. 文件标题."""
    issuer: Text
    """Who issued it. 发文机关."""
    issued: Day | None = None
    """The day on the document. 成文日期."""
    published: Day | None = None
    """The day it was posted. 发布日期."""
    number: Name | None = None
    """The document's number. 文号."""
    url: Name | None = None
    """Where an official site shows it. 官方网址."""
    note: Text | None = None
    """What a reader must know about it, such as what it does not say. 说明."""
    missing: tuple[Text, ...] = ()
    """What of the document was not seen, one sentence each; it is unknown here. 未见到的内容."""
    confirmed: Confirmation | None = None
    """Who signs that its numbers still hold, and since when nobody has checked. 有效性核对."""


class Quotation(Strict):
    """What a published text says in one place, and how it was read. 引文."""

    item: Text
    """Where it stands in the document, such as 'item 5, task 9'. 条款位置."""
    text: Text
    """The document's own words in `zh`; a translation in `en`. 条款原文及译文."""
    paraphrase: bool = False
    """Whether `text` puts the content in other words instead of quoting it. 是否为转述."""
    read: Reading = "official"
    """How its words were read: official, news, agency, mirror or draft. 文本来源的可靠程度."""


class Clause(Quotation):
    """One item of a document that a number or rule rests on. 条款."""

    readings: tuple[Quotation, ...] = Field(default=(), exclude_if=operator.not_)
    """What other published texts say of it, such as an explanation or a guide to applications; it
    is reported with every number that rests on the clause.
    政策解读、申报指南等对本条的表述，随条款一并列示."""
    lead: Text | None = None
    """The unit that leads. 牵头单位."""
    supporting: Text | None = None
    """The units that support. 配合单位."""
    document: str = ""
    """The id of the policy whose document holds it; filled in when the document is read.
    所属政策的编号，读取时自动填写."""


class Ground(Strict):
    """What one number of an answer rests on: a clause, or a part of the policy that is assumed."""

    clause: str | None = None
    """The id of a clause of the policy."""
    assumed: str | None = None
    """The part of the policy that says why it is assumed, such as ``awards.neeq_listed.amount``."""


class Sourced(Strict):
    """A part of a policy with numbers in it: it names a clause or says that it is assumed."""

    clause: Name | None = None
    """The id of the clause that gives the numbers here. 依据条款的编号."""
    assumed: Text | None = None
    """Why numbers are used that the source does not give. 假定及理由."""

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if self.clause and self.assumed:
            raise InvalidPolicy(fault("two_sources"))
        if not self.clause and not self.assumed:
            raise InvalidPolicy(fault("no_source", accepted=("clause", "assumed")))
        return self


class Repeal(Strict):
    """The end of a document before its last day. 废止."""

    since: Day
    """The first day on which it no longer holds. 自何日起废止."""
    by: Text
    """What repealed it. 废止依据."""


class Validity(Sourced):
    """Days from the first to the last, both included. 有效期."""

    first: Day
    """The first day, included. 起始日（含）."""
    last: Day | None = None
    """The last day, included; None: no last day is stated. 截止日（含），未写明则留空."""
    repealed: Repeal | None = None
    """Where the document was repealed before its last day. 提前废止."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise InvalidPolicy(fault("days_out_of_order", self.last, first=self.first))
        if self.repealed is not None and self.repealed.since <= self.first:
            raise InvalidPolicy(fault("days_out_of_order", self.repealed.since, first=self.first))
        return self

    @property
    def end(self) -> date | None:
        """The last day on which it holds, included: the stated one, or the eve of a repeal."""
        if self.repealed is None:
            return self.last
        eve = self.repealed.since - timedelta(days=1)
        return eve if self.last is None else min(self.last, eve)

    def includes(self, day: date) -> bool:
        """Whether `day` is one of the days, both ends included."""
        end = self.end
        return self.first <= day and (end is None or day <= end)
