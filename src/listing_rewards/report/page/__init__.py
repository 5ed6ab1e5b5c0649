"""The page that a person signs: one self-contained HTML document, drawn and printed."""

from listing_rewards.report.page.compose import page

__all__ = ["page"]
