"""A case of which nothing is stated yet: every fact that a policy reads, as an unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import z3

from listing_rewards.engines.proof.days import NO_DAY, Day, length, not_after
from listing_rewards.engines.proof.flags import Flag, every, no, some
from listing_rewards.engines.proof.numbers import FEN, ZERO, Number, Whole, above, reaches
from listing_rewards.policy.fact_kinds import EventKind
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import EARLIEST, LATEST
from listing_rewards.values.money import LIMIT

SHARES = 100_000
"""A figure in percent is counted in so many parts of one: thousandths of a percent."""


class Entry(NamedTuple):
    """An event that may be stated: its day, no day where it is not, and its amount."""

    day: Day
    amount: Number


class Attribute(NamedTuple):
    """An attribute: whether it is stated, and as which of its values, by its place."""

    stated: Flag
    value: Whole


class YesNo(NamedTuple):
    """A yes/no fact: whether it is stated, and whether as yes."""

    stated: Flag
    yes: Flag


@dataclass(frozen=True, slots=True)
class Unknowns:
    """The facts of a case, each a formula.

    Attributes:
        as_of: the as-of date.
        events: the events of each kind, the earliest first.
        absent: whether each kind is listed as absent.
        figures: each figure; without a limit where it is not stated.
        flags: each yes/no fact.
        attributes: each attribute.
        approved: the amount approved for each award; without a limit where it is not stated.
        paid: yuan paid for each award by the as-of date.
        applied: the day on which each award was applied for; no day where it is not stated.
        first_paid, last_paid: the days of the first and the last payment for each award by the
            as-of date; no day where nothing was paid.
    """

    as_of: Day
    events: Mapping[str, Sequence[Entry]]
    absent: Mapping[str, Flag]
    figures: Mapping[str, Number]
    flags: Mapping[str, YesNo]
    attributes: Mapping[str, Attribute]
    approved: Mapping[str, Number]
    paid: Mapping[str, Number]
    applied: Mapping[str, Day]
    first_paid: Mapping[str, Day]
    last_paid: Mapping[str, Day]


def scale_of(unit: str) -> int:
    """The parts in which a figure is counted: fen, hundredths, thousandths of a percent."""
    return SHARES if unit == "percent" else FEN


def nothing_stated(policy: Policy, events: int) -> Unknowns:
    """Every fact of a case under a policy as an unknown, with up to so many events of a kind.

    A figure that is made of others is stated itself or not at all, and a figure of a year is not.
    """
    return Unknowns(
        as_of=_day("as_of", exists=True),
        events={
            name: [_entry(f"{name}[{i}]", kind) for i in range(_slots(kind, events))]
            for name, kind in policy.events.items()
        },
        absent={name: z3.Bool(f"absent {name}") for name in policy.events},
        figures={
            name: Number(0, scale_of(kind.unit), open=True)
            if kind.yearly
            else _number(f"{kind.unit} {name}", scale_of(kind.unit))
            for name, kind in policy.figures.items()
        },
        flags={
            name: YesNo(z3.Bool(f"stated {name}"), z3.Bool(f"yes {name}")) for name in policy.flags
        },
        attributes={
            name: Attribute(z3.Bool(f"stated {name}"), z3.Int(f"attribute {name}"))
            for name in policy.attributes
        },
        approved={
            award.id: _number(f"approved {award.id}", FEN)
            if award.is_a_ceiling
            else Number(0, FEN, open=True)
            for award in policy.awards
        },
        paid={award.id: Number(z3.Int(f"paid {award.id}"), FEN) for award in policy.awards},
        applied={
            award.id: _day(f"applied {award.id}", exists=z3.Bool(f"stated applied {award.id}"))
            if award.id in policy.relations.takes_application
            else NO_DAY
            for award in policy.awards
        },
        first_paid=_days_paid("first", policy),
        last_paid=_days_paid("last", policy),
    )


def _days_paid(which: str, policy: Policy) -> dict[str, Day]:
    return {
        award.id: _day(f"{which} paid {award.id}", exists=z3.Bool(f"is paid {award.id}"))
        for award in policy.awards
    }


def _slots(kind: EventKind, events: int) -> int:
    return events if kind.repeats or kind.ended_by else 1


def _day(name: str, *, exists: Flag) -> Day:
    year, month, place = (z3.Int(f"{name} {part}") for part in ("year", "month", "place"))
    return Day(year, month, place, exists=exists)


def _entry(name: str, kind: EventKind) -> Entry:
    day = _day(name, exists=z3.Bool(f"stated {name}"))
    amount = _number(f"amount {name}", FEN) if kind.amount else Number(0, FEN, open=True)
    return Entry(day, amount)


def _number(name: str, scale: int) -> Number:
    return Number(z3.Int(name), scale, open=z3.Bool(f"unstated {name}"))


# ---- what any case that `assess` takes fulfils ---------------------------------------------------


def sound(unknowns: Unknowns, policy: Policy) -> list[Flag]:
    """What holds for every case that `assess` takes, if less was paid than an amount may be.

    Each payment is less than `LIMIT`; a proof is about the cases in which all payments for one
    award together are so too.
    """
    return [each for each in _sound(unknowns, policy) if each is not True]


def _sound(unknowns: Unknowns, policy: Policy) -> Iterator[Flag]:
    yield from _is_a_day(unknowns.as_of)
    for name, kind in policy.events.items():
        yield from _of_events(unknowns, name, kind)
    for name, figure in policy.figures.items():
        number = unknowns.figures[name]
        yield some([number.open, _below_the_limit(number)])
        if figure.limit is not None:
            yield some([number.open, no(above(number, figure.limit, included=False))])
        if figure.allotted_from:
            yield some([number.open, reaches(number, ZERO)])
    for name, attribute in policy.attributes.items():
        value = unknowns.attributes[name].value
        yield every([value >= 0, value < len(attribute.values)])
    for award in policy.awards:
        yield from _of_award(unknowns, award.id)
    for number in (*unknowns.approved.values(), *unknowns.paid.values()):
        if number.open is not True:
            yield _is_an_amount(number)


def _of_events(unknowns: Unknowns, name: str, kind: EventKind) -> Iterator[Flag]:
    """Their days are days in order; what must end one does; none is absent and stated."""
    entries = unknowns.events[name]
    for each in entries:
        yield from _is_a_day(each.day)
        if kind.amount:
            yield _is_an_amount(each.amount)
        yield no(every([each.day.exists, unknowns.absent[name]]))
    for earlier, later in pairwise(entries):
        order = not_after(earlier.day, later.day)
        yield some([no(later.day.exists), order])
        if not kind.repeats and kind.ended_by:
            ends = [
                every([not_after(earlier.day, end.day), not_after(end.day, later.day)])
                for end in unknowns.events[kind.ended_by]
            ]
            yield some([no(later.day.exists), *ends])
    for before in kind.after:
        if entries and unknowns.events[before]:
            first, earliest = entries[0].day, unknowns.events[before][0].day
            absent = some([no(first.exists), no(earliest.exists)])
            yield some([absent, not_after(earliest, first)])


def _of_award(unknowns: Unknowns, award: str) -> Iterator[Flag]:
    """The day of an application is a day; those of payments are in order, and by the as-of date."""
    if unknowns.applied[award].exists is not False:
        yield from _is_a_day(unknowns.applied[award])
    first, last = unknowns.first_paid[award], unknowns.last_paid[award]
    yield from (*_is_a_day(first), *_is_a_day(last))
    in_order = every([not_after(first, last), not_after(last, unknowns.as_of)])
    yield some([no(first.exists), in_order])
    nothing = Number(0, FEN)
    yield some([first.exists, reaches(nothing, unknowns.paid[award])])


def _is_a_day(day: Day) -> Iterator[Flag]:
    """Between the first and the last day that can be stated; 29 February in leap years alone."""
    yield every([day.year >= EARLIEST.year, day.year <= LATEST.year])
    yield every([day.month >= 0, day.month <= 11])
    yield every([day.place >= 0, day.place < length(day.year, day.month)])


def _is_an_amount(number: Number) -> Flag:
    return every([number.value >= 0, _below_the_limit(number)])


def _below_the_limit(number: Number) -> Flag:
    limit = Number(int(LIMIT) * number.scale, number.scale)
    return every([no(reaches(number.closed(), limit)), number.value > -limit.value])
