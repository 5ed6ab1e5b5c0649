"""What an office hands in, as rows: what is paid to each enterprise and why less, and by county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from listing_rewards.assessment import Assessment, AwardLine
from listing_rewards.errors import Lang
from listing_rewards.files.writing.answer_tables import (
    Answered,
    Columns,
    Value,
    in_wan,
    is_published,
    level_titles,
    parts_for_others,
)
from listing_rewards.policy.model import Policy
from listing_rewards.report.phrasing import Phrasing
from listing_rewards.values.money import ZERO, exact, write_number
from listing_rewards.words import say

UNDIVIDED = ""
"""What no level of government is named for, among shares by level."""


class Paid(NamedTuple):
    """What is paid to an enterprise.

    Attributes:
        answered: the answer it is paid on.
        awards: how many awards are paid.
        payable: yuan, of the awards whose amount is determined, as published.
        shares: yuan by level of government, which add up to that.
        applied: yuan applied for; None where that is not stated.
        why: why less is paid than the awards give or than was applied for.
        of_which: what of it is for somebody else, in yuan; empty where nothing is.
    """

    answered: Answered
    awards: int
    payable: Decimal
    shares: Mapping[str, Decimal]
    applied: Decimal | None
    why: str
    of_which: str


_CARRIED = ("payee", "bank", "account", "contact", "phone", "remark")
PAYMENTS: Columns = (
    *("number", "name", "uscc", "county", "applied", "payable", "less", "why", "shares"),
    *(*_CARRIED, "of_which"),
)
COUNTIES: Columns = ("county", "enterprises", "awards", "payable", "shares")


class OfCounty(NamedTuple):
    """What is paid in a county: enterprises, awards, yuan, and yuan by level."""

    county: str
    enterprises: int
    awards: int
    payable: Decimal
    shares: Mapping[str, Decimal]


def levels_of(policy: Policy, lang: Lang) -> dict[str, str]:
    """The levels of government that bear a part under a policy, each with its title.

    What no level is named for stands last; nothing where the policy names none.

    >>> from listing_rewards import load_policy
    >>> levels_of(load_policy("zhanjiang-bse-2023"), "en")
    {}
    """
    found = level_titles(policy, lang)
    return found | {UNDIVIDED: say("hand_in.undivided", lang)} if found else {}


def paid_of(answers: Iterable[Answered], lang: Lang) -> Iterator[Paid]:
    """What is paid to each enterprise that is paid, or that applied for an amount."""
    for each in answers:
        lines = [line for line in each.answer.lines if is_published(line)]
        payable = _added(line.payable.at_least for line in lines)
        applied = each.carried.get("applied")
        asked = applied if isinstance(applied, Decimal) else None
        if payable or asked:
            why = _why(each.answer, lang) or _more_asked(payable, asked, lang)
            others = parts_for_others(lines, lang)
            yield Paid(each, len(lines), payable, shares_of(lines), asked, why, others)


@exact
def shares_of(lines: Iterable[AwardLine]) -> dict[str, Decimal]:
    """Yuan of what is published by level of government; what is not divided under no level."""
    found: dict[str, Decimal] = {}
    for line in lines:
        parts = {part.level: part.payable.at_least for part in line.shares}
        for level, amount in (parts or {UNDIVIDED: line.payable.at_least}).items():
            found[level] = found.get(level, ZERO) + amount
    return found


@exact
def by_county(paid: Iterable[Paid], lang: Lang) -> list[OfCounty]:
    """What is paid in each county, in the order in which they first stand."""
    found: dict[str, OfCounty] = {}
    for each in paid:
        if not each.payable:
            continue
        county = each.answered.answer.case.enterprise.county or ""
        before = found.get(county) or OfCounty(county, 0, 0, ZERO, {})
        shares = {
            level: before.shares.get(level, ZERO) + each.shares.get(level, ZERO)
            for level in (*before.shares, *each.shares)
        }
        found[county] = OfCounty(
            county or say("hand_in.no_county", lang),
            before.enterprises + 1,
            before.awards + each.awards,
            before.payable + each.payable,
            shares,
        )
    return list(found.values())


@exact
def payment_rows(answers: Iterable[Answered], lang: Lang) -> Iterator[list[Value]]:
    """The payment table for programs, in the order of `PAYMENTS`; amounts in yuan."""
    for number, each in enumerate(paid_of(answers, lang), 1):
        who, carried = each.answered.answer.case.enterprise, each.answered.carried
        less = None if each.applied is None else each.applied - each.payable
        yield [
            *(number, who.name, who.uscc, who.county, each.applied, each.payable, less),
            *(each.why, _listed(each.shares)),
            *(carried.get(role) for role in _CARRIED),
            each.of_which,
        ]


def county_rows(answers: Iterable[Answered], lang: Lang) -> Iterator[list[Value]]:
    """The table by county for programs, in the order of `COUNTIES`; amounts in yuan."""
    for each in by_county(paid_of(answers, lang), lang):
        shares = _listed(each.shares)
        yield [each.county, each.enterprises, each.awards, each.payable, shares]


def _listed(shares: Mapping[str, Decimal]) -> str:
    """Yuan by level of government, by their ids; nothing where no level is named."""
    named = {level: amount for level, amount in shares.items() if level != UNDIVIDED}
    return "; ".join(f"{level} {amount}" for level, amount in named.items())


@exact
def _added(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, ZERO)


def paid_before(line: AwardLine, lang: Lang) -> str:
    """What was paid for a published award before, for its remark; empty where nothing was."""
    if not line.paid:
        return ""
    return say("hand_in.paid_before", lang, amount=write_number(in_wan(line.paid)))


def _more_asked(payable: Decimal, asked: Decimal | None, lang: Lang) -> str:
    """Why less is paid than was applied for, where no award was cut."""
    if asked is None or asked <= payable:
        return ""
    return say("hand_in.all_given" if payable else "hand_in.nothing_earned", lang)


def _why(answer: Assessment, lang: Lang) -> str:
    """Why each award that was reached comes to less than it gives."""
    words = Phrasing(answer, lang)
    said = []
    for line in answer.lines:
        if reasons := list(dict.fromkeys(_reasons(line, lang))):
            joined = say("hand_in.comma", lang).join(reasons)
            award = words.award(line.award)
            said.append(say("hand_in.reason", lang, award=award, reasons=joined))
    return say("hand_in.semicolon", lang).join(said)


def _reasons(line: AwardLine, lang: Lang) -> Iterator[str]:
    if line.status == "not_reached":
        return
    if line.status != "granted":
        yield say("hand_in.status", lang, line.status)
        return
    for cut in line.cut_by:
        if cut.after.determined:
            yield say("hand_in.cut", lang, cut.by)
    if not line.payable.determined:
        yield say("hand_in.status", lang, "open")
