"""A table of enterprises as a page shows it: each row's result or faults, and the workbook."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from listing_rewards.errors import Fault, InvalidFile, Lang, ListingRewardsError, fault
from listing_rewards.files.outcomes import Outcome, Tally, assess_rows
from listing_rewards.files.reading import read_rows
from listing_rewards.files.reading.grid import Line, column_letter, csv_grid
from listing_rewards.files.reading.workbook_sheets import open_workbook
from listing_rewards.files.streams import Held, is_workbook, open_text
from listing_rewards.files.writing.answer_tables import EVERY_TABLE, Answered, Value, findings_of
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.service.desk import Limits, TooLarge

_AROUND = 2
"""So many columns are drawn on each side of a cell."""


class Picture(NamedTuple):
    """A cell as it stands in its table: the letters above, the number beside, the cells around.

    Attributes:
        letters: of the columns that are drawn.
        row: the number of the line.
        cells: what stands in them.
        marked: which of them it is about; -1 where it is about the line.
    """

    letters: tuple[str, ...]
    row: int
    cells: tuple[str, ...]
    marked: int


class Told(NamedTuple):
    """A fault in words, with its cell where it has one."""

    sentence: str
    picture: Picture | None


class Result(NamedTuple):
    """A row of the table.

    Attributes:
        place: where it stands.
        name: the enterprise; empty where it could not be read.
        payable: what is payable in words; empty where there is no answer.
        determined: whether that is one amount.
        awards: each award that applies or may, with its amount in words.
        needs: what is missing.
        faults: what is wrong.
    """

    place: str
    name: str
    payable: str
    determined: bool
    awards: tuple[str, ...]
    needs: tuple[str, ...]
    faults: tuple[Told, ...]


class Answers(NamedTuple):
    """A table's answers.

    Attributes:
        results: a row each.
        tally: what they come to.
        payable: the certain total in words.
        workbook: the results as a workbook, as a ``data:`` address; empty without the extra.
        keep_as: the workbook's name.
    """

    results: tuple[Result, ...]
    tally: Tally
    workbook: str
    keep_as: str


def table_of(
    name: str, content: bytes, policy: Policy, as_of: date, lang: Lang, limits: Limits
) -> Answers:
    """What becomes of every row of a table that was sent.

    Args:
        name: its name, whose suffix says what it is: xlsx, csv, json or jsonl.
        content: its bytes.
        policy: the policy.
        as_of: the as-of date.
        lang: the language of what is said.
        limits: how many rows are taken.

    Raises:
        InvalidFile: it cannot be used as a whole.
        TooLarge: it has more rows than are taken.
    """
    held = Held(name, content)
    tally = Tally()
    outcomes = []
    for outcome in assess_rows(read_rows(held, policy), policy, as_of=as_of):
        tally.count(outcome)
        outcomes.append(outcome)
        if tally.read > limits.lines:
            raise TooLarge(fault("too_many_lines", tally.read, most=limits.lines))
    pictures = _Pictures(held, [each for outcome in outcomes for each in outcome.faults])
    shown = [each for each in outcomes if not each.row.aside]
    return Answers(
        tuple(_result(each, pictures, lang) for each in shown),
        tally,
        _workbook(outcomes, tally, policy, as_of, lang),
        f"{name.rpartition('.')[0]}-results.xlsx",
    )


def _result(outcome: Outcome, pictures: _Pictures, lang: Lang) -> Result:
    faults = tuple(Told(each.sentence(lang), pictures.of(each)) for each in outcome.faults)
    place = outcome.row.place.partition(":")[2] or outcome.row.place
    answer = outcome.assessment
    if answer is None:
        name = outcome.row.case.enterprise.name if outcome.row.case else ""
        return Result(place, name, "", False, (), (), faults)  # noqa: FBT003
    words = answer.in_words(lang)
    colon = Phrasing(answer, lang).colon
    awards = tuple(f"{each.title}{colon}{each.payable}" for each in words.awards if each.applies)
    needs = tuple(each.sentence for each in words.needs)
    return Result(place, words.enterprise, words.payable, words.determined, awards, needs, faults)


def _workbook(
    outcomes: Iterable[Outcome], tally: Tally, policy: Policy, as_of: date, lang: Lang
) -> str:
    try:
        from listing_rewards.files.writing.results_workbook import Results, results_workbook
    except ModuleNotFoundError:
        return ""
    findings: list[list[Value]] = []
    answers: list[Answered] = []
    for outcome in outcomes:
        findings += findings_of(outcome, lang)
        if outcome.assessment is not None:
            answers.append(Answered(outcome.row.place, outcome.assessment))
    content = results_workbook(
        Results(answers, tally, findings),
        policy,
        as_of=as_of,
        lang=lang,
        tables=EVERY_TABLE,
        with_codes=False,
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


class _Pictures:
    """The lines of a table about which something is said, as they stand there."""

    def __init__(self, held: Held, faults: Iterable[Fault]) -> None:
        wanted: dict[str, set[int]] = {}
        for each in faults:
            if each.row:
                wanted.setdefault(each.sheet, set()).add(each.row)
        self._lines: dict[tuple[str, int], Line] = {}
        if wanted:
            for sheet, line in _lines_of(held, wanted):
                self._lines[sheet, line.row] = line

    def of(self, found: Fault) -> Picture | None:
        """The cell of a fault with those around it."""
        line = self._lines.get((found.sheet, found.row))
        if line is None:
            return None
        texts = [each.text for each in line.cells]
        at = self._column(found, texts)
        first = max(at - _AROUND, 0)
        last = first + 2 * _AROUND + 1
        cells = tuple((texts + [""] * last)[first:last])
        letters = tuple(column_letter(n + 1) for n in range(first, last))
        return Picture(letters, found.row, cells, at - first if at >= 0 else -1)

    @staticmethod
    def _column(found: Fault, texts: list[str]) -> int:
        """The number of the column that a fault is about, from 0; -1 where it is about none."""
        letters = found.cell.rstrip("0123456789")
        if letters:
            number = 0
            for letter in letters:
                number = number * 26 + ord(letter) - ord("A") + 1
            return number - 1
        return texts.index(found.given) if found.given in texts else -1


def _lines_of(held: Held, wanted: dict[str, set[int]]) -> Iterator[tuple[str, Line]]:
    """The wanted lines, each with its sheet."""
    try:
        if is_workbook(held):
            with open_workbook(held) as book:
                for sheet, rows in wanted.items():
                    for line in book.grid(sheet).lines if sheet in book.titles else ():
                        if line.row in rows:
                            yield sheet, line
        elif held.lower().endswith((".csv", ".tsv")):
            with open_text(held) as text:
                for line in csv_grid(text, held).lines:
                    if line.row in wanted.get("", ()):
                        yield "", line
    except (InvalidFile, ListingRewardsError):
        return
