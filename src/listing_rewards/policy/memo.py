"""What was computed from a policy alone, remembered with it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

T = TypeVar("T")

MOST = 4096
"""So many results are remembered with one policy; beyond, the one used longest ago is dropped."""

_NOT_YET = object()


class Memo(OrderedDict[Hashable, Any]):
    """Results by what they follow from; a copy is empty, and so is what is pickled."""

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
        found = self.pop(follows_from, _NOT_YET)
        if found is _NOT_YET:
            found = compute()
        self[follows_from] = found
        if len(self) > MOST:
            self.popitem(last=False)
        return cast(T, found)
