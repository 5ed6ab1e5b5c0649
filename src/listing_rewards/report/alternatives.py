"""What is given instead of an award that another one replaces, or that a better one beats."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.policy.source import Ground
from listing_rewards.truth import MET


class Instead(NamedTuple):
    """What is given instead of an award.

    Attributes:
        awards: the award that takes its place; all it was compared with if that is not known.
        outdone: whether it was less than the best of several, rather than replaced.
        grounds: the clauses by which it is so.
    """

    awards: tuple[str, ...]
    outdone: bool
    grounds: tuple[Ground, ...]


def instead_of(answer: Assessment, line: AwardLine) -> Instead | None:
    """What is given instead of an award to which nothing is given; None where nothing is."""
    policy = answer.policy
    replacing = [each.id for each in policy.awards if line.award in each.replaces]
    due = tuple(name for name in replacing if answer.line(name).truth is MET)
    if due:
        return Instead(
            due, outdone=False, grounds=tuple(policy.grounds[f"awards.{n}"] for n in due)
        )
    if not any(cut.by == "choice" and cut.after.nothing for cut in line.cut_by):
        return None
    best = {name: each for name, each in policy.best_of.items() if line.award in each.awards}
    rivals = [name for each in best.values() for name in each.awards if name != line.award]
    kept = [name for name in rivals if answer.line(name).chosen is MET]
    grounds = tuple(policy.grounds[f"best_of.{name}"] for name in best)
    return Instead(tuple(kept or rivals), outdone=True, grounds=grounds)
