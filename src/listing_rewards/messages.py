"""The sentence for each kind of fault, in English and Chinese, by its stable code."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "not_an_amount": (
        "{given} is not an amount of money; write yuan such as 3000000.00, or 300万元",
        "{given} 不是金额；请写元，如 3000000.00，或写 300万元",
    ),
    "float_amount": (
        "{given} is a floating-point number, which cannot hold yuan exactly; "
        'write it as text ("{text}") or as a Decimal',
        "{given} 是浮点数，不能精确表示金额；请写成文本（\"{text}\"）或 Decimal",
    ),
    "not_finite": ("{given} is not a finite number", "{given} 不是有限的数"),
    "negative_amount": ("the amount {given} is negative", "金额 {given} 为负数"),
    "too_many_decimals": (
        "{given} has more than two decimals of a yuan; an amount ends at the fen",
        "{given} 的小数超过两位；金额以分为最小单位",
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
    "date_out_of_range": (
        "{given} lies outside 1900-01-01 to 2199-12-31; check the year",
        "{given} 不在 1900-01-01 至 2199-12-31 之间；请检查年份",
    ),
    "not_yes_or_no": ("{given} is neither yes nor no", "{given} 既不是“是”也不是“否”"),
    "missing": ("this is missing", "缺少此项"),
    "empty_text": ("this must not be empty", "此项不能为空"),
    "unknown_key": ("there is no field {given} here", "这里没有字段 {given}"),
    "wrong_shape": ("{given} does not fit here: {detail}", "{given} 不合要求（{detail}）"),
    "unknown_event": (
        "the policy {policy} knows no event {given}",
        "政策 {policy} 没有声明事项 {given}",
    ),
    "unknown_award": (
        "the policy {policy} knows no award {given}",
        "政策 {policy} 没有奖励项目 {given}",
    ),
    "unknown_figure": (
        "the policy {policy} knows no figure {given}",
        "政策 {policy} 没有声明指标 {given}",
    ),
    "unknown_flag": (
        "the policy {policy} knows no flag {given}",
        "政策 {policy} 没有声明条件 {given}",
    ),
    "amount_not_taken": (
        "the event {event} takes no amount, yet {given} is given",
        "事项 {event} 不带金额，却给出了 {given}",
    ),
    "event_repeated": (
        "the event {event} is given more than once, on {days}; it can happen only once",
        "事项 {event} 出现多次（{days}）；它只能发生一次",
    ),
    "event_repeated_without_end": (
        "the event {event} is given again on {given} although no {ended_by} lies between",
        "事项 {event} 在 {given} 再次出现，但其间没有 {ended_by}",
    ),
    "impossible_order": (
        "{event} on {given} comes before {before} on {day}, which must come first",
        "{event}（{given}）早于 {before}（{day}），而后者必须在先",
    ),
    "absent_but_stated": (
        "{event} is listed as absent, yet the case also gives its day, {day}",
        "{event} 列为未发生，但案例又给出了日期 {day}",
    ),
    "duplicate_payment": (
        "this payment of {given} for {award} on {day} is written twice",
        "{award} 在 {day} 的这笔付款 {given} 写了两次",
    ),
    "stage_not_reached": (
        "{given} was paid but is not among the stages reached; add it with its amount",
        "{given} 已付款，但不在已达到的阶段之中；请连同金额列入",
    ),
    "as_of_not_a_day": (
        "as_of must be a day (datetime.date), not {given}",
        "as_of 必须是日期（datetime.date），而不是 {given}",
    ),
    "unknown_policy": (
        "there is no policy {given}; name a shipped one, or the path of a .toml file",
        "没有政策 {given}；请写内置政策的编号，或 .toml 文件的路径",
    ),
    "bad_toml": (
        "this is not a TOML document: {detail}",
        "这不是 TOML 文件：{detail}",
    ),
    "extends_itself": (
        "the chain of extends comes back to {given}",
        "extends 形成循环，回到了 {given}",
    ),
    "unknown_construct": (
        "{given} names no construct; write one of the accepted keys",
        "{given} 不是已知的写法；请使用可用的键之一",
    ),
    "no_unit": (
        "an amount cannot be rounded to {given}; write a unit such as 0.01",
        "金额不能取整至 {given}；请写单位，如 0.01",
    ),
    "undeclared": (
        "{given} is not declared under {table}",
        "{given} 未在 {table} 中声明",
    ),
    "duplicate_id": ("the id {given} is used twice", "编号 {given} 重复"),
    "no_source": (
        "this says neither which clause it rests on nor that it is assumed",
        "此处既没有写明依据条款（clause），也没有标明为假定（assumed）",
    ),
    "two_sources": (
        "this names both a clause and an assumption; keep the one that is true",
        "此处同时写了依据条款与假定；请只保留属实的一项",
    ),
    "days_out_of_order": (
        "the last day {given} is before the first day {first}",
        "最后一日 {given} 早于第一日 {first}",
    ),
    "unreadable_file": ("this file cannot be read: {detail}", "无法读取此文件：{detail}"),
    "unwritable_file": ("this file cannot be written: {detail}", "无法写入此文件：{detail}"),
    "empty_file": ("this file holds no cases", "此文件中没有案例"),
    "wrong_encoding": (
        "byte {given} is neither UTF-8 nor GB18030 text; save the file as UTF-8",
        "字节 {given} 既不是 UTF-8 也不是 GB18030；请将文件另存为 UTF-8",
    ),
    "unknown_format": (
        "the format {given} is not known; use a known suffix or --format",
        "格式 {given} 未知；请使用已知的后缀或 --format",
    ),
    "bad_json": ("this is not JSON: {detail}", "这不是 JSON：{detail}"),
    "duplicate_key": ("the key {given} is written twice", "键 {given} 写了两次"),
    "unknown_column": (
        "there is no column {given}; correct it, or leave it out with --ignore-column",
        "没有列 {given}；请更正，或用 --ignore-column 忽略此列",
    ),
    "duplicate_column": (
        "the columns {given} and {other} mean the same",
        "列 {given} 与 {other} 含义相同",
    ),
    "missing_column": ("the table has no column {given}", "表中没有列 {given}"),
    "unit_without_amount": (
        "the column {given} carries a unit but is not an amount",
        "列 {given} 带有单位，但不是金额列",
    ),
    "too_many_cells": (
        "this row has {given} cells, the header has {columns}",
        "本行有 {given} 个单元格，而表头有 {columns} 个",
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
    "ambiguous_enterprise": (
        "{given} names more than one row of the table; use the credit code",
        "{given} 对应主表中的多行；请使用统一社会信用代码",
    ),
    "no_such_enterprise": (
        "no case is of an enterprise {given}",
        "没有企业 {given} 的案例",
    ),
    "missing_extra": (
        'this needs the extra {given}: pip install "listing-rewards[{extra}]"',
        '此功能需要附加组件 {given}：pip install "listing-rewards[{extra}]"',
    ),
}  # fmt: skip
