"""What stands on the sheets of a workbook."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases
from listing_rewards.words.steps import ROWS

SHEETS: Phrases = {
    "title": ("Audit workbook: {name}", "复核工作簿：{name}"),
    "sheet_of": {
        "results": ("Results", "结果"),
        "facts": ("Facts", "事实"),
        "numbers": ("Policy numbers", "政策参数"),
        "events_sheet": ("Events", "事项统计"),
        "calculation": ("Calculation", "计算"),
        "notices": ("Notices", "提示"),
        "guide": ("Reading guide", "阅读说明"),
    },
    # ---- values
    "yes": ("yes", "是"),
    "no": ("no", "否"),
    "assumed": ("assumed", "假定"),
    # ---- facts
    "facts": ("Facts of the case", "案例事实"),
    "facts_hint": (
        "Cells with a yellow ground may be changed; every amount of the workbook then moves. Leave "
        "a cell empty for what is not known: that is not the same as no or 0.",
        "黄色单元格可以修改，修改后全部金额随之变化。不清楚的事实请留空：留空不等于“否”或 0。",
    ),
    "enterprise": ("Enterprise and day", "企业与截至日"),
    "name": ("Name", "企业名称"),
    "uscc": ("Unified social credit code", "统一社会信用代码"),
    "county": ("County or district", "注册地（县、市、区）"),
    "as_of": ("As of", "截至日"),
    "as_of_hint": ("what is dated later does not count yet", "此后的事项与付款暂不计入"),
    "figures": ("Figures", "指标"),
    "flags": ("Yes or no", "条件（是或否）"),
    "attributes": ("Attributes", "属性"),
    "applied": ("Applications", "申请日期"),
    "approved": ("Amounts approved under a ceiling", "核定金额（政策只规定上限时）"),
    "absent": ("Events known not to have happened", "已知未发生的事项"),
    "events": ("What happened", "已发生的事项"),
    "payments": ("Paid so far", "已付奖励"),
    "fact": ("Fact", "事实"),
    "value": ("Value", "数值"),
    "unit": ("Unit", "单位"),
    "values": ("Accepted", "可填"),
    "unit_of": {
        "yuan": ("yuan", "元"),
        "percent": ("percent", "百分比"),
        "number": ("number", "个数"),
    },
    "award": ("Award", "奖励项目"),
    "amount": ("Amount (yuan)", "金额（元）"),
    "event": ("Event", "事项"),
    "absent_stated": ("Did not happen", "确认未发生"),
    "day": ("Day", "日期"),
    "ignored_note": ("Note", "备注"),
    "evidence": ("Evidence", "佐证材料"),
    "paid_under": ("Under the policy (empty: this one)", "依据的政策（留空为本政策）"),
    "not_listed": ("Choose one of the list.", "请从列表中选择。"),
    "not_an_amount": (
        "Write an amount in yuan as a number, not below 0.",
        "请填写以元为单位的数字，不小于 0。",
    ),
    "not_a_day": (
        "Write a day from 1900-03-01 to 2199-12-31.",
        "请填写 1900-03-01 至 2199-12-31 之间的日期。",
    ),
    # ---- numbers of the policy
    "numbers": ("Numbers of the policy", "政策参数"),
    "narrower": (
        "The library gives: payable {amount}. The formulas take each place that reads an unknown "
        "fact by itself, so that the ranges below hold this and may be wider.",
        "程序结果：应付{amount}。公式对每一处用到的未知事实分别计算，下列范围包含该结果，可能更宽。",
    ),
    "numbers_hint": (
        "Each number of the policy that the calculation uses, with the clause it rests on. Change "
        "one to see what it moves.",
        "计算所用的政策参数及其依据条款。修改参数即可看到结果的变化。",
    ),
    "number": ("Number", "参数"),
    "clause": ("Clause", "依据条款"),
    "clause_text": ("The clause says, or why it is assumed", "条款原文或假定理由"),
    "path": ("Place in the document", "在政策文件中的位置"),
    "awards": ("Awards", "奖励项目"),
    "counted_policies": (
        "payments under this policy count",
        "此政策下的付款计入已付",
    ),
    # ---- events
    "by_event": ("What counts of the facts", "事项与付款统计"),
    "by_event_hint": (
        "Computed from the facts; the calculation reads from here. Happened: met, not met, or not "
        "known where the case says nothing and the policy does not read that as no.",
        "由“事实”计算而来，供“计算”引用。“是否发生”为不明，是指案例未提及且政策不视为未发生。",
    ),
    "kinds": ("By event", "按事项"),
    "serial": ("No.", "序号"),
    "count": ("Times happened", "发生次数"),
    "known_not": ("Known not", "确认未发生"),
    "happened": ("Happened", "是否发生"),
    "first_day": ("First day", "最早日期"),
    "in_force_count": ("Within the policy's days", "有效期内次数"),
    "first_in_force": ("First such day", "有效期内最早日期"),
    "amount_least": ("Amount at least", "金额（至少）"),
    "amount_most": ("Amount at most", "金额（至多）"),
    "needed": ("An award needs it (turn {turn})", "有奖励项目需用此事实（第 {turn} 轮）"),
    "paid_by_award": ("Paid, by award", "已付金额（按奖励项目）"),
    "paid": ("Paid", "已付金额"),
    "rows": ("Events, row by row", "逐项事项"),
    "payment_rows": ("Payments, row by row", "逐笔付款"),
    "counts": ("Counts", "计入"),
    "in_force": ("Within the policy's days", "在有效期内"),
    "amount_missing": ("Amount missing", "缺金额"),
    "readable": ("Can be read", "可读"),
    "seen": ("Cells filled in", "已填单元格数"),
    "presumed": ("{values}; empty: taken as yes, assumed", "{values}；空着按“是”计算（假定）"),
    "input_check": ("What was typed", "输入检查"),
    "inputs_fine": ("all of it can be read", "全部可读"),
    "inputs_wrong": ("cells cannot be read: do not use the result", "处无法读取，结果不可用"),
    "year": ("Year", "年度"),
    "later": ("Later than the as-of date", "晚于截至日"),
    "in_time": ("{name}: in time", "{name}：在期限内"),
    "held": ("{name}: period full and unbroken", "{name}：届满且未中断"),
    "day_of_event": ("day on which the award is earned", "取得奖励之日"),
    "day_of_application": (
        "day of the application, or the last one possible",
        "申请之日，未写明的为最晚可能之日",
    ),
    "day_of_payment": ("day of the last payment, or the as-of date", "末次付款之日或截至日"),
    "row_condition_of": ("{condition} ({award})", "{condition}（{award}）"),
    "row_condition_now": ("{condition} ({award}; as of now)", "{condition}（{award}；截至日）"),
    "row_still": (
        "{award}: still met if it were paid on the as-of date",
        "{award}：如于截至日付款，是否仍符合",
    ),
    "bases": (
        "Amounts that count otherwise than by the policy's days",
        "不按政策期间计入的金额",
    ),
    "counted_which": ("Which count", "计入范围"),
    "counted_column": ("{name}: counts", "{name}：计入"),
    "counted_amount": ("{name}: amount", "{name}：金额"),
    "counted_missing": ("{name}: amount missing", "{name}：金额缺失"),
    "part_base": ("{award}: base", "{award}：基数"),
    "part_gives": ("{award}: gives", "{award}：给予"),
    "part_cap": ("{award}: cap", "{award}：上限"),
    # ---- results
    "results": ("Results", "结果"),
    "results_of": ("{name} · {title}", "{name} · {title}"),
    "totals": ("Totals", "合计"),
    "amount_of": ("Amount", "金额"),
    "at_least": ("at least", "至少"),
    "at_most": ("at most", "至多"),
    "at_least_wan": ("at least, 10,000 yuan", "至少（万元）"),
    "at_most_wan": ("at most, 10,000 yuan", "至多（万元）"),
    "given_least": ("when written, at least", "生成时（至少）"),
    "given_most": ("when written, at most", "生成时（至多）"),
    "lines": ("By award, as the formulas give it now", "按奖励项目（公式即时结果）"),
    "given": (
        "By award, as the library gave it when this was written (values; a cell above is marked "
        "red where it has moved)",
        "按奖励项目（生成本工作簿时的结果，为固定数值；上表与之不同的单元格标红）",
    ),
    "status": ("Status", "状态"),
    "nominal": ("Standard", "标准金额"),
    "entitled": ("Entitled", "核定金额"),
    "payable": ("Payable", "应付金额"),
    "withheld": ("Withheld", "暂缓发放"),
    "overpaid": ("Overpaid", "超付"),
    "groups": ("Common caps", "合并封顶"),
    "group": ("Awards together", "合并项目"),
    "levels": ("By level of government", "按财政级次分担"),
    "others": ("Of which for others", "其中奖励他人"),
    "recipient": ("recipient", "受奖对象"),
    "level": ("Level", "级次"),
    "exposures": ("Could be called back", "可能退还的敞口"),
    "holds": ("Value", "判定或数值"),
    "exposed_at_most": ("If it happened", "如发生"),
    "undertaking": ("Undertaking", "承诺事项"),
    "not_live": ("Written as values, not as formulas: {reason}", "以数值而非公式写出：{reason}"),
    "figure_made": (
        "the figure {given} is of a year or made of others, which this sheet does not compute",
        "指标 {given} 按年度填列或由其他指标计算，本表不以公式计算",
    ),
    "money_returned": (
        "{given} yuan of a payment came back, and which payment it was decides what counts",
        "有付款退回 {given} 元，冲抵哪一笔决定计入的金额",
    ),
    "early_day": (
        "the day {given} is before 1 March 1900, where Excel's calendar is wrong",
        "日期 {given} 早于 1900 年 3 月 1 日，Excel 日历在此之前有误",
    ),
    "large_number": (
        "{given} is so large that Excel would lose the fen of a sum",
        "{given} 数额过大，Excel 求和时会丢失分位",
    ),
    "long_number": (
        "{given} has more than the 15 digits with which Excel computes",
        "{given} 超过 Excel 计算所用的 15 位有效数字",
    ),
    # ---- notices
    "notices": ("Notices, assumptions, open questions", "提示、假定与未决事实"),
    "laws": ("Laws that bear on awards", "与奖励有关的法律法规"),
    "law": ("Law", "法律法规"),
    "since": ("In force since", "施行日期"),
    "effect": ("Effect", "处理"),
    "effect_of": {
        "review": ("review", "提请审核"),
        "withhold": ("withhold", "暂缓发放"),
    },
    "awards_of": ("Awards", "涉及奖励"),
    "law_text": ("What it says", "条文内容"),
    "advice": ("What to do", "建议"),
    "raised": ("Bears here", "是否涉及"),
    "assumptions": ("Assumed (when this was written)", "假定（生成时）"),
    "open_questions": ("Open questions (when this was written)", "未决事实（生成时）"),
    "remarks": ("Remarks (when this was written)", "说明（生成时）"),
    # ---- calculation
    "calculation": ("Calculation", "计算"),
    "calculation_hint": (
        "One operation a row, each a formula over the rows above, the facts and the policy's "
        "numbers. Where a fact is missing, an amount is a range.",
        "每行一步运算，均为引用上方各行、事实与政策参数的公式。缺少事实时，金额为一个区间。",
    ),
    "step": ("Step", "步骤"),
    "what": ("What", "内容"),
    # ---- guide
    "guide": ("How to read this workbook", "阅读说明"),
    "guide_point": {
        "sheets": ("The sheets", "工作表"),
        "colours": ("Colours", "颜色"),
        "ranges": ("At least, at most", "至少与至多"),
        "truths": ("Met, not met, not known", "符合、不符合、不明"),
        "names": ("Names in formulas", "公式中的名称"),
        "change": ("To change a fact", "修改事实"),
        "trace": ("To trace an amount", "追溯金额"),
        "recalculate": ("When it opens", "打开时"),
        "limits": ("Limits", "限度"),
    },
    "guide_text": {
        "sheets": (
            "Results: what is payable, and what the library gave when the workbook was written. "
            "Facts: what the case states. Policy numbers: each number with its clause. Events: "
            "what of the facts counts. Calculation: every step. Notices: laws, assumptions, open "
            "questions.",
            "结果：应付金额，以及生成时的结果。事实：案例所述。政策参数：每个数字及其条款。"
            "事项统计：哪些事实计入。计算：每一步。提示：法律法规、假定与未决事实。",
        ),
        "colours": (
            "Yellow: may be changed. White: a formula. Grey: a fixed value. Red on Results: "
            "differs from what the library gave.",
            "黄色：可修改。白色：公式。灰色：固定数值。“结果”中的红色：与生成时不同。",
        ),
        "ranges": (
            "What is certain, and what it cannot exceed, with the facts as they are. Both are "
            "equal where nothing is missing. “No limit” is the name UNLIMITED.",
            "依现有事实可以确定的金额，以及不会超过的金额；事实齐全时两者相等。"
            "“不限”即名称 UNLIMITED。",
        ),
        "truths": (
            "Kept as 1, 0 and 0.5: “all of” is the smallest, “any of” the largest, “not” one less "
            "it.",
            "以 1、0、0.5 表示：“均须符合”取最小，“符合之一”取最大，“不属于”为 1 减去该值。",
        ),
        "names": (
            "EVENT_… and PAYMENT_… are the columns of the tables on the sheet Events, AS_OF is "
            "the as-of date. An event or award is called by its number there.",
            "EVENT_… 与 PAYMENT_… 为“事项统计”表中的列，AS_OF 为截至日；事项与奖励以该表序号指代。",
        ),
        "change": (
            "Change a yellow cell on Facts or Policy numbers; new events and payments go into the "
            "empty rows of their tables. Nothing else has to be done.",
            "在“事实”或“政策参数”中修改黄色单元格；新事项与付款填入各表的空行。无需其他操作。",
        ),
        "trace": (
            "Select it and choose Formulas, Trace Precedents; repeat. The last arrows end on a "
            "fact, or on a number with its clause.",
            "选中单元格，点击“公式”中的“追踪引用单元格”，可逐层追溯至某一事实，或某一参数及其条款。",
        ),
        "recalculate": (
            "The amounts are computed when the file is opened. In protected view they are empty "
            "until editing is allowed.",
            "金额在打开文件时计算。处于“受保护的视图”时为空，点击“启用编辑”后显示。",
        ),
        "limits": (
            "A sheet computes with 15 digits. Rewards up to 10 billion yuan agree with the library "
            "to the fen; write amounts with at most two decimals. Whether facts can be true "
            "together (a listing before its acceptance) is checked by the command, not here. What "
            "another fact would change in the texts of Notices (open questions, remarks) is not "
            "written anew.",
            "电子表格以 15 位有效数字计算。100 亿元以内的奖励金额与程序结果一致到分；"
            "金额请至多写两位小数。各项事实能否同时成立（如上市早于受理）由命令检查，此处不检查。"
            "修改事实后，“提示”中的文字（未决事实、说明）不会更新。",
        ),
    },
    "guide_policy": ("Policy", "政策文件"),
    "guide_issuer": ("Issued by", "发文机关"),
    "guide_as_of": ("Written as of", "生成时截至日"),
    "guide_version": ("Written by", "生成程序"),
    "guide_digest": ("Digest of its record (SHA-256)", "所依据记录的摘要（SHA-256）"),
    # ---- sections
    "section_conditions": ("Conditions", "条件"),
    "section_checks": ("What each award needs", "各项奖励是否符合"),
    "section_cap": ("The cap over “{group}”", "“{group}”的合并上限"),
    "section_award": ("{award}", "{award}"),
    "section_counted": ("What was paid and counts", "计为已付"),
    "section_settled": ("To be paid: {group}", "应付：{group}"),
    "ungrouped": ("awards without a common cap", "不受合并封顶的奖励"),
    "section_others": ("Of which for others: {award}", "其中奖励他人：{award}"),
    "section_levels": ("By level of government: {award}", "按级次分担：{award}"),
    "section_exposures": ("Could be called back", "可能退还的敞口"),
    # ---- conditions
    "tested_on": ("the day tested: {event}", "检验日：{event}"),
    "broken_on": ("the last break by then: {event}", "此前最近的中断：{event}"),
    "started_on": ("the period runs from: {event}", "期间起算：{event}"),
    "full_on": ("the first day on which it is full", "届满之日"),
    "part": ("part {number}", "第 {number} 期"),
    "section_inputs": ("Can everything that was typed be read?", "输入检查"),
    "inputs_events": ("events that cannot be read", "无法读取的事项"),
    "inputs_payments": ("payments that cannot be read", "无法读取的付款"),
    "inputs_rows": (
        "tables of facts with rows that no formula reads",
        "含有公式未读取行的事实表",
    ),
    "inputs_facts": ("other facts that cannot be read", "无法读取的其他事实"),
    "inputs_both": ("events that happened and are said not to have", "既已发生又确认未发生的事项"),
    "inputs_numbers": ("numbers of the policy that are none", "不是数字的政策参数"),
    "inputs_all": ("all of them", "合计"),
    "section_summary": ("In all", "总计"),
    # ---- numbers of the policy
    "in_force_first": ("First day of the policy", "政策起始日"),
    "in_force_last": ("Last day of the policy", "政策截止日"),
    "bound_of": {
        "at_least": ("{name}: from, included", "{name}：不低于（含）"),
        "over": ("{name}: above, excluded", "{name}：超过（不含）"),
        "at_most": ("{name}: up to, included", "{name}：不超过（含）"),
        "below": ("{name}: below, excluded", "{name}：不满（不含）"),
    },
    "number_of_condition": {
        "first": ("{name}: not before", "{name}：不早于"),
        "last": ("{name}: not after", "{name}：不晚于"),
        "within_months": ("{name}: within so many months", "{name}：几个月内"),
        "within_days": ("{name}: and so many days", "{name}：另加几日"),
        "months": ("{name}: full months", "{name}：满几个月"),
        "counting": (
            "{name}: full on the corresponding day (0) or the day after (1)",
            "{name}：对应日届满（0）或次日届满（1）",
        ),
    },
    "number_fixed": ("{award}: sum", "{award}：定额"),
    "number_every": ("{award}: for each full", "{award}：每满"),
    "number_cap": ("{award}: cap", "{award}：上限"),
    "number_floor": ("{award}: floor", "{award}：下限"),
    "number_rate": ("{award}: rate", "{award}：比例"),
    "number_share": ("{award}: share", "{award}：占比"),
    "number_factor": ("{award}: factor", "{award}：倍数"),
    "number_above": ("{award}: only above", "{award}：仅计超过"),
    "number_topup": ("{award}: level", "{award}：补齐至"),
    "number_since": ("{award}: since", "{award}：自何日起"),
    "number_unit": ("Rounded to", "取整单位"),
    "number_group_cap": ("{group}: cap", "{group}：合并上限"),
    "number_of_which": ("For {recipient}", "奖励{recipient}"),
    "number_part": ("Part {number}: share", "第 {number} 期：比例"),
    "number_part_months": ("Part {number}: months later", "第 {number} 期：几个月后"),
    "number_notice_since": ("A notice is in force since", "合规提示施行日期"),
    "number_called_back": ("{title}: share called back", "{title}：退还比例"),
    "number_undertaking_months": ("{title}: months", "{title}：期限（月）"),
    "band_fixed": ("{band}: sum", "{band}：定额"),
    "band_rate": ("{band}: rate", "{band}：比例"),
    "band_cap": ("{band}: cap", "{band}：上限"),
}
"""What stands on its sheets besides the labels of rows."""

PHRASES: Phrases = {
    "sheet.page": ("Page &P of &N", "第 &P 页，共 &N 页"),
    "sheet.met": ("met", "符合"),
    "sheet.not_met": ("not met", "不符合"),
    "sheet.unknown": ("not known", "不明"),
    "sheet.bears": ("yes", "涉及"),
    "sheet.bears_not": ("no", "不涉及"),
    "sheet.at_payment": ("review before paying", "付款时须审核"),
    "sheet.unlimited": ("no limit", "不限"),
    "sheet.no_day": ("none", "无"),
    "workbook": {**SHEETS, **ROWS},
}
