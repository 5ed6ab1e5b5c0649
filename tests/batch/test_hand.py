"""What was worked out by hand comes out of a frame too."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from cases.test_tables import POLICIES, TableCase, all_cases, bounds
from property.values import AFTER_ALMOST_ALL

from batch.agreeing import assert_agrees, rows_of
from listing_rewards import load_policy
from listing_rewards.batch import assess_frame, frame_of


@pytest.mark.parametrize("case", all_cases())
def test_case(case: TableCase) -> None:
    """Every amount and status that a table states, and all else that `assess` says."""
    policy = case.the_policy()
    for asked in case.asked:
        [row] = rows_of([case.the_case()], policy, asked.as_of)
        payable = bounds(asked.payable)
        assert (row["payable"], row["payable_at_most"]) == (payable.at_least, payable.at_most)
        for award, line in asked.lines.items():
            for name, value in line.model_dump(exclude_none=True).items():
                if name == "status":
                    assert row[f"{award}.status"] == value
                else:
                    amount = bounds(value)
                    assert row[f"{award}.{name}.at_least"] == amount.at_least
                    assert row[f"{award}.{name}.at_most"] == amount.at_most
        assert_agrees(row, case.the_case(), policy, asked.as_of)


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_real_policies_compile(path: Path) -> None:
    """No real policy says what a frame cannot work out, however its figures are written."""
    policy = load_policy(path)
    answer = assess_frame(frame_of([], policy), policy, as_of=AFTER_ALMOST_ALL)
    assert answer.collect().height == 0
    text = dict.fromkeys(policy.figures, pl.String)
    assert (
        assess_frame(pl.LazyFrame(schema=text), policy, as_of=AFTER_ALMOST_ALL).collect().is_empty()
    )
