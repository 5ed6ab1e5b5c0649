"""Ranges laid over the rows of a sheet as they pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listing_rewards.files.reading.conditional_ranges import ConditionalRanges
from listing_rewards.files.reading.grid import Range, Written
from listing_rewards.files.reading.passing_ranges import PassingRanges

SIDE = 8
PLACES = st.integers(1, SIDE)
ENDS = st.tuples(PLACES, PLACES).map(sorted)
RANGES = st.lists(
    st.builds(lambda rows, columns: Range(rows[0], columns[0], rows[1], columns[1]), ENDS, ENDS)
)
ROWS = st.sets(PLACES).map(sorted)


@given(RANGES, ROWS)
def test_those_that_lie_on_a_row(ranges: list[Range], rows: list[int]) -> None:
    """Each of them and no other, also where rows are left out."""
    passing = PassingRanges(sorted(ranges))
    for row in rows:
        expected = sorted(each for each in ranges if each.first_row <= row <= each.last_row)
        assert sorted(passing.at(row)) == expected


@given(RANGES, ROWS)
def test_what_a_conditional_format_covers(ranges: list[Range], rows: list[int]) -> None:
    """Each cell that lies in one of the ranges, and no other."""
    conditional = ConditionalRanges(ranges)
    for row in rows:
        cells = [Written("1") for _ in range(SIDE)]
        conditional.cover(row, cells)
        assert {at for at, cell in enumerate(cells, 1) if cell.doubt is not None} == {
            column
            for each in ranges
            if each.first_row <= row <= each.last_row
            for column in range(each.first_column, each.last_column + 1)
        }
