"""Faults of a policy document: what cannot be read, or not be carried out."""

from __future__ import annotations

from listing_rewards.words.phrase import Phrase

FAULTS: dict[str, Phrase] = {
    "unknown_policy": (
        "there is no policy {given}; name a shipped one, or the path of a .toml file",
        "没有政策 {given}；请写内置政策的编号，或 .toml 文件的路径",
    ),
    "bad_toml": (
        "this is not a TOML document: {detail}",
        "这不是 TOML 文件：{detail}",
    ),
    "extends_itself": (
        "the chain of extends comes back to {given}",
        "extends 形成循环，回到了 {given}",
    ),
    "unknown_construct": (
        "{given} names no construct; write one of the accepted keys",
        "{given} 不是已知的写法；请使用可用的键之一",
    ),
    "no_amounts": (
        "the event {given} takes no amount, so nothing can be a share of it",
        "事项 {given} 不带金额，不能按其比例计算",
    ),
    "only_recorded": (
        "{given} is only recorded (record_only), so no rule can read it",
        "{given} 仅作记录（record_only），任何规则都不能引用",
    ),
    "no_unit": (
        "an amount cannot be rounded to {given}; write a unit such as 0.01",
        "金额不能取整至 {given}；请写单位，如 0.01",
    ),
    "undeclared": (
        "{given} is not declared under {table}",
        "{given} 未在 {table} 中声明",
    ),
    "nothing_to_change": (
        "{given} is not in the document that this one extends, and is not complete enough to be "
        "new ({parts})",
        "所扩展的文件中没有 {given}，而作为新项目又不完整（{parts}）",
    ),
    "id_taken": (
        "the id {given} is that of a shipped policy; give your document one of its own",
        "编号 {given} 是内置政策的编号；请为本文件另取编号",
    ),
    "not_a_policy": (
        "{given} is not a Policy; read one with load_policy(...)",
        "{given} 不是 Policy；请用 load_policy(...) 读取",
    ),
    "duplicate_id": ("the id {given} is used twice", "编号 {given} 重复"),
    "no_source": (
        "this says neither which clause it rests on nor that it is assumed",
        "此处既没有写明依据条款（clause），也没有标明为假定（assumed）",
    ),
    "two_sources": (
        "this names both a clause and an assumption; keep the one that is true",
        "此处同时写了依据条款与假定；请只保留属实的一项",
    ),
    "days_out_of_order": (
        "the last day {given} is before the first day {first}",
        "最后一日 {given} 早于第一日 {first}",
    ),
    "duplicate_label": (
        "the name {given} stands for {one} and for {other}; a table could not tell them apart",
        "名称 {given} 同时用于 {one} 与 {other}；表格无法区分",
    ),
    "band_gives": (
        "a band gives exactly one of fixed, rate (perhaps with a cap) and unknown; here: {given}",
        "每一档只能写 fixed、rate（可另写 cap）、unknown 之一；此处为：{given}",
    ),
    "nothing_to_count_in": (
        "nothing can be counted in {given}; write how much earns the sum once, such as 1000万元",
        "不能按 {given} 计数；请写明每满多少给予一次，如 1000万元",
    ),
    "topup_of_nothing": (
        "a top-up needs less: the earlier awards whose amounts count towards the level",
        "补齐（topup）须在 less 中写明计入标准的在先奖励项目",
    ),
    "amount_or_repealed": (
        "a dated value has either an amount, or repealed = true; write one of them",
        "按日期的金额须写 amount，或写 repealed = true，二者择一",
    ),
    "two_bounds": (
        "a bound is either included (at_least, at_most) or excluded (over, below), not both",
        "同一侧的界限只能包含本数（at_least、at_most）或不含本数（over、below），不能同写",
    ),
    "bounds_out_of_order": (
        "no number lies between {first} and {given}; check the bounds",
        "{first} 与 {given} 之间没有数；请检查界限",
    ),
    "no_bound": (
        "a figure is compared with nothing; write at_least, over, at_most or below",
        "指标没有比较的界限；请写 at_least、over、at_most 或 below",
    ),
    "no_period": (
        "a full period needs years or months, such as months = 12",
        "期间须写明年数（years）或月数（months），如 months = 12",
    ),
    "within_what": (
        "a time limit needs after: the event from whose day it runs",
        "期限须写明 after，即自何事项之日起算",
    ),
    "shares_do_not_add_up": (
        "the shares add up to {given}, not to 100%",
        "各部分比例合计为 {given}，不是 100%",
    ),
    "condition_of_itself": (
        "the condition {given} is made of itself, by way of all_of, any_of or not_met",
        "条件 {given} 经由 all_of、any_of 或 not_met 回到了自身",
    ),
    "not_earlier": (
        "{given} is not an award that comes before this one; less names earlier awards",
        "{given} 不是排在此项之前的奖励项目；less 只能写在先的项目",
    ),
    "cannot_part": (
        "{given} cannot be parted by year or event: only the amounts of an event can, without "
        "minus and without above as a share of another figure",
        "{given} 不能按年或按次分别计算：只有事项的金额可以，且不能写 minus，above 不能取比例",
    ),
    "awards_in_a_circle": (
        "the awards {given} wait for each other, by way of {key}; none could be worked out first",
        "奖励项目 {given} 经由 {key} 互相依赖，无法确定先后",
    ),
    "in_two_best_of": (
        "the award {given} stands in more than one best_of; put all of them into one",
        "奖励项目 {given} 出现在不止一个 best_of 中；请合并为一个",
    ),
    "not_in_force": (
        "no document of {given} is in force on {day}; there are: {there_are}",
        "{given} 在 {day} 没有有效的文件；现有：{there_are}",
    ),
    "two_in_force": (
        "more than one document of {given} is in force on {day}: {there_are}; end or repeal one",
        "{given} 在 {day} 有不止一份有效的文件：{there_are}；请写明其中一份的截止日或废止日",
    ),
    "unknown_series": (
        "there is no policy and no series of policies {given}",
        "没有编号或系列为 {given} 的政策",
    ),
    "clause_taken": (
        "the document that this one extends has a clause {given} of its own, on which its numbers "
        "rest; give yours another name",
        "所扩展的文件已有条款 {given}，其数字以之为依据；请为本文件的条款另取名称",
    ),
    "file_exists": (
        "this file is there already and is not overwritten; name another",
        "此文件已存在，不予覆盖；请换一个文件名",
    ),
    "not_a_toml_name": (
        "{given} does not end in .toml; a policy is a TOML document",
        "{given} 不以 .toml 结尾；政策文件须为 TOML 文件",
    ),
    "from_or_extends": (
        "a new document is either a whole one (--from) or extends another (--extends), not both",
        "新文件要么自成一体（--from），要么扩展另一文件（--extends），不能同时指定",
    ),
    "only_for_a_case": (
        "--policy narrows the schema of a case, not that of {given}",
        "--policy 只用于限定案例（case）的模式，不用于 {given}",
    ),
}  # fmt: skip
