"""The answer: what is payable, and every check and step that led to it. Frozen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from listing_rewards.bounds import Bounds
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, Lang, ListingRewardsError
from listing_rewards.money import Exact, Rate, RoundingMode
from listing_rewards.periods import Counting, Day
from listing_rewards.policy.model import Notice, Policy
from listing_rewards.policy.source import Ground, Text
from listing_rewards.rules.conditions import Truth
from listing_rewards.strict import Strict

Status: TypeAlias = Literal["granted", "no_room", "refused", "not_reached", "open"]
Operation: TypeAlias = Literal[
    "event_amount", "sum", "rate", "cap", "round", "fixed", "unknown", "when", "room", "less_paid",
    "room_left",
]  # fmt: skip

SeasoningFound: TypeAlias = Literal[
    "compared", "not_started", "start_unknown", "no_test_day", "test_day_unknown", "break_unknown"
]


class ReachedCheck(Strict):
    """Has the event that earns the award happened by the day asked for?"""

    rule: Literal["reached"] = "reached"
    truth: Truth
    event: str
    on: tuple[date, ...]
    """The days it happened on; none if it did not, or if that is not known."""
    ground: Ground


class InForceCheck(Strict):
    """Does the event fall on one of the policy's days?"""

    rule: Literal["in_force"] = "in_force"
    truth: Truth
    event: str
    on: date | None
    first: date
    last: date | None
    ground: Ground


class FlagCheck(Strict):
    """Is a yes/no fact "yes"?"""

    rule: Literal["flag"] = "flag"
    truth: Truth
    condition: str
    flag: str
    stated: bool | None
    """As the case states it; None where it does not."""
    ground: Ground


class SeasoningCheck(Strict):
    """Was a full period complete on the day it was tested?"""

    rule: Literal["seasoning"] = "seasoning"
    truth: Truth
    condition: str
    event: str
    """The event that starts the period."""
    years: int
    counting: Counting
    found: SeasoningFound
    """How far the test could go."""
    started_on: date | None = None
    tested_event: str | None = None
    tested_on: date | None = None
    completes_on: date | None = None
    met_from: date | None = None
    days_left: int | None = None
    on_boundary_day: bool | None = None
    ground: Ground


Check = Annotated[
    ReachedCheck | InForceCheck | FlagCheck | SeasoningCheck, Field(discriminator="rule")
]


class Step(Strict):
    """One operation of the calculation, with all that is needed to do it again by hand.

    ``event_amount``, ``fixed``, ``unknown`` state a value; ``sum`` adds the results of the steps
    in `of`; ``rate`` multiplies by `rate`; ``cap`` takes at most `value`; ``round`` rounds to
    `unit` by `mode`; ``when`` keeps the amount if `truth` is met, gives 0 if not, and anything
    from 0 up to it if that is unknown; ``room`` and ``room_left`` take no more than `value` at
    each end; ``less_paid`` subtracts `value`, never below 0.
    """

    op: Operation
    of: tuple[int, ...] = ()
    """The earlier steps it works on, counted from 0."""
    value: Bounds | None = None
    """Yuan that the operation uses."""
    rate: Rate | None = None
    truth: Truth | None = None
    unit: Exact | None = None
    mode: RoundingMode | None = None
    on: date | None = None
    """The day of the event whose amount is stated."""
    result: Bounds
    """Yuan after this step."""
    ground: Ground | None = None
    """The clause or assumption that the value rests on, where it comes from the policy."""

    def needed_no_rounding(self, steps: Sequence[Step]) -> bool:
        """Whether it is the rounding of an amount, among `steps`, that left it as it was."""
        return self.op == "round" and self.result == steps[self.of[0]].result


class Need(Strict):
    """A fact that is not known and would narrow the answer."""

    kind: Literal["event", "event_amount", "flag", "award_amount"]
    name: str
    """The event, flag or award."""
    on: date | None = None
    """The day of the event whose amount is missing."""
    or_else: tuple[str, ...] = ()
    """Events whose day would do as well."""
    awards: tuple[str, ...]
    """The awards it bears on."""


class Assumption(Strict):
    """A number or reading that was used and that the source does not give."""

    where: str
    """The part of the policy, such as ``awards.neeq_listed.amount``."""
    reason: Text


class Remark(Strict):
    """Something the answer must tell that changes no amount in it."""

    kind: Literal[
        "event_later", "payment_later", "payment_elsewhere", "identical_events", "implied_event",
        "policy_ended", "policy_not_begun", "notice_at_payment", "tested_in_place",
        "no_word_on_break",
    ]  # fmt: skip
    names: tuple[str, ...] = ()
    on: date | None = None
    amount: Exact | None = None


class AwardLine(Strict):
    """One award: its checks, its amounts in yuan, and the steps between."""

    award: str
    status: Status
    """``granted``; ``refused`` by a check; ``not_reached``; ``no_room``: nothing is left for it,
    whatever its checks say; or ``open``: a fact is missing."""
    truth: Truth
    """All checks together."""
    nominal: Bounds
    """What the rule gives before conditions. 标准金额."""
    entitled: Bounds
    """After conditions and caps. 核定金额."""
    paid: Exact
    """Paid by the day asked for. 已付金额."""
    payable: Bounds
    """Still to be paid. 应付金额."""
    overpaid: Bounds
    """Paid beyond what is entitled. 超付."""
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]
    needs: tuple[Need, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    notices: tuple[str, ...] = ()


class GroupTotal(Strict):
    """Awards under a common cap, together; bounds of their own, tighter than the lines' sum."""

    group: str
    cap: Exact
    entitled: Bounds
    paid: Exact
    payable: Bounds
    overpaid: Bounds
    ground: Ground


class Assessment(Strict):
    """What is payable to one enterprise under one policy on one day, and why.

    It carries the case, the policy and the library's version, so that it can be checked with
    nothing else at hand. All amounts are yuan.

    >>> from datetime import date
    >>> from listing_rewards import Case, assess, load_policy
    >>> case = Case.model_validate({
    ...     "enterprise": {"name": "示例甲公司"},
    ...     "events": [{"kind": "regional_financing", "on": "2023-08-01", "amount": "300万元"}],
    ... })
    >>> answer = assess(case, load_policy("zhanjiang-bse-2023"), as_of=date(2025, 12, 31))
    >>> answer.payable, answer.determined
    (Decimal('60000.00'), True)
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    payable: Exact
    """The total that is certain."""
    payable_at_most: Exact | None
    """The total that it cannot exceed; None when no limit is known."""
    determined: bool
    """Whether the two are equal."""
    entitled: Bounds
    paid: Exact
    overpaid: Bounds
    as_of: Day
    """The day asked for; what is dated later does not count yet."""
    version: str
    lines: tuple[AwardLine, ...]
    groups: tuple[GroupTotal, ...]
    needs: tuple[Need, ...]
    notices: tuple[Notice, ...]
    """Laws that bear on this answer, each with the awards it bears on here."""
    assumptions: tuple[Assumption, ...]
    remarks: tuple[Remark, ...]
    case: Case
    policy: Policy

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every check of every line, in the policy's order."""
        return tuple(check for line in self.lines for check in line.checks)

    def line(self, award: str) -> AwardLine:
        """The line of one award; `KeyError` if the policy has none of this id."""
        for line in self.lines:
            if line.award == award:
                return line
        raise KeyError(award)

    def explain(self, lang: Lang = "en") -> str:
        """The answer as a text that can be read aloud and followed, in English or Chinese."""
        from listing_rewards.report.text import explain

        return explain(self, lang)
