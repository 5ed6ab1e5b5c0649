"""Questions over standards and answers: who is ready, who comes next, how each county stands."""

from __future__ import annotations

from listing_rewards.plan.finding import ConditionFinding
from listing_rewards.plan.lists import ScreeningList, by_county, moved, ranked
from listing_rewards.plan.screening import Screening, screen
from listing_rewards.policy.standards import (
    Standard,
    list_standards,
    load_standard,
    standard_in_force,
)

__all__ = [
    "ConditionFinding",
    "Screening",
    "ScreeningList",
    "Standard",
    "by_county",
    "list_standards",
    "load_standard",
    "moved",
    "ranked",
    "screen",
    "standard_in_force",
]
