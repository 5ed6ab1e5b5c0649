"""`assess`: checks, amounts, common caps and earlier payments, in that order."""

from listing_rewards.engines.exact.assess import assess, assess_in_one_pass

__all__ = ["assess", "assess_in_one_pass"]
