"""The ranges of a sheet in which a conditional format may hide a value or strike it out."""

from __future__ import annotations

from collections.abc import Iterable

from listing_rewards.errors import fault
from listing_rewards.files.reading.grid import Range, Written
from listing_rewards.files.reading.passing_ranges import PassingRanges

_MOST = 1000
"""Of more ranges, the one that surrounds all of them is taken."""


class ConditionalRanges:
    """The ranges, laid over the rows of a sheet as they pass; no condition is carried out."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        of_sheet = sorted(ranges)
        if len(of_sheet) > _MOST:
            rows, columns, last_rows, last_columns = zip(*of_sheet, strict=True)
            of_sheet = [Range(min(rows), min(columns), max(last_rows), max(last_columns))]
        self._ranges = PassingRanges(of_sheet)
        self._here: list[Range] = []
        self._columns: list[range] = []

    def cover(self, row: int, cells: list[Written]) -> None:
        """Mark the cells of a row that hold something and lie in one of the ranges."""
        here = self._ranges.at(row)
        if here is not self._here:
            self._here, self._columns = here, _columns_of(here)
        for columns in self._columns:
            for at in range(columns.start - 1, min(columns.stop - 1, len(cells))):
                cell = cells[at]
                if cell.doubt is None and not cell.blank:
                    cells[at] = cell._replace(doubt=fault("conditional_format", cell.text))


def _columns_of(ranges: Iterable[Range]) -> list[range]:
    """The columns over which ranges lie, each once."""
    found: list[range] = []
    for first, last in sorted((each.first_column, each.last_column) for each in ranges):
        if found and first <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, last + 1))
        else:
            found.append(range(first, last + 1))
    return found
