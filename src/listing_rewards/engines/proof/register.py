"""A case that is not stated yet, as conditions are read on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from listing_rewards.engines.proof import days
from listing_rewards.engines.proof.arithmetic import NO_PLAN, ProofArithmetic
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
from listing_rewards.engines.proof.numbers import Number
from listing_rewards.engines.symbolic.register import Register
from listing_rewards.policy.constructs import Range


class ProofRegister(ProofArithmetic, ProofDays, Register[Day, Number, Any]):
    """What may be stated.

    Attributes:
        facts: the facts.
    """

    facts: Facts
    day_unknown = DAY_UNKNOWN
    the_day = staticmethod(the_day)

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts, NO_PLAN)
        self.as_of = facts.as_of

    # ---- events ----

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

    def applied_by(self, award: str) -> Day:
        """The day of its first payment, by which an award was applied for."""
        return self.facts.unknowns.first_paid[award]

    def last_paid(self, award: str) -> Day:
        """The day of the last payment for an award."""
        return self.facts.unknowns.last_paid[award]

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

    # ---- other facts ----

    def figure_unstated(self, name: str) -> Flag:
        """Where nothing is stated about a figure."""
        return self.facts.unknowns.figures[name].open

    def figure_within(self, name: str, bounds: Range, _: str) -> Truth:
        """Whether a stated figure lies within bounds."""
        return self.known(self.holds(bounds, self.facts.unknowns.figures[name].closed()))
