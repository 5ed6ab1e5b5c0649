"""A reconciliation on a terminal: one row per finding, totals that add up, and why."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from listing_rewards.audit.ledger import Finding, Reconciliation
from listing_rewards.audit.ledger.sentences import Sentences
from listing_rewards.errors import Lang
from listing_rewards.values.money import write_yuan
from listing_rewards.values.range import Bounds
from listing_rewards.words import say


def show_reconciliation(found: Reconciliation, lang: Lang) -> None:
    """Findings, worst first, then the totals, then why each is one, then what is to be noted."""
    sentences = Sentences(found, lang)
    console = Console(markup=False, highlight=False)
    for line in sentences.head():
        typer.echo(line)
    typer.echo("")
    if found.findings:
        console.print(_findings(found, sentences, lang))
    else:
        console.print(say("reconcile.none", lang))
    tables = [_paid(found, sentences, lang), _entitled(found, lang)]
    if found.totals.returned:
        tables.append(_gross(found, sentences, lang))
    for table in tables:
        console.print("", table, sep="\n")
    console.print("")
    for line in sentences.beside():
        typer.echo(line)
    for line in _explained(found, sentences, lang):
        typer.echo(line)


def summary(found: Reconciliation, lang: Lang) -> str:
    """How many lines there are, how many of them cannot be read, and what was found."""
    totals = found.totals
    said = say(
        "reconcile.summary",
        lang,
        lines=len(found.entries) + len(found.unread),
        unread=len(found.unread),
        findings=len(found.findings),
        beyond=write_yuan(totals.beyond),
    )
    if totals.beyond_at_least > totals.beyond:
        more = say("reconcile.beyond_at_least", lang, beyond=write_yuan(totals.beyond_at_least))
        return f"{said} {more}" if lang == "en" else said + more
    return said


def _findings(found: Reconciliation, sentences: Sentences, lang: Lang) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False)
    table.add_column(say("reconcile.number", lang), justify="right", no_wrap=True)
    table.add_column(say("reconcile.row", lang), justify="right", overflow="fold", max_width=9)
    table.add_column(say("reconcile.enterprise", lang), overflow="fold")
    table.add_column(say("reconcile.award", lang), overflow="fold")
    table.add_column(say("reconcile.finding", lang), overflow="fold")
    table.add_column(say("reconcile.yuan", lang), justify="right", no_wrap=True)
    for number, each in enumerate(found.findings, start=1):
        table.add_row(
            str(number),
            rows_of(each),
            each.enterprise,
            sentences.about(each),
            sentences.name(each.kind),
            short(each.amount, lang),
        )
    return table


def rows_of(finding: Finding) -> str:
    """The rows of the ledger that a finding is about."""
    return ", ".join(
        str(row) for row in ([each.row for each in finding.lines] or [finding.row]) if row
    )


def short(amount: Bounds, lang: Lang) -> str:
    """An amount, or a range, in digits."""
    if amount.determined:
        return write_yuan(amount.at_least)
    if not amount.at_least:
        return f"≤ {_most(amount.at_most, lang)}"
    return f"{write_yuan(amount.at_least)} – {_most(amount.at_most, lang)}"


def _most(amount: Decimal | None, lang: Lang) -> str:
    return say("reconcile.no_limit", lang) if amount is None else write_yuan(amount)


def _paid(found: Reconciliation, sentences: Sentences, lang: Lang) -> Table:
    """What the ledger paid, as the sum of the places it went to."""
    totals = found.totals
    table = Table(box=SIMPLE_HEAD, show_edge=False, show_footer=True)
    table.add_column(
        say("reconcile.paid", lang), footer=f"= {say('reconcile.in_ledger', lang)}", min_width=38
    )
    table.add_column("", footer=write_yuan(totals.paid), justify="right", no_wrap=True)
    for part in totals.parts:
        sign = "-" if part.amount < 0 else "+"
        table.add_row(f"{sign} {sentences.name(part.place)}", write_yuan(abs(part.amount)))
    return table


def _gross(found: Reconciliation, sentences: Sentences, lang: Lang) -> Table:
    """What was paid out, what came back, and what is left; by year, level and policy."""
    table = Table(box=SIMPLE_HEAD, show_edge=False)
    table.add_column(say("reconcile.control", lang), min_width=12, overflow="fold")
    for head in (
        say("reconcile.gross", lang),
        say("reconcile.came_back", lang),
        say("reconcile.net", lang),
    ):
        table.add_column(head, justify="right", no_wrap=True)
    for each in found.totals.control:
        amounts = (each.gross, each.returned, each.net)
        table.add_row(sentences.control(each), *map(write_yuan, amounts))
    return table


def _entitled(found: Reconciliation, lang: Lang) -> Table:
    """What is entitled, as the sum of what was paid of it and what was not, at both ends."""
    account = found.totals.account
    ledger, besides, entitled = account.ledger, account.besides, account.entitled
    table = Table(box=SIMPLE_HEAD, show_edge=False, show_footer=True)
    rows = (
        ("paid_of_it", ledger.entitled, ledger.entitled + ledger.undecided),
        ("besides", besides.entitled, besides.entitled + besides.undecided),
        ("unpaid", account.unpaid.at_least, account.unpaid.at_most),
    )
    table.add_column(
        say("reconcile.entitled", lang),
        footer=f"= {say('reconcile.all_entitled', lang)}",
        min_width=38,
    )
    table.add_column(
        "" if entitled.determined else say("reconcile.at_least", lang),
        footer=write_yuan(entitled.at_least),
        justify="right",
        no_wrap=True,
    )
    if not entitled.determined:
        table.add_column(
            say("reconcile.at_most", lang),
            footer=_most(entitled.at_most, lang),
            justify="right",
            no_wrap=True,
        )
    for key, least, most in rows:
        ends = [write_yuan(least)] + ([] if entitled.determined else [_most(most, lang)])
        table.add_row(f"+ {say('reconcile.part', lang, key)}", *ends)
    return table


def _explained(found: Reconciliation, sentences: Sentences, lang: Lang) -> Iterator[str]:
    """Why each finding is one, by its number, and what else is to be noted."""
    if found.findings:
        yield say("reconcile.why", lang)
    for number, each in enumerate(found.findings, start=1):
        source = sentences.source(each)
        clause = say("reconcile.clause", lang, source=source) if source else ""
        yield f"{number}. {sentences.why(each)}{clause}"
    if found.notes:
        yield ""
        yield say("reconcile.notes", lang)
    for note in found.notes:
        yield f"- {sentences.noted(note)}"
