"""Everything the documentation shows is run: Python, commands, policies, cases, links.

A fenced block is treated by its language:

- ``python`` with ``>>>`` is a doctest; without, it is executed, and what it prints must equal the
  ``text`` block that follows it directly, if there is one. All blocks of a page share one
  namespace and run in the root of the repository.
  One marked ``needs <package>`` is compiled and not run: it is for a cluster (`tests/spark` runs
  Spark's).
- ``console``: each line that begins with ``$`` is run by the shell, in a directory that holds a
  copy of ``examples/``; the lines below it are what it prints on both streams. Commands that begin
  with ``make`` are not run.
- any other block whose first line names a file, such as ``toml our-stages.toml``, is saved there
  first.
- ``toml`` is loaded as a policy: by itself where it has an ``id`` of its own, otherwise as a change
  to the illustrative one. ``json`` with an ``enterprise`` is read as a case.

In what is printed, a line ``...`` stands for any lines, and blanks at the ends of lines do not
matter.
"""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import json
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from profiles import QUICK

import listing_rewards
from listing_rewards import Case, load_policy

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("README*.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/**/*.md")
    for path in ROOT.glob(pattern)
)
SHOWN_RUN = ["README.md"] if QUICK else PAGES
"""Pages whose commands are run: in quick tests the one that everybody reads first."""
MODULES = sorted(
    each.name
    for each in pkgutil.walk_packages(listing_rewards.__path__, "listing_rewards.")
    if each.name != "listing_rewards.__main__"  # importing it starts the command
)

CHANGE = """\
id = "change"
extends = "zhanjiang-bse-2023-illustrative"
document = { title = "a change", issuer = "nobody" }
"""

_BLOCK = re.compile(r"^```(\w+)[ ]*([^\n]*)\n(.*?)^```[ ]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, the file it is to be saved as, its text and line."""

    lang: str
    name: str
    text: str
    line: int

    @property
    def on_a_cluster(self) -> bool:
        """Whether it needs a package that is not installed for these tests."""
        return self.name.startswith("needs ")


def blocks_of(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [
        Block(found[1], found[2].strip(), found[3], text.count("\n", 0, found.start()) + 1)
        for found in _BLOCK.finditer(text)
    ]


def shown(text: str) -> list[str]:
    """The lines of an output, without blanks at their ends and without blank lines at its ends."""
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def agrees(expected: str, printed: str) -> bool:
    """Whether the output is the expected one, where a line ``...`` stands for any lines."""
    parts = (
        r"(?:.*\n)*?" if each == "..." else re.escape(each) + r"\n" for each in shown(expected)
    )
    return re.fullmatch("".join(parts), "\n".join(shown(printed)) + "\n") is not None


def commands_of(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block, with what is shown below it."""
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        lines = part.split("\n")
        length = next(i for i, line in enumerate(lines) if not line.endswith("\\")) + 1
        yield "\n".join(lines[:length]), "\n".join(lines[length:])


def run(command: str, folder: Path) -> str:
    """What a command prints on both streams, at a width of 100 columns."""
    env = {
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("page", SHOWN_RUN)
def test_commands_print_what_the_page_shows(page: str, tmp_path: Path) -> None:
    """Every command of a page, in order, with the files that the page says to save."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in blocks_of(page):
        if block.name and not block.on_a_cluster:
            (tmp_path / block.name).write_text(block.text, encoding="utf-8")
        if block.lang != "console":
            continue
        for command, expected in commands_of(block):
            if command.startswith("make"):
                continue
            printed = run(command, tmp_path)
            assert agrees(expected, printed), f"{page}:{block.line}: $ {command}\n{printed}"


@pytest.mark.parametrize("page", PAGES)
def test_python_runs_as_the_page_shows(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python block of a page, in one namespace."""
    monkeypatch.chdir(ROOT)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    blocks = blocks_of(page)
    for block, following in zip_longest(blocks, blocks[1:]):
        if block is None or block.lang != "python":
            continue
        place = f"{page}:{block.line}"
        if ">>>" in block.text:
            run_doctest(block, place, namespace)
            continue
        code = compile(block.text, place, "exec")
        if block.on_a_cluster:
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, namespace)  # noqa: S102  (our own pages)
        if printed.getvalue() and following and following.lang == "text":
            assert agrees(following.text, printed.getvalue()), f"{place}:\n{printed.getvalue()}"


def run_doctest(block: Block, place: str, namespace: dict[str, Any]) -> None:
    """A block with ``>>>``, whose names stay for the next block of the page."""
    test = doctest.DocTestParser().get_doctest(block.text, {}, place, place, block.line)
    test.globs = namespace
    told = io.StringIO()
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.write, clear_globs=False)
    assert not told.getvalue(), told.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_policies_load_and_cases_are_cases(page: str, tmp_path: Path) -> None:
    """Every policy and every case that a page shows."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for number, block in enumerate(blocks_of(page)):
        if block.lang == "toml":
            path = tmp_path / (block.name or f"{number}.toml")
            whole = "id" in tomllib.loads(block.text)
            path.write_text(block.text if whole else CHANGE + block.text, encoding="utf-8")
            assert load_policy(path).id == tomllib.loads(path.read_text(encoding="utf-8"))["id"]
        if block.lang == "json":
            document = json.loads(block.text)
            if isinstance(document, dict) and "enterprise" in document:
                Case.model_validate(document)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Every relative link of a page, and the heading it points at."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in _LINK.findall(_BLOCK.sub("", text)):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        path = (ROOT / page).parent / target if target else ROOT / page
        assert path.exists(), f"{page}: {link}"
        if anchor:
            assert anchor in anchors_of(path.read_text(encoding="utf-8")), f"{page}: {link}"


def anchors_of(text: str) -> set[str]:
    """The anchors of a page's headings, as a web view of Markdown makes them."""
    headings = (re.sub(r"[^\w\- ]", "", each.lower()) for each in _HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("module", ["listing_rewards", *MODULES])
def test_examples_in_docstrings(module: str) -> None:
    """Every ``>>>`` in a docstring of the package."""
    told = io.StringIO()
    runner = doctest.DocTestRunner()
    for test in doctest.DocTestFinder().find(importlib.import_module(module)):
        runner.run(test, out=told.write)
    assert not told.getvalue(), told.getvalue()


def test_a_line_of_dots_stands_for_any_lines() -> None:
    """The comparison itself: exact, but for a line of dots and blanks at the ends of lines."""
    assert agrees("a\n...\nd\n", "a  \nb\nc\nd\n\n")
    assert agrees("a\n...\nd\n", "a\nd\n")
    assert not agrees("a\nd\n", "a\nb\nd\n")
    assert not agrees("a.c\n", "abc\n")
    assert not agrees("", "something\n")
