"""Yes and no as formulas, folded where they are known without a solver."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

import z3

Flag: TypeAlias = Any
"""A yes or no that hangs on unknown facts: a formula; a plain `bool` where it does not."""


def every(flags: Iterable[Flag]) -> Flag:
    """Whether all of them hold."""
    return _joined(flags, decisive=False, join=z3.And)


def some(flags: Iterable[Flag]) -> Flag:
    """Whether at least one of them holds."""
    return _joined(flags, decisive=True, join=z3.Or)


def _joined(flags: Iterable[Flag], *, decisive: bool, join: Callable[[list[Flag]], Flag]) -> Flag:
    open_ones: dict[int, Flag] = {}
    for flag in flags:
        if not isinstance(flag, bool):
            open_ones[flag.get_id()] = flag
        elif flag is decisive:
            return decisive
    found = [*open_ones.values()]
    if not found:
        return not decisive
    return found[0] if len(found) == 1 else join(found)


def no(flag: Flag) -> Flag:
    """Whether it does not hold."""
    if isinstance(flag, bool):
        return not flag
    return flag.arg(0) if z3.is_not(flag) else z3.Not(flag)


def if_so(flag: Flag, one: Flag, other: Flag) -> Flag:
    """One flag where the first holds, otherwise the other."""
    if isinstance(flag, bool):
        return one if flag else other
    if one is other:
        return one
    if isinstance(one, bool) or isinstance(other, bool):
        return some([every([flag, one]), every([no(flag), other])])
    return z3.If(flag, one, other)


class Truth(NamedTuple):
    """Met, not met or not known: whether it is met for certain, and whether it may be."""

    sure: Flag
    maybe: Flag

    @property
    def settled(self) -> bool:
        """Whether it is met or not met in every case."""
        return self.sure is self.maybe

    @property
    def unknown(self) -> Flag:
        """Whether it is not known."""
        return False if self.settled else every([self.maybe, no(self.sure)])

    def where(self, flag: Flag, other: Truth) -> Truth:
        """This truth where the flag holds, otherwise the other."""
        sure = if_so(flag, self.sure, other.sure)
        if self.settled and other.settled:
            return known(sure)
        return Truth(sure, if_so(flag, self.maybe, other.maybe))


MET = Truth(sure=True, maybe=True)
NOT_MET = Truth(sure=False, maybe=False)
IN_DOUBT = Truth(sure=False, maybe=True)


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
