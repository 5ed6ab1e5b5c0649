"""What is said of the facts of a policy: what a case states of each, and how silence reads."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "policy.events": ("FACTS A CASE MAY STATE", "【案例可写明的事实】"),
    "policy.fact": {
        "percent": ("percent", "百分比"),
        "number": ("number", "数量"),
    },
    "policy.event_amount": ("with an amount", "带金额"),
    "policy.event_repeats": ("may happen several times", "可多次发生"),
    "policy.silence": {
        "did_not_happen": ("not stated, it did not happen", "未写明的，视为未发生"),
        "unknown_if_needed": (
            "not stated, it is unknown where a rule reads it",
            "未写明的，规则须用到时按不明处理",
        ),
        "unknown": ("not stated, it is unknown", "未写明的，按不明处理"),
    },
    "policy.yearly": ("of each year", "按年度填列"),
    "policy.place": {
        "by_day": (
            'place among all who earn "{award}" under this policy, the earliest first',
            "在本政策下取得“{award}”的全部企业中的名次，先取得者在前",
        ),
        "ranked": (
            'place among all who earn "{award}" under this policy, the largest "{by}" first',
            "在本政策下取得“{award}”的全部企业中的名次，“{by}”大者在前",
        ),
    },
    "policy.made": {
        "sum": ("the sum of {of}{over}", "{over}{of}合计"),
        "average": ("the average of {of}{over}", "{over}{of}平均"),
        "least": ("the least of {of}{over}", "{over}各年{of}最低者"),
        "growth": ("the growth of {of} over the year before{over}", "{over}{of}较上年的增长率"),
        "compound_growth": ("the yearly growth of {of}{over}", "{over}{of}的年均复合增长率"),
        "ratio": ("the first of {of} divided by the second{over}", "{over}{of}，前者除以后者"),
        "lower_of": ("the lower of {of}{over}", "{over}{of}孰低"),
    },
    "policy.made_before": (
        ', of the last {span} before the year of "{event}"',
        "“{event}”所在年度以前{span}",
    ),
}
