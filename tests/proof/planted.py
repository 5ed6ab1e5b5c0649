"""Policies with a fault that somebody could make when writing them down."""

from __future__ import annotations

from typing import Any

from property.small_policies import policy_of

from listing_rewards import Policy, load_policy

ILLUSTRATIVE = load_policy("zhanjiang-bse-2023-illustrative")


def changed(**parts: Any) -> Policy:
    """The illustrative policy with other parts, under an id of its own."""
    return Policy.model_validate(ILLUSTRATIVE.model_dump(mode="json") | parts | {"id": "planted"})


def cap_on_one_award() -> Policy:
    """The common cap written at the last stage alone, which comes to 6,000,000 yuan."""
    awards = ILLUSTRATIVE.model_dump(mode="json")["awards"]
    for award in awards[:4]:
        award["group"] = None
    awards[4]["amount"]["fixed"] = "6000000.00"
    return changed(awards=awards)


def band_with_a_hole() -> Policy:
    """Bands that stop at 50,000,000 yuan and go on from 80,000,000."""
    bands = [
        {"over": "0", "below": "50000000", "fixed": "1000000"},
        {"at_least": "80000000", "fixed": "3000000"},
    ]
    return policy_of({"bands": bands, "of": "part"})


def bands_twice() -> Policy:
    """Bands that both include 50,000,000 yuan."""
    bands = [
        {"over": "0", "at_most": "50000000", "fixed": "1000000"},
        {"at_least": "50000000", "fixed": "3000000"},
    ]
    return policy_of({"bands": bands, "of": "part"})


def year_from_the_wrong_day() -> Policy:
    """The full year on NEEQ counted from the day of entering the innovation tier."""
    conditions = ILLUSTRATIVE.model_dump(mode="json")["conditions"]
    conditions["seasoned"]["seasoning"] = "neeq_innovation"
    return changed(conditions=conditions)


def stages_before_a_withdrawal() -> Policy:
    """A stage earns nothing after a withdrawal, in conditions of which none has the day before."""
    document = ILLUSTRATIVE.model_dump(mode="json")
    conditions: dict[str, Any] = {"not_withdrawn": {"absent": "withdrawn", "clause": "task-9"}}
    stages = document["awards"][:4]
    for award in stages:
        after, by_stage = f"withdrawn_after_{award['id']}", f"by_{award['id']}"
        event = award["earned_by"]
        conditions[after] = {"happened": "withdrawn", "after": event, "clause": "task-9"}
        conditions[by_stage] = {"any_of": ["not_withdrawn", after], "clause": "task-9"}
        award["needs"] = [by_stage]
    events = document["events"] | {"withdrawn": {"zh": "撤回申报", "en": "withdrawn"}}
    return changed(conditions=conditions, events=events, awards=stages, notices=[])
