"""A million rows from file to file, against `assess` on a thousand of them."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import polars as pl
from profiles import few
from property.values import ILLUSTRATIVE

from batch.agreeing import assert_agrees
from batch.many import MOST, many
from listing_rewards import InvalidCase
from listing_rewards.engines.columns import assess_frame, case_of

AS_OF = date(2025, 12, 31)
ROWS = few(1_000_000)
ASKED = few(1_000)


def test_a_million_rows(tmp_path: Path) -> None:
    """Every column of a thousand random rows is what `assess` says of the case."""
    many(ILLUSTRATIVE, ROWS).write_parquet(tmp_path / "cases.parquet", row_group_size=50_000)
    scanned = pl.scan_parquet(tmp_path / "cases.parquet")
    answer = assess_frame(scanned, ILLUSTRATIVE, as_of=AS_OF, keep=["row"], repeats=MOST)
    answer.sink_parquet(tmp_path / "answers.parquet")

    asked = sorted(random.Random(20251231).sample(range(ROWS), ASKED))
    chosen = pl.col("row").is_in(asked)
    cases = scanned.filter(chosen).collect()
    answers = pl.scan_parquet(tmp_path / "answers.parquet")
    rows = answers.filter(chosen).collect()
    assert answers.select(pl.len()).collect().item() == ROWS
    assert rows["row"].to_list() == cases["row"].to_list() == asked
    assert 0.5 < rows["fault"].null_count() / ASKED < 0.95
    assert_rows(cases, rows.drop("row"))


def assert_rows(cases: pl.DataFrame, rows: pl.DataFrame) -> None:
    """Each row says what `assess` says of the case, or has a fault that the case has."""
    for stated, row in zip(cases.rows(named=True), rows.rows(named=True), strict=True):
        try:
            case = case_of(stated, ILLUSTRATIVE, keep=["row"])
        except InvalidCase as error:
            codes = {each.code for each in error.faults}
        else:
            assert_agrees({"uscc": None, "county": None} | row, case, ILLUSTRATIVE, AS_OF)
            continue
        assert row["fault"] in codes
