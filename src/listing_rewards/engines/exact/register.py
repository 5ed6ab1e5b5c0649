"""A case as conditions are read on it: its days, plain yes and no, and its other facts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, TypeAlias

from listing_rewards.engines.exact.days import Day, ExactDays
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.meaning import register
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.grants import Notice
from listing_rewards.rules.conditions import lies_within
from listing_rewards.values.day import LATEST
from listing_rewards.values.range import ANYTHING
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of, opposite

Finding: TypeAlias = register.Finding[Truth, Day, bool]

DAY_UNKNOWN: Final = date.min
"""Stands for a day of which it is unknown whether there is one; no fact is so old."""
_APPLIES = attrgetter("applies")


class ExactTruths:
    """Plain truths."""

    met: Truth = MET
    not_met: Truth = NOT_MET
    in_doubt: Truth = UNKNOWN
    always: bool = True
    all_of = staticmethod(all_of)
    any_of = staticmethod(any_of)
    opposite = staticmethod(opposite)

    @staticmethod
    def fails(truth: Truth) -> bool:
        """Whether it is not met."""
        return truth is NOT_MET

    @staticmethod
    def is_open(truth: Truth) -> bool:
        """Whether it is unknown."""
        return truth is UNKNOWN

    @staticmethod
    def known(holds: bool) -> Truth:  # noqa: FBT001  (a bool is the whole point)
        """Met where it holds."""
        return MET if holds else NOT_MET

    @staticmethod
    def doubtful(holds: bool) -> Truth:  # noqa: FBT001  (a bool is the whole point)
        """Unknown where it holds."""
        return UNKNOWN if holds else NOT_MET

    @staticmethod
    def both(one: bool, other: bool) -> bool:  # noqa: FBT001  (a bool is the whole point)
        """Whether both hold."""
        return one and other

    @staticmethod
    def no(holds: bool) -> bool:  # noqa: FBT001  (a bool is the whole point)
        """Whether it does not hold."""
        return not holds


def first_that_applies(findings: Iterable[Finding]) -> Finding:
    """The first of some findings that applies; those after it are not computed."""
    return next(filter(_APPLIES, findings))


class ExactRegister(ExactTruths, ExactDays):
    """What is stated in one case.

    Attributes:
        facts: the case as the policy reads it.
    """

    day_unknown: Day = DAY_UNKNOWN

    def __init__(self, facts: Facts) -> None:
        self.facts, self.policy = facts, facts.policy
        self.as_of: Day = facts.as_of
        self.happened, self.days = facts.happened, facts.days

    @staticmethod
    def decide(findings: Iterable[Finding]) -> Truth:
        """What follows from the first finding that applies."""
        return first_that_applies(findings).truth

    # ---- events ----

    def stated(self, kind: str) -> bool:
        """Whether an event of this kind has happened."""
        return bool(self.facts.events.get(kind))

    def first(self, kind: str, *, not_before: Day = None, until: Day = LATEST) -> Day:
        """The earliest day within bounds."""
        for day in self.days(kind):
            if not_before is None or day >= not_before:
                return day if until is not None and day <= until else None
        return None

    def last(self, kind: str, *, until: Day) -> Day:
        """The last day up to a day."""
        days = self.days(kind)
        place = 0 if until is None else bisect_right(days, until)
        return days[place - 1] if place else None

    def falls(
        self,
        kind: str,
        *,
        after: Sequence[Day] = (),
        since: Sequence[Day] = (),
        until: Sequence[Day] = (),
    ) -> bool:
        """Whether an event lies within bounds."""
        days = self.days(kind)
        low, high = 0, len(days)
        for bound in after:
            low = max(low, high if bound is None else bisect_right(days, bound))
        for bound in since:
            low = max(low, high if bound is None else bisect_left(days, bound))
        for bound in until:
            high = min(high, 0 if bound is None else bisect_right(days, bound))
        return low < high

    def some_event(
        self,
        kind: str,
        test: Callable[[Day], bool],
        *,
        op: str,  # noqa: ARG002  (for other engines)
        about: str,  # noqa: ARG002  (for other engines)
    ) -> bool:
        """Whether one of the days passes a test."""
        return any(map(test, self.days(kind)))

    def falls_in_force(self, kind: str) -> bool:
        """Whether an event lies on the policy's days."""
        return bool(self.facts.in_force(kind))

    def may_have_another_day(self, kind: str) -> bool:
        """Whether it is unknown if a further event of this kind has happened."""
        return self.facts.may_have_another_day(kind)

    def first_in_force(self, kind: str) -> Day:
        """The earliest of those days."""
        events = self.facts.in_force(kind)
        return events[0].on if events else None

    # ---- of an award ----

    def applied(self, award: str) -> Day:
        """The day on which an award was applied for."""
        return self.facts.applied.get(award)

    def applied_by(self, award: str) -> Day:
        """The day of its first payment, or an earlier one by which an award was applied for."""
        payments, taken = self.facts.payments.get(award), self.facts.applied_by.get(award)
        paid = payments[0].on if payments else None
        return min((day for day in (paid, taken) if day), default=None)

    def last_paid(self, award: str) -> Day:
        """The day of the last payment for an award."""
        payments = self.facts.payments.get(award)
        return payments[-1].on if payments else None

    # ---- days ----

    @staticmethod
    def none(day: Day) -> bool:
        """Whether it is no day."""
        return day is None

    @staticmethod
    def is_day_unknown(day: Day) -> bool:
        """Whether it is unknown if there is a day."""
        return day is DAY_UNKNOWN

    @staticmethod
    def not_after(one: Day, other: Day) -> bool:
        """Whether one day is not after another."""
        return one is not None and other is not None and one <= other

    @staticmethod
    def first_day(cases: Iterable[tuple[bool, Day]]) -> Day:
        """The day of the first case that applies."""
        return next((day for applies, day in cases if applies), None)

    @staticmethod
    def count(_: str, value: int, __: str, ___: str) -> int:
        """A number of the policy, as it is."""
        return value

    @staticmethod
    def day(_: str, value: date, __: str, ___: str) -> Day:
        """A day of the policy, as it is."""
        return value

    @staticmethod
    def in_force_since(notice: Notice) -> Day:
        """The day from which a notice is in force."""
        return notice.since

    # ---- other facts ----

    def flag(self, name: str, silent: Truth) -> Truth:
        """A yes/no fact."""
        stated = self.facts.flags.get(name)
        return silent if stated is None else Truth.of(stated)

    def attribute(self, name: str, one_of: tuple[str, ...]) -> Truth:
        """Whether an attribute is stated as one of some values."""
        stated = self.facts.attributes.get(name)
        return UNKNOWN if stated is None else Truth.of(stated in one_of)

    def figure_unstated(self, name: str) -> bool:
        """Whether nothing is stated about a figure, nor what it cannot exceed."""
        return name not in self.facts.figures and self.facts.limit_of(name) is None

    def figure_within(self, name: str, bounds: Range, _: str) -> Truth:
        """Whether a stated figure lies within bounds; or one that cannot exceed a limit."""
        if name in self.facts.figures:
            return Truth.of(bounds.holds(self.facts.figures[name]))
        limit = self.facts.limit_of(name)
        if limit is None:
            return UNKNOWN
        if bounds.holds(limit):
            return MET if bounds.lower is None else UNKNOWN
        return NOT_MET if bounds.lower is not None and limit <= bounds.lower else UNKNOWN

    def amount_within(self, kind: str, bounds: Range, _: str) -> Truth:
        """Whether the amounts of a kind's events in force, together, lie within bounds."""
        return lies_within(self.facts.amount_of(kind) or ANYTHING, bounds)

    # ---- steps ----

    @staticmethod
    def named_day(_: str, day: Day, __: Sequence[str] = ()) -> Day:
        """The day; the check names it itself."""
        return day

    @staticmethod
    def named_condition(_: str, truth: Truth) -> Truth:
        """The truth; the check names it itself."""
        return truth
