"""The columnar engine: ranges and truths as expressions, each worked out in a column of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from listing_rewards.assessment import Operation
from listing_rewards.engines.columns.comparing import is_nothing, reaches
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import (
    NOT_MET,
    Truth,
    all_of,
    any_of,
    known,
    no,
    opposite,
)
from listing_rewards.engines.columns.nominal import nominal
from listing_rewards.engines.columns.numbers import TooLong, larger, smaller, yuan
from listing_rewards.engines.columns.register import ColumnRegister, Conditions
from listing_rewards.engines.columns.spans import (
    NOTHING,
    Span,
    at_the_least,
    either,
    exactly,
    less,
    no_more_than,
    total,
    when,
    within,
)
from listing_rewards.engines.columns.splits import split
from listing_rewards.meaning.checks import checks_of, held_back, instalment_day, instalment_due
from listing_rewards.policy.grants import Award, Instalment
from listing_rewards.policy.source import Ground

V = TypeVar("V")


class ColumnArithmetic:
    """Ranges and truths of every row at once."""

    nothing = NOTHING
    not_met = NOT_MET
    all_of = staticmethod(all_of)
    any_of = staticmethod(any_of)
    opposite = staticmethod(opposite)
    total = staticmethod(total)
    less = staticmethod(less)
    within = staticmethod(within)
    at_the_least = staticmethod(at_the_least)
    meet = staticmethod(Span.meet)
    when = staticmethod(when)
    either = staticmethod(either)

    @staticmethod
    def surely(truth: Truth) -> Truth:
        """Met where it is met for certain."""
        return known(truth.sure)

    @staticmethod
    def unknown(truth: Truth) -> Truth:
        """Met where it is unknown."""
        return known(truth.unknown)

    @staticmethod
    def rules_out(truth: Truth) -> bool:
        """Whether it is met in no row."""
        return truth.maybe is False

    @staticmethod
    def exactly(number: Decimal) -> Span:
        """Yuan that are the same in every row."""
        return exactly(yuan(number))

    @staticmethod
    def is_nothing(amount: Span) -> bool:
        """Whether it is 0 in every row."""
        return amount.most.value == 0 if isinstance(amount.most.value, int) else False

    @staticmethod
    def up_to_the_most(amount: Span, of: Span) -> Span:
        """Each end at most the upper end of another range."""
        return no_more_than(amount, of.most)

    @staticmethod
    def from_to(low: Span, high: Span) -> Span:
        """From the lower end of one to the upper end of the other."""
        return Span(low.least, high.most)

    @staticmethod
    def whichever(one: Span, other: Span) -> Span:
        """The range that holds both."""
        return Span(smaller(one.least, other.least), larger(one.most, other.most))

    @staticmethod
    def reaches(one: Span, other: Span, *, beyond: bool) -> Truth:
        """Whether one is at least the other, or more than it."""
        if one.one and other.one:
            return known(reaches(one.least, other.least, beyond=beyond))
        return Truth(
            reaches(one.least, other.most, beyond=beyond),
            reaches(one.most, other.least, beyond=beyond),
        )

    @staticmethod
    def is_something(amount: Span) -> Truth:
        """Whether it may be more than 0."""
        return known(no(is_nothing(amount.most)))


@dataclass
class Result:
    """An amount as far as it is worked out: columns keep no steps."""

    span: Span


class ColumnMachine(ColumnArithmetic):
    """The facts of every row under a policy.

    Attributes:
        facts: the facts.
        checks: each check of an award by its name, in order.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts, self.policy = facts, facts.policy
        self._plan = facts.plan
        self._register = ColumnRegister(facts)
        self._conditions = Conditions(self._register)
        self.condition = self._conditions.truth
        self.checks = {
            award.id: (*checks_of(self._register, award, self.condition),)
            for award in self.policy.awards
        }
        self._truths = {
            name: self._plan.truth(all_of(truth for _, truth in checks))
            for name, checks in self.checks.items()
        }

    def truth(self, award: str) -> Truth:
        """Whether all checks of an award are met."""
        return self._truths[award]

    def paid(self, award: str) -> Span:
        """Yuan paid for an award."""
        return exactly(self.facts.paid[award])

    def in_force(self, award: str) -> Truth:
        """Whether a notice that holds back what is payable for an award is in force."""
        return held_back(self._register, award)

    def due(self, award: Award, number: int, part: Instalment) -> Truth:
        """Whether a part of an award is due."""
        m = self._register
        day = m.named_day("part_day", instalment_day(m, award, number, part))
        return self._plan.truth(m.decide(instalment_due(m, award, part, day)))

    @staticmethod
    def number(_: str, value: Decimal, __: str, ___: str = "") -> Decimal:
        """A number of the policy, as it is."""
        return value

    def nominal(self, award: Award, received: Callable[[str], Span]) -> Result:
        """What the rule of an award gives, in fen."""
        try:
            return Result(nominal(award, self.facts, self._conditions, received))
        except TooLong as error:
            error.where = error.where or award.id
            raise

    @staticmethod
    def result(steps: Result) -> Span:
        """The amount so far."""
        return steps.span

    def then(
        self,
        steps: Result,
        _: Operation,
        result: Span,
        *,
        truth: Truth,  # noqa: ARG002
        names: Sequence[str] = (),  # noqa: ARG002
        ground: Ground | None = None,  # noqa: ARG002
    ) -> None:
        """The amount after a further step."""
        steps.span = self._plan.span(result)

    @staticmethod
    def branch(steps: Result) -> Result:
        """The amount, to go on from."""
        return Result(steps.span)

    def named(self, _: str, amount: Span, __: str = "", ___: Ground | None = None) -> Span:
        """The amount as columns of its own."""
        return self._plan.span(amount)

    def named_truth(self, _: str, truth: Truth, __: str, ___: Sequence[str] = ()) -> Truth:
        """The truth as columns of its own."""
        return self._plan.truth(truth)

    def split(self, amount: Span, _: str, shares: Sequence[Decimal], __: Ground) -> list[Span]:
        """The amount by shares."""
        return split(amount, shares, self.policy.rounding.unit, self._plan)

    @staticmethod
    def shared(_: str, __: str, compute: Callable[[], V]) -> V:
        """What an award comes to in every row."""
        return compute()
