"""Alternatives taken as one, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from listing_rewards.engines.columns.awards import Awards
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.numbers import larger, smaller
from listing_rewards.engines.columns.spans import (
    Span,
    at_the_least,
    chosen,
    exactly,
    less,
    total,
    when,
)
from listing_rewards.policy.grants import Award


class Joint(NamedTuple):
    """Awards of which not all are given taken as one: what is granted, and what of it is unpaid."""

    granted: Span
    unpaid: Span


def joint_claims(facts: Facts, awards: Awards, members: Sequence[Award]) -> Joint | None:
    """The sums; None if they say nothing beyond the sums of the lines."""
    policy, names = facts.policy, {award.id for award in members}
    choices = [best.awards for best in policy.best_of.values()]
    for each in (*choices, *policy.relations.replacing):
        if 0 < len(names & set(each)) < len(each):
            return None
    best = [each for each in choices if set(each) <= names]
    swaps = [each for each in policy.relations.swaps if set(each) <= names]
    if not members[0].group and not best and not any(award.replaces for award in members):
        return None
    taken = {name for each in (*best, *swaps) for name in each}
    parts = [_alone(awards, award.id) for award in members if award.id not in taken]
    parts += [_highest(awards, each) for each in best]
    parts += [_one_or_the_other(facts, awards, each) for each in swaps]
    return Joint(*(facts.plan.span(total(spans)) for spans in zip(*parts, strict=True)))


def _less(granted: Span, counted: Span) -> Joint:
    return Joint(granted, less(granted, counted))


def _alone(awards: Awards, name: str) -> Joint:
    worked = awards.worked[name]
    return _less(worked.granted, worked.pool)


def _highest(awards: Awards, names: Sequence[str]) -> Joint:
    """Awards of which only the highest is given."""
    amount = reduce(at_the_least, (awards.worked[name].due for name in names))
    return _less(amount, awards.worked[names[0]].pool)


def _one_or_the_other(facts: Facts, awards: Awards, names: Sequence[str]) -> Joint:
    """An award that may replace others, and those; what was paid counts for whichever it is."""
    first, *others = (awards.worked[name] for name in names)
    apart = [_alone(awards, name) for name in names]
    if first.truth.settled:
        return _sums(apart)
    paid = [exactly(facts.paid[name]) for name in names]
    one = _less(first.nominal, total(paid))
    instead = _sums(
        [
            _less(when(each.truth, each.nominal), own)
            for each, own in zip(others, paid[1:], strict=True)
        ]
    )
    whichever = (
        Span(smaller(a.least, b.least), larger(a.most, b.most))
        for a, b in zip(one, instead, strict=True)
    )
    unknown = facts.plan.flag(first.truth.unknown)
    spans = zip(whichever, _sums(apart), strict=True)
    return Joint(*(facts.plan.span(chosen(unknown, *each)) for each in spans))


def _sums(parts: Sequence[Joint]) -> Joint:
    return Joint(*map(total, zip(*parts, strict=True)))
