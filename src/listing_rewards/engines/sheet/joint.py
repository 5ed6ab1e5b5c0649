"""Alternatives taken as one, as formulas, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from listing_rewards.engines.sheet.awards import AwardFormulas
from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.formulas import (
    UNKNOWN,
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
    """Awards that share a cap, or none, with those of which not all are given taken as one."""

    granted: Span
    unpaid: Span


def joint_claims(bench: Bench, awards: AwardFormulas, members: Sequence[Award]) -> Joint | None:
    """The sums; None if they say nothing beyond the sums of the lines."""
    policy, names = bench.policy, {award.id for award in members}
    chosen_among = [best.awards for best in policy.best_of.values()]
    for each in (*chosen_among, *policy.relations.replacing):
        if 0 < len(names & set(each)) < len(each):
            return None
    best = [each for each in chosen_among if set(each) <= names]
    either = [each for each in policy.relations.swaps if set(each) <= names]
    alternatives = best or any(award.replaces for award in members)
    if not alternatives and not members[0].group:
        return None
    taken = {name for each in (*best, *either) for name in each}
    parts = [_alone(awards, award.id) for award in members if award.id not in taken]
    parts += [_highest(bench, awards, each) for each in best]
    parts += [_one_or_the_other(bench, awards, each) for each in either]
    return Joint(*(total(spans) for spans in zip(*parts, strict=True)))


def _less(granted: Span, counted: Span) -> Joint:
    return Joint(granted, less(granted, counted))


def _alone(awards: AwardFormulas, name: str) -> Joint:
    cells = awards.cells[name]
    return _less(cells.granted, cells.pool)


def _highest(bench: Bench, awards: AwardFormulas, names: Sequence[str]) -> Joint:
    """Awards of which only the highest is given."""
    cells = [awards.cells[name] for name in names]
    best = cells[0].due
    for each in cells[1:]:
        best = at_the_least(best, each.due)
    said = bench.calculation.say("row_highest", awards=bench.words.awards(names))
    return _less(bench.calculation.amount(said, best), cells[0].pool)


def _one_or_the_other(bench: Bench, awards: AwardFormulas, names: Sequence[str]) -> Joint:
    """An award that may replace others, and those; what was paid counts for whichever it is."""
    first, *others = (awards.cells[name] for name in names)
    paid = [exactly(bench.events.paid[name]) for name in names]
    one = _less(first.nominal, total(paid))
    instead = [
        _less(when(each.truth, each.nominal), own)
        for each, own in zip(others, paid[1:], strict=True)
    ]
    apart = [_alone(awards, name) for name in names]
    row, say = bench.calculation.amount, bench.calculation.say
    spans = []
    for i, key in enumerate(("row_either", "row_either_unpaid")):
        other = total([each[i] for each in instead])
        either = Span(f"MIN({one[i].least},{other.least})", f"MAX({one[i].most},{other.most})")
        known = total([each[i] for each in apart])
        said = say(key, awards=bench.words.awards(names))
        spans.append(row(said, chosen(f"{first.truth}={UNKNOWN}", either, known)))
    return Joint(*spans)
