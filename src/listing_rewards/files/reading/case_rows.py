"""One line of a table as a case, each value with the cell it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from listing_rewards.case import Case
from listing_rewards.errors import Fault, InvalidCase, ListingRewardsError, fault
from listing_rewards.files.enterprises import enterprise_keys, name_keys, visible_keys
from listing_rewards.files.reading.cell_values import read_cell
from listing_rewards.files.reading.columns import CARRIED, Kind
from listing_rewards.files.reading.doubtful_cells import (
    cut_amounts,
    doubts,
    is_company,
    shared_amounts,
)
from listing_rewards.files.reading.grid import Written
from listing_rewards.files.reading.headers import Heading
from listing_rewards.files.reading.layout import is_made_up
from listing_rewards.files.reading.rows import Cell, Row
from listing_rewards.files.reading.table_line import Heads, TableLine
from listing_rewards.values.money import plain_signs

_DAY_OF: dict[Kind, Kind] = {"event_amount": "event_day", "paid": "paid_day"}
_TABLE_OF: dict[Kind, str] = {
    "figure": "figures",
    "flag": "flags",
    "attribute": "attributes",
    "approved": "approved",
    "applied_day": "applied",
}
_DATED: dict[str, Kind] = {"events": "event_day", "payments": "paid_day"}
_BETWEEN = re.compile(r"[;,、；，]")

EXAMPLE_NAMES = ("示例甲股份有限公司",)
"""The enterprises of the examples on our own forms."""
_ADDED: tuple[Kind, ...] = ("event_day", "event_amount", "paid", "paid_day")


def case_of(
    line: TableLine, event_names: Mapping[str, str], below: Sequence[TableLine] = ()
) -> Row:
    """The case that a line of a table states, or the faults of its cells.

    Args:
        line: the line.
        event_names: the events by any of their names, for the column of absent ones.
        below: the lines into which the name's cell is merged: further events and payments.
    """
    place = line.place
    row = partial(Row, place.file, place.row, sheet=place.sheet, hidden=line.hidden)
    changed = changed_example(line)
    if line.aside and changed is None:
        return row(None, aside=line.aside, letter=place.letter, said=line.text)
    who = whose(line)
    row = partial(row, who=who, former=formerly(line), nameless=not who)
    if changed is not None:
        return row(None, faults=(changed,))
    row = partial(row, dashes=sum(each.dashes for each in (line, *below)))
    if line.fault:
        return row(None, faults=(place.marked(line.fault),))
    record = _Record(place)
    for head, cell in line.stated:
        record.take(head, cell)
    document, cells = record.document(line.heads, event_names)
    faults = [*record.faults]
    faults += [each.place.marked(each.fault) for each in below if each.fault]
    for at, each in enumerate((line, *below)):
        faults += shared_amounts(each, below[at:])
        faults += doubts(each)
        faults += cut_amounts(each)
    carried = record.carried
    for each in below:
        faults += _add(each, line.place.row, document, cells, carried)
    row = partial(row, carried=carried, wrapped=record.wrapped)
    if faults:
        return row(None, faults=tuple(faults))
    try:
        return row(Case.model_validate(document), cells=cells)
    except InvalidCase as error:
        refused = row(None, cells=cells)
        return replace(refused, faults=tuple(map(refused.placed, error.faults)))


def whose(line: TableLine) -> frozenset[str]:
    """The enterprise that a line names, by code and name, whatever is wrong with the line."""
    keys = [enterprise_keys(name, None) for name in _names_in(line)]
    keys += [enterprise_keys(None, cell.text) for _, cell in line.of_kind("uscc")]
    return frozenset().union(*keys)


def formerly(line: TableLine) -> frozenset[str]:
    """The names that the enterprise of a line had before, whatever is wrong with the line."""
    keys = [name_keys(name)[1] for name in _names_in(line)]
    keys += [visible_keys(*listed(cell.text)) for _, cell in line.of_kind("former")]
    return frozenset().union(*keys)


def _names_in(line: TableLine) -> list[str]:
    """The names that a line gives, also one under the header for the code or the county."""
    own = [cell.text for _, cell in line.of_kind("name")]
    exchanged = (cell.text for _, cell in (*line.of_kind("uscc"), *line.of_kind("county")))
    return own + [text for text in exchanged if is_company(text)]


def listed(text: str) -> list[str]:
    """The names in a cell that holds several."""
    return [name for part in _BETWEEN.split(text) if (name := part.strip())]


def changed_example(line: TableLine) -> Fault | None:
    """The fault of a line that is marked as an example and names an enterprise all the same.

    Or names nobody and states a day or an amount, which may be those of the enterprise above.
    """
    if line.aside != "example":
        return None
    named = list(line.of_kind("name"))
    for head, cell in named:
        if not is_made_up(cell.text, EXAMPLE_NAMES):
            place = line.place.under(head.written, head.letter)
            return place.marked(fault("example_changed", cell.text.strip()))
    for head, cell in line.stated:
        if not named and head.column.kind in _ADDED:
            place = line.place.under(head.written, head.letter)
            return place.marked(fault("example_of_nobody", cell.text.strip()))
    return None


def _add(
    line: TableLine,
    first: int,
    document: dict[str, Any],
    cells: dict[str, Cell],
    carried: dict[str, Any],
) -> list[Fault]:
    """Add the events and payments of a line that belongs to the enterprise above it."""
    record = _Record(line.place)
    for head, cell in line.stated:
        if cell.merged is not None and first <= cell.merged.first_row < line.place.row:
            continue
        if head.column.is_of("carried", "remark"):
            remarks = (carried.get("remark"), cell.text.strip())
            carried["remark"] = "；".join(dict.fromkeys(filter(None, remarks)))
            continue
        if head.column.kind not in _ADDED and not _of_dated(head):
            place = line.place.under(head.written, head.letter)
            record.faults.append(place.marked(fault("only_events_below", cell.text.strip())))
            continue
        record.take(head, cell)
    added, places = record.document(line.heads, {})
    for table in ("events", "payments"):
        shift = len(document[table])
        for at, _ in enumerate(added[table]):
            cells[f"{table}[{shift + at}]"] = places.get(f"{table}[{at}]", line.place)
        document[table] += added[table]
    return record.faults


def _of_dated(head: Heading) -> bool:
    """Whether a column holds what proves an event or a payment."""
    return head.column.kind == "evidence" and head.column.of.partition(".")[0] in _DATED


class _Value(NamedTuple):
    """What a cell states, its column, and its text as written."""

    value: Any
    head: Heading
    text: str


class _Record:
    """The values of one line, by what their columns hold."""

    def __init__(self, place: Cell) -> None:
        self.faults: list[Fault] = []
        self._place = place
        self._values: dict[tuple[Kind, str], _Value] = {}

    def take(self, head: Heading, cell: Written) -> None:
        """Read one cell; a fault is kept with its place."""
        try:
            value = read_cell(head, cell)
        except ListingRewardsError as error:
            self.faults += [self._at(each, head) for each in error.faults]
        else:
            self._values[head.column.kind, head.column.of] = _Value(value, head, cell.text.strip())

    @property
    def wrapped(self) -> bool:
        """Whether a sign around the credit code was taken off."""
        read = self._values.get(("uscc", ""))
        return read is not None and plain_signs(read.text) != read.value

    @property
    def carried(self) -> dict[str, Any]:
        """What no rule reads, by the title it comes out under."""
        return {of: read.value for (kind, of), read in self._values.items() if kind in CARRIED}

    def document(
        self, heads: Heads, event_names: Mapping[str, str]
    ) -> tuple[dict[str, Any], dict[str, Cell]]:
        """The values as a case document, and the cell of each part of it."""
        self._amounts_without_day(heads)
        cells: dict[str, Cell] = {}
        events = self._dated("event_day", "event_amount", "kind", "events", cells)
        payments = self._dated("paid_day", "paid", "award", "payments", cells)
        evidence = self._evidence(cells)
        for i, payment in enumerate(payments):
            if "amount" not in payment:
                head = self._values["paid_day", payment["award"]].head
                self.faults.append(self._at(fault("amount_missing_for_day", payment["on"]), head))
                cells.pop(f"payments[{i}]")
        enterprise = {
            kind: self._values[kind, ""].value
            for kind in ("name", "uscc", "county")
            if (kind, "") in self._values
        }
        former = self._names("former")
        enterprise |= {"former_names": former} if former else {}
        absent, names = self._values.get(("absent", "")), self._names("absent")
        cells |= {
            f"enterprise.{head.column.kind}": self._cell(head)
            for head in heads
            if head and head.column.kind in {"name", "uscc", "county"}
        }
        if absent:
            cells |= {f"absent[{i}]": self._cell(absent.head) for i in range(len(names))}
        tables: dict[str, dict[str, Any]] = {table: {} for table in _TABLE_OF.values()}
        for (kind, of), read in self._values.items():
            if (table := _TABLE_OF.get(kind)) is not None:
                tables[table][of] = read.value
                cells[f"{table}.{of}"] = self._cell(read.head)
        document = {
            "enterprise": enterprise,
            "events": events,
            **tables,
            "payments": payments,
            "absent": [event_names.get(name, name) for name in names],
            "evidence": evidence,
        }
        return document, cells

    def _names(self, kind: Kind) -> list[str]:
        """The names in the cell of a kind that may hold several."""
        read = self._values.get((kind, ""))
        return listed(read.value) if read else []

    def _dated(
        self, day: Kind, amount: Kind, label: str, table: str, cells: dict[str, Cell]
    ) -> list[dict[str, Any]]:
        """The values of a day's columns, each with the amount that belongs to it."""
        found: list[dict[str, Any]] = []
        for (kind, of), read in self._values.items():
            if kind == day:
                cells[f"{table}[{len(found)}]"] = self._cell(read.head)
                entry = {label: of, "on": read.value}
                if (amount, of) in self._values:
                    entry["amount"] = self._values[amount, of].value
                proof = self._values.get(("evidence", f"{table}.{of}"))
                if proof is not None:
                    entry["evidence"] = proof.value
                found.append(entry)
        return found

    def _evidence(self, cells: dict[str, Cell]) -> dict[str, str]:
        """What proves the facts that are no event and no payment; of those it stands with them."""
        found: dict[str, str] = {}
        for (kind, place), read in self._values.items():
            table, _, of = place.partition(".")
            if kind == "evidence" and table not in _DATED:
                found[place] = read.value
                cells[f"evidence.{place}"] = self._cell(read.head)
            elif kind == "evidence" and (_DATED[table], of) not in self._values:
                self.faults.append(self._at(fault("evidence_of_nothing", place), read.head))
        return found

    def _amounts_without_day(self, heads: Heads) -> None:
        for (kind, of), read in self._values.items():
            day = _DAY_OF.get(kind)
            if day is None or (day, of) in self._values:
                continue
            written = [each.written for each in heads if each and each.column.is_of(day, of)]
            if any(each.column in written for each in self.faults):
                continue
            column = written[0] if written else self._missing_name(day, of)
            quoted = f"'{column}'", f"“{column}”"
            missing = fault("day_missing_for_amount", read.text, column=quoted)
            self.faults.append(self._at(missing, read.head))

    @staticmethod
    def _missing_name(kind: Kind, of: str) -> str:
        return of if kind == "event_day" else f"paid_{of}_on"

    def _at(self, each: Fault, head: Heading) -> Fault:
        return self._cell(head).marked(each)

    def _cell(self, head: Heading) -> Cell:
        return self._place.under(head.written, head.letter)
