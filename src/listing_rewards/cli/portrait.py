"""`portrait`: one enterprise on one page."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from listing_rewards.cli.calendar import PoliciesOption, StandardsOption, documents_of
from listing_rewards.cli.one_case import EnterpriseOption
from listing_rewards.cli.plan_input import PlanRun, over_plan
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.streams import written
from listing_rewards.plan.documents import facts_shipped
from listing_rewards.plan.portrait import portrait
from listing_rewards.plan.portrait_page import portrait_page
from listing_rewards.policy.model import Policy
from listing_rewards.policy.standards import Standard


@partial(over_plan, writes=("json", "html"))
def portrait_command(
    run: PlanRun,
    policy: PoliciesOption = None,
    standard: StandardsOption = None,
    enterprise: EnterpriseOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="as_json")] = False,
) -> None:
    """Write the portrait of one enterprise: HTML to print, or JSON."""
    policies, standards = documents_of(policy, standard, run.as_of)
    refuse_overwriting([run.output], run.inputs.names)
    cases = run.cases(facts_shipped(*policies, *standards))
    named = [
        each
        for each in cases
        if enterprise is None or enterprise in {each.enterprise.name, each.enterprise.uscc}
    ]
    names = sorted(each.enterprise.name for each in cases)
    if not named:
        raise InvalidFile(fault("no_such_enterprise", enterprise, accepted=names))
    if len(named) > 1:
        raise InvalidFile(fault("several_enterprises", count=len(named), accepted=names))
    found = portrait(named[0], policies, standards, run.as_of)
    with written(run.output) as text:
        if as_json or run.form == "json":
            text.write(found.model_dump_json(indent=2) + "\n")
        else:
            documents: dict[str, Policy | Standard] = {each.id: each for each in policies}
            documents |= {each.id: each for each in standards}
            text.write(portrait_page(found, documents, run.lang))
