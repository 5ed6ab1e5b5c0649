"""`together`: enterprises under several documents at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from listing_rewards.case import Case
from listing_rewards.cli.plan_input import PlanRun, over_plan
from listing_rewards.cli.plan_output import print_table, write_tables
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import report_faults, tell
from listing_rewards.errors import InvalidCase, InvalidFile, fault
from listing_rewards.files.streams import written
from listing_rewards.plan.documents import facts_of
from listing_rewards.plan.together import Together, assess_all, together_tables, together_text
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import policies_at
from listing_rewards.words import say

DocumentsOption = Annotated[
    list[str],
    typer.Option("--policy", "-p", help="policies_or_folders"),
]


@over_plan
def together_command(run: PlanRun, policy: DocumentsOption) -> None:
    """Compute what is payable under several documents together: county, city, province."""
    documents = [each for name in policy for each in _named(name)]
    refuse_overwriting([run.output], run.inputs.names)
    cases = run.cases(facts_of(documents))
    found = [*_answered(cases, documents, run)]
    if run.form == "json":
        with written(run.output) as text:
            text.write("[" + ",\n".join(each.model_dump_json() for each in found) + "]\n")
    elif run.form == "table":
        _show(found, run)
    else:
        write_tables(together_tables(found, run.lang), run)
    open_ = sum(not each.decided for each in found)
    counts = {"n": len(found), "m": len(documents), "open": open_}
    tell(say("together.file", run.lang, day=run.as_of, **counts))


def _answered(cases: list[Case], documents: list[Policy], run: PlanRun) -> Iterator[Together]:
    """The answers; a case with faults is reported and left out."""
    for case in cases:
        try:
            yield assess_all(case, documents, run.as_of)
        except InvalidCase as error:
            report_faults(error.faults, run.lang)
            run.faulty += 1


def _named(name: str) -> list[Policy]:
    """The policy of a name; of a folder, those in it."""
    found = [*policies_at([name])]
    if not found:
        raise InvalidFile(fault("no_policy_in_folder", name))
    return found


def _show(found: list[Together], run: PlanRun) -> None:
    """Each enterprise in sentences, and where there are several the table besides."""
    if len(found) > 1:
        print_table(together_tables(found, run.lang)[0])
    typer.echo("\n\n".join(together_text(each, run.lang) for each in found))
