"""Some mutated files of every format; `make fuzz` tries as many as there is time for."""

from __future__ import annotations

import gc
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from profiles import few

from fuzz import audited
from fuzz.kinds import Format
from fuzz.mutations import of_text, of_workbook
from fuzz.run import formats, stop, tried

PATIENCE = 60
"""Seconds of the processor: a reader that never ends, on any machine; `make fuzz` allows two."""


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    """A file that takes too long is stopped; what other tests left in memory is not looked at."""
    before = signal.signal(signal.SIGVTALRM, stop)
    gc.freeze()
    yield
    gc.unfreeze()
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", formats())
def test_a_mutated_file_ends_well(name: str) -> None:
    """In an answer or a sentence in both languages."""
    assert list(tried(name, formats()[name], few(100), 1_000_000, PATIENCE)) == []


def test_the_same_seed_makes_the_same_file() -> None:
    """So that what was found can be made again."""
    for example, mutate in ((b"a,b\n1,2\n" * 9, of_text), (b"no workbook", of_workbook)):
        assert mutate(example, random.Random(7)) == mutate(example, random.Random(7))


@pytest.mark.parametrize("wrong", ["error", "loop"])
def test_what_ends_badly_is_found(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that fails otherwise, or never ends."""

    def reader(_path: str) -> None:
        while wrong == "loop":
            pass
        raise IndexError

    monkeypatch.chdir(tmp_path)
    each = Format(".csv", (b"a,b\n",), of_text, (reader,))
    (told,) = tried("csv", each, 1, 0)
    assert ("TooSlow" if wrong == "loop" else "IndexError") in told
    assert [path.name for path in Path("fuzz-found").iterdir()] == ["csv-0.csv"]


@pytest.mark.parametrize("name", audited.formats())
def test_what_is_mutated_is_read_to_its_end(name: str, tmp_path: Path) -> None:
    """Each example as it is: a fault at its first byte would leave nothing to be tried."""
    each = audited.formats()[name]
    path = tmp_path / f"a{each.suffix}"
    for example in each.examples:
        path.write_bytes(example)
        for reader in each.readers:
            reader(str(path))
