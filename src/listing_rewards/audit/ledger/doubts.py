"""What a ledger may have meant: a title almost one of the policy's, an amount in another unit."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import SequenceMatcher

from listing_rewards.assessment import AwardLine
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import plain_signs

_LIKE_ALL = re.compile(
    r"(?:(?:奖励|奖补|补助|补贴)(?:资金|项目|金)?|奖金|资金|项目|奖|\s*\b(?:awards?|rewards?|grants?))$"
)
_NEAR = {True: 750, False: 600}
"""How close a title must be, of 1000: written in ASCII, or not."""
_SAME, _WITHIN = 1000, 900
_WAN = 10_000
_ABOUT = (_WAN // 2, _WAN * 2)


def nearest_awards(written: str, policy: Policy) -> tuple[str, ...]:
    """The awards whose id or title is closest to what was written; none where none is close.

    Titles are compared without the words that all share, such as 奖励. A title that is part of
    another is close to it; several are given where they are equally close.
    """
    closeness = {
        award.id: max(
            _closeness(_core(written), _core(name))
            for name in (award.id, award.title.zh, award.title.en)
        )
        for award in policy.awards
    }
    most = max(closeness.values(), default=0)
    if most < _NEAR[written.isascii()]:
        return ()
    return tuple(award for award, each in closeness.items() if each == most)


def _core(title: str) -> str:
    """A title without what all titles share."""
    plain = plain_signs(title).lower().replace("_", " ").strip()
    return _LIKE_ALL.sub("", plain) or plain


def _closeness(one: str, other: str) -> int:
    """Of 1000."""
    if one == other:
        return _SAME
    if min(len(one), len(other)) > 1 and (one in other or other in one):
        return _WITHIN
    blocks = SequenceMatcher(None, one, other).get_matching_blocks()
    return 2 * _SAME * sum(block.size for block in blocks) // (len(one) + len(other))


def unit_in_doubt(amount: Decimal, line: AwardLine) -> bool:
    """Whether an amount is about ten thousand times what may be paid, or exactly its 10,000th.

    It looks like 万元 read as 元, or the other way round.
    """
    allowed = {each for each in (line.nominal.at_most, line.entitled.at_most) if each}
    parts = {part.amount.at_most for part in line.instalments if part.amount.at_most}
    return any(_ABOUT[0] * each <= amount <= _ABOUT[1] * each for each in allowed) or any(
        amount * _WAN == each for each in allowed | parts
    )
