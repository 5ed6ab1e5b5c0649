"""What one key of a policy says, in the words of an amendment."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import BaseModel

from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import Amount, DatedAmount
from listing_rewards.policy.grants import ConditionalCap, Instalment, LevelShare, Rounding
from listing_rewards.policy.source import Bilingual, Repeal, Sourced, Validity
from listing_rewards.report.amounts import amount_text, dated_text
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.report.policy import when_text
from listing_rewards.words import say
from listing_rewards.words.amendment import KEYS, KEYS_OF, VALUES

Where: TypeAlias = tuple[str, ...]
Namer: TypeAlias = Callable[[PolicyPhrasing, str], str]

_NOT_SAID = frozenset({"id", "zh", "en", "title", "law", "item", "clause", "assumed", "document"})
"""Keys of an added part that its name or its source already says."""


def value_text(words: PolicyPhrasing, where: Where, value: Any) -> str:
    """What the value of a key says, which the names `where` lead to; nothing if there is none."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return words.listing(value_text(words, where, each) for each in value)
    if isinstance(value, str):
        return _name(words, where[0], where[-1], value)
    if isinstance(value, Mapping):
        return words.listing(
            say("amendment.value", words.lang, name=name, label=words.text(label))
            for name, label in value.items()
        )
    return _single(words, where, value)


def _amount(words: PolicyPhrasing, amount: Amount) -> str:
    """An amount; of a dated one also the source of a value that has one of its own."""
    if not isinstance(amount, DatedAmount):
        return amount_text(words, amount)
    whole, said = source_text(words, amount), []
    for each in amount.dated:
        text = dated_text(words, each)
        if each.amount is not None and source_text(words, each.amount) != whole:
            text += source_tag(words, each.amount)
        said.append(text)
    return say("amendment.semicolon", words.lang).join(said)


def _name(words: PolicyPhrasing, table: str, key: str, name: str) -> str:
    """What a name stands for; a plain word as it is."""
    if (table, key) in _NAMES:
        return _NAMES[table, key](words, name)
    in_words = name in VALUES and key in _IN_WORDS
    return say("amendment.value_of", words.lang, name) if in_words else name


def _single(words: PolicyPhrasing, where: Where, value: Any) -> str:
    key = where[-1]
    match value:
        case bool():
            return say("amendment.yes" if value else "amendment.no", words.lang)
        case Bilingual():
            return words.text(value)
        case Decimal() if key == "cap":
            return words.yuan(value, wan=True)
        case Decimal() if key == "share":
            return words.rate(value)
        case Decimal():
            return words.measured(value, words.unit(where[1]))
        case date() | int():
            return str(value)
        case _:
            return _record(words, value)


def _record(words: PolicyPhrasing, value: Any) -> str:
    match value:
        case Validity():
            return _days(words, value)
        case Repeal():
            by = words.text(value.by)
            return say("amendment.repeal", words.lang, since=value.since, by=by)
        case Rounding():
            mode = say("amendment.value_of", words.lang, value.mode)
            return say("amendment.rounding", words.lang, unit=words.yuan(value.unit), mode=mode)
        case ConditionalCap():
            condition = condition_text(words, words.policy.conditions[value.when])
            cap = words.yuan(value.cap, wan=True)
            return say("amendment.cap_when", words.lang, cap=cap, condition=condition)
        case Instalment():
            share, when = words.rate(value.share), when_text(words, value)
            return say("amendment.instalment", words.lang, share=share, when=when)
        case LevelShare():
            level, share = words.text(value.title), words.rate(value.share)
            return say("amendment.level", words.lang, level=level, share=share)
        case _:
            return _amount(words, value)


def as_written(part: BaseModel) -> str:
    """A part as a document holds it, where words do not tell two apart."""
    return json.dumps(part.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)


def _days(words: PolicyPhrasing, days: Validity) -> str:
    if days.last is None:
        text = say("amendment.days_open", words.lang, first=days.first)
    else:
        text = say("amendment.days", words.lang, first=days.first, last=days.last)
    if days.repealed is None:
        return text
    by = words.text(days.repealed.by)
    return say("amendment.repealed", words.lang, days=text, since=days.repealed.since, by=by)


def content_text(words: PolicyPhrasing, where: Where, part: Any) -> str:
    """All that a part says besides its name and its source."""
    if where[0] == "conditions":
        return condition_text(words, part)
    return say("amendment.semicolon", words.lang).join(_content(words, where, part))


def _content(words: PolicyPhrasing, where: Where, part: BaseModel) -> Iterator[str]:
    for key, field in type(part).model_fields.items():
        value = getattr(part, key)
        if key in _NOT_SAID or value == field.get_default():
            continue
        name, text = key_of(words.lang, where[0], key), value_text(words, (*where, key), value)
        yield say("amendment.key_value", words.lang, key=name, value=text)


def source_text(words: PolicyPhrasing, part: Sourced) -> str:
    """The clause that a part rests on, or why it is assumed."""
    if part.clause:
        return _clause(words, part.clause)
    reason = words.text(part.assumed) if part.assumed else ""
    return say("amendment.assumption", words.lang, reason=reason)


def source_tag(words: PolicyPhrasing, part: Sourced) -> str:
    """The same as a tag behind what is said."""
    if part.clause:
        return say("amendment.by_clause", words.lang, item=_clause(words, part.clause))
    reason = words.text(part.assumed) if part.assumed else ""
    return say("amendment.by_assumption", words.lang, reason=reason)


def name_of(words: PolicyPhrasing, where: Where, part: Any) -> str:
    """What a part is called: by its title or label where it has one."""
    table, name = where
    match table:
        case "clauses":
            name = words.text(part.item)
        case "events" | "figures" | "flags" | "attributes":
            name = words.text(part)
        case "awards" | "groups" | "repayments":
            name = words.text(part.title)
        case "notices":
            name = words.text(part.law)
    quoted = say("amendment.quoted", words.lang, text=name)
    return say("amendment.part", words.lang, table, name=quoted)


def key_of(lang: Lang, table: str, key: str) -> str:
    """What a key of a part is called."""
    if key in KEYS_OF.get(table, {}):
        return say("amendment.key_of", lang, table, key)
    return say("amendment.key", lang, key) if key in KEYS else key


def _clause(words: PolicyPhrasing, name: str) -> str:
    return words.text(words.policy.clauses[name].item)


def _condition(words: PolicyPhrasing, name: str) -> str:
    return condition_text(words, words.policy.conditions[name])


def _group(words: PolicyPhrasing, name: str) -> str:
    return words.text(words.policy.groups[name].title)


_IN_WORDS = frozenset({"silence", "unit", "read", "effect"})
_NAMES: Mapping[tuple[str, str], Namer] = {
    ("needs", "needs"): _condition,
    ("events", "after"): PolicyPhrasing.event,
    ("events", "ended_by"): PolicyPhrasing.event,
    ("best_of", "awards"): PolicyPhrasing.award,
    ("repayments", "event"): PolicyPhrasing.event,
    ("repayments", "after"): PolicyPhrasing.event,
    ("repayments", "awards"): PolicyPhrasing.award,
    ("awards", "earned_by"): PolicyPhrasing.event,
    ("awards", "needs"): _condition,
    ("awards", "group"): _group,
    ("awards", "replaces"): PolicyPhrasing.award,
    ("awards", "clause"): _clause,
    ("notices", "awards"): PolicyPhrasing.award,
}
"""What the names under a key of a table are names of, where they have a label."""
