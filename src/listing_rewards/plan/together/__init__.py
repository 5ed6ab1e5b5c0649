"""Several documents on one enterprise: what adds up, what is set off, what a person decides."""

from __future__ import annotations

from listing_rewards.plan.together.answering import Together, assess_all
from listing_rewards.plan.together.sentences import together_tables, together_text

__all__ = ["Together", "assess_all", "together_tables", "together_text"]
