"""The answers of `assess` as tables: one as CSV or JSON Lines, or all of them as a workbook."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TextIO

from listing_rewards.cli.told import Told, assessed
from listing_rewards.errors import Fault, InvalidFile, Lang, fault
from listing_rewards.policy.model import Policy
from listing_rewards.tables import Outcome
from listing_rewards.tables.answers import (
    Answered,
    TableName,
    columns_of_table,
    rows_of_table,
)
from listing_rewards.tables.files import Format, written, written_bytes


class Asked(NamedTuple):
    """What was asked for.

    Attributes:
        policy: the policy.
        as_of: the day.
        lang: the language of what is for people.
        table: the one table that is wanted; None for all there are.
        with_codes: whether the publication table shows credit codes.
    """

    policy: Policy
    as_of: date
    lang: Lang
    table: TableName | None
    with_codes: bool


def write_tables(
    outcomes: Iterable[Outcome], output: str, form: Format, told: Told, asked: Asked
) -> None:
    """Write the table that is asked for, or a workbook.

    Raises:
        InvalidFile: the form is no table, or the file cannot be written.
    """
    if form == "json":
        raise InvalidFile(fault("table_of_json", form).at(file=output))
    if form == "xlsx":
        content = _workbook(outcomes, told, asked)
        with written_bytes(output) as raw:
            raw.write(content)
    elif asked.table is not None:
        answers = assessed(outcomes, told)
        with written(output, bom=form == "csv") as text:
            _write_table(answers, asked.table, text, asked, as_csv=form == "csv")


def _workbook(outcomes: Iterable[Outcome], told: Told, asked: Asked) -> bytes:
    try:
        from listing_rewards.tables.xlsx.results import Results, results_workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    faults: list[Fault] = []

    def note(found: Iterable[Fault]) -> None:
        kept = list(found)
        told.note(kept)
        faults.extend(kept)

    answers = list(assessed(outcomes, told._replace(note=note)))
    every: tuple[TableName, ...] = ("publication", "enterprises", "awards")
    return results_workbook(
        Results(answers, told.tally, faults),
        asked.policy,
        as_of=asked.as_of,
        lang=asked.lang,
        tables=[asked.table] if asked.table else every,
        with_codes=asked.with_codes,
    )


def _write_table(
    answers: Iterable[Answered], table: TableName, text: TextIO, asked: Asked, *, as_csv: bool
) -> None:
    """A row or a line of JSON each; amounts as text, nothing where no limit is known."""
    columns = columns_of_table(table, with_codes=asked.with_codes)
    rows = rows_of_table(table, answers, asked.lang, with_codes=asked.with_codes)
    if as_csv:
        lines = csv.writer(text)
        lines.writerow(columns)
        lines.writerows(rows)
        return
    for row in rows:
        record = {
            column: value if value is None or isinstance(value, int) else str(value)
            for column, value in zip(columns, row, strict=True)
        }
        text.write(json.dumps(record, ensure_ascii=False) + "\n")
