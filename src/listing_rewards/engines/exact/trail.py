"""The steps of one calculation while they are being made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from listing_rewards.assessment import Operation, Step
from listing_rewards.engines.exact.parts import step
from listing_rewards.meaning.machine import Operands
from listing_rewards.values.range import Bounds, total
from listing_rewards.values.truth import Truth


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

    def state(self, op: Operation, value: Bounds, **how: Unpack[Operands[Bounds, Truth]]) -> None:
        """A step that states a value."""
        self.steps.append(step(op=op, value=value, result=value, **how))

    def then(
        self,
        op: Operation,
        result: Bounds,
        *,
        value: Bounds | None = None,
        **how: Unpack[Operands[Bounds, Truth]],
    ) -> None:
        """A step that works on the result of the last one."""
        of = (len(self.steps) - 1,)
        self.steps.append(step(op=op, of=of, value=value, result=result, **how))

    def sum(self, numbers: Iterable[int]) -> None:
        """A step that adds the results of earlier ones."""
        of = tuple(numbers)
        result = total(self.steps[number].result for number in of)
        self.steps.append(step(op="sum", of=of, result=result))
