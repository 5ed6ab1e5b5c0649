"""What amounts are computed from, and how far they are: figures, events and bands."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Unpack

from listing_rewards.assessment import Operation
from listing_rewards.engines.symbolic import bands
from listing_rewards.engines.symbolic.arithmetic import Arithmetic, Span, X, exactly
from listing_rewards.engines.symbolic.happenings import Facts, Kind
from listing_rewards.engines.symbolic.plan import Plan
from listing_rewards.engines.symbolic.truths import F, Flag, Truth, known
from listing_rewards.meaning.machine import (
    Given,
    OfEachBase,
    OnABase,
    Operands,
    Place,
    Table,
)
from listing_rewards.meaning.register import D
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy


@dataclass
class Result(Generic[X]):
    """An amount so far: expressions keep no steps.

    Attributes:
        span: the amount.
        inline: whether no step is computed on its own, since the amount is one of many parts.
    """

    span: Span[X]
    inline: bool = False


class Quantities(Arithmetic[X, F], Generic[D, X, F]):
    """What amounts are computed from.

    Attributes:
        facts: the facts.
        policy: the policy.
        plan: what is computed once.
    """

    facts: Facts[D, X, F]
    policy: Policy
    plan: Plan[X, F]

    # ---- what an engine gives ----

    @abstractmethod
    def is_before(self, day: D, other: date) -> Flag[F]:
        """Whether there is a day, and it is before another."""

    @abstractmethod
    def is_since(self, day: D, other: date) -> Flag[F]:
        """Whether there is a day, and it is not before another."""

    @abstractmethod
    def of_one_year(self, one: D, other: D) -> Flag[F]:
        """Whether there are both days, in one year."""

    # ---- numbers of the policy ----

    @staticmethod
    def number(_: str, value: Decimal, __: str, ___: str = "") -> Decimal:
        """A number of the policy, as it is."""
        return value

    @staticmethod
    def stated(_: Place, __: str, value: Decimal, ___: str = "", *, of: str = "") -> Decimal:  # noqa: ARG004  (for other engines)
        """A number of an amount, as it is."""
        return value

    # ---- figures and events ----

    def quantity(self, name: str) -> Span[X]:
        """A figure or an event's amount, at least 0; anything where it is not stated."""
        return self.facts.quantity(name)

    def count(self, event: str) -> Span[X]:
        """How many events of a kind are in force; where one may have happened, how many can."""
        kind = self.facts.kinds[event]
        times, unknown = kind.times_held, self.is_open(kind.happened)
        if kind.happened.settled:
            return exactly(times)
        once = self.policy.relations.at_most_once(event)
        most = self.one.most if once else self.anything.most
        return Span(times, self.select(unknown, most, times))

    def earned_since(self, award: Award, _: int, since: date) -> Truth[F]:
        """Whether the first day in force of an award's event is not before a day."""
        kind = self.facts.kinds[award.event]
        then = self.is_since(kind.first_held, since)
        if kind.another is False:
            return known(then)
        may_be = self.every([self.no(self.is_before(kind.first_held, since)), kind.another])
        always = since <= self.policy.in_force.first
        sure = then if always else self.every([then, self.no(kind.another)])
        return Truth(sure, self.some([then, may_be]))

    # ---- bases ----

    def base(self, steps: Result[X], name: str) -> None:
        """A figure, or an event's amounts in force together."""
        steps.span = self.facts.quantity(name)

    def each_base(
        self, steps: Result[X], amount: OnABase, gives: OfEachBase[Span[X], Result[X]]
    ) -> Span[X] | None:
        """What each year's or event's base gives, added up."""
        kind = self.facts.kinds[self.policy.relations.base(amount.of, amount.counted)]
        plan, no_limit = self.plan, exactly(self.anything.most)
        parts: list[Span[X]] = []
        caps: list[Span[X]] = []
        for own, base in self._bases(amount, kind):
            part = Result(plan.span(base), inline=True)
            cap = gives(part, counted=True)
            parts.append(plan.span(self.chosen(own, part.span, self.nothing)))
            caps.append(self.chosen(own, cap or no_limit, self.nothing))
        none_held = self.no(kind.held)
        unknown = self.every([self.is_open(kind.happened), none_held])
        steps.span = plan.span(self.chosen(unknown, self.anything, self.total(parts)))
        if not caps or all(self.has_no_limit(cap.least) is True for cap in caps):
            return None
        return self.chosen(self.some([unknown, none_held]), no_limit, self.total(caps))

    def _bases(self, amount: OnABase, kind: Kind[D, X, F]) -> Iterator[tuple[Flag[F], Span[X]]]:
        """The base of each event in force, or of the first of each year, and where there is one."""
        for i, (held, day) in enumerate(zip(kind.in_force, kind.days, strict=True)):
            if amount.scope == "event":
                yield held, self.added_where([(held, kind.amounts[i])])
                continue
            of_the_year: list[tuple[Flag[F], X]] = []
            earlier: list[Flag[F]] = []
            for j, (other, on) in enumerate(zip(kind.in_force, kind.days, strict=True)):
                same: Flag[F] = True if i == j else self.of_one_year(day, on)
                here = self.plan.flag(self.every([other, same]))
                of_the_year.append((here, kind.amounts[j]))
                earlier += [here] if j < i else []
            first = self.every([held, self.no(self.some(earlier))])
            yield self.plan.flag(first), self.added_where(of_the_year)

    def base_less(self, _: OnABase, base: Span[X], taken: Span[X]) -> Span[X]:
        """What is left of a base."""
        return self.less(base, taken)

    # ---- bands ----

    def table(self, steps: Result[X], amount: BandsAmount, _: Place) -> Table[Span[X], Truth[F]]:
        """The bands that may hold the amount so far."""
        steps.span = self.plan.span(steps.span)
        return bands.table(self, self.plan, amount, steps.span)

    def among(
        self, _: Result[X], table: Table[Span[X], Truth[F]], given: Sequence[Given[Span[X]]]
    ) -> Given[Span[X]]:
        """Whichever of the bands it is, and nothing where none holds."""
        return bands.among(self, table, given)

    # ---- steps ----

    def begin(self, _: Place) -> Result[X]:
        """No amount yet."""
        return Result(self.nothing)

    @staticmethod
    def state(
        steps: Result[X], _: Operation, value: Span[X], **__: Unpack[Operands[Span[X], Truth[F]]]
    ) -> None:
        """An amount that is stated."""
        steps.span = value

    def then(
        self,
        steps: Result[X],
        _: Operation,
        result: Span[X],
        *,
        value: Span[X] | None = None,  # noqa: ARG002  (for other engines)
        **__: Unpack[Operands[Span[X], Truth[F]]],
    ) -> None:
        """The amount after a further step."""
        steps.span = result

    @staticmethod
    def result(steps: Result[X]) -> Span[X]:
        """The amount so far."""
        return steps.span

    @staticmethod
    def as_read_by(_: Result[X], truth: Truth[F]) -> Truth[F]:
        """The truth itself."""
        return truth

    @staticmethod
    def branch(steps: Result[X]) -> Result[X]:
        """The amount, to go on from."""
        return Result(steps.span)
