"""A line of a table: what its cells state, and what is wrong with that or lacking."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from listing_rewards.errors import Fault, fault
from listing_rewards.files.reading.columns import Column, Kind
from listing_rewards.files.reading.grid import Comment, Written
from listing_rewards.files.reading.headers import Heading
from listing_rewards.files.reading.layout import names_nobody
from listing_rewards.files.reading.rows import Aside, Cell, Hidden

Heads = Sequence[Heading | None]
Stated: TypeAlias = tuple[Heading, Written]
"""A cell that holds something, behind what its column holds."""
_BLANK_WORDS = frozenset(
    {"/", "\\", "-", "--", "—", "——", "－", "–", "无", "暂无", "未上市", "未挂牌", "未发生",
     "不适用", "n/a", "na", "none", "nil"}
)  # fmt: skip
MAY_BE_BLANK: tuple[Kind, ...] = (
    *("event_day", "event_amount", "paid", "paid_day", "approved", "figure", "level", "applied"),
    *("absent", "applied_day"),
)
"""What a cell may say in a word or sign that there is none of."""
_WHO: tuple[Kind, ...] = ("name", "uscc", "county")


class TableLine(NamedTuple):
    """One line that is not blank; or, before the first of them, a column that is hidden.

    Attributes:
        place: its file and row.
        heads: what each of its cells holds; None for one that is left out.
        cells: its cells, as many.
        stated: its cells that hold something, each with what its column holds.
        dashes: how many of its cells for a day or an amount hold / or 无, which is nothing.
        aside: what it is where it is no enterprise.
        fault: why it as a whole cannot be read.
        hidden: whether it is hidden in its workbook.
        continues: whether the enterprise's name is merged from the line above into this one.
        comments: the comments on its cells.
        remark: what stands in a column of remarks that is not read.
    """

    place: Cell
    heads: Heads
    cells: list[Written]
    stated: Sequence[Stated] = ()
    dashes: int = 0
    aside: Aside | Hidden | None = None
    fault: Fault | None = None
    hidden: bool = False
    continues: bool = False
    comments: tuple[Comment, ...] = ()
    remark: str = ""

    def written(self) -> Iterator[tuple[Heading, Written]]:
        """Its cells in which anything is written, each with what its column holds."""
        for head, cell in zip(self.heads, self.cells, strict=True):
            if head is not None and cell.text.strip():
                yield head, cell

    def of_kind(self, kind: Kind) -> Iterator[Stated]:
        """What it states of one kind."""
        return ((head, cell) for head, cell in self.stated if head.column.kind == kind)

    def under(self, comment: Comment) -> Cell:
        """The cell that carries a comment."""
        written = {head.letter: head.written for head in self.heads if head is not None}
        return self.place.under(written.get(comment.letter, ""), comment.letter)

    @property
    def text(self) -> str:
        """What stands in it, in short."""
        return " ".join(cell.text.strip() for cell in self.cells if cell.text.strip())[:60]


def line_of(place: Cell, heads: Heads, cells: list[Written]) -> TableLine:
    """A line with what its cells state."""
    filled = [
        (head, cell)
        for head, cell in zip(heads, cells, strict=True)
        if head is not None and not cell.blank
    ]
    stated = [each for each in filled if not is_blank_word(*each)]
    dashes = len(filled) - len(stated)
    stated = [each for each in stated if not is_nobody(*each)]
    return TableLine(place, heads, cells, stated, dashes)


def is_blank_word(head: Heading, cell: Written) -> bool:
    """Whether a cell for a day or an amount says in a word or sign that there is none."""
    return head.column.kind in MAY_BE_BLANK and cell.text.strip().lower() in _BLANK_WORDS


def is_nobody(head: Heading, cell: Written) -> bool:
    """Whether a cell for a name, code or county says in a word or sign that it names nobody."""
    if head.column.kind not in _WHO or not cell.text.strip():
        return False
    is_number = head.column.kind == "name" and cell.text.strip().isdecimal()
    return is_number or names_nobody(cell.text)


def missing_cells(
    line: TableLine, columns: Iterable[Column], needed: Collection[Kind]
) -> Iterator[Fault]:
    """What a line must state and does not: each in its cell, under its header as written.

    Where the table has no such column, in the row, under the header that it should have.
    """
    stated = {head.column.kind for head, _ in line.stated}
    heads = {head.column.kind: head for head in line.heads if head is not None}
    in_chinese = not all(head.written.isascii() for head in heads.values())
    for column in columns:
        if column.kind not in needed or column.kind in stated:
            continue
        head = heads.get(column.kind)
        written = head.written if head else column.names[in_chinese]
        yield line.place.under(written, head.letter if head else "").marked(fault("missing"))
