"""A table as a sheet will show it: title, headers, rows; no text is ever taken for a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias


class Formula(NamedTuple):
    """A formula of the workbook, without its sign of equality."""

    text: str


Value: TypeAlias = str | int | Decimal | date | Formula | None
Rows: TypeAlias = list[list[Value]]


class Bars(NamedTuple):
    """A drawing of bars below a table, side by side for each of its first rows.

    Columns and rows count from 1; what the bars show is read from the cells.
    """

    title: str
    names: int
    columns: tuple[int, ...]
    rows: int


class Table(NamedTuple):
    """A sheet: its title and headers, ready to be read, its rows, and a row of totals.

    What stands above and left of the cell `frozen` is always in sight.
    """

    title: str
    headers: list[str]
    rows: Rows
    total: Sequence[str | Decimal | None] = ()
    frozen: str = "A2"
    bars: Sequence[Bars] = ()
