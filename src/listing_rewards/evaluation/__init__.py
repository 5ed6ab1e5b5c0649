"""`assess`: checks, amounts, common caps and earlier payments, in that order."""

from listing_rewards.evaluation.assess import assess

__all__ = ["assess"]
