"""The answer in large: what is payable, in digits, in 万元 and in capital numerals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.bounds import Bounds, exactly
from listing_rewards.money import write_wan, write_yuan
from listing_rewards.report.capitals import capitals
from listing_rewards.report.phrasing import Phrasing, shortened


class Total(NamedTuple):
    """One amount of the whole answer.

    Attributes:
        label: what it is.
        amount: in words of the report.
        wan: in 万元; empty where it is not large enough.
        capitals: in capital numerals behind 人民币; empty where no limit is known.
    """

    label: str
    amount: str
    wan: str
    capitals: str


def headline(words: Phrasing) -> list[Total]:
    """What is payable; where that is not determined, what is certain and the most it can be."""
    answer = words.answer
    if answer.determined:
        return [_total(words, "page.payable", answer.payable)]
    return [
        _total(words, "page.certain", answer.payable),
        _total(words, "page.at_most", answer.payable_at_most),
    ]


def _total(words: Phrasing, key: str, amount: Decimal | None) -> Total:
    label = words.say(key)
    if amount is None:
        return Total(label, words.say("page.no_limit"), "", "")
    wan = words.say("page.wan", wan=write_wan(amount)) if amount >= _TEN_THOUSAND else ""
    written = words.say("page.in_capitals", capitals=capitals(amount))
    return Total(label, words.yuan(amount), wan, written)


_TEN_THOUSAND = 10_000


def other_totals(words: Phrasing) -> Iterator[tuple[str, str]]:
    """What is entitled, paid, overpaid and withheld, each with its label."""
    answer = words.answer
    yield words.say("page.entitled"), words.bounds(answer.entitled)
    yield words.say("page.paid"), words.yuan(answer.paid)
    yield words.say("page.overpaid"), words.bounds(answer.overpaid)
    yield words.say("page.withheld"), words.bounds(answer.withheld)


def digits(words: Phrasing, amount: Bounds | Decimal) -> str:
    """Yuan as a cell of a table shows them: digits, or both ends of a range."""
    bounds = exactly(amount) if isinstance(amount, Decimal) else amount
    least = shortened(write_yuan(bounds.at_least))
    if bounds.at_most is None:
        return words.say("page.from", least=least)
    if bounds.determined:
        return least
    return words.say("page.between", least=least, most=shortened(write_yuan(bounds.at_most)))
