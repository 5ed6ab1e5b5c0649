"""What was worked out from a policy alone, kept with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from listing_rewards.policy.model import Policy

T = TypeVar("T")

MOST = 4096
"""So many results are kept with one policy; what comes later is worked out each time."""


class Kept(dict[Hashable, Any]):
    """Results by what they follow from; a copy is empty, and so is what is pickled."""

    def __reduce__(self) -> tuple[type[Kept], tuple[()]]:
        return Kept, ()


def kept(policy: Policy, follows_from: Hashable, work_out: Callable[[], T]) -> T:
    """What follows from the policy and from `follows_from`, worked out at the first question.

    Args:
        policy: the policy.
        follows_from: everything besides the policy that the result depends on, and a name for it.
        work_out: works it out; the result must never be changed.

    >>> from listing_rewards import load_policy
    >>> policy = load_policy("zhanjiang-bse-2023")
    >>> kept(policy, "clauses", lambda: len(policy.clauses)), kept(policy, "clauses", lambda: 0)
    (3, 3)
    """
    results = policy.kept
    if follows_from not in results:
        if len(results) >= MOST:
            return work_out()
        results[follows_from] = work_out()
    return cast(T, results[follows_from])
