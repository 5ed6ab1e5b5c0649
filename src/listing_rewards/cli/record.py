"""`record`: every case of the files assessed and kept as a record that anybody can verify."""

from __future__ import annotations

from itertools import chain
from typing import Annotated, Literal

import typer

from listing_rewards.audit.records import record
from listing_rewards.cli.options import OutputOption
from listing_rewards.cli.run import Run, over_cases, refuse_overwriting
from listing_rewards.cli.summary import summarise
from listing_rewards.files.reading.json_documents import json_form_of
from listing_rewards.files.streams import STANDARD, written
from listing_rewards.files.writing.results import write_documents


@over_cases
def record_command(
    run: Run,
    output: OutputOption = STANDARD,
    form: Annotated[
        Literal["json", "jsonl"] | None,
        typer.Option("--format", help="How to write; by default the file's suffix tells."),
    ] = None,
) -> bool:
    """Assess every case of the files and keep each answer as a record for `verify`.

    A record holds case, policy, day, version, digests and every step. JSON Lines unless the
    output's suffix or --format says JSON. A row with faults is reported and left out; the exit
    status is then 1.
    """
    outcomes = run.outcomes(watch=True)
    refuse_overwriting([output], run.inputs.names)
    chosen = json_form_of(output, form)
    first = next(outcomes, None)
    reported = run.reported(chain([first] if first else [], outcomes))
    answers = (each.assessment for each in reported if each.assessment is not None)
    with written(output) as text:
        write_documents(map(record, answers), text, chosen, alone=run.is_of_one(first))
    summarise(run.tally, run.lang)
    return bool(run.tally.faulty)
