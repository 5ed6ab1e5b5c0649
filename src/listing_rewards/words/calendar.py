"""What a calendar of what falls due says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "calendar.sheet": ("Calendar", "催办日历"),
    "calendar.happens": {
        "period_full": ("period full", "期间届满"),
        "standard_period_full": ("period of a standard full", "标准所需期间届满"),
        "window_closes": ("last day", "期限截止"),
        "undertaking_ends": ("undertaking ends", "承诺期满"),
        "document_ends": ("document ends", "文件到期"),
    },
    "calendar.column": {
        "on": ("Day", "日期"),
        "county": ("County", "县（市、区）"),
        "name": ("Enterprise", "企业名称"),
        "happens": ("What happens", "事项"),
        "what": ("Of what", "内容"),
        "awards": ("Awards that hang on it", "所涉奖励"),
        "certain": ("At stake (yuan)", "所涉金额（元）"),
        "at_most": ("At most (yuan)", "至多（元）"),
        "document": ("Document", "依据"),
    },
    "calendar.everybody": ("(all)", "（全体）"),
    "calendar.summary": ("{name}: {happens}: {what}", "{name}：{happens}：{what}"),
    "calendar.stake": ("{certain} to {at_most} yuan", "{certain}至{at_most}元"),
    "calendar.head": (
        "{n} entries from {first} to {last}, by what had happened on {as_of}",
        "{first} 至 {last} 共 {n} 条，按 {as_of} 的情况推算",
    ),
}
