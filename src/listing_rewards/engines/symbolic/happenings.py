"""The events as a policy reads them on a day: what counts, and what silence means."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Generic, NamedTuple, Protocol

from listing_rewards.engines.symbolic.arithmetic import Arithmetic, Span, X
from listing_rewards.engines.symbolic.plan import Plan
from listing_rewards.engines.symbolic.truths import F, Flag, Truth
from listing_rewards.meaning.register import D
from listing_rewards.meaning.silence import events_needed, may_have_happened
from listing_rewards.policy.counted import Counted, CountedWindow
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.model import Policy


class Kind(NamedTuple, Generic[D, X, F]):
    """What is known of one kind of event.

    Attributes:
        days: the day of each that has happened; no day for one that has not.
        amounts: the amount of each; without a limit where it is not stated.
        in_force: whether each lies on the policy's days.
        happened: whether one has.
        another: whether it is unknown if a further one has.
        some: whether one has for certain.
        held: whether one lies on the policy's days.
        first, first_held: the earliest day of those; no day where there is none.
        times_held: how many lie on the policy's days.
        amount: the amounts of those together.
    """

    days: tuple[D, ...]
    amounts: tuple[X, ...]
    in_force: tuple[Flag[F], ...]
    happened: Truth[F]
    another: Flag[F]
    some: Flag[F]
    held: Flag[F]
    first: D
    first_held: D
    times_held: X
    amount: Span[X]


class Facts(Protocol[D, X, F]):
    """The facts as a policy reads them on a day.

    Attributes:
        policy: the policy they are read by.
        kinds: what is known of each kind of event.
    """

    policy: Policy
    kinds: dict[str, Kind[D, X, F]]

    def flag(self, name: str, silent: Truth[F], /) -> Truth[F]:
        """A yes/no fact; `silent` where nothing is stated."""

    def attribute(self, name: str, one_of: tuple[str, ...], /) -> Truth[F]:
        """Whether an attribute is stated as one of some values; unknown where it is not stated."""

    def quantity(self, name: str, /) -> Span[X]:
        """A figure or the amounts of an event, at least 0; anything where it is not stated."""


class Stated(NamedTuple, Generic[D, X, F]):
    """What is stated of one kind of event.

    Attributes:
        days: the day of each that has happened by the as-of date; no day for one that has not.
        amounts: the amount of each.
        some: whether one has happened.
        known_not: whether it is listed as absent, or dated after the as-of date.
    """

    days: tuple[D, ...]
    amounts: tuple[X, ...]
    some: Flag[F]
    known_not: Flag[F]


class Happenings(ABC, Generic[D, X, F]):
    """What is known of every kind of event, from what is stated; an engine reads the days.

    Attributes:
        policy: the policy.
    """

    never: Flag[F] = False

    def __init__(
        self,
        policy: Policy,
        read: Mapping[str, Stated[D, X, F]],
        paid: Mapping[str, X],
        arithmetic: Arithmetic[X, F],
        plan: Plan[X, F],
    ) -> None:
        self.policy, self._read, self._paid = policy, read, paid
        self._m, self._plan = arithmetic, plan
        self.every, self.some, self.no = arithmetic.every, arithmetic.some, arithmetic.no

    # ---- what an engine gives ----

    @abstractmethod
    def exists(self, day: D) -> Flag[F]:
        """Whether there is a day."""

    @abstractmethod
    def in_force(self, day: D) -> Flag[F]:
        """Whether there is a day, and it is one of the policy's days."""

    @abstractmethod
    def in_window(
        self, base: str, window: CountedWindow, anchor: D, days: Sequence[D]
    ) -> list[Flag[F]]:
        """Whether each day lies in a time around the day of another event."""

    @abstractmethod
    def only_if(self, flag: Flag[F], day: D) -> D:
        """The day where the flag holds, otherwise no day."""

    @abstractmethod
    def earliest(self, days: Sequence[D]) -> D:
        """The earliest of some days; no day where there is none."""

    @abstractmethod
    def latest_of_all(self, days: Sequence[D]) -> D:
        """The latest of some days; no day where one of them is none."""

    # ---- what is stated ----

    def stated(self, kind: str) -> Flag[F]:
        """Whether an event of this kind has happened for certain."""
        return self._read[kind].some

    def known_not(self, kind: str) -> Flag[F]:
        """Whether it is listed as absent, or dated after the as-of date."""
        return self._read[kind].known_not

    def is_paid(self, award: str) -> Flag[F]:
        """Whether something was paid for an award."""
        return self._m.end_reaches(self._paid[award], self._m.anything.least, beyond=True)

    def named_need(self, _: str, __: int, needed: Flag[F]) -> Flag[F]:
        """Whether an event has to be known."""
        return self._plan.flag(needed)

    # ---- what is known ----

    def kinds(self) -> dict[str, Kind[D, X, F]]:
        """Every kind of event, and what is read as one without being stated as one."""
        needed = events_needed(self)
        known = {
            kind: self._known(kind, may_have_happened(self, kind, needed)) for kind in self._read
        }
        relations = self.policy.relations
        together = {
            name: self._together([known[kind] for kind in several.names], several)
            for name, several in relations.together.items()
        }
        bases = {
            name: self._counting(name, known[base.event], base.counted, known)
            for name, base in relations.bases.items()
        }
        return known | together | bases

    def _known(self, kind: str, maybe: Flag[F]) -> Kind[D, X, F]:
        stated = self._read[kind]
        certain = maybe is stated.some or maybe is False
        happened = Truth(stated.some, stated.some if certain else maybe)
        in_force = self._in_force(stated.days)
        amount = self.policy.events[kind].amount
        return self._dated(stated, self._plan.truth(happened), None, in_force, amount=amount)

    def _in_force(self, days: Sequence[D]) -> tuple[Flag[F], ...]:
        return tuple(self._plan.flag(self.in_force(day)) for day in days)

    def _together(self, parts: Sequence[Kind[D, X, F]], several: SeveralEvents) -> Kind[D, X, F]:
        """Events that earn an award together, as one: on the later day, or on any of their days."""
        m, is_open = self._m, self._m.is_open
        together = m.all_of if several.all_needed else m.any_of
        happened = self._plan.truth(together(each.happened for each in parts))
        if several.all_needed:
            days: tuple[D, ...] = (self.latest_of_all([each.first for each in parts]),)
            another = is_open(happened)
        else:
            days = tuple(day for each in parts for day in each.days)
            another = m.some([is_open(each.happened) for each in parts])
        stated: Stated[D, X, F] = Stated(days, (), happened.sure, known_not=False)
        return self._dated(stated, happened, another, self._in_force(days))

    def _counting(
        self, base: str, kind: Kind[D, X, F], counted: Counted, known: Mapping[str, Kind[D, X, F]]
    ) -> Kind[D, X, F]:
        """An event of which other amounts count than those on the policy's days."""
        m, happened = self._m, kind.happened
        if isinstance(counted, CountedWindow):
            anchor = known[counted.event]
            lies = self.in_window(base, counted, anchor.first, kind.days)
            sure = m.every([happened.sure, m.no(m.is_open(anchor.happened))])
            happened = self._plan.truth(Truth(sure, happened.maybe))
        else:
            lies = [*map(self.exists, kind.days)]
        in_force = tuple(map(self._plan.flag, lies))
        stated: Stated[D, X, F] = Stated(kind.days, kind.amounts, kind.some, known_not=False)
        return self._dated(stated, happened, None, in_force, amount=True)

    def _dated(
        self,
        stated: Stated[D, X, F],
        happened: Truth[F],
        another: Flag[F] | None,
        in_force: tuple[Flag[F], ...],
        *,
        amount: bool = False,
    ) -> Kind[D, X, F]:
        m, plan = self._m, self._plan
        unknown = m.is_open(happened)
        in_force_days = [self.only_if(*each) for each in zip(in_force, stated.days, strict=True)]
        single, none = m.constant(Decimal(1)), m.constant(Decimal(0))
        return Kind(
            days=stated.days,
            amounts=stated.amounts,
            in_force=in_force,
            happened=happened,
            another=unknown if another is None else plan.flag(another),
            some=stated.some,
            held=plan.flag(m.some(in_force)),
            first=self.earliest(stated.days),
            first_held=self.earliest(in_force_days),
            times_held=plan.number(m.added(m.select(each, single, none) for each in in_force)),
            amount=self._amount(stated, in_force, unknown) if amount else m.nothing,
        )

    def _amount(
        self, stated: Stated[D, X, F], in_force: tuple[Flag[F], ...], unknown: Flag[F]
    ) -> Span[X]:
        """The amounts together; one that is not stated may be anything."""
        amount = self._m.added_where([*zip(in_force, stated.amounts, strict=True)])
        if unknown is not False:
            unlimited = self._m.anything.most
            amount = Span(amount.least, self._m.select(unknown, unlimited, amount.most))
        return self._plan.span(amount)
