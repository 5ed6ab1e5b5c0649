"""The drawn timeline: days on an axis, full periods, a row for each kind of event and payment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.assessment import Check, CombinedCheck, SeasoningCheck
from listing_rewards.report.page.signs import visible, width, wrapped
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.truth import MET

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


Sign: TypeAlias = Literal["event", "payment", "tested"]

WIDTH = 760
LEFT = 196
TITLE, SMALL, LINE = 12, 11, 14
"""Sizes of letters, and of a line of a title."""
_SIGN = 14
"""How wide a sign is."""
_GAP = 9
"""Between a sign and the text beside it."""


class Entry(NamedTuple):
    """A row before it is drawn: its days with their signs, and whether they count."""

    title: str
    points: tuple[tuple[date, Sign, bool], ...]
    period: Period | None = None


class Point(NamedTuple):
    """A day in a row: where it stands, as what, and whether it counts on the as-of date."""

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
    """What stands beside each other, from `top` down, around the height `y`.

    `dense` where signs would cover each other, so that they are drawn smaller.
    """

    top: int
    y: int
    title: tuple[Line, ...]
    span: Span | None
    points: tuple[Point, ...]
    labels: tuple[Label, ...]
    dense: bool = False


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
        dense=any(later.x - each.x < _SIGN for each, later in pairwise(points)),
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
        title = words.event(kind)
        if len(days) > 1:
            title = words.say("page.several_days", what=title, n=len(days))
        yield Entry(title, tuple((day, "event", day <= answer.as_of) for day in days))
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
