"""The same policy in other engines, each encoded as its own users would."""
