"""`columns`: a map for the columns of a file that are not ours, to be checked and then used."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.cli.options import FormatOption, LangOption, OutputOption, PolicyOption
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import FINDINGS, reporting, tell
from listing_rewards.files.reading.column_proposals import proposals_for
from listing_rewards.files.streams import STANDARD, written
from listing_rewards.files.writing.column_map import column_map_text
from listing_rewards.policy.reading import load_policy
from listing_rewards.words import say


def columns_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="columns_file")],
    policy: PolicyOption,
    output: OutputOption = STANDARD,
    input_format: FormatOption = None,
    lang: LangOption = "en",
) -> None:
    """Propose what to do with each column of a file, as a map for --columns."""
    with reporting(lang):
        document = load_policy(policy)
        refuse_overwriting([output], [file])
        found = proposals_for(file, document, asked=input_format)
        text = column_map_text(found, Path(file).name, lang)
        with written(output) as target:
            target.write(text)
        counts = {
            done: sum(each.done == done for each in found)
            for done in ("known", "read", "carry", "ignore", "undecided")
        }
    tell(say("columns.summary", lang, **counts))
    if counts["undecided"]:
        raise typer.Exit(FINDINGS)
