"""Everything that is measured, in one run and one table. Run by ``make bench``."""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

import batch
import one_case
import workbooks
from measuring import HEADER, OURS, Line, Timed, compared

IMPORTS = {
    "import": {OURS: "import listing_rewards", "pydantic": "import pydantic"},
    "import, and what a script uses": {
        OURS: "from listing_rewards import Case, assess, load_policy",
        "pydantic": "from pydantic import BaseModel",
    },
}


def imports() -> Iterator[Line]:
    """A new process that imports, and does nothing else."""
    for measured, statements in IMPORTS.items():
        times: dict[str, list[Timed]] = {name: [] for name in statements}
        for _ in range(15):
            for name, statement in statements.items():
                before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
                subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603
                wall = time.perf_counter() - wall
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                times[name].append(Timed(used, wall))
        yield from compared(measured, times, 1, {})


def lines() -> Iterator[Line]:
    """Every line of the table."""
    yield from one_case.lines()
    yield from batch.lines()
    yield from workbooks.lines()
    yield from imports()


def interpreter() -> str:
    """What runs our code: the same version runs a fifth faster or slower, as it was compiled."""
    name = f"{platform.python_implementation()} {platform.python_version()}"
    built_on = platform.python_build()[1]
    return f"{name} of {built_on}, {platform.python_compiler()}, {platform.machine()}"


def main() -> None:
    """Print the table, line by line as it is measured."""
    print(f"{interpreter()}\n")
    print(HEADER)
    for line in lines():
        print(line, flush=True)


if __name__ == "__main__":
    main()
