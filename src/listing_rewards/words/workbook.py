"""What stands on the sheets of a workbook."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "sheet.page": ("Page &P of &N", "第 &P 页，共 &N 页"),
    "sheet.met": ("met", "符合"),
    "sheet.not_met": ("not met", "不符合"),
    "sheet.unknown": ("not known", "不明"),
    "sheet.bears": ("yes", "涉及"),
    "sheet.bears_not": ("no", "不涉及"),
    "sheet.unlimited": ("no limit", "不限"),
    "sheet.no_day": ("none", "无"),
}
