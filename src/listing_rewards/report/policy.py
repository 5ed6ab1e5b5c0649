"""A policy as a text for people: its source, awards, conditions, caps and assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import Amount, FixedAmount, RateAmount
from listing_rewards.policy.conditions import FlagCondition
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import PolicyPhrasing


def describe(policy: Policy, lang: Lang = "en") -> str:
    """What the policy grants, each number with its clause or the reason it is assumed."""
    return "\n".join(_lines(PolicyPhrasing(policy, lang)))


def _lines(words: PolicyPhrasing) -> Iterator[str]:
    policy = words.policy
    document = policy.document
    yield policy.id
    yield words.text(document.title)
    yield ", ".join(
        str(part)
        for part in (words.text(document.issuer), document.number, document.issued, document.url)
        if part
    )
    if document.note:
        yield words.say("policy_note", note=words.text(document.note))
    last = policy.in_force.last or words.say("open_end")
    days = words.say("policy_days", first=policy.in_force.first, last=last)
    yield days + words.source(policy.grounds["in_force"])
    yield ""
    yield words.say("policy_awards")
    for award in policy.awards:
        source = words.source(policy.grounds[f"awards.{award.id}.amount"])
        yield f"- {award.id}: {words.text(award.title)}: {_amount(words, award.amount)}{source}"
        yield from (f"    {_condition(words, name)}" for name in award.needs)
    for name, group in policy.groups.items():
        members = ", ".join(award.id for award in policy.awards if award.group == name)
        title, cap = words.text(group.title), words.yuan(group.cap)
        sentence = words.say("policy_group", title=title, members=members, cap=cap)
        yield f"= {sentence}{words.source(policy.grounds[f'groups.{name}'])}"
    yield ""
    yield words.say("policy_events")
    for name, fact in (*policy.events.items(), *policy.figures.items(), *policy.flags.items()):
        yield f"- {name}: {words.text(fact)}"
    if policy.assumptions:
        yield ""
        yield words.say("assumed_head")
        for where, why in policy.assumptions.items():
            yield f"- {where}: {words.text(why)}"


def _amount(words: PolicyPhrasing, amount: Amount) -> str:
    """An amount in a few words."""
    if isinstance(amount, FixedAmount):
        return words.yuan(amount.fixed)
    if isinstance(amount, RateAmount):
        base, rate = words.event(amount.of), words.rate(amount.rate)
        text = words.say("amount_rate", rate=rate, base=base)
        if amount.cap is None:
            return text
        return text + words.say(f"amount_cap_{amount.cap_per}", cap=words.yuan(amount.cap))
    return words.say("amount_unknown", reason=words.text(amount.unknown))


def _condition(words: PolicyPhrasing, name: str) -> str:
    condition = words.policy.conditions[name]
    if isinstance(condition, FlagCondition):
        sentence = words.say("condition_flag", flag=words.flag(condition.flag))
    else:
        sentence = words.say(
            "condition_seasoning",
            years=words.years(condition.years),
            event=words.event(condition.seasoning),
            tested=words.say("or").join(map(words.event, condition.tested_on)),
            counting=condition.counting,
        )
    return sentence + words.source(words.policy.grounds[f"conditions.{name}"])
