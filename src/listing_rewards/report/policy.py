"""A policy as a text for people: its source, awards, conditions, caps and assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import DatedAmount
from listing_rewards.policy.beside import ANY, Beside
from listing_rewards.policy.budgets import Budget
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.fact_kinds import EventKind, FigureKind
from listing_rewards.policy.grants import Award, Group, Instalment, OfWhich
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual
from listing_rewards.report.amounts import amount_text, dated_text
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.report.undertakings import undertaking_text

__all__ = ["amount_text", "condition_text", "describe"]


def describe(policy: Policy, lang: Lang = "en") -> str:
    """What the policy grants, each number with its clause or the reason it is assumed."""
    words = PolicyPhrasing(policy, lang)
    sections = (
        _head(words),
        _awards(words),
        _withheld(words),
        _facts(words),
        _unofficial(words),
        _assumed(words),
    )
    return "\n\n".join(text for section in sections if (text := "\n".join(section)))


def _head(words: PolicyPhrasing) -> Iterator[str]:
    policy = words.policy
    document = policy.document
    yield policy.id
    yield words.text(document.title)
    yield words.say("policy.comma").join(
        str(part)
        for part in (words.text(document.issuer), document.number, document.issued, document.url)
        if part
    )
    if policy.series:
        yield words.say("policy.series", series=policy.series)
    if document.note:
        yield words.say("policy.note", note=words.text(document.note))
    yield from (words.say("answer.not_seen", text=words.text(each)) for each in document.missing)
    if document.confirmed:
        by = words.text(document.confirmed.by)
        yield words.say("policy.confirmed", on=document.confirmed.on, by=by)
    yield _days(words) + words.part_source("in_force")


def _days(words: PolicyPhrasing) -> str:
    days = words.policy.in_force
    key = "policy.days" if days.end else "policy.days_open"
    text = words.say(key, first=days.first, last=days.end)
    if days.repealed is None:
        return text
    by = words.text(days.repealed.by)
    return text + words.say("policy.repeal", since=days.repealed.since, by=by)


def _awards(words: PolicyPhrasing) -> Iterator[str]:
    policy = words.policy
    yield words.say("policy.awards")
    yield from (f"* {_need(words, 'policy.need_all', name)}" for name in policy.needs)
    if not policy.awards:
        yield "- " + words.say("policy.no_awards")
    for award in policy.awards:
        yield from _award(words, award)
    for name, group in policy.groups.items():
        yield f"= {_group(words, name, group)}{words.part_source(f'groups.{name}')}"
    for name, best in policy.best_of.items():
        sentence = words.say("policy.best_of", names=words.awards(best.awards))
        yield f"= {sentence}{words.part_source(f'best_of.{name}')}"
    for name, promised in policy.relations.undertakings.items():
        sentence = undertaking_text(words, promised)
        yield f"= {sentence}{words.part_source(policy.path_of_undertaking(name))}"
    for name, budget in policy.budgets.items():
        yield f"= {_budget(words, budget)}{words.part_source(f'budgets.{name}')}"
    for name, each in policy.beside.items():
        yield f"= {_beside(words, name, each)}{words.part_source(f'beside.{name}')}"


def _budget(words: PolicyPhrasing, budget: Budget) -> str:
    """What may be spent in each year, and what follows when it is used up."""
    years = words.listing(
        words.say("policy.budget_year", year=each.year, amount=words.yuan(each.amount, wan=True))
        for each in budget.years
    )
    return words.say(
        "policy.budget",
        title=words.text(budget.title),
        awards=words.awards(budget.awards),
        years=years,
        day=words.say("policy.budget_day", budget.counted_on),
        used_up=words.say("policy.used_up", budget.used_up),
    )


def _beside(words: PolicyPhrasing, name: str, beside: Beside) -> str:
    """How the document stands to another one."""
    every = name == ANY
    other = words.say("beside.any") if every else name
    text = words.say("beside.how", beside.way, other=other)
    if beside.cap is None:
        return text
    cap = words.yuan(beside.cap, wan=True)
    return words.say("beside.cap_any" if every else "beside.cap", text=text, cap=cap)


def _earned(words: PolicyPhrasing, several: SeveralEvents) -> str:
    """The events that earn an award together, and the day that counts."""
    way = "all" if several.all_needed else "any"
    each = [words.say("values.quoted", name=words.event(kind)) for kind in several.names]
    names = words.say("values.event_joint", way).join(each)
    return words.say("policy.earned_by", way, names=names)


def _award(words: PolicyPhrasing, award: Award) -> Iterator[str]:
    path, title, amount = f"awards.{award.id}.amount", words.text(award.title), award.amount
    dated = isinstance(amount, DatedAmount)
    text = words.say("policy.by_day") if dated else amount_text(words, amount)
    sentence = words.say("policy.award", id=award.id, title=title, amount=text)
    yield f"- {sentence}{words.part_source(path)}"
    for i, each in enumerate(amount.dated if isinstance(amount, DatedAmount) else ()):
        source = words.part_source(f"{path}.dated[{i}].amount") if each.amount else ""
        yield f"    {dated_text(words, each)}{source}"
    if not isinstance(award.earned_by, str):
        yield "    " + _earned(words, award.earned_by)
    yield from (f"    {_need(words, 'policy.need', name)}" for name in award.needs)
    if award.recipient:
        yield "    " + words.say("answer.recipient", recipient=words.text(award.recipient))
    for part in award.of_which:
        yield "    " + of_which_text(words, part)
    if award.repealed:
        since, by = award.repealed.since, words.text(award.repealed.by)
        yield "    " + words.say("policy.award_repealed", since=since, by=by)
    if award.replaces:
        yield "    " + words.say("policy.replaces", names=words.awards(award.replaces))
    if award.paid_in:
        parts = words.policy.instalments[award.paid_in].parts
        said = words.say("policy.list_joint").join(_instalment(words, part) for part in parts)
        source = words.part_source(f"instalments.{award.paid_in}")
        yield f"    {words.say('policy.parts', parts=said)}{source}"
    if award.borne_by:
        levels = words.listing(
            words.say("policy.level", level=words.text(part.title), share=words.rate(part.share))
            for part in words.policy.shares[award.borne_by].parts
        )
        source = words.part_source(f"shares.{award.borne_by}")
        yield f"    {words.say('policy.shares', levels=levels)}{source}"


def of_which_text(words: PolicyPhrasing, part: OfWhich) -> str:
    """A part of an award that is for somebody else."""
    if part.amount is not None:
        text = words.yuan(part.number, wan=True)
    else:
        text = words.say("policy.of_which_share", share=words.rate(part.number))
    return words.say("policy.of_which", recipient=words.text(part.recipient), part=text)


def _need(words: PolicyPhrasing, key: str, name: str) -> str:
    condition = condition_text(words, words.policy.conditions[name])
    return words.say(key, condition=condition) + words.part_source(f"conditions.{name}")


def _instalment(words: PolicyPhrasing, part: Instalment) -> str:
    return words.say("policy.part", share=words.rate(part.share), when=when_text(words, part))


def when_text(words: PolicyPhrasing, part: Instalment) -> str:
    """When an instalment falls due."""
    span = words.span(years=part.years, months=part.months)
    if part.event:
        event = words.event(part.event)
        return words.say(
            "policy.when_after" if span else "policy.when_event", span=span, event=event
        )
    return words.say("policy.when_later" if span else "policy.when_earned", span=span)


def _group(words: PolicyPhrasing, name: str, group: Group) -> str:
    members = ", ".join(award.id for award in words.policy.awards if award.group == name)
    said = {"title": words.text(group.title), "members": members}
    if group.cap == "unknown":
        text = words.say("policy.group_unknown", **said)
    else:
        text = words.say("policy.group", **said, cap=words.yuan(group.cap, wan=True))
    for each in group.cap_when:
        condition = condition_text(words, words.policy.conditions[each.when])
        cap = words.yuan(each.cap, wan=True)
        text += words.say("policy.cap_when", cap=cap, condition=condition)
    return text


def _withheld(words: PolicyPhrasing) -> Iterator[str]:
    notices = [each for each in words.policy.notices if each.effect == "withhold"]
    if notices:
        yield words.say("policy.withheld")
    for each in notices:
        awards, law = words.awards(each.awards), words.text(each.law)
        yield "- " + words.say("policy.withholding", law=law, since=each.since, awards=awards)


def _facts(words: PolicyPhrasing) -> Iterator[str]:
    policy = words.policy
    if policy.events or policy.figures or policy.flags or policy.attributes:
        yield words.say("policy.events")
    for name, event in policy.events.items():
        yield _fact(words, name, event, _of_event(words, event))
    for name, figure in policy.figures.items():
        yield _fact(words, name, figure, _of_figure(words, figure))
    yield from (f"- {name}: {words.text(each)}" for name, each in policy.flags.items())
    for name, attribute in policy.attributes.items():
        values = (f"{value} = {words.text(text)}" for value, text in attribute.values.items())
        yield f"- {name}: {words.text(attribute)}{words.bracket(words.listing(values))}"


def _fact(words: PolicyPhrasing, name: str, label: Bilingual, parts: Iterator[str]) -> str:
    inner = words.say("policy.list_joint").join(parts)
    return f"- {name}: {words.text(label)}{words.bracket(inner) if inner else ''}"


def _of_event(words: PolicyPhrasing, event: EventKind) -> Iterator[str]:
    """What a case states of an event besides its day, and how silence about it reads."""
    if event.amount:
        yield words.say("policy.event_amount")
    if event.repeats:
        yield words.say("policy.event_repeats")
    if not event.record_only:
        yield words.say("policy.silence", event.silence)


def _of_figure(words: PolicyPhrasing, figure: FigureKind) -> Iterator[str]:
    """What a figure counts, and how it comes about where the case does not state it."""
    if figure.unit != "yuan":
        yield words.say("policy.fact", figure.unit)
    if figure.yearly:
        yield words.say("policy.yearly")
    if figure.place_of:
        by = words.figure(figure.ranked_by) if figure.ranked_by else ""
        award = words.award(figure.place_of)
        yield words.say("policy.place", "ranked" if by else "by_day", award=award, by=by)
    if made := figure.made:
        of = words.listing(map(words.figure, made.of))
        span, over = words.span(years=made.years), ""
        if made.before:
            over = words.say("policy.made_before", span=span, event=words.event(made.before))
        yield words.say("policy.made", made.way, of=of, over=over)


def _unofficial(words: PolicyPhrasing) -> Iterator[str]:
    """The clauses that are not quoted from an official site."""
    policy = words.policy
    quoted = [each for clause in policy.clauses.values() for each in (clause, *clause.readings)]
    read = [(each, how) for each in quoted if (how := words.how_read(each))]
    if read:
        yield words.say("policy.unofficial")
    for each, how in read:
        yield f"- {words.text(each.item)}{words.colon}{how}"


def _assumed(words: PolicyPhrasing) -> Iterator[str]:
    if words.policy.assumptions:
        yield words.say("answer.assumed_head")
    for where, why in words.policy.assumptions.items():
        yield f"- {where}: {words.text(why)}"
