"""The enterprises of a run: which stand in more than one row, and whether a code is well built."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import NamedTuple

from listing_rewards.case import code_key

MOST_PLACES = 6
_TABLE = "CREATE TABLE enterprises (key TEXT UNIQUE, written TEXT, times INTEGER, places TEXT)"
_COUNT = f"""
INSERT INTO enterprises VALUES (?, ?, 1, ?) ON CONFLICT (key) DO UPDATE SET
    times = times + 1,
    places = CASE WHEN times < {MOST_PLACES} THEN places || char(10) || excluded.places
             ELSE places END
"""  # noqa: S608  (a number of our own)
_TWICE = "SELECT written, places FROM enterprises WHERE times > 1 ORDER BY rowid"


class Twice(NamedTuple):
    """An enterprise that stands in more than one row, and the first of its places."""

    key: str
    places: list[str]


class Enterprises:
    """Enterprises by credit code and by name, in a temporary file once they are many.

    Neither capitals nor blanks nor full-width signs make another enterprise.

    >>> found = Enterprises()
    >>> for place, key in enumerate(["示例甲公司", "示例乙公司", "示例甲公司"], start=2):
    ...     found.count([key], f"a.csv:{place}")
    >>> [*found.twice()]
    [Twice(key='示例甲公司', places=['a.csv:2', 'a.csv:4'])]
    """

    def __init__(self) -> None:
        self._book = sqlite3.connect("", isolation_level=None)
        self._book.execute("PRAGMA journal_mode = OFF")
        self._book.execute(_TABLE)
        self._book.execute("BEGIN")

    def count(self, keys: Iterable[str], place: str) -> None:
        """Count a row, of an enterprise that is known by each of these."""
        self._book.executemany(_COUNT, [(code_key(key), key, place) for key in keys])

    def twice(self) -> Iterator[Twice]:
        """Those that stand in more than one row, in the order in which they first stood.

        What is known by code and by name in the same rows is told once.
        """
        told: set[str] = set()
        for key, places in self._book.execute(_TWICE):
            if places not in told:
                told.add(places)
                yield Twice(key, places.split("\n"))

    def __del__(self) -> None:
        self._book.close()


def well_built(code: str) -> bool:
    """Whether the code has the form and check digit of GB 32100-2015.

    A warning at most: codes of the first years are in use that fail it. Without the extra `cli`,
    which brings the check, every code passes.

    >>> well_built("91350100M000100Y43")
    True
    """
    return _check()(code)


@cache
def _check() -> Callable[[str], bool]:
    if find_spec("stdnum") is None:
        return lambda _: True
    is_valid: Callable[[str], bool] = import_module("stdnum.cn.uscc").is_valid
    return is_valid
