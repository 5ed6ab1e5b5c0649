"""The lines of a table under a header that is understood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from listing_rewards.errors import Fault, InvalidFile, fault
from listing_rewards.files.reading.columns import (
    NAMELESS,
    Column,
    Heading,
    Kind,
    by_name,
    column_letter,
    headings,
    is_number_header,
    names_a_unit,
)
from listing_rewards.files.reading.grid import NOTHING, Grid, Line, Written
from listing_rewards.files.reading.layout import aside_of, header_of, is_total, unit_of
from listing_rewards.files.reading.rows import Aside, Cell, Hidden

Heads = Sequence[Heading | None]


class TableLine(NamedTuple):
    """One line that is not blank; or, before the first of them, a column that is hidden.

    Attributes:
        place: its file and row.
        heads: what each of its cells holds; None for one that is left out.
        cells: its cells, as many.
        aside: what it is where it is no enterprise.
        fault: why it as a whole cannot be read.
        hidden: whether it is hidden in its workbook.
    """

    place: Cell
    heads: Heads
    cells: list[Written]
    aside: Aside | Hidden | None = None
    fault: Fault | None = None
    hidden: bool = False

    def stated(self, kind: Kind | None = None) -> Iterator[tuple[Heading, Written]]:
        """Its cells that hold something, or something of one kind, each with what it holds."""
        for head, cell in zip(self.heads, self.cells, strict=True):
            if head is None or (kind is not None and head.column.kind != kind):
                continue
            if not cell.blank:
                yield head, cell


def table_lines(
    grid: Grid, columns: Iterable[Column], *, who: Collection[Kind], ignored: Iterable[str]
) -> Iterator[TableLine]:
    """Each line that is not blank, with what its cells hold.

    Args:
        grid: the lines of a CSV or a sheet.
        columns: those it may have.
        who: the kinds of which it must have one, so that a line can say whose it is.
        ignored: headers that are to be left out.

    Raises:
        InvalidFile: a header that is not understood, a unit told above it only, no column that
            names the enterprise, or text that is not CSV.
    """
    columns = list(columns)
    lines = (line for line in grid.lines if not all(cell.blank for cell in line.cells))
    if grid.sheet:
        header, above, read = header_of(lines, by_name(columns), who)
    else:
        header, above, read = next(lines, None), [], []
    if header is None:
        return
    place = Cell(grid.file, header.row, sheet=grid.sheet)
    texts = [cell.text for cell in header.cells]
    heads, faults = headings(texts, columns, ignored=ignored, on_sheet=bool(grid.sheet))
    if not faults and not any(head and head.column.kind in who for head in heads):
        faults.append(fault("missing_column", " / ".join(_named(columns, who))))
    if faults:
        raise InvalidFile(*map(place.marked, faults))
    if doubtful := list(_without_unit(place, heads, unit_of(above))):
        raise InvalidFile(*doubtful)
    below = chain(read, lines)
    if grid.sheet:
        found = _of_sheet(place, below, heads, _naming(texts, heads, who))
        for number, each in enumerate(found):
            if number == 0:
                yield from _hidden_columns(place, heads, grid.hidden)
            yield each
    else:
        for line in below:
            at = place._replace(row=line.row)
            yield TableLine(at, heads, line.cells, fault=_width_fault(line, heads))


def _hidden_columns(place: Cell, heads: Heads, hidden: Collection[str]) -> Iterator[TableLine]:
    """The columns of a table that are read although they are hidden."""
    for head in heads:
        if head is not None and head.column is not NAMELESS and head.letter in hidden:
            column = place.under(head.written, head.letter)._replace(row=0)
            yield TableLine(column, heads, [], aside="hidden_column")


def _without_unit(place: Cell, heads: Heads, told: str) -> Iterator[Fault]:
    """The columns of amounts without a unit, where a line above the header tells one."""
    for head in heads if told else ():
        if head is not None and head.column.is_amount and not names_a_unit(head.written):
            yield place.under(head.written, head.letter).marked(fault("unit_above_header", told))


def _naming(texts: list[str], heads: Heads, who: Collection[Kind]) -> list[bool]:
    """For each column, whether it holds the number of the line or names the enterprise."""
    return [
        is_number_header(text) or (head is not None and head.column.kind in who)
        for text, head in zip(texts, heads, strict=True)
    ]


def _of_sheet(
    place: Cell, lines: Iterable[Line], heads: Heads, naming: Sequence[bool]
) -> Iterator[TableLine]:
    """The lines of a sheet: one that is no enterprise is left out, and a total ends the table."""
    total = 0
    for row, cells, hidden in lines:
        extra = len(cells) - len(heads)
        nameless = [
            Heading(NAMELESS, "", 0, column_letter(len(heads) + n)) for n in range(1, extra + 1)
        ]
        line = TableLine(
            place._replace(row=row),
            [*heads, *nameless],
            cells + [NOTHING] * max(-extra, 0),
            hidden=hidden,
        )
        names = [cell.text for cell, is_name in zip(line.cells, naming, strict=False) if is_name]
        aside = aside_of(names)
        if aside is None and not any(_counts(cell) for _, cell in line.stated()):
            continue
        if total and aside is None:
            yield line._replace(fault=fault("below_total", total))
            continue
        total = row if aside == "total" else total
        yield line._replace(aside=aside)


def _counts(cell: Written) -> bool:
    """Whether it makes its line one that is read: not if it lies under a merged cell only."""
    return cell.doubt is None or cell.doubt.code != "merged_cell"


def _width_fault(line: Line, heads: Heads) -> Fault | None:
    """A line with more or fewer cells than the header: an amount may have been cut in two."""
    if len(line.cells) == len(heads):
        return None
    return fault("wrong_width", len(line.cells), columns=len(heads))


def total_fault(line: TableLine) -> Fault | None:
    """A line that names a total in the place of an enterprise."""
    for head, cell in line.stated("name"):
        if is_total(cell.text):
            place = line.place.under(head.written, head.letter)
            return place.marked(fault("total_row", cell.text.strip()))
    return None


def missing_cells(
    line: TableLine, columns: Iterable[Column], needed: Collection[Kind]
) -> Iterator[Fault]:
    """What a line must state and does not: each in its cell, under its header as written.

    Where the table has no such column, in the row, under the header that it should have.
    """
    stated = {head.column.kind for head, _ in line.stated()}
    heads = {head.column.kind: head for head in line.heads if head is not None}
    in_chinese = not all(head.written.isascii() for head in heads.values())
    for column in columns:
        if column.kind not in needed or column.kind in stated:
            continue
        head = heads.get(column.kind)
        written = head.written if head else column.names[in_chinese]
        yield line.place.under(written, head.letter if head else "").marked(fault("missing"))


def _named(columns: Iterable[Column], who: Collection[Kind]) -> list[str]:
    """How the columns that name the enterprise may be headed."""
    return [name for each in columns if each.kind in who for name in each.names[:2]]
