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

from listing_rewards.errors import Fault, fault
from listing_rewards.files.reading.grid import NOTHING, Written
from listing_rewards.files.reading.xlsx.number_format import shown, shows_its_text
from listing_rewards.files.reading.xlsx.picture_fonts import drawn
from listing_rewards.files.reading.xlsx.sheet_xml import StoredCell
from listing_rewards.files.reading.xlsx.styles import Style
from listing_rewards.values.day import EARLIEST, LATEST

DIGITS = 15
"""The significant digits that Excel and a binary double hold."""
FROM_1900, FROM_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001
"""The day with the number 0, in most workbooks and in those that count from 1904."""
_MIDNIGHT = time()
_COUNTED_ALIKE = date(1900, 3, 1)
"""Before this day, programs count the days of a workbook differently."""
_SERIALS = range(10_000, 100_000)
"""The day numbers that are nothing else: from 1927 to 2173, five digits."""
_MONTHS = range(20_000, 21_000)
"""Day numbers of 1954 to 1957 that somebody may have meant as a year and its month: 20239."""
_MOST_DAYS = 2_958_465
"""The number of the last day that Excel knows."""
_BARE = frozenset({"General", "0", "@"})
_NUMBER = re.compile(r"[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?")
_WHOLE_DAY = frozenset("ymd")
_MILLISECOND = timedelta(milliseconds=1)


def written(cell: StoredCell, style: Style, epoch: datetime) -> Written:
    """What stands in a cell of a workbook that counts its days from `epoch`."""
    read = _as_stored(cell, style, epoch)
    return read._replace(doubt=fault("moving_formula")) if cell.moves and not read.blank else read


def _as_stored(cell: StoredCell, style: Style, epoch: datetime) -> Written:
    """The same, whatever formula it comes from."""
    if not cell.value:
        if cell.formula and cell.kind != "str":
            return Written("", doubt=fault("formula_without_value"))
        return NOTHING
    read = _READERS.get(cell.kind, _text)(cell.value, style, epoch)
    if read.blank or read.doubt is not None:
        return read
    if style.struck_out or cell.mark == "struck_out":
        return read._replace(doubt=fault("struck_out", read.text))
    if style.unseen:
        return read._replace(doubt=fault("unseen_text", read.text))
    if style.drawn_in:
        return _drawn(read, style.drawn_in)
    if cell.mark == "drawn":
        return read._replace(doubt=fault("picture_font", read.text))
    if cell.mark == "recoloured":
        return read._replace(doubt=fault("several_colours", read.text))
    if cell.mark == "raised":
        return read._replace(doubt=fault("raised_sign", read.text))
    return read


def _drawn(read: Written, font: str) -> Written:
    """A cell in a font whose letters are drawings."""
    seen = drawn(read.text, font) if read.day is None else None
    return Written(seen) if seen else read._replace(doubt=fault("picture_font", read.text))


def _text(value: str, style: Style, _: datetime) -> Written:
    if value.strip() and not shows_its_text(style.shown_as):
        return Written(value, doubt=fault("shown_otherwise", value, format=style.shown_as))
    return Written(value)


def _truth(value: str, _: Style, __: datetime) -> Written:
    return Written("true" if value == "1" else "false")


def _error(value: str, _: Style, __: datetime) -> Written:
    return _doubtful("error_cell", value)


def _doubtful(code: str, given: object) -> Written:
    return Written(str(given), doubt=fault(code, given))


def _moment(value: str, style: Style, epoch: datetime) -> Written:
    """A day that is stored as text, as some programs write it."""
    try:
        moment = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return _doubtful("error_cell", value)
    return _day(moment, epoch, _WHOLE_DAY, style.shown_as)


def _day(value: datetime, epoch: datetime, letters: frozenset[str], shown_as: str) -> Written:
    if epoch == FROM_1900 and value.date() < _COUNTED_ALIKE:
        return _doubtful("day_counted_differently", value.date())
    if value.time() != _MIDNIGHT:
        return Written(str(value))
    day = value.date()
    if not letters >= _WHOLE_DAY:
        return Written(str(day), doubt=fault("day_not_shown", day, format=shown_as))
    return Written(str(day), day if EARLIEST <= day <= LATEST else None)


def _number(value: str, style: Style, epoch: datetime) -> Written:
    stored = value.strip()
    if not _NUMBER.fullmatch(stored):
        return _doubtful("error_cell", value)
    number = Decimal(repr(float(stored)))
    if not number.is_finite():
        return _doubtful("error_cell", value)
    text = f"{number.normalize():f}" if number else "0"
    shows = shown(number, style.shown_as)
    if shows.kind == "day":
        moment = _moment_of(number, epoch)
        if moment is None:
            return _doubtful("error_cell", text)
        return _day(moment, epoch, shows.letters, style.shown_as)
    if too_long := _too_long(number, text):
        return Written(text, doubt=too_long)
    if shows.kind == "otherwise" or (style.hides_zeros and not number):
        return Written(text, doubt=fault("shown_otherwise", text, format=style.shown_as))
    counts = style.shown_as in _BARE and epoch == FROM_1900 and text.isdigit()
    is_day = counts and int(text) in _SERIALS and int(text) not in _MONTHS
    day = (epoch + timedelta(int(text))).date() if is_day else None
    return Written(shows.text, day, counts=shows.counts)


def _moment_of(number: Decimal, epoch: datetime) -> datetime | None:
    """The day and time of a number that counts days, to the millisecond."""
    if not 0 <= number <= _MOST_DAYS:
        return None
    days, rest = divmod(number, 1)
    thousandths = round(rest * 86_400_000)
    moment = epoch + timedelta(int(days)) + thousandths * _MILLISECOND
    if epoch == FROM_1900 and number < 60:
        moment += timedelta(1)
    return moment


def _too_long(number: Decimal, text: str) -> Fault | None:
    """The number has more digits than a workbook holds apart."""
    if len(number.normalize().as_tuple().digits) <= DIGITS and number.adjusted() < DIGITS:
        return None
    return fault("inexact_number", text)


_READERS = {"n": _number, "b": _truth, "e": _error, "d": _moment}
