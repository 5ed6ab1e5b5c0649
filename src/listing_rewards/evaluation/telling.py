"""What an answer rests on and what bears on it: assumptions and laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from listing_rewards.assessment import Assumption, AwardLine, CombinedCheck, Exposure
from listing_rewards.evaluation.facts import Facts
from listing_rewards.evaluation.making import assumption
from listing_rewards.policy.grants import Award, Notice
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.truth import Truth


class _Grounded(Protocol):
    """A part of an answer that rests on something."""

    @property
    def ground(self) -> Ground | None:
        """The clause or assumption."""


def assumptions_of(parts: Iterable[_Grounded], policy: Policy) -> Iterator[Assumption]:
    """The assumed numbers and readings that parts of an answer rest on, each once."""
    for where in dict.fromkeys(_assumed(parts)):
        yield assumption(where=where, reason=policy.assumptions[where])


def _assumed(parts: Iterable[_Grounded]) -> Iterator[str]:
    """The parts of a policy that are assumed, and that parts of an answer rest on."""
    for part in parts:
        if part.ground is not None and part.ground.assumed:
            yield part.ground.assumed
        if isinstance(part, CombinedCheck):
            yield from _assumed(part.parts)


def notices_of(award: Award, policy: Policy, facts: Facts, *, granted: bool) -> Iterator[str]:
    """The notices that bear on an award: its event or a payment falls on or after their day."""
    days = [event.on for event in facts.in_force(award.earned_by)]
    if facts.happened(award.earned_by) is Truth.UNKNOWN:
        days = [facts.as_of]
    last_paid = max((payment.on for payment in facts.payments.get(award.id, ())), default=date.min)
    last_day = max(days, default=date.min) if granted else date.min
    for notice in policy.relations.notices[award.id]:
        if notice.since <= max(last_day, last_paid):
            yield notice.id


def raised(policy: Policy, lines: Iterable[AwardLine]) -> Iterator[Notice]:
    """Each notice that a line raises, narrowed to the awards it bears on here."""
    for notice in policy.notices:
        awards = tuple(line.award for line in lines if notice.id in line.notices)
        if awards:
            yield notice.model_copy(update={"awards": awards})


def merged_assumptions(
    lines: Iterable[AwardLine], exposures: Iterable[Exposure], policy: Policy
) -> tuple[Assumption, ...]:
    """Each assumption once, in the order in which the lines use them, then the exposures."""
    merged = {each.where: each for line in lines for each in line.assumptions}
    merged |= {each.where: each for each in assumptions_of(exposures, policy)}
    return tuple(merged.values())
