"""Findings about a line whatever was due: shares by level, and laws that asked for a review."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.audit.ledger.finding import Finding
from listing_rewards.audit.ledger.held import Held
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.money import ZERO
from listing_rewards.rules.splits import in_parts


def formal_findings(held: Held, number: int) -> Iterator[Finding]:
    """What is wrong with a line of the ledger besides its amount."""
    line = held.lines[number]
    notices = tuple(
        notice.id
        for notice in held.policy.notices
        if line.award in notice.awards and line.on >= notice.since
    )
    if line.amount and notices:
        yield held.finding("notice", line.amount, (number,), award=line.award, notices=notices)
    yield from _shares(held, number, line)


def _shares(held: Held, number: int, line: LedgerLine) -> Iterator[Finding]:
    """The levels must add up to the amount, and each bear its share; blank levels are not known."""
    name = held.policy.award(line.award).borne_by
    parts = held.policy.shares[name].parts if name else ()
    stated = sum(line.levels.values(), ZERO)
    all_stated = {part.level for part in parts} <= line.levels.keys()
    ground = held.policy.grounds[f"shares.{name}"] if name else None
    rest = {"award": line.award, "ground": ground}
    if line.levels and (stated > line.amount or (all_stated and stated != line.amount)):
        yield held.finding(
            "shares_sum",
            abs(stated - line.amount),
            (number,),
            stated=stated,
            expected=line.amount,
            **rest,
        )
    if not parts:
        return
    shares = [part.share for part in parts]
    expected = dict.fromkeys(line.levels, ZERO) | dict(
        zip(
            (part.level for part in parts),
            in_parts(line.amount, shares, unit=held.policy.rounding.unit),
            strict=True,
        )
    )
    for level, bore in line.levels.items():
        if bore != expected[level]:
            yield held.finding(
                "shares_split",
                abs(bore - expected[level]),
                (number,),
                level=level,
                stated=bore,
                expected=expected[level],
                **rest,
            )
