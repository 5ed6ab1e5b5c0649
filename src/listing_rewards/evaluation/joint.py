"""Alternatives taken as one, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
    here = {each.award.id: claim for each, claim in zip(granted, claims, strict=True)}
    chosen = [best.awards for best in policy.best_of.values()]
    replacing = [(award.id, *award.replaces) for award in policy.awards if group]
    apart = any(0 < len(here.keys() & set(names)) < len(names) for names in chosen + replacing)
    if apart or any(claim.due is not None for claim in claims):
        return None
    by_id = {each.award.id: each for each in granted}
    best_of = [names for names in chosen if set(names) <= here.keys()]
    joint = {names: _highest(names, by_id, here) for names in best_of}
    joint |= dict(_one_or_the_other(by_id, here, policy))
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
    granted: Mapping[str, Granted], claims: Mapping[str, Claim], policy: Policy
) -> Iterator[tuple[tuple[str, ...], Claim]]:
    """An award that may replace others, and those; where nothing was paid for any of them.

    Left out are entangled ones: in a choice of the best, or replacing or replaced besides.
    """
    chosen = {name for best in policy.best_of.values() for name in best.awards}
    replaced = [name for award in policy.awards for name in award.replaces]
    for award in policy.awards:
        names = (award.id, *award.replaces)
        others = [policy.award(name) for name in award.replaces]
        plain = (
            award.id not in replaced
            and chosen.isdisjoint(names)
            and all(replaced.count(each.id) == 1 and not each.replaces for each in others)
        )
        if not others or not plain or not set(names) <= claims.keys():
            continue
        unpaid = all(claims[name].counted.nothing for name in names)
        if granted[award.id].truth is Truth.UNKNOWN and unpaid:
            instead = [
                granted_when(granted[name].truth, granted[name].nominal) for name in award.replaces
            ]
            amount = either([granted[award.id].nominal, total(instead)])
            yield names, claims[award.id]._replace(granted=amount)
