"""Standards that come with the library: conditions without money, such as those for a listing."""

from __future__ import annotations

from listing_rewards.policy.standards.limbs import (
    AllLimb,
    AnyLimb,
    AttributeLimb,
    Confidence,
    FigureLimb,
    FlagLimb,
    HappenedLimb,
    Leaf,
    Limb,
    SeasoningLimb,
    UnreadLimb,
)
from listing_rewards.policy.standards.model import Standard
from listing_rewards.policy.standards.reading import (
    list_standards,
    load_standard,
    standard_in_force,
)

__all__ = [
    "AllLimb",
    "AnyLimb",
    "AttributeLimb",
    "Confidence",
    "FigureLimb",
    "FlagLimb",
    "HappenedLimb",
    "Leaf",
    "Limb",
    "SeasoningLimb",
    "Standard",
    "UnreadLimb",
    "list_standards",
    "load_standard",
    "standard_in_force",
]
