"""A policy as data: declared facts, awards, amounts, conditions, groups, notices.

The constructs are a closed set. Each is one model that its own key names: an amount is
``{ fixed = … }``, ``{ rate = …, of = … }``, ``{ unknown = … }`` and so on; a condition is
``{ seasoning = … }``, ``{ flag = … }`` and so on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, Self

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, ListingRewardsError
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.conditions import Condition
from listing_rewards.policy.consistency import faults_within
from listing_rewards.policy.declared import AttributeKind, EventKind, FigureKind, FlagKind
from listing_rewards.policy.grants import (
    UNSTATED_ROUNDING,
    Award,
    BestOf,
    CostShares,
    Group,
    Instalments,
    Notice,
    Repayment,
    Rounding,
)
from listing_rewards.policy.kept import Kept
from listing_rewards.policy.relations import Relations
from listing_rewards.policy.source import Clause, Document, Ground, Sourced, Text, Validity
from listing_rewards.strict import Strict


class Policy(Strict):
    """One document's grants, as data, in force from a day to a day. 政策文件.

    Read one with `load_policy`. Everything an answer rests on is in it, so that an answer can be
    checked with it alone.
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    id: Name
    """A name for programs: place, subject, year. 编号."""
    series: Name | None = None
    """The name that documents share which follow one another. 前后相续的文件的共同编号."""
    document: Document
    """The public document. 政策文件."""
    based_on: Mapping[str, Document] = Field(default_factory=dict)
    """The documents it extends, by policy id. 所扩展的文件."""
    in_force: Validity
    """The days on which an event must fall to earn anything, both ends included. 有效期."""
    rounding: Rounding = UNSTATED_ROUNDING
    """How amounts are rounded; left out, half up to the fen, told as an assumption. 取整."""
    clauses: Mapping[str, Clause] = Field(default_factory=dict)
    """The items of the document that numbers rest on, by name. 条款."""
    events: Mapping[str, EventKind] = Field(default_factory=dict)
    """What may happen, by name. 事项."""
    figures: Mapping[str, FigureKind] = Field(default_factory=dict)
    """The numbers a case may state, by name. 指标."""
    flags: Mapping[str, FlagKind] = Field(default_factory=dict)
    """The yes/no facts a case may state, by name. 条件（是或否）."""
    attributes: Mapping[str, AttributeKind] = Field(default_factory=dict)
    """The properties with a few values that a case may state, by name. 属性."""
    conditions: Mapping[str, Condition] = Field(default_factory=dict)
    """What awards may need, by name. 奖励条件."""
    needs: tuple[Name, ...] = ()
    """The conditions that every award needs. 各项奖励均须符合的条件."""
    groups: Mapping[str, Group] = Field(default_factory=dict)
    """Common caps, by name. 合并封顶."""
    best_of: Mapping[str, BestOf] = Field(default_factory=dict)
    """Awards of which only the highest is given, by name. 就高不就低."""
    instalments: Mapping[str, Instalments] = Field(default_factory=dict)
    """Ways of paying in parts, by name. 分期方式."""
    shares: Mapping[str, CostShares] = Field(default_factory=dict)
    """Ways in which levels of government bear an amount, by name. 分担方式."""
    repayments: Mapping[str, Repayment] = Field(default_factory=dict)
    """What would expose a reward to repayment, by name. 退还（仅列示敞口）."""
    awards: tuple[Award, ...]
    """In the order in which they fill a common cap. 奖励项目，按计入合并上限的顺序."""
    notices: tuple[Notice, ...] = ()
    """Laws that bear on awards. 合规提示."""
    counts_payments_under: tuple[Name, ...] = ()
    """Other policies whose payments of the same awards count as paid; those of the documents it
    extends always do. 计入已付的其他政策的编号."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if faults := faults_within(self):
            raise InvalidPolicy(*faults)
        return self

    def counts(self, paid_under: str | None) -> bool:
        """Whether a payment made under this policy id, or under none, counts here."""
        return (
            paid_under in {None, self.id}
            or paid_under in self.based_on
            or paid_under in self.counts_payments_under
        )

    def award(self, award_id: str) -> Award:
        """The award of this id; `KeyError` if there is none."""
        return self.relations.awards[award_id]

    def notice(self, notice_id: str) -> Notice:
        """The notice of this id; `KeyError` if there is none."""
        for notice in self.notices:
            if notice.id == notice_id:
                return notice
        raise KeyError(notice_id)

    def title_of(self, policy_id: str) -> Text:
        """The title of this policy's document, or of one it extends."""
        other = self.based_on.get(policy_id)
        return other.title if other else self.document.title

    def sourced(self) -> Iterator[tuple[str, Sourced]]:
        """Every part with numbers in it, with its path."""
        yield "in_force", self.in_force
        yield "rounding", self.rounding
        tables: tuple[tuple[str, Mapping[str, Sourced]], ...] = (
            ("conditions", self.conditions),
            ("groups", self.groups),
            ("best_of", self.best_of),
            ("instalments", self.instalments),
            ("shares", self.shares),
            ("repayments", self.repayments),
        )
        for table, parts in tables:
            yield from ((f"{table}.{name}", part) for name, part in parts.items())
        for award in self.awards:
            path, amount = f"awards.{award.id}.amount", award.amount
            yield path, amount
            for i, each in enumerate(amount.dated if isinstance(amount, DatedAmount) else ()):
                if each.amount is not None:
                    yield f"{path}.dated[{i}].amount", each.amount

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; what is worked out from the parts is worked out anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("grounds", "assumptions", "relations", "kept"):
            copy.__dict__.pop(name, None)
        return copy

    @cached_property
    def relations(self) -> Relations:
        """What of the policy hangs on what."""
        return Relations(self)

    @cached_property
    def kept(self) -> Kept:
        """What was worked out from the policy alone, so that it is worked out once."""
        return Kept()

    @cached_property
    def grounds(self) -> Mapping[str, Ground]:
        """What each part of the policy rests on, by its path."""
        granting = {f"awards.{each.id}": Ground(clause=each.clause) for each in self.awards}
        presumed = {f"flags.{name}": Ground(assumed=f"flags.{name}") for name in self.flags}
        parts = {
            path: Ground(clause=part.clause) if part.clause else Ground(assumed=path)
            for path, part in self.sourced()
        }
        return granting | presumed | parts

    @cached_property
    def assumptions(self) -> Mapping[str, Text]:
        """Why each assumed part of the policy is assumed, by its path."""
        presumed = {f"flags.{name}": each.presumed for name, each in self.flags.items()}
        parts = {path: part.assumed for path, part in self.sourced()}
        return {path: why for path, why in (presumed | parts).items() if why is not None}
