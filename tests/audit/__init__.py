"""Records and what verifying them finds."""
