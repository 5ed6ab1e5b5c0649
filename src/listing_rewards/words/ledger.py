"""What is said of a ledger: findings, why each is one, notes, the sheets of its workbook."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "ledger.assumed": (
        "ASSUMED - these numbers and readings are not given by the source:",
        "【假定】以下数字或理解并非原文所列：",
    ),
    "ledger.name": {
        # where yuan went, and what was found
        "due_and_paid": ("due and paid", "应付已付"),
        "not_due_yet": ("paid, not due yet", "已付尚未到期"),
        "paid_twice": ("paid twice", "重复发放"),
        "above_standard": ("above the standard", "超标准"),
        "above_cap": ("above its own cap", "超单项上限"),
        "above_group_cap": ("above the common cap", "超合并上限"),
        "earlier_award_not_deducted": ("earlier award not deducted", "未扣减已获奖励"),
        "not_eligible": ("not eligible", "不符合条件"),
        "outside_period": ("outside the period", "不在政策期间"),
        "before_due": ("before it was due", "未到期先付"),
        "unknown_award": ("unknown award", "无此奖励项目"),
        "undecided": ("cannot be decided", "尚不能判定"),
        "ledgers_differ": ("two ledgers differ", "两账不符"),
        "only_here": ("in this ledger only", "仅本账有"),
        "only_there": ("in the other ledger only", "仅另一账有"),
        "double_benefit": ("same award under two policies", "重复享受"),
        "title_in_doubt": ("award title in doubt", "奖励项目名称存疑"),
        "unit_in_doubt": ("unit of the amount in doubt", "金额单位存疑"),
        "unknown_policy": ("unknown policy", "依据政策不明"),
        "misspelt_policy": ("policy id in doubt", "依据政策存疑"),
        "name_and_code": ("name and code disagree", "名称与代码不符"),
        "no_case": ("enterprise without a case", "企业无案例"),
        "invalid_case": ("case with faults", "案例有误"),
        "unread": ("cannot be read", "未能读取"),
        "return_unmatched": ("returned, payment not found", "退回无对应付款"),
        "total_differs": ("stated total differs", "所列合计不符"),
        "returned": ("paid and returned", "已付后退回"),
        "called_back": ("called back", "已追回"),
        "later": ("after the as-of date", "晚于截至日"),
        "elsewhere": ("under another policy", "依据其他政策"),
        "shares_sum": ("shares do not add up", "分担合计不符"),
        "shares_split": ("share of a level differs", "分担比例不符"),
        "unpaid": ("due and unpaid", "应付未付"),
        "exposed": ("could be called back", "可能退还"),
        "notice": ("law asked for a review", "须合规审核"),
    },
    "ledger.why": {
        # why
        "paid_twice": (
            "{paid} was paid although {before} had been paid for the same award ({earlier}); "
            "{entitled} may be paid in all.",
            "此前同一项目已付{before}（{earlier}），又付{paid}；该项目合计可付{entitled}。",
        ),
        "above_standard": (
            "{paid} was paid; the standard is {standard}.",
            "已付{paid}；标准为{standard}。",
        ),
        "above_cap": (
            "{paid} was paid; the award's own cap is reached at {standard}.",
            "已付{paid}；该项目封顶后为{standard}。",
        ),
        "above_group_cap": (
            '{paid} was paid; of the common cap of {cap} ("{group}") {entitled} is left for it.',
            "已付{paid}；“{group}”合并上限{cap}，本项目可用{entitled}。",
        ),
        "group_over": (
            'Whatever the missing facts are, so much of what was paid under "{group}" is too '
            "much: {before} was paid, {entitled} may be paid in all. It is part of what "
            "cannot be decided.",
            "无论缺失事实如何，“{group}”已付{before}，合计可付{entitled}，此数必为多付；"
            "已包含在“尚不能判定”之中。",
        ),
        "earlier_award_not_deducted": (
            '{paid} was paid; {set_off} for "{other}" is to be deducted, and {entitled} may be '
            "paid in all.",
            "已付{paid}；“{other}”的{set_off}应予扣减，合计可付{entitled}。",
        ),
        "earlier_award_counts": (
            '{paid} was paid, and {set_off} before for "{other}", which counts for this award: '
            "{together_paid} was paid for both together, and {entitled} may be paid for both.",
            "已付{paid}；此前“{other}”已付{set_off}，计入本项目：两者合计已付{together_paid}，"
            "合计可付{entitled}。",
        ),
        "refused": ("Nothing is due: {check}", "不应发放：{check}"),
        "replaced": (
            'Nothing is due: "{other}" is given in its place, and has been paid in full.',
            "不应发放：已由“{other}”替代，且其已足额支付。",
        ),
        "early": (
            "Paid on {on}, due only from {day} on: too early, not too much.",
            "{on}支付，{day}起才到期：属提前支付，金额未超。",
        ),
        "early_open": (
            "Paid on {on}, and not due on that day: too early, not too much.",
            "{on}支付，当日尚未到期：属提前支付，金额未超。",
        ),
        "not_due_yet": (
            "Paid on {on}, due only from {day} on, which is after the as-of date: too early, "
            "not too much.",
            "{on}支付，{day}起才到期，晚于截至日：属提前支付，金额未超。",
        ),
        "not_due_yet_open": (
            "Paid on {on}, and not due by the as-of date: too early, not too much.",
            "{on}支付，至截至日尚未到期：属提前支付，金额未超。",
        ),
        "misspelt_policy": (
            'Paid under "{policy}", an id that is almost one that counts; not judged.',
            "系依据“{policy}”支付，该编号与计入的政策编号相近，未予判定。",
        ),
        "name_and_code": (
            'The name is "{name}", the credit code that of "{code_of}": whose payment it is, is '
            "not known, and it is counted for neither.",
            "名称为“{name}”，信用代码却属于“{code_of}”：付给哪一家不明，均未计入。",
        ),
        "exposed": (
            '"{undertaking}" did not hold: "{event}" happened on {happened}. Of what was paid, '
            "{exposed} could still be called back: an exposure, not money owed, and part of no "
            "sum. By the ledger, {returned} came back since then.",
            "未守“{undertaking}”：“{event}”发生于{happened}。已付款项中尚可追回{exposed}；"
            "仅为敞口，不计入任何合计。据台账，此后已收回{returned}。",
        ),
        "double_benefit": (
            '{paid} was paid under "{policy}", and under this policy for the same award: '
            "{earlier}. It must not be paid under both unless a document allows it.",
            "系依据“{policy}”支付{paid}；同一项目依据本政策亦已支付：{earlier}。"
            "除文件另有规定外，不得重复享受。",
        ),
        "title_in_doubt": (
            "{paid} was paid for an award that the policy does not have under this title. Until "
            "the title is settled, it counts neither as too much nor as unpaid.",
            "已付{paid}，本政策没有此名称的奖励项目。名称核实之前，既不作多付，也不作未付。",
        ),
        "unit_in_doubt": (
            "{paid} was paid where {entitled} may be paid: ten thousand times as much, or as "
            "little. Was 万元 written for 元, or 元 for 万元? Until that is settled, it counts "
            "neither as too much nor as unpaid.",
            "已付{paid}，可付{entitled}：相差一万倍，疑将“万元”与“元”混淆。"
            "核实之前，既不作多付，也不作未付。",
        ),
        "unknown_policy": (
            '{paid} was paid under "{policy}", a policy that is given nowhere; not judged. '
            "Correct the id, or name the policy among the others.",
            "系依据“{policy}”支付{paid}，未给出该政策，未予判定。请更正编号，或将其列为其他政策。",
        ),
        "unread": ("Row {row} cannot be read: {faults}", "第{row}行未能读取：{faults}"),
        "return_unmatched": (
            "{returned_now} came back, and no payment for this award is found before that day of "
            "which so much had not come back already; {unmatched} is left over.",
            "退回{returned_now}，而此前并无同一项目尚未退回的足额付款；其中{unmatched}无对应付款。",
        ),
        "total_differs": (
            "Row {row} states a total of {stated_total}; the lines above add up to {above}.",
            "第{row}行所列合计为{stated_total}；以上各行合计为{above}。",
        ),
        "unknown_award": (
            "The policy has no award of this name.",
            "本政策没有该奖励项目。",
        ),
        "no_case": (
            "There is no case of this enterprise, so nothing of it can be decided.",
            "没有该企业的案例，无从判定。",
        ),
        "invalid_case": (
            "Its case cannot be answered: {faults}",
            "其案例有误，无法计算：{faults}",
        ),
        "undecided": (
            "{paid} was paid; it is known only that {entitled} may be paid in all{before_too}.",
            "已付{paid}；目前只知合计可付{entitled}{before_too}。",
        ),
        "ledgers_differ": (
            "The other ledger has {others}.",
            "另一账为：{others}。",
        ),
        "only_here": (
            "The other ledger has no line of this voucher, or of this payee, day and amount.",
            "另一账没有该凭证号的行，也没有收款人、日期、金额均相同的行。",
        ),
        "only_there": (
            "The other ledger has {others}; this one has no such line.",
            "另一账有：{others}；本账没有对应的行。",
        ),
        "due_in_doubt": (
            "{paid} was paid; {doubtful} of it are an instalment that waits for an event which is "
            "not stated, so that it is open whether it was due.",
            "已付{paid}；其中{doubtful}属于须待有关事项发生后支付的一期，该事项未写明，是否到期不明。",
        ),
        "maybe_unpaid": (
            "It is not known whether this is still to be paid.",
            "是否尚须支付，目前不明。",
        ),
        "perhaps_unpaid": (
            "It is not known whether this is still to be paid: {faults}.",
            "是否尚须支付，目前不明：{faults}。",
        ),
        "unpaid": (
            "{entitled} may be paid and {before} was paid.",
            "可付{entitled}，已付{before}。",
        ),
        "unpaid_part": (
            "{entitled} may be paid and {before} was paid; of the rest only this can be paid now.",
            "可付{entitled}，已付{before}；其余之中现可支付此数。",
        ),
        "group_unpaid": (
            'Whatever the missing facts are, so much more is due under "{group}" for certain.',
            "无论缺失事实如何，“{group}”至少还应支付此数。",
        ),
        "shares_sum": (
            "{paid} was paid; the levels bore {together}: {levels}.",
            "该笔付款{paid}；各级合计承担{together}：{levels}。",
        ),
        "shares_split": (
            "{paid} was paid; {levels}.",
            "该笔付款{paid}；{levels}。",
        ),
        "notice": (
            "On the day of payment this law was in force and asks for a review first: {laws}.",
            "付款之日下列规定已施行，应先行审核：{laws}。",
        ),
        "notice_withhold": (
            "On the day of payment this law was in force and payment was to wait for a "
            "review: {laws}.",
            "付款之日下列规定已施行，审核前应暂缓发放：{laws}。",
        ),
    },
    "ledger.earlier": (
        "row {row}: {day}, {amount}{voucher}",
        "第{row}行：{day}，{amount}{voucher}",
    ),
    "ledger.earlier_no_row": (
        "by the case: {day}, {amount}{voucher}",
        "案例载明：{day}，{amount}{voucher}",
    ),
    "ledger.earlier_voucher": (", voucher {voucher}", "，凭证号{voucher}"),
    "ledger.entered_twice": (
        " Day, amount and voucher are the same: it looks like one payment entered twice.",
        "日期、金额、凭证号均相同，疑为同一笔付款重复登记。",
    ),
    "ledger.met_from": (" It is met from {day} on.", "自 {day} 起方符合。"),
    "ledger.never_due": (
        " The test was made on that day: by the facts stated it is never due.",
        "须以该日为准，按所述事实今后亦不会到期。",
    ),
    "ledger.nearest": (' Is "{name}" meant?', "是否为“{name}”？"),
    "ledger.before_too": (", and {amount} had been paid", "，此前已付{amount}"),
    "ledger.to_decide": (" To decide it: {facts}.", "判定所需：{facts}。"),
    "ledger.review_first": (" Before paying, review: {laws}.", "支付前请审核：{laws}。"),
    "ledger.level": ("{level} {stated}", "{level}承担{stated}"),
    "ledger.level_of": (
        "{level} bore {stated} and its share is {expected}",
        "{level}承担{stated}，应承担{expected}",
    ),
    # notes
    "ledger.note": (
        "{place}{enterprise}, {award}, {day}, {amount} yuan: {note}",
        "{place}{enterprise}，{award}，{day}，{amount}元：{note}",
    ),
    "ledger.note_place": ("row {row}, ", "第{row}行，"),
    "ledger.note_of": {
        "same_payment": (
            "The case states it too; it is counted once.",
            "案例中亦有此笔，只计一次。",
        ),
        "not_in_ledger": (
            "The case states this payment and the ledger does not have it; it counts as paid.",
            "案例写明此笔付款而台账没有，计入已付。",
        ),
        "later": ("Dated after the as-of date; not judged.", "晚于截至日，未予判定。"),
        "elsewhere": (
            "Paid under {name}, whose payments this policy does not count; not judged.",
            "系依据{name}支付，本政策不计入，未予判定。",
        ),
        "former_name": (
            "“{name}” is a name the enterprise had before.",
            "“{name}”为该企业曾用名。",
        ),
        "another_name": (
            'The credit code is that of this enterprise; the ledger writes "{name}" beside it.',
            "信用代码属于该企业，而台账所写名称为“{name}”。",
        ),
        "same_voucher": (
            "The voucher {name} stands on an earlier line too{row}.",
            "凭证号{name}在前面的行中已有{row}。",
        ),
        "nothing_paid": ("Nothing was paid: the amount is 0.", "金额为0，未付款。"),
        "returned": ("So much of the payment{row} came back.", "该笔付款{row}退回此数。"),
        "called_back": (
            "So much of the payment{row} was called back after an undertaking did not hold.",
            "因未守承诺，该笔付款{row}已追回此数。",
        ),
        "read_as_returned": (
            'Read as money that came back, since the remark says "{name}".',
            "备注为“{name}”，按退回处理。",
        ),
        "read_as_paid": (
            'The remark says "{name}"; read as money paid.',
            "备注为“{name}”，按付款处理。",
        ),
    },
    "ledger.note_row": (" (row {row})", "（第{row}行）"),
    "ledger.other_line": (
        "row {row} ({day}, {amount}, {name}{voucher})",
        "第{row}行（{day}，{amount}，{name}{voucher}）",
    ),
    "ledger.one_level": (
        "Ledger of one level of government: {level}. Amounts are its share; what other levels bear "
        "is in none of them.",
        "单级台账：{level}。金额均为该级应承担部分，不含其他级次承担的金额。",
    ),
    "ledger.one_level_in_whole": (
        "The policy does not say who bears {awards}: compared in full.",
        "政策未载明由哪级承担的（{awards}），按全额核对。",
    ),
    "ledger.beside": (
        "Beside the other ledger: {both} matched, {differ} of them not alike; {here} only in this "
        "ledger ({yuan_here} yuan), {there} only in the other ({yuan_there} yuan).",
        "与另一账核对：对应{both}项，其中不符{differ}项；仅本账有{here}行（{yuan_here}元），"
        "仅另一账有{there}行（{yuan_there}元）。",
    ),
    "ledger.evidence": ("ledger row {row}: {evidence}", "台账第{row}行：{evidence}"),
    "ledger.sheet": {
        "about": ("About", "概况"),
        "findings": ("Findings", "发现"),
        "lines": ("Ledger", "台账"),
        "accounts": ("Accounts", "核定与已付"),
        "beside": ("Two ledgers", "两账核对"),
        "where": ("in", "所在"),
        "both": ("both", "两账都有"),
        "differs": ("both, not alike", "两账都有，但不符"),
        "only_here": ("this ledger only", "仅本账有"),
        "only_there": ("the other ledger only", "仅另一账有"),
        "matched_by": ("matched by", "核对依据"),
        "voucher": ("voucher", "凭证号"),
        "day_and_amount": ("payee, day and amount", "收款人、日期和金额"),
        "other_row": ("row of the other ledger", "另一账行号"),
        "other_name": ("payee in the other ledger", "另一账收款人"),
        "other_on": ("day in the other ledger", "另一账日期"),
        "other_yuan": ("yuan in the other ledger", "另一账金额（元）"),
        "other_reference": ("voucher in the other ledger", "另一账凭证号"),
        "purpose": ("purpose in the other ledger", "另一账用途"),
        "totals": ("Totals", "合计"),
        "number": ("No.", "序号"),
        "row": ("row of the ledger", "台账行号"),
        "reference": ("voucher", "凭证号"),
        "enterprise": ("enterprise", "企业"),
        "name": ("enterprise in the ledger", "台账所写企业"),
        "case": ("enterprise of the case", "案例企业"),
        "uscc": ("credit code", "统一社会信用代码"),
        "award": ("award", "奖励项目"),
        "awards": ("awards", "奖励项目"),
        "on": ("paid on", "付款日期"),
        "finding": ("finding", "发现"),
        "yuan": ("yuan", "金额（元）"),
        "at_most": ("at most", "至多（元）"),
        "beyond": ("beyond what is due", "是否多付"),
        "yes": ("yes", "是"),
        "no": ("no", "否"),
        "standard": ("standard", "标准（元）"),
        "before": ("paid before", "此前已付（元）"),
        "clause": ("clause", "依据条款"),
        "why": ("why", "理由"),
        "entitled": ("entitled, at least", "核定，至少（元）"),
        "entitled_at_most": ("entitled, at most", "核定，至多（元）"),
        "due": ("paid by the ledger: due", "台账已付：应付"),
        "due_later": ("paid by the ledger: not due yet", "台账已付：尚未到期"),
        "undecided": ("paid by the ledger: not decided", "台账已付：不能判定"),
        "beyond_due": ("paid by the ledger: beyond", "台账已付：多付"),
        "besides_due": ("paid by the case only: due", "仅案例载明的已付：应付"),
        "besides_due_later": ("paid by the case only: not due yet", "仅案例载明的已付：尚未到期"),
        "besides_undecided": (
            "paid by the case only: not decided",
            "仅案例载明的已付：不能判定",
        ),
        "besides_beyond": ("paid by the case only: beyond", "仅案例载明的已付：多付"),
        "unpaid": ("not paid, at least", "未付，至少（元）"),
        "unpaid_at_most": ("not paid, at most", "未付，至多（元）"),
        "section": ("of what", "部分"),
        "place": ("item", "项目"),
        "went": ("where the ledger's yuan went", "台账款项的去向"),
        "paid": ("paid in the ledger", "台账已付合计"),
        "rest": ("difference", "差额"),
        "left_of_paid": (
            "difference (must be 0): paid in the ledger, less all places above",
            "差额（应为0）：台账已付减去以上各去向",
        ),
        "beyond_section": ("paid beyond what is due", "多付"),
        "left_of_beyond": (
            "difference (must be 0): beyond by the findings, less its places above",
            "差额（应为0）：按发现合计的多付减去以上各类多付",
        ),
        "left_of_entitled": (
            "difference (must be 0): entitled, less its parts above",
            "差额（应为0）：核定减去以上各部分",
        ),
        "beyond_told": ("beyond what is due, by the findings", "按发现合计的多付"),
    },
    "ledger.about_what": ("what", "事项"),
    "ledger.about_content": ("content", "内容"),
    "ledger.about_policy": ("policy", "政策文件"),
    "ledger.about_id": ("id of the policy", "政策编号"),
    "ledger.about_issuer": ("issuer", "发文机关"),
    "ledger.about_as_of": ("as of", "截至日"),
    "ledger.about_level": ("level of government", "承担级次"),
    "ledger.about_version": ("version of listing_rewards", "listing_rewards 版本"),
    "ledger.about_lines": ("lines of the ledger, as on the sheet", "台账行数（见“台账”表）"),
    "ledger.about_left_out": (
        "lines and cases with faults, not in any sum",
        "有误、未计入的行与案例",
    ),
    "ledger.about_findings": ("findings", "发现项数"),
    "ledger.about_beyond": ("beyond what is due, in yuan", "多付（元）"),
    "ledger.about_assumed": ("assumed", "假定"),
    "ledger.about_note": ("to note", "说明"),
    "ledger.about_fault": ("fault", "错误"),
}
