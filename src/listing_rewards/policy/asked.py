"""What the rules of an award ask: which events they have to know, which conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.conditions import (
    AbsentCondition,
    Condition,
    FigureCondition,
    HappenedCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.grants import Award

if TYPE_CHECKING:
    from listing_rewards.policy.model import Policy


class EventsToKnow(NamedTuple):
    """The events that the conditions, the amount and the instalments of an award have to know.

    Attributes:
        always: those that they read whatever a case states.
        tested_on: for each period, the events whose day is tested: read up to the first stated one.
    """

    always: frozenset[str]
    tested_on: tuple[tuple[str, ...], ...]


def events_to_know(award: Award, policy: Policy) -> EventsToKnow:
    """The events that an award's conditions, amount and instalments have to know."""
    names = dict.fromkeys((*policy.needs, *award.needs, *asked_by_amount(award, policy)))
    asked = {inner: policy.conditions[inner] for name in names for inner in _within(name, policy)}
    found = {kind for each in asked.values() for kind in _read_by(each, policy)}
    found |= {kind for kind in _of_amount(award) if kind in policy.events}
    if award.paid_in:
        parts = policy.instalments[award.paid_in].parts
        found |= {part.event for part in parts if part.event}
    periods = (each for each in asked.values() if isinstance(each, SeasoningCondition))
    return EventsToKnow(
        frozenset(found), tuple(each.tested_on for each in periods if each.tested_on)
    )


def periods_in(names: Iterable[str], policy: Policy) -> dict[str, SeasoningCondition]:
    """The conditions of a full period among some, and among those that they are made of."""
    found = {inner: policy.conditions[inner] for name in names for inner in _within(name, policy)}
    return {name: each for name, each in found.items() if isinstance(each, SeasoningCondition)}


def asked_by_amount(award: Award, policy: Policy) -> tuple[str, ...]:
    """The conditions on which the award's amount, or the cap over it, depends, each once."""
    names = [each.when for amount in plain_amounts(award.amount) for each in amount.times]
    if award.group:
        names += [each.when for each in policy.groups[award.group].cap_when]
    return tuple(dict.fromkeys(names))


def _of_amount(award: Award) -> Iterator[str]:
    """The figures and events that the award's amount is worked out from."""
    for amount in plain_amounts(award.amount):
        read = ("quantities", "countable")
        yield from (name for _, table, name in amount.references() if table in read)


def _within(name: str, policy: Policy) -> Iterator[str]:
    """A condition and those that it is made of, at any remove."""
    yield name
    for inner in conditions_within(policy.conditions[name]):
        yield from _within(inner, policy)


def _read_by(condition: Condition, policy: Policy) -> Iterator[str]:
    """The events that one condition reads, but for those whose day it tests."""
    if isinstance(condition, SeasoningCondition):
        yield condition.seasoning
        if condition.restarted_by:
            yield condition.restarted_by
    elif isinstance(condition, HappenedCondition):
        yield condition.happened
        if condition.after:
            yield condition.after
    elif isinstance(condition, AbsentCondition):
        yield condition.absent
    elif isinstance(condition, FigureCondition) and condition.figure in policy.events:
        yield condition.figure
