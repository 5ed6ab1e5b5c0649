"""`reconcile`: a ledger of what was paid held against what is due."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import typer

from listing_rewards.audit.ledger import Reconciliation, reconcile
from listing_rewards.audit.ledger.workbook import workbook
from listing_rewards.cli.assess import FINDINGS
from listing_rewards.cli.findings import show_reconciliation, summary
from listing_rewards.cli.options import (
    AsOfOption,
    EventsOption,
    FormatOption,
    IgnoreOption,
    LangOption,
    PolicyOption,
    day_asked,
)
from listing_rewards.cli.screen import complain, tell, telling
from listing_rewards.cli.source import refuse_overwriting, rows_of
from listing_rewards.errors import Fault, InvalidFile, Lang, fault
from listing_rewards.files.reading import Row
from listing_rewards.files.reading.payment_ledger import read_payments
from listing_rewards.files.streams import STANDARD, format_of, written, written_bytes
from listing_rewards.files.writing.reconciliation import write_findings
from listing_rewards.files.writing.results import write_faults
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy

Form: TypeAlias = Literal["table", "json", "jsonl", "csv", "xlsx"]


def reconcile_command(
    cases: Annotated[str, typer.Argument(help="The cases: Excel, CSV, JSON or JSON Lines.")],
    payments: Annotated[
        str, typer.Argument(help="The ledger of what was paid: Excel, CSV, JSON or JSON Lines.")
    ],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: Annotated[
        str, typer.Option("--output", "-o", help="A file to write; - to print.")
    ] = STANDARD,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="How to write; by default the file's suffix tells."),
    ] = None,
    input_format: FormatOption = None,
    events: EventsOption = None,
    ignore_column: IgnoreOption = None,
    faults: Annotated[
        str | None, typer.Option("--faults", help="A file for the faults, one a line of JSON.")
    ] = None,
    lang: LangOption = "en",
) -> None:
    """Hold a ledger of payments against what is due: every finding, and totals that add up.

    Prints a table; writes the whole as JSON, the findings as JSON Lines or CSV, a workbook as
    XLSX. A line or a case with faults is told and left out. The exit status is 1 where there are
    findings or faults.
    """
    with telling(lang):
        document, day, skip = load_policy(policy), day_asked(as_of), ignore_column or []
        chosen = _form(output, form)
        refuse_overwriting((output, faults), [cases, payments, *([events] if events else [])])
        second = (events, None)
        rows = list(rows_of([cases], document, second, asked=input_format, ignored=skip))
        ledger = read_payments(payments, document, ignored=skip)
        wrong = [each for row in rows for each in _faults_of(row, document)]
        wrong += [each for row in ledger for each in row.faults]
        complain(wrong, lang)
        found = reconcile(
            [row.case for row in rows if row.case is not None],
            [row.line for row in ledger if row.line is not None],
            document,
            as_of=day,
        )
        _write(found, output, chosen, lang, wrong)
        if faults is not None:
            with written(faults) as text:
                write_faults(wrong, text)
    tell(summary(found, sum(row.line is None for row in ledger), lang))
    if wrong or found.findings:
        raise typer.Exit(FINDINGS)


def _faults_of(row: Row, policy: Policy) -> tuple[Fault, ...]:
    """What is wrong with a case, with its place in the file."""
    if row.case is None:
        return row.faults
    return tuple(map(row.placed, faults_against(row.case, policy)))


def _form(output: str, asked: Form | None) -> Form:
    """How to write: as asked, by the suffix of the output, or a table on the screen."""
    if asked == "table" and output != STANDARD:
        raise InvalidFile(fault("table_is_for_the_screen").at(file=output))
    if asked is not None or output == STANDARD:
        return asked or "table"
    return format_of(output, None)


def _write(found: Reconciliation, output: str, form: Form, lang: Lang, faults: list[Fault]) -> None:
    if form == "table":
        show_reconciliation(found, lang)
    elif form == "xlsx":
        content = workbook(found, lang, faults)
        with written_bytes(output) as raw:
            raw.write(content)
    else:
        with written(output, bom=form == "csv") as text:
            write_findings(found, text, form, lang)
