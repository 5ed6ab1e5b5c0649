"""What the portrait of an enterprise says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "portrait.title": ("Listing portrait: {name}", "企业上市画像：{name}"),
    "portrait.now": ("Where it stands", "所处阶段"),
    "portrait.stands": ("Reached", "已达到"),
    "portrait.next": ("Next step", "下一步"),
    "portrait.since": ("{event}, {day}", "{event}（{day}）"),
    "portrait.nowhere": ("no step of the ladder yet", "尚未进入阶梯"),
    "portrait.nothing_next": ("the whole ladder is reached", "各阶段均已达到"),
    "portrait.from": ("{event}, from {day} on", "{event}，最早 {day}"),
    "portrait.earliest": ("from {day}", "最早 {day}"),
    "portrait.ladder": ("The ladder", "阶梯"),
    "portrait.standards": ("Distance to the standards", "与各项标准的差距"),
    "portrait.at_issue": ("known at the issue: {what}", "发行时确定：{what}"),
    "portrait.awards": ("Received, and what may come", "已获与可获奖励"),
    "portrait.column": {
        "award": ("Award", "奖励项目"),
        "policy": ("Policy", "政策"),
        "status": ("Status", "状态"),
        "entitled": ("Entitled", "核定金额"),
        "paid": ("Paid", "已付"),
        "payable": ("Payable", "应付"),
        "may_come": ("May come", "今后可获"),
    },
    "portrait.room": (
        "{group}: cap {cap}, room left {left}",
        "{group}：上限{cap}，余额{left}",
    ),
    "portrait.not_added": (
        "Awards of several policies are not added up: whether they may be had together is for "
        "their documents to say.",
        "不同政策的奖励未相加：能否同时享受，以各文件规定为准。",
    ),
    "portrait.missing": ("What is missing, the most yuan first", "待补充事项（按所涉金额排序）"),
    "portrait.at_stake": (
        "{fact}: {yuan} yuan hang on it ({document})",
        "{fact}：所涉{yuan}元（{document}）",
    ),
    "portrait.no_limit": (
        "{fact}: an amount without a known limit hangs on it ({document})",
        "{fact}：所涉金额上限不明（{document}）",
    ),
    "portrait.asked_by": ("{fact} ({document})", "{fact}（{document}）"),
    "portrait.due": ("What falls due within a year", "一年内到期事项"),
    "portrait.due_line": ("{day}: {happens}: {what}", "{day}：{happens}：{what}"),
    "portrait.law": ("{law}, since {since}: {awards}", "《{law}》（{since}起）：{awards}"),
    "portrait.assumes": ("{policy}: {awards}", "{policy}：{awards}"),
    "portrait.yuan": (" ({yuan} yuan)", "（{yuan}元）"),
    "portrait.no_decision": (
        "For nurturing; this page decides nothing.",
        "供培育参考，不作任何认定。",
    ),
}
