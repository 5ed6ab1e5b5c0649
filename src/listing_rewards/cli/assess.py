"""`assess`: a table of enterprises in, what is payable to each of them out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import Annotated, Literal

import typer

from listing_rewards.cli.answer_files import Tables, answered, write_tables
from listing_rewards.cli.options import FaultsOption, OutputOption
from listing_rewards.cli.run import (
    Note,
    Run,
    noting,
    over_cases,
    refuse_overwriting,
    refuse_table_in_file,
)
from listing_rewards.cli.summary import show_answers, summarise
from listing_rewards.files.outcomes import Outcome
from listing_rewards.files.streams import STANDARD, format_of, written
from listing_rewards.files.writing.answer_tables import AnyTable
from listing_rewards.files.writing.results import write_results, write_results_beside
from listing_rewards.files.writing.settings import NO_SETTINGS, read_settings


@over_cases
def assess_command(
    run: Run,
    output: OutputOption = STANDARD,
    form: Annotated[
        Literal["table", "json", "jsonl", "csv", "xlsx"] | None,
        typer.Option("--format", help="format"),
    ] = None,
    table: Annotated[
        AnyTable | None,
        typer.Option("--table", help="table"),
    ] = None,
    with_codes: Annotated[bool, typer.Option("--with-codes", help="with_codes")] = False,
    settings: Annotated[
        str | None,
        typer.Option("--settings", help="settings"),
    ] = None,
    faults: FaultsOption = None,
) -> bool:
    """Assess every case of the files; print a table, or write Excel, JSON, JSON Lines or CSV."""
    outcomes = run.outcomes(watch=True)
    if form == "table":
        refuse_table_in_file(output)
    refuse_overwriting((output, faults), [*run.inputs.names, *filter(None, (settings,))])
    added = read_settings(settings) if settings else NO_SETTINGS
    with noting(faults) as note:
        if table is None and _for_the_terminal(output, form):
            show_answers(run.reported(outcomes, note), run)
        else:
            tables = Tables(table, with_codes=with_codes, settings=added)
            _write(run, outcomes, output, form, tables, note)
    summarise(run.tally, run.lang)
    return bool(run.tally.faulty)


def _write(
    run: Run,
    outcomes: Iterator[Outcome],
    output: str,
    form: str | None,
    tables: Tables,
    note: Note,
) -> None:
    """Write the answers, as tables or as documents."""
    chosen = format_of(output, form, default="jsonl")
    if chosen == "xlsx" or tables.only is not None:
        write_tables(run, run.reported(outcomes, note), output, chosen, tables)
        return
    first = next(outcomes, None)
    reported = run.reported(chain([first] if first else [], outcomes), note)
    answers = (found for each in reported for found in answered(each))
    with written(output, bom=chosen == "csv") as text:
        if chosen == "csv":
            write_results_beside(answers, text, run.policy, run.inputs.columns.titles)
            return
        alone = run.is_of_one(first)
        write_results((each.answer for each in answers), text, chosen, run.policy, alone=alone)


def _for_the_terminal(output: str, form: str | None) -> bool:
    return form == "table" or (form is None and output == STANDARD and sys.stdout.isatty())
