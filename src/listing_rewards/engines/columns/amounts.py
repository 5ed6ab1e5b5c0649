"""What an award gives as expressions: its construct, from a base to an amount before rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from listing_rewards.engines.columns.bands import by_the_table
from listing_rewards.engines.columns.comparing import select, stated_where
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import Flag, every, no, some
from listing_rewards.engines.columns.given import Given
from listing_rewards.engines.columns.numbers import UNLIMITED, ZERO, Number, added, times, yuan
from listing_rewards.engines.columns.quotients import whole_units
from listing_rewards.engines.columns.spans import (
    ANYTHING,
    NOTHING,
    Span,
    at_the_least,
    chosen,
    exactly,
    less,
    total,
    within,
)
from listing_rewards.policy.amounts import (
    BandsAmount,
    FixedAmount,
    PlainAmount,
    Portion,
    RateAmount,
    TopUpAmount,
    UnknownAmount,
)


def given(amount: PlainAmount, facts: Facts) -> Given:
    """What a construct gives, and the cap that rounding must not exceed."""
    match amount:
        case FixedAmount():
            return _fixed(amount, facts)
        case RateAmount() | BandsAmount():
            if amount.scope != "enterprise":
                return _parted(amount, facts)
            return _of_a_base(amount, _base(amount, facts), facts)
        case TopUpAmount():
            return Given(exactly(yuan(amount.topup)))
        case UnknownAmount():
            return Given(ANYTHING)
        case _:
            assert_never(amount)


def _fixed(amount: FixedAmount, facts: Facts) -> Given:
    result = exactly(yuan(amount.fixed))
    if amount.per is not None:
        result = _count(amount, amount.per, facts).each(lambda end: times(end, amount.fixed))
    return _capped(result, amount.cap)


def _count(amount: FixedAmount, per: str, facts: Facts) -> Span:
    """How many of an event there are, or full ones of a figure."""
    if amount.every is None and per in facts.policy.events:
        kind = facts.kinds[per]
        if kind.happened.settled:
            return exactly(kind.times_held)
        return Span(kind.times_held, select(kind.happened.unknown, UNLIMITED, kind.times_held))
    full = Fraction(amount.every or 1)
    quantity = facts.quantity(per)
    return facts.plan.span(quantity.each(lambda end: whole_units(end, full, "down")))


def _capped(amount: Span, cap: Decimal | None) -> Given:
    if cap is None:
        return Given(amount)
    most = exactly(yuan(cap))
    return Given(within(amount, most), most)


def _of_a_base(amount: RateAmount | BandsAmount, base: Span, facts: Facts) -> Given:
    base = facts.plan.span(base)
    if isinstance(amount, BandsAmount):
        return by_the_table(amount, base, facts.plan)
    result = base.each(lambda end: times(end, amount.rate))
    if amount.floor is not None:
        result = at_the_least(result, exactly(yuan(amount.floor)))
    return _capped(result, amount.cap)


def _base(amount: RateAmount | BandsAmount, facts: Facts) -> Span:
    """The base of the whole enterprise."""
    base = facts.quantity(amount.of)
    for name in amount.minus:
        base = less(base, facts.quantity(name))
    above = amount.above
    if isinstance(above, Portion):
        rate = above.rate
        base = less(base, facts.quantity(above.of).each(lambda end: times(end, rate)))
    elif above is not None:
        base = less(base, exactly(yuan(above)))
    return base


# ---- year by year, event by event ------------------------------------------------------------


def _parted(amount: RateAmount | BandsAmount, facts: Facts) -> Given:
    """The events of each year, or each event, by itself; added up."""
    kind = facts.kinds[amount.of]
    unknown = every([kind.happened.unknown, no(kind.held)])
    parts: list[Span] = []
    caps: list[Span] = []
    for own, base in _bases(amount, facts):
        if isinstance(amount.above, Decimal):
            base = less(base, exactly(yuan(amount.above)))
        part = _of_a_base(amount, base, facts)
        parts.append(facts.plan.span(chosen(own, part.amount, NOTHING)))
        cap = part.cap or exactly(UNLIMITED)
        caps.append(chosen(own, cap, NOTHING))
    amount_ = chosen(unknown, ANYTHING, total(parts))
    if not caps or all(cap.least.value is None for cap in caps):
        return Given(amount_)
    none = some([unknown, no(kind.held)])
    return Given(amount_, chosen(none, exactly(UNLIMITED), total(caps)))


def _bases(amount: RateAmount | BandsAmount, facts: Facts) -> list[tuple[Flag, Span]]:
    """The base of each event in force, or of the first of each year, and where there is one."""
    kind = facts.kinds[amount.of]
    bases: list[tuple[Flag, Span]] = []
    for i, (held, day) in enumerate(zip(kind.in_force, kind.days, strict=True)):
        if amount.scope == "event":
            bases.append((held, _together([(held, kind.amounts[i])])))
            continue
        of_the_year: list[tuple[Flag, Number]] = []
        earlier: list[Flag] = []
        for j, (other, on) in enumerate(zip(kind.in_force, kind.days, strict=True)):
            same: Flag = True
            if i != j:
                same = (day.dt.year() == on.dt.year()).fill_null(value=False)
            here = facts.plan.flag(every([other, same]))
            of_the_year.append((here, kind.amounts[j]))
            earlier += [here] if j < i else []
        bases.append((facts.plan.flag(every([held, no(some(earlier))])), _together(of_the_year)))
    return bases


def _together(amounts: list[tuple[Flag, Number]]) -> Span:
    least = added(stated_where(here, each) for here, each in amounts)
    return Span(least, added(select(here, each, ZERO) for here, each in amounts))
