"""Cases on each side of every number and day of a policy, for an officer to decide by hand.

One award at a time: first a case in which all that it asks for holds, then that case with one fact
changed. Every value stands where the answer may turn, and once where nothing is stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from listing_rewards.case import Case
from listing_rewards.comparison.all_met import (
    DAY,
    STEPS,
    USUAL,
    AllMet,
    Facts,
    after,
    around,
    before,
    is_full,
)
from listing_rewards.engines.exact import assess
from listing_rewards.policy.amounts import (
    BandsAmount,
    DatedAmount,
    FixedAmount,
    PlainAmount,
    RateAmount,
)
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    AttributeCondition,
    Condition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    SeasoningCondition,
)
from listing_rewards.policy.conformity import faults_against
from listing_rewards.policy.counted import first_day_within, last_day_within
from listing_rewards.policy.lint.finding import number_of
from listing_rewards.policy.model import Policy
from listing_rewards.values.day import LATEST, corresponding_day, first_day_met
from listing_rewards.values.money import FEN, exact
from listing_rewards.words import in_both
from listing_rewards.words.phrase import Phrase


class EdgeCase(NamedTuple):
    """A case beside a number or day of a policy.

    Attributes:
        about: what is special about it, in English and Chinese.
        case: what happened.
        as_of: the as-of date.
    """

    about: Phrase
    case: Case
    as_of: date


@exact
def edge_cases(policy: Policy) -> tuple[EdgeCase, ...]:
    """The cases beside the numbers and days of a policy, award by award, none twice.

    >>> from listing_rewards import load_policy
    >>> cases = edge_cases(load_policy("zhanjiang-bse-2023-illustrative"))
    >>> [each.about[0] for each in cases if "5,000,000.01" in each.about[0]]
    ['regional_financing: regional_financing is 5,000,000.01 yuan']
    """
    found: dict[tuple[str, date], EdgeCase] = {}
    for award in policy.awards:
        for about, facts, as_of in _Beside(policy, award).cases():
            case = facts.case()
            if case is not None and not faults_against(case, policy):
                day = min(as_of or facts.asked(), LATEST)
                found.setdefault((case.model_dump_json(), day), EdgeCase(about, case, day))
    return tuple(found.values())


_Found = tuple[Phrase, Facts, date | None]


class _Beside(AllMet):
    """The cases beside the numbers and days of one award."""

    def cases(self) -> Iterator[_Found]:
        """Each case, with what is special about it."""
        yield self._about("edge.all"), self.facts(), None
        yield from self._days()
        yield from self._several_events()
        for condition in self.conditions.values():
            yield from self._beside(condition)
        yield from self._numbers()
        yield from self._approved()
        yield from self._paid()
        yield from self._with_others()

    def _about(self, key: str, **values: object) -> Phrase:
        title = (self.award.id, self.award.title.zh)
        return in_both(key, award=title, **values)

    # ---- numbers ----------------------------------------------------------------------------

    def _numbers(self) -> Iterator[_Found]:
        """Each number beside a bound, a cap or a tie of rounding, and once not stated."""
        for quantity in self.quantities():
            edges = {x for each in self.amounts for x in self._edges(each, quantity)}
            for number in sorted(x for x in edges if x >= 0):
                facts = self.facts()
                facts.figures.pop(quantity, None)
                self.state(facts, quantity, number, self.day)
                yield self._is(quantity, number), facts, None
            yield from self._not_stated(quantity)

    def _is(self, quantity: str, number: Decimal) -> Phrase:
        named = (quantity, self._label(quantity))
        said = number_of(self.policy, quantity, number)
        return self._about("edge.number", fact=named, number=said)

    def _not_stated(self, quantity: str) -> Iterator[_Found]:
        facts = self.facts()
        facts.figures.pop(quantity, None)
        if quantity in facts.events:
            facts.events[quantity] = (facts.events[quantity][0], None)
        yield self._about("edge.not_stated", fact=(quantity, self._label(quantity))), facts, None

    def _edges(self, amount: PlainAmount, quantity: str) -> Iterator[Decimal]:
        step = STEPS[self.unit(quantity)]
        if isinstance(amount, BandsAmount) and amount.of == quantity:
            for band in amount.bands:
                yield from around(band, step)
        if isinstance(amount, RateAmount) and quantity in amount.bases():
            limits = [each for each in (*(cap for _, cap in amount.caps()), amount.floor) if each]
            for rate in (rate for _, rate in amount.rates() if rate):
                yield from self._around_limits(rate * step, limits, step)
        if isinstance(amount, FixedAmount) and amount.per == quantity and amount.every:
            yield from (amount.every - step, amount.every, 2 * amount.every - step)
        if amount.scaled and quantity == amount.scaled.by:
            whole = USUAL[self.unit(amount.scaled.of)] if amount.scaled.of else Decimal(1)
            full = whole * amount.scaled.full_at // step * step
            yield from (full - step, full)

    def _around_limits(
        self, each: Decimal, limits: Iterable[Decimal], step: Decimal
    ) -> Iterator[Decimal]:
        """The base beside each cap and floor, and beside a tie of rounding.

        Args:
            each: what one step of the base gives.
            limits: caps and floors.
            step: the smallest step of the base.
        """
        for limit in limits:
            at = limit // each * step
            yield from (at - step, at, at + step)
        half = self.policy.rounding.unit / 2
        if not half % each:
            yield from (half // each * step - step, half // each * step)

    def _approved(self) -> Iterator[_Found]:
        """Where the amount is a ceiling: nothing approved yet, and more than the ceiling."""
        if not self.award.is_a_ceiling:
            return
        facts = self.facts()
        facts.approved = {}
        yield self._about("edge.not_approved"), facts, None
        if ceiling := self.ceiling():
            more = self.facts()
            more.approved[self.award.id] = ceiling + FEN
            yield self._about("edge.approved_above"), more, None

    # ---- days -------------------------------------------------------------------------------

    def _days(self) -> Iterator[_Found]:
        """The event that earns the award on both sides of each day."""
        in_force = self.policy.in_force
        turns = [in_force.first, in_force.end + DAY if in_force.end else None]
        if isinstance(self.award.amount, DatedAmount):
            turns += [each.since for each in self.award.amount.dated]
        for each in self.conditions.values():
            if isinstance(each, HappenedCondition) and each.happened in self.award.events:
                turns += [each.first, each.last + DAY if each.last else None]
        event = (self.award.event, self.policy.event_label(self.award.event).zh)
        for turn in dict.fromkeys(each for each in turns if each is not None):
            for day in (turn - DAY, turn):
                yield self._about("edge.day", event=event, day=day), self.facts(day), None

    def _several_events(self) -> Iterator[_Found]:
        """Each of several events that earn the award before the policy's days, and not at all."""
        for kind in self.award.events if len(self.award.events) > 1 else ():
            yield self._moved(kind, self.policy.in_force.first - DAY)
            yield self._without(kind)

    def _without(self, kind: str) -> _Found:
        facts = self.facts()
        facts.events.pop(kind, None)
        facts.absent.add(kind)
        return self._about("edge.absent", event=self._event(kind)), facts, None

    def _event(self, kind: str) -> Phrase:
        return kind, self._label(kind)

    def _label(self, name: str) -> str:
        tables = (
            self.policy.events,
            self.policy.figures,
            self.policy.flags,
            self.policy.attributes,
        )
        return next(table[name].zh for table in tables if name in table)

    def _beside(self, condition: Condition) -> Iterator[_Found]:
        """The cases on each side of a condition, and once without what it asks about."""
        match condition:
            case FlagCondition():
                yield from self._flag(condition.flag)
            case AttributeCondition():
                yield from self._attribute(condition.attribute)
            case FigureCondition():
                for number in around(condition, STEPS[self.unit(condition.figure)]):
                    facts = self.facts()
                    self.state(facts, condition.figure, number, self.day)
                    yield self._is(condition.figure, number), facts, None
                yield from self._not_stated(condition.figure)
            case HappenedCondition():
                yield from self._happened(condition)
            case SeasoningCondition():
                yield from self._period(condition)
            case ApplicationCondition():
                yield from self._applied(condition)
            case AbsentCondition():
                facts = self.facts()
                self.happen(facts, condition.absent, self.day)
                event = self._event(condition.absent)
                yield self._about("edge.day", event=event, day=self.day), facts, None

    def _applied(self, condition: ApplicationCondition) -> Iterator[_Found]:
        """Applied for on both sides of the days on which one may, and not stated."""
        window = condition.applied
        turns = [window.first, window.last + DAY if window.last else None]
        if window.bounded:
            turns.append(last_day_within(window, self.day) + DAY)
        if window.runs_from:
            turns.append(first_day_within(window, self.day))
        for turn in (each for each in turns if each is not None):
            for day in (turn - DAY, turn):
                facts = self.facts()
                facts.applied[self.award.id] = day
                facts.until = max(facts.until, day)
                yield self._about("edge.applied", day=day), facts, None
        facts = self.facts()
        facts.applied.pop(self.award.id, None)
        yield self._about("edge.not_applied"), facts, None

    def _flag(self, flag: str) -> Iterator[_Found]:
        fact = (flag, self._label(flag))
        for said in (True, False):
            facts = self.facts()
            facts.flags[flag] = said
            yield self._about("edge.yes" if said else "edge.no", fact=fact), facts, None
        facts = self.facts()
        facts.flags.pop(flag, None)
        yield self._about("edge.not_stated", fact=fact), facts, None

    def _attribute(self, name: str) -> Iterator[_Found]:
        fact = (name, self._label(name))
        for value, label in self.policy.attributes[name].values.items():
            facts = self.facts()
            facts.attributes[name] = value
            said = (value, label.zh)
            yield self._about("edge.value", fact=fact, value=said), facts, None
        facts = self.facts()
        facts.attributes.pop(name, None)
        yield self._about("edge.not_stated", fact=fact), facts, None

    def _happened(self, condition: HappenedCondition) -> Iterator[_Found]:
        """An event on both sides of the days it must fall on, and not at all."""
        if condition.happened not in self.award.events:
            yield self._without(condition.happened)
            turns = [condition.first, condition.last + DAY if condition.last else None]
            for turn in (each for each in turns if each is not None):
                for day in (turn - DAY, turn):
                    yield self._moved(condition.happened, day)
        facts = self.facts()
        if not (condition.after and condition.bounded):
            return
        if condition.after not in self.award.events and condition.happened in facts.events:
            until = facts.events[condition.happened][0]
            for day in _starts(until, condition):
                yield self._moved(condition.after, day)
        elif condition.after in self.award.events:
            limit = last_day_within(condition, self.day)
            begun = first_day_within(condition, self.day)
            for day in (limit, limit + DAY, *((begun - DAY, begun) if condition.runs_from else ())):
                yield self._moved(condition.happened, day)

    def _moved(self, kind: str, day: date) -> _Found:
        facts = self.facts()
        facts.events[kind] = (day, facts.events.get(kind, (day, None))[1])
        return self._about("edge.day", event=self._event(kind), day=day), facts, None

    def _period(self, condition: SeasoningCondition) -> Iterator[_Found]:
        """A period that is full on the day it is tested, and one that is a day short."""
        kind = condition.seasoning
        if not condition.tested_kinds:
            begun = self.facts().events[kind][0]
            turn = first_day_met(after(begun, condition), condition.counting)
            for day in (turn - DAY, turn):
                yield self._about("edge.as_of", day=day), self.facts(), day
            return
        happened = self.facts().events
        tested = next(
            (happened[each][0] for each in condition.tested_kinds if each in happened), None
        )
        if tested is None:
            return
        days = [before(tested, condition) + each * DAY for each in range(-3, 4)]
        last = max(each for each in days if is_full(each, condition, tested))
        for day in (last, last + DAY):
            yield self._moved(kind, day)
        facts = self.facts()
        facts.events.pop(kind, None)
        yield self._about("edge.not_stated", fact=self._event(kind)), facts, None

    # ---- what was paid, and other awards ----------------------------------------------------

    def _paid(self) -> Iterator[_Found]:
        """Paid before: all of it, and a yuan more; then what calls for repayment, to the day."""
        facts = self.facts()
        case = facts.case()
        if case is None or faults_against(case, self.policy):
            return
        payable = (
            assess(case, self.policy, as_of=facts.asked()).line(self.award.id).payable.at_least
        )
        for amount in (payable, payable + 1) if payable else ():
            paid = deepcopy(facts)
            paid.payments.append((self.award.id, self.day, amount))
            said = number_of(self.policy, self.award.event, amount)
            yield self._about("edge.paid", amount=said), paid, None
        if payable:
            yield from self._broken(payable)
        if self.award.paid_in:
            yield from self._due()

    def _broken(self, payable: Decimal) -> Iterator[_Found]:
        """Each undertaking, its event on its last day and on the day after, paid and unpaid.

        Where it has no last day, its event on its first day.
        """
        facts = self.facts()
        for promised in self.policy.relations.undertakings.values():
            kind = promised.kept_by or promised.broken_by[0]
            if self.award.id not in promised.awards or kind in facts.events:
                continue
            start = facts.events.get(promised.after or "", (self.day, None))[0]
            first = promised.first_day(start)
            limit = promised.last_day(first)
            days = (first,) if limit == LATEST else (limit, limit + DAY)
            for day, paid in product(days, (True, False)[: 1 + promised.binding]):
                broken = deepcopy(facts)
                if paid:
                    broken.payments.append((self.award.id, self.day, payable))
                broken.events[kind] = (day, None)
                said = "edge.day_after_paid" if paid else "edge.day_unpaid"
                about = self._about(said, event=self._event(kind), day=day)
                yield about, broken, None

    def _due(self) -> Iterator[_Found]:
        """As of the day on which each part is due, and of the eve."""
        for part in self.policy.instalments[self.award.paid_in or ""].parts:
            facts = self.facts()
            if part.event:
                self.happen(facts, part.event, self.day)
            due = corresponding_day(self.day, years=part.years, months=part.months)
            for day in (due - DAY, due):
                yield self._about("edge.as_of", day=day), facts, day

    def _with_others(self) -> Iterator[_Found]:
        """Together with the awards under its cap, and with each that stands in its place."""
        relations, award = self.policy.relations, self.award
        others = [each.id for each in relations.members[award.group]] if award.group else []
        if others and others[-1] == award.id and len(others) > 1:
            group = self.policy.groups[award.group or ""].title
            yield in_both("edge.together", group=(group.en, group.zh)), self._all(others), None
        for other in dict.fromkeys((*award.replaces, *relations.rivals.get(award.id, ()))):
            if other != award.id:
                named = (other, self.policy.award(other).title.zh)
                yield self._about("edge.both", other=named), self._all([award.id, other]), None

    def _all(self, awards: Iterable[str]) -> Facts:
        """All that several awards ask for, on one day."""
        facts = Facts()
        for each in [*awards][::-1]:
            _Beside(self.policy, self.policy.award(each)).add_to(facts, self.day)
        return facts


def _starts(end: date, limit: HappenedCondition) -> tuple[date, date]:
    """The first day after which `end` is still within the time, and the day before it."""
    day = end
    while last_day_within(limit, day) >= end:
        day -= DAY
    return day + DAY, day
