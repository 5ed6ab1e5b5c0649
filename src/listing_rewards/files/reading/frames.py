"""A frame with headers for people, read as the same table in a file would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.reading.case_files import rows_of_grid
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap
from listing_rewards.files.reading.grid import NOTHING, Grid, Line, Written
from listing_rewards.files.reading.rows import Row
from listing_rewards.policy.model import Policy, known_policy
from listing_rewards.values.day import is_midnight
from listing_rewards.values.money import write_number
from listing_rewards.values.scalar import plain


class HandsOutArrow(Protocol):
    """What hands out its rows as a stream of Arrow: pandas, Polars, DuckDB, pyarrow and others."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> object:
        """The rows, as the Arrow PyCapsule interface has them."""


class _Table(NamedTuple):
    """The headers of a frame and its rows, as Python has their values."""

    headers: Iterable[Any]
    rows: Iterable[Iterable[Any]]


def read_frame(
    frame: HandsOutArrow,
    policy: Policy,
    *,
    ignored: Iterable[str] = (),
    columns: ColumnMap = NO_MAP,
) -> Iterator[Row]:
    """Every row of a frame as a case, read as the same table in a file: headers, units, faults.

    A header is what people write (``新三板挂牌日期``, ``融资额（万元）``) or a name for programs; a
    unit, a day, 是 and 否 are read as in a file, and what is doubtful is a fault of its row, with
    row and column. Rows are counted from 1, whatever the frame calls them. What pandas writes for
    nothing (NaN, NaT, NA) is an empty cell. A floating-point number is a fault.

    Args:
        frame: of pandas or Polars, or whatever hands out Arrow; pandas' own may hold values of
            several kinds in a column, as a workbook does. A column of its index that has a name
            is a column.
        policy: its declared facts give the columns.
        ignored: headers that are to be left out.
        columns: what the user says of headers that are not ours.

    Raises:
        InvalidFile: it is no frame, has no row, or a header that is not understood.
        InvalidPolicy: it is no policy.

    >>> import polars as pl
    >>> from listing_rewards import load_policy
    >>> frame = pl.DataFrame({
    ...     "企业名称": ["示例甲公司", "示例乙公司"],
    ...     "区域性股权市场融资日期": ["2023年8月1日", "2023-08-01"],
    ...     "区域性股权市场融资额（万元）": ["300", "3百"],
    ... })
    >>> one, two = read_frame(frame, load_policy("zhanjiang-bse-2023"))
    >>> one.case.events[0].amount, two.faults[0].row, two.faults[0].column
    (Decimal('3000000.00'), 2, '区域性股权市场融资额（万元）')
    """
    table = _table(frame)
    lines = [
        Line(number, [_written(value) for value in row]) for number, row in enumerate(table.rows, 1)
    ]
    header = Line(0, [Written(_written(name).text) for name in table.headers])
    chosen = columns.without(ignored)
    return rows_of_grid(Grid("", iter([header, *lines])), known_policy(policy), chosen)


def is_pandas(frame: Any) -> bool:
    """Whether it is a frame of pandas, which some versions of it do not hand out as Arrow."""
    return hasattr(frame, "itertuples") and hasattr(frame, "reset_index")


def with_named_index(frame: Any) -> Any:
    """A frame of pandas with every part of its index that has a name as a column."""
    named = [name for name in frame.index.names if name is not None]
    return frame.reset_index(level=named) if named else frame


def _table(frame: Any) -> _Table:
    if is_pandas(frame):
        whole = with_named_index(frame)
        return _Table(whole.columns, whole.itertuples(index=False, name=None))
    if not hasattr(frame, "iter_rows"):
        if not hasattr(frame, "collect_schema") and not hasattr(frame, "__arrow_c_stream__"):
            raise InvalidFile(fault("not_a_frame", type(frame).__name__))
        frame = _of_polars(frame)
    return _Table(frame.columns, frame.iter_rows())


def _of_polars(frame: Any) -> Any:
    """A lazy frame collected, or what hands out Arrow as a frame."""
    if hasattr(frame, "collect_schema"):
        return frame.collect()
    try:
        import polars as pl
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "batch", extra="batch")) from None
    return pl.DataFrame(frame)


def _written(given: Any) -> Written:
    """A value as the cell of a table: what a person would read there."""
    value = plain(given)
    if value is None or value != value:  # NaN equals nothing
        return NOTHING
    if isinstance(value, bool):
        return Written(str(value).lower())
    if isinstance(value, float):
        number = repr(value)
        return Written(number, doubt=fault("float_cell", number))
    if isinstance(value, Decimal):
        return Written(write_number(value))
    if isinstance(value, datetime):
        midnight = is_midnight(value)
        return _of_day(value.date()) if midnight else Written(value.isoformat(sep=" "))
    if isinstance(value, date):
        return _of_day(value)
    if isinstance(value, str | int):
        return Written(str(value))
    return Written(str(value), doubt=fault("not_one_value", type(value).__name__))


def _of_day(day: date) -> Written:
    return Written(day.isoformat(), day=day)
