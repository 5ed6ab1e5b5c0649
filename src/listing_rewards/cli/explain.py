"""`explain`: why an amount is what it is, in words."""

from __future__ import annotations

from typing import Annotated

import typer

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
from listing_rewards.cli.screen import complain, telling
from listing_rewards.cli.source import rows_of
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.policy.reading import load_policy


def explain_command(
    files: Annotated[
        list[str], typer.Argument(help="Excel, CSV, JSON or JSON Lines files; - to read.")
    ],
    policy: PolicyOption,
    as_of: AsOfOption,
    enterprise: Annotated[
        str | None, typer.Option("--enterprise", "-e", help="Only this name or credit code.")
    ] = None,
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    lang: LangOption = "en",
) -> None:
    """Explain what is payable to one enterprise, or to each: steps, clauses, what is open."""
    names: set[str] = set()
    faulty = shown = 0
    with telling(lang):
        document, day = load_policy(policy), day_asked(as_of)
        second = (events, payments)
        rows = rows_of(files, document, second, asked=input_format, ignored=ignore_column)
        for outcome in assess_rows(rows, document, as_of=day):
            if outcome.row.case is not None:
                who = outcome.row.case.enterprise
                names.add(who.name)
                if enterprise is not None and enterprise not in {who.name, who.uscc}:
                    continue
            complain(outcome.faults, lang)
            faulty += bool(outcome.faults)
            if outcome.assessment is not None:
                typer.echo(
                    ("\n" + "=" * 80 + "\n\n" if shown else "") + outcome.assessment.explain(lang)
                )
                shown += 1
        if enterprise is not None and not shown and not faulty:
            raise InvalidFile(fault("no_such_enterprise", enterprise, accepted=sorted(names)))
    if faulty:
        raise typer.Exit(FINDINGS)
