"""From file to file, as a stream: Parquet or CSV in, Parquet or CSV out."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn

import polars as pl

from listing_rewards.engines.columns.answered import columns_out
from listing_rewards.engines.columns.compiled import REPEATS, assess_frame
from listing_rewards.engines.columns.csv_lines import header_faults, too_wide
from listing_rewards.engines.columns.layout import OWN, names_of
from listing_rewards.errors import InvalidCase, InvalidFile, fault
from listing_rewards.files.streams import reason, written_path
from listing_rewards.policy.model import Policy

SUFFIXES = (".parquet", ".csv")
_START = 1 << 20
_SYSTEM = re.compile(r"\(os error (\d+)\)")
_MORE_FIELDS = "more fields"
"""What Polars says of a line that is wider than the header."""
_SHOWN = 160
"""Letters of what Polars says that are shown."""


class Answered(NamedTuple):
    """What became of the rows of a file.

    Attributes:
        rows: how many were read and written.
        faults: how many of them have a fault, by its code.
    """

    rows: int
    faults: Mapping[str, int]


def assess_file(
    source: str,
    target: str,
    policy: Policy,
    *,
    as_of: date,
    columns: str | Iterable[str] | None = None,
    keep: str | Iterable[str] = (),
    repeats: int = REPEATS,
) -> Answered:
    """Answer a file row by row into another, in bounded memory.

    The rows stay in their order. A column of CSV is read as text. The file appears, whole, only
    when all rows are written.

    Args:
        source: a file of cases, ``.parquet`` or ``.csv``, with the columns that `assess_frame`
            takes.
        target: the file to write, ``.parquet`` or ``.csv``.
        policy: what the document grants.
        as_of: the as-of date.
        columns: the column of the answer that is written, or several; None for those of
            `usual_columns`.
            The enterprise's own, the kept ones and ``fault`` are always written.
        keep: a further column, or several, to be carried along as they are.
        repeats: how many events of one kind, and how many payments, a row may list; at least 1.

    Raises:
        InvalidFile: a file cannot be read or written, or is damaged.
        InvalidCase: a column has no meaning under the policy, or there is none of this name; or
            `repeats` is not a number of entries.
        InvalidPolicy: the policy cannot be compiled.

    >>> import tempfile
    >>> from datetime import date
    >>> from pathlib import Path
    >>> from listing_rewards import load_policy
    >>> from listing_rewards.engines.columns import assess_file
    >>> folder = Path(tempfile.mkdtemp())
    >>> cases, answers = folder / "cases.csv", folder / "answers.csv"
    >>> rows = ["name,neeq_listed", "示例甲公司,2023-09-15", "示例乙公司,soon"]
    >>> _ = cases.write_text(chr(10).join(rows), encoding="utf-8")
    >>> policy = load_policy("zhanjiang-bse-2023-illustrative")
    >>> asked = {"as_of": date(2025, 12, 31), "columns": ["payable"]}
    >>> assess_file(str(cases), str(answers), policy, **asked)
    Answered(rows=2, faults={'not_a_date': 1})
    >>> print(answers.read_text("utf-8"), end="")
    name,payable,fault
    示例甲公司,500000.00,
    示例乙公司,,not_a_date
    """
    into = _suffix(target)
    kept = names_of(keep)
    try:
        with _undamaged(source):
            frame = _scanned(source)
            answer = assess_frame(frame, policy, as_of=as_of, keep=kept, repeats=repeats)
            schema = answer.collect_schema()
    except InvalidCase as error:
        raise InvalidCase(*(each.at(file=source) for each in error.faults)) from None
    except OSError as error:
        raise InvalidFile(fault("unreadable_file", detail=reason(error)).at(file=source)) from None
    carried = [name for name in schema if name in {*OWN, *kept}]
    if into == ".csv":
        _refuse_lists(carried, schema)
    answer = answer.select(*carried, *_wanted(columns, policy, carried))
    with written_path(target) as path, _undamaged(source):
        if into == ".csv":
            answer.sink_csv(path)
        else:
            answer.sink_parquet(path)
        return _counted(path, into)


def usual_columns(policy: Policy) -> list[str]:
    """The columns of an answer that are written unless others are asked for.

    What is payable, whether that is determined, what is wrong with the row; and of each award its
    status, the reason, and what is payable.

    >>> from listing_rewards import load_policy
    >>> from listing_rewards.engines.columns.files import usual_columns
    >>> usual_columns(load_policy("zhanjiang-bse-2023"))[3:6]
    ['fault', 'neeq_listed.status', 'neeq_listed.reason']
    """
    of_a_line = ("status", "reason", "payable.at_least", "payable.at_most")
    lines = [f"{award.id}.{name}" for award in policy.awards for name in of_a_line]
    return ["payable", "payable_at_most", "determined", "fault", *lines]


def _wanted(
    columns: str | Iterable[str] | None, policy: Policy, carried: Collection[str]
) -> list[str]:
    """The columns asked for beside the carried ones, each once, with ``fault`` among them."""
    if columns is None:
        return usual_columns(policy)
    answered = columns_out(policy)
    names = [name for name in dict.fromkeys(names_of(columns)) if name not in carried]
    if names == ["all"]:
        return list(answered)
    faults = [
        fault("no_answer_column", name, accepted=answered) for name in names if name not in answered
    ]
    if faults:
        raise InvalidCase(*faults)
    return names if "fault" in names else [*names, "fault"]


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise InvalidFile(
            fault("not_a_frame_file", suffix or name, accepted=SUFFIXES).at(file=name)
        )
    return suffix


def _refuse_lists(carried: Iterable[str], schema: pl.Schema) -> None:
    lists = [name for name in carried if schema[name].is_nested()]
    if lists:
        raise InvalidCase(*(fault("list_in_csv", name) for name in lists))


# ---- reading -----------------------------------------------------------------------------------


def _scanned(source: str) -> pl.LazyFrame:
    """A file as a frame of which nothing is read yet."""
    if _suffix(source) == ".parquet":
        return pl.scan_parquet(source, glob=False)
    with Path(source).open("rb") as raw:
        start = raw.read(_START)
    try:
        lines = start[: start.rfind(b"\n") + 1].decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse_encoding(source)
    if faults := header_faults(lines):
        raise InvalidCase(*faults)
    return pl.scan_csv(source, infer_schema=False, glob=False)


@contextmanager
def _undamaged(source: str) -> Iterator[None]:
    """What a file holds that cannot be read, as a fault of it; what the system refuses, as such."""
    try:
        yield
    except pl.exceptions.NoDataError:
        raise InvalidFile(fault("empty_file").at(file=source)) from None
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        said = " ".join(str(error).split())
        if refused := _SYSTEM.search(said):
            number = int(refused[1])
            raise OSError(number, os.strerror(number)) from None
        if isinstance(error, OSError):
            raise
        if "utf-8" in said:
            _refuse_encoding(source)
        wide = too_wide(source) if _MORE_FIELDS in said else None
        if wide is not None:
            raise InvalidFile(wide) from None
        code = "damaged_parquet" if _suffix(source) == ".parquet" else "bad_csv"
        raise InvalidFile(fault(code, detail=said[:_SHOWN]).at(file=source)) from None


def _refuse_encoding(source: str) -> NoReturn:
    raise InvalidFile(fault("not_utf8").at(file=source)) from None


def _counted(path: Path, suffix: str) -> Answered:
    """What was written, counted by its faults."""
    scan = pl.scan_csv(path, infer_schema=False) if suffix == ".csv" else pl.scan_parquet(path)
    counts = dict(scan.group_by("fault").len().collect(engine="streaming").rows())
    rows = sum(counts.values())
    counts.pop(None, None)
    return Answered(rows, dict(sorted(counts.items())))
