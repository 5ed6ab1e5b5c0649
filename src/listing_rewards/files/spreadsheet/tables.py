"""Tables as a workbook, one a sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.sheet import Paper
from listing_rewards.files.spreadsheet.styles import Look, add_styles, fit_rows, set_up, spread_out
from listing_rewards.files.spreadsheet.table import Bars, Formula, Table, Value

_WIDEST, _NARROWEST = 60, 10
_COLOURS = ("9B1C1C", "1F4E79", "9FB6CC")
_TALL = 20
"""So many rows a chart covers."""
_SUM = "1,000,000,000.00"


def tables_as_workbook(tables: Iterable[Table], lang: Lang, day: date) -> bytes:
    """The file: each header frozen, each column as wide as it needs, dated on `day`."""
    book = empty_book(lang)
    for table in tables:
        add_table(book, table, lang)
    book.calculation.fullCalcOnLoad = True
    return saved(book, day)


def empty_book(lang: Lang) -> Workbook:
    """A workbook without sheets that knows every look."""
    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book, lang)
    return book


def add_table(book: Workbook, table: Table, lang: Lang) -> None:
    """Add a sheet: the header frozen, each column as wide as it needs, the total in bold."""
    paper = Paper(book.create_sheet(table.title))
    widths = [_wide_enough(table, place) for place in range(len(table.headers))]
    set_up(paper.sheet, widths, frozen=table.frozen, heads=1, lang=lang)
    spread_out(paper.sheet, widths)
    paper.line(*table.headers, look="head")
    for row in table.rows:
        for column, value in enumerate(row, 1):
            if isinstance(value, Formula):
                paper.formula(column, value.text, "amount")
            else:
                paper.put(column, value, _look(value))
        paper.row += 1
    for column, value in enumerate(table.total, 1):
        paper.put(column, value, "total_amount" if isinstance(value, Decimal) else "total_text")
    fit_rows(paper.sheet)
    for number, bars in enumerate(table.bars):
        _draw(bars, paper.sheet, f"A{paper.row + 2 + _TALL * number}")


def _draw(bars: Bars, sheet: Worksheet, place: str) -> None:
    """A native chart that reads the cells of its sheet."""
    chart = BarChart()
    chart.title, chart.height, chart.width = bars.title, 9, 26
    for column in bars.columns:
        cells = Reference(sheet, min_col=column, min_row=1, max_row=bars.rows + 1)
        chart.add_data(cells, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=bars.names, min_row=2, max_row=bars.rows + 1))
    for series, colour in zip(chart.series, _COLOURS, strict=False):
        series.graphicalProperties.solidFill = colour
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format, chart.y_axis.majorUnit = "0", 1
    chart.legend.position = "b"
    sheet.add_chart(chart, place)


def _look(value: Value) -> Look:
    if isinstance(value, Decimal):
        return "amount"
    if isinstance(value, date):
        return "day"
    return "number" if isinstance(value, int) else "text"


def _wide_enough(table: Table, place: int) -> int:
    values = [table.headers[place], *(row[place] for row in table.rows)]
    longest = max(map(_width, [*values, table.total[place] if table.total else None]))
    return min(max(longest, _NARROWEST), _WIDEST) + 2


def _width(value: Value) -> int:
    """About how many letters wide a value is; a Chinese one is as wide as two."""
    if isinstance(value, Formula):
        return len(_SUM)
    text = f"{value:,f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    return sum(1 if letter.isascii() else 2 for letter in text)


_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def saved(book: Workbook, day: date) -> bytes:
    """The file, dated on `day`."""
    written = io.BytesIO()
    book.save(written)
    steady = io.BytesIO()
    with ZipFile(written) as before, ZipFile(steady, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == _PROPERTIES:
                stamp = rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode()
                content = _TIME.sub(stamp, content)
            after.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return steady.getvalue()
