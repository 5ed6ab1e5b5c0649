"""The parts of an award that is paid over time, and what of it is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from listing_rewards.assessment import InstalmentLine
from listing_rewards.bounds import Bounds, total
from listing_rewards.engines.exact.entitlement import Entitlements
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.making import instalment_line
from listing_rewards.periods import LATEST, corresponding_day
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.rules.amounts import at_most
from listing_rewards.rules.conditions import granted_when
from listing_rewards.rules.splits import split
from listing_rewards.truth import MET, Truth


def instalments_of(award: Award, awards: Entitlements) -> tuple[InstalmentLine, ...]:
    """The parts of an award with their days; none where it is paid at once."""
    if award.paid_in is None:
        return ()
    facts = awards.facts
    parts = facts.policy.instalments[award.paid_in].parts
    unit = facts.policy.rounding.unit
    ground = facts.policy.grounds[f"instalments.{award.paid_in}"]
    entitled = awards.entitled(award.id)
    amounts = split(entitled, [part.share for part in parts], unit=unit)
    lines = []
    for part, amount in zip(parts, amounts, strict=True):
        due, due_on = _due_on(part, award, facts)
        lines.append(
            instalment_line(
                share=part.share,
                amount=at_most(amount, entitled.at_most),
                due_on=due_on,
                due=due,
                ground=ground,
            )
        )
    return tuple(lines)


def _due_on(part: Instalment, award: Award, facts: Facts) -> tuple[Truth, date | None]:
    """Whether a part is due, and from which day; the day is None where it is not known."""
    events = facts.events.get(part.event, []) if part.event else facts.in_force(award.earned_by)
    if not events:
        return facts.happened(part.event or award.earned_by), None
    day = min(corresponding_day(events[0].on, years=part.years, months=part.months), LATEST)
    return Truth.of(day <= facts.as_of), day


def due_now(parts: Sequence[InstalmentLine], entitled: Bounds) -> Bounds | None:
    """What is due of an amount paid in parts; None where all of it is."""
    if all(part.due is MET for part in parts):
        return None
    due = total(granted_when(part.due, part.amount) for part in parts)
    return at_most(due, entitled.at_most)
