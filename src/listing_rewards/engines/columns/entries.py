"""The events and payments of a row, one by one: a column's own, or each entry of its list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import polars as pl

from listing_rewards.engines.columns.flags import Flag
from listing_rewards.engines.columns.layout import Layout, fields_of
from listing_rewards.engines.columns.numbers import UNLIMITED, Number
from listing_rewards.engines.columns.reading import Reader
from listing_rewards.policy.model import Policy

NO_DAY = pl.lit(None, dtype=pl.Date)


class Entry(NamedTuple):
    """One event as stated: its day, null where there is none, and its amount, null likewise."""

    day: pl.Expr
    amount: Number


class PaymentEntry(NamedTuple):
    """One payment as stated; `award` is its id where the column tells it."""

    day: pl.Expr
    amount: Number
    award: str | pl.Expr
    under: pl.Expr | None


class Entries:
    """Reads the entries of a row; of a list as many as `repeats`, and more are a fault."""

    def __init__(self, layout: Layout, policy: Policy, reader: Reader, repeats: int) -> None:
        self._layout, self._policy, self._reader = layout, policy, reader
        self._repeats = repeats
        self._absent = self._read_absent()

    def events(self, kind: str) -> list[Entry]:
        """The events of one kind."""
        found = self._layout.type_of(kind)
        if isinstance(found, pl.List):
            return [Entry(*each) for each in self._dated(kind, found, taken=self._takes(kind))]
        name, amount = f"{kind}_amount", UNLIMITED
        holds = self._layout.type_of(name) if self._takes(kind) else None
        if holds is not None:
            stated = self._reader.stated(name)
            amount = self._reader.yuan(stated, holds)
            on = NO_DAY if found is None else self._reader.stated(kind)
            self._reader.refuse("day_missing_for_amount", stated.is_not_null() & on.is_null())
        return [] if found is None else [Entry(self._reader.day_of(kind), amount)]

    def payments(self) -> Iterator[PaymentEntry]:
        """Every payment."""
        for award in self._policy.awards:
            yield from self._paid(award.id)
        listed = self._layout.type_of("payments")
        if isinstance(listed, pl.List):
            yield from self._listed(listed)

    def _paid(self, award: str) -> Iterator[PaymentEntry]:
        """The payment in the columns of an award."""
        amount, day = f"paid_{award}", f"paid_{award}_on"
        holds, dated = self._layout.type_of(amount), self._layout.type_of(day) is not None
        on = self._reader.stated(day) if dated else NO_DAY
        if holds is None:
            if dated:
                self._reader.refuse("amount_missing_for_day", on.is_not_null())
            return
        stated = self._reader.stated(amount)
        read = self._reader.yuan(stated, holds)
        self._reader.refuse("day_missing_for_amount", stated.is_not_null() & on.is_null())
        self._reader.refuse("amount_missing_for_day", stated.is_null() & on.is_not_null())
        yield PaymentEntry(self._reader.day_of(day) if dated else NO_DAY, read, award, None)

    def absent(self, kind: str) -> Flag:
        """Whether an event is listed among those that have not happened."""
        if self._absent is None:
            return False
        return self._absent.list.contains(pl.lit(kind)).fill_null(value=False)

    def _read_absent(self) -> pl.Expr | None:
        """The events listed there, of which the policy must declare each."""
        if self._layout.type_of("absent") is None:
            return None
        name = pl.element().cast(pl.String).str.strip_chars()
        absent = self._reader.column(pl.col("absent").list.eval(name))
        nameless = absent.list.eval(pl.element().is_null()).list.any()
        unknown = absent.list.eval(~pl.element().is_in(list(self._policy.events))).list.any()
        self._reader.refuse("not_text", nameless)
        self._reader.refuse("unknown_event", unknown, read=True)
        return absent

    def _takes(self, kind: str) -> bool:
        return self._policy.events[kind].amount

    def _listed(self, listed: pl.List) -> Iterator[PaymentEntry]:
        fields = fields_of(listed)
        for i, (day, amount) in enumerate(self._dated("payments", listed, taken=True)):
            entry = _entry("payments", i)
            award = self._reader.text(entry.struct.field("award"))
            under = None
            if not isinstance(fields.get("policy", pl.Null()), pl.Null):
                under = self._reader.text(entry.struct.field("policy"))
            self._reader.refuse("not_text", day.is_not_null() & award.is_null())
            no_amount = entry.struct.field("amount").is_null() & day.is_not_null()
            self._reader.refuse("not_an_amount", no_amount)
            yield PaymentEntry(day, amount, award, under)

    def _dated(
        self, column: str, listed: pl.List, *, taken: bool
    ) -> Iterator[tuple[pl.Expr, Number]]:
        """The day and the amount of each entry of a list."""
        fields, number = fields_of(listed), pl.col(column).list.len()
        self._reader.refuse("too_many_entries", number > self._repeats)
        for i in range(self._repeats):
            entry = _entry(column, i)
            day = self._reader.day(entry.struct.field("on").cast(pl.Date))
            self._reader.refuse("not_a_date", (number > i) & day.is_null())
            amount, kind = UNLIMITED, fields.get("amount")
            if kind is not None and not isinstance(kind, pl.Null):
                stated = entry.struct.field("amount")
                if taken:
                    amount = self._reader.yuan(stated, kind)
                else:
                    self._reader.refuse("amount_not_taken", stated.is_not_null())
            yield day, amount


def _entry(column: str, number: int) -> pl.Expr:
    return pl.col(column).list.get(number, null_on_oob=True)
