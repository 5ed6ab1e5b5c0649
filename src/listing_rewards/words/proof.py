"""What a proof of a policy says."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase, Phrases

FAULTS: dict[str, Phrase] = {
    "not_so_many_events": (
        "{given} is no number of events that a proof can be about; write one from 1 to {most}",
        "{given} 不能作为证明所及的事项次数；请写1至{most}",
    ),
    "no_time_to_prove": (
        "{given} seconds are no time for a law; write a number above 0",
        "{given} 秒不能作为每条规律的时限；请写大于0的数",
    ),
    "one_to_prove": (
        "a proof is about one policy, and {given} were named; name one",
        "每次证明一份政策，而写了 {given} 份；请写一份",
    ),
    "two_to_compare": (
        "--same compares two policies, and {given} were named; name two",
        "--same 用于比较两份政策，而写了 {given} 份；请写两份",
    ),
}

PHRASES: Phrases = {
    "proof.head": (
        "WHAT HOLDS OF {policy} FOR EVERY ENTERPRISE",
        "【{policy}：对所有企业成立的规律】",
    ),
    "proof.head_same": (
        "{b} IN THE PLACE OF {a}: THE SAME ANSWERS?",
        "【以 {b} 替代 {a}：结果是否相同】",
    ),
    "proof.head_effect": (
        "THE SMALLEST CASES IN WHICH {b} GIVES ANOTHER AMOUNT THAN {a}",
        "【{b} 与 {a} 金额不同的最小案例】",
    ),
    "proof.bounds": (
        "For every case with up to {events} events of one kind, amounts in whole fen, percentages "
        "in thousandths, days from 1900 to 2199, and any payments.",
        "适用于：同类事项不超过{events}次，金额精确到分，百分比精确到千分之一个百分点，日期为1900年"
        "至2199年，已付金额任意的所有情形。",
    ),
    "proof.estimated": (
        "Two unknown numbers are multiplied in: {awards}. Whatever holds, holds whatever the "
        "product; what hangs on the product itself is not decided.",
        "下列奖励将两个未知数相乘：{awards}。成立的规律无论乘积为何均成立；取决于乘积的，未能判定。",
    ),
    "proof.made": (
        "Figures made of others are taken as stated themselves, or not at all: {figures}.",
        "由其他指标计算的指标，均以直接填列或未填列为准：{figures}。",
    ),
    "proof.law": {
        "entitled_within_cap": (
            "{subject}: never more is entitled than the cap",
            "{subject}：核定金额从不超过上限",
        ),
        "paid_within_cap": (
            "{subject}: payable and paid together never exceed the cap, unless what was paid alone "
            "does",
            "{subject}：应付与已付合计从不超过上限（已付本身超过的除外）",
        ),
        "clause_within_cap": (
            "{subject}: the awards of the clause that states the cap, taken together, stay within "
            "it",
            "{subject}：载明上限的条款所列奖励，合计从不超过该上限",
        ),
        "settled_once_paid": (
            "once what is payable has been paid, nothing more is payable",
            "应付金额付清后，不再有应付金额",
        ),
        "more_gives_no_less": (
            "{subject}: a larger base never gives less",
            "{subject}：基数增加，金额从不减少",
        ),
        "a_day_later_gives_no_less": (
            "asked a day later, with nothing new, never less, but on days that the document names",
            "截至日推后一日而无新事项的，金额从不减少（文件载明的日期除外）",
        ),
        "no_base_between_bands": (
            "{subject}: no base lies between two bands",
            "{subject}：没有基数落在两档之间",
        ),
        "no_base_in_two_bands": (
            "{subject}: no base lies in two bands",
            "{subject}：没有基数同属两档",
        ),
        "range_holds_both": (
            "{subject}: where it is not stated, the stated range holds the amount of either answer",
            "{subject}：未说明时，所示区间包含“是”“否”两种情形的金额",
        ),
        "both_ends_attained": (
            "{subject}: where it is not stated, each end of the stated range is the amount of one "
            "answer",
            "{subject}：未说明时，所示区间的两端即“是”“否”两种情形的金额",
        ),
        "can_be_granted": ("{subject}: can be granted", "{subject}：可以获得"),
        "cap_can_be_reached": ("{subject}: the cap can be reached", "{subject}：上限可以达到"),
        "same_answer": ("{subject}: the same amounts", "{subject}：金额相同"),
        "gives_more": ("{subject}: more than before", "{subject}：比原先多"),
        "gives_less": ("{subject}: less than before", "{subject}：比原先少"),
    },
    "proof.status": {
        "holds": ("holds for all", "对所有情形成立"),
        "counterexample": ("COUNTEREXAMPLE", "有反例"),
        "shown": ("shown by a case", "有实例"),
        "wider": ("the range is wider", "区间较宽"),
        "never": ("NEVER", "绝无此情形"),
        "undecided": ("NOT DECIDED", "未能判定"),
    },
    "proof.effect": {
        "shown": ("there is a case", "有此情形"),
        "never": ("never", "绝无此情形"),
        "undecided": ("NOT DECIDED", "未能判定"),
    },
    "proof.why": {
        "time": ("not within {seconds} seconds", "{seconds}秒内未得出结果"),
        "two_unknowns": ("two unknown numbers are multiplied", "须将两个未知数相乘"),
    },
    "proof.line": ("{status}  {law}", "{status}　{law}"),
    "proof.line_why": ("{status} ({why})  {law}", "{status}（{why}）　{law}"),
    "proof.situation": {
        "first": ("as of {day}", "截至{day}"),
        "paid": ("that paid, as of {day}", "上述应付金额付清后，截至{day}"),
        "more": ("with a larger base, as of {day}", "基数增加后，截至{day}"),
        "later": ("a day later, as of {day}", "次日，截至{day}"),
        "silent": ("not stated, as of {day}", "未说明时，截至{day}"),
        "yes": ("answered yes, as of {day}", "答“是”时，截至{day}"),
        "no": ("answered no, as of {day}", "答“否”时，截至{day}"),
        "before": ("before ({policy}), as of {day}", "修改前（{policy}），截至{day}"),
        "after": ("after ({policy}), as of {day}", "修改后（{policy}），截至{day}"),
    },
    "proof.case": ("{when}: {facts} -> {amounts}", "{when}：{facts} → {amounts}"),
    "proof.nothing_stated": ("nothing stated", "无任何说明"),
    "proof.amounts": (
        "entitled {entitled}, payable {payable}",
        "核定{entitled}，应付{payable}",
    ),
    "proof.fact": {
        "event": ("{event} on {day}", "{day}“{event}”"),
        "event_amount": ("{event} on {day}, {amount}", "{day}“{event}”（{amount}）"),
        "absent": ("{event} did not happen", "“{event}”未发生"),
        "figure": ("{figure} {amount}", "“{figure}”{amount}"),
        "yes": ("{flag}: yes", "“{flag}”：是"),
        "no": ("{flag}: no", "“{flag}”：否"),
        "attribute": ("{attribute}: {value}", "“{attribute}”：{value}"),
        "approved": ("approved for {award} {amount}", "“{award}”核定{amount}"),
        "paid": ("paid for {award} {amount}", "“{award}”已付{amount}"),
    },
    "proof.summary": (
        "{holds} hold for all, {shown} shown by a case, {findings} to be looked at, {open} not "
        "decided.",
        "对所有情形成立{holds}条，有实例{shown}条，须查看{findings}条，未能判定{open}条。",
    ),
    "proof.summary_effect": (
        "{shown} differences, {never} proved not to be, {open} not decided.",
        "有差异{shown}项，证明无差异{never}项，未能判定{open}项。",
    ),
    "branch.due": ("{award}: all its checks are met", "{award}：全部条件均符合"),
    "branch.refused": ("{award}: refused by this alone: {check}", "{award}：仅因不符合：{check}"),
    "branch.in_force": ("a day within the policy's days", "发生于有效期内"),
    "branch.gives_way": (
        "{award}: due, and another is given",
        "{award}：符合条件，但由其他奖励替代",
    ),
    "branch.cut": (
        "{award}: cut by the room under the common cap",
        "{award}：受合并上限余额限制",
    ),
    "branch.band": ("{award}: band {number}", "{award}：第{number}档"),
    "branch.out_of_reach": (
        "out of reach, proved for up to {events} events of one kind: {about}",
        "无从达到（已对同类事项不超过{events}次的情形证明）：{about}",
    ),
    "branch.undecided": (
        "not decided whether it is within reach: {about}",
        "能否达到未能判定：{about}",
    ),
    "proof.written": (
        "{file}: listing-rewards explain {file} --policy {policy} --as-of {day}",
        "{file}：listing-rewards explain {file} --policy {policy} --as-of {day} --lang zh",
    ),
}
