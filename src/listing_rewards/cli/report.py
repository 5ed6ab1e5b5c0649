"""`report`: one enterprise's answer as a page to print and sign."""

from __future__ import annotations

from typing import Annotated

import typer

from listing_rewards.assessment import Assessment
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
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.policy.catalogue import load_policy
from listing_rewards.report.page import page
from listing_rewards.tables import Outcome, assess_rows
from listing_rewards.tables.files import STANDARD, written


def report_command(
    files: Annotated[list[str], typer.Argument(help="JSON, JSON Lines or CSV files; - to read.")],
    policy: PolicyOption,
    as_of: AsOfOption,
    enterprise: Annotated[
        str | None,
        typer.Option("--enterprise", "-e", help="Its name or credit code, where there are more."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file to write; - to print.")
    ] = STANDARD,
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    lang: LangOption = "en",
) -> None:
    """Write the page that is signed for one enterprise: HTML to print, with every reason.

    It needs neither a network nor scripts. A row with faults gets no page; the exit status is
    then 1.
    """
    with telling(lang):
        document, day = load_policy(policy), day_asked(as_of)
        second = (events, payments)
        refuse_overwriting([output], [*files, *filter(None, second)])
        rows = rows_of(files, document, second, asked=input_format, ignored=ignore_column)
        names: set[str] = set()
        found: list[Outcome] = []
        for outcome in assess_rows(rows, document, as_of=day):
            if outcome.row.case is not None:
                who = outcome.row.case.enterprise
                names.add(who.name)
                if enterprise is not None and enterprise not in {who.name, who.uscc}:
                    continue
            complain(outcome.faults, lang)
            found.append(outcome)
        answer = _the_one(found, enterprise, names)
        if answer is not None:
            with written(output) as text:
                text.write(page(answer, lang))
    if any(each.faults for each in found):
        raise typer.Exit(FINDINGS)


def _the_one(found: list[Outcome], enterprise: str | None, names: set[str]) -> Assessment | None:
    """The one answer there is; None where there are only faults, which were told.

    Raises:
        InvalidFile: there are more, or there is none.
    """
    if enterprise is None and len(found) > 1:
        several = fault("several_enterprises", count=len(found), accepted=sorted(names))
        raise InvalidFile(several)
    if enterprise is not None and not found:
        raise InvalidFile(fault("no_such_enterprise", enterprise, accepted=sorted(names)))
    answers = [each.assessment for each in found if each.assessment is not None]
    if len(answers) > 1:
        raise InvalidFile(fault("ambiguous_enterprise", enterprise))
    return answers[0] if answers else None
