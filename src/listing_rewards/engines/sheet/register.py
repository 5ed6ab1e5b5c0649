"""The facts of the sheets as conditions are read on them: days, yes and no, truths as formulas.

A day is a number: 0 for none, -1 where it is unknown whether there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from listing_rewards.engines.sheet.bench import Bench, quoted
from listing_rewards.engines.sheet.days import SheetDays, limited
from listing_rewards.engines.sheet.events import KindCells
from listing_rewards.engines.sheet.formulas import (
    ALWAYS,
    NEVER,
    UNKNOWN,
    both,
    every,
    one_of,
    opposite,
    some,
    yes,
)
from listing_rewards.engines.sheet.ranges import lies_within, range_cells
from listing_rewards.meaning import conditions, register
from listing_rewards.policy.conditions import FlagCondition
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.grants import Notice
from listing_rewards.report.conditions import condition_text

Finding: TypeAlias = register.Finding[str, str, str]
Conditions: TypeAlias = conditions.Conditions[str, str, str, str]

_CONSTANT = {"0", "1", UNKNOWN}


class SheetTruths:
    """Truths as numbers, yes and no as conditions of the sheet."""

    met: str = "1"
    not_met: str = "0"
    in_doubt: str = UNKNOWN
    always: str = ALWAYS
    all_of = staticmethod(every)
    any_of = staticmethod(some)
    opposite = staticmethod(opposite)

    @staticmethod
    def fails(truth: str) -> str:
        """That it is not met."""
        return _compared(truth, "0")

    @staticmethod
    def is_open(truth: str) -> str:
        """That it is unknown."""
        return _compared(truth, UNKNOWN)

    @staticmethod
    def known(holds: str) -> str:
        """Met where it holds."""
        return {ALWAYS: "1", NEVER: "0"}.get(holds) or yes(holds)

    @staticmethod
    def doubtful(holds: str) -> str:
        """Unknown where it holds."""
        return "0" if holds == NEVER else f"IF({holds},{UNKNOWN},0)"

    @staticmethod
    def both(one: str, other: str) -> str:
        """That both hold."""
        parts = [each for each in (one, other) if each != ALWAYS]
        return both(*parts) if parts else ALWAYS

    @staticmethod
    def no(holds: str) -> str:
        """That it does not hold."""
        return {ALWAYS: NEVER, NEVER: ALWAYS}.get(holds) or f"NOT({holds})"


class SheetRegister(SheetTruths, SheetDays):
    """The facts on their sheets.

    Attributes:
        bench: what formulas are made from.
    """

    as_of: str = "AS_OF"
    day_unknown: str = "-1"

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.numbers, bench.words)
        self.bench, self.policy = bench, bench.policy
        self._kinds = bench.events.kinds
        self._calculation, self._say = bench.calculation, bench.calculation.say

    @staticmethod
    def decide(findings: Iterable[Finding]) -> str:
        """What follows from the first finding that applies."""
        *earlier, last = findings
        found = last.truth
        for each in reversed(earlier):
            if each.applies != NEVER:
                found = f"IF({each.applies},{each.truth},{found})"
        return found

    # ---- events ----

    def stated(self, kind: str) -> str:
        """That an event of this kind has happened for certain."""
        return f"{self._kinds[kind].often}>0"

    def happened(self, kind: str) -> str:
        """Where it stands whether an event of this kind has happened."""
        return self._kinds[kind].happened

    def first(self, kind: str, *, not_before: str | None = None, until: str | None = None) -> str:
        """The earliest day within bounds."""
        found = self._kinds[kind]
        if not_before is None and until is None:
            return found.first
        bounds = [(sign, day) for sign, day in (("<=", until), (">=", not_before)) if day]
        return f"_xlfn.MINIFS(EVENT_DAY,{_which(found, bounds)})"

    def last(self, kind: str, *, until: str) -> str:
        """The last day up to a day."""
        return f"_xlfn.MAXIFS(EVENT_DAY,{_which(self._kinds[kind], [('<=', until)])})"

    def falls(
        self,
        kind: str,
        *,
        after: Sequence[str] = (),
        since: Sequence[str] = (),
        until: Sequence[str] = (),
    ) -> str:
        """That an event lies within bounds."""
        signs = ((">", after), (">=", since), ("<=", until))
        bounds = [(sign, day) for sign, days in signs for day in days]
        return f"COUNTIFS({_which(self._kinds[kind], bounds)})>0"

    def some_event(self, kind: str, test: Callable[[str], str], *, op: str, about: str) -> str:
        """That the day of at least one event passes a test, which is a column beside the events."""
        number = self._kinds[kind].number

        def passes(row: int) -> str:
            return f"IF(AND(B{row}={number},D{row}=1),{yes(test(f'C{row}'))},0)"

        head = self._say(op, name=self.bench.words.event(about))
        return f"SUM({self.bench.events.rows.column(head, passes)})>0"

    def falls_in_force(self, kind: str) -> str:
        """That an event lies on the policy's days."""
        return f"{self._kinds[kind].in_force}>0"

    def may_have_another_day(self, kind: str) -> str:
        """That it is unknown if a further event of this kind has happened."""
        return self._kinds[kind].another

    def first_in_force(self, kind: str) -> str:
        """The earliest of those days."""
        return self._kinds[kind].first_in_force

    # ---- of an award ----

    def applied(self, award: str) -> str:
        """The day on which an award was applied for."""
        cell = self.bench.facts.applied.get(award)
        return "0" if cell is None else f"IF(AND(N({cell})>0,N({cell})<=AS_OF),N({cell}),0)"

    def applied_by(self, award: str) -> str:
        """The day of its first payment, by which an award was applied for."""
        return f"_xlfn.MINIFS(PAYMENT_DAY,{self._paid(award)})"

    def last_paid(self, award: str) -> str:
        """The day of the last payment for an award."""
        return f"_xlfn.MAXIFS(PAYMENT_DAY,{self._paid(award)})"

    def _paid(self, award: str) -> str:
        number = [each.id for each in self.policy.awards].index(award) + 1
        return f"PAYMENT_AWARD,{number},PAYMENT_COUNTS,1"

    # ---- days ----

    @staticmethod
    def none(day: str) -> str:
        """That it is no day."""
        return f"{day}=0"

    @staticmethod
    def is_day_unknown(day: str) -> str:
        """That it is unknown if there is a day."""
        return f"{day}<0"

    @staticmethod
    def not_after(one: str, other: str) -> str:
        """That one day is not after another; where neither is asked for unless there is one."""
        return f"{one}<={other}"

    @staticmethod
    def within_calendar(day: str) -> str:
        """The day, or the last one that is computed with."""
        return limited(day)

    @staticmethod
    def first_day(cases: Iterable[tuple[str, str]]) -> str:
        """The day of the first case that applies."""
        found = "0"
        for applies, day in reversed([*cases]):
            found = f"IF({applies},{day},{found})"
        return found

    def count(self, path: str, value: int, label: str, about: str) -> str:
        """Where a number of the policy stands."""
        ground = self.policy.grounds[_owner(path)]
        said = self._said(path, label, about)
        return self.bench.numbers.cell(path, said, value, "input_number", ground)

    def day(self, path: str, value: date, label: str, about: str) -> str:
        """Where a day of the policy stands."""
        ground = self.policy.grounds[_owner(path)]
        said = self._said(path, label, about)
        return self.bench.numbers.cell(path, said, value, "input_day", ground)

    def _said(self, path: str, label: str, about: str) -> str:
        words = self.bench.words
        if label == "part_months":
            return self._say("number_part_months", number=about)
        if label == "undertaking_months":
            promised = self.policy.relations.undertakings[path.split(".")[1]]
            title = words.text(promised.title)
            return self._say("number_undertaking_months", title=title)
        return self._say("number_of_condition", label, name=words.event(about))

    def in_force_since(self, notice: Notice) -> str:
        """Where the day stands from which a notice is in force."""
        return self.bench.numbers.since(notice)

    # ---- other facts ----

    def flag(self, name: str, silent: str) -> str:
        """A yes/no fact."""
        cell = self.bench.facts.flags[name]
        said_yes, said_no = self._say("yes"), self._say("no")
        return f'IF({cell}="{said_yes}",1,IF({cell}="{said_no}",0,{silent}))'

    def attribute(self, name: str, one_of_them: tuple[str, ...]) -> str:
        """Whether an attribute is stated as one of some values."""
        cell = self.bench.facts.attributes[name]
        labels = [self.bench.words.value(name, value) for value in one_of_them]
        meets = one_of([f"{cell}={quoted(label)}" for label in labels])
        return f'IF({cell}="",{UNKNOWN},{yes(meets)})'

    def figure_unstated(self, name: str) -> str:
        """That nothing is stated about a figure."""
        return f'{self.bench.facts.figures[name]}=""'

    def figure_within(self, name: str, bounds: Range, path: str) -> str:
        """Whether a stated figure lies within bounds."""
        cells = range_cells(self.bench, bounds, path, name, self.policy.grounds[path])
        return yes(cells.holds(self.bench.facts.figures[name]))

    def amount_within(self, kind: str, bounds: Range, path: str) -> str:
        """Whether the amounts of a kind's events in force, together, lie within bounds."""
        stated = self.policy.relations.stated_as(kind)
        cells = range_cells(self.bench, bounds, path, stated, self.policy.grounds[path])
        return lies_within(self._kinds[kind].amount, cells)

    # ---- rows ----

    def named_day(self, op: str, day: str, about: Sequence[str] = ()) -> str:
        """A row with a day; columns beside the events compare with it from their own sheet."""
        words = self.bench.words
        said = self._say(op, event=words.listing(map(words.event, about)))
        return self._calculation.outside(self._calculation.day(said, day))

    def named_condition(self, name: str, truth: str) -> str:
        """A row with the truth of a condition."""
        asked = self.policy.relations.asked_as(name)
        condition = self.policy.conditions[asked.condition]
        text = condition_text(self.bench.words, condition)
        if asked.award:
            key = "row_condition_now" if asked.now else "row_condition_of"
            text = self._say(key, condition=text, award=self.bench.words.award(asked.award))
        presumed = None
        if isinstance(condition, FlagCondition) and self.policy.flags[condition.flag].presumed:
            presumed = f'{self.bench.facts.flags[condition.flag]}=""'
        ground = self.policy.grounds[f"conditions.{asked.condition}"]
        return self._calculation.truth(text, truth, ground, presumed)


def _which(kind: KindCells, bounds: Sequence[tuple[str, str]]) -> str:
    """The events of a kind that have happened on days such as ``(">=", "D7")``, as criteria."""
    criteria = (f',EVENT_DAY,"{sign}"&{day}' for sign, day in bounds)
    return f"EVENT_KIND,{kind.number},EVENT_COUNTS,1{''.join(criteria)}"


def _compared(truth: str, with_: str) -> str:
    if truth in _CONSTANT:
        return ALWAYS if truth == with_ else NEVER
    return f"{truth}={with_}"


def _owner(path: str) -> str:
    """The part of the policy to which a number belongs, by its path."""
    return ".".join(path.split(".")[:2])
