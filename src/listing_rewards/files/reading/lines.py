"""The lines of a table under a header that is understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, compress, islice

from listing_rewards.errors import Fault, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.cell_values import read_cell
from listing_rewards.files.reading.columns import CARRIED, Column, Kind
from listing_rewards.files.reading.doubtful_cells import is_company
from listing_rewards.files.reading.grid import (
    NOTHING,
    Comment,
    Grid,
    Line,
    Range,
    Written,
    column_letter,
)
from listing_rewards.files.reading.headers import (
    LONGEST_UNIT_LINE,
    NAMELESS,
    SCALES,
    HeaderCell,
    Heading,
    by_name,
    column_named,
    headings,
    is_number_header,
    is_remark_header,
    stated_unit,
)
from listing_rewards.files.reading.layout import (
    Header,
    aside_of,
    find_header,
    is_continued,
    is_ditto,
    is_heading,
    is_numbering,
    is_office,
    is_remark,
    is_serial,
    is_somebody,
    is_total,
    names_nobody,
    same_texts,
    speaks_of_rows,
    unit_beside,
)
from listing_rewards.files.reading.rows import Aside, Cell
from listing_rewards.files.reading.table_line import (
    MAY_BE_BLANK,
    Heads,
    Stated,
    TableLine,
    line_of,
)
from listing_rewards.files.reading.taken_back import (
    heads_pending,
    heads_taken_back,
    is_mark,
    is_rule,
    refuse_taken_back,
    says_other_money,
    takes_back_rows,
)
from listing_rewards.values.chinese_numerals import digit

_DAYS: tuple[Kind, ...] = ("event_day", "paid_day", "applied_day")


def table_lines(
    grid: Grid, columns: Iterable[Column], *, who: Collection[Kind], ignored: Iterable[str]
) -> Iterator[TableLine]:
    """Each line that is not blank, with what its cells hold.

    Args:
        grid: the lines of a CSV or a sheet.
        columns: those it may have.
        who: the kinds of which it must have one, so that a line can say whose it is.
        ignored: headers that are to be left out.

    Raises:
        InvalidFile: a header that is not understood, no column that names the enterprise, text
            below the header that no column holds, a second header, or text that is not CSV.
    """
    columns = list(columns)
    known = by_name(columns)
    lines = (line for line in grid.lines if not all(cell.blank for cell in line.cells))
    header = find_header(lines, known, who)
    if header is None:
        return
    place = Cell(grid.file, header.row, sheet=grid.sheet)
    heads, faults = headings(header.cells, columns, ignored=ignored, on_sheet=bool(grid.sheet))
    if not faults and not any(head and head.column.kind in who for head in heads):
        faults.append(fault("missing_column", " / ".join(_named(columns, who))))
    if faults:
        raise InvalidFile(*map(place.marked, faults))
    refuse_taken_back(grid, header, main="uscc" not in who)
    _refuse_other_money(grid, header, heads)
    body = _Body(grid, header, _with_units(heads, header, grid), place, who)
    for number, line in enumerate(chain(header.below, lines)):
        if number == 0:
            yield from _hidden_columns(place, body.heads, grid.hidden)
        if (found := body.read(line)) is not None:
            if found.aside != "header" and is_a_header(line, known):
                raise InvalidFile(found.place.marked(fault("second_header", found.text)))
            yield found


def _refuse_other_money(grid: Grid, header: Header, heads: Heads) -> None:
    """Refuse amounts of which a text above the table says that they are of another country.

    Raises:
        InvalidFile: it says so.
    """
    if not any(each and each.unit and each.column.is_amount for each in heads):
        return
    cells = ((line.row, cell.text.strip()) for line in header.above for cell in line.cells)
    for row, text in (*cells, (0, grid.sheet), *((0, each) for each in grid.margins)):
        if len(text) <= LONGEST_UNIT_LINE and says_other_money(text):
            place = Cell(grid.file, row, sheet=grid.sheet)
            raise InvalidFile(place.marked(fault("other_money", text)))


def _with_units(heads: Heads, header: Header, grid: Grid) -> Heads:
    """The headings, those of amounts without a unit with where one stands beside the header."""
    bare = [each for each in heads if each and each.column.is_amount and each.unit is None]
    if not bare:
        return heads
    said = (each.text for each in (*grid.comments, *grid.boxes))
    texts = (grid.sheet, *grid.margins, *said)
    beside = unit_beside([*header.above, *header.below[:1]], texts)
    if beside is None:
        return heads
    unit, text = beside
    short = text if len(text) <= 40 else f"{text[:37]}..."
    stated_elsewhere = (
        f"; {unit} stands in '{short}', but not in the header",
        f"；“{short}”中写有“{unit}”，但表头没有写",
    )
    return [
        replace(each, elsewhere=stated_elsewhere, against_yuan=unit not in {"元", "yuan"})
        if each is not None and each in bare
        else each
        for each in heads
    ]


def _hidden_columns(place: Cell, heads: Heads, hidden: Collection[str]) -> Iterator[TableLine]:
    """The columns of a table that are read although they are hidden."""
    for head in heads:
        if head is not None and head.column is not NAMELESS and head.letter in hidden:
            column = place.under(head.written, head.letter)._replace(row=0)
            yield TableLine(column, heads, [], aside="hidden_column")


class _Body:
    """The lines below a header, one after the other, each recognised for what it is."""

    def __init__(
        self, grid: Grid, header: Header, heads: Heads, place: Cell, who: Collection[Kind]
    ) -> None:
        self.heads = heads
        self._grid, self._header, self._place, self._who = grid, header, place, who
        self._numbered = [is_number_header(cell.written) for cell in header.cells]
        self._remarked = [is_remark_header(cell.written) for cell in header.cells]
        self._naming = [
            numbered or (head is not None and head.column.kind in who)
            for numbered, head in zip(self._numbered, heads, strict=True)
        ]
        self._names = [head is not None and head.column.kind == "name" for head in heads]
        self._anchors: dict[tuple[int, int], Written] = {}
        self._signed, self._heading = False, ""
        self._comments = defaultdict[int, tuple[Comment, ...]](tuple)
        for each in grid.comments:
            self._comments[each.row] += (each,)
        self._filled = {"county", *(who if "uscc" in who else ())}

    def read(self, line: Line) -> TableLine | None:
        """What a line is; None for one that holds no more than its number.

        Raises:
            InvalidFile: text that stands alone, takes rows back, or gives another unit.
        """
        found = self._recognised(line)
        if found is None or found.aside not in {None, "note", "heading"}:
            return found
        if found.aside is None:
            return self._marked(self._pending(found))
        if found.aside == "heading":
            self._heading = found.text if heads_pending(found.text) else ""
        for text in (cell.text.strip() for cell in line.cells):
            if takes_back_rows(text) or (found.aside == "heading" and heads_taken_back(text)):
                raise InvalidFile(found.place.marked(fault("rows_taken_back", text)))
            if self._states_other_money(text):
                raise InvalidFile(found.place.marked(fault("other_money", text)))
            if self._is_other_unit(text):
                raise InvalidFile(found.place.marked(fault("other_unit_below", text)))
        return found

    def _pending(self, line: TableLine) -> TableLine:
        """A line under a heading of what is still to come, as a fault if it states facts."""
        kinds = {head.column.kind for head, cell in line.stated if cell.doubt is None}
        facts = kinds & {"event_day", "event_amount"} and "period" not in kinds
        if not self._heading or line.fault or not facts:
            return line
        return line._replace(fault=fault("under_pending", self._heading))

    def _states_other_money(self, text: str) -> bool:
        """Whether a note says of the amounts that they are of another country; a rule does not."""
        amounts = any(head and head.column.is_amount for head in self.heads)
        return amounts and says_other_money(text) and not is_rule(text)

    def _is_other_unit(self, text: str) -> bool:
        """Whether a text gives a unit that is not that of every amount of the table."""
        unit = stated_unit(text)
        scales = {head.scale for head in self.heads if head and head.unit and head.column.is_amount}
        return unit is not None and bool(scales) and scales != {SCALES.get(unit)}

    def _marked(self, line: TableLine) -> TableLine:
        """A line with what its remark says, or the fault of a mark where its number would be."""
        plain = all(cell.doubt is None for _, cell in line.stated)
        numbers = (cell for cell in compress(line.cells, self._numbered) if cell.text.strip())
        marks = (each for each in numbers if is_mark(each.text) or (plain and _is_marked(each)))
        taken = next(marks, None)
        if taken is not None and line.fault is None:
            return line._replace(fault=fault("withdrawn_line", taken.text.strip()))
        said = (cell.text.strip() for cell in compress(line.cells, self._remarked))
        return line._replace(remark="".join(said))

    def _recognised(self, line: Line) -> TableLine | None:
        found = self._fitted(line)
        if any(same_texts(line, each) for each in self._header.lines):
            return found._replace(aside="header")
        stated = [each for each in found.stated if _counts(*each)]
        aside = self._aside(found, stated, line)
        if aside == "total" and (wrong := self._enterprise_in(found)):
            return found._replace(fault=wrong)
        if aside is not None:
            return found._replace(aside=aside, fault=None)
        if found.fault is not None:
            return found
        if self._continues(line):
            return found._replace(continues=True)
        return self._named(found, stated) if stated else self._alone(found)

    @staticmethod
    def _named(found: TableLine, stated: Sequence[Stated]) -> TableLine:
        """A line that states something: an enterprise, or a heading or note in its place."""
        kinds = {head.column.kind for head, _ in stated}
        names = [cell.text for head, cell in stated if head.column.kind == "name"]
        places = names or [cell.text for _, cell in stated]
        heads = kinds <= {"name", "county"} and any(map(is_heading, places))
        if heads and not any(is_somebody(cell.text) for _, cell in stated):
            return found._replace(aside="heading")
        if kinds == {"name"} and all(map(is_remark, names)):
            return found._replace(aside="note")
        if kinds <= {"name", "county"} and any(map(speaks_of_rows, names)):
            raise InvalidFile(found.place.marked(fault("text_alone", names[0].strip())))
        if kinds <= {"name", "county"} and any(map(_heads_unsettled, names)):
            return found._replace(aside="heading")
        return found

    def _aside(self, found: TableLine, stated: Sequence[Stated], line: Line) -> Aside | None:
        """What a line is that is no enterprise, by what stands in it; None where it may be one."""
        above = self._header.above
        if any(same_texts(line, each) for each in above) or is_continued(line, above):
            return "note"
        naming = [cell.text for cell in compress(found.cells, self._naming)]
        if self._is_somebody(stated):
            self._signed = False
            return "example" if self._aside_of(naming) == "example" else None
        if is_numbering(line) or self._is_note(line) or self._signature(line):
            return "note"
        aside = self._aside_of(naming) or self._total(found)
        if aside == "total" and any(map(is_ditto, naming)) and _states_facts(stated):
            return None
        labelled = any(":" in text or "：" in text or "说明" in text for text in naming)
        of_enterprise = _states_facts(stated) or any(_names_elsewhere(*each) for each in stated)
        return None if aside == "note" and not labelled and of_enterprise else aside

    def _enterprise_in(self, line: TableLine) -> Fault | None:
        """What a line that reads as a total states and only an enterprise has, such as a day.

        A ledger may give the day of its total; a line with a code is a payment there.
        """
        if "uscc" in self._who:
            return None
        for head, cell in line.stated:
            is_day = head.column.kind in _DAYS and _is_day(head, cell)
            if is_day or _names_elsewhere(head, cell):
                return fault("total_or_enterprise", cell.text.strip(), header=head.written)
        return None

    def _aside_of(self, naming: Iterable[str]) -> Aside | None:
        """What a line is by its number and name; a payment to 某某公司 is a payment."""
        return aside_of(naming, placeholders="uscc" not in self._who)

    def _is_somebody(self, stated: Sequence[Stated]) -> bool:
        """Whether a line names an enterprise, whatever stands where its number would."""
        names = [cell.text for head, cell in stated if head.column.kind in self._who]
        if not any(map(is_somebody, names)):
            return False
        return len(stated) > len(names) or aside_of(names) is None

    def _signature(self, line: Line) -> bool:
        """Whether a line is the office that signs, or below it the day of its seal."""
        texts = [cell.text for cell in line.cells if not cell.blank]
        seal = self._signed and len(texts) == 1 and any(c.isdigit() for c in texts[0])
        self._signed = is_office(line)
        return self._signed or seal

    def _fitted(self, line: Line) -> TableLine:
        """The line with as many cells as the header has, or more, and what merged cells hold."""
        place = self._place._replace(row=line.row)
        extra = len(line.cells) - len(self.heads)
        if not self._grid.sheet and extra:
            wrong = fault("wrong_width", len(line.cells), columns=len(self.heads))
            cells = (line.cells + [NOTHING] * max(-extra, 0))[: len(self.heads)]
            return line_of(place, self.heads, cells)._replace(fault=wrong)
        heads: Heads = self.heads
        if extra > 0:
            heads = [*heads, *(self._beyond(line, len(heads) + n) for n in range(extra))]
        cells = line.cells + [NOTHING] * max(-extra, 0)
        cells = [
            cell if cell.merged is None else self._merged(line.row, head, cell, cell.merged)
            for head, cell in zip(heads, cells, strict=True)
        ]
        comments = self._comments.get(line.row, ())
        return line_of(place, heads, cells)._replace(hidden=line.hidden, comments=comments)

    @staticmethod
    def _beyond(line: Line, at: int) -> Heading | None:
        if line.cells[at].blank:
            return None
        return Heading(NAMELESS, "", 0, column_letter(at + 1))

    def _merged(self, row: int, head: Heading | None, cell: Written, merged: Range) -> Written:
        """A cell of a county or remark merged downwards holds what its first one holds."""
        if head is not None and head.column is NAMELESS and cell.doubt is not None:
            beside = merged.first_column < merged.last_column
            return NOTHING if beside and merged.first_row == row else cell
        anchor = (merged.first_row, merged.first_column)
        if cell.doubt is None or cell.doubt.code != "merged_cell":
            self._anchors[anchor] = cell
            return cell
        downwards = merged.first_column == merged.last_column and anchor[0] < row
        filled = head is not None and (
            head.column.kind in self._filled or head.column.is_of("carried", "remark")
        )
        if filled and downwards:
            return self._anchors.get(anchor, NOTHING)._replace(merged=merged)
        return cell

    def _total(self, line: TableLine) -> Aside | None:
        """A total that stands in another column, where no enterprise is named."""
        if any(head.column.kind in self._who for head, _ in line.stated):
            return None
        before = [
            cell.text
            for head, cell in zip(line.heads, line.cells, strict=True)
            if cell.text and (head is None or head.column.kind in ("county", *CARRIED))
        ]
        return "total" if any(is_total(text) for text in before) else None

    def _is_note(self, line: Line) -> bool:
        """Whether all that a line holds is a note, such as who filled the table in, and when.

        Beside a name that is merged from above it is a remark.
        """
        texts = [cell.text for cell in line.cells if cell.text.strip()]
        if self._continues(line) or not all(aside_of([text]) == "note" for text in texts):
            return False
        return any(":" in text or "：" in text or not any(map(str.isdigit, text)) for text in texts)

    def _alone(self, line: TableLine) -> TableLine | None:
        """A line of which no column that is read holds anything."""
        texts = [(at, cell.text) for at, cell in enumerate(line.cells) if cell.text.strip()]
        wordy = [(at, text) for at, text in texts if not is_serial(text)]
        if not wordy:
            return None
        at, text = wordy[0]
        if is_heading(text):
            return line._replace(aside="heading")
        if all(names_nobody(each) or is_remark(each) for _, each in wordy):
            return line._replace(aside="note")
        if at == 0 or self._naming[at : at + 1] == [True]:
            letter = column_letter(at + 1) if self._grid.sheet else ""
            written = self._header.cells[at].written if at < len(self._header.cells) else ""
            place = line.place.under(written, letter)
            raise InvalidFile(place.marked(fault("text_alone", text.strip())))
        return line._replace(aside="note")

    def _continues(self, line: Line) -> bool:
        """Whether the cell of the name is merged with that of a line above."""
        return any(
            is_name and cell.merged is not None and cell.merged.first_row < line.row
            for is_name, cell in zip(self._names, line.cells, strict=False)
        )


def _is_marked(number: Written) -> bool:
    """Whether the number of a line is struck out, or a drawing that is not known."""
    return number.doubt is not None and number.doubt.code in {"struck_out", "picture_font"}


def _heads_unsettled(text: str) -> bool:
    """Whether a text in the place of a name heads lines that do not count: 二、不予奖励企业."""
    return "公司" not in text and (heads_taken_back(text) or heads_pending(text))


def is_a_header(line: Line, known: Mapping[str, Column]) -> bool:
    """Whether a line is the header of another table: more than half of its cells are headers."""
    texts = [cell.text for cell in line.cells if cell.text.strip()]
    others = len(texts) - max(len(texts) // 2, 1)
    none = (text for text in texts if column_named(HeaderCell((text,)).written, known) is None)
    return len(texts) > 2 and len(list(islice(none, others))) < others


def _names_elsewhere(head: Heading, cell: Written) -> bool:
    """Whether a cell holds a code, or under the header for the county the name of an enterprise."""
    if head.column.kind == "uscc":
        return is_somebody(cell.text)
    return head.column.kind == "county" and is_company(cell.text)


def _is_day(head: Heading, cell: Written) -> bool:
    try:
        read_cell(head, cell)
    except ListingRewardsError:
        return False
    return True


def _states_facts(stated: Iterable[Stated]) -> bool:
    """Whether a line gives a day, an amount or a figure, and so may be of an enterprise."""
    return any(
        head.column.kind in MAY_BE_BLANK
        and (cell.doubt is not None or any(s.isdecimal() or digit(s) for s in cell.text))
        for head, cell in stated
    )


def _counts(head: Heading, cell: Written) -> bool:
    """Whether it makes its line one that is read: not if it lies under a merged cell only.

    Nor does what is no more than carried.
    """
    if head.column.kind in CARRIED:
        return False
    return cell.doubt is None or cell.doubt.code != "merged_cell"


def _named(columns: Iterable[Column], who: Collection[Kind]) -> list[str]:
    """How the columns that name the enterprise may be headed."""
    return [name for each in columns if each.kind in who for name in each.names[:2]]
