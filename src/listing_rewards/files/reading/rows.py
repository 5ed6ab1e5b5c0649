"""A row of input and what becomes of it: an assessment, or faults with their cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.case import Case
from listing_rewards.errors import Fault

Hidden: TypeAlias = Literal["hidden_row", "hidden_column"]
"""A column, or a line of a second table, that is hidden in its workbook and read all the same."""
Aside: TypeAlias = Literal["note", "example", "total", "heading", "header", "hidden_sheet",
    "comment", "lock_file", "other_file",
]  # fmt: skip
"""What stands in a table beside the enterprises, and is not read."""


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
        letter: the letter of a column, where it stands for one that is hidden, or the cell of a
            comment.
        who: the enterprise by code and by name, as far as it could be read, for comparing.
        former: the names that it had before, as far as the line gives them, for comparing.
        dashes: how many of its cells for a day or an amount hold / or 无, which is nothing.
        said: what stands in a line that is not read.
        carried: what it states that no rule reads, by the title it comes out under; yuan as
            ``Decimal``.
        wrapped: whether a sign around its credit code, from a web export, was taken off.
        nameless: whether it is a line of a table that states facts and names no enterprise.
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
    who: frozenset[str] = frozenset()
    former: frozenset[str] = frozenset()
    dashes: int = 0
    said: str = ""
    nameless: bool = False
    wrapped: bool = False
    carried: Mapping[str, str | Decimal] = field(default_factory=dict)

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
