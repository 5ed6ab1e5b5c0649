"""Mutated files of every format: each ends in an answer or in one sentence, and soon."""
