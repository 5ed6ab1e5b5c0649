"""One row of the timeline: its title, a full period, the signs of some days and their labels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.report.page.axis import Axis
from listing_rewards.report.page.periods import Period
from listing_rewards.report.page.signs import visible, width, wrapped
from listing_rewards.report.phrasing import Phrasing

Sign: TypeAlias = Literal["event", "payment", "tested"]

WIDTH = 760
LEFT = 196
TITLE, SMALL, LINE = 12, 11, 14
"""Sizes of letters, and of a line of a title."""
_GAP = 9
"""Between a sign and the text beside it."""


class Entry(NamedTuple):
    """A row before it is drawn: its days with their signs, and whether they count."""

    title: str
    points: tuple[tuple[date, Sign, bool], ...]
    period: Period | None = None


class Point(NamedTuple):
    """A day in a row: where it stands, as what, and whether it counts on the day asked for."""

    x: int
    sign: Sign
    counts: bool


class Label(NamedTuple):
    """A text in a row, from `x` on; `inverse` where it stands on a filled period."""

    x: int
    text: str
    inverse: bool = False


class Line(NamedTuple):
    """A line of a title, at the height `y`."""

    y: int
    text: str


class Span(NamedTuple):
    """A full period, from its start to the day on which it is complete."""

    x: int
    width: int
    met: bool

    @property
    def end(self) -> int:
        """Where it is complete."""
        return self.x + self.width


class Row(NamedTuple):
    """What stands beside each other, from `top` down, around the height `y`."""

    top: int
    y: int
    title: tuple[Line, ...]
    span: Span | None
    points: tuple[Point, ...]
    labels: tuple[Label, ...]


def height_of(entry: Entry) -> int:
    """How high a row must be for its title."""
    return 12 + LINE * len(_title(entry))


def _title(entry: Entry) -> list[str]:
    return wrapped(str(visible(entry.title)), LEFT - 12, TITLE, lines=2)


def drawn_row(words: Phrasing, axis: Axis, top: int, height: int, entry: Entry) -> Row:
    """A row from `top` down, with everything in its place."""
    title, middle = _title(entry), top + height // 2
    first_line = middle + 4 - (len(title) - 1) * LINE // 2
    points = tuple(Point(axis.at(day), sign, counts) for day, sign, counts in entry.points)
    span, labels = None, _day_labels(entry, points)
    if entry.period is not None:
        start, end = axis.at(entry.period.started_on), axis.at(entry.period.completes_on)
        span = Span(start, max(end - start, 2), entry.period.met)
        tested = points[0].x if points else None
        labels = _period_labels(words, entry.period, span, tested)
    return Row(
        top=top,
        y=middle,
        title=tuple(Line(first_line + LINE * n, text) for n, text in enumerate(title)),
        span=span,
        points=points,
        labels=tuple(labels),
    )


def _period_labels(
    words: Phrasing, period: Period, span: Span, tested: int | None
) -> Iterator[Label]:
    """When a period is full and when that was tested, each beside its sign, where there is room."""
    full = words.say("page.period_full", day=period.completes_on)
    if tested is None:
        yield from _beside(full, span, WIDTH)
        return
    when = words.say("page.tested", day=period.tested_on)
    if tested <= span.end:
        yield from _beside(words.say("policy.list_joint").join([when, full]), span, WIDTH)
        return
    if tested + _GAP + width(when, SMALL) <= WIDTH:
        yield Label(tested + _GAP, when)
    needed = width(full, SMALL)
    if span.width >= needed + 2 * _GAP:
        yield Label(span.end - _GAP - needed, full, inverse=span.met)
    else:
        yield from _beside(full, span, tested - _GAP)


def _beside(text: str, span: Span, most: int) -> Iterator[Label]:
    """A text behind a period, up to `most`, or before it; nothing where neither has room."""
    needed = width(text, SMALL)
    if span.end + _GAP + needed <= most:
        yield Label(span.end + _GAP, text)
    elif span.x - _GAP - needed >= LEFT:
        yield Label(span.x - _GAP - needed, text)


def _day_labels(entry: Entry, points: tuple[Point, ...]) -> Iterator[Label]:
    """The day behind each sign or before it, where no other sign or day stands there."""
    taken = LEFT
    following = [point.x - _GAP for point in points[1:]] + [WIDTH]
    for (day, _, _), point, most in zip(entry.points, points, following, strict=True):
        text = str(day)
        needed = width(text, SMALL)
        if point.x + _GAP + needed <= most:
            yield Label(point.x + _GAP, text)
            taken = point.x + _GAP + needed
        else:
            if point.x - _GAP - needed >= taken:
                yield Label(point.x - _GAP - needed, text)
            taken = point.x + _GAP
