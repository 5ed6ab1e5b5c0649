"""What a report on counties says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "county_twice": (
        "{given} is the county that stands here as {other} already; keep one of the two",
        "{given} 与前面的 {other} 是同一个县（市、区）；请只保留一处",
    ),
    "no_targets": (
        "there is no target here; write a table city or a table counties, each event with its "
        "number",
        "没有任何目标；请写 city 或 counties 表，逐项列出事项及其家数",
    ),
}

PHRASES: Phrases = {
    "counties.sheet": {
        "notice": ("Notice", "通报"),
        "return": ("Return", "报送"),
        "changes": ("Changes", "与上期比较"),
    },
    "counties.of": {
        "target": ("{event}: target", "{event}目标"),
        "done": ("{event}: done", "{event}已完成"),
        "on_the_way": ("{event}: on the way", "{event}在途"),
    },
    "counties.column": {
        "rank": ("Place", "名次"),
        "county": ("County", "县（市、区）"),
        "share": ("Reached", "完成率"),
        "enterprises": ("Enterprises", "企业数"),
        "payable": ("Payable (yuan)", "应付（元）"),
        "at_most": ("At most (yuan)", "至多（元）"),
        "paid": ("Paid (yuan)", "已付（元）"),
        "open": ("Not determined", "待定企业数"),
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "needs": ("What to state", "请补充"),
        "event": ("What", "事项"),
        "before": ("Before", "上期"),
        "after": ("Now", "本期"),
        "new": ("New since", "新增企业"),
    },
    "counties.brief": {
        "rank": ("Place", "名次"),
        "county": ("County", "县（市、区）"),
        "share": ("Reached", "完成率"),
        "enterprises": ("Enterprises", "企业数"),
        "payable": ("Payable", "应付"),
        "paid": ("Paid", "已付"),
        "open": ("Open", "待定"),
    },
    "counties.title": (
        "Notice on listing targets by county",
        "各县（市、区）推进企业上市目标完成情况通报",
    ),
    "counties.source": ("Targets set by", "目标依据"),
    "counties.counted": ("Days that count", "计算期间"),
    "counties.policy": ("Amounts by", "金额依据"),
    "counties.days": ("{first} to {last}", "{first} 至 {last}"),
    "counties.done": ("{done} done", "{done} 家"),
    "counties.done_of": ("{done} of {target}", "{done}／{target} 家"),
    "counties.and_on_the_way": (", {n} on the way", "，在途 {n} 家"),
    "counties.chart": ("Targets, done and on the way", "目标、已完成与在途"),
    "counties.chart_of": ("{event}: targets, done and on the way", "{event}：目标、已完成与在途"),
    "counties.key": {
        "done": ("done", "已完成"),
        "on_the_way": ("on the way", "在途"),
        "target": ("target", "目标"),
    },
    "counties.unchanged": (
        "Nothing was reached since the report before.",
        "与上期相比无新增。",
    ),
    "counties.no_decision": (
        "Counted from what the table of enterprises states; for the responsible office to confirm.",
        "按企业表所填情况统计，由主管部门核定。",
    ),
    "counties.city": ("Whole city", "全市"),
    "counties.no_target": ("-", "—"),
    "counties.head": (
        "Targets: {source}. As of {day}, {n} enterprises.",
        "目标依据：{source}。截至 {day}，{n} 家企业。",
    ),
    "counties.meant": (
        "note: the county “{county}” has no target, and its enterprises do not count for "
        "“{meant}”; if that is meant, write it so",
        "提示：县（市、区）“{county}”没有目标，其企业未计入“{meant}”；如指同一县区，请按后者填写",
    ),
    "counties.rule": (
        "Places: by the share of a county's targets that is reached, each counted up to its "
        "number; then by how many reached them in all, then by how many are on the way; equal ones "
        "share a place. Counties without a target are not ranked.",
        "排名规则：先按目标完成率（每项最多计至目标数），再按完成家数，再按在途家数；均相同的名次并列。"
        "没有目标的县（市、区）不参加排名。",
    ),
}
