"""The answer: what is payable, and every check and step that led to it. Frozen."""

from listing_rewards.assessment.answer import (
    Assessment,
    Assumption,
    AwardLine,
    Exposure,
    GroupTotal,
    InstalmentLine,
    Need,
    Remark,
    ShareLine,
    Status,
)
from listing_rewards.assessment.checks import (
    AbsentCheck,
    AttributeCheck,
    Check,
    CombinedCheck,
    FigureCheck,
    FlagCheck,
    HappenedCheck,
    InForceCheck,
    ReachedCheck,
    SeasoningCheck,
    SeasoningFound,
)
from listing_rewards.assessment.steps import Operation, Step

__all__ = [
    "AbsentCheck",
    "Assessment",
    "Assumption",
    "AttributeCheck",
    "AwardLine",
    "Check",
    "CombinedCheck",
    "Exposure",
    "FigureCheck",
    "FlagCheck",
    "GroupTotal",
    "HappenedCheck",
    "InForceCheck",
    "InstalmentLine",
    "Need",
    "Operation",
    "ReachedCheck",
    "Remark",
    "SeasoningCheck",
    "SeasoningFound",
    "ShareLine",
    "Status",
    "Step",
]
