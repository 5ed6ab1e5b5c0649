"""Frames of any length with awkward rows, made without a loop over rows, the same every time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import polars as pl

from listing_rewards import Policy
from listing_rewards.engines.columns.layout import columns_for

YUAN = pl.Decimal(38, 2)
EVENTS = pl.List(pl.Struct({"on": pl.Date, "amount": YUAN}))
PAYMENTS = pl.List(
    pl.Struct({"award": pl.String, "on": pl.Date, "amount": YUAN, "policy": pl.String})
)
_PRIME = 2**31 - 1
_AMOUNTS = [
    None, "0", "0.01", "49.50", "333333.35", "3000000", "4999999.75", "5000000.25", "80000000",
    "999999999999999.99",
]  # fmt: skip
_FIGURES = [None, "0", "-12000000.5", "0.08", "8", "100", "15000000", "50000000.01", "999999999"]


MOST = 3
"""Entries that a list of a row has at the most."""


def drawn(seed: int, choices: int) -> pl.Expr:
    """A number below `choices` for each row, spread like a draw by lot from its seed."""
    mixed = (pl.col("row") * 48271 + 7919 * seed + 11) % _PRIME
    for _ in range(2):
        mixed = (mixed * mixed + 104729 * seed + 13) % _PRIME
    return mixed // 3 % choices


def picked(values: list[Any], kind: pl.DataType, seed: int) -> pl.Expr:
    """One of some values for each row."""
    pool = pl.Series(values, dtype=kind)
    return pl.lit(pool).gather(drawn(seed, len(pool)).cast(pl.UInt32))


def often(seed: int, one_in: int) -> pl.Expr:
    """Whether a row is one of so many."""
    return drawn(seed, one_in) == 0


def days_of(policy: Policy, place: int) -> list[date | None]:
    """Days on which something turns, later for a later event; some are none, few are no days."""
    first, last = policy.in_force.first, policy.in_force.end or date(2025, 12, 31)
    turning = [first - timedelta(1), first, date(2024, 2, 29), date(2023, 9, 15), last]
    shifted = [day + timedelta(days=120 * place) for day in turning[1:-1]]
    return [None, None, None, *turning, *shifted, *shifted, last + timedelta(1)]


def many(policy: Policy, rows: int, *, seed: int = 1) -> pl.DataFrame:
    """A frame of every column that a policy knows: lists, decimals, payments, nulls, faults."""
    counted = pl.DataFrame({"row": pl.int_range(rows, dtype=pl.Int64, eager=True)})
    names = pl.concat_str(pl.lit("示例"), pl.col("row"), pl.lit("公司")).alias("name")
    frame = counted.with_columns(names, *_columns(policy, seed))
    return _in_order(frame, policy, seed).with_columns(_amounts(policy, seed))


def _columns(policy: Policy, seed: int) -> Iterator[pl.Expr]:
    place = {kind: i for i, kind in enumerate(policy.events)}
    for number, (name, wanted) in enumerate(columns_for(policy)):
        own = seed * 1000 + number
        match wanted.holds:
            case "text" if wanted.of:
                values = [None, *policy.attributes[name].values]
                odd = pl.when(often(own + 500, 200)).then(pl.lit("nonsense"))
                yield odd.otherwise(picked(values, pl.String(), own)).alias(name)
            case "event":
                yield _event(policy, name, place[name], own).alias(name)
            case "number":
                values = _FIGURES if name in policy.figures else _AMOUNTS
                yield picked([_decimal(each) for each in values], YUAN, own).alias(name)
            case "yes_no":
                yield picked([None, True, False], pl.Boolean(), own).alias(name)
            case "day":
                yield picked([None] * 5 + days_of(policy, 2), pl.Date(), own).alias(name)
            case "payments":
                yield picked(list(_payment_lists(policy)), PAYMENTS, own).alias(name)
            case "texts":
                kinds = [[kind] for kind in policy.events]
                yield picked([[]] * 60 + kinds, pl.List(pl.String()), own).alias(name)


def _in_order(frame: pl.DataFrame, policy: Policy, seed: int) -> pl.DataFrame:
    """Most events that would come before what they follow have not happened."""
    for number, (kind, event) in enumerate(policy.events.items()):
        for before in event.after:
            early = _first(before, frame) > _first(kind, frame)
            left = early.fill_null(value=False) & ~often(seed * 1000 + number + 900, 20)
            frame = frame.with_columns(pl.when(~left).then(pl.col(kind)).alias(kind))
    return frame


def _first(kind: str, frame: pl.DataFrame) -> pl.Expr:
    if not isinstance(frame.schema[kind], pl.List):
        return pl.col(kind)
    return pl.col(kind).list.eval(pl.element().struct.field("on")).list.min()


def _event(policy: Policy, kind: str, place: int, seed: int) -> pl.Expr:
    days, event = days_of(policy, place), policy.events[kind]
    if not (event.repeats or event.ended_by):
        broken = pl.when(often(seed + 500, 300)).then(pl.lit(date(1899, 12, 31)))
        return broken.otherwise(picked(days, pl.Date(), seed))
    amounts = [_decimal(each) if event.amount else None for each in _AMOUNTS]
    entries = [
        {"on": day, "amount": amounts[i % len(amounts)]} for i, day in enumerate(days) if day
    ]
    lists = [[], [], *([each] for each in entries), entries[:2], entries[2:5]]
    return picked(lists, EVENTS, seed)


def _payment_lists(policy: Policy) -> Iterator[list[Mapping[str, Any]]]:
    yield from [[]] * 20
    for i, award in enumerate(policy.awards):
        paid = {"award": award.id, "on": date(2024, 3, 1) + timedelta(days=100 * i), "policy": None}
        yield [paid | {"amount": Decimal("500000.00")}]
        yield [paid | {"amount": Decimal("0.01")}, paid | {"amount": Decimal("99.99")}]
        yield [paid | {"amount": Decimal(1), "policy": "another-city-2020"}]
    yield [{"award": "nonsense", "on": date(2024, 3, 1), "amount": Decimal(1), "policy": None}]


def _amounts(policy: Policy, seed: int) -> list[pl.Expr]:
    """Amounts beside their days; a few stand alone, and a few are negative."""
    columns = []
    for number, (name, wanted) in enumerate(columns_for(policy)):
        own = seed * 1000 + number
        if wanted.holds == "event_amount":
            if policy.events[wanted.of].repeats or policy.events[wanted.of].ended_by:
                continue
            day = wanted.of
        elif wanted.holds == "paid":
            day = f"{name}_on"
        else:
            continue
        values = [_decimal(each) for each in _AMOUNTS[wanted.holds == "paid" :]]
        negative = pl.when(often(own + 500, 300)).then(pl.lit("-1").cast(YUAN))
        amount = negative.otherwise(picked(values, YUAN, own))
        stated = pl.col(day).is_not_null() | often(own + 700, 400)
        columns.append(pl.when(stated).then(amount).alias(name))
    return columns


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
