"""The exact engine: ranges of Decimals, with the steps that led to them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

from listing_rewards.assessment import Operation
from listing_rewards.bounds import NOTHING, Bounds, either, exactly, total
from listing_rewards.engines.exact.checks import checked, dated
from listing_rewards.engines.exact.conditions import Conditions
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.instalments import due_on
from listing_rewards.engines.exact.nominal import nominal_steps
from listing_rewards.engines.exact.splits import split
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.awards import Awards
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground
from listing_rewards.rules.conditions import granted_when
from listing_rewards.truth import MET, NOT_MET, UNKNOWN, Truth, all_of, any_of, opposite

V = TypeVar("V")


class ExactArithmetic:
    """Ranges of Decimals and plain truths."""

    nothing = NOTHING
    not_met: Truth = NOT_MET
    all_of = staticmethod(all_of)
    any_of = staticmethod(any_of)
    opposite = staticmethod(opposite)
    exactly = staticmethod(exactly)
    total = staticmethod(total)
    less = staticmethod(Bounds.less)
    within = staticmethod(Bounds.within)
    at_the_least = staticmethod(Bounds.at_the_least)
    meet = staticmethod(Bounds.meet)
    when = staticmethod(granted_when)

    @staticmethod
    def surely(truth: Truth) -> Truth:
        """Met where it is met."""
        return MET if truth is MET else NOT_MET

    @staticmethod
    def unknown(truth: Truth) -> Truth:
        """Met where it is unknown."""
        return MET if truth is UNKNOWN else NOT_MET

    @staticmethod
    def rules_out(truth: Truth) -> bool:
        """Whether it is not met."""
        return truth is NOT_MET

    @staticmethod
    def is_nothing(amount: Bounds) -> bool:
        """Whether it is 0."""
        return amount.nothing

    @staticmethod
    def up_to_the_most(amount: Bounds, of: Bounds) -> Bounds:
        """Each end at most the upper end of another range."""
        return amount if of.at_most is None else amount.capped(of.at_most)

    @staticmethod
    def from_to(low: Bounds, high: Bounds) -> Bounds:
        """From the lower end of one to the upper end of the other."""
        return Bounds(low.at_least, high.at_most)

    @staticmethod
    def either(truth: Truth, one: Bounds, other: Bounds) -> Bounds:
        """One if met, the other if not, whichever it is if that is unknown."""
        if truth is UNKNOWN:
            return either((one, other))
        return one if truth is MET else other

    @staticmethod
    def whichever(one: Bounds, other: Bounds) -> Bounds:
        """The range that holds both."""
        return either((one, other))

    @staticmethod
    def reaches(one: Bounds, other: Bounds, *, beyond: bool) -> Truth:
        """Whether one is at least the other, or more than it."""
        low, high = other.at_least, other.at_most
        if high is not None and (one.at_least > high or (one.at_least == high and not beyond)):
            return MET
        most = one.at_most
        if most is not None and (most < low or (most == low and beyond)):
            return NOT_MET
        return UNKNOWN

    @staticmethod
    def is_something(amount: Bounds) -> Truth:
        """Whether it may be more than 0."""
        return NOT_MET if amount.nothing else MET


class ExactMachine(ExactArithmetic):
    """The facts of one case under a policy, and the steps of its amounts.

    Attributes:
        facts: the case as the policy reads it.
        conditions: the policy's conditions on it.
        checked: what was checked for each award.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.policy = facts.policy
        self.conditions = Conditions(facts)
        on_days = dated(facts)
        self.checked = {
            name: checked(name, on_days, facts, self.conditions) for name in facts.relations.awards
        }
        self.condition = self.conditions.truth
        self._unit = facts.policy.rounding.unit

    def truth(self, award: str) -> Truth:
        """Whether all checks of an award are met."""
        return self.checked[award].truth

    def paid(self, award: str) -> Bounds:
        """Yuan paid for an award."""
        return exactly(self.facts.paid[award])

    def in_force(self, award: str) -> Truth:
        """Whether a notice that holds back what is payable for an award is in force."""
        return NOT_MET if withholding(award, self.facts) is None else MET

    def due(self, award: Award, _: int, part: Instalment) -> Truth:
        """Whether a part of an award is due."""
        return due_on(part, award, self.facts)[0]

    @staticmethod
    def number(_: str, value: Decimal, __: str, ___: str = "") -> Decimal:
        """A number of the policy, as it is."""
        return value

    def nominal(self, award: Award, received: Callable[[str], Bounds]) -> Trail:
        """The steps to what the rule of an award gives."""
        return nominal_steps(award, self.facts, self.conditions, received)

    @staticmethod
    def result(steps: Trail) -> Bounds:
        """The amount after the last step."""
        return steps.result

    @staticmethod
    def then(
        steps: Trail,
        op: Operation,
        result: Bounds,
        *,
        truth: Truth,
        names: Sequence[str] = (),
        ground: Ground | None = None,
    ) -> None:
        """A step that works on the result of the last one."""
        steps.then(op, result, truth=truth, names=tuple(names), ground=ground)

    @staticmethod
    def branch(steps: Trail) -> Trail:
        """The same steps, to go on from."""
        return Trail(steps.steps)

    @staticmethod
    def named(_: str, amount: Bounds, __: str = "", ___: Ground | None = None) -> Bounds:
        """The amount; the answer names it itself."""
        return amount

    @staticmethod
    def named_truth(_: str, truth: Truth, __: str, ___: Sequence[str] = ()) -> Truth:
        """The truth; the answer names it itself."""
        return truth

    def split(self, amount: Bounds, _: str, shares: Sequence[Decimal], __: Ground) -> list[Bounds]:
        """The amount by shares."""
        return split(amount, shares, unit=self._unit)

    def shared(self, what: str, award: str, compute: Callable[[], V]) -> V:
        """What an award comes to, kept with the policy where nothing else goes into it."""
        follows_from = self.follows_from([award])
        if follows_from is None:
            return compute()
        return self.facts.kept.of((what, award, *follows_from), compute)

    def follows_from(self, names: Iterable[str]) -> list[Hashable] | None:
        """What with the policy alone settles what awards are granted and how they stand, if so.

        Of each that is whether it is due, whether its event has not happened, and what was paid
        for it.
        """
        found: list[Hashable] = []
        relations, paid = self.facts.relations, self.facts.paid
        for name in names:
            own = self.checked[name]
            not_reached = own.not_reached
            if name not in (relations.self_evident if not_reached else relations.self_contained):
                return None
            found += (own.truth, not_reached, paid[name])
        return found


class ExactAwards(Awards[Bounds, Truth, Decimal, Trail]):
    """The awards of one policy on one case.

    Attributes:
        exact: the engine.
        facts: the case as the policy reads it.
        conditions: the policy's conditions on it.
        relations: what in the policy hangs on what.
        checked: what was checked for each award.
    """

    def __init__(self, facts: Facts) -> None:
        self.exact = ExactMachine(facts)
        super().__init__(self.exact)
        self.facts = facts
        self.conditions = self.exact.conditions
        self.relations = facts.relations
        self.checked = self.exact.checked


def withholding(award: str, facts: Facts) -> str | None:
    """The notice that holds back what is payable on the as-of date."""
    for notice in facts.relations.withholding[award]:
        if facts.as_of >= notice.since:
            return notice.id
    return None
