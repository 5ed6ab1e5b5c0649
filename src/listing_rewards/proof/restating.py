"""What a solver found, as a case that a person reads and `assess` replays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from listing_rewards.case import Case
from listing_rewards.engines.exact import assess
from listing_rewards.engines.proof.days import Day
from listing_rewards.engines.proof.numbers import Number, Whole
from listing_rewards.engines.proof.unknowns import Unknowns
from listing_rewards.policy.model import Policy
from listing_rewards.proof.outcome import Situation
from listing_rewards.proof.world import World
from listing_rewards.values.money import exact
from listing_rewards.values.range import Bounds

NAME = "示例企业"
Value = Callable[[Any], Any]
"""What a formula comes to: a plain number, or a plain yes or no."""


@exact
def situation(unknowns: Unknowns, policy: Policy, value: Value) -> Situation:
    """The facts that the solver found, as a case and its as-of date."""
    as_of = _day(unknowns.as_of, value)
    stated = {
        "enterprise": {"name": NAME},
        "events": [*_events(unknowns, value)],
        "absent": [name for name, flag in unknowns.absent.items() if value(flag)],
        "figures": dict(_amounts(unknowns.figures, value)),
        "flags": {
            name: bool(value(each.yes))
            for name, each in unknowns.flags.items()
            if value(each.stated)
        },
        "attributes": {
            name: [*policy.attributes[name].values][value(each.value)]
            for name, each in unknowns.attributes.items()
            if value(each.stated)
        },
        "approved": dict(_amounts(unknowns.approved, value)),
        "applied": {
            name: _day(each, value) for name, each in unknowns.applied.items() if value(each.exists)
        },
        "payments": [*_payments(unknowns, value)],
    }
    return Situation(Case.model_validate(stated), as_of, policy)


def _payments(unknowns: Unknowns, value: Value) -> Iterator[dict[str, object]]:
    """All that was paid on the first day of a payment; on the last one, where it is later, 0."""
    for name, amount in _amounts(unknowns.paid, value):
        if value(unknowns.first_paid[name].exists):
            first = _day(unknowns.first_paid[name], value)
            last = _day(unknowns.last_paid[name], value)
            yield {"award": name, "on": first, "amount": amount}
            if last != first:
                yield {"award": name, "on": last, "amount": Decimal(0)}


def _events(unknowns: Unknowns, value: Value) -> Iterator[dict[str, object]]:
    for kind, entries in unknowns.events.items():
        for each in entries:
            if value(each.day.exists):
                amount = _amount(each.amount, value)
                known = {} if amount is None else {"amount": amount}
                yield {"kind": kind, "on": _day(each.day, value), **known}


def _amounts(numbers: Any, value: Value) -> Iterator[tuple[str, Decimal]]:
    for name, number in numbers.items():
        amount = _amount(number, value)
        if amount is not None:
            yield name, amount


def _amount(number: Number, value: Value) -> Decimal | None:
    """A number that is a whole one of parts of a power of ten; None where it is not stated."""
    if value(number.open):
        return None
    places = len(str(number.scale)) - 1
    return Decimal(value(number.value)).scaleb(-places)


def _day(day: Day, value: Value) -> date:
    return date(value(day.year), value(day.month) + 1, value(day.place) + 1)


@exact
def replays(world: World, found: Situation, value: Value) -> bool:
    """Whether `assess` says of the case what the solver says of it, award by award."""
    answer = assess(found.case, world.policy, as_of=found.as_of)
    for name, line in world.lines.items():
        stated = answer.line(name)
        for key in ("entitled", "payable", "withheld"):
            amount: Bounds = getattr(stated, key)
            span = getattr(line, key)
            if not (
                _is(span.least, amount.at_least, value) and _is(span.most, amount.at_most, value)
            ):
                return False
    return True


def _is(number: Number, amount: Decimal | None, value: Value) -> bool:
    if amount is None or value(number.open):
        return amount is None and bool(value(number.open))
    parts: Whole = value(number.value)
    return bool(amount * number.scale == parts)
