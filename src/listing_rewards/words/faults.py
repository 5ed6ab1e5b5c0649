"""Where a fault stands, what follows its sentence, and why a text is not JSON."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

NOT_JSON: dict[str, Phrase] = {
    "Expecting property name enclosed in double quotes": (
        "expecting property name enclosed in double quotes",
        "此处应为带双引号的键名",
    ),
    "Expecting value": ("expecting value", "此处应有一个值"),
    "Expecting ':' delimiter": ("expecting ':' delimiter", "此处应为冒号“:”"),
    "Expecting ',' delimiter": ("expecting ',' delimiter", "此处应为逗号“,”或右括号"),
    "Extra data": ("extra data", "此处之后还有多余的内容"),
    "Unterminated string": ("unterminated string starting at", "自此处开始的文本没有结束的引号"),
    "Invalid control character": (
        "invalid control character at",
        "文本中有换行、制表符等控制字符",
    ),
    "Invalid \\escape": ("invalid \\escape", "反斜杠“\\”之后的字符无效"),
    "Invalid \\uXXXX escape": ("invalid \\uXXXX escape", "“\\u”之后应有四位十六进制数字"),
    "Unexpected UTF-8 BOM": ("unexpected UTF-8 BOM", "文本开头多出 UTF-8 BOM"),
    "Illegal trailing comma": (
        "illegal trailing comma before the end",
        "最后一项之后多出逗号",
    ),
}
"""By the beginning of what Python's own reader says."""

PHRASES: Phrases = {
    "json.error": NOT_JSON,
    "json.at": (
        "{what}, line {line} column {column}",
        "{what}，第 {line} 行第 {column} 列",
    ),
    "json.otherwise": ("not well formed", "语法有误"),
    "json.nested_too_deeply": (
        "lists and objects nested too deeply",
        "列表和对象嵌套过深",
    ),
    "json.number_too_long": ("a whole number of too many digits", "整数的位数过多"),
    "json.not_utf8": ("not text in UTF-8", "不是 UTF-8 文本"),
    # where a fault stands, and what follows its sentence
    "fault.row": ("row {row}", "第 {row} 行"),
    "fault.column": ("column {column}", "列“{column}”"),
    "fault.given": ("'{given}'", "“{given}”"),
    "fault.nearest": ("; did you mean '{nearest}'?", "；是否为“{nearest}”？"),
    "fault.accepted": (" (accepted: {names})", "（可用：{names}）"),
    "fault.not_assessed": (
        "; so '{enterprise}' ({place}) is not assessed",
        "；“{enterprise}”（{place}）因此不予计算",
    ),
}
