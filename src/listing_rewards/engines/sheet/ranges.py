"""The bounds of a range of numbers, as conditions of the sheet."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from listing_rewards.engines.sheet.bench import NUMBER_LOOKS, Bench
from listing_rewards.engines.sheet.formulas import UNKNOWN, Span, both, one_of
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.source import Ground


class RangeCells(NamedTuple):
    """The bounds of a range of numbers, as conditions of the sheet on a number."""

    lower: str | None
    upper: str | None
    above: str
    under: str

    def holds(self, number: str) -> str:
        """That a number lies within the bounds."""
        tests = []
        if self.lower is not None:
            tests.append(f"{number}{self.above}{self.lower}")
        if self.upper is not None:
            tests.append(f"{number}{self.under}{self.upper}")
        return both(*tests) if tests else "TRUE()"


def range_cells(bench: Bench, numbers: Range, path: str, of: str, ground: Ground) -> RangeCells:
    """The bounds of a figure or event amount `of` as cells, each written once."""
    words, say = bench.words, bench.calculation.say
    unit = words.unit(of)
    cells: dict[str, str | None] = {"lower": None, "upper": None}
    for key, end in (
        ("at_least", "lower"),
        ("over", "lower"),
        ("at_most", "upper"),
        ("below", "upper"),
    ):
        value: Decimal | None = getattr(numbers, key)
        if value is not None:
            label = say("bound_of", key, name=words.figure(of))
            cells[end] = bench.numbers.cell(
                f"{path}.{key}", label, value, NUMBER_LOOKS[unit], ground
            )
    above = ">" if numbers.over is not None else ">="
    under = "<" if numbers.below is not None else "<="
    return RangeCells(cells["lower"], cells["upper"], above, under)


def lies_within(stated: Span, bounds: RangeCells) -> str:
    """Whether a number that is known as a range lies within bounds."""
    least, most = stated
    met = both(bounds.holds(least), bounds.holds(most))
    outside = []
    if bounds.lower is not None:
        outside.append(f"AND({most}<={bounds.lower},NOT({bounds.holds(most)}))")
    if bounds.upper is not None:
        outside.append(f"AND({least}>={bounds.upper},NOT({bounds.holds(least)}))")
    return f"IF({met},1,IF({one_of(outside)},0,{UNKNOWN}))"
