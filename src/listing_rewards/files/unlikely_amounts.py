"""Amounts that are probably in another unit: far from the others, huge, or hardly any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import Assessment
from listing_rewards.values.money import ZERO

APART = 4
"""So many powers of ten lie between yuan and 万元."""
FEW = Decimal(1000)
"""Yuan; an award below is unusual."""
HUGE = Decimal(10**10)
"""Yuan; an event's amount of that or more is unusual."""
_SHOWN = 6
_ENOUGH = 2


class Amount(NamedTuple):
    """An amount in yuan, of which event or award it is, and where it was read."""

    place: str
    of: str
    yuan: Decimal


@dataclass(slots=True)
class UnlikelyAmounts:
    """What is remarkable about the amounts of a run, in memory that does not grow with it.

    >>> found = UnlikelyAmounts()
    >>> for row, yuan in enumerate((3_000_000, 2_000_000, 5_000_000, 300), start=2):
    ...     found.event("raised", Decimal(yuan), f"a.csv:{row}")
    >>> [each.place for each in found.far()]
    ['a.csv:5']
    """

    small: list[Amount] = field(default_factory=list)
    huge: list[Amount] = field(default_factory=list)
    _sizes: dict[str, dict[int, list[Amount]]] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def event(self, kind: str, yuan: Decimal, place: str) -> None:
        """One more amount of an event of this kind."""
        if not yuan:
            return
        if yuan >= HUGE and len(self.huge) < _SHOWN:
            self.huge.append(Amount(place, kind, yuan))
        size = yuan.adjusted()
        self._counts[kind, size] = self._counts.get((kind, size), 0) + 1
        some = self._sizes.setdefault(kind, {}).setdefault(size, [])
        if len(some) < _SHOWN:
            some.append(Amount(place, kind, yuan))

    def answer(self, answer: Assessment, place: str) -> None:
        """The amounts of one answer."""
        for event in answer.case.events:
            if event.amount is not None:
                self.event(event.kind, event.amount, place)
        for line in answer.lines:
            yuan = line.entitled.at_least
            if line.entitled.determined and ZERO < yuan < FEW and len(self.small) < _SHOWN:
                self.small.append(Amount(place, line.award, yuan))

    def far(self) -> Iterator[Amount]:
        """The first amounts that lie ten thousand times away from most others of their kind."""
        for kind, sizes in self._sizes.items():
            usual = self._usual(kind, sizes)
            for size, amounts in sizes.items():
                if usual is not None and abs(size - usual) >= APART:
                    yield from amounts

    def _usual(self, kind: str, sizes: dict[int, list[Amount]]) -> int | None:
        """The power of ten of the amount in the middle."""
        whole = sum(self._counts[kind, size] for size in sizes)
        passed = 0
        for size in sorted(sizes):
            passed += self._counts[kind, size]
            if 2 * passed >= whole >= _ENOUGH:
                return size
        return None
