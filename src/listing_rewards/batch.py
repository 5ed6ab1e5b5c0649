"""Frames and files of many enterprises: `assess` as columns, with Polars and Arrow.

What goes in and what comes out is listed in `listing_rewards.engines.columns.layout` and
`listing_rewards.engines.columns.answered`. It needs the extra ``batch``.
"""

from listing_rewards.engines.columns import (
    assess_batches,
    assess_file,
    assess_frame,
    case_of,
    frame_of,
    output_schema,
)

__all__ = ["assess_batches", "assess_file", "assess_frame", "case_of", "frame_of", "output_schema"]
