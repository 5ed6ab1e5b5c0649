"""The answer: what is payable, and every check and step that led to it. Frozen."""

from listing_rewards.assessment.answer import (
    Assessment,
    Assumption,
    AwardLine,
    Cut,
    Exposure,
    GroupTotal,
    IfAnswered,
    InstalmentLine,
    Need,
    OfWhichLine,
    Remark,
    ShareLine,
)
from listing_rewards.assessment.checks import (
    AbsentCheck,
    AppliedCheck,
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
from listing_rewards.assessment.in_words import AnswerInWords
from listing_rewards.assessment.part import Status
from listing_rewards.assessment.steps import Operation, Step

__all__ = [
    "AbsentCheck",
    "AnswerInWords",
    "AppliedCheck",
    "Assessment",
    "Assumption",
    "AttributeCheck",
    "AwardLine",
    "Check",
    "CombinedCheck",
    "Cut",
    "Exposure",
    "FigureCheck",
    "FlagCheck",
    "GroupTotal",
    "HappenedCheck",
    "IfAnswered",
    "InForceCheck",
    "InstalmentLine",
    "Need",
    "OfWhichLine",
    "Operation",
    "ReachedCheck",
    "Remark",
    "SeasoningCheck",
    "SeasoningFound",
    "ShareLine",
    "Status",
    "Step",
]
