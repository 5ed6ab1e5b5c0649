"""The sheet of facts: what the case states, in cells that an auditor may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.case import Case
from listing_rewards.files.spreadsheet.sheet import Paper, Value, address
from listing_rewards.files.spreadsheet.styles import Look, set_up
from listing_rewards.policy.fact_kinds import Unit
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

_COLUMNS = 5
_EVIDENCE = 5
"""The column of what proves a fact."""
_SPARE_EVENTS, _SPARE_PAYMENTS = 20, 10
_LONGEST_LIST = 255
_FIGURE_LOOKS: dict[Unit, Look] = {
    "yuan": "input_amount",
    "percent": "input_rate",
    "number": "input_number",
}


@dataclass
class FactCells:
    """Where each fact stands, as seen from other sheets.

    Attributes:
        title: the sheet's name.
        as_of: the as-of date.
        kinds: the labels of the declared events, one below the other, in the policy's order.
        absent, figures, flags, attributes, approved, applied: the cell of each, by name.
        events, payments: the first and last row of the two tables.
    """

    title: str
    as_of: str = ""
    kinds: str = ""
    absent: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    flags: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    approved: dict[str, str] = field(default_factory=dict)
    applied: dict[str, str] = field(default_factory=dict)
    events: tuple[int, int] = (0, 0)
    payments: tuple[int, int] = (0, 0)


class FactSheet:
    """Writes the facts of one case."""

    def __init__(self, sheet: Worksheet, words: Phrasing, award_titles: str) -> None:
        self.words = words
        self.case: Case = words.answer.case
        self.paper = Paper(sheet)
        self.cells = FactCells(sheet.title)
        self._award_titles = award_titles

    def write(self) -> FactCells:
        """The whole sheet; answers where the facts stand."""
        sheet = self.paper.sheet
        set_up(sheet, (44, 30, 20, 24, 34), frozen="B3", heads=None, lang=self.words.lang)
        self.paper.across(self._say("facts"), _COLUMNS, "title")
        self.paper.across(self._say("facts_hint"), _COLUMNS, "note")
        self._enterprise()
        self._figures()
        self._flags()
        self._attributes()
        self._approved()
        self._applied()
        self._absent()
        self._events()
        self._payments()
        return self.cells

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say("workbook", self.words.lang, key, *variant, **values)

    def _section(self, key: str, heads: Sequence[str]) -> None:
        self.paper.row += 1
        self.paper.across(self._say(key), _COLUMNS, "section")
        self.paper.line(*(head and self._say(head) for head in heads), look="head")

    def _input(
        self, label: str, value: Value, look: Look, note: str = "", place: str | None = None
    ) -> str:
        """A row with one fact; answers its place as seen from other sheets.

        Args:
            label: what it is called.
            value: what the case states.
            look: of the cell.
            note: beside it.
            place: where it stands in a case, if it may have evidence.
        """
        self.paper.put(1, label, "label")
        at = self.paper.put(2, value, look)
        if note:
            self.paper.put(3, note, "text")
        if place is not None:
            self.paper.put(_EVIDENCE, self.case.evidence.get(place), "input_text")
        self.paper.row += 1
        return address(self.paper.sheet, at)

    def _enterprise(self) -> None:
        self._section("enterprise", ())
        self.paper.row -= 1
        enterprise = self.case.enterprise
        for key, value in (
            ("name", enterprise.name),
            ("uscc", enterprise.uscc),
            ("county", enterprise.county),
        ):
            self._input(self._say(key), value, "input_text")
        self.cells.as_of = self._input(
            self._say("as_of"), self.words.answer.as_of, "input_day", self._say("as_of_hint")
        )
        self._days(f"B{self.paper.row - 1}")

    def _figures(self) -> None:
        figures = self.words.policy.figures
        if not figures:
            return
        self._section("figures", ("fact", "value", "unit", "", "evidence"))
        for name, kind in figures.items():
            self.cells.figures[name] = self._input(
                self.words.text(kind),
                self.case.figures.get(name),
                _FIGURE_LOOKS[kind.unit],
                self._say("unit_of", kind.unit),
                f"figures.{name}",
            )

    def _flags(self) -> None:
        flags = self.words.policy.flags
        if not flags:
            return
        self._section("flags", ("fact", "value", "values", "", "evidence"))
        answers = (self._say("yes"), self._say("no"))
        listed = self.words.listing(answers)
        for name, kind in flags.items():
            stated = self.case.flags.get(name)
            value = None if stated is None else answers[not stated]
            self.cells.flags[name] = self._input(
                self.words.text(kind),
                value,
                "input_text",
                self._say("presumed", values=listed) if kind.presumed else listed,
                f"flags.{name}",
            )
            self._choice(self.paper.row - 1, 2, answers)

    def _attributes(self) -> None:
        attributes = self.words.policy.attributes
        if not attributes:
            return
        self._section("attributes", ("fact", "value", "values", "", "evidence"))
        for name, kind in attributes.items():
            stated = self.case.attributes.get(name)
            values = [self.words.value(name, each) for each in kind.values]
            self.cells.attributes[name] = self._input(
                self.words.text(kind),
                None if stated is None else self.words.value(name, stated),
                "input_text",
                self.words.listing(values),
                f"attributes.{name}",
            )
            self._choice(self.paper.row - 1, 2, values)

    def _approved(self) -> None:
        ceilings = [award for award in self.words.policy.awards if award.is_a_ceiling]
        if not ceilings:
            return
        self._section("approved", ("award", "amount", "", "", "evidence"))
        for award in ceilings:
            self.cells.approved[award.id] = self._input(
                self.words.text(award.title),
                self.case.approved.get(award.id),
                "input_amount",
                place=f"approved.{award.id}",
            )

    def _applied(self) -> None:
        policy = self.words.policy
        asked = [each for each in policy.awards if each.id in policy.relations.takes_application]
        if not asked:
            return
        self._section("applied", ("award", "day"))
        for award in asked:
            title, on = self.words.text(award.title), self.case.applied.get(award.id)
            self.cells.applied[award.id] = self._input(title, on, "input_day")
            self._days(f"B{self.paper.row - 1}")

    def _absent(self) -> None:
        """Every declared event, in order; the rows number the kinds."""
        events = self.words.policy.events
        self._section("absent", ("event", "absent_stated", "", "", "evidence"))
        first = self.paper.row
        for kind, label in events.items():
            value = self._say("yes") if kind in self.case.absent else None
            self.cells.absent[kind] = self._input(
                self.words.text(label), value, "input_text", place=f"absent.{kind}"
            )
            self._choice(self.paper.row - 1, 2, (self._say("yes"),))
        last = max(self.paper.row - 1, first)
        self.cells.kinds = address(self.paper.sheet, f"A{first}:A{last}")

    def _events(self) -> None:
        self._section("events", ("event", "day", "amount", "ignored_note", "evidence"))
        first = self.paper.row
        for event in self.case.events:
            self._row(self.words.event(event.kind), event.on, event.amount, evidence=event.evidence)
        for _ in range(_SPARE_EVENTS):
            self._row(None, None, None)
        self.cells.events = first, self.paper.row - 1
        self._listed(f"A{first}:A{self.paper.row - 1}", self.cells.kinds)
        self._days(f"B{first}:B{self.paper.row - 1}")
        self._amounts(f"C{first}:C{self.paper.row - 1}")

    def _payments(self) -> None:
        self._section("payments", ("award", "day", "amount", "paid_under", "evidence"))
        first = self.paper.row
        for paid in self.case.payments:
            self._row(
                self.words.award(paid.award), paid.on, paid.amount, paid.policy, paid.evidence
            )
        for _ in range(_SPARE_PAYMENTS):
            self._row(None, None, None)
        self.cells.payments = first, self.paper.row - 1
        self.paper.put(1, None, "note")
        self._listed(f"A{first}:A{self.paper.row - 1}", self._award_titles)
        self._days(f"B{first}:B{self.paper.row - 1}")
        self._amounts(f"C{first}:C{self.paper.row - 1}")

    def _row(
        self,
        what: str | None,
        on: Value,
        amount: Value,
        note: str | None = None,
        evidence: str | None = None,
    ) -> None:
        looks: tuple[Look, ...] = (
            *("input_text", "input_day", "input_amount"),
            *("input_text", "input_text"),
        )
        for column, (value, look) in enumerate(
            zip((what, on, amount, note, evidence), looks, strict=True), 1
        ):
            self.paper.put(column, value, look)
        self.paper.row += 1

    def _choice(self, row: int, column: int, values: Iterable[str]) -> None:
        listed = ",".join(values)
        if len(listed) <= _LONGEST_LIST and '"' not in listed:
            self._validate(self.paper.sheet.cell(row, column).coordinate, f'"{listed}"')

    def _listed(self, cells: str, source: str) -> None:
        self._validate(cells, source)

    def _validate(self, cells: str, source: str) -> None:
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        rule.error = self._say("not_listed")
        self.paper.sheet.add_data_validation(rule)
        rule.add(cells)

    def _amounts(self, cells: str) -> None:
        rule = DataValidation(
            type="decimal",
            operator="greaterThanOrEqual",
            formula1="0",
            allow_blank=True,
            showErrorMessage=True,
        )
        rule.error = self._say("not_an_amount")
        self.paper.sheet.add_data_validation(rule)
        rule.add(cells)

    def _days(self, cells: str) -> None:
        rule = DataValidation(
            type="date",
            operator="between",
            formula1="DATE(1900,3,1)",
            formula2="DATE(2199,12,31)",
            allow_blank=True,
            showErrorMessage=True,
        )
        rule.error = self._say("not_a_day")
        self.paper.sheet.add_data_validation(rule)
        rule.add(cells)
