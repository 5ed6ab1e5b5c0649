"""What a construct gives."""

from __future__ import annotations

from typing import NamedTuple

from listing_rewards.engines.columns.spans import Span


class Given(NamedTuple):
    """An amount before rounding, and the cap that rounding must not exceed, if there is one.

    An end of the cap that has no limit is none.
    """

    amount: Span
    cap: Span | None = None
