"""A ledger of payments from CSV, JSON or JSON Lines, each line with the row it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TextIO

from listing_rewards.audit.ledger import LedgerLine, StatedTotal, UnreadLine
from listing_rewards.audit.ledger.returns import said_of_return
from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.case_rows import changed_example
from listing_rewards.files.reading.cell_values import read_cell
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap
from listing_rewards.files.reading.columns import Column, award_names, columns_of_ledger
from listing_rewards.files.reading.doubtful_cells import (
    cut_amounts,
    gives_another_amount,
    shared_amounts,
)
from listing_rewards.files.reading.grid import Grid, csv_grid
from listing_rewards.files.reading.json_documents import JsonForm, read_documents
from listing_rewards.files.reading.lines import table_lines
from listing_rewards.files.reading.rows import Cell
from listing_rewards.files.reading.second_tables import (
    FIELDS,
    NEEDED,
    WHO,
    kind_of,
    refuse_later,
)
from listing_rewards.files.reading.table_line import TableLine, missing_cells
from listing_rewards.files.reading.taken_back import doubts_payment, not_yet_paid, takes_back
from listing_rewards.files.reading.workbook_sheets import (
    TableKind,
    kind_of_cases,
    open_workbook,
    sheets_by_kind,
)
from listing_rewards.files.streams import format_read, open_text, toml_in
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Text
from listing_rewards.values.money import plain_signs, read_signed_yuan

_TITLE = ("payments", "已付奖励")


class PaidRow(NamedTuple):
    """A line of a ledger as read, a total that it states, or what is wrong with it.

    Attributes:
        line: the line.
        faults: why it cannot be read.
        unread: what of it can be read all the same.
        total: the total that it states.
    """

    line: LedgerLine | None = None
    faults: tuple[Fault, ...] = ()
    unread: UnreadLine | None = None
    total: StatedTotal | None = None


def read_titles(name: str, policy: Policy) -> dict[str, str]:
    """Other titles of awards, each with the award's id, from a TOML file.

    Each key is a title as a ledger writes it, each value an award's id or title in the policy.

    Raises:
        InvalidFile: it is no TOML of text alone, or names an award that the policy does not have.
    """
    known = award_names(policy)
    stated = toml_in(name)
    faults = [
        fault("unknown_award", award, accepted=known, policy=policy.id, path=title).at(file=name)
        for title, award in stated.items()
        if not isinstance(award, str) or plain_signs(award) not in known
    ]
    if faults:
        raise InvalidFile(*faults)
    return {title: known[plain_signs(award)] for title, award in stated.items()}


def read_payments(
    name: str,
    policy: Policy,
    *,
    asked: str | None = None,
    ignored: Iterable[str] = (),
    columns: ColumnMap = NO_MAP,
    titles: Mapping[str, str] | None = None,
) -> list[PaidRow]:
    """Every line of a ledger of payments; one that cannot be read carries its faults.

    Of a workbook, the sheet whose header is that of a ledger; its notes are not lines. A total
    that the ledger states is kept apart.

    Its columns: name or uscc, award (id or title), on, amount, policy, reference, returns (the
    voucher of the payment that came back), remark, and one for each level of government that the
    policy names. In JSON, a list of `LedgerLine`s.

    Args:
        name: a file, or ``-`` for standard input (CSV unless `asked` says otherwise).
        policy: its awards and levels give the names that may stand in the ledger.
        asked: ``json``, ``jsonl``, ``csv``, ``xlsx`` or ``xls``; by default by the file's suffix.
        ignored: headers of a table that are to be left out.
        columns: what the user says of headers that are not ours; what it carries is left out.
        titles: other titles of awards, each with the id it stands for.

    Raises:
        InvalidFile: the file as a whole cannot be used.
    """
    known = award_names(policy) | {plain_signs(key): award for key, award in (titles or {}).items()}
    form = format_read(name, asked, default="csv")
    chosen = columns.without(ignored)
    mapped = chosen.columns_beside(columns_of_ledger(policy))
    if form == "xlsx":
        with open_workbook(name) as book:
            of_ledger = TableKind(_TITLE, mapped, WHO, ("entry",))
            kinds = [of_ledger, kind_of("events", chosen), kind_of_cases(policy, chosen)]
            sheets, *_ = sheets_by_kind(book, kinds, policy)
            return [
                row
                for title in sheets
                for row in _from_grid(book.grid(title), known, mapped, chosen.ignored_beside)
            ]
    with open_text(name) as text:
        if form == "csv":
            grid = csv_grid(text, name)
            return list(_from_grid(grid, known, mapped, chosen.ignored_beside))
        return list(_from_json(text, name, known, form))


def _from_grid(
    grid: Grid, known: dict[str, str], columns: list[Column], ignored: Iterable[str]
) -> Iterator[PaidRow]:
    refuse_later(grid)
    for line in table_lines(grid, columns, who=WHO, ignored=ignored):
        if line.aside == "total":
            yield from _total(line)
        elif wrong := changed_example(line):
            yield PaidRow(None, (wrong,), _unread({}, (wrong,), line.place.row))
        elif not line.aside:
            values, faults = ({}, [line.fault]) if line.fault else _values(line, columns)
            yield _row(values | {"row": line.place.row}, faults, line.place, known)


def _total(line: TableLine) -> Iterator[PaidRow]:
    """The total that a line states, if it states an amount."""
    for head, cell in line.of_kind("event_amount"):
        try:
            amount = read_cell(head, cell, signed=True)
        except ListingRewardsError as error:
            place = line.place.under(head.written, head.letter)
            faults = tuple(map(place.marked, error.faults))
            yield PaidRow(None, faults, _unread({}, faults, line.place.row))
        else:
            yield PaidRow(total=StatedTotal(row=line.place.row, amount=amount))


def _values(line: TableLine, columns: Iterable[Column]) -> tuple[dict[str, Any], list[Fault]]:
    """What the cells of a line state, by the field that each column is for."""
    values: dict[str, Any] = {}
    levels: dict[str, Any] = {}
    faults: list[Fault] = []
    for head, cell in line.stated:
        if head.column.kind == "county":
            continue
        try:
            value = read_cell(head, cell, signed=True)
        except ListingRewardsError as error:
            faults += map(line.place.under(head.written, head.letter).marked, error.faults)
            continue
        if head.column.kind == "remark" and (wrong := _said_of_payment(str(value), line)):
            faults.append(line.place.under(head.written, head.letter).marked(wrong))
        if head.column.kind == "level":
            levels[head.column.of] = value
        else:
            values[_FIELDS[head.column.kind]] = value
    for each in line.comments:
        took_back = takes_back(each.text) or said_of_return(each.text) == "returned"
        wrong = (
            fault("entry_taken_back", each.short)
            if took_back
            else _said_of_payment(each.text, line)
        )
        faults += [line.under(each).marked(wrong)] if wrong else []
    faults += missing_cells(line, columns, NEEDED["payments"])
    faults += shared_amounts(line)
    faults += cut_amounts(line)
    return values | {"levels": levels}, faults


def _said_of_payment(remark: str, line: TableLine) -> Fault | None:
    """Why a line was not paid as it stands; one of money that came back is read as that."""
    if not_yet_paid(remark):
        return fault("entry_taken_back", remark)
    written_wrongly = said_of_return(remark) is None and doubts_payment(remark)
    doubted = written_wrongly or gives_another_amount(remark, line)
    return fault("doubted_by_remark", remark) if doubted else None


_FIELDS = FIELDS | {
    "entry": "award",
    "reference": "reference",
    "returns": "returns",
    "remark": "remark",
    "evidence": "evidence",
}


def _from_json(text: TextIO, name: str, known: dict[str, str], form: JsonForm) -> Iterator[PaidRow]:
    """A line of JSON Lines stands in its line, a member of a list in its place, from 1."""
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
    placed = tuple(map(place.marked, faults))
    return PaidRow(None, placed, _unread(stated, placed, place.row))


def _unread(stated: Any, faults: Iterable[Fault], row: int) -> UnreadLine:
    """What can be read of a line with faults: whose it is, and how much."""
    payment = stated if isinstance(stated, dict) else {}
    amount = payment.get("amount")
    try:
        amount = None if amount is None else read_signed_yuan(amount)
    except ListingRewardsError:
        amount = None
    name, uscc = (each if isinstance(each := payment.get(key), str) else None for key in _WHOSE)
    return UnreadLine(
        row=row, name=name, uscc=uscc, amount=amount, faults=tuple(map(_text, faults))
    )


_WHOSE = ("name", "uscc")


def _text(each: Fault) -> Text:
    """What is wrong, with its column."""
    within = replace(each, file="", row=0, sheet="", cell="")
    return Text(en=within.sentence(), zh=within.sentence("zh"))
