"""The difference of two policies, said like an amendment: what becomes what, added, deleted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from listing_rewards.errors import Lang
from listing_rewards.policy.amounts import Amount, DatedAmount
from listing_rewards.policy.budgets import BudgetYear
from listing_rewards.policy.diff import Change, diff
from listing_rewards.policy.earning import SeveralEvents
from listing_rewards.policy.grants import (
    ConditionalCap,
    Instalment,
    LevelShare,
    OfWhich,
    Rounding,
)
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Bilingual, Quotation, Repeal, Sourced, Validity
from listing_rewards.report.amounts import amount_text, dated_text
from listing_rewards.report.conditions import condition_text
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.report.policy import of_which_text, when_text
from listing_rewards.words import say
from listing_rewards.words.amendment import KEYS, KEYS_OF, ORDERS, VALUES

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
        case SeveralEvents():
            return words.event(value.key)
        case ConditionalCap():
            condition = condition_text(words, words.policy.conditions[value.when])
            cap = words.yuan(value.cap, wan=True)
            return say("amendment.cap_when", words.lang, cap=cap, condition=condition)
        case Instalment() | LevelShare() | BudgetYear():
            return _one_of_several(words, value)
        case Quotation():
            item, said = words.text(value.item), words.text(value.text)
            how = words.how_read(value)
            text = say("amendment.reading", words.lang, item=item, text=said)
            return text + words.bracket(how) if how else text
        case OfWhich():
            return of_which_text(words, value)
        case _:
            return _amount(words, value)


def _one_of_several(words: PolicyPhrasing, part: Instalment | LevelShare | BudgetYear) -> str:
    """A part of an amount, or of what there is in several years."""
    if isinstance(part, BudgetYear):
        amount = words.yuan(part.amount, wan=True)
        return words.say("policy.budget_year", year=part.year, amount=amount)
    share = words.rate(part.share)
    if isinstance(part, Instalment):
        when = when_text(words, part)
        return say("amendment.instalment", words.lang, share=share, when=when)
    return say("amendment.level", words.lang, level=words.text(part.title), share=share)


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
        case "awards" | "groups" | "undertakings" | "repayments" | "budgets":
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


_IN_WORDS = frozenset(
    {"cap", "silence", "unit", "read", "effect", "runs_from", "before_payment", "used_up",
     "counted_on"}
)  # fmt: skip
_NAMES: Mapping[tuple[str, str], Namer] = {
    ("needs", "needs"): _condition,
    ("events", "after"): PolicyPhrasing.event,
    ("events", "ended_by"): PolicyPhrasing.event,
    ("best_of", "awards"): PolicyPhrasing.award,
    ("undertakings", "broken_by"): PolicyPhrasing.event,
    ("undertakings", "kept_by"): PolicyPhrasing.event,
    ("undertakings", "after"): PolicyPhrasing.event,
    ("undertakings", "awards"): PolicyPhrasing.award,
    ("budgets", "awards"): PolicyPhrasing.award,
    ("repayments", "event"): PolicyPhrasing.event,
    ("repayments", "after"): PolicyPhrasing.event,
    ("repayments", "awards"): PolicyPhrasing.award,
    ("awards", "earned_by"): PolicyPhrasing.event,
    ("awards", "needs"): _condition,
    ("awards", "group"): PolicyPhrasing.group,
    ("awards", "replaces"): PolicyPhrasing.award,
    ("awards", "clause"): _clause,
    ("notices", "awards"): PolicyPhrasing.award,
}
"""What the names under a key of a table are names of, where they have a label."""


_SOURCE = frozenset({"clause", "assumed"})
_INNER = str.maketrans('“”"', "‘’'")
_DIGITS = "〇一二三四五六七八九"


def amendment(a: Policy, b: Policy, lang: Lang = "en") -> str:
    """What changes from `a` to `b`, one numbered item a part, each number with its new source.

    >>> from listing_rewards import load_policy
    >>> source, own = map(load_policy, ("zhanjiang-bse-2023", "zhanjiang-bse-2023-illustrative"))
    >>> print(amendment(source, own).splitlines()[2])
    1. In "Reward for listing on NEEQ", the amount "unknown: the source gives only the total of \
all stages, at most 9,000,000 yuan" becomes "500,000.00 yuan" [assumed: illustration: the source \
gives no amount for this stage].
    """
    return "\n".join(_Amendment(a, b, lang).lines())


class _Said(NamedTuple):
    """What becomes of one key: how it is called, what it said, what it says, on what it rests."""

    key: str
    before: str
    after: str
    source: str = ""


class _Amendment:
    """Says the changes from one policy to another in one language.

    Attributes:
        old: the words of the first policy.
        new: the words of the second one.
        lang: the language.
    """

    def __init__(self, a: Policy, b: Policy, lang: Lang) -> None:
        self.old, self.new = PolicyPhrasing(a, lang), PolicyPhrasing(b, lang)
        self.lang: Lang = lang

    def lines(self) -> Iterator[str]:
        """The head, then one item a part."""
        a, b = self.old.policy, self.new.policy
        before, after = self.old.text(a.document.title), self.new.text(b.document.title)
        yield self._say("amendment.head", before=before, before_id=a.id, after=after, after_id=b.id)
        yield ""
        changes = diff(a, b)
        parts = groupby(changes, key=lambda change: change.where[:2])
        for n, (where, of_part) in enumerate(parts, start=1):
            number = n if self.lang == "en" else chinese_number(n)
            yield self._say("amendment.number", n=number) + _ended(self._item(where, list(of_part)))
        if not changes:
            yield self._say("amendment.nothing")

    def _say(self, key: str, /, *variant: str, **values: object) -> str:
        return say(key, self.lang, *variant, **values)

    def _item(self, where: tuple[str, ...], changes: list[Change]) -> str:
        """Everything that changes in one part."""
        change = changes[0]
        if len(where) == 1:
            return self._top(where[0], change)
        if change.where == where and change.kind == "removed":
            return self._say("amendment.part_removed", part=name_of(self.old, where, change.before))
        if change.where == where and change.kind == "added":
            return self._added(where, change.after)
        before, after = (_part(words.policy, where) for words in (self.old, self.new))
        said = list(self._keys(where[0], before, after, changes))
        of = self._say("amendment.of") if said[0].key and said[0].before and said[0].after else ""
        text = self._say("amendment.semicolon").join(map(self._key, said))
        return self._say(
            "amendment.within", part=name_of(self.old, where, before) + of, changes=text
        )

    def _top(self, table: str, change: Change) -> str:
        """The days, the rounding, a list, or the order of a table."""
        if table in ORDERS:
            names = (self.new.award(each) if table == "awards" else each for each in change.after)
            part = self._say("amendment.order_of", table)
            return self._say("amendment.order", part=part, names=self.new.listing(names))
        said = self._key(self._in_words(table, change)._replace(source=self._tag(change.after)))
        return self._say("amendment.alone", changes=said[0].upper() + said[1:])

    def _added(self, where: tuple[str, ...], part: Any) -> str:
        """A part that only the second policy has, with all that it says."""
        content = content_text(self.new, where, part)
        colon = self._say("amendment.colon") if content else ""
        source = self._tag(part.amount if where[0] == "awards" else part)
        name = name_of(self.new, where, part)
        return self._say(
            "amendment.part_added", part=name, colon=colon, content=content, source=source
        )

    def _keys(self, table: str, before: Any, after: Any, changes: list[Change]) -> Iterator[_Said]:
        """What becomes of each key; where its source changes as well, only with the new one."""
        if table == "awards":
            yield from self._award_keys(changes)
            return
        if table == "conditions":
            where = changes[0].where
            rules = content_text(self.old, where, before), content_text(self.new, where, after)
            if rules[0] != rules[1]:
                yield _Said(key_of(self.lang, table, "rule"), *rules, self._tag(after))
                return
        said = [self._in_words(table, each) for each in changes if each.where[-1] not in _SOURCE]
        if said:
            yield from said[:-1]
            yield said[-1]._replace(source=self._tag(after))
        else:
            yield self._new_source(before, after, "source")

    def _award_keys(self, changes: list[Change]) -> Iterator[_Said]:
        """An award's keys; a clause that its amount brings as well is reported with the amount."""
        brought: str | None = None
        for each in changes:
            key = each.where[-1]
            if key == "amount":
                brought = each.after.clause
                yield self._amount(each)
            elif key != "clause" or each.after != brought:
                yield self._in_words("awards", each)

    def _amount(self, change: Change) -> _Said:
        said = self._in_words("awards", change)
        if said.before != said.after:
            return said._replace(source=self._tag(change.after))
        moved = self._new_source(change.before, change.after, "amount_source")
        if moved.before != moved.after:
            return moved
        return said._replace(before=as_written(change.before), after=as_written(change.after))

    def _in_words(self, table: str, change: Change) -> _Said:
        before = value_text(self.old, change.where, change.before)
        after = value_text(self.new, change.where, change.after)
        return _Said(key_of(self.lang, table, change.where[-1]), before, after)

    def _new_source(self, before: Sourced, after: Sourced, key: str) -> _Said:
        texts = source_text(self.old, before), source_text(self.new, after)
        return _Said(key_of(self.lang, "", key), *texts)

    def _tag(self, part: object) -> str:
        return source_tag(self.new, part) if isinstance(part, Sourced) else ""

    def _key(self, said: _Said) -> str:
        key = "amendment.changed"
        if not said.before or not said.after:
            key = "amendment.added" if said.after else "amendment.removed"
        before, after = map(within_quotes, (said.before, said.after))
        text = self._say(key, key=said.key, before=before, after=after)
        return text + said.source


def _ended(sentence: str) -> str:
    """The sentence with one full stop, also where it ends in words that bring their own."""
    return sentence[:-2] + sentence[-1] if sentence[-2] in ".。" else sentence


def _part(policy: Policy, where: tuple[str, ...]) -> Any:
    """The part of a policy that a table and a name lead to."""
    table, name = where
    if table == "awards":
        return policy.award(name)
    return policy.notice(name) if table == "notices" else getattr(policy, table)[name]


def within_quotes(text: str) -> str:
    """The text with its own quotation marks made inner ones.

    >>> within_quotes("“融资”的2%")
    '‘融资’的2%'
    """
    return text.translate(_INNER)


def chinese_number(n: int) -> str:
    """A number below 100 as Chinese counts items; a larger one in digits.

    >>> [chinese_number(n) for n in (1, 10, 12, 20, 35, 100)]
    ['一', '十', '十二', '二十', '三十五', '100']
    """
    tens, ones = divmod(n, 10)
    if tens > 9:
        return str(n)
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")
