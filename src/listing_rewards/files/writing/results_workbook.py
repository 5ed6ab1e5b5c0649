"""Answers as a workbook: what is published, every enterprise, every award, totals, findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.errors import InvalidFile, Lang, fault
from listing_rewards.files.outcomes import Tally
from listing_rewards.files.reading.columns import ROLES
from listing_rewards.files.spreadsheet.table import Table, Value
from listing_rewards.files.spreadsheet.tables import add_table, empty_book, saved
from listing_rewards.files.writing.answer_tables import (
    AWARDS,
    ENTERPRISES,
    FINDINGS,
    TOTALS,
    Answered,
    AnyTable,
    Names,
    TableName,
    award_rows,
    columns_of_table,
    enterprise_rows,
    total_rows,
)
from listing_rewards.files.writing.answer_tables import Value as Plain
from listing_rewards.files.writing.hand_in_sheets import (
    HandIn,
    add_counties,
    add_payments,
    add_publication,
)
from listing_rewards.files.writing.settings import NO_SETTINGS, Settings
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.money import ZERO, exact
from listing_rewards.words import say

_MOST_ROWS = 1_000_000
_HANDED_IN = {
    "publication": add_publication, "payments": add_payments, "counties": add_counties
}  # fmt: skip


class Results(NamedTuple):
    """What a run came to.

    Attributes:
        answers: the answers, in order.
        tally: what became of the rows.
        findings: what was found, as rows of `FINDINGS`.
        carried: the titles of what is carried beside the enterprises.
        settings: what the office adds to the tables it hands in.
    """

    answers: Sequence[Answered]
    tally: Tally
    findings: Sequence[Sequence[Plain]]
    carried: Sequence[str] = ()
    settings: Settings = NO_SETTINGS


def results_workbook(
    results: Results,
    policy: Policy,
    *,
    as_of: date,
    lang: Lang,
    tables: Sequence[AnyTable],
    with_codes: bool,
) -> bytes:
    """The file; the same answers give the same bytes.

    Totals and findings are tables of their own.

    Raises:
        InvalidFile: there are more rows than a sheet holds.
    """
    _refuse_too_many(results.answers)
    book = empty_book(lang)
    made_of = HandIn(
        *(results.answers, results.tally.faulty, policy, as_of, lang, results.settings, with_codes)
    )
    for table in tables:
        if table in _HANDED_IN:
            _HANDED_IN[table](book, made_of)
        elif table == "totals":
            add_table(book, _totals(results.tally, policy, as_of, lang), lang)
        elif table == "findings":
            add_table(book, _findings(results.findings, lang), lang)
        elif table in ("enterprises", "awards"):
            add_table(book, _table(table, results, lang), lang)
    book.calculation.fullCalcOnLoad = True
    return saved(book, as_of)


def _table(table: TableName, results: Results, lang: Lang) -> Table:
    """The enterprises or the awards, with totals of what is in yuan."""
    carried = tuple(results.carried)
    columns = columns_of_table(table, with_codes=True, carried=carried)
    rows: list[list[Value]] = []
    for each in results.answers:
        names = Names(Phrasing(each.answer, lang))
        found = (
            enterprise_rows(each, names, carried)
            if table == "enterprises"
            else award_rows(each, names)
        )
        rows += ([value if value != "" else None for value in row] for row in found)
        _refuse_too_many(rows)
    ids = {"award": "award_id"} if table == "awards" else {}
    headers = [_header(column, ids, lang) for column in columns]
    sums = [_sum(name, [row[place] for row in rows], lang) for place, name in enumerate(columns)]
    total = [say("results.total", lang), *sums[1:]] if rows else []
    return Table(say("results.sheet", lang, table), headers, rows, total, frozen="C2")


def _header(column: str, ids: Mapping[str, str], lang: Lang) -> str:
    """The header of a column; what is carried has its own title, or one that is known by name."""
    if column in ROLES:
        return say("results.carried", lang, column)
    known = column in ENTERPRISES or column in AWARDS
    return say("results.label", lang, ids.get(column, column)) if known else column


_YUAN = frozenset(
    part + end
    for part in ("entitled", "paid", "payable", "overpaid", "withheld")
    for end in ("", "_at_most")
) | {"applied"}


@exact
def _sum(column: str, values: Iterable[Value], lang: Lang) -> str | Decimal | None:
    """The total of a column of yuan; that there is none, where one of them has no limit."""
    if column not in _YUAN:
        return None
    total = ZERO
    for value in values:
        if value is None and column == "applied":
            continue
        if not isinstance(value, Decimal):
            return say("results.no_limit", lang)
        total += value
    return total


def _totals(tally: Tally, policy: Policy, as_of: date, lang: Lang) -> Table:
    """What became of the rows, and what they come to."""
    rows: list[list[Value]] = [[say("results.policy_title", lang), policy.document.title.say(lang)]]
    for key, value in total_rows(tally, policy, as_of):
        rows.append(
            [
                say("results.label", lang, key),
                say("results.no_limit", lang) if value is None else value,
            ]
        )
    return Table(
        say("results.sheet", lang, "totals"),
        [say("results.label", lang, key) for key in TOTALS],
        rows,
    )


def _findings(findings: Sequence[Sequence[Plain]], lang: Lang) -> Table:
    """Every fault, and every line that was not read, with its place."""
    _refuse_too_many(findings)
    rows: list[list[Value]] = [[value or None for value in row] for row in findings]
    return Table(
        say("results.sheet", lang, "findings"),
        [say("results.label", lang, key) for key in FINDINGS],
        rows,
    )


def _refuse_too_many(rows: Sequence[object]) -> None:
    if len(rows) > _MOST_ROWS:
        raise InvalidFile(fault("too_many_rows_for_a_sheet", most=f"{_MOST_ROWS:,}"))
