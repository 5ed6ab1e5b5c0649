"""The sheet of results: what the formulas give, beside what the library gave when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar, cast

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.engines.sheet.bench import quoted
from listing_rewards.engines.sheet.calculation import Calculation
from listing_rewards.engines.sheet.formulas import Span
from listing_rewards.engines.sheet.shares import Line, PartCells, Together
from listing_rewards.engines.sheet.summary import Summary
from listing_rewards.engines.sheet.undertakings import ExposureCells
from listing_rewards.files.spreadsheet.sheet import Paper
from listing_rewards.files.spreadsheet.styles import set_up
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.range import Bounds, exactly
from listing_rewards.words import say

T = TypeVar("T")

_NO_LIMIT = 10**99
_WIDTH = 16
_MOVED = DifferentialStyle(
    font=Font(color="9C0006", bold=True),
    fill=PatternFill("solid", start_color="FFC7CE", end_color="FFC7CE"),
)


class Column(NamedTuple):
    """An amount of an award: what it is called, and whether it can be a range."""

    name: str
    ranges: bool = True

    def shown(self, ends: Iterable[T]) -> list[T]:
        """What is shown of it: both ends, or the one amount."""
        both = list(ends)
        return both if self.ranges else both[:1]

    def given(self, line: AwardLine) -> Bounds:
        """The amount as the library gave it."""
        amount = getattr(line, self.name)
        return exactly(amount) if isinstance(amount, Decimal) else cast(Bounds, amount)


def columns_of(policy: Policy) -> tuple[Column, ...]:
    """The amounts that are shown of each award under a policy."""
    names = ["nominal", "entitled", "paid", "payable", "withheld", "overpaid"]
    if not any(notice.effect == "withhold" for notice in policy.notices):
        names.remove("withheld")
    return tuple(Column(name, ranges=name != "paid") for name in names)


class ResultSheet:
    """Writes the sheet of results of one assessment."""

    def __init__(self, sheet: Worksheet, words: Phrasing) -> None:
        self.words = words
        self.answer: Assessment = words.answer
        self.paper = Paper(sheet)
        self._columns = columns_of(self.answer.policy)
        self._across = 2 + sum(1 + column.ranges for column in self._columns)
        widths = (40, 13, *[_WIDTH] * (self._across - 2))
        set_up(sheet, widths, frozen="B3", heads=None, lang=words.lang)
        self.paper.across(self._say("results"), self._across, "title")
        enterprise, document = self.answer.case.enterprise, self.answer.policy.document
        said = self._say("results_of", name=enterprise.name, title=words.text(document.title))
        self.paper.across(said, self._across, "note")

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say("workbook", self.words.lang, key, *variant, **values)

    def live(
        self,
        calculation: Calculation,
        totals: Sequence[Together],
        summary: Summary,
        paid: dict[str, str],
        unread: str,
    ) -> None:
        """The totals and awards as formulas, then what the library gave.

        `paid` is where what was paid for each award stands, `unread` the number of cells that
        cannot be read.
        """
        self._totals(calculation, summary, calculation.outside(unread))
        start = self._table_head("lines")
        lines = {line.granted.award.id: line for each in totals for line in each.lines}
        for award in self.answer.policy.awards:
            self._live_line(calculation, lines[award.id], summary, paid[award.id])
        self._groups(calculation, totals)
        self._compare(start, self._given())

    def narrower(self, answer: Assessment) -> None:
        """What the library gives, where formulas that take each place by itself give more."""
        given, shown = (a.payable_range for a in (answer, self.answer))
        if given != shown:
            note = self._say("narrower", amount=self.words.payable(answer))
            self.paper.across(note, self._across, "note")

    def written(self, reasons: Sequence[str]) -> None:
        """The library's own values, where a sheet cannot compute them; says why."""
        for reason in reasons:
            self.paper.across(self._say("not_live", reason=reason), self._across, "note")
        self._given()

    def _section(self, key: str, heads: Sequence[str]) -> None:
        self.paper.row += 1
        self.paper.across(self._say(key), self._across, "section")
        self.paper.line(*heads, look="head")

    def _ranged(self, name: str) -> list[str]:
        """The heads of an amount that can be a range."""
        return [
            self._say(name) + self.words.bracket(self._say(end)) for end in ("at_least", "at_most")
        ]

    def _amounts(self, column: int, formulas: Iterable[str]) -> None:
        """Formulas from a column on; ends the row."""
        for place, formula in enumerate(formulas, column):
            self.paper.formula(place, formula, "amount")
        self.paper.row += 1

    # ---- what the formulas give ------------------------------------------------------------

    def _totals(self, calculation: Calculation, summary: Summary, unread: str) -> None:
        heads = ("at_least", "at_most", "at_least_wan", "at_most_wan", "given_least", "given_most")
        self._section("totals", [self._say("amount_of"), "", *map(self._say, heads)])
        self.paper.put(1, self._say("input_check"), "total_text")
        fine, wrong = quoted(self._say("inputs_fine")), quoted(self._say("inputs_wrong"))
        read = self.paper.formula(2, f'IF({unread}=0,{fine},{unread}&" "&{wrong})', "status")
        self._mark(f"{read}<>{fine}", read)
        self.paper.row += 1
        self.paper.put(1, self._say("as_of"), "total_text")
        self.paper.put(2, None, "total_text")
        self.paper.formula(3, "AS_OF", "day")
        self.paper.row += 1
        answer = self.answer
        given = {
            "payable": answer.payable_range,
            "entitled": answer.entitled,
            "withheld": answer.withheld,
            "overpaid": answer.overpaid,
            "paid": exactly(answer.paid),
        }
        for name, span in summary.totals.items():
            self.paper.put(1, self._say(name), "total_text")
            self.paper.put(2, None, "total_text")
            for i, end in enumerate(calculation.outside_span(span)):
                at = self.paper.formula(3 + i, end, "total_amount")
                self.paper.formula(5 + i, f"{at}/10000", "wan")
                written = self.paper.put(7 + i, _ends(given[name])[i], "given")
                self._mark(f"{at}<>{written}", at)
            self.paper.row += 1

    def _table_head(self, key: str) -> int:
        """The head of a table of awards; answers the row of its first line."""
        heads = [self._say("award"), self._say("status")]
        for column in self._columns:
            heads += self._ranged(column.name) if column.ranges else [self._say(column.name)]
        self._section(key, heads)
        return self.paper.row

    def _live_line(self, calculation: Calculation, line: Line, summary: Summary, paid: str) -> None:
        self.paper.put(1, self.words.text(line.granted.award.title), "label")
        status = calculation.outside(summary.status[line.granted.award.id])
        self.paper.formula(2, status, "status")
        spans = {
            "nominal": line.granted.nominal,
            "entitled": line.entitled,
            "payable": line.payable,
            "withheld": line.withheld,
            "overpaid": line.overpaid,
        }
        shown = []
        for column in self._columns:
            span = Span(paid, paid)
            if column.name in spans:
                span = calculation.outside_span(spans[column.name])
            shown += column.shown(span)
        self._amounts(3, shown)

    def _groups(self, calculation: Calculation, totals: Sequence[Together]) -> None:
        groups = [each for each in totals if each.group and each.lines]
        if not groups:
            return
        heads = [self._say("group"), ""]
        for name in ("entitled", "payable", "overpaid"):
            heads += self._ranged(name)
        self._section("groups", heads)
        for each in groups:
            title = self.answer.policy.groups[each.group or ""].title
            self.paper.put(1, self.words.text(title), "label")
            self.paper.put(2, None, "text")
            spans = (each.entitled, each.payable, each.overpaid)
            self._amounts(3, (end for span in spans for end in calculation.outside_span(span)))

    def parts(
        self, section: str, of: str, calculation: Calculation, parts: Sequence[PartCells]
    ) -> None:
        """What each level of government bears, or what is for somebody else."""
        if parts:
            heads = ("award", of, "at_least", "at_most")
            self._section(section, [*map(self._say, heads)])
        for each in parts:
            self.paper.put(1, self.words.award(each.award), "label")
            self.paper.put(2, each.title, "text")
            self._amounts(3, calculation.outside_span(each.amount))

    def exposures(self, calculation: Calculation, exposures: Sequence[ExposureCells]) -> None:
        """What could be called back."""
        if exposures:
            heads = ("award", "holds", "at_least", "at_most", "exposed_at_most", "undertaking")
            self._section("exposures", [*map(self._say, heads)])
        for each in exposures:
            title = self.answer.policy.relations.undertakings[each.undertaking].title
            self.paper.put(1, self.words.award(each.award), "label")
            self.paper.formula(2, calculation.outside(each.truth), "truth")
            self.paper.put(6, self.words.text(title), "text")
            whole = calculation.outside(each.whole)
            self._amounts(3, (*calculation.outside_span(each.amount), whole))

    # ---- what the library gave -------------------------------------------------------------

    def _given(self) -> int:
        start = self._table_head("given")
        for line in self.answer.lines:
            self.paper.put(1, self.words.award(line.award), "label")
            self.paper.put(2, self.words.say("answer.status", line.status), "status")
            place = 3
            for column in self._columns:
                for end in column.shown(_ends(column.given(line))):
                    self.paper.put(place, end, "given")
                    place += 1
            self.paper.row += 1
        return start

    def _compare(self, live: int, given: int) -> None:
        """Cells that no longer show what the library gave are marked."""
        if self.answer.lines:
            end = self.paper.sheet.cell(live + len(self.answer.lines) - 1, self._across)
            self._mark(f"B{live}<>B{given}", f"B{live}:{end.coordinate}")

    def _mark(self, condition: str, cells: str) -> None:
        """Cells that are red where a condition holds, as seen from the first of them."""
        moved = Rule(type="expression", formula=[condition], dxf=_MOVED)
        self.paper.sheet.conditional_formatting.add(cells, moved)


def _ends(bounds: Bounds) -> tuple[Decimal | int, Decimal | int]:
    """Both ends; no limit as the sheet's number for it."""
    return bounds.at_least, _NO_LIMIT if bounds.at_most is None else bounds.at_most
