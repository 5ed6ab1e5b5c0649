"""``make mutants``: how many small faults, made on purpose, the tests find.

The tests are collected once, and run once to see which lines each of them runs. Each mutant is then
a fork of this process in which its function has the mutant's code, and the tests that run its lines
are run, the quickest first, until one fails. What stands outside functions, and what is only run
while the tests are collected, is tried in a process of its own, on a copy of the source.

Those that no test finds are listed. `survivors.toml` says of those that change nothing why; they
are not tried. ``--resume`` tries those again that no test found, and those not tried before;
``--seconds=10`` gives up after tests of so many seconds.
"""

from __future__ import annotations

import ast
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FunctionType
from typing import NamedTuple

import coverage
import pytest

from listing_rewards.policy.memo import Memo
from mutants.making import Mutant, mutants_of

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "listing_rewards"
KNOWN = Path(__file__).with_name("survivors.toml")
RESULTS = ROOT / "build" / "mutants.jsonl"
"""What became of each mutant, line by line."""
MEASURED = ROOT / "build" / "mutants-run.json"
"""How long each test takes, and what it runs."""
LEAST = 98
"""Of a hundred mutants that are no other spelling of the same, so many are to be found."""
PARTS = ("values", "meaning", "engines/exact", "policy/conformity.py")
TESTS = ("tests/engines/test_stored.py", "tests/engines/test_reach.py", "tests/files/test_cells.py",
         "tests/audit/test_workbook_rows.py", "tests/plan/test_made_figures.py", "tests/unit",
         "tests/cases", "tests/property", "tests/oracle")  # fmt: skip
PYTEST = ("-q", "-x", "-n", "0", "-p", "no:cacheprovider")
PATIENCE = 10
"""A test that takes so many times as long as before, and as many seconds, has found a fault."""


class Asked(NamedTuple):
    """A mutant of a module."""

    path: Path
    mutant: Mutant

    @property
    def name(self) -> str:
        """The module and the mutant's own name."""
        return f"{self.path.relative_to(PACKAGE).as_posix()}: {self.mutant.name}"


class Run(NamedTuple):
    """What the tests run: the seconds of each; of each line of a module, their numbers."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[int]]]

    def tests_of(self, asked: Asked, seconds: float) -> dict[str, float]:
        """The tests that run a mutant's statement, the quickest first, until `seconds` are over."""
        lines, place = self.lines.get(str(asked.path), {}), asked.mutant.place
        each_line = range(place.first, place.last + 1)
        found = {number for line in each_line for number in lines.get(str(line), ())}
        tests = [*self.seconds]
        quickest = sorted([tests[number] for number in found], key=self.seconds.__getitem__)
        until = accumulate(self.seconds[test] for test in quickest)
        return {
            test: self.seconds[test]
            for test, so_far in zip(quickest, until, strict=True)
            if so_far <= seconds
        }


def every_mutant(paths: Iterable[Path]) -> Iterator[Asked]:
    """The mutants of some modules; a name that would come again is numbered."""
    for path in paths:
        seen: dict[str, int] = {}
        for mutant in mutants_of(path.read_text(encoding="utf-8")):
            times = seen[mutant.name] = seen.get(mutant.name, 0) + 1
            again = f" ({times})" if times > 1 else ""
            yield Asked(path, mutant._replace(after=mutant.after + again))


def modules_of(part: str) -> list[Path]:
    """The modules of a part of the source."""
    whole = PACKAGE / part
    return [whole] if whole.suffix else sorted(whole.rglob("*.py"))


# ---- in a fork ---------------------------------------------------------------------------------


class Mutating:
    """Once the tests are collected, runs them on each mutant in place of running them once."""

    def __init__(self, mutants: Iterable[Asked], seconds: float) -> None:
        self.mutants, self.seconds = mutants, seconds

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant, and keep what becomes of it; no fork looks for what to let go here."""
        _forget()
        functions = _functions()
        run = _measured(session)
        gc.freeze()
        with TemporaryDirectory() as folder:
            copy = Path(folder)
            shutil.copytree(PACKAGE, copy / "listing_rewards")
            for asked in self.mutants:
                new, tests = _exchanged(asked, functions), run.tests_of(asked, self.seconds)
                if new and tests:
                    _keep(asked, found=_fails(session, tests, new))
                else:
                    _keep(asked, found=_fails_anew(asked, copy))
        return True


def _forget() -> None:
    """Empty what was computed, and kept, while the tests were collected."""
    for each in gc.get_objects():
        if isinstance(each, Memo):
            each.clear()
        elif hasattr(type(each), "cache_clear") and each.__module__.startswith("listing_rewards"):
            each.cache_clear()


def _functions() -> dict[tuple[str, str, int], list[FunctionType]]:
    """The functions of the package, by file, name and line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = {}
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(PACKAGE)):
            found.setdefault(_key(each.__code__), []).append(each)
    return found


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(tree: ast.Module, path: Path) -> dict[tuple[str, str, int], CodeType]:
    """The code of every function of a module."""
    left, found = [compile(tree, str(path), "exec")], {}
    while left:
        code = left.pop()
        found[_key(code)] = code
        left += [each for each in code.co_consts if isinstance(each, CodeType)]
    return found


def _exchanged(
    asked: Asked, functions: Mapping[tuple[str, str, int], Sequence[FunctionType]]
) -> list[tuple[FunctionType, CodeType]]:
    """The functions in which a mutant is, each with its code there."""
    before = _codes(ast.parse(asked.path.read_text(encoding="utf-8")), asked.path)
    return [
        (function, code)
        for key, code in _codes(asked.mutant.tree, asked.path).items()
        if code != before.get(key)
        for function in functions.get(key, ())
        if function.__code__.co_freevars == code.co_freevars
    ]


def _measured(session: pytest.Session) -> Run:
    """Run every test that was not run before once, in a fork: this process stays as it is."""
    run = Run({}, {})
    if MEASURED.exists():
        run = Run(*json.loads(MEASURED.read_text(encoding="utf-8")))
    child = os.fork()
    if not child:
        _run_once(session, run)
        MEASURED.write_text(json.dumps(run), encoding="utf-8")
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit(1)
    return Run(*json.loads(MEASURED.read_text(encoding="utf-8")))


def _run_once(session: pytest.Session, run: Run) -> None:
    """Add the seconds of every new test, and the lines that it runs."""
    paths = [str(path) for part in PARTS for path in modules_of(part)]
    measured = coverage.Coverage(data_file=None, config_file=False, include=paths)
    measured.start()
    for item in [each for each in session.items if each.nodeid not in run.seconds]:
        measured.switch_context(str(len(run.seconds)))
        started = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        run.seconds[item.nodeid] = time.process_time() - started
        if session.testsfailed:
            print(f"{item.nodeid} fails without any fault", flush=True)
            os._exit(1)
    measured.stop()
    measured.set_option("run:disable_warnings", ["no-data-collected"])
    data = measured.get_data()
    for path in data.measured_files():
        lines = run.lines.setdefault(path, {})
        for line, tests in data.contexts_by_lineno(path).items():
            numbers = [int(number) for number in tests if number]
            lines[str(line)] = [*lines.get(str(line), ()), *numbers]


def _fails(
    session: pytest.Session,
    tests: Mapping[str, float],
    new: Sequence[tuple[FunctionType, CodeType]],
) -> bool:
    """Whether one of some tests fails, or does not end, with the code of a mutant."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    session.config.pluginmanager.unregister(name="terminalreporter")
    for function, code in new:
        function.__code__ = code
    items = {item.nodeid: item for item in session.items}
    for test, seconds in tests.items():
        if test not in items:
            continue
        signal.setitimer(signal.ITIMER_PROF, PATIENCE * (1 + seconds))
        items[test].config.hook.pytest_runtest_protocol(item=items[test], nextitem=None)
        if session.testsfailed:
            break
    os._exit(1 if session.testsfailed else 0)


# ---- in a process of its own -------------------------------------------------------------------


def _fails_anew(asked: Asked, copy: Path) -> bool:
    """Whether a test fails where the package is imported with a mutant in it."""
    place = copy / "listing_rewards" / asked.path.relative_to(PACKAGE)
    place.write_text(ast.unparse(asked.mutant.tree), encoding="utf-8")
    command = [sys.executable, "-B", "-m", "pytest", *PYTEST, *TESTS]
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(copy)},
        capture_output=True,
        timeout=3600,
        check=False,
    )
    place.write_text(asked.path.read_text(encoding="utf-8"), encoding="utf-8")
    return ran.returncode != 0


# ---- the score ---------------------------------------------------------------------------------


def _keep(asked: Asked, *, found: bool) -> None:
    """Write what became of a mutant, and say it where no test found it."""
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(json.dumps([asked.name, found]) + "\n")
    if not found:
        print(f"\n{asked.name}  (line {asked.mutant.place.node.lineno})", flush=True)


def _results() -> dict[str, bool]:
    """Whether each mutant was found, when it was tried last."""
    if not RESULTS.exists():
        return {}
    return dict(map(json.loads, RESULTS.read_text(encoding="utf-8").splitlines()))


def main() -> None:
    """Try the mutants of the modules that are named, or of all; fails below the least."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    seconds = next((word[10:] for word in sys.argv if word.startswith("--seconds=")), "inf")
    paths = [path for part in words or PARTS for path in modules_of(part)]
    equivalent = tomllib.loads(KNOWN.read_text(encoding="utf-8"))["equivalent"]
    RESULTS.parent.mkdir(exist_ok=True)
    if "--resume" not in sys.argv:
        RESULTS.unlink(missing_ok=True)
        MEASURED.unlink(missing_ok=True)
    before = _results()
    names = [asked.name for asked in every_mutant(paths)]
    counted = [name for name in names if name not in equivalent]
    to_try = (
        asked
        for asked in every_mutant(paths)
        if asked.name not in equivalent and not before.get(asked.name)
    )
    pytest.main([*PYTEST, *TESTS], plugins=[Mutating(to_try, float(seconds))])
    after = _results()
    left = [name for name in counted if not after.get(name)]
    score = 100 * (1 - len(left) / len(counted))
    print(f"\n{len(names)} mutants, {len(names) - len(counted)} of them equivalent; ", end="")
    print(f"{len(left)} that no test finds: {score:.1f}%")
    if score < LEAST or (not words and set(equivalent) - set(names)):
        sys.exit(f"less than {LEAST}%, or known: {sorted(set(equivalent) - set(names))}")


if __name__ == "__main__":
    main()
