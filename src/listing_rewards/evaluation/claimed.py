"""The events that the rules of an award have to know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from listing_rewards.case import Event
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
from listing_rewards.policy.model import Policy

Stated = Mapping[str, Sequence[Event]]


def events_to_know(award: Award, policy: Policy, stated: Stated) -> set[str]:
    """The events that the award's conditions, amount and instalments have to know."""
    names = {*policy.needs, *award.needs, *asked_by_amount(award, policy)}
    found = {kind for name in names for kind in _of_condition(name, policy, stated)}
    found |= {kind for kind in _of_amount(award) if kind in policy.events}
    if award.paid_in:
        parts = policy.instalments[award.paid_in].parts
        found |= {part.event for part in parts if part.event}
    return found


def asked_by_amount(award: Award, policy: Policy) -> Iterator[str]:
    """The conditions on which the award's amount, or the cap over it, depends."""
    for amount in plain_amounts(award.amount):
        yield from (each.when for each in amount.times)
    if award.group:
        yield from (each.when for each in policy.groups[award.group].cap_when)


def _of_amount(award: Award) -> Iterator[str]:
    """The figures and events that the award's amount is worked out from."""
    for amount in plain_amounts(award.amount):
        read = ("quantities", "countable")
        yield from (name for _, table, name in amount.references() if table in read)


def _of_condition(name: str, policy: Policy, stated: Stated) -> Iterator[str]:
    condition = policy.conditions[name]
    yield from _read_by(condition, policy, stated)
    for inner in conditions_within(condition):
        yield from _of_condition(inner, policy, stated)


def _read_by(condition: Condition, policy: Policy, stated: Stated) -> Iterator[str]:
    """The events that one condition reads; of the days to test, up to the first stated one."""
    if isinstance(condition, SeasoningCondition):
        yield condition.seasoning
        if condition.restarted_by:
            yield condition.restarted_by
        for kind in condition.tested_on or ():
            yield kind
            if stated.get(kind):
                break
    elif isinstance(condition, HappenedCondition):
        yield condition.happened
        if condition.after:
            yield condition.after
    elif isinstance(condition, AbsentCondition):
        yield condition.absent
    elif isinstance(condition, FigureCondition) and condition.figure in policy.events:
        yield condition.figure
