"""The parts of an amount in a frame are those that `rules.splits` gives."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from property.generated_policies import SHARES

from listing_rewards.engines.columns.arithmetic import Span
from listing_rewards.engines.columns.numbers import FEN, Number
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.splits import split
from listing_rewards.engines.exact.splits import split as split_by_the_rule
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.values.range import Bounds
from listing_rewards.values.rate import read_rate

UNITS = st.sampled_from([Decimal(each) for each in ("0.01", "1.00", "100.00")])
Row = tuple[int, int | None]


@st.composite
def ranges(draw: st.DrawFn) -> Row:
    """A range in fen, often determined, now and then without a limit."""
    least = draw(st.integers(0, 1000) | st.integers(0, 10**12))
    return draw(
        st.sampled_from([(least, least), (least, least + draw(st.integers(0, 999)))])
        | (st.just((least, None)))
    )


def bounds(row: Row) -> Bounds:
    """The range in yuan."""
    least, most = row
    return Bounds(Decimal(least).scaleb(-2), None if most is None else Decimal(most).scaleb(-2))


def ends_of(part: Span, frame: pl.DataFrame) -> list[tuple[Fraction | None, ...]]:
    """Both ends of a part, row by row."""
    ends = frame.select(least=part.least.expr(), most=part.most.expr()).rows()
    scales = (part.least.scale, part.most.scale)
    return [
        tuple(
            None if end is None else Fraction(end, scale)
            for end, scale in zip(row, scales, strict=True)
        )
        for row in ends
    ]


class TestParts:
    """Parts by the largest remainder, the earlier one first where remainders are equal."""

    @given(st.lists(ranges(), min_size=4, max_size=4), st.sampled_from(SHARES), UNITS)
    def test_of_a_range(self, rows: list[Row], shares: tuple[str, ...], unit: Decimal) -> None:
        """Exact where it is determined, within a unit of the share where it is not."""
        most = max([each for row in rows for each in row if each is not None])
        amount = Span(
            Number(pl.col("least"), 0, most, FEN), Number(pl.col("most"), 0, most, FEN, open=True)
        )
        self._compare(rows, amount, shares, unit)

    @given(st.lists(st.integers(0, 999), min_size=4, max_size=4), st.sampled_from(SHARES), UNITS)
    def test_of_one_amount(self, fen: list[int], shares: tuple[str, ...], unit: Decimal) -> None:
        """What is known to be one amount has parts of one amount each."""
        amount = exactly(Number(pl.col("least"), 0, 999, FEN))
        self._compare([(each, each) for each in fen], amount, shares, unit)

    @staticmethod
    def _compare(rows: list[Row], amount: Span, shares: tuple[str, ...], unit: Decimal) -> None:
        rates = [read_rate(each) for each in shares]
        plan = Plan(["least", "most"])
        parts = split(amount, rates, unit, plan)
        schema = {"least": pl.Int64, "most": pl.Int64}
        frame = plan.over(pl.LazyFrame(rows, schema=schema, orient="row")).collect()
        found = [ends_of(part, frame) for part in parts]
        for i, row in enumerate(rows):
            for part, wanted in zip(
                found, split_by_the_rule(bounds(row), rates, unit=unit), strict=True
            ):
                most = wanted.at_most
                expected = (Fraction(wanted.at_least), None if most is None else Fraction(most))
                assert part[i] == expected
