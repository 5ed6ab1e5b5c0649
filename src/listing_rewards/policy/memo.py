"""What was computed from a policy alone, remembered with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from heapq import nsmallest
from operator import itemgetter
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 4096
"""So many results are remembered with one policy; beyond, those used longest ago are dropped."""
AT_ONCE = 64
"""The share of them that is dropped together: one in so many, since looking for them takes long."""


class Memo(dict[Hashable, list[Any]]):
    """Results by what they follow from, each with when it was last asked for, counted in questions.

    A copy is empty, and so is what is pickled.
    """

    def __init__(self) -> None:
        self._asked = 0

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        return Memo, ()

    def of(self, follows_from: Hashable, compute: Callable[[], T]) -> T:
        """What follows from the policy and from `follows_from`, computed when first asked for.

        Args:
            follows_from: everything besides the policy that the result depends on, and a name for
                it.
            compute: computes it; the result must never be changed.

        >>> from listing_rewards import load_policy
        >>> policy = load_policy("zhanjiang-bse-2023")
        >>> policy.memo.of("clauses", lambda: len(policy.clauses))
        3
        >>> policy.memo.of("clauses", lambda: 0)
        3
        """
        self._asked += 1
        found = self.get(follows_from)
        if found is None:
            found = self[follows_from] = [compute(), self._asked]
            if len(self) > MOST:
                self._drop()
        else:
            found[1] = self._asked
        result: T = found[0]
        return result

    def _drop(self) -> None:
        """Drop the results that were asked for longest ago."""
        last_asked = [(asked, key) for key, (_, asked) in [*self.items()]]
        for _, key in nsmallest(max(MOST // AT_ONCE, 1), last_asked, key=itemgetter(0)):
            self.pop(key, None)
