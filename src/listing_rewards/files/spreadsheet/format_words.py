"""What a number format or the foot of a page says, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.errors import Lang

_WORDS: Mapping[str, tuple[str, str]] = {
    "page": ("Page &P of &N", "第 &P 页，共 &N 页"),
    "met": ("met", "符合"),
    "not_met": ("not met", "不符合"),
    "unknown": ("not known", "不明"),
    "bears": ("yes", "涉及"),
    "bears_not": ("no", "不涉及"),
    "unlimited": ("no limit", "不限"),
    "no_day": ("none", "无"),
}


def word(lang: Lang, key: str) -> str:
    """A word or short phrase."""
    english, chinese = _WORDS[key]
    return english if lang == "en" else chinese
