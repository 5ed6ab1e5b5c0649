"""`record`: every case of the files assessed and kept as a record that anybody can verify."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal

import typer

from listing_rewards.audit.manifest import (
    Listed,
    ListedPolicy,
    Manifest,
    listed,
    manifest,
    policy_listed,
)
from listing_rewards.audit.records import Record, record
from listing_rewards.cli.options import OutputOption
from listing_rewards.cli.record_set import manifest_beside
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
        typer.Option("--format", help="format"),
    ] = None,
) -> bool:
    """Assess every case of the files and keep each answer as a record for `verify`."""
    outcomes = run.outcomes(watch=True)
    sealed = None if output == STANDARD else str(manifest_beside(output))
    refuse_overwriting([output, sealed], run.inputs.names)
    chosen = json_form_of(output, form)
    first = next(outcomes, None)
    reported = run.reported(chain([first] if first else [], outcomes))
    answers = (each.assessment for each in reported if each.assessment is not None)
    listing = Listing()
    with written(output) as text:
        records = listing.passing(map(record, answers))
        write_documents(records, text, chosen, alone=run.is_of_one(first))
    if sealed is not None:
        with written(sealed) as text:
            text.write(f"{listing.manifest(output).model_dump_json(indent=2)}\n")
    summarise(run.tally, run.lang)
    return bool(run.tally.faulty)


class Listing:
    """What a manifest says of records, as they are written."""

    def __init__(self) -> None:
        self._records: list[Listed] = []
        self._policies: dict[ListedPolicy, None] = {}

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, each listed as it passes."""
        for each in records:
            self._records.append(listed(each))
            self._policies[policy_listed(each)] = None
            yield each

    def manifest(self, output: str) -> Manifest:
        """The manifest of the file that was written."""
        path = Path(output)
        written_bytes = sha256(path.read_bytes()).hexdigest()
        return manifest(self._records, self._policies, file=path.name, file_sha256=written_bytes)
