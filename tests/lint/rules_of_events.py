"""Rules about several events, parts, years and budgets: what trips each, and what is close."""

from __future__ import annotations

from lint.rules_of_words import TEXT, A, moved, needed, only, paid, placed, promised
from lint.small import Changes, Trips

PARTS = "融资按分段累进给予：1亿元以下部分按1%，1亿元至5亿元部分按0.5%。"
WHOLE = "融资1亿元以下的按1%给予，1亿元以上5亿元以下的按0.5%给予，超过部分不再给予。"
YEARLY_CAP = "备案100万元，上市200万元，每家企业每年最高不超过250万元。"
BY_YEAR = "自上市当年起，连续三年按净利润的10%给予奖励。"
FUND = "每年安排资金1000万元，按申请先后顺序给予，额度用完为止。"
PER_YI = {"fixed": "10万元", "per": "raised", "every": "1亿元"}
ABOVE_5: Changes = {
    "conditions.x": {"figure": "raised", "over": "5亿元"},
    "awards.filed.needs": ["x"],
}
COMPLETED = {"zh": "完成股份制改造", "en": "Reformed"}
SETTLED = {"zh": "新三板挂牌", "en": "On NEEQ"}


def banded(text: str) -> Changes:
    """A share of all that was raised, by bands."""
    given = [
        {"at_most": "1亿元", "rate": "1%"},
        {"over": "1亿元", "at_most": "5亿元", "rate": "0.5%"},
    ]
    return paid(text, {"of": "raised", "bands": given})


def by_parts(text: str) -> Changes:
    """The same, each part by itself."""
    first = {"rate": "1%", "of": "raised", "cap": "100万元"}
    second = {"rate": "0.5%", "of": "raised", "above": "1亿元", "cap": "200万元"}
    more = {"earned_by": "raised", "result_conditioned": False, "selective": False}
    return paid(text, first) | {"awards.second": more | {"amount": second}}


def shared(text: str, *shares: str, titles: str = "市县") -> Changes:
    """The award for listing, borne by two levels."""
    parts = [
        {"level": level, "title": title, "share": share}
        for level, title, share in zip(("one", "two"), titles, shares, strict=True)
    ]
    return {TEXT: text, "shares.s": {"parts": parts}, "awards.listed.borne_by": "s"}


def in_parts(text: str, *shares: str) -> Changes:
    """The award for listing, paid year by year."""
    parts = [{"share": share, "years": at} for at, share in enumerate(shares)]
    return {TEXT: text, "instalments.i": {"parts": parts}, "awards.listed.paid_in": "i"}


def together(text: str, last: str = "2025-12-31") -> Changes:
    """Both awards under one cap."""
    group = {"title": "合计", "cap": "250万元"}
    members = {f"awards.{name}.group": "g" for name in ("filed", "listed")}
    return {TEXT: text, "groups.g": group, "in_force.last": last, **members}


def each_time(text: str, last: str = "2025-12-31") -> Changes:
    """So much for each time, with a cap."""
    per = paid(text, {"fixed": "3万元", "per": "raised", "cap": "30万元"})
    return per | {"in_force.last": last}


def several(way: str, text: str) -> Changes:
    """An award for the share reform and the listing on NEEQ."""
    events: Changes = {"events.reformed": COMPLETED, "events.neeq": SETTLED}
    return events | {TEXT: text, "awards.listed.earned_by": {way: ["reformed", "neeq"]}, A: "2"}


def recurring(times: int, text: str = BY_YEAR) -> Changes:
    """A share of the profit of each year."""
    every = {"times": times, "runs_from": "year", "stated_by_year": ["profit"]}
    return paid(text, {"rate": "10%", "of": "profit"}) | {
        "awards.filed.earned_by": "listed",
        "awards.filed.every_year": every,
    }


def budgeted(text: str, counted_on: str, used_up: str) -> Changes:
    """A budget of one year."""
    budget = {
        "title": "资金",
        "awards": ["listed"],
        "years": [{"year": 2024, "amount": "1000万元"}],
        "counted_on": counted_on,
        "used_up": used_up,
        "clause": "c",
    }
    return {TEXT: text, "budgets.b": budget, A: "1000万元", "awards.filed": None}


def came_first(**condition: str) -> Changes:
    """Moving in, and a condition on the day of the listing."""
    text = "上市公司迁入的，奖励2元；备案100万元。"
    needs: Changes = {"conditions.x": condition, "awards.listed.needs": ["x"]}
    return moved(text, {"all_of": ["moved", "listed"]}) | needs


SEVERAL = (
    Trips(
        "moved_in_first",
        "awards.listed.earned_by",
        moved("区外上市公司迁入的，奖励2元；备案100万元。", {"all_of": ["moved", "listed"]}),
        came_first(happened="moved", after="listed"),
        ('happened = "listed"', 'earned_by = "moved"', "上市公司迁入"),
    ),
    Trips(
        "words_say_otherwise",
        "awards.listed.earned_by",
        several("any_of", "完成股份制改造且在新三板挂牌的，给予奖励。"),
        several("all_of", "完成股份制改造且在新三板挂牌的，给予奖励。"),
        ("改造且在新三板挂牌", "all_of", "any_of"),
    ),
    Trips(
        "words_say_otherwise",
        "awards.listed.earned_by",
        several("all_of", "完成股份制改造或在新三板挂牌的，给予奖励。"),
        several("any_of", "完成股份制改造或在新三板挂牌的，给予奖励。"),
        ("改造或在新三板挂牌",),
    ),
    Trips(
        "in_words_only",
        TEXT,
        only("通过辅导验收且获受理的，给予奖励。"),
        only("按实际费用给予奖励且最高不超过一定额度。"),
        ("验收且获受理", "earned_by.all_of"),
    ),
)

BACK_DOOR = "备案100万元，上市200万元；借壳上市后迁回的，比照前款给予奖励。"
ABROAD = "备案100万元，上市200万元；在境外主要证券市场上市的，参照执行。"
BY_ANALOGY = (
    Trips(
        "in_words_only",
        TEXT,
        only(ABROAD),
        only(ABROAD) | {"events.listed.zh": "上市（含境外上市）"},
        ("参照执行", "any_of"),
    ),
    Trips(
        "in_words_only",
        TEXT,
        only(ABROAD) | {"events.filed.zh": "进入市场备案"},
        only("备案100万元，上市200万元；资金管理参照有关规定执行。"),
        ("境外",),
    ),
    Trips(
        "in_words_only",
        TEXT,
        only(BACK_DOOR),
        only(BACK_DOOR) | {"events.moved.zh": "借壳上市后迁回"},
        ("比照前款给予",),
    ),
)
SECOND = {"earned_by": "listed", "amount": "100万元", "title": "又一项"}
TWO_SUMS: Changes = {"awards.second": SECOND}
SUMS = (
    Trips(
        "sums_all_given",
        "awards.second",
        only("上市的200万元，备案或第四家起的100万元。") | TWO_SUMS,
        only("上市的200万元，再给予100万元。") | TWO_SUMS,
        ("listed", "second", "replaces"),
        ("“又一项”（second）",),
    ),
    Trips(
        "sums_all_given",
        "awards.second",
        only("上市的200万元，备案或第四家起的100万元。") | TWO_SUMS,
        needed({"flag": "eligible"}, "符合的200万元，其他的100万元；备案100万元。")
        | {"conditions.other": {"not_met": "x"}}
        | {"awards.second": {**SECOND, "needs": ["other"]}},
        ("best_of",),
    ),
)

STAYING = (
    Trips(
        "in_words_only",
        TEXT,
        only("注册地仍保留在本市的，给予奖励。") | {"events.moved.zh": "离开"},
        only("注册地仍保留在本市的，给予奖励。"),
        ("absent", "保留在本市"),
    ),
)

OF_PARTS = (
    Trips(
        "parts_in_the_words",
        "awards.filed.amount.bands",
        banded(PARTS),
        banded(WHOLE),
        ("累进", 'rate = "0.5%"', 'above = "100,000,000.00元"', 'cap = "2,000,000.00元"'),
    ),
    Trips(
        "parts_in_the_words",
        "awards.filed.amount.bands",
        banded("融资1亿元（含）以下的部分按1%给予，1亿元至5亿元部分按0.5%给予。"),
        by_parts(PARTS),
        ("部分",),
    ),
    Trips(
        "not_in_the_words",
        "awards.filed.amount.cap",
        by_parts(PARTS) | {"awards.filed.amount.cap": "150万元"},
        by_parts("融资1亿元以下部分按1%，超过1亿元至5亿元的部分按0.5%。"),
        ("1,500,000.00",),
    ),
    Trips(
        "counted_from_zero",
        "awards.filed.amount.per",
        paid("融资额超过5亿元的，每增加1亿元奖励10万元。", PER_YI) | ABOVE_5,
        paid("融资额超过5亿元的，每增加1亿元奖励10万元。", PER_YI)
        | ABOVE_5
        | {"events.raised.zh": "融资额超过5亿元的部分"},
        ("每增加", "raised"),
        ("“融资”（raised）",),
    ),
    Trips(
        "in_words_only",
        TEXT,
        only("三年内未能上市的，全额收回补助。") | {"events.moved.zh": "三年内迁出"},
        only("未实现上市的，已享受的补助不再追回。"),
        ("kept_by", "收回"),
    ),
    Trips(
        "words_say_otherwise",
        "shares.s.parts",
        shared("备案100万元，上市200万元，由市、县按6:4分担。", "50%", "50%"),
        shared("备案100万元，上市200万元，由市、县按6:4分担。", "60%", "40%"),
        ("6:4", "60%、40%", "50%、50%"),
    ),
    Trips(
        "words_say_otherwise",
        "shares.s.parts",
        shared("备案100万元，上市200万元，由市、县按6:4分担。", "60%", "40%", titles="县市"),
        shared("备案100万元，上市200万元，由市、县按6:4分担。", "40%", "60%", titles="县市"),
        ("6:4",),
    ),
    Trips(
        "words_say_otherwise",
        "instalments.i.parts",
        in_parts("备案100万元，上市200万元，分三年按4:3:3兑付。", "50%", "30%", "20%"),
        in_parts("备案100万元，上市200万元，分三年按4:3:3兑付。", "40%", "30%", "30%"),
        ("4:3:3",),
    ),
    Trips(
        "in_words_only",
        TEXT,
        shared("由市、县按6:4分担，高新区企业由高新区财政全额承担。", "60%", "40%"),
        shared("由市、县按6:4分担，高新区企业由高新区财政全额承担。", "60%", "40%")
        | {"shares.zone": {"parts": [{"level": "zone", "title": "高新区", "share": "100%"}]}},
        ("borne_by", "全额承担"),
    ),
)

OF_YEARS = (
    Trips(
        "cap_of_each_year",
        "groups.g.cap",
        together(YEARLY_CAP),
        together(YEARLY_CAP, last="2024-12-31"),
        ("2,500,000.00", "每年"),
    ),
    Trips(
        "cap_of_each_year",
        "awards.filed.amount.cap",
        each_time("每次融资给予3万元，每年最高不超过30万元。"),
        each_time("每次融资给予3万元，每家企业最高不超过30万元。"),
        ("300,000.00",),
    ),
    Trips(
        "every_year_in_words",
        TEXT,
        paid("上市后三年内，每年度按净利润的10%给予奖励。", {"rate": "10%", "of": "profit"})
        | {"events.listed.zh": "三年内上市", "awards.filed.earned_by": "listed"},
        paid("每年评选优秀企业，按净利润的10%给予奖励。", {"rate": "10%", "of": "profit"})
        | {"awards.filed.earned_by": "listed"},
        ("every_year",),
    ),
    Trips(
        "words_say_otherwise",
        "awards.filed.every_year.times",
        recurring(5),
        recurring(3),
        ("连续三年", "times = 3", "times = 5"),
    ),
    Trips(
        "words_say_otherwise",
        "undertakings.u.years",
        promised("payment") | {"undertakings.u.years": 0},
        promised("payment"),
        ("五年内", "years = 5"),
    ),
    Trips(
        "words_say_otherwise",
        "undertakings.u.runs_from",
        promised("event") | {TEXT: "给予奖励，自奖励资金拨付之日起五年内迁出的退还。"},
        promised("payment") | {TEXT: "给予奖励，自奖励资金拨付之日起五年内迁出的退还。"},
        ("资金拨付之日起", "payment"),
    ),
    Trips(
        "not_in_the_words",
        "conditions.x",
        needed({"applied": {"within_years": 3}}, "给予奖励，上市之日起两年内提出申请。"),
        needed({"applied": {"within_years": 2}}, "给予奖励，上市之日起两年内提出申请。"),
        ("36",),
    ),
    Trips(
        "in_words_only",
        TEXT,
        promised("payment") | {TEXT: "上市后两年内申请的给予奖励，获得奖励后五年内迁出的退还。"},
        promised("payment") | {TEXT: "近两年内无违法行为的给予奖励，获得奖励后五年内迁出的退还。"},
        ("后两年内", "within_years"),
    ),
    Trips(
        "in_words_only",
        TEXT,
        only("给予奖励，30日内迁入。") | {TEXT: "给予奖励，上市后30日内申请。"},
        recurring(3, "上市后三年内，连续三年按净利润的10%给予奖励。"),
        ("后30日内", "within_days"),
    ),
    Trips(
        "words_say_otherwise",
        "conditions.x.tested_on",
        needed({"absent": "moved"}, "给予奖励，申请奖励资金时未迁出。"),
        needed({"absent": "moved"}, "给予奖励，申请上市时未迁出。"),
        ("申请奖励资金时", "application"),
    ),
    Trips(
        "words_say_otherwise",
        "conditions.x",
        placed("2024-12-31", "对上市的前5家给予奖励。"),
        placed("2024-12-31", "对上市的前三家给予奖励。"),
        ("前5家", "at_most = 5", "at_most = 3"),
    ),
)

OF_BUDGETS = (
    Trips(
        "words_say_otherwise",
        "budgets.b.counted_on",
        budgeted(FUND, "event", "nothing"),
        budgeted(FUND, "application", "nothing"),
        ("申请先后", "application", "event"),
    ),
    Trips(
        "words_say_otherwise",
        "budgets.b.used_up",
        budgeted(FUND, "application", "next_year"),
        budgeted(
            "每年安排资金1000万元，按申请先后给予，不足的顺延至下一年度。",
            "application",
            "next_year",
        ),
        ("用完为止", "nothing", "next_year"),
    ),
    Trips(
        "relation_not_said",
        "clauses.c",
        only("已享受市级奖励的，不再享受本办法奖励。"),
        only("挂牌的给予奖励，不再享受前述奖励。"),
        ("不再享受",),
    ),
)

OF_EVENTS = (
    *SEVERAL,
    *BY_ANALOGY,
    *SUMS,
    *STAYING,
    *OF_PARTS,
    *OF_YEARS,
    *OF_BUDGETS,
)
