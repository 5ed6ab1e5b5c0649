"""The events of a case that is not stated yet, as a policy reads them on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from listing_rewards.engines.proof.arithmetic import FORMULAS, Span
from listing_rewards.engines.proof.days import (
    Day,
    ProofDays,
    before,
    earliest,
    latest,
    not_after,
    only_if,
    the_day,
)
from listing_rewards.engines.proof.flags import Flag, Truth, every, no, some
from listing_rewards.engines.proof.numbers import (
    UNLIMITED,
    ZERO,
    Number,
    added,
    constant,
    reaches,
    select,
    stated_where,
)
from listing_rewards.engines.proof.unknowns import Entry, Unknowns
from listing_rewards.meaning.bases import counted_between
from listing_rewards.meaning.silence import events_needed, may_have_happened
from listing_rewards.policy.counted import Counted, CountedWindow
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.model import Policy


class Kind(NamedTuple):
    """What is known of one kind of event.

    Attributes:
        days: the day of each that has happened; no day for one that has not.
        amounts: the amount of each; without a limit where it is not stated.
        in_force: whether each lies on the policy's days.
        happened: whether one has.
        another: whether it is unknown if a further one has.
        some: whether one has for certain.
        held: whether one lies on the policy's days.
        first, first_held: the earliest day of those.
        times_held: how many lie on the policy's days.
        amount: the amounts of those together.
    """

    days: tuple[Day, ...]
    amounts: tuple[Number, ...]
    in_force: tuple[Flag, ...]
    happened: Truth
    another: Flag
    some: Flag
    held: Flag
    first: Day
    first_held: Day
    times_held: Number
    amount: Span


class _Stated(NamedTuple):
    """What is stated of one kind of event."""

    days: tuple[Day, ...]
    amounts: tuple[Number, ...]
    some: Flag
    known_not: Flag


def kinds_of(unknowns: Unknowns, policy: Policy, as_of: Day) -> dict[str, Kind]:
    """What is known of every kind of event."""
    read = {
        kind: _read(unknowns.events[kind], unknowns.absent[kind], as_of) for kind in policy.events
    }
    statements = _Statements(policy, read, unknowns.paid)
    needed = events_needed(statements)
    known = {
        kind: _known(kind, each, may_have_happened(statements, kind, needed), policy)
        for kind, each in read.items()
    }
    together = {
        name: _together([known[kind] for kind in several.names], several, policy)
        for name, several in policy.relations.together.items()
    }
    bases = {
        name: _counting(name, known[base.event], base.counted, known)
        for name, base in policy.relations.bases.items()
    }
    return known | together | bases


def _read(stated: Sequence[Entry], absent: Flag, as_of: Day) -> _Stated:
    by_then = [not_after(each.day, as_of) for each in stated]
    days = tuple(only_if(flag, each.day) for flag, each in zip(by_then, stated, strict=True))
    later = [before(as_of, each.day) for each in stated]
    amounts = tuple(each.amount for each in stated)
    return _Stated(days, amounts, some(by_then), some([absent, *later]))


class _Statements:
    """What is stated, as yes and no."""

    never: Flag = False
    every = staticmethod(every)
    some = staticmethod(some)
    no = staticmethod(no)

    def __init__(
        self, policy: Policy, read: Mapping[str, _Stated], paid: Mapping[str, Number]
    ) -> None:
        self.policy, self._read, self._paid = policy, read, paid

    def stated(self, kind: str) -> Flag:
        """Whether an event of this kind has happened for certain."""
        return self._read[kind].some

    def known_not(self, kind: str) -> Flag:
        """Whether it is listed as absent, or dated after the as-of date."""
        return self._read[kind].known_not

    def is_paid(self, award: str) -> Flag:
        """Whether something was paid for an award."""
        return reaches(self._paid[award], ZERO, beyond=True)

    @staticmethod
    def named_need(_: str, __: int, needed: Flag) -> Flag:
        """Whether an event has to be known."""
        return needed


# ---- what is known ----------------------------------------------------------------------------


def _known(kind: str, stated: _Stated, maybe: Flag, policy: Policy) -> Kind:
    certain = maybe is stated.some or maybe is False
    happened = Truth(stated.some, stated.some if certain else maybe)
    lies = tuple(_in_force(day, policy) for day in stated.days)
    return _dated(stated, happened, None, lies, amount=policy.events[kind].amount)


def _together(parts: list[Kind], several: SeveralEvents, policy: Policy) -> Kind:
    """Events that earn an award together, as one: on the later day, or on any of their days."""
    every_one = several.all_needed
    together = FORMULAS.all_of if every_one else FORMULAS.any_of
    happened = together(each.happened for each in parts)
    if every_one:
        all_stated = every(each.some for each in parts)
        days: tuple[Day, ...] = (only_if(all_stated, latest([each.first for each in parts])),)
    else:
        days = tuple(day for each in parts for day in each.days)
    is_open = FORMULAS.is_open
    another = is_open(happened) if every_one else some(is_open(each.happened) for each in parts)
    lies = tuple(_in_force(day, policy) for day in days)
    return _dated(_Stated(days, (), happened.sure, known_not=False), happened, another, lies)


def _counting(base: str, kind: Kind, counted: Counted, known: Mapping[str, Kind]) -> Kind:
    """An event of which other amounts count than those on the policy's days."""
    happened = kind.happened
    since: tuple[Day, ...] = ()
    until: tuple[Day, ...] = ()
    if isinstance(counted, CountedWindow):
        anchor = known[counted.event]
        since, until = counted_between(ProofDays(), base, counted, anchor.first)
        sure = every([happened.sure, no(FORMULAS.is_open(anchor.happened))])
        happened = Truth(sure, happened.maybe)
    lies = tuple(
        every([
            day.exists,
            *(not_after(bound, day) for bound in since),
            *(not_after(day, bound) for bound in until),
        ])
        for day in kind.days
    )  # fmt: skip
    stated = _Stated(kind.days, kind.amounts, kind.some, known_not=False)
    return _dated(stated, happened, None, lies, amount=True)


def _dated(
    stated: _Stated,
    happened: Truth,
    another: Flag | None,
    in_force: tuple[Flag, ...],
    *,
    amount: bool = False,
) -> Kind:
    unknown = FORMULAS.is_open(happened)
    held_days = [only_if(lies, day) for lies, day in zip(in_force, stated.days, strict=True)]
    return Kind(
        days=stated.days,
        amounts=stated.amounts,
        in_force=in_force,
        happened=happened,
        another=unknown if another is None else another,
        some=stated.some,
        held=some(in_force),
        first=earliest(stated.days),
        first_held=earliest(held_days),
        times_held=added(select(lies, constant(1), ZERO) for lies in in_force),
        amount=_amount(stated, in_force, unknown) if amount else FORMULAS.nothing,
    )


def _in_force(day: Day, policy: Policy) -> Flag:
    validity = policy.in_force
    lies = [not_after(the_day(validity.first), day)]
    if validity.end is not None:
        lies.append(not_after(day, the_day(validity.end)))
    return every(lies)


def _amount(stated: _Stated, in_force: Iterable[Flag], unknown: Flag) -> Span:
    """The amounts together; one that is not stated may be anything."""
    each = list(zip(stated.amounts, in_force, strict=True))
    least = added(stated_where(lies, amount) for amount, lies in each)
    most = added(select(lies, amount, ZERO) for amount, lies in each)
    if all(amount.open is False for amount, _ in each) and unknown is False:
        return Span(least, least)
    return Span(least, select(unknown, UNLIMITED, most))
