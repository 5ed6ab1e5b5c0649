"""Another case, or another number of the policy, typed into a workbook as an auditor would."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from audit.sheets import sheet_of
from listing_rewards import Case, Policy
from listing_rewards.errors import Lang
from listing_rewards.words import say


def opened(content: bytes) -> Workbook:
    """A workbook with its formulas."""
    return load_workbook(io.BytesIO(content))


def closed(book: Workbook) -> bytes:
    """The workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def enter_case(book: Workbook, case: Case, policy: Policy, as_of: date, lang: Lang) -> None:
    """Write another case into the yellow cells of the facts, and nothing else."""
    sheet = sheet_of(book, "facts", lang)
    answers = {True: say("workbook", lang, "yes"), False: say("workbook", lang, "no")}
    _fill(sheet, say("workbook", lang, "enterprise"), 0, {say("workbook", lang, "as_of"): as_of})
    figures = {kind.say(lang): case.figures.get(name) for name, kind in policy.figures.items()}
    flags = {
        kind.say(lang): answers[case.flags[name]] if name in case.flags else None
        for name, kind in policy.flags.items()
    }
    attributes = {
        kind.say(lang): kind.values[case.attributes[name]].say(lang)
        if name in case.attributes
        else None
        for name, kind in policy.attributes.items()
    }
    approved = {
        award.title.say(lang): case.approved.get(award.id)
        for award in policy.awards
        if award.is_a_ceiling
    }
    absent = {
        kind.say(lang): answers[True] if name in case.absent else None
        for name, kind in policy.events.items()
    }
    for key, values in (
        ("figures", figures),
        ("flags", flags),
        ("attributes", attributes),
        ("approved", approved),
        ("absent", absent),
    ):
        if values:
            _fill(sheet, say("workbook", lang, key), 1, values)
    events = [(policy.events[e.kind].say(lang), e.on, e.amount, None) for e in case.events]
    _list(sheet, say("workbook", lang, "events"), events)
    titles = {award.id: award.title.say(lang) for award in policy.awards}
    paid = [(titles.get(p.award, p.award), p.on, p.amount, p.policy) for p in case.payments]
    _list(sheet, say("workbook", lang, "payments"), paid)


def enter_number(book: Workbook, path: str, value: Decimal | date | int | str, lang: Lang) -> None:
    """Write another number of the policy, by its place in the document."""
    sheet = sheet_of(book, "numbers", lang)
    found = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 5).value == path]
    assert len(found) == 1, path
    sheet.cell(found[0], 2).value = value


def _heading(sheet: Worksheet, text: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == text)


def _fill(sheet: Worksheet, heading: str, heads: int, values: Mapping[str, object]) -> None:
    """The second cell of the rows below a heading whose labels are given."""
    row = _heading(sheet, heading) + 1 + heads
    left = dict(values)
    while left and row <= sheet.max_row:
        label = str(sheet.cell(row, 1).value)
        if label in left:
            sheet.cell(row, 2).value = left.pop(label)  # type: ignore[assignment]
        row += 1
    assert not left, f"not below {heading}: {list(left)}"


def _list(sheet: Worksheet, heading: str, rows: Sequence[tuple[object, ...]]) -> None:
    """The rows of a table, from its first on; what is left of the table becomes empty."""
    first = _heading(sheet, heading) + 2
    for row, values in zip(_table(sheet, first), _padded(rows), strict=False):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value  # type: ignore[assignment]
    assert len(rows) <= len(list(_table(sheet, first))), "more rows than the table has"


def _table(sheet: Worksheet, first: int) -> Iterator[int]:
    """The rows of a table whose cells may be changed."""
    row = first
    while sheet.cell(row, 2).style == "lr_input_day":
        yield row
        row += 1


def _padded(rows: Sequence[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    yield from rows
    while True:
        yield (None, None, None, None)
