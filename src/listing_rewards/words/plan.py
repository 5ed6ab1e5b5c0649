"""What screenings, counties, calendars and outlooks say."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "not_one_list": (
        "a list is of one standard, one day and one year; here are {given}",
        "一份名单须为同一标准、同一截至日、同一年度；这里有 {given} 种",
    ),
    "nothing_to_screen": (
        "there is no enterprise here that could be read; correct the faults reported above",
        "没有可读取的企业；请先更正以上问题",
    ),
    "lists_of_two_standards": (
        "the list before is of {given}, this one of {other}; lists of one standard are compared",
        "上期名单依据 {given}，本期依据 {other}；只能比较同一标准的名单",
    ),
    "lists_out_of_order": (
        "the list before is of {given}, which is later than {other}; exchange them",
        "上期名单的截至日 {given} 晚于本期的 {other}；请对调",
    ),
}

PHRASES: Phrases = {
    # what a condition asks
    "plan.figure": ("{figure} {bounds}", "{figure}{bounds}"),
    "plan.attribute": ("{what}: {of}", "{what}：{of}"),
    "plan.happened": ('"{event}" has happened', "已{event}"),
    "plan.period": ('{period} since "{event}"', "{event}{period}"),
    "plan.all": (" and ", "，且"),
    "plan.any": ("; or ", "；或"),
    # how it came out
    "plan.outcome": {
        "met": ("met", "符合"),
        "not_met": ("not met", "不符合"),
        "unknown": ("unknown", "不明"),
        "not_evaluated": ("not evaluated", "不作判断"),
        "at_issue": ("at the issue", "待发行确定"),
    },
    "plan.readiness": {
        "ready": ("ready", "已具备"),
        "one_short": ("one short", "差一项"),
        "on_the_way": ("on the way", "培育中"),
        "cannot_be_told": ("cannot be told", "尚不能判断"),
        "reached": ("already there", "已达到"),
    },
    "plan.met": ("{what}: met", "{what}：符合"),
    "plan.nearest": ("{what} (nearest: {alternative})", "{what}（最接近：{alternative}）"),
    "plan.short": {
        "below": ("{what}: {stated}, short by {short}", "{what}：{stated}，差{short}"),
        "above": ("{what}: {stated}, over by {short}", "{what}：{stated}，超出{short}"),
    },
    "plan.not_above": (
        "{what}: {stated}, which is not more",
        "{what}：{stated}，恰为界限，不符合",
    ),
    "plan.points": ("{n} percentage points", "{n}个百分点"),
    "plan.full_in": (
        "{what}: full in {days} days, on {day}",
        "{what}：还差{days}天，{day}届满",
    ),
    "plan.not": {
        "flag": ("{what}: stated as no", "{what}：填报为“否”"),
        "attribute": ("{what}: stated otherwise", "{what}：填报为其他"),
        "event": ("{what}: not so on this day", "{what}：截至日尚未达到"),
        "period": ("{what}: has not begun", "{what}：尚未起算"),
    },
    "plan.open": {
        "unknown": ("{what}: not known; state {needs}", "{what}：不明，请补充{needs}"),
        "at_issue": ("{what}: known at the issue ({needs})", "{what}：发行时确定（{needs}）"),
    },
    "plan.undefined": (
        "{what}: {figure} is not above 0, so that there is no rate; a person decides",
        "{what}：{figure}不大于0，无法计算，须人工判断",
    ),
    "plan.not_evaluated": (
        "{what}: not evaluated, its number has not been verified",
        "{what}：数字未经核对，不作判断",
    ),
    # where a number comes from
    "plan.confidence": {
        "read": ("read in the document", "见原文"),
        "secondary": ("read at second hand", "据转引"),
        "general": ("general knowledge, read in no document", "一般了解，未见于任何文本"),
    },
    "plan.not_verified": ("not verified", "未核对"),
    "plan.verified": ("{day}, {by}", "{day}，{by}"),
    "plan.rests_on_general": (
        "rests on {n} numbers or wordings that were read in no document",
        "有{n}项数字或表述未见于任何文本",
    ),
    # the list
    "plan.head": (
        "{standard} ({id}), as of {day}, figures up to {year}: {n} enterprises",
        "{standard}（{id}），截至 {day}，最近一年为 {year} 年：{n} 家企业",
    ),
    "plan.caution": (
        "Screening is for nurturing; it decides nothing. {unverified} numbers or wordings have not "
        "been signed for by a person.",
        "本名单供培育参考，不作任何认定。有{unverified}项数字或表述尚无人核对签名。",
    ),
    "plan.sheet": {
        "list": ("List", "名单"),
        "counties": ("By county", "分县区"),
        "conditions": ("Conditions", "逐项结果"),
        "standard": ("Standard", "标准"),
        "movements": ("Changes", "滚动变化"),
    },
    "plan.column": {
        "rank": ("No.", "序号"),
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "county": ("County", "县（市、区）"),
        "readiness": ("Readiness", "状态"),
        "not_met": ("Not met", "不符合项数"),
        "open": ("Open", "待补充项数"),
        "short": ("What is short", "差距"),
        "needs": ("What to state", "请补充"),
        "at_issue": ("Known at the issue", "发行时确定"),
        "remark": ("Remark", "备注"),
        "condition": ("Condition", "条件"),
        "outcome": ("Outcome", "结果"),
        "clause": ("Clause", "条款"),
        "confidence": ("How it is known", "来源"),
        "verified": ("Verified", "核对"),
        "all": ("All", "合计"),
        "moved": ("Change", "变化"),
        "before": ("Before", "上期"),
        "after": ("Now", "本期"),
        "because": ("By what", "原因"),
    },
    "plan.moved": {
        "came": ("came", "新进"),
        "left": ("left", "退出"),
        "advanced": ("advanced", "前进"),
        "fell_back": ("fell back", "后退"),
        "changed": ("changed", "有变化"),
    },
    "plan.turn": (
        "{what}: {before} -> {after}",
        "{what}：{before}→{after}",
    ),
    "plan.no_county": ("(not stated)", "（未填）"),
    "plan.total": ("All", "合计"),
}
