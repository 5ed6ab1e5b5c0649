"""``make mutants``: how many small faults, made on purpose, the tests find.

Each mutant of a module stands in a copy of the source, and the tests of that part run against it,
quick ones first; with ``--quick`` these alone. Those that no test finds are listed;
`survivors.toml` says of each known one why.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mutants.making import Mutant, mutants_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "listing_rewards"
KNOWN = Path(__file__).with_name("survivors.toml")
LEAST = 98
"""Of a hundred mutants that are no other spelling of the same, so many are to be found."""
SECONDS = 3600
LAWS = ("tests/unit", "tests/property", "tests/cases", "tests/oracle")
PARTS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "values": (
        ("tests/unit/test_bounds.py", "tests/unit/test_money.py", "tests/unit/test_periods.py",
         "tests/unit/test_truth.py",
         "tests/property/test_kleene.py", "tests/unit/test_case.py", "tests/files/test_cells.py"),
        LAWS,
    ),
    "meaning": (("tests/engines/test_stored.py", "tests/cases"), LAWS),
    "engines/exact": (("tests/engines/test_stored.py", "tests/cases"), LAWS),
    "policy/conformity.py": (
        ("tests/unit/test_conformity.py", "tests/unit/test_returned.py"), LAWS,
    ),
}  # fmt: skip
"""For each part of the source the tests that find most of it, and those that find the rest."""


class Survivor(NamedTuple):
    """A mutant that no test finds."""

    module: str
    mutant: Mutant

    @property
    def name(self) -> str:
        """The module, what stood there and what stands there now: stable as lines move."""
        return f"{self.module}: {self.mutant.before} -> {self.mutant.after}"


def modules_of(part: str) -> list[Path]:
    """The modules of a part of the source."""
    whole = PACKAGE / part
    return [whole] if whole.suffix else sorted(whole.rglob("*.py"))


def survivors_of(part: str, only: str, copy: Path, *, quickly: bool) -> Iterator[Survivor | None]:
    """For each mutant None if a test finds it, otherwise the mutant."""
    quick, rest = next(tests for name, tests in PARTS.items() if part.startswith(name))
    for path in modules_of(part):
        module = path.relative_to(PACKAGE).as_posix()
        if only and not module.endswith(only):
            continue
        source = path.read_text(encoding="utf-8")
        place = copy / "listing_rewards" / module
        for mutant in mutants_of(source):
            place.write_text(mutant.text, encoding="utf-8")
            lives = _passes(copy, quick, "quick") and (quickly or _passes(copy, rest, "full"))
            yield Survivor(module, mutant) if lives else None
        place.write_text(source, encoding="utf-8")


def _passes(copy: Path, tests: Sequence[str], profile: str) -> bool:
    """Whether all of some tests pass, in time, on the copy."""
    settings = {"PYTHONPATH": str(copy), "HYPOTHESIS_PROFILE": profile}
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-n", "0", *tests]
    try:
        ran = subprocess.run(
            [*command, "-p", "no:cacheprovider"],
            cwd=ROOT,
            env=os.environ | settings,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return ran.returncode == 0


def main() -> None:
    """Run the mutants of the parts that are named, or of all; fails below the least."""
    only = next((word.removeprefix("--only=") for word in sys.argv if "--only=" in word), "")
    parts = [word for word in sys.argv[1:] if not word.startswith("--")] or [*PARTS]
    known = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    total = equivalent = 0
    left: list[Survivor] = []
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(PACKAGE, copy / "listing_rewards")
        for part in parts:
            for found in survivors_of(part, only, copy, quickly="--quick" in sys.argv):
                total += 1
                if found is None:
                    continue
                reason = known.get("equivalent", {}).get(found.name)
                equivalent += reason is not None
                if reason is None:
                    left.append(found)
                    told = known.get("found_by_no_test", {}).get(found.name, "")
                    print(f"{found.name}  (line {found.mutant.line}) {told}", flush=True)
    counted = total - equivalent
    score = 100 * (counted - len(left)) / counted if counted else 100
    print(f"{total} mutants, {equivalent} of them equivalent; {len(left)} survive: {score:.1f}%")
    if score < LEAST:
        sys.exit(1)


if __name__ == "__main__":
    main()
