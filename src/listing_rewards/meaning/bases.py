"""Which of an event's stated amounts count where a rule reads them (计入范围)."""

from __future__ import annotations

from typing import Protocol

from listing_rewards.meaning import windows
from listing_rewards.meaning.register import C, D
from listing_rewards.policy.counted import CountedWindow


class Days(windows.Days[D, C], Protocol[D, C]):
    """What an engine must be able to do with days, so that a time around an event can be stated."""

    def earlier(self, day: D, months: C, days: C, /) -> D:
        """The corresponding day so many months before, and so many days before that."""

    def window_count(self, base: str, key: str, value: int, /) -> C:
        """A number of months or days of the time in which a base counts, by the base's name."""


def counted_between(
    m: Days[D, C], base: str, window: CountedWindow, anchor: D
) -> tuple[tuple[D, ...], tuple[D, ...]]:
    """The first and the last day on which what happens counts, where there is one.

    The time runs from the earliest day of the other event, that day included, to the
    corresponding day (上市后12个月内), or the other way round (上市前12个月内); or from a 1 January
    (上市当年起三年内).
    """
    since = windows.begins(m, window.runs_from, anchor)
    if not window.bounded:
        return ((since,), ()) if window.after else ((), (anchor,))
    months = m.window_count(base, "within_months", window.months)
    days = m.window_count(base, "within_days", window.within_days)
    if window.after:
        return (since,), (windows.ends(m, window.runs_from, since, months, days),)
    return (m.earlier(anchor, months, days),), (anchor,)
