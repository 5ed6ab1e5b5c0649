"""What a notebook shows under a cell, besides the sentences of an answer."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "notebook.effect": {
        "gains": ("gains", "增加"),
        "loses": ("loses", "减少"),
        "same": ("the same", "不变"),
        "open": ("not determined", "尚不能确定"),
    },
    "notebook.effect_head": ("Effect", "结果"),
    "notebook.finding": ("Finding", "发现"),
    "notebook.about": ("About", "项目"),
    "notebook.amount": ("Amount", "金额"),
    "notebook.why": ("Why", "理由"),
}
