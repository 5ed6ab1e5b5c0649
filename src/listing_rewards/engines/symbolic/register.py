"""The facts as conditions are read on them: what events, days and flags say."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Generic

from listing_rewards.engines.symbolic.arithmetic import Arithmetic, X
from listing_rewards.engines.symbolic.happenings import Facts
from listing_rewards.engines.symbolic.plan import Plan
from listing_rewards.engines.symbolic.truths import F, Flag, Truth
from listing_rewards.meaning.register import D
from listing_rewards.policy.constructs import Range
from listing_rewards.policy.grants import Notice
from listing_rewards.policy.model import Policy


class Register(Arithmetic[X, F], Generic[D, X, F]):
    """What is stated, as far as it is read alike of expressions and of formulas.

    Attributes:
        facts: the facts.
        plan: what is computed once.
    """

    facts: Facts[D, X, F]
    policy: Policy
    plan: Plan[X, F]

    def __init__(self, facts: Facts[D, X, F], plan: Plan[X, F]) -> None:
        self.facts, self.policy, self.plan = facts, facts.policy, plan
        self.flag, self.attribute = facts.flag, facts.attribute

    @staticmethod
    @abstractmethod
    def the_day(day: date) -> D:
        """A day that is the same whatever the facts are."""

    # ---- events ----

    def stated(self, kind: str) -> Flag[F]:
        """Where an event of this kind has happened for certain."""
        return self.facts.kinds[kind].some

    def happened(self, kind: str) -> Truth[F]:
        """Whether an event of this kind has happened."""
        return self.facts.kinds[kind].happened

    def falls_in_force(self, kind: str) -> Flag[F]:
        """Where an event lies on the policy's days."""
        return self.facts.kinds[kind].held

    def may_have_another_day(self, kind: str) -> Flag[F]:
        """Where it is unknown if a further event of this kind has happened."""
        return self.facts.kinds[kind].another

    def first_in_force(self, kind: str) -> D:
        """The earliest of those days."""
        return self.facts.kinds[kind].first_held

    def amount_within(self, kind: str, bounds: Range, _: str) -> Truth[F]:
        """Whether the amounts of a kind's events in force, together, lie within bounds."""
        return self.lies_within(self.facts.kinds[kind].amount, bounds)

    # ---- numbers and days of the policy ----

    @staticmethod
    def count(_: str, value: int, __: str, ___: str) -> int:
        """A number of the policy, as it is."""
        return value

    def day(self, _: str, value: date, __: str, ___: str) -> D:
        """A day of the policy, as it is."""
        return self.the_day(value)

    def in_force_since(self, notice: Notice) -> D:
        """The day from which a notice is in force."""
        return self.the_day(notice.since)

    # ---- names ----

    def named_day(self, _: str, day: D, __: Sequence[str] = ()) -> D:
        """The day, which is used again."""
        return day

    def named_condition(self, _: str, truth: Truth[F]) -> Truth[F]:
        """The truth, which is used again."""
        return self.plan.truth(truth)
