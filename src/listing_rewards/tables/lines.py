"""The lines of a CSV table under a header that is understood."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from listing_rewards.errors import Fault, InvalidCase, InvalidFile, fault
from listing_rewards.money import plain_signs, read_figure, read_yuan
from listing_rewards.tables.cells import cell_day, cell_yes
from listing_rewards.tables.columns import Column, Heading, Kind, headings

if TYPE_CHECKING:
    from _csv import Reader


def table_lines(
    lines: Reader,
    file: str,
    columns: Iterable[Column],
    *,
    who: Collection[Kind],
    ignored: Iterable[str],
) -> Iterator[tuple[int, list[Heading | None], list[str]]]:
    """Each line that is not blank, with its number in the file and what its cells hold.

    Args:
        lines: what `csv.reader` reads.
        file: the file, for what is said of it.
        columns: those it may have.
        who: the kinds of which it must have one, so that a line can say whose it is.
        ignored: headers that are to be left out.

    Raises:
        InvalidFile: a header that is not understood, no column that names the enterprise, or
            text that is not CSV.
    """
    try:
        header = next((line for line in lines if any(cell.strip() for cell in line)), None)
        if header is None:
            return
        heads, faults = headings(header, columns, ignored=ignored)
        if not faults and not any(head and head.column.kind in who for head in heads):
            faults.append(fault("missing_column", " / ".join(_named(columns, who))))
        if faults:
            raise InvalidFile(*(each.at(file=file, row=lines.line_num) for each in faults))
        for line in lines:
            if any(cell.strip() for cell in line):
                yield lines.line_num, heads, line
    except csv.Error as error:
        raise InvalidFile(
            fault("bad_csv", detail=error).at(file=file, row=lines.line_num)
        ) from None


def width_fault(line: Sequence[str], heads: Sequence[Heading | None]) -> Fault | None:
    """A line with more or fewer cells than the header: an amount may have been cut in two."""
    if len(line) == len(heads):
        return None
    return fault("wrong_width", len(line), columns=len(heads))


def read_cell(head: Heading, text: str) -> Any:
    """What a cell states: a day, yuan, a number, yes or no, or text.

    Raises:
        ListingRewardsError: the cell does not hold what its column is for.
    """
    if reader := _SCALED.get(head.column.kind):
        return reader(text, scale=head.scale)
    if head.column.values:
        return _value(text, dict(head.column.values))
    return _PLAIN.get(head.column.kind, str.strip)(text)


def _value(text: str, values: dict[str, str]) -> str:
    """The value of an attribute that a cell names."""
    value = values.get(plain_signs(text))
    if value is None:
        raise InvalidCase(fault("no_such_value", text.strip(), accepted=values))
    return value


_SCALED: dict[Kind, Callable[..., Decimal]] = {
    "event_amount": read_yuan,
    "paid": read_yuan,
    "approved": read_yuan,
    "level": read_yuan,
    "figure": read_figure,
}
_PLAIN: dict[Kind, Callable[[str], Any]] = {
    "event_day": cell_day,
    "paid_day": cell_day,
    "flag": cell_yes,
    "uscc": plain_signs,
    "absent": plain_signs,
}


def _named(columns: Iterable[Column], who: Collection[Kind]) -> list[str]:
    """How the columns that name the enterprise may be headed."""
    return [name for each in columns if each.kind in who for name in each.names[:2]]
