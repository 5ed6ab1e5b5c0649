"""A case that is not stated yet, as conditions are read on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from listing_rewards.engines.proof import days
from listing_rewards.engines.proof.arithmetic import ProofArithmetic
from listing_rewards.engines.proof.days import (
    DAY_UNKNOWN,
    NO_DAY,
    Day,
    ProofDays,
    only_if,
    the_day,
)
from listing_rewards.engines.proof.facts import Facts
from listing_rewards.engines.proof.flags import Flag, Truth, every, no, some
from listing_rewards.meaning import conditions, register
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.grants import Notice

Finding: TypeAlias = register.Finding[Truth, Day, Flag]
Conditions: TypeAlias = conditions.Conditions[Truth, Day, Flag, int]


class ProofRegister(ProofArithmetic, ProofDays):
    """What may be stated.

    Attributes:
        facts: the facts.
    """

    day_unknown = DAY_UNKNOWN

    def __init__(self, facts: Facts) -> None:
        self.facts, self.policy = facts, facts.policy
        self.as_of = facts.as_of
        self.flag, self.attribute = facts.flag, facts.attribute

    # ---- events ----

    def stated(self, kind: str) -> Flag:
        """Where an event of this kind has happened for certain."""
        return self.facts.kinds[kind].some

    def happened(self, kind: str) -> Truth:
        """Whether an event of this kind has happened."""
        return self.facts.kinds[kind].happened

    def first(self, kind: str, *, not_before: Day | None = None, until: Day | None = None) -> Day:
        """The earliest day within bounds."""
        found = self.facts.kinds[kind]
        if not_before is None and until is None:
            return found.first
        within = [*found.days]
        if until is not None:
            within = [only_if(days.not_after(day, until), day) for day in within]
        if not_before is not None:
            unbounded = no(not_before.exists)
            within = [
                only_if(some([unbounded, days.not_after(not_before, day)]), day) for day in within
            ]
        return days.earliest(within)

    def last(self, kind: str, *, until: Day) -> Day:
        """The last day up to a day."""
        within = [only_if(days.not_after(day, until), day) for day in self.facts.kinds[kind].days]
        return days.latest(within)

    def falls(
        self,
        kind: str,
        *,
        after: Sequence[Day] = (),
        since: Sequence[Day] = (),
        until: Sequence[Day] = (),
    ) -> Flag:
        """Where an event lies within bounds."""
        lies: list[Flag] = []
        for day in self.facts.kinds[kind].days:
            within = [days.before(bound, day) for bound in after]
            within += [days.not_after(bound, day) for bound in since]
            within += [days.not_after(day, bound) for bound in until]
            lies.append(every([day.exists, *within]))
        return some(lies)

    def some_event(
        self,
        kind: str,
        test: Callable[[Day], Flag],
        *,
        op: str,  # noqa: ARG002  (for other engines)
        about: str,  # noqa: ARG002  (for other engines)
    ) -> Flag:
        """Where the day of at least one event passes a test."""
        found = self.facts.kinds[kind].days
        return some([every([day.exists, test(day)]) for day in found])

    def applied(self, award: str) -> Day:
        """The day on which an award was applied for."""
        stated = self.facts.unknowns.applied[award]
        return only_if(days.not_after(stated, self.as_of), stated)

    def first_paid(self, award: str) -> Day:
        """The day of the first payment for an award."""
        return self.facts.unknowns.first_paid[award]

    def last_paid(self, award: str) -> Day:
        """The day of the last payment for an award."""
        return self.facts.unknowns.last_paid[award]

    def falls_in_force(self, kind: str) -> Flag:
        """Where an event lies on the policy's days."""
        return self.facts.kinds[kind].held

    def may_have_another_day(self, kind: str) -> Flag:
        """Where it is unknown if a further event of this kind has happened."""
        return self.facts.kinds[kind].another

    def first_in_force(self, kind: str) -> Day:
        """The earliest of those days."""
        return self.facts.kinds[kind].first_held

    # ---- days ----

    @staticmethod
    def none(day: Day) -> Flag:
        """Where it is no day."""
        return every([no(day.exists), no(day.unknown)])

    @staticmethod
    def is_day_unknown(day: Day) -> Flag:
        """Where it is unknown if there is a day."""
        return day.unknown

    @staticmethod
    def not_after(one: Day, other: Day) -> Flag:
        """Where one day is not after another."""
        return days.not_after(one, other)

    @staticmethod
    def within_calendar(day: Day) -> Day:
        """The day, or the last one that is computed with."""
        return days.within_calendar(day)

    @staticmethod
    def first_day(cases: Iterable[tuple[Flag, Day]]) -> Day:
        """The day of the first case that applies."""
        found = NO_DAY
        for applies, day in reversed([*cases]):
            found = days.select(applies, day, found)
        return found

    @staticmethod
    def count(_: str, value: int, __: str, ___: str) -> int:
        """A number of the policy, as it is."""
        return value

    @staticmethod
    def day(_: str, value: date, __: str, ___: str) -> Day:
        """A day of the policy, as it is."""
        return the_day(value)

    @staticmethod
    def in_force_since(notice: Notice) -> Day:
        """The day from which a notice is in force."""
        return the_day(notice.since)

    # ---- other facts ----

    def figure_unstated(self, name: str) -> Flag:
        """Where nothing is stated about a figure."""
        return self.facts.unknowns.figures[name].open

    def figure_within(self, name: str, bounds: Range, _: str) -> Truth:
        """Whether a stated figure lies within bounds."""
        return self.known(self.holds(bounds, self.facts.unknowns.figures[name].closed()))

    def amount_within(self, kind: str, bounds: Range, _: str) -> Truth:
        """Whether the amounts of a kind's events in force, together, lie within bounds."""
        return self.lies_within(self.facts.kinds[kind].amount, bounds)

    # ---- names ----

    @staticmethod
    def named_day(_: str, day: Day, __: Sequence[str] = ()) -> Day:
        """The day; formulas share their parts without names."""
        return day

    @staticmethod
    def named_condition(_: str, truth: Truth) -> Truth:
        """The truth; formulas share their parts without names."""
        return truth
