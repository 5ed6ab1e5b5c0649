"""Faults of files and tables."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "not_ignored": (
        "there is no column {given} to leave out",
        "没有可忽略的列 {given}",
    ),
    "no_header": (
        "the columns {given} have no header; is this line the header?",
        "第 {given} 列没有表头；此行是表头吗？",
    ),
    "total_row": (
        "{given} is a total, not an enterprise; take the line out",
        "{given} 是合计行，不是企业；请删除该行",
    ),
    "overwrites_input": (
        "the output would overwrite what is read; name another file",
        "输出会覆盖输入文件；请换一个文件名",
    ),
    "unreadable_file": ("this file cannot be read: {detail}", "无法读取此文件：{detail}"),
    "unwritable_file": ("this file cannot be written: {detail}", "无法写入此文件：{detail}"),
    "empty_file": ("this file holds no cases", "此文件中没有案例"),
    "wrong_encoding": (
        "byte {given} is neither UTF-8 nor GB18030 text; save the file as UTF-8",
        "字节 {given} 既不是 UTF-8 也不是 GB18030；请将文件另存为 UTF-8",
    ),
    "unknown_format": (
        "the format {given} is not known; use a known suffix, or --format (for what is read, "
        "--input-format)",
        "格式 {given} 未知；请使用已知的后缀或 --format（读取时用 --input-format）",
    ),
    "one_json_document": (
        "this is one JSON document over several lines, not JSON Lines; name the file .json, or "
        "give --input-format json",
        "这是分成多行书写的一份 JSON，不是 JSON Lines（每行一份）；请把文件改名为 .json，"
        "或用 --input-format json",
    ),
    "unknown_column": (
        "there is no column {given}; correct it, or leave it out with --ignore-column",
        "没有列 {given}；请更正，或用 --ignore-column 忽略此列",
    ),
    "duplicate_column": (
        "the columns {given} and {other} mean the same; take one of them out",
        "列 {given} 与 {other} 含义相同；请删去其一",
    ),
    "ambiguous_column": (
        "the header {given} stands for more than one column of this policy; write one of these",
        "表头 {given} 在本政策中对应不止一列；请改用下列之一",
    ),
    "no_such_value": (
        "{given} is not one of the values of this column",
        "{given} 不是本列的可用值",
    ),
    "missing_column": ("the table has no column {given}", "表中没有列 {given}"),
    "unit_without_amount": (
        "the column {given} carries a unit but is not an amount",
        "列 {given} 带有单位，但不是金额列",
    ),
    "wrong_width": (
        "this row has {given} cells, the header has {columns}; an amount with commas belongs in "
        "quotation marks",
        "本行有 {given} 个单元格，而表头有 {columns} 个；带逗号的金额请加引号",
    ),
    "day_missing_for_amount": (
        "the amount {given} stands without its day in column {column}",
        "金额 {given} 缺少日期（列 {column}）",
    ),
    "amount_missing_for_day": (
        "a payment on {given} stands without its amount",
        "{given} 的付款缺少金额",
    ),
    "bad_csv": ("this is not a CSV table: {detail}", "这不是 CSV 表：{detail}"),
    "names_no_enterprise": (
        "this row names no enterprise, so nobody's answer can be trusted; fill in name or uscc",
        "本行没有写明企业，因而任何结果都不可靠；请填写企业名称或信用代码",
    ),
    "not_in_table": (
        "{given} is not an enterprise of the table",
        "{given} 不是主表中的企业",
    ),
    "another_enterprise": (
        "the credit code {given} is that of {owner}, not of {name}",
        "信用代码 {given} 属于 {owner}，而不是 {name}",
    ),
    "another_code": (
        "the credit code {given} stands beside {owner}, whose code in the table is {known}",
        "信用代码 {given} 与 {owner} 在主表中的代码 {known} 不一致",
    ),
    "table_is_for_the_screen": (
        "a table is for the screen; write json, jsonl or csv to a file",
        "table 仅用于屏幕显示；写入文件请用 json、jsonl 或 csv",
    ),
    "ambiguous_enterprise": (
        "{given} names more than one row of the table; use the credit code",
        "{given} 对应主表中的多行；请使用统一社会信用代码",
    ),
    "no_such_enterprise": (
        "no case is of an enterprise {given}",
        "没有企业 {given} 的案例",
    ),
    "several_enterprises": (
        "there are {count} cases here, and a report or workbook is of one; name it with "
        "--enterprise, by name or credit code",
        "共有 {count} 个案例，而核算表、工作簿只针对一家企业；"
        "请用 --enterprise 指定名称或统一社会信用代码",
    ),
    "missing_extra": (
        'this needs the extra {given}: pip install "listing-rewards[{extra}]"',
        '此功能需要附加组件 {given}：pip install "listing-rewards[{extra}]"',
    ),
}  # fmt: skip
