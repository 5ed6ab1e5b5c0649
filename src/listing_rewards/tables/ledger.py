"""A second table, of events or of payments: one line each, added to the case it names."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from listing_rewards.case import Case, Event, Payment, code_key
from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.money import plain_signs
from listing_rewards.policy.model import Policy
from listing_rewards.tables.columns import (
    Column,
    Heading,
    Kind,
    award_names,
    columns_of_enterprise,
    event_names,
)
from listing_rewards.tables.files import open_text
from listing_rewards.tables.lines import read_cell, table_lines, width_fault
from listing_rewards.tables.rows import Cell, Row

Table: TypeAlias = Literal["events", "payments"]

_ENTRY: dict[Table, Column] = {
    "events": Column("entry", "", ("event", "事项", "kind", "节点")),
    "payments": Column("entry", "", ("award", "奖励项目", "项目", "项目名称", "奖励项目名称")),
}
_DAY = Column("event_day", "", ("on", "日期", "date", "时间"))
_AMOUNT = Column("event_amount", "", ("amount", "金额", "融资额", "奖励金额"))
_PAYING = ("付款", "支付", "拨付", "发放")
_PAID: dict[Kind, tuple[str, ...]] = {
    "event_day": tuple(f"{each}日期" for each in _PAYING),
    "event_amount": tuple(f"{each}金额" for each in _PAYING),
}
FIELDS: dict[Kind, str] = {
    "name": "name",
    "uscc": "uscc",
    "county": "county",
    "event_day": "on",
    "event_amount": "amount",
    "policy": "policy",
}
_POLICY = Column("policy", "", ("policy", "依据政策"))


def columns_of_entries(table: Table) -> list[Column]:
    """The columns that a table of events or of payments may have."""
    columns = [*columns_of_enterprise(), _ENTRY[table], _DAY, _AMOUNT]
    if table == "events":
        return columns
    paid = [replace(each, names=(*each.names, *_PAID.get(each.kind, ()))) for each in columns]
    return [*paid, _POLICY]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a second table: whose it is, what it says, or what is wrong with it."""

    cell: Cell
    name: str
    uscc: str
    table: Table
    value: Event | Payment | None
    faults: tuple[Fault, ...]
    headers: tuple[tuple[str, str], ...]
    """The header that each field was read from."""


def read_ledger(
    file: str, table: Table, policy: Policy, *, ignored: Iterable[str] = ()
) -> list[Entry]:
    """Every line of a CSV table of events or payments.

    Its columns: name or uscc, event or award, on, amount, and for payments the policy they were
    made under.

    Raises:
        InvalidFile: the table cannot be used, or a line names no enterprise, so that no answer
            could be trusted.
    """
    known = event_names(policy) if table == "events" else award_names(policy)
    columns = columns_of_entries(table)
    entries: list[Entry] = []
    with open_text(file) as text:
        lines = csv.reader(text, strict=True)
        for number, heads, line in table_lines(
            lines, file, columns, who=("name", "uscc"), ignored=ignored
        ):
            if wrong := width_fault(line, heads):
                raise InvalidFile(wrong.at(file=file, row=number))
            entries.append(_entry(Cell(file, number, ""), heads, line, table, known))
    nameless = [each.cell.row for each in entries if not each.name and not each.uscc]
    if nameless:
        faults = (fault("names_no_enterprise").at(file=file, row=row) for row in nameless)
        raise InvalidFile(*faults)
    return entries


def _entry(
    place: Cell,
    heads: Sequence[Heading | None],
    line: Sequence[str],
    table: Table,
    known: dict[str, str],
) -> Entry:
    values: dict[str, Any] = {}
    headers: dict[str, str] = {}
    faults: list[Fault] = []
    for head, text in zip(heads, line, strict=False):
        if head is None or not text.strip():
            continue
        field = FIELDS.get(head.column.kind) or ("kind" if table == "events" else "award")
        headers[field] = head.written
        try:
            values[field] = read_cell(head, text)
        except ListingRewardsError as error:
            faults += [
                each.at(file=place.file, row=place.row, column=head.written)
                for each in error.faults
            ]
    name, uscc = str(values.pop("name", "")), str(values.pop("uscc", ""))
    values.pop("county", None)
    for label in ("kind", "award"):
        if label in values:
            values[label] = known.get(plain_signs(values[label]), values[label])
    value: Event | Payment | None = None
    if not faults:
        try:
            value = (Event if table == "events" else Payment).model_validate(values)
        except ListingRewardsError as error:
            faults += [each.at(file=place.file, row=place.row) for each in error.faults]
    return Entry(place, name, uscc, table, value, tuple(faults), tuple(headers.items()))


def with_entries(rows: Iterable[Row], entries: Iterable[Entry]) -> Iterator[Row]:
    """The rows, each with the entries that name it; then the entries that name none, as faults."""
    held = list(rows)
    by_name: dict[str, list[int]] = defaultdict(list)
    by_uscc: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(held):
        if row.case is not None:
            by_name[row.case.enterprise.name].append(index)
            by_uscc[code_key(row.case.enterprise.uscc)].append(index)
    astray: list[Row] = []
    for entry in entries:
        named = by_name.get(entry.name, [])
        found = (by_uscc.get(code_key(entry.uscc), []) if entry.uscc else []) or named
        if wrong := _at_odds(entry, held, found):
            for index in {*found, *named}:
                held[index] = _refused(held[index], entry, (wrong,))
            continue
        if not found:
            lost = fault("not_in_table", entry.uscc or entry.name)
            astray.append(_refused(Row(entry.cell.file, entry.cell.row, None), entry, (lost,)))
        for index in found:
            twice = (fault("ambiguous_enterprise", entry.uscc or entry.name),)
            held[index] = (
                _refused(held[index], entry, twice)
                if len(found) > 1
                else _added(held[index], entry)
            )
    yield from held
    yield from astray


def _at_odds(entry: Entry, held: list[Row], found: list[int]) -> Fault | None:
    """Where an entry gives both name and code, they must not belong to different enterprises."""
    for index in found:
        case = held[index].case
        if case is None or not entry.name or not entry.uscc:
            continue
        who = case.enterprise
        if who.name != entry.name:
            return fault("another_enterprise", entry.uscc, owner=who.name, name=entry.name)
        if who.uscc is not None and code_key(who.uscc) != code_key(entry.uscc):
            return fault("another_code", entry.uscc, owner=who.name, known=who.uscc)
    return None


def _refused(row: Row, entry: Entry, faults: tuple[Fault, ...]) -> Row:
    placed = tuple(each.at(file=entry.cell.file, row=entry.cell.row) for each in faults)
    return replace(row, case=None, faults=(*row.faults, *placed))


def _added(row: Row, entry: Entry) -> Row:
    """The row with the entry in its case; a faulty entry makes the whole row faulty."""
    if row.case is None or entry.value is None:
        return _refused(row, entry, entry.faults)
    before: tuple[Event | Payment, ...] = getattr(row.case, entry.table)
    path = f"{entry.table}[{len(before)}]"
    cells = {
        f"{path}.{name}": Cell(entry.cell.file, entry.cell.row, header)
        for name, header in entry.headers
    }
    case: Case = row.case.model_copy(update={entry.table: (*before, entry.value)})
    return replace(row, case=case, cells={**row.cells, path: entry.cell, **cells})
