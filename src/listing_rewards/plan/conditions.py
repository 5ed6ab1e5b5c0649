"""The conditions of a standard: what follows from it alone once, and then case by case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, TypeAlias, assert_never

from listing_rewards.case import Case
from listing_rewards.meaning.made_figures import Known, always, figure_read
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

MOST_SILENCES = 256
"""Of so many combinations of missing figures the finding is kept for the next enterprise."""


class OneCase:
    """A case on a day, with the conditions that were evaluated on it, each once."""

    __slots__ = ("as_of", "case", "found", "known")

    def __init__(self, case: Case, as_of: date) -> None:
        self.case, self.as_of = case, as_of
        self.found: dict[str, ConditionFinding] = {}
        self.known: dict[str, Known] = {}

    def days(self, kind: str) -> list[date]:
        """The days on which an event has happened, earliest first."""
        events = self.case.events
        return sorted([each.on for each in events if each.kind == kind and each.on <= self.as_of])


Evaluated: TypeAlias = Callable[[OneCase], ConditionFinding]
"""How one condition comes out on a case."""


class Conditions:
    """The conditions of a standard for one latest year of figures, ready for any case."""

    def __init__(self, standard: Standard, year: int, *, only_verified: bool) -> None:
        self._standard, self._year, self._only_verified = standard, year, only_verified
        self._at_issue = frozenset(standard.at_issue)
        self._ways = {name: self._way(name, limb) for name, limb in standard.conditions.items()}

    @classmethod
    def of(cls, standard: Standard, year: int, *, only_verified: bool) -> Conditions:
        """Those of a standard, made once and kept with it."""
        return standard.facts.memo.of(
            ("screened", year, only_verified),
            partial(cls, standard, year, only_verified=only_verified),
        )

    def finding(self, name: str, one: OneCase) -> ConditionFinding:
        """How a condition comes out."""
        found = one.found.get(name)
        if found is None:
            found = one.found[name] = self._ways[name](one)
        return found

    def reached(self, one: OneCase) -> bool:
        """Whether the enterprise is already where the standard leads."""
        there = one.days(self._standard.reached_by) if self._standard.reached_by else []
        gone = one.days(self._standard.left_by) if self._standard.left_by else []
        return bool(there) and (not gone or gone[-1] < there[-1])

    def _way(self, name: str, limb: Limb) -> Evaluated:
        if isinstance(limb, AllLimb | AnyLimb):
            return self._combined(name, limb)
        if isinstance(limb, UnreadLimb):
            return always(ConditionFinding(name, "unread", "not_evaluated", limb.clause))
        if self._only_verified and limb.verified_on is None:
            return always(_leaf(name, limb)("not_evaluated"))
        match limb:
            case FigureLimb():
                return self._figure(name, limb)
            case FlagLimb():
                return self._flag(name, limb)
            case AttributeLimb():
                return _attribute(name, limb)
            case HappenedLimb():
                return self._happened(name, limb)
            case SeasoningLimb():
                return self._seasoning(name, limb)
            case _:
                assert_never(limb)

    def _combined(self, name: str, limb: AllLimb | AnyLimb) -> Evaluated:
        names = limb.all_of if isinstance(limb, AllLimb) else limb.any_of

        def all_needed(one: OneCase) -> ConditionFinding:
            parts = tuple([self.finding(part, one) for part in names])
            return ConditionFinding(name, "all", together(parts), limb.clause, parts=parts)

        def any_suffices(one: OneCase) -> ConditionFinding:
            parts = tuple([self.finding(part, one) for part in names])
            return ConditionFinding(
                name, "any", best(parts), limb.clause, parts=parts, nearest=nearest(parts)
            )

        return all_needed if isinstance(limb, AllLimb) else any_suffices

    def _figure(self, name: str, limb: FigureLimb) -> Evaluated:
        figure, leaf = limb.figure, _leaf(name, limb)
        read = figure_read(figure, self._year, self._standard.figures)
        not_known = lru_cache(MOST_SILENCES)(partial(self._not_known, leaf))

        def evaluated(one: OneCase) -> ConditionFinding:
            known = one.known.get(figure)
            if known is None:
                known = one.known[figure] = read(one.case.figures)
            value = known.value
            if value is not None:
                if limb.holds(value):
                    return leaf("met", value)
                return leaf("not_met", value, _short_by(limb, value))
            if known.at_most is not None and _too_low(limb, known.at_most):
                return leaf("not_met", known.at_most, _short_by(limb, known.at_most))
            return not_known(known.missing, known.undefined)

        return evaluated

    def _not_known(
        self, leaf: Callable[..., ConditionFinding], missing: tuple[str, ...], undefined: str
    ) -> ConditionFinding:
        """Of a figure that is not known: what would settle it, and whether the issue must."""
        bases = {name_and_year(each)[0] for each in missing}
        waits = bool(bases) and bases <= self._at_issue
        needs = tuple([f"figures.{each}" for each in missing])
        return leaf("at_issue" if waits else "unknown", needs=needs, undefined=undefined)

    def _flag(self, name: str, limb: FlagLimb) -> Evaluated:
        presumed = self._standard.flags[limb.flag].presumed is not None
        leaf = _leaf(name, limb)
        met, not_met = leaf("met"), leaf("not_met")
        silent = met if presumed else leaf("unknown", needs=(f"flags.{limb.flag}",))

        def evaluated(one: OneCase) -> ConditionFinding:
            stated = one.case.flags.get(limb.flag)
            return silent if stated is None else met if stated else not_met

        return evaluated

    def _silent(self, kind: str) -> Callable[[OneCase], bool]:
        """Whether it is not known if an event has happened that is not stated."""
        if self._standard.events[kind].silence in {"did_not_happen", "unknown_if_needed"}:
            return always(found=False)

        def silent(one: OneCase) -> bool:
            later = any(each.kind == kind for each in one.case.events)
            return not later and kind not in one.case.absent

        return silent

    def _happened(self, name: str, limb: HappenedLimb) -> Evaluated:
        leaf, not_started = _leaf(name, limb), self._not_started(name, limb, limb.happened)
        met, not_met = leaf("met"), leaf("not_met")

        def evaluated(one: OneCase) -> ConditionFinding:
            days = one.days(limb.happened)
            if not days:
                return not_started(one)
            left = one.days(limb.unless) if limb.unless else []
            return not_met if left and left[-1] >= days[-1] else met

        return evaluated

    def _seasoning(self, name: str, limb: SeasoningLimb) -> Evaluated:
        leaf, not_started = _leaf(name, limb), self._not_started(name, limb, limb.seasoning)
        lasts: dict[str, Any] = {
            "years": limb.years, "months": limb.months, "counting": limb.counting
        }  # fmt: skip

        def evaluated(one: OneCase) -> ConditionFinding:
            breaks = one.days(limb.restarted_by) if limb.restarted_by else []
            days = [day for day in one.days(limb.seasoning) if not breaks or day > breaks[-1]]
            if not days:
                return not_started(one)
            period = full_period(days[0], one.as_of, **lasts)
            return leaf(
                "met" if period.met else "not_met",
                days_left=period.days_left,
                met_from=min(period.met_from, LATEST),
                on_boundary=period.on_boundary_day,
            )

        return evaluated

    def _not_started(self, name: str, limb: HappenedLimb | SeasoningLimb, kind: str) -> Evaluated:
        leaf, silent = _leaf(name, limb), self._silent(kind)
        unknown, not_met = leaf("unknown", needs=(f"events.{kind}",)), leaf("not_met")
        return lambda one: unknown if silent(one) else not_met


def _attribute(name: str, limb: AttributeLimb) -> Evaluated:
    leaf = _leaf(name, limb)
    met, not_met = leaf("met"), leaf("not_met")
    silent = leaf("unknown", needs=(f"attributes.{limb.attribute}",))

    def evaluated(one: OneCase) -> ConditionFinding:
        stated = one.case.attributes.get(limb.attribute)
        return silent if stated is None else met if stated in limb.one_of else not_met

    return evaluated


_SHAPES: Mapping[type[Any], tuple[Any, str]] = {
    FigureLimb: ("figure", "figure"),
    FlagLimb: ("flag", "flag"),
    AttributeLimb: ("attribute", "attribute"),
    HappenedLimb: ("event", "happened"),
    SeasoningLimb: ("period", "seasoning"),
}


def _leaf(name: str, limb: Leaf) -> Callable[..., ConditionFinding]:
    """What makes the findings of one condition; those that say no more are shared by many."""
    shape, about = _SHAPES[type(limb)]
    signed, of = limb.verified_on is not None, getattr(limb, about)

    clause, confidence = limb.clause, limb.confidence

    def found(
        outcome: Outcome, stated: Decimal | None = None, short_by: Decimal | None = None,
        **more: Any,
    ) -> ConditionFinding:  # fmt: skip
        return ConditionFinding(
            name, shape, outcome, clause, confidence, signed, of, stated, short_by, **more
        )

    return found


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
