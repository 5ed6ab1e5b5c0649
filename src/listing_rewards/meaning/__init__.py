"""What a policy means, stated once: over ranges, truths, days and counts of any engine."""
