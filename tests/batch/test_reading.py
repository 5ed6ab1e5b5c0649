"""Amounts of a column are read exactly, or not at all."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from listing_rewards.engines.columns.faults import RowFaults
from listing_rewards.engines.columns.layout import Layout
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.reading import Reader
from listing_rewards.values.money import LIMIT

MOST = 10**38 - 1
LIMITS = [-1, 0, 1, 2**63 - 1, 2**63, 2**64, 2**64 + 100]


@st.composite
def decimals(draw: st.DrawFn) -> tuple[list[int], int]:
    """Digits of a few Decimals, many around what an amount may be, and the places behind."""
    scale = draw(st.integers(0, 9))
    limit = int(LIMIT) * 10**scale
    ends = st.sampled_from([*LIMITS, limit - 1, limit, limit + 10**scale])
    digits = ends | st.integers(-MOST, MOST) | st.integers(0, limit - 1)
    return draw(st.lists(digits, min_size=1, max_size=8)), scale


class TestYuan:
    """An amount is so many fen; what is none is null, so that nothing is computed with it."""

    @given(decimals())
    def test_of_decimals(self, written: tuple[list[int], int]) -> None:
        """Negative ones, too large ones and parts of a fen are none, however many digits."""
        digits, scale = written
        kind = pl.Decimal(38, scale)
        frame = pl.DataFrame({"x": pl.Series(digits, dtype=pl.Int128).reinterpret(dtype=kind)})
        plan = Plan(["x"])
        number = Reader(Layout({}, ()), plan, RowFaults(plan)).yuan(pl.col("x"), kind)
        read = plan.over(frame.lazy()).select(number.expr()).collect().to_series().to_list()
        fen = [Fraction(each, 10**scale) * 100 for each in digits]
        is_amount = [0 <= each < LIMIT * 100 and each.denominator == 1 for each in fen]
        assert read == [each if fits else None for each, fits in zip(fen, is_amount, strict=True)]
