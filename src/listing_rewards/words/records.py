"""Faults of records of assessments."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "newer_record": (
        "this record has the form {given}, which a later version of the library writes; this one "
        "reads up to {known}",
        "此记录的格式为 {given}，由更新的程序版本生成；当前版本只能读取至 {known}",
    ),
    "not_a_version": (
        "{given} is not a version of the library; one is three numbers, such as {like}",
        "{given} 不是本程序的版本号；版本号为三个数字，如 {like}",
    ),
    "not_an_assessment": (
        "{given} is not an Assessment; make one with assess(...)",
        "{given} 不是 Assessment；请用 assess(...) 得出",
    ),
    "not_a_record": (
        "{given} is not a record; give a Record, its JSON text, or the JSON read as a dict",
        "{given} 不是核算记录；请提供 Record、其 JSON 文本，或读成 dict 的 JSON",
    ),
    "nested_too_deeply": (
        "more than {given} lists and objects stand in one another here",
        "此处的列表和对象嵌套超过 {given} 层",
    ),
    "no_records": ("this file holds no records", "此文件中没有核算记录"),
}  # fmt: skip
