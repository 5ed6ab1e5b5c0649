"""A row of input and what becomes of it: an assessment, or faults with their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.assessment import Assessment
from listing_rewards.bounds import NOTHING, Bounds, total
from listing_rewards.case import Case
from listing_rewards.engines.exact import assess
from listing_rewards.errors import Fault, InvalidCase
from listing_rewards.money import ZERO, exact
from listing_rewards.policy.model import Policy
from listing_rewards.tables.codes import well_built
from listing_rewards.tables.names import with_titles
from listing_rewards.tables.seen import MOST_PLACES, Seen

Hidden: TypeAlias = Literal["hidden_row", "hidden_column"]
"""A column, or a line of a second table, that is hidden in its workbook and read all the same."""
Aside: TypeAlias = Literal["note", "example", "total", "hidden_sheet"]
"""What stands in a workbook beside the enterprises, and is not read."""


class Cell(NamedTuple):
    """Where a value of a case was read from: file, row, header; in a workbook sheet and cell."""

    file: str
    row: int
    column: str = ""
    sheet: str = ""
    letter: str = ""

    def under(self, written: str, letter: str) -> Cell:
        """The cell of this row under that header, in the column of this letter."""
        return Cell(self.file, self.row, written, self.sheet, letter)

    def marked(self, each: Fault) -> Fault:
        """The fault with this place."""
        cell = f"{self.letter}{self.row}" if self.letter else ""
        return each.at(
            file=self.file, row=self.row, column=self.column, sheet=self.sheet, cell=cell
        )


def short_place(file: str, sheet: str, row: int | str) -> str:
    """File and line, in a workbook with the sheet between, as far as they are known.

    >>> short_place("a.xlsx", "申报表", 7)
    'a.xlsx:申报表:7'
    """
    return ":".join(part for part in (file, sheet, str(row or "")) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One case as read, or what is wrong with it.

    Attributes:
        file: the file it was read from.
        number: its line in the file, from 1; 0 for a file that holds one JSON document.
        case: the case; None where it could not be read.
        faults: what was wrong, with file, row and column.
        cells: where each value of the case was read from, by its path in the case.
        within: its place in a list, such as ``[1]``.
        sheet: the sheet of a workbook it was read from.
        aside: what it is where it is no enterprise, and holds no case.
        hidden: whether it is hidden in its workbook; it is read like the others.
        letter: the letter of a column, where it stands for one that is hidden.
    """

    file: str
    number: int
    case: Case | None
    faults: tuple[Fault, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict)
    within: str = ""
    sheet: str = ""
    aside: Aside | Hidden | None = None
    hidden: bool = False
    letter: str = ""

    @property
    def alone(self) -> bool:
        """Whether it is the one JSON document of its file, not a line or a member of a list."""
        return not self.number and not self.within and not self.sheet

    @property
    def place(self) -> str:
        """File and line, in a workbook with the sheet between, in short."""
        return short_place(self.file, self.sheet, self.number or self.letter)

    def placed(self, each: Fault) -> Fault:
        """The fault with its place in the file; one in a second table names this row as well."""
        cell = self.cells.get(each.path) or self.cells.get(each.path.rpartition(".")[0])
        if cell is None:
            return Cell(self.file, self.number, sheet=self.sheet).marked(each.within(self.within))
        own = (cell.file, cell.sheet, cell.row) == (self.file, self.sheet, self.number)
        return cell.marked(each) if own else self.refused_by(cell.marked(each))

    def refused_by(self, elsewhere: Fault) -> Fault:
        """A fault that stands in another line, with the enterprise and place of this row."""
        name = self.case.enterprise.name if self.case else ""
        place = short_place(f"{self.file}{self.within}", self.sheet, self.number)
        return replace(elsewhere, enterprise=name, enterprise_at=place)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: an assessment, or faults."""

    row: Row
    assessment: Assessment | None
    faults: tuple[Fault, ...] = ()


def assess_rows(rows: Iterable[Row], policy: Policy, *, as_of: date) -> Iterator[Outcome]:
    """Every row's outcome, in order; a row with faults does not stop the others.

    >>> from listing_rewards import load_policy
    >>> row = Row("example", 1, Case.model_validate({"enterprise": {"name": "示例甲公司"}}))
    >>> policy, row_day = load_policy("zhanjiang-bse-2023"), date(2025, 1, 1)
    >>> [outcome.assessment.payable for outcome in assess_rows([row], policy, as_of=row_day)]
    [Decimal('0.00')]
    """
    for row in rows:
        if row.case is None:
            yield Outcome(row, None, row.faults)
            continue
        try:
            yield Outcome(row, assess(row.case, policy, as_of=as_of))
        except InvalidCase as error:
            placed = map(row.placed, error.faults)
            told = (with_titles(each, policy) if each.column else each for each in placed)
            yield Outcome(row, None, tuple(told))


@dataclass(slots=True)
class Tally:
    """What became of the rows that passed: every row read is one of assessed or faulty.

    Attributes:
        assessed: rows with an assessment.
        open: those of them whose payable amount is not determined.
        faulty: rows with faults.
        aside: what is no enterprise and was not read: what it is, and where it stands.
        hidden: the rows that are hidden in their workbook, and were read.
        hidden_columns: the columns that are hidden in their workbook, and were read.
        payable: yuan that are certain, all rows together.
        payable_at_most: yuan they cannot exceed; None when no limit is known.
        published: yuan of the awards whose amount is determined, all rows together.
        paid: yuan that were paid, all rows together.
        overpaid: yuan that were certainly overpaid, all rows together.
        withheld: yuan that would be payable but are held back by a notice, all rows together.
        assumed: rows whose answer rests on an amount that the policy assumes.
        enterprises: the enterprises that were read, by credit code and by name.
        doubtful: how many rows have a credit code that is not built as one.
        doubtful_codes: the first of them, each with the code.
    """

    assessed: int = 0
    open: int = 0
    faulty: int = 0
    payable: Decimal = ZERO
    payable_at_most: Decimal | None = ZERO
    published: Decimal = ZERO
    paid: Decimal = ZERO
    overpaid: Decimal = ZERO
    withheld: Bounds = NOTHING
    assumed: int = 0
    enterprises: Seen = field(default_factory=Seen)
    aside: list[tuple[Aside, str]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    doubtful: int = 0
    doubtful_codes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Every row that was read as a case."""
        return self.assessed + self.faulty

    @exact
    def count(self, outcome: Outcome) -> None:
        """Count one outcome."""
        aside, place = outcome.row.aside, outcome.row.place
        if aside == "hidden_column":
            self.hidden_columns.append(place)
        elif aside == "hidden_row":
            self.hidden.append(place)
        elif aside:
            self.aside.append((aside, place))
        if aside:
            return
        if outcome.row.hidden:
            self.hidden.append(place)
        answer = outcome.assessment
        if answer is None:
            self.faulty += 1
            return
        self.assessed += 1
        self.open += not answer.determined
        self.payable += answer.payable
        if self.payable_at_most is not None and answer.payable_at_most is not None:
            self.payable_at_most += answer.payable_at_most
        else:
            self.payable_at_most = None
        determined = (line.payable for line in answer.lines if line.payable.determined)
        self.published += sum((each.at_least for each in determined), ZERO)
        self.paid += answer.paid
        self.overpaid += answer.overpaid.at_least
        self.withheld = total([self.withheld, answer.withheld])
        self.assumed += any(each.where.endswith(".amount") for each in answer.assumptions)
        who = answer.case.enterprise
        self.enterprises.count(filter(None, (who.uscc, who.name)), place)
        if who.uscc and not well_built(who.uscc):
            self.doubtful += 1
            if self.doubtful <= MOST_PLACES:
                self.doubtful_codes.append((place, who.uscc))
