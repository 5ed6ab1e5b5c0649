"""`policy compare`: the effect of one policy in the place of another on a table of enterprises."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from listing_rewards.case import Case
from listing_rewards.cli.options import (
    AsOfOption,
    ColumnsOption,
    EventsOption,
    FormatOption,
    IgnoreOption,
    LangOption,
    PaymentsOption,
    day_of,
)
from listing_rewards.cli.run import Inputs
from listing_rewards.cli.terminal import FINDINGS, report_faults, reporting, watched
from listing_rewards.comparison import compare, facts_of_both
from listing_rewards.files.reading.column_map import NO_MAP, read_column_map
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.reading import load_policy
from listing_rewards.report.comparison import effect_text


def compare_command(
    before: Annotated[str, typer.Argument(metavar="A", help="policy_before")],
    after: Annotated[str, typer.Argument(metavar="B", help="policy_after")],
    files: Annotated[list[str], typer.Argument(metavar="FILES...", help="plan_files")],
    as_of: AsOfOption,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="json_whole")] = "text",
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    columns: ColumnsOption = None,
    lang: LangOption = "en",
) -> None:
    """Compare two policies on a table of enterprises: totals by award, who gains, who loses."""
    with reporting(lang):
        a, b, day = load_policy(before), load_policy(after), day_of(as_of)
        both = facts_of_both(a, b)
        mapped = read_column_map(columns, both) if columns else NO_MAP
        ignored = tuple(ignore_column or ())
        inputs = Inputs(tuple(files), input_format, events, payments, ignored, mapped)
        cases: list[Case] = []
        faulty = 0
        for row in watched(inputs.rows(both), lang):
            faults = row.faults
            if row.case is not None:
                faults = tuple(map(row.placed, faults_against(row.case, both)))
            report_faults(faults, lang)
            faulty += bool(faults)
            if row.case is not None and not faults:
                cases.append(row.case)
        comparison = compare(cases, a, b, as_of=day)
    if form == "json":
        typer.echo(comparison.model_dump_json(indent=2))
    else:
        typer.echo(effect_text(comparison, a, b, lang))
    if faulty:
        raise typer.Exit(FINDINGS)
