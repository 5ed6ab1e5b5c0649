"""`workbook`: one enterprise's answer as an Excel workbook of live formulas."""

from __future__ import annotations

from typing import Annotated

import typer

from listing_rewards.cli.assess import FINDINGS
from listing_rewards.cli.one import EnterpriseOption, one_answer
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
from listing_rewards.cli.screen import telling
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.engines.sheet import workbook
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.streams import written_bytes
from listing_rewards.policy.reading import load_policy


def workbook_command(
    files: Annotated[
        list[str], typer.Argument(help="Excel, CSV, JSON or JSON Lines files; - to read.")
    ],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: Annotated[str, typer.Option("--output", "-o", help="The .xlsx file to write.")],
    enterprise: EnterpriseOption = None,
    input_format: FormatOption = None,
    events: EventsOption = None,
    payments: PaymentsOption = None,
    ignore_column: IgnoreOption = None,
    lang: LangOption = "en",
) -> None:
    """Write a workbook in which every amount is a formula over the facts and the policy.

    Change a fact or a number of the policy in it, and the result moves. A row with faults gets no
    workbook; the exit status is then 1.
    """
    with telling(lang):
        document, day = load_policy(policy), day_asked(as_of)
        second = (events, payments)
        refuse_overwriting([output], [*files, *filter(None, second)])
        rows = rows_of(files, document, second, asked=input_format, ignored=ignore_column)
        answer, faulty = one_answer(assess_rows(rows, document, as_of=day), enterprise, lang)
        if answer is not None:
            content = workbook(answer, lang=lang)
            with written_bytes(output) as target:
                target.write(content)
    if faulty:
        raise typer.Exit(FINDINGS)
