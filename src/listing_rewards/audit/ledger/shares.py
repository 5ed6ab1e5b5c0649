"""Findings about what levels of government bore of a payment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from listing_rewards.audit.ledger.finding import Borne, Finding
from listing_rewards.audit.ledger.review import Review
from listing_rewards.engines.exact.splits import in_parts
from listing_rewards.money import ZERO
from listing_rewards.policy.model import Policy


def shares_borne(review: Review, number: int) -> Iterator[Finding]:
    """The levels must add up to the amount, and if they do, each bear its share.

    A level that the ledger leaves blank is not known, and not nothing.
    """
    line = review.lines[number]
    name = review.policy.award(line.award).borne_by
    by_level = _split(review.policy, name, line.amount) if name else {}
    borne = [
        Borne(level=level, stated=stated, expected=by_level.get(level, ZERO) if name else None)
        for level, stated in line.levels.items()
    ]
    ground = review.policy.grounds[f"shares.{name}"] if name else None
    about: dict[str, Any] = {"award": line.award, "ground": ground}
    off = sum(line.levels.values(), ZERO) - line.amount
    complete = name is not None and by_level.keys() <= line.levels.keys()
    if (off > 0 and borne) or (off and complete):
        yield review.finding("shares_sum", abs(off), (number,), levels=tuple(borne), **about)
        return
    too_much = [each.stated - each.expected for each in borne if each.expected is not None]
    if any(too_much):
        wrong = tuple(each for each in borne if each.stated != each.expected)
        ways = (sum((max(sign * each, ZERO) for each in too_much), ZERO) for sign in (1, -1))
        yield review.finding("shares_split", max(ways), (number,), levels=wrong, **about)


def _split(policy: Policy, name: str, amount: Decimal) -> dict[str, Decimal]:
    """An amount by the levels that bear it."""
    parts = policy.shares[name].parts
    amounts = in_parts(amount, [part.share for part in parts], unit=policy.rounding.unit)
    return {part.level: bears for part, bears in zip(parts, amounts, strict=True)}
