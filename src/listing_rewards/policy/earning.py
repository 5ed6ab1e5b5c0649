"""The event that earns an award, where that is several: all of them, or any of them."""

from __future__ import annotations

from typing import Annotated, Any, Self, TypeAlias

from pydantic import Discriminator, Field, model_validator

from listing_rewards.case import Name
from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.constructs import tagged
from listing_rewards.strict import Strict


class SeveralEvents(Strict):
    """Several events that earn an award together. 由多个事项触发."""

    all_of: Annotated[tuple[Name, ...], Field(min_length=2)] | None = None
    """All must have happened; it is earned on the later day (the latest of their first days).
    须全部完成，以较晚日期为准."""
    any_of: Annotated[tuple[Name, ...], Field(min_length=2)] | None = None
    """Any is enough; each day of each counts as a day of one event. 任一即可，以最早日期为准."""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.all_of is None) == (self.any_of is None):
            raise InvalidPolicy(fault("all_or_any"))
        for name in self.names:
            if self.names.count(name) > 1:
                raise InvalidPolicy(fault("duplicate_id", name, path="earned_by"))
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The events."""
        return self.all_of or self.any_of or ()

    @property
    def all_needed(self) -> bool:
        """Whether all of them must have happened."""
        return self.all_of is not None

    @property
    def key(self) -> str:
        """The name under which an answer speaks of them as one event.

        >>> SeveralEvents(all_of=("listed", "reformed")).key
        'listed+reformed'
        >>> SeveralEvents(any_of=("listed", "moved_in")).key
        'listed/moved_in'
        """
        return ("+" if self.all_needed else "/").join(self.names)


def _form(value: Any) -> str:
    several = isinstance(value, dict | SeveralEvents) or hasattr(value, "keys")
    return "construct:several" if several else "construct:one"


EarnedBy: TypeAlias = Annotated[
    Annotated[Name, tagged("one")] | Annotated[SeveralEvents, tagged("several")],
    Discriminator(_form),
]
"""An event by name, or several. 触发奖励的事项."""
