"""What an auditor should look at although it is no finding, by the yuan that hang on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from listing_rewards.assessment import (
    AbsentCheck,
    Assessment,
    AwardLine,
    Check,
    CombinedCheck,
    FigureCheck,
    HappenedCheck,
    InForceCheck,
    SeasoningCheck,
)
from listing_rewards.audit.ledger.level import borne
from listing_rewards.audit.ledger.reconciliation import Entry, Reconciliation
from listing_rewards.values.money import ZERO
from listing_rewards.values.truth import MET

Reason: TypeAlias = Literal["near_day", "near_amount", "assumed", "silent"]

NEAR_DAYS = 15
"""A day is near a boundary when it is at most so many days from it."""
NEAR_SHARE = 50
"""A figure is near a bound when it differs from it by at most one part in so many."""


class ToCheck(NamedTuple):
    """A fact or number to be checked.

    Attributes:
        reason: why: a day or a figure near a boundary, a number that is assumed, or silence of
            the case taken as "no".
        enterprise: the enterprise.
        award: the award that hangs on it.
        yuan: yuan that may be paid for the award, at the most; None where no limit is known.
        check: the check, of a fact near a boundary or a silence.
        days: how far the day is from the boundary.
        off: by how much the figure differs from its bound.
        where: the part of the policy that is assumed.
    """

    reason: Reason
    enterprise: str
    award: str
    yuan: Decimal | None
    check: Check | None = None
    days: int | None = None
    off: Decimal | None = None
    where: str = ""


def to_check(found: Reconciliation) -> list[ToCheck]:
    """Everything that is no finding and yet decides yuan, the most yuan first."""
    listed = [
        each
        for one in found.enterprises
        if one.assessment is not None
        for line in one.assessment.lines
        if not line.entitled.nothing
        for each in _of_line(one.assessment, line, found.level)
    ]
    return sorted(listed, key=lambda each: (each.yuan is not None, -(each.yuan or ZERO)))


def _of_line(answer: Assessment, line: AwardLine, level: str | None) -> Iterator[ToCheck]:
    entitled = line.entitled
    if level is not None:
        entitled = borne(entitled, line.award, answer.policy, level)
    about = (answer.case.enterprise.name, line.award, entitled.at_most)
    for check in _parts((*line.checks, *line.amount_checks)):
        if check.truth is not MET:
            continue
        if (days := _days_off(check)) is not None and days <= NEAR_DAYS:
            yield ToCheck("near_day", *about, check=check, days=days)
        if isinstance(check, FigureCheck) and (off := _off(check)) is not None:
            yield ToCheck("near_amount", *about, check=check, off=off)
        if isinstance(check, AbsentCheck) and check.event not in answer.case.absent:
            yield ToCheck("silent", *about, check=check)
    for assumed in line.assumptions:
        yield ToCheck("assumed", *about, where=assumed.where)


def _parts(checks: Iterable[Check]) -> Iterator[Check]:
    """The checks, and those that they are made of."""
    for check in checks:
        yield check
        if isinstance(check, CombinedCheck):
            yield from _parts(check.parts)


def _days_off(check: Check) -> int | None:
    """How many days the tested day is from the boundary; None where there is no such day."""
    pairs: list[tuple[date | None, date | None]] = []
    if isinstance(check, SeasoningCheck):
        pairs = [(check.tested_on, check.met_from)]
    elif isinstance(check, InForceCheck):
        pairs = [(check.on, check.first), (check.on, check.last)]
    elif isinstance(check, HappenedCheck):
        days = check.on
        pairs = [(day, end) for day in days for end in (check.first, check.last, check.until)]
    apart = [abs(one - other) // timedelta(1) for one, other in pairs if one and other]
    return min(apart, default=None)


def _off(check: FigureCheck) -> Decimal | None:
    """By how much a figure differs from the nearest bound; None where it is not near one."""
    if check.stated is None or not check.stated.determined:
        return None
    stated = check.stated.at_least
    bounds = (check.at_least, check.over, check.at_most, check.below)
    near = [abs(stated - each) for each in bounds if each is not None and _near(stated, each)]
    return min(near, default=None)


def _near(stated: Decimal, bound: Decimal) -> bool:
    return abs(stated - bound) * NEAR_SHARE <= abs(bound)


def sample(found: Reconciliation, size: int, seed: str) -> list[Entry]:
    """Lines of the ledger of which nothing was found, drawn by a seed: the same again and again.

    Each line is as likely as any other; the order is that of the ledger.

    Args:
        found: the reconciliation.
        size: how many, or all where there are fewer.
        seed: what decides which; any text, such as the number of the audit.
    """
    named = {(line.row, line) for each in found.findings for line in each.lines}
    clean = [
        (number, entry)
        for number, entry in enumerate(found.entries)
        if (entry.line.row, entry.line) not in named
    ]
    drawn = sorted(clean, key=lambda each: _lot(seed, each[0], each[1]))[:size]
    return [entry for _, entry in sorted(drawn, key=lambda each: each[0])]


def _lot(seed: str, number: int, entry: Entry) -> str:
    line = entry.line
    text = f"{seed}\n{number}\n{line.name}\n{line.uscc}\n{line.award}\n{line.on}\n{line.amount}"
    return sha256(text.encode("utf-8")).hexdigest()


def by_yuan(found: Reconciliation) -> Sequence[int]:
    """The numbers of the findings, counted from 0, the most yuan at stake first."""

    def stake(number: int) -> tuple[bool, Decimal, int]:
        most = found.findings[number].amount.at_most
        return most is not None, -(most or ZERO), number

    return sorted(range(len(found.findings)), key=stake)
