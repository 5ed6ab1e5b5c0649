"""Numbers and days of a frame, read exactly or refused, as expressions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import floor
from typing import NamedTuple

import polars as pl

from listing_rewards.engines.columns.faults import RowFaults
from listing_rewards.engines.columns.flags import Flag, as_expr, no, some
from listing_rewards.engines.columns.layout import TEXT, Layout
from listing_rewards.engines.columns.numbers import FEN, NARROW, WIDE, Number, constant_of
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.values.day import EARLIEST, LATEST
from listing_rewards.values.money import LIMIT

_LIMIT = int(LIMIT)
TEXT_PLACES = 6
"""Places behind the point that a figure may have where it is given as text."""
NUMBER = r"^-?[0-9]+(\.[0-9]{1,18})?$"
"""A number as text: digits alone, without unit, separator or sign of percent."""
BLANKS = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What a text is stripped of: the signs that Unicode calls white space."""
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_NOT_FINITE = r"(?i)^[+-]*(nan|inf|infinity)$"
YES_NO = {"true": True, "false": False}
"""A yes or no as text."""


class _Parts(NamedTuple):
    """Whole numbers of parts, so many to one; null where the number is not stated or not read."""

    parts: pl.Expr
    scale: int


class Reader:
    """Reads columns; what it cannot read exactly is a fault of the row, never a guess."""

    def __init__(self, layout: Layout, plan: Plan, faults: RowFaults) -> None:
        self._layout, self._plan, self._faults = layout, plan, faults
        self._texts: dict[str, pl.Expr] = {}

    def stated(self, name: str) -> pl.Expr:
        """A column of the frame; a text without blanks at its ends, null where nothing is left."""
        if not self._is_text(name):
            return pl.col(name)
        if name not in self._texts:
            text = pl.col(name).cast(pl.String).str.strip_chars(BLANKS)
            self._texts[name] = self._plan.column(pl.when(text != "").then(text))
        return self._texts[name]

    def column(self, expr: pl.Expr) -> pl.Expr:
        """An expression that is read more than once, as a column of its own."""
        return self._plan.column(expr)

    def refuse(self, code: str, flag: pl.Expr, *, read: bool = False) -> None:
        """A row is refused by this code where the flag holds, as in `RowFaults.add`."""
        self._faults.add(code, flag, read=read)

    def text(self, expr: pl.Expr) -> pl.Expr:
        """A text without blanks at its ends; one with nothing else is refused."""
        text = self._plan.column(expr.cast(pl.String).str.strip_chars(BLANKS))
        self._faults.add("empty_text", text == "")
        return text

    def yes_no(self, name: str) -> pl.Expr:
        """A yes or no, null where it is not stated."""
        stated = self.stated(name)
        if not self._is_text(name):
            return stated
        read = self._plan.column(stated.replace_strict(YES_NO, default=None))
        self._faults.add("not_true_or_false", stated.is_not_null() & read.is_null())
        return read

    def day_of(self, name: str) -> pl.Expr:
        """The day in a column of the frame: a date, midnight of it, or text YYYY-MM-DD."""
        stated = self.stated(name)
        kind = self._layout.type_of(name)
        if isinstance(kind, pl.Datetime):
            day = self._plan.column(stated.dt.date())
            timed = self._plan.column(stated.is_not_null() & (stated != day.cast(kind)))
            self._faults.add("time_of_day", timed)
            return self.day(pl.when(~timed).then(day))
        if not self._is_text(name):
            return self.day(stated)
        iso = stated.str.contains(_DAY) & ~stated.str.starts_with("0000")
        read = self._plan.column(pl.when(iso).then(stated).str.to_date("%Y-%m-%d", strict=False))
        self._faults.add("not_a_date", stated.is_not_null() & read.is_null())
        return self.day(read)

    def day(self, expr: pl.Expr) -> pl.Expr:
        """A day between 1900-01-01 and 2199-12-31."""
        stated = self._plan.column(expr)
        self._faults.add("date_out_of_range", ~stated.is_between(EARLIEST, LATEST))
        return stated

    def yuan(self, expr: pl.Expr, kind: pl.DataType) -> Number:
        """An amount in fen, at least 0 and below 10^15 yuan; null where it is not stated."""
        read = self._parts(expr, kind, 2, "not_an_amount")
        most = _LIMIT * read.scale - 1
        near = self._plan.column(read.parts.is_between(-most, most))
        self._faults.add("amount_too_large", ~near)
        inside: pl.Expr = pl.when(near).then(read.parts)
        if most <= NARROW:
            inside = inside.cast(pl.Int64, wrap_numerical=True)
        return self.amount(Number(self._plan.column(inside), -most, most, read.scale, open=True))

    def figure(self, expr: pl.Expr, kind: pl.DataType, limit: Decimal | None) -> Number:
        """A figure, between -10^15 and 10^15, or at most `limit`; null where it is not stated."""
        read = self._parts(expr, kind, TEXT_PLACES, "not_a_number")
        end = _LIMIT * read.scale - 1
        most = end if limit is None else min(end, floor(limit * read.scale))
        huge = some([_below(read.parts, -end), _above(read.parts, end)])
        large = _above(read.parts, most)
        self._faults.add("amount_too_large", huge)
        self._faults.add("figure_too_large", large, read=True)
        inside = pl.when(as_expr(no(some([huge, large])))).then(read.parts)
        figure = Number(None, max(-end, -WIDE), min(most, WIDE), read.scale, open=True)
        parts = inside.cast(pl.Int128 if figure.wide else pl.Int64)
        return replace(figure, value=self._plan.column(parts))

    def amount(self, number: Number) -> Number:
        """A number as an amount in fen: null, with a fault, where below 0 or finer than fen."""
        if number.value is None:
            return number
        parts = number.expr()
        negative = self._plan.column(parts < 0)
        self._faults.add("negative_amount", negative)
        outside: list[Flag] = [negative]
        finer = number.scale // FEN
        if finer > 1:
            fine = self._plan.column(parts % finer != 0)
            self._faults.add("too_many_decimals", fine)
            outside.append(fine)
            parts = parts // finer
            number = replace(number, most=number.most // finer, scale=FEN)
        inside = pl.when(as_expr(no(some(outside)))).then(parts)
        amount = replace(number, least=0)
        kind = pl.Int128 if amount.wide else pl.Int64
        return self._plan.number(replace(amount, value=inside.cast(kind)).in_parts(FEN))

    def _is_text(self, name: str) -> bool:
        return isinstance(self._layout.type_of(name), TEXT)

    def _parts(self, expr: pl.Expr, kind: pl.DataType, places: int, no_number: str) -> _Parts:
        if isinstance(kind, pl.Decimal):
            return _Parts(self._plan.column(expr.to_physical()), 10**kind.scale)
        if isinstance(kind, TEXT):
            return self._from_text(expr.cast(pl.String).str.strip_chars(BLANKS), places, no_number)
        stated = self._plan.column(expr)
        whole = self._plan.column(stated.cast(pl.Int64, strict=False))
        self._faults.add("amount_too_large", stated.is_not_null() & whole.is_null())
        return _Parts(whole, 1)

    def _from_text(self, expr: pl.Expr, places: int, no_number: str) -> _Parts:
        text = self._plan.column(expr)
        plain = self._plan.column(text.str.contains(NUMBER))
        fine = self._plan.column(text.str.contains(finer_than(places)))
        endless = text.str.contains(_NOT_FINITE)
        self._faults.add("not_finite", endless)
        self._faults.add(no_number, ~(plain | endless))
        self._faults.add("too_many_decimals", plain & fine)
        read = pl.when(plain & ~fine).then(text).cast(pl.Decimal(38, places), strict=False)
        exact = self._plan.column(read.to_physical())
        self._faults.add("amount_too_large", plain & ~fine & exact.is_null())
        return _Parts(exact, 10**places)


def finer_than(places: int) -> str:
    """The pattern of a number with more places behind the point than these."""
    return rf"\.[0-9]{{{places}}}[0-9]*[1-9]"


def _above(parts: pl.Expr, most: int) -> Flag:
    return False if most > WIDE else parts > constant_of(most, wide=most > NARROW)


def _below(parts: pl.Expr, least: int) -> Flag:
    return False if least < -WIDE else parts < constant_of(least, wide=least < -NARROW)


def by_then(day: pl.Expr, until: date) -> pl.Expr:
    """The day where it is one that can be read and not after another; otherwise null."""
    return pl.when(day.is_between(EARLIEST, until)).then(day)
