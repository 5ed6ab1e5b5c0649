"""A case's own facts where a proof has unknowns: every one a plain number, day, or yes or no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from listing_rewards.case import Case
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.proof.days import NO_DAY, Day, the_day
from listing_rewards.engines.proof.numbers import FEN, Number
from listing_rewards.engines.proof.unknowns import (
    Attribute,
    Entry,
    Unknowns,
    YesNo,
    scale_of,
)
from listing_rewards.policy.model import Policy

_UNSTATED = Number(0, FEN, open=True)


def as_stated(case: Case, policy: Policy, as_of: date, events: int = 4) -> Unknowns:
    """Every fact of a case as a plain number, a plain day or a plain yes or no.

    Args:
        case: the case.
        policy: the policy that it is read by.
        as_of: the as-of date.
        events: how many events of one kind there is room for, at least.
    """
    facts = Facts(case, policy, as_of)
    attributes, awards = policy.attributes, [each.id for each in policy.awards]
    days_paid = {name: [each.on for each in facts.payments.get(name, ())] for name in awards}
    return Unknowns(
        as_of=the_day(as_of),
        events={name: _events(case, policy, name, events) for name in policy.events},
        absent={name: name in case.absent for name in policy.events},
        figures={
            name: _number(facts.figures.get(name), scale_of(kind.unit))
            for name, kind in policy.figures.items()
        },
        flags={
            name: YesNo(name in case.flags, case.flags.get(name, False)) for name in policy.flags
        },
        attributes={
            name: Attribute(
                name in case.attributes,
                [*kind.values].index(case.attributes.get(name, next(iter(kind.values)))),
            )
            for name, kind in attributes.items()
        },
        approved={each.id: _number(case.approved.get(each.id), FEN) for each in policy.awards},
        paid={name: _number(amount, FEN) for name, amount in facts.paid.items()},
        applied={name: _day(case.applied.get(name)) for name in awards},
        first_paid={name: _day(min(days, default=None)) for name, days in days_paid.items()},
        last_paid={name: _day(max(days, default=None)) for name, days in days_paid.items()},
    )


def _events(case: Case, policy: Policy, kind: str, events: int) -> list[Entry]:
    stated = sorted([each for each in case.events if each.kind == kind], key=lambda e: e.on)
    entries = [Entry(the_day(each.on), _number(each.amount, FEN)) for each in stated]
    declared = policy.events[kind]
    room = events if declared.repeats or declared.ended_by else 1
    return entries + [Entry(NO_DAY, _UNSTATED)] * (room - len(entries))


def _day(stated: date | None) -> Day:
    return NO_DAY if stated is None else the_day(stated)


def _number(stated: Decimal | None, scale: int) -> Number:
    if stated is None:
        return Number(0, scale, open=True)
    exact = Fraction(stated) * scale
    if exact.denominator == 1:
        return Number(exact.numerator, scale)
    return Number(Fraction(stated).numerator, Fraction(stated).denominator)
