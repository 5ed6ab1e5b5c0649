"""The ranges of a sheet that lie on a row, as its rows pass."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.files.reading.grid import Range


class PassingRanges:
    """Ranges in the order of their first rows, asked for row by row from the top."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._coming = [*reversed(tuple(ranges))]
        self._here: list[Range] = []
        self._changes_at: int | None = 0

    def at(self, row: int) -> list[Range]:
        """Those that lie on a row: the same list as long as they are the same."""
        if self._changes_at is not None and row >= self._changes_at:
            here = [*self._here]
            while self._coming and self._coming[-1].first_row <= row:
                here.append(self._coming.pop())
            self._here = [each for each in here if each.last_row >= row]
            changes = [each.last_row + 1 for each in self._here]
            changes += [each.first_row for each in self._coming[-1:]]
            self._changes_at = min(changes, default=None)
        return self._here
