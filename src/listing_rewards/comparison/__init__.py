"""Two policies on the same enterprises: totals by award, who gains, who loses, and why."""

from listing_rewards.comparison.compare import compare, facts_of_both
from listing_rewards.comparison.effects import (
    AwardEffect,
    AwardTotals,
    Comparison,
    Effect,
    EnterpriseEffect,
)

__all__ = [
    "AwardEffect",
    "AwardTotals",
    "Comparison",
    "Effect",
    "EnterpriseEffect",
    "compare",
    "facts_of_both",
]
