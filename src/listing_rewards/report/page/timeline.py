"""The drawn timeline: a row for each kind of event, each full period, each award that was paid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.report.page.axis import Axis, Mark, axis_over, calendar
from listing_rewards.report.page.periods import Period, periods
from listing_rewards.report.page.signs import visible, width, wrapped
from listing_rewards.report.phrasing import Phrasing

Sign: TypeAlias = Literal["event", "payment", "tested"]

WIDTH = 760
LEFT, RIGHT = 196, 744
TOP, FOOT = 42, 24
TITLE, SMALL, LINE = 12, 11, 14
"""Sizes of letters, and of a line of a title."""
_GAP = 9
"""Between a sign and the text beside it."""


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


class Span(NamedTuple):
    """A full period, from its start to the day on which it is complete."""

    x: int
    width: int
    met: bool


class Row(NamedTuple):
    """What stands beside each other at one height: its title, a period, days and their labels."""

    y: int
    title: tuple[Label, ...]
    top: int
    span: Span | None
    points: tuple[Point, ...]
    labels: tuple[Label, ...]


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


class _Entry(NamedTuple):
    """A row before it is drawn."""

    title: str
    points: tuple[tuple[date, Sign, bool], ...]
    period: Period | None = None


def timeline(words: Phrasing) -> Timeline | None:
    """The timeline of an answer; None where nothing happened."""
    entries = list(_entries(words))
    if not entries:
        return None
    days = _days(words, entries)
    axis = axis_over(days, LEFT, RIGHT)
    height = max(_height(entry) for entry in entries)
    rows = tuple(
        _row(words, axis, TOP + height * n, height, entry) for n, entry in enumerate(entries)
    )
    return Timeline(
        height=TOP + height * len(rows) + FOOT,
        first=min(days),
        last=max(days),
        marks=tuple(calendar(axis, days)),
        band=_band(words, axis),
        band_label=_beside(words.say("page_days_short"), _band(words, axis)[0]),
        as_of=axis.at(words.answer.as_of),
        as_of_label=_beside(
            words.say("page_as_of_short", day=words.answer.as_of), axis.at(words.answer.as_of)
        ),
        rows=rows,
        signs=frozenset(_signs(rows)),
    )


def _entries(words: Phrasing) -> Iterator[_Entry]:
    """The rows, by the first day of each; a period below the event that starts it."""
    answer = words.answer
    happened: dict[str, list[date]] = {kind: [] for kind in answer.policy.events}
    for event in answer.case.events:
        happened[event.kind].append(event.on)
    found = periods(words)
    for kind in sorted(
        (kind for kind in happened if happened[kind]), key=lambda k: min(happened[k])
    ):
        days = sorted(set(happened[kind]))
        yield _Entry(words.event(kind), tuple((day, "event", day <= answer.as_of) for day in days))
        for each in (period for period in found if period.event == kind):
            yield _Entry(each.title, tuple(_tested(each)), each)
    for award in answer.policy.awards:
        paid = [each for each in answer.case.payments if each.award == award.id]
        points = {
            (each.on, each.on <= answer.as_of and answer.policy.counts(each.policy))
            for each in paid
        }
        if points:
            title = words.say("page_payment", award=words.award(award.id))
            yield _Entry(title, tuple((day, "payment", counts) for day, counts in sorted(points)))


def _tested(period: Period) -> Iterator[tuple[date, Sign, bool]]:
    if period.tested_on is not None:
        yield period.tested_on, "tested", True


def _days(words: Phrasing, entries: Iterable[_Entry]) -> list[date]:
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


def _beside(text: str, x: int) -> Label:
    """A text from `x` on, moved to the left where it would leave the drawing."""
    return Label(max(LEFT, min(x, WIDTH - width(text, SMALL))), text)


def _title(entry: _Entry) -> list[str]:
    return wrapped(str(visible(entry.title)), LEFT - 12, TITLE, lines=2)


def _height(entry: _Entry) -> int:
    """How high a row must be for its title."""
    return 12 + LINE * len(_title(entry))


def _row(words: Phrasing, axis: Axis, top: int, height: int, entry: _Entry) -> Row:
    title, middle = _title(entry), top + height // 2
    first_line = middle + 4 - (len(title) - 1) * LINE // 2
    span = None
    if entry.period is not None:
        start, end = axis.at(entry.period.started_on), axis.at(entry.period.completes_on)
        span = Span(start, max(end - start, 2), entry.period.met)
    points = tuple(Point(axis.at(day), sign, counts) for day, sign, counts in entry.points)
    labels = _day_labels(entry, points)
    if entry.period is not None and span is not None:
        tested = points[0].x if points else None
        labels = _period_labels(words, entry.period, span, tested)
    return Row(
        y=middle,
        title=tuple(Label(first_line + LINE * n, line) for n, line in enumerate(title)),
        top=top,
        span=span,
        points=points,
        labels=tuple(labels),
    )


def _period_labels(
    words: Phrasing, period: Period, span: Span, tested: int | None
) -> Iterator[Label]:
    """When a period is full and when that was tested, each beside its sign, where there is room."""
    full, end = words.say("page_period_full", day=period.completes_on), span.x + span.width
    if tested is None:
        yield from _beside_span(full, span, end)
        return
    when = words.say("page_tested", day=period.tested_on)
    if tested <= end:
        yield from _beside_span(words.say("list_joint").join([when, full]), span, end)
        return
    if tested + _GAP + width(when, SMALL) <= WIDTH:
        yield Label(tested + _GAP, when)
    needed = width(full, SMALL)
    if span.width >= needed + 2 * _GAP:
        yield Label(end - _GAP - needed, full, inverse=span.met)
    elif end + _GAP + needed <= tested - _GAP:
        yield Label(end + _GAP, full)
    elif span.x - _GAP - needed >= LEFT:
        yield Label(span.x - _GAP - needed, full)


def _beside_span(text: str, span: Span, end: int) -> Iterator[Label]:
    needed = width(text, SMALL)
    if end + _GAP + needed <= WIDTH:
        yield Label(end + _GAP, text)
    elif span.x - _GAP - needed >= LEFT:
        yield Label(span.x - _GAP - needed, text)


def _day_labels(entry: _Entry, points: tuple[Point, ...]) -> Iterator[Label]:
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


def _signs(rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        yield from (point.sign if point.counts else "later" for point in row.points)
        if row.span is not None:
            yield "met" if row.span.met else "not_met"
