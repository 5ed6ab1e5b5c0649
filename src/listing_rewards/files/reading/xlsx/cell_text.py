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
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from listing_rewards.errors import Fault, fault
from listing_rewards.files.reading.grid import NOTHING, Written
from listing_rewards.periods import EARLIEST, LATEST

DIGITS = 15
"""The significant digits that Excel and a binary double hold."""
_MIDNIGHT = time()
_COUNTED_ALIKE = date(1900, 3, 1)
"""Before this day, programs count the days of a workbook differently."""
_SERIALS = range(10_000, 100_000)
"""The day numbers that are nothing else: from 1927 to 2173, five digits."""
_BARE = frozenset({"General", "0", "@"})
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_CHINESE_DAYS = {
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH_DAY),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
}
"""The built-in formats of a Chinese Excel, which openpyxl does not know, by number."""
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)')
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')
_DECORATION = re.compile(r"_.|\*.|\[[^\]]*\]|G/通用格式")
_THOUSANDTHS = re.compile(r"[0#?],+(?![0#?])")
_DIGITS = re.compile(r"[0#?@]|General|通用格式", re.IGNORECASE)
_SAID = ("亿元", "万元", "亿", "万", "元")
_YUAN_SIGNS = frozenset("¥￥")
_COUNTED = frozenset("人家户个名天年月日次项")
"""What may stand beside a number without changing what it is."""


class Shape(NamedTuple):
    """How a number format shows a number.

    Attributes:
        percent: in hundredths, with a percent sign.
        unit: with this unit behind it.
        certain: whether what it shows is what the cell holds.
        yuan: with a sign of yuan before it.
    """

    percent: bool
    unit: str
    certain: bool
    yuan: bool = False


def written(cell: ReadOnlyCell | EmptyCell, epoch: datetime) -> Written:
    """What stands in a cell of a workbook that counts its days from `epoch`."""
    value: object = cell.value
    if isinstance(cell, EmptyCell) or value is None:
        return NOTHING
    if cell.data_type == "e":
        return _doubtful("error_cell", value)
    if isinstance(value, str):
        return Written(value)
    if isinstance(value, bool):
        return Written("true" if value else "false")
    if isinstance(value, int | float):
        chinese = _CHINESE_DAYS.get(cell.style_array.numFmtId)
        if chinese is None:
            return _number(value, cell.number_format or "General", epoch)
        counted = from_excel(value, epoch)
        return _day(counted, epoch, chinese) if isinstance(counted, datetime) else NOTHING
    if isinstance(value, datetime):
        return _day(value, epoch, cell.number_format)
    if isinstance(value, date | time | timedelta):
        return Written(str(value))
    return _doubtful("error_cell", value)


def _doubtful(code: str, given: object) -> Written:
    return Written(str(given), doubt=fault(code, given))


def _day(value: datetime, epoch: datetime, shown_as: str) -> Written:
    if epoch == WINDOWS_EPOCH and value.date() < _COUNTED_ALIKE:
        return _doubtful("day_counted_differently", value.date())
    if value.time() != _MIDNIGHT:
        return Written(str(value))
    day = value.date()
    if not shows_a_day(shown_as):
        return Written(str(day), doubt=fault("day_not_shown", day, format=shown_as))
    return Written(str(day), day if EARLIEST <= day <= LATEST else None)


@lru_cache(maxsize=1000)
def shows_a_day(shown_as: str) -> bool:
    """Whether a number format shows year, month and day.

    A month typed as 2023-9 is kept by Excel as its first day, a day typed as 9-15 with the year of
    the moment; neither was written.

    >>> shows_a_day("yyyy/m/d"), shows_a_day("mmm-yy"), shows_a_day('m"月"d"日"')
    (True, False, False)
    """
    found = _SECTION.match(shown_as)
    letters = _DECORATION.sub("", _QUOTED.sub("", found[1] if found else shown_as)).lower()
    return set("ymd") <= set(letters)


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
    return Written(f"{'¥' if shape.yuan else ''}{text}{shape.unit}", day)


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
    bare = _DECORATION.sub("", _QUOTED.sub("", section))
    said = "".join("".join(parts) for parts in _QUOTED.findall(section))
    said += "".join(letter for letter in bare if letter == "$" or not letter.isascii())
    unit = next((each for each in _SAID if said.strip().endswith(each)), "")
    beside = set(said.strip().removesuffix(unit).replace("人民币", "")) - {" "}
    yuan = bool(beside) and beside <= _YUAN_SIGNS
    certain = (
        _DIGITS.search(_QUOTED.sub("", section)) is not None
        and not _THOUSANDTHS.search(bare)
        and "!" not in bare
        and not re.search(r"[0#?]\\[.]", section)
        and (not beside or yuan or (not unit and beside <= _COUNTED))
    )
    return Shape("%" in bare, unit, certain, yuan)
