"""The foot of every sheet, and the place to sign: for whom, as of when, and how much."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.case import Case
from listing_rewards.report.capitals import capitals
from listing_rewards.report.page.signs import visible
from listing_rewards.report.phrasing import Phrasing

SHORT = 16
"""So many digits of a digest stand at the foot of a sheet, as `verify` shows them."""


class Signing(NamedTuple):
    """What stands in the box to be signed.

    Attributes:
        why_not: why there is none; empty where there is one.
        amount: what is payable.
        in_capitals: the same in Chinese capital numerals behind 人民币.
    """

    why_not: str
    amount: str = ""
    in_capitals: str = ""


def signing(words: Phrasing) -> Signing:
    """What is signed; nothing where the amount is not determined, or rests on no fact."""
    if why_not := not_to_be_signed(words):
        return Signing(words.say("page.not_to_sign", why_not))
    payable = words.answer.payable
    return Signing(
        "",
        words.yuan(payable, wan=True),
        words.say("page.in_capitals", capitals=capitals(payable)),
    )


def not_to_be_signed(words: Phrasing) -> str:
    """Why an answer is not to be signed: ``open``, ``nothing_stated``; empty where it may be."""
    if not words.answer.determined:
        return "open"
    return "" if _states_something(words.answer.case) else "nothing_stated"


def _states_something(case: Case) -> bool:
    """Whether a case states more than who it is about."""
    return any(value for name, value in case if name != "enterprise")


def foot(words: Phrasing, digest: str | None) -> str:
    """The foot of every sheet as a text of a style sheet, quotation marks included.

    Signs that could end the text or the style sheet are written by their numbers.
    """
    answer = words.answer
    parts = [
        answer.case.enterprise.name,
        answer.case.enterprise.uscc or "",
        words.say("page.as_of_short", day=answer.as_of),
        words.say("page.short_digest", digest=digest.rpartition(":")[2][:SHORT]) if digest else "",
    ]
    text = str(visible(" · ".join(filter(None, parts))))
    return '"' + "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in text) + '"'
