"""What one award gives before conditions and common caps."""

from __future__ import annotations

from decimal import Decimal

from listing_rewards.bounds import Bounds
from listing_rewards.money import RoundingMode, round_yuan, tidy


def rate_of(base: Bounds, rate: Decimal) -> Bounds:
    """The share `rate` of `base`, exact and not yet rounded. 按…的百分之…."""
    return base.each(lambda amount: tidy(amount * rate))


def at_most(amount: Bounds, cap: Decimal | None) -> Bounds:
    """The amount, no more than `cap`. 最高不超过…."""
    return amount if cap is None else amount.capped(cap)


def rounded(amount: Bounds, *, unit: Decimal, mode: RoundingMode) -> Bounds:
    """The amount rounded to a multiple of `unit`."""
    return amount.each(lambda value: round_yuan(value, unit=unit, mode=mode))


def cap_in_units(cap: Decimal, unit: Decimal) -> Decimal:
    """The greatest multiple of `unit` within `cap`: what a rounded amount may reach."""
    return round_yuan(cap, unit=unit, mode="down")
