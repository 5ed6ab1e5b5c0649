"""Ways to answer the same question, timed in turn, and the lines of the one table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

HEADER = """\
| measured | engine | a case, µs | ours is so many times as fast | amounts that differ |
| --- | --- | ---: | ---: | ---: |"""


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
    micros: float
    ratio: float | None = None
    differing: int | None = None

    def __str__(self) -> str:
        """The line in Markdown."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        differing = "" if self.differing is None else f"{self.differing:,}"
        micros = f"{self.micros:,.3f}" if self.micros < 100 else f"{self.micros:,.0f}"
        return f"| {self.measured} | {self.engine} | {micros} | {ratio} | {differing} |"


def in_turn(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each way in each round; all take turns within a round, after a first one."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def compared(
    measured: str,
    seconds: Mapping[str, list[float]],
    cases: int,
    differing: Mapping[str, int],
) -> Iterator[Line]:
    """A line for each way; the first is ours."""
    ours = next(iter(seconds.values()))
    for name, theirs in seconds.items():
        micros = statistics.median(theirs) / cases * 1_000_000
        pairs = zip(theirs, ours, strict=True)
        ratio = None if theirs is ours else statistics.median(one / other for one, other in pairs)
        yield Line(measured, name, micros, ratio, differing.get(name))
