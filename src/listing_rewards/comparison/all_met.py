"""A case in which all that an award asks for holds, put together from its policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase
from listing_rewards.policy.amounts import DatedAmount, FixedAmount, plain_amounts
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    ApplicationCondition,
    AttributeCondition,
    Condition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.counted import first_day_within, last_day_within
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import corresponding_day, first_day_met
from listing_rewards.values.money import FEN

DAY = timedelta(days=1)
STEPS = {"yuan": FEN, "percent": Decimal("0.0001"), "number": Decimal(1)}
"""The smallest step of a number, by its unit."""
USUAL = {"yuan": Decimal(1_000_000), "percent": Decimal("0.5"), "number": Decimal(10)}
"""A number of which nothing is asked."""


@dataclass
class Facts:
    """What a case will state; of each kind of event one."""

    events: dict[str, tuple[date, Decimal | None]] = field(default_factory=dict)
    figures: dict[str, Decimal] = field(default_factory=dict)
    flags: dict[str, bool] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    approved: dict[str, Decimal] = field(default_factory=dict)
    applied: dict[str, date] = field(default_factory=dict)
    payments: list[tuple[str, date, Decimal]] = field(default_factory=list)
    absent: set[str] = field(default_factory=set)
    until: date = date.min

    def case(self) -> Case | None:
        """The case; None where its days lie beyond those that a case can have."""
        document = {
            "enterprise": {"name": "示例企业"},
            "events": [
                {"kind": kind, "on": on, "amount": amount}
                for kind, (on, amount) in self.events.items()
            ],
            "figures": self.figures,
            "flags": self.flags,
            "attributes": self.attributes,
            "approved": self.approved,
            "applied": self.applied,
            "payments": [
                {"award": award, "on": on, "amount": amount} for award, on, amount in self.payments
            ],
            "absent": sorted(self.absent - self.events.keys()),
        }
        try:
            return Case.model_validate(document)
        except InvalidCase:
            return None

    def asked(self) -> date:
        """The last day of the year in which the last thing happens."""
        days = [on for on, _ in self.events.values()] + [on for _, on, _ in self.payments]
        return date(max([self.until, *days]).year, 12, 31)


class AllMet:
    """Puts together cases in which one award is due.

    Attributes:
        policy: the policy.
        award: the award.
        conditions: those that it or its amount asks about, at any remove.
        amounts: what its amount may turn out to be.
        day: the day on which it is earned.
    """

    def __init__(self, policy: Policy, award: Award) -> None:
        self.policy, self.award = policy, award
        self._needs = policy.relations.needs[award.id]
        self._asked_by_amount = policy.relations.asked_by_amount[award.id]
        names = _at_any_remove((*self._needs, *self._asked_by_amount), policy)
        self.conditions = {name: policy.conditions[name] for name in names}
        self.amounts = plain_amounts(award.amount)
        self.day = self._usual_day()

    def _usual_day(self) -> date:
        """A day on which the award is earned, the policy's first one left behind if possible."""
        in_force = self.policy.in_force
        day = min(corresponding_day(in_force.first, years=2), in_force.end or date.max)
        if isinstance(self.award.amount, DatedAmount):
            day = max(day, self.award.amount.dated[0].since)
        for each in self.conditions.values():
            if isinstance(each, HappenedCondition) and each.happened in self.award.events:
                day = max(min(day, each.last or date.max), each.first or date.min)
        return day

    def facts(self, day: date | None = None) -> Facts:
        """All that the award asks for, on a day; what its amount depends on is not met."""
        facts = Facts()
        on = day or self.day
        self.add_to(facts, on)
        return facts

    def add_to(self, facts: Facts, on: date) -> None:
        """Add what the award asks for to what is stated already."""
        for event in self.award.events:
            self.happen(facts, event, on)
        for name in self._needs:
            self._meet(facts, self.policy.conditions[name], on, wanted=True)
        for name in self._asked_by_amount:
            self._meet(facts, self.policy.conditions[name], on, wanted=False)
        for quantity in self.quantities():
            if quantity not in facts.figures:
                self.state(facts, quantity, USUAL[self.unit(quantity)], on)
        if self.award.is_a_ceiling:
            facts.approved[self.award.id] = self.ceiling() or USUAL["yuan"]
        silent = (
            name for name, kind in self.policy.events.items() if kind.silence != "did_not_happen"
        )
        facts.absent |= {name for name in silent if name not in facts.events}

    def happen(self, facts: Facts, kind: str, on: date) -> None:
        """Let an event happen on a day, if it has not on another."""
        amount = USUAL["yuan"] if self.policy.events[kind].amount else None
        facts.events.setdefault(kind, (on, amount))

    def _meet(self, facts: Facts, condition: Condition, on: date, *, wanted: bool) -> None:
        """Make a condition hold or fail, as far as facts alone can."""
        match condition:
            case FlagCondition():
                facts.flags.setdefault(condition.flag, wanted)
            case AttributeCondition():
                values = self.policy.attributes[condition.attribute].values
                fitting = [each for each in values if (each in condition.one_of) == wanted]
                facts.attributes.setdefault(condition.attribute, (fitting or [*values])[0])
            case FigureCondition():
                for number in self._apart(condition, wanted=wanted)[:1]:
                    self.state(facts, condition.figure, number, on)
            case NotCondition() | AllCondition() | AnyCondition():
                self._meet_parts(facts, condition, on, wanted=wanted)
            case _:
                self._meet_in_time(facts, condition, on, wanted=wanted)

    def _apart(self, condition: FigureCondition, *, wanted: bool) -> list[Decimal]:
        """Numbers that lie within some bounds or outside of them, those far from them first."""
        figure = self.policy.figures.get(condition.figure)
        limit = figure.limit if figure else None
        far = [2 * each for each in (condition.lower,) if each] + [
            each / 2 for each in (condition.upper,) if each
        ]
        numbers = [*far, *around(condition, STEPS[self.unit(condition.figure)])]
        return [
            each
            for each in numbers
            if condition.holds(each) == wanted and (limit is None or each <= limit)
        ]

    def _meet_parts(
        self,
        facts: Facts,
        condition: NotCondition | AllCondition | AnyCondition,
        on: date,
        *,
        wanted: bool,
    ) -> None:
        """Make the parts of a condition hold or fail: all of them, or the first."""
        names = conditions_within(condition)
        if isinstance(condition, NotCondition):
            wanted = not wanted
        elif isinstance(condition, AllCondition) != wanted:
            names = names[:1]
        for name in names:
            self._meet(facts, self.policy.conditions[name], on, wanted=wanted)

    def _meet_in_time(
        self,
        facts: Facts,
        condition: HappenedCondition | SeasoningCondition | AbsentCondition | ApplicationCondition,
        on: date,
        *,
        wanted: bool,
    ) -> None:
        """Let an event happen when a condition asks for it, or not at all."""
        match condition:
            case HappenedCondition() if wanted:
                self._happen_in_time(facts, condition, on)
            case HappenedCondition():
                facts.absent.add(condition.happened)
            case SeasoningCondition():
                self._last(facts, condition, on, wanted=wanted)
            case ApplicationCondition():
                self._apply(facts, condition, on, wanted=wanted)
            case AbsentCondition() if wanted:
                facts.absent.add(condition.absent)
            case AbsentCondition():
                self.happen(facts, condition.absent, on)

    def _happen_in_time(self, facts: Facts, condition: HappenedCondition, on: date) -> None:
        """Let an event happen on a day allowed, and the one from whose day its time runs."""
        when = max(min(on, condition.last or date.max), condition.first or date.min)
        if condition.after:
            start = min(when, on)
            if condition.runs_from == "next_year":
                start = corresponding_day(start, years=-1)
            self.happen(facts, condition.after, start)
            if condition.runs_from:
                when = max(when, first_day_within(condition, facts.events[condition.after][0]))
        self.happen(facts, condition.happened, when)

    def _apply(
        self, facts: Facts, condition: ApplicationCondition, on: date, *, wanted: bool
    ) -> None:
        """Apply for the award in time, or a day after that."""
        window = condition.applied
        if window.after:
            self.happen(facts, window.after, on)
        when = max(min(on, window.last or date.max), window.first or date.min)
        if window.runs_from:
            when = max(when, first_day_within(window, on))
            facts.until = max(facts.until, when)
        if not wanted:
            ends = [last_day_within(window, on)] if window.bounded else []
            ends += [window.last] if window.last else []
            when = min(ends, default=when) + DAY
        facts.applied.setdefault(self.award.id, when)

    def _last(self, facts: Facts, condition: SeasoningCondition, on: date, *, wanted: bool) -> None:
        """Make a period full, if possible from one of the policy's days, or begin when tested."""
        kinds = condition.tested_kinds
        if kinds and facts.events.keys().isdisjoint(kinds):
            self.happen(facts, kinds[0], on)
        near = before(on, condition)
        starts = [near - timedelta(days=days) for days in (31, 1, 0)]
        full = [x for x in starts if is_full(x, condition, on)]
        in_force = [x for x in full if x >= self.policy.in_force.first]
        start = (in_force or full)[0] if wanted else on
        self.happen(facts, condition.seasoning, start)
        if not kinds:
            begun = facts.events[condition.seasoning][0]
            facts.until = max(facts.until, after(begun, condition) + DAY)

    def unit(self, quantity: str) -> str:
        """What a figure or an event is counted in."""
        return self.policy.figures[quantity].unit if quantity in self.policy.figures else "yuan"

    def quantities(self) -> tuple[str, ...]:
        """The figures and events whose numbers the amount reads."""
        tables = ("quantities", "countable")
        names = (n for each in self.amounts for _, table, n in each.references() if table in tables)
        return tuple(dict.fromkeys(names))

    def state(self, facts: Facts, quantity: str, number: Decimal, on: date) -> None:
        """State a number; an event that happened on a day keeps that day."""
        if quantity in self.policy.figures:
            facts.figures[quantity] = number
            return
        day, _ = facts.events.get(quantity, (on, None))
        takes_one = self.policy.events[quantity].amount
        facts.events[quantity] = (day, number if takes_one else None)

    def ceiling(self) -> Decimal | None:
        """The most that may be approved, where it is a fixed sum."""
        fixed = [each.fixed for each in self.amounts if isinstance(each, FixedAmount) and each.upto]
        return max(fixed, default=None)


def _at_any_remove(names: Iterable[str], policy: Policy) -> Iterator[str]:
    """The named conditions and those that they are made of, each once."""
    seen: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen[name] = None
            waiting += conditions_within(policy.conditions[name])
    yield from seen


def around(bounds: Range, step: Decimal) -> list[Decimal]:
    """The numbers at each bound and a step to either side, those within a lower bound first."""
    lower, upper = bounds.lower, bounds.upper
    around_lower = [] if lower is None else [lower, lower + step, lower - step]
    around_upper = [] if upper is None else [upper, upper - step, upper + step]
    return [each for each in (*around_lower, *around_upper) if each >= 0]


def after(start: date, period: SeasoningCondition) -> date:
    """The corresponding day at the end of a period."""
    return corresponding_day(period.begins(start), years=period.years, months=period.months)


def before(end: date, period: SeasoningCondition) -> date:
    """The last day from which a period ends on a day, or a day after it.

    Of calendar years that is the eve of a year.
    """
    day = corresponding_day(end, years=-period.years, months=-period.months)
    if period.runs_from is None:
        return day
    year = day.year + (period.runs_from == "year")
    return date(year, 1, 1) - DAY


def is_full(start: date, period: SeasoningCondition, on: date) -> bool:
    """Whether a period that began on `start` is full on a day."""
    return first_day_met(after(start, period), period.counting) <= on
