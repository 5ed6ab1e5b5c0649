"""What a format is: examples that are mutated, how, and what reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fuzz.mutations import Mutation

ROOT = Path(__file__).parents[2]


class Format(NamedTuple):
    """A format: examples that are mutated, how, and what reads them."""

    suffix: str
    examples: tuple[bytes, ...]
    mutate: Mutation
    readers: tuple[Callable[[str], object], ...]


def examples_of(*patterns: str) -> tuple[bytes, ...]:
    """The files that are named so, but for large ones."""
    paths = sorted(path for pattern in patterns for path in ROOT.glob(pattern))
    return tuple(path.read_bytes() for path in paths if path.stat().st_size < 200_000)
