"""How much the tests try: `quick` by default, `full` and `long` by ``HYPOTHESIS_PROFILE``.

`make test` is quick: every law, with few examples, and of long lists a part. `make check` runs all
of it in full, `make test-long` with many more examples.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "quick")
EXAMPLES = {"quick": 5, "full": 60, "long": 5000}
"""Generated examples of a law, unless it asks for more or fewer."""
QUICK = PROFILE == "quick"
ONE_IN = 20
"""In quick tests one in so many."""


def few(number: int) -> int:
    """The number itself; in quick tests a twentieth of it, but two at least."""
    return max(number // ONE_IN, 2) if QUICK else number


def part_of(items: Sequence[T], one_in: int = ONE_IN) -> Sequence[T]:
    """All items; in quick tests one in so many, the first among them."""
    return items[::one_in] if QUICK else items
