"""What an engine must know of an enterprise, so that conditions can be read on it.

An engine knows the days of events, plain yes and no, and how to take the first of several
findings that applies. It knows no condition: what a full period, a time limit or silence means is
stated once, in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Generic, NamedTuple, Protocol, TypeVar

from listing_rewards.policy.constructs import Range
from listing_rewards.policy.grants import Notice
from listing_rewards.policy.model import Policy

T = TypeVar("T")
"""A truth: met, not met or unknown."""
D = TypeVar("D")
"""A day; or no day, since nothing happened; or unknown whether there is a day."""
F = TypeVar("F")
"""A plain yes or no."""
C = TypeVar("C")
"""A whole number that the policy states: of months, or of days."""


class Finding(NamedTuple, Generic[T, D, F]):
    """One way in which something may come out.

    Attributes:
        found: what it is called.
        applies: whether it comes out so, unless an earlier finding applies.
        truth: what follows.
        since: the day it was decided on, where there is one.
    """

    found: str
    applies: F
    truth: T
    since: D | None = None


class Truths(Protocol[T, F]):
    """Truths, and plain yes and no.

    Attributes:
        met, not_met, in_doubt: the truth that is the same for every enterprise; in doubt: unknown.
        always: a plain yes.
    """

    met: T
    not_met: T
    in_doubt: T
    always: F

    def all_of(self, truths: Iterable[T], /) -> T:
        """Kleene "all": not met as soon as one part is not met, whatever is unknown."""

    def any_of(self, truths: Iterable[T], /) -> T:
        """Kleene "any"; not met when there is no part."""

    def opposite(self, truth: T, /) -> T:
        """Kleene "not"."""

    def fails(self, truth: T, /) -> F:
        """Whether it is not met."""

    def is_open(self, truth: T, /) -> F:
        """Whether it is unknown."""

    def known(self, holds: F, /) -> T:
        """Met where it holds, not met elsewhere."""

    def doubtful(self, holds: F, /) -> T:
        """Unknown where it holds, not met elsewhere."""

    def both(self, one: F, other: F, /) -> F:
        """Whether both hold."""

    def no(self, holds: F, /) -> F:
        """Whether it does not hold."""


class Reached(Truths[T, F], Protocol[T, F]):
    """Whether events have happened, and on the policy's days.

    Events that earn an award together are one further kind, which has happened when all have, on
    the latest of their first days; or whenever any of them has.
    """

    def happened(self, kind: str, /) -> T:
        """Whether an event of this kind has happened by the as-of date."""

    def falls_in_force(self, kind: str, /) -> F:
        """Whether an event of this kind lies on the policy's days."""

    def may_have_another_day(self, kind: str, /) -> F:
        """Whether it is unknown if a further event of this kind has happened."""


class Register(Reached[T, F], Protocol[T, D, F, C]):
    """What is stated of an enterprise, or of every row, as a policy reads it.

    Attributes:
        policy: the policy.
        as_of: the as-of date.
        day_unknown: a day of which it is unknown whether there is one.
    """

    policy: Policy
    as_of: D
    day_unknown: D

    def decide(self, findings: Iterable[Finding[T, D, F]], /) -> T:
        """What follows from the first finding that applies; the last one always does."""

    # ---- events ----

    def stated(self, kind: str, /) -> F:
        """Whether an event of this kind has happened for certain."""

    def first(self, kind: str, /, *, not_before: D | None = None, until: D | None = None) -> D:
        """The earliest day of a kind; where `not_before` is no day, it excludes none."""

    def last(self, kind: str, /, *, until: D) -> D:
        """The last day of a kind up to a day, included."""

    def falls(
        self, kind: str, /, *, after: Sequence[D] = (), since: Sequence[D] = (),
        until: Sequence[D] = (),
    ) -> F:  # fmt: skip
        """Whether an event of a kind lies after some days, not before some and not after others."""

    def some_event(self, kind: str, test: Callable[[D], F], /, *, op: str, about: str) -> F:
        """Whether the day of at least one event of a kind passes a test; `op` names the test."""

    def first_in_force(self, kind: str, /) -> D:
        """The earliest day of a kind that lies on the policy's days."""

    # ---- of an award ----

    def applied(self, award: str, /) -> D:
        """The day on which an award was applied for, by the as-of date; no day if not stated."""

    def applied_by(self, award: str, /) -> D:
        """The day of its first payment by the as-of date, by which an award was applied for."""

    def last_paid(self, award: str, /) -> D:
        """The day of the last payment for an award by the as-of date."""

    # ---- days ----

    def none(self, day: D, /) -> F:
        """Whether it is no day."""

    def is_day_unknown(self, day: D, /) -> F:
        """Whether it is unknown if there is a day."""

    def not_after(self, one: D, other: D, /) -> F:
        """Whether one day is not after another; no day is not."""

    def later(self, day: D, months: C, days: C | None = None, /) -> D:
        """The corresponding day so many months on, and so many days after that.

        The corresponding day is the month's last where it has none (Civil Code 202).
        """

    def new_year(self, day: D, years: int, /) -> D:
        """1 January of the year so many years after that of a day."""

    def eve(self, day: D, /) -> D:
        """The day before."""

    def within_calendar(self, day: D, /) -> D:
        """The day, or the last one that is computed with if that is earlier."""

    def first_day(self, cases: Iterable[tuple[F, D]], /) -> D:
        """The day of the first case that applies; no day if none does."""

    def count(self, path: str, value: int, label: str, about: str, /) -> C:
        """A number of months or days that the policy states, by its path in the document."""

    def day(self, path: str, value: date, label: str, about: str, /) -> D:
        """A day that the policy states, by its path in the document."""

    def in_force_since(self, notice: Notice, /) -> D:
        """The day from which a notice is in force."""

    # ---- other facts ----

    def flag(self, name: str, silent: T, /) -> T:
        """A yes/no fact; `silent` where nothing is stated."""

    def attribute(self, name: str, one_of: tuple[str, ...], /) -> T:
        """Whether an attribute is stated as one of some values; unknown where it is not stated."""

    def figure_unstated(self, name: str, /) -> F:
        """Whether nothing is stated about a figure."""

    def figure_within(self, name: str, bounds: Range, path: str, /) -> T:
        """Whether a stated figure lies within bounds."""

    def amount_within(self, kind: str, bounds: Range, path: str, /) -> T:
        """Whether the amounts of a kind's events in force, together, lie within bounds."""

    # ---- steps and rows ----

    def named_day(self, op: str, day: D, about: Sequence[str] = (), /) -> D:
        """A day that is used again, under its name."""

    def named_condition(self, name: str, truth: T, /) -> T:
        """The truth of a condition, under its name."""
