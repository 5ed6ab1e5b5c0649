"""Which enterprises stand in more than one row, of however many rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from listing_rewards.case import code_key

MOST_PLACES = 6
_TABLE = "CREATE TABLE seen (key TEXT UNIQUE, written TEXT, times INTEGER, places TEXT)"
_COUNT = f"""
INSERT INTO seen VALUES (?, ?, 1, ?) ON CONFLICT (key) DO UPDATE SET
    times = times + 1,
    places = CASE WHEN times < {MOST_PLACES} THEN places || char(10) || excluded.places
             ELSE places END
"""  # noqa: S608  (a number of our own)
_TWICE = "SELECT written, places FROM seen WHERE times > 1 ORDER BY rowid"


class Twice(NamedTuple):
    """An enterprise that stands in more than one row, and the first of its places."""

    key: str
    places: list[str]


class Seen:
    """Enterprises by credit code and by name, in a temporary file once they are many.

    Neither capitals nor blanks nor full-width signs make another enterprise.

    >>> seen = Seen()
    >>> for place, key in enumerate(["示例甲公司", "示例乙公司", "示例甲公司"], start=2):
    ...     seen.count([key], f"a.csv:{place}")
    >>> [*seen.twice()]
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
