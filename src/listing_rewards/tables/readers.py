"""Cases from JSON, JSON Lines and CSV, each with the place it was read from."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, InvalidFile, fault
from listing_rewards.policy.model import Policy
from listing_rewards.tables.columns import Kind, columns_of, event_names
from listing_rewards.tables.documents import Document, read_documents
from listing_rewards.tables.files import format_of, open_text
from listing_rewards.tables.lines import table_lines
from listing_rewards.tables.records import case_of
from listing_rewards.tables.rows import Cell, Row


def read_rows(
    name: str, policy: Policy, *, asked: str | None = None, ignored: Iterable[str] = ()
) -> Iterator[Row]:
    """Every case of a file, one after the other; a row that cannot be read carries its faults.

    Args:
        name: a file, or ``-`` for standard input (JSON Lines unless `asked` says otherwise).
        policy: its declared facts give a table's columns.
        asked: ``json``, ``jsonl`` or ``csv``; by default the file's suffix tells.
        ignored: headers of a table that are to be left out.

    Raises:
        InvalidFile: the file as a whole cannot be used: unreadable, empty, in no known encoding
            or format, or a table with a header that is not understood.
    """
    form = format_of(name, asked, default="jsonl")
    with open_text(name) as text:
        if form == "csv":
            rows = _from_csv(text, name, policy, ignored)
        else:
            rows = map(_row, read_documents(text, name, form))
        empty = True
        for row in rows:
            empty = False
            yield row
    if empty:
        raise InvalidFile(fault("empty_file").at(file=name))


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


def _from_csv(text: TextIO, name: str, policy: Policy, ignored: Iterable[str]) -> Iterator[Row]:
    names = event_names(policy)
    lines = csv.reader(text, strict=True)
    columns = list(columns_of(policy))
    for number, heads, line in table_lines(lines, name, columns, who=_WHOSE, ignored=ignored):
        yield case_of(line, heads, names, Cell(name, number, ""))
