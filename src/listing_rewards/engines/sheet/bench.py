"""What formulas are made from, and where they are written."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.engines.sheet.calculation import Calculation
from listing_rewards.engines.sheet.events import Events
from listing_rewards.engines.sheet.facts import FactCells
from listing_rewards.engines.sheet.numbers import Numbers
from listing_rewards.files.spreadsheet.styles import Look
from listing_rewards.policy.fact_kinds import Unit
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing

NUMBER_LOOKS: dict[Unit, Look] = {
    "yuan": "input_amount",
    "percent": "input_rate",
    "number": "input_number",
}


class Bench(NamedTuple):
    """The facts, the policy's numbers, what counts of the facts, and the calculation."""

    words: Phrasing
    policy: Policy
    facts: FactCells
    events: Events
    numbers: Numbers
    calculation: Calculation

    @property
    def unit(self) -> str:
        """Where the unit stands that amounts are rounded to."""
        rounding, ground = self.policy.rounding, self.policy.grounds["rounding"]
        label = self.calculation.say("number_unit")
        return self.numbers.cell("rounding.unit", label, rounding.unit, "input_amount", ground)


def quoted(text: str) -> str:
    """A text within a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
