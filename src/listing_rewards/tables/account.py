"""What became of a run, as tables: its totals, and everything that was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from listing_rewards.errors import Fault, Lang
from listing_rewards.policy.model import Policy
from listing_rewards.tables.answer_words import say
from listing_rewards.tables.answers import Columns, TableName, Value
from listing_rewards.tables.codes import well_built
from listing_rewards.tables.rows import Outcome, Tally, short_place

AnyTable: TypeAlias = Literal[TableName, "totals", "findings"]
EVERY_TABLE: tuple[AnyTable, ...] = (
    "publication", "enterprises", "awards", "totals", "findings",
)  # fmt: skip
TOTALS: Columns = ("what", "value")
FINDINGS: Columns = ("row", "cell", "column", "code", "finding")


def total_rows(tally: Tally, policy: Policy, as_of: date) -> Iterator[tuple[str, Value]]:
    """Each total and its value: numbers of rows, and amounts in yuan; None for no known limit."""
    yield "policy", policy.id
    yield "as_of", as_of
    yield "rows_read", tally.read
    yield "rows_assessed", tally.assessed
    yield "rows_open", tally.open
    yield "rows_faulty", tally.faulty
    yield "rows_aside", len(tally.aside)
    yield "assumed_answers", tally.assumed
    yield "payable", tally.payable
    yield "payable_at_most", tally.payable_at_most
    yield "published", tally.published
    yield "paid", tally.paid
    yield "overpaid", tally.overpaid
    yield "withheld", tally.withheld.at_least


def findings_of(outcome: Outcome, lang: Lang) -> Iterator[list[Value]]:
    """Each fault of a row, and what else must be known of it, in the order of `FINDINGS`."""
    yield from (_of_fault(each, lang) for each in outcome.faults)
    place = outcome.row.place
    aside = outcome.row.aside
    if aside == "hidden_column":
        yield _finding(place, aside, lang)
    elif aside is not None and aside != "hidden_row":
        yield _finding(place, f"not_read_{aside}", lang)
    if outcome.row.hidden or aside == "hidden_row":
        yield _finding(place, "hidden_row", lang)
    code = outcome.assessment.case.enterprise.uscc if outcome.assessment else None
    if code and not well_built(code):
        yield _finding(place, "credit_code", lang, given=code)


def repeated(tally: Tally, lang: Lang) -> Iterator[list[Value]]:
    """Each enterprise that stands in more than one row, known when all rows have passed."""
    for key, places in tally.enterprises.twice():
        yield _finding(places[0], "same_enterprise", lang, who=key, places=", ".join(places))


def _of_fault(each: Fault, lang: Lang) -> list[Value]:
    place = short_place(each.file, each.sheet, each.row)
    return [place, each.cell, each.column or each.path, each.code, each.statement(lang)]


def _finding(place: str, code: str, lang: Lang, **values: str) -> list[Value]:
    return [place, "", "", code, say(lang, code, **values)]
