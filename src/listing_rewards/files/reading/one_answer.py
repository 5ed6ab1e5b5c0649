"""One enterprise, one answer: rows that name the same enterprise are faults, all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from listing_rewards.case import Event, Payment
from listing_rewards.errors import Fault, fault
from listing_rewards.files.enterprises import (
    enterprise_keys,
    is_code,
    name_keys,
    stems_of,
    visible_keys,
)
from listing_rewards.files.reading.rows import Cell, Row, short_place

MOST_PLACES = 6
_COUNT = f"""
INSERT INTO places VALUES (?, 1, ?) ON CONFLICT (key) DO UPDATE SET
    times = times + 1,
    places = CASE WHEN times < {MOST_PLACES} THEN places || char(10) || excluded.places
             ELSE places END
"""  # noqa: S608  (a number of our own)


def one_answer_each(rows: Callable[[], Iterable[Row]]) -> Iterator[Row]:
    """The rows, those of an enterprise that stands in several as faults.

    A line that names nobody and states facts makes the row above it a fault as well.

    Args:
        rows: gives the rows from the first on, each time it is called; it is called twice, so that
            no more than names has to be kept of rows that are too many for memory.
    """
    places, tainted, last = _Places(), dict[int, Row](), -1
    for number, row in enumerate(rows()):
        if row.aside:
            continue
        if row.nameless and last >= 0:
            tainted[last] = row
        places.add(keys_of(row), row.place)
        places.add_former(former_keys_of(row), row.place)
        places.add_stems(keys_of(row), row.place)
        last = number
    alike = places.alike()
    twice = places.twice()
    for number, row in enumerate(rows()):
        yield _judged(row, twice, alike, tainted.get(number))


def keys_of(row: Row) -> frozenset[str]:
    """The enterprise of a row by code and by name, as a person sees them."""
    if row.case is None:
        return row.who
    return row.who | enterprise_keys(row.case.enterprise.name, row.case.enterprise.uscc)


def former_keys_of(row: Row) -> frozenset[str]:
    """The enterprise of a row by the names that it had before."""
    if row.case is None:
        return row.former
    who = row.case.enterprise
    return row.former | visible_keys(*who.former_names) | name_keys(who.name)[1]


def _judged(
    row: Row, twice: dict[str, list[str]], alike: dict[str, list[str]], below: Row | None
) -> Row:
    if row.aside:
        return row
    faults = [*row.faults]
    keys = sorted(keys_of(row) | former_keys_of(row))
    found = next((key for key in keys if key in twice), None)
    if found is not None:
        given = row.case.enterprise.name if row.case else found
        listed = ", ".join(twice[found])
        faults.append(_at_name(row, fault("same_enterprise", given, places=listed)))
    elif stem := next((each for each in sorted(stems_of(keys_of(row))) if each in alike), ""):
        given = row.case.enterprise.name if row.case else stem
        listed = ", ".join(alike[stem])
        faults.append(_at_name(row, fault("alike_enterprises", given, places=listed)))
    if below is not None and below.sheet == row.sheet and below.file == row.file:
        faults.append(
            _at_name(row, fault("nameless_line", short_place("", row.sheet, below.number)))
        )
    if row.case is not None:
        faults += twice_in(row)
    return row if len(faults) == len(row.faults) else replace(row, case=None, faults=tuple(faults))


def _at_name(row: Row, each: Fault) -> Fault:
    """A fault in the cell of the enterprise's name."""
    cell = row.cells.get("enterprise.name")
    if cell is not None:
        return cell.marked(each)
    return each.at(file=row.file, row=row.number, sheet=row.sheet)


def twice_in(row: Row) -> Iterator[Fault]:
    """The events and payments that a table states twice; a case in JSON may list them so."""
    if row.case is None or not row.cells:
        return
    for table in ("events", "payments"):
        seen: dict[Event | Payment, int] = {}
        for at, each in enumerate(getattr(row.case, table)):
            if each in seen:
                own, other = (_cell_of(row, f"{table}[{n}]") for n in (at, seen[each]))
                if own is not None and other is not None:
                    what = each.kind if isinstance(each, Event) else each.award
                    place = short_place("", other.sheet, f"{other.letter}{other.row}")
                    twice = fault("stated_twice", f"{what} {each.on}", other=place)
                    yield (
                        row.refused_by(own.marked(twice))
                        if own.row != row.number
                        else own.marked(twice)
                    )
            seen[each] = at


def _cell_of(row: Row, path: str) -> Cell | None:
    """The cell of the day of an event or payment, or else its line."""
    return row.cells.get(f"{path}.on") or row.cells.get(path)


class _Places:
    """The places of each enterprise, in a temporary file once they are many."""

    def __init__(self) -> None:
        self._book = sqlite3.connect("", isolation_level=None)
        self._book.execute("PRAGMA journal_mode = OFF")
        self._book.execute("CREATE TABLE places (key TEXT UNIQUE, times INTEGER, places TEXT)")
        self._book.execute("CREATE TABLE former (key TEXT, place TEXT)")
        self._book.execute("CREATE TABLE stems (stem TEXT, code TEXT, place TEXT)")
        self._book.execute("BEGIN")

    def add(self, keys: Iterable[str], place: str) -> None:
        """One more row, of an enterprise that is known by each of these."""
        self._book.executemany(_COUNT, [(key, place) for key in keys])

    def add_former(self, keys: Iterable[str], place: str) -> None:
        """One more row, of an enterprise that had these names before."""
        self._book.executemany("INSERT INTO former VALUES (?, ?)", [(key, place) for key in keys])

    def add_stems(self, keys: Iterable[str], place: str) -> None:
        """One more row, of an enterprise that is known by each of these."""
        code = next(filter(is_code, keys), None)
        stems = stems_of(keys)
        self._book.executemany(
            "INSERT INTO stems VALUES (?, ?, ?)", [(stem, code, place) for stem in stems]
        )

    def alike(self) -> dict[str, list[str]]:
        """The first places of the names that have a stem in common and not each its own code."""
        found: dict[str, list[str]] = {}
        rows = self._book.execute(
            "SELECT stem, place FROM stems WHERE stem IN (SELECT stem FROM stems GROUP BY stem "
            "HAVING count(*) > 1 AND count(*) > count(DISTINCT code)) ORDER BY rowid"
        )
        for stem, place in rows:
            listed = found.setdefault(stem, [])
            if len(listed) < MOST_PLACES:
                listed.append(place)
        return found

    def twice(self) -> dict[str, list[str]]:
        """The first places of those that stand in several, or also as the former name of another.

        Two enterprises may have had the same name; that is no reason for a fault.
        """
        with closing(self._book) as book:
            rows = book.execute("SELECT key, places FROM places WHERE times > 1")
            found = {key: places.split("\n") for key, places in rows}
            renamed = book.execute(
                "SELECT former.key, places.places, former.place FROM former "
                "JOIN places ON places.key = former.key"
            )
            for key, places, place in renamed:
                if place not in (listed := found.setdefault(key, places.split("\n"))):
                    listed.append(place)
            return {key: places for key, places in found.items() if len(places) > 1}
