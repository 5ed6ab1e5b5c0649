"""`counties`: how each county stands against its targets, the notice and the return."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from listing_rewards.cli.options import PolicyOption
from listing_rewards.cli.plan_input import TABLES, PlanRun, over_plan, read_report
from listing_rewards.cli.plan_output import print_table, write_tables
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import tell
from listing_rewards.files.streams import written
from listing_rewards.plan.counties import CountyReport, changes, counties, unlike_targets
from listing_rewards.plan.county_page import county_page
from listing_rewards.plan.county_tables import change_table, notice_table, return_table
from listing_rewards.plan.documents import facts_shipped, of_document
from listing_rewards.plan.targets import PLAN, load_targets
from listing_rewards.policy.reading import load_policy
from listing_rewards.words import say


@partial(over_plan, writes=(*TABLES, "html"))
def counties_command(
    run: PlanRun,
    policy: PolicyOption,
    targets: Annotated[
        str | None,
        typer.Option("--targets", help="targets"),
    ] = None,
    before: Annotated[
        str | None,
        typer.Option("--before", help="report_before"),
    ] = None,
) -> None:
    """Hold counties against their targets: done, on the way, payable, paid, open, and a ranking."""
    document = load_policy(policy)
    asked = load_targets(targets, document) if targets else PLAN
    refuse_overwriting([run.output], [*run.inputs.names, *filter(None, [before, targets])])
    last = read_report(before, CountyReport) if before else None
    cases = [of_document(each, document) for each in run.cases(facts_shipped(document))]
    report = counties(cases, document, asked, run.as_of)
    changed = None if last is None else changes(last, report)
    if run.form == "json":
        with written(run.output) as text:
            text.write(report.model_dump_json(indent=2) + "\n")
    elif run.form == "html":
        with written(run.output) as text:
            text.write(county_page(report, document, asked, run.lang, changed=changed))
    else:
        tables = [notice_table(report, document, run.lang)]
        if changed is not None:
            tables.append(change_table(changed, document, run.lang))
        if run.form == "table":
            for each in tables:
                print_table(each)
        else:
            write_tables([*tables, return_table(report, document, run.lang)], run)
    source = asked.source.say(run.lang)
    tell(say("counties.head", run.lang, source=source, day=run.as_of, n=len(cases)))
    tell(say("counties.rule", run.lang))
    for county, meant in unlike_targets((each.county for each in report.counties), asked.counties):
        tell(say("counties.meant", run.lang, county=county, meant=meant))
