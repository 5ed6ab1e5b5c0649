"""What was checked for an award, each check with the days and figures it was decided on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from listing_rewards.assessment.part import Part
from listing_rewards.policy.conditions import TestDay
from listing_rewards.policy.source import Ground
from listing_rewards.values.day import Counting
from listing_rewards.values.money import Exact
from listing_rewards.values.range import Bounds
from listing_rewards.values.truth import Truth

SeasoningFound: TypeAlias = Literal[
    "compared", "not_started", "start_unknown", "no_test_day", "test_day_unknown", "break_unknown",
    "held", "not_yet_held", "broken",
]  # fmt: skip
"""How far the test of a full period could go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedCheck(Part):
    """Has the event that earns the award happened by the as-of date?"""

    rule: Literal["reached"] = "reached"
    truth: Truth
    event: str
    on: tuple[date, ...]
    """The days it happened on; none if it did not, or if that is not known."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceCheck(Part):
    """Does the event fall on one of the policy's days?"""

    rule: Literal["in_force"] = "in_force"
    truth: Truth
    event: str
    on: date | None
    first: date
    last: date | None
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagCheck(Part):
    """Is a yes/no fact "yes"?"""

    rule: Literal["flag"] = "flag"
    truth: Truth
    condition: str
    flag: str
    stated: bool | None
    """As the case states it; None where it does not."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasoningCheck(Part):
    """Was a full period complete on the day it was tested?"""

    rule: Literal["seasoning"] = "seasoning"
    truth: Truth
    condition: str
    event: str
    """The event that starts the period."""
    years: int
    months: int = 0
    counting: Counting
    found: SeasoningFound
    """How far the test could go. ``held``, ``not_yet_held`` and ``broken`` are of a period that
    is tested on the as-of date."""
    started_on: date | None = None
    tested_event: str | None = None
    tested_on: date | None = None
    tested_at: TestDay | None = None
    """Whose day of the award it is tested on; None where it is the day of an event by name, or the
    as-of date."""
    completes_on: date | None = None
    met_from: date | None = None
    days_left: int | None = None
    on_boundary_day: bool | None = None
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCheck(Part):
    """Does a figure, or the amount of an event, lie within bounds?"""

    rule: Literal["figure"] = "figure"
    truth: Truth
    condition: str
    figure: str
    stated: Bounds | None
    """The figure, or the event's amount as far as it is known; None where nothing is stated."""
    at_least: Exact | None
    over: Exact | None
    at_most: Exact | None
    below: Exact | None
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCheck(Part):
    """Is an attribute one of some values?"""

    rule: Literal["attribute"] = "attribute"
    truth: Truth
    condition: str
    attribute: str
    stated: str | None
    one_of: tuple[str, ...]
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class HappenedCheck(Part):
    """Does an event lie on one of some days, or within a time after another event?"""

    rule: Literal["happened"] = "happened"
    truth: Truth
    condition: str
    event: str
    on: tuple[date, ...]
    """The days it happened on; none if it did not, or if that is not known."""
    first: date | None
    last: date | None
    after: str | None
    after_on: date | None
    """The day of the other event from which the time runs, where it is known."""
    until: date | None
    """The last day of that time, included."""
    tested_on: date | None = None
    """The day by which it must have happened; None where that is the as-of date."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentCheck(Part):
    """Has an event not happened?"""

    rule: Literal["absent"] = "absent"
    truth: Truth
    condition: str
    event: str
    on: tuple[date, ...]
    """The days on which it happened after all."""
    tested_on: date | None = None
    """The day by which it must not have happened, where it has happened at all; None where that
    is the as-of date."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedCheck(Part):
    """Was an award applied for in time?"""

    rule: Literal["applied"] = "applied"
    truth: Truth
    condition: str
    award: str
    on: date | None
    """The day of the application; None where it is not stated."""
    latest: date | None
    """The day on which it is tested: that of the application, otherwise the last one possible."""
    first: date | None
    """The first day in time, where there is one and it is known."""
    last: date | None
    """The last day in time, included, where there is one and it is known."""
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedCheck(Part):
    """Are all of some conditions met, any of them, or is one not met?"""

    rule: Literal["all_of", "any_of", "not_met"]
    truth: Truth
    condition: str
    parts: tuple[Check, ...]
    ground: Ground


Check = Annotated[
    ReachedCheck
    | InForceCheck
    | FlagCheck
    | SeasoningCheck
    | FigureCheck
    | AttributeCheck
    | HappenedCheck
    | AbsentCheck
    | AppliedCheck
    | CombinedCheck,
    Field(discriminator="rule"),
]
"""A condition with what was found: met, not met or unknown, and why; ``rule`` says which one."""
