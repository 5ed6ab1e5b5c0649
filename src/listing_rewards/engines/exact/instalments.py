"""The parts of an award that is paid over time, as lines of the answer."""

from __future__ import annotations

from listing_rewards.assessment import InstalmentLine
from listing_rewards.engines.exact.parts import instalment_line
from listing_rewards.engines.exact.register import ExactRegister
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.checks import instalment_day
from listing_rewards.meaning.settling import Line
from listing_rewards.values.range import Bounds
from listing_rewards.values.truth import Truth


def instalment_lines(
    line: Line[Bounds, Truth, Trail], m: ExactRegister
) -> tuple[InstalmentLine, ...]:
    """The parts of an award with their days; none where it is paid at once."""
    award = line.granted.award
    if award.paid_in is None:
        return ()
    stated = m.policy.instalments[award.paid_in].parts
    return tuple(
        instalment_line(
            share=part.share,
            amount=found.amount,
            due_on=instalment_day(m, award, number, part),
            due=found.due,
            ground=m.policy.grounds[f"instalments.{award.paid_in}"],
        )
        for number, (part, found) in enumerate(zip(stated, line.parts, strict=True))
    )
