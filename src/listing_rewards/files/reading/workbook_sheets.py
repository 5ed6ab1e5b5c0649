"""Which sheet of a workbook holds what, found by its header."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import NamedTuple, Protocol

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.columns import Column, Kind, by_name, column_named, columns_of
from listing_rewards.files.reading.grid import Grid, Line
from listing_rewards.files.reading.layout import TITLES, header_of, known_in, names_who
from listing_rewards.policy.model import Policy


class Sheets(Protocol):
    """An open workbook, as far as its sheets have to be told apart.

    Attributes:
        file: its name.
        titles: the titles of the sheets that are shown, in order.
        concealed: the titles of those that are hidden.
    """

    file: str
    titles: list[str]
    concealed: list[str]

    def grid(self, title: str) -> Grid:
        """The lines of a sheet, from the first on."""


class TableKind(NamedTuple):
    """A kind of table that a sheet may hold.

    Attributes:
        name: how it is called in messages, in English and Chinese.
        columns: those it may have.
        who: the kinds of which it has one.
        needs: the kinds it must have besides to be told from others.
    """

    name: tuple[str, str]
    columns: list[Column]
    who: tuple[Kind, ...]
    needs: tuple[Kind, ...] = ()


def kind_of_cases(policy: Policy) -> TableKind:
    """The kind of sheet that holds enterprises, one a row."""
    return TableKind(("enterprises", "企业"), list(columns_of(policy)), ("name",))


@contextmanager
def open_workbook(file: str) -> Iterator[Sheets]:
    """A workbook opened for reading.

    Raises:
        InvalidFile: it cannot be read as one, or the extra `excel` is not installed.
    """
    try:
        from listing_rewards.files.reading.xlsx.workbook import open_book
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    with open_book(file) as book:
        yield book


def sheets_by_kind(book: Sheets, kinds: Collection[TableKind]) -> list[str | None]:
    """For each kind of table, the title of the sheet that holds it; the first kind always has one.

    Raises:
        InvalidFile: two sheets hold the same kind, or a sheet names enterprises and is of none.
    """
    found: list[list[str]] = [[] for _ in kinds]
    wild: list[str] = []
    shown: list[str] = []
    headers = [by_name(kind.columns) for kind in kinds]
    for title in book.titles:
        lines = _first_lines(book.grid(title))
        shown += [title] if lines else []
        place = _kind_of(lines, kinds, headers)
        if place is not None:
            found[place].append(title)
        elif any(
            names_who(line, known, kind.who)
            for kind, known in zip(kinds, headers, strict=True)
            for line in lines
        ):
            wild.append(title)
    if not found[0]:
        found[0] = wild[:1] or [each for each in shown if not any(each in f for f in found)][:1]
        wild = wild[1:]
    faults = [
        fault("several_sheets", ", ".join(titles), kind=kind.name)
        for kind, titles in zip(kinds, found, strict=True)
        if len(titles) > 1
    ]
    faults += [fault("sheet_not_understood").at(sheet=title) for title in wild]
    if not found[0]:
        faults.append(fault("empty_file"))
    if faults:
        raise InvalidFile(*(each.at(file=book.file) for each in faults))
    return [titles[0] if titles else None for titles in found]


def _first_lines(grid: Grid) -> list[Line]:
    lines = (line for line in grid.lines if line.cells)
    return list(islice(lines, TITLES))


def _kind_of(
    lines: list[Line], kinds: Iterable[TableKind], headers: Iterable[Mapping[str, Column]]
) -> int | None:
    """The place of the kind of which most headers are known."""
    best, most = None, 1
    for place, (kind, names) in enumerate(zip(kinds, headers, strict=True)):
        header, *_ = header_of(iter(lines), names, kind.who)
        if header is None or not names_who(header, names, kind.who):
            continue
        columns = [column_named(cell.text, names) for cell in header.cells]
        if not set(kind.needs) <= {column.kind for column in columns if column}:
            continue
        known = known_in(header, names)
        if known > most:
            best, most = place, known
    return best
