"""Where two policies give different amounts: the smallest case, or a proof that there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from listing_rewards.engines.proof.arithmetic import FORMULAS, Span
from listing_rewards.engines.proof.flags import Flag, every, no, some
from listing_rewards.engines.proof.numbers import ZERO, Number, reaches
from listing_rewards.engines.proof.numbers import same as equal
from listing_rewards.engines.proof.unknowns import nothing_stated
from listing_rewards.policy.model import Policy
from listing_rewards.proof.laws import Claim
from listing_rewards.proof.outcome import Proof
from listing_rewards.proof.proving import EVENTS, SECONDS, decided, require
from listing_rewards.proof.searching import Search
from listing_rewards.proof.world import World
from listing_rewards.values.money import exact

_Claims: TypeAlias = Callable[[World, World], Iterator[Claim]]
_AMOUNTS = ("entitled", "payable", "withheld", "overpaid")


@exact
def effect(a: Policy, b: Policy, *, events: int = EVENTS, seconds: float = SECONDS) -> Proof:
    """For each award, the smallest case in which `b` gives more than `a`, and one in which less.

    Compared is what an award is entitled to, where nothing was paid. A fact that only one of the
    policies declares is left out for the other.

    Args:
        a: the policy before.
        b: the policy after.
        events: as for `prove`.
        seconds: as for `prove`.

    Returns:
        Two outcomes an award, ``gives_more`` and ``gives_less``: ``shown`` with the case as either
        policy reads it, or ``never``.

    Raises:
        InvalidPolicy: as `prove`.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.proof import effect
    >>> before, after = map(load_policy, ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"))
    >>> sorted({each.status for each in effect(before, after, events=1).outcomes if each.decided})
    ['never', 'shown']
    """
    return _compared(a, b, events, seconds, _directions)


@exact
def same(a: Policy, b: Policy, *, events: int = EVENTS, seconds: float = SECONDS) -> Proof:
    """Whether two policies give every enterprise the same amounts, award by award.

    Compared is what is entitled, payable, withheld and overpaid, each end, whatever was paid.

    Args:
        a: one policy.
        b: the other.
        events: as for `prove`.
        seconds: as for `prove`.

    Raises:
        InvalidPolicy: as `prove`.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.proof import same
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> same(policy, policy, events=1).proved
    True
    """
    return _compared(a, b, events, seconds, _equal)


def _compared(a: Policy, b: Policy, events: int, seconds: float, claims: _Claims) -> Proof:
    require(a, events, seconds)
    require(b, events, seconds)
    before, after = (World(nothing_stated(each, events), each) for each in (a, b))
    search = Search(seconds)
    outcomes = tuple(decided(claim, search) for claim in claims(before, after))
    estimated = before.facts.estimated | after.facts.estimated
    return Proof(b, events, outcomes, tuple(sorted(estimated)))


def _names(before: World, after: World) -> list[str]:
    """The awards of either policy, each once."""
    return [*dict.fromkeys([*before.lines, *after.lines])]


def _directions(before: World, after: World) -> Iterator[Claim]:
    worlds = (before, after)
    unpaid = [equal(each, ZERO) for world in worlds for each in world.unknowns.paid.values()]
    alike = [*unpaid, *_the_same_facts(before, after)]
    known = every([before.determined, after.determined])
    for name in _names(before, after):
        old, new = (_amount(world, name, "entitled") for world in worlds)
        more = every([*alike, some([_above(new.least, old.least), _above(new.most, old.most)])])
        yield Claim("gives_more", name, worlds, (every([more, known]), more), wanted=True)
        less = every([*alike, some([_above(old.least, new.least), _above(old.most, new.most)])])
        yield Claim("gives_less", name, worlds, (every([less, known]), less), wanted=True)


def _equal(before: World, after: World) -> Iterator[Claim]:
    worlds = (before, after)
    alike = _the_same_facts(before, after)
    known = every([before.determined, after.determined])
    for name in _names(before, after):
        pairs = [[_amount(world, name, key) for world in worlds] for key in _AMOUNTS]
        differ = some(
            no(every([equal(old.least, new.least), equal(old.most, new.most)]))
            for old, new in pairs
        )
        differs = every([*alike, differ])
        yield Claim("same_answer", name, worlds, (every([differs, known]), differs))


def _amount(world: World, name: str, key: str) -> Span:
    """An amount of an award; nothing where the policy has no such award."""
    found: Span = FORMULAS.nothing if name not in world.lines else getattr(world.lines[name], key)
    return found


def _above(one: Number, other: Number) -> Flag:
    return reaches(one, other, beyond=True)


def _the_same_facts(before: World, after: World) -> list[Flag]:
    """Of an event that one of them lets happen more often, no more than the other reads."""
    found: list[Flag] = []
    for one, other in ((before, after), (after, before)):
        for kind, entries in one.unknowns.events.items():
            if kind in other.unknowns.events:
                found += [
                    no(each.day.exists) for each in entries[len(other.unknowns.events[kind]) :]
                ]
    return found
