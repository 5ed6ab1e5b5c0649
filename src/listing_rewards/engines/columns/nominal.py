"""An award's nominal amount as expressions: its construct, what it adds to it, rounded once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from listing_rewards.engines.columns.amounts import given
from listing_rewards.engines.columns.comparing import is_open, stated_or
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import every, no
from listing_rewards.engines.columns.numbers import ZERO, larger, times
from listing_rewards.engines.columns.quotients import Quotient, rounded
from listing_rewards.engines.columns.register import Conditions
from listing_rewards.engines.columns.scaling import scaled
from listing_rewards.engines.columns.spans import (
    NOTHING,
    Span,
    chosen,
    either,
    exactly,
    less,
    within,
)
from listing_rewards.money import RoundingMode
from listing_rewards.policy.amounts import DatedAmount, PlainAmount
from listing_rewards.policy.grants import Award

Received = Callable[[str], Span]
"""What an earlier award counts for, where it is subtracted."""


def nominal(award: Award, facts: Facts, conditions: Conditions, received: Received) -> Span:
    """What the rule gives, in fen."""
    if isinstance(award.amount, DatedAmount):
        return _dated(award, award.amount, facts, conditions, received)
    return _plain(award, award.amount, facts, conditions, received)


def _dated(
    award: Award, amount: DatedAmount, facts: Facts, conditions: Conditions, received: Received
) -> Span:
    """The value of the day that earns the award; whichever it may be where that is not known."""
    kind = facts.kinds[award.earned_by]
    result, highest = NOTHING, ZERO
    for each in amount.dated:
        value = NOTHING
        if each.amount is not None:
            value = _plain(award, each.amount, facts, conditions, received)
        since = (kind.first_held >= each.since).fill_null(value=False)
        result = facts.plan.span(chosen(since, value, result))
        highest = larger(highest, value.most)
    if kind.happened.settled:
        return result
    unknown = every([kind.happened.unknown, no(kind.held)])
    return chosen(unknown, Span(ZERO, highest), result)


def _plain(
    award: Award, amount: PlainAmount, facts: Facts, conditions: Conditions, received: Received
) -> Span:
    plan = facts.plan
    result, cap = given(amount, facts)
    if cap is not None and _never_exceeded(cap, facts):
        cap = None if not amount.times and not amount.scaled else cap
    result = plan.span(result)
    for each in amount.times:
        truth, factor = conditions.truth(each.when), each.factor
        result = plan.span(either(truth, _times(result, factor), result))
        if cap is not None:
            cap = plan.span(either(truth, _times(cap, factor), cap))
    if amount.scaled:
        quotients = scaled(result, amount.scaled, facts)
        limits = cap and scaled(cap, amount.scaled, facts)
    else:
        quotients = _whole(result)
        limits = cap and _whole(cap)
    result = _rounded(quotients, limits, facts)
    for name in amount.less:
        result = plan.span(less(result, received(name)))
    if amount.upto:
        approved = facts.approved[award.id]
        stated = within(exactly(stated_or(approved, ZERO)), result)
        result = plan.span(chosen(is_open(approved), Span(ZERO, result.most), stated))
    return result


def _times(amount: Span, factor: Decimal) -> Span:
    return amount.each(lambda end: times(end, factor))


def _never_exceeded(cap: Span, facts: Facts) -> bool:
    """Whether a cap is a whole number of units, so that rounding does not go beyond it."""
    unit = facts.policy.rounding.unit
    return all(
        isinstance(end.value, int) and Fraction(end.value, end.scale) % Fraction(unit) == 0
        for end in cap
    )


def _whole(amount: Span) -> tuple[Quotient, Quotient]:
    least = Quotient(amount.least)
    return (least, least) if amount.one else (least, Quotient(amount.most))


def _rounded(
    amounts: tuple[Quotient, Quotient], limits: tuple[Quotient, Quotient] | None, facts: Facts
) -> Span:
    """Rounded once, and not beyond the cap, where rounding up could go beyond it."""
    unit, mode = facts.policy.rounding.unit, facts.policy.rounding.mode

    def ends(quotients: tuple[Quotient, Quotient], how: RoundingMode) -> Span:
        one, other = quotients
        least = facts.plan.number(rounded(one, unit, how, facts.plan))
        if one is other:
            return exactly(least)
        return Span(least, facts.plan.number(rounded(other, unit, how, facts.plan)))

    result = ends(amounts, mode)
    if limits is None or mode == "down":
        return result
    return facts.plan.span(within(result, ends(limits, "down")))
