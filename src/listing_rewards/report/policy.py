"""A policy as a text for people: its source, awards, conditions, caps and assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.errors import Lang
from listing_rewards.money import write_rate, write_yuan
from listing_rewards.policy.amounts import Amount, FixedAmount, RateAmount
from listing_rewards.policy.conditions import FlagCondition, SeasoningCondition
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground
from listing_rewards.report.words import say


def describe(policy: Policy, lang: Lang = "en") -> str:
    """What the policy grants, each number with its clause or the reason it is assumed."""
    return "\n".join(_lines(policy, lang))


def _lines(policy: Policy, lang: Lang) -> Iterator[str]:
    document = policy.document
    yield f"{policy.id}"
    yield document.title.say(lang)
    yield ", ".join(
        str(part)
        for part in (document.issuer.say(lang), document.number, document.issued, document.url)
        if part
    )
    if document.note:
        yield say(lang, "policy_note", note=document.note.say(lang))
    last = policy.in_force.last or say(lang, "open_end")
    days = say(lang, "policy_days", first=policy.in_force.first, last=last)
    yield days + _source(policy, policy.grounds["in_force"], lang)
    yield ""
    yield say(lang, "policy_awards")
    for award in policy.awards:
        ground = policy.grounds[f"awards.{award.id}.amount"]
        amount = amount_text(award.amount, policy, lang)
        yield f"- {award.id}: {award.title.say(lang)}: {amount}{_source(policy, ground, lang)}"
        for name in award.needs:
            yield f"    {_condition(policy, name, lang)}"
    for name, group in policy.groups.items():
        members = [award.id for award in policy.awards if award.group == name]
        cap = say(lang, "yuan", amount=write_yuan(group.cap))
        sentence = say(
            lang, "policy_group", title=group.title.say(lang), members=", ".join(members), cap=cap
        )
        yield f"= {sentence}{_source(policy, policy.grounds[f'groups.{name}'], lang)}"
    yield ""
    yield say(lang, "policy_events")
    yield from (f"- {kind}: {event.say(lang)}" for kind, event in policy.events.items())
    yield from (f"- {name}: {figure.say(lang)}" for name, figure in policy.figures.items())
    yield from (f"- {name}: {flag.say(lang)}" for name, flag in policy.flags.items())
    if policy.assumptions:
        yield ""
        yield say(lang, "assumed_head")
        for where, why in policy.assumptions.items():
            yield f"- {where}: {why.say(lang)}"


def amount_text(amount: Amount, policy: Policy, lang: Lang) -> str:
    """An amount in a few words."""
    if isinstance(amount, FixedAmount):
        return say(lang, "yuan", amount=write_yuan(amount.fixed))
    if isinstance(amount, RateAmount):
        base = policy.events[amount.of].say(lang)
        text = say(lang, "amount_rate", rate=write_rate(amount.rate), base=base)
        if amount.cap is None:
            return text
        cap = say(lang, "yuan", amount=write_yuan(amount.cap))
        return text + say(lang, f"amount_cap_{amount.cap_per}", cap=cap)
    return say(lang, "amount_unknown", reason=amount.unknown.say(lang))


def _condition(policy: Policy, name: str, lang: Lang) -> str:
    condition = policy.conditions[name]
    source = _source(policy, policy.grounds[f"conditions.{name}"], lang)
    if isinstance(condition, FlagCondition):
        return say(lang, "condition_flag", flag=policy.flags[condition.flag].say(lang)) + source
    return _seasoning(condition, policy, lang) + source


def _seasoning(condition: SeasoningCondition, policy: Policy, lang: Lang) -> str:
    tested = [policy.events[kind].say(lang) for kind in condition.tested_on]
    many = "years_one" if condition.years == 1 else "years_many"
    return say(
        lang,
        "condition_seasoning",
        years=say(lang, many, years=condition.years),
        event=policy.events[condition.seasoning].say(lang),
        tested=say(lang, "or").join(tested),
        counting=condition.counting,
    )


def _source(policy: Policy, ground: Ground, lang: Lang) -> str:
    if ground.clause:
        return say(lang, "clause_tag", item=policy.clauses[ground.clause].item.say(lang))
    return say(lang, "assumed_tag")
