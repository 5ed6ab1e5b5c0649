"""Faults of standards: what a document of conditions without money may not say."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "unknown_standard": (
        "there is no standard {given}; name a shipped one, its series, or the path of a .toml file",
        "没有标准 {given}；请写内置标准的编号或系列，或 .toml 文件的路径",
    ),
    "not_a_standard": (
        'this is no standard; a document of conditions without money says kind = "standard"',
        '这不是标准；不带金额的条件文件须写 kind = "standard"',
    ),
    "standard_not_in_force": (
        "no version of {given} is in force on {day}; there are: {there_are}",
        "{given} 在 {day} 没有有效的版本；现有：{there_are}",
    ),
    "half_verified": (
        "verified_on and verified_by are written together, or neither is",
        "verified_on 与 verified_by 须同时填写，或都不填",
    ),
    "too_many_limbs": (
        "a standard asks for more than {given} conditions, each counted as often as it is named",
        "标准的条件（按被引用次数计）超过 {given} 项",
    ),
    "year_not_ended": (
        "the year {given} has not ended on {day}; the latest year that has is {last}",
        "{day} 时 {given} 年尚未结束；最近一个完整年度为 {last} 年",
    ),
    "not_a_standard_object": (
        "{given} is not a Standard; read one with load_standard(...)",
        "{given} 不是 Standard；请用 load_standard(...) 读取",
    ),
}
