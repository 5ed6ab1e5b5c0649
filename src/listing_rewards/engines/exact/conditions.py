"""The conditions of a policy on a case: each is met, not met or unknown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, assert_never

from listing_rewards.assessment import (
    AbsentCheck,
    AttributeCheck,
    Check,
    CombinedCheck,
    FigureCheck,
    FlagCheck,
    HappenedCheck,
)
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.making import (
    absent_check,
    attribute_check,
    combined_check,
    figure_check,
    flag_check,
    happened_check,
)
from listing_rewards.engines.exact.seasoning import seasoning_check
from listing_rewards.engines.exact.telling import assumed_in
from listing_rewards.periods import LATEST, corresponding_day
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    AttributeCondition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.source import Ground
from listing_rewards.rules.conditions import lies_within
from listing_rewards.truth import MET, UNKNOWN, Truth, all_of, any_of, opposite


class Checked(NamedTuple):
    """The checks of an award, or some of them.

    Attributes:
        checks: the checks.
        truth: all of them together.
        assumed: the parts of the policy that are assumed and that they rest on.
        not_reached: whether the event that earns the award has not happened.
        last: the last of the policy's days on which it happened.
    """

    checks: tuple[Check, ...]
    truth: Truth
    assumed: tuple[str, ...]
    not_reached: bool = False
    last: date | None = None


class Conditions:
    """The conditions of one policy on one case, each worked out once.

    Attributes:
        facts: the case as the policy reads it.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._checks: dict[str, Check] = {}
        self._together: dict[tuple[str, ...], Checked] = {}

    def check(self, name: str) -> Check:
        """How a condition comes out, and what it was decided on."""
        if name not in self._checks:
            self._checks[name] = self._worked_out(name)
        return self._checks[name]

    def truth(self, name: str) -> Truth:
        """Whether a condition is met."""
        return self.check(name).truth

    def together(self, names: tuple[str, ...]) -> Checked:
        """How some conditions come out, all of which are needed."""
        if names not in self._together:
            checks = tuple(map(self.check, names))
            truth = all_of([check.truth for check in checks])
            self._together[names] = Checked(checks, truth, tuple(assumed_in(checks)))
        return self._together[names]

    def _worked_out(self, name: str) -> Check:
        facts = self.facts
        condition = facts.policy.conditions[name]
        ground = facts.policy.grounds[f"conditions.{name}"]
        match condition:
            case FlagCondition():
                return _flag(name, condition, facts, ground)
            case SeasoningCondition():
                return seasoning_check(name, condition, facts, ground)
            case FigureCondition():
                return _figure(name, condition, facts, ground)
            case AttributeCondition():
                return _attribute(name, condition, facts, ground)
            case HappenedCondition():
                return _happened(name, condition, facts, ground)
            case AbsentCondition():
                return _absent(name, condition, facts, ground)
            case AllCondition() | AnyCondition() | NotCondition():
                return self._combined(name, condition, ground)
            case _:
                assert_never(condition)

    def _combined(
        self, name: str, condition: AllCondition | AnyCondition | NotCondition, ground: Ground
    ) -> CombinedCheck:
        parts = tuple(map(self.check, conditions_within(condition)))
        truths = [part.truth for part in parts]
        rule: Literal["all_of", "any_of", "not_met"] = "not_met"
        if isinstance(condition, NotCondition):
            truth = opposite(truths[0])
        elif isinstance(condition, AllCondition):
            rule, truth = "all_of", all_of(truths)
        else:
            rule, truth = "any_of", any_of(truths)
        return combined_check(rule=rule, truth=truth, condition=name, parts=parts, ground=ground)


def _flag(name: str, condition: FlagCondition, facts: Facts, ground: Ground) -> FlagCheck:
    stated = facts.flags.get(condition.flag)
    presumed = stated is None and facts.policy.flags[condition.flag].presumed is not None
    known = UNKNOWN if stated is None else Truth.of(stated)
    return flag_check(
        truth=MET if presumed else known,
        condition=name,
        flag=condition.flag,
        stated=stated,
        ground=facts.policy.grounds[f"flags.{condition.flag}"] if presumed else ground,
    )


def _figure(name: str, condition: FigureCondition, facts: Facts, ground: Ground) -> FigureCheck:
    stated = facts.amount_of(condition.figure)
    return figure_check(
        truth=UNKNOWN if stated is None else lies_within(stated, condition),
        condition=name,
        figure=condition.figure,
        stated=stated,
        at_least=condition.at_least,
        over=condition.over,
        at_most=condition.at_most,
        below=condition.below,
        ground=ground,
    )


def _attribute(
    name: str, condition: AttributeCondition, facts: Facts, ground: Ground
) -> AttributeCheck:
    stated = facts.attributes.get(condition.attribute)
    return attribute_check(
        truth=UNKNOWN if stated is None else Truth.of(stated in condition.one_of),
        condition=name,
        attribute=condition.attribute,
        stated=stated,
        one_of=condition.one_of,
        ground=ground,
    )


def _absent(name: str, condition: AbsentCondition, facts: Facts, ground: Ground) -> AbsentCheck:
    return absent_check(
        truth=opposite(facts.happened(condition.absent)),
        condition=name,
        event=condition.absent,
        on=facts.days(condition.absent),
        ground=ground,
    )


def _happened(
    name: str, condition: HappenedCondition, facts: Facts, ground: Ground
) -> HappenedCheck:
    """Held against each day of the event it runs from; the first that meets it, or the last."""
    on = facts.days(condition.happened)
    first, last = condition.first or date.min, condition.last or date.max
    possible = [day for day in on if first <= day <= last]
    anchors: tuple[date | None, ...] = (None,)
    if condition.after:
        anchors = facts.days(condition.after) or (None,)
    found = [(_in_time(condition, on, possible, anchor, facts), anchor) for anchor in anchors]
    truth = any_of(each for each, _ in found)
    anchor = next((day for each, day in found if each is truth), anchors[-1])
    return happened_check(
        truth=truth,
        condition=name,
        event=condition.happened,
        on=on,
        first=condition.first,
        last=condition.last,
        after=condition.after,
        after_on=anchor,
        until=_time_limit(condition, anchor),
        ground=ground,
    )


def _in_time(
    condition: HappenedCondition,
    on: tuple[date, ...],
    possible: Sequence[date],
    anchor: date | None,
    facts: Facts,
) -> Truth:
    """Whether an event lies in time after one day of the other; None: that day is not known.

    `possible` are the days of the event, earliest first, that lie between the condition's own.
    """
    if not on:
        possible_yet = facts.happened(condition.happened)
        reached = facts.happened(condition.after) if condition.after else MET
        return all_of([possible_yet, reached])
    if condition.after is None:
        return Truth.of(bool(possible))
    if anchor is None:
        return all_of([Truth.of(bool(possible)), facts.happened(condition.after)])
    until = _time_limit(condition, anchor) or date.max
    return Truth.of(bisect_left(possible, anchor) < bisect_right(possible, until))


def _time_limit(condition: HappenedCondition, anchor: date | None) -> date | None:
    if anchor is None or not condition.bounded:
        return None
    day = corresponding_day(anchor, years=condition.within_years, months=condition.within_months)
    return min(day + timedelta(days=condition.within_days), LATEST)
