"""Which events the rules of an award have to know, if it may have been earned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from listing_rewards.policy.amounts import plain_amounts
from listing_rewards.policy.conditions import SeasoningCondition, conditions_within
from listing_rewards.policy.grants import Award
from listing_rewards.policy.model import Policy


class Claim(NamedTuple):
    """An award has to know of an event.

    Attributes:
        kind: the event.
        earned_by: the event that earns the award.
        unless: events that make it needless, once one of them has happened.
    """

    kind: str
    earned_by: str
    unless: tuple[str, ...] = ()


class Claims:
    """What the awards of one policy have to know.

    Attributes:
        turns: how often it must be asked anew, since an event that is needed may earn an award
            that needs another one.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._claims = [claim for award in policy.awards for claim in self._of_award(award)]
        asked = {
            kind for kind, event in policy.events.items() if event.silence == "unknown_if_needed"
        }
        self.turns = 1 + len(asked & {award.earned_by for award in policy.awards})

    def of(self, kind: str) -> list[Claim]:
        """The claims on knowing of one event."""
        return [claim for claim in dict.fromkeys(self._claims) if claim.kind == kind]

    def repayable(self, kind: str) -> Iterator[str]:
        """The awards whose payment makes it needed."""
        for repayment in self._policy.repayments.values():
            if kind in {repayment.event, repayment.after}:
                yield from repayment.awards

    def _of_award(self, award: Award) -> Iterator[Claim]:
        names = [*self._policy.needs, *award.needs]
        for amount in plain_amounts(award.amount):
            names += [each.when for each in amount.times]
            for _, table, name in amount.references():
                if table in ("quantities", "countable") and name in self._policy.events:
                    yield Claim(name, award.earned_by)
        if award.group:
            names += [each.when for each in self._policy.groups[award.group].cap_when]
        for name in names:
            yield from self._of_condition(name, award.earned_by)
        if award.paid_in:
            for part in self._policy.instalments[award.paid_in].parts:
                if part.event:
                    yield Claim(part.event, award.earned_by)

    def _of_condition(self, name: str, earned_by: str) -> Iterator[Claim]:
        condition = self._policy.conditions[name]
        tested: tuple[str, ...] = ()
        if isinstance(condition, SeasoningCondition):
            tested = condition.tested_on or ()
            yield from (Claim(kind, earned_by, tested[:place]) for place, kind in enumerate(tested))
        for key, table, kind in condition.references():
            named_event = table == "events" or kind in self._policy.events
            if key != "tested_on" and named_event and table in ("events", "quantities"):
                yield Claim(kind, earned_by)
        for inner in conditions_within(condition):
            yield from self._of_condition(inner, earned_by)
