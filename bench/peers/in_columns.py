"""The illustrative policy written by hand over columns: Polars, NumPy and DuckDB.

Each counts in whole fen, or in DuckDB's decimals, as a careful user of it would, and answers
``payable`` and one column an award. None reports what is wrong with a row, says why an award is
refused, or gives a range where a fact is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb
import numpy as np
import polars as pl

from peers.policy import CAP, FIRST, LAST, RATE, REGIONAL_CAP, STAGES

FEN = 100
ANSWERED = ("payable", *STAGES, "regional_financing")
PER_YUAN = round(1 / float(RATE))
"""Of so many fen of financing, one is the reward."""

# ---- Polars, Int64 fen -------------------------------------------------------------------------


def polars_fen(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The answer of a frame with days and Int64 fen, in Int64 fen."""
    first, last = date.fromisoformat(FIRST), date.fromisoformat(LAST)
    tested = pl.coalesce("bse_applied", "bse_accepted")
    seasoned = (tested >= pl.col("neeq_listed").dt.offset_by("1y")).fill_null(value=False)
    nothing = pl.lit(0, dtype=pl.Int64)
    frame = frame.with_columns(
        seasoned.alias("seasoned"),
        pl.when(pl.col("paid_neeq_listed_on") <= last)
        .then(pl.col("paid_neeq_listed").fill_null(0))
        .otherwise(nothing)
        .alias("paid"),
    )
    nominal = []
    for stage, (amount, needs_year) in STAGES.items():
        due = pl.col(stage).is_between(first, last)
        due = due & pl.col("seasoned") if needs_year else due
        nominal.append(pl.when(due).then(pl.lit(amount * FEN)).otherwise(nothing).alias(stage))
    financed = pl.col("regional_financing_amount").fill_null(0)
    reward = (financed + PER_YUAN // 2) // PER_YUAN
    reward = pl.min_horizontal(reward, pl.lit(REGIONAL_CAP * FEN, dtype=pl.Int64))
    counts = pl.col("regional_financing").is_between(first, last)
    regional = pl.when(counts).then(reward).otherwise(nothing).alias("regional_financing")
    frame = frame.select("paid", *nominal, regional)
    cap = pl.lit(CAP * FEN, dtype=pl.Int64)
    taken, owed_before, room = nothing, nothing, pl.max_horizontal(cap - pl.col("paid"), nothing)
    for stage in STAGES:
        granted = pl.min_horizontal(stage, pl.max_horizontal(cap - taken, nothing))
        taken = taken + pl.col(stage)
        paid = pl.col("paid") if stage == "neeq_listed" else nothing
        owed = pl.max_horizontal(granted - paid, nothing)
        payable = pl.min_horizontal(owed, pl.max_horizontal(room - owed_before, nothing))
        frame = frame.with_columns(payable.alias(f"{stage}.payable"))
        owed_before = owed_before + owed
    payable = [pl.col(f"{stage}.payable").alias(stage) for stage in STAGES]
    frame = frame.select(*payable, "regional_financing")
    return frame.select(pl.sum_horizontal(pl.all()).alias("payable"), pl.all())


def polars_yuan(frame: pl.LazyFrame) -> pl.LazyFrame:
    """The same from and to Decimal yuan, as `assess_frame` reads and answers them."""
    amounts = ("regional_financing_amount", "paid_neeq_listed")
    in_fen = frame.with_columns(
        pl.col(name).reinterpret(dtype=pl.Int128).cast(pl.Int64) for name in amounts
    )
    answer = polars_fen(in_fen)
    return answer.select(pl.all().cast(pl.Int128).reinterpret(dtype=pl.Decimal(38, 2)))


# ---- NumPy, int64 fen or float64 yuan ----------------------------------------------------------


def numpy_fen(columns: dict[str, Any]) -> dict[str, Any]:
    """The answer of arrays of ``datetime64[D]`` and int64 fen, in int64 fen."""
    return _numpy(columns, np.int64(FEN), lambda fen: (fen + PER_YUAN // 2) // PER_YUAN)


def numpy_yuan(columns: dict[str, Any]) -> dict[str, Any]:
    """The answer of arrays of ``datetime64[D]`` and float64 yuan, in float64 yuan."""
    return _numpy(columns, np.float64(1), lambda yuan: np.round(yuan * float(RATE), 2))


def _numpy(columns: dict[str, Any], one: Any, share: Callable[[Any], Any]) -> dict[str, Any]:
    """The answer in parts of which `one` make a yuan."""
    first, last = np.datetime64(FIRST), np.datetime64(LAST)

    def in_plan(name: str) -> Any:
        return (columns[name] >= first) & (columns[name] <= last)

    listed, applied = columns["neeq_listed"], columns["bse_applied"]
    tested = np.where(np.isnat(applied), columns["bse_accepted"], applied)
    seasoned = tested >= _a_year_on(listed)
    paid = np.where(columns["paid_neeq_listed_on"] <= last, columns["paid_neeq_listed"], 0 * one)
    room, taken = np.maximum(CAP * one - paid, 0), np.zeros_like(paid)
    owed_before = np.zeros_like(paid)
    answer = {}
    for stage, (amount, needs_year) in STAGES.items():
        due = in_plan(stage) & seasoned if needs_year else in_plan(stage)
        nominal = due * (amount * one)
        owed = np.minimum(nominal, np.maximum(CAP * one - taken, 0))
        taken += nominal
        if stage == "neeq_listed":
            owed = np.maximum(owed - paid, 0)
        answer[stage] = np.minimum(owed, np.maximum(room - owed_before, 0))
        owed_before += owed
    financed = columns["regional_financing_amount"]
    reward = np.minimum(share(financed), REGIONAL_CAP * one)
    answer["regional_financing"] = np.where(in_plan("regional_financing"), reward, 0)
    return {"payable": sum(answer.values())} | answer


def _a_year_on(day: Any) -> Any:
    """The same day a year on; 28 February where there is none."""
    month = day.astype("M8[M]")
    same_day = (month + 12).astype("M8[D]") + (day - month.astype("M8[D]"))
    return np.minimum(same_day, (month + 13).astype("M8[D]") - 1)


# ---- DuckDB, decimals --------------------------------------------------------------------------


def duckdb_sql() -> str:
    """The query, over the table `stated` with DATE and DECIMAL(18, 2) columns, in yuan."""
    needs_year = "AND coalesce(bse_applied, bse_accepted) >= neeq_listed + INTERVAL 1 YEAR"
    nominal, granted, owed, payable = [], [], [], []
    names = list(STAGES)
    for place, (stage, (amount, seasoned)) in enumerate(STAGES.items()):
        due = f"{stage} BETWEEN DATE '{FIRST}' AND DATE '{LAST}' {needs_year if seasoned else ''}"
        nominal.append(f"CASE WHEN {due} THEN {amount} ELSE 0 END::DECIMAL(18, 2) AS {stage}_n")
        taken = " - ".join([f"{CAP}", *(f"{each}_n" for each in names[:place])])
        granted.append(f"least({stage}_n, greatest({taken}, 0)) AS {stage}_g")
        paid = " - paid" if stage == "neeq_listed" else ""
        owed.append(f"greatest({stage}_g{paid}, 0) AS {stage}_o")
        left = " - ".join(["room", *(f"{each}_o" for each in names[:place])])
        payable.append(f"least({stage}_o, greatest({left}, 0))::DECIMAL(18, 2) AS {stage}")
    return f"""
        WITH read AS (
            SELECT {", ".join(nominal)},
                CASE WHEN paid_neeq_listed_on <= DATE '{LAST}'
                    THEN paid_neeq_listed ELSE 0 END::DECIMAL(18, 2) AS paid,
                CASE WHEN regional_financing BETWEEN DATE '{FIRST}' AND DATE '{LAST}'
                    THEN least(round(coalesce(regional_financing_amount, 0) * {RATE}, 2),
                               {REGIONAL_CAP}) ELSE 0 END::DECIMAL(18, 2) AS regional_financing
            FROM stated),
        granted AS (SELECT *, greatest({CAP} - paid, 0) AS room, {", ".join(granted)} FROM read),
        owed AS (SELECT *, {", ".join(owed)} FROM granted),
        answered AS (SELECT {", ".join(payable)}, regional_financing FROM owed)
        SELECT ({" + ".join(ANSWERED[1:])})::DECIMAL(18, 2) AS payable, * FROM answered
    """  # noqa: S608  (of our own numbers)


def duckdb_with(frame: pl.DataFrame) -> duckdb.DuckDBPyConnection:
    """A database in memory that holds a frame as the table ``stated``."""
    database = duckdb.connect()
    database.register("frame", frame.to_arrow())
    database.execute("CREATE TABLE stated AS SELECT * FROM frame")
    return database


def duckdb_answer(database: duckdb.DuckDBPyConnection) -> Any:
    """The answer of all that it holds, as an Arrow table."""
    return database.sql(duckdb_sql()).to_arrow_table()
