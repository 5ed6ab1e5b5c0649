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


def rounded(amount: Bounds, *, unit: Decimal, mode: RoundingMode, cap: Decimal | None) -> Bounds:
    """The amount rounded to `unit`, and down where rounding would lift it above `cap`."""

    def once(value: Decimal) -> Decimal:
        result = round_yuan(value, unit=unit, mode=mode)
        if cap is not None and result > cap >= value:
            return round_yuan(value, unit=unit, mode="down")
        return result

    return amount.each(once)
