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
from listing_rewards.cli.screen import complain, show_table, summarise, telling, watched
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.policy.catalogue import load_policy
from listing_rewards.policy.model import Policy
from listing_rewards.tables import Outcome, assess_rows, write_results
from listing_rewards.tables.files import STANDARD, format_of, written
from listing_rewards.tables.results import write_faults
from listing_rewards.tables.rows import Tally

FINDINGS = 1


def assess_command(
    files: Annotated[list[str], typer.Argument(help="JSON, JSON Lines or CSV files; - to read.")],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file to write; - to print.")
    ] = STANDARD,
    form: Annotated[
        Literal["table", "json", "jsonl", "csv"] | None,
        typer.Option("--format", help="How to write; by default the file's suffix tells."),
    ] = None,
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    faults: Annotated[
        str | None, typer.Option("--faults", help="A file for the faults, one a line of JSON.")
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Assess every case of the files; print a table, or write JSON, JSON Lines or CSV.

    Without --output and --format: a table on a terminal, JSON Lines anywhere else.

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
        first = next(outcomes, None)
        answers = _answers(chain([first] if first else [], outcomes), tally, lang)
        if form == "table" or (form is None and output == STANDARD and sys.stdout.isatty()):
            show_table(list(answers), tally, lang)
        else:
            alone = len(files) == 1 and first is not None and first.row.alone
            _write(answers, output, form, document, alone=alone)
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
    refuse_overwriting([output, *filter(None, [faults])], inputs)


def _write(
    answers: Iterable[Assessment], output: str, form: str | None, policy: Policy, *, alone: bool
) -> None:
    chosen = format_of(output, form, default="jsonl")
    with written(output, bom=chosen == "csv") as text:
        write_results(answers, text, chosen, policy, alone=alone)


def _answers(outcomes: Iterable[Outcome], tally: Tally, lang: Lang) -> Iterator[Assessment]:
    """The assessments in order; the faults of the other rows are told on the way."""
    for outcome in outcomes:
        tally.count(outcome)
        complain(outcome.faults, lang)
        if outcome.assessment is not None:
            yield outcome.assessment
