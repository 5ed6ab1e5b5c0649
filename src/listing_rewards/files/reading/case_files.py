"""Cases from JSON, JSON Lines, CSV and workbooks, each with the place it was read from."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing

from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, InvalidFile, fault
from listing_rewards.files.reading.case_rows import case_of
from listing_rewards.files.reading.columns import Kind, Table, columns_of, event_names
from listing_rewards.files.reading.grid import Grid, csv_grid
from listing_rewards.files.reading.json_documents import Document, read_documents
from listing_rewards.files.reading.lines import table_lines
from listing_rewards.files.reading.rows import Row
from listing_rewards.files.reading.second_tables import entries_of, kind_of, with_entries
from listing_rewards.files.reading.workbook_sheets import (
    kind_of_cases,
    open_workbook,
    sheets_by_kind,
)
from listing_rewards.files.streams import Format, Meter, format_of, open_text
from listing_rewards.policy.model import Policy


def read_rows(
    name: str,
    policy: Policy,
    *,
    asked: str | None = None,
    ignored: Iterable[str] = (),
    meter: Meter | None = None,
) -> Iterator[Row]:
    """Every case of a file, one after the other; a row that cannot be read carries its faults.

    Of a workbook, the sheet of enterprises is found by its header, and so are sheets of events and
    of payments, whose entries are added to the cases. Hidden sheets are not read.

    Args:
        name: a file, or ``-`` for standard input (JSON Lines unless `asked` says otherwise).
        policy: its declared facts give a table's columns.
        asked: ``json``, ``jsonl``, ``csv`` or ``xlsx``; by default the file's suffix tells.
        ignored: headers of a table that are to be left out.
        meter: told how far the file has been read.

    Raises:
        InvalidFile: the file as a whole cannot be used: unreadable, empty, in no known encoding
            or format, or a table with a header that is not understood.
    """
    form = format_of(name, asked, default="jsonl")
    empty = True
    with closing(_rows(name, form, policy, ignored, meter)) as rows:
        for row in rows:
            empty = empty and row.aside is not None
            yield row
    if empty:
        raise InvalidFile(fault("empty_file").at(file=name))


def _rows(
    name: str, form: Format, policy: Policy, ignored: Iterable[str], meter: Meter | None
) -> Generator[Row, None, None]:
    if form == "xlsx":
        yield from _from_workbook(name, policy, ignored)
        return
    with open_text(name, meter) as text:
        if form == "csv":
            yield from _from_grid(csv_grid(text, name), policy, ignored)
        else:
            yield from map(_row, read_documents(text, name, form))


def _row(document: Document) -> Row:
    """The case that a document states, or its faults."""
    name, number, within = document.file, document.number, document.within
    if document.faults:
        faults = tuple(each.at(file=name, row=number) for each in document.faults)
        return Row(name, number, None, faults)
    try:
        return Row(name, number, Case.model_validate(document.content), within=within)
    except InvalidCase as error:
        placed = (each.within(within).at(file=name, row=number) for each in error.faults)
        return Row(name, number, None, tuple(placed), within=within)


_WHOSE: tuple[Kind, ...] = ("name",)
_SECOND: tuple[Table, ...] = ("events", "payments")


def _from_grid(grid: Grid, policy: Policy, ignored: Iterable[str]) -> Iterator[Row]:
    names = event_names(policy)
    columns = list(columns_of(policy))
    for line in table_lines(grid, columns, who=_WHOSE, ignored=ignored):
        yield case_of(line, names)


def _from_workbook(name: str, policy: Policy, ignored: Iterable[str]) -> Iterator[Row]:
    with open_workbook(name) as book:
        cases, *second = sheets_by_kind(book, [kind_of_cases(policy), *map(kind_of, _SECOND)])
        entries = [
            entry
            for table, title in zip(_SECOND, second, strict=True)
            if title is not None
            for entry in entries_of(book.grid(title), table, policy, ignored=ignored)
        ]
        yield from (Row(name, 0, None, sheet=each, aside="hidden_sheet") for each in book.concealed)
        rows = _from_grid(book.grid(str(cases)), policy, ignored)
        yield from with_entries(rows, entries) if entries else rows
