"""A policy on trial: what an officer expects of each case, beside what the library says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, NamedTuple

from pydantic import Field

from listing_rewards.assessment import Assessment
from listing_rewards.case import Case, Enterprise, Name
from listing_rewards.engines.exact import assess
from listing_rewards.errors import Fault, InvalidCase, ListingRewardsError, fault
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.model import Policy
from listing_rewards.policy.units import bare_amount
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import exact, read_yuan, write_yuan

_BETWEEN = re.compile(r"\s*(?:\.\.|…|至|~|～)\s*")
_NO_LIMIT = "不限"


class TriedCase(Case):
    """A case with what is expected of it. 附有预期金额的案例."""

    enterprise: Enterprise = Field(default_factory=lambda: Enterprise(name="示例企业"))
    """Who it is about; an example where it is left out. 企业."""
    about: Name
    """What is special about it. 案例说明."""
    as_of: Day
    """The as-of date. 截至日."""
    says: Name | None = None
    """What the library said when the file was written. 编写本文件时本库的结果."""
    expected: str = ""
    """What is right by the document: an amount with its unit, a range such as ``0..50万元``, or
    nothing yet. 依文件应得的金额（连同单位），或区间，或暂不填写."""


class TrialFile(Strict):
    """A file of cases for one policy. 一份政策的试算案例."""

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    policy: Name
    """The policy: an id, or a path relative to this file. 政策编号或文件路径."""
    case: tuple[TriedCase, ...]
    """The cases. 案例."""


class Outcome(NamedTuple):
    """What became of one case.

    Attributes:
        case: the case.
        says: what the library says now.
        agrees: whether that is what is expected; None where nothing is expected yet.
        changed: whether the library said something else when the file was written.
    """

    case: TriedCase
    says: str
    agrees: bool | None
    changed: bool


def amount_said(answer: Assessment) -> str:
    """What is payable, as a file of cases writes it.

    >>> from datetime import date
    >>> from listing_rewards import Case, load_policy
    >>> case = Case.model_validate({"enterprise": {"name": "示例甲公司"}})
    >>> amount_said(assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 1, 1)))
    '0.00元'
    """
    least, most = answer.payable, answer.payable_at_most
    if least == most:
        return f"{write_yuan(least)}元"
    return f"{write_yuan(least)}元..{_NO_LIMIT if most is None else f'{write_yuan(most)}元'}"


def read_expected(text: str) -> tuple[Decimal, Decimal | None]:
    """The least and the most that are expected, in yuan; None for no limit.

    Raises:
        InvalidAmount: it is neither an amount nor a range of amounts.
        InvalidCase: an amount other than 0 has no unit.

    >>> read_expected("50万元")
    (Decimal('500000.00'), Decimal('500000.00'))
    >>> read_expected("0..不限")
    (Decimal('0.00'), None)
    """
    ends = _BETWEEN.split(text.strip())
    if len(ends) > 2:
        raise InvalidCase(fault("not_an_amount", text))
    if bare := [found for each in ends for found in bare_amount(each, "")]:
        raise InvalidCase(*bare)
    least = read_yuan(ends[0])
    return least, None if ends[-1] == _NO_LIMIT else read_yuan(ends[-1])


@exact
def try_cases(file: TrialFile, policy: Policy) -> tuple[Outcome, ...]:
    """What the policy says of each case, beside what is expected.

    Raises:
        InvalidCase: a case does not fit the policy, or what is expected is no amount; every fault
            with the number of its case.
    """
    faults = [
        found.within(f"case[{i}]")
        for i, each in enumerate(file.case)
        for found in (*faults_against(each, policy), *_unreadable(each))
    ]
    if faults:
        raise InvalidCase(*faults)
    return tuple(_outcome(each, assess(each, policy, as_of=each.as_of)) for each in file.case)


def _unreadable(case: TriedCase) -> tuple[Fault, ...]:
    """Why what is expected, or was said, is no amount."""
    try:
        if case.expected.strip():
            read_expected(case.expected)
    except ListingRewardsError as error:
        return tuple(each.within("expected") for each in error.faults)
    return ()


def _outcome(case: TriedCase, answer: Assessment) -> Outcome:
    now = amount_said(answer)
    agrees = None
    if case.expected.strip():
        agrees = read_expected(case.expected) == (answer.payable, answer.payable_at_most)
    changed = case.says is not None and read_expected(case.says) != read_expected(now)
    return Outcome(case, now, agrees, changed)
