"""The laws that are asked of a policy, each as a claim about every case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import z3

from listing_rewards.engines.proof.arithmetic import FORMULAS, Span
from listing_rewards.engines.proof.days import before, same_day, the_day
from listing_rewards.engines.proof.facts import Tabled
from listing_rewards.engines.proof.flags import Flag, every, no, some
from listing_rewards.engines.proof.numbers import (
    ZERO,
    Number,
    Whole,
    constant,
    larger,
    plus,
    reaches,
    same,
    smaller,
)
from listing_rewards.engines.symbolic.bands import between_bands, in_two_bands
from listing_rewards.policy.amounts import BandsAmount, FixedAmount, RateAmount, plain_amounts
from listing_rewards.policy.constructs import known_cap
from listing_rewards.policy.grants import Award
from listing_rewards.proof.outcome import Law
from listing_rewards.proof.world import Line, Together, World
from listing_rewards.values.day import LATEST


@dataclass(frozen=True, slots=True)
class Claim:
    """A law about one subject.

    Attributes:
        law: the law.
        subject: the award, group, flag or fact that it is about.
        worlds: what happens, one after the other.
        tried: the cases to look for, those that say most to a person first.
        wanted: whether such a case is wanted; otherwise it is a counterexample.
        changes: the numbers by which the worlds differ.
    """

    law: Law
    subject: str
    worlds: tuple[World, ...]
    tried: tuple[Flag, ...]
    wanted: bool = False
    changes: tuple[Whole, ...] = ()


def claims(world: World) -> Iterator[Claim]:
    """Every law that can be asked of a policy."""
    for together in world.groups:
        if together.group is not None and together.cap is not None and together.lines:
            yield from _of_a_group(world, together, together.group, together.cap)
    for award in world.policy.awards:
        yield from _of_an_award(world, award)
    yield from _of_tables(world)
    for name, flag in world.policy.flags.items():
        if flag.presumed is None and not flag.record_only:
            yield from _of_a_flag(world, name)
    yield _settled_once_paid(world)
    yield _a_day_later(world)


def _never(law: Law, subject: str, worlds: tuple[World, ...], broken: Flag) -> Claim:
    """A law that a case breaks: one whose amounts are all known is looked for first."""
    known = every([broken, *[each.determined for each in worlds]])
    return Claim(law, subject, worlds, (known, broken))


# ---- caps --------------------------------------------------------------------------------------


def _of_a_group(world: World, together: Together, group: str, cap: Span) -> Iterator[Claim]:
    entitled = [together.entitled, *[line.entitled for line in together.lines]]
    beyond = some(no(reaches(cap.most, each.most)) for each in entitled)
    yield _never("entitled_within_cap", group, (world,), beyond)
    paid = together.paid.most
    limit = larger(cap.most, paid)
    owed = [together.payable.most, together.withheld.most]
    owed += [plus(line.payable.most, line.withheld.most) for line in together.lines]
    beyond = some(no(reaches(limit, plus(each, paid))) for each in owed)
    yield _never("paid_within_cap", group, (world,), beyond)
    outside = _outside(world, together)
    if outside:
        sums = FORMULAS.total([together.entitled, *[line.entitled for line in outside]])
        beyond = no(reaches(cap.most, sums.most))
        yield _never("clause_within_cap", group, (world,), beyond)
    if world.policy.groups[group].cap != "unknown":
        yield _reached(world, group, together.entitled, cap.most)


def _outside(world: World, together: Together) -> list[Line]:
    """The awards that rest on the clause which states a cap, and do not share it."""
    group = world.policy.groups[together.group or ""]
    return [
        line
        for line in world.lines.values()
        if line.granted.award.clause == group.clause and line.granted.award.group != together.group
    ]


def _reached(world: World, subject: str, amount: Span, cap: Number) -> Claim:
    full = reaches(amount.least, cap)
    granted = [line.granted.truth for line in world.lines.values()]
    known = every(some([each.sure, no(each.maybe)]) for each in granted)
    tried = (
        every([full, world.determined]),
        full,
        every([known, no(cap.open), reaches(amount.most, cap)]),
    )
    return Claim("cap_can_be_reached", subject, (world,), tried, wanted=True)


# ---- an award ----------------------------------------------------------------------------------


def _of_an_award(world: World, award: Award) -> Iterator[Claim]:
    line = world.lines[award.id]
    something = reaches(line.payable.least, ZERO, beyond=True)
    may_be = reaches(line.entitled.most, ZERO, beyond=True)
    unpaid = _unpaid(world)
    yield Claim(
        "can_be_granted",
        award.id,
        (world,),
        (
            every([something, world.determined]),
            something,
            every([unpaid, line.granted.truth.sure, some([may_be, line.entitled.most.open])]),
        ),
        wanted=True,
    )
    cap = _own_cap(award)
    if cap is not None:
        nominal = line.granted.nominal
        beyond = no(reaches(cap, nominal.most))
        yield _never("entitled_within_cap", award.id, (world,), beyond)
        yield _reached(world, award.id, nominal, cap)
        limit = larger(cap, line.counted.most)
        beyond = no(reaches(limit, plus(line.payable.most, line.counted.least)))
        yield _never("paid_within_cap", award.id, (world,), beyond)
    if name := _base(award):
        yield _more_gives_no_less(world, award, name)


def _own_cap(award: Award) -> Number | None:
    """The cap of an award's own amount, where it holds for the enterprise and nothing raises it."""
    amount = award.amount
    if not isinstance(amount, RateAmount | FixedAmount) or amount.times:
        return None
    if isinstance(amount, RateAmount):
        another = any(each.cap is not None for each in amount.instead)
        if another or amount.scope != "enterprise":
            return None
    cap = known_cap(amount.cap)
    return None if cap is None else constant(cap)


def _base(award: Award) -> str | None:
    """The figure or event amount from which an award is computed, if nothing else is."""
    amounts = plain_amounts(award.amount)
    of = {
        each.of
        for each in amounts
        if isinstance(each, RateAmount | BandsAmount) and not _says_otherwise(each)
    }
    if len(of) != 1 or len(amounts) != 1:
        return None
    (name,) = of
    return name


def _says_otherwise(amount: RateAmount | BandsAmount) -> bool:
    """Whether the document itself says what more of a base may take away."""
    return bool(amount.asks or amount.less or (amount.scaled and amount.scaled.of == amount.of))


def _more_gives_no_less(world: World, award: Award, name: str) -> Claim:
    """More of the base, all else the same: what the rule of the award gives never falls."""
    unknowns = world.unknowns
    now = (
        unknowns.figures[name] if name in world.policy.figures else unknowns.events[name][0].amount
    )
    added = z3.Int(f"more {name}")
    more = Number(now.value + added, now.scale, now.open)
    after = world.with_amount(name, more)
    less = _falls(
        world.lines[award.id].granted.nominal.least, after.lines[award.id].granted.nominal.least
    )
    broken = every([less, added >= 0, world.lines[award.id].granted.truth.sure])
    return replace(_never("more_gives_no_less", award.id, (world, after), broken), changes=(added,))


def _falls(one: Number, other: Number) -> Flag:
    return no(reaches(other, one))


# ---- tables of bands ---------------------------------------------------------------------------


def _of_tables(world: World) -> Iterator[Claim]:
    """No base lies in two bands, and none between two; where the award is due."""
    for award in world.policy.awards:
        tables = [each for each in world.facts.tables if each.award == award.id]
        if not tables:
            continue
        due = world.lines[award.id].granted.truth.sure
        between = [every([FORMULAS.determined(each.base), _between(each)]) for each in tables]
        yield _never("no_base_between_bands", award.id, (world,), every([due, some(between)]))
        twice = [every([FORMULAS.determined(each.base), _twice(each)]) for each in tables]
        yield _never("no_base_in_two_bands", award.id, (world,), every([due, some(twice)]))


def _between(table: Tabled) -> Flag:
    return between_bands(FORMULAS, table.amount, table.base.least)


def _twice(table: Tabled) -> Flag:
    return in_two_bands(FORMULAS, table.amount, table.base.least)


# ---- the whole policy --------------------------------------------------------------------------


def _settled_once_paid(world: World) -> Claim:
    """Pay what is payable for certain: nothing more is payable for certain."""
    after = world.once_paid()
    left = some(reaches(each.payable.least, ZERO, beyond=True) for each in after.lines.values())
    return _never("settled_once_paid", "", (world, after), left)


def _a_day_later(world: World) -> Claim:
    """Nothing happens on the next day, no notice begins with it and no undertaking is broken."""
    after, unknowns = world.a_day_later(), world.unknowns
    tomorrow = after.unknowns.as_of
    happens = [
        same_day(tomorrow, each.day) for events in unknowns.events.values() for each in events
    ]
    eves = [each.since - timedelta(1) for each in world.policy.notices]
    named = [same_day(the_day(day), unknowns.as_of) for day in eves]
    less = some(
        [
            _falls(world.entitled.least, after.entitled.least),
            _falls(world.payable.least, after.payable.least),
        ]
    )
    in_time = before(unknowns.as_of, the_day(LATEST))
    broken_by_then = [
        every([line.kept.sure, no(after.lines[name].kept.sure)])
        for name, line in world.lines.items()
    ]
    excepted = some([*happens, *named, *broken_by_then])
    broken = every([less, in_time, no(excepted)])
    return _never("a_day_later_gives_no_less", "", (world, after), broken)


def _of_a_flag(world: World, flag: str) -> Iterator[Claim]:
    """Of a yes/no fact that is not stated, and the amounts of either answer."""
    silent = world.with_flag(flag, stated=False)
    yes = world.with_flag(flag, stated=True, yes=True)
    other = world.with_flag(flag, stated=True, yes=False)
    worlds = (silent, yes, other)
    one, two, stated = yes.payable.least, other.payable.least, silent.payable
    least, most = smaller(one, two), larger(one, two)
    known = every([yes.determined, other.determined])
    holds = every([reaches(least, stated.least), reaches(stated.most, most)])
    yield Claim("range_holds_both", flag, worlds, (every([known, no(holds)]),))
    attained = every([same(stated.least, least), same(stated.most, most)])
    found = every([known, _unpaid(world), no(attained)])
    yield Claim("both_ends_attained", flag, worlds, (found,))


def _unpaid(world: World) -> Flag:
    return every(same(each, ZERO) for each in world.unknowns.paid.values())
