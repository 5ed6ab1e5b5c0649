"""A policy document as data: declared facts, awards, amounts, conditions, groups, notices.

The constructs are a closed set. Each is one model that its own key names: an amount is
``{ fixed = … }``, ``{ rate = …, of = … }``, ``{ unknown = … }`` and so on; a condition is
``{ seasoning = … }``, ``{ flag = … }`` and so on.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, ListingRewardsError
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.beside import Beside
from listing_rewards.policy.budgets import Budget
from listing_rewards.policy.conditions import Condition
from listing_rewards.policy.fact_kinds import AttributeKind, EventKind, FigureKind, FlagKind
from listing_rewards.policy.grants import (
    UNSTATED_ROUNDING,
    Award,
    BestOf,
    CostShares,
    Group,
    Instalments,
    Notice,
    Rounding,
)
from listing_rewards.policy.source import Clause, Document, Sourced, Text, Validity
from listing_rewards.policy.undertakings import Repayment, Undertaking
from listing_rewards.schema_version import of_known_form
from listing_rewards.strict import FrozenDict, FrozenMapping, Strict


class Content(Strict):
    """What a policy document says, each part as it is written. 政策文件的内容."""

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    id: Name
    """A name for programs: place, subject, year. 编号."""
    series: Name | None = None
    """The name that documents share which follow one another. 前后相续的文件的共同编号."""
    document: Document
    """The public document. 政策文件."""
    based_on: FrozenMapping[str, Document] = Field(default_factory=FrozenDict)
    """The documents it extends, by policy id. 所扩展的文件."""
    in_force: Validity
    """The days on which an event must fall to earn anything, both ends included. 有效期."""
    rounding: Rounding = UNSTATED_ROUNDING
    """How amounts are rounded; left out, half up to the fen, reported as an assumption. 取整."""
    clauses: FrozenMapping[str, Clause] = Field(default_factory=FrozenDict)
    """The items of the document that numbers rest on, by name. 条款."""
    events: FrozenMapping[str, EventKind] = Field(default_factory=FrozenDict)
    """What may happen, by name. 事项."""
    figures: FrozenMapping[str, FigureKind] = Field(default_factory=FrozenDict)
    """The numbers a case may state, by name. 指标."""
    flags: FrozenMapping[str, FlagKind] = Field(default_factory=FrozenDict)
    """The yes/no facts a case may state, by name. 条件（是或否）."""
    attributes: FrozenMapping[str, AttributeKind] = Field(default_factory=FrozenDict)
    """The properties with a few values that a case may state, by name. 属性."""
    conditions: FrozenMapping[str, Condition] = Field(default_factory=FrozenDict)
    """What awards may need, by name. 奖励条件."""
    needs: tuple[Name, ...] = ()
    """The conditions that every award needs. 各项奖励均须符合的条件."""
    groups: FrozenMapping[str, Group] = Field(default_factory=FrozenDict)
    """Common caps, by name. 合并封顶."""
    best_of: FrozenMapping[str, BestOf] = Field(default_factory=FrozenDict)
    """Awards of which only the highest is given, by name. 就高不就低."""
    instalments: FrozenMapping[str, Instalments] = Field(default_factory=FrozenDict)
    """Ways of paying in parts, by name. 分期方式."""
    shares: FrozenMapping[str, CostShares] = Field(default_factory=FrozenDict)
    """Ways in which levels of government bear an amount, by name. 分担方式."""
    undertakings: FrozenMapping[str, Undertaking] = Field(default_factory=FrozenDict)
    """What was promised for awards, by name, and what follows where it is broken. 承诺."""
    repayments: FrozenMapping[str, Repayment] = Field(default_factory=FrozenDict)
    """The form of undertakings in version 0.4.0; still read. 旧写法，请改写为 undertakings."""
    beside: Annotated[
        FrozenMapping[Name, Beside], Field(default_factory=FrozenDict, exclude_if=operator.not_)
    ]
    """How it stands to other documents, by their id or series, or ``any``. 与其他文件的关系."""
    budgets: Annotated[
        FrozenMapping[str, Budget], Field(default_factory=FrozenDict, exclude_if=operator.not_)
    ]
    """What may be spent on awards in a calendar year, by name. 年度预算."""
    awards: tuple[Award, ...]
    """In the order in which they fill a common cap. 奖励项目，按计入合并上限的顺序."""
    notices: tuple[Notice, ...] = ()
    """Laws that bear on awards. 合规提示."""
    counts_payments_under: tuple[Name, ...] = ()
    """Other policies whose payments of the same awards count as paid; those of the documents it
    extends always do. 计入已付的其他政策的编号."""

    @model_validator(mode="before")
    @classmethod
    def _of_a_known_form(cls, document: Any) -> Any:
        return of_known_form(document, InvalidPolicy)

    def promises(self) -> Mapping[str, Undertaking]:
        """The undertakings by name, those in the old form too."""
        old = {name: each.as_undertaking for name, each in self.repayments.items()}
        return {**self.undertakings, **old}

    def path_of_undertaking(self, name: str) -> str:
        """Where an undertaking stands in the document."""
        return f"{'undertakings' if name in self.undertakings else 'repayments'}.{name}"

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
            ("undertakings", self.undertakings),
            ("repayments", self.repayments),
            ("beside", self.beside),
            ("budgets", self.budgets),
        )
        for table, parts in tables:
            yield from ((f"{table}.{name}", part) for name, part in parts.items())
        for award in self.awards:
            path, amount = f"awards.{award.id}.amount", award.amount
            yield path, amount
            for i, each in enumerate(amount.dated if isinstance(amount, DatedAmount) else ()):
                if each.amount is not None:
                    yield f"{path}.dated[{i}].amount", each.amount
