"""The conditions of a standard on one case, each evaluated once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, assert_never

from listing_rewards.case import Case
from listing_rewards.meaning.made_figures import Known, figure_known
from listing_rewards.plan.finding import ConditionFinding, Outcome, best, nearest, together
from listing_rewards.policy.figures import name_and_year
from listing_rewards.policy.standards import (
    AllLimb,
    AnyLimb,
    AttributeLimb,
    FigureLimb,
    FlagLimb,
    HappenedLimb,
    Leaf,
    Limb,
    SeasoningLimb,
    Standard,
    UnreadLimb,
)
from listing_rewards.rules.seasoning import full_period
from listing_rewards.values.day import LATEST


class Conditions:
    """The conditions of a standard on one case."""

    def __init__(
        self, case: Case, standard: Standard, as_of: date, year: int, *, only_verified: bool
    ) -> None:
        self._case, self._standard, self._as_of, self._year = case, standard, as_of, year
        self._only_verified = only_verified
        self._known: dict[str, Known] = {}
        self._found: dict[str, ConditionFinding] = {}
        self._at_issue = frozenset(standard.at_issue)

    def finding(self, name: str) -> ConditionFinding:
        """How a condition comes out."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._evaluated(name, self._standard.conditions[name])
        return found

    @property
    def reached(self) -> bool:
        """Whether the enterprise is already where the standard leads."""
        there = self._days(self._standard.reached_by) if self._standard.reached_by else []
        gone = self._days(self._standard.left_by) if self._standard.left_by else []
        return bool(there) and (not gone or gone[-1] < there[-1])

    def _evaluated(self, name: str, limb: Limb) -> ConditionFinding:
        if isinstance(limb, AllLimb | AnyLimb):
            return self._combined(name, limb)
        if isinstance(limb, UnreadLimb):
            return ConditionFinding(name, "unread", "not_evaluated", limb.clause)
        if self._only_verified and limb.verified_on is None:
            return _leaf(name, limb, "not_evaluated")
        match limb:
            case FigureLimb():
                return self._figure(name, limb)
            case FlagLimb():
                return self._flag(name, limb)
            case AttributeLimb():
                return self._attribute(name, limb)
            case HappenedLimb():
                return self._happened(name, limb)
            case SeasoningLimb():
                return self._seasoning(name, limb)
            case _:
                assert_never(limb)

    def _combined(self, name: str, limb: AllLimb | AnyLimb) -> ConditionFinding:
        if isinstance(limb, AllLimb):
            parts = tuple([self.finding(part) for part in limb.all_of])
            return ConditionFinding(name, "all", together(parts), limb.clause, parts=parts)
        parts = tuple([self.finding(part) for part in limb.any_of])
        return ConditionFinding(
            name, "any", best(parts), limb.clause, parts=parts, nearest=nearest(parts)
        )

    def _figure(self, name: str, limb: FigureLimb) -> ConditionFinding:
        known = self._known.get(limb.figure)
        if known is None:
            kinds, stated = self._standard.figures, self._case.figures
            known = self._known[limb.figure] = figure_known(limb.figure, self._year, kinds, stated)
        if known.value is not None:
            outcome: Outcome = "met" if limb.holds(known.value) else "not_met"
            short = None if outcome == "met" else _short_by(limb, known.value)
            return _leaf(name, limb, outcome, stated=known.value, short_by=short)
        if known.at_most is not None and _too_low(limb, known.at_most):
            short = _short_by(limb, known.at_most)
            return _leaf(name, limb, "not_met", stated=known.at_most, short_by=short)
        bases = {name_and_year(each)[0] for each in known.missing}
        waits = bool(bases) and bases <= self._at_issue
        needs = tuple([f"figures.{each}" for each in known.missing])
        outcome = "at_issue" if waits else "unknown"
        undefined = {"undefined": known.undefined} if known.undefined else {}
        return _leaf(name, limb, outcome, needs=needs, **undefined)

    def _flag(self, name: str, limb: FlagLimb) -> ConditionFinding:
        stated = self._case.flags.get(limb.flag)
        if stated is None and self._standard.flags[limb.flag].presumed is not None:
            stated = True
        if stated is None:
            return _leaf(name, limb, "unknown", needs=(f"flags.{limb.flag}",))
        return _leaf(name, limb, "met" if stated else "not_met")

    def _attribute(self, name: str, limb: AttributeLimb) -> ConditionFinding:
        stated = self._case.attributes.get(limb.attribute)
        if stated is None:
            return _leaf(name, limb, "unknown", needs=(f"attributes.{limb.attribute}",))
        return _leaf(name, limb, "met" if stated in limb.one_of else "not_met")

    def _days(self, kind: str) -> list[date]:
        """The days on which an event has happened, earliest first."""
        events = self._case.events
        return sorted([each.on for each in events if each.kind == kind and each.on <= self._as_of])

    def _silent(self, kind: str) -> bool:
        """Whether it is not known if an event has happened that is not stated."""
        if self._standard.events[kind].silence in {"did_not_happen", "unknown_if_needed"}:
            return False
        later = any(each.kind == kind for each in self._case.events)
        return not later and kind not in self._case.absent

    def _happened(self, name: str, limb: HappenedLimb) -> ConditionFinding:
        days = self._days(limb.happened)
        if not days:
            return self._not_started(name, limb, limb.happened)
        left = self._days(limb.unless) if limb.unless else []
        return _leaf(name, limb, "not_met" if left and left[-1] >= days[-1] else "met")

    def _seasoning(self, name: str, limb: SeasoningLimb) -> ConditionFinding:
        breaks = self._days(limb.restarted_by) if limb.restarted_by else []
        days = [day for day in self._days(limb.seasoning) if not breaks or day > breaks[-1]]
        if not days:
            return self._not_started(name, limb, limb.seasoning)
        period = full_period(
            days[0], self._as_of, years=limb.years, months=limb.months, counting=limb.counting
        )
        return _leaf(
            name,
            limb,
            "met" if period.met else "not_met",
            days_left=period.days_left,
            met_from=min(period.met_from, LATEST),
            on_boundary=period.on_boundary_day,
        )

    def _not_started(
        self, name: str, limb: HappenedLimb | SeasoningLimb, kind: str
    ) -> ConditionFinding:
        if self._silent(kind):
            return _leaf(name, limb, "unknown", needs=(f"events.{kind}",))
        return _leaf(name, limb, "not_met")


_SHAPES: Mapping[type[Any], tuple[Any, str]] = {
    FigureLimb: ("figure", "figure"),
    FlagLimb: ("flag", "flag"),
    AttributeLimb: ("attribute", "attribute"),
    HappenedLimb: ("event", "happened"),
    SeasoningLimb: ("period", "seasoning"),
}


@lru_cache(maxsize=4096)
def _plain(
    name: str, shape: Any, outcome: Outcome, clause: str | None, confidence: Any, of: str,
    needs: tuple[str, ...] = (), *, verified: bool,
) -> ConditionFinding:  # fmt: skip
    """A finding of which nothing but these follows from the case; many enterprises share it."""
    return ConditionFinding(name, shape, outcome, clause, confidence, verified, of, needs=needs)


def _leaf(name: str, limb: Leaf, outcome: Outcome, **more: Any) -> ConditionFinding:
    shape, about = _SHAPES[type(limb)]
    verified = limb.verified_on is not None
    of = getattr(limb, about)
    if more.keys() <= {"needs"}:
        return _plain(
            name, shape, outcome, limb.clause, limb.confidence, of, verified=verified, **more
        )
    return ConditionFinding(
        name, shape, outcome, limb.clause, limb.confidence, verified, of, **more
    )


def _short_by(limb: FigureLimb, value: Decimal) -> Decimal:
    """How far a figure is from the bound that it does not meet."""
    if limb.lower is not None and value <= limb.lower:
        return limb.lower - value
    return value - (limb.upper or Decimal(0))


def _too_low(limb: FigureLimb, at_most: Decimal) -> bool:
    """Whether a figure that is not above a number certainly lies below the lower bound."""
    if limb.at_least is not None:
        return at_most < limb.at_least
    return limb.over is not None and at_most <= limb.over
