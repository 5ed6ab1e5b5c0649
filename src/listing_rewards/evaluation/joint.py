"""Alternatives taken as one, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from listing_rewards.bounds import either, total
from listing_rewards.evaluation.entitlement import Granted
from listing_rewards.money import ZERO
from listing_rewards.policy.model import Policy
from listing_rewards.rules.alternatives import highest
from listing_rewards.rules.caps import Claim
from listing_rewards.rules.conditions import granted_when
from listing_rewards.truth import Truth


def as_one(
    claims: Sequence[Claim], granted: Sequence[Granted], policy: Policy, group: str | None
) -> list[Claim] | None:
    """The claims, with those of which not all are given as one; None if that says nothing.

    It says nothing where an award is paid in instalments, or where what was paid for an award
    outside the group counts for one inside it, or the other way round.
    """
    if any(claim.due is not None for claim in claims):
        return None
    relations = policy.relations
    chosen = [best.awards for best in policy.best_of.values()]
    if not chosen and not relations.replacing:
        return list(claims)
    here = {each.award.id: claim for each, claim in zip(granted, claims, strict=True)}
    alternatives = [*chosen, *relations.replacing] if group else chosen
    if any(0 < len(here.keys() & set(names)) < len(names) for names in alternatives):
        return None
    by_id = {each.award.id: each for each in granted}
    best_of = [names for names in chosen if set(names) <= here.keys()]
    joint = {names: _highest(names, by_id, here) for names in best_of}
    joint |= dict(_one_or_the_other(by_id, here, relations.swaps))
    taken = {name for names in joint for name in names}
    alone = [
        claim._replace(counted=by_id[name].pool)
        for name, claim in here.items()
        if name not in taken
    ]
    return [*alone, *joint.values()]


def _highest(
    names: tuple[str, ...], granted: Mapping[str, Granted], claims: Mapping[str, Claim]
) -> Claim:
    """Awards of which only the highest is given."""
    amount = highest([granted[name].contending for name in names])
    return Claim(amount, sum((claims[n].paid for n in names), ZERO), granted[names[0]].pool)


def _one_or_the_other(
    granted: Mapping[str, Granted],
    claims: Mapping[str, Claim],
    swaps: Iterable[tuple[str, ...]],
) -> Iterator[tuple[tuple[str, ...], Claim]]:
    """An award that may replace others, and those; where nothing was paid for any of them."""
    for names in swaps:
        if not set(names) <= claims.keys():
            continue
        award, *replaced = names
        unpaid = all(claims[name].counted.nothing for name in names)
        if granted[award].truth is Truth.UNKNOWN and unpaid:
            instead = [
                granted_when(granted[name].truth, granted[name].nominal) for name in replaced
            ]
            amount = either([granted[award].nominal, total(instead)])
            yield names, claims[award]._replace(granted=amount)
