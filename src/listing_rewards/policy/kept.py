"""What was worked out from a policy alone, kept with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")

MOST = 4096
"""So many results are kept with one policy; what comes later is worked out each time."""


_NOT_YET = object()


class Kept(dict[Hashable, Any]):
    """Results by what they follow from; a copy is empty, and so is what is pickled."""

    def __reduce__(self) -> tuple[type[Kept], tuple[()]]:
        return Kept, ()

    def of(self, follows_from: Hashable, work_out: Callable[[], T]) -> T:
        """What follows from the policy and from `follows_from`, worked out at the first question.

        Args:
            follows_from: everything besides the policy that the result depends on, and a name for
                it.
            work_out: works it out; the result must never be changed.

        >>> from listing_rewards import load_policy
        >>> policy = load_policy("zhanjiang-bse-2023")
        >>> policy.kept.of("clauses", lambda: len(policy.clauses))
        3
        >>> policy.kept.of("clauses", lambda: 0)
        3
        """
        found = self.get(follows_from, _NOT_YET)
        if found is _NOT_YET:
            found = work_out()
            if len(self) < MOST:
                self[follows_from] = found
        return cast(T, found)
