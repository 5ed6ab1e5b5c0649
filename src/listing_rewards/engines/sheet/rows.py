"""The tables of the facts row by row: which events and payments count, and what they are worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, cast

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from listing_rewards.engines.sheet.facts import FactCells
from listing_rewards.engines.sheet.formulas import UNLIMITED, both, yes
from listing_rewards.engines.sheet.numbers import Numbers
from listing_rewards.files.spreadsheet.sheet import Paper, address
from listing_rewards.files.spreadsheet.styles import Look
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

COLUMNS = 10
_PAYMENT_NAMES = (
    *((2, "AWARD"), (3, "AMOUNT"), (4, "COUNTS"), (5, "DAY")),
    *((6, "READ"), (7, "SEEN")),
)
_FIRST_DAY = "DATE(1900,3,1)"


class RowCells(NamedTuple):
    """Columns of the table of events: which count, their amounts, and which of these are missing.

    Attributes:
        counts, amounts, missing: where they stand, all rows of each.
        letters: their columns.
    """

    counts: str
    amounts: str
    missing: str
    letters: tuple[str, str, str]


IN_FORCE = RowCells("EVENT_IN_FORCE", "EVENT_AMOUNT", "EVENT_MISSING", ("E", "F", "G"))
"""The columns of what lies on the policy's days."""


def _readable(row: str, tests: str) -> str:
    """That a row of the facts is empty, or says something that can be read."""
    return yes(f"OR(COUNTA({row})=0,AND({tests}))")


class RowTables:
    """Writes the two tables, one row for each row of the facts, and further columns beside them.

    The columns have names, so that a formula reads ``SUMIFS(EVENT_AMOUNT,EVENT_KIND,3,…)``.

    Attributes:
        end: the row below both.
    """

    def __init__(self, paper: Paper, words: Phrasing, facts: FactCells, numbers: Numbers) -> None:
        self.words, self.policy, self.facts = words, words.policy, facts
        self.paper, self._numbers = paper, numbers
        self._first = self._last = 0
        self._next_column = self._next_of_payments = COLUMNS + 1
        self._payments = range(0)
        self.end = 0

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say("workbook", self.words.lang, key, *variant, **values)

    def write(self) -> None:
        """Both tables, below what is written already."""
        self._write_rows()
        self._write_payments()

    def _write_rows(self) -> None:
        self.paper.row += 1
        self.paper.across(self._say("rows"), COLUMNS, "section")
        heads = (
            "event", "serial", "day", "counts", "in_force", "amount", "amount_missing", "year",
            "later", "readable",
        )  # fmt: skip
        self.paper.line(*map(self._say, heads), look="head")
        facts, first_fact = self.facts, self.facts.events[0]
        in_force, grounds = self.policy.in_force, self.policy.grounds
        begins = self._numbers.cell(
            "in_force.first", self._say("in_force_first"), in_force.first, "input_day",
            grounds["in_force"],
        )  # fmt: skip
        limit = [f"C{{row}}>={begins}"]
        if in_force.end is not None:
            ends = self._numbers.cell(
                "in_force.last", self._say("in_force_last"), in_force.end, "input_day",
                grounds["in_force"],
            )  # fmt: skip
            limit.append(f"C{{row}}<={ends}")
        self._first = self.paper.row
        self._last = self._first + facts.events[1] - first_fact
        for row in range(self._first, self._last + 1):
            fact = first_fact + row - self._first
            self.paper.row = row
            self._write_row(row, fact, both("D{row}=1", *limit).format(row=row))
        names = (
            "KIND", "DAY", "COUNTS", "IN_FORCE", "AMOUNT", "MISSING", "YEAR", "LATER", "READ",
        )  # fmt: skip
        for column, name in enumerate(names, 2):
            self._name(f"EVENT_{name}", self._range(column))
        seen = self.column(
            self._say("seen"),
            lambda row: (
                f"COUNTA('{facts.title}'!A{first_fact + row - self._first}:"
                f"C{first_fact + row - self._first})"
            ),
        )
        self._name("EVENT_SEEN", seen)
        self._name("AS_OF", facts.as_of)
        self._name(UNLIMITED, "1E+99")
        self.paper.row = self._last + 1

    def _write_row(self, row: int, fact: int, in_force: str) -> None:
        facts, put = f"'{self.facts.title}'!", self.paper.formula
        put(1, f'IF({facts}A{fact}="","",{facts}A{fact})', "text")
        kinds = self.facts.kinds
        before = int(kinds.partition(":")[0].rpartition("$")[2]) - 1
        same = f"({kinds}={facts}A{fact})*(ROW({kinds})-{before})"
        put(2, f'IF({facts}A{fact}="",0,SUMPRODUCT({same}))', "number")
        put(3, f"IF(ISNUMBER({facts}B{fact}),{facts}B{fact},0)", "day")
        put(4, yes(f"AND(B{row}>0,C{row}>0,C{row}<=AS_OF)"), "number")
        put(5, yes(in_force), "number")
        put(6, f"IF(E{row}=1,N({facts}C{fact}),0)", "amount")
        put(7, yes(f'AND(E{row}=1,{facts}C{fact}="")'), "number")
        put(8, f"IF(C{row}>0,YEAR(C{row}),0)", "number")
        put(9, yes(f"AND(B{row}>0,C{row}>AS_OF)"), "number")
        amount = f'OR({facts}C{fact}="",AND(ISNUMBER({facts}C{fact}),N({facts}C{fact})>=0))'
        put(
            10,
            _readable(f"{facts}A{fact}:C{fact}", f"B{row}>0,C{row}>={_FIRST_DAY},{amount}"),
            "number",
        )

    def _write_payments(self) -> None:
        first_fact, last_fact = self.facts.payments
        self.paper.row += 1
        self.paper.across(self._say("payment_rows"), COLUMNS, "section")
        heads = ("award", "serial", "amount", "counts", "day", "readable", "seen")
        self.paper.line(*map(self._say, heads), look="head")
        first = self.paper.row
        facts, titles = f"'{self.facts.title}'!", self._numbers.award_titles
        before = int(titles.partition(":")[0].rpartition("$")[2]) - 1
        accepted = self._accepted()
        for fact in range(first_fact, last_fact + 1):
            row, put = self.paper.row, self.paper.formula
            put(1, f'IF({facts}A{fact}="","",{facts}A{fact})', "text")
            same = f"({titles}={facts}A{fact})*(ROW({titles})-{before})"
            put(2, f'IF({facts}A{fact}="",0,SUMPRODUCT({same}))', "number")
            put(3, f"N({facts}C{fact})", "amount")
            under = f'OR({facts}D{fact}="",SUMPRODUCT(--({accepted}={facts}D{fact}))>0)'
            days = f"ISNUMBER({facts}B{fact}),{facts}B{fact}<=AS_OF"
            put(4, yes(f"AND(B{row}>0,{days},{under})"), "number")
            put(5, f"N({facts}B{fact})", "day")
            amount = f"ISNUMBER({facts}C{fact}),C{row}>=0"
            put(
                6,
                _readable(f"{facts}A{fact}:C{fact}", f"B{row}>0,E{row}>={_FIRST_DAY},{amount}"),
                "number",
            )
            put(7, f"COUNTA({facts}A{fact}:C{fact})", "number")
            self.paper.row += 1
        self._payments = range(first, self.paper.row)
        for column, name in _PAYMENT_NAMES:
            letter = get_column_letter(column)
            at = address(self.paper.sheet, f"{letter}{first}:{letter}{self.paper.row - 1}")
            self.end = self.paper.row
            self._name(f"PAYMENT_{name}", at)

    def _accepted(self) -> str:
        """Where the policies stand whose payments count, one below the other."""
        policy = self.policy
        ids = (policy.id, *policy.based_on, *policy.counts_payments_under)
        return self._numbers.list_of(self._say("counted_policies"), tuple(dict.fromkeys(ids)))

    def _name(self, name: str, place: str) -> None:
        book = cast(Workbook, self.paper.sheet.parent)
        book.defined_names[name] = DefinedName(name, attr_text=place)

    def _range(self, column: int) -> str:
        letter = get_column_letter(column)
        return address(self.paper.sheet, f"{letter}{self._first}:{letter}{self._last}")

    def column(self, head: str, formula: Callable[[int], str], look: Look = "number") -> str:
        """A further column of the table of events, row by row; answers where its cells stand."""
        column = self._next_column
        self._next_column += 1
        self.paper.row = self._first - 1
        self.paper.put(column, head, "head")
        for row in range(self._first, self._last + 1):
            self.paper.row = row
            self.paper.formula(column, formula(row), look)
        return self._range(column)

    def counting(self, said: str, tests: str) -> RowCells:
        """Further columns: which events count by some tests on their row, and their amounts."""
        facts = f"'{self.facts.title}'!C"
        shift = self.facts.events[0] - self._first

        def stated(row: int) -> str:
            return f"{facts}{row + shift}"

        head = self._say("counted_column", name=said)
        counts = self.column(head, lambda row: yes(tests.format(row=row)))
        flag = self.letter(counts)
        amounts = self.column(
            self._say("counted_amount", name=said),
            lambda row: f"IF({flag}{row}=1,N({stated(row)}),0)",
            "amount",
        )
        missing = self.column(
            self._say("counted_missing", name=said),
            lambda row: yes(f'AND({flag}{row}=1,{stated(row)}="")'),
        )
        letters = (flag, self.letter(amounts), self.letter(missing))
        return RowCells(counts, amounts, missing, letters)

    def payment_column(self, head: str, formula: Callable[[int], str], look: Look) -> str:
        """A further column of the table of payments, row by row; answers where its cells stand."""
        column = self._next_of_payments
        self._next_of_payments += 1
        self.paper.row = self._payments.start - 1
        self.paper.put(column, head, "head")
        for row in self._payments:
            self.paper.row = row
            self.paper.formula(column, formula(row), look)
        letter = get_column_letter(column)
        return address(
            self.paper.sheet, f"{letter}{self._payments[0]}:{letter}{self._payments[-1]}"
        )

    def letter(self, cells: str) -> str:
        """The column of the cells that `column` answered."""
        return cells.rpartition("!")[2].split("$")[1]

    @property
    def head_row(self) -> int:
        """The row above the table of events."""
        return self._first - 1
