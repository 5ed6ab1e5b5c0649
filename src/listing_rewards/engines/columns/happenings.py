"""The events of a row as a policy reads them on a day: what counts, and what silence means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from listing_rewards.engines.columns.arithmetic import EXPRESSIONS, Span
from listing_rewards.engines.columns.comparing import reaches, select, stated_where
from listing_rewards.engines.columns.days import ColumnDays, Day
from listing_rewards.engines.columns.entries import NO_DAY, Entries, Entry
from listing_rewards.engines.columns.flags import Flag, Truth, every, no, some
from listing_rewards.engines.columns.numbers import UNLIMITED, ZERO, Number, added, constant
from listing_rewards.engines.columns.periods import earliest
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.reading import by_then
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.meaning.bases import counted_between
from listing_rewards.meaning.silence import events_needed, may_have_happened
from listing_rewards.policy.counted import Counted, CountedWindow
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.model import Policy


class Kind(NamedTuple):
    """What is known of one kind of event.

    Attributes:
        days: the day of each that has happened, or null.
        amounts: the amount of each, or null.
        in_force: whether each lies on the policy's days.
        happened: whether one has.
        another: whether it is unknown if a further one has.
        some: whether one has for certain.
        held: whether one lies on the policy's days.
        first, first_held: the earliest day of those; null where there is none.
        times_held: how many lie on the policy's days.
        amount: the amounts of those together.
    """

    days: tuple[pl.Expr, ...]
    amounts: tuple[Number, ...]
    in_force: tuple[Flag, ...]
    happened: Truth
    another: Flag
    some: Flag
    held: Flag
    first: pl.Expr
    first_held: pl.Expr
    times_held: Number
    amount: Span


class _Stated(NamedTuple):
    """What is stated of one kind of event."""

    days: tuple[pl.Expr, ...]
    amounts: tuple[Number, ...]
    some: Flag
    known_not: Flag


def kinds_of(
    stated: Mapping[str, list[Entry]],
    entries: Entries,
    paid: Mapping[str, Number],
    policy: Policy,
    as_of: date,
    plan: Plan,
) -> dict[str, Kind]:
    """What is known of every kind of event."""
    read = {kind: _read(kind, each, entries, as_of, plan) for kind, each in stated.items()}
    statements = _Statements(policy, read, paid, plan)
    needed = events_needed(statements)
    known = {
        kind: _known(kind, each, may_have_happened(statements, kind, needed), policy, plan)
        for kind, each in read.items()
    }
    together = {
        name: _together([known[kind] for kind in several.names], several, policy, plan)
        for name, several in policy.relations.together.items()
    }
    bases = {
        name: _counting(name, known[base.event], base.counted, known, plan)
        for name, base in policy.relations.bases.items()
    }
    return known | together | bases


def _read(kind: str, stated: list[Entry], entries: Entries, as_of: date, plan: Plan) -> _Stated:
    days = tuple(plan.column(by_then(entry.day, as_of)) for entry in stated)
    happened = plan.flag(some(day.is_not_null() for day in days))
    later = [(entry.day > as_of).fill_null(value=False) for entry in stated]
    known_not = plan.flag(some([entries.absent(kind), *later]))
    return _Stated(days, tuple(entry.amount for entry in stated), happened, known_not)


class _Statements:
    """What is stated in each row, as plain yes and no."""

    never: Flag = False
    every = staticmethod(every)
    some = staticmethod(some)
    no = staticmethod(no)

    def __init__(
        self, policy: Policy, read: Mapping[str, _Stated], paid: Mapping[str, Number], plan: Plan
    ) -> None:
        self.policy, self._read, self._paid, self._plan = policy, read, paid, plan

    def stated(self, kind: str) -> Flag:
        """Where an event of this kind has happened for certain."""
        return self._read[kind].some

    def known_not(self, kind: str) -> Flag:
        """Where it is listed as absent, or dated after the as-of date."""
        return self._read[kind].known_not

    def is_paid(self, award: str) -> Flag:
        """Where something was paid for an award."""
        return reaches(self._paid[award], ZERO, beyond=True)

    def named_need(self, _: str, __: int, needed: Flag) -> Flag:
        """Where an event has to be known, as a column of its own."""
        return self._plan.flag(needed)


# ---- what is known ----------------------------------------------------------------------------


def _known(kind: str, stated: _Stated, maybe: Flag, policy: Policy, plan: Plan) -> Kind:
    certain = maybe is stated.some or maybe is False
    happened = Truth(stated.some, stated.some if certain else maybe)
    in_force = _all_in_force(stated.days, policy, plan)
    carries = policy.events[kind].amount
    return _dated(stated, plan.truth(happened), None, in_force, plan, amount=carries)


def _together(parts: list[Kind], several: SeveralEvents, policy: Policy, plan: Plan) -> Kind:
    """Events that earn an award together, as one: on the later day, or on any of their days."""
    every_one = several.all_needed
    together = EXPRESSIONS.all_of if every_one else EXPRESSIONS.any_of
    happened = plan.truth(together(each.happened for each in parts))
    if every_one:
        firsts = [each.first for each in parts]
        on = pl.when(pl.all_horizontal([day.is_not_null() for day in firsts]))
        days: tuple[pl.Expr, ...] = (plan.column(on.then(pl.max_horizontal(firsts))),)
    else:
        days = tuple(day for each in parts for day in each.days)
    is_open = EXPRESSIONS.is_open
    another = is_open(happened) if every_one else some(is_open(each.happened) for each in parts)
    stated = _Stated(days, (), happened.sure, known_not=False)
    return _dated(stated, happened, another, _all_in_force(days, policy, plan), plan)


def _counting(
    base: str, kind: Kind, counted: Counted, known: Mapping[str, Kind], plan: Plan
) -> Kind:
    """An event of which other amounts count than those on the policy's days."""
    happened, lies = kind.happened, [day.is_not_null() for day in kind.days]
    if isinstance(counted, CountedWindow):
        anchor = known[counted.event]
        since, until = counted_between(ColumnDays(plan), base, counted, Day(anchor.first))
        lies = [_between(day, since, until) for day in kind.days]
        open_end = EXPRESSIONS.is_open(anchor.happened)
        happened = plan.truth(Truth(every([happened.sure, no(open_end)]), happened.maybe))
    flags = tuple(map(plan.flag, lies))
    stated = _Stated(kind.days, kind.amounts, kind.some, known_not=False)
    return _dated(stated, happened, None, flags, plan, amount=True)


def _between(day: pl.Expr, since: Sequence[Day], until: Sequence[Day]) -> pl.Expr:
    lies = day.is_not_null()
    for bound in since:
        lies &= day >= bound.on
    for bound in until:
        lies &= day <= bound.on
    return lies.fill_null(value=False)


def _dated(
    stated: _Stated,
    happened: Truth,
    another: Flag | None,
    in_force: tuple[Flag, ...],
    plan: Plan,
    *,
    amount: bool = False,
) -> Kind:
    held = plan.flag(some(in_force))
    unknown = EXPRESSIONS.is_open(happened)
    return Kind(
        days=stated.days,
        amounts=stated.amounts,
        in_force=in_force,
        happened=happened,
        another=unknown if another is None else plan.flag(another),
        some=stated.some,
        held=held,
        first=first_of(stated.days, plan),
        first_held=first_of(
            [pl.when(lies).then(day) for day, lies in zip(stated.days, in_force, strict=True)], plan
        ),
        times_held=plan.number(added(select(lies, constant(1), constant(0)) for lies in in_force)),
        amount=plan.span(_amount(stated, in_force, unknown)) if amount else EXPRESSIONS.nothing,
    )


def _all_in_force(days: Sequence[pl.Expr], policy: Policy, plan: Plan) -> tuple[Flag, ...]:
    return tuple(plan.flag(_in_force(day, policy)) for day in days)


def _in_force(day: pl.Expr, policy: Policy) -> Flag:
    validity = policy.in_force
    lies = day >= validity.first
    if validity.end is not None:
        lies = day.is_between(validity.first, validity.end)
    return lies.fill_null(value=False)


def first_of(days: Sequence[pl.Expr], plan: Plan) -> pl.Expr:
    """The earliest of some days, if any, as a column; null where there is none."""
    return plan.column(earliest(days)) if days else NO_DAY


def _amount(stated: _Stated, in_force: tuple[Flag, ...], unknown: Flag) -> Span:
    """The amounts together; one that is not stated may be anything."""
    each = list(zip(stated.amounts, in_force, strict=True))
    least = added(stated_where(lies, amount) for amount, lies in each)
    most = added(select(lies, amount, ZERO) for amount, lies in each)
    return Span(least, select(unknown, UNLIMITED, most)) if each else _nobody_knows(unknown)


def _nobody_knows(unknown: Flag) -> Span:
    return Span(ZERO, select(unknown, UNLIMITED, ZERO)) if unknown is not False else exactly(ZERO)
