"""Days on a line: where each stands, and the marks of the calendar along it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
"""Months from one mark of the calendar to the next."""
_MOST_MARKS = 8
_MONTHS_OF_A_YEAR = 12
_SHORTEST = 30


class Axis(NamedTuple):
    """A stretch of days drawn from `left` to `right`.

    Attributes:
        first: the day at `left`, counted as `date.toordinal` does.
        last: the day at `right`.
        left: where it begins.
        right: where it ends.
    """

    first: int
    last: int
    left: int
    right: int

    def at(self, day: date) -> int:
        """Where a day stands."""
        days, room = day.toordinal() - self.first, self.right - self.left
        return self.left + days * room // (self.last - self.first)


class Mark(NamedTuple):
    """A mark of the calendar: where it stands, and the year or month that begins there."""

    x: int
    label: str


def axis_over(days: list[date], left: int, right: int) -> Axis:
    """An axis on which all of some days stand, with a margin on both sides.

    >>> axis = axis_over([date(2024, 1, 1), date(2025, 1, 1)], 0, 1000)
    >>> axis.at(date(2024, 1, 1)), axis.at(date(2024, 7, 1)), axis.at(date(2025, 1, 1))
    (37, 497, 962)
    """
    first, last = min(days).toordinal(), max(days).toordinal()
    margin = max(last - first, _SHORTEST) // 24
    return Axis(first - margin, last + margin, left, right)


def calendar(axis: Axis, days: list[date]) -> Iterator[Mark]:
    """The first day of some years or months between the earliest and the latest day."""
    first, last = _month(min(days)), _month(max(days))
    step = next((n for n in _STEPS if (last - first) // n < _MOST_MARKS), _STEPS[-1])
    start = -(-first // step) * step
    for month in range(start, last + 1, step):
        day = date(month // _MONTHS_OF_A_YEAR, month % _MONTHS_OF_A_YEAR + 1, 1)
        label = f"{day.year}" if step >= _MONTHS_OF_A_YEAR else f"{day:%Y-%m}"
        if axis.at(day) >= axis.left:
            yield Mark(axis.at(day), label)


def _month(day: date) -> int:
    return day.year * _MONTHS_OF_A_YEAR + day.month - 1
