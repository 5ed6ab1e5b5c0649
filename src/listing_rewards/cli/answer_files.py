"""The answers of `assess` as tables: one as CSV or JSON Lines, or all of them as a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

from listing_rewards.cli.run import Run
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.outcomes import Outcome
from listing_rewards.files.streams import Format, written, written_bytes
from listing_rewards.files.writing.answer_tables import (
    EVERY_TABLE,
    FINDINGS,
    TOTALS,
    Answered,
    AnyTable,
    Columns,
    Value,
    columns_of_table,
    findings_of,
    rows_of_table,
    total_rows,
)
from listing_rewards.files.writing.csv_text import write_csv
from listing_rewards.files.writing.hand_in import COUNTIES, PAYMENTS, county_rows, payment_rows
from listing_rewards.files.writing.settings import NO_SETTINGS, Settings


class Tables(NamedTuple):
    """Which tables are wanted.

    Attributes:
        only: the one table that is wanted; None for all there are.
        with_codes: whether the publication table shows credit codes.
        settings: what the office adds to the tables it hands in.
    """

    only: AnyTable | None
    with_codes: bool
    settings: Settings = NO_SETTINGS


def write_tables(
    run: Run, outcomes: Iterable[Outcome], output: str, form: Format, tables: Tables
) -> None:
    """Write the table that is wanted, or a workbook.

    Raises:
        InvalidFile: the form is no table, or the file cannot be written.
    """
    if form == "json":
        raise InvalidFile(fault("table_of_json", form).at(file=output))
    if form == "xlsx":
        content = _workbook(run, outcomes, tables)
        with written_bytes(output) as raw:
            raw.write(content)
    elif tables.only is not None:
        columns, rows = _table(run, outcomes, tables.only, with_codes=tables.with_codes)
        with written(output, bom=form == "csv") as text:
            _write_rows(columns, rows, text, as_csv=form == "csv")


def _workbook(run: Run, outcomes: Iterable[Outcome], tables: Tables) -> bytes:
    try:
        from listing_rewards.files.writing.results_workbook import Results, results_workbook
    except ModuleNotFoundError:
        raise InvalidFile(fault("missing_extra", "excel", extra="excel")) from None
    findings: list[list[Value]] = []
    answers: list[Answered] = []
    for outcome in outcomes:
        findings += findings_of(outcome, run.lang)
        answers += answered(outcome)
    return results_workbook(
        Results(answers, run.tally, findings, run.inputs.columns.titles, tables.settings),
        run.policy,
        as_of=run.as_of,
        lang=run.lang,
        tables=[tables.only] if tables.only else EVERY_TABLE,
        with_codes=tables.with_codes,
    )


def answered(outcome: Outcome) -> Iterator[Answered]:
    """The assessment with its place, where there is one."""
    if outcome.assessment is not None:
        yield Answered(outcome.row.place, outcome.assessment, outcome.row.carried)


def _table(
    run: Run, outcomes: Iterable[Outcome], table: AnyTable, *, with_codes: bool
) -> tuple[Columns, Iterator[Iterable[Value]]]:
    """The columns of a table, and its rows, computed as they are taken."""
    if table == "totals":
        return TOTALS, _totals(run, outcomes)
    if table == "findings":
        return FINDINGS, _findings(run, outcomes)
    answers = (each for outcome in outcomes for each in answered(outcome))
    if table == "payments":
        return PAYMENTS, payment_rows(answers, run.lang)
    if table == "counties":
        return COUNTIES, county_rows(answers, run.lang)
    carried = run.inputs.columns.titles
    columns = columns_of_table(table, with_codes=with_codes, carried=carried)
    rows = rows_of_table(table, answers, run.lang, with_codes=with_codes, carried=carried)
    return columns, iter(rows)


def _totals(run: Run, outcomes: Iterable[Outcome]) -> Iterator[Iterable[Value]]:
    for _ in outcomes:
        pass
    yield from total_rows(run.tally, run.policy, run.as_of)


def _findings(run: Run, outcomes: Iterable[Outcome]) -> Iterator[Iterable[Value]]:
    for outcome in outcomes:
        yield from findings_of(outcome, run.lang)


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
