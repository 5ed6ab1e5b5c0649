"""What enterprises plan to reach, and when: a table of planned events, each with its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from listing_rewards.assessment.part import Part
from listing_rewards.errors import Fault, InvalidCase, InvalidFile, ListingRewardsError, fault
from listing_rewards.files.reading.cell_values import cell_day, read_cell
from listing_rewards.files.reading.columns import (
    Column,
    Kind,
    columns_of_entries,
    event_names,
    with_titles,
)
from listing_rewards.files.reading.grid import Grid, Written, csv_grid
from listing_rewards.files.reading.headers import Heading
from listing_rewards.files.reading.lines import table_lines
from listing_rewards.files.reading.rows import Cell
from listing_rewards.files.reading.second_tables import WHO
from listing_rewards.files.reading.table_line import TableLine, missing_cells
from listing_rewards.files.reading.taken_back import takes_back
from listing_rewards.files.reading.workbook_sheets import TableKind, open_workbook, sheets_by_kind
from listing_rewards.files.streams import is_workbook, open_text
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import EARLIEST, LATEST, Day, read_day
from listing_rewards.values.money import Exact, plain_signs, refuse_float
from listing_rewards.values.rate import Rate


class Period(NamedTuple):
    """A stretch of days, both ends included."""

    first: date
    last: date


_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_PERIOD = re.compile(
    r"(?P<year>\d{4})年?(?:"
    r"|度|[-/]?(?P<month>\d{1,2})|(?P<month_zh>\d{1,2})月(?:份)?"
    r"|[-/]?Q(?P<quarter>[1-4])|第?(?P<quarter_zh>[一二三四1-4])季度?"
    r"|[-/]?H(?P<half>[12])|(?P<half_zh>[上下])半年)",
    re.IGNORECASE | re.ASCII,
)


def read_period(text: str) -> Period:
    """The days of a period: a day, a month, a quarter, half a year or a year.

    ``2026-05-06``, ``2026-05`` or 2026年5月, ``2026Q2`` or 2026年第二季度, ``2026H1`` or
    2026年上半年, ``2026`` or 2026年.

    Raises:
        InvalidCase: anything else; ``2026.1``, which a spreadsheet makes of ``2026.10``, as well.

    >>> [str(day) for day in read_period("2026年第二季度")]
    ['2026-04-01', '2026-06-30']
    """
    plain = "".join(plain_signs(text).split())
    match = _PERIOD.fullmatch(plain)
    if match is None:
        return _day_alone(text)
    year = int(match["year"])
    if not EARLIEST.year <= year < LATEST.year:
        raise InvalidCase(fault("not_a_period", text.strip()))
    if match["half"] or match["half_zh"]:
        start = 7 if match["half"] == "2" or match["half_zh"] == "下" else 1
        return _months(year, start, 6)
    if quarter := match["quarter"] or match["quarter_zh"]:
        return _months(year, 3 * int(_QUARTERS.get(quarter, quarter)) - 2, 3)
    month = match["month"] or match["month_zh"]
    if month is None:
        return _months(year, 1, 12)
    if not 1 <= int(month) <= 12 or ("年" in plain and match["month"]):
        raise InvalidCase(fault("not_a_period", text.strip()))
    return _months(year, int(month), 1)


def _day_alone(text: str) -> Period:
    try:
        day = cell_day(text)
    except InvalidCase as error:
        if error.faults[0].code != "not_a_date":
            raise
        raise InvalidCase(fault("not_a_period", text.strip())) from None
    return Period(day, day)


def _months(year: int, month: int, count: int) -> Period:
    after = month + count
    end = date(year + (after > 12), after - 12 if after > 12 else after, 1)
    return Period(date(year, month, 1), end - timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned(Part):
    """An event that an enterprise plans to reach on one of some days."""

    event: str
    """The event as the policy declares it."""
    first: Day
    """The first day on which it may happen."""
    last: Day
    """The last day on which it may happen, included."""
    name: str | None = None
    uscc: str | None = None
    """Whose it is: the name as in the table of enterprises, the credit code, or both."""
    amount: Exact | None = None
    """Yuan, where the event has an amount; left out where it is not known."""
    likelihood: Rate | None = None
    """How likely it is, above 0 and up to 100%; left out, it is taken to happen."""

    def __post_init__(self) -> None:
        if read_day(self.last) < read_day(self.first):
            raise InvalidCase(fault("days_out_of_order", self.last, first=self.first))
        for number in (self.amount, self.likelihood):
            refuse_float(number)
        if self.likelihood is not None and not 0 < self.likelihood <= 1:
            raise InvalidCase(fault("likelihood_out_of_range", self.likelihood, path="likelihood"))
        if not self.name and not self.uscc:
            raise InvalidCase(fault("names_no_enterprise"))

    @property
    def certain(self) -> bool:
        """Whether it is taken to happen."""
        return self.likelihood is None or self.likelihood == 1


class PlannedTable(NamedTuple):
    """Planned events as read.

    Attributes:
        planned: the events, in the order of the table.
        cells: where each was read, by ``planned[0]`` and ``planned[0].when``.
    """

    planned: list[Planned]
    cells: dict[str, Cell]

    def placed(self, each: Fault) -> Fault:
        """A fault of one of them with its file, row and column."""
        cell = self.cells.get(each.path) or self.cells.get(each.path.rpartition(".")[0])
        return cell.marked(each) if cell else each


_WHEN = Column(
    *("period", ""),
    ("when", "计划时间", "预计时间", "计划日期", "预计日期", "拟完成时间", "时间", "日期",
     "planned", "planned for", "period", "on", "date"),
)  # fmt: skip
_AMOUNT = Column(
    *("event_amount", ""), ("amount", "金额", "计划金额", "预计金额", "融资额", "预计融资额")
)
_LIKELIHOOD = Column(
    *("figure", "likelihood"),
    ("likelihood", "可能性", "概率", "把握", "probability"),
    in_percent=True,
)
_FIELDS: dict[Kind, str] = {
    "name": "name",
    "uscc": "uscc",
    "entry": "event",
    "period": "when",
    "event_amount": "amount",
    "figure": "likelihood",
}
_NEEDED: tuple[Kind, ...] = ("entry", "period")


def _columns() -> list[Column]:
    """Name, code and county, the event, when, and perhaps an amount and a likelihood."""
    who = [each for each in columns_of_entries("events") if each.kind in {*WHO, "county", "entry"}]
    entry = [
        replace(each, names=(*each.names, "计划事项", "预计事项")) if each.kind == "entry" else each
        for each in who
    ]
    return [*entry, _WHEN, _AMOUNT, _LIKELIHOOD, Column("remark", "", ("remark", "备注"))]


def read_planned(name: str, policy: Policy) -> PlannedTable:
    """The planned events of a CSV, or of the sheet of a workbook whose header is that of such.

    Its columns: name or uscc (企业名称, 统一社会信用代码), event (事项), when (计划时间), and where
    they are known amount (金额（万元）) and likelihood (可能性).

    Raises:
        InvalidFile: the table cannot be used, or a line of it; every fault with row and column.
            What is left out of a plan would be missing in the sum without a word.
    """
    if is_workbook(name):
        with open_workbook(name) as book:
            kind = TableKind(("planned events", "计划事项"), _columns(), WHO, _NEEDED)
            titles, *_ = sheets_by_kind(book, [kind], policy)
            return _table((book.grid(title) for title in titles), policy)
    with open_text(name) as text:
        return _table([csv_grid(text, name)], policy)


def _table(grids: Iterable[Grid], policy: Policy) -> PlannedTable:
    columns, known = _columns(), event_names(policy)
    found = PlannedTable([], {})
    faults: list[Fault] = []
    for grid in grids:
        for line in table_lines(grid, columns, who=WHO, ignored=()):
            if not line.aside:
                faults += _add(line, columns, known, policy, found)
    if faults:
        raise InvalidFile(*faults)
    return found


def _add(
    line: TableLine,
    columns: list[Column],
    known: dict[str, str],
    policy: Policy,
    table: PlannedTable,
) -> list[Fault]:
    """Add the planned event of a line to those that were read, or answer what is wrong with it."""
    if line.fault:
        return [line.place.marked(line.fault)]
    values, cells, faults = _values(line)
    faults += missing_cells(line, columns, _NEEDED)
    event = values.get("event")
    if event is not None:
        values["event"] = known.get(plain_signs(str(event)), event)
        if values["event"] not in policy.events:
            unknown = fault("unknown_event", event, accepted=policy.events, policy=policy.id)
            faults.append(cells["event"].marked(with_titles(unknown, policy)))
    if not faults:
        when = values.pop("when")
        try:
            planned = Planned(first=when.first, last=when.last, **values)
        except ListingRewardsError as error:
            return [cells.get(each.path, line.place).marked(each) for each in error.faults]
        path = f"planned[{len(table.planned)}]"
        table.cells[path] = line.place
        table.cells.update({f"{path}.{field}": cell for field, cell in cells.items()})
        table.planned.append(planned)
    return faults


def _values(line: TableLine) -> tuple[dict[str, Any], dict[str, Cell], list[Fault]]:
    """What the cells of a line state, by field, and where each stands."""
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    faults: list[Fault] = []
    for head, cell in line.stated:
        if head.column.kind == "remark" and takes_back(cell.text):
            place = line.place.under(head.written, head.letter)
            faults.append(place.marked(fault("entry_taken_back", cell.text.strip())))
        if (field := _FIELDS.get(head.column.kind)) is None:
            continue
        cells[field] = line.place.under(head.written, head.letter)
        try:
            values[field] = _value(head, cell)
        except ListingRewardsError as error:
            faults += map(cells[field].marked, error.faults)
    return values, cells, faults


def _value(head: Heading, cell: Written) -> object:
    if head.column.kind != "period":
        return read_cell(head, cell)
    if cell.doubt is not None:
        raise InvalidCase(cell.doubt)
    return Period(cell.day, cell.day) if cell.day is not None else read_period(cell.text)
