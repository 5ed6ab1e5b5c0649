"""Cases beside the numbers of a policy, and what an officer finds in them."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "edge.all": ("{award}: all that it asks for", "{award}：全部条件均符合"),
    "edge.day": ("{award}: {event} on {day}", "{award}：“{event}”发生于 {day}"),
    "edge.day_after_paid": (
        "{award}: paid, then {event} on {day}",
        "{award}：已付之后，“{event}”发生于 {day}",
    ),
    "edge.day_unpaid": (
        "{award}: not paid yet, and {event} on {day}",
        "{award}：尚未拨付，“{event}”发生于 {day}",
    ),
    "edge.absent": ("{award}: {event} did not happen", "{award}：“{event}”未发生"),
    "edge.number": ("{award}: {fact} is {number}", "{award}：“{fact}”为{number}"),
    "edge.yes": ("{award}: {fact}: yes", "{award}：“{fact}”：是"),
    "edge.no": ("{award}: {fact}: no", "{award}：“{fact}”：否"),
    "edge.value": ("{award}: {fact} is {value}", "{award}：“{fact}”为“{value}”"),
    "edge.not_stated": ("{award}: {fact} is not stated", "{award}：未说明“{fact}”"),
    "edge.applied": ("{award}: applied for on {day}", "{award}：{day} 申请"),
    "edge.not_applied": (
        "{award}: the day of the application is not stated",
        "{award}：未写明申请日期",
    ),
    "edge.not_approved": ("{award}: no amount approved yet", "{award}：尚未核定金额"),
    "edge.approved_above": (
        "{award}: a fen more approved than the ceiling",
        "{award}：核定金额超过上限一分",
    ),
    "edge.as_of": ("{award}: as of {day}", "{award}：截至 {day}"),
    "edge.paid": ("{award}: {amount} paid before", "{award}：此前已付{amount}"),
    "edge.together": ("{group}: all of its awards", "{group}：组内各项均达到"),
    "edge.both": ("{award} and {other}", "{award}与{other}"),
    "trial.head": (
        "Cases on each side of every number and day of: {title}",
        "《{title}》各数字、各日期两侧的案例",
    ),
    "trial.fill_in": (
        "Write under expected what is right by the document, with its unit, such as 50万元 or "
        "0..50万元; then run: listing-rewards policy try {file}",
        "请依文件在 expected 中填写应付金额（连同单位，如 50万元 或 0..50万元），然后运行："
        "listing-rewards policy try {file}",
    ),
    "trial.written": ("{file} is written.", "已写出 {file}。"),
    "trial.differs": (
        "case {number}, {about}: expected {expected}, the library says {says}",
        "第{number}个案例，{about}：预期{expected}，本库为{says}",
    ),
    "trial.changed": (
        "case {number}, {about}: the library said {before} and now says {says}; the document or "
        "the library has changed",
        "第{number}个案例，{about}：本库原为{before}，现为{says}；文件或本库有变化",
    ),
    "trial.summary": (
        "{cases} cases, {filled} filled in, {differing} of them different.",
        "共{cases}个案例，已填写{filled}个，其中{differing}个不一致。",
    ),
}
