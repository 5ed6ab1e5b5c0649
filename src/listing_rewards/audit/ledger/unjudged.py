"""The lines of a ledger that are not held against an answer, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from listing_rewards.audit.ledger.finding import Finding, Note, Place
from listing_rewards.audit.ledger.line import LedgerLine
from listing_rewards.audit.ledger.matching import Cases
from listing_rewards.audit.ledger.reconciliation import Entry
from listing_rewards.bounds import exactly
from listing_rewards.errors import fault
from listing_rewards.policy.conformity import misspelt_policy
from listing_rewards.policy.model import Policy


def unjudged_place(line: LedgerLine, cases: Cases, policy: Policy, as_of: date) -> Place | None:
    """The place of a line that is not held against an answer; None for one that is."""
    if line.on > as_of:
        return "later"
    if not policy.counts(line.policy):
        return "misspelt_policy" if misspelt_policy(line.policy, policy) else "elsewhere"
    if cases.code_of(line):
        return "name_and_code"
    if cases.owner(line) is None:
        return "no_case"
    return None if any(award.id == line.award for award in policy.awards) else "unknown_award"


def unsupported(entry: Entry, cases: Cases, policy: Policy) -> Iterator[Finding]:
    """A line whose enterprise, policy or award is not known, or not known for certain."""
    line = entry.line
    for part in entry.parts:
        nearest = code_of = ""
        match part.place:
            case "no_case":
                nearest = cases.nearest(line)
            case "misspelt_policy":
                nearest = misspelt_policy(line.policy, policy)
            case "name_and_code":
                code_of = cases.code_of(line)
            case "unknown_award":
                nearest = _nearest_award(line, policy)
            case _:
                continue
        yield Finding(
            kind=part.place,
            beyond=part.place == "unknown_award",
            enterprise=entry.enterprise or line.name or str(line.uscc),
            uscc=line.uscc,
            award=line.award,
            lines=(line,),
            amount=exactly(part.amount),
            nearest=nearest,
            code_of=code_of,
        )


def _nearest_award(line: LedgerLine, policy: Policy) -> str:
    awards = [award.id for award in policy.awards]
    return fault("unknown_award", line.award, accepted=awards, policy=policy.id).nearest


def notes_of(entry: Entry) -> Iterator[Note]:
    """That a line does not count, pays nothing, or names another enterprise than its code."""
    line = entry.line
    told: list[tuple[Literal["later", "elsewhere", "another_name", "nothing_paid"], str]] = [
        (part.place, line.policy or "")
        for part in entry.parts
        if part.place in ("later", "elsewhere")
    ]
    if entry.enterprise and line.name not in (None, entry.enterprise):
        told.append(("another_name", line.name or ""))
    if not line.amount:
        told.append(("nothing_paid", ""))
    for kind, name in told:
        yield _note(entry, kind=kind, name=name)


def vouchers_again(entries: Iterable[Entry]) -> Iterator[Note]:
    """The lines whose voucher an earlier line has too."""
    rows: dict[str, int] = {}
    for entry in entries:
        voucher = entry.line.reference
        if voucher in rows:
            yield _note(entry, kind="same_voucher", name=voucher, other_row=rows[voucher])
        elif voucher is not None:
            rows[voucher] = entry.line.row


def _note(entry: Entry, **rest: Any) -> Note:
    line = entry.line
    return Note(
        enterprise=entry.enterprise or line.name or str(line.uscc),
        award=line.award,
        on=line.on,
        amount=line.amount,
        row=line.row,
        **rest,
    )
