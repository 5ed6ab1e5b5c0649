"""Awards of several documents for the same event, taken together: which are given, how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Literal, TypeAlias

from listing_rewards.plan.together.standing import Edge, OneSided, Readings
from listing_rewards.values.money import ZERO
from listing_rewards.values.range import Bounds, total


@dataclass(frozen=True, slots=True)
class Grant:
    """What one document grants for some events, as its own answer says."""

    policy: str
    events: frozenset[str]
    amount: Bounds


Amounts: TypeAlias = dict[Grant, Decimal]


@dataclass(frozen=True, slots=True)
class Combined:
    """Grants that are connected by events that they share, taken together.

    Attributes:
        gives: what each gives beside the others.
        total: all of it.
        cut: what of the sum of the grants is not given.
        tied: whether the total is certain, and not which document gives it.
        tangled: whether two documents set off against the same one, or some in a circle, so that
            a person decides who is first; the total is then anything from the largest to the sum.
    """

    gives: Mapping[Grant, Bounds]
    total: Bounds
    cut: Bounds
    tied: bool
    tangled: bool


def connected(grants: Sequence[Grant]) -> list[list[Grant]]:
    """The grants parted into those that share an event with one of another document, at any remove.

    A grant that shares none stands for itself.
    """
    left, found = [*grants], []
    while left:
        part = [left.pop(0)]
        for each in part:
            near = [other for other in left if _meet(each, other)]
            left = [other for other in left if other not in near]
            part += near
        found.append([each for each in grants if each in part])
    return found


def _meet(a: Grant, b: Grant) -> bool:
    return a.policy != b.policy and not a.events.isdisjoint(b.events)


def combined(grants: Sequence[Grant], readings: Mapping[frozenset[str], Readings]) -> Combined:
    """Some connected grants taken together; run under `exact`."""
    strict = _edges(grants, {pair: each.strict for pair, each in readings.items()})
    loose = _edges(grants, {pair: each.loose for pair, each in readings.items()})
    lows: Amounts = {each: each.amount.at_least for each in grants}
    highs = {each: each.amount.at_most for each in grants}
    known: Amounts = {each: most for each, most in highs.items() if most is not None}
    limited = len(known) == len(grants)
    whole = total(each.amount for each in grants)
    decided = strict == loose and all(each.amount.determined for each in grants)
    if _tangled(grants, strict) or _tangled(grants, loose):
        certain = _certain_of_one(grants, strict)
        return Combined(
            gives={each: Bounds(ZERO, each.amount.at_most) for each in grants},
            total=Bounds(certain, whole.at_most),
            cut=Bounds(ZERO, None if whole.at_most is None else whole.at_most - certain),
            tied=False,
            tangled=True,
        )
    ways = partial(_ways, grants, decided=decided)
    at_most = loose if decided else _one_of_two(loose, {*strict, *loose})
    least = _most_of(ways(_lowered(lows, strict), strict))
    most = _most_of(ways(known, at_most)) if limited else None
    under = whole.at_least - _most_of(ways(lows, at_most))
    over = None
    if limited and whole.at_most is not None:
        over = whole.at_most - _most_of(ways(_lowered(known, strict), strict))
    gives = _given([*ways(lows, strict)]) if decided else _may_give(grants, strict, loose)
    return Combined(
        gives=gives,
        total=Bounds(least, most),
        cut=Bounds(under, over),
        tied=decided and not all(each.determined for each in gives.values()),
        tangled=False,
    )


_Edges: TypeAlias = dict[tuple[Grant, Grant], Edge]


def _edges(grants: Sequence[Grant], stands: Mapping[frozenset[str], Edge]) -> _Edges:
    """How every two grants that share an event stand; only those that do not add up."""
    found: _Edges = {}
    for at, a in enumerate(grants):
        for b in grants[at + 1 :]:
            if not _meet(a, b):
                continue
            edge = stands[frozenset((a.policy, b.policy))]
            if edge != "adds_up":
                found[a, b] = edge
    return found


def _against(
    grants: Sequence[Grant], edges: _Edges, way: Literal["set_off", "other_only"]
) -> dict[Grant, list[Grant]]:
    """The grants for which each gives less, or nothing."""
    found: dict[Grant, list[Grant]] = {each: [] for each in grants}
    for (a, b), edge in edges.items():
        if isinstance(edge, OneSided) and edge.way == way:
            first, second = (a, b) if edge.by == a.policy else (b, a)
            found[first].append(second)
    return found


def _tangled(grants: Sequence[Grant], edges: _Edges) -> bool:
    set_off = _against(grants, edges, "set_off")
    other_only = _against(grants, edges, "other_only")
    often = [each for several in set_off.values() for each in several]
    both = {each: [*set_off[each], *other_only[each]] for each in grants}
    return len(often) > len(set(often)) or _in_a_circle(both)


def _certain_of_one(grants: Sequence[Grant], edges: _Edges) -> Decimal:
    """What is certain whoever is first: the largest that gives way to none, or the smallest."""
    gives_way = {each for each, others in _against(grants, edges, "other_only").items() if others}
    gives_way |= {each for pair, edge in edges.items() if edge == "lower_only" for each in pair}
    stays = [each.amount.at_least for each in grants if each not in gives_way]
    return max(stays, default=min(each.amount.at_least for each in grants))


def _one_of_two(edges: _Edges, pairs: Iterable[tuple[Grant, Grant]]) -> _Edges:
    """The same for an upper end: one that gives way to another that may be nothing, or that one.

    In some of the pairs either may give less.
    """
    often = [each for pair in pairs for each in pair]

    def surely(pair: tuple[Grant, Grant], by: str) -> bool:
        other = pair[0] if by == pair[1].policy else pair[1]
        return other.amount.at_least > 0 and often.count(other) == 1

    return {
        pair: "higher_only"
        if isinstance(edge, OneSided) and edge.way == "other_only" and not surely(pair, edge.by)
        else edge
        for pair, edge in edges.items()
    }


def _lowered(amounts: Amounts, edges: _Edges) -> Amounts:
    """The same for a lower end: of two of which either may be the one given, both as the lower."""
    found = dict(amounts)
    for (a, b), edge in edges.items():
        if edge == "lower_only":
            found[a] = found[b] = min(found[a], found[b])
    return found


def _in_a_circle(against: Mapping[Grant, Sequence[Grant]]) -> bool:
    left = dict(against)
    while free := [each for each, others in left.items() if not any(o in left for o in others)]:
        for each in free:
            del left[each]
    return bool(left)


def _together(grants: Sequence[Grant], edges: _Edges) -> Iterator[list[Grant]]:
    """Every largest choice of grants that may be had together."""
    apart = {
        frozenset(pair) for pair, edge in edges.items() if edge in ("higher_only", "lower_only")
    }
    rivals = {each: {o for o in grants if frozenset((each, o)) in apart} for each in grants}

    def grow(taken: list[Grant], left: list[Grant], passed: list[Grant]) -> Iterator[list[Grant]]:
        if not left:
            if not passed:
                yield taken
            return
        first = left[0]
        for each in [it for it in left if it is first or it in rivals[first]]:
            fits = [it for it in left if it is not each and it not in rivals[each]]
            yield from grow([*taken, each], fits, [it for it in passed if it not in rivals[each]])
            left = [it for it in left if it is not each]
            passed = [*passed, each]

    yield from grow([], [*grants], [])


def _ways(
    grants: Sequence[Grant], amounts: Amounts, edges: _Edges, *, decided: bool
) -> Iterator[Amounts]:
    """What each grant gives, by every choice of those that may be had together.

    Where not all of that is `decided`, one to which another gives way is taken to give something.
    """
    set_off = _against(grants, edges, "set_off")
    other_only = _against(grants, edges, "other_only")
    first = {each: {*set_off[each], *other_only[each]} for each in grants}
    for chosen in _together(grants, edges):
        given: Amounts = dict.fromkeys(grants, ZERO)
        waiting = [*chosen]
        while waiting:
            each = next(it for it in waiting if first[it].isdisjoint(waiting))
            waiting.remove(each)
            others = other_only[each]
            if not (any(given[other] for other in others) if decided else others):
                taken = sum((given[other] for other in set_off[each]), ZERO)
                given[each] = max(amounts[each] - taken, ZERO)
        yield given


def _most_of(ways: Iterable[Amounts]) -> Decimal:
    return max(sum(given.values(), ZERO) for given in ways)


def _given(ways: Sequence[Amounts]) -> dict[Grant, Bounds]:
    """What each gives in the choice that gives most; of several, anything that one of them does."""
    most = _most_of(ways)
    best = [given for given in ways if sum(given.values(), ZERO) == most]
    return {
        each: Bounds(min(given[each] for given in best), max(given[each] for given in best))
        for each in ways[0]
    }


def _may_give(grants: Sequence[Grant], strict: _Edges, loose: _Edges) -> dict[Grant, Bounds]:
    """What each may give where not all is decided: nothing is certain of one that may give way."""
    yields = {
        each
        for edges in (strict, loose)
        for pair, edge in edges.items()
        for each in pair
        if not isinstance(edge, OneSided) or edge.by == each.policy
    }
    return {
        each: Bounds(ZERO, each.amount.at_most) if each in yields else each.amount
        for each in grants
    }
