"""Another ledger of the same payments, such as a treasury's export: who, when, how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from listing_rewards.audit.ledger import OtherLine
from listing_rewards.errors import Fault, ListingRewardsError
from listing_rewards.files.reading.cell_values import read_cell
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap
from listing_rewards.files.reading.columns import Column, Kind, columns_of_other_ledger
from listing_rewards.files.reading.doubtful_cells import shared_amounts
from listing_rewards.files.reading.grid import Grid, csv_grid
from listing_rewards.files.reading.json_documents import read_documents
from listing_rewards.files.reading.lines import table_lines
from listing_rewards.files.reading.rows import Cell
from listing_rewards.files.reading.second_tables import WHO
from listing_rewards.files.reading.table_line import TableLine, missing_cells
from listing_rewards.files.reading.workbook_sheets import TableKind, open_workbook, sheets_by_kind
from listing_rewards.files.streams import format_read, open_text
from listing_rewards.policy.model import Policy

_TITLE = ("payments", "支付明细")
_NEEDED: tuple[Kind, ...] = ("event_day", "event_amount")
_FIELDS: dict[Kind, str] = {
    "name": "name",
    "uscc": "uscc",
    "event_day": "on",
    "event_amount": "amount",
    "reference": "reference",
    "entry": "purpose",
}


class OtherRow(NamedTuple):
    """A line of the other ledger as read, or what is wrong with it."""

    line: OtherLine | None = None
    faults: tuple[Fault, ...] = ()


def read_other_ledger(
    name: str,
    policy: Policy,
    *,
    asked: str | None = None,
    ignored: Iterable[str] = (),
    columns: ColumnMap = NO_MAP,
) -> list[OtherRow]:
    """Every line of the other ledger; one that cannot be read carries its faults.

    Its columns: payee (收款人全称) or code, day, amount, voucher (支付凭证号), purpose (用途); what
    else it has is named by a map of columns, to be read or left out. In JSON, `OtherLine`s.

    Args:
        name: a file, or ``-`` for standard input (CSV unless `asked` says otherwise).
        policy: the policy asked, which tells the sheet of a workbook from sheets of cases.
        asked: ``json``, ``jsonl``, ``csv``, ``xlsx`` or ``xls``; by default by the file's suffix.
        ignored: headers of a table that are to be left out.
        columns: what the user says of headers that are not ours; what it carries is left out.

    Raises:
        InvalidFile: the file as a whole cannot be used.
    """
    form = format_read(name, asked, default="csv")
    chosen = columns.without(ignored)
    mapped = chosen.columns_beside(columns_of_other_ledger())
    if form == "xlsx":
        with open_workbook(name) as book:
            kinds = [TableKind(_TITLE, mapped, WHO, _NEEDED)]
            (sheets,) = sheets_by_kind(book, kinds, policy)
            return [
                row
                for title in sheets
                for row in _from_grid(book.grid(title), mapped, chosen.ignored_beside)
            ]
    with open_text(name) as text:
        if form == "csv":
            return list(_from_grid(csv_grid(text, name), mapped, chosen.ignored_beside))
        return [
            _row(each.content, list(each.faults), Cell(name, each.number or place))
            for place, each in enumerate(read_documents(text, name, form), 1)
        ]


def _from_grid(grid: Grid, columns: list[Column], ignored: Iterable[str]) -> Iterator[OtherRow]:
    for line in table_lines(grid, columns, who=WHO, ignored=ignored):
        if not line.aside:
            values, faults = ({}, [line.fault]) if line.fault else _values(line, columns)
            yield _row(values, faults, line.place)


def _values(line: TableLine, columns: list[Column]) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for head, cell in line.stated:
        if (field := _FIELDS.get(head.column.kind)) is None:
            continue
        try:
            values[field] = read_cell(head, cell, signed=True)
        except ListingRewardsError as error:
            faults += map(line.place.under(head.written, head.letter).marked, error.faults)
    return values, [*faults, *missing_cells(line, columns, _NEEDED), *shared_amounts(line)]


def _row(stated: Any, faults: list[Fault], place: Cell) -> OtherRow:
    if isinstance(stated, dict):
        stated = stated | {"row": place.row}
    try:
        if not faults:
            return OtherRow(OtherLine.model_validate(stated))
    except ListingRewardsError as error:
        faults = list(error.faults)
    return OtherRow(None, tuple(map(place.marked, faults)))
