"""Money, rates, ranges, truths and days: exact, three-valued, without a clock."""
