"""What an amendment says: parts, keys and values of a policy, and what becomes of them."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

PARTS: dict[str, Phrase] = {
    "clauses": ("clause {name}", "条款{name}"),
    "events": ("event {name}", "事项{name}"),
    "figures": ("figure {name}", "指标{name}"),
    "flags": ("yes/no fact {name}", "是否条件{name}"),
    "attributes": ("attribute {name}", "属性{name}"),
    "conditions": ("condition {name}", "条件{name}"),
    "groups": ("{name}", "{name}"),
    "best_of": ("the choice of the highest {name}", "择优{name}"),
    "instalments": ("instalments {name}", "分期方式{name}"),
    "shares": ("cost shares {name}", "分担方式{name}"),
    "repayments": ("repayment {name}", "退还{name}"),
    "awards": ("{name}", "{name}"),
    "notices": ("notice {name}", "合规提示{name}"),
}

ORDERS: dict[str, Phrase] = {
    "awards": ("the awards", "奖励项目"),
    "best_of": ("the choices of the highest", "各项择优"),
}

KEYS: dict[str, Phrase] = {
    "in_force": ("period in force", "有效期"),
    "rounding": ("rounding", "取整"),
    "needs": ("condition", "条件"),
    "counts_payments_under": ("policy whose payments count", "计入已付的其他政策"),
    "source": ("source", "依据"),
    "amount_source": ("source of the amount", "金额依据"),
    "rule": ("rule", ""),
    "zh": ("Chinese name", "中文名称"),
    "en": ("English name", "英文名称"),
    "title": ("title", "名称"),
    "ended_by": ("event that ends it", "终止事项"),
    "after": ("event before it", "在先事项"),
    "silence": ("reading of silence", "未提及时的理解"),
    "record_only": ("mark as only recorded", "仅作记录"),
    "repeats": ("permission to repeat", "可多次发生"),
    "unit": ("unit", "单位"),
    "at_most": ("largest value", "最大值"),
    "presumed": ("reason to presume it", "推定理由"),
    "values": ("values", "可取的值"),
    "item": ("place", "条款位置"),
    "text": ("text", "条文"),
    "paraphrase": ("mark as a paraphrase", "转述"),
    "read": ("way it was read", "文本来源"),
    "lead": ("leading unit", "牵头单位"),
    "supporting": ("supporting units", "配合单位"),
    "cap": ("common cap", "合并上限"),
    "cap_when": ("cap under a condition", "附条件的合并上限"),
    "awards": ("awards", "奖励项目"),
    "parts": ("parts", "各部分"),
    "event": ("event", "触发事项"),
    "years": ("years", "年限"),
    "months": ("months", "月数"),
    "share": ("share", "比例"),
    "earned_by": ("event that earns it", "触发事项"),
    "amount": ("amount", "金额"),
    "group": ("common cap", "合并封顶"),
    "replaces": ("awards it replaces", "替代的项目"),
    "paid_in": ("instalments", "分期方式"),
    "borne_by": ("cost shares", "分担方式"),
    "recipient": ("recipient", "受奖对象"),
    "result_conditioned": (
        "conditioned on the result of a public offering",
        "是否以上市结果为条件",
    ),
    "selective": ("selecting particular operators", "是否针对特定经营者"),
    "clause": ("clause", "依据条款"),
    "law": ("law", "法律法规"),
    "since": ("first day in force", "施行日期"),
    "effect": ("effect", "效果"),
    "advice": ("advice", "建议"),
    "url": ("address", "网址"),
}
"""What a key is called; one that is missing here is called by itself."""

KEYS_OF: dict[str, dict[str, Phrase]] = {
    "needs": {"needs": ("condition of every award", "各项奖励均须符合的条件")},
    "events": {"amount": ("carrying of an amount", "带金额")},
    "repayments": {"after": ("event from which the time runs", "起算事项")},
    "conditions": {"after": ("event from which the time runs", "起算事项")},
}
"""What a key is called in one table, where that differs."""

VALUES: dict[str, Phrase] = {
    "did_not_happen": ("it did not happen", "视为未发生"),
    "unknown_if_needed": ("unknown where a condition needs it", "条件须用时为不明"),
    "unknown": ("unknown", "不明"),
    "yuan": ("yuan", "元"),
    "percent": ("percent", "百分比"),
    "number": ("number", "个数"),
    "official": ("official site", "官方网站"),
    "news": ("press", "新闻报道"),
    "agency": ("agency", "代理机构"),
    "mirror": ("copy elsewhere", "转载"),
    "draft": ("draft", "征求意见稿"),
    "review": ("to be reviewed before paying", "发放前审核"),
    "withhold": ("withheld until reviewed", "审核前暂缓发放"),
    "half_up": ("half up", "四舍五入"),
    "half_even": ("half to even", "四舍六入五成双"),
    "down": ("down", "舍去"),
    "up": ("up", "进位"),
}

PHRASES: Phrases = {
    "amendment.part": PARTS,
    "amendment.order_of": ORDERS,
    "amendment.key": KEYS,
    "amendment.key_of": KEYS_OF,
    "amendment.value_of": VALUES,
    "amendment.head": (
        'Changes from "{before}" ({before_id}) to "{after}" ({after_id})',
        "由《{before}》（{before_id}）到《{after}》（{after_id}）的修改",
    ),
    "amendment.nothing": ("The content is the same.", "内容相同。"),
    "amendment.number": ("{n}. ", "{n}、"),
    "amendment.quoted": ('"{text}"', "“{text}”"),
    "amendment.changed": (
        'the {key} "{before}" becomes "{after}"',
        "{key}由“{before}”修改为“{after}”",
    ),
    "amendment.added": ('added: the {key} "{after}"', "增加{key}“{after}”"),
    "amendment.removed": ('deleted: the {key} "{before}"', "删去{key}“{before}”"),
    "amendment.within": ("In {part}, {changes}.", "{part}{changes}。"),
    "amendment.alone": ("{changes}.", "{changes}。"),
    "amendment.part_added": (
        "Added: {part}{colon}{content}{source}.",
        "增加{part}{colon}{content}{source}。",
    ),
    "amendment.part_removed": ("Deleted: {part}.", "删去{part}。"),
    "amendment.order": ("The order of {part} becomes: {names}.", "{part}的顺序修改为：{names}。"),
    "amendment.of": ("", "的"),
    "amendment.colon": (": ", "："),
    "amendment.semicolon": ("; ", "；"),
    "amendment.key_value": ("{key}: {value}", "{key}：{value}"),
    "amendment.by_clause": (" [{item}]", "（依据：{item}）"),
    "amendment.by_assumption": (" [assumed: {reason}]", "（假定：{reason}）"),
    "amendment.assumption": ("assumed: {reason}", "假定：{reason}"),
    "amendment.yes": ("yes", "是"),
    "amendment.no": ("no", "否"),
    # values
    "amendment.days": ("{first} to {last}", "{first} 至 {last}"),
    "amendment.days_open": ("from {first} on", "{first} 起"),
    "amendment.repealed": (
        "{days}, repealed since {since} ({by})",
        "{days}，自 {since} 起废止（{by}）",
    ),
    "amendment.rounding": ("to {unit}, {mode}", "取整至{unit}，{mode}"),
    "amendment.cap_when": ("{cap} where {condition}", "{condition}时{cap}"),
    "amendment.instalment": ("{share} {when}", "{when}{share}"),
    "amendment.level": ("{level} {share}", "{level}{share}"),
    "amendment.value": ("{name} ({label})", "{name}（{label}）"),
}
