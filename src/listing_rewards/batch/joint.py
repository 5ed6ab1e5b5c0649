"""Alternatives taken as one, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from listing_rewards.batch.awards import Awards
from listing_rewards.batch.comparing import is_nothing
from listing_rewards.batch.facts import Facts
from listing_rewards.batch.flags import every
from listing_rewards.batch.numbers import larger, smaller
from listing_rewards.batch.spans import Span, at_the_least, chosen, less, total, when
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy


class Claim(NamedTuple):
    """Awards taken together: what is granted, what of it is unpaid, and what was paid."""

    granted: Span
    unpaid: Span
    paid: Span


def joint_claims(
    facts: Facts, awards: Awards, group: str | None, members: Sequence[Award]
) -> Claim | None:
    """The sums with those of which not all are given as one; None if that says nothing.

    It says nothing beyond the sum of the lines, either, where there is neither cap nor choice.
    """
    policy = facts.policy
    names = {award.id for award in members}
    choices = [best.awards for best in policy.best_of.values()]
    replacing = [(award.id, *award.replaces) for award in policy.awards if group]
    if any(0 < len(names & set(each)) < len(each) for each in choices + replacing):
        return None
    best = [each for each in choices if set(each) <= names]
    instead = list(_replacing(policy, names))
    if group is None and not best and not instead:
        return None
    taken = {name for each in best + instead for name in each}
    claims = [_alone(awards, award.id) for award in members if award.id not in taken]
    claims += [_highest(awards, each) for each in best]
    claims += [_one_or_the_other(facts, awards, each) for each in instead]
    return Claim(*(facts.plan.span(total(spans)) for spans in zip(*claims, strict=True)))


def _alone(awards: Awards, name: str) -> Claim:
    worked = awards.worked[name]
    return Claim(worked.granted, less(worked.granted, worked.pool), worked.pool)


def _highest(awards: Awards, names: Sequence[str]) -> Claim:
    """Awards of which only the highest is given."""
    amount = reduce(at_the_least, (awards.worked[name].due for name in names))
    pool = awards.worked[names[0]].pool
    return Claim(amount, less(amount, pool), pool)


def _one_or_the_other(facts: Facts, awards: Awards, names: Sequence[str]) -> Claim:
    """An award that may replace others, and those; as one where nothing was paid for any."""
    apart = Claim(*map(total, zip(*(_alone(awards, name) for name in names), strict=True)))
    first, *others = (awards.worked[name] for name in names)
    if first.truth.settled:
        return apart
    instead = facts.plan.span(total(when(each.truth, each.nominal) for each in others))
    whichever = Span(
        smaller(first.nominal.least, instead.least), larger(first.nominal.most, instead.most)
    )
    unpaid = (is_nothing(awards.worked[name].counted.most) for name in names)
    open_choice = facts.plan.flag(every([first.truth.unknown, *unpaid]))
    granted = facts.plan.span(chosen(open_choice, whichever, apart.granted))
    return Claim(
        granted,
        chosen(open_choice, less(granted, first.counted), apart.unpaid),
        chosen(open_choice, first.counted, apart.paid),
    )


def _replacing(policy: Policy, names: set[str]) -> Iterator[tuple[str, ...]]:
    """An award and those it replaces, where nothing else is entangled with them."""
    chosen_among = {name for best in policy.best_of.values() for name in best.awards}
    replaced = [name for award in policy.awards for name in award.replaces]
    for award in policy.awards:
        each = (award.id, *award.replaces)
        plain = (
            award.id not in replaced
            and chosen_among.isdisjoint(each)
            and all(
                replaced.count(name) == 1 and not policy.award(name).replaces
                for name in award.replaces
            )
        )
        if award.replaces and plain and set(each) <= names:
            yield each
