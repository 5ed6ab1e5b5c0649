"""How a document stands to another one that grants an award for the same event."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from pydantic import model_validator

from listing_rewards.errors import InvalidPolicy, fault
from listing_rewards.policy.source import Sourced
from listing_rewards.values.money import Yuan

Way: TypeAlias = Literal["adds_up", "higher_only", "set_off", "other_only"]
"""``adds_up``: both are given (累加); ``higher_only``: of the two only the higher (就高不重复享受);
``set_off``: this one gives only what its amount is above the other's (补足差额); ``other_only``:
where the other one gives anything, this one gives nothing (已获上级奖励的，本级不再奖励)."""

ANY = "any"
"""The name that stands for every document that is not named."""


class Beside(Sourced):
    """How this document stands to another that rewards the same event. 与其他文件的关系.

    It changes no answer under this document alone; `assess_all` reads it.
    """

    how: Way | None = None
    """How its awards stand to the other's for the same event. 累加、就高不重复享受、补足差额、
    不再奖励."""
    cap: Yuan | None = None
    """The most that both give together, whatever the events, in yuan; with ``any``, that all
    documents give which are not named. With a cap alone, they add up to it. 各文件合计的上限."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.how is None and self.cap is None:
            raise InvalidPolicy(fault("beside_says_nothing", accepted=("how", "cap")))
        return self

    @property
    def way(self) -> Way:
        """How both stand; they add up where only a cap is written."""
        return self.how or "adds_up"
