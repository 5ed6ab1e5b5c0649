"""What an award needs besides its event: the closed set of conditions. 奖励条件."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field

from listing_rewards.case import Name
from listing_rewards.periods import LONGEST_PERIOD, Counting
from listing_rewards.policy.constructs import by_construct, one_construct, tagged
from listing_rewards.policy.source import Sourced


class SeasoningCondition(Sourced):
    """A full period after an event, tested on a later event's day. 挂牌满一年."""

    seasoning: Name
    """The event that starts the period."""
    years: Annotated[int, Field(ge=1, le=LONGEST_PERIOD)]
    tested_on: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The events whose day is tested: the first of them that the case states."""
    restarted_by: Name | None = None
    """The event that breaks the period; it then runs from the next start."""
    counting: Counting = "anniversary"

    def references(self) -> Iterator[tuple[str, str, str]]:
        """The names used here, as (key, table it must be declared in, name)."""
        yield "seasoning", "events", self.seasoning
        yield from (("tested_on", "events", kind) for kind in self.tested_on)
        if self.restarted_by:
            yield "restarted_by", "events", self.restarted_by


class FlagCondition(Sourced):
    """A yes/no fact that must be "yes". 符合条件."""

    flag: Name

    def references(self) -> Iterator[tuple[str, str, str]]:
        """The names used here, as (key, table it must be declared in, name)."""
        yield "flag", "flags", self.flag


Condition = Annotated[
    Annotated[SeasoningCondition, tagged("seasoning")] | Annotated[FlagCondition, tagged("flag")],
    Discriminator(by_construct("seasoning", "flag")),
    BeforeValidator(one_construct("seasoning", "flag")),
]
