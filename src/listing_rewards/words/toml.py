"""Why a text is not TOML, in the words of whoever typed it, perhaps on a Chinese keyboard."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "toml.at": ("line {line}: {what}; it reads: {text}", "第 {line} 行：{what}；该行为：{text}"),
    "toml.quotes": (
        'text stands between straight quotes: "…", not {found}',
        "文本须用英文直引号括起：\"…\"，不能用 {found}",
    ),
    "toml.comma": (
        "values are parted by a plain comma: , and not {found}",
        "各项之间须用英文逗号 “,” 分隔，不能用 {found}",
    ),
    "toml.brackets": (
        "lists and records take plain brackets: [ ] {{ }}, not {found}",
        "列表和记录须用英文括号 [ ] {{ }}，不能用 {found}",
    ),
    "toml.equals": (
        "a key and its value are joined by = and not by {found}",
        "键与值之间须用英文等号 “=”，不能用 {found}",
    ),
    "toml.day": (
        "a day is written {day}, without quotes, and not {found}",
        "日期须写成 {day}（不加引号），不能写成 {found}",
    ),
    "toml.no_such_day": ("there is no day {found}", "没有 {found} 这一天"),
    "toml.number": (
        'an amount, share or number with its unit stands between quotes: "{found}"',
        "带单位的金额、比例或数须用英文引号括起：\"{found}\"",
    ),
    "toml.yes_no": (
        "yes is written true and no is written false, in small letters; not {found}",
        "是写作 true，否写作 false（小写）；不能写成 {found}",
    ),
    "toml.text": (
        'text stands between straight quotes: "{found}"',
        "文本须用英文引号括起：\"{found}\"",
    ),
    "toml.name": (
        'a name in other letters than a-z, 0-9, _ and - stands between quotes: "{found}"',
        "含有英文字母、数字、“_”“-”以外字符的名称须用英文引号括起：\"{found}\"",
    ),
    "toml.nothing": ("nothing stands after =", "等号 “=” 之后没有内容"),
    "toml.open": (
        "a quote or bracket that is opened here is not closed",
        "此处的引号或括号没有成对",
    ),
    "toml.key_twice": ("the key {found} is written twice", "键 {found} 写了两次"),
    "toml.table_twice": (
        "the table [{found}] is declared twice; put both into one",
        "表 [{found}] 声明了两次；请合并为一个",
    ),
    "toml.escape": (
        r"a backslash in a text is written twice: \\",
        r"文本中的反斜杠须写两个：\\",
    ),
    "toml.otherwise": (
        "this is neither a [table] nor a key = value",
        "此行既不是 [表]，也不是“键 = 值”",
    ),
    "toml.nested_too_deeply": (
        "lists and tables nested too deeply",
        "列表和表嵌套过深",
    ),
}  # fmt: skip
