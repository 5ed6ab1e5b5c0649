"""What became of each condition of a standard: its outcome, how far off, what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from listing_rewards.assessment.part import Part
from listing_rewards.meaning.made_figures import quotient
from listing_rewards.policy.standards import Confidence
from listing_rewards.values.day import Day
from listing_rewards.values.money import Exact

Outcome: TypeAlias = Literal["met", "at_issue", "unknown", "not_evaluated", "not_met"]
"""``at_issue``: not known, and nobody can know it before the issue."""
Shape: TypeAlias = Literal["figure", "flag", "attribute", "event", "period", "unread", "all", "any"]

_OF_ALL: tuple[Outcome, ...] = ("not_met", "unknown", "not_evaluated", "at_issue")
_OF_ANY: tuple[Outcome, ...] = ("met", "at_issue", "unknown", "not_evaluated")
_RANK = {name: at for at, name in enumerate((*_OF_ANY, "not_met"))}
OPEN = frozenset({"unknown", "not_evaluated"})


@dataclass(frozen=True, slots=True)
class ConditionFinding(Part):
    """One condition of a standard, as it came out for one enterprise."""

    condition: str
    """Its name in the standard."""
    shape: Shape
    """What kind of condition it is."""
    outcome: Outcome
    """How it came out."""
    clause: str | None = None
    """The clause that it rests on."""
    confidence: Confidence | None = None
    """How its number is known; None for one that is made of others."""
    verified: bool = False
    """Whether a person signed that its number is that of the official text."""
    of: str = ""
    """The figure, flag, attribute or event that it is about."""
    stated: Exact | None = None
    """The figure as stated or computed: yuan, a share, or a number."""
    short_by: Exact | None = None
    """How far the figure is from the bound, in the same unit, where it is not met; 0 where a bound
    that must be exceeded is reached."""
    days_left: int | None = None
    """Days until a period that runs is full."""
    met_from: Day | None = None
    """The first day on which a period counts as full."""
    on_boundary: bool = False
    """Whether the as-of date is the corresponding day, on which the two ways of counting
    differ."""
    needs: tuple[str, ...] = ()
    """What would settle it where it is not known, such as ``figures.net_profit.2023``."""
    undefined: str = ""
    """The figure that is not above 0 and would have to be divided by; a person decides."""
    nearest: str = ""
    """Of alternatives, the one that is nearest to being met."""
    parts: tuple[ConditionFinding, ...] = ()
    """The conditions that it is made of."""

    def left(self) -> Iterator[ConditionFinding]:
        """What stands between it and being met: conditions not made of others, none met.

        Of alternatives, those of the nearest.
        """
        if self.outcome == "met":
            return
        if not self.parts:
            yield self
        for part in self.parts:
            if self.shape == "all" or part.condition == self.nearest:
                yield from part.left()

    @property
    def gap(self) -> Decimal:
        """How far off it is by the bound: 0.1 is a tenth; 0 where that is not known."""
        if self.short_by is None or self.stated is None:
            return Decimal(0)
        bound = abs(self.stated + self.short_by)
        return quotient(self.short_by, bound) if bound else Decimal(1)

    def leaves(self) -> Iterator[ConditionFinding]:
        """The conditions not made of others, in order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def together(parts: tuple[ConditionFinding, ...]) -> Outcome:
    """How all of some conditions come out: what is not met decides, whatever is unknown."""
    found = {part.outcome for part in parts}
    return next((each for each in _OF_ALL if each in found), "met")


def best(parts: tuple[ConditionFinding, ...]) -> Outcome:
    """How any of some conditions come out."""
    found = {part.outcome for part in parts}
    return next((each for each in _OF_ANY if each in found), "not_met")


def nearest(parts: tuple[ConditionFinding, ...]) -> str:
    """The name of the alternative that is nearest to being met.

    By how it came out, then by how many conditions are not met, how many are open, and how far the
    furthest of them is from its bound; of those alike the first.
    """
    for way in (_rank, _counts, _furthest):
        ways = [way(part) for part in parts]
        least = min(ways)
        parts = tuple([part for part, each in zip(parts, ways, strict=True) if each == least])
        if len(parts) == 1:
            break
    return parts[0].condition


def _rank(finding: ConditionFinding) -> int:
    return _RANK[finding.outcome]


def _counts(finding: ConditionFinding) -> tuple[int, int]:
    """How many conditions are not met, and how many are open."""
    left = [each.outcome for each in finding.left()]
    short = left.count("not_met")
    return short, len(left) - short - left.count("at_issue")


def _furthest(finding: ConditionFinding) -> Decimal:
    return max([each.gap for each in finding.left()], default=Decimal(0))
