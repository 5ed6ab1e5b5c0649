"""The sheet of events: what counts of the facts, kind by kind, award by award, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.engines.sheet.days import SheetDays
from listing_rewards.engines.sheet.facts import FactCells
from listing_rewards.engines.sheet.formulas import (
    NEVER,
    NONE,
    UNKNOWN,
    UNLIMITED,
    Span,
    both,
    every,
    one_of,
    some,
    yes,
)
from listing_rewards.engines.sheet.numbers import Numbers
from listing_rewards.engines.sheet.rows import COLUMNS, IN_FORCE, RowCells, RowTables
from listing_rewards.files.spreadsheet.sheet import Paper, address
from listing_rewards.files.spreadsheet.styles import set_up
from listing_rewards.meaning.bases import counted_between
from listing_rewards.meaning.silence import events_needed, may_have_happened
from listing_rewards.policy.counted import CountedWindow
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.relations import Base
from listing_rewards.report.conditions import counted_text
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

_KINDS_AT = 5
_NEVER = 9999999
"""A day after every day."""


class KindCells(NamedTuple):
    """What is known of one kind of event, as seen from other sheets.

    Attributes:
        number: its number in the policy's order.
        often: how many have happened.
        happened: whether one has, as a truth.
        first: the day of the earliest; 0 if there is none.
        in_force: how many lie on the policy's days.
        first_in_force: the day of the earliest of those; 0 if there is none.
        amount: the amounts of those together.
        another: that it is unknown if a further one has happened.
        rows: where it stands, row by row, which of them count, their amounts, and which of these
            are missing: the columns of the table of events.
    """

    number: int
    often: str
    happened: str
    first: str
    in_force: str
    first_in_force: str
    amount: Span
    another: str
    rows: RowCells = IN_FORCE


class _Statements:
    """What is stated of events and payments, as conditions of the sheet of events."""

    never: str = NEVER

    def __init__(self, paper: Paper, words: Phrasing, rows: dict[str, int]) -> None:
        self.policy, self._paper, self._words, self._rows = words.policy, paper, words, rows
        together = words.policy.relations.together
        first_award = _KINDS_AT + max(len(rows) + len(together), 1) + 3
        self._awards = {award.id: first_award + i for i, award in enumerate(self.policy.awards)}

    def stated(self, kind: str) -> str:
        """That an event of this kind has happened for certain."""
        return f"C{self._rows[kind]}>0"

    def known_not(self, kind: str) -> str:
        """That it is listed as absent, or dated after the as-of date."""
        return f"D{self._rows[kind]}=1"

    def is_paid(self, award: str) -> str:
        """That something was paid for an award."""
        return f"C{self._awards[award]}>0"

    @staticmethod
    def every(holds: Iterable[str]) -> str:
        """That all of them hold."""
        parts = [*dict.fromkeys(holds)]
        return NEVER if NEVER in parts else both(*parts)

    @staticmethod
    def some(holds: Iterable[str]) -> str:
        """That at least one of them holds."""
        return one_of([each for each in dict.fromkeys(holds) if each != NEVER])

    @staticmethod
    def no(holds: str) -> str:
        """That it does not hold."""
        return f"NOT({holds})"

    def named_need(self, kind: str, turn: int, needed: str) -> str:
        """That an event has to be known, in a column of its own for each turn."""
        paper, column = self._paper, COLUMNS + 1 + turn
        head = paper.sheet.cell(_KINDS_AT - 1, column)
        head.value = say("workbook", self._words.lang, "needed", turn=turn + 1)
        head.style = "lr_head"
        paper.row = self._rows[kind]
        return f"{paper.formula(column, yes(needed), 'number')}=1"


class Events:
    """Writes the sheet; answers what is known of a kind, and what was paid for an award.

    Attributes:
        kinds: by the name of the event.
        paid: yuan paid for each award, by its id.
    """

    def __init__(
        self, sheet: Worksheet, words: Phrasing, facts: FactCells, numbers: Numbers
    ) -> None:
        self.words, self.policy, self.facts = words, words.policy, facts
        self.numbers = numbers
        self.paper = Paper(sheet)
        self.kinds: dict[str, KindCells] = {}
        self.paid: dict[str, str] = {}
        self.rows = RowTables(self.paper, words, facts, numbers)
        widths = (40, 10, 13, 13, 13, 13, 16, 16, 18, 18, *[14] * 40)
        set_up(sheet, widths, frozen="B3", heads=None, lang=words.lang)
        self.paper.across(self._say("by_event"), COLUMNS, "title")
        self.paper.across(self._say("by_event_hint"), COLUMNS, "note")
        self._write_kinds()
        self._write_paid()
        self.rows.write()
        if self.policy.relations.bases:
            self._write_bases()

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say("workbook", self.words.lang, key, *variant, **values)

    def _write_kinds(self) -> None:
        self.paper.across(self._say("kinds"), COLUMNS, "section")
        heads = (
            "event", "serial", "count", "known_not", "happened", "first_day", "in_force_count",
            "first_in_force", "amount_least", "amount_most",
        )  # fmt: skip
        self.paper.line(*map(self._say, heads), look="head")
        rows = {kind: _KINDS_AT + i for i, kind in enumerate(self.policy.events)}
        statements = _Statements(self.paper, self.words, rows)
        needed = events_needed(statements)
        for kind, row in rows.items():
            self._write_kind(kind, row, may_have_happened(statements, kind, needed))
        together = self.policy.relations.together
        for row, (name, several) in enumerate(together.items(), _KINDS_AT + len(rows)):
            self._write_together(name, several, row)
        self.paper.row = _KINDS_AT + max(len(rows) + len(together), 1)

    def _write_kind(self, kind: str, row: int, may_have: str) -> None:
        number = row - _KINDS_AT + 1
        put, paper = self.paper.formula, self.paper
        paper.row = row
        counted = f"EVENT_KIND,{number},EVENT_COUNTS,1"
        in_force = f"EVENT_KIND,{number},EVENT_IN_FORCE,1"
        paper.put(1, self.words.event(kind), "label")
        paper.put(2, number, "number")
        count = put(3, f"COUNTIFS({counted})", "number")
        absent = f'{self.facts.absent[kind]}="{self._say("yes")}"'
        later = f"COUNTIFS(EVENT_KIND,{number},EVENT_LATER,1)>0"
        put(4, yes(f"OR({absent},{later})"), "number")
        first = put(6, f"_xlfn.MINIFS(EVENT_DAY,{counted})", "day")
        held = put(7, f"COUNTIFS({in_force})", "number")
        first_held = put(8, f"_xlfn.MINIFS(EVENT_DAY,{in_force})", "day")
        happened = put(5, f"IF({count}>0,1,IF({may_have},{UNKNOWN},0))", "truth")
        amount = NONE
        if self.policy.events[kind].amount:
            least = put(9, f"ROUND(SUMIFS(EVENT_AMOUNT,{in_force}),2)", "amount")
            nobody_knows = f"AND({held}=0,{happened}={UNKNOWN})"
            open_end = f"OR(SUMIFS(EVENT_MISSING,{in_force})>0,{nobody_knows})"
            most = put(10, f"IF({open_end},{UNLIMITED},{least})", "amount")
            amount = Span(address(paper.sheet, least), address(paper.sheet, most))
        self.kinds[kind] = KindCells(
            number=number,
            often=address(paper.sheet, count),
            happened=address(paper.sheet, happened),
            first=address(paper.sheet, first),
            in_force=address(paper.sheet, held),
            first_in_force=address(paper.sheet, first_held),
            amount=amount,
            another=f"{address(paper.sheet, happened)}={UNKNOWN}",
        )

    def _write_together(self, name: str, several: SeveralEvents, row: int) -> None:
        """Events that earn an award together, as one: on the later day, or on any of their days."""
        put, paper = self.paper.formula, self.paper
        parts = [self.kinds[kind] for kind in several.names]
        paper.row = row
        paper.put(1, self.words.event(name), "label")
        paper.put(2, row - _KINDS_AT + 1, "number")
        happened = [each.happened for each in parts]
        if several.all_needed:
            count = put(3, f"MIN(1,{','.join(each.often for each in parts)})", "number")
            at = put(5, every(happened), "truth")
            latest = f"MAX({','.join(each.first for each in parts)})"
            first = put(6, f"IF({count}>0,{latest},0)", "day")
            held = put(7, yes(f"COUNTIFS(EVENT_DAY,{first},EVENT_IN_FORCE,1)>0"), "number")
            first_held = put(8, f"IF({held}>0,{first},0)", "day")
            another = f"{address(paper.sheet, at)}={UNKNOWN}"
        else:
            count = put(3, f"SUM({','.join(each.often for each in parts)})", "number")
            at = put(5, some(happened), "truth")
            first = put(6, _earliest([each.first for each in parts]), "day")
            held = put(7, f"SUM({','.join(each.in_force for each in parts)})", "number")
            first_held = put(8, _earliest([each.first_in_force for each in parts]), "day")
            another = one_of([each.another for each in parts])
        self.kinds[name] = KindCells(
            number=row - _KINDS_AT + 1,
            often=address(paper.sheet, count),
            happened=address(paper.sheet, at),
            first=address(paper.sheet, first),
            in_force=address(paper.sheet, held),
            first_in_force=address(paper.sheet, first_held),
            amount=NONE,
            another=another,
        )

    def _write_bases(self) -> None:
        """Events of which other amounts count than those on the policy's days."""
        bases = self.policy.relations.bases
        rows = {name: self._counting(name, base) for name, base in bases.items()}
        paper = self.paper
        paper.row = self.rows.end + 1
        paper.across(self._say("bases"), COLUMNS, "section")
        heads = (
            "event", "counted_which", "count", "", "happened", "", "", "", "amount_least",
            "amount_most",
        )  # fmt: skip
        paper.line(*(each and self._say(each) for each in heads), look="head")
        for name, base in bases.items():
            self.kinds[name] = self._write_base(base, rows[name])
            paper.row += 1

    def _counting(self, name: str, base: Base) -> RowCells:
        """Columns beside the events: which of them count, and what they are worth."""
        kind, counted = self.kinds[base.event], base.counted
        tests = [f"B{{row}}={kind.number}", "D{row}=1"]
        if isinstance(counted, CountedWindow):
            anchor = self.kinds[counted.event].first
            days = SheetDays(self.numbers, self.words)
            since, until = counted_between(days, name, counted, anchor)
            tests.append(f"{anchor}>0")
            tests += [f"C{{row}}>={bound}" for bound in since]
            tests += [f"C{{row}}<={bound}" for bound in until]
        said = f"{self.words.event(base.event)}{self.words.gap}{counted_text(self.words, counted)}"
        return self.rows.counting(said, both(*tests))

    def _write_base(self, base: Base, rows: RowCells) -> KindCells:
        kind, put, paper = self.kinds[base.event], self.paper.formula, self.paper
        paper.put(1, self.words.event(base.event), "label")
        paper.put(2, counted_text(self.words, base.counted), "text")
        count = put(3, f"SUM({rows.counts})", "number")
        at = kind.happened
        if isinstance(base.counted, CountedWindow):
            anchor = self.kinds[base.counted.event].happened
            at = f"IF(AND({at}>0,{anchor}={UNKNOWN}),{UNKNOWN},{at})"
        happened = address(paper.sheet, put(5, at, "truth"))
        amount = NONE
        if self.policy.events[base.event].amount:
            least = put(9, f"ROUND(SUM({rows.amounts}),2)", "amount")
            nobody_knows = f"AND({count}=0,{happened}={UNKNOWN})"
            open_end = f"OR(SUM({rows.missing})>0,{nobody_knows})"
            most = put(10, f"IF({open_end},{UNLIMITED},{least})", "amount")
            amount = Span(address(paper.sheet, least), address(paper.sheet, most))
        return kind._replace(
            happened=happened, in_force=address(paper.sheet, count), amount=amount, rows=rows
        )

    def _write_paid(self) -> None:
        self.paper.row += 1
        self.paper.across(self._say("paid_by_award"), COLUMNS, "section")
        self.paper.line(*map(self._say, ("award", "serial", "paid")), look="head")
        for number, award in enumerate(self.policy.awards, 1):
            self.paper.put(1, self.words.text(award.title), "label")
            self.paper.put(2, number, "number")
            paid = f"ROUND(SUMIFS(PAYMENT_AMOUNT,PAYMENT_AWARD,{number},PAYMENT_COUNTS,1),2)"
            at = self.paper.formula(3, paid, "amount")
            self.paid[award.id] = address(self.paper.sheet, at)
            self.paper.row += 1
        self.paper.row += not self.policy.awards


def _earliest(days: list[str]) -> str:
    """The earliest of some days; 0 if there is none."""
    least = ",".join(f"IF({day}>0,{day},{_NEVER})" for day in days)
    return f"IF(MAX({','.join(days)})=0,0,MIN({least}))"
