"""What amounts are computed from in every row: figures, events and bands as expressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Unpack

from listing_rewards.assessment import Operation
from listing_rewards.engines.columns.arithmetic import EXPRESSIONS, ColumnArithmetic, Span
from listing_rewards.engines.columns.comparing import select, stated_or, stated_where
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import Flag, Truth, every, no, some
from listing_rewards.engines.columns.happenings import Kind
from listing_rewards.engines.columns.numbers import UNLIMITED, ZERO, Number, added
from listing_rewards.engines.columns.plan import Plan
from listing_rewards.engines.columns.quotients import rounded, whole_units
from listing_rewards.engines.columns.scaling import is_in_units, scaled
from listing_rewards.engines.symbolic import bands
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.meaning.machine import (
    Given,
    OfEachBase,
    OnABase,
    Operands,
    Place,
    Short,
    Table,
)
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.values.money import RoundingMode

_ON_THE_WAY: frozenset[Operation] = frozenset({"minus", "above", "each", "rate", "floor"})
"""Steps of which the amount is used once, by the next one, and needs no column of its own."""


@dataclass
class Result:
    """An amount so far: columns keep no steps.

    Attributes:
        span: the amount.
        inline: whether no step has a column of its own, since the amount is one of many parts.
    """

    span: Span = EXPRESSIONS.nothing
    inline: bool = False


class ColumnQuantities(ColumnArithmetic):
    """What the amounts of every row are computed from.

    Attributes:
        facts: the facts.
        policy: the policy.
        plan: where columns are computed.
    """

    facts: Facts
    policy: Policy
    plan: Plan

    # ---- numbers of the policy ---------------------------------------------------------------

    @staticmethod
    def number(_: str, value: Decimal, __: str, ___: str = "") -> Decimal:
        """A number of the policy, as it is."""
        return value

    @staticmethod
    def stated(_: Place, __: str, value: Decimal, ___: str = "", *, of: str = "") -> Decimal:  # noqa: ARG004  (for other engines)
        """A number of an amount, as it is."""
        return value

    @staticmethod
    def whole_units(amount: Span, every: Decimal | None) -> Span:
        """How many full `every` there are."""
        full = Fraction(every or 1)
        return amount.each(lambda end: whole_units(end, full, "down"))

    def scaled(
        self, amount: Span, part: Span, whole: Span, *, full_at: Decimal, short: Short
    ) -> Span:
        """The amount by a share, which is only divided where the amount is rounded."""
        return scaled(amount, part, whole, full_at, short, self.plan)

    def rounded(self, amount: Span, mode: RoundingMode) -> Span:
        """The amount rounded to a multiple of the policy's unit, in fen."""
        unit, plan = self.policy.rounding.unit, self.plan
        return amount.each(lambda end: plan.number(rounded(end, unit, mode, plan)))

    def is_rounded_within(self, _: Span, cap: Span) -> bool:
        """Whether the cap is a whole number of units, or nothing is rounded up."""
        rounding = self.policy.rounding
        return rounding.mode == "down" or all(is_in_units(end, rounding.unit) for end in cap)

    # ---- figures and events ------------------------------------------------------------------

    def quantity(self, name: str) -> Span:
        """A figure or an event's amount, at least 0; anything where it is not stated."""
        return self.facts.quantity(name)

    def count(self, event: str) -> Span:
        """How many events of a kind are in force; any number where one may have happened."""
        kind = self.facts.kinds[event]
        if kind.happened.settled:
            return exactly(kind.times_held)
        return Span(
            kind.times_held, select(self.is_open(kind.happened), UNLIMITED, kind.times_held)
        )

    def earned_since(self, award: Award, _: int, since: date) -> Truth:
        """Whether the first day in force of an award's event is not before a day."""
        kind = self.facts.kinds[award.event]
        then = (kind.first_held >= since).fill_null(value=False)
        if kind.another is False:
            return self.known(then)
        earlier = (kind.first_held < since).fill_null(value=False)
        may_be = every([no(earlier), kind.another])
        always = since <= self.policy.in_force.first
        return Truth(then if always else every([then, no(kind.another)]), some([then, may_be]))

    def approved(self, award: str) -> Span | None:
        """Yuan approved for an award, anything where that is not stated."""
        approved = self.facts.approved[award]
        return None if approved.value is None else Span(stated_or(approved, ZERO), approved)

    # ---- bases -------------------------------------------------------------------------------

    def base(self, steps: Result, name: str) -> None:
        """A figure, or an event's amounts in force together."""
        steps.span = self.facts.quantity(name)

    def each_base(
        self, steps: Result, amount: OnABase, gives: OfEachBase[Span, Result]
    ) -> Span | None:
        """What each year's or event's base gives, added up."""
        read = self.policy.relations.base(amount.of, amount.counted)
        kind, plan = self.facts.kinds[read], self.plan
        parts: list[Span] = []
        caps: list[Span] = []
        for own, base in _bases(amount, kind, plan):
            part = Result(plan.span(base), inline=True)
            cap = gives(part, counted=True)
            parts.append(plan.span(self.chosen(own, part.span, self.nothing)))
            caps.append(self.chosen(own, cap or exactly(UNLIMITED), self.nothing))
        unknown = every([self.is_open(kind.happened), no(kind.held)])
        steps.span = plan.span(self.chosen(unknown, self.anything, self.total(parts)))
        if not caps or all(cap.least.value is None for cap in caps):
            return None
        none_held = some([unknown, no(kind.held)])
        return self.chosen(none_held, exactly(UNLIMITED), self.total(caps))

    def base_less(self, _: OnABase, base: Span, taken: Span) -> Span:
        """What is left of a base."""
        return self.less(base, taken)

    # ---- bands -------------------------------------------------------------------------------

    def table(self, steps: Result, amount: BandsAmount, _: Place) -> Table[Span, Truth]:
        """The bands that may hold the amount so far."""
        steps.span = self.plan.span(steps.span)
        return bands.table(self, self.plan, amount, steps.span)

    def among(
        self, _: Result, table: Table[Span, Truth], given: Sequence[Given[Span]]
    ) -> Given[Span]:
        """Whichever of the bands it is, and nothing where none holds."""
        return bands.among(self, table, given)

    # ---- steps -------------------------------------------------------------------------------

    def begin(self, place: Place) -> Result:
        """No amount yet."""
        self.plan.award = place.award
        return Result()

    @staticmethod
    def state(
        steps: Result, _: Operation, value: Span, **__: Unpack[Operands[Span, Truth]]
    ) -> None:
        """An amount that is stated."""
        steps.span = value

    def then(
        self,
        steps: Result,
        op: Operation,
        result: Span,
        *,
        value: Span | None = None,  # noqa: ARG002  (for other engines)
        **_: Unpack[Operands[Span, Truth]],
    ) -> None:
        """The amount after a further step."""
        inline = steps.inline or op in _ON_THE_WAY
        steps.span = result if inline else self.plan.span(result)

    @staticmethod
    def result(steps: Result) -> Span:
        """The amount so far."""
        return steps.span

    @staticmethod
    def branch(steps: Result) -> Result:
        """The amount, to go on from."""
        return Result(steps.span)


def _bases(amount: OnABase, kind: Kind, plan: Plan) -> Iterator[tuple[Flag, Span]]:
    """The base of each event in force, or of the first of each year, and where there is one."""
    for i, (held, day) in enumerate(zip(kind.in_force, kind.days, strict=True)):
        if amount.scope == "event":
            yield held, _together([(held, kind.amounts[i])])
            continue
        of_the_year: list[tuple[Flag, Number]] = []
        earlier: list[Flag] = []
        for j, (other, on) in enumerate(zip(kind.in_force, kind.days, strict=True)):
            same: Flag = True
            if i != j:
                same = (day.dt.year() == on.dt.year()).fill_null(value=False)
            here = plan.flag(every([other, same]))
            of_the_year.append((here, kind.amounts[j]))
            earlier += [here] if j < i else []
        yield plan.flag(every([held, no(some(earlier))])), _together(of_the_year)


def _together(amounts: Sequence[tuple[Flag, Number]]) -> Span:
    least = added(stated_where(here, each) for here, each in amounts)
    return Span(least, added(select(here, each, ZERO) for here, each in amounts))
