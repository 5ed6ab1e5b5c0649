"""The public names, by the module from which they are imported."""

from __future__ import annotations

from importlib import import_module

_LISTED = (
    "listing_rewards",
    "listing_rewards.plan",
    "listing_rewards.batch",
    "listing_rewards.proof",
    "listing_rewards.assessment",
    "listing_rewards.comparison",
    "listing_rewards.audit.ledger",
    "listing_rewards.policy.lint",
    "listing_rewards.policy.standards",
    "listing_rewards.report.policy",
    "listing_rewards.report.page",
    "listing_rewards.files.reading",
)
"""Modules whose ``__all__`` says what is public."""

_NAMED = {
    "listing_rewards.audit.records": ("Digests", "Record"),
    "listing_rewards.audit.verification": ("Difference", "Verification"),
    "listing_rewards.files.outcomes": ("assess_rows",),
    "listing_rewards.report.capitals": ("capitals",),
    "listing_rewards.service.assistant": ("Tools",),
    "listing_rewards.service.browser": ("pages_router",),
    "listing_rewards.service.desk": ("Desk", "Limits", "desk_for"),
    "listing_rewards.service.http": ("application", "router"),
}
"""Public names of other modules."""


def public_names() -> dict[str, tuple[str, ...]]:
    """Each public module with its names; a name stands once, where it is first exported."""
    seen: set[int] = set()
    modules: dict[str, tuple[str, ...]] = {}
    for module in _LISTED:
        home = import_module(module)
        names = tuple(name for name in home.__all__ if id(getattr(home, name)) not in seen)
        seen |= {id(getattr(home, name)) for name in names}
        modules[module] = names
    return modules | _NAMED
