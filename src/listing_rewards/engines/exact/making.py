"""The parts of an answer, made of what was worked out."""

from __future__ import annotations

from listing_rewards.assessment import (
    AbsentCheck,
    Assessment,
    Assumption,
    AttributeCheck,
    AwardLine,
    CombinedCheck,
    Exposure,
    FigureCheck,
    FlagCheck,
    GroupTotal,
    HappenedCheck,
    InForceCheck,
    InstalmentLine,
    Need,
    ReachedCheck,
    Remark,
    SeasoningCheck,
    ShareLine,
    Step,
)
from listing_rewards.made import made

absent_check = made(AbsentCheck)
assessment = made(Assessment)
assumption = made(Assumption)
attribute_check = made(AttributeCheck)
award_line = made(AwardLine)
combined_check = made(CombinedCheck)
exposure = made(Exposure)
figure_check = made(FigureCheck)
flag_check = made(FlagCheck)
group_total = made(GroupTotal)
happened_check = made(HappenedCheck)
in_force_check = made(InForceCheck)
instalment_line = made(InstalmentLine)
need = made(Need)
reached_check = made(ReachedCheck)
remark = made(Remark)
seasoning_check = made(SeasoningCheck)
share_line = made(ShareLine)
step = made(Step)
