"""Yes and no as expressions, folded where they are known when a policy is compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import TypeAlias

import polars as pl

from listing_rewards.engines.symbolic import truths

Flag: TypeAlias = pl.Expr | bool
"""A yes or no for each row, never null; a plain one where it is the same for every row."""
Truth: TypeAlias = truths.Truth[pl.Expr]


def every(flags: Iterable[Flag]) -> Flag:
    """Whether all of them hold."""
    return _joined(flags, decisive=False, join=pl.Expr.and_)


def some(flags: Iterable[Flag]) -> Flag:
    """Whether at least one of them holds."""
    return _joined(flags, decisive=True, join=pl.Expr.or_)


def _joined(
    flags: Iterable[Flag], *, decisive: bool, join: Callable[[pl.Expr, pl.Expr], pl.Expr]
) -> Flag:
    open_ones: dict[int, pl.Expr] = {}
    for flag in flags:
        if isinstance(flag, pl.Expr):
            open_ones[id(flag)] = flag
        elif flag is decisive:
            return decisive
    return reduce(join, open_ones.values()) if open_ones else not decisive


def no(flag: Flag) -> Flag:
    """Whether it does not hold."""
    return ~flag if isinstance(flag, pl.Expr) else not flag


def if_so(flag: Flag, one: Flag, other: Flag) -> Flag:
    """One flag where the first holds, otherwise the other."""
    return some([every([flag, one]), every([no(flag), other])])


def as_expr(flag: Flag) -> pl.Expr:
    """The flag as an expression."""
    return flag if isinstance(flag, pl.Expr) else pl.lit(flag)
