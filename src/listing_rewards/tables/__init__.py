"""Files of cases in, files of answers out."""

from listing_rewards.tables.readers import read_rows
from listing_rewards.tables.results import write_results
from listing_rewards.tables.rows import Outcome, Row, assess_rows

__all__ = ["Outcome", "Row", "assess_rows", "read_rows", "write_results"]
