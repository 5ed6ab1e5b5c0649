"""A frame of anybody as a Polars one: pandas, DuckDB, pyarrow, whatever hands out Arrow."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

import polars as pl

from listing_rewards.errors import InvalidCase, fault
from listing_rewards.files.reading.frames import HandsOutArrow, is_pandas, with_named_index

Frame: TypeAlias = pl.LazyFrame | pl.DataFrame | HandsOutArrow


def lazy_frame(given: Any) -> pl.LazyFrame:
    """The frame as a lazy one of Polars, with the types that it states.

    A column of pandas' index that has a name is a column. A floating-point column without a value
    holds nothing.

    Raises:
        InvalidCase: it is no frame, a name stands over several columns, or a column holds values
            of several kinds.
    """
    if isinstance(given, pl.LazyFrame | pl.DataFrame):
        return given.lazy()
    if is_pandas(given):
        given = with_named_index(given)
    elif not hasattr(given, "__arrow_c_stream__"):
        raise InvalidCase(fault("not_a_frame", type(given).__name__))
    repeated = [(name, times) for name, times in Counter(_names(given)).items() if times > 1]
    if repeated:
        raise InvalidCase(*(fault("header_twice", name, times=times) for name, times in repeated))
    frame = _read(given)
    empty = [
        name
        for name, kind in frame.schema.items()
        if kind.is_float() and frame[name].null_count() == frame.height
    ]
    return frame.with_columns(pl.lit(None).alias(name) for name in empty).lazy()


def _read(given: Any) -> pl.DataFrame:
    try:
        return pl.DataFrame(given)
    except (TypeError, ValueError, pl.exceptions.PolarsError) as error:
        mixed = [name for name in _names(given) if not _can_be_read(given[[name]])]
        code = "column_of_several_kinds" if mixed else "unreadable_frame"
        names = mixed or [type(given).__name__]
        detail = str(error).split("\n")[0]
        raise InvalidCase(*(fault(code, name, detail=detail) for name in names)) from None


def _names(given: Any) -> list[Any]:
    """The names of columns that can be looked at one by one."""
    return list(given.columns) if is_pandas(given) else []


def _can_be_read(column: Any) -> bool:
    try:
        pl.DataFrame(column)
    except (TypeError, ValueError, pl.exceptions.PolarsError):
        return False
    return True
