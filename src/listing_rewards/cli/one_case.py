"""The one answer of a run that a page or a workbook is made of."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from listing_rewards.assessment import Assessment
from listing_rewards.cli.run import Run
from listing_rewards.cli.terminal import report_faults
from listing_rewards.errors import InvalidFile, fault
from listing_rewards.files.outcomes import Outcome

EnterpriseOption = Annotated[
    str | None,
    typer.Option("--enterprise", "-e", help="enterprise"),
]


class OneCase(NamedTuple):
    """The answer, None where its row has faults; and whether faults were reported."""

    answer: Assessment | None
    faulty: bool


def one_case(run: Run, enterprise: str | None) -> OneCase:
    """The answer for the enterprise of this name or code, or for the only one there is.

    Raises:
        InvalidFile: there are more, or there is none.
    """
    names: set[str] = set()
    found: list[Outcome] = []
    for outcome in run.outcomes():
        if outcome.row.case is not None:
            who = outcome.row.case.enterprise
            names.add(who.name)
            if enterprise is not None and enterprise not in {who.name, who.uscc}:
                continue
        if outcome.row.aside:
            continue
        report_faults(outcome.faults, run.lang)
        found.append(outcome)
    if enterprise is None and len(found) > 1:
        several = fault("several_enterprises", count=len(found), accepted=sorted(names))
        raise InvalidFile(several)
    if enterprise is not None and not found:
        raise InvalidFile(fault("no_such_enterprise", enterprise, accepted=sorted(names)))
    answers = [each.assessment for each in found if each.assessment is not None]
    if len(answers) > 1:
        raise InvalidFile(fault("ambiguous_enterprise", enterprise))
    return OneCase(answers[0] if answers else None, faulty=any(each.faults for each in found))
