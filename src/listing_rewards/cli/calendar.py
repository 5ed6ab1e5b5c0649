"""`calendar`: what falls due, as a table or for a bureau's own calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from listing_rewards.cli.options import day_of
from listing_rewards.cli.plan_input import PlanRun, over_plan
from listing_rewards.cli.plan_output import print_table, write_tables
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import tell
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.streams import STANDARD, written, written_bytes
from listing_rewards.plan.calendar import calendar
from listing_rewards.plan.calendar_forms import as_icalendar, calendar_table
from listing_rewards.plan.documents import facts_shipped
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy
from listing_rewards.policy.standards import Standard, standard_in_force
from listing_rewards.words import say

PoliciesOption = Annotated[
    list[str] | None,
    typer.Option("--policy", "-p", help="policies"),
]
StandardsOption = Annotated[
    list[str] | None,
    typer.Option("--standard", "-s", help="standards"),
]


def documents_of(
    policy: list[str] | None, standard: list[str] | None, as_of: date
) -> tuple[list[Policy], list[Standard]]:
    """The policies and standards that are named, at least one of them.

    Raises:
        InvalidFile: none is named.
    """
    if not policy and not standard:
        raise InvalidFile(fault("option_missing", "--policy / --standard"))
    policies = [load_policy(each) for each in policy or ()]
    return policies, [standard_in_force(each, as_of) for each in standard or ()]


@over_plan
def calendar_command(
    run: PlanRun,
    first: Annotated[str, typer.Option("--from", help="first")],
    last: Annotated[str, typer.Option("--to", help="last")],
    policy: PoliciesOption = None,
    standard: StandardsOption = None,
    ics: Annotated[str | None, typer.Option("--ics", help="ics")] = None,
) -> None:
    """List what falls due: periods that are full, windows that close, documents that end."""
    policies, standards = documents_of(policy, standard, run.as_of)
    documents: list[Policy | Standard] = [*policies, *standards]
    if ics is not None and Path(ics).suffix.lower() != ".ics" and ics != STANDARD:
        raise InvalidFile(fault("unknown_format", ics, accepted=[".ics"]))
    refuse_overwriting([run.output, ics], run.inputs.names)
    days = {"first": day_of(first), "last": day_of(last)}
    cases = run.cases(facts_shipped(*documents))
    found = calendar(cases, policies, standards, run.as_of, **days)
    named = {each.id: each for each in documents}
    table = calendar_table(found, named, run.lang)
    if run.form == "json":
        with written(run.output) as text:
            text.write("[" + ",\n".join(each.model_dump_json() for each in found) + "]\n")
    elif run.form == "table":
        print_table(table)
    else:
        write_tables([table], run)
    if ics is not None:
        content = as_icalendar(found, named, run.as_of, run.lang)
        with written_bytes(ics) as raw:
            raw.write(content)
    tell(say("calendar.head", run.lang, n=len(found), as_of=run.as_of, **days))
