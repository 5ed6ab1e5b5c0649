"""Numbers and days of a frame, read exactly or refused, as expressions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import floor
from typing import NamedTuple

import polars as pl

from listing_rewards.batch.faults import RowFaults
from listing_rewards.batch.flags import Flag, as_expr, no, some
from listing_rewards.batch.numbers import FEN, NARROW, WIDE, Number, constant_of
from listing_rewards.batch.plan import Plan
from listing_rewards.money import LIMIT
from listing_rewards.periods import EARLIEST, LATEST

_LIMIT = int(LIMIT)
TEXT_PLACES = 6
"""Places behind the point that a figure may have where it is given as text."""
_AMOUNT = r"^-?[0-9]{1,18}(\.[0-9]{1,18})?$"


class _Parts(NamedTuple):
    """Whole numbers of parts, so many to one; null where the number is not stated or not read."""

    parts: pl.Expr
    scale: int


class Reader:
    """Reads columns; what it cannot read exactly is a fault of the row, never a guess."""

    def __init__(self, plan: Plan, faults: RowFaults) -> None:
        self._plan, self._faults = plan, faults

    def column(self, expr: pl.Expr) -> pl.Expr:
        """An expression that is read more than once, as a column of its own."""
        return self._plan.column(expr)

    def refuse(self, code: str, flag: pl.Expr) -> None:
        """A row is refused by this code where the flag holds."""
        self._faults.add(code, flag)

    def text(self, expr: pl.Expr) -> pl.Expr:
        """A text without blanks at its ends; one with nothing else is refused."""
        text = self._plan.column(expr.cast(pl.String).str.strip_chars())
        self._faults.add("empty_text", _yes(text == ""))
        return text

    def day(self, expr: pl.Expr) -> pl.Expr:
        """A day between 1900-01-01 and 2199-12-31."""
        stated = self._plan.column(expr)
        self._faults.add("date_out_of_range", _not(stated.is_between(EARLIEST, LATEST)))
        return stated

    def yuan(self, expr: pl.Expr, kind: pl.DataType) -> Number:
        """An amount in fen, at least 0 and below 10^15 yuan; null where it is not stated."""
        read = self._parts(expr, kind, 2, "not_an_amount")
        most, parts = _LIMIT * read.scale - 1, read.parts
        negative = self._plan.column(parts < 0)
        large = self._plan.flag(_above(parts, most))
        self._faults.add("negative_amount", negative)
        self._faults.add("amount_too_large", large)
        outside: list[Flag] = [negative, large]
        if read.scale > FEN:
            fine = self._plan.column(parts % (read.scale // FEN) != 0)
            self._faults.add("too_many_decimals", fine)
            outside.append(fine)
            parts = parts // (read.scale // FEN)
        inside = as_expr(no(some(outside)))
        fen: pl.Expr = pl.when(inside).then(parts.cast(pl.Int64, wrap_numerical=True))
        if read.scale < FEN:
            fen = fen * (FEN // read.scale)
        return Number(self._plan.column(fen), 0, _LIMIT * FEN - 1, FEN, open=True)

    def figure(self, expr: pl.Expr, kind: pl.DataType, limit: Decimal | None) -> Number:
        """A figure, between -10^15 and 10^15, or at most `limit`; null where it is not stated."""
        read = self._parts(expr, kind, TEXT_PLACES, "not_a_number")
        end = _LIMIT * read.scale - 1
        most = end if limit is None else min(end, floor(limit * read.scale))
        huge = some([_below(read.parts, -end), _above(read.parts, end)])
        large = _above(read.parts, most)
        self._faults.add("amount_too_large", huge)
        self._faults.add("figure_too_large", large)
        inside = pl.when(as_expr(no(some([huge, large])))).then(read.parts)
        figure = Number(None, max(-end, -WIDE), min(most, WIDE), read.scale, open=True)
        parts = inside.cast(pl.Int128 if figure.wide else pl.Int64)
        return replace(figure, value=self._plan.column(parts))

    def _parts(self, expr: pl.Expr, kind: pl.DataType, places: int, no_number: str) -> _Parts:
        if isinstance(kind, pl.Decimal):
            return _Parts(self._plan.column(expr.to_physical()), 10**kind.scale)
        if isinstance(kind, pl.String):
            text = self._plan.column(expr.str.strip_chars())
            self._faults.add(no_number, _not(text.str.contains(_AMOUNT)))
            fine = text.str.contains(rf"\.[0-9]{{{places + 1},}}$")
            self._faults.add("too_many_decimals", _yes(fine))
            plain = pl.when(text.str.contains(_AMOUNT) & ~fine).then(text)
            exact = plain.cast(pl.Decimal(38, places), strict=False)
            return _Parts(self._plan.column(exact.to_physical()), 10**places)
        stated = self._plan.column(expr)
        whole = self._plan.column(stated.cast(pl.Int64, strict=False))
        self._faults.add("amount_too_large", stated.is_not_null() & whole.is_null())
        return _Parts(whole, 1)


def _yes(expr: pl.Expr) -> pl.Expr:
    """Whether it is so; not where nothing is stated."""
    return expr.fill_null(value=False)


def _not(expr: pl.Expr) -> pl.Expr:
    """Whether something is stated and it is not so."""
    return (~expr).fill_null(value=False)


def _above(parts: pl.Expr, most: int) -> Flag:
    return False if most > WIDE else parts > constant_of(most, wide=most > NARROW)


def _below(parts: pl.Expr, least: int) -> Flag:
    return False if least < -WIDE else _yes(parts < constant_of(least, wide=least < -NARROW))


def by_then(day: pl.Expr, until: date) -> pl.Expr:
    """The day where it is one that can be read and not after another; otherwise null."""
    return pl.when(day.is_between(EARLIEST, until)).then(day)
