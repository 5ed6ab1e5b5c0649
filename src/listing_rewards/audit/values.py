"""Two values that differ, as JSON writes them, made readable: amounts as such, long ones cut."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import takewhile

from listing_rewards.errors import Lang
from listing_rewards.words import say

_AMOUNT = re.compile(r'"((0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?)"')
_IN_YUAN = re.compile(
    r"(?!.*checks)(.*\.)?(nominal|entitled|paid|payable|payable_at_most|withheld|overpaid|fixed|cap|floor|amount)"
    r"(\.at_least|\.at_most)?"
)
_LONGEST = 80
_BEFORE = 20


def is_of_yuan(path: str) -> bool:
    """Whether an amount of a result or of a policy stands at a place, by its name.

    >>> is_of_yuan("result.lines[0].paid"), is_of_yuan("result.lines[0].award")
    (True, False)
    """
    return _IN_YUAN.fullmatch(path) is not None


def said(value: str | None, lang: Lang, *, yuan: bool) -> str:
    """A value as JSON writes it; an amount, written as a record writes one, in yuan.

    >>> said('"66666.00"', "en", yuan=True), said('"66666.0x"', "en", yuan=True)
    ('66,666.00 yuan', '"66666.0x"')
    >>> said("66666", "zh", yuan=True), said(None, "zh", yuan=True)
    ('66666', '无')
    """
    if value is None:
        return say("record.no_value", lang)
    amount = _AMOUNT.fullmatch(value)
    return say("values.yuan", lang, amount=f"{Decimal(amount[1]):,f}") if yuan and amount else value


def both(one: str | None, other: str | None, lang: Lang, *, yuan: bool) -> tuple[str, str]:
    """Two values that differ; of long ones what stands around the first letter that differs.

    >>> both('"' + "a" * 200 + 'b"', '"' + "a" * 200 + 'c"', "en", yuan=False)
    ('…aaaaaaaaaaaaaaaaaaaab"', '…aaaaaaaaaaaaaaaaaaaac"')
    """
    texts = said(one, lang, yuan=yuan), said(other, lang, yuan=yuan)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False)))
    start = alike - _BEFORE if alike > _LONGEST - _BEFORE else 0
    return _cut(texts[0], start), _cut(texts[1], start)


def _cut(text: str, start: int) -> str:
    if len(text) <= _LONGEST:
        return text
    end = start + _LONGEST - 1
    return ("…" if start else "") + text[start:end] + ("…" if len(text) > end else "")
