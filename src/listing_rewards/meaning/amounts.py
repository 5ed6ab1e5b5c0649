"""What the rule of an award gives: its construct, what the amount adds to it, rounded once.

标准金额：按奖励方式计算，再依次上浮或折算、一次取整、扣除已享受的奖励、按核定数确定。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Generic, Literal, assert_never

from listing_rewards.meaning.machine import Given, Machine, N, Place, R, S, T
from listing_rewards.policy.amounts import (
    Band,
    BandsAmount,
    DatedAmount,
    FixedAmount,
    Instead,
    PlainAmount,
    Portion,
    RateAmount,
    Scaled,
    TopUpAmount,
    UnknownAmount,
)
from listing_rewards.policy.counted import Counted
from listing_rewards.policy.grants import Award


class Amounts(Generic[R, T, N, S]):
    """The nominal amounts of a policy's awards on an engine."""

    def __init__(self, machine: Machine[R, T, N, S]) -> None:
        self._machine = machine

    def nominal(self, award: Award, received: Callable[[str], R]) -> S:
        """The steps to what the rule of an award gives; the last one's result is it.

        `received` is what an earlier award counts for, where it is subtracted, by its id.
        """
        path = f"awards.{award.id}.amount"
        place = Place(award.id, path, self._machine.policy.grounds[path])
        if isinstance(award.amount, DatedAmount):
            return self._dated(award, award.amount, place, received)
        return self._plain(award.amount, place, received)

    # ---- an amount of the day that earns the award -------------------------------------------

    def _dated(
        self, award: Award, amount: DatedAmount, place: Place, received: Callable[[str], R]
    ) -> S:
        """The last amount that holds on the day that earns the award (按事项发生日适用的标准).

        Before the first of them nothing; whichever it may be where the day is unknown.
        """
        m, values = self._machine, amount.dated
        earned = [m.earned_since(award, i, each.since) for i, each in enumerate(values)]
        may_hold = [i for i, truth in enumerate(earned) if not m.rules_out(truth)]
        if may_hold and m.is_certain(earned[may_hold[-1]]):
            return self._value(amount, may_hold[-1], place, received)
        steps = m.begin(place)
        if not may_hold:
            m.state(steps, "nothing", m.nothing, on=values[0].since, ground=place.ground)
            return steps
        result = m.nothing
        for i in may_hold:
            value = m.result(self._value(amount, i, place, received))
            result = m.named("dated", m.either(earned[i], value, result), award.id, place.ground)
        m.state(steps, "dated", result, ground=place.ground)
        return steps

    def _value(
        self, amount: DatedAmount, number: int, place: Place, received: Callable[[str], R]
    ) -> S:
        """What the amount is from a day on; nothing where it is repealed."""
        m, chosen = self._machine, amount.dated[number]
        if chosen.amount is None:
            steps = m.begin(place)
            m.state(steps, "nothing", m.nothing, on=chosen.since, ground=place.ground)
            return steps
        path = f"{place.path}.dated[{number}].amount"
        inner = Place(place.award, path, m.policy.grounds[path])
        steps = self._plain(chosen.amount, inner, received)
        m.then(steps, "dated", m.result(steps), on=chosen.since, ground=place.ground)
        return steps

    # ---- what an amount adds to its construct ------------------------------------------------

    def _plain(self, amount: PlainAmount, place: Place, received: Callable[[str], R]) -> S:
        """The construct; multiplied, scaled, rounded once; less earlier awards; as approved."""
        m, ground = self._machine, place.ground
        steps = m.begin(place)
        cap = self._construct(amount, place, steps)
        for i, each in enumerate(amount.times):
            asked = m.policy.relations.ask(each.when, place.award)
            truth, result = m.condition(asked), m.result(steps)
            factor = m.stated(place, f"times[{i}].factor", each.factor, "factor")
            result = m.either(truth, m.times(result, factor), result)
            m.then(
                steps, "times", result, rate=each.factor, truth=truth, name=each.when, ground=ground
            )
            if cap is not None:
                multiplied = m.either(truth, m.times(cap, factor), cap)
                cap = m.named("times_cap", multiplied, place.award, ground)
        if amount.scaled:
            cap = self.scaled(amount.scaled, amount, place, steps, cap)
        self._rounded(amount, place, steps, cap)
        for name in amount.less:
            counts = received(name)
            left = m.less(m.result(steps), counts)
            m.then(steps, "received", left, value=counts, name=name, ground=ground)
        if amount.upto:
            self._approved(place, steps)
        if amount.allotted:
            self._allotted(amount.allotted, steps)
        return steps

    def scaled(
        self, by: Scaled, amount: PlainAmount, place: Place, steps: S, cap: R | None
    ) -> R | None:
        """By the share that a part is of a whole, all of it from a threshold on (按比例折算).

        The cap that rounding must not exceed is scaled along with the amount.
        """
        m, short, counted = self._machine, by.short, amount.counted
        part = m.quantity(self._base(by.by, counted))
        whole = m.quantity(self._base(by.of, counted)) if by.of else m.one
        full_at = m.stated(place, "scaled.full_at", by.full_at, "share")
        result = m.scaled(m.result(steps), part, whole, full_at=full_at, short=short)
        m.then(
            steps,
            "scaled",
            result,
            value=part,
            whole=whole,
            rate=by.full_at,
            short=short,
            name=by.by,
            ground=place.ground,
        )
        if cap is None:
            return None
        scaled = m.scaled(cap, part, whole, full_at=full_at, short=short)
        return m.named("scaled_cap", scaled, place.award, place.ground)

    def _rounded(self, amount: PlainAmount, place: Place, steps: S, cap: R | None) -> None:
        """Round once, never above the cap; a sum that the policy states is rounded if it has to be.

        What is rounded is whole units: it exceeds the cap where it exceeds the whole units of it.
        """
        m, rounding = self._machine, self._machine.policy.rounding
        before = m.result(steps)
        result = m.rounded(before, rounding.mode)
        stated = isinstance(amount, FixedAmount | TopUpAmount | UnknownAmount)
        if stated and m.is_the_same(result, before):
            return
        ground = m.policy.grounds["rounding"]
        m.then(steps, "round", result, unit=rounding.unit, mode=rounding.mode, ground=ground)
        if cap is not None and not m.is_rounded_within(result, cap):
            limit = m.rounded(cap, "down")
            m.then(steps, "cap", m.within(result, limit), value=limit, ground=place.ground)

    def _approved(self, place: Place, steps: S) -> None:
        """What was approved, up to the amount as a ceiling; anything up to it if not stated.

        金额为上限的，按核定数给予。
        """
        m, approved = self._machine, self._machine.approved(place.award)
        ceiling = m.result(steps)
        given = m.from_to(m.nothing, ceiling) if approved is None else m.within(approved, ceiling)
        m.then(steps, "approved", given, value=approved, name=place.award, ground=place.ground)

    def _allotted(self, figure: str, steps: S) -> None:
        """At most what falls to it out of a yearly budget; anything up to it if not known.

        年度预算不足的，不超过可用额度.
        """
        m, left = self._machine, self._machine.quantity(figure)
        ground = m.policy.grounds[f"budgets.{m.policy.figures[figure].allotted_from}"]
        within = m.within(m.result(steps), left)
        m.then(steps, "allotted", within, value=left, name=figure, ground=ground)

    def _base(self, name: str, counted: Counted) -> str:
        """The name under which engines read a figure, or the amounts of an event that count."""
        return self._machine.policy.relations.base(name, counted)

    # ---- constructs --------------------------------------------------------------------------

    def _construct(self, amount: PlainAmount, place: Place, steps: S) -> R | None:
        """The steps of a construct; answers the cap that rounding must not exceed, if any."""
        m = self._machine
        match amount:
            case FixedAmount():
                return self._fixed(amount, place, steps)
            case RateAmount() | BandsAmount():
                return self._of_a_base(amount, place, steps)
            case TopUpAmount():
                level = m.exactly(m.stated(place, "topup", amount.topup))
                m.state(steps, "topup", level, ground=place.ground)
            case UnknownAmount():
                m.state(steps, "unknown", m.anything, ground=place.ground)
            case _:
                assert_never(amount)
        return None

    def _fixed(self, amount: FixedAmount, place: Place, steps: S) -> R | None:
        """A sum; with `per`, for each event or each full `every` (每户、每满……给予……万元)."""
        m, ground = self._machine, place.ground
        fixed = m.stated(place, "fixed", amount.fixed)
        each = m.exactly(fixed)
        if amount.per is None:
            m.state(steps, "fixed", each, ground=ground)
            return self._capped(amount.cap, "cap", place, steps)
        counted = self._base(amount.per, amount.counted)
        if amount.every is None and amount.per in m.policy.events:
            m.state(steps, "count", m.count(counted), name=amount.per)
        else:
            m.base(steps, counted)
            every, why = None, None
            if amount.every is not None:
                every, why = m.stated(place, "every", amount.every, of=amount.per), ground
            full = m.whole_units(m.result(steps), every)
            m.then(steps, "count", full, unit=amount.every or Decimal(1), ground=why)
        m.then(steps, "each", m.times(m.result(steps), fixed), value=each, ground=ground)
        return self._capped(amount.cap, "cap", place, steps)

    def _capped(
        self,
        cap: Decimal | Literal["unknown"] | None,
        key: str,
        place: Place,
        steps: S,
        floor: R | None = None,
    ) -> R | None:
        """At most `cap`, where there is one; answers it, where it is known (最高不超过……).

        One that is not known may leave anything, but not less than a floor (有上限，未列明).
        """
        if cap is None:
            return None
        m = self._machine
        if cap == "unknown":
            limit = m.anything if floor is None else m.from_to(floor, m.anything)
            some = m.within(m.result(steps), limit)
            m.then(steps, "unknown_cap", some, value=limit, ground=place.ground)
            return None
        return self._at_most(m.exactly(m.stated(place, key, cap, "cap")), place, steps)

    def _at_most(self, cap: R, place: Place, steps: S) -> R:
        """At most a cap that is known; answers it."""
        m = self._machine
        m.then(steps, "cap", m.within(m.result(steps), cap), value=cap, ground=place.ground)
        return cap

    def _of_a_base(self, amount: RateAmount | BandsAmount, place: Place, steps: S) -> R | None:
        """What a base gives; or each year's or event's by itself, and together (按年、按次计算)."""
        m = self._machine

        def gives(steps: S, *, counted: bool) -> R | None:
            self._taken_off(amount, place, steps)
            if isinstance(amount, RateAmount):
                return self._share(amount, place, steps, counted=counted)
            cap = self._by_the_table(amount, place, steps)
            if not counted:
                m.then(steps, "uncounted", m.anything)
            return cap if counted else None

        if amount.scope != "enterprise":
            return m.each_base(steps, amount, gives)
        m.base(steps, self._base(amount.of, amount.counted))
        if isinstance(amount, RateAmount):
            self._other_base(amount, place, steps)
        return gives(steps, counted=True)

    def _taken_off(self, amount: RateAmount | BandsAmount, place: Place, steps: S) -> None:
        """The base less other amounts, and only what exceeds a threshold (扣除……，超过部分)."""
        m, above = self._machine, amount.above
        for name in amount.minus:
            taken = m.quantity(self._base(name, amount.counted))
            left = m.base_less(amount, m.result(steps), taken)
            m.then(steps, "minus", left, value=taken, name=name)
        if isinstance(above, Portion):
            taken = m.times(
                m.quantity(self._base(above.of, amount.counted)),
                m.stated(place, "above.rate", above.rate, "share"),
            )
            left = m.base_less(amount, m.result(steps), taken)
            m.then(steps, "above", left, value=taken, name=above.of, ground=place.ground)
        elif above is not None:
            taken = m.exactly(m.stated(place, "above", above, of=amount.of))
            left = m.base_less(amount, m.result(steps), taken)
            m.then(steps, "above", left, value=taken, ground=place.ground)

    def _share(self, amount: RateAmount, place: Place, steps: S, *, counted: bool) -> R | None:
        """A share of the base, at least the floor, at most the cap (按……的百分之……).

        Neither holds for bases of which it is unknown how many there are.
        """
        m, ground = self._machine, place.ground
        base, rate = m.result(steps), m.stated(place, "rate", amount.rate)
        m.then(steps, "rate", m.times(base, rate), rate=amount.rate, ground=ground)
        for i, each, truth in self._instead(amount, place, steps):
            if each.rate is not None:
                other = m.times(base, m.stated(place, f"instead[{i}].rate", each.rate, "rate"))
                result = m.either(truth, other, m.result(steps))
                m.then(
                    steps,
                    "rate_when",
                    result,
                    value=base,
                    rate=each.rate,
                    truth=truth,
                    name=each.when,
                    ground=ground,
                )
        if not counted:
            return None
        floor = None
        if amount.floor is not None:
            floor = m.exactly(m.stated(place, "floor", amount.floor))
            raised = m.at_the_least(m.result(steps), floor)
            m.then(steps, "floor", raised, value=floor, ground=ground)
        if not isinstance(amount.cap, Decimal):
            return self._capped(amount.cap, "cap", place, steps, floor)
        return self._at_most(self._cap_of(amount, amount.cap, place, steps), place, steps)

    # ---- what holds in place of a base, a rate or a cap ------------------------------------------

    def _instead(
        self, amount: RateAmount, place: Place, steps: S
    ) -> Iterator[tuple[int, Instead, T]]:
        """What may hold instead, with its condition; last the first, which goes before the others.

        符合……的，按……；先写的优先。
        """
        m = self._machine
        for i, each in reversed(list(enumerate(amount.instead))):
            truth = m.condition(m.policy.relations.ask(each.when, place.award))
            yield i, each, m.as_read_by(steps, truth)

    def _other_base(self, amount: RateAmount, place: Place, steps: S) -> None:
        """Another base where a condition is met (符合……的，以……为基数)."""
        m = self._machine
        for _, each, truth in self._instead(amount, place, steps):
            if each.of is not None:
                other = m.quantity(self._base(each.of, amount.counted))
                result = m.either(truth, other, m.result(steps))
                m.then(
                    steps,
                    "base_when",
                    result,
                    value=other,
                    truth=truth,
                    name=each.when,
                    ground=place.ground,
                )

    def _cap_of(self, amount: RateAmount, cap: Decimal, place: Place, steps: S) -> R:
        """The cap that holds: another where a condition is met (符合……的，最高不超过……)."""
        m = self._machine
        most = m.exactly(m.stated(place, "cap", cap, "cap"))
        for i, each, truth in self._instead(amount, place, steps):
            if each.cap is not None:
                other = m.exactly(m.stated(place, f"instead[{i}].cap", each.cap, "cap"))
                most = m.either(truth, other, most)
        return most

    # ---- a table of bands --------------------------------------------------------------------

    def _by_the_table(self, amount: BandsAmount, place: Place, steps: S) -> R | None:
        """What the band gives that holds the base; nothing in none; any of several (分档)."""
        m, ground = self._machine, place.ground
        table = m.table(steps, amount, place)
        numbers = tuple([row.number for row in table.rows])
        if len(numbers) == 1 and m.rules_out(table.none):
            m.then(steps, "band", m.result(steps), band=numbers, ground=ground)
            return self._of_one_band(amount.bands[numbers[0]], numbers[0], place, steps)
        given = [
            self._given(amount.bands[row.number], row.number, row.part, place) for row in table.rows
        ]
        found = m.among(steps, table, given)
        m.then(steps, "bands", found.amount, band=numbers, truth=table.none, ground=ground)
        return found.cap

    def _of_one_band(self, band: Band, number: int, place: Place, steps: S) -> R | None:
        """The sum of a band, or its rate of the whole base, at most its cap."""
        m, at, ground = self._machine, f"bands[{number}]", place.ground
        if band.fixed is not None:
            fixed = m.exactly(m.stated(place, f"{at}.fixed", band.fixed))
            m.state(steps, "fixed", fixed, ground=ground)
            return None
        if band.rate is None:
            m.state(steps, "unknown", m.anything, ground=ground)
            return None
        share = m.times(m.result(steps), m.stated(place, f"{at}.rate", band.rate))
        m.then(steps, "rate", share, rate=band.rate, ground=ground)
        return self._capped(band.cap, f"{at}.cap", place, steps)

    def _given(self, band: Band, number: int, part: R, place: Place) -> Given[R]:
        """What a band gives for the part of a base that lies in it."""
        m, at = self._machine, f"bands[{number}]"
        if band.fixed is not None:
            fixed = m.exactly(m.stated(place, f"{at}.fixed", band.fixed))
            return Given(fixed, fixed=fixed)
        if band.rate is None:
            return Given(m.anything)
        share = m.times(part, m.stated(place, f"{at}.rate", band.rate))
        if band.cap == "unknown":
            return Given(m.within(share, m.anything))
        if band.cap is None:
            return Given(share)
        cap = m.exactly(m.stated(place, f"{at}.cap", band.cap))
        return Given(m.within(share, cap), cap=cap)
