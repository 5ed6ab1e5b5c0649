"""`outlook`: what becomes payable by quarter or year, if enterprises do what they plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated

import typer

from listing_rewards.cli.options import PolicyOption, day_of
from listing_rewards.cli.plan_input import PlanRun, over_plan
from listing_rewards.cli.plan_output import print_table, write_tables
from listing_rewards.cli.run import refuse_overwriting
from listing_rewards.cli.terminal import tell
from listing_rewards.errors import InvalidCase, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.streams import written
from listing_rewards.plan.documents import facts_shipped, of_document
from listing_rewards.plan.outlook import outlook
from listing_rewards.plan.outlook_parts import By, Outlook
from listing_rewards.plan.outlook_tables import premises_said, shown_table, tables_of
from listing_rewards.plan.planned import Planned, read_planned
from listing_rewards.plan.sentences import range_said
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy
from listing_rewards.values.money import read_yuan
from listing_rewards.words import say

_BUDGET = re.compile(r"\s*(\d{4})\s*=(.+)", re.ASCII)


@over_plan
def outlook_command(
    run: PlanRun,
    policy: PolicyOption,
    planned: Annotated[
        str,
        typer.Option("--planned", help="planned"),
    ],
    by: Annotated[By, typer.Option("--by", help="by_period")] = "quarter",
    until: Annotated[
        str | None,
        typer.Option("--to", help="until"),
    ] = None,
    budget: Annotated[
        list[str] | None,
        typer.Option("--budget", help="budget"),
    ] = None,
) -> None:
    """Say what will be payable by quarter or year, if enterprises reach what they plan."""
    document = load_policy(policy)
    refuse_overwriting([run.output], [*run.inputs.names, planned])
    plan = read_planned(planned, document)
    cases = [of_document(each, document) for each in run.cases(facts_shipped(document))]
    try:
        found = outlook(
            cases, plan.planned, document, run.as_of, by=by,
            until=day_of(until) if until else None, budget=_budget(budget or ()) or None,
            unread=run.faulty,
        )  # fmt: skip
    except InvalidCase as error:
        raise InvalidFile(*map(plan.placed, error.faults)) from None
    _write(found, plan.planned, document, run)
    end = found.city.periods[-1]
    numbers = {"planned": found.city.planned, "n": found.city.enterprises}
    days = {"day": run.as_of, "last": end.last}
    now, then = (range_said(each, run.lang) for each in (found.city.open, end.payable))
    tell(say("outlook.head", run.lang, **numbers, **days, open=now, payable=then))
    for sentence in premises_said(found, run.lang):
        tell(sentence)


def _write(found: Outlook, planned: Sequence[Planned], policy: Policy, run: PlanRun) -> None:
    """The outlook as it was asked for."""
    tables = tables_of(found, planned, policy, run.lang)
    if run.form == "json":
        with written(run.output) as text:
            text.write(found.model_dump_json(indent=2) + "\n")
    elif run.form == "table":
        for each in (shown_table(found, policy, run.lang), *tables[1 : 1 + bool(found.budget)]):
            print_table(each)
    else:
        write_tables(tables, run)


def _budget(stated: Iterable[str]) -> dict[int, Decimal]:
    """The yuan of each year.

    Raises:
        InvalidFile: it is not a year with an amount, or a year comes twice.
    """
    found: dict[int, Decimal] = {}
    for each in stated:
        match = _BUDGET.fullmatch(each)
        if match is None or int(match[1]) in found:
            raise InvalidFile(fault("not_a_budget", each).at(file="--budget"))
        try:
            found[int(match[1])] = read_yuan(match[2].strip())
        except ListingRewardsError as error:
            raise InvalidFile(*(wrong.at(file="--budget") for wrong in error.faults)) from None
    return found
