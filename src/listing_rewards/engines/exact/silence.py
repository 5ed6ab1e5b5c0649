"""The events of which a case's silence leaves open whether they happened."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal

from listing_rewards.meaning.silence import events_needed, may_have_happened
from listing_rewards.policy.model import Policy


def open_events(
    policy: Policy,
    stated: Collection[str],
    known_not: Collection[str],
    paid: Mapping[str, Decimal],
) -> frozenset[str]:
    """The events that may have happened; kept, since enterprises share what they state.

    Args:
        policy: the policy.
        stated: the kinds of events that have happened.
        known_not: the kinds that are listed as absent, or have only a later day.
        paid: yuan paid for each award.
    """
    if not policy.relations.may_be_open:
        return frozenset()
    awards = frozenset([award for award, amount in paid.items() if amount])
    said = (frozenset(stated), frozenset(known_not), awards)
    return policy.memo.of(("open", *said), lambda: _Said(policy, *said).open_events())


class _Said:
    """What a case states, as plain yes and no."""

    never: bool = False
    every = staticmethod(all)
    some = staticmethod(any)

    def __init__(
        self,
        policy: Policy,
        have: frozenset[str],
        have_not: frozenset[str],
        paid: frozenset[str],
    ) -> None:
        self.policy = policy
        self.stated, self.known_not = have.__contains__, have_not.__contains__
        self.is_paid = paid.__contains__

    @staticmethod
    def no(holds: bool) -> bool:  # noqa: FBT001  (a bool is the whole point)
        """Whether it does not hold."""
        return not holds

    @staticmethod
    def named_need(_: str, __: int, needed: bool) -> bool:  # noqa: FBT001  (a bool is the point)
        """Whether an event has to be known; no answer names it."""
        return needed

    def open_events(self) -> frozenset[str]:
        """The events that are not stated and may have happened."""
        needed = events_needed(self)
        silent = [kind for kind in self.policy.events if not self.stated(kind)]
        return frozenset(kind for kind in silent if may_have_happened(self, kind, needed))
