"""Yes and no as expressions, folded where they are known when a policy is compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import NamedTuple, TypeAlias

import polars as pl

Flag: TypeAlias = pl.Expr | bool
"""A yes or no for each row, never null; a plain one where it is the same for every row."""


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


def as_expr(flag: Flag) -> pl.Expr:
    """The flag as an expression."""
    return flag if isinstance(flag, pl.Expr) else pl.lit(flag)


class Truth(NamedTuple):
    """Met, not met or not known: whether it is met for certain, and whether it may be."""

    sure: Flag
    maybe: Flag

    @property
    def settled(self) -> bool:
        """Whether it is met or not met in every row."""
        return self.sure is self.maybe

    @property
    def unknown(self) -> Flag:
        """Whether it is not known."""
        return False if self.settled else every([self.maybe, no(self.sure)])

    def where(self, flag: Flag, other: Truth) -> Truth:
        """This truth where the flag holds, otherwise the other."""
        sure = some([every([flag, self.sure]), every([no(flag), other.sure])])
        if self.settled and other.settled:
            return known(sure)
        return Truth(sure, some([every([flag, self.maybe]), every([no(flag), other.maybe])]))


MET = Truth(sure=True, maybe=True)
NOT_MET = Truth(sure=False, maybe=False)


def known(flag: Flag) -> Truth:
    """Met where the flag holds, not met elsewhere."""
    return Truth(flag, flag)


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene "all"."""
    return _both_ends(truths, every)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene "any"."""
    return _both_ends(truths, some)


def _both_ends(truths: Iterable[Truth], rule: Callable[[Iterable[Flag]], Flag]) -> Truth:
    parts = list(truths)
    sure = rule(part.sure for part in parts)
    if all(part.settled for part in parts):
        return known(sure)
    return Truth(sure, rule(part.maybe for part in parts))


def opposite(truth: Truth) -> Truth:
    """Kleene "not"."""
    return known(no(truth.sure)) if truth.settled else Truth(no(truth.maybe), no(truth.sure))
