"""The columnar engine's arithmetic: ranges and truths as expressions."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

import polars as pl

from listing_rewards.engines.columns import flags
from listing_rewards.engines.columns.comparing import above, is_open, reaches, same, select
from listing_rewards.engines.columns.numbers import (
    UNLIMITED,
    ZERO,
    Number,
    constant,
    larger,
    left_of,
    plus,
    smaller,
    times,
    yuan,
)
from listing_rewards.engines.symbolic import arithmetic
from listing_rewards.engines.symbolic.arithmetic import exactly

Span: TypeAlias = arithmetic.Span[Number]


class ColumnArithmetic(arithmetic.Arithmetic[Number, pl.Expr]):
    """Ranges and truths of every row at once."""

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
    has_no_limit = staticmethod(is_open)

    @staticmethod
    def times(amount: Span, factor: Decimal) -> Span:
        """The amount times a number of the policy."""
        return amount.each(lambda end: times(end, factor)) if factor else exactly(ZERO)

    @staticmethod
    def exactly(number: Decimal) -> Span:
        """Yuan that are the same in every row."""
        return exactly(yuan(number))

    @staticmethod
    def is_nothing(amount: Span) -> bool:
        """Whether it is 0 in every row."""
        return amount.most.value == 0 if isinstance(amount.most.value, int) else False


EXPRESSIONS = ColumnArithmetic()
"""The same, where a part of the engine needs nothing else."""
