"""`report`: one enterprise's answer as a page to print and sign."""

from __future__ import annotations

from typing import Annotated

import typer

from listing_rewards.audit.records import record
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
from listing_rewards.files.outcomes import assess_rows
from listing_rewards.files.streams import STANDARD, written
from listing_rewards.policy.reading import load_policy
from listing_rewards.report.page import page


def report_command(
    files: Annotated[
        list[str], typer.Argument(help="Excel, CSV, JSON or JSON Lines files; - to read.")
    ],
    policy: PolicyOption,
    as_of: AsOfOption,
    enterprise: EnterpriseOption = None,
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
        answer, faulty = one_answer(assess_rows(rows, document, as_of=day), enterprise, lang)
        if answer is not None:
            text = page(answer, lang, digest=record(answer).digests.record)
            with written(output) as target:
                target.write(text)
    if faulty:
        raise typer.Exit(FINDINGS)
