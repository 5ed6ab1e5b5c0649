"""What the commands report."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "terminal.column": {
        "enterprise": ("Enterprise", "企业"),
        "payable": ("Payable", "应付"),
        "at_most": ("at most", "至多"),
        "withheld": ("Withheld", "暂缓"),
        "paid": ("Paid", "已付"),
        "overpaid": ("Overpaid", "超付"),
        "notes": ("To note", "提示"),
    },
    "terminal.note": {
        "needs": ("{n} open", "待补充{n}项"),
        "assumed": ("{n} assumed", "假定{n}项"),
        "notices": ("{n} to review", "待审核{n}项"),
        "uncounted": ("{n} not counted", "未计入{n}项"),
    },
    "terminal.unit": ("all amounts in yuan", "金额单位：元"),
    "terminal.joint": (", ", "，"),
    "terminal.total": ("Total", "合计"),
    "terminal.no_limit": ("no limit", "不限"),
    "terminal.stopped": (
        "stopped before the end; no file was written",
        "已中止；未写入任何文件",
    ),
    "terminal.rows": ("{n} rows, {rate} a second,", "{n}行，每秒{rate}行，"),
    "terminal.left": ("left", "剩余"),
    "reconcile.number": ("No.", "序号"),
    "reconcile.row": ("Row", "行"),
    "reconcile.enterprise": ("Enterprise", "企业"),
    "reconcile.award": ("Award", "奖励项目"),
    "reconcile.finding": ("Finding", "发现"),
    "reconcile.yuan": ("Yuan", "金额（元）"),
    "reconcile.none": ("No findings.", "未发现问题。"),
    "reconcile.paid": ("PAID, and where it went (yuan)", "【已付】及其去向（元）"),
    "reconcile.in_ledger": ("paid in the ledger", "台账已付"),
    "reconcile.entitled": ("ENTITLED, paid or not (yuan)", "【核定】已付与未付（元）"),
    "reconcile.at_least": ("at least", "至少"),
    "reconcile.at_most": ("at most", "至多"),
    "reconcile.part": {
        "paid_of_it": ("paid in the ledger", "台账已付部分"),
        "besides": ("paid by the cases, not in the ledger", "案例载明而台账所无的已付部分"),
        "unpaid": ("not paid, due already or not", "未付（含未到期）"),
    },
    "reconcile.all_entitled": ("entitled", "核定合计"),
    "reconcile.no_limit": ("no limit", "不限"),
    "reconcile.why": ("WHY", "【理由】"),
    "reconcile.notes": ("TO NOTE", "【说明】"),
    "reconcile.clause": (" [{source}]", "〔{source}〕"),
    "reconcile.summary": (
        "{lines} lines, {unread} of them unread. {findings} findings; "
        "{beyond} yuan were paid beyond what is due.",
        "共{lines}行，其中{unread}行未能读取。发现{findings}项，多付{beyond}元。",
    ),
    "reconcile.beyond_at_least": (
        "Common caps make it at least {beyond} yuan, whatever is not known yet.",
        "按合并封顶，无论未知事实如何，至少多付{beyond}元。",
    ),
    "reconcile.gross": ("paid out", "支付"),
    "reconcile.came_back": ("came back", "退回"),
    "reconcile.net": ("net", "净额"),
    "reconcile.control": ("CONTROL TOTALS (yuan)", "【控制合计】（元）"),
    "summary.summary": (
        "{read} rows read: {assessed} assessed ({open} not determined), {faulty} with faults. "
        "Payable {payable} yuan for certain{most}.",
        "共读取{read}行：已计算{assessed}行（其中{open}行尚未确定），有误{faulty}行。"
        "确定应付{payable}元{most}。",
    ),
    "summary.summary_most": (", at most {most}", "，至多{most}元"),
    "summary.bad_code": (
        "note: {place}: the credit code {code} is not built as one (GB 32100-2015); it is used "
        "as given",
        "提示：{place}：信用代码 {code} 不符合 GB 32100-2015 的编码规则；按原样使用",
    ),
    "summary.meant_code": (
        "; {code} is probably meant, with 0 for the letter O or 1 for I",
        "；可能应为 {code}（0 误写为字母 O，或 1 误写为 I）",
    ),
    "summary.wrapped": (
        "note: {place}: the sign = or ' around the credit code, from a web export, was taken off",
        "提示：{place}：信用代码外的“=”或“'”（网页导出所加）已去掉",
    ),
    "summary.more": ("note: {n} more notes like these", "提示：另有{n}条同类提示"),
    "summary.summary_withheld": (
        "Besides, up to {amount} yuan are withheld until a law has been reviewed.",
        "另有至多{amount}元因合规审核暂缓发放。",
    ),
    "summary.summary_assumed": (
        "{n} of the answers rest on amounts that the policy only assumes.",
        "其中{n}行依据的是政策文件中假定的金额。",
    ),
    "summary.aside": (
        "lines not read, since they are no enterprises: {n}",
        "未读取的行（不是企业）：{n}处",
    ),
    "summary.far_amount": (
        "note: {place}: {amount} yuan for {of} lies ten thousand times away from the others; "
        "check the unit",
        "提示：{place}：{of} 的金额 {amount} 元与其他金额相差万倍；请核对单位",
    ),
    "summary.huge_amount": (
        "note: {place}: {amount} yuan for {of} is over ten billion; check the unit",
        "提示：{place}：{of} 的金额 {amount} 元超过一百亿元；请核对单位",
    ),
    "summary.small_award": (
        "note: {place}: {of} comes to {amount} yuan only; check the unit",
        "提示：{place}：{of} 仅为 {amount} 元；请核对单位",
    ),
    "summary.dashes": (
        "note: {n} cells for a day or an amount hold /, - or 无 and were read as empty",
        "提示：{n}个日期或金额单元格填写“/”“-”或“无”，按空白读取",
    ),
    "summary.remarks": (
        "remarks in the table, which change no amount but in rows with faults: {n}",
        "表中的备注（请阅；除有误的行外，均不影响金额）：{n}条",
    ),
    "summary.hidden_rows": (
        "note: hidden rows are read like the others: {places}",
        "提示：隐藏的行同样读取：{places}",
    ),
    "summary.hidden_columns": (
        "note: hidden columns are read like the others: {places}",
        "提示：隐藏的列同样读取：{places}",
    ),
    "batch.rows": (
        "{rows} rows read: {answered} answered, {faulty} with faults.",
        "共读取{rows}行：已计算{answered}行，有误{faulty}行。",
    ),
    "batch.fault": ("{code}: {number}", "{code}：{number}行"),
    "draft.from": (
        "A draft made from {name}. Put what your document says in place of what stands here, and "
        "take out what it does not say; then run:",
        "草案，据 {name} 写成。请改为本地文件的内容，删去本地文件没有的内容，然后运行：",
    ),
    "draft.extends": (
        "A document that extends {name}: it changes what it names, and nothing else. Uncomment "
        "what changes, by taking the sign # off the line, and put in your numbers; then run:",
        "本文件扩展 {name}，只修改写明的部分。请去掉要修改之处行首的 #，改为本地数字，然后运行：",
    ),
    "draft.schema": (
        "An editor that knows TOML schemas (Even Better TOML, taplo) completes and checks this "
        "file by its first line, after, in this folder:",
        "支持 TOML 模式的编辑器（Even Better TOML、taplo）按首行补全、检查；先在本文件夹运行：",
    ),
    "draft.sources": (
        "A number that changes says where it comes from: a clause of this document, or assumed "
        "with the reason.",
        "修改的数字须写明来源：本文件的条款（clause），或假定及理由（assumed）。",
    ),
    "draft.ends": (
        "To end an award and keep what was earned before:",
        "自某日起取消某项奖励，此前取得的不变：",
    ),
    "draft.series": (
        "the same in every document of one series that follow one another",
        "前后相续的各份文件写同一系列名",
    ),
    "draft.one_of": (" (one of: {names})", "（可写：{names}）"),
    "draft.more": ("May also stand here:", "此处还可以写："),
    "draft.constructs": ("May stand here, one of:", "可用的写法，择一："),
    "draft.tables": (
        "TABLES THAT THIS DOCUMENT DOES NOT HAVE AND MAY HAVE",
        "本文件未用、但可以使用的表",
    ),
    "draft.name": ("NAME", "名称"),
    "draft.written": (
        "{file} is written. Next: {check}",
        "已写入 {file}。下一步：{check}",
    ),
    "summary.aside_of": {
        "note": ("{place}, a note", "{place}，说明"),
        "example": ("{place}, an example", "{place}，示例"),
        "total": ("{place}, a total", "{place}，合计"),
        "heading": ("{place}, a heading", "{place}，小标题"),
        "header": ("{place}, the header again", "{place}，重复的表头"),
        "lock_file": (
            "{place}, the mark of a workbook that is open in Excel: what was not saved is missing",
            "{place}，有工作簿正在 Excel 中打开：尚未保存的内容不会读取",
        ),
        "other_file": ("{place}, a file of another kind", "{place}，其他类型的文件"),
        "hidden_sheet": ("{place}, a hidden sheet", "{place}，隐藏的工作表"),
        "comment": ("{place}, a comment", "{place}，批注"),
    },
    # check
    "check.level": {"error": ("error", "错误"), "advice": ("advice", "建议")},
    "check.found": ("{files}: {errors}, {advice}.", "{files}：{errors}，{advice}。"),
    "check.nothing": ("{files}: nothing was found.", "{files}：未发现问题。"),
    "check.files": {
        "one": ("{n} document", "{n}份文件"),
        "many": ("{n} documents", "{n}份文件"),
    },
    "check.errors": {"one": ("{n} error", "错误{n}处"), "many": ("{n} errors", "错误{n}处")},
    "check.advice": {
        "one": ("{n} point of advice", "建议{n}处"),
        "many": ("{n} points of advice", "建议{n}处"),
    },
    # verify
    "verify.refused": ("NOT A RECORD", "不是核算记录"),
    "verify.summary": (
        "{read} records read: {identical} identical, {same_amounts} of another version with the "
        "same amounts, {different} different, {altered} altered, {refused} refused.",
        "共读取{read}份记录：一致{identical}份，由其他版本生成且金额一致{same_amounts}份，"
        "不一致{different}份，已被改动{altered}份，不能读取{refused}份。",
    ),
    "verify.other_policy": ("its policy is not the one given:", "其政策与所给政策不同："),
    "verify.more": (
        "and in {n} more places; --format json tells them all",
        "另有{n}处不同；--format json 列出全部",
    ),
    "verify.same_record": ("the same record as {place}", "与 {place} 是同一份记录"),
    "verify.same_records": ("Repeated among them: {n}.", "其中重复的记录{n}份。"),
    "verify.not_compared": (
        "The policies in the records were compared with none: name the one that should be in "
        "them with -p.",
        "未把记录中的政策与任何政策比对：请用 -p 指明本应采用的政策。",
    ),
    "verify.under_another": (
        "{n} under another policy than {id}.",
        "其中{n}份所依据的政策与 {id} 不同。",
    ),
    "verify.unusable": ("{n} of the files cannot be used.", "其中{n}个文件无法使用。"),
}
