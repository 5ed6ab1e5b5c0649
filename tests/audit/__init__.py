"""What an auditor does."""
