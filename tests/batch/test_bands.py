"""A table of bands in a frame holds what `rules.amounts` says that it holds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from listing_rewards.engines.columns.arithmetic import EXPRESSIONS, Span
from listing_rewards.engines.columns.numbers import FEN, Number, constant
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.engines.symbolic.bands import among, table
from listing_rewards.meaning.machine import Given
from listing_rewards.policy.amounts import Band, BandsAmount
from listing_rewards.rules.amounts import rows_holding
from listing_rewards.values.range import NOTHING, Bounds, either
from listing_rewards.values.range import exactly as only

SMALL = st.integers(0, 4)
Row = tuple[int, int | None]
LOWER, UPPER = ("at_least", "over"), ("at_most", "below")
Table = list[dict[str, int]]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Up to four bands between bounds that meet, overlap, or leave a gap; each is not empty."""
    bands: Table = []
    for _ in range(draw(st.integers(1, 4))):
        lower, upper = sorted((draw(SMALL), draw(SMALL)))
        kinds = draw(st.sampled_from(LOWER)), draw(st.sampled_from(UPPER))
        if lower == upper:
            kinds = ("at_least", "at_most")
        keep = draw(st.sampled_from([(0, 1), (0,), (1,)]))
        bands.append({kinds[i]: (lower, upper)[i] for i in keep})
    return bands


rows_of_bases = st.lists(
    st.tuples(SMALL, SMALL).map(lambda ends: (min(ends), max(ends))) | st.tuples(SMALL, st.none()),
    min_size=4,
    max_size=4,
)


class TestBands:
    """What a table gives for a base, known or not, is what its rows give that may hold it."""

    @given(tables(), rows_of_bases)
    @example([{"over": 0}, {"at_least": 0, "at_most": 0}], [(0, 0)] * 4)
    @example([{"at_most": 2}, {"below": 2}, {"over": 2}], [(2, 2)] * 4)
    def test_what_it_gives(self, table: Table, rows: list[Row]) -> None:
        """Whichever of the rows it is, and nothing where a number lies in none."""
        schema = {"least": pl.Int64, "most": pl.Int64}
        frame = pl.LazyFrame([tuple(row) for row in rows], schema=schema, orient="row")
        base = Span(
            Number(pl.col("least"), 0, 8, FEN), Number(pl.col("most"), 0, 8, FEN, open=True)
        )
        assert self.given(table, base, frame) == [self.wanted(table, row) for row in rows]
        known = [(least, least) for least, _ in rows]
        one = exactly(Number(pl.col("least"), 0, 8, FEN))
        assert self.given(table, one, frame) == [self.wanted(table, row) for row in known]

    @staticmethod
    def amount(table: Table) -> BandsAmount:
        """Bands of which the bounds are in fen, and each gives another sum."""
        bands = [
            {**{name: Decimal(fen).scaleb(-2) for name, fen in band.items()}, "fixed": i}
            for i, band in enumerate(table, 1)
        ]
        return BandsAmount.model_construct(
            bands=tuple(Band.model_validate(each) for each in bands), of="f"
        )

    def given(self, bands: Table, base: Span, frame: pl.LazyFrame) -> list[tuple[Fraction, ...]]:
        """What the frame gives, in yuan."""
        plan = Plan(["least", "most"])
        rows = table(EXPRESSIONS, plan, self.amount(bands), plan.span(base))
        found = among(
            EXPRESSIONS, rows, [Given(exactly(constant(row.number + 1, FEN))) for row in rows.rows]
        )
        gives = found.amount
        answered = plan.over(frame).with_columns(x=gives.least.expr(), y=gives.most.expr())
        ends = answered.select("x", "y").collect()
        scales = (gives.least.scale, gives.most.scale)
        return [
            tuple(Fraction(end, scale) for end, scale in zip(row, scales, strict=True))
            for row in ends.rows()
        ]

    def wanted(self, table: Table, row: Row) -> tuple[Fraction, ...]:
        """What the rule gives, in yuan."""
        least, most = (None if end is None else Decimal(end).scaleb(-2) for end in row)
        assert least is not None
        holding = rows_holding(Bounds(least, most), self.amount(table).bands)
        gives = [only(Decimal(i + 1)) for i, _ in holding.rows]
        found = either(gives + ([NOTHING] if holding.none else []))
        assert found.at_most is not None
        return Fraction(found.at_least), Fraction(found.at_most)
