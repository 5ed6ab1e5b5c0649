"""Faults of single values and of the shape of a document."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "not_an_amount": (
        "{given} is not an amount of money; write it in digits with its unit, such as 300万元 or "
        "3000000 yuan",
        "{given} 不是金额；请用数字连同单位书写，如 300万元、3000000元",
    ),
    "sign_against_unit": (
        "{given} has a sign of yuan, its header another unit; write the unit with the number: "
        "300万元 or 300 yuan",
        "{given} 带有人民币符号，而表头是另一单位；请在数字后写明单位：元或万元",
    ),
    "float_amount": (
        "{given} is a floating-point number, which cannot hold yuan exactly; "
        'write it as text ("{text}") or as a Decimal',
        "{given} 是浮点数，不能精确表示金额；请写成文本（\"{text}\"）或 Decimal",
    ),
    "not_a_language": ("there is no text in the language {given}", "没有 {given} 这种语言的文本"),
    "empty_range": (
        "the range from {given} to {most} is empty; its lower end comes first",
        "{given} 至 {most} 不成区间；请先写下限",
    ),
    "not_a_range": (
        "{given} is no end of a range; give a Decimal, or None for no upper limit",
        "{given} 不能作为区间的一端；请用 Decimal，上限不明时用 None",
    ),
    "not_finite": ("{given} is not a finite number", "{given} 不是有限的数"),
    "negative_amount": ("the amount {given} is negative", "金额 {given} 为负数"),
    "too_many_decimals": (
        "{given} has more than two decimals of a yuan; an amount ends at the fen",
        "{given} 折合成元后小数超过两位；金额以分为最小单位",
    ),
    "too_many_digits": (
        "{given} has more digits than an amount or figure can have",
        "{given} 的位数超出金额或指标的范围",
    ),
    "amount_too_large": (
        "{given} is 1,000,000,000,000,000 yuan or more; check the unit (yuan or 万元)",
        "{given} 达到一千万亿元或以上；请检查单位（元或万元）",
    ),
    "not_a_rate": (
        "{given} is not a rate; write a percentage as the document does, such as 2%",
        "{given} 不是比例；请按文件写成百分比，如 2%",
    ),
    "not_a_number": (
        "{given} is not a number; write digits such as 12000000.00",
        "{given} 不是数字；请写成如 12000000.00",
    ),
    "not_a_date": (
        "{given} is not a date; write year-month-day such as 2023-09-15",
        "{given} 不是日期；请按 年-月-日 书写，如 2023-09-15",
    ),
    "time_of_day": (
        "{given} is a day with a time of day; write the day alone: {day}",
        "{given} 在日期之后还带有时刻；请只写日期：{day}",
    ),
    "date_out_of_range": (
        "{given} lies outside 1900-01-01 to 2199-12-31; check the year",
        "{given} 不在 1900-01-01 至 2199-12-31 之间；请检查年份",
    ),
    "not_yes_or_no": ("{given} is neither yes nor no", "{given} 既不是“是”也不是“否”"),
    "missing": ("this is missing", "缺少此项"),
    "empty_text": ("this must not be empty", "此项不能为空"),
    "unknown_key": ("there is no field {given} here", "这里没有字段 {given}"),
    "wrong_shape": ("{given} does not fit here: {detail}", "{given} 不合要求（{detail}）"),
    "not_an_object": (
        "{given} is not a record of named fields",
        "{given} 不是由字段组成的记录",
    ),
    "not_a_list": ("{given} is not a list", "{given} 不是列表"),
    "not_text": ("{given} is not text", "{given} 不是文本"),
    "not_true_or_false": ("{given} is neither true nor false", "{given} 既不是 true 也不是 false"),
    "not_one_of": ("{given} is not accepted here", "此处不能写 {given}"),
    "not_a_whole_number": (
        "{given} is not a whole number; write digits without quotes, such as 12",
        "{given} 不是整数；请写不加引号的数字，如 12",
    ),
    "number_too_small": (
        "{given} is too small; at least {limit} is accepted",
        "{given} 过小；至少为 {limit}",
    ),
    "number_too_large": (
        "{given} is too large; at most {limit} is accepted",
        "{given} 过大；至多为 {limit}",
    ),
    "too_few": ("{given} has too few items; at least {limit}", "{given} 项数过少；至少 {limit} 项"),
    "duplicate_key": ("the key {given} is written twice", "键 {given} 写了两次"),
    "lone_surrogate": (
        "{given} is half of a letter and stands alone; write the letter itself",
        "{given} 只是半个字符，不能单独出现；请直接写出该字符",
    ),
    "not_json_text": (
        "{given} is no JSON text; give a str or bytes, or use model_validate for a dict",
        "{given} 不是 JSON 文本；请给出 str 或 bytes，字典请用 model_validate",
    ),
    "bad_json": ("this is not JSON: {detail}", "这不是 JSON：{detail}"),
    "rate_too_large": (
        "{given} is more than {most}, the largest share there is here; check the percent sign",
        "{given} 超过 {most}，此处不可能有更大的比例；请检查百分号",
    ),
}  # fmt: skip

PHRASES: Phrases = {
    # amounts
    "values.yuan": ("{amount} yuan", "{amount}元"),
    "values.yuan_wan": ("{amount} yuan", "{amount}元（{wan}万元）"),
    "values.set_yuan": ("{amount} yuan", "{whole}元"),
    "values.set_wan": ("{amount} yuan", "{wan}万元"),
    "values.between": ("between {least} and {most}", "{least}至{most}"),
    "values.no_limit": ("at least {least}, no upper limit known", "至少{least}，上限不明"),
    "values.not_stated": ("not stated", "未写明"),
    "values.bound": {
        # bounds, in the law's words
        "at_least": ("at least {number}", "不低于{number}（含）"),
        "over": ("over {number}", "超过{number}"),
        "at_most": ("at most {number}", "不超过{number}（含）"),
        "below": ("below {number}", "不满{number}"),
    },
    "values.bound_exactly": ("exactly {number}", "等于{number}"),
    "values.bound_both": ("{lower} and {upper}", "{lower}且{upper}"),
    "values.bound_none": ("any number", "不限"),
    "values.full": {
        "year": {
            # periods
            "one": ("one full year", "满一年"),
            "many": ("{n} full years", "满{n}年"),
        },
        "month": {
            "one": ("one full month", "满一个月"),
            "many": ("{n} full months", "满{n}个月"),
        },
    },
    "values.full_both": ("{years} and {months}", "满{span}"),
    "values.span": {
        "year": {
            "one": ("1 year", "1年"),
            "many": ("{n} years", "{n}年"),
        },
        "month": {
            "one": ("1 month", "1个月"),
            "many": ("{n} months", "{n}个月"),
        },
        "day": {
            "one": ("1 day", "1日"),
            "many": ("{n} days", "{n}日"),
        },
    },
    "values.span_joint": (" and ", ""),
    # names
    "values.quoted": ('"{name}"', "“{name}”"),
    "values.one_of_joint": (" or ", "或"),
    "values.event_joint": {"all": (" and ", "且"), "any": (" or ", "或")},
    "values.events_as_one": {
        "all": ("{names} (the later day)", "{names}（以较晚日期为准）"),
        "any": ("{names} (the earliest day)", "{names}（以最早日期为准）"),
    },
    "values.listing_joint": (", ", "、"),
    "values.colon": (": ", "："),
    "values.bracket": (" ({inner})", "（{inner}）"),
    "values.or": ('" or "', "”或“"),
    # sources
    "values.also_read": ("{item}; also read in: {others}", "{item}；另见：{others}"),
    "values.clause_tag": (" [{item}]", "〔{item}〕"),
    "values.assumed_tag": (" [assumed]", "〔假定〕"),
    "values.paraphrase": ("in our words", "系转述"),
    "values.read": {
        "news": ("read in the press", "据新闻报道"),
        "agency": ("read on an agency's site", "据中介机构网站转载"),
        "mirror": ("read in a copy on an unrelated site", "据无关网站转载"),
        "draft": ("read in a draft", "据征求意见稿"),
    },
}
