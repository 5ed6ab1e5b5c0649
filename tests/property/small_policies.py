"""Policies of one award, for laws about a single construct."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from listing_rewards import Assessment, Case, Policy, assess
from listing_rewards.assessment import AwardLine
from property.generated_conditions import label

UNITS = st.sampled_from(["0.01", "0.01", "1", "100"])
MODES = st.sampled_from(["half_up", "half_even", "down", "up"])
ROUNDING = st.fixed_dictionaries({"unit": UNITS, "mode": MODES})
AS_OF = date(2024, 12, 31)
LISTED = {"kind": "listed", "on": "2024-06-01"}


def policy_of(amount: dict[str, Any], **parts: Any) -> Policy:
    """A policy that grants one award on being listed; figures ``part``, ``whole``, ``share``."""
    clause = {"item": "an item", "text": "its words", "document": "small"}
    written: dict[str, Any] = {
        "id": "small",
        "document": {"title": "a document", "issuer": "an office"},
        "in_force": {"clause": "c", "first": "2024-01-01"},
        "rounding": {},
        "clauses": {"c": clause},
        "events": {"listed": label("listed")},
        "figures": {
            "part": label("part"),
            "whole": label("whole"),
            "share": label("share") | {"unit": "percent"},
        },
        "awards": [
            {"id": "a", "title": "a", "clause": "c", "earned_by": "listed",
             "needs": parts.pop("needed", []), "amount": {"clause": "c"} | amount}
        ],
    }  # fmt: skip
    written |= parts
    written["rounding"] = {"clause": "c"} | written["rounding"]
    return Policy.model_validate(written)


def answer_for(policy: Policy, **stated: Any) -> Assessment:
    """The answer for an enterprise that was listed, with further facts."""
    facts = {"enterprise": {"name": "示例甲公司"}, "events": [LISTED]} | stated
    return assess(Case.model_validate(facts), policy, as_of=AS_OF)


def line_for(policy: Policy, **stated: Any) -> AwardLine:
    """The line of the one award."""
    return answer_for(policy, **stated).line("a")


def nominal_for(policy: Policy, **figures: Decimal) -> Decimal:
    """The nominal amount of the award where all figures are stated."""
    nominal = line_for(policy, figures=figures).nominal
    assert nominal.determined
    return nominal.at_least
