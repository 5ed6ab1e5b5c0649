"""Whether an answer for a later day says what an award came to on an earlier one.

Most payments are made when all that their award rests on has happened. Then the answer for the
as-of date tells what was due on the day of the payment, and none has to be made for that day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from listing_rewards.assessment import Assessment, AwardLine, Check, CombinedCheck
from listing_rewards.policy.claims import events_to_know
from listing_rewards.policy.model import Policy
from listing_rewards.values.truth import MET, UNKNOWN

_DAYS = ("on", "started_on", "tested_on", "after_on", "met_from", "completes_on", "until")
"""The days in a check that the case gives, or that follow from it."""


def settled_by(answer: Assessment, award: str, day: date) -> bool:
    """Whether what is entitled for an award, and due of it, was the same on a day of payment.

    So it is where the award stands alone or behind others under a cap, each with all its events,
    periods and instalments on or before that day; in doubt it is not said to be. Undertakings bear
    on what stays payable, not on what is entitled.

    Args:
        answer: what is due by a later day.
        award: an award that is granted.
        day: the earlier day.
    """
    policy = answer.policy
    line = answer.line(award)
    if line.truth is not MET or not line.entitled.determined:
        return False
    if any(part.due is not MET or not _by(part.due_on, day) for part in line.instalments):
        return False
    before = policy.memo.of(("settled before", award), lambda: _before(policy, award))
    if before is None:
        return False
    stated = {event.kind for event in answer.case.events if event.on <= day}
    later = {event.kind for event in answer.case.events if event.on > day}
    if later and not later.isdisjoint(_kinds(before, policy, stated)):
        return False
    return all(_told_by(answer.line(each.award), day) for each in before)


class _Reads(NamedTuple):
    """The events that an award reads, and those of which it reads the first that is stated."""

    award: str
    kinds: frozenset[str]
    tested_on: tuple[tuple[str, ...], ...]


def _before(policy: Policy, award: str) -> tuple[_Reads, ...] | None:
    """What an award and those before it under its cap read.

    None where another award or what was paid goes into their amounts.
    """
    relations = policy.relations
    group = relations.awards[award].group
    shared = relations.members[group] if group else [relations.awards[award]]
    members = shared[: relations.place[award] + 1] if group else shared
    if any(relations.hangs_on(each.id) for each in members):
        return None
    reads = []
    for each in members:
        known = events_to_know(each, policy)
        kinds = frozenset((*each.events, *known.always))
        reads.append(_Reads(each.id, kinds, known.tested_on))
    return tuple(reads)


def _kinds(reads: Iterable[_Reads], policy: Policy, stated: Collection[str]) -> set[str]:
    """The events that could still change what was read of those stated by a day.

    Of an event that is stated, what ends it; of one that is not, what implies that it happened.
    """
    found: set[str] = set()
    for each in reads:
        found |= each.kinds
        for tested in each.tested_on:
            first = next((n for n, kind in enumerate(tested) if kind in stated), len(tested))
            found.update(tested[: first + 1])
    for kind in [*found]:
        ended_by = policy.events[kind].ended_by
        found.update([ended_by] if ended_by else [])
        if kind not in stated:
            found.update(policy.relations.followers.get(kind, ()))
    return found


def _told_by(line: AwardLine, day: date) -> bool:
    """Whether every check of an award was decided by a day."""
    return all(_decided(check, day) for check in (*line.checks, *line.amount_checks))


def _decided(check: Check, day: date) -> bool:
    if check.truth is UNKNOWN:
        return False
    if isinstance(check, CombinedCheck):
        return all(_decided(part, day) for part in check.parts)
    return all(each <= day for each in _days_of(check))


def _days_of(check: Check) -> Iterator[date]:
    for name in _DAYS:
        value = getattr(check, name, None)
        days: Iterable[date] = value if isinstance(value, tuple) else (value,) if value else ()
        yield from days


def _by(day: date | None, until: date) -> bool:
    return day is not None and day <= until
