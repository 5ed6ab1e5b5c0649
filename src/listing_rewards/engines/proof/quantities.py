"""What amounts are computed from: figures, events and bands as formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Unpack

from listing_rewards.assessment import Operation
from listing_rewards.engines.proof.arithmetic import FORMULAS, ProofArithmetic, Span
from listing_rewards.engines.proof.days import Day, before, not_after, the_day
from listing_rewards.engines.proof.facts import Facts, Tabled
from listing_rewards.engines.proof.flags import Flag, Truth, every, no, some
from listing_rewards.engines.proof.happenings import Kind
from listing_rewards.engines.proof.numbers import (
    UNLIMITED,
    ZERO,
    Number,
    added,
    as_flag,
    or_nothing,
    rounded,
    select,
    stated_where,
    whole_units,
)
from listing_rewards.engines.proof.scaling import Scale
from listing_rewards.engines.symbolic import bands
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.engines.symbolic.plan import Plan
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


@dataclass
class Result:
    """An amount so far: a proof keeps no steps."""

    span: Span = FORMULAS.nothing


class ProofQuantities(ProofArithmetic):
    """What the amounts of a case are computed from.

    Attributes:
        facts: the facts.
        policy: the policy.
    """

    facts: Facts
    policy: Policy
    _award: str

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
        return amount.each(lambda end: whole_units(end, every or Decimal(1), "down"))

    def scaled(
        self, amount: Span, part: Span, whole: Span, *, full_at: Decimal, short: Short
    ) -> Span:
        """The amount by a share; held within bounds where two unknowns would be multiplied."""
        return Scale(full_at, short, self._award, self.facts).scaled(amount, part, whole)

    def rounded(self, amount: Span, mode: RoundingMode) -> Span:
        """The amount rounded to a multiple of the policy's unit."""
        unit = self.policy.rounding.unit
        return amount.each(lambda end: rounded(end, unit, mode))

    def is_rounded_within(self, _: Span, __: Span) -> bool:
        """Whether nothing is rounded up."""
        return self.policy.rounding.mode == "down"

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
        kind, day = self.facts.kinds[award.event], the_day(since)
        then = not_after(day, kind.first_held)
        if kind.another is False:
            return self.known(then)
        earlier = before(kind.first_held, day)
        may_be = every([no(earlier), kind.another])
        always = since <= self.policy.in_force.first
        return Truth(then if always else every([then, no(kind.another)]), some([then, may_be]))

    def approved(self, award: str) -> Span | None:
        """Yuan approved for an award, anything where that is not stated."""
        approved = self.facts.unknowns.approved[award]
        if approved.open is True:
            return None
        if approved.open is False:
            return exactly(approved)
        return Span(or_nothing(approved), approved)

    # ---- bases -------------------------------------------------------------------------------

    def base(self, steps: Result, name: str) -> None:
        """A figure, or an event's amounts in force together."""
        steps.span = self.facts.quantity(name)

    def each_base(
        self, steps: Result, amount: OnABase, gives: OfEachBase[Span, Result]
    ) -> Span | None:
        """What each year's or event's base gives, added up."""
        kind = self.facts.kinds[self.policy.relations.base(amount.of, amount.counted)]
        parts: list[Span] = []
        caps: list[Span] = []
        for own, base in _bases(amount, kind):
            part = Result(base)
            cap = gives(part, counted=True)
            parts.append(self.chosen(own, part.span, self.nothing))
            caps.append(self.chosen(own, cap or exactly(UNLIMITED), self.nothing))
        unknown = every([self.is_open(kind.happened), no(kind.held)])
        steps.span = self.chosen(unknown, self.anything, self.total(parts))
        if not caps or all(cap.least.open is True for cap in caps):
            return None
        none_held = some([unknown, no(kind.held)])
        return self.chosen(none_held, exactly(UNLIMITED), self.total(caps))

    def base_less(self, _: OnABase, base: Span, taken: Span) -> Span:
        """What is left of a base."""
        return self.less(base, taken)

    # ---- bands -------------------------------------------------------------------------------

    def table(self, steps: Result, amount: BandsAmount, place: Place) -> Table[Span, Truth]:
        """The bands that may hold the amount so far."""
        self.facts.tables.append(Tabled(place.award, place.path, amount, steps.span))
        return bands.table(self, Plan(), amount, steps.span)

    def among(
        self, _: Result, table: Table[Span, Truth], given: Sequence[Given[Span]]
    ) -> Given[Span]:
        """Whichever of the bands it is, and nothing where none holds."""
        return bands.among(self, table, given)

    # ---- steps -------------------------------------------------------------------------------

    def begin(self, place: Place) -> Result:
        """No amount yet."""
        self._award = place.award
        return Result()

    @staticmethod
    def state(
        steps: Result, _: Operation, value: Span, **__: Unpack[Operands[Span, Truth]]
    ) -> None:
        """An amount that is stated."""
        steps.span = value

    @staticmethod
    def then(
        steps: Result,
        _: Operation,
        result: Span,
        *,
        value: Span | None = None,  # noqa: ARG004  (for other engines)
        **__: Unpack[Operands[Span, Truth]],
    ) -> None:
        """The amount after a further step."""
        steps.span = result

    @staticmethod
    def result(steps: Result) -> Span:
        """The amount so far."""
        return steps.span

    @staticmethod
    def branch(steps: Result) -> Result:
        """The amount, to go on from."""
        return Result(steps.span)


def _bases(amount: OnABase, kind: Kind) -> Iterator[tuple[Flag, Span]]:
    """The base of each event in force, or of the first of each year, and where there is one."""
    for i, (held, day) in enumerate(zip(kind.in_force, kind.days, strict=True)):
        if amount.scope == "event":
            yield held, _together([(held, kind.amounts[i])])
            continue
        of_the_year: list[tuple[Flag, Number]] = []
        earlier: list[Flag] = []
        for j, (other, on) in enumerate(zip(kind.in_force, kind.days, strict=True)):
            here = every([other, _same_year(day, on) if i != j else True])
            of_the_year.append((here, kind.amounts[j]))
            earlier += [here] if j < i else []
        yield every([held, no(some(earlier))]), _together(of_the_year)


def _same_year(one: Day, other: Day) -> Flag:
    return every([one.exists, other.exists, as_flag(one.year == other.year)])


def _together(amounts: Sequence[tuple[Flag, Number]]) -> Span:
    least = added(stated_where(here, each) for here, each in amounts)
    if all(each.open is False for _, each in amounts):
        return exactly(least)
    return Span(least, added(select(here, each, ZERO) for here, each in amounts))
