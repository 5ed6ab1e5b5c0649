"""What is said of headers that are not ours, and of the map that a user writes for them."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "unknown_target": (
        "{given} is no column of a table for this policy; write one of its headers",
        "{given} 不是本政策表格的列；请写本政策可用的表头",
    ),
    "wrong_map": (
        "{given} is not as a map of columns has it; write {form}",
        "{given} 的写法不符合列对照文件的要求；请写成 {form}",
    ),
    "mapped_twice": (
        "the header {given} stands twice in the map; leave one of the two",
        "对照文件中表头 {given} 出现两次；请只保留其一",
    ),
    "mapped_id": (
        "{given} is the id of another column and keeps its meaning; rename the header in the file",
        "{given} 是另一列的编号，含义不能更改；请在表中改用别的表头",
    ),
    "reserved_title": (
        "the tables of results have a column {given} already; write another title",
        "结果表中已有列 {given}；请另写一个标题",
    ),
}

PHRASES: Phrases = {
    "columns.form_of_ignore": (
        'ignore = ["法定代表人", "所属行业"]',
        'ignore = ["法定代表人", "所属行业"]',
    ),
    "columns.form_of_table": (
        'a table of lines such as "开户银行" = "bank"',
        '若干行，如 "开户银行" = "bank"',
    ),
    "columns.head": (
        "How the columns of {file} are read: a proposal, to be checked line by line,\n"
        "then given with --columns. A header stands here as in the file, without its unit.",
        "{file} 各列的读法（建议稿，请逐行核对），用 --columns 提供给各命令。\n"
        "表头照原样书写，不带单位。",
    ),
    "columns.ignore": ("Left out.", "不读取的列。"),
    "columns.carry": (
        "Comes out again beside the results, under this title. Known by name: {roles}.",
        "不参与计算，原样带入结果表，等号右边是结果表中的标题。系统识别的标题：{roles}。",
    ),
    "columns.read": (
        "Stands for this column of the policy; a unit that the header lacks may stand here, as in "
        '"regional_financing_amount（万元）".',
        "等号右边是本政策表格的列；表头没有单位的，可在右边写明，"
        '如 "regional_financing_amount（万元）"。',
    ),
    "columns.undecided": (
        "To be decided: take the # off, or put the header into ignore or [carry].",
        "待定：确属该列的，请去掉行首的 #；否则请将表头移入 ignore 或 [carry]。",
    ),
    "columns.known": ("Read as they stand: {headers}.", "无需对照即可读取：{headers}。"),
    "columns.such_as": ("such as {samples}", "如 {samples}"),
    "columns.comma": (", ", "、"),
    "columns.summary": (
        "{known} columns are read as they stand; proposed: {read} to read, {carry} to carry, "
        "{ignore} to leave out; {undecided} to be decided.",
        "无需对照{known}列；建议读取{read}列、带入{carry}列、不读取{ignore}列；待定{undecided}列。",
    ),
}
