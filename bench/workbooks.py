"""Workbooks of many rows, in and out: ours and openpyxl alone on the same cells, in turn.

What is compared is the processor time of this process. The assessment between reading and writing
is told apart: it is no work on a workbook.
"""

from __future__ import annotations

import io
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook, load_workbook

from listing_rewards import load_policy
from listing_rewards.audit.sheets.tables import empty_book
from listing_rewards.tables import Outcome, assess_rows, read_rows
from listing_rewards.tables.account import EVERY_TABLE
from listing_rewards.tables.answers import Answered
from listing_rewards.tables.rows import Tally
from listing_rewards.tables.xlsx.book import open_book
from listing_rewards.tables.xlsx.results import Results, results_workbook

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
ROWS, ROUNDS = 10_000, 5
HEADER = (
    "企业名称", "统一社会信用代码", "注册地", "新三板挂牌日期", "进入创新层日期", "北交所受理日期",
    "区域性股权市场融资日期", "区域性股权市场融资金额（万元）", "净利润（万元）", "是否符合条件",
)  # fmt: skip


class Measured(NamedTuple):
    """One line of the table.

    Attributes:
        what: what was done.
        seconds: the median processor time.
        alone: that of openpyxl alone on the same cells; None where there is nothing to compare.
    """

    what: str
    seconds: float
    alone: float | None = None


def applications(rows: int) -> Workbook:
    """A table of enterprises with days, amounts and empty cells."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER)
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
    with open_book(path) as book:
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


def median_of(rounds: int, ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median processor time of each way; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            begun = time.process_time()
            way()
            times[name].append(time.process_time() - begun)
    return {name: statistics.median(each) for name, each in times.items()}


def measured(rows: int = ROWS, rounds: int = ROUNDS) -> list[Measured]:
    """Reading, assessing and writing so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "in.xlsx")
        applications(rows).save(path)
        outcomes = list(assess_rows(read_rows(path, POLICY), POLICY, as_of=AS_OF))
        alone = written_alone(written_by_us(outcomes))
        found = median_of(
            rounds,
            {
                "cells": lambda: read_as_cells(path),
                "read": lambda: sum(1 for _ in read_rows(path, POLICY)),
                "read alone": lambda: read_alone(path),
                "assess": lambda: list(
                    assess_rows((each.row for each in outcomes), POLICY, as_of=AS_OF)
                ),
                "write": lambda: written_by_us(outcomes),
                "write alone": alone,
            },
        )
    return [
        Measured(f"{rows:,} rows in, as cells", found["cells"], found["read alone"]),
        Measured("the same, each a checked case", found["read"], found["read alone"]),
        Measured("assessing them", found["assess"]),
        Measured("their five sheets out", found["write"], found["write alone"]),
    ]


def table(results: Sequence[Measured]) -> str:
    """The medians and ratios as a table in Markdown."""
    lines = [
        "| workbooks | ours, s | openpyxl alone, s | ours is |",
        "| --- | ---: | ---: | ---: |",
    ]
    for what, seconds, alone in results:
        beside = f"{alone:.2f} | {seconds / alone:.2f} times it" if alone else " | "
        lines.append(f"| {what} | {seconds:.2f} | {beside} |")
    return "\n".join(lines)


def main() -> None:
    """Say how long each takes, of as many rows as asked for."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}\n")
    print(table(measured(rows)))


if __name__ == "__main__":
    main()
