"""Cases from JSON, JSON Lines, CSV and workbooks, each with the place it was read from."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing

from listing_rewards.case import Case
from listing_rewards.errors import Fault, InvalidCase, InvalidFile, fault
from listing_rewards.files.reading.case_rows import case_of
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap
from listing_rewards.files.reading.columns import Kind, Table, columns_read, event_names
from listing_rewards.files.reading.folders import files_in
from listing_rewards.files.reading.grid import Grid, csv_grid
from listing_rewards.files.reading.json_documents import Document, read_documents
from listing_rewards.files.reading.lines import table_lines
from listing_rewards.files.reading.one_answer import one_answer_each
from listing_rewards.files.reading.rows import Row
from listing_rewards.files.reading.second_tables import (
    concealed_entries,
    entries_of,
    kind_of,
    read_ledger,
    with_entries,
)
from listing_rewards.files.reading.table_line import TableLine
from listing_rewards.files.reading.workbook_sheets import (
    hidden_sheets,
    kind_of_cases,
    open_workbook,
    sheets_by_kind,
)
from listing_rewards.files.streams import STANDARD, Format, Meter, format_read, open_text
from listing_rewards.policy.model import Policy, known_policy


def read_rows(
    name: str | os.PathLike[str],
    policy: Policy,
    *,
    asked: str | None = None,
    ignored: Iterable[str] = (),
    columns: ColumnMap = NO_MAP,
    meter: Meter | None = None,
) -> Iterator[Row]:
    """Every case of a file, one after the other; a row that cannot be read carries its faults.

    Of a workbook, the sheets of enterprises are found by their header, and so are those of events
    and of payments, whose entries are added to the cases. Hidden sheets are not read. An
    enterprise that stands in several rows is a fault in each.

    Args:
        name: a file, or ``-`` for standard input (JSON Lines unless `asked` says otherwise).
        policy: its declared facts give a table's columns.
        asked: ``json``, ``jsonl``, ``csv``, ``xlsx`` or ``xls``; by default by the file's suffix.
        ignored: headers of a table that are to be left out.
        columns: what the user says of headers that are not ours.
        meter: notified of how far the file has been read.

    Raises:
        InvalidFile: the file as a whole cannot be used: unreadable, empty, in no known encoding
            or format, or a table with a header that is not understood.
        InvalidPolicy: it is no policy.
    """
    if isinstance(name, os.PathLike):
        name = os.fspath(name)
    elif not isinstance(name, str):
        raise InvalidFile(fault("not_a_file_name", type(name).__name__))
    known_policy(policy)
    return read_files([name], policy, asked=asked, ignored=ignored, columns=columns, meter=meter)


def read_files(
    names: Iterable[str],
    policy: Policy,
    *,
    events: str | None = None,
    payments: str | None = None,
    asked: str | None = None,
    ignored: Iterable[str] = (),
    columns: ColumnMap = NO_MAP,
    meter: Meter | None = None,
) -> Iterator[Row]:
    """Every case of several files, as `read_rows`, with the entries of two files of entries.

    Args:
        names: the files of cases, or folders of them. Of several files, one that cannot be used is
            a row with its faults, and the others go on.
        policy: as for `read_rows`.
        events: a file of further events.
        payments: a file of payments.
        asked: as for `read_rows`.
        ignored: as for `read_rows`.
        columns: as for `read_rows`.
        meter: as for `read_rows`.
    """
    chosen, meters = columns.without(ignored), iter((None, meter))
    files, aside = files_in(names)
    bad = _unusable(files, policy, asked, chosen)

    def rows() -> Iterator[Row]:
        follows = next(meters)
        yield from aside
        for name in files:
            if name in bad:
                yield Row(name, 0, None, bad[name])
            else:
                yield from _some(name, policy, asked, chosen, follows)

    given: tuple[tuple[str | None, Table], ...] = ((events, "events"), (payments, "payments"))
    entries = [
        entry for file, table in given if file for entry in read_ledger(file, table, policy, chosen)
    ]
    if entries or not all(_can_be_read_again(name, asked) for name in files if name not in bad):
        kept = list(with_entries(rows(), entries) if entries else rows())
        return one_answer_each(lambda: kept)
    return one_answer_each(rows)


def rows_of_grid(grid: Grid, policy: Policy, chosen: ColumnMap) -> Iterator[Row]:
    """Every case of one table whose lines are in memory, as `read_rows`."""
    rows = list(_not_empty(_from_grid(grid, policy, chosen), grid.file))
    return one_answer_each(lambda: rows)


def _unusable(
    files: Sequence[str], policy: Policy, asked: str | None, chosen: ColumnMap
) -> dict[str, tuple[Fault, ...]]:
    """Of several files, those that cannot be used, and why; the others go on.

    Each is read to its end before any answer is given, so that none is answered in part.

    Raises:
        InvalidFile: none can be used.
    """
    bad: dict[str, tuple[Fault, ...]] = {}
    if len(files) > 1 and STANDARD not in files:
        for name in files:
            try:
                for _ in _some(name, policy, asked, chosen, None):
                    pass
            except InvalidFile as error:
                bad[name] = tuple(
                    each if each.file else each.at(file=name) for each in error.faults
                )
    if len(bad) == len(files) > 0:
        raise InvalidFile(*(each for faults in bad.values() for each in faults))
    return bad


def _can_be_read_again(name: str, asked: str | None) -> bool:
    """Whether a file is text, which is read twice rather than kept in memory."""
    return name != STANDARD and format_read(name, asked, default="jsonl") != "xlsx"


def _some(
    name: str, policy: Policy, asked: str | None, chosen: ColumnMap, meter: Meter | None
) -> Iterator[Row]:
    """The rows of a file, of which there is at least one."""
    form = format_read(name, asked, default="jsonl")
    with closing(_rows(name, form, policy, chosen, meter)) as rows:
        yield from _not_empty(rows, name)


def _not_empty(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """The rows, of which there must be at least one that is an enterprise."""
    empty, example = True, False
    for row in rows:
        empty = empty and row.aside is not None
        example = example or row.aside == "example"
        yield row
    if empty:
        raise InvalidFile(fault("blank_form" if example else "empty_file").at(file=name))


def _rows(
    name: str, form: Format, policy: Policy, chosen: ColumnMap, meter: Meter | None
) -> Generator[Row, None, None]:
    if form == "xlsx":
        yield from _from_workbook(name, policy, chosen)
        return
    with open_text(name, meter) as text:
        if form == "csv":
            yield from _from_grid(csv_grid(text, name), policy, chosen)
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


def _from_grid(grid: Grid, policy: Policy, chosen: ColumnMap) -> Iterator[Row]:
    names = event_names(policy)
    columns = chosen.columns(columns_read(policy))
    lines = table_lines(grid, columns, who=_WHOSE, ignored=chosen.ignore)
    held: list[TableLine] = []
    for line in lines:
        if held and not line.continues and not line.aside:
            yield from _cases(held, names)
            held = []
        held.append(line)
    if held:
        yield from _cases(held, names)


def _cases(lines: Sequence[TableLine], names: Mapping[str, str]) -> Iterator[Row]:
    """The case of a line and those it is merged with, then what stands between that is none."""
    first, *rest = lines
    yield case_of(first, names, [each for each in rest if each.continues])
    yield from (case_of(each, names) for each in rest if not each.continues)


def _from_workbook(name: str, policy: Policy, chosen: ColumnMap) -> Iterator[Row]:
    with open_workbook(name) as book:
        kinds = [kind_of_cases(policy, chosen), *(kind_of(table, chosen) for table in _SECOND)]
        cases, *second = sheets_by_kind(book, kinds, policy)
        entries = [
            entry
            for table, titles in zip(_SECOND, second, strict=True)
            for title in titles
            for entry in entries_of(book.grid(title), table, policy, chosen)
        ]
        for table, title in hidden_sheets(book, kinds):
            entries += concealed_entries(book.grid(title), _SECOND[table - 1], policy, chosen)
        yield from (Row(name, 0, None, sheet=each, aside="hidden_sheet") for each in book.concealed)
        for title in (title for each in (cases, *second) for title in each):
            grid = book.grid(title)
            for each in (*grid.comments, *grid.boxes):
                cell = f"{each.letter}{each.row}"
                yield Row(name, 0, None, sheet=title, aside="comment", letter=cell, said=each.short)
        rows = (row for each in cases for row in _from_grid(book.grid(each), policy, chosen))
        yield from with_entries(rows, entries) if entries else rows
