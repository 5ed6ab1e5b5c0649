"""The columnar engine: any policy compiled to lazy Polars expressions, Arrow batches in and out.

It answers the columns that `assess` answers as fields, to the fen, for millions of rows; a row
that needs an explanation becomes a case again with `case_of`, and `assess` explains it. Which
columns a frame may have is said in `listing_rewards.engines.columns.layout`, which ones the answer
has in `listing_rewards.engines.columns.answered`. It needs the extra ``batch``.
"""

from listing_rewards.errors import InvalidFile, fault

try:
    from listing_rewards.engines.columns.arrow import assess_batches, output_schema
    from listing_rewards.engines.columns.cases import case_of, frame_of
    from listing_rewards.engines.columns.compiled import assess_frame
    from listing_rewards.engines.columns.files import assess_file
except ModuleNotFoundError as error:
    if error.name not in {"polars", "pyarrow"}:
        raise
    raise InvalidFile(fault("missing_extra", "batch", extra="batch")) from None

__all__ = ["assess_batches", "assess_file", "assess_frame", "case_of", "frame_of", "output_schema"]
