"""The drawn timeline: a row for each kind of event, each full period, each award that was paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from listing_rewards.report.page.axis import Axis, Mark, axis_over, calendar
from listing_rewards.report.page.periods import Period, periods
from listing_rewards.report.page.rows import (
    LEFT,
    SMALL,
    WIDTH,
    Entry,
    Label,
    Row,
    Sign,
    drawn_row,
    height_of,
)
from listing_rewards.report.page.signs import width
from listing_rewards.report.phrasing import Phrasing

RIGHT = 744
TOP, FOOT = 42, 24


class Timeline(NamedTuple):
    """Everything that is drawn, in units of a drawing `WIDTH` wide."""

    height: int
    first: date
    last: date
    marks: tuple[Mark, ...]
    band: tuple[int, int]
    """Where the policy's days begin, and how wide they are drawn."""
    band_label: Label
    as_of: int
    as_of_label: Label
    rows: tuple[Row, ...]
    signs: frozenset[str]
    """The kinds of signs that occur."""


def timeline(words: Phrasing) -> Timeline | None:
    """The timeline of an answer; None where nothing happened."""
    entries = [*_events(words), *_payments(words)]
    if not entries:
        return None
    days = _days(words, entries)
    axis = axis_over(days, LEFT, RIGHT)
    height = max(map(height_of, entries))
    rows = tuple(
        drawn_row(words, axis, TOP + height * n, height, entry) for n, entry in enumerate(entries)
    )
    band, as_of = _band(words, axis), axis.at(words.answer.as_of)
    return Timeline(
        height=TOP + height * len(rows) + FOOT,
        first=min(days),
        last=max(days),
        marks=tuple(calendar(axis, days)),
        band=band,
        band_label=_within(words.say("page.days_short"), band[0]),
        as_of=as_of,
        as_of_label=_within(words.say("page.as_of_short", day=words.answer.as_of), as_of),
        rows=rows,
        signs=frozenset(_signs(rows)),
    )


def _events(words: Phrasing) -> Iterator[Entry]:
    """Each kind of event, by its first day, and below it the periods that it starts."""
    answer = words.answer
    happened: dict[str, set[date]] = {kind: set() for kind in answer.policy.events}
    for event in answer.case.events:
        happened[event.kind].add(event.on)
    stated = {kind: sorted(days) for kind, days in happened.items() if days}
    found = periods(words)
    for kind, days in sorted(stated.items(), key=lambda each: each[1][0]):
        yield Entry(words.event(kind), tuple((day, "event", day <= answer.as_of) for day in days))
        for period in found:
            if period.event == kind:
                yield Entry(period.title, tuple(_tested(period)), period)


def _tested(period: Period) -> Iterator[tuple[date, Sign, bool]]:
    if period.tested_on is not None:
        yield period.tested_on, "tested", True


def _payments(words: Phrasing) -> Iterator[Entry]:
    """Each award that was paid, in the policy's order."""
    answer = words.answer
    for award in answer.policy.awards:
        points = {
            (each.on, each.on <= answer.as_of and answer.policy.counts(each.policy))
            for each in answer.case.payments
            if each.award == award.id
        }
        if points:
            title = words.say("page.payment", award=words.award(award.id))
            yield Entry(title, tuple((day, "payment", counts) for day, counts in sorted(points)))


def _days(words: Phrasing, entries: Iterable[Entry]) -> list[date]:
    """Every day that has to find its place."""
    in_force = words.policy.in_force
    days = [words.answer.as_of, in_force.first, *([in_force.end] if in_force.end else [])]
    for entry in entries:
        days += [day for day, _, _ in entry.points]
        if entry.period is not None:
            days += [entry.period.started_on, entry.period.completes_on]
    return days


def _band(words: Phrasing, axis: Axis) -> tuple[int, int]:
    in_force = words.policy.in_force
    start = axis.at(in_force.first)
    end = axis.at(in_force.end) if in_force.end else axis.right
    return start, max(end - start, 1)


def _within(text: str, x: int) -> Label:
    """A text from `x` on, moved to the left where it would leave the drawing."""
    return Label(max(LEFT, min(x, WIDTH - width(text, SMALL))), text)


def _signs(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield from (point.sign if point.counts else "later" for point in row.points)
        if row.span is not None:
            yield "met" if row.span.met else "not_met"
