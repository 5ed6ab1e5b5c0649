"""The conditions of a policy as formulas: each a truth that moves with the facts."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from listing_rewards.engines.sheet.bench import Bench, quoted
from listing_rewards.engines.sheet.formulas import UNKNOWN, every, one_of, opposite, some, yes
from listing_rewards.engines.sheet.ranges import lies_within, range_cells
from listing_rewards.engines.sheet.seasoning import SeasoningFormulas
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
from listing_rewards.report.conditions import condition_text


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
                formula = SeasoningFormulas(bench, name, condition).truth()
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
            first = self._day(name, condition, "first", condition.first)
        if condition.last:
            last = self._day(name, condition, "last", condition.last)
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

        head = bench.calculation.say("in_time", name=bench.words.event(condition.happened))
        column = bench.events.rows.column(head, in_time)
        neither = f"MIN({kind.happened},{anchor.happened})"
        no_anchor = f"MIN({possible},{anchor.happened})"
        found_one = yes(f"SUM({column})>0")
        return f"IF({kind.often}=0,{neither},IF({anchor.often}=0,{no_anchor},{found_one}))"

    def _day(self, name: str, condition: HappenedCondition, key: str, day: date) -> str:
        return self._bench.of_condition(name, condition.happened, key, day, "input_day")

    def _limit(self, name: str, condition: HappenedCondition) -> str | None:
        """The last day of the time after a day, as a formula with a place for that day."""
        if not condition.bounded:
            return None
        cell, about = self._bench.of_condition, condition.happened
        span = 12 * condition.within_years + condition.within_months
        months = cell(name, about, "within_months", span)
        days = cell(name, about, "within_days", condition.within_days)
        return f"EDATE({{day}},{months})+{days}"


def _up_to(last: str | None) -> str:
    return "" if last is None else f',EVENT_DAY,"<="&{last}'
