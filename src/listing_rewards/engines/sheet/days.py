"""Days as formulas, as a policy counts them: a number; 0 for none, -1 where that is unknown."""

from __future__ import annotations

from listing_rewards.engines.sheet.numbers import Numbers
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.day import EARLIEST, LATEST


def limited(day: str) -> str:
    """A day, no later than the last one that is computed with."""
    return f"MIN({day},DATE({LATEST.year},{LATEST.month},{LATEST.day}))"


class SheetDays:
    """What is counted from a day.

    Attributes:
        numbers: where the numbers of the policy stand.
        words: what they are called.
    """

    numbers: Numbers
    words: Phrasing

    def __init__(self, numbers: Numbers, words: Phrasing) -> None:
        self.numbers, self.words = numbers, words

    @staticmethod
    def later(day: str, months: str, days: str | None = None) -> str:
        """The corresponding day so many months on, and so many days after that."""
        found = f"EDATE({day},{months})"
        return f"IF({day}=0,0,{found if days is None else f'{found}+{days}'})"

    @staticmethod
    def earlier(day: str, months: str, days: str) -> str:
        """The corresponding day so many months before, and so many days before that."""
        enough = f"AND({day}>0,12*(YEAR(MAX({day},1))-{EARLIEST.year})>{months}+{days}/28+2)"
        return f"IF({enough},EDATE(MAX({day},1),-{months})-{days},0)"

    @staticmethod
    def new_year(day: str, years: int) -> str:
        """1 January of that year."""
        return f"IF({day}=0,0,{limited(f'DATE(YEAR({day})+{years},1,1)')})"

    @staticmethod
    def eve(day: str) -> str:
        """The day before."""
        return f"IF({day}=0,0,{day}-1)"

    def window_count(self, base: str, key: str, value: int) -> str:
        """Where a number of months or days stands of the time in which a base counts."""
        stated = self.words.policy.relations.bases[base]
        name = self.words.event(stated.event)
        said = self.words.say("workbook", "number_of_condition", key, name=name)
        ground = self.words.policy.grounds[stated.path]
        return self.numbers.cell(
            f"{stated.path}.counted.{stated.event}.{key}", said, value, "input_number", ground
        )
