"""Ways to answer the same question, timed in turn, and the lines of the one table.

Two clocks are read: the processor time of this process, all its threads together, which what else
the machine does hardly touches; and the time on the wall, which is shorter for an engine that uses
all cores while they are free.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

OURS = "listing_rewards"
HEADER = """\
| measured | engine | µs a case: processor | wall | ours is so many times as fast: processor | wall | amounts that differ |
| --- | --- | ---: | ---: | ---: | ---: | ---: |"""  # noqa: E501


class Timed(NamedTuple):
    """Processor time and time on the wall, in seconds or as ratios."""

    processor: float
    wall: float


class Line(NamedTuple):
    """One line of the table.

    Attributes:
        measured: the question.
        engine: who answers it.
        micros: microseconds a case, the median of the rounds.
        ratio: theirs by ours in the same round, the median of the rounds; None for our own.
        differing: of how many cases the amount differs from ours; None where none is compared.
    """

    measured: str
    engine: str
    micros: Timed
    ratio: Timed | None = None
    differing: int | None = None

    def __str__(self) -> str:
        """The line in Markdown."""
        micros = [f"{each:,.3f}" if each < 100 else f"{each:,.0f}" for each in self.micros]
        ratio = ["", ""] if self.ratio is None else [f"{each:.2f}" for each in self.ratio]
        differing = "" if self.differing is None else f"{self.differing:,}"
        return f"| {' | '.join([self.measured, self.engine, *micros, *ratio, differing])} |"


def in_turn(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[Timed]]:
    """The times of each way in each round, after a first one.

    All take turns within a round, each time in another order: who runs after an engine that has
    just filled or freed the memory is slower or faster for it.
    """
    times: dict[str, list[Timed]] = {name: [] for name in ways}
    chance, order = random.Random(rounds), [*ways.items()]  # noqa: S311
    for turn in range(rounds + 1):
        chance.shuffle(order)
        for name, way in order:
            processor, wall = time.process_time(), time.perf_counter()
            way()
            processor, wall = time.process_time() - processor, time.perf_counter() - wall
            if turn:
                times[name].append(Timed(processor, wall))
    return times


def compared(
    measured: str, times: Mapping[str, list[Timed]], cases: int, differing: Mapping[str, int]
) -> Iterator[Line]:
    """A line for each way; the first is ours."""
    ours = next(iter(times.values()))
    for name, theirs in times.items():
        micros = _median(Timed(*(each / cases * 1_000_000 for each in one)) for one in theirs)
        ratio = None
        if theirs is not ours:
            pairs = zip(theirs, ours, strict=True)
            ratio = _median(Timed(a.processor / b.processor, a.wall / b.wall) for a, b in pairs)
        yield Line(measured, name, micros, ratio, differing.get(name))


def _median(times: Iterator[Timed]) -> Timed:
    return Timed(*map(statistics.median, zip(*times, strict=True)))
