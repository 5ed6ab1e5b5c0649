"""Faults of frames and of policies that cannot be compiled for them."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "float_column": (
        "the column {given} holds floating-point numbers, which cannot hold yuan exactly; give "
        "Decimal, whole yuan, or text (pandas makes floats of whole numbers with gaps: read them "
        'with dtype=str, or .astype("Int64"))',
        "列 {given} 为浮点数，不能精确表示金额；请使用 Decimal、整数元或文本（pandas 会把有空缺的"
        '整数读成浮点数：请用 dtype=str 读取，或 .astype("Int64")）',
    ),
    "wrong_column": (
        "the column {given} is of type {found}; it must be {wanted}",
        "列 {given} 的类型为 {found}；应为 {wanted}",
    ),
    "column_without_meaning": (
        "the policy {policy} gives no meaning to the column {given}; correct it, drop it, or name "
        "it under keep",
        "政策 {policy} 中没有列 {given}；请更正、删除，或列入 keep 原样保留",
    ),
    "column_without_days": (
        "the column {given} states amounts, and their days are missing: there is no column {day}",
        "列 {given} 只有金额而缺少日期：没有列 {day}",
    ),
    "number_too_long": (
        "the award {given} multiplies numbers of so many digits that an exact amount may not fit "
        "into 38; assess works it out, a frame cannot",
        "奖励项目 {given} 相乘的数位数过多，精确金额可能超过 38 位；请逐个用 assess 计算",
    ),
    "figure_in_a_frame": (
        "the figure {given} is of a year or made of others; assess works it out, a frame does not",
        "指标 {given} 按年度填列或由其他指标计算；请逐个用 assess 计算，列式计算不支持",
    ),
    "too_many_entries": (
        "this row lists more entries of one column than {given}; raise repeats",
        "本行某列的条目多于 {given} 个；请调大 repeats",
    ),
    "not_a_number_of_entries": (
        "repeats is the number of entries that a row may list, a whole number of at least 1, not "
        "{given}",
        "repeats 是一行可列的条目数，须为不小于 1 的整数，而不是 {given}",
    ),
    "not_a_field": (
        "{given} is not an Arrow field; give the name with its type, such as "
        'pyarrow.field("row", pyarrow.int64())',
        "{given} 不是 Arrow 字段；请连同类型给出，如 pyarrow.field(\"row\", pyarrow.int64())",
    ),
    "not_batches": (
        "{given} is not Arrow record batches; give them one after the other, such as "
        "table.to_batches(), or [batch] for one",
        "{given} 不是 Arrow 记录批；请逐批传入，如 table.to_batches()，只有一批时用 [batch]",
    ),
    "not_a_frame": (
        "{given} is not a frame; give one of Polars or pandas, or anything that hands out Arrow, "
        "such as a DuckDB relation or a pyarrow table",
        "{given} 不是数据框；请传入 Polars 或 pandas 数据框，或任何能给出 Arrow 数据的对象，"
        "如 DuckDB 查询结果、pyarrow 表",
    ),
    "float_cell": (
        "{given} is a floating-point number, which cannot hold an amount exactly; give it as text "
        "or as a whole number (pandas makes floats of whole numbers with gaps: read the file with "
        'dtype=str, or use .astype("Int64"))',
        "{given} 是浮点数，不能精确表示金额；请使用文本或整数（pandas 会把有空缺的整数读成浮点数："
        '请用 dtype=str 读取文件，或 .astype("Int64")）',
    ),
    "not_one_value": (
        "a {given} is not one value; give text, a number or a day",
        "{given} 不是单个的值；请提供文本、数字或日期",
    ),
    "column_of_several_kinds": (
        "the column {given} holds values of several kinds ({detail}); give them as text, in pandas "
        'with .astype("string")',
        "列 {given} 中有多种类型的值（{detail}）；请统一成文本，在 pandas 中用 "
        '.astype("string")',
    ),
    "unreadable_frame": (
        "this {given} cannot be read as a frame: {detail}",
        "此 {given} 无法作为数据框读取：{detail}",
    ),
    "no_answer_column": (
        "the answer has no column {given}; write names with commas between them, or all",
        "结果中没有列 {given}；请用逗号分隔列名，或写 all",
    ),
    "not_a_frame_file": (
        "{given} is no suffix of a file that is read or written here",
        "此处不读写后缀为 {given} 的文件",
    ),
    "list_in_csv": (
        "the column {given} holds lists, which CSV cannot; write .parquet, or do not keep it",
        "列 {given} 含有列表，CSV 无法容纳；请写成 .parquet 文件，或不保留此列",
    ),
    "header_twice": (
        "the header {given} stands over {times} columns; keep one of them, or give each its own "
        "name",
        "表头 {given} 出现在 {times} 列上；请只保留一列，或分别命名",
    ),
    "not_utf8": (
        "this file is not UTF-8 text; save it as UTF-8",
        "此文件不是 UTF-8 编码；请另存为 UTF-8",
    ),
    "damaged_parquet": (
        "this is not a Parquet file, or it is damaged: {detail}",
        "此文件不是 Parquet 文件，或已损坏：{detail}",
    ),
    "column_of_the_answer": (
        "the answer has a column '{given}' of its own; give yours another name",
        "结果中已有列 “{given}”；请将您的列改名",
    ),
}  # fmt: skip
