"""A standard as data: what it asks for, in force from a day to a day, and the facts it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import Fault, InvalidPolicy, ListingRewardsError, fault
from listing_rewards.policy.constructs import Reference
from listing_rewards.policy.fact_kinds import AttributeKind, EventKind, FigureKind, FlagKind
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Clause, Document, Text, Validity
from listing_rewards.policy.standards.limbs import Leaf, Limb, limbs_within
from listing_rewards.strict import FrozenDict, FrozenMapping, Strict

MOST_LIMBS = 200
"""A standard asks for at most so many conditions, each counted as often as it is named."""


class Standard(Strict):
    """One document's conditions without money, as data. 上市、挂牌、分层的条件.

    Read one with `load_standard`.

    >>> from listing_rewards.plan import load_standard
    >>> standard = load_standard("bse-listing")
    >>> standard.conditions["net_assets"].at_least
    Decimal('50000000.00')
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidPolicy

    kind: Literal["standard"]
    """That it is a standard and no policy. 文件类别."""
    id: Name
    """A name for programs. 编号."""
    series: Name | None = None
    """The name that versions share which follow one another. 前后相续的版本的共同编号."""
    title: Text
    """What it is called in lists. 简称."""
    document: Document
    """The document it is taken from. 依据的文件."""
    in_force: Validity
    """The days on which it holds, both included. 有效期."""
    clauses: FrozenMapping[str, Clause] = Field(default_factory=FrozenDict)
    """The items of the document that conditions rest on, by name. 条款."""
    events: FrozenMapping[str, EventKind] = Field(default_factory=FrozenDict)
    """What may happen, by name. 事项."""
    figures: FrozenMapping[str, FigureKind] = Field(default_factory=FrozenDict)
    """The numbers it reads, by name. 指标."""
    flags: FrozenMapping[str, FlagKind] = Field(default_factory=FrozenDict)
    """The yes/no facts it reads, by name. 条件（是或否）."""
    attributes: FrozenMapping[str, AttributeKind] = Field(default_factory=FrozenDict)
    """The properties it reads, by name. 属性."""
    at_issue: tuple[Name, ...] = ()
    """The figures that nobody can know before the issue, such as the market value.
    发行时才能确定的指标."""
    reached_by: Name | None = None
    """The event after which an enterprise is where the standard leads. 已达到目标的事项."""
    left_by: Name | None = None
    """The event by which it is there no longer. 离开该目标的事项."""
    conditions: FrozenMapping[str, Limb]
    """What it asks for, by name. 条件."""
    needs: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The conditions that all must be met, in the order in which they are reported.
    须全部符合的条件."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if faults := [*self._undeclared()] or [*self._in_a_circle()]:
            raise InvalidPolicy(*faults)
        _ = self.facts
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; what follows from the parts is computed anew."""
        copy = super().model_copy(update=update, deep=deep)
        for name in ("facts", "leaves", "general", "unverified"):
            copy.__dict__.pop(name, None)
        return copy

    @cached_property
    def facts(self) -> Policy:
        """Its declared facts as a policy without awards: for reading tables and cases."""
        return Policy.model_validate(
            {
                "id": self.id,
                "document": self.document,
                "in_force": self.in_force,
                "clauses": self.clauses,
                "events": self.events,
                "figures": self.figures,
                "flags": self.flags,
                "attributes": self.attributes,
                "awards": (),
            }
        )

    @cached_property
    def leaves(self) -> Mapping[str, Leaf]:
        """The conditions that its needs rest on and that are not made of others, by name."""
        return dict(self._below(self.needs))

    def _below(self, names: Iterable[str]) -> Iterator[tuple[str, Leaf]]:
        for name in names:
            limb = self.conditions[name]
            if isinstance(limb, Leaf):
                yield name, limb
            yield from self._below(limbs_within(limb))

    @cached_property
    def general(self) -> tuple[str, ...]:
        """Those of `leaves` whose numbers were read in no document."""
        return tuple(name for name, limb in self.leaves.items() if limb.confidence == "general")

    @cached_property
    def unverified(self) -> int:
        """How many of `leaves` rest on a number or wording that no person has signed for."""
        return sum(limb.verified_on is None for limb in self.leaves.values())

    def _references(self) -> Iterator[Reference]:
        for name, limb in self.conditions.items():
            path = f"conditions.{name}"
            if limb.clause:
                yield f"{path}.clause", "clauses", limb.clause
            yield from ((f"{path}.{key}", table, of) for key, table, of in limb.references())
        if self.in_force.clause:
            yield "in_force.clause", "clauses", self.in_force.clause
        yield from (("needs", "conditions", name) for name in self.needs)
        yield from (("at_issue", "figures", name) for name in self.at_issue)
        reached = {"reached_by": self.reached_by, "left_by": self.left_by}
        yield from ((key, "events", name) for key, name in reached.items() if name)

    def _undeclared(self) -> Iterator[Fault]:
        values = {
            f"attributes.{name}.values": [*kind.values] for name, kind in self.attributes.items()
        }
        plain = [name for name, kind in self.figures.items() if not kind.yearly]
        known = values | {
            "clauses": [*self.clauses],
            "events": [*self.events],
            "figures": [*self.figures],
            "flags": [*self.flags],
            "attributes": [*self.attributes],
            "conditions": [*self.conditions],
        }
        for path, table, name in self._references():
            if name not in known.get(table, ()):
                yield fault(
                    "undeclared", name, path=path, accepted=known.get(table, ()), table=table
                )
            elif path.endswith(".figure") and name not in plain:
                yield fault("figure_of_no_year", name, path=path)

    def _in_a_circle(self) -> Iterator[Fault]:
        graph = {name: limbs_within(limb) for name, limb in self.conditions.items()}
        try:
            order = [*TopologicalSorter(graph).static_order()]
        except CycleError as error:
            circle = [*dict.fromkeys(error.args[1])]
            path = f"conditions.{circle[0]}"
            yield fault("condition_of_itself", ", ".join(circle), path=path)
            return
        size: dict[str, int] = {}
        for name in order:
            size[name] = 1 + sum(size[part] for part in graph[name])
        if sum(size[name] for name in self.needs) > MOST_LIMBS:
            yield fault("too_many_limbs", MOST_LIMBS, path="needs")
