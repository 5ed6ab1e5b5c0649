"""What a policy by itself says: its amounts, its conditions, and all around them."""

from __future__ import annotations

from collections.abc import Mapping

POLICY: Mapping[str, tuple[str, str]] = {
    # the head
    "policy_note": ("Note: {note}", "说明：{note}"),
    "policy_series": ("Series: {series}", "系列：{series}"),
    "policy_confirmed": (
        "Numbers confirmed on {on} by {by}",
        "经核对，截至 {on} 仍然有效（核对人：{by}）",
    ),
    "policy_days": ("Events count from {first} to {last}", "计入的期间：{first} 至 {last}"),
    "policy_days_open": ("Events count from {first} on", "计入的期间：{first} 起"),
    "policy_repeal": ("; repealed from {since} on ({by})", "；自 {since} 起废止（{by}）"),
    # what is granted
    "policy_awards": ("AWARDS", "【奖励项目】"),
    "policy_no_awards": (
        "none, in what was read of the document",
        "所见文件内容中未列奖励项目",
    ),
    "policy_award": ("{id}: {title}: {amount}", "{id}: {title}：{amount}"),
    "policy_by_day": ("by the day of the event", "按事项发生的日期"),
    "policy_need": ("needs: {condition}", "条件：{condition}"),
    "policy_need_all": ("every award needs: {condition}", "各项奖励均须符合：{condition}"),
    "policy_replaces": (
        "given instead of {names}; what was paid for it is set off",
        "替代{names}，已付的予以扣抵",
    ),
    "policy_parts": ("paid in parts: {parts}", "分期支付：{parts}"),
    "policy_part": ("{share} {when}", "{when}{share}"),
    "when_earned": ("when it is earned", "取得奖励时"),
    "when_later": ("{span} after it is earned", "取得奖励后满{span}时"),
    "when_event": ('on "{event}"', "“{event}”时"),
    "when_after": ('{span} after "{event}"', "“{event}”后满{span}时"),
    "policy_shares": ("borne by: {levels}", "分级承担：{levels}"),
    "policy_level": ("{level} {share}", "{level}{share}"),
    "policy_group": (
        "{title} ({members}), together at most {cap}",
        "{title}（{members}）合计最高 {cap}",
    ),
    "policy_cap_when": ("; at most {cap} where {condition}", "；{condition}的，合计最高 {cap}"),
    "policy_best_of": ("only the highest of {names} is given", "{names}就高不就低，只取其一"),
    "policy_repayment": (
        '{title}: if "{event}" happens{time}, {share} of what was paid for {names} could be '
        "called back; an exposure only, no amount contains it",
        "{title}：如{time}“{event}”，就{names}已付的奖励可能退还 {share}；"
        "仅列示敞口，不计入任何金额",
    ),
    "policy_within": (" within {span} after {event}", "自{event}起{span}内"),
    "policy_after": (" after {event}", "在{event}之后"),
    "policy_earning": ("the award is earned", "取得奖励"),
    "policy_withheld": ("WITHHELD UNTIL REVIEWED", "【审核前暂缓发放】"),
    "policy_withholding": (
        "{law}, since {since}: what is payable for {awards} is withheld",
        "{law}，自 {since} 起：{awards}的应付金额暂缓发放",
    ),
    "policy_events": ("FACTS A CASE MAY STATE", "【案例可写明的事实】"),
    "fact_percent": ("percent", "百分比"),
    "fact_number": ("number", "数量"),
    "policy_unofficial": (
        "CLAUSES NOT QUOTED FROM AN OFFICIAL SITE",
        "【并非引自官方原文的条款】",
    ),
    # amounts
    "amount_each_event": ('{sum} for each "{name}"', "“{name}”每次 {sum}"),
    "amount_each_one": ('{sum} for each of "{name}"', "按“{name}”逐个计，每个 {sum}"),
    "amount_each_full": ('{sum} for each full {every} of "{name}"', "“{name}”每满 {every}，{sum}"),
    "amount_cap": (", at most {cap}", "，最高 {cap}"),
    "amount_rate": ("{rate} of {base}", "{base}的 {rate}"),
    "amount_cap_enterprise": (", at most {cap} per enterprise", "，每家企业最高 {cap}"),
    "amount_cap_year": (", at most {cap} per calendar year", "，每年最高 {cap}"),
    "amount_cap_event": (", at most {cap} per event", "，每次最高 {cap}"),
    "amount_floor_enterprise": (", at least {floor}", "，最低 {floor}"),
    "amount_floor_year": (", at least {floor} per calendar year", "，每年最低 {floor}"),
    "amount_floor_event": (", at least {floor} per event", "，每次最低 {floor}"),
    "amount_bands": ("by bands of {base}: {bands}", "按{base}分档：{bands}"),
    "amount_band": ("{bounds}: {gives}", "{bounds}的，{gives}"),
    "amount_band_rate": ("{rate} of it", "其 {rate}"),
    "amount_topup": ("topped up to {level}", "补足至 {level}"),
    "amount_unknown": ("unknown: {reason}", "不明：{reason}"),
    "amount_dated": ("from {day} on: {amount}", "{day} 起：{amount}"),
    "amount_repealed": ("nothing", "取消"),
    "amount_scaled": (", in proportion to {share}: {rule}", "，按{share}折算：{rule}"),
    "amount_times": (", times {rate} where {condition}", "；{condition}的，按 {rate} 计"),
    "amount_less": (", less what was received for {names}", "，扣减已享受的{names}"),
    "amount_upto": (
        "a ceiling of {amount}; the amount is approved in each case",
        "上限为{amount}；具体金额由主管部门核定",
    ),
    "base_minus": ("{base} (less {names})", "扣除{names}后的{base}"),
    "base_year": ("{base} in each calendar year", "每年{base}"),
    "base_event": ("{base} in each event", "每次{base}"),
    "base_above": ("the part of {base} above {limit}", "{base}超过{limit}的部分"),
    "base_portion": ('{rate} of "{name}"', "“{name}”的{rate}"),
    "scaled_share_of": ('the share of "{part}" in "{whole}"', "“{part}”占“{whole}”的比例"),
    "scaled_share": (
        "all of it from {full} on, below that the share itself",
        "达到{full}（含）的全额，未达到的按实际比例",
    ),
    "scaled_share_of_threshold": (
        "all of it from {full} on, below that the share divided by {full}",
        "达到{full}（含）的全额，未达到的按实际比例与{full}之比",
    ),
    "scaled_nothing": (
        "all of it from {full} on, below that nothing",
        "达到{full}（含）的全额，未达到的不予奖励",
    ),
    "list_joint": ("; ", "；"),
    # conditions
    "condition_seasoning": (
        '{period} after "{event}", tested on "{tested}"{restart} ({counting})',
        "“{event}”{period}，以“{tested}”为准{restart}（{counting}）",
    ),
    "condition_held": (
        '{period} after "{event}", tested on the day asked for{restart} ({counting})',
        "“{event}”{period}，以截至日为准{restart}（{counting}）",
    ),
    "condition_restart": (', beginning anew after "{event}"', "，“{event}”后重新计算"),
    "counting_anniversary": ("anniversary", "按对应日计算"),
    "counting_civil_code": ("Civil Code", "按民法典计算"),
    "condition_figure": ('"{name}" is {bounds}', "“{name}”{bounds}"),
    "condition_attribute": ('"{name}" is "{values}"', "“{name}”为“{values}”"),
    "condition_happened": ('"{event}" happened {time}', "“{event}”的日期{time}"),
    "condition_happened_any": ('"{event}" happened', "“{event}”已发生"),
    "condition_absent": ('"{event}" has not happened', "“{event}”未发生"),
    "condition_all_of": ("all of: {parts}", "同时符合：{parts}"),
    "condition_any_of": ("at least one of: {parts}", "符合下列之一：{parts}"),
    "condition_not_met": ("not: {parts}", "不属于：{parts}"),
    "condition_inner": ("({condition})", "（{condition}）"),
    "time_between": (
        "between {first} and {last}, both included",
        "在 {first} 至 {last} 之间（含首尾两日）",
    ),
    "time_first": ("on or after {first}", "不早于 {first}"),
    "time_last": ("on or before {last}", "不晚于 {last}"),
    "time_after": ('on or after the day of "{event}"{days}', "在“{event}”{days}当日或之后"),
    "time_within": ('within {span} after "{event}"{days}', "在“{event}”后{span}内{days}"),
    "time_joint": (", ", "，"),
}
"""Keys with their English and Chinese phrases."""
