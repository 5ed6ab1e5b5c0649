"""What Python's own reader says of a text that is not JSON, in both languages."""

from __future__ import annotations

_NOT_JSON: dict[str, tuple[str, str]] = {
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
_OTHERWISE = "语法有误"
NESTED_TOO_DEEPLY = ("lists and objects nested too deeply", "列表和对象嵌套过深")
NUMBER_TOO_LONG = ("a whole number of too many digits", "整数的位数过多")
NOT_UTF8 = ("not text in UTF-8", "不是 UTF-8 文本")


def what_is_not_json(message: str, line: int, column: int) -> tuple[str, str]:
    """The English and the Chinese for a message of Python's `json`, with line and column from 1.

    A message that is not known here is told in English as it is, and by its place in Chinese.

    >>> what_is_not_json("Extra data", 1, 15)
    ('extra data, line 1 column 15', '此处之后还有多余的内容，第 1 行第 15 列')
    """
    known = (said for begins, said in _NOT_JSON.items() if message.startswith(begins))
    english, chinese = next(known, (message[:1].lower() + message[1:], _OTHERWISE))
    return f"{english}, line {line} column {column}", f"{chinese}，第 {line} 行第 {column} 列"
