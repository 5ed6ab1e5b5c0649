"""A second table, of events or of payments: one line each, added to the case it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from listing_rewards.audit.ledger.returns import said_of_return
from listing_rewards.case import Case, Event, Payment, code_key
from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.enterprises import name_keys, stems_of, visible_keys
from listing_rewards.files.reading.case_rows import changed_example
from listing_rewards.files.reading.cell_values import read_cell
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap
from listing_rewards.files.reading.columns import (
    Column,
    Kind,
    Table,
    award_names,
    columns_of_entries,
    event_names,
)
from listing_rewards.files.reading.doubtful_cells import gives_another_amount, shared_amounts
from listing_rewards.files.reading.grid import Grid, csv_grid
from listing_rewards.files.reading.lines import table_lines
from listing_rewards.files.reading.rows import Aside, Cell, Hidden, Row
from listing_rewards.files.reading.table_line import TableLine, missing_cells
from listing_rewards.files.reading.taken_back import (
    doubts_facts,
    doubts_payment,
    is_of_later,
    not_yet_done,
    not_yet_paid,
    says_other_money,
    takes_back,
)
from listing_rewards.files.reading.workbook_sheets import (
    TableKind,
    kind_of_cases,
    open_workbook,
    sheets_by_kind,
)
from listing_rewards.files.streams import is_workbook, open_text
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import plain_signs

WHO: tuple[Kind, ...] = ("name", "uscc")
_TITLES: dict[Table, tuple[str, str]] = {
    "events": ("events", "事项"),
    "payments": ("payments", "已付奖励"),
}
FIELDS: dict[Kind, str] = {
    "name": "name",
    "uscc": "uscc",
    "county": "county",
    "event_day": "on",
    "event_amount": "amount",
    "policy": "policy",
    "evidence": "evidence",
}
NEEDED: dict[Table, tuple[Kind, ...]] = {
    "events": ("entry", "event_day"),
    "payments": ("entry", "event_day", "event_amount"),
}
"""What each line must state, besides whose it is."""


def kind_of(table: Table, chosen: ColumnMap = NO_MAP) -> TableKind:
    """The kind of sheet that holds such a table."""
    columns = chosen.columns_beside(columns_of_entries(table))
    return TableKind(_TITLES[table], columns, WHO, ("entry", "event_day"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a second table: whose it is, what it says, or what is wrong with it."""

    cell: Cell
    name: str
    uscc: str
    table: Table
    value: Event | Payment | None = None
    faults: tuple[Fault, ...] = ()
    cells: tuple[tuple[str, Cell], ...] = ()
    """The cell that each field was read from."""
    aside: Aside | Hidden | None = None
    said: str = ""


def read_ledger(file: str, table: Table, policy: Policy, chosen: ColumnMap = NO_MAP) -> list[Entry]:
    """Every line of a table of events or payments: a CSV, or the sheet of a workbook.

    Its columns: name or uscc, event or award, on, amount, and for payments the policy they were
    made under.

    Raises:
        InvalidFile: the table cannot be used, or a line names no enterprise, so that no answer
            could be trusted.
    """
    if is_workbook(file):
        with open_workbook(file) as book:
            other: Table = "payments" if table == "events" else "events"
            of_cases = kind_of_cases(policy, chosen)
            kinds = [kind_of(table, chosen), kind_of(other, chosen), of_cases]
            titles, *_ = sheets_by_kind(book, kinds, policy)
            return [
                each
                for title in titles
                for each in entries_of(book.grid(title), table, policy, chosen)
            ]
    with open_text(file) as text:
        return entries_of(csv_grid(text, file), table, policy, chosen)


def entries_of(grid: Grid, table: Table, policy: Policy, chosen: ColumnMap = NO_MAP) -> list[Entry]:
    """The entries that the lines of a file or sheet hold; raises as `read_ledger`."""
    known = event_names(policy) if table == "events" else award_names(policy)
    refuse_later(grid)
    columns = chosen.columns_beside(columns_of_entries(table))
    entries: list[Entry] = []
    for line in table_lines(grid, columns, who=WHO, ignored=chosen.ignored_beside):
        if line.fault:
            raise InvalidFile(line.place.marked(line.fault))
        entries.append(_entry(line, table, columns, known))
        if line.hidden and not line.aside:
            entries.append(Entry(line.place, "", "", table, aside="hidden_row"))
    nameless = [each.cell for each in entries if not each.aside and not each.name and not each.uscc]
    if nameless:
        raise InvalidFile(*(cell.marked(fault("names_no_enterprise")) for cell in nameless))
    return entries


def refuse_later(grid: Grid) -> None:
    """Refuse a sheet of payments or events whose name says that they are still to come.

    Raises:
        InvalidFile: it does.
    """
    if is_of_later(grid.sheet):
        wrong = fault("table_taken_back", grid.sheet)
        raise InvalidFile(wrong.at(file=grid.file, sheet=grid.sheet))


def concealed_entries(
    grid: Grid, table: Table, policy: Policy, chosen: ColumnMap = NO_MAP
) -> list[Entry]:
    """The entries of a hidden sheet, each a fault: half of its readers do not know of them."""
    hidden = fault("hidden_sheet_of_entries", grid.sheet)
    return [
        replace(each, value=None, faults=(_cell_of(each).marked(hidden),))
        for each in entries_of(grid, table, policy, chosen)
        if not each.aside
    ]


def _cell_of(entry: Entry) -> Cell:
    """The cell of the entry's day, or of its line."""
    return dict(entry.cells).get("on", entry.cell)


def _entry(line: TableLine, table: Table, columns: list[Column], known: dict[str, str]) -> Entry:
    place = line.place
    if wrong := changed_example(line):
        named = next((cell.text.strip() for _, cell in line.of_kind("name")), "")
        return Entry(place, named, "", table, faults=(wrong,))
    if line.aside:
        return Entry(place, "", "", table, aside=line.aside, said=line.text)
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    faults: list[Fault] = []
    for head, cell in line.stated:
        field = FIELDS.get(head.column.kind) or ("kind" if table == "events" else "award")
        cells[field] = place.under(head.written, head.letter)
        try:
            values[field] = read_cell(head, cell, signed=table == "payments")
        except ListingRewardsError as error:
            faults += map(cells[field].marked, error.faults)
    faults += missing_cells(line, columns, NEEDED[table])
    faults += shared_amounts(line)
    faults += _said_beside(line, table, values.get("amount"))
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
            faults += map(place.marked, error.faults)
    return Entry(place, name, uscc, table, value, tuple(faults), tuple(cells.items()))


def _said_beside(line: TableLine, table: Table, amount: Any) -> Iterator[Fault]:
    """Why an entry may not hold, by its remark and the comments on it."""
    comments = ((line.under(each), each.text) for each in line.comments)
    for cell, said in ((line.place, line.remark), *comments):
        if wrong := _doubt_of(said, table, amount):
            yield cell.marked(wrong)
        elif gives_another_amount(said, line):
            yield cell.marked(fault("doubted_by_remark", said))


def _doubt_of(said: str, table: Table, amount: Any) -> Fault | None:
    paid = table == "payments"
    if takes_back(said) or (not_yet_paid(said) if paid else not_yet_done(said)):
        return fault("entry_taken_back", said)
    if paid and said_of_return(said) == "returned":
        positive = isinstance(amount, Decimal) and amount > 0
        return fault("returned_by_remark", said) if positive else None
    doubted = doubts_payment(said) if paid else doubts_facts(said)
    return fault("doubted_by_remark", said) if doubted or says_other_money(said) else None


def with_entries(rows: Iterable[Row], entries: Iterable[Entry]) -> Iterator[Row]:
    """The rows, each with the entries that name it; then the entries that name none, as faults."""
    held = list(rows)
    by_name: dict[str, list[int]] = defaultdict(list)
    by_uscc: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(held):
        if row.case is not None:
            for key in _with_stems(_names_of(row.case)):
                alike[key].append(index)
            by_name[row.case.enterprise.name].append(index)
            by_uscc[code_key(row.case.enterprise.uscc)].append(index)
    astray: list[Row] = []
    for entry in entries:
        row = Row(entry.cell.file, entry.cell.row, None, sheet=entry.cell.sheet)
        if entry.aside:
            aside = replace(row, aside=entry.aside, letter=entry.cell.letter, said=entry.said)
            astray.append(aside)
            continue
        named = by_name.get(entry.name, [])
        found = (by_uscc.get(code_key(entry.uscc), []) if entry.uscc else []) or named
        almost = [] if found else _almost(entry, held, alike)
        if wrong := _at_odds(entry, held, found or almost):
            for index in {*found, *named, *almost}:
                held[index] = _refused(held[index], entry, (wrong,))
            continue
        if not found:
            lost = fault("not_in_table", entry.uscc or entry.name)
            astray.append(replace(row, faults=(entry.cell.marked(lost), *entry.faults)))
        for index in found:
            twice = (fault("ambiguous_enterprise", entry.uscc or entry.name),)
            held[index] = (
                _refused(held[index], entry, twice)
                if len(found) > 1
                else _added(held[index], entry)
            )
    yield from (replace(row, case=None) if row.faults else row for row in held)
    yield from astray


def _at_odds(entry: Entry, held: list[Row], found: list[int]) -> Fault | None:
    """A name and a code must not belong to different enterprises, nor a name be written otherwise.

    What was paid to an enterprise under a name that differs by a blank would be paid to it again.
    """
    for index in found:
        case = held[index].case
        if case is None or not entry.name:
            continue
        who = case.enterprise
        if who.name != entry.name and _is_alike(entry, case):
            return fault("almost_in_table", entry.name, owner=who.name)
        if not entry.uscc:
            continue
        if who.name != entry.name:
            return fault("another_enterprise", entry.uscc, owner=who.name, name=entry.name)
        if who.uscc is not None and code_key(who.uscc) != code_key(entry.uscc):
            return fault("another_code", entry.uscc, owner=who.name, known=who.uscc)
    return None


def _is_alike(entry: Entry, case: Case) -> bool:
    """Whether an entry's name may be one of the enterprise's, written otherwise."""
    return not _with_stems(_names_of(case)).isdisjoint(_with_stems(_read_as(entry)))


def _with_stems(keys: frozenset[str]) -> frozenset[str]:
    """The keys of names, and those names without their legal form."""
    return keys | stems_of(keys)


def _almost(entry: Entry, held: list[Row], alike: Mapping[str, list[int]]) -> list[int]:
    """The rows whose name the entry may mean: written otherwise, or with another legal form."""
    read = _read_as(entry)
    if named := {at for key in read for at in alike.get(key, ())}:
        return sorted(named)
    of_stem = {at for stem in stems_of(read) for at in alike.get(stem, ())}
    return sorted(at for at in of_stem if not _codes_differ(entry, held[at]))


def _codes_differ(entry: Entry, row: Row) -> bool:
    """Whether an entry and a row give two codes, and so name two enterprises."""
    own = row.case.enterprise.uscc if row.case else None
    return bool(entry.uscc and own and code_key(entry.uscc) != code_key(own))


def _names_of(case: Case) -> frozenset[str]:
    """The names of an enterprise of the main table, those that it had before included."""
    now, before = name_keys(case.enterprise.name)
    return now | before | visible_keys(*case.enterprise.former_names)


def _read_as(entry: Entry) -> frozenset[str]:
    """The names that an entry may mean, also without what it says in brackets behind one."""
    now, before = name_keys(entry.name) if entry.name else (frozenset[str](), frozenset[str]())
    return now | before | {key.rpartition("(")[0] for key in now if key.endswith(")")} - {""}


def _refused(row: Row, entry: Entry, faults: tuple[Fault, ...]) -> Row:
    """The row with these faults of an entry; whose it is stays known until all are added."""
    placed = (row.refused_by(entry.cell.marked(each)) for each in faults)
    return replace(row, faults=(*row.faults, *placed))


def _added(row: Row, entry: Entry) -> Row:
    """The row with the entry in its case; a faulty entry makes the whole row faulty."""
    if row.case is None or entry.value is None:
        return _refused(row, entry, entry.faults)
    before: tuple[Event | Payment, ...] = getattr(row.case, entry.table)
    path = f"{entry.table}[{len(before)}]"
    cells = {f"{path}.{name}": cell for name, cell in entry.cells}
    case: Case = row.case.model_copy(update={entry.table: (*before, entry.value)})
    return replace(row, case=case, cells={**row.cells, path: entry.cell, **cells})
