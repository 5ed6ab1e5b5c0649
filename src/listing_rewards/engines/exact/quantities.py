"""What amounts are computed from, exactly: figures, events and bands, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from listing_rewards.case import Event
from listing_rewards.engines.exact.arithmetic import ExactArithmetic
from listing_rewards.engines.exact.facts import Facts
from listing_rewards.engines.exact.trail import Trail
from listing_rewards.meaning.machine import Given, OfEachBase, OnABase, Place, Row, Table
from listing_rewards.policy.amounts import BandsAmount
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy
from listing_rewards.rules.amounts import count_of, rounded, rows_holding
from listing_rewards.values.money import ZERO, RoundingMode
from listing_rewards.values.range import ANYTHING, NOTHING, Bounds, either, exactly, total
from listing_rewards.values.truth import MET, NOT_MET, UNKNOWN, Truth

_ONE = Decimal(1)
_ONCE_AT_MOST = Bounds(ZERO, _ONE)


class ExactQuantities(ExactArithmetic):
    """What the amounts of one case are computed from.

    Attributes:
        facts: the case as the policy reads it.
        policy: the policy.
    """

    state = staticmethod(Trail.state)
    then = staticmethod(Trail.then)

    facts: Facts
    policy: Policy

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
    def whole_units(amount: Bounds, every: Decimal | None) -> Bounds:
        """How many full `every` there are."""
        return count_of(amount, every or _ONE)

    def rounded(self, amount: Bounds, mode: RoundingMode) -> Bounds:
        """The amount rounded to a multiple of the policy's unit."""
        return rounded(amount, unit=self.policy.rounding.unit, mode=mode)

    @staticmethod
    def is_the_same(one: Bounds, other: Bounds) -> bool:
        """Whether two ranges are equal."""
        return one == other

    @staticmethod
    def is_rounded_within(amount: Bounds, cap: Bounds) -> bool:
        """Whether rounding left the amount within its cap."""
        return amount == amount.within(cap)

    # ---- figures and events ------------------------------------------------------------------

    def quantity(self, name: str) -> Bounds:
        """A figure or an event's amount, at least 0; anything where it is not stated."""
        stated = self.facts.amount_of(name)
        return (
            Bounds(ZERO, self.policy.figures[name].limit)
            if stated is None
            else stated.less(NOTHING)
        )

    def count(self, event: str) -> Bounds:
        """How many events of a kind are in force; where one may have happened, how many can."""
        if self.facts.happened(event) is UNKNOWN:
            return _ONCE_AT_MOST if self.policy.relations.at_most_once(event) else ANYTHING
        return exactly(Decimal(len(self.facts.in_force(event))))

    def earned_since(self, award: Award, _: int, since: date) -> Truth:
        """Whether the first day in force of an award's event is not before a day."""
        events = self.facts.in_force(award.event)
        if events and events[0].on < since:
            return NOT_MET
        always = bool(events) and since <= self.policy.in_force.first
        if self.facts.may_have_another_day(award.event) and not always:
            return UNKNOWN
        return Truth.of(bool(events))

    def approved(self, award: str) -> Bounds | None:
        """Yuan approved for an award, if that is stated."""
        stated = self.facts.approved.get(award)
        return None if stated is None else exactly(stated)

    # ---- bases -------------------------------------------------------------------------------

    def base(self, steps: Trail, name: str) -> None:
        """The steps to a figure, or to the amounts of an event's days in force together."""
        if name in self.policy.figures:
            truth = Truth.of(self.facts.amount_of(name) is not None)
            steps.state("figure", self.quantity(name), name=name, truth=truth)
            return
        events = self.facts.in_force(name)
        if events:
            _add_events(events, steps)
        elif self.facts.happened(name) is UNKNOWN:
            _add_events([None], steps)
        else:
            steps.sum(())

    def each_base(
        self, steps: Trail, amount: OnABase, gives: OfEachBase[Bounds, Trail]
    ) -> Bounds | None:
        """The steps to each year's or event's base and to what it gives; then together."""
        base = self.policy.relations.base(amount.of, amount.counted)
        events = self.facts.in_force(base)
        if not events and self.facts.happened(base) is UNKNOWN:
            _add_events([None], steps)
            gives(steps, counted=False)
            return None
        last: list[int] = []
        caps: list[Bounds] = []
        for own in _bases(events, amount):
            _add_events(own, steps)
            cap = gives(steps, counted=True)
            caps += [] if cap is None else [cap]
            last.append(steps.last)
        if len(last) != 1:
            steps.sum(last)
        return total(caps) if caps and len(caps) == len(last) else None

    @staticmethod
    def base_less(_: OnABase, base: Bounds, taken: Bounds) -> Bounds:
        """What is left of a base."""
        return base.less(taken)

    # ---- bands -------------------------------------------------------------------------------

    def table(self, steps: Trail, amount: BandsAmount, _: Place) -> Table[Bounds, Truth]:
        """The rows of a table of bands that may hold the result of the last step."""
        holding = rows_holding(steps.result, amount.bands)
        rows = tuple([Row(number, MET, part) for number, part in holding.rows])
        return Table(rows, Truth.of(holding.none))

    @staticmethod
    def among(
        _: Trail, table: Table[Bounds, Truth], given: Sequence[Given[Bounds]]
    ) -> Given[Bounds]:
        """Whichever of the rows it is, and nothing where none may hold."""
        amounts = [each.amount for each in given]
        if table.none is MET:
            amounts.append(NOTHING)
        caps = [each.cap.at_least for each in given if each.cap is not None]
        if not caps:
            return Given(either(amounts))
        fixed = [each.fixed.at_least for each in given if each.fixed is not None]
        most = max(caps) if len(caps) == len(given) else None
        return Given(either(amounts), cap=Bounds(min(caps + fixed), most))

    # ---- steps -------------------------------------------------------------------------------

    @staticmethod
    def begin(_: Place) -> Trail:
        """No steps yet."""
        return Trail()

    @staticmethod
    def result(steps: Trail) -> Bounds:
        """The amount after the last step."""
        return steps.steps[-1].result

    @staticmethod
    def as_read_by(_: Trail, truth: Truth) -> Truth:
        """The truth itself."""
        return truth

    @staticmethod
    def branch(steps: Trail) -> Trail:
        """The same steps, to go on from."""
        return Trail(steps.steps)


def _add_events(events: Sequence[Event | None], steps: Trail) -> None:
    """A step for each event's amount, None for one that is unknown; then together."""
    first = len(steps.steps)
    for event in events:
        stated = event.amount if event else None
        value = ANYTHING if stated is None else exactly(stated)
        steps.state("event_amount", value, on=event.on if event else None)
    if len(events) > 1:
        steps.sum(range(first, len(steps.steps)))


def _bases(events: Sequence[Event], amount: OnABase) -> Iterator[Sequence[Event]]:
    """The events of each calendar year, or each by itself."""
    if amount.scope == "event":
        yield from ([event] for event in events)
        return
    for year in sorted({event.on.year for event in events}):
        yield [event for event in events if event.on.year == year]
