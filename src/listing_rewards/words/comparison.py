"""What a comparison of two policies says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "comparison.head": (
        "{b} in the place of {a}, as of {day}: what {n} enterprises are entitled to, before "
        "payments",
        "以 {b} 替代 {a}，截至 {day}：{n} 家企业的核定金额（未扣已付）",
    ),
    "comparison.counts": (
        "{gains} gain, {loses} lose, {same} stay the same, {open} cannot be determined yet.",
        "增加 {gains} 家，减少 {loses} 家，不变 {same} 家，尚不能确定 {open} 家。",
    ),
    "comparison.totals": ("BY AWARD", "【按奖励项目】"),
    "comparison.total": ("All awards together", "合计"),
    "comparison.who": {
        "gains": ("WHO GAINS", "【增加】"),
        "loses": ("WHO LOSES", "【减少】"),
        "open": ("WHO GAINS OR LOSES CANNOT BE DETERMINED YET", "【尚不能确定】"),
    },
    "comparison.changes": ("WHAT CHANGES", "【修改内容】"),
    "comparison.from_to": ("{name}: {before} -> {after}", "{name}：{before} → {after}"),
    "comparison.unchanged": ("{name}: {before}", "{name}：{before}"),
    "comparison.difference": (" ({difference})", "（{difference}）"),
    "comparison.because": (" - by item {items} below", "——见修改内容第 {items} 项"),
    "comparison.as_before": (
        " - by the facts of the case, not by a change of the text",
        "——由案例事实所致，条文未变",
    ),
    "comparison.nothing": ("nothing", "无此项"),
}
