"""The portrait of an enterprise as a page to print, in the design of the page that is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from listing_rewards.errors import Lang
from listing_rewards.plan.calendar_forms import Documents, calendar_table
from listing_rewards.plan.finding import OPEN, ConditionFinding
from listing_rewards.plan.portrait import Portrait, Rung
from listing_rewards.plan.screening import Screening
from listing_rewards.plan.sentences import Sentences, range_said
from listing_rewards.plan.sheet import Shown, sheet
from listing_rewards.policy.model import Policy
from listing_rewards.policy.standards import FigureLimb, Standard
from listing_rewards.report.page.signs import wrapped
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.values.money import exact, write_yuan
from listing_rewards.words import say

_LEFT, _RIGHT, _BAR, _MOST_BARS = 60, 700, 300, 6
_AWARD = ("award", "policy", "status", "entitled", "paid", "payable", "may_come")


class _RungDrawn(NamedTuple):
    x: int
    reached: bool
    lines: list[str]


class _Bar(NamedTuple):
    """How much of a bound is reached."""

    label: str
    width: int
    note: str


@exact
def portrait_page(portrait: Portrait, documents: Documents, lang: Lang = "en") -> str:
    """The page: HTML that needs no script and no network. The same portrait gives the same text.

    Args:
        portrait: from `portrait`.
        documents: the policies and standards that it was asked of, by id.
        lang: the language of the page.

    Raises:
        ListingRewardsError: the extra ``report`` is not installed.
    """
    policies = [each for each in documents.values() if isinstance(each, Policy)]
    return sheet(
        "portrait.html",
        lang,
        title=say("portrait.title", lang, name=portrait.enterprise.name),
        now=say("portrait.now", lang),
        no_decision=say("portrait.no_decision", lang),
        colon=say("values.colon", lang),
        particulars=_particulars(portrait, lang),
        headline=_headline(portrait, policies, lang),
        ladder=_ladder(portrait.ladder, policies[0], lang) if policies else [],
        standards=[_standard(each, documents, lang) for each in portrait.screenings],
        awards=Shown(
            [say("portrait.column", lang, key) for key in _AWARD],
            [key not in {"award", "policy", "status"} for key in _AWARD],
            list(_awards(portrait, documents, lang)),
        ),
        rooms=list(_rooms(portrait, documents, lang)),
        several=len(policies) > 1,
        lists=[
            ("portrait.missing", list(_missing(portrait, documents, lang))),
            ("portrait.due", list(_due(portrait, documents, lang))),
            ("page.notices", list(_laws(portrait, documents, lang))),
            ("page.assumed", list(_assumed(portrait, documents, lang))),
        ],
    )


def _particulars(portrait: Portrait, lang: Lang) -> list[tuple[str, str]]:
    who = portrait.enterprise
    rows = [
        ("page.uscc", who.uscc or ""),
        ("page.county", who.county or ""),
        ("page.as_of", str(portrait.as_of)),
    ]
    return [(say(key, lang), text) for key, text in rows if text]


def _headline(
    portrait: Portrait, policies: Sequence[Policy], lang: Lang
) -> Iterator[tuple[str, str]]:
    """Where it stands, and the next step with the earliest day for it."""
    if not policies:
        return
    words = PolicyPhrasing(policies[0], lang)
    reached = [each for each in portrait.ladder if each.on is not None]
    stands = say("portrait.nowhere", lang)
    if reached:
        last = reached[-1]
        stands = say("portrait.since", lang, event=words.event(last.event), day=last.on)
    yield say("portrait.stands", lang), stands
    place = portrait.ladder.index(reached[-1]) if reached else -1
    ahead = [each for each in portrait.ladder[place + 1 :] if each.on is None]
    if not ahead:
        yield say("portrait.next", lang), say("portrait.nothing_next", lang)
        return
    following = ahead[0]
    event = words.event(following.event)
    if following.earliest is not None:
        event = say("portrait.from", lang, event=event, day=following.earliest)
    yield say("portrait.next", lang), event


def _ladder(rungs: Sequence[Rung], policy: Policy, lang: Lang) -> list[_RungDrawn]:
    words = PolicyPhrasing(policy, lang)
    shown = rungs[:8]
    apart = (_RIGHT - _LEFT) // max(len(shown) - 1, 1)
    drawn = []
    for place, rung in enumerate(shown):
        lines = wrapped(words.event(rung.event), min(apart, 150) - 8, 11, lines=2)
        day = rung.on or rung.earliest
        if day is not None:
            lines.append(str(day) if rung.on else say("portrait.earliest", lang, day=day))
        drawn.append(_RungDrawn(_LEFT + apart * place, rung.on is not None, lines))
    return drawn


def _standard(screening: Screening, documents: Documents, lang: Lang) -> dict[str, Any]:
    """A standard: how ready, bars of what is short, a line for each condition that is left."""
    standard = documents[screening.standard]
    assert isinstance(standard, Standard)  # noqa: S101  (its id names one)
    sentences = Sentences(standard, lang)
    left = screening.left()
    short = [each for each in left if each.outcome == "not_met"]
    unknown = [each for each in left if each.outcome in OPEN]
    lines = sentences.standing(screening, [*short, *unknown])
    waiting = dict.fromkeys(
        sentences.need(need) for each in left if each.outcome == "at_issue" for need in each.needs
    )
    if waiting:
        lines.append(say("portrait.at_issue", lang, what=sentences.words.listing(waiting)))
    general = len(screening.general)
    return {
        "title": standard.title.say(lang),
        "readiness": say("plan.readiness", lang, screening.readiness),
        "bars": [*_bars(short, standard, sentences)][:_MOST_BARS],
        "lines": list(dict.fromkeys(lines)),
        "general": say("plan.rests_on_general", lang, n=general) if general else "",
    }


def _bars(
    short: Iterable[ConditionFinding], standard: Standard, sentences: Sentences
) -> Iterator[_Bar]:
    """What is reached of each lower bound that is above 0."""
    for each in short:
        limb = standard.conditions[each.condition]
        if not isinstance(limb, FigureLimb) or each.stated is None or not limb.lower:
            continue
        if limb.lower < 0 or each.stated > limb.lower:
            continue
        reached = max(each.stated, Decimal(0))
        width = int(reached * _BAR // limb.lower)
        label = wrapped(sentences.words.figure(each.of), 320, 11, lines=1)[0]
        yield _Bar(label, width, f"{int(reached * 100 // limb.lower)}%")


def _awards(portrait: Portrait, documents: Documents, lang: Lang) -> Iterator[list[str]]:
    for each in portrait.awards:
        policy = _policy(documents, each.policy)
        words = PolicyPhrasing(policy, lang)
        yield [
            words.award(each.award),
            policy.id,
            say("answer.status", lang, each.status),
            range_said(each.entitled, lang),
            write_yuan(each.paid),
            range_said(each.payable, lang),
            range_said(each.may_come, lang),
        ]


def _policy(documents: Documents, name: str) -> Policy:
    policy = documents[name]
    assert isinstance(policy, Policy)  # noqa: S101  (its id names one)
    return policy


def _rooms(portrait: Portrait, documents: Documents, lang: Lang) -> Iterator[str]:
    for each in portrait.rooms:
        title = _policy(documents, each.policy).groups[each.group].title.say(lang)
        if each.cap is not None and each.left is not None:
            cap, left = write_yuan(each.cap), write_yuan(each.left)
            yield say("portrait.room", lang, group=title, cap=cap, left=left)


def _missing(portrait: Portrait, documents: Documents, lang: Lang) -> Iterator[str]:
    """What is not known, with the yuan that hang on it."""
    for each in portrait.missing:
        fact = _label(each.fact, documents[each.document], lang)
        if each.at_stake is None:
            yield say("portrait.no_limit", lang, fact=fact, document=each.document)
        elif each.at_stake:
            yuan = write_yuan(each.at_stake)
            yield say("portrait.at_stake", lang, fact=fact, yuan=yuan, document=each.document)
        else:
            yield say("portrait.asked_by", lang, fact=fact, document=each.document)


def _label(fact: str, document: Policy | Standard, lang: Lang) -> str:
    """A fact or award by its label."""
    facts = document.facts if isinstance(document, Standard) else document
    words = PolicyPhrasing(facts, lang)
    tables: tuple[tuple[Mapping[str, object], Any], ...] = (
        (facts.flags, words.flag),
        (facts.attributes, words.attribute),
        (facts.events, words.event),
    )
    for table, label in tables:
        if fact in table:
            return str(label(fact))
    if any(award.id == fact for award in facts.awards):
        return words.award(fact)
    return words.figure(fact)


def _due(portrait: Portrait, documents: Documents, lang: Lang) -> Iterator[str]:
    for row in calendar_table(portrait.due, documents, lang).rows:
        day, _, _, happens, what, awards, certain, *_ = map(str, row)
        money = say("portrait.yuan", lang, yuan=write_yuan(Decimal(certain))) if awards else ""
        yield say("portrait.due_line", lang, day=day, happens=happens, what=what) + money


def _laws(portrait: Portrait, documents: Documents, lang: Lang) -> Iterator[str]:
    for each in portrait.laws:
        policy = _policy(documents, each.policy)
        words, notice = PolicyPhrasing(policy, lang), policy.notice(each.notice)
        law, awards = notice.law.say(lang), words.listing(map(words.award, each.awards))
        yield say("portrait.law", lang, law=law, since=notice.since, awards=awards)


def _assumed(portrait: Portrait, documents: Documents, lang: Lang) -> Iterator[str]:
    """The awards whose amounts a policy assumes, policy by policy."""
    for name in dict.fromkeys(each.policy for each in portrait.assumed):
        words = PolicyPhrasing(_policy(documents, name), lang)
        awards = (each.award for each in portrait.assumed if each.policy == name)
        listed = words.listing(map(words.award, awards))
        yield say("portrait.assumes", lang, policy=name, awards=listed)
