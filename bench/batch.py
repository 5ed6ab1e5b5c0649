"""Many cases at once: the columnar engine beside what is written by hand and other engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import polars as pl
from measuring import OURS, Line, compared, in_turn
from peers import with_openfisca
from peers.in_columns import (
    ANSWERED,
    duckdb_answer,
    duckdb_with,
    numpy_fen,
    numpy_yuan,
    polars_fen,
    polars_yuan,
)
from population import AMOUNTS, Columns, Population, population

from listing_rewards import Policy, load_policy
from listing_rewards.batch import assess_frame
from listing_rewards.engines.columns.answered import columns_out
from listing_rewards.engines.columns.compiled import REPEATS

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
AS_OF = date(2025, 12, 31)
PAYABLE = ["payable", *(f"{name}.payable.at_least" for name in ANSWERED[1:])]
ROUNDS = {10_000: 41, 100_000: 21, 1_000_000: 15}


def _ours(frame: pl.DataFrame, policy: Policy = POLICY, repeats: int = REPEATS) -> pl.LazyFrame:
    return assess_frame(frame, policy, as_of=AS_OF, repeats=repeats)


# ---- beside others -----------------------------------------------------------------------------


def beside_others(rows: int) -> Iterator[Line]:
    """What is payable, in all and of each award, by every engine; and all our columns."""
    people = population(rows)
    others = _others(people)
    wrong = {name: differing(answer(), people.frame) for name, answer in others.items()}
    ways: dict[str, Callable[[], object]] = {
        OURS: lambda: _ours(people.frame).select(PAYABLE).collect(),
        f"{OURS}, compiled anew": lambda: (
            _ours(people.frame, POLICY.model_copy()).select(PAYABLE).collect()
        ),
        f"{OURS}, all {len(columns_out(POLICY))} columns": lambda: _ours(people.frame).collect(),
    }
    times = in_turn(ways | others, ROUNDS[rows])
    yield from compared(f"{rows:,} rows, payable by award", times, rows, wrong)


def _others(people: Population) -> dict[str, Callable[[], Any]]:
    fen = pl.DataFrame({name: pl.Series(name, each) for name, each in people.columns.items()})
    floats = people.columns | {name: people.columns[name] / 100 for name in AMOUNTS}
    database = duckdb_with(people.frame)
    return {
        "Polars by hand, fen": lambda: polars_fen(fen.lazy()).collect(),
        "Polars by hand, Decimal yuan": lambda: polars_yuan(people.frame.lazy()).collect(),
        "NumPy by hand, fen": lambda: numpy_fen(people.columns),
        "NumPy by hand, float64 yuan": lambda: numpy_yuan(floats),
        "DuckDB, DECIMAL": lambda: duckdb_answer(database),
        "openfisca-core": lambda: with_openfisca.answer_all(people.columns),
    }


def differing(answer: Any, frame: pl.DataFrame) -> int:
    """Of how many rows any amount of an answer differs from ours, to the fen."""
    ours = _ours(frame).select(PAYABLE).collect()
    theirs = answer if isinstance(answer, dict) else pl.DataFrame(answer).to_dict()
    apart = np.zeros(len(ours), dtype=bool)
    for own, name in zip(PAYABLE, ANSWERED, strict=True):
        apart |= in_fen(ours[own]) != in_fen(theirs[name])
    return int(apart.sum())


def in_fen(amounts: Any) -> np.ndarray:
    """Amounts as whole fen: of Decimal or floating-point yuan, or fen as they are."""
    if isinstance(amounts, np.ndarray):
        if amounts.dtype.kind == "f":
            return np.round(amounts.astype(np.float64) * 100).astype(np.int64)
        return amounts
    if isinstance(amounts.dtype, pl.Decimal):
        return amounts.reinterpret(dtype=pl.Int128).cast(pl.Int64).to_numpy()
    return amounts.to_numpy()


# ---- growth ------------------------------------------------------------------------------------


def growth() -> Iterator[Line]:
    """How the time of a case grows with rows, awards, and events in a row; all columns."""
    frames = {rows: population(rows).frame for rows in ROUNDS}
    for rows, frame in frames.items():
        yield _alone(f"all columns of {rows:,} rows", frame)
    for awards in (2, 4, 8, 16, 32, 64):
        policy = _staged(awards)
        yield _alone(f"all columns of {awards} awards", _on_the_way(policy), policy)
    for events in (1, 2, 4, 8):
        frame = _with_financings(population(100_000).columns, events)
        yield _alone(f"all columns, {events} financings in a list", frame, repeats=events)


def _alone(
    measured: str, frame: pl.DataFrame, policy: Policy = POLICY, repeats: int = REPEATS
) -> Line:
    times = in_turn({OURS: lambda: _ours(frame, policy, repeats).collect()}, 7)
    return next(compared(measured, times, len(frame), {}))


def _staged(awards: int) -> Policy:
    """So many stages of a common cap, each of which a year on the one before must precede."""
    source = {"clause": "c"}
    stages = [f"stage{n}" for n in range(awards)]
    conditions = {
        f"{later}_in_time": {
            "seasoning": before, "years": 1, "tested_on": [later], "counting": "anniversary",
        } | source
        for before, later in pairwise(stages)
    }  # fmt: skip
    return Policy.model_validate(
        {
            "id": "staged",
            "document": {"title": "示例", "issuer": "示例"},
            "in_force": {"first": date(2023, 7, 7), "last": date(2025, 12, 31)} | source,
            "rounding": {"unit": "0.01", "mode": "half_up"} | source,
            "clauses": {"c": {"item": "示例", "text": "示例"}},
            "events": {stage: {"zh": stage, "en": stage} for stage in stages},
            "conditions": conditions,
            "groups": {"all": {"title": "示例", "cap": 1_000_000} | source},
            "awards": [
                {
                    "id": stage,
                    "title": stage,
                    "earned_by": stage,
                    "amount": {"fixed": 50_000} | source,
                    "needs": [f"{stage}_in_time"] if place else [],
                    "group": "all",
                }
                | source
                for place, stage in enumerate(stages)
            ],
        }
    )


def _on_the_way(policy: Policy, rows: int = 100_000) -> pl.DataFrame:
    chance = np.random.default_rng(len(policy.events))
    first = np.datetime64("2023-01-01")
    return pl.DataFrame(
        {
            kind: first + chance.integers(0, timedelta(days=1095).days, rows)
            for kind in policy.events
        }
    )


def _with_financings(columns: Columns, events: int) -> pl.DataFrame:
    """The enterprises with a list of so many financings each."""
    frame = pl.DataFrame({name: pl.Series(name, each) for name, each in columns.items()})
    paid = ("paid_neeq_listed", "paid_neeq_listed_on", "regional_financing_amount")
    each = pl.struct(
        pl.col("neeq_listed").alias("on"),
        (pl.col("regional_financing_amount").cast(pl.Int128) // events)
        .reinterpret(dtype=pl.Decimal(38, 2))
        .alias("amount"),
    )
    listed = pl.concat_list([each] * events).alias("regional_financing")
    return frame.with_columns(listed).drop(paid)


def lines() -> Iterator[Line]:
    """Every line of the comparison."""
    yield from beside_others(10_000)
    yield from beside_others(1_000_000)
    yield from growth()
