"""The conditions of a policy as formulas: each a truth that moves with the facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple, assert_never

from listing_rewards.audit.workbook.calculation import Calculation
from listing_rewards.audit.workbook.events import Events
from listing_rewards.audit.workbook.facts import FactCells
from listing_rewards.audit.workbook.formulas import (
    UNKNOWN,
    Span,
    both,
    every,
    one_of,
    opposite,
    some,
    yes,
)
from listing_rewards.audit.workbook.looks import Look
from listing_rewards.audit.workbook.numbers import Numbers
from listing_rewards.periods import LATEST
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    AttributeCondition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.declared import Unit
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import Phrasing

NUMBER_LOOKS: dict[Unit, Look] = {
    "yuan": "input_amount",
    "percent": "input_rate",
    "number": "input_number",
}


class Bench(NamedTuple):
    """What formulas are made from, and where they are written."""

    words: Phrasing
    policy: Policy
    facts: FactCells
    events: Events
    numbers: Numbers
    calculation: Calculation


class RangeCells(NamedTuple):
    """The bounds of a range of numbers, as conditions of the sheet on a number."""

    lower: str | None
    upper: str | None
    above: str
    under: str

    def holds(self, number: str) -> str:
        """That a number lies within the bounds."""
        tests = []
        if self.lower is not None:
            tests.append(f"{number}{self.above}{self.lower}")
        if self.upper is not None:
            tests.append(f"{number}{self.under}{self.upper}")
        return both(*tests) if tests else "TRUE()"


def range_cells(bench: Bench, numbers: Range, path: str, of: str, ground: Ground) -> RangeCells:
    """The bounds of a figure or event amount `of` as cells, each written once."""
    words, say = bench.words, bench.calculation.say
    unit = words.unit(of)
    cells: dict[str, str | None] = {"lower": None, "upper": None}
    for key, end in (
        ("at_least", "lower"),
        ("over", "lower"),
        ("at_most", "upper"),
        ("below", "upper"),
    ):
        value: Decimal | None = getattr(numbers, key)
        if value is not None:
            label = say(f"bound_{key}", name=words.figure(of))
            cells[end] = bench.numbers.cell(
                f"{path}.{key}", label, value, NUMBER_LOOKS[unit], ground
            )
    above = ">" if numbers.over is not None else ">="
    under = "<" if numbers.below is not None else "<="
    return RangeCells(cells["lower"], cells["upper"], above, under)


class ConditionFormulas:
    """Writes each condition once, where it is first asked for."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._truths: dict[str, str] = {}

    def truth(self, name: str) -> str:
        """Where the truth of a condition stands, on the sheet of the calculation."""
        if name not in self._truths:
            self._truths[name] = self._written(name)
        return self._truths[name]

    def _written(self, name: str) -> str:
        bench = self._bench
        condition = bench.policy.conditions[name]
        match condition:
            case FlagCondition():
                formula = self._flag(condition)
            case FigureCondition():
                formula = self._figure(name, condition)
            case AttributeCondition():
                formula = self._attribute(condition)
            case HappenedCondition():
                formula = self._happened(name, condition)
            case AbsentCondition():
                formula = opposite(bench.events.kinds[condition.absent].happened)
            case SeasoningCondition():
                formula = (self._tested if condition.tested_on else self._held)(name, condition)
            case AllCondition():
                formula = every(map(self.truth, conditions_within(condition)))
            case AnyCondition():
                formula = some(map(self.truth, conditions_within(condition)))
            case NotCondition():
                formula = opposite(self.truth(condition.not_met))
            case _:
                assert_never(condition)
        text = condition_text(bench.words, condition)
        return bench.calculation.truth(text, formula, bench.policy.grounds[f"conditions.{name}"])

    def _flag(self, condition: FlagCondition) -> str:
        bench = self._bench
        cell, say = bench.facts.flags[condition.flag], bench.calculation.say
        presumed = bench.policy.flags[condition.flag].presumed is not None
        silent = "1" if presumed else UNKNOWN
        return f'IF({cell}="{say("yes")}",1,IF({cell}="{say("no")}",0,{silent}))'

    def _figure(self, name: str, condition: FigureCondition) -> str:
        bench = self._bench
        path = f"conditions.{name}"
        ground = bench.policy.grounds[path]
        cells = range_cells(bench, condition, path, condition.figure, ground)
        if condition.figure in bench.facts.figures:
            cell = bench.facts.figures[condition.figure]
            return f'IF({cell}="",{UNKNOWN},{yes(cells.holds(cell))})'
        return lies_within(bench.events.kinds[condition.figure].amount, cells)

    def _attribute(self, condition: AttributeCondition) -> str:
        bench = self._bench
        cell = bench.facts.attributes[condition.attribute]
        labels = [bench.words.value(condition.attribute, value) for value in condition.one_of]
        meets = one_of([f"{cell}={quoted(label)}" for label in labels])
        return f'IF({cell}="",{UNKNOWN},{yes(meets)})'

    def _happened(self, name: str, condition: HappenedCondition) -> str:
        bench = self._bench
        kind = bench.events.kinds[condition.happened]
        first, last = "0", None
        if condition.first:
            first = self._day_cell(name, "first", condition.first)
        if condition.last:
            last = self._day_cell(name, "last", condition.last)
        days = f'EVENT_KIND,{kind.number},EVENT_COUNTS,1,EVENT_DAY,">="&{{low}}'
        if condition.after is None:
            found = f"COUNTIFS({days.format(low=first)}{_up_to(last)})>0"
            return f"IF({kind.often}=0,{kind.happened},{yes(found)})"
        anchor = bench.events.kinds[condition.after]
        possible = yes(f"COUNTIFS({days.format(low=first)}{_up_to(last)})>0")
        limit = self._limit(name, condition)

        def in_time(row: int) -> str:
            low, high = f"MAX(C{row},{first})", last
            if limit is not None:
                until = limit.format(day=f"C{row}")
                high = f"MIN({until},{last or 'DATE(2199,12,31)'})"
            found = f"COUNTIFS({days.format(low=low)}{_up_to(high)})>0"
            return f"IF(AND(B{row}={anchor.number},D{row}=1),{yes(found)},0)"

        column = bench.events.rows.column(
            bench.calculation.say("in_time", name=self._about(name)), in_time
        )
        neither = f"MIN({kind.happened},{anchor.happened})"
        no_anchor = f"MIN({possible},{anchor.happened})"
        found_one = yes(f"SUM({column})>0")
        return f"IF({kind.often}=0,{neither},IF({anchor.often}=0,{no_anchor},{found_one}))"

    def _day_cell(self, name: str, key: str, day: date) -> str:
        return self._cell(name, key, f"day_{key}", day, "input_day")

    def _cell(self, name: str, key: str, label: str, value: date | int, look: Look) -> str:
        """Where a number of a condition stands."""
        path, bench = f"conditions.{name}", self._bench
        said = bench.calculation.say(label, name=self._about(name))
        return bench.numbers.cell(f"{path}.{key}", said, value, look, bench.policy.grounds[path])

    def _about(self, name: str) -> str:
        """The event that a condition is about."""
        condition = self._bench.policy.conditions[name]
        kind = str(getattr(condition, "seasoning", None) or getattr(condition, "happened", ""))
        return self._bench.words.event(kind)

    def _limit(self, name: str, condition: HappenedCondition) -> str | None:
        """The last day of the time after a day, as a formula with a place for that day."""
        if not condition.bounded:
            return None
        span = 12 * condition.within_years + condition.within_months
        months = self._cell(name, "within_months", "within_months", span, "input_number")
        days = self._cell(name, "within_days", "within_days", condition.within_days, "input_number")
        return f"EDATE({{day}},{months})+{days}"

    def _full(self, name: str, condition: SeasoningCondition) -> str:
        """The first day on which the period counts as full, with a place for its first day."""
        span = 12 * condition.years + condition.months
        months = self._cell(name, "months", "period_months", span, "input_number")
        later = int(condition.counting == "civil_code")
        day_after = self._cell(name, "counting", "period_counting", later, "input_number")
        return f"EDATE({{day}},{months})+{day_after}"

    def _tested(self, name: str, condition: SeasoningCondition) -> str:
        bench, calculation = self._bench, self._bench.calculation
        words, say = bench.words, calculation.say
        started = bench.events.kinds[condition.seasoning]
        tested = "0"
        for kind in reversed(condition.tested_on or ()):
            cells = bench.events.kinds[kind]
            otherwise = f"IF({cells.happened}={UNKNOWN},-1,{tested})"
            tested = f"IF({cells.often}>0,{cells.first},{otherwise})"
        names = words.listing(map(words.event, condition.tested_on or ()))
        tested_on = calculation.day(say("tested_on", event=names), tested)
        broken_on, break_unknown = "0", "FALSE()"
        if condition.restarted_by:
            breaks = bench.events.kinds[condition.restarted_by]
            last = (
                f"_xlfn.MAXIFS(EVENT_DAY,EVENT_KIND,{breaks.number},EVENT_COUNTS,1,"
                f'EVENT_DAY,"<="&{tested_on})'
            )
            event = words.event(condition.restarted_by)
            broken_on = calculation.day(say("broken_on", event=event), last)
            break_unknown = f"{breaks.happened}={UNKNOWN}"
        start = (
            f"_xlfn.MINIFS(EVENT_DAY,EVENT_KIND,{started.number},EVENT_COUNTS,1,"
            f'EVENT_DAY,"<="&{tested_on},EVENT_DAY,">="&{broken_on})'
        )
        event = words.event(condition.seasoning)
        started_on = calculation.day(say("started_on", event=event), start)
        full = self._full(name, condition).format(day=started_on)
        full_on = calculation.day(say("full_on"), f"IF({started_on}=0,0,{full})")
        compared = f"IF({tested_on}>={full_on},IF({break_unknown},{UNKNOWN},1),0)"
        known = f"IF({started.happened}={UNKNOWN},{UNKNOWN},IF({started_on}=0,0,{compared}))"
        test_day = f"IF({tested_on}=0,0,IF({tested_on}<0,{UNKNOWN},{known}))"
        return f"IF({started.happened}=0,0,{test_day})"

    def _held(self, name: str, condition: SeasoningCondition) -> str:
        bench = self._bench
        started, full = bench.events.kinds[condition.seasoning], self._full(name, condition)
        breaks = bench.events.kinds[condition.restarted_by] if condition.restarted_by else None

        def held(row: int) -> str:
            end = full.format(day=f"C{row}")
            tests = [f"B{row}={started.number}", f"D{row}=1"]
            inner = [f"{end}<=AS_OF"]
            if breaks:
                inner.append(
                    f'COUNTIFS(EVENT_KIND,{breaks.number},EVENT_COUNTS,1,EVENT_DAY,">"&C{row},'
                    f'EVENT_DAY,"<="&{end})=0'
                )
            return f"IF({both(*tests)},{yes(both(*inner))},0)"

        column = bench.events.rows.column(
            bench.calculation.say("held", name=self._about(name)), held
        )
        met = f"IF({breaks.happened}={UNKNOWN},{UNKNOWN},1)" if breaks else "1"
        return f"IF({started.happened}<1,{started.happened},IF(SUM({column})>0,{met},0))"


def _up_to(last: str | None) -> str:
    return "" if last is None else f',EVENT_DAY,"<="&{last}'


def quoted(text: str) -> str:
    """A text within a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def lies_within(stated: Span, bounds: RangeCells) -> str:
    """Whether a number that is known as a range lies within bounds."""
    least, most = stated
    met = both(bounds.holds(least), bounds.holds(most))
    outside = []
    if bounds.lower is not None:
        outside.append(f"AND({most}<={bounds.lower},NOT({bounds.holds(most)}))")
    if bounds.upper is not None:
        outside.append(f"AND({least}>={bounds.upper},NOT({bounds.holds(least)}))")
    return f"IF({met},1,IF({one_of(outside)},0,{UNKNOWN}))"


def limited(day: str) -> str:
    """A day, no later than the last one that is computed with."""
    return f"MIN({day},DATE({LATEST.year},{LATEST.month},{LATEST.day}))"
