"""The events of a case that is not stated yet, as a policy reads them on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from listing_rewards.engines.proof.arithmetic import FORMULAS, NO_PLAN
from listing_rewards.engines.proof.days import (
    Day,
    ProofDays,
    before,
    earliest,
    latest,
    not_after,
    only_if,
    the_day,
)
from listing_rewards.engines.proof.flags import Flag, every, some
from listing_rewards.engines.proof.numbers import Number
from listing_rewards.engines.proof.unknowns import Entry, Unknowns
from listing_rewards.engines.symbolic import happenings
from listing_rewards.meaning.bases import counted_between
from listing_rewards.policy.counted import CountedWindow
from listing_rewards.policy.model import Policy

Kind: TypeAlias = happenings.Kind[Day, Number, Any]
Stated: TypeAlias = happenings.Stated[Day, Number, Any]


def kinds_of(unknowns: Unknowns, policy: Policy, as_of: Day) -> dict[str, Kind]:
    """What is known of every kind of event."""
    read = {
        kind: _read(unknowns.events[kind], unknowns.absent[kind], as_of) for kind in policy.events
    }
    return _Happenings(policy, read, unknowns.paid).kinds()


def _read(stated: Sequence[Entry], absent: Flag, as_of: Day) -> Stated:
    by_then = [not_after(each.day, as_of) for each in stated]
    days = tuple(only_if(flag, each.day) for flag, each in zip(by_then, stated, strict=True))
    later = [before(as_of, each.day) for each in stated]
    amounts = tuple(each.amount for each in stated)
    return Stated(days, amounts, some(by_then), some([absent, *later]))


class _Happenings(happenings.Happenings[Day, Number, Any]):
    """What is known of every kind of event, as formulas."""

    only_if = staticmethod(only_if)
    earliest = staticmethod(earliest)

    def __init__(
        self, policy: Policy, read: Mapping[str, Stated], paid: Mapping[str, Number]
    ) -> None:
        super().__init__(policy, read, paid, FORMULAS, NO_PLAN)

    def exists(self, day: Day) -> Flag:
        """Whether there is a day."""
        return day.exists

    def in_force(self, day: Day) -> Flag:
        """Whether there is a day, and it is one of the policy's days."""
        validity = self.policy.in_force
        lies = [not_after(the_day(validity.first), day)]
        if validity.end is not None:
            lies.append(not_after(day, the_day(validity.end)))
        return every(lies)

    def in_window(
        self, base: str, window: CountedWindow, anchor: Day, days: Sequence[Day]
    ) -> list[Flag]:
        """Whether each day lies in a time around the day of another event."""
        since, until = counted_between(ProofDays(), base, window, anchor)
        return [
            every([
                day.exists,
                *(not_after(bound, day) for bound in since),
                *(not_after(day, bound) for bound in until),
            ])
            for day in days
        ]  # fmt: skip

    def latest_of_all(self, days: Sequence[Day]) -> Day:
        """The latest of some days; no day where one of them is none."""
        return only_if(every(day.exists for day in days), latest(days))
