"""`record`: every case of the files assessed and kept as a record that anybody can verify."""

from __future__ import annotations

from itertools import chain
from typing import Annotated, Literal

import typer

from listing_rewards.audit.records import record
from listing_rewards.cli.assess import FINDINGS
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
from listing_rewards.cli.screen import telling, watched
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.cli.summary import summarise
from listing_rewards.cli.told import Told, answers_of
from listing_rewards.files.outcomes import Tally, assess_rows
from listing_rewards.files.reading.json_documents import json_form_of
from listing_rewards.files.streams import STANDARD, Meter, written
from listing_rewards.files.writing.results import write_documents
from listing_rewards.policy.reading import load_policy


def record_command(
    files: Annotated[
        list[str], typer.Argument(help="Excel, CSV, JSON or JSON Lines files; - to read.")
    ],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file to write; - to print.")
    ] = STANDARD,
    form: Annotated[
        Literal["json", "jsonl"] | None,
        typer.Option("--format", help="How to write; by default the file's suffix tells."),
    ] = None,
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    lang: LangOption = "en",
) -> None:
    """Assess every case of the files and keep each answer as a record for `verify`.

    A record holds case, policy, day, version, digests and every step. JSON Lines unless the
    output's suffix or --format says JSON. A row with faults is told and left out; the exit status
    is then 1.
    """
    with telling(lang):
        document, day = load_policy(policy), day_asked(as_of)
        second = (events, payments)
        meter = Meter(files)
        rows = rows_of(
            files, document, second, asked=input_format, ignored=ignore_column, meter=meter
        )
        refuse_overwriting([output], [*files, *filter(None, second)])
        chosen = json_form_of(output, form)
        outcomes = assess_rows(watched(rows, lang, meter), document, as_of=day)
        first = next(outcomes, None)
        alone = len(files) == 1 and first is not None and first.row.alone
        tally = Tally()
        told = Told(tally, lang, lambda _: None)
        answers = answers_of(chain([first] if first else [], outcomes), told)
        with written(output) as text:
            write_documents(map(record, answers), text, chosen, alone=alone)
    summarise(tally, lang)
    if tally.faulty:
        raise typer.Exit(FINDINGS)
