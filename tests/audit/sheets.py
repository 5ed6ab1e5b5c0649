"""Workbooks recalculated by LibreOffice, and what their results say."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards import Assessment, Bounds, Policy
from listing_rewards.assessment import Exposure
from listing_rewards.engines.exact import assess_in_one_pass
from listing_rewards.engines.sheet.results import columns_of
from listing_rewards.errors import Lang
from listing_rewards.values.range import total
from listing_rewards.words import say

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-calc-nogui)"
)
NO_LIMIT = Decimal(10) ** 90
Lines = dict[str, tuple[str, dict[str, Bounds]]]
"""By the title of the award: its status, and its amounts by what they are."""


def recalculated(books: Mapping[str, bytes]) -> dict[str, Workbook]:
    """Each workbook, by its name, with the values that LibreOffice gives its formulas."""
    assert OFFICE is not None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for key, content in books.items():
            (folder / f"{key}.xlsx").write_bytes(content)
        subprocess.run(
            [
                OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"),
                *(str(folder / f"{key}.xlsx") for key in books),
            ],
            check=True, capture_output=True, timeout=570,
        )  # fmt: skip
        return {
            key: load_workbook(
                io.BytesIO((folder / "out" / f"{key}.xlsx").read_bytes()), data_only=True
            )
            for key in books
        }


def sheet_of(book: Workbook, key: str, lang: Lang) -> Worksheet:
    """A sheet by what it holds."""
    sheet = book[say("workbook", lang, "sheet_of", key)]
    assert isinstance(sheet, Worksheet)
    return sheet


def below(sheet: Worksheet, heading: str) -> Iterator[tuple[object, ...]]:
    """The rows below a heading and the head of its table, down to the next empty one."""
    rows = sheet.iter_rows(values_only=True)
    for row in rows:
        if row[0] == heading:
            break
    else:
        raise AssertionError(f"no {heading} on {sheet.title}")
    next(rows)
    for row in rows:
        if row[0] is None:
            return
        yield row


def number(value: object) -> Decimal:
    """A number of the sheet, exact as shown."""
    assert isinstance(value, int | float), value
    return Decimal(repr(value))


def bounds(least: object, most: object) -> Bounds:
    """A range of the sheet."""
    top = number(most)
    return Bounds(number(least), None if top >= NO_LIMIT else top)


def lines_of(book: Workbook, policy: Policy, lang: Lang, table: str = "lines") -> Lines:
    """The awards as a table of the results shows them."""
    found: Lines = {}
    for row in below(sheet_of(book, "results", lang), say("workbook", lang, table)):
        amounts, place = {}, 2
        for column in columns_of(policy):
            amounts[column.name] = bounds(row[place], row[place + column.ranges])
            place += 1 + column.ranges
        found[str(row[0])] = str(row[1]), amounts
    return found


def totals_of(book: Workbook, lang: Lang) -> dict[str, Bounds]:
    """The totals of the results, by their labels."""
    rows = below(sheet_of(book, "results", lang), say("workbook", lang, "totals"))
    return {str(row[0]): bounds(row[2], row[3]) for row in rows if row[3] is not None}


def differences(book: Workbook, answer: Assessment, lang: Lang) -> list[str]:
    """Where the recalculated results are not those of the assessment in one pass, to the fen."""
    answer = assess_in_one_pass(answer.case, answer.policy, as_of=answer.as_of)
    found = []
    lines = lines_of(book, answer.policy, lang)
    for line in answer.lines:
        title = answer.policy.award(line.award).title.say(lang)
        status, amounts = lines[title]
        if status != say("answer.status", lang, line.status):
            found.append(f"{title}: {status}, not {line.status}")
        for column in columns_of(answer.policy):
            ours, theirs = column.given(line), amounts[column.name]
            if ours != theirs:
                found.append(f"{title} {column.name}: {theirs}, not {ours}")
    totals = totals_of(book, lang)
    for name, amount in (
        ("payable", Bounds(answer.payable, answer.payable_at_most)),
        ("entitled", answer.entitled),
        ("withheld", answer.withheld),
        ("overpaid", answer.overpaid),
        ("paid", Bounds(answer.paid, answer.paid)),
    ):
        total = totals[say("workbook", lang, name)]
        if total != amount:
            found.append(f"{name}: {total}, not {amount}")
    return [
        *found,
        *_groups(book, answer, lang),
        *_levels(book, answer, lang),
        *_for_others(book, answer, lang),
        *_exposed(book, answer, lang),
    ]


def _groups(book: Workbook, answer: Assessment, lang: Lang) -> Iterator[str]:
    if not any(award.group for award in answer.policy.awards):
        return
    rows = below(sheet_of(book, "results", lang), say("workbook", lang, "groups"))
    shown = {str(row[0]): row[2:8] for row in rows}
    for group in answer.groups:
        title = answer.policy.groups[group.group].title.say(lang)
        if title not in shown:
            continue
        ends = shown[title]
        theirs = [bounds(*ends[i : i + 2]) for i in range(0, 6, 2)]
        ours = [group.entitled, group.payable, group.overpaid]
        if ours != theirs:
            yield f"{title}: {theirs}, not {ours}"


def _levels(book: Workbook, answer: Assessment, lang: Lang) -> Iterator[str]:
    if not any(award.borne_by for award in answer.policy.awards):
        return
    rows = below(sheet_of(book, "results", lang), say("workbook", lang, "levels"))
    shown = {(str(row[0]), str(row[1])): bounds(row[2], row[3]) for row in rows}
    for line in answer.lines:
        title = answer.policy.award(line.award).title.say(lang)
        for share in line.shares:
            level = shown[title, share.title.say(lang)]
            if level != share.payable:
                yield f"{title}, {share.level}: {level}, not {share.payable}"


def _for_others(book: Workbook, answer: Assessment, lang: Lang) -> Iterator[str]:
    if not any(line.of_which for line in answer.lines):
        return
    rows = below(sheet_of(book, "results", lang), say("workbook", lang, "others"))
    shown = {(str(row[0]), str(row[1])): bounds(row[2], row[3]) for row in rows}
    for line in answer.lines:
        title = answer.policy.award(line.award).title.say(lang)
        for part in line.of_which:
            who = part.recipient.say(lang)
            if shown[title, who] != part.payable:
                yield f"{title}, for {who}: {shown[title, who]}, not {part.payable}"


def _exposed(book: Workbook, answer: Assessment, lang: Lang) -> Iterator[str]:
    if not answer.exposures:
        return
    rows = below(sheet_of(book, "results", lang), say("workbook", lang, "exposures"))
    shown = {(str(row[5]), str(row[0])): row for row in rows}
    together: dict[tuple[str, str], list[Exposure]] = defaultdict(list)
    for each in answer.exposures:
        together[each.repayment, each.award].append(each)
    for (name, award), parts in together.items():
        title = answer.policy.relations.undertakings[name].title.say(lang)
        row = shown[title, answer.policy.award(award).title.say(lang)]
        theirs = bounds(row[2], row[3]), number(row[4])
        ours = total(part.amount for part in parts), sum(part.at_most for part in parts)
        if theirs != ours:
            yield f"{title}, {award}: {theirs}, not {ours}"
