"""Faults of files and tables."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
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
    "other_workbook": (
        "workbooks are read and written as .xlsx only, not {given}; save it in Excel or WPS as "
        ".xlsx",
        "工作簿只支持 .xlsx，不支持 {given}；请在 Excel 或 WPS 中另存为 .xlsx",
    ),
    "workbook_as_text": (
        "this is a workbook, not text; give it a name that ends in .xlsx, or say xlsx with "
        "--input-format",
        "此文件是工作簿，不是文本；请将文件名改为以 .xlsx 结尾，或用 --input-format xlsx 说明",
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
    "unit_above_header": (
        "the unit {given} is told above the header, but not in the header of this column; write it "
        "there, such as (万元) behind its name",
        "表头上方注明了单位 {given}，而本列表头未注明；请写入表头，如 金额（万元）",
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
        "this row names no enterprise, so no answer for it can be trusted; fill in name or uscc",
        "本行没有写明企业，因而任何结果都不可靠；请填写企业名称或信用代码",
    ),
    "not_in_table": (
        "{given} is not an enterprise of the table, or its row there has a fault",
        "{given} 不是主表中的企业，或其所在的行有误",
    ),
    "almost_in_table": (
        "{given} is almost the name of {owner} in the table; write both alike",
        "{given} 与主表中的 {owner} 几乎相同；请将两处写法改为一致",
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
        "{given} names more than one row of the table; put them together, or tell them apart by "
        "their credit codes",
        "{given} 对应主表中的多行；请合并为一行，或用统一社会信用代码区分",
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
    "too_many_columns": (
        "this table has {given} columns; at most {most} are read; is this the right file?",
        "此表有 {given} 列，最多读取 {most} 列；文件是否选错？",
    ),
    "under_no_header": (
        "{given} stands in a column without a header; give the column one, or take the cell out",
        "{given} 所在的列没有表头；请补上表头，或删除该单元格",
    ),
    "below_total": (
        "this row stands below the total in row {given}, where the table ends; move it above, or "
        "take it out",
        "本行位于第 {given} 行的合计之下，而表格到合计行为止；请移到合计行之上，或删除本行",
    ),
    "error_cell": (
        "this cell shows an error or no usable value, {given}; write the value itself",
        "此单元格显示错误或无法使用的值 {given}；请直接填写数值",
    ),
    "formula_without_value": (
        "this cell holds a formula that nobody has computed; open the workbook in Excel and save "
        "it, or write the value itself",
        "此单元格的公式尚未计算；请在 Excel 中打开并保存，或直接填写数值",
    ),
    "merged_cell": (
        "this cell is part of a merged one, so nobody knows whether its value counts here too; "
        "unmerge it and write the value in each cell",
        "此单元格被合并，无法确定该值是否适用于本处；请取消合并，并在每个单元格中分别填写",
    ),
    "day_counted_differently": (
        "programs show different days for a number this low ({given} or the day beside it); write "
        "the day as text",
        "数值过小，不同软件显示的日期不同（{given} 或其相邻日）；请以文本填写日期",
    ),
    "inexact_number": (
        "{given} has more digits than a workbook keeps exactly; round it to the fen, or write it "
        "as text",
        "{given} 的位数超出工作簿能精确保存的范围；请取整到分，或以文本填写",
    ),
    "code_as_number": (
        "{given} was typed as a number, of which Excel keeps 15 digits only, so the last ones are "
        "lost; format the cell as text and type the code anew",
        "{given} 是以数字填写的，Excel 只保留前 15 位，其后各位已丢失；"
        "请将单元格设为文本格式，再重新填写代码",
    ),
    "shown_otherwise": (
        "this cell holds {given} but its number format ({format}) shows something else; use a "
        "plain number format and write the unit into the header",
        "此单元格的值是 {given}，但其数字格式（{format}）显示的不是这个数；"
        "请改用普通数字格式，并在表头注明单位",
    ),
    "day_not_shown": (
        "this cell holds {given}, but its number format ({format}) does not show year, month and "
        "day, so nobody may have written them; write the whole day, such as 2023-09-15",
        "此单元格的值是 {given}，但其格式（{format}）未显示完整的年月日，可能并非填表人所写；"
        "请写全日期，如 2023-09-15",
    ),
    "encrypted_workbook": (
        "this is an encrypted workbook or one of Excel 97-2003; open it in Excel and save it as "
        ".xlsx without a password",
        "此文件是加密的工作簿或 Excel 97-2003 格式；请在 Excel 中打开，另存为不带密码的 .xlsx",
    ),
    "damaged_workbook": (
        "this is not an .xlsx workbook, or it is damaged; open it in Excel and save it anew",
        "此文件不是 .xlsx 工作簿，或已损坏；请在 Excel 中打开并重新保存",
    ),
    "workbook_unpacks_to_too_much": (
        "this workbook unpacks to {size} MiB, too much for what it weighs or for this program; is "
        "it a table of enterprises?",
        "此工作簿解压后达 {size} MiB，与其大小不符或超出处理范围；它是企业申报表吗？",
    ),
    "too_many_rows_for_a_sheet": (
        "a sheet holds at most {most} rows; write csv or jsonl, with --table where one table is "
        "wanted",
        "一个工作表最多 {most} 行；请写成 csv 或 jsonl，需要单个表时用 --table",
    ),
    "table_of_json": (
        "--table writes csv, jsonl or xlsx, not {given}",
        "--table 只写 csv、jsonl 或 xlsx，不写 {given}",
    ),
    "several_sheets": (
        "more than one sheet reads like {kind} ({given}); where one of them holds events or "
        "payments, correct its header first, or what was paid is paid again; put the others into "
        "one",
        "不止一个工作表被读作{kind}表（{given}）；若其中有事项或已付奖励的工作表，请先更正其表头，"
        "否则已付的会再付一次；其余请并为一个",
    ),
    "sheet_not_understood": (
        "this sheet names enterprises, but its header is none that is known; correct the header, "
        "or hide the sheet",
        "此工作表列有企业，但表头无法识别；请更正表头，或隐藏该工作表",
    ),
    "missing_extra": (
        'this needs the extra {given}: pip install "listing-rewards[{extra}]"',
        '此功能需要附加组件 {given}：pip install "listing-rewards[{extra}]"',
    ),
}  # fmt: skip

PHRASES: Phrases = {
    "file.not_ordinary": ("it is not an ordinary file", "它不是普通文件"),
    # what the system refuses, by the name of its error
    "file.refused": {
        "ENOENT": ("no such file or directory", "没有这个文件或目录"),
        "EISDIR": ("is a directory", "这是一个目录"),
        "ENOTDIR": ("not a directory", "路径中有一部分不是目录"),
        "EACCES": ("permission denied", "没有权限"),
        "EPERM": ("operation not permitted", "没有权限"),
        "EROFS": ("read-only file system", "所在磁盘是只读的"),
        "ENOSPC": ("no space left on device", "磁盘空间不足"),
        "ENAMETOOLONG": ("file name too long", "文件名过长"),
        "EIO": ("input/output error", "磁盘读写出错"),
    },
}
