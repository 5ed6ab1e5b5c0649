"""The lines of a ledger that are not held against an answer, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from listing_rewards.audit.ledger.finding import Finding, Note, Place
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.matching import Cases
from listing_rewards.audit.ledger.reconciliation import Entry
from listing_rewards.bounds import exactly
from listing_rewards.errors import fault
from listing_rewards.policy.model import Policy


def unjudged_place(
    line: LedgerLine, owner: int | None, policy: Policy, as_of: date
) -> Place | None:
    """The place of a line that is not held against an answer; None for one that is."""
    if line.on > as_of:
        return "later"
    if not policy.counts(line.policy):
        return "elsewhere"
    if owner is None:
        return "no_case"
    return None if any(award.id == line.award for award in policy.awards) else "unknown_award"


def unsupported(entry: Entry, cases: Cases, policy: Policy) -> Iterator[Finding]:
    """A line whose enterprise has no case, or whose award the policy does not have."""
    line = entry.line
    for part in entry.parts:
        if part.place == "no_case":
            near = cases.nearest(line)
        elif part.place == "unknown_award":
            awards = [award.id for award in policy.awards]
            near = fault("unknown_award", line.award, accepted=awards, policy=policy.id).nearest
        else:
            continue
        yield Finding(
            kind=part.place,
            beyond=part.place == "unknown_award",
            enterprise=entry.enterprise or line.name or str(line.uscc),
            uscc=line.uscc,
            award=line.award,
            lines=(line,),
            amount=exactly(part.amount),
            nearest=near,
        )


def notes_of(entry: Entry) -> Iterator[Note]:
    """That a line does not count, or names another enterprise than its code."""
    line = entry.line
    told: list[tuple[Literal["later", "elsewhere", "another_name"], str]] = [
        (part.place, line.policy or "")
        for part in entry.parts
        if part.place in ("later", "elsewhere")
    ]
    if entry.enterprise and line.name not in (None, entry.enterprise):
        told.append(("another_name", line.name or ""))
    for kind, name in told:
        yield Note(
            kind=kind,
            enterprise=entry.enterprise or line.name or str(line.uscc),
            award=line.award,
            on=line.on,
            amount=line.amount,
            row=line.row,
            name=name,
        )
