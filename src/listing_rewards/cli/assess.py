"""`assess`: a table of enterprises in, what is payable to each of them out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, Literal

import typer

from listing_rewards.assessment import Assessment
from listing_rewards.cli.options import (
    AsOfOption,
    EventsOption,
    FormatOption,
    IgnoreOption,
    Lang,
    LangOption,
    PaymentsOption,
    PolicyOption,
    day_asked,
)
from listing_rewards.cli.screen import complain, show_table, telling, watched
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.cli.summary import summarise
from listing_rewards.cli.written import Asked, write_tables
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.policy.catalogue import load_policy
from listing_rewards.tables import Outcome, assess_rows, write_results
from listing_rewards.tables.answers import Answered, TableName
from listing_rewards.tables.files import STANDARD, TextForm, format_of, written
from listing_rewards.tables.results import write_faults
from listing_rewards.tables.rows import Tally

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
        TableName | None,
        typer.Option("--table", help="Write one table: one row an award, an enterprise, ..."),
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
        second = (events, payments)
        rows = rows_of(files, document, second, asked=input_format, ignored=ignore_column)
        _refuse(output, form, faults, [*files, *filter(None, second)])
        tally = Tally()
        outcomes = assess_rows(watched(rows, lang), document, as_of=day)
        if table is None and _for_the_screen(output, form):
            show_table(list(answers_of(outcomes, tally, lang)), tally, lang)
        else:
            chosen = format_of(output, form, default="jsonl")
            asked = Asked(document, day, lang, table, with_codes=with_codes)
            if chosen == "xlsx" or table is not None:
                write_tables(assessed(outcomes, tally, lang), output, chosen, tally, asked)
            else:
                _write(outcomes, tally, output, chosen, asked, one_file=len(files) == 1)
        if faults is not None:
            with written(faults) as text:
                write_faults(tally.faults, text)
    summarise(tally, lang)
    if tally.faulty:
        raise typer.Exit(FINDINGS)


def _refuse(output: str, form: str | None, faults: str | None, inputs: Iterable[str]) -> None:
    """A table goes to the screen only; an output that is one of the inputs would destroy it."""
    if form == "table" and output != STANDARD:
        raise InvalidFile(fault("table_is_for_the_screen").at(file=output))
    refuse_overwriting((output, faults), inputs)


def _for_the_screen(output: str, form: str | None) -> bool:
    return form == "table" or (form is None and output == STANDARD and sys.stdout.isatty())


def _write(
    outcomes: Iterator[Outcome],
    tally: Tally,
    output: str,
    form: TextForm,
    asked: Asked,
    *,
    one_file: bool,
) -> None:
    """Write the answers whole, or as a CSV of one row an enterprise."""
    first = next(outcomes, None)
    alone = one_file and first is not None and first.row.alone
    answers = answers_of(chain([first] if first else [], outcomes), tally, asked.lang)
    with written(output, bom=form == "csv") as text:
        write_results(answers, text, form, asked.policy, alone=alone)


def answers_of(outcomes: Iterable[Outcome], tally: Tally, lang: Lang) -> Iterator[Assessment]:
    """The assessments in order; the faults of the other rows are told on the way."""
    return (each.answer for each in assessed(outcomes, tally, lang))


def assessed(outcomes: Iterable[Outcome], tally: Tally, lang: Lang) -> Iterator[Answered]:
    """The assessments with their places, in order; the faults of the others are told."""
    for outcome in outcomes:
        tally.count(outcome)
        complain(outcome.faults, lang)
        if outcome.assessment is not None:
            yield Answered(outcome.row.place, outcome.assessment)
