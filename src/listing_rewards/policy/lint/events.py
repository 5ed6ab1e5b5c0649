"""What earns an award in the words of its clause, and by which events it is earned here.

The words are the Chinese ones of the clause. What is found is advice: a word may stand in a clause
for another reason, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from listing_rewards.errors import fault
from listing_rewards.policy.conditions import AnyCondition, HappenedCondition
from listing_rewards.policy.grants import Award
from listing_rewards.policy.lint.conditions import demands
from listing_rewards.policy.lint.finding import (
    Finding,
    advice,
    event_named,
    labels,
    only_in_words,
    otherwise,
    own_clauses,
)
from listing_rewards.policy.lint.plain_words import plain_words
from listing_rewards.policy.model import Policy

_BOTH = r"[^。;或]{0,6}(?:且|并且|并|同时)[^。;或]{0,14}?"
_EITHER = r"(?:的|后)?[、,]?(?:或者|或)[^。;且]{0,14}?"


def several_events_in_words(policy: Policy) -> Iterator[Finding]:
    """Any of some events where the words say 且, or all of them where they say 或.

    An event is known by the end of its name, as in 完成股份制改造.
    """
    for award in policy.awards:
        if len(award.events) < 2:
            continue
        text = plain_words(policy.clauses[award.clause].text.zh)
        all_of = bool(award.certain_events)
        between, form, stands = (
            (_EITHER, "any_of", "all_of") if all_of else (_BOTH, "all_of", "any_of")
        )
        ends = {policy.events[kind].zh[-2:] for kind in award.certain_events or award.events}
        for one, other in permutations(sorted(ends), 2):
            if said := re.search(re.escape(one) + between + re.escape(other), text):
                yield otherwise(said[0], f"awards.{award.id}.earned_by", form, stands)
                break


_ON_A_MARKET = r"上市|挂牌|创新层|新三板|北交所"
_MOVING_IN = re.compile(r"迁入|迁至")
_AS_WELL = re.compile(r"且(?!单|每|最高|最多|累计|总额|合计|年度|上限|封顶|不超|不高|不得)")
_BY_ANALOGY = re.compile(
    r"(?P<about>[^。;]{4,40}?),?(?:(?:参照|比照)(?!有关|相关|国家|[省市]级?有)(?:[^。;,《]{0,10})"
    r"|按照?(?:本条|前[款条项]|上述|前述|以上)(?:第?\(?[\d一二三四五六七八九十]{1,2}\)?[款项])?"
    r"(?:标准|政策|规定)?(?:予以|进行)?)(?:执行|给予|享受|奖励)"
    r"|(?P<same>[^。;]{4,40}?),?视同(?:在|为)?"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
_LISTED_MOVES_IN = re.compile(
    rf"(?:{_ON_A_MARKET})(?:的)?(?:公司|企业)[^。;,]{{0,16}}(?:迁入|迁至|迁址)"
    rf"|(?:迁入|迁至)[^。;,]{{0,28}}(?:{_ON_A_MARKET})(?:的)?(?:公司|企业)"
)


def one_event_alone(policy: Policy) -> Iterator[Finding]:
    """A clause that says 且, and under which each award asks for one event and nothing else."""
    if policy.needs or any("且" in label for label in labels(policy)):
        return
    for name, clause, text in own_clauses(policy):
        awards = [each for each in policy.awards if each.clause == name]
        said = _AS_WELL.search(text)
        if said and awards and all(len(each.events) == 1 and not each.needs for each in awards):
            start = max(said.start() - 6, 0)
            words, form = text[start : said.end() + 6], "earned_by.all_of, needs"
            yield only_in_words(words, f"clauses.{name}.text", clause, form)


def by_analogy(policy: Policy) -> Iterator[Finding]:
    """What is treated like something else (参照执行), and is named by no fact of the document."""
    for name, clause, text in own_clauses(policy):
        for said in _BY_ANALOGY.finditer(text):
            about = _pairs(said["about"] or said["same"])
            new = about - _pairs(text[: said.start()])
            if not any(_is_of(_pairs(label), about, new) for label in labels(policy)):
                path = f"clauses.{name}.text"
                yield only_in_words(said[0], path, clause, "earned_by.any_of")


def _pairs(text: str) -> set[str]:
    """Every two Chinese letters that stand beside each other, as words are not set apart."""
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    return {pair for pair in pairs if _CHINESE.fullmatch(pair)}


def _is_of(label: set[str], about: set[str], new: set[str]) -> bool:
    """Whether a name shares two pairs with some words, one of which is new in them."""
    return bool(label & new) and len(label & about) >= min(2, len(label))


def moving_in_alone(policy: Policy) -> Iterator[Finding]:
    """A listed company that moves in, in the words; and here whoever moves in, listed or not."""
    for award in policy.awards:
        clause = policy.clauses[award.clause]
        said = _LISTED_MOVES_IN.search(plain_words(clause.text.zh))
        alone = award.events if not award.certain_events else award.certain_events[:1]
        moving = [kind for kind in alone if _MOVING_IN.search(policy.events[kind].zh)]
        if said and moving and not _is_of_the_listed(policy, award):
            event = event_named(policy, moving[0])
            path = f"awards.{award.id}.earned_by"
            yield advice(fault("moving_in_alone", said[0], path=path, event=event))


def _is_of_the_listed(policy: Policy, award: Award) -> bool:
    """Whether what earns an award, or what it needs, says that the enterprise is on a market."""
    labels = {name: kind.zh for name, kind in (*policy.events.items(), *policy.flags.items())}
    for name, kind in policy.attributes.items():
        labels[name] = "、".join([kind.zh, *(each.zh for each in kind.values.values())])
    names = [*award.certain_events]
    for each in demands(policy, (*policy.needs, *award.needs)):
        if isinstance(each.condition, AnyCondition):
            return True
        names += [name for _, table, name in each.condition.references() if table != "conditions"]
    return any(re.search(_ON_A_MARKET, labels.get(name, "")) for name in names)


def moved_in_first(policy: Policy) -> Iterator[Finding]:
    """A listed company that moves in, in the words; and here one that moves in and lists later."""
    for award in policy.awards:
        clause = policy.clauses[award.clause]
        said = _LISTED_MOVES_IN.search(plain_words(clause.text.zh))
        labels = {kind: policy.events[kind].zh for kind in award.certain_events}
        moving = [kind for kind, label in labels.items() if _MOVING_IN.search(label)]
        listing = [kind for kind in labels if kind not in moving]
        listing = [kind for kind in listing if re.search(_ON_A_MARKET, labels[kind])]
        if said and moving and listing and not _says_which_came_first(policy, award):
            path, kind = f"awards.{award.id}.earned_by", moving[0]
            yield advice(fault("moved_in_first", said[0], path=path, kind=kind, listed=listing[0]))


def _says_which_came_first(policy: Policy, award: Award) -> bool:
    """Whether an award needs something of the day of one of its events."""
    return any(
        isinstance(each.condition, HappenedCondition)
        and each.condition.happened in award.certain_events
        for each in demands(policy, (*policy.needs, *award.needs))
    )
