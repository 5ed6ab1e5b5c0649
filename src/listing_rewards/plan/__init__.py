"""Questions over standards and answers: who is ready, who comes next, how each county stands."""

from __future__ import annotations

from listing_rewards.plan.calendar import Due, calendar
from listing_rewards.plan.counties import CountyReport, changes, counties
from listing_rewards.plan.finding import ConditionFinding
from listing_rewards.plan.lists import ScreeningList, by_county, moved, ranked
from listing_rewards.plan.outlook import outlook
from listing_rewards.plan.outlook_parts import Outlook
from listing_rewards.plan.planned import Planned, read_planned
from listing_rewards.plan.portrait import Portrait, portrait
from listing_rewards.plan.screening import Screening, screen
from listing_rewards.plan.targets import PLAN, Targets, load_targets
from listing_rewards.plan.together import Together, assess_all
from listing_rewards.policy.standards import (
    Standard,
    list_standards,
    load_standard,
    standard_in_force,
)

__all__ = [
    "PLAN",
    "ConditionFinding",
    "CountyReport",
    "Due",
    "Outlook",
    "Planned",
    "Portrait",
    "Screening",
    "ScreeningList",
    "Standard",
    "Targets",
    "Together",
    "assess_all",
    "by_county",
    "calendar",
    "changes",
    "counties",
    "list_standards",
    "load_standard",
    "load_targets",
    "moved",
    "outlook",
    "portrait",
    "ranked",
    "read_planned",
    "screen",
    "standard_in_force",
]
