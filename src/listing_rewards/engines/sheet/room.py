"""The room under a common cap, as formulas."""

from __future__ import annotations

from collections.abc import Sequence

from listing_rewards.engines.sheet.formulas import Span, less, total


def less_room(cap: Span, earlier: Sequence[Span]) -> Span:
    """What the earlier amounts leave of a cap, never below 0."""
    return less(cap, total(earlier)) if earlier else cap
