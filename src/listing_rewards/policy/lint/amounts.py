"""Amounts whose parts do not fit together, so that a number in them would have no effect."""

from __future__ import annotations

from collections.abc import Iterator

from listing_rewards.errors import fault
from listing_rewards.policy.amounts import FixedAmount, RateAmount
from listing_rewards.policy.lint.finding import Finding, amounts_of, error, quantity_named, yuan
from listing_rewards.policy.model import Policy


def floor_above_cap(policy: Policy) -> Iterator[Finding]:
    """An amount that is at least more than it is at most."""
    for path, _, amount in amounts_of(policy):
        if isinstance(amount, RateAmount) and amount.cap is not None and amount.floor is not None:
            floor, cap = yuan(amount.floor), yuan(amount.cap)
            if amount.floor > amount.cap:
                yield error(fault("floor_above_cap", path=f"{path}.floor", floor=floor, cap=cap))


def nothing_is_counted(policy: Policy) -> Iterator[Finding]:
    """A cap of a fixed sum, or how much earns it once, without what is counted."""
    for path, _, amount in amounts_of(policy):
        if isinstance(amount, FixedAmount) and amount.per is None:
            for key in ("every", "cap"):
                if getattr(amount, key) is not None:
                    yield error(fault("nothing_is_counted", key, path=f"{path}.{key}"))


def share_of_what(policy: Policy) -> Iterator[Finding]:
    """A share by which an amount is scaled that is neither a percentage nor a part of a whole."""
    for path, _, amount in amounts_of(policy):
        if amount.scaled is not None and amount.scaled.of is None:
            by = amount.scaled.by
            if by not in policy.figures or policy.figures[by].unit != "percent":
                of = quantity_named(policy, by)
                yield error(fault("share_of_what", path=f"{path}.scaled.by", figure=of))
