"""The merged ranges of a sheet, laid over its rows as they pass."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.errors import fault
from listing_rewards.files.reading.grid import NOTHING, Range, Written
from listing_rewards.files.reading.passing_ranges import PassingRanges

_MERGED = fault("merged_cell")
_LOOKED_AT = 60
"""Columns of a merged range that are looked at, however few the sheet has used so far."""


class MergedRanges:
    """The merged ranges of a sheet, as its rows pass."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = PassingRanges(ranges)
        self._widest = 0

    def cover(self, row: int, cells: list[Written]) -> None:
        """Mark the cells of a row that belong to a merged range."""
        self._widest = max(self._widest, len(cells))
        for each in self._ranges.at(row):
            last = min(each.last_column, max(self._widest, _LOOKED_AT))
            cells += [NOTHING] * (last - len(cells))
            for column in range(each.first_column, last + 1):
                if (row, column) == (each.first_row, each.first_column):
                    cells[column - 1] = cells[column - 1]._replace(merged=each)
                else:
                    cells[column - 1] = Written("", doubt=_MERGED, merged=each)
