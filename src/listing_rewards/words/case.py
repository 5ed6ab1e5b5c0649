"""Faults of a case: what the policy does not know, or what cannot have happened."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
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
    "figure_without_year": (
        "the figure {given} is of a year; write the year behind it, such as {given}.2024",
        "指标 {given} 按年度填列；请在其后写明年份，如 {given}.2024",
    ),
    "figure_stated_and_made": (
        "{given} is stated, and so is what it is made of ({parts}); state one or the other",
        "{given} 与其计算所依据的指标（{parts}）同时填列；请只填其一",
    ),
    "unknown_flag": (
        "the policy {policy} knows no flag {given}",
        "政策 {policy} 没有声明条件 {given}",
    ),
    "amount_not_taken": (
        "the event {event} takes no amount, yet {given} is given",
        "事项 {event} 不带金额，却给出了 {given}",
    ),
    "unknown_level": (
        "the policy {policy} knows no level of government {given}",
        "政策 {policy} 没有声明承担级次 {given}",
    ),
    "another_level": (
        "{other} bore {given} of this payment, but the ledger is said to hold what {level} paid "
        "alone; leave the level out for a ledger of several levels",
        "本行载明{other}承担{given}，而台账被指定为仅含{level}的付款；多级合并的台账请勿指定级次",
    ),
    "evidence_of_nothing": (
        "evidence is given for {given}, which is not stated",
        "为 {given} 列了佐证材料，但该事实并未填写",
    ),
    "case_twice": (
        "{given} has more than one case; put its facts into one, so that a cap holds once",
        "{given} 有不止一个案例；请将其事实并入一个案例，以免上限重复适用",
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
    "returned_too_much": (
        "{given} came back for {award} on {day}, and less than that had been paid for it by then",
        "{award} 于 {day} 退回 {given}，超过此前就该项目支付而尚未退回的金额",
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
    "not_a_case": (
        "{given} is not a Case; read one with Case.model_validate(...)",
        "{given} 不是 Case；请用 Case.model_validate(...) 读取",
    ),
    "not_cases": (
        "{given} is no list of cases; give each enterprise's Case",
        "{given} 不是案例的列表；请逐家企业给出 Case",
    ),
    "not_a_ledger_line": (
        "{given} is not a LedgerLine; read one with LedgerLine.model_validate(...)",
        "{given} 不是 LedgerLine；请用 LedgerLine.model_validate(...) 读取",
    ),
    "not_stages": (
        "{given} does not map each stage to its amount; give a dict of stage and amount",
        "{given} 不是由阶段到金额的对应；请给出以阶段为键、金额为值的字典",
    ),
    "no_such_line": ("the answer has no award {given}", "答案中没有奖励项目 {given}"),
    "no_such_clause": ("the answer rests on no clause {given}", "答案未依据条款 {given}"),
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
    "unknown_attribute": (
        "the policy {policy} knows no attribute {given}",
        "政策 {policy} 没有声明属性 {given}",
    ),
    "unknown_value": (
        "{given} is no value of the attribute {attribute}",
        "{given} 不是属性 {attribute} 的可用值",
    ),
    "figure_too_large": (
        "the figure {figure} is {given}, and cannot be more than {most}; write a percentage with "
        "its sign, such as 8%",
        "指标 {figure} 为 {given}，不可能超过 {most}；百分比请连同百分号书写，如 8%",
    ),
    "nothing_to_approve": (
        "the policy fixes the amount of {given} itself; only where it gives a ceiling (upto) is "
        "an approved amount stated",
        "{given} 的金额由政策直接规定；只有政策仅规定上限（upto）的项目才填写核定金额",
    ),
}  # fmt: skip
