"""The answers of `assess` as tables: one as CSV or JSON Lines, or all of them as a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TextIO

from listing_rewards.cli.told import Told, assessed, counted
from listing_rewards.errors import InvalidFile, Lang, fault
from listing_rewards.files.outcomes import Outcome
from listing_rewards.files.streams import Format, written, written_bytes
from listing_rewards.files.writing.answer_tables import (
    EVERY_TABLE,
    FINDINGS,
    TOTALS,
    AnyTable,
    Columns,
    Value,
    columns_of_table,
    findings_of,
    repeated,
    rows_of_table,
    total_rows,
)
from listing_rewards.files.writing.csv_text import write_csv
from listing_rewards.policy.model import Policy


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
    table: AnyTable | None
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
        columns, rows = _table(outcomes, asked.table, told, asked)
        with written(output, bom=form == "csv") as text:
            _write_rows(columns, rows, text, as_csv=form == "csv")


def _workbook(outcomes: Iterable[Outcome], told: Told, asked: Asked) -> bytes:
    try:
        from listing_rewards.files.writing.results_workbook import Results, results_workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    findings: list[list[Value]] = []

    def kept() -> Iterator[Outcome]:
        for outcome in outcomes:
            findings.extend(findings_of(outcome, asked.lang))
            yield outcome

    answers = list(assessed(kept(), told))
    findings.extend(repeated(told.tally, asked.lang))
    return results_workbook(
        Results(answers, told.tally, findings),
        asked.policy,
        as_of=asked.as_of,
        lang=asked.lang,
        tables=[asked.table] if asked.table else EVERY_TABLE,
        with_codes=asked.with_codes,
    )


def _table(
    outcomes: Iterable[Outcome], table: AnyTable, told: Told, asked: Asked
) -> tuple[Columns, Iterator[Iterable[Value]]]:
    """The columns of a table, and its rows, computed as they are taken."""
    if table == "totals":
        return TOTALS, _totals(outcomes, told, asked)
    if table == "findings":
        return FINDINGS, _findings(outcomes, told)
    columns = columns_of_table(table, with_codes=asked.with_codes)
    answers = assessed(outcomes, told)
    return columns, iter(rows_of_table(table, answers, asked.lang, with_codes=asked.with_codes))


def _totals(outcomes: Iterable[Outcome], told: Told, asked: Asked) -> Iterator[Iterable[Value]]:
    for _ in counted(outcomes, told):
        pass
    yield from total_rows(told.tally, asked.policy, asked.as_of)


def _findings(outcomes: Iterable[Outcome], told: Told) -> Iterator[Iterable[Value]]:
    for outcome in counted(outcomes, told):
        yield from findings_of(outcome, told.lang)
    yield from repeated(told.tally, told.lang)


def _write_rows(
    columns: Columns, rows: Iterable[Iterable[Value]], text: TextIO, *, as_csv: bool
) -> None:
    """A row or a line of JSON each; amounts as text, nothing where no limit is known."""
    if as_csv:
        write_csv(columns, rows, text)
        return
    for row in rows:
        record = {
            column: value if value is None or isinstance(value, int) else str(value)
            for column, value in zip(columns, row, strict=True)
        }
        text.write(json.dumps(record, ensure_ascii=False) + "\n")
