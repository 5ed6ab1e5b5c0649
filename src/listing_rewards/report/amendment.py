"""The difference of two policies, said like an amendment: what becomes what, added, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from listing_rewards.errors import Lang
from listing_rewards.policy.diff import Change, diff
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Sourced
from listing_rewards.report.amendment_values import (
    as_written,
    content_text,
    key_of,
    name_of,
    source_tag,
    source_text,
    value_text,
)
from listing_rewards.report.phrasing import PolicyPhrasing
from listing_rewards.words import say
from listing_rewards.words.amendment import ORDERS

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
        told = list(self._keys(where[0], before, after, changes))
        of = self._say("amendment.of") if told[0].key and told[0].before and told[0].after else ""
        text = self._say("amendment.semicolon").join(map(self._key, told))
        return self._say(
            "amendment.within", part=name_of(self.old, where, before) + of, changes=text
        )

    def _top(self, table: str, change: Change) -> str:
        """The days, the rounding, a list, or the order of a table."""
        if table in ORDERS:
            names = (self.new.award(each) if table == "awards" else each for each in change.after)
            part = self._say("amendment.order_of", table)
            return self._say("amendment.order", part=part, names=self.new.listing(names))
        told = self._key(self._told(table, change)._replace(source=self._tag(change.after)))
        return self._say("amendment.alone", changes=told[0].upper() + told[1:])

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
        told = [self._told(table, each) for each in changes if each.where[-1] not in _SOURCE]
        if told:
            yield from told[:-1]
            yield told[-1]._replace(source=self._tag(after))
        else:
            yield self._new_source(before, after, "source")

    def _award_keys(self, changes: list[Change]) -> Iterator[_Said]:
        """An award's keys; a clause that its amount brings as well is told with the amount."""
        brought: str | None = None
        for each in changes:
            key = each.where[-1]
            if key == "amount":
                brought = each.after.clause
                yield self._amount(each)
            elif key != "clause" or each.after != brought:
                yield self._told("awards", each)

    def _amount(self, change: Change) -> _Said:
        told = self._told("awards", change)
        if told.before != told.after:
            return told._replace(source=self._tag(change.after))
        moved = self._new_source(change.before, change.after, "amount_source")
        if moved.before != moved.after:
            return moved
        return told._replace(before=as_written(change.before), after=as_written(change.after))

    def _told(self, table: str, change: Change) -> _Said:
        before = value_text(self.old, change.where, change.before)
        after = value_text(self.new, change.where, change.after)
        return _Said(key_of(self.lang, table, change.where[-1]), before, after)

    def _new_source(self, before: Sourced, after: Sourced, key: str) -> _Said:
        texts = source_text(self.old, before), source_text(self.new, after)
        return _Said(key_of(self.lang, "", key), *texts)

    def _tag(self, part: object) -> str:
        return source_tag(self.new, part) if isinstance(part, Sourced) else ""

    def _key(self, told: _Said) -> str:
        key = "amendment.changed"
        if not told.before or not told.after:
            key = "amendment.added" if told.after else "amendment.removed"
        before, after = map(within_quotes, (told.before, told.after))
        text = self._say(key, key=told.key, before=before, after=after)
        return text + told.source


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
