"""The law of `test_habits` on as many tables as you like: ``python -m files.law --each 20000``.

Each seed makes one table. What breaks the law is printed with its seed and its habits; the exit
status is 1 then.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from files.habits import EVERYWHERE, IN_WORKBOOKS, Habit
from files.test_habits import disturbed

HABITS: Mapping[str, Mapping[str, Habit]] = {
    "xlsx": EVERYWHERE | IN_WORKBOOKS,
    "csv": EVERYWHERE,
}


def broken(form: str, seeds: range) -> Iterator[str]:
    """How the tables of these seeds break the law."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            if found := disturbed(seed, HABITS[form], Path(folder), form):
                yield found


def main() -> int:
    """Run it; the exit status tells whether a table broke the law."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", nargs="*", default=[*HABITS], help="xlsx, csv")
    parser.add_argument("--each", type=int, default=20_000, help="tables of each form")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    seeds, all_kept = range(asked.first, asked.first + asked.each), True
    for form in asked.forms:
        reports = 0
        for each in broken(form, seeds):
            reports += 1
            print(each, flush=True)
        print(f"{form}, seeds {seeds.start} to {seeds.stop - 1}: {reports} broken", flush=True)
        all_kept = all_kept and not reports
    return int(not all_kept)


if __name__ == "__main__":
    sys.exit(main())
