"""The steps of a calculation, each with all that is needed to do it again by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from listing_rewards.assessment.part import Part
from listing_rewards.policy.source import Ground
from listing_rewards.values.money import Exact, RoundingMode
from listing_rewards.values.range import Bounds
from listing_rewards.values.rate import Factor
from listing_rewards.values.truth import Truth

Operation: TypeAlias = Literal[
    "event_amount", "figure", "sum", "minus", "above", "count", "each", "rate", "cap", "floor",
    "base_when", "rate_when", "unknown_cap", "band", "bands", "uncounted", "fixed", "topup",
    "unknown", "nothing", "dated", "scaled", "times", "round", "received", "approved", "allotted",
    "when", "as_paid", "replaced", "best_of", "room", "due", "less_paid", "kept", "room_left",
    "withheld",
]  # fmt: skip
"""What a step does; the important ones are described in `Step`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One operation of the calculation, with all that is needed to do it again by hand.

    It works on the results of the steps `of`, or states a value. Some of the operations:
    ``sum`` adds; ``minus``, ``above``, ``received`` and ``less_paid`` subtract `value`, never
    below 0; ``count`` counts full `unit` in it; ``each`` and ``rate`` multiply by `value` or
    `rate`; ``cap``, ``unknown_cap``, ``room`` and ``room_left`` take no more than `value` at each
    end, ``floor`` no less; ``round`` rounds to `unit` by `mode`; ``when`` and ``kept`` keep the
    amount if `truth` is met, give 0 if not, and anything from 0 up to it if that is unknown. All
    of them are in docs/explanation/architecture.md.
    """

    op: Operation
    of: tuple[int, ...] = ()
    """The earlier steps it works on, counted from 0."""
    value: Bounds | None = None
    """Yuan, or what a figure counts, that the operation uses."""
    whole: Bounds | None = None
    """What `value` is a part of, where the amount is scaled by a share."""
    rate: Factor | None = None
    """The share or factor; of a scaled amount, the share from which it is whole."""
    truth: Truth | None = None
    """Whether the condition is met on which the operation depends."""
    unit: Exact | None = None
    """What is rounded to, or counted in."""
    mode: RoundingMode | None = None
    """How it is rounded."""
    short: Literal["share", "share_of_threshold", "nothing"] | None = None
    """What a scaled amount gives below the threshold."""
    name: str | None = None
    """The figure, event, condition or award that the operation is about."""
    names: tuple[str, ...] = ()
    """The awards whose amounts are subtracted, or which take this one's place."""
    band: tuple[int, ...] = ()
    """The bands of the policy's table that may hold the base, counted from 0."""
    on: date | None = None
    """The day of the event whose amount is stated, or from which the value holds."""
    result: Bounds
    """Yuan after this step."""
    ground: Ground | None = None
    """The clause or assumption that the value rests on, where it comes from the policy."""

    def needed_no_rounding(self, steps: Sequence[Step]) -> bool:
        """Whether it is the rounding of an amount, among `steps`, that left it as it was."""
        return self.op == "round" and self.result == steps[self.of[0]].result
