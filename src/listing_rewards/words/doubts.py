"""Faults of cells and lines that a reader of a table would not take as they stand."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "withdrawn": (
        "the remark or comment {given} may mean that nothing is due any more; if the enterprise "
        "applies, word it otherwise; if not, the line may stay: no amount is worked out for it",
        "备注或批注 {given} 可能表示不再给予奖励；仍在申报的，请改写；"
        "不再申报的，保留本行即可，不会核算金额",
    ),
    "withdrawn_name": (
        "the name {given} says “{said}”, after which nothing may be due; if the enterprise "
        "applies, write its name alone; if not, the line may stay: no amount is worked out for it",
        "名称 {given} 写有“{said}”，可能不再给予奖励；仍在申报的，请只写名称；"
        "不再申报的，保留本行即可，不会核算金额",
    ),
    "withdrawn_line": (
        "{given} stands where the number of this line would, and may mean that nothing is due; if "
        "the enterprise applies, write the number alone; if not, the line may stay: no amount is "
        "worked out for it",
        "本行序号处写有 {given}，可能不再给予奖励；仍在申报的，请只写序号；"
        "不再申报的，保留本行即可，不会核算金额",
    ),
    "paid_by_remark": (
        "the remark {given} says that a reward was paid, which this line does not state; write the "
        "payment under its own header or on the sheet of payments, and word the remark otherwise",
        "备注 {given} 表示奖励已经支付，而本行没有写明这笔付款；请填入“已付”各列或“已付奖励”表，"
        "并改写备注",
    ),
    "doubted_by_remark": (
        "the remark or comment {given} may mean that what this line states does not hold or is not "
        "settled; correct the cells where they are wrong, and once it is settled, word the remark "
        "otherwise",
        "备注或批注 {given} 可能表示本行内容有误或尚未确定；"
        "有误的请先改正相应单元格，确定之后再改写备注",
    ),
    "rows_taken_back": (
        "{given} may mean that nothing is due to some enterprises of this table; what such a text, "
        "a colour or a mark says is not read; write it into the remarks of these enterprises, each "
        "in its own line, and delete this text only then",
        "{given} 可能表示表中部分企业不再给予奖励；此类文字、颜色和记号均不读取；"
        "请逐行写入所涉企业的备注，然后再删去这段文字",
    ),
    "table_taken_back": (
        "{given} says that this table does not count: it is taken back, old, an example, paid "
        "before or still to come; if it counts, name it for what it is; if not, keep it in a file "
        "of its own",
        "{given} 表明此表不作数：已撤回、旧表、示例、已兑现，或尚未发生；"
        "确应计入的，请改为相符的名称；否则请另存为单独的文件",
    ),
    "file_taken_back": (
        "the name of this file, {given}, says that it does not count: it is taken back, old, an "
        "example, or of what was paid before; if its enterprises apply, name the file for what it "
        "is; if not, leave it out of what is read",
        "文件名 {given} 表明此表不作数：已撤回、旧表、示例，或已兑现；"
        "其中企业仍在申报的，请改为相符的文件名；否则请不要读取此文件",
    ),
    "conditional_format": (
        "{given} stands where a conditional format may hide it, strike it out or show it "
        "otherwise, and no condition is carried out here; clear the rule from these cells, and "
        "write what it says into the remarks",
        "{given} 所在单元格设有条件格式，可能使其隐藏、带删除线或另样显示，而此处不判断其条件；"
        "请清除该处的规则，并将其含义写入备注",
    ),
    "picture_font": (
        "{given} is written, in whole or in part, in a font whose letters are drawings, such as "
        "Wingdings, so that a person sees something else; write it in a font for text",
        "{given} 全部或部分使用图形字体（如 Wingdings），看到的与存储的不同；请改用文字字体书写",
    ),
    "not_a_county": (
        "{given} stands where the county would, and is the name of an enterprise; put each under "
        "its own header",
        "{given} 写在县区一栏，却是企业名称；请分别填入各自的列",
    ),
    "place_as_name": (
        "{given} stands where the name of the enterprise would, and is that of a place; write the "
        "full name of the enterprise",
        "{given} 写在企业名称一栏，却是地名；请填写企业全称",
    ),
    "entry_taken_back": (
        "the remark or comment {given} may mean that this was not paid, did not happen or does "
        "not hold; if it was or did, word the remark otherwise; if not, take the line out of this "
        "table",
        "备注或批注 {given} 可能表示本笔并未支付、尚未发生或不作数；"
        "确已支付或发生的，请改写备注；否则请移出本表",
    ),
    "returned_by_remark": (
        "the remark or comment {given} says that this money came back; write what came back as a "
        "line of its own, with an amount below 0, and word the remark of the payment otherwise",
        "备注或批注 {given} 表示这笔款已退回；"
        "请将退回的金额另写一行，金额用负数，并改写原付款的备注",
    ),
    "moved_away": (
        "{given} stands where the county would, and says that the enterprise has left or is no "
        "more; if it still applies, write its county alone; if not, the line may stay: no amount "
        "is worked out for it",
        "{given} 写在县区一栏，表示企业已迁出或已注销；仍在申报的，请只写县区；"
        "不再申报的，保留本行即可，不会核算金额",
    ),
    "enterprises_in_one_cell": (
        "{given} names several enterprises in one cell; write one line for each",
        "{given} 在一个单元格中写了几家企业；请每家企业各写一行",
    ),
    "marked_name": (
        "the name {given} carries the mark “{mark}”, of which a table does not say the meaning; "
        "write the name alone, and what the mark means into the remarks",
        "名称 {given} 带有记号“{mark}”，其含义不明；请只写名称，并将记号的含义写入备注",
    ),
    "not_a_code": (
        "{given} is not a credit code; write the 18 letters and digits alone, or leave the cell "
        "empty where there is none",
        "{given} 不是统一社会信用代码；请只写 18 位代码，没有的请留空",
    ),
    "cut_amount": (
        "{given} stands in two cells, as if a comma without quotation marks had cut one amount; "
        "put quotation marks around the amount, or write it without the comma",
        "{given} 分在两个单元格中，可能是带逗号的金额没有加引号；请给金额加引号，或不写逗号",
    ),
    "several_colours": (
        "{given} is written in several colours, so that a part of it may be a correction; write "
        "the number that holds, in one colour",
        "{given} 用了几种颜色，其中一部分可能是更正；请只写有效的数字，并用一种颜色",
    ),
    "ditto": (
        "{given} means what stands in the line above, and something else once the lines are "
        "sorted; write it out",
        "{given} 指上一行的内容，各行一经排序即不相符；请写明",
    ),
    "other_unit_below": (
        "{given} stands below the header, which gives another unit; put each unit in a table of "
        "its own, or write it behind each number",
        "{given} 写在表头之下，与表头的单位不同；请将不同单位的各行分为两张表，"
        "或将单位写在每个数字之后",
    ),
    "not_of_now": (
        "the header {given} is about what is planned, expected, of another year or already "
        "settled, and not about what happened; leave it out with --ignore-column, or put it into "
        "a table of its own",
        "表头 {given} 写的是计划、预计、往年或已办结的内容，不是已发生的事项；"
        "请用 --ignore-column 忽略此列，或移到单独的表",
    ),
    "unit_in_a_column": (
        "the column {given} gives the unit or currency of each row, and is not read; write every "
        "amount in yuan or 万元, with the unit in its header or behind each number, and only then "
        "leave this column out with --ignore-column",
        "列 {given} 逐行注明单位或币种，系统不读取；请将金额统一为人民币元或万元，"
        "单位写在金额的表头或每个数字之后，然后再用 --ignore-column 忽略此列",
    ),
    "enterprise_as_header": (
        "{given} stands in the header, and is the name or code of an enterprise; write one row "
        "for each enterprise and one column for each fact, with the header above them",
        "表头处的 {given} 是企业名称或信用代码；请每家企业写一行、每项内容占一列，表头写在最上面",
    ),
    "under_pending": (
        "this line stands below {given}, by which what it states may be still to come or not be "
        "settled; put what has happened and is settled above that heading, and leave the days and "
        "amounts of the others empty",
        "本行写在 {given} 之下，所填日期和金额可能尚未发生或尚未确定；"
        "已发生并确定的，请移到该小标题之前，其余的请将日期和金额留空",
    ),
    "other_money": (
        "{given} says that amounts are of another currency; every amount is read as yuan: convert "
        "them, and take this text out only then",
        "{given} 表示金额为外币，而金额均按人民币读取；请先折算成人民币，然后再删去这段文字",
    ),
    "part_of_another": (
        "{given} reads as a part of the enterprise above it, whose amounts may hold those of this "
        "line; write the enterprise by its name alone where it applies for itself, and take what "
        "it states out of the line above",
        "{given} 像是上一行企业的一部分，上一行的金额可能已包含本行；"
        "单独申报的，请只写企业名称，并将其内容从上一行中扣除",
    ),
    "moving_formula": (
        "the formula of this cell gives something else on another day or each time (TODAY, NOW, "
        "RAND); type the value itself",
        "此单元格的公式随打开日期或每次计算而变化（TODAY、NOW、RAND）；请直接填写数值",
    ),
}
