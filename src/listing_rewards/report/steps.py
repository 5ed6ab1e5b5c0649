"""One step of the calculation in one short sentence."""

from __future__ import annotations

from listing_rewards.assessment import AwardLine, Step
from listing_rewards.policy.amounts import UnknownAmount
from listing_rewards.report.phrasing import Phrasing


def step_sentence(words: Phrasing, line: AwardLine, step: Step) -> str:
    """What was done, the amount after it, and what it rests on."""
    policy = words.policy
    amount = policy.award(line.award).amount
    sentence = words.say(
        _key(step),
        day=step.on,
        result=words.bounds(step.result),
        value=words.bounds(step.value) if step.value else "",
        rate=words.rate(step.rate) if step.rate is not None else "",
        unit=words.yuan(step.unit) if step.unit is not None else "",
        reason=words.text(amount.unknown) if isinstance(amount, UnknownAmount) else "",
    )
    if step.needed_no_rounding(line.steps):
        return sentence
    return sentence + words.source(step.ground)


def _key(step: Step) -> str:
    if step.op == "when":
        return f"step_when_{step.truth}"
    if step.op == "event_amount" and step.result.at_most is None:
        return "step_event_amount_missing" if step.on else "step_event_unknown"
    return f"step_{step.op}"
