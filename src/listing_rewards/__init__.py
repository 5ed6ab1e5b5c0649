"""Rewards for listing: what is payable under a policy document, exactly, and why.

`assess` answers for one enterprise; `load_policy` reads the document; the three rules of the
Zhanjiang task table are importable by hand.
"""

from typing import TYPE_CHECKING

from listing_rewards.version import __version__ as __version__

if TYPE_CHECKING:
    from listing_rewards.assessment import Assessment
    from listing_rewards.audit.ledger import reconcile
    from listing_rewards.audit.records import record
    from listing_rewards.audit.verification import verify
    from listing_rewards.case import Case, Enterprise, Event, Payment
    from listing_rewards.comparison import compare
    from listing_rewards.engines.exact import assess
    from listing_rewards.errors import (
        Fault,
        InvalidAmount,
        InvalidCase,
        InvalidPolicy,
        InvalidRecord,
        ListingRewardsError,
        UnknownPolicy,
    )
    from listing_rewards.policy.diff import diff
    from listing_rewards.policy.lint import lint
    from listing_rewards.policy.model import Policy
    from listing_rewards.policy.reading import list_policies, load_policy, policy_in_force
    from listing_rewards.policy.schema import case_schema
    from listing_rewards.rules.regional import regional_financing_reward
    from listing_rewards.rules.seasoning import neeq_seasoning
    from listing_rewards.rules.staged import staged_reward
    from listing_rewards.values.day import Day
    from listing_rewards.values.range import Bounds

__all__ = [
    "Assessment",
    "Bounds",
    "Case",
    "Day",
    "Enterprise",
    "Event",
    "Fault",
    "InvalidAmount",
    "InvalidCase",
    "InvalidPolicy",
    "InvalidRecord",
    "ListingRewardsError",
    "Payment",
    "Policy",
    "UnknownPolicy",
    "assess",
    "case_schema",
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

_HOMES = {
    "Assessment": "assessment",
    "Bounds": "values.range",
    "Case": "case",
    "Day": "values.day",
    "Enterprise": "case",
    "Event": "case",
    "Fault": "errors",
    "InvalidAmount": "errors",
    "InvalidCase": "errors",
    "InvalidPolicy": "errors",
    "InvalidRecord": "errors",
    "ListingRewardsError": "errors",
    "Payment": "case",
    "Policy": "policy.model",
    "UnknownPolicy": "errors",
    "assess": "engines.exact",
    "case_schema": "policy.schema",
    "compare": "comparison",
    "diff": "policy.diff",
    "lint": "policy.lint",
    "list_policies": "policy.reading",
    "load_policy": "policy.reading",
    "neeq_seasoning": "rules.seasoning",
    "policy_in_force": "policy.reading",
    "reconcile": "audit.ledger",
    "record": "audit.records",
    "regional_financing_reward": "rules.regional",
    "staged_reward": "rules.staged",
    "verify": "audit.verification",
}
"""The module in which each public name is made; it is imported when the name is asked for."""

if not TYPE_CHECKING:  # a type checker knows the names above, and no others

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return globals()[name]


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
