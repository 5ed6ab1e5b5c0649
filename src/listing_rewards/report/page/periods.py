"""The full periods that an answer tested: from when, until when, and on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from listing_rewards.assessment import Check, CombinedCheck, SeasoningCheck
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.truth import MET


class Period(NamedTuple):
    """A full period that began.

    Attributes:
        event: the event that starts it.
        title: what it is called.
        started_on: the day on which it starts.
        completes_on: the day on which it is complete.
        met_from: the first day that counts as full.
        tested_on: the day on which it was tested; None where that is not known.
        met: whether it was full then.
    """

    event: str
    title: str
    started_on: date
    completes_on: date
    met_from: date
    tested_on: date | None
    met: bool


def periods(words: Phrasing) -> list[Period]:
    """Each period that some award needs and that began, once, in the policy's order."""
    found: dict[Period, None] = {}
    for line in words.answer.lines:
        for check in _seasonings((*line.checks, *line.amount_checks)):
            if check.started_on and check.completes_on and check.met_from:
                title = words.say(
                    "page.period",
                    period=words.period(check.years, check.months),
                    event=words.event(check.event),
                )
                period = Period(
                    check.event, title, check.started_on, check.completes_on, check.met_from,
                    check.tested_on, check.truth is MET,
                )  # fmt: skip
                found[period] = None
    return list(found)


def _seasonings(checks: Iterable[Check]) -> Iterator[SeasoningCheck]:
    for check in checks:
        if isinstance(check, SeasoningCheck):
            yield check
        elif isinstance(check, CombinedCheck):
            yield from _seasonings(check.parts)
