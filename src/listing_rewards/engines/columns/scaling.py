"""An amount in proportion to a share, as a quotient that is only divided where it is rounded."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from listing_rewards.engines.columns.comparing import is_nothing, is_open, reaches, select
from listing_rewards.engines.columns.facts import Facts
from listing_rewards.engines.columns.flags import Flag, every, no, some
from listing_rewards.engines.columns.numbers import UNLIMITED, Number, constant, multiple, times
from listing_rewards.engines.columns.quotients import Quotient
from listing_rewards.engines.columns.spans import Span, exactly
from listing_rewards.policy.amounts import Scaled

_ONE = constant(1)
_NOTHING = constant(0)


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

    It is taken where the amount is rounded, so that nothing is lost.
    """
    plan = facts.plan
    full = some([whole_of, reaches(part, times(whole, by.full_at))])
    short, none = plan.flag(every([no(full), no(none)])), plan.flag(none)
    if by.short == "nothing" or by.full_at == 0 or part.value is None:
        return Quotient(plan.number(select(some([none, short]), _NOTHING, value)))
    ratio = Fraction(whole.scale, part.scale)
    if by.short == "share_of_threshold":
        ratio /= Fraction(by.full_at)
    over, under = multiple(part, ratio.numerator), multiple(whole, ratio.denominator)
    return Quotient(
        plan.number(select(none, _NOTHING, value)),
        plan.number(select(short, replace(over, scale=1, open=False), _ONE)),
        plan.number(select(short, replace(under, scale=1, open=False), _ONE)),
    )
