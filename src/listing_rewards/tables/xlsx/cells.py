"""A cell of a workbook as a person reads it, or why that cannot be done for certain.

Excel keeps every number as a binary double. Its shortest decimal text, `repr`, is the number that
was written: a double holds every decimal of up to 15 significant digits apart from every other,
and so does Excel, which keeps no more than 15. A number that needs more digits is the trace of a
computation or of digits that were lost, such as those of a credit code, and is not read.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.datetime import WINDOWS_EPOCH

from listing_rewards.errors import Fault, fault
from listing_rewards.tables.grids import NOTHING, Written

DIGITS = 15
"""The significant digits that Excel and a binary double hold."""
_MIDNIGHT = time()
_COUNTED_ALIKE = date(1900, 3, 1)
"""Before this day, programs count the days of a workbook differently."""
_SERIALS = range(10_000, 100_000)
"""The day numbers that are nothing else: from 1927 to 2173, five digits."""
_BARE = frozenset({"General", "0", "@"})
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)')
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
_DECORATION = re.compile(r"_.|\*.|\[[^\]]*\]")
_THOUSANDTHS = re.compile(r"[0#?],+(?![0#?])")
_SAID = ("亿元", "万元", "亿", "万", "元")
_SCALING = frozenset("十百千万亿")


class Shape(NamedTuple):
    """How a number format shows a number.

    Attributes:
        percent: in hundredths, with a percent sign.
        unit: with this unit behind it.
        certain: whether what it shows is what the cell holds.
    """

    percent: bool
    unit: str
    certain: bool


def written(cell: ReadOnlyCell | EmptyCell, epoch: datetime) -> Written:
    """What stands in a cell of a workbook that counts its days from `epoch`."""
    value: object = cell.value
    if value is None:
        return NOTHING
    if cell.data_type == "e":
        return _doubtful("error_cell", value)
    if isinstance(value, str):
        return Written(value)
    if isinstance(value, bool):
        return Written("true" if value else "false")
    if isinstance(value, int | float):
        return _number(value, cell.number_format or "General", epoch)
    if isinstance(value, datetime):
        return _day(value, epoch)
    if isinstance(value, date | time | timedelta):
        return Written(str(value))
    return _doubtful("error_cell", value)


def _doubtful(code: str, given: object) -> Written:
    return Written(str(given), doubt=fault(code, given))


def _day(value: datetime, epoch: datetime) -> Written:
    if epoch == WINDOWS_EPOCH and value.date() < _COUNTED_ALIKE:
        return _doubtful("day_counted_differently", value.date())
    return Written(str(value.date() if value.time() == _MIDNIGHT else value))


def _number(value: float, shown_as: str, epoch: datetime) -> Written:
    number = Decimal(repr(value))
    if not number.is_finite():
        return _doubtful("error_cell", value)
    text = f"{number.normalize():f}" if number else "0"
    if too_long := _too_long(number, text):
        return Written(text, doubt=too_long)
    shape = shape_of(shown_as)
    if not shape.certain:
        return Written(text, doubt=fault("shown_otherwise", text, format=shown_as))
    if shape.percent:
        return Written(f"{number.scaleb(2).normalize():f}%" if number else "0%")
    counts = shown_as in _BARE and epoch == WINDOWS_EPOCH and text.isdigit()
    day = (epoch + timedelta(int(text))).date() if counts and int(text) in _SERIALS else None
    return Written(text + shape.unit, day)


def _too_long(number: Decimal, text: str) -> Fault | None:
    """The number has more digits than a workbook holds apart."""
    if len(number.normalize().as_tuple().digits) <= DIGITS and number.adjusted() < DIGITS:
        return None
    return fault("inexact_number", text)


@lru_cache(maxsize=1000)
def shape_of(shown_as: str) -> Shape:
    """How a number format shows a number above 0.

    >>> shape_of('#,##0.00"万元"').unit, shape_of('0!.0,"万元"').certain
    ('万元', False)
    """
    found = _SECTION.match(shown_as)
    section = found[1] if found else shown_as
    said = "".join("".join(parts) for parts in _QUOTED.findall(section)).strip()
    bare = _DECORATION.sub("", _QUOTED.sub("", section))
    said += "".join(letter for letter in bare if letter in _SCALING or letter == "元")
    unit = next((each for each in _SAID if said.endswith(each)), "")
    certain = (
        not _THOUSANDTHS.search(bare)
        and "!" not in bare
        and not re.search(r"[0#?]\\[.]", section)
        and not any(letter in _SCALING for letter in said.removesuffix(unit))
    )
    return Shape("%" in bare, unit, certain)
