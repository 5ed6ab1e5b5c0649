"""The workbook in an auditor's hands: what is locked, what no formula reads, what is assumed."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from audit.sheets import needs_office, recalculated, sheet_of
from listing_rewards import Case, assess, load_policy
from listing_rewards.engines.sheet import workbook
from listing_rewards.errors import Lang
from listing_rewards.words import say

LANGS: list[Lang] = ["en", "zh"]
LISTED = [{"kind": "neeq_listed", "on": "2023-09-15"}]
FACT_COLUMNS = 3


def book(lang: Lang = "zh", as_of: date = date(2025, 12, 31), **facts: Any) -> Workbook:
    """The workbook of a case under the illustrative policy."""
    case = Case.model_validate({"enterprise": {"name": "示例甲公司"}, "events": LISTED} | facts)
    answer = assess(case, load_policy("zhanjiang-bse-2023-illustrative"), as_of=as_of)
    return load_workbook(io.BytesIO(workbook(answer, lang=lang)))


def saved(changed: Workbook) -> bytes:
    """Its bytes."""
    target = io.BytesIO()
    changed.save(target)
    return target.getvalue()


def said(key: str, *variant: str) -> str:
    """A phrase of the workbook in Chinese."""
    return say("workbook", "zh", key, *variant)


def row_of(page: Any, text: str) -> int:
    """The row whose first cell says this."""
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == text)


@pytest.mark.parametrize("lang", LANGS)
def test_formulas_are_locked_and_facts_are_not(lang: Lang) -> None:
    """On every sheet, without a password; what is yellow may be changed."""
    made = book(lang)
    for page in made.worksheets:
        assert page.protection.sheet
        assert page.protection.password is None
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert cell.protection.locked, (page.title, cell.coordinate)
    facts = sheet_of(made, "facts", lang)
    (listed,) = (
        cell
        for row in facts.iter_rows()
        for cell in row
        if cell.value == date(2023, 9, 15) or str(cell.value).startswith("2023-09-15")
    )
    assert not listed.protection.locked


@needs_office
def test_what_stands_in_a_row_that_no_formula_reads() -> None:
    """Just below the events, or the payments: counted, and the result says not to be used."""
    made = {}
    for name, section, spare in (("events", "events", 20), ("payments", "payments", 10)):
        changed = book()
        facts = sheet_of(changed, "facts", "zh")
        first = row_of(facts, said(section)) + 2
        below = first + spare + (1 if name == "events" else 0)
        facts.cell(below, 1).value = "北交所上市"
        made[name] = saved(changed)
    made["honest"] = saved(book())
    results = recalculated(made)
    for name, found in results.items():
        page = sheet_of(found, "results", "zh")
        read = page.cell(row_of(page, said("input_check")), 2).value
        assert (read == said("inputs_fine")) == (name == "honest"), (name, read)
        if name != "honest":
            assert str(read) == f"1 {said('inputs_wrong')}"


@needs_office
def test_a_law_on_a_payment_still_to_be_made() -> None:
    """付款时须审核 where only paying it now would touch it; 不涉及 where nothing is to be paid."""
    made = {
        "to pay": saved(book()),
        "paid": saved(
            book(payments=[{"award": "neeq_listed", "on": "2024-01-10", "amount": "50万元"}])
        ),
        "touched": saved(
            book(payments=[{"award": "neeq_listed", "on": "2024-09-10", "amount": "50万元"}])
        ),
    }
    bearings = {}
    for name, found in recalculated(made).items():
        page = sheet_of(found, "notices", "zh")
        (cell,) = (
            row[6]
            for row in page.iter_rows(min_row=3)
            if str(row[0].value).endswith("公平竞争审查条例》")
        )
        bearings[name] = cell.value
        assert "付款时须审核" in cell.number_format
    assert bearings == {"to pay": 0.5, "paid": 0, "touched": 1}


@needs_office
def test_what_is_presumed_is_assumed() -> None:
    """假定 in place of the clause as long as nothing is stated; the clause once it is."""
    made = {"silent": saved(book()), "stated": saved(book(flags={"eligible": True}))}
    clauses = {}
    for name, found in recalculated(made).items():
        page = sheet_of(found, "calculation", "zh")
        (row,) = (
            row
            for row in page.iter_rows()
            if "符合条件" in str(row[1].value)
            and row[5].value
            and row[0].value
            and str(row[0].value).startswith("1.")
        )
        clauses[name] = row[5].value
    assert clauses["silent"] == said("assumed")
    assert clauses["stated"] != said("assumed")
    facts = sheet_of(book(), "facts", "zh")
    told = facts.cell(row_of(facts, "符合条件"), FACT_COLUMNS).value
    assert "假定" in str(told)
