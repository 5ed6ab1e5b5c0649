"""The phrases of an amendment, in English and Chinese: parts, keys, values, sentences."""

from __future__ import annotations

from collections.abc import Mapping

from listing_rewards.errors import Lang

Pair = tuple[str, str]

PHRASES: Mapping[str, Pair] = {
    "head": (
        'Changes from "{before}" ({before_id}) to "{after}" ({after_id})',
        "由《{before}》（{before_id}）到《{after}》（{after_id}）的修改",
    ),
    "nothing": ("The content is the same.", "内容相同。"),
    "number": ("{n}. ", "{n}、"),
    "quoted": ('"{text}"', "“{text}”"),
    "changed": ('the {key} "{before}" becomes "{after}"', "{key}由“{before}”修改为“{after}”"),
    "added": ('added: the {key} "{after}"', "增加{key}“{after}”"),
    "removed": ('deleted: the {key} "{before}"', "删去{key}“{before}”"),
    "within": ("In {part}, {changes}.", "{part}{changes}。"),
    "alone": ("{changes}.", "{changes}。"),
    "part_added": (
        "Added: {part}{colon}{content}{source}.",
        "增加{part}{colon}{content}{source}。",
    ),
    "part_removed": ("Deleted: {part}.", "删去{part}。"),
    "order": ("The order of {part} becomes: {names}.", "{part}的顺序修改为：{names}。"),
    "of": ("", "的"),
    "colon": (": ", "："),
    "semicolon": ("; ", "；"),
    "key_value": ("{key}: {value}", "{key}：{value}"),
    "by_clause": (" [{item}]", "（依据：{item}）"),
    "by_assumption": (" [assumed: {reason}]", "（假定：{reason}）"),
    "assumption": ("assumed: {reason}", "假定：{reason}"),
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    # values
    "days": ("{first} to {last}", "{first} 至 {last}"),
    "days_open": ("from {first} on", "{first} 起"),
    "repealed": ("{days}, repealed since {since} ({by})", "{days}，自 {since} 起废止（{by}）"),
    "rounding": ("to {unit}, {mode}", "取整至{unit}，{mode}"),
    "cap_when": ("{cap} where {condition}", "{condition}时{cap}"),
    "instalment": ("{share} {when}", "{when}{share}"),
    "level": ("{level} {share}", "{level}{share}"),
    "value": ("{name} ({label})", "{name}（{label}）"),
}  # fmt: skip

PARTS: Mapping[str, Pair] = {
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

ORDERS: Mapping[str, Pair] = {
    "awards": ("the awards", "奖励项目"),
    "best_of": ("the choices of the highest", "各项择优"),
}

KEYS: Mapping[str, Pair] = {
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
    "clause": ("clause", "依据条款"),
    "law": ("law", "法律法规"),
    "since": ("first day in force", "施行日期"),
    "effect": ("effect", "效果"),
    "advice": ("advice", "建议"),
    "url": ("address", "网址"),
}
"""What a key is called; one that is missing here is called by itself."""

KEYS_OF: Mapping[tuple[str, str], Pair] = {
    ("needs", "needs"): ("condition of every award", "各项奖励均须符合的条件"),
    ("events", "amount"): ("carrying of an amount", "带金额"),
    ("repayments", "after"): ("event from which the time runs", "起算事项"),
    ("conditions", "after"): ("event from which the time runs", "起算事项"),
}

VALUES: Mapping[str, Pair] = {
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

_INNER = str.maketrans('“”"', "‘’'")


def pick(lang: Lang, pair: Pair) -> str:
    """One of the two languages."""
    return pair[0] if lang == "en" else pair[1]


def say(lang: Lang, phrase: str, /, **values: object) -> str:
    """A phrase with its values filled in."""
    return pick(lang, PHRASES[phrase]).format(**values)


def within_quotes(text: str) -> str:
    """The text with its own quotation marks made inner ones.

    >>> within_quotes("“融资”的2%")
    '‘融资’的2%'
    """
    return text.translate(_INNER)


def key_of(lang: Lang, table: str, key: str) -> str:
    """What a key of a part is called."""
    return pick(lang, KEYS_OF.get((table, key)) or KEYS.get(key) or (key, key))


_DIGITS = "〇一二三四五六七八九"


def chinese_number(n: int) -> str:
    """A number below 100 as Chinese counts items; a larger one in digits.

    >>> [chinese_number(n) for n in (1, 10, 12, 20, 35, 100)]
    ['一', '十', '十二', '二十', '三十五', '100']
    """
    tens, ones = divmod(n, 10)
    if tens > 9:
        return str(n)
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")
