"""What a new policy document tells whoever fills it in, in English and Chinese."""

from __future__ import annotations

from listing_rewards.errors import Lang

_PHRASES: dict[str, tuple[str, str]] = {
    "from": (
        "A draft made from {name}. Put what your document says in place of what stands here, and "
        "take out what it does not say; then run:",
        "草案，据 {name} 写成。请改为本地文件的内容，删去本地文件没有的内容，然后运行：",
    ),
    "extends": (
        "A document that extends {name}: it changes what it names, and nothing else. Uncomment "
        "what changes, by taking the sign # off the line, and put in your numbers; then run:",
        "本文件扩展 {name}，只修改写明的部分。请去掉要修改之处行首的 #，改为本地数字，然后运行：",
    ),
    "schema": (
        "An editor that knows TOML schemas (Even Better TOML, taplo) completes and checks this "
        "file by its first line, after, in this folder:",
        "支持 TOML 模式的编辑器（Even Better TOML、taplo）按首行补全、检查；先在本文件夹运行：",
    ),
    "sources": (
        "A number that changes says where it comes from: a clause of this document, or assumed "
        "with the reason.",
        "修改的数字须写明来源：本文件的条款（clause），或假定及理由（assumed）。",
    ),
    "ends": (
        "To end an award and keep what was earned before:",
        "自某日起取消某项奖励，此前取得的不变：",
    ),
    "series": (
        "the same in every document of one series that follow one another",
        "前后相续的各份文件写同一系列名",
    ),
    "one_of": (" (one of: {names})", "（可写：{names}）"),
    "more": ("May also stand here:", "此处还可以写："),
    "constructs": ("May stand here, one of:", "可用的写法，择一："),
    "tables": (
        "TABLES THAT THIS DOCUMENT DOES NOT HAVE AND MAY HAVE",
        "本文件未用、但可以使用的表",
    ),
    "name": ("NAME", "名称"),
    "written": (
        "{file} is written. Next: {check}",
        "已写入 {file}。下一步：{check}",
    ),
}  # fmt: skip


def phrase(lang: Lang, key: str, **values: object) -> str:
    """A phrase with its values filled in."""
    english, chinese = _PHRASES[key]
    return (english if lang == "en" else chinese).format(**values)
