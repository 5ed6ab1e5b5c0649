"""Frames of others: however the same rows are handed over, the answer is the same, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from property.generated_cases import cases_for
from property.generated_policies import policies
from property.values import AFTER_ALMOST_ALL, ILLUSTRATIVE, days

from batch.agreeing import REPEATS, rows_or_none
from listing_rewards import InvalidCase, assess
from listing_rewards.batch import assess_batches, assess_frame, case_of
from listing_rewards.engines.columns import frame_of

AS_OF = date(2025, 12, 31)
BASE = {
    "name": ["示例甲公司", "示例乙公司"],
    "neeq_listed": [date(2023, 9, 15), None],
    "regional_financing": [date(2023, 8, 1), None],
    "regional_financing_amount": [Decimal("3000000.00"), None],
    "eligible": [True, None],
}
PAYABLE = [Decimal("560000.00"), Decimal("0.00")]


MIDNIGHT = datetime(2023, 9, 15)  # noqa: DTZ001  (of no time zone, as pandas writes a day)
MOMENTS = st.datetimes(MIDNIGHT, MIDNIGHT.replace(year=2027)) | days().map(
    lambda day: datetime.combine(day, datetime.min.time())
)


class OnlyArrow:
    """What has nothing but the Arrow PyCapsule interface."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: Any = None) -> object:
        """The rows of the frame."""
        return self._frame.__arrow_c_stream__(requested_schema)


def of_duckdb(frame: pl.DataFrame) -> Any:
    """The rows as a relation of a database in memory."""
    database = duckdb.connect()
    database.register("cases", frame.to_arrow())
    return database.sql("select * from cases")


HANDED: dict[str, Callable[[pl.DataFrame], Any]] = {
    "lazy": pl.DataFrame.lazy,
    "pyarrow": pl.DataFrame.to_arrow,
    "pandas with Arrow types": lambda frame: frame.to_pandas(types_mapper=pd.ArrowDtype),
    "duckdb": of_duckdb,
    "only the interface": OnlyArrow,
}
everyway = pytest.mark.parametrize("hand", HANDED.values(), ids=HANDED.keys())


def payable(frame: Any, **options: Any) -> list[Decimal]:
    """What is payable in each row."""
    answer = assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF, **options).collect()
    assert answer["fault"].to_list() == [None] * answer.height
    return answer["payable"].to_list()


def codes(frame: Any) -> list[tuple[str, str]]:
    """The faults for which a frame is refused, both sentences said."""
    with pytest.raises(InvalidCase) as caught:
        assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF)
    assert caught.value.explain("en")
    assert caught.value.explain("zh")
    return [(each.code, each.given) for each in caught.value.faults]


class TestTheSameAnswer:
    """Whoever hands over the rows."""

    @everyway
    @given(data=st.data())
    def test_of_any_cases(self, hand: Callable[[pl.DataFrame], Any], data: st.DataObject) -> None:
        """Under any policy, with lists of events and payments."""
        policy = data.draw(policies())
        cases = [data.draw(cases_for(policy)) for _ in range(3)]
        as_of = data.draw(days())
        rows = rows_or_none(cases, policy, as_of)
        if rows is not None:
            frame = hand(frame_of(cases, policy))
            answer = assess_frame(frame, policy, as_of=as_of, repeats=REPEATS)
            assert answer.collect().to_dicts() == rows

    @everyway
    def test_by_hand(self, hand: Callable[[pl.DataFrame], Any]) -> None:
        """Two per cent of 3,000,000 and the stage of listing."""
        assert payable(hand(pl.DataFrame(BASE))) == PAYABLE

    @pytest.mark.parametrize(
        "amounts",
        [
            ["3000000.00", None],
            [Decimal("3000000.00"), None],
            pd.array([3000000, None], dtype="Int64"),
            pd.array(["3000000", None], dtype="string"),
        ],
    )
    def test_of_pandas_own_types(self, amounts: Any) -> None:
        """Objects, whole numbers with gaps, text; moments for days."""
        frame = pd.DataFrame(BASE).assign(
            regional_financing_amount=amounts, neeq_listed=pd.to_datetime(["2023-09-15", None])
        )
        assert payable(frame) == PAYABLE

    def test_of_an_index_with_a_name(self) -> None:
        """It is a column; one without a name is not."""
        frame = pd.DataFrame(BASE)
        answer = assess_frame(frame.set_index("name"), ILLUSTRATIVE, as_of=AS_OF).collect()
        assert answer["name"].to_list() == BASE["name"]
        assert payable(frame[::-1]) == PAYABLE[::-1]
        assert codes(frame.rename_axis("row")) == [("column_without_meaning", "row")]

    def test_of_a_column_with_nothing_in_it(self) -> None:
        """Pandas and DuckDB call it floating-point."""
        nothing = pd.DataFrame(BASE).assign(regional_financing_amount=[np.nan, np.nan])
        assert payable(nothing) == [Decimal("500000.00"), Decimal("0.00")]
        found = duckdb.sql("select '示例甲公司' as name, null::double as net_profit")
        assert payable(found) == [Decimal("0.00")]


class TestMoments:
    """Midnight is a day, whoever writes it; another time is a fault of its row."""

    @given(MOMENTS)
    def test_a_row_says_what_its_case_says(self, moment: datetime) -> None:
        """The same day or the same code."""
        row = {"name": "示例甲公司", "neeq_listed": moment}
        answer = assess_frame(pl.DataFrame([row]), ILLUSTRATIVE, as_of=AFTER_ALMOST_ALL)
        [found] = answer.collect().to_dicts()
        if moment.time() != datetime.min.time():
            with pytest.raises(InvalidCase) as caught:
                case_of(row, ILLUSTRATIVE)
            assert found["fault"] == caught.value.faults[0].code == "time_of_day"
            return
        case = case_of(row, ILLUSTRATIVE)
        assert case.events[0].on == moment.date()
        assert found["payable"] == assess(case, ILLUSTRATIVE, as_of=AFTER_ALMOST_ALL).payable

    def test_the_last_moment_of_a_day(self) -> None:
        """It is not the next day, and not silently this one."""
        frame = pd.DataFrame(BASE).assign(
            neeq_listed=pd.to_datetime(["2023-09-15 23:59:59.999999999", None]).as_unit("ns")
        )
        answer = assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF).collect()
        assert answer["fault"].to_list() == ["time_of_day", None]
        assert answer["payable"].to_list() == [None, Decimal("0.00")]

    def test_with_a_time_zone(self) -> None:
        """Its day depends on where one is."""
        frame = pl.DataFrame({"neeq_listed": [datetime(2023, 9, 15, tzinfo=UTC)]})
        assert codes(frame) == [("wrong_column", "neeq_listed")]


class TestRefused:
    """With what to do."""

    def test_floats(self) -> None:
        """Whole numbers with a gap, as pandas reads them; the way out is in the sentence."""
        frame = pd.DataFrame(BASE).assign(regional_financing_amount=[3000000, None])
        with pytest.raises(InvalidCase, match='astype\\("Int64"\\)'):
            assess_frame(frame, ILLUSTRATIVE, as_of=AS_OF)
        mended = frame.astype({"regional_financing_amount": "Int64"})
        assert payable(mended) == PAYABLE

    def test_several_kinds(self) -> None:
        """Named, and no other column."""
        frame = pd.DataFrame(BASE).assign(regional_financing_amount=["3000000.00", 5])
        assert codes(frame) == [("column_of_several_kinds", "regional_financing_amount")]
        frame["regional_financing_amount"] = frame["regional_financing_amount"].astype("string")
        assert payable(frame[:1]) == PAYABLE[:1]

    def test_a_name_over_two_columns(self) -> None:
        """Nobody knows which is meant."""
        frame = pd.DataFrame(BASE)
        twice = pd.concat([frame, frame[["name"]]], axis=1)
        assert codes(twice) == [("header_twice", "name")]

    @pytest.mark.parametrize(
        "given", [None, 5, "cases.csv", [{"name": "示例甲公司"}], {"name": []}]
    )
    def test_what_is_no_frame(self, given: object) -> None:
        """Lists and names of files neither."""
        assert codes(given) == [("not_a_frame", type(given).__name__)]

    def test_one_column(self) -> None:
        """A series hands out Arrow, and is no frame."""
        assert codes(pd.Series(["示例甲公司"])) == [("unreadable_frame", "Series")]


def test_batches_of_moments() -> None:
    """Arrow batches have them too."""
    table = pa.table({"name": ["示例甲公司"], "neeq_listed": [MIDNIGHT]})
    [batch] = assess_batches(table.to_batches(), ILLUSTRATIVE, as_of=AS_OF)
    assert batch.column("payable").to_pylist() == [Decimal("500000.00")]
