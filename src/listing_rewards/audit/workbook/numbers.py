"""The sheet of the policy's numbers, each with its clause, in cells that an auditor may change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.audit.sheets.looks import Look, set_up
from listing_rewards.audit.sheets.paper import Paper, address
from listing_rewards.audit.workbook.words import say
from listing_rewards.policy.source import Ground
from listing_rewards.report.phrasing import Phrasing

_COLUMNS = 5


class Numbers:
    """Writes each number of the policy once, where it is first used.

    Attributes:
        award_titles: where the titles of the awards stand, one below the other.
    """

    def __init__(self, sheet: Worksheet, words: Phrasing) -> None:
        self.words = words
        self.paper = Paper(sheet)
        self._places: dict[str, str] = {}
        set_up(sheet, (46, 20, 30, 62, 40), frozen="B4", heads=3, lang=words.lang)
        self.paper.across(self._say("numbers"), _COLUMNS, "title")
        self.paper.across(self._say("numbers_hint"), _COLUMNS, "note")
        heads = ("number", "value", "clause", "clause_text", "path")
        self.paper.line(*map(self._say, heads), look="head")
        self.award_titles = self._awards()

    def _say(self, key: str, **values: object) -> str:
        return say(self.words.lang, key, **values)

    def _awards(self) -> str:
        self.heading(self._say("awards"))
        first = self.paper.row
        for award in self.words.policy.awards:
            ground = self.words.policy.grounds[f"awards.{award.id}"]
            self._row(self.words.text(award.title), award.id, "text", ground, f"awards.{award.id}")
        last = max(first, self.paper.row - 1)
        return address(self.paper.sheet, f"A{first}:A{last}")

    def heading(self, text: str) -> None:
        """The numbers that follow belong to this part of the policy."""
        self.paper.across(text, _COLUMNS, "section")

    def cell(
        self, path: str, label: str, value: Decimal | date | int, look: Look, ground: Ground | None
    ) -> str:
        """Where a number stands, as seen from other sheets; written when first asked for."""
        if path not in self._places:
            self._places[path] = self._row(label, value, look, ground, path)
        return self._places[path]

    def list_of(self, label: str, names: tuple[str, ...]) -> str:
        """Where some names stand, one below the other, as seen from other sheets."""
        first = self.paper.row
        for name in names:
            self.paper.put(1, label, "label")
            self.paper.put(2, name, "text")
            self.paper.row += 1
        return address(self.paper.sheet, f"B{first}:B{self.paper.row - 1}")

    def _row(
        self,
        label: str,
        value: Decimal | date | int | str,
        look: Look,
        ground: Ground | None,
        path: str,
    ) -> str:
        self.paper.put(1, label, "label")
        at = self.paper.put(2, value, look)
        item, text = self._source(ground)
        self.paper.put(3, item, "text")
        self.paper.put(4, text, "text")
        self.paper.put(5, path, "text")
        self.paper.row += 1
        return address(self.paper.sheet, at)

    def _source(self, ground: Ground | None) -> tuple[str, str]:
        policy, words = self.words.policy, self.words
        if ground is None:
            return "", ""
        if ground.clause:
            clause = policy.clauses[ground.clause]
            return words.text(clause.item), words.text(clause.text)
        return self._say("assumed"), words.text(policy.assumptions[ground.assumed or ""])
