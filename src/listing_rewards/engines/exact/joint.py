"""Alternatives taken as one, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from listing_rewards.bounds import Bounds, either, exactly, total
from listing_rewards.engines.exact.entitlement import Granted
from listing_rewards.policy.model import Policy
from listing_rewards.rules.alternatives import highest
from listing_rewards.rules.caps import Claim, Together
from listing_rewards.rules.conditions import granted_when
from listing_rewards.truth import UNKNOWN


def as_one(
    claims: Sequence[Claim], granted: Sequence[Granted], policy: Policy
) -> list[Together] | None:
    """The awards, with those of which not all are given as one; None if that says nothing.

    It says nothing where there is neither a cap nor an alternative, where an award is paid in
    instalments, or where what was paid for an award elsewhere counts for one of these, or the
    other way round.
    """
    if any(claim.due is not None for claim in claims):
        return None
    relations = policy.relations
    chosen = [best.awards for best in policy.best_of.values()]
    if not chosen and not relations.replacing:
        grouped = granted and granted[0].award.group
        return [_less(each.granted, each.counted) for each in claims] if grouped else None
    here = {each.award.id: claim for each, claim in zip(granted, claims, strict=True)}
    alternatives = [*chosen, *relations.replacing]
    if any(0 < len(here.keys() & set(names)) < len(names) for names in alternatives):
        return None
    by_id = {each.award.id: each for each in granted}
    best_of = [names for names in chosen if set(names) <= here.keys()]
    joint = {names: _highest(names, by_id) for names in best_of}
    joint |= dict(_one_or_the_other(by_id, here, relations.swaps))
    taken = {name for names in joint for name in names}
    alone = [_less(claim.granted, by_id[n].pool) for n, claim in here.items() if n not in taken]
    return [*alone, *joint.values()]


def _less(granted: Bounds, counted: Bounds) -> Together:
    return Together(granted, granted.less(counted))


def _highest(names: tuple[str, ...], granted: Mapping[str, Granted]) -> Together:
    """Awards of which only the highest is given."""
    amount = highest([granted[name].contending for name in names])
    return _less(amount, granted[names[0]].pool)


def _one_or_the_other(
    granted: Mapping[str, Granted],
    claims: Mapping[str, Claim],
    swaps: Iterable[tuple[str, ...]],
) -> Iterator[tuple[tuple[str, ...], Together]]:
    """An award that may replace others, and those.

    If it does, all that was paid for any of them counts for it; if not, each keeps its own.
    """
    for names in swaps:
        award, *replaced = names
        if not set(names) <= claims.keys() or granted[award].truth is not UNKNOWN:
            continue
        paid = {name: exactly(claims[name].paid) for name in names}
        one = _less(granted[award].nominal, total(paid.values()))
        others = [
            _less(granted_when(granted[name].truth, granted[name].nominal), paid[name])
            for name in replaced
        ]
        yield (
            names,
            Together(
                either([one.granted, total(each.granted for each in others)]),
                either([one.unpaid, total(each.unpaid for each in others)]),
            ),
        )
