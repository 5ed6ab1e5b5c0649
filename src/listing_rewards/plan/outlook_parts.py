"""What an outlook answers, as plain data: amounts by period, counties, a budget, its premises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from listing_rewards.assessment import Assumption
from listing_rewards.assessment.part import Part
from listing_rewards.case import Enterprise
from listing_rewards.values.day import Day
from listing_rewards.values.money import ZERO, Exact
from listing_rewards.values.range import Bounds

By: TypeAlias = Literal["quarter", "year"]


@dataclass(frozen=True, slots=True)
class LevelAmount(Part):
    """What one level of government comes to bear in a period."""

    level: str
    new: Bounds
    """Yuan."""


@dataclass(frozen=True, slots=True)
class PeriodAmount(Part):
    """What becomes payable in one quarter or year. All amounts are yuan."""

    period: str
    """``2026Q2`` or ``2026``."""
    first: Day
    """The first day that counts: of the first period, the day after the as-of date."""
    last: Day
    new: Bounds
    """What becomes payable in it, over every choice of days within the plan, and of which events
    happen where they are not certain. Below 0 where an award falls away."""
    expected: Bounds | None
    """The expected value of `new`, each end rounded once to the fen (half up); None where no
    likelihood is stated. A range where the days make a difference, or a fact is missing."""
    in_year: Bounds
    """What is to be paid of the year's budget by the end of the period: what became payable since
    the year began; in the first year, with what was payable already."""
    payable: Bounds
    """What is payable at the end of the period, nothing being paid in between."""
    levels: tuple[LevelAmount, ...]
    """`new` by level of government, where the policy states shares."""


@dataclass(frozen=True, slots=True)
class EnterpriseOutlook(Part):
    """What becomes payable to one enterprise."""

    enterprise: Enterprise
    planned: int
    """How many events it plans."""
    open: Bounds
    """What is payable on the as-of date."""
    periods: tuple[PeriodAmount, ...]
    exact: bool
    """Whether each end of every range is reached by some choice of days and events; false where a
    fact is missing or a place depends on others: the ranges are sound and may be wider."""


@dataclass(frozen=True, slots=True)
class CountyOutlook(Part):
    """The same of all enterprises of a county, or of the whole city."""

    county: str
    """Empty for the whole city, and for enterprises that state none."""
    enterprises: int
    """How many enterprises it has on the table."""
    planned: int
    """How many events they plan."""
    open: Bounds
    periods: tuple[PeriodAmount, ...]


@dataclass(frozen=True, slots=True)
class BudgetYear(Part):
    """The budget of one year against what is to be paid of it."""

    year: int
    budget: Exact
    charged: Bounds
    """What is to be paid of it by the end of the year, or by the last day of the outlook."""
    may_run_out: str | None
    """The first period by whose end more may be payable than it has; None where none."""
    runs_out: str | None
    """The first period by whose end more is payable for certain."""

    @property
    def lacking(self) -> Bounds:
        """How much more is needed, never below 0."""
        return self.charged.each(lambda end: max(end - self.budget, ZERO))


@dataclass(frozen=True, slots=True)
class Premise(Part):
    """Something that an outlook takes to be so."""

    kind: Literal[
        "days", "independent", "rounded", "nothing_paid", "facts_stay", "order", "places",
        "unread", "in_year", "later_left_out", "clipped", "held_back", "not_exact", "policy_ends",
    ]  # fmt: skip
    number: int = 0
    """How many events or enterprises it is about, where it is about some."""
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Outlook(Part):
    """What becomes payable under a policy, period by period."""

    policy: str
    as_of: Day
    by: By
    city: CountyOutlook
    counties: tuple[CountyOutlook, ...]
    """By name."""
    enterprises: tuple[EnterpriseOutlook, ...]
    """Those that plan something, or to whom something is or becomes payable; by county and name."""
    budget: tuple[BudgetYear, ...]
    premises: tuple[Premise, ...]
    """What it takes to be so."""
    assumptions: tuple[Assumption, ...]
    """What the policy assumes of the awards that count in it."""
    exact: bool
    """Whether every range of every enterprise is exact."""
