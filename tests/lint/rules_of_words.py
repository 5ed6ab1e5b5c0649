"""For each rule about the words of a clause: a change that trips it, and one close to it."""

from __future__ import annotations

from lint.small import Changes, Trips

TEXT, A = "clauses.c.text", "awards.listed.amount"
PER_TIME = "融资的按融资额的2%给予奖励，每次最高20万元。"
EACH_YEAR = "融资的按融资额的2%给予奖励，每家企业每年最高20万元。"
BANDED = "备案100万元；融资1000万元以上不满5000万元的20万元，5000万元以上1亿元以下的50万元。"
APPLYING = "给予奖励，申请时未迁出。"
FIRST_THREE = "每年对当年度上市的前3家给予奖励。"
LISTED_IN = "区外上市公司迁入的，奖励2元；备案100万元。"
EVERY = "上市前连续两年净利润均达标的给予奖励。"

LEFT: Changes = {
    "events.left": {"en": "Left"},
    "undertakings.u": {
        "title": "不退出",
        "awards": ["listed"],
        "broken_by": ["left"],
        "before_payment": "reported",
    },
}


def only(text: str) -> Changes:
    """Words, and nothing changed that would carry them out."""
    return {TEXT: text}


def paid(text: str, amount: object) -> Changes:
    """One award alone, by how much was raised, on words that give its numbers."""
    award = {"earned_by": "raised", "amount": amount, "result_conditioned": False}
    return {TEXT: text, "awards.listed": None, "awards.filed": award | {"selective": False}}


def rated(scope: str, text: str = PER_TIME) -> Changes:
    """Two per cent of what was raised, with a cap that holds for something."""
    return paid(text, {"rate": "2%", "of": "raised", "cap": "20万元", "cap_per": scope})


def bands(*bounds: str) -> Changes:
    """Two bands of what was raised, by how their four bounds are written."""
    one, two, three, four = bounds
    given = [
        {one: "1000万元", two: "5000万元", "fixed": "20万元"},
        {three: "5000万元", four: "1亿元", "fixed": "50万元"},
    ]
    return {TEXT: BANDED, A: {"bands": given, "of": "raised"}}


def upwards(text: str, *bounds: dict[str, str]) -> Changes:
    """Bands of what was raised, each with its bounds."""
    given = [{**each, "fixed": "100万元"} for each in bounds]
    return {TEXT: text, A: {"bands": given, "of": "raised"}}


def needed(condition: Changes, text: str, **more: object) -> Changes:
    """The award for listing with one condition."""
    return {TEXT: text, "conditions.x": condition, "awards.listed.needs": ["x"], **more}


def moved(text: str, earned_by: object) -> Changes:
    """The award for listing, earned by moving in."""
    into = {"zh": "迁入", "en": "Moved in"}
    return {TEXT: text, A: "2元", "awards.listed.earned_by": earned_by, "events.moved": into}


def promised(runs_from: str) -> Changes:
    """Not to move out within five years."""
    promise = {"title": "不迁出", "awards": ["listed"], "broken_by": ["moved"], "years": 5}
    return {
        TEXT: "给予奖励，获得奖励后五年内迁出的退还。",
        "undertakings.u": promise | {"runs_from": runs_from, "before_payment": "reported"},
    }


def by_day(text: str) -> Changes:
    """The award for listing with another value from 2024-07-01 on."""
    values = [{"since": "2024-01-01", "amount": "2"}, {"since": "2024-07-01", "amount": "1"}]
    return {TEXT: text, A: {"dated": values}}


def placed(last: str, text: str = FIRST_THREE) -> Changes:
    """The first three who listed, under a policy that ends on a day."""
    place = {"zh": "名次", "en": "Place", "unit": "number", "place_of": "listed"}
    more = {"figures.place": place, "in_force.last": last}
    return needed({"figure": "place", "at_most": 3}, text, **more)


def placed_in_a_year(last: str) -> Changes:
    """The same, of those alone who listed on some days."""
    days = {"happened": "listed", "first": "2024-01-01", "last": last}
    needs = ["x", "in_time"]
    return placed("2026-12-31") | {"conditions.in_time": days, "awards.listed.needs": needs}


def made(way: str) -> Changes:
    """A condition on a figure made of two years."""
    parts = {"way": way, "of": ["profits"], "years": 2, "before": "listed"}
    figures: Changes = {
        "figures.profits": {"zh": "年度净利润", "en": "Profits", "yearly": True},
        "figures.of_two": {"zh": "两年净利润", "en": "Profit of two years", "made": parts},
    }
    return needed({"figure": "of_two", "at_least": "500万元"}, EVERY, **figures)


def applied_for(scope: str, window: object) -> Changes:
    """An award of what was raised, applied for in some time."""
    changes = rated(scope, EACH_YEAR if scope == "year" else "融资的按2%给予奖励，最高20万元。")
    needs = {"conditions.x": {"applied": window}, "awards.filed.needs": ["x"]}
    return changes | needs


NOWHERE = tuple(
    Trips("in_words_only", TEXT, only(text), near, (form,), (said,))
    for text, form, said, near in (
        (
            "上市的补足至标准。", "topup", "补足",
            only("上市的补足至标准。") | {f"{A}": {"topup": "200万元", "less": ["filed"]}},
        ),
        (
            "分三年等额兑付。", "paid_in", "分三年",
            only("分三类给予。"),
        ),
        (
            "由市、县两级共担。", "borne_by", "共担",
            only("由市级承担责任。"),
        ),
        (
            "对前十名给予奖励。", "place_of", "前十名",
            only("对前十个月上市的给予奖励。"),
        ),
        (
            "按融资额（不含关联方认购部分）给予奖励。", "minus", "不含",
            only("按融资额（不含关联方认购部分）给予奖励。")
            | {"events.raised.zh": "融资额（不含关联方认购部分）"},
        ),
        (
            "迁入满两年的给予奖励。", "seasoning", "满两年",
            only("迁入满两年的给予奖励。") | {"flags.eligible.zh": "迁入满两年"},
        ),
        (
            "自挂牌之日起3个月内申请。", "within_months", "3个月内",
            needed({"applied": {"within_months": 3}}, "自挂牌之日起3个月内申请。"),
        ),
        (
            "首次挂牌的给予奖励。", "flag", "首次",
            only("首次公开发行的给予奖励。"),
        ),
        (
            "迁出本市的，应退还奖励资金。", "undertakings", "迁出",
            only("迁出的企业，不给予奖励资金。"),
        ),
        (
            "撤回申请的，应退回已获奖励。", "undertakings", "撤回",
            only("撤回申请的，应退回已获奖励。") | LEFT | {"events.left.zh": "主动撤回申请"},
        ),
        (
            "注销的，退还奖励。", "undertakings", "注销",
            only("注销的，退还奖励。") | LEFT | {"events.left.zh": "违反承诺"},
        ),
        (
            "未被终止挂牌的企业，给予奖励。", "absent", "未被终止挂牌",
            only("未被终止挂牌的企业，给予奖励。") | {"flags.eligible.zh": "未摘牌"},
        ),
        (
            "并购后将其迁入本市的，给予奖励。", "earned_by", "迁入本市",
            only("并购后将其迁入本市的，给予奖励。") | {"events.filed.zh": "被并购企业迁入"},
        ),
        (
            "具体标准由市财政局另行制定。", "unknown", "另行制定",
            only("实施细则由市财政局另行制定。"),
        ),
        (
            "具体标准另行确定，给予奖励。", "unknown", "另行确定",
            only("具体标准另行确定，给予奖励。") | {A: {"unknown": "标准另行确定"}},
        ),
        (
            "对营业收入增量部分给予奖励。", "above", "增量部分",
            only("对营业收入增量部分给予奖励。") | {"figures.profit.zh": "营业收入增量"},
        ),
        (
            "同时符合下列条件的企业，给予奖励。", "needs", "同时符合",
            only("同时符合下列条件的企业，给予奖励。")
            | {"conditions.x": {"flag": "eligible"}, "awards.listed.needs": ["x"]}
            | {"awards.filed": None},
        ),
        (
            "曾享受备案奖励的，予以扣除。", "less", "扣除",
            only("曾享受备案奖励的，予以扣除。") | {A: {"fixed": "200万元", "less": ["filed"]}},
        ),
        (
            "对上市公司高级管理人员团队，按其贡献给予奖励。", "recipient", "高级管理人员",
            only("对上市公司给予奖励，加强高级管理人员培训。"),
        ),
        (
            "同一企业不再重复奖励。", "best_of", "不再重复奖励",
            only("重新申报的，不再重复奖励。"),
        ),
        (
            "同一企业不重复享受。", "best_of", "不重复享受",
            only("同一企业不重复享受。") | {"best_of.one": {"awards": ["filed", "listed"]}},
        ),
        (
            "已享受备案奖励的，予以扣除。", "less", "扣除",
            only("已享受备案奖励的，予以扣除。")
            | {A: {"fixed": "200万元", "less": ["filed"]}},
        ),
        (
            "每培育一家企业给予奖励。", "per", "每培育",
            only("每培育一家企业给予奖励。") | {A: {"fixed": "200万元", "per": "raised"}},
        ),
        (
            "于次年兑付。", "paid_in", "次年兑付",
            only("于次年兑付。")
            | {"awards.listed.paid_in": "later"}
            | {"instalments.later": {"parts": [{"share": "100%", "years": 1}]}},
        ),
        (
            "应于6月30日前提出申请。", "applied", "6月30日前",
            only("应于6月30日前提出申请。") | {"flags.eligible.zh": "按期申请"},
        ),
        (
            "对高管团队给予奖励。", "recipient", "高管团队给予",
            only("对高管团队给予奖励。") | {"awards.listed.recipient": "高管团队"},
        ),
        (
            "房地产企业不予支持。", "not_met", "不予",
            only("房地产企业予以支持。"),
        ),
        (
            "房地产企业除外。", "not_met", "除外",
            only("法律另有规定的除外。"),
        ),
    )
)  # fmt: skip

OTHERWISE = tuple(
    Trips("words_say_otherwise", path, changes, near, words)
    for path, changes, near, words in (
        (
            "awards.filed.amount.cap_per", rated("enterprise"), rated("event"),
            ("每次", 'cap_per = "event"', 'cap_per = "enterprise"'),
        ),
        (
            "awards.filed.amount.cap_per", rated("event", EACH_YEAR), rated("year", EACH_YEAR),
            ("每年", 'cap_per = "year"', 'cap_per = "event"'),
        ),
        (
            f"{A}.bands[0].over", bands("over", "below", "at_least", "at_most"),
            bands("at_least", "below", "at_least", "at_most"), ("1000万元以上", "at_least"),
        ),
        (
            f"{A}.bands[1].below", bands("at_least", "below", "at_least", "below"),
            bands("at_least", "below", "at_least", "at_most"), ("1亿元以下", "at_most"),
        ),
        (
            f"{A}.bands[0].at_least",
            upwards("备案100万元；融资超过1亿元的100万元。", {"at_least": "1亿元"}),
            upwards("备案100万元；融资超过1亿元的100万元。", {"over": "1亿元"}),
            ("超过1亿元", "over"),
        ),
        (
            "conditions.x.tested_on", needed({"absent": "moved"}, APPLYING),
            needed({"absent": "moved", "tested_on": "application"}, APPLYING),
            ("申请时", "application", "payment"),
        ),
        (
            "conditions.x.tested_on",
            needed({"seasoning": "filed", "months": 6}, "给予奖励，申报时备案已满6个月。"),
            needed({"seasoning": "filed", "months": 6}, "给予奖励，备案已满6个月。"),
            ("申报时", "application", "as_of"),
        ),
        (
            "undertakings.u.runs_from", promised("event"), promised("payment"),
            ("获得奖励后", "payment"),
        ),
        (
            "figures.of_two.made.way", made("average"), made("least"),
            ("均", "least", "average"),
        ),
    )
)  # fmt: skip

ELSE = (
    Trips(
        "working_days",
        "conditions.x",
        needed({"applied": {"within_days": 30}}, "给予奖励，挂牌之日起30个工作日内申请。"),
        needed({"applied": {"within_days": 30}}, "给予奖励，挂牌之日起30日内申请。"),
        ("30个工作日", "within_days"),
    ),
    Trips(
        "moving_in_alone",
        "awards.listed.earned_by",
        moved(LISTED_IN, "moved"),
        moved(LISTED_IN, "moved") | needed({"happened": "listed", "tested_on": "event"}, LISTED_IN),
        ("moved", 'tested_on = "event"'),
        ("“迁入”（moved）",),
    ),
    Trips(
        "moving_in_alone",
        "awards.listed.earned_by",
        moved(
            "企业上市或已上市企业迁入的，奖励2元；备案100万元。", {"any_of": ["listed", "moved"]}
        ),
        moved("上市公司迁入的，奖励2元；备案100万元。", "moved")
        | {
            "awards.listed.needs": ["x"],
            "conditions.x": {"flag": "eligible"},
            "flags.eligible": {"zh": "已上市", "en": "On a market"},
        },
        ("moved",),
    ),
    Trips(
        "dated_by_another",
        f"{A}.dated",
        by_day("2024年7月1日前备案并上市的2元，其后的1元；备案100万元。"),
        by_day("2024年7月1日前上市的2元，其后的1元；备案100万元。"),
        ("listed", "filed", "happened"),
        ("“上市”（listed）", "“辅导备案”（filed）"),
    ),
    Trips(
        "places_of_all_years",
        "conditions.x",
        placed("2026-12-31"),
        placed("2024-12-31"),
        ("每年",),
    ),
    Trips(
        "places_of_all_years",
        "conditions.x",
        placed_in_a_year("2025-12-31"),
        placed_in_a_year("2024-12-31"),
        ("每年",),
    ),
    Trips(
        "places_of_all_years",
        "conditions.x",
        placed_in_a_year("2024-12-31")
        | {
            "conditions.in_time": {"not_met": "before"},
            "conditions.before": {
                "happened": "listed",
                "first": "2024-01-01",
                "last": "2024-12-31",
            },
        },
        placed_in_a_year("2024-12-31"),
        ("每年",),
    ),
    Trips(
        "one_application",
        "awards.filed.needs",
        applied_for("year", {"within_months": 3, "runs_from": "next_year"}),
        applied_for("enterprise", {"within_months": 3}),
        ("x",),
    ),
    Trips(
        "one_application",
        "awards.filed.needs",
        applied_for("year", {"within_months": 3}),
        applied_for("year", {"last": "2025-03-31"}),
        ("x",),
    ),
    Trips(
        "ceiling_in_full",
        "awards.filed.amount",
        paid("按不超过实际费用的50%给予补助。", {"rate": "50%", "of": "raised"}),
        paid("按不超过实际费用的50%给予补助。", {"rate": "50%", "of": "raised", "upto": True}),
        ("50%", "upto"),
    ),
)

QUIET: tuple[Changes, ...] = (
    only("募投金额 5 亿元以上（不含 5 亿元）的，给予奖励 1,000 万元。")
    | {A: {"of": "raised", "bands": [{"over": "5亿元", "fixed": "1000万元"}]}},
    only("上市的补足至标准。") | {"awards.listed.replaces": ["filed"]},
    rated("enterprise", "融资的按2%给予奖励，最高20万元；每次培训最高1万元。"),
    rated("enterprise") | {"awards.filed.earned_by": "listed"}
    | {"awards.filed.amount": {"rate": "2%", "of": "listed", "cap": "20万元"}},
    upwards(
        "融资500万元以下的给予奖励，500万元以上的也给予奖励。",
        {"at_most": "500万元"}, {"over": "500万元"},
    ),
    upwards("融资500万元（不含）以上的给予奖励。", {"over": "500万元"}),
    needed({"absent": "moved"}, f"{APPLYING}兑付时仍未迁出。"),
    promised("event") | {"undertakings.u.after": "filed"},
    by_day("2024年7月1日前备案并上市的2元，其后的1元。") | {"events.filed.record_only": True}
    | {"awards.filed": None},
    applied_for("year", {"within_months": 3})
    | {"awards.filed.earned_by": "listed", "awards.filed.amount.of": "listed"},
    {
        TEXT: "给予奖励。",
        "clauses.d": {"item": {"zh": "第九条", "en": "article 9"}, "text": "由两级共担。"}
        | {"document": "base"},
        "based_on": {"base": {"title": "上级文件", "issuer": "某省"}},
    },
)  # fmt: skip
"""What carries out its words, or whose words concern something else."""

UNSAID = (*NOWHERE, *OTHERWISE, *ELSE)
