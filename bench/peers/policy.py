"""The numbers of zhanjiang-bse-2023-illustrative, as every peer's own encoding uses them."""

from __future__ import annotations

FIRST, LAST = "2023-07-07", "2025-12-31"
CAP = 9_000_000
RATE = "0.02"
REGIONAL_CAP = 100_000
STAGES = {
    "neeq_listed": (500_000, False),
    "neeq_innovation": (500_000, False),
    "bse_tutoring_filed": (1_000_000, False),
    "bse_accepted": (2_000_000, True),
    "bse_listed": (5_000_000, True),
}
"""What each stage gives, in yuan, and whether it needs a full year on NEEQ."""
NOTICES = {
    "decree-798": ("2025-02-15", ["bse_listed"]),
    "fair-competition-review": ("2024-08-01", [*STAGES]),
}
"""The laws shown, since when, and the stages they bear on."""
