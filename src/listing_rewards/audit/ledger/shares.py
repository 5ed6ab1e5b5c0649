"""Findings about what levels of government bore of the payments for an award."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from listing_rewards.audit.ledger.finding import Borne, Finding
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.review import Review
from listing_rewards.engines.exact.splits import in_parts
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import ZERO


def shares_borne(review: Review) -> Iterator[Finding]:
    """Of each payment the levels must add up to it; of each award, each level bears its share.

    A level that the ledger leaves blank is not known, and not nothing. Shares are compared over
    all vouchers of an award, whichever level paid by which. In a ledger of one level, what it bore
    of a payment must be the payment.
    """
    if review.level is not None:
        for number, line in review.lines.items():
            yield from _of_the_level(review, number, line, review.level)
        return
    came_back = {payment.number for payment in review.payments if not payment.amount}
    for award in review.policy.awards:
        lines = {
            number: line
            for number, line in review.lines.items()
            if line.award == award.id and line.levels and number not in came_back
        }
        by_line = {number: list(_sums(review, number, line)) for number, line in lines.items()}
        for findings in by_line.values():
            yield from findings
        if award.borne_by:
            whole = {number: lines[number] for number, wrong in by_line.items() if not wrong}
            yield from _split_over(review, award.id, award.borne_by, whole)


def _of_the_level(review: Review, number: int, line: LedgerLine, level: str) -> Iterator[Finding]:
    """A line of a ledger of one level by which that level bore more or less than was paid."""
    stated = line.levels.get(level, line.amount)
    if off := abs(stated - line.amount):
        borne = (Borne(level=level, stated=stated, expected=line.amount),)
        yield review.finding("shares_sum", off, (number,), **_about(review, line.award, borne))


def _sums(review: Review, number: int, line: LedgerLine) -> Iterator[Finding]:
    """What the levels bore of a payment must be the payment, where all of them are stated."""
    name = review.policy.award(line.award).borne_by
    sign = 1 if line.amount >= 0 else -1
    by_level = _split(review.policy, name, sign * line.amount) if name else {}
    off = sign * (sum(line.levels.values(), ZERO) - line.amount)
    complete = name is not None and by_level.keys() <= line.levels.keys()
    if off > 0 or (off and complete):
        borne = tuple(
            Borne(level=level, stated=stated, expected=by_level.get(level, ZERO) if name else None)
            for level, stated in line.levels.items()
        )
        yield review.finding("shares_sum", abs(off), (number,), **_about(review, line.award, borne))


def _split_over(
    review: Review, award: str, shares: str, lines: Mapping[int, LedgerLine]
) -> Iterator[Finding]:
    """The levels' shares of all payments of an award that do not each bear them by themselves.

    Where each level pays by vouchers of its own, one may be still to pay: then none may bear more
    than its share of what the award is entitled to.
    """
    wrong = {
        number: line
        for number, line in lines.items()
        if any(
            abs(stated) != _split(review.policy, shares, abs(line.amount)).get(level, ZERO)
            for level, stated in line.levels.items()
        )
    }
    if not wrong:
        return
    paid = sum((line.amount for line in wrong.values()), ZERO)
    rest = sum((line.amount for line in lines.values()), ZERO) - paid
    entitled = review.answer.line(award).entitled.at_most
    apart = any(sum(map(bool, line.levels.values())) < 2 for line in wrong.values())
    base = paid if entitled is None or not apart else max(paid, entitled - rest)
    if base < 0:
        return
    by_level = _split(review.policy, shares, base)
    stated = {
        level: sum((line.levels[level] for line in wrong.values()), ZERO)
        for level in next(iter(wrong.values())).levels
        if all(level in line.levels for line in wrong.values())
    }
    over = {level: each - by_level.get(level, ZERO) for level, each in stated.items()}
    too_much = sum((max(each, ZERO) for each in over.values()), ZERO)
    too_little = sum((max(-each, ZERO) for each in over.values()), ZERO) if base == paid else ZERO
    if too_much or too_little:
        borne = tuple(
            Borne(level=level, stated=stated[level], expected=by_level.get(level, ZERO))
            for level, each in over.items()
            if each > 0 or (each and base == paid)
        )
        amount = max(too_much, too_little)
        yield review.finding("shares_split", amount, wrong, **_about(review, award, borne))


def _about(review: Review, award: str, borne: tuple[Borne, ...]) -> dict[str, Any]:
    name = review.policy.award(award).borne_by
    ground = review.policy.grounds[f"shares.{name}"] if name else None
    return {"award": award, "ground": ground, "levels": borne}


def _split(policy: Policy, name: str, amount: Decimal) -> dict[str, Decimal]:
    """An amount by the levels that bear it."""
    parts = policy.shares[name].parts
    amounts = in_parts(amount, [part.share for part in parts], unit=policy.rounding.unit)
    return {part.level: bears for part, bears in zip(parts, amounts, strict=True)}
