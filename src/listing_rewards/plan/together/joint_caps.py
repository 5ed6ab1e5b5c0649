"""Caps over what several documents give together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from listing_rewards.assessment.part import Part
from listing_rewards.plan.together.standing import declared
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.values.money import ZERO, Exact
from listing_rewards.values.range import NOTHING, Bounds, exactly, total


@dataclass(frozen=True, slots=True)
class JointCap(Part):
    """The most that some documents give together, whatever the events."""

    policies: tuple[str, ...]
    cap: Exact
    """Yuan."""
    declared_by: tuple[str, ...]
    """The documents that declare it, which alone give less for it; those that do not are not bound
    by another's words."""
    grounds: tuple[Ground, ...]
    """What each of those rests on."""
    cut: Bounds = NOTHING
    """Yuan that are not given for it."""


@dataclass(frozen=True, slots=True)
class Given:
    """What documents give.

    Attributes:
        each: by policy id.
        total: of all.
        most_of: what some of them give together at most, were the others not there.
    """

    each: Mapping[str, Bounds]
    total: Bounds
    most_of: Callable[[AbstractSet[str]], Bounds]


def joint_caps(policies: Sequence[Policy]) -> list[JointCap]:
    """The joint caps that some documents declare, the lowest first; one that two declare is one."""
    found: dict[tuple[tuple[str, ...], Exact], dict[str, Ground]] = {}
    for policy in policies:
        of: dict[str, list[str]] = {}
        for other in policies:
            says = declared(policy, other) if other.id != policy.id else None
            if says is not None and says[1].cap is not None:
                of.setdefault(says[0], []).append(other.id)
        for name, others in of.items():
            cap = policy.beside[name].cap
            if cap is not None:
                members = tuple(sorted((policy.id, *others)))
                found.setdefault((members, cap), {})[policy.id] = policy.grounds[f"beside.{name}"]
    ordered = sorted(found.items(), key=lambda it: (it[0][1], it[0][0]))
    return [JointCap(members, cap, tuple(by), tuple(by.values())) for (members, cap), by in ordered]


def capped(given: Given, caps: Sequence[JointCap]) -> tuple[Given, tuple[JointCap, ...]]:
    """What is given under joint caps, one after the other, and what each takes off."""
    applied = []
    for cap in caps:
        given, cut = _under(given, cap)
        applied.append(JointCap(cap.policies, cap.cap, cap.declared_by, cap.grounds, cut))
    return given, tuple(applied)


def _under(given: Given, cap: JointCap) -> tuple[Given, Bounds]:
    bound = total(given.each[name] for name in cap.declared_by)
    silent = {*cap.policies} - {*cap.declared_by}
    free = total(given.each[name] for name in sorted(silent)).meet(given.most_of(silent))
    whole = bound.plus(free)
    rest = total(amount for name, amount in given.each.items() if name not in cap.policies)
    if not rest.at_least and rest.nothing:
        whole = whole.meet(given.total)
    most = exactly(cap.cap).at_the_least(free)
    within = whole.within(most)
    cut = whole.less(most)
    if cut.nothing:
        return given, cut
    after = given.total.less(cut).meet(within.plus(rest))
    each = {
        name: _gives(amount, cut, alone=len(cap.declared_by) == 1)
        if name in cap.declared_by
        else amount
        for name, amount in given.each.items()
    }
    return Given(each, after, given.most_of), cut


def _gives(amount: Bounds, cut: Bounds, *, alone: bool) -> Bounds:
    """What a document gives after a cut; where several declare it, who gives way is open."""
    return amount.less(cut if alone else Bounds(ZERO, cut.at_most))
