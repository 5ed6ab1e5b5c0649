"""What an outlook on a budget says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "not_a_period": (
        "{given} is no period; write a day (2026-05-06), a month (2026-05), a quarter (2026Q2), "
        "half a year (2026H1) or a year (2026)",
        "{given} 不是期间；请写日（2026-05-06）、月（2026年5月）、季度（2026年第二季度）、"
        "半年（2026年上半年）或年（2026年）",
    ),
    "likelihood_out_of_range": (
        "a likelihood is above 0 and at most 100%, such as 80%; here it is {given} (1 is 100%)",
        "可能性须大于0且不超过100%，如80%；这里为 {given}（1 即 100%）",
    ),
    "planned_in_the_past": (
        "what is planned by {last} is not after the as-of date {as_of}; state it as an event of "
        "the enterprise if it happened, or plan it anew",
        "计划时间止于 {last}，不晚于截至日 {as_of}；已发生的请填入企业表，未发生的请重新计划",
    ),
    "planned_and_stated": (
        "{event} is planned, and the table of enterprises states it on {day}; it happens once, so "
        "leave one of them out",
        "{event} 已列入计划，但企业表中已填于 {day}；该事项只发生一次，请删去其一",
    ),
    "planned_twice": (
        "{event} is planned twice for this enterprise, also from {first} to {last}; leave one out",
        "该企业的 {event} 计划了两次，另一次为 {first} 至 {last}；请删去其一",
    ),
    "nothing_planned": (
        "nothing is planned, so that the outlook has no end; give the last day it should reach",
        "没有任何计划，无法确定测算期间；请给出测算的最后一日",
    ),
    "too_many_ways": (
        "what {given} plans may turn out in more than {most} ways; give a month or a day in place "
        "of a year for some of it, or ask by year",
        "{given} 的计划有超过 {most} 种可能；请将部分计划由年改为月或日，或改按年度测算",
    ),
    "change_without_limit": (
        "what becomes payable to {given} by {day} cannot be said, since no limit is known of what "
        "was payable before; state the amounts it needs, or give the award a cap",
        "无法确定截至 {day} {given} 新增的应付金额，因为此前的应付金额没有上限；"
        "请补充所需金额，或为该项奖励规定上限",
    ),
    "budget_of_another_year": (
        "the outlook does not reach the year {year} of this budget; it covers {years}",
        "预算年度 {year} 不在测算期间内；测算年度为 {years}",
    ),
    "not_a_budget": (
        "{given} is no budget; write a year and its yuan, such as 2026=30000000",
        "{given} 不是预算；请写年度和金额，如 2026=3000万元",
    ),
}

PHRASES: Phrases = {
    "outlook.sheet": {
        "city": ("Outlook", "支出测算"),
        "budget": ("Budget", "预算"),
        "counties": ("By county", "分县区"),
        "enterprises": ("By enterprise", "分企业"),
        "plan": ("Plan", "计划事项"),
        "premises": ("Premises", "测算前提"),
    },
    "outlook.column": {
        "period": ("Period", "期间"),
        "first": ("From", "自"),
        "last": ("To", "至"),
        "least": ("Newly payable, at least (yuan)", "新增应付，至少（元）"),
        "most": ("At most (yuan)", "至多（元）"),
        "new": ("Newly payable (yuan)", "新增应付（元）"),
        "expected": ("Expected (yuan)", "期望值（元）"),
        "in_year": ("To be paid in the year so far (yuan)", "本年累计需支付（元）"),
        "payable": ("Payable at the end (yuan)", "期末应付余额（元）"),
        "expected_least": ("Expected, at least (yuan)", "期望值，至少（元）"),
        "expected_most": ("Expected, at most (yuan)", "期望值，至多（元）"),
        "in_year_least": (
            "To be paid in the year so far, at least (yuan)",
            "本年累计需支付，至少（元）",
        ),
        "in_year_most": (
            "To be paid in the year so far, at most (yuan)",
            "本年累计需支付，至多（元）",
        ),
        "payable_least": ("Payable at the end, at least (yuan)", "期末应付余额，至少（元）"),
        "payable_most": ("Payable at the end, at most (yuan)", "期末应付余额，至多（元）"),
        "year": ("Year", "年度"),
        "budget": ("Budget (yuan)", "预算（元）"),
        "charged_least": ("To be paid of it, at least (yuan)", "需支付，至少（元）"),
        "charged_most": ("At most (yuan)", "至多（元）"),
        "lacking_least": ("Lacking, at least (yuan)", "缺口，至少（元）"),
        "lacking_most": ("Lacking, at most (yuan)", "缺口，至多（元）"),
        "may_run_out": ("May run out in", "可能用尽于"),
        "runs_out": ("Runs out in", "必然用尽于"),
        "county": ("County", "县（市、区）"),
        "enterprises": ("Enterprises", "企业数"),
        "planned": ("Planned events", "计划事项数"),
        "name": ("Enterprise", "企业名称"),
        "uscc": ("Credit code", "统一社会信用代码"),
        "open_least": ("Payable already, at least (yuan)", "现有应付，至少（元）"),
        "open_most": ("Payable already, at most (yuan)", "现有应付，至多（元）"),
        "exact": ("Range", "区间"),
        "event": ("Event", "事项"),
        "amount": ("Amount (yuan)", "金额（元）"),
        "likelihood": ("Likelihood", "可能性"),
        "premise": ("What the outlook takes to be so", "测算前提"),
    },
    "outlook.of_period": {
        "least": ("{period}, at least", "{period}，至少"),
        "most": ("{period}, at most", "{period}，至多"),
    },
    "outlook.of_level": {
        "least": ("{level}, at least", "{level}，至少"),
        "most": ("{level}, at most", "{level}，至多"),
    },
    "outlook.quarter": {
        "1": ("{year}Q1", "{year}年第一季度"),
        "2": ("{year}Q2", "{year}年第二季度"),
        "3": ("{year}Q3", "{year}年第三季度"),
        "4": ("{year}Q4", "{year}年第四季度"),
    },
    "outlook.year": ("{year}", "{year}年"),
    "outlook.now": ("payable already", "现有应付"),
    "outlook.city": ("Whole city", "全市"),
    "outlook.exact": {
        "yes": ("exact", "准确"),
        "no": ("may be wider", "可能偏宽"),
    },
    "outlook.certain": ("taken to happen", "视为发生"),
    "outlook.never": ("-", "—"),
    "outlook.premise": {
        "days": (
            "{number} planned events may happen on any day of their period; the ranges hold every "
            "choice of days.",
            "{number} 项计划事项可在其期间内任何一日发生；区间涵盖全部日期组合。",
        ),
        "clipped": (
            "Of {number} planned events the period began by {on}; they are taken to happen after "
            "it, since they are not stated.",
            "{number} 项计划事项的期间在 {on} 之前已开始；因未填为已发生，视为其后发生。",
        ),
        "order": (
            "{number} enterprises plan several events; these happen in an order that the policy "
            "admits.",
            "{number} 家企业计划多个事项；各事项按政策允许的先后发生。",
        ),
        "independent": (
            "{number} events with a likelihood below 100% happen or not, each independently of the "
            "others; the ranges hold either way. Events without one are taken to happen.",
            "{number} 项可能性低于100%的事项发生与否相互独立，区间两种情形均涵盖；"
            "未写可能性的事项视为发生。",
        ),
        "rounded": (
            "Expected values are computed exactly and rounded once to the fen (half up), each sum "
            "by itself, so that rounded parts may differ from their sum by fen.",
            "期望值精确计算后一次四舍五入至分，各合计分别取整，各分项之和可能与合计相差几分。",
        ),
        "nothing_paid": (
            "Nothing is paid after the as-of date: what is payable stays so until the end.",
            "截至日之后不再付款：应付未付金额一直保留至期末。",
        ),
        "facts_stay": (
            "What enterprises state stays as it is, and nothing happens that is neither stated nor "
            "planned; what is not known widens the range.",
            "企业所填事实保持不变，未填且未计划的事项不发生；不明事实以区间表示。",
        ),
        "later_left_out": (
            "{number} events, payments or applications that are stated for days after {on} are "
            "left out; plan them if they are to count.",
            "所填日期晚于 {on} 的 {number} 项事项、付款或申请未计入；需计入的请列入计划。",
        ),
        "policy_ends": (
            "The policy ends on {on}; what happens later earns nothing under it.",
            "政策于 {on} 到期；其后发生的事项不产生奖励。",
        ),
        "places": (
            "A place counts among the {number} enterprises of the table, whatever days each of "
            "them chooses.",
            "名次在表中 {number} 家企业之间确定，涵盖各企业的全部日期组合。",
        ),
        "unread": (
            "{number} enterprises that could not be read may take any place.",
            "{number} 家无法读取的企业可能占用任何名次。",
        ),
        "in_year": (
            "A year's budget pays what becomes payable in the year; that of the first year also "
            "what was payable already.",
            "年度预算用于支付当年新增的应付金额；首个年度还包括现有应付金额。",
        ),
        "held_back": (
            "What a notice of the policy holds back, for {number} enterprises, is not in it.",
            "{number} 家企业因合规提示暂缓发放的金额未计入。",
        ),
        "not_exact": (
            "Of {number} enterprises a fact is missing or a place depends on others: their ranges "
            "are sound and may be wider than they would have to be.",
            "{number} 家企业缺少事实或名次取决于其他企业：其区间可靠，但可能偏宽。",
        ),
    },
    "outlook.assumed": (
        "Assumed by the policy ({where}): {reason}",
        "政策假定（{where}）：{reason}",
    ),
    "outlook.head": (
        "{planned} planned events of {n} enterprises. Payable on {day}: {open} yuan; by {last}, "
        "if nothing is paid in between: {payable} yuan.",
        "{n} 家企业，计划事项 {planned} 项。{day} 应付 {open} 元；其间不付款的，至 {last} 应付 "
        "{payable} 元。",
    ),
}
