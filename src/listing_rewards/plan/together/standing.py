"""How every two of some documents stand to each other, by what they declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias

from listing_rewards.assessment.part import Part
from listing_rewards.policy.beside import ANY, Beside
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground

Stands: TypeAlias = Literal[
    "adds_up", "higher_only", "set_off", "undeclared", "contradict", "each_sets_off"
]
"""How two documents stand: as declared; not declared; declared by both, and otherwise;
each sets off against the other."""


@dataclass(frozen=True, slots=True)
class Declaration(Part):
    """What one document declares of another."""

    by: str
    """The policy that declares it."""
    of: str
    """The policy it is about."""
    way: Literal["adds_up", "higher_only", "set_off"]
    ground: Ground | None
    """What it rests on; None where it follows from ``counts_payments_under``."""


@dataclass(frozen=True, slots=True)
class Standing(Part):
    """How two documents stand to each other."""

    policies: tuple[str, str]
    stands: Stands
    declared: tuple[Declaration, ...]


Edge: TypeAlias = Literal["adds_up", "higher_only"] | tuple[str, str]
"""How two documents are taken together; a pair: the first gives only what is above the second."""


@dataclass(frozen=True, slots=True)
class Readings:
    """How two documents are taken at the lower and at the upper end of a range."""

    strict: Edge
    loose: Edge


def declared(policy: Policy, other: Policy) -> tuple[str, Beside] | None:
    """What a policy declares of another one, and under which name: its id, its series, or any."""
    for name in (other.id, other.series, ANY):
        if name is not None and name in policy.beside:
            return name, policy.beside[name]
    return None


def standings(policies: Sequence[Policy]) -> dict[frozenset[str], Standing]:
    """How every two of some policies stand, in the order in which they are given."""
    found = {}
    for a, b in combinations(policies, 2):
        says = tuple(each for each in (_declaration(a, b), _declaration(b, a)) if each is not None)
        found[frozenset((a.id, b.id))] = Standing((a.id, b.id), _stands(says), says)
    return found


def _declaration(policy: Policy, other: Policy) -> Declaration | None:
    says = declared(policy, other)
    if says is not None:
        return Declaration(policy.id, other.id, says[1].way, policy.grounds[f"beside.{says[0]}"])
    if other.id in policy.counts_payments_under:
        return Declaration(policy.id, other.id, "set_off", None)
    return None


def _stands(says: Sequence[Declaration]) -> Stands:
    ways = {each.way for each in says}
    if not ways:
        return "undeclared"
    if len(ways) > 1:
        return "contradict"
    return "each_sets_off" if ways == {"set_off"} and len(says) > 1 else says[0].way


def readings(standings: Mapping[frozenset[str], Standing]) -> dict[frozenset[str], Readings]:
    """How every two are taken at both ends.

    What is not declared: at the lower end only the higher, at the upper end the sum. What both
    declare otherwise: the strictest of it, and the loosest.
    """
    return {pair: _readings(each) for pair, each in standings.items()}


def _readings(standing: Standing) -> Readings:
    if standing.stands == "undeclared":
        return Readings("higher_only", "adds_up")
    if standing.stands == "each_sets_off":
        return Readings("higher_only", "higher_only")
    edges = sorted((_edge(each) for each in standing.declared), key=_looseness)
    return Readings(edges[0], edges[-1])


def _edge(declaration: Declaration) -> Edge:
    if declaration.way == "set_off":
        return declaration.by, declaration.of
    return declaration.way


def _looseness(edge: Edge) -> int:
    return {"higher_only": 0, "adds_up": 2}.get(edge, 1) if isinstance(edge, str) else 1
