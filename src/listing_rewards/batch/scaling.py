"""An amount in proportion to a share, as a quotient that is only divided where it is rounded."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from listing_rewards.batch.facts import Facts
from listing_rewards.batch.flags import Flag, every, no, some
from listing_rewards.batch.numbers import (
    UNLIMITED,
    Number,
    Span,
    constant,
    exactly,
    is_nothing,
    is_open,
    product,
    reaches,
    select,
    times,
)
from listing_rewards.policy.amounts import Scaled

_ONE = constant(1)
_NOTHING = constant(0)


class Quotient(NamedTuple):
    """An amount that is still to be divided by a number of at least 1."""

    amount: Number
    by: Number | None = None


def scaled(amount: Span, by: Scaled, facts: Facts) -> tuple[Quotient, Quotient]:
    """Both ends by the share that the part is of the whole, all of it from the threshold on."""
    part = facts.quantity(by.by)
    whole = facts.quantity(by.of) if by.of else exactly(_ONE)
    least = _least(amount.least, by, part, whole, facts)
    if amount.one and part.one and whole.one:
        return least, least
    return least, _most(amount.most, by, part, whole, facts)


def _least(value: Number, by: Scaled, part: Span, whole: Span, facts: Facts) -> Quotient:
    """By the least share: the least part of the largest whole."""
    unclear = some([is_nothing(whole.least), is_open(whole.most)])
    none = every([unclear, by.full_at > 0])
    found = _share(value, part.least, whole.most, by, facts, whole_of=unclear, none=none)
    if not value.open:
        return found
    return found._replace(amount=select(is_open(value), UNLIMITED, found.amount))


def _most(value: Number, by: Scaled, part: Span, whole: Span, facts: Facts) -> Quotient:
    """By the largest share: the most part of the least whole."""
    none = every([is_nothing(whole.most), no(is_open(whole.most)), by.full_at > 0])
    whole_of = some([is_nothing(whole.least), is_open(part.most), is_open(value)])
    return _share(value, part.most, whole.least, by, facts, whole_of=whole_of, none=none)


def _share(
    value: Number,
    part: Number,
    whole: Number,
    by: Scaled,
    facts: Facts,
    *,
    whole_of: Flag,
    none: Flag,
) -> Quotient:
    """The value by a share: nothing where `none`, all of it where `whole_of` or from the threshold.

    What is to be divided and by what are whole numbers, so that nothing is lost.
    """
    plan = facts.plan
    full = some([whole_of, reaches(part, times(whole, by.full_at))])
    short, none = plan.flag(every([no(full), no(none)])), plan.flag(none)
    if by.short == "nothing" or by.full_at == 0 or part.value is None:
        return Quotient(plan.number(select(some([none, short]), _NOTHING, value)))
    share = Fraction(whole.scale)
    if by.short == "share_of_threshold":
        share /= Fraction(by.full_at)
    shared = times(product(value, part), share)
    amount = select(none, _NOTHING, select(short, shared, value))
    divisor = replace(whole, scale=1, least=max(whole.least, 1), open=False)
    return Quotient(plan.number(amount), plan.number(select(short, divisor, _ONE)))
