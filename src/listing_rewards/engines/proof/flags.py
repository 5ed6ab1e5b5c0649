"""Yes and no as formulas, folded where they are known without a solver."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import z3

from listing_rewards.engines.symbolic import truths

Flag: TypeAlias = Any
"""A yes or no that hangs on unknown facts: a formula; a plain `bool` where it does not."""
Truth: TypeAlias = truths.Truth[Any]


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
