"""What the rules of an award read: which events they have to know, which conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    Condition,
    FigureCondition,
    HappenedCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.content import Content
from listing_rewards.policy.counted import counted_references
from listing_rewards.policy.grants import Award
from listing_rewards.policy.undertakings import Undertaking


class EventsToKnow(NamedTuple):
    """The events that the conditions, the amount and the instalments of an award have to know.

    Attributes:
        always: those that they read whatever a case states.
        tested_on: for each period, the events whose day is tested: read up to the first stated one.
    """

    always: frozenset[str]
    tested_on: tuple[tuple[str, ...], ...]


def events_to_know(award: Award, policy: Content) -> EventsToKnow:
    """The events that an award's conditions, amount and instalments have to know."""
    asked = conditions_asked(award, policy)
    found = {kind for each in asked for kind in _read_by(each, policy)}
    found |= {kind for kind in _of_amount(award) if kind in policy.events}
    if award.paid_in:
        parts = policy.instalments[award.paid_in].parts
        found |= {part.event for part in parts if part.event}
    found |= {kind for each in binding_on(award.id, policy) for kind in each.events}
    periods = (each for each in asked if isinstance(each, SeasoningCondition))
    return EventsToKnow(
        frozenset(found), tuple(each.tested_kinds for each in periods if each.tested_kinds)
    )


def read_besides(policy: Content) -> frozenset[str]:
    """The events whose day or amount a rule of some award reads, which another event earns.

    A condition that an event is absent, or has happened on whatever day, reads neither. Of events
    that must all have happened, the day of each is read beside those of the others.
    """
    found: set[str] = set()
    for award in policy.awards:
        asked = conditions_asked(award, policy)
        read = {kind for kind in _of_amount(award) if kind in policy.events}
        for each in asked:
            if isinstance(each, SeasoningCondition):
                read |= {*each.tested_kinds}
            if not isinstance(each, AbsentCondition) and not _on_any_day(each):
                read |= {*_read_by(each, policy)}
        if award.paid_in:
            parts = policy.instalments[award.paid_in].parts
            read |= {part.event for part in parts if part.event}
        found |= read - {*award.events}
        if not isinstance(award.earned_by, str) and award.earned_by.all_needed:
            found |= {*award.events}
    for undertaking in policy.promises().values():
        found |= {undertaking.kept_by} if undertaking.kept_by else set()
        found |= {undertaking.after} if undertaking.binding and undertaking.after else set()
    return frozenset(found)


def conditions_asked(award: Award, policy: Content) -> tuple[Condition, ...]:
    """Every condition on which an award, its amount or the cap over it depends, at any remove."""
    names = dict.fromkeys((*policy.needs, *award.needs, *asked_by_amount(award, policy)))
    asked = {inner: policy.conditions[inner] for name in names for inner in _within(name, policy)}
    return tuple(asked.values())


def binding_on(award: str, policy: Content) -> list[Undertaking]:
    """The undertakings about an award that leave nothing payable once they are broken."""
    return [each for each in policy.promises().values() if each.binding and award in each.awards]


def periods_in(names: Iterable[str], policy: Content) -> dict[str, SeasoningCondition]:
    """The conditions of a full period among some, and among those that they are made of."""
    found = {inner: policy.conditions[inner] for name in names for inner in _within(name, policy)}
    return {name: each for name, each in found.items() if isinstance(each, SeasoningCondition)}


def asked_by_amount(award: Award, policy: Content) -> tuple[str, ...]:
    """The conditions on which the award's amount, or the cap over it, depends, each once."""
    names = [each for amount in plain_amounts(award.amount) for each in amount.asks]
    if award.group:
        names += [each.when for each in policy.groups[award.group].cap_when]
    return tuple(dict.fromkeys(names))


def _of_amount(award: Award) -> Iterator[str]:
    """The figures and events that the award's amount is computed from."""
    for amount in plain_amounts(award.amount):
        read = ("quantities", "countable", "events")
        yield from (name for _, table, name in amount.references() if table in read)


def _within(name: str, policy: Content) -> Iterator[str]:
    """A condition and those that it is made of, at any remove."""
    yield name
    for inner in conditions_within(policy.conditions[name]):
        yield from _within(inner, policy)


def _on_any_day(condition: Condition) -> bool:
    """Whether a condition asks only that an event has happened, on whatever day."""
    return isinstance(condition, HappenedCondition) and not (
        condition.first or condition.last or condition.after
    )


def _read_by(condition: Condition, policy: Content) -> Iterator[str]:
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
    elif isinstance(condition, ApplicationCondition) and condition.applied.after:
        yield condition.applied.after
    elif isinstance(condition, FigureCondition) and condition.figure in policy.events:
        yield condition.figure
        yield from (name for _, _, name in counted_references(condition.counted))


class Claim(NamedTuple):
    """An award has to know of an event.

    Attributes:
        kind: the event.
        earned_by: the event that earns the award; or of several, one whose day it is read with.
        unless: events that make it needless, once one of them has happened.
    """

    kind: str
    earned_by: str
    unless: tuple[str, ...] = ()


class Claims:
    """What the awards of one policy have to know.

    Attributes:
        turns: how often it must be asked anew, since an event that is needed may earn an award
            that needs another one.
    """

    def __init__(self, policy: Content) -> None:
        self._undertakings = tuple(policy.promises().values())
        self._claims = dict.fromkeys(
            claim for award in policy.awards for claim in _claims_of(award, policy)
        )
        asked = {
            kind for kind, event in policy.events.items() if event.silence == "unknown_if_needed"
        }
        self.turns = 1 + len(asked & {name for award in policy.awards for name in award.events})

    def of(self, kind: str) -> list[Claim]:
        """The claims on knowing of one event."""
        return [claim for claim in self._claims if claim.kind == kind]

    def repayable(self, kind: str) -> Iterator[str]:
        """The awards whose payment makes it needed."""
        for undertaking in self._undertakings:
            if kind in undertaking.events:
                yield from undertaking.awards


def _claims_of(award: Award, policy: Content) -> Iterator[Claim]:
    always, tested_on = events_to_know(award, policy)
    yield from (Claim(kind, award.event) for kind in always)
    for kinds in tested_on:
        yield from (Claim(kind, award.event, kinds[:i]) for i, kind in enumerate(kinds))
    if not isinstance(award.earned_by, str) and award.earned_by.all_needed:
        pairs = permutations(award.earned_by.names, 2)
        yield from (Claim(kind, other) for kind, other in pairs)
