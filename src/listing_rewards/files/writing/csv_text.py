"""Rows as CSV that whoever opens it in a spreadsheet reads, and no spreadsheet computes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import TextIO

_LIKE_A_FORMULA = re.compile(r"(?![+-]?[\d.,]+%?$)([=+@＝＋＠－-].|[\t\r])", re.DOTALL)


def write_csv(columns: Iterable[str], rows: Iterable[Iterable[object]], text: TextIO) -> None:
    """The header and the rows; text that begins like a formula has an apostrophe before it."""
    lines = csv.writer(text)
    lines.writerow(columns)
    lines.writerows([_as_text(value) for value in row] for row in rows)


def _as_text(value: object) -> object:
    """A value as no spreadsheet computes it; a number and a single sign stay as they are.

    >>> [_as_text(each) for each in ("=1+1", "-1.50", "-", "示例甲公司", None)]
    ["'=1+1", '-1.50', '-', '示例甲公司', None]
    """
    like_one = isinstance(value, str) and _LIKE_A_FORMULA.match(value)
    return f"'{value}" if like_one else value
