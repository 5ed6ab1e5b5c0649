"""Nothing is read before it is asked for, and no more than is asked for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from profiles import few
from property.strategies import lives
from property.values import ILLUSTRATIVE

from batch.agreeing import rows_or_none
from batch.test_agreement import Questions, generated
from listing_rewards import Case, assess
from listing_rewards.engines.columns import assess_frame, case_of, frame_of

AS_OF = date(2025, 12, 31)


def _fail(_: pl.DataFrame) -> NoReturn:
    message = "read before it was asked for"
    raise AssertionError(message)


class TestLazy:
    """`assess_frame` plans and does not compute."""

    def test_no_row_is_read(self) -> None:
        """A frame that must not be read is compiled."""
        frame = pl.LazyFrame({"neeq_listed": [date(2023, 9, 15)]})
        answer = assess_frame(
            frame.map_batches(_fail, schema=frame.collect_schema()), ILLUSTRATIVE, as_of=AS_OF
        )
        assert isinstance(answer, pl.LazyFrame)

    def test_from_file_to_file(self, tmp_path: Path) -> None:
        """A file is answered as a stream, row for row in its order."""
        listed = [date(2023, 7, 1), date(2023, 7, 7), None, date(2024, 2, 29)] * 500
        frame = pl.DataFrame({"neeq_listed": listed}).with_row_index("row")
        frame.write_parquet(tmp_path / "cases.parquet", row_group_size=100)
        answer = assess_frame(
            pl.scan_parquet(tmp_path / "cases.parquet"), ILLUSTRATIVE, as_of=AS_OF, keep=["row"]
        )
        answer.sink_parquet(tmp_path / "answers.parquet")
        written = pl.read_parquet(tmp_path / "answers.parquet")
        assert written["row"].to_list() == list(range(2000))
        assert written.equals(answer.collect())
        half_a_million = Decimal("500000.00")
        assert written["payable"].to_list()[:4] == [0, half_a_million, 0, half_a_million]

    def test_what_is_not_asked_for_is_not_worked_out(self) -> None:
        """A column alone needs only what it rests on."""
        frame = pl.LazyFrame(
            {"neeq_listed": [date(2023, 9, 15)], "bse_accepted": [date(2024, 9, 15)]}
        )
        answer = assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF)
        seasoning = "python_udf"
        assert seasoning in answer.explain()
        assert seasoning not in answer.select("neeq_innovation.status").explain()

    @given(generated(), st.data())
    @settings(max_examples=few(20))
    def test_a_column_alone_says_the_same(self, asked: Questions, data: st.DataObject) -> None:
        """Which columns are asked for, and in which engine, changes none of them."""
        if rows_or_none(asked.cases[:1], asked.policy, asked.as_of) is None:
            return
        frame = frame_of(asked.cases, asked.policy)
        if rows_or_none(asked.cases, asked.policy, asked.as_of) is None:
            return
        answer = assess_frame(frame, asked.policy, as_of=asked.as_of)
        whole = answer.collect()
        some = data.draw(st.lists(st.sampled_from(whole.columns), min_size=1, unique=True))
        assert answer.select(some).collect().equals(whole.select(some))
        assert answer.collect(engine="streaming").equals(whole)

    def test_without_any_column(self) -> None:
        """Where nothing is stated, every row has its answer all the same."""
        frame = pl.DataFrame({"row": [1, 2, 3]})
        answer = assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF, keep=["row"]).collect()
        assert answer["payable"].to_list() == [Decimal("0.00")] * 3


class TestCases:
    """A row is a case, and `assess` explains it."""

    @given(lives())
    def test_there_and_back(self, case: Case) -> None:
        """A case that became a row becomes the same case; events in the order of their kinds."""
        frame = frame_of([case], ILLUSTRATIVE)
        again = case_of(frame.row(0, named=True), ILLUSTRATIVE)
        by_day = {"events": sorted(case.events, key=str), "payments": list(case.payments)}
        same = {"events": sorted(again.events, key=str), "payments": list(again.payments)}
        assert same == by_day
        assert again.model_copy(update=by_day) == case.model_copy(update=by_day)
        answers = [assess(each, ILLUSTRATIVE, as_of=AS_OF) for each in (case, again)]
        assert answers[0].lines == answers[1].lines
