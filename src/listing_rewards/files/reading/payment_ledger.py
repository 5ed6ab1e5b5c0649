"""A ledger of payments from CSV, JSON or JSON Lines, each line with the row it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TextIO

from listing_rewards.audit.ledger import LedgerLine
from listing_rewards.errors import Fault, ListingRewardsError
from listing_rewards.files.reading.cell_values import read_cell
from listing_rewards.files.reading.columns import Column, award_names, columns_of_ledger
from listing_rewards.files.reading.grid import Grid, csv_grid
from listing_rewards.files.reading.json_documents import JsonForm, read_documents
from listing_rewards.files.reading.lines import TableLine, missing_cells, table_lines, total_fault
from listing_rewards.files.reading.rows import Cell
from listing_rewards.files.reading.second_tables import FIELDS, NEEDED, WHO, kind_of
from listing_rewards.files.reading.workbook_sheets import (
    TableKind,
    kind_of_cases,
    open_workbook,
    sheets_by_kind,
)
from listing_rewards.files.streams import format_of, open_text
from listing_rewards.money import plain_signs
from listing_rewards.policy.model import Policy

_TITLE = ("payments", "已付奖励")


class PaidRow(NamedTuple):
    """A line of a ledger as read, or what is wrong with it."""

    line: LedgerLine | None
    faults: tuple[Fault, ...] = ()


def read_payments(
    name: str, policy: Policy, *, asked: str | None = None, ignored: Iterable[str] = ()
) -> list[PaidRow]:
    """Every line of a ledger of payments; one that cannot be read carries its faults.

    Of a workbook, the sheet whose header is that of a ledger; its notes and its total are not
    lines.

    Its columns: name or uscc, award (id or title), on, amount, policy, reference, and one for
    each level of government that the policy names. In JSON, a list of `LedgerLine`s.

    Args:
        name: a file, or ``-`` for standard input (CSV unless `asked` says otherwise).
        policy: its awards and levels give the names that may stand in the ledger.
        asked: ``json``, ``jsonl``, ``csv`` or ``xlsx``; by default the file's suffix tells.
        ignored: headers of a table that are to be left out.

    Raises:
        InvalidFile: the file as a whole cannot be used.
    """
    form = format_of(name, asked, default="csv")
    columns = columns_of_ledger(policy)
    if form == "xlsx":
        with open_workbook(name) as book:
            of_ledger = TableKind(_TITLE, columns, WHO, ("entry",))
            title, *_ = sheets_by_kind(book, [of_ledger, kind_of("events"), kind_of_cases(policy)])
            return list(_from_grid(book.grid(str(title)), policy, columns, ignored))
    with open_text(name) as text:
        if form == "csv":
            return list(_from_grid(csv_grid(text, name), policy, columns, ignored))
        return list(_from_json(text, name, policy, form))


def _from_grid(
    grid: Grid, policy: Policy, columns: list[Column], ignored: Iterable[str]
) -> Iterator[PaidRow]:
    known = award_names(policy)
    for line in table_lines(grid, columns, who=WHO, ignored=ignored):
        if line.aside:
            continue
        wrong = line.fault or total_fault(line)
        values, faults = ({}, [wrong]) if wrong else _values(line, columns)
        yield _row(values | {"row": line.place.row}, faults, line.place, known)


def _values(line: TableLine, columns: Iterable[Column]) -> tuple[dict[str, Any], list[Fault]]:
    """What the cells of a line state, by the field that each column is for."""
    values: dict[str, Any] = {}
    levels: dict[str, Any] = {}
    faults: list[Fault] = []
    for head, cell in line.stated():
        if head.column.kind == "county":
            continue
        try:
            value = read_cell(head, cell)
        except ListingRewardsError as error:
            faults += map(line.place.under(head.written, head.letter).marked, error.faults)
            continue
        if head.column.kind == "level":
            levels[head.column.of] = value
        else:
            values[_FIELDS[head.column.kind]] = value
    faults += missing_cells(line, columns, NEEDED["payments"])
    return values | {"levels": levels}, faults


_FIELDS = FIELDS | {"entry": "award", "reference": "reference"}


def _from_json(text: TextIO, name: str, policy: Policy, form: JsonForm) -> Iterator[PaidRow]:
    """A line of JSON Lines stands in its line, a member of a list in its place, from 1."""
    known = award_names(policy)
    for place, document in enumerate(read_documents(text, name, form), 1):
        number, stated = document.number or place, document.content
        if isinstance(stated, dict):
            stated = stated | {"row": number}
        yield _row(stated, list(document.faults), Cell(name, number), known)


def _row(stated: Any, faults: list[Fault], place: Cell, known: dict[str, str]) -> PaidRow:
    """The line that was stated, its award by its id, or the faults with their place."""
    if isinstance(stated, dict) and isinstance(stated.get("award"), str):
        award = stated["award"]
        stated = stated | {"award": known.get(plain_signs(award), award)}
    try:
        if not faults:
            return PaidRow(LedgerLine.model_validate(stated))
    except ListingRewardsError as error:
        faults = list(error.faults)
    return PaidRow(None, tuple(map(place.marked, faults)))
