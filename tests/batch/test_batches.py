"""Arrow batches: the same answer however the rows are cut, wherever it is computed."""

from __future__ import annotations

import pickle
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import few
from property.strategies import lives
from property.values import ILLUSTRATIVE, SOURCE, as_of_days

from listing_rewards import Case, InvalidCase
from listing_rewards.engines.columns import assess_batches, assess_frame, frame_of, output_schema


def table_of(cases: list[Case]) -> pa.Table:
    """Cases as an Arrow table, with a column to be carried along."""
    frame = frame_of(cases, ILLUSTRATIVE).with_row_index("row")
    return frame.to_arrow().combine_chunks()


def cut(table: pa.Table, at: list[int]) -> list[pa.RecordBatch]:
    """The table as batches that end at some rows; empty ones among them."""
    ends = [0, *sorted(min(each, len(table)) for each in at), len(table)]
    whole = table.to_batches()[0]
    return [whole.slice(a, b - a) for a, b in pairwise(ends)]


class TestCuts:
    """A row's answer does not depend on the batch in which it stands."""

    @given(
        st.lists(lives(), min_size=1, max_size=8),
        st.lists(st.integers(0, 8), max_size=4),
        as_of_days(),
    )
    @settings(max_examples=few(30))
    def test_any_cut(self, cases: list[Case], at: list[int], as_of: date) -> None:
        """One batch for each batch, of one schema, together the same as one frame."""
        table = table_of(cases)
        batches = cut(table, at)
        answered = list(assess_batches(batches, ILLUSTRATIVE, as_of=as_of, keep=["row"]))
        schema = output_schema(ILLUSTRATIVE, keep=[table.schema.field("row")])
        assert [len(each) for each in answered] == [len(each) for each in batches]
        assert all(each.schema == schema for each in answered)
        together = pl.DataFrame(pa.Table.from_batches(answered))
        whole = assess_frame(pl.DataFrame(table), ILLUSTRATIVE, as_of=as_of, keep=["row"]).collect()
        assert together.equals(whole.select(together.columns))


def small(**columns: Any) -> pa.RecordBatch:
    """A batch of one row."""
    return pa.record_batch({"name": ["示例甲公司"]} | columns)


class TestBatches:
    """What hands batches on needs nothing but the function."""

    AS_OF = date(2025, 12, 31)

    def test_it_can_be_sent_to_another_process(self) -> None:
        """The function with its policy is pickled and back, and answers the same."""
        function = partial(assess_batches, policy=SOURCE, as_of=self.AS_OF)
        again = pickle.loads(pickle.dumps(function))  # noqa: S301  (our own)
        batch = small(neeq_listed=[date(2024, 2, 29)])
        assert list(again([batch])) == list(function([batch]))

    def test_one_batch_at_a_time(self) -> None:
        """A batch is asked for when its answer is, and not before."""
        asked: list[int] = []

        def source() -> Any:
            for i in range(3):
                asked.append(i)
                yield small()

        answers = assess_batches(source(), SOURCE, as_of=self.AS_OF)
        next(answers)
        assert asked == [0]

    def test_own_columns_are_always_there(self) -> None:
        """The schema is the same whether a batch names the county or not."""
        [answer] = assess_batches([small()], SOURCE, as_of=self.AS_OF)
        assert answer.schema == output_schema(SOURCE)
        assert answer["county"].to_pylist() == [None]

    def test_batches_of_two_schemas(self) -> None:
        """A batch with other columns is compiled anew."""
        batches = [small(), small(bse_listed=[date(2024, 5, 6)]), small()]
        answers = assess_batches(batches, ILLUSTRATIVE, as_of=self.AS_OF)
        statuses = [each["bse_listed.status"].to_pylist() for each in answers]
        assert statuses == [["not_reached"], ["open"], ["not_reached"]]

    def test_a_float_is_refused_in_a_batch_too(self) -> None:
        """By the name of its column."""
        batch = small(regional_financing=[date(2023, 8, 1)], regional_financing_amount=[0.1])
        with pytest.raises(InvalidCase, match="regional_financing_amount") as caught:
            list(assess_batches([batch], SOURCE, as_of=self.AS_OF))
        assert caught.value.faults[0].code == "float_column"

    @pytest.mark.parametrize(
        "given",
        [
            pa.table({"name": ["示例甲公司"]}),
            small(),
            pl.DataFrame({"name": ["示例甲公司"]}),
            pl.LazyFrame({"name": ["示例甲公司"]}),
            None,
        ],
    )
    @pytest.mark.parametrize("listed", [False, True])
    def test_what_is_no_batch(self, given: Any, *, listed: bool) -> None:
        """Neither a table nor one batch is batches, nor a list of tables; what is, is said."""
        if listed and isinstance(given, pa.RecordBatch):
            return
        with pytest.raises(InvalidCase) as caught:
            list(assess_batches([given] if listed else given, SOURCE, as_of=self.AS_OF))
        (fault,) = caught.value.faults
        assert (fault.code, fault.given) == ("not_batches", type(given).__name__)
        for lang in ("en", "zh"):
            assert "table.to_batches()" in fault.sentence(lang)

    def test_what_hands_batches_on(self) -> None:
        """A list, a reader and a generator, with the same answers."""
        table = pa.table({"name": ["示例甲公司"]})
        ways = (table.to_batches(), table.to_reader(), iter(table.to_batches()))
        answers = [list(assess_batches(each, SOURCE, as_of=self.AS_OF)) for each in ways]
        assert answers[0] == answers[1] == answers[2]
