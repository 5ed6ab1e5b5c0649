"""The sheet of the calculation: numbered rows of formulas, each with its clause."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.engines.sheet.formulas import Span
from listing_rewards.files.spreadsheet.sheet import Paper, address
from listing_rewards.files.spreadsheet.styles import Look, set_up
from listing_rewards.policy.source import Ground
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

_COLUMNS = 6
_WHAT, _VALUE, _LEAST, _MOST, _CLAUSE = range(2, 7)


class Calculation:
    """Writes rows; each answers where its result stands, as seen from this sheet."""

    def __init__(self, sheet: Worksheet, words: Phrasing) -> None:
        self.words = words
        self.paper = Paper(sheet)
        self._section = self._number = 0
        self._heading = ""
        set_up(sheet, (7, 66, 16, 20, 20, 40), frozen="C4", heads=3, lang=words.lang)
        self.paper.across(self.say("calculation"), _COLUMNS, "title")
        self.paper.across(self.say("calculation_hint"), _COLUMNS, "note")
        heads = ("step", "what", "holds", "at_least", "at_most", "clause")
        self.paper.line(*map(self.say, heads), look="head")

    def say(self, key: str, /, *variant: str, **values: object) -> str:
        """A phrase of the workbook."""
        return say("workbook", self.words.lang, key, *variant, **values)

    def section(self, text: str) -> None:
        """A numbered heading; nothing where the rows above stand under it already."""
        if text == self._heading:
            return
        self._heading = text
        self._section += 1
        self._number = 0
        self.paper.across(f"{self._section}  {text}", _COLUMNS, "section")

    def truth(
        self, what: str, formula: str, ground: Ground | None = None, presumed: str | None = None
    ) -> str:
        """A row with a truth; where `presumed` holds, it rests on no clause and is assumed."""
        at = self._value(what, formula, "truth", ground)
        if presumed is not None:
            row = self.paper.row - 1
            source = f"IF({presumed},{_text(self.say('assumed'))},{_text(self._source(ground))})"
            self.paper.row = row
            self.paper.formula(_CLAUSE, source, "text")
            self.paper.row = row + 1
        return at

    def day(self, what: str, formula: str, ground: Ground | None = None) -> str:
        """A row with a day; 0 for none, -1 for one that is not known."""
        return self._value(what, formula, "day", ground)

    def number(self, what: str, formula: str, ground: Ground | None = None) -> str:
        """A row with a number."""
        return self._value(what, formula, "number", ground)

    def word(self, what: str, formula: str) -> str:
        """A row with a word."""
        return self._value(what, formula, "status", None)

    def amount(self, what: str, amount: Span, ground: Ground | None = None) -> Span:
        """A row with a range of yuan."""
        return self.holding(what, None, amount, ground)[1]

    def holding(
        self, what: str, truth: str | None, amount: Span, ground: Ground | None = None
    ) -> tuple[str, Span]:
        """A row with a truth and a range of yuan that goes with it."""
        self._begin(what, ground)
        held = self.paper.put(_VALUE, None, "truth")
        if truth is not None:
            held = self.paper.formula(_VALUE, truth, "truth")
        span = Span(
            self.paper.formula(_LEAST, amount.least, "amount"),
            self.paper.formula(_MOST, amount.most, "amount"),
        )
        self.paper.row += 1
        return held, span

    def outside(self, place: str) -> str:
        """A place of this sheet, or a plain number, as seen from other ones."""
        return address(self.paper.sheet, place) if place[0].isalpha() else place

    def outside_span(self, span: Span) -> Span:
        """A range of this sheet as seen from other ones."""
        return Span(self.outside(span.least), self.outside(span.most))

    def _value(self, what: str, formula: str, look: Look, ground: Ground | None) -> str:
        self._begin(what, ground)
        at = self.paper.formula(_VALUE, formula, look)
        self.paper.put(_LEAST, None, "text")
        self.paper.put(_MOST, None, "text")
        self.paper.row += 1
        return at

    def _begin(self, what: str, ground: Ground | None) -> None:
        self._number += 1
        self.paper.put(1, f"{self._section}.{self._number}", "status")
        self.paper.put(_WHAT, what, "text")
        self.paper.put(_CLAUSE, self._source(ground), "text")

    def _source(self, ground: Ground | None) -> str:
        if ground is None:
            return ""
        if ground.clause:
            return self.words.clause(ground.clause)
        return self.say("assumed")


def _text(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'
