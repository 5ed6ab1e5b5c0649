"""The application form as a workbook: three sheets to fill in, and one that explains them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.errors import Lang
from listing_rewards.files.reading.grid import column_letter
from listing_rewards.files.spreadsheet.sheet import Paper, address
from listing_rewards.files.spreadsheet.styles import (
    Look,
    fit_rows,
    rows_of_a_page,
    set_up,
    spread_out,
)
from listing_rewards.files.spreadsheet.tables import empty_book, saved
from listing_rewards.files.writing.form import BESIDE, Form, FormColumn, Holds, Sheet, form_of
from listing_rewards.files.writing.form_guide import examples, guidance, hint
from listing_rewards.files.writing.settings import NO_SETTINGS, Settings
from listing_rewards.policy.model import Policy
from listing_rewards.words import say

ROWS = 200
"""The rows that are ready to be filled in; more can be added below."""
_CHECKED = 5000
"""The last row whose entries are checked."""
_HEAD = 3
_ROW_HEIGHT = 18
_WIDTHS: Mapping[Holds, int] = {
    "number": 8, "text": 14, "code": 20, "digits": 19, "day": 12, "amount": 15, "percent": 12,
    "count": 12, "yes_no": 10, "choice": 20, "remarks": 16,
}  # fmt: skip
_NAME_WIDTH, _ABSENT_WIDTH = 26, 18
_INPUTS: Mapping[Holds, Look] = {
    "number": "input_number", "text": "input_text", "code": "input_code", "digits": "input_code",
    "day": "input_day",
    "amount": "input_wan", "percent": "input_number", "count": "input_number",
    "yes_no": "input_choice", "choice": "input_choice", "remarks": "input_text",
}  # fmt: skip
_EXAMPLES: Mapping[Holds, Look] = {
    "day": "example_day", "amount": "example_amount", "percent": "example_amount",
    "count": "example_amount",
}  # fmt: skip
_OF_ROLES = {"contact": 11, "phone": 14}
_SEALED, _SEALED_WIDTH, _SEALED_HEIGHT = 4, 23, 105
"""The columns of the sheet that is sealed, the width of each, and the height of what is signed."""
_GUIDE = ("place", "header", "what", "unit", "empty", "silence", "clause")
_GUIDE_WIDTHS = (14, 34, 44, 22, 18, 44, 30)


def form_workbook(
    policy: Policy, lang: Lang, *, evidence: bool = False, settings: Settings = NO_SETTINGS
) -> bytes:
    """The form; the same policy and settings give the same bytes."""
    asked = BESIDE if settings.form_columns is None else settings.form_columns.split(", ")
    book, form = empty_book(lang), form_of(policy, lang, evidence=evidence, asked=asked)
    titles: dict[Sheet, str] = {"enterprises": settings.form_title}
    made = {
        sheet: _to_fill_in(book, columns, sheet, policy, lang, title=titles.get(sheet, ""))
        for sheet, columns in form.tables
    }
    _to_seal(book, policy, lang, settings)
    choices = _guide(book, form, policy, lang)
    for sheet, columns in form.tables:
        for number, column in enumerate(columns, start=1):
            check = _check(column, choices.get(column.header, ""), lang)
            if check is not None:
                letter = column_letter(number)
                check.add(f"{letter}{_HEAD + 2}:{letter}{_CHECKED}")
                made[sheet].add_data_validation(check)
    return saved(book, policy.in_force.first)


def _to_fill_in(
    book: Workbook,
    columns: Sequence[FormColumn],
    sheet: Sheet,
    policy: Policy,
    lang: Lang,
    *,
    title: str,
) -> Worksheet:
    """A sheet with title, note, header, hints, an example, and rows to be filled in."""
    paper = Paper(book.create_sheet(say("form.sheet", lang, sheet)))
    widths = [_width(column) for column in columns]
    set_up(paper.sheet, widths, frozen=f"C{_HEAD + 1}", heads=_HEAD, lang=lang)
    spread_out(paper.sheet, widths)
    title = title or say("form.title", lang, sheet, title=policy.document.title.say(lang))
    shown = min(len(columns), 8)
    paper.across(title, shown, "title")
    paper.across(say("form.note", lang, sheet, unit=say("form.unit", lang)), shown, "note")
    paper.line(*(column.header for column in columns), look="head")
    paper.line(say("form.hint", lang), *(hint(each, lang) for each in columns[1:]), look="hint")
    for number, (column, value) in enumerate(
        zip(columns, examples(columns, sheet, policy, lang), strict=True), start=1
    ):
        paper.put(number, value, _EXAMPLES.get(column.holds, "example_text"))
    fit_rows(paper.sheet)
    for number, column in enumerate(columns, start=1):
        if _INPUTS[column.holds] == "input_code":
            paper.sheet.column_dimensions[column_letter(number)].number_format = "@"
    for _ in range(ROWS):
        paper.row += 1
        paper.sheet.row_dimensions[paper.row].height = _ROW_HEIGHT
        for number, column in enumerate(columns, start=1):
            paper.put(number, None, _INPUTS[column.holds])
    printed = rows_of_a_page(paper.sheet, widths, _ROW_HEIGHT)
    paper.sheet.print_area = f"A1:{column_letter(len(columns))}{printed}"
    return paper.sheet


def _to_seal(book: Workbook, policy: Policy, lang: Lang, settings: Settings) -> None:
    """The sheet that goes with the printed form: what is declared, the seal, the reviews."""
    paper = Paper(book.create_sheet(say("form.sheet", lang, "declaration")))
    set_up(paper.sheet, [_SEALED_WIDTH] * _SEALED, frozen=None, heads=None, lang=lang)
    paper.sheet.page_setup.orientation = "portrait"
    document = policy.document.title.say(lang)
    title = settings.form_title or say("form.title", lang, "enterprises", title=document)
    _over_all(paper, title, "heading")
    _over_all(paper, say("form.note", lang, "declaration"), "note")
    declared, seal = settings.declaration, say("form.sealed", lang, "seal")
    declared = say("form.declared", lang) if declared is None else declared
    _block(paper, say("form.sealed", lang, "declaration"), declared, seal)
    review, signed = say("form.sealed", lang, "review"), say("form.sealed", lang, "signed")
    county = say("form.sealed", lang, "county")
    city = say("form.sealed", lang, "city")
    for usual, own in ((county, settings.county_review), (city, settings.city_review)):
        if heading := usual if own is None else own:
            _block(paper, heading, review, signed)
    fit_rows(paper.sheet)
    for row in range(1, paper.row):
        if paper.sheet.cell(row, 1).style == "lr_sealed":
            paper.sheet.row_dimensions[row].height = _SEALED_HEIGHT


def _block(paper: Paper, heading: str, text: str, signed: str) -> None:
    """A heading, a cell to write into, and below it who signs."""
    paper.row += 1
    paper.across(heading, _SEALED, "section")
    for each in filter(None, (text, signed)):
        _over_all(paper, each, "sealed")


def _over_all(paper: Paper, text: str, look: Look) -> None:
    """A text in one cell as wide as the sheet."""
    row = paper.row
    paper.across(text, _SEALED, look)
    if look != "note":
        paper.sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_SEALED)


def _width(column: FormColumn) -> int:
    kind = column.column.kind if column.column else ""
    if column.column is not None and kind == "carried" and column.column.of in _OF_ROLES:
        return _OF_ROLES[column.column.of]
    widths = {"name": _NAME_WIDTH, "absent": _ABSENT_WIDTH}
    return widths.get(kind, _WIDTHS[column.holds])


def _guide(book: Workbook, form: Form, policy: Policy, lang: Lang) -> Mapping[str, str]:
    """The sheet that explains the columns; answers where the choices of a column stand."""
    paper = Paper(book.create_sheet(say("form.sheet", lang, "guide")))
    set_up(paper.sheet, _GUIDE_WIDTHS, frozen=None, heads=None, lang=lang)
    paper.across(say("form.title", lang, "guide"), len(_GUIDE), "title")
    paper.across(say("form.note", lang, "guide", policy=policy.id), len(_GUIDE), "note")
    for sheet, columns in form.tables:
        paper.row += 1
        paper.across(say("form.sheet", lang, sheet), len(_GUIDE), "section")
        paper.line(*(say("form.guide", lang, key) for key in _GUIDE), look="head")
        for number, column in enumerate(columns, start=1):
            quoted = say("form.guide_quoted", lang, header=column.header)
            guide = guidance(column, sheet, policy, lang)
            paper.line(column_letter(number), quoted, *guide)
    paper.row += 1
    paper.across(say("form.guide_values", lang), len(_GUIDE), "section")
    choices = _values(paper, form, lang)
    fit_rows(paper.sheet)
    return choices


def _values(paper: Paper, form: Form, lang: Lang) -> Mapping[str, str]:
    """Each column's choices below one another; answers their ranges by header."""
    ranges: dict[str, str] = {}
    for column in (*form.enterprises, *form.events, *form.payments):
        if column.holds != "choice":
            continue
        first = paper.row
        for choice in column.choices:
            paper.line(None, say("form.guide_quoted", lang, header=column.header), choice)
        ranges[column.header] = address(paper.sheet, f"C{first}:C{paper.row - 1}")
    return ranges


def _numeric(least: str) -> DataValidation:
    return DataValidation("decimal", operator="between", formula1=least, formula2="1E+15")


def _check(column: FormColumn, choices: str, lang: Lang) -> DataValidation | None:
    """What is checked as a cell is filled in."""
    match column.holds:
        case "day":
            check = DataValidation("date", operator="between", formula1="1", formula2="109575")
        case "amount":
            negative = column.column is not None and column.column.kind == "figure"
            check = _numeric("-1E+15" if negative else "0")
        case "count":
            check = _numeric("-1E+15")
        case "yes_no":
            check = DataValidation("list", formula1=f'"{",".join(column.choices)}"')
        case "choice":
            check = DataValidation("list", formula1=choices)
        case "code":
            check = DataValidation("textLength", operator="equal", formula1="18")
            check.errorStyle = "warning"
        case _:
            return None
    check.allow_blank = True
    check.showErrorMessage = True
    check.error = say("form.wrong", lang, column.holds)
    check.errorTitle = column.header[:32]
    return check
