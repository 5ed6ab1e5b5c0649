"""The ranges of a sheet in which a conditional format may hide a value or strike it out."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.errors import fault
from listing_rewards.files.reading.grid import Range, Written

_MOST = 1000
"""Of more ranges, the one that surrounds all of them is taken."""


class ConditionalRanges:
    """The ranges, laid over the rows of a sheet as they pass; no condition is carried out."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._ranges = sorted(ranges)
        if len(self._ranges) > _MOST:
            rows, columns, last_rows, last_columns = zip(*self._ranges, strict=True)
            self._ranges = [Range(min(rows), min(columns), max(last_rows), max(last_columns))]

    def cover(self, row: int, cells: list[Written]) -> None:
        """Mark the cells of a row that hold something and lie in one of the ranges."""
        for each in self._ranges:
            if each.first_row <= row <= each.last_row:
                for at in range(each.first_column - 1, min(each.last_column, len(cells))):
                    cell = cells[at]
                    if cell.doubt is None and not cell.blank:
                        cells[at] = cell._replace(doubt=fault("conditional_format", cell.text))
