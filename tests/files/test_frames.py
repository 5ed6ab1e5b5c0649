"""A frame with headers for people is read as the same table in a file."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest
from profiles import few

from files.habits import EVERYWHERE, clean
from files.test_habits import written_as_csv
from listing_rewards import InvalidPolicy, load_policy
from listing_rewards.errors import Fault, InvalidFile
from listing_rewards.files.reading import Row, read_frame, read_rows

POLICY = load_policy("zhanjiang-bse-2023-illustrative")
EXAMPLES = Path(__file__).parents[2] / "examples"
TABLES = {
    "enterprises.csv": "utf-8-sig",
    "messy-gb18030.csv": "gb18030",
}
Way = Callable[[pd.DataFrame], Any]
WAYS: dict[str, Way] = {
    "pandas": lambda frame: frame,
    "pandas objects": lambda frame: frame.astype(object),
    "polars": pl.from_pandas,
    "lazy": lambda frame: pl.from_pandas(frame).lazy(),
    "duckdb": lambda frame: duckdb.from_arrow(pl.from_pandas(frame).to_arrow()),
}
everyway = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())


def told(rows: Iterable[Row], first: int) -> list[tuple[Any, ...]]:
    """Each row by its place from `first` on: its case, or its faults with their columns."""
    return [
        (
            row.number - first,
            row.aside,
            row.case and row.case.model_dump_json(),
            [(each.code, each.column, _given(each)) for each in row.faults],
        )
        for row in rows
    ]


def _given(each: Fault) -> str:
    """What was found there, but for the number of a line."""
    return "" if each.code == "nameless_line" else each.given


@everyway
@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_the_same(name: str, way: Way) -> None:
    """Read from the file, and from the frame that pandas makes of it, cell by cell."""
    path = EXAMPLES / name
    frame = pd.read_csv(path, dtype=str, encoding=TABLES[name], skip_blank_lines=False)
    in_file = told(read_rows(str(path), POLICY), 1)
    assert told(read_frame(way(frame), POLICY), 0) == in_file
    assert any(each[2] for each in in_file)


def test_a_workbook_says_the_same(tmp_path: Path) -> None:
    """Days that pandas reads as moments, whole numbers, text; of 万元 under a header."""
    path = tmp_path / "table.xlsx"
    made = pd.DataFrame(
        {
            "企业名称": ["示例甲公司", "示例乙公司"],
            "新三板挂牌日期": [date(2023, 9, 15), "2023年9月15日"],
            "区域性股权市场融资日期": [date(2023, 8, 1), None],
            "区域性股权市场融资额（万元）": [300, "无"],
            "符合条件": ["是", None],
        }
    )
    made.to_excel(path, index=False)
    frame = pd.read_excel(path)
    assert isinstance(frame.iloc[0, 2], pd.Timestamp)
    assert told(read_frame(frame, POLICY), 0) == told(read_rows(str(path), POLICY), 1)


@pytest.mark.parametrize("habit", EVERYWHERE)
def test_a_disturbed_table_says_the_same(habit: str, tmp_path: Path) -> None:
    """Whatever a person does to a table, its frame and its file have the same cases and faults."""
    for seed in range(few(10)):
        draw = random.Random(seed)
        sheet = clean(draw)
        EVERYWHERE[habit](sheet, draw)
        path = tmp_path / "table.csv"
        written_as_csv(sheet, path)
        with path.open(encoding="utf-8", newline="") as text:
            header, *lines = csv.reader(text)
        frame = pd.DataFrame(lines, columns=header, dtype=object)
        in_file = said(partial(read_rows, str(path), POLICY))
        assert said(partial(read_frame, frame, POLICY)) == in_file


def said(rows: Callable[[], Iterable[Row]]) -> list[Any]:
    """What is reported of each row but its number, or why the table cannot be used as a whole.

    A header of two lines in one cell is one line of a frame and two of a file.
    """
    try:
        return [each[1:] for each in told(rows(), 0)]
    except InvalidFile as error:
        return [(each.code, each.column, each.given) for each in error.faults]


class TestCells:
    """What stands in a cell of a frame."""

    def row(self, **cells: Any) -> Row:
        """The one row of a frame with these cells."""
        header = {
            "listed": "新三板挂牌日期", "on": "区域性股权市场融资日期",
            "amount": "区域性股权市场融资额（万元）", "eligible": "符合条件",
            "code": "统一社会信用代码",
        }  # fmt: skip
        named = {header[name]: pd.Series([value], dtype=object) for name, value in cells.items()}
        [row] = read_frame(pd.DataFrame({"企业名称": ["示例甲公司"], **named}), POLICY)
        return row

    @pytest.mark.parametrize(
        "day",
        [
            date(2023, 9, 15), pd.Timestamp("2023-09-15"), np.datetime64("2023-09-15"),
            "2023年9月15日", "2023/9/15", 20230915, np.int64(20230915),
        ],
    )  # fmt: skip
    def test_a_day(self, day: Any) -> None:
        """As people and programs have it."""
        case = self.row(listed=day).case
        assert case is not None
        assert case.events[0].on == date(2023, 9, 15)

    @pytest.mark.parametrize("nothing", [None, np.nan, pd.NaT, pd.NA, "", " ", "/", "无"])
    def test_nothing(self, nothing: Any) -> None:
        """What pandas writes for nothing, and what people do."""
        case = self.row(listed=nothing, amount=nothing).case
        assert case is not None
        assert case.events == ()

    @pytest.mark.parametrize("yes", [True, np.bool_(1), "是", "true", "√"])
    def test_yes(self, yes: Any) -> None:
        """A truth of Python and NumPy too."""
        case = self.row(eligible=yes).case
        assert case is not None
        assert case.flags == {"eligible": True}

    @pytest.mark.parametrize("amount", [300, np.int64(300), "300", "3,000,000元", "300.00万元"])
    def test_an_amount(self, amount: Any) -> None:
        """In the unit of the cell, or of the header."""
        case = self.row(on="2023-08-01", amount=amount).case
        assert case is not None
        assert str(case.events[0].amount) == "3000000.00"

    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            ({"on": "2023-08-01", "amount": 300.0}, "float_cell"),
            ({"on": "2023-08-01", "amount": np.float32(0.5)}, "float_cell"),
            ({"on": "2023-08-01", "amount": float("inf")}, "float_cell"),
            ({"code": 9.14408e17}, "float_cell"),
            ({"listed": 45184.0}, "float_cell"),
            ({"listed": pd.Timestamp("2023-09-15 08:30")}, "time_of_day"),
            ({"listed": pd.Timestamp("2023-09-15", tz="Asia/Shanghai")}, "not_a_date"),
            ({"listed": [date(2023, 9, 15)]}, "not_one_value"),
            ({"eligible": {"yes": True}}, "not_one_value"),
        ],
    )
    def test_a_fault(self, cells: dict[str, Any], code: str) -> None:
        """With its row and column, in both languages."""
        [wrong] = self.row(**cells).faults
        assert (wrong.code, wrong.row, wrong.file) == (code, 1, "")
        assert wrong.column in wrong.sentence("en")
        assert "第 1 行" in wrong.sentence("zh")


class TestTheWhole:
    """What a frame must be."""

    def test_an_index_with_a_name(self) -> None:
        """It is a column of the table."""
        frame = pd.DataFrame({"新三板挂牌日期": ["2023-09-15"]}, index=["示例甲公司"])
        [row] = read_frame(frame.rename_axis("企业名称"), POLICY)
        assert row.case is not None
        assert row.case.enterprise.name == "示例甲公司"

    def test_rows_are_counted_from_one(self) -> None:
        """Whatever the frame calls them."""
        frame = pd.DataFrame({"企业名称": ["示例甲公司", "示例乙公司"]}, index=[7, 3])
        assert [row.number for row in read_frame(frame, POLICY)] == [1, 2]

    def test_an_enterprise_in_two_rows(self) -> None:
        """A fault in each, as in a file."""
        frame = pd.DataFrame(
            {"企业名称": ["示例甲公司"] * 2, "新三板挂牌日期": ["2023-09-15", "2023-10-15"]}
        )
        assert [[each.code for each in row.faults] for row in read_frame(frame, POLICY)] == [
            ["same_enterprise"], ["same_enterprise"],
        ]  # fmt: skip

    @pytest.mark.parametrize("other", [None, 5, "cases.csv", [["企业名称"]]])
    def test_what_is_no_frame(self, other: Any) -> None:
        """Names of files are for `read_rows`."""
        with pytest.raises(InvalidFile, match="is not a frame"):
            read_frame(other, POLICY)

    def test_no_row(self) -> None:
        """As a file without one."""
        with pytest.raises(InvalidFile, match="no cases"):
            read_frame(pd.DataFrame({"企业名称": []}), POLICY)

    def test_a_header_that_is_not_understood(self) -> None:
        """With the nearest; or left out by name."""
        frame = pd.DataFrame(
            {"企业名称": ["示例甲公司"], "新三板挂牌日": ["2023-09-15"], "我方备注栏": [1.5]}
        )
        with pytest.raises(InvalidFile, match="did you mean '新三板挂牌日期'"):
            read_frame(frame, POLICY)
        [row] = read_frame(frame, POLICY, ignored=["新三板挂牌日", "我方备注栏"])
        assert row.case is not None

    def test_no_policy(self) -> None:
        """An id is loaded first."""
        with pytest.raises(InvalidPolicy):
            read_frame(pd.DataFrame({"企业名称": ["示例甲公司"]}), "zhanjiang-bse-2023")  # type: ignore[arg-type]
