"""Many enterprises under the illustrative policy, the same in the form that each engine takes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import polars as pl
from peers.policy import FIRST, LAST, STAGES

Columns = dict[str, np.ndarray]
"""Days as ``datetime64[D]``, amounts as whole fen; not-a-time where nothing happened."""

NEVER = np.datetime64("NaT", "D")
FIRST_DAY, LAST_DAY = np.datetime64("2023-01-01"), np.datetime64(LAST)
AWKWARD = np.array(
    [FIRST, "2024-02-28", "2024-02-29", "2025-02-28", "2025-03-01", LAST], dtype="datetime64[D]"
)
"""The ends of the plan, and the days around which a year from 29 February is full."""


class Population(NamedTuple):
    """The same enterprises as arrays and as a frame of yuan, as `assess_frame` takes it."""

    columns: Columns
    frame: pl.DataFrame


def population(rows: int, *, seed: int = 20251231) -> Population:
    """So many enterprises, each somewhere on its way; awkward days and ties over-represented."""
    chance = np.random.default_rng(seed)
    columns: Columns = {}
    reached = chance.integers(1, len(STAGES) + 1, rows)
    day = np.full(rows, FIRST_DAY)
    for place, stage in enumerate(STAGES):
        if stage == "bse_accepted":
            applied = (reached > place) & (chance.random(rows) < 1 / 2)
            day = _later(chance, day)
            columns["bse_applied"] = np.where(applied, day, NEVER)
        day = _later(chance, day)
        columns[stage] = np.where(reached > place, day, NEVER)
    financed = chance.random(rows) < 1 / 2
    on = _later(chance, np.full(rows, FIRST_DAY))
    columns["regional_financing"] = np.where(financed, on, NEVER)
    tie = chance.random(rows) < 1 / 2
    amount = np.where(
        tie, 25 + 50 * chance.integers(0, 10**7, rows), chance.integers(0, 10**9, rows)
    )
    columns["regional_financing_amount"] = np.where(financed, amount, 0)
    paid = chance.random(rows) < 1 / 4
    columns["paid_neeq_listed"] = np.where(paid, 50_000_000, 0)
    columns["paid_neeq_listed_on"] = np.where(paid, np.datetime64("2025-12-01"), NEVER)
    return Population(columns, _frame(columns))


def _later(chance: np.random.Generator, day: np.ndarray) -> np.ndarray:
    """A day on or after another one, often one of the awkward ones."""
    after = np.minimum(day + chance.integers(0, 300, len(day)), LAST_DAY)
    next_awkward = AWKWARD[np.searchsorted(AWKWARD, day)]
    return np.where(chance.random(len(day)) < 1 / 4, next_awkward, after)


AMOUNTS = {
    "regional_financing_amount": "regional_financing",
    "paid_neeq_listed": "paid_neeq_listed_on",
}
"""The columns of amounts, and on which day each was."""


def _frame(columns: Columns) -> pl.DataFrame:
    fen = pl.DataFrame({name: pl.Series(name, values) for name, values in columns.items()})
    yuan = [
        pl.when(pl.col(day).is_not_null())
        .then(pl.col(name).cast(pl.Decimal(18, 2)) / 100)
        .cast(pl.Decimal(18, 2))
        .alias(name)
        for name, day in AMOUNTS.items()
    ]
    return fen.with_columns(yuan)
