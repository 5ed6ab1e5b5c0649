"""What people write in place of what a document takes, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from listing_rewards.errors import Fault

_CEILING = re.compile(r"(最高|最多|至多|上限|不超过|不高于).*|.*(以内|以下|为限)")
_WORDS = re.compile(r".*[零〇一二三四五六七八九十百千]+(万|亿|万亿)?元?")
_OF_A_FACT = re.compile(r"\{.*|[A-Za-z_]\w*")
_CHOOSING = frozenset({"when", "needs", "condition", "parts_when"})
_SHARE = re.compile(r"[百千万]分之.+")


def in_their_words(faults: tuple[Fault, ...]) -> Iterator[Fault]:
    """The faults of a document, each as what was meant by it where that can be seen."""
    for each in faults:
        yield replace(each, code=_meant(each))


def _meant(found: Fault) -> str:
    """The code that says what was meant; the fault's own where nothing else is known."""
    if found.code == "not_an_amount" and _CEILING.fullmatch(found.given):
        return "ceiling_in_words"
    if found.code == "not_an_amount" and _WORDS.fullmatch(found.given):
        return "amount_in_words"
    if found.code == "not_an_amount" and _OF_A_FACT.fullmatch(found.given):
        return "cap_of_a_fact" if found.path.endswith("cap") else found.code
    if found.code == "unknown_key" and found.path.startswith("shares."):
        return "shares_by_case" if found.given in _CHOOSING else found.code
    if found.code == "not_a_rate" and _SHARE.fullmatch(found.given):
        return "rate_in_words"
    if found.code == "not_text" and found.path.endswith(".earned_by"):
        return "earned_by_several"
    return found.code
