"""How every two of some documents stand to each other, by what they declare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.assessment.part import Part
from listing_rewards.policy.beside import ANY, Beside, Way
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground

Stands: TypeAlias = Literal[Way, "undeclared", "contradict", "each_sets_off", "each_other_only"]
"""How two documents stand: as declared; not declared; declared by both, and otherwise;
each sets off against the other; each gives nothing where the other gives anything."""


@dataclass(frozen=True, slots=True)
class Declaration(Part):
    """What one document declares of another."""

    by: str
    """The policy that declares it."""
    of: str
    """The policy it is about."""
    way: Way
    ground: Ground | None
    """What it rests on; None where it follows from ``counts_payments_under``."""


@dataclass(frozen=True, slots=True)
class Standing(Part):
    """How two documents stand to each other."""

    policies: tuple[str, str]
    stands: Stands
    declared: tuple[Declaration, ...]


class OneSided(NamedTuple):
    """One document gives less, or nothing, for what another one gives."""

    way: Literal["set_off", "other_only"]
    by: str
    of: str


Edge: TypeAlias = Literal["adds_up", "higher_only", "lower_only"] | OneSided
"""How two documents are taken together; ``lower_only``: one of both, and which is open."""


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
    way = says[0].way
    return _MUTUAL.get(way, way) if len(says) > 1 else way


_MUTUAL: Mapping[Way, Stands] = {"set_off": "each_sets_off", "other_only": "each_other_only"}
"""What both declare, and cannot both be first."""


def readings(standings: Mapping[frozenset[str], Standing]) -> dict[frozenset[str], Readings]:
    """How every two are taken at both ends.

    What is not declared: at the lower end only the higher, at the upper end the sum. What both
    declare otherwise: the strictest of it, and the loosest.
    """
    return {pair: _readings(each) for pair, each in standings.items()}


def _readings(standing: Standing) -> Readings:
    if standing.stands == "undeclared":
        return Readings("higher_only", "adds_up")
    if standing.stands == "each_other_only":
        return Readings("lower_only", "higher_only")
    if standing.stands == "each_sets_off":
        return Readings("higher_only", "higher_only")
    declared = sorted(standing.declared, key=_looseness)
    return Readings(_edge(declared[0]), _edge(declared[-1]))


def _edge(declaration: Declaration) -> Edge:
    match declaration.way:
        case "adds_up" | "higher_only" as way:
            return way
        case "set_off" | "other_only" as way:
            return OneSided(way, declaration.by, declaration.of)


_FROM_THE_STRICTEST: tuple[Way, ...] = ("other_only", "higher_only", "set_off", "adds_up")


def _looseness(declaration: Declaration) -> int:
    return _FROM_THE_STRICTEST.index(declaration.way)
