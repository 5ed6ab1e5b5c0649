"""A ledger checked against what is due: where every yuan went. Frozen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from listing_rewards.assessment import Assessment, Assumption
from listing_rewards.assessment.part import Part
from listing_rewards.audit.ledger.beside import Beside
from listing_rewards.audit.ledger.finding import Finding, Note, Place
from listing_rewards.audit.ledger.line import LedgerLine, UnreadLine
from listing_rewards.case import Enterprise
from listing_rewards.errors import InvalidCase, Lang, ListingRewardsError
from listing_rewards.policy.model import Policy
from listing_rewards.strict import Strict
from listing_rewards.values.day import Day
from listing_rewards.values.money import ZERO, Exact
from listing_rewards.values.range import Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Part):
    """Yuan that went to one place."""

    place: Place
    amount: Exact
    """Yuan; below 0 of money that came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Part):
    """A line of the ledger and where its yuan went: the parts add up to its amount."""

    line: LedgerLine
    enterprise: str | None
    """The name of the enterprise whose case it belongs to."""
    parts: tuple[Placed, ...]

    def at(self, place: Place) -> Exact:
        """Yuan of this line that went to `place`."""
        return sum((part.amount for part in self.parts if part.place == place), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided(Part):
    """Payments divided by what may be paid: certainly entitled, perhaps, certainly not."""

    due: Exact = ZERO
    """Entitled, and due by the as-of date."""
    not_due_yet: Exact = ZERO
    """Entitled, and due only after it."""
    undecided: Exact = ZERO
    """Entitled or not, by facts that are missing."""
    beyond: Exact = ZERO
    """Certainly not entitled."""

    @property
    def paid(self) -> Exact:
        """Yuan paid in all."""
        return self.entitled + self.undecided + self.beyond

    @property
    def entitled(self) -> Exact:
        """Yuan certainly entitled, due already or not."""
        return self.due + self.not_due_yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Part):
    """What an enterprise is entitled to and what was paid, for one award or several.

    Of what the ledger and the case paid, ``entitled`` is at least all that is entitled, with
    ``unpaid.at_least``; at most that and all that is undecided, with ``unpaid.at_most``; exactly.
    """

    awards: tuple[str, ...]
    """The award that is entitled, then those whose payments count for it. All awards among
    which that is not known, where a missing fact decides it."""
    entitled: Bounds
    """Yuan by the as-of date."""
    ledger: Divided
    """What the ledger paid."""
    besides: Divided
    """What the case states as paid and the ledger does not have."""
    unpaid: Bounds
    """Yuan entitled and not paid, due already or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterpriseAccount(Part):
    """One enterprise: the answer, with every payment in it, and its accounts."""

    enterprise: Enterprise
    assessment: Assessment | None
    """What is due by the as-of date, all payments of the ledger counted; None where the case
    is not valid."""
    accounts: tuple[Account, ...]


class ControlTotal(Strict):
    """What the ledger paid in one year, at one level of government, or under one policy."""

    by: Literal["year", "level", "policy"]
    key: str
    gross: Exact
    """Yuan paid."""
    returned: Exact
    """Yuan that came back."""

    @property
    def net(self) -> Exact:
        """Yuan paid that did not come back."""
        return self.gross - self.returned


class Totals(Strict):
    """All enterprises together; the parts add up to what the ledger paid, net."""

    paid: Exact
    """Yuan of all lines of the ledger, net of what came back."""
    gross: Exact = ZERO
    """Yuan paid."""
    returned: Exact = ZERO
    """Yuan that came back; `gross` less them is `paid`."""
    parts: tuple[Placed, ...]
    """Where the net went; places to which nothing went are left out."""
    control: tuple[ControlTotal, ...] = ()
    """By year, then by level, then by policy."""
    beyond: Exact
    """Yuan paid beyond what is due, all classes together."""
    beyond_at_least: Exact = ZERO
    """Yuan that are certainly beyond, those included that a common cap makes certain although
    it is not known of which award."""
    account: Account
    """All accounts in one."""


class Reconciliation(Strict):
    """A ledger checked against what is due: findings, every line, totals that add up.

    It carries the policy and, with each enterprise, the answer it was checked against.
    """

    error: ClassVar[type[ListingRewardsError]] = InvalidCase

    findings: tuple[Finding, ...]
    """Worst first: paid beyond what is due, then what cannot be decided, then the others; within
    them the larger amount first."""
    totals: Totals
    entries: tuple[Entry, ...]
    """One for each line of the ledger, in the order given."""
    unread: tuple[UnreadLine, ...] = ()
    """The lines that cannot be read."""
    enterprises: tuple[EnterpriseAccount, ...]
    """One for each case, in the order given."""
    beside: Beside | None = None
    """What came of laying another ledger beside this one; None where there was none."""
    notes: tuple[Note, ...]
    as_of: Day
    """The as-of date; lines dated later are reported and not judged."""
    level: str | None = None
    """The level of government whose payments alone it holds; None: those of all levels. All
    amounts are then those of that level, for each award whose shares the policy states; only an
    `assessment` is that of all levels, each payment of the level standing for the whole one."""
    version: str
    policy: Policy

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """The numbers and readings that the answers used and the source does not give."""
        answers = [each.assessment for each in self.enterprises if each.assessment]
        return tuple(dict.fromkeys(used for answer in answers for used in answer.assumptions))

    def of(self, kind: str) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(each for each in self.findings if each.kind == kind)

    def as_html(self, lang: Lang = "en") -> str:
        """The reconciliation as a piece of HTML: what was paid, and one row per finding."""
        from listing_rewards.audit.ledger.notebook import reconciliation_piece

        return reconciliation_piece(self, lang)

    def _repr_html_(self) -> str:
        return self.as_html()

    def __repr__(self) -> str:
        lines, found = len(self.entries) + len(self.unread), len(self.findings)
        paid = f"{self.totals.paid} yuan paid in {lines} lines"
        return f"<Reconciliation: {self.policy.id}, {paid}, {found} findings>"

    __str__ = __repr__


def divided_together(divided: Iterable[Divided]) -> Divided:
    """The sums of payments that were divided."""
    parts = list(divided)
    return Divided(
        due=sum((each.due for each in parts), ZERO),
        not_due_yet=sum((each.not_due_yet for each in parts), ZERO),
        undecided=sum((each.undecided for each in parts), ZERO),
        beyond=sum((each.beyond for each in parts), ZERO),
    )
