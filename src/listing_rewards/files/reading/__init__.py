"""What people write: tables, workbooks and documents, each value read for certain or refused."""

from listing_rewards.files.reading.case_files import read_rows
from listing_rewards.files.reading.frames import read_frame
from listing_rewards.files.reading.rows import Row

__all__ = ["Row", "read_frame", "read_rows"]
