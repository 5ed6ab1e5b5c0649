"""`assess`: checks, amounts, common caps and earlier payments, in that order."""

from listing_rewards.engines.exact.assess import assess

__all__ = ["assess"]
