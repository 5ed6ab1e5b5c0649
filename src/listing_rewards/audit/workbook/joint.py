"""Alternatives taken as one, as formulas, so that a total is tighter than the sum of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from listing_rewards.audit.workbook.awards import AwardFormulas
from listing_rewards.audit.workbook.bench import Bench
from listing_rewards.audit.workbook.formulas import (
    UNKNOWN,
    Span,
    at_the_least,
    both,
    chosen,
    less,
    total,
    when,
)
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy


class Joint(NamedTuple):
    """Awards that share a cap, taken together."""

    granted: Span
    unpaid: Span
    paid: Span


def joint_claims(
    bench: Bench, awards: AwardFormulas, group: str | None, members: Sequence[Award]
) -> Joint | None:
    """The sums with those of which not all are given as one; None if that says nothing.

    It says nothing beyond the sum of the lines, either, where there is neither cap nor alternative.
    """
    policy = bench.policy
    names = {award.id for award in members}
    chosen_among = [best.awards for best in policy.best_of.values()]
    replacing = [(award.id, *award.replaces) for award in policy.awards if group]
    for each in chosen_among + replacing:
        if 0 < len(names & set(each)) < len(each):
            return None
    best = [each for each in chosen_among if set(each) <= names]
    either = list(_replacing(policy, names))
    if group is None and not best and not any(award.replaces for award in members):
        return None
    taken = {name for each in best for name in each} | {name for each in either for name in each}
    parts = [_alone(awards, name) for name in (award.id for award in members) if name not in taken]
    parts += [_highest(bench, awards, each) for each in best]
    parts += [_one_or_the_other(bench, awards, each) for each in either]
    granted, unpaid, paid = (total(spans) for spans in zip(*parts, strict=True))
    return Joint(granted, unpaid, paid)


def _alone(awards: AwardFormulas, name: str) -> tuple[Span, Span, Span]:
    cells = awards.cells[name]
    return cells.granted, less(cells.granted, cells.pool), cells.pool


def _highest(bench: Bench, awards: AwardFormulas, names: Sequence[str]) -> tuple[Span, Span, Span]:
    """Awards of which only the highest is given."""
    cells = [awards.cells[name] for name in names]
    best = cells[0].due
    for each in cells[1:]:
        best = at_the_least(best, each.due)
    said = bench.calculation.say("row_highest", awards=bench.words.awards(names))
    amount = bench.calculation.amount(said, best)
    return amount, less(amount, cells[0].pool), cells[0].pool


def _one_or_the_other(
    bench: Bench, awards: AwardFormulas, names: Sequence[str]
) -> tuple[Span, Span, Span]:
    """An award that may replace others, and those; as one where nothing was paid for any."""
    first, *others = (awards.cells[name] for name in names)
    instead = total([when(each.truth, each.nominal) for each in others])
    both_ends = Span(
        f"MIN({first.nominal.least},{instead.least})", f"MAX({first.nominal.most},{instead.most})"
    )
    unpaid = [f"{awards.cells[name].counted.most}=0" for name in names]
    open_choice = both(f"{first.truth}={UNKNOWN}", *unpaid)
    apart = [_alone(awards, name) for name in names]
    say = bench.calculation.say
    said = say("row_either", awards=bench.words.awards(names))
    granted = bench.calculation.amount(
        said, chosen(open_choice, both_ends, total([each[0] for each in apart]))
    )
    owed = chosen(open_choice, less(granted, first.counted), total([each[1] for each in apart]))
    paid = chosen(open_choice, first.counted, total([each[2] for each in apart]))
    return granted, owed, paid


def _replacing(policy: Policy, names: set[str]) -> Iterator[tuple[str, ...]]:
    """An award and those it replaces, where nothing else is entangled with them."""
    in_choice = {name for best in policy.best_of.values() for name in best.awards}
    replaced = [name for award in policy.awards for name in award.replaces]
    for award in policy.awards:
        each = (award.id, *award.replaces)
        plain = (
            award.id not in replaced
            and in_choice.isdisjoint(each)
            and all(
                replaced.count(name) == 1 and not policy.award(name).replaces
                for name in award.replaces
            )
        )
        if award.replaces and plain and set(each) <= names:
            yield each
