"""`screen`: enterprises checked against a standard, as a ranked list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from listing_rewards.cli.plan_input import PlanRun, over_plan, read_report
from listing_rewards.cli.plan_output import print_table, write_tables
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import tell
from listing_rewards.errors import Lang
from listing_rewards.files.streams import written
from listing_rewards.plan.documents import facts_shipped, of_document
from listing_rewards.plan.lists import Movement, ScreeningList, moved, ranked
from listing_rewards.plan.screening import Screening, screen
from listing_rewards.plan.screening_tables import (
    condition_table,
    county_table,
    list_table,
    movement_table,
    standard_table,
)
from listing_rewards.policy.standards import Standard, standard_in_force
from listing_rewards.words import say

YearOption = Annotated[
    int | None,
    typer.Option("--year", help="year"),
]


@over_plan
def screen_command(
    run: PlanRun,
    standard: Annotated[
        str,
        typer.Option("--standard", "-s", help="standard"),
    ],
    year: YearOption = None,
    verified_only: Annotated[
        bool,
        typer.Option("--verified-only", help="verified_only"),
    ] = False,
    before: Annotated[
        str | None,
        typer.Option("--before", help="list_before"),
    ] = None,
) -> None:
    """Check enterprises against a standard: who is ready, who is one short, how far."""
    document = standard_in_force(standard, run.as_of)
    refuse_overwriting([run.output], [*run.inputs.names, *filter(None, [before])])
    last = read_report(before, ScreeningList) if before else None
    cases = [of_document(each, document) for each in run.cases(facts_shipped(document))]
    screened = (
        screen(each, document, run.as_of, year=year, verified_only=verified_only) for each in cases
    )
    found = ranked(screened, document)
    _write(run, found, document, None if last is None else moved(last, found))
    tell(_head(found, document, run.lang))


def _write(
    run: PlanRun,
    found: ScreeningList,
    standard: Standard,
    movements: Sequence[Movement] | None,
) -> None:
    """The list in the form asked for; without `movements`, nothing is said of changes."""
    if run.form == "json":
        with written(run.output) as text:
            text.write(found.model_dump_json(indent=2) + "\n")
        return
    lang = run.lang
    tables = [list_table(found, standard, lang), county_table(found, standard, lang)]
    if movements is not None:
        tables.append(movement_table(movements, standard, lang))
    if run.form == "table":
        whole, *others = tables
        shown = [row[:2] + row[3:9] for row in whole.rows]
        headers = whole.headers[:2] + whole.headers[3:9]
        for each in (whole._replace(headers=headers, rows=shown), *others):
            print_table(each)
        return
    tables += [condition_table(found, standard, lang), standard_table(standard, lang)]
    write_tables(tables, run)


def _head(found: ScreeningList, standard: Standard, lang: Lang) -> str:
    screenings: tuple[Screening, ...] = found.screenings
    head = say(
        "plan.head",
        lang,
        standard=standard.title.say(lang),
        id=standard.id,
        day=found.as_of,
        year=found.year,
        n=len(screenings),
    )
    lines = [head, say("plan.caution", lang, unverified=standard.unverified)]
    if standard.general:
        lines.append(say("plan.rests_on_general", lang, n=len(standard.general)))
    return "\n".join(lines)
