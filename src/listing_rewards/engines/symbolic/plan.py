"""What is computed once although it is used again and again."""

from __future__ import annotations

from typing import Generic

from listing_rewards.engines.symbolic.arithmetic import Span, X
from listing_rewards.engines.symbolic.truths import F, Flag, Truth


class Plan(Generic[X, F]):
    """Everything is used as it stands: formulas share their parts without names."""

    def flag(self, flag: Flag[F]) -> Flag[F]:
        """A yes or no, computed once."""
        return flag

    def truth(self, truth: Truth[F]) -> Truth[F]:
        """A truth, computed once."""
        return truth

    def number(self, number: X) -> X:
        """A number, computed once."""
        return number

    def span(self, span: Span[X]) -> Span[X]:
        """A range, computed once."""
        return span
