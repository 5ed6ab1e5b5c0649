"""Rewards for listing: what is payable under a policy document, exactly, and why.

`assess` answers for one enterprise; `load_policy` reads the document; the three rules of the
Zhanjiang task table are importable by hand.
"""

from listing_rewards.assessment import Assessment
from listing_rewards.audit.ledger import reconcile
from listing_rewards.audit.records import record
from listing_rewards.audit.verification import verify
from listing_rewards.bounds import Bounds
from listing_rewards.case import Case, Enterprise, Event, Payment
from listing_rewards.comparison import compare
from listing_rewards.errors import (
    InvalidAmount,
    InvalidCase,
    InvalidPolicy,
    ListingRewardsError,
)
from listing_rewards.evaluation import assess
from listing_rewards.policy.catalogue import list_policies, load_policy
from listing_rewards.policy.diff import diff
from listing_rewards.policy.lint import lint
from listing_rewards.policy.model import Policy
from listing_rewards.policy.versions import policy_in_force
from listing_rewards.rules.regional import regional_financing_reward
from listing_rewards.rules.seasoning import neeq_seasoning
from listing_rewards.rules.staged import staged_reward
from listing_rewards.version import __version__ as __version__

__all__ = [
    "Assessment",
    "Bounds",
    "Case",
    "Enterprise",
    "Event",
    "InvalidAmount",
    "InvalidCase",
    "InvalidPolicy",
    "ListingRewardsError",
    "Payment",
    "Policy",
    "assess",
    "compare",
    "diff",
    "lint",
    "list_policies",
    "load_policy",
    "neeq_seasoning",
    "policy_in_force",
    "reconcile",
    "record",
    "regional_financing_reward",
    "staged_reward",
    "verify",
]
