"""Tables of the plan: on a terminal, as CSV, or as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Shown

from listing_rewards.cli.plan_input import PlanRun
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.spreadsheet.table import Table, Value
from listing_rewards.files.streams import written, written_bytes
from listing_rewards.files.writing.csv_text import write_csv
from listing_rewards.values.money import write_yuan

_NARROWEST = 120
"""Letters across that a table needs at least."""
_BETWEEN = 4
_NONE = ("", "-", "—", None)
_SHORT, _LONG = 20, 60
"""A column of no longer texts takes the room it needs; of longer ones, a share of what is left."""


def print_table(table: Table) -> None:
    """A table on the terminal; a number is never cut short."""
    shown = Shown(
        box=SIMPLE_HEAD, show_edge=False, title=table.title, title_justify="left", expand=True
    )
    needed = 0
    for place, header in enumerate(table.headers):
        values = [row[place] for row in table.rows]
        longest = max(map(cell_len, map(_text, values)), default=0)
        if longest and all(isinstance(each, int | Decimal) or each in _NONE for each in values):
            least = max(longest, min(cell_len(header), _SHORT // 2))
            shown.add_column(header, justify="right", overflow="fold", min_width=least)
        else:
            ratio = min(longest, _LONG) // 10 if longest > _SHORT else None
            least = min(max(longest, min(cell_len(header), _SHORT // 2)), _SHORT)
            shown.add_column(header, overflow="fold", min_width=least, ratio=ratio)
        needed += least + _BETWEEN
    for row in [*table.rows, *([table.total] if table.total else [])]:
        shown.add_row(*map(_text, row))
    console = Console(markup=False)
    needed = max(needed, _NARROWEST)
    if console.width < needed:
        console = Console(width=needed, markup=False)
    console.print(shown)


def _text(value: Value) -> str:
    if isinstance(value, Decimal):
        return write_yuan(value)
    return "" if value is None else str(value)


def write_tables(tables: Sequence[Table], run: PlanRun) -> None:
    """Some tables as a workbook, or the first of them as CSV.

    Raises:
        InvalidFile: the file cannot be written, or the extra for it is not installed.
    """
    if run.form == "xlsx":
        try:
            from listing_rewards.files.spreadsheet.tables import tables_as_workbook
        except ModuleNotFoundError:
            raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
        content = tables_as_workbook(tables, run.lang, run.as_of)
        with written_bytes(run.output) as raw:
            raw.write(content)
        return
    with written(run.output, bom=True) as text:
        rows = [[_plain(value) for value in row] for row in tables[0].rows]
        write_csv(tables[0].headers, rows, text)


def _plain(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "" if value is None else str(value)
