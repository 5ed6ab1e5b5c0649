"""`python -m listing_rewards` is the command `listing-rewards`."""

from listing_rewards.cli import main

main()
