"""How often the rules of a policy read each fact, and whether by awards that hang on each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias, get_args

from listing_rewards.policy.amounts import DatedAmount, plain_amounts
from listing_rewards.policy.conditions import (
    AbsentCondition,
    ApplicationCondition,
    AttributeCondition,
    FigureCondition,
    FlagCondition,
    HappenedCondition,
    SeasoningCondition,
    conditions_within,
)
from listing_rewards.policy.counted import CountedWindow
from listing_rewards.policy.model import Policy

Kind: TypeAlias = Literal[
    "attribute", "flag", "event", "amount", "earned", "application", "condition"
]
ORDER: tuple[Kind, ...] = get_args(Kind)


class Fact(NamedTuple):
    """Something that may be unknown.

    Attributes:
        kind: `amount` is the range of a figure or of an event's amounts, `earned` whether an
            event earns awards, `application` whether an award was applied for in time, `condition`
            whether another condition is met.
        name: its name.
    """

    kind: Kind
    name: str


class Reads:
    """Which awards read which facts, and how often.

    Attributes:
        tangled: the awards that hang on others, by replacing, choosing or subtracting.
        taken_off: the awards that are subtracted from others.
        plain_events: the events of which nothing is read but whether they earn an award, and
            whether their day is one of some days, so that they may have happened on any day or not
            at all, as far as the order of events leaves it open.
        on_policys_days: the events of which it is read whether they lie on one of the policy's
            days: since they earn an award, or how often they happened on those days counts.
        ordered: the events before or after which an event must have come.
        later: of these, the ones that it cannot come after.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._by_award = {each.id: Counter(self._of(each.id)) for each in policy.awards}
        hangs = policy.relations.hangs_on
        tangled = {name for name in self._by_award if hangs(name)}
        self.tangled = tangled | {other for name in tangled for other in hangs(name)}
        amounts = (each for award in policy.awards for each in plain_amounts(award.amount))
        self.taken_off = tuple(dict.fromkeys(name for each in amounts for name in each.less))
        self.plain_events = frozenset(self._plain_events())
        self.on_policys_days = frozenset(self._on_policys_days())
        kinds = policy.events
        self.later = {
            kind: frozenset(name for name, each in kinds.items() if kind in each.after)
            for kind in kinds
        }
        self.ordered = {kind: self.later[kind] | {*each.after} for kind, each in kinds.items()}

    def _plain_events(self) -> Iterator[str]:
        policy = self._policy
        bound = {kind for kind, event in policy.events.items() if event.ended_by}
        bound |= {event.ended_by for event in policy.events.values() if event.ended_by}
        bound |= {each.after for each in policy.relations.undertakings.values() if each.after}
        promised = {a for each in policy.relations.undertakings.values() for a in each.awards}
        for award in policy.awards:
            dated = isinstance(award.amount, DatedAmount)
            if dated or award.paid_in or award.id in promised:
                bound.update(award.events)
        for condition in policy.conditions.values():
            if not (isinstance(condition, HappenedCondition) and condition.only_on_days):
                bound.update(name for _, _, name in condition.references())
        for amount in (each for award in policy.awards for each in plain_amounts(award.amount)):
            bound.update(name for _, _, name in amount.references())
        yield from (kind for kind in policy.events if kind not in bound)

    def _on_policys_days(self) -> Iterator[str]:
        policy, base = self._policy, self._policy.relations.base
        for award in policy.awards:
            yield from award.events
            for amount in plain_amounts(award.amount):
                yield from (base(name, amount.counted) for name in amount.read())

    def facts(self, live: list[str]) -> list[tuple[Fact, bool]]:
        """The facts that some awards read, in an order; and whether more than one place does.

        More than one place also where an award reads it that hangs on others, and of an
        application, on the day of which other conditions are tested.
        """
        often: Counter[Fact] = Counter()
        entangled: set[Fact] = set()
        for name in live:
            often.update(self._by_award[name])
            if name in self.tangled:
                entangled.update(self._by_award[name])
        found = sorted(often, key=lambda fact: ORDER.index(fact.kind))
        stated_as = self._policy.relations.stated_as
        counted = Counter(stated_as(fact.name) for fact in found if fact.kind == "amount")
        entangled |= {
            fact for fact in found if fact.kind == "amount" and counted[stated_as(fact.name)] > 1
        }
        entangled |= {fact for fact in found if fact.kind == "application"}
        return [(fact, often[fact] > 1 or fact in entangled) for fact in found]

    def _of(self, award_id: str) -> Iterator[Fact]:
        policy, relations = self._policy, self._policy.relations
        award = relations.awards[award_id]
        for name in (*relations.needs[award_id], *relations.asked_by_amount[award_id]):
            for leaf in self._leaves(name):
                yield from self._of_condition(leaf, award_id)
        for amount in plain_amounts(award.amount):
            for name in (Counter(amount.asks) - Counter(set(amount.asks))).elements():
                for leaf in self._leaves(name):
                    yield from self._of_condition(leaf, award_id)
            for read in amount.read():
                yield from self._of_amount(relations.base(read, amount.counted))
        yield Fact("earned", award.event)
        yield from (Fact("event", kind) for kind in award.events)
        for name in relations.binding[award_id]:
            yield from (Fact("event", kind) for kind in relations.undertakings[name].events)
        if award.paid_in:
            for part in policy.instalments[award.paid_in].parts:
                yield from (Fact("event", kind) for kind in (part.event,) if kind)

    def _leaves(self, name: str) -> Iterator[str]:
        inner = conditions_within(self._policy.conditions[name])
        if not inner:
            yield name
        for each in inner:
            yield from self._leaves(each)

    def _of_condition(self, name: str, award: str) -> Iterator[Fact]:
        condition = self._policy.conditions[name]
        asked = self._policy.relations.ask(name, award)
        kinds: tuple[str | None, ...] = ()
        if isinstance(condition, FlagCondition):
            yield Fact("flag", condition.flag)
        elif isinstance(condition, AttributeCondition):
            yield Fact("attribute", condition.attribute)
        elif isinstance(condition, FigureCondition):
            yield Fact("condition", name)
            base = self._policy.relations.base(condition.figure, condition.counted)
            yield from self._of_amount(base)
        elif isinstance(condition, HappenedCondition):
            kinds = (condition.happened, condition.after)
        elif isinstance(condition, AbsentCondition):
            kinds = (condition.absent,)
        elif isinstance(condition, ApplicationCondition):
            yield Fact("application", asked)
            yield from (Fact("event", kind) for kind in (condition.applied.after,) if kind)
        elif isinstance(condition, SeasoningCondition):
            kinds = (condition.seasoning, condition.restarted_by, *condition.tested_kinds)
        if kinds:
            yield Fact("condition", asked)
        yield from (Fact("event", kind) for kind in kinds if kind)

    def _of_amount(self, base: str) -> Iterator[Fact]:
        relations = self._policy.relations
        yield Fact("amount", base)
        stated = relations.stated_as(base)
        if stated in self._policy.events:
            yield Fact("event", stated)
        if base in relations.bases and isinstance(
            around := relations.bases[base].counted, CountedWindow
        ):
            yield Fact("event", around.event)


def reads_of(policy: Policy) -> Reads:
    """How often the rules of a policy read each fact."""
    return policy.memo.of("reads", lambda: Reads(policy))
