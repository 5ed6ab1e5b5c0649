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
    "overwrites_input": (
        "the output would overwrite what is read; name another file",
        "输出会覆盖输入文件；请换一个文件名",
    ),
    "not_a_file_name": (
        "{given} is not the name of a file; give its path",
        "{given} 不是文件名；请给出文件的路径",
    ),
    "unreadable_file": ("this file cannot be read: {detail}", "无法读取此文件：{detail}"),
    "unwritable_file": ("this file cannot be written: {detail}", "无法写入此文件：{detail}"),
    "empty_folder": (
        "this folder holds no table: no .xlsx, .csv, .json or .jsonl",
        "此文件夹中没有表格（.xlsx、.csv、.json 或 .jsonl）",
    ),
    "open_in_excel": (
        "this is what Excel keeps while {given} is open; close it there and name the workbook",
        "这是 {given} 在 Excel 中打开时的临时文件；请关闭后改用该工作簿的文件名",
    ),
    "blank_form": (
        "this is a form that nobody has filled in: below the example no row holds anything",
        "这是尚未填写的空白表：示例以下没有内容",
    ),
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
        "workbooks are read as .xlsx or .xls and written as .xlsx, not as {given}; save it in "
        "Excel or WPS as .xlsx",
        "工作簿可读取 .xlsx 和 .xls，只写入 .xlsx，不支持 {given}；请在 Excel 或 WPS 中另存为 "
        ".xlsx",
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
        "there is no column {given}; correct it, leave it out with --ignore-column, or map it "
        "(listing-rewards columns FILE writes a map for --columns)",
        "没有列 {given}；请更正，或用 --ignore-column 忽略此列，或写入列对照文件"
        "（listing-rewards columns 文件 可生成，供 --columns 使用）",
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
        "金额 {given} 缺少日期（列{column}）",
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
        "{given} is almost the name of {owner} in the table, or one that it had before; write both "
        "alike",
        "{given} 与主表中的 {owner} 几乎相同，或为其曾用名；请将两处写法改为一致",
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
        "a table is for the screen; a file needs another format",
        "table 仅用于屏幕显示；写入文件请用其他格式",
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
    "scattered_cells": (
        "nearly nothing but blank cells stands between what is written here and column {given}; "
        "delete the columns beside the table",
        "此处至 {given} 列之间几乎都是空单元格；请删除表格右侧多余的列",
    ),
    "under_no_header": (
        "{given} stands in a column without a header; give the column one, or take the cell out",
        "{given} 所在的列没有表头；请补上表头，或删除该单元格",
    ),
    "no_unit_in_header": (
        "{given} has no unit, and the header “{header}” gives none, so that it could be yuan or "
        "万元{elsewhere}; write the unit into the header, such as {header}（万元）, or behind the "
        "number",
        "{given} 没有单位，表头“{header}”也没有写明单位，可能是元，也可能是万元{elsewhere}；"
        "请在表头中写明单位，如 {header}（万元），或写在数字之后",
    ),
    "unknown_unit": (
        "{given} is no unit of an amount that can be read here",
        "{given} 不是此处可用的金额单位",
    ),
    "no_percent": (
        "{given} stands under “{header}”, a share, without a percent sign; write it as 8%, or % "
        "into the header",
        "{given} 在比例列“{header}”中，没有百分号；请写成如 8%，或在表头写明（%）",
    ),
    "bare_fraction": (
        "{given} stands under “{header}”, where 8 means 8%; write the percent sign into the cell, "
        "such as 8% or 0.08%",
        "{given} 在“{header}”列中，该列的 8 表示 8%；请在单元格中写明百分号，如 8% 或 0.08%",
    ),
    "second_header": (
        "this line reads like the header of another table ({given}); put each table on a sheet or "
        "into a file of its own",
        "本行像是另一张表的表头（{given}）；请将每张表放在单独的工作表或文件中",
    ),
    "text_alone": (
        "{given} stands alone in this line, so that nobody can say whether it is an enterprise, a "
        "heading or a note; write an enterprise under its header, a note with “Notes:” before it",
        "{given} 独占一行，无法判断是企业、小标题还是说明；企业请填入企业名称列，"
        "说明请以“备注：”开头",
    ),
    "same_enterprise": (
        "{given} stands in more than one row ({places}), so that its caps and amounts could count "
        "twice; put what belongs to it into one row, further events on the sheet of events",
        "{given} 出现在多行（{places}），上限和金额可能被重复计算；"
        "请将同一企业合并为一行，其余事项写入事项明细",
    ),
    "alike_enterprises": (
        "{given} and the name in another row ({places}) differ in no more than their legal form "
        "or what is written around them, and may be one enterprise; if they are two, give the "
        "credit code of each; if it is one, put what belongs to it into one row",
        "{given} 与另一行的名称（{places}）只有公司形式或前后附注不同，可能是同一企业；"
        "确为两家的，请分别填写统一社会信用代码；同为一家的，请合并为一行",
    ),
    "nameless_line": (
        "the line below ({given}) states facts and names no enterprise, so that they may be this "
        "one's; name the enterprise there, or merge the cells of its name",
        "下一行（{given}）写有内容但没有企业名称，可能属于本企业；请在该行写明企业，或合并名称单元格",
    ),
    "only_events_below": (
        "{given} stands in a line below the enterprise's own, where only days and amounts of "
        "events and payments can be added",
        "{given} 在合并行的下一行；该行只能续写事项和付款的日期与金额",
    ),
    "stated_twice": (
        "{given} is stated twice, here and in {other}; take one of the two out, or, where it "
        "happened twice on that day, write the sum into one line",
        "{given} 写了两次（此处与 {other}）；请删去其一；若同日确有两笔，请合并金额写为一行",
    ),
    "example_changed": (
        "this line is marked as an example and names {given}; if it is an application, take the "
        "mark out of its first cell, otherwise write the example back",
        "本行标有“例”，却写了 {given}；若为申报内容，请去掉首格的“例”，否则请恢复示例",
    ),
    "example_of_nobody": (
        "this line is marked as an example, names nobody and states {given}, which may belong to "
        "the enterprise above; name the enterprise and take the mark out, or empty the line",
        "本行标有“例”，没有企业名称，却写有 {given}，可能属于上一行的企业；"
        "请写明企业并去掉“例”，否则请清空本行",
    ),
    "hidden_sheet_of_entries": (
        "the hidden sheet {given} holds events or payments; show it, so that it is read, or take "
        "it out of the file",
        "隐藏的工作表 {given} 中有事项或已付奖励；请取消隐藏以便读取，或将其移出本文件",
    ),
    "struck_out": (
        "{given}, or a part of it, is struck out, so that a reader takes it for withdrawn; write "
        "what holds, without a line through it",
        "{given} 全部或部分带有删除线，读者会视为已删去；请只保留有效的内容，不带删除线",
    ),
    "unseen_text": (
        "{given} has the colour of the paper or is too small to be read, so that nobody sees it; "
        "make it visible, or empty the cell",
        "{given} 的字体颜色与底色相同或字号过小，无法看见；请使其可见，或清空该单元格",
    ),
    "private_sign": (
        "{given} holds a private-use sign ({sign}), which other computers show as another one or "
        "none; write the character itself",
        "{given} 含有自造字（{sign}），在其他电脑上会显示为别的字或空白；请改用标准汉字",
    ),
    "total_or_enterprise": (
        "this line reads as a total, but states {given} under {header}, which only an enterprise "
        "has; write the enterprise's full name, or take it out of the line of the total",
        "此行像是合计，但“{header}”填有 {given}（只有企业才有）；请写企业全称，"
        "或将其从合计行中删去",
    ),
    "big5": (
        "this text is in Big5 (traditional Chinese), as far as its words tell; save it as UTF-8",
        "此文本似为 Big5（繁体）编码；请另存为 UTF-8",
    ),
    "raised_sign": (
        "a part of {given} is raised or lowered like a footnote mark; take the mark out of the "
        "cell",
        "{given} 中有上标或下标（如脚注标记）；请将标记从单元格中删去",
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
        "this cell is part of a merged one, so that it is unknown whether its value counts here "
        "too; unmerge it and write the value in each cell",
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
        "this workbook is encrypted; open it in Excel and save it as .xlsx without a password",
        "此工作簿已加密；请在 Excel 中打开，另存为不带密码的 .xlsx",
    ),
    "damaged_workbook": (
        "this is not an .xlsx or .xls workbook, or it is damaged; open it in Excel and save it "
        "anew as .xlsx",
        "此文件不是 .xlsx 或 .xls 工作簿，或已损坏；请在 Excel 中打开，重新保存为 .xlsx",
    ),
    "workbook_by_name": (
        "this is no workbook although its name ends in .xls: some systems give that name to web "
        "pages and text; open it in Excel or WPS and save it as .xlsx",
        "此文件名以 .xls 结尾，内容却不是工作簿（有的系统导出的是网页或文本）；"
        "请在 Excel 或 WPS 中打开，另存为 .xlsx",
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
    "sheet_not_understood": (
        "{given} stands on this sheet, which was not read, since its header is none that is known; "
        "correct the header, or move the sheet into a file of its own",
        "此工作表中有 {given}，但表头无法识别，因而未读取；请更正表头，或将此表移到单独的文件",
    ),
    "missing_extra": (
        'this needs the extra {given}: pip install "listing-rewards[{extra}]"',
        '此功能需要附加组件 {given}：pip install "listing-rewards[{extra}]"',
    ),
}  # fmt: skip

PHRASES: Phrases = {
    "file.no_name": ("no file can have this name", "文件名无效"),
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
