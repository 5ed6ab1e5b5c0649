"""What is wrong with the lines of a CSV that Polars reads otherwise, or tells in its own words."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from listing_rewards.errors import Fault, fault


def header_faults(start: str) -> list[Fault]:
    r"""The headers that stand over more than one column, by the first lines of a file.

    >>> [each.given for each in header_faults("name,row,row\n")]
    ['row']
    """
    try:
        header = next(filter(None, csv.reader(io.StringIO(start, newline=""))), [])
    except csv.Error:
        return []
    repeated = [(name, times) for name, times in Counter(header).items() if times > 1]
    faults = [fault("header_twice", name, times=times) for name, times in repeated if name]
    if "" in dict(repeated):
        places = (str(place) for place, name in enumerate(header, start=1) if not name)
        faults.append(fault("no_header", ", ".join(places)))
    return faults


def too_wide(source: str) -> Fault | None:
    """The first line of a file that has more cells than its header; None where none is found."""
    try:
        with Path(source).open(encoding="utf-8-sig", newline="") as text:
            lines = csv.reader(text)
            header = next(filter(None, lines), [])
            wide = next((line for line in lines if len(line) > len(header)), None)
    except (csv.Error, UnicodeDecodeError):
        return None
    if wide is None:
        return None
    return fault("wrong_width", len(wide), columns=len(header)).at(file=source, row=lines.line_num)
