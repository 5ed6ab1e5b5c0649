"""The conditions of a policy on a case, each with what it was decided on."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, assert_never

from listing_rewards.assessment import (
    AbsentCheck,
    AppliedCheck,
    AttributeCheck,
    Check,
    CombinedCheck,
    FigureCheck,
    FlagCheck,
    HappenedCheck,
)
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.grounds import assumed_in
from listing_rewards.engines.exact.parts import (
    absent_check,
    applied_check,
    attribute_check,
    combined_check,
    figure_check,
    flag_check,
    happened_check,
)
from listing_rewards.engines.exact.register import ExactRegister
from listing_rewards.engines.exact.seasoning import seasoning_check
from listing_rewards.meaning.conditions import (
    applied_between,
    in_time_after,
    last_in_time,
    tested_by,
    truth_of,
)
from listing_rewards.meaning.tested import test_day, tested_as_of
from listing_rewards.policy.conditions import (
    AbsentCondition,
    AllCondition,
    AnyCondition,
    ApplicationCondition,
    AttributeCondition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    NotCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.relations import Asked
from listing_rewards.policy.source import Ground
from listing_rewards.values.truth import MET, Truth, all_of


class Checked(NamedTuple):
    """The checks of an award, or some of them.

    Attributes:
        checks: the checks.
        truth: all of them together.
        assumed: the parts of the policy that are assumed and that they rest on.
        not_reached: whether the event that earns the award has not happened.
        last: the last of the policy's days on which it happened.
        earned: whether it has happened on one of them.
    """

    checks: tuple[Check, ...]
    truth: Truth
    assumed: tuple[str, ...]
    not_reached: bool = False
    last: date | None = None
    earned: Truth = MET


class Conditions:
    """The conditions of one policy on one case, each computed once.

    Attributes:
        facts: the case as the policy reads it.
        register: the same, as conditions are read on it.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.register = ExactRegister(facts)
        self._checks: dict[str, Check] = {}
        self._together: dict[tuple[str, ...], Checked] = {}

    def check(self, name: str) -> Check:
        """How a condition comes out, and what it was decided on."""
        if name not in self._checks:
            self._checks[name] = self._checked(name)
        return self._checks[name]

    def truth(self, name: str) -> Truth:
        """Whether a condition is met."""
        return self.check(name).truth

    def together(self, names: tuple[str, ...]) -> Checked:
        """How some conditions come out, all of which are needed."""
        found = self._together.get(names)
        if found is None:
            checks = tuple(map(self.check, names))
            truth = all_of([check.truth for check in checks])
            found = self._together[names] = Checked(checks, truth, tuple(assumed_in(checks)))
        return found

    def _checked(self, key: str) -> Check:
        m = self.register
        asked = m.policy.relations.asked_as(key)
        name, condition = asked.condition, m.policy.conditions[asked.condition]
        ground = m.policy.grounds[f"conditions.{name}"]
        if isinstance(condition, SeasoningCondition):
            return seasoning_check(asked, condition, m, ground)
        truth = truth_of(m, key, self.truth)
        match condition:
            case FlagCondition():
                return _flag(name, truth, condition, m, ground)
            case FigureCondition():
                return _figure(name, truth, condition, m, ground)
            case AttributeCondition():
                return _attribute(name, truth, condition, m, ground)
            case HappenedCondition():
                return _happened(asked, truth, condition, m, ground)
            case AbsentCondition():
                return _absent(asked, truth, condition, m, ground)
            case ApplicationCondition():
                return _applied(asked, truth, condition, m, ground)
            case AllCondition() | AnyCondition() | NotCondition():
                return self._combined(asked, truth, condition, ground)
            case _:
                assert_never(condition)

    def _combined(
        self,
        asked: Asked,
        truth: Truth,
        condition: AllCondition | AnyCondition | NotCondition,
        ground: Ground,
    ) -> CombinedCheck:
        name, ask = asked.condition, self.register.policy.relations.ask
        inner = [ask(each, asked.award, now=asked.now) for each in conditions_within(condition)]
        parts = tuple(map(self.check, inner))
        rule: Literal["all_of", "any_of", "not_met"] = "not_met"
        if not isinstance(condition, NotCondition):
            rule = "all_of" if isinstance(condition, AllCondition) else "any_of"
        return combined_check(rule=rule, truth=truth, condition=name, parts=parts, ground=ground)


def _flag(
    name: str, truth: Truth, condition: FlagCondition, m: ExactRegister, ground: Ground
) -> FlagCheck:
    stated = m.facts.flags.get(condition.flag)
    presumed = stated is None and m.policy.flags[condition.flag].presumed is not None
    return flag_check(
        truth=truth,
        condition=name,
        flag=condition.flag,
        stated=stated,
        ground=m.policy.grounds[f"flags.{condition.flag}"] if presumed else ground,
    )


def _figure(
    name: str, truth: Truth, condition: FigureCondition, m: ExactRegister, ground: Ground
) -> FigureCheck:
    return figure_check(
        truth=truth,
        condition=name,
        figure=condition.figure,
        stated=m.facts.amount_of(m.policy.relations.base(condition.figure, condition.counted)),
        at_least=condition.at_least,
        over=condition.over,
        at_most=condition.at_most,
        below=condition.below,
        ground=ground,
    )


def _attribute(
    name: str, truth: Truth, condition: AttributeCondition, m: ExactRegister, ground: Ground
) -> AttributeCheck:
    return attribute_check(
        truth=truth,
        condition=name,
        attribute=condition.attribute,
        stated=m.facts.attributes.get(condition.attribute),
        one_of=condition.one_of,
        ground=ground,
    )


def _absent(
    asked: Asked, truth: Truth, condition: AbsentCondition, m: ExactRegister, ground: Ground
) -> AbsentCheck:
    test, days = condition.tested_on, m.days(condition.absent)
    by = None if tested_as_of(test, asked) else test_day(m, test, asked)
    return absent_check(
        truth=truth,
        condition=asked.condition,
        event=condition.absent,
        on=days,
        tested_on=by if days else None,
        ground=ground,
    )


def _applied(
    asked: Asked, truth: Truth, condition: ApplicationCondition, m: ExactRegister, ground: Ground
) -> AppliedCheck:
    since, until = applied_between(m, asked.condition, condition, asked.award)
    begins, ends = [day for day in since if day], [day for day in until if day]
    return applied_check(
        truth=truth,
        condition=asked.condition,
        award=asked.award,
        on=m.applied(asked.award),
        latest=test_day(m, "application", asked),
        first=max(begins, default=None),
        last=m.within_calendar(min(ends, default=None)),
        ground=ground,
    )


def _happened(
    asked: Asked, truth: Truth, condition: HappenedCondition, m: ExactRegister, ground: Ground
) -> HappenedCheck:
    """With the first day of the other event after which it is in time; otherwise its first day."""
    name, by = asked.condition, tested_by(m, asked, condition)
    anchors = m.days(condition.after) if condition.after else ()
    in_time = (day for day in anchors if in_time_after(m, name, condition, day, by))
    anchor = next(in_time, anchors[0] if anchors else None)
    until = last_in_time(m, name, condition, anchor) if condition.bounded else None
    return happened_check(
        truth=truth,
        condition=name,
        event=condition.happened,
        on=m.days(condition.happened),
        first=condition.first,
        last=condition.last,
        after=condition.after,
        after_on=anchor,
        until=m.within_calendar(until),
        tested_on=by[0] if by else None,
        ground=ground,
    )
