"""The facts that would settle an award whose amount is not determined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from listing_rewards.assessment import (
    AbsentCheck,
    AppliedCheck,
    AttributeCheck,
    AwardLine,
    Check,
    CombinedCheck,
    FigureCheck,
    FlagCheck,
    HappenedCheck,
    InForceCheck,
    Need,
    ReachedCheck,
    SeasoningCheck,
    Step,
)
from listing_rewards.engines.exact.conditions import Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.parts import need
from listing_rewards.engines.exact.register import DAY_UNKNOWN
from listing_rewards.meaning.periods import day_tested
from listing_rewards.policy.amounts import (
    BandsAmount,
    PlainAmount,
    RateAmount,
    has_unknown_cap,
    plain_amounts,
)
from listing_rewards.policy.conditions import (
    ApplicationCondition,
    FigureCondition,
    SeasoningCondition,
    tested_on_application,
)
from listing_rewards.policy.counted import Counted, CountedWindow
from listing_rewards.policy.grants import Award
from listing_rewards.values.truth import UNKNOWN


def needs_of(
    award: Award, checks: Iterable[Check], steps: Iterable[Step], conditions: Conditions
) -> Iterator[Need]:
    """The facts that would settle an award by itself, each once."""
    found = Needs(conditions, (award.id,))
    own = (
        *found.of_checks(checks),
        *found.of_earning(award.event),
        *found.of_amount(award, tuple(steps)),
    )
    yield from dict.fromkeys(own)


def merged_needs(lines: Iterable[AwardLine]) -> tuple[Need, ...]:
    """Each need once, with every award it bears on."""
    first: dict[tuple[object, ...], Need] = {}
    awards: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)
    for line in lines:
        for each in line.needs:
            key = (each.kind, each.name, each.on, each.or_else)
            first.setdefault(key, each)
            awards[key] |= dict.fromkeys(each.awards)
    return tuple(replace(each, awards=tuple(awards[key])) for key, each in first.items())


class Needs:
    """The needs that bear on some awards."""

    def __init__(self, conditions: Conditions, awards: tuple[str, ...]) -> None:
        self._conditions = conditions
        self._facts: Facts = conditions.facts
        self._awards = awards

    def of_checks(self, checks: Iterable[Check]) -> Iterator[Need]:
        """What the checks that are not known would have to know."""
        for check in checks:
            if check.truth is UNKNOWN:
                yield from self._of_check(check)

    def of_condition(self, name: str) -> Iterator[Need]:
        """What a condition that is not known would have to know."""
        yield from self.of_checks([self._conditions.check(name)])

    def _of_check(self, check: Check) -> Iterator[Need]:
        match check:
            case ReachedCheck():
                yield from self.of_earning(check.event)
            case AbsentCheck() | AppliedCheck():
                yield from self._of_absent_or_applied(check)
            case FlagCheck():
                yield need(kind="flag", name=check.flag, awards=self._awards)
            case AttributeCheck():
                yield need(kind="attribute", name=check.attribute, awards=self._awards)
            case FigureCheck():
                condition = self._facts.policy.conditions[check.condition]
                assert isinstance(condition, FigureCondition)  # noqa: S101  (its check says so)
                yield from self.of_quantity(check.figure, condition.counted)
            case HappenedCheck():
                names = (check.event, check.after) if check.after else (check.event,)
                yield from (self._event(name) for name in names if self._silent(name))
            case CombinedCheck():
                yield from self.of_checks(check.parts)
            case SeasoningCheck():
                yield from self._of_seasoning(check)
            case InForceCheck():
                return

    def _of_absent_or_applied(self, check: AbsentCheck | AppliedCheck) -> Iterator[Need]:
        """The event, or on which side of it the award was applied for."""
        if isinstance(check, AppliedCheck):
            yield from self._of_applied(check)
            return
        if self._silent(check.event):
            yield self._event(check.event)
            return
        condition = self._facts.policy.conditions[check.condition]
        if tested_on_application(condition):
            yield from self._application()

    def _of_applied(self, check: AppliedCheck) -> Iterator[Need]:
        condition = self._facts.policy.conditions[check.condition]
        assert isinstance(condition, ApplicationCondition)  # noqa: S101  (its check says so)
        if condition.applied.after:
            yield from self.of_event(condition.applied.after)
        yield from self._application()

    def _application(self) -> Iterator[Need]:
        """The day on which an award was applied for."""
        for award in self._awards:
            if award not in self._facts.applied:
                yield need(kind="application", name=award, awards=self._awards)

    def of_earning(self, event: str) -> Iterator[Need]:
        """The event that earns an award, or of several those that are not known, if it is not."""
        several = self._facts.relations.together.get(event)
        for kind in several.names if several else (event,):
            yield from self.of_event(kind)

    def of_quantity(self, name: str, counted: Counted) -> Iterator[Need]:
        """A figure that is not stated, or the amounts of an event that are not."""
        facts = self._facts
        if name in facts.policy.figures:
            if name not in facts.figures:
                yield from self._of_figure(name)
            return
        yield from self._of_counted_event(name, counted)
        for event in facts.in_force(facts.relations.base(name, counted)):
            if event.amount is None:
                yield need(kind="event_amount", name=name, on=event.on, awards=self._awards)

    def _of_figure(self, name: str) -> Iterator[Need]:
        """A figure that is not stated; of one that is made of others, those that are not."""
        facts = self._facts
        made, kind = facts.made.get(name), facts.policy.figures[name]
        before = kind.made.before if kind.made else None
        if before is not None and not facts.days(before):
            yield from self.of_event(before)
            return
        missing = made.missing if made is not None and made.missing else (name,)
        yield from (need(kind="figure", name=each, awards=self._awards) for each in missing)

    def of_amount(self, award: Award, steps: tuple[Step, ...]) -> Iterator[Need]:
        """What the award's own amount would have to know."""
        if any(step.op == "unknown" for step in steps):
            yield need(kind="award_amount", name=award.id, awards=self._awards)
        for amount in plain_amounts(award.amount):
            yield from self._of_plain(amount, award, steps)
            if has_unknown_cap(amount) and _meets_an_unknown_cap(amount, steps):
                yield need(kind="award_cap", name=award.id, awards=self._awards)

    def _of_plain(
        self, amount: PlainAmount, award: Award, steps: tuple[Step, ...]
    ) -> Iterator[Need]:
        for _, table, name in amount.references():
            if table == "conditions":
                yield from self.of_condition(self._facts.relations.ask(name, award.id))
            elif table in ("quantities", "countable"):
                yield from self._of_counted(name, table, amount.counted)
        if amount.upto and award.id not in self._facts.approved:
            yield need(kind="approved", name=award.id, awards=self._awards)
        if isinstance(amount, BandsAmount | RateAmount) and self._several_bands(steps):
            yield need(kind="band", name=award.id, awards=self._awards)

    def _of_counted(self, name: str, table: str, counted: Counted) -> Iterator[Need]:
        if table == "countable" and name in self._facts.policy.events:
            yield from self._of_counted_event(name, counted)
        else:
            yield from self.of_quantity(name, counted)

    def _of_counted_event(self, name: str, counted: Counted) -> Iterator[Need]:
        """An event, or the one within a time of which its amounts count."""
        yield from self.of_event(name)
        if isinstance(counted, CountedWindow):
            yield from self.of_event(counted.event)

    def of_event(self, name: str) -> Iterator[Need]:
        """An event of which it is not known whether it happened."""
        if self._silent(name):
            yield self._event(name)

    @staticmethod
    def _several_bands(steps: tuple[Step, ...]) -> bool:
        """Whether the base is known, and the table itself does not tell which band holds it."""
        return any(
            step.op == "bands" and steps[step.of[0]].result.determined and len(step.band) > 1
            for step in steps
        )

    def _of_seasoning(self, check: SeasoningCheck) -> Iterator[Need]:
        condition = self._facts.policy.conditions[check.condition]
        if not isinstance(condition, SeasoningCondition):
            return
        for kind in (condition.seasoning, condition.restarted_by):
            if kind and self._silent(kind):
                yield self._event(kind)
        if tested_on_application(condition):
            yield from self._application()
        kinds = condition.tested_kinds
        if day_tested(self._conditions.register, kinds) is DAY_UNKNOWN:
            first = next(kind for kind in kinds if self._silent(kind))
            others = tuple(kind for kind in kinds if kind != first and self._facts.silent(kind))
            yield need(kind="event", name=first, or_else=others, awards=self._awards)

    def _silent(self, kind: str) -> bool:
        """Whether it is not known if an event happened."""
        return self._facts.happened(kind) is UNKNOWN

    def _event(self, kind: str) -> Need:
        return need(kind="event", name=kind, awards=self._awards)


def _meets_an_unknown_cap(amount: PlainAmount, steps: tuple[Step, ...]) -> bool:
    """Whether a cap that is not known may cut what the steps give, or a band that may hold."""
    for step in steps:
        if step.op == "unknown_cap" and not step.result.determined:
            return True
        if step.op == "bands" and isinstance(amount, BandsAmount):
            numbers = [each for each in step.band if each < len(amount.bands)]
            if any(amount.bands[each].cap == "unknown" for each in numbers):
                return True
    return False
