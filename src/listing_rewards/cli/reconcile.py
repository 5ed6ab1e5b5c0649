"""`reconcile`: a ledger of what was paid, checked against what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from listing_rewards.audit.ledger import Reconciliation, reconcile
from listing_rewards.audit.ledger.papers import finding_rows, headers, working_papers
from listing_rewards.audit.ledger.workbook import workbook
from listing_rewards.case import Case
from listing_rewards.cli.options import (
    AsOfOption,
    ColumnsOption,
    EventsOption,
    FaultsOption,
    FormatOption,
    IgnoreOption,
    LangOption,
    OutputOption,
    PolicyOption,
    day_of,
)
from listing_rewards.cli.reconciliation_table import show_reconciliation, summary
from listing_rewards.cli.run import Inputs, form_of, noting, refuse_overwriting
from listing_rewards.cli.terminal import FINDINGS, report_faults, reporting, tell
from listing_rewards.errors import Fault, InvalidFile, Lang, fault
from listing_rewards.files.reading.column_map import NO_MAP, ColumnMap, read_column_map
from listing_rewards.files.reading.other_ledger import OtherRow, read_other_ledger
from listing_rewards.files.reading.payment_ledger import PaidRow, read_payments, read_titles
from listing_rewards.files.streams import STANDARD, written, written_bytes
from listing_rewards.files.writing.csv_text import write_csv
from listing_rewards.files.writing.reconciliation import write_findings
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy
from listing_rewards.policy.reading import load_policy

AwardNamesOption = Annotated[
    str | None,
    typer.Option("--award-names", help="award_names"),
]
OtherPolicyOption = Annotated[
    list[str] | None,
    typer.Option("--other-policy", help="other_policy"),
]
BesideOption = Annotated[
    str | None,
    typer.Option("--beside", help="beside"),
]
LevelOption = Annotated[
    str | None,
    typer.Option("--level", help="level"),
]
BesideColumnsOption = Annotated[
    str | None,
    typer.Option("--beside-columns", help="beside_columns"),
]
PapersOption = Annotated[
    str | None,
    typer.Option(
        "--papers",
        help="papers",
    ),
]
SampleOption = Annotated[int, typer.Option("--sample", min=0, help="sample")]
SeedOption = Annotated[str, typer.Option("--seed", help="seed")]
Form: TypeAlias = Literal["table", "json", "jsonl", "csv", "xlsx"]


def reconcile_command(
    cases: Annotated[str, typer.Argument(help="cases")],
    payments: Annotated[str, typer.Argument(help="ledger")],
    policy: PolicyOption,
    as_of: AsOfOption,
    output: OutputOption = STANDARD,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="format"),
    ] = None,
    input_format: FormatOption = None,
    events: EventsOption = None,
    ignore_column: IgnoreOption = None,
    columns: ColumnsOption = None,
    award_names: AwardNamesOption = None,
    other_policy: OtherPolicyOption = None,
    level: LevelOption = None,
    beside: BesideOption = None,
    beside_columns: BesideColumnsOption = None,
    papers: PapersOption = None,
    sample: SampleOption = 0,
    seed: SeedOption = "",
    faults: FaultsOption = None,
    lang: LangOption = "en",
) -> None:
    """Check a ledger of payments against what is due: every finding, and totals that add up."""
    with reporting(lang):
        document, day, skip = load_policy(policy), day_of(as_of), tuple(ignore_column or ())
        chosen, on_paper = form_of(output, form), _form_of_papers(papers)
        read = filter(None, (cases, payments, events, award_names, columns, beside, beside_columns))
        refuse_overwriting((output, faults, papers), read)
        mapped = _map(columns, document)
        known, wrong = _cases(Inputs((cases,), input_format, events, None, skip, mapped), document)
        titles = read_titles(award_names, document) if award_names else None
        ledger = read_payments(payments, document, ignored=skip, columns=mapped, titles=titles)
        others = _beside(beside, beside_columns, document)
        report_faults(wrong := [*wrong, *_faults_of(ledger), *_faults_of(others or ())], lang)
        found = _reconciled(known, ledger, document, day, other_policy or [], others, level)
        _write(found, output, chosen, lang, wrong)
        _write_papers(found, papers, on_paper, lang, (sample, seed))
        _note(wrong, faults)
    tell(summary(found, lang))
    if wrong or found.findings:
        raise typer.Exit(FINDINGS)


def _beside(name: str | None, columns: str | None, policy: Policy) -> list[OtherRow] | None:
    """The other ledger, where one is named."""
    if name is None:
        return None
    return read_other_ledger(name, policy, columns=_map(columns, policy))


def _map(columns: str | None, policy: Policy) -> ColumnMap:
    """The map of columns, where one is named."""
    return read_column_map(columns, policy) if columns else NO_MAP


def _reconciled(
    cases: Iterable[Case],
    ledger: Iterable[PaidRow],
    policy: Policy,
    day: date,
    others: list[str],
    beside: list[OtherRow] | None,
    level: str | None,
) -> Reconciliation:
    """What was read, reconciled."""
    paid = list(ledger)
    return reconcile(
        cases,
        [row.line for row in paid if row.line is not None],
        policy,
        as_of=day,
        others=others,
        unread=[row.unread for row in paid if row.unread is not None],
        stated_totals=[row.total for row in paid if row.total is not None],
        beside=None if beside is None else [row.line for row in beside if row.line is not None],
        level=level,
    )


def _note(wrong: list[Fault], name: str | None) -> None:
    with noting(name) as note:
        note(wrong)


def _cases(inputs: Inputs, policy: Policy) -> tuple[list[Case], list[Fault]]:
    """The cases that were read, and what is wrong with them, or with what is none, by its place."""
    cases: list[Case] = []
    wrong: list[Fault] = []
    for row in inputs.rows(policy):
        if row.case is None:
            wrong += row.faults
        else:
            wrong += map(row.placed, faults_against(row.case, policy))
            cases.append(row.case)
    return cases, wrong


def _faults_of(paid: Iterable[PaidRow | OtherRow]) -> Iterator[Fault]:
    """What is wrong with the lines of a ledger."""
    return (each for row in paid for each in row.faults)


def _form_of_papers(papers: str | None) -> str:
    """How working papers are written, by the suffix of their file."""
    suffix = "" if papers is None else Path(papers).suffix.lower().removeprefix(".")
    if papers is not None and suffix not in ("xlsx", "csv"):
        raise InvalidFile(fault("unknown_format", suffix, accepted=("xlsx", "csv")).at(file=papers))
    return suffix


def _write_papers(
    found: Reconciliation, papers: str | None, form: str, lang: Lang, drawn: tuple[int, str]
) -> None:
    if papers is None:
        return
    if form == "xlsx":
        size, seed = drawn
        _write_bytes(papers, working_papers(found, lang, size=size, seed=seed))
        return
    with written(papers, bom=True) as text:
        write_csv(headers(lang), finding_rows(found, lang), text)


def _write_bytes(name: str, content: bytes) -> None:
    with written_bytes(name) as raw:
        raw.write(content)


def _write(found: Reconciliation, output: str, form: Form, lang: Lang, faults: list[Fault]) -> None:
    if form == "table":
        show_reconciliation(found, lang)
    elif form == "xlsx":
        _write_bytes(output, workbook(found, lang, faults))
    else:
        with written(output, bom=form == "csv") as text:
            write_findings(found, text, form, lang)
