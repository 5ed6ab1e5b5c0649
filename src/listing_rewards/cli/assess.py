"""`assess`: a table of enterprises in, what is payable to each of them out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, Literal

import typer

from listing_rewards.cli.options import (
    AsOfOption,
    EventsOption,
    FormatOption,
    IgnoreOption,
    LangOption,
    PaymentsOption,
    PolicyOption,
    day_asked,
)
from listing_rewards.cli.screen import show_table, telling, watched
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.cli.summary import summarise
from listing_rewards.cli.told import Told, answers_of, noting
from listing_rewards.cli.written import Asked, write_tables
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.outcomes import Outcome, Tally, assess_rows
from listing_rewards.files.streams import STANDARD, Meter, format_of, written
from listing_rewards.files.writing.answer_tables import AnyTable
from listing_rewards.files.writing.results import write_results
from listing_rewards.policy.reading import load_policy

FINDINGS = 1


def assess_command(
    files: Annotated[
        list[str], typer.Argument(help="Excel, CSV, JSON or JSON Lines files; - to read.")
    ],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file to write; - to print.")
    ] = STANDARD,
    form: Annotated[
        Literal["table", "json", "jsonl", "csv", "xlsx"] | None,
        typer.Option("--format", help="How to write; by default the file's suffix tells."),
    ] = None,
    table: Annotated[
        AnyTable | None,
        typer.Option("--table", help="Write one table only, its columns always the same."),
    ] = None,
    with_codes: Annotated[
        bool, typer.Option("--with-codes", help="Credit codes in the publication table.")
    ] = False,
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    faults: Annotated[
        str | None, typer.Option("--faults", help="A file for the faults, one a line of JSON.")
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Assess every case of the files; print a table, or write Excel, JSON, JSON Lines or CSV.

    Without --output and --format: a table on a terminal, JSON Lines anywhere else. A workbook
    holds the publication table, the enterprises, the awards, totals and what is wrong.

    A row with faults is reported with file, row and column and the others go on; the exit status
    is then 1. What is printed on standard error at the end accounts for every row.
    """
    with telling(lang):
        document, day = load_policy(policy), day_asked(as_of)
        second, meter = (events, payments), Meter(files)
        rows = rows_of(
            files, document, second, asked=input_format, ignored=ignore_column, meter=meter
        )
        _refuse(output, form, faults, [*files, *filter(None, second)])
        tally, asked = Tally(), Asked(document, day, lang, table, with_codes=with_codes)
        outcomes = assess_rows(watched(rows, lang, meter), document, as_of=day)
        with noting(faults) as note:
            _answer(outcomes, output, form, Told(tally, lang, note), asked, files)
    summarise(tally, lang)
    if tally.faulty:
        raise typer.Exit(FINDINGS)


def _refuse(output: str, form: str | None, faults: str | None, inputs: Iterable[str]) -> None:
    """A table goes to the screen only; an output that is one of the inputs would destroy it."""
    if form == "table" and output != STANDARD:
        raise InvalidFile(fault("table_is_for_the_screen").at(file=output))
    refuse_overwriting((output, faults), inputs)


def _answer(
    outcomes: Iterator[Outcome],
    output: str,
    form: str | None,
    told: Told,
    asked: Asked,
    files: list[str],
) -> None:
    """Show the answers, or write them."""
    if asked.table is None and _for_the_screen(output, form):
        show_table(list(answers_of(outcomes, told)), told.tally, told.lang)
        return
    chosen = format_of(output, form, default="jsonl")
    if chosen == "xlsx" or asked.table is not None:
        write_tables(outcomes, output, chosen, told, asked)
        return
    first = next(outcomes, None)
    alone = len(files) == 1 and first is not None and first.row.alone
    answers = answers_of(chain([first] if first else [], outcomes), told)
    with written(output, bom=chosen == "csv") as text:
        write_results(answers, text, chosen, asked.policy, alone=alone)


def _for_the_screen(output: str, form: str | None) -> bool:
    return form == "table" or (form is None and output == STANDARD and sys.stdout.isatty())
