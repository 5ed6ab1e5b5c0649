"""Workbooks of many rows, in and out: ours and openpyxl alone on the same cells, in turn.

The assessment between reading and writing is told apart: it is no work on a workbook.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from measuring import HEADER, OURS, Line, compared, in_turn
from openpyxl import Workbook, load_workbook

from listing_rewards import load_policy
from listing_rewards.files.outcomes import Outcome, Tally, assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.workbook_sheets import open_workbook
from listing_rewards.files.spreadsheet.tables import empty_book
from listing_rewards.files.writing.answer_tables import EVERY_TABLE, Answered
from listing_rewards.files.writing.results_workbook import Results, results_workbook

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
ROWS, ROUNDS = 10_000, 5
COLUMNS = (
    "企业名称", "统一社会信用代码", "注册地", "新三板挂牌日期", "进入创新层日期", "北交所受理日期",
    "区域性股权市场融资日期", "区域性股权市场融资金额（万元）", "净利润（万元）", "是否符合条件",
)  # fmt: skip


def applications(rows: int) -> Workbook:
    """A table of enterprises with days, amounts and empty cells."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(COLUMNS)
    first = date(2023, 8, 1)
    for n in range(rows):
        listed = first + timedelta(n % 600)
        accepted = listed + timedelta(400) if n % 3 == 0 else None
        financed = (first, n % 500 + 0.5) if n % 2 else (None, None)
        who = (f"示例{n}号公司", f"91440800MA{n:08}", "示例区")
        sheet.append((*who, listed, listed + timedelta(200), accepted, *financed, 1200, "是"))
    return book


def read_as_cells(path: str) -> int:
    """Every cell as a person reads it, or why that cannot be done."""
    with open_workbook(path) as book:
        return sum(len(line.cells) for title in book.titles for line in book.grid(title).lines)


def read_alone(path: str) -> int:
    """Every cell, by openpyxl as it reads row after row."""
    book = load_workbook(path, read_only=True, data_only=True)
    return sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows())


def written_alone(content: bytes) -> Callable[[], object]:
    """Write the cells of a workbook once more, in their styles, by openpyxl alone."""
    sheets = {
        sheet.title: [[(cell.value, cell.style) for cell in row] for row in sheet.iter_rows()]
        for sheet in load_workbook(io.BytesIO(content)).worksheets
    }

    def write() -> None:
        book = empty_book("zh")
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for number, row in enumerate(rows, start=1):
                for column, (value, style) in enumerate(row, start=1):
                    cell = sheet.cell(number, column)
                    cell.value, cell.style = value, style
        book.save(io.BytesIO())

    return write


def written_by_us(outcomes: Sequence[Outcome]) -> bytes:
    """Every table of the answers, as `assess -o results.xlsx` writes them."""
    tally = Tally()
    for each in outcomes:
        tally.count(each)
    answers = [Answered(each.row.place, each.assessment) for each in outcomes if each.assessment]
    results = Results(answers, tally, [])
    return results_workbook(
        results, POLICY, as_of=AS_OF, lang="zh", tables=EVERY_TABLE, with_codes=False
    )


def lines(rows: int = ROWS) -> Iterator[Line]:
    """Reading, assessing and writing so many rows; each of ours first, then openpyxl alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "in.xlsx")
        applications(rows).save(path)
        outcomes = list(assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF))
        alone = written_alone(written_by_us(outcomes))
        asked = [each.row for each in outcomes]
        times = in_turn(
            {
                "cells": lambda: read_as_cells(path),
                "cases": lambda: sum(1 for _ in read_rows(path, POLICY)),
                "read alone": lambda: read_alone(path),
                "assess": lambda: list(assess_rows(iter(asked), POLICY, as_of=AS_OF)),
                "write": lambda: written_by_us(outcomes),
                "write alone": alone,
            },
            ROUNDS,
        )
    questions = {
        "rows of a workbook in, as cells": ("cells", "read alone"),
        "the same, each a checked case": ("cases", "read alone"),
        "assessing them": ("assess", None),
        "their five sheets out": ("write", "write alone"),
    }
    for question, (ours, beside) in questions.items():
        ways = {OURS: times[ours]} | ({"openpyxl alone": times[beside]} if beside else {})
        yield from compared(f"{rows:,} {question}" if ours == "cells" else question, ways, rows, {})


if __name__ == "__main__":
    print(HEADER)
    for line in lines():
        print(line)
