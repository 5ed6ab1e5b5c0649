"""Checking an answer without trusting it, and a ledger against what was due."""
