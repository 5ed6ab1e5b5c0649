"""Which sheets of a workbook hold what, found by their headers; none that matters is passed by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple, Protocol

from listing_rewards.errors import Fault, InvalidFile, fault
from listing_rewards.files.enterprises import visible_key
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap
from listing_rewards.files.reading.columns import (
    Column,
    Kind,
    award_names,
    columns_read,
    event_names,
)
from listing_rewards.files.reading.grid import Grid, Line, Written, column_letter
from listing_rewards.files.reading.headers import by_name, column_named
from listing_rewards.files.reading.layout import TITLES, find_header, known_in, names_who
from listing_rewards.files.streams import COMPOUND, PACKAGE, open_bytes, reason
from listing_rewards.policy.model import Policy

_CODE = re.compile(r"(?=\w*\d)[0-9A-HJ-NP-RTUWXY]{18}", re.ASCII)
_COMPANY = re.compile(r"[^，。；：:,;“”\"]{2,40}(?:公司|集团|合伙企业|\(有限合伙\)|（有限合伙）)")
_MOST_LINES = 20_000
"""So many lines of a sheet that is not read are looked through."""


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


def kind_of_cases(policy: Policy, chosen: ColumnMap = NO_MAP) -> TableKind:
    """The kind of sheet that holds enterprises, one a row."""
    return TableKind(("enterprises", "企业"), chosen.columns(columns_read(policy)), ("name",))


@contextmanager
def open_workbook(file: str) -> Iterator[Sheets]:
    """A workbook opened for reading; what it is, its content says and not its name.

    Raises:
        InvalidFile: it cannot be read as one.
    """
    from listing_rewards.files.reading.xlsx.workbook import open_book

    with open_bytes(file) as raw:
        begins = _beginning(raw, file)
        if begins == COMPOUND:
            yield _of_excel_97(file, raw)
        elif not begins.startswith(PACKAGE) and Path(file).suffix.lower() == ".xls":
            raise InvalidFile(fault("workbook_by_name").at(file=file))
        else:
            yield open_book(file, raw)


def _beginning(raw: IO[bytes], file: str) -> bytes:
    try:
        begins = raw.read(len(COMPOUND))
        raw.seek(0)
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=reason(error)).at(file=file)) from None
    return begins


def _of_excel_97(file: str, raw: IO[bytes]) -> Sheets:
    try:
        from listing_rewards.files.reading.xls.workbook import open_book
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel").at(file=file)) from None
    return open_book(file, raw)


def sheets_by_kind(book: Sheets, kinds: Sequence[TableKind], policy: Policy) -> list[list[str]]:
    """For each kind of table, the titles of the sheets that hold it; the first kind has one.

    Raises:
        InvalidFile: a sheet names enterprises, codes or awards and is of no kind.
    """
    found: list[list[str]] = [[] for _ in kinds]
    others: list[str] = []
    first: list[str] = []
    for title in book.titles:
        lines = _first_lines(book.grid(title))
        place = _kind_of(lines, kinds)
        if place is not None:
            found[place].append(title)
        elif lines:
            others.append(title)
            wild = any(
                names_who(line, by_name(kind.columns), kind.who)
                for kind in kinds[:1]
                for line in lines
            )
            first += [title] if wild else []
    if not found[0] and others:
        found[0] = first[:1] or others[:1]
    faults = [
        each
        for title in others
        if title not in found[0]
        for each in _unread(book.grid(title), title, policy)
    ]
    if not found[0]:
        faults.append(fault("empty_file"))
    if faults:
        raise InvalidFile(*(each.at(file=book.file) for each in faults))
    return found


def hidden_sheets(book: Sheets, kinds: Sequence[TableKind]) -> Iterator[tuple[int, str]]:
    """The hidden sheets of which the lines would change what is payable, with their kind."""
    for title in book.concealed:
        place = _kind_of(_first_lines(book.grid(title)), kinds)
        if place:
            yield place, title


def _unread(grid: Grid, title: str, policy: Policy) -> Iterator[Fault]:
    """The first cell of a sheet that is not read which names an enterprise, a code or an award.

    What a policy calls a value of an attribute, such as 上市公司, is no enterprise.
    """
    values = [each for kind in policy.attributes.values() for each in kind.values.values()]
    no_names = {visible_key(text) for each in values for text in (each.zh, each.en)}
    titles = {visible_key(name) for name in (*award_names(policy), *event_names(policy))}
    for line in islice(grid.lines, _MOST_LINES):
        texts = [(at, cell) for at, cell in enumerate(line.cells, 1) if not cell.blank]
        counted = any(_is_number(cell) for _, cell in texts[1:])
        for at, cell in texts:
            text = cell.text.strip()
            named = _CODE.fullmatch(text.upper()) or _COMPANY.fullmatch(text[:60])
            if visible_key(text) in no_names:
                continue
            if named or (counted and visible_key(text[:60]) in titles):
                place = f"{column_letter(at)}{line.row}"
                yield fault("sheet_not_understood", text[:60]).at(sheet=title, cell=place)
                return


def _is_number(cell: Written) -> bool:
    return cell.day is not None or cell.text.strip()[:1].isdigit()


def _first_lines(grid: Grid) -> list[Line]:
    lines = (line for line in grid.lines if any(not cell.blank for cell in line.cells))
    return list(islice(lines, TITLES))


def _kind_of(lines: list[Line], kinds: Iterable[TableKind]) -> int | None:
    """The place of the kind of which most headers are known."""
    best, most = None, 1
    for place, kind in enumerate(kinds):
        names = by_name(kind.columns)
        header = find_header(iter(lines), names, kind.who)
        if header is None:
            continue
        reads = (column_named(text, names) for each in header.cells for text in each.candidates)
        kinds_there = {column.kind for column in reads if column is not None}
        if not kinds_there & set(kind.who) or not set(kind.needs) <= kinds_there:
            continue
        known = known_in(header.cells, names)
        if known > most:
            best, most = place, known
    return best
