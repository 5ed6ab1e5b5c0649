"""The parts of an award that is paid over time, as lines of the answer."""

from __future__ import annotations

from datetime import date

from listing_rewards.assessment import InstalmentLine
from listing_rewards.bounds import Bounds
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.making import instalment_line
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.settling import Line
from listing_rewards.periods import LATEST, corresponding_day
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.truth import Truth


def instalment_lines(line: Line[Bounds, Truth, Trail], facts: Facts) -> tuple[InstalmentLine, ...]:
    """The parts of an award with their days; none where it is paid at once."""
    award = line.granted.award
    if award.paid_in is None:
        return ()
    stated = facts.policy.instalments[award.paid_in].parts
    return tuple(
        instalment_line(
            share=part.share,
            amount=found.amount,
            due_on=due_on(part, award, facts)[1],
            due=found.due,
            ground=facts.policy.grounds[f"instalments.{award.paid_in}"],
        )
        for part, found in zip(stated, line.parts, strict=True)
    )


def due_on(part: Instalment, award: Award, facts: Facts) -> tuple[Truth, date | None]:
    """Whether a part is due, and from which day; the day is None where it is not known."""
    events = facts.events.get(part.event, []) if part.event else facts.in_force(award.earned_by)
    if not events:
        return facts.happened(part.event or award.earned_by), None
    day = min(corresponding_day(events[0].on, years=part.years, months=part.months), LATEST)
    return Truth.of(day <= facts.as_of), day
