"""Which of the differences between two policies bear on an award."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.conditions import conditions_within
from listing_rewards.policy.diff import Change
from listing_rewards.policy.model import Policy

_FOR_ALL = ("in_force", "rounding", "needs")


def because(name: str, a: Policy, b: Policy, changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The changes that bear on an award; those of what shares its cap if there are no others."""
    near = {where for policy in (a, b) for where in _bearing_on(name, policy)}
    found = [change.path for change in changes if change.where[:2] in near]
    found += [change.path for change in changes if change.where[0] in _FOR_ALL]
    if not found:
        others = {other for policy in (a, b) for other in _sharing(name, policy)}
        near = {("awards",), *(("awards", other) for other in others)}
        found = [change.path for change in changes if change.where[:2] in near]
    return tuple(dict.fromkeys(found))


def _bearing_on(name: str, policy: Policy) -> Iterator[tuple[str, ...]]:
    """The parts of a policy on which an award rests, as the first names of their paths."""
    yield "awards", name
    award = next((each for each in policy.awards if each.id == name), None)
    if award is None:
        return
    if award.group:
        yield "groups", award.group
    if award.paid_in:
        yield "instalments", award.paid_in
    yield from (("best_of", key) for key, best in policy.best_of.items() if name in best.awards)
    yield from (("awards", each.id) for each in policy.awards if name in each.replaces)
    asked = [*policy.needs, *award.needs]
    for amount in plain_amounts(award.amount):
        asked += amount.asks
        yield from (("awards", other) for other in amount.less)
    while asked:
        condition = asked.pop()
        yield "conditions", condition
        asked += conditions_within(policy.conditions[condition])


def _sharing(name: str, policy: Policy) -> Iterator[str]:
    """The awards that share a cap with this one."""
    group = next((each.group for each in policy.awards if each.id == name), None)
    if group is not None:
        yield from (each.id for each in policy.awards if each.group == group)
