"""The sheet of the policy's numbers, each with its clause, in cells that an auditor may change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from listing_rewards.files.spreadsheet.sheet import Paper, address
from listing_rewards.files.spreadsheet.styles import Look, set_up
from listing_rewards.policy.grants import Notice
from listing_rewards.policy.source import Ground
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.words import say

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

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say("workbook", self.words.lang, key, *variant, **values)

    def _awards(self) -> str:
        self.heading(self._say("awards"))
        first = self.paper.row
        for award in self.words.policy.awards:
            path, title = f"awards.{award.id}", self.words.text(award.title)
            source = self._source(self.words.policy.grounds[path])
            self._row(title, award.id, "text", source, path)
        last = max(first, self.paper.row - 1)
        return address(self.paper.sheet, f"A{first}:A{last}")

    @property
    def unread(self) -> str:
        """How many of the numbers written so far are none, as a formula."""
        column = address(self.paper.sheet, f"B1:B{self.paper.row - 1}")
        return f"{len(self._places)}-COUNT({column})"

    def heading(self, text: str) -> None:
        """The numbers that follow belong to this part of the policy."""
        self.paper.across(text, _COLUMNS, "section")

    def cell(
        self, path: str, label: str, value: Decimal | date | int, look: Look, ground: Ground
    ) -> str:
        """Where a number stands, as seen from other sheets; written when first asked for."""
        if path not in self._places:
            self._places[path] = self._row(label, value, look, self._source(ground), path)
        return self._places[path]

    def since(self, notice: Notice) -> str:
        """Where the day stands from which a notice is in force."""
        path = f"notices.{notice.id}.since"
        if path not in self._places:
            source = self.words.text(notice.law), self.words.text(notice.text)
            label = self._say("number_notice_since")
            self._places[path] = self._row(label, notice.since, "input_day", source, path)
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
        source: tuple[str, str],
        path: str,
    ) -> str:
        self.paper.put(1, label, "label")
        at = self.paper.put(2, value, look)
        for column, text in enumerate(source, 3):
            self.paper.put(column, text, "text")
        self.paper.put(5, path, "text")
        self.paper.row += 1
        return address(self.paper.sheet, at)

    def _source(self, ground: Ground) -> tuple[str, str]:
        policy, words = self.words.policy, self.words
        if ground.clause:
            clause = policy.clauses[ground.clause]
            said = [words.text(each.text) for each in (clause, *clause.readings)]
            return words.clause(ground.clause), words.say("policy.list_joint").join(said)
        return self._say("assumed"), words.text(policy.assumptions[ground.assumed or ""])
