"""Everything that is measured, in one run and one table. Run by ``make bench``."""

from __future__ import annotations

import platform
from collections.abc import Iterator

import batch
import one_case
from cases import Asked, random_cases
from measuring import HEADER, Line, Timed


def one_by_one(measured: str, cases: list[Asked]) -> Iterator[Line]:
    """One case after another, from JSON to an explained answer."""
    ways = one_case.ways()
    results = one_case.measured(ways, cases)
    ours = Timed(*results["listing_rewards"])
    for way in ways:
        micros = Timed(*results[way.name])
        if way.name == "listing_rewards":
            yield Line(measured, way.name, micros)
            continue
        apart = None if way.payable is None else len(one_case.disagreements(way, cases))
        ratio = Timed(micros.processor / ours.processor, micros.wall / ours.wall)
        yield Line(measured, way.name, micros, ratio, apart)


def lines() -> Iterator[Line]:
    """Every line of the table."""
    yield from one_by_one("the full ladder, explained", [one_case.FULL_LADDER] * 10)
    yield from one_by_one("100 enterprises, explained", random_cases(100))
    yield from batch.lines()


def main() -> None:
    """Print the table, line by line as it is measured."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}\n")
    print(HEADER)
    for line in lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
