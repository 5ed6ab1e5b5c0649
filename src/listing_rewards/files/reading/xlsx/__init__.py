"""Workbooks as they come from people: opened with care, read cell by cell, never guessed at."""
