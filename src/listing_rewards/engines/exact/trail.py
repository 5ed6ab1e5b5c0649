"""The steps of one calculation while they are being made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict, Unpack

from listing_rewards.assessment import Operation, Step
from listing_rewards.bounds import Bounds, total
from listing_rewards.engines.exact.making import step
from listing_rewards.money import RoundingMode
from listing_rewards.policy.source import Ground
from listing_rewards.truth import Truth


class Operands(TypedDict, total=False):
    """What a step may have besides its value and result, as described in `Step`."""

    whole: Bounds | None
    rate: Decimal | None
    truth: Truth | None
    unit: Decimal | None
    mode: RoundingMode | None
    short: Literal["share", "share_of_threshold", "nothing"] | None
    name: str | None
    names: tuple[str, ...]
    band: tuple[int, ...]
    on: date | None
    ground: Ground | None


class Trail:
    """Steps, each of which states a value or works on earlier ones.

    Attributes:
        steps: the steps so far.
    """

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self.steps = list(steps)

    @property
    def last(self) -> int:
        """The number of the last step."""
        return len(self.steps) - 1

    @property
    def result(self) -> Bounds:
        """Yuan after the last step."""
        return self.steps[-1].result

    def state(self, op: Operation, value: Bounds, **how: Unpack[Operands]) -> None:
        """A step that states a value."""
        self.steps.append(step(op=op, value=value, result=value, **how))

    def then(
        self,
        op: Operation,
        result: Bounds,
        *,
        value: Bounds | None = None,
        **how: Unpack[Operands],
    ) -> None:
        """A step that works on the result of the last one."""
        of = (len(self.steps) - 1,)
        self.steps.append(step(op=op, of=of, value=value, result=result, **how))

    def sum(self, numbers: Iterable[int]) -> None:
        """A step that adds the results of earlier ones."""
        of = tuple(numbers)
        result = total(self.steps[number].result for number in of)
        self.steps.append(step(op="sum", of=of, result=result))
