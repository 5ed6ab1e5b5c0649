"""Where a number comes from: the document, the clause in it, or an assumption with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from pydantic import model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, Lang, ListingRewardsError, fault
from listing_rewards.periods import Day
from listing_rewards.strict import Strict


class Bilingual(Strict):
    """Something with a name in both languages."""

    zh: Name
    en: Name

    def say(self, lang: Lang) -> str:
        """The name or text in one language."""
        return self.zh if lang == "zh" else self.en


class Text(Bilingual):
    """A text in both languages; a plain string stands for both."""

    @model_validator(mode="before")
    @classmethod
    def _same_in_both(cls, value: Any) -> Any:
        return {"zh": value, "en": value} if isinstance(value, str) else value


class Document(Strict):
    """The public document a policy is taken from. 政策文件."""

    title: Text
    issuer: Text
    """Who issued it. 发文机关."""
    issued: Day | None = None
    """The day on the document. 成文日期."""
    published: Day | None = None
    """The day it was posted. 发布日期."""
    number: Name | None = None
    """The document's number. 文号."""
    url: Name | None = None
    """Where an official site shows it."""
    note: Text | None = None
    """What a reader must know about it, such as what it does not say."""


class Clause(Strict):
    """One item of a document that a number or rule rests on. 条款."""

    item: Text
    """Where it stands in the document, such as 'item 5, task 9'."""
    text: Text
    """The document's own words in `zh`; a translation in `en`."""
    lead: Text | None = None
    """The unit that leads. 牵头单位."""
    supporting: Text | None = None
    """The units that support. 配合单位."""
    document: str = ""
    """The id of the policy whose document holds it; filled in when the document is read."""


class Ground(Strict):
    """What one number of an answer rests on: a clause, or a part of the policy that is assumed."""

    clause: str | None = None
    """The id of a clause of the policy."""
    assumed: str | None = None
    """The part of the policy that says why it is assumed, such as ``awards.neeq_listed.amount``."""


class Sourced(Strict):
    """A part of a policy with numbers in it: it names a clause or says that it is assumed."""

    clause: Name | None = None
    """The id of the clause that gives the numbers here. 依据条款."""
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


class Validity(Sourced):
    """Days from the first to the last, both included. 有效期."""

    first: Day
    last: Day | None = None
    """None: no last day is stated."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last is not None and self.last < self.first:
            raise InvalidPolicy(fault("days_out_of_order", self.last, first=self.first))
        return self

    def includes(self, day: date) -> bool:
        """Whether `day` is one of the days, both ends included."""
        return self.first <= day and (self.last is None or day <= self.last)
