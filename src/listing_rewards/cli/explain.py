"""`explain`: why an amount is what it is, in words."""

from __future__ import annotations

from typing import Annotated

import typer

from listing_rewards.cli.run import Run, over_cases
from listing_rewards.cli.terminal import report_faults
from listing_rewards.errors import InvalidFile, fault

_RULE = "\n" + "=" * 80 + "\n\n"


@over_cases
def explain_command(
    run: Run,
    enterprise: Annotated[
        str | None, typer.Option("--enterprise", "-e", help="Only this name or credit code.")
    ] = None,
) -> bool:
    """Explain what is payable to one enterprise, or to each: steps, clauses, what is open."""
    names: set[str] = set()
    faulty = shown = 0
    for outcome in run.outcomes():
        if outcome.row.case is not None:
            who = outcome.row.case.enterprise
            names.add(who.name)
            if enterprise is not None and enterprise not in {who.name, who.uscc}:
                continue
        report_faults(outcome.faults, run.lang)
        faulty += bool(outcome.faults)
        if outcome.assessment is not None:
            typer.echo((_RULE if shown else "") + outcome.assessment.explain(run.lang))
            shown += 1
    if enterprise is not None and not shown and not faulty:
        raise InvalidFile(fault("no_such_enterprise", enterprise, accepted=sorted(names)))
    return bool(faulty)
