"""The sentence for each kind of fault, in English and Chinese, by its stable code."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "not_an_amount": (
        "{given} is not an amount of money; write digits such as 3000000.00, or with the unit, "
        "such as 300万元",
        "{given} 不是金额；请写数字，如 3000000.00，或连同单位书写，如 300万元",
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
    "no_amounts": (
        "the event {given} takes no amount, so nothing can be a share of it",
        "事项 {given} 不带金额，不能按其比例计算",
    ),
    "only_recorded": (
        "the flag {given} is only recorded (record_only), so no condition can ask for it",
        "条件 {given} 仅作记录（record_only），不能作为奖励条件",
    ),
    "no_unit": (
        "an amount cannot be rounded to {given}; write a unit such as 0.01",
        "金额不能取整至 {given}；请写单位，如 0.01",
    ),
    "undeclared": (
        "{given} is not declared under {table}",
        "{given} 未在 {table} 中声明",
    ),
    "nothing_to_change": (
        "{given} is not in the document that this one extends, and is not complete enough to be "
        "new ({parts})",
        "所扩展的文件中没有 {given}，而作为新项目又不完整（{parts}）",
    ),
    "id_taken": (
        "the id {given} is that of a shipped policy; give your document one of its own",
        "编号 {given} 是内置政策的编号；请为本文件另取编号",
    ),
    "not_a_case": (
        "{given} is not a Case; read one with Case.model_validate(...)",
        "{given} 不是 Case；请用 Case.model_validate(...) 读取",
    ),
    "not_a_policy": (
        "{given} is not a Policy; read one with load_policy(...)",
        "{given} 不是 Policy；请用 load_policy(...) 读取",
    ),
    "not_an_object": (
        "{given} is not a record of named fields",
        "{given} 不是由字段组成的记录",
    ),
    "not_a_list": ("{given} is not a list", "{given} 不是列表"),
    "not_text": ("{given} is not text", "{given} 不是文本"),
    "not_true_or_false": ("{given} is neither true nor false", "{given} 既不是 true 也不是 false"),
    "not_one_of": ("{given} is not one of {names}", "{given} 不在可用的值之中：{names}"),
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
        "the format {given} is not known; use a known suffix, or --format (for what is read, "
        "--input-format)",
        "格式 {given} 未知；请使用已知的后缀或 --format（读取时用 --input-format）",
    ),
    "bad_json": ("this is not JSON: {detail}", "这不是 JSON：{detail}"),
    "duplicate_key": ("the key {given} is written twice", "键 {given} 写了两次"),
    "unknown_column": (
        "there is no column {given}; correct it, or leave it out with --ignore-column",
        "没有列 {given}；请更正，或用 --ignore-column 忽略此列",
    ),
    "duplicate_column": (
        "the columns {given} and {other} mean the same; take one of them out",
        "列 {given} 与 {other} 含义相同；请删去其一",
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
    "unknown_policy_paid": (
        "a payment under the policy {given} would not count here; correct the id, or leave it out",
        "依据政策 {given} 的付款在此不计入；请更正编号，或不填",
    ),
    "not_a_counting": (
        "{given} is not a way of counting",
        "{given} 不是满一年的计算方式",
    ),
    "not_a_rounding_mode": ("{given} is not a way of rounding", "{given} 不是取整方式"),
    "not_full_years": (
        "{given} is not a number of full years from 1 to 100",
        "{given} 不是 1 至 100 的整年数",
    ),
    "duplicate_label": (
        "the name {given} stands for {one} and for {other}; a table could not tell them apart",
        "名称 {given} 同时用于 {one} 与 {other}；表格无法区分",
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
    "missing_extra": (
        'this needs the extra {given}: pip install "listing-rewards[{extra}]"',
        '此功能需要附加组件 {given}：pip install "listing-rewards[{extra}]"',
    ),
}  # fmt: skip
