"""The answer: what is payable, and every check and step that led to it. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple, Self, TypeAlias

from listing_rewards.assessment.checks import Check
from listing_rewards.assessment.in_words import AnswerInWords
from listing_rewards.assessment.part import Part, Status
from listing_rewards.assessment.steps import Operation, Step
from listing_rewards.case import Case
from listing_rewards.errors import InvalidCase, Lang, UnknownName, fault
from listing_rewards.policy.grants import Notice
from listing_rewards.policy.model import Policy
from listing_rewards.policy.source import Ground, Text
from listing_rewards.schema_version import of_another_version, of_known_form
from listing_rewards.values.day import Day
from listing_rewards.values.money import Exact
from listing_rewards.values.range import NOTHING, Bounds
from listing_rewards.values.rate import Factor
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class IfAnswered(Part):
    """What would be payable if a missing fact turned out one way."""

    answer: str
    """``yes`` or ``no`` of a flag, a value of an attribute, ``happened`` or ``did_not_happen`` of
    an event."""
    payable: Bounds
    """Yuan in all; a range where that would not settle it, or an event's day matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need(Part):
    """A fact that is not known and would narrow the answer."""

    kind: Literal[
        "event",
        "event_amount",
        "figure",
        "flag",
        "attribute",
        "approved",
        "award_amount",
        "award_cap",
        "group_cap",
        "band",
        "application",
    ]
    name: str
    """The event, figure, flag, attribute, award or group."""
    on: date | None = None
    """The day of the event whose amount is missing."""
    or_else: tuple[str, ...] = ()
    """Events whose day would do as well."""
    awards: tuple[str, ...]
    """The awards it bears on."""
    answers: tuple[IfAnswered, ...] = ()
    """What each answer would give, where there are a few that make a difference; only in the needs
    of a whole answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Part):
    """A number or reading that was used and that the source does not give."""

    where: str
    """The part of the policy, such as ``awards.neeq_listed.amount``."""
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Part):
    """Something the answer must tell that changes no amount in it."""

    kind: Literal[
        "event_later", "payment_later", "payment_elsewhere", "identical_events", "implied_event",
        "policy_ended", "policy_not_begun", "notice_at_payment", "tested_in_place",
        "no_word_on_break", "not_due_yet", "payment_before_event", "payment_returned",
        "amount_too_early", "amount_too_late", "amount_outside", "application_not_stated",
        "application_later",
    ]  # fmt: skip
    names: tuple[str, ...] = ()
    on: date | None = None
    amount: Exact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentLine(Part):
    """One part of an award that is paid over time."""

    share: Factor
    amount: Bounds
    """Yuan of this part."""
    due_on: date | None
    """The day from which it is due; None where the event before it has not happened."""
    due: Truth
    """Whether it is due on the as-of date."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine(Part):
    """The part of what is payable that one level of government bears."""

    level: str
    title: Text
    share: Factor
    payable: Bounds
    """Yuan."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class OfWhichLine(Part):
    """The part of what is payable for an award that is for somebody else."""

    recipient: Text
    payable: Bounds
    """Yuan; a range where an earlier payment or a later instalment may hold some of it."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure(Part):
    """An undertaking about an award: what was paid and could be called back, never money owed.

    Also where nothing was paid yet and it is broken for certain.
    """

    repayment: str
    """The undertaking, by its name in the policy."""
    award: str
    truth: Truth
    """Whether it is broken."""
    on: date | None
    """The day on which it was broken, where it is."""
    since: date | None
    """The day from which the time runs; None where it is not known."""
    until: date | None
    """The last day of that time, included; None where it has no end or is not known."""
    amount: Bounds
    """Yuan exposed on the as-of date."""
    at_most: Exact
    """Yuan that are exposed where it is broken."""
    ground: Ground


CutBy: TypeAlias = Literal[
    "own_cap", "deduction", "approval", "condition", "replacement", "choice", "common_cap",
    "not_due", "payments", "undertaking", "payments_of_group", "notice",
]  # fmt: skip
_CUTTING: Mapping[Operation, CutBy] = {
    "cap": "own_cap",
    "received": "deduction",
    "approved": "approval",
    "when": "condition",
    "as_paid": "condition",
    "replaced": "replacement",
    "best_of": "choice",
    "room": "common_cap",
    "due": "not_due",
    "less_paid": "payments",
    "kept": "undertaking",
    "room_left": "payments_of_group",
    "withheld": "notice",
}


class Cut(NamedTuple):
    """Something that left less of an amount, or made it less certain.

    Attributes:
        by: what did.
        before: yuan before it.
        after: yuan after it.
        award: the award whose amount was deducted; None where it was not a deduction.
    """

    by: CutBy
    before: Bounds
    after: Bounds
    award: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLine(Part):
    """One award: its checks, its amounts in yuan, and the steps between."""

    award: str
    status: Status
    """``granted``; ``refused`` by a check; ``not_reached``; ``replaced`` by another award;
    ``no_room``: nothing is left for it, whatever its checks say; or ``open``: a fact is
    missing."""
    truth: Truth
    """All checks together."""
    nominal: Bounds
    """What the rule gives before conditions. 标准金额."""
    entitled: Bounds
    """After conditions and caps. 核定金额."""
    paid: Exact
    """Paid by the as-of date. 已付金额."""
    payable: Bounds
    """Still to be paid, as far as it is due. 应付金额."""
    withheld: Bounds
    """Would be payable, but a notice holds it back. 暂缓发放."""
    overpaid: Bounds
    """Paid beyond what is entitled. 超付."""
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]
    amount_checks: tuple[Check, ...] = ()
    """The conditions on which the amount or the cap over it depends, not the award itself."""
    needs: tuple[Need, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    notices: tuple[str, ...] = ()
    instalments: tuple[InstalmentLine, ...] = ()
    shares: tuple[ShareLine, ...] = ()
    of_which: tuple[OfWhichLine, ...] = ()
    """The parts of what is payable that are for others; the rest is the recipient's own."""

    @property
    def cut_by(self) -> tuple[Cut, ...]:
        """What left less of the amount that the construct gives, in the order of the steps."""
        cuts = []
        for step in self.steps:
            by = _CUTTING.get(step.op)
            if by and step.result != (before := self.steps[step.of[0]].result):
                name = step.name if by == "deduction" else None
                cuts.append(Cut(by, before, step.result, name))
        return tuple(cuts)

    @property
    def counted(self) -> Bounds:
        """Yuan paid that are set against it, those for awards it stands for too. 计为已付."""
        for step in self.steps:
            if step.op == "less_paid" and step.value is not None:
                return step.value
        return NOTHING

    @property
    def chosen(self) -> Truth:
        """Whether it is kept, of several awards of which only the best is given.

        Not met for an award that is in no such choice, or that has nothing to stand with.
        """
        truths = [step.truth for step in self.steps if step.op == "best_of" and step.truth]
        return truths[0] if truths else NOT_MET


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTotal(Part):
    """Awards under a common cap, together; bounds of their own, tighter than the lines' sum."""

    group: str
    cap: Bounds
    """Yuan; a range where a condition on which the cap depends is not known, or where the source
    does not give the cap."""
    entitled: Bounds
    paid: Exact
    payable: Bounds
    withheld: Bounds
    overpaid: Bounds
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Part):
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

    payable: Exact
    """The total that is certain."""
    payable_at_most: Exact | None
    """The total that it cannot exceed; None when no limit is known."""
    determined: bool
    """Whether the two are equal."""
    exact: bool = False
    """Whether each of the two is reached by some way in which what is unknown may turn out; false:
    the range is sound and may be wider than that."""
    one_of: tuple[Exact, ...] = ()
    """The amounts, where what is payable is one of a few and nothing between them."""
    entitled: Bounds
    paid: Exact
    overpaid: Bounds
    withheld: Bounds
    """What would be payable, but a notice of the policy holds it back."""
    as_of: Day
    """The as-of date; what is dated later does not count yet."""
    version: str
    lines: tuple[AwardLine, ...]
    groups: tuple[GroupTotal, ...]
    needs: tuple[Need, ...]
    """The facts that would settle it, those on which the most yuan hang first."""
    notices: tuple[Notice, ...]
    """Laws that bear on this answer, each with the awards it bears on here."""
    assumptions: tuple[Assumption, ...]
    remarks: tuple[Remark, ...]
    exposures: tuple[Exposure, ...]
    """What could be called back after an event; no other amount contains it."""
    case: Case
    policy: Policy

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """The answer that `obj` states; every fault of it at once in one `InvalidCase`.

        One that another version wrote in a form of its own is refused in one sentence.
        """
        document = of_known_form(obj, InvalidCase)
        try:
            return super(Assessment, cls).model_validate(document, **options)
        except InvalidCase as error:
            raise InvalidCase(*of_another_version(document, error.faults)) from None

    @property
    def payable_range(self) -> Bounds:
        """What is payable in all, from what is certain to the most it can be."""
        return Bounds(self.payable, self.payable_at_most)

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every check of every line, in the policy's order."""
        return tuple(check for line in self.lines for check in line.checks)

    def line(self, award: str) -> AwardLine:
        """The line of one award; `UnknownName`, a `KeyError`, if there is none of this id."""
        for line in self.lines:
            if line.award == award:
                return line
        known = [line.award for line in self.lines]
        raise UnknownName(fault("no_such_line", award, accepted=known))

    def counts_for(self, award: str) -> str | None:
        """The award for which payments of this one count: itself, or one in its place.

        None where a missing fact decides. Section 5 of how a policy is carried out.
        """
        replacer = self._first_in_place_of(award)
        if replacer != award:
            return replacer and self.counts_for(replacer)
        rivals = self.policy.relations.rivals.get(award, (award,))
        chosen = {each: self.line(each).chosen for each in rivals}
        if kept := next((each for each, truth in chosen.items() if truth is MET), None):
            return kept
        if UNKNOWN in chosen.values():
            return None
        standing = [each for each in rivals if self._first_in_place_of(each) in {each, None}]
        return standing[0] if self._first_in_place_of(standing[0]) else None

    def _first_in_place_of(self, award: str) -> str | None:
        """The first award that is due and replaces this one, or itself; None if not known."""
        for other in self.policy.awards:
            if award in other.replaces and (truth := self.line(other.id).truth) is not NOT_MET:
                return other.id if truth is MET else None
        return award

    def explain(self, lang: Lang = "en") -> str:
        """The answer as a text that can be read aloud and followed, in English or Chinese."""
        from listing_rewards.report.text import explain

        return explain(self.in_words(lang))

    def in_words(self, lang: Lang = "en") -> AnswerInWords:
        """The answer as a person reads it, as data: reasons, steps, needs, laws, clauses."""
        from listing_rewards.report.in_words import in_words

        return in_words(self, lang)

    def as_html(self, lang: Lang = "en") -> str:
        """The answer as a piece of HTML: the total, the awards, the reasons, what is missing."""
        return self.in_words(lang).as_html()

    def _repr_html_(self) -> str:
        return self.as_html()

    def __repr__(self) -> str:
        who, payable = self.case.enterprise.name, self.payable_range
        return f"<Assessment: {who}, {self.policy.id}, as of {self.as_of}, payable {payable}>"
