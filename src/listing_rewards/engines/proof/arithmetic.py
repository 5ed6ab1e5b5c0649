"""The proof engine's arithmetic: ranges and truths as formulas."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

from listing_rewards.engines.proof import flags
from listing_rewards.engines.proof.numbers import (
    UNLIMITED,
    ZERO,
    Number,
    above,
    constant,
    larger,
    left_of,
    plus,
    reaches,
    same,
    select,
    smaller,
    times,
)
from listing_rewards.engines.symbolic import arithmetic
from listing_rewards.engines.symbolic.arithmetic import exactly
from listing_rewards.engines.symbolic.plan import Plan

Span: TypeAlias = arithmetic.Span[Number]


class ProofArithmetic(arithmetic.Arithmetic[Number, Any]):
    """Ranges and truths of a case that is not stated yet."""

    every = staticmethod(flags.every)
    some = staticmethod(flags.some)
    no = staticmethod(flags.no)
    if_so = staticmethod(flags.if_so)

    nothing = exactly(ZERO)
    one = exactly(constant(1))
    anything = Span(ZERO, UNLIMITED)
    constant = staticmethod(constant)
    closed = staticmethod(Number.closed)
    plus = staticmethod(plus)
    left_of = staticmethod(left_of)
    smaller = staticmethod(smaller)
    larger = staticmethod(larger)
    select = staticmethod(select)
    end_reaches = staticmethod(reaches)
    same = staticmethod(same)
    above = staticmethod(above)

    @staticmethod
    def has_no_limit(number: Number) -> flags.Flag:
        """Whether it is no number, but no limit."""
        return number.open

    @staticmethod
    def times(amount: Span, factor: Decimal) -> Span:
        """The amount times a number of the policy."""
        return amount.each(lambda end: times(end, factor)) if factor else exactly(ZERO)

    @staticmethod
    def exactly(number: Decimal) -> Span:
        """Yuan that are the same in every case."""
        return exactly(constant(number))

    @staticmethod
    def is_nothing(amount: Span) -> bool:
        """Whether it is 0 in every case."""
        most = amount.most
        return most.open is False and isinstance(most.value, int) and most.value == 0


FORMULAS = ProofArithmetic()
"""The same, where a part of the engine needs nothing else."""
NO_PLAN: Plan[Number, Any] = Plan()
"""Everything is used as it stands."""
