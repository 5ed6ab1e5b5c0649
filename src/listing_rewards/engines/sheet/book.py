"""The workbook of one assessment: facts, the policy's numbers, and a formula for every amount."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.assessment import Assessment
from listing_rewards.engines.exact import assess_in_one_pass
from listing_rewards.engines.sheet.bench import Bench
from listing_rewards.engines.sheet.calculation import Calculation
from listing_rewards.engines.sheet.events import Events
from listing_rewards.engines.sheet.facts import FactSheet
from listing_rewards.engines.sheet.guide import write_guide
from listing_rewards.engines.sheet.inputs import input_checks
from listing_rewards.engines.sheet.machine import SheetMachine
from listing_rewards.engines.sheet.notices import NoticeSheet
from listing_rewards.engines.sheet.numbers import Numbers
from listing_rewards.engines.sheet.results import ResultSheet
from listing_rewards.engines.sheet.shares import level_rows, rows_for_others
from listing_rewards.engines.sheet.summary import summary
from listing_rewards.engines.sheet.undertakings import exposure_rows
from listing_rewards.errors import Lang
from listing_rewards.files.spreadsheet.sheet import plain
from listing_rewards.files.spreadsheet.styles import add_styles, fit_rows, protect
from listing_rewards.files.spreadsheet.tables import saved
from listing_rewards.meaning.awards import Awards
from listing_rewards.meaning.settling import settlements
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

_SHEETS = ("results", "facts", "numbers", "events_sheet", "calculation", "notices", "guide")
_DIGITS, _LARGEST = 15, 10**12
_FIRST_DAY = date(1900, 3, 1)


def built(assessment: Assessment, lang: Lang) -> bytes:
    """The workbook; as `workbook` says."""
    shown = assess_in_one_pass(assessment.case, assessment.policy, as_of=assessment.as_of)
    words = Phrasing(shown, lang)
    book = Workbook()
    book.remove(book.worksheets[0])
    add_styles(book, lang)
    sheets = {key: book.create_sheet(say("workbook", lang, "sheet_of", key)) for key in _SHEETS}
    results = ResultSheet(sheets["results"], words)
    results.narrower(assessment)
    notices = NoticeSheet(sheets["notices"], words)
    reasons = [say("workbook", lang, key, given=given) for key, given in not_computable(assessment)]
    if reasons:
        for key in ("facts", "numbers", "events_sheet", "calculation"):
            book.remove(sheets[key])
        results.written(reasons)
        notices.write(None, ())
    else:
        _live(sheets, words, results, notices)
    write_guide(sheets["guide"], words)
    for sheet in book.worksheets:
        fit_rows(sheet)
        protect(sheet)
    title = say("workbook", lang, "title", name=assessment.case.enterprise.name)
    book.properties.title = plain(title)
    book.properties.creator = f"listing_rewards {assessment.version}"
    book.calculation.fullCalcOnLoad = True
    return saved(book, assessment.as_of)


def _live(
    sheets: dict[str, Worksheet], words: Phrasing, results: ResultSheet, notices: NoticeSheet
) -> None:
    """The sheets of formulas, each from those before it."""
    numbers = Numbers(sheets["numbers"], words)
    facts = FactSheet(sheets["facts"], words, numbers.award_titles).write()
    events = Events(sheets["events_sheet"], words, facts, numbers)
    calculation = Calculation(sheets["calculation"], words)
    bench = Bench(words, words.policy, facts, events, numbers, calculation)
    machine = SheetMachine(bench)
    totals = settlements(Awards(machine))
    in_all = summary(machine, totals)
    levels = list(level_rows(machine, totals))
    others = list(rows_for_others(machine, totals))
    exposures = exposure_rows(machine.register)
    notices.write(bench, totals)
    results.live(calculation, totals, in_all, events.paid, input_checks(bench))
    results.parts("levels", "level", calculation, levels)
    results.parts("others", "recipient", calculation, others)
    results.exposures(calculation, exposures)


def not_computable(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Why a sheet could not compute this exactly: a phrase and what it is about."""
    for payment in assessment.case.payments:
        if payment.amount < 0:
            yield "money_returned", f"{-payment.amount:,f}"
    for name, figure in assessment.policy.figures.items():
        if figure.yearly or figure.made:
            yield "figure_made", name
    stated = (assessment.case.model_dump(), assessment.policy.model_dump(), assessment.as_of)
    for value in dict.fromkeys(_within(stated)):
        if isinstance(value, date) and value < _FIRST_DAY:
            yield "early_day", value.isoformat()
        if isinstance(value, Decimal) and abs(value) >= _LARGEST:
            yield "large_number", f"{value:,f}"
        elif isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) > _DIGITS:
            yield "long_number", f"{value:,f}"


def _within(value: object) -> Iterator[date | Decimal]:
    """Every day and number in a document."""
    if isinstance(value, Mapping):
        yield from (found for each in value.values() for found in _within(each))
    elif isinstance(value, tuple | list):
        yield from (found for each in value for found in _within(each))
    elif isinstance(value, date | Decimal):
        yield value
