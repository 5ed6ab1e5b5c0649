"""What stands in the working papers of a ledger: forms of findings, what to check, a sample."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrases

PHRASES: Phrases = {
    "papers.findings": ("Findings by yuan", "发现（按金额排序）"),
    "papers.forms": ("Forms", "取证单"),
    "papers.to_check": ("To check", "待核实事项"),
    "papers.sample": ("Sample", "抽查样本"),
    "papers.yes": ("yes", "是"),
    "papers.no": ("no", "否"),
    "papers.column": {
        "number": ("No.", "序号"),
        "kind": ("finding", "发现"),
        "beyond": ("beyond what is due", "是否多付"),
        "enterprise": ("enterprise", "企业名称"),
        "uscc": ("credit code", "统一社会信用代码"),
        "award": ("award", "奖励项目"),
        "paid_on": ("paid on", "支付日期"),
        "voucher": ("voucher", "凭证号"),
        "row": ("row of the ledger", "台账行号"),
        "amount": ("yuan", "金额（元）"),
        "at_most": ("at most, in yuan", "至多（元）"),
        "facts": ("facts", "事实"),
        "clause": ("clause", "依据条款"),
        "clause_words": ("the clause's words", "条款原文"),
        "reason": ("why to check", "核实原因"),
        "hangs_on_it": ("yuan that hang on it", "涉及金额（元）"),
        "what": ("fact or number", "事实或数字"),
        "seed": ("seed", "随机种子"),
    },
    "papers.reason": {
        "near_day": ("a day near a boundary", "日期接近界限"),
        "near_amount": ("a figure near a bound", "数额接近界限"),
        "assumed": ("a number that is assumed", "假定的数字或理解"),
        "silent": ('silence taken as "no"', "未写明而按“否”处理"),
    },
    "papers.days_off": (" ({days} days from the boundary)", "（距界限{days}日）"),
    "papers.off": (" ({off} from the bound)", "（距界限{off}）"),
    "papers.form_title": ("Audit working paper {number}", "审计取证单 第{number}号"),
    "papers.form": {
        "project": ("audit of", "项目名称"),
        "audited": ("audited", "被审计单位"),
        "uscc": ("credit code", "统一社会信用代码"),
        "matter": ("matter", "审计事项"),
        "award": ("award", "奖励项目"),
        "facts": ("facts", "事实摘要"),
        "standard": ("standard", "定性依据"),
        "amount": ("yuan", "金额（元）"),
        "at_most": ("at most, in yuan", "至多（元）"),
        "evidence": ("evidence", "证据"),
        "prepared_by": ("prepared by", "编制人"),
        "reviewed_by": ("reviewed by", "复核人"),
        "date": ("date", "日期"),
        "opinion": ("opinion of the audited", "被审计单位意见"),
        "seal": ("signature and seal", "签字（盖章）"),
    },
    "papers.evidence": (
        "ledger row {row}; voucher {voucher}; paid on {day}; computed as of {as_of}",
        "台账第{row}行；凭证号：{voucher}；支付日期：{day}；按截至{as_of}计算",
    ),
}
