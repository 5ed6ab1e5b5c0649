"""`batch`: a file of millions of cases in, a file of what is payable to each of them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from listing_rewards.cli.options import AsOfOption, LangOption, PolicyOption, day_of
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import FINDINGS, reporting, tell
from listing_rewards.errors import Lang
from listing_rewards.policy.reading import load_policy
from listing_rewards.words import say

if TYPE_CHECKING:
    from listing_rewards.engines.columns.files import Answered


def batch_command(
    file: Annotated[str, typer.Argument(help="batch_file")],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: Annotated[str, typer.Option("--output", "-o", help="batch_output")],
    columns: Annotated[
        str | None,
        typer.Option("--columns", help="batch_columns"),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option("--keep", help="keep"),
    ] = None,
    repeats: Annotated[int, typer.Option("--repeats", min=1, help="repeats")] = 8,
    lang: LangOption = "en",
) -> None:
    """Assess a file of millions of cases, Parquet or CSV, as a stream."""
    with reporting(lang):
        document, day = load_policy(policy), day_of(as_of)
        refuse_overwriting([output], [file])
        from listing_rewards.engines.columns import assess_file

        answered = assess_file(
            file,
            output,
            document,
            as_of=day,
            columns=None if columns is None else [name.strip() for name in columns.split(",")],
            keep=keep or (),
            repeats=repeats,
        )
    _summarise(answered, lang)
    if answered.faults:
        raise typer.Exit(FINDINGS)


def _summarise(answered: Answered, lang: Lang) -> None:
    faulty = sum(answered.faults.values())
    counts = {"rows": answered.rows, "answered": answered.rows - faulty, "faulty": faulty}
    tell(say("batch.rows", lang, **{name: f"{n:,}" for name, n in counts.items()}))
    for code, number in answered.faults.items():
        tell(say("batch.fault", lang, code=code, number=f"{number:,}"))
