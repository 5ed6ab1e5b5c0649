"""The steps of a calculation."""

from __future__ import annotations

from collections.abc import Mapping

STEPS: Mapping[str, tuple[str, str]] = {
    # the base
    "step_event_amount": ("amount of {day}: {result}", "{day} 的金额：{result}"),
    "step_event_amount_missing": ("amount of {day}: not stated", "{day} 的金额：未写明"),
    "step_event_amount_unknown": ("amount: not stated", "金额：未写明"),
    "step_figure": ('"{name}": {result}', "“{name}”：{result}"),
    "step_figure_missing": ('"{name}": not stated', "“{name}”：未写明"),
    "step_figure_below": (
        '"{name}" is stated as {stated} and counts as: {result}',
        "“{name}”写明为 {stated}，计为：{result}",
    ),
    "step_sum": ("together: {result}", "合计：{result}"),
    "step_sum_none": (
        "no amounts within the policy's days: {result}",
        "政策期间内无金额：{result}",
    ),
    "step_minus": ('less "{name}" ({value}): {result}', "扣除“{name}”（{value}）：{result}"),
    "step_above": ("what is above {value}: {result}", "超过 {value} 的部分：{result}"),
    "step_above_share": (
        "what is above {share} ({value}): {result}",
        "超过{share}（{value}）的部分：{result}",
    ),
    # the construct
    "step_count": ("how many of them: {result}", "个数：{result}"),
    "step_count_full": ("how many full {unit} in it: {result}", "其中满 {unit} 的份数：{result}"),
    "step_count_events": (
        'how many times "{name}" happened within the policy\'s days: {result}',
        "“{name}”在政策期间内发生的次数：{result}",
    ),
    "step_each": ("{value} for each: {result}", "每个 {value}：{result}"),
    "step_each_full": ("{value} for each of these: {result}", "每份 {value}：{result}"),
    "step_each_events": ("{value} each time: {result}", "每次 {value}：{result}"),
    "step_rate": ("{rate} of it: {result}", "其 {rate}：{result}"),
    "step_cap": ("at most {value}: {result}", "最高 {value}：{result}"),
    "step_floor": ("at least {value}: {result}", "最低 {value}：{result}"),
    "step_band": ("it lies in the band: {bands}", "所属档次：{bands}"),
    "step_bands": (
        "which of these bands it is, is not known ({bands}): {result}",
        "所属档次不明（{bands}）：{result}",
    ),
    "step_bands_several": (
        "it lies in more than one band ({bands}): {result}",
        "同时落入数档（{bands}）：{result}",
    ),
    "step_uncounted": (
        "how many of them there are is not known: {result}",
        "共有几次不明：{result}",
    ),
    "step_bands_none": ("it lies in no band: {result}", "不属于任何一档：{result}"),
    "band_none": ("none of them", "均不属于"),
    "step_fixed": ("fixed amount: {result}", "定额：{result}"),
    "step_topup": ("level to be topped up to: {result}", "补足标准：{result}"),
    "step_unknown": ("amount not given: {reason}", "金额未列明：{reason}"),
    "step_dated": (
        "the amount that holds from {day} on: {result}",
        "适用 {day} 起的金额：{result}",
    ),
    "step_dated_open": (
        "which amount holds depends on the day of the event: {result}",
        "适用的金额取决于事项发生的日期：{result}",
    ),
    "step_nothing_before": (
        "nothing is given for what happened before {day}: {result}",
        "{day} 前发生的，不予奖励：{result}",
    ),
    "step_nothing_repealed": (
        "nothing is given for what happens from {day} on: {result}",
        "{day} 起发生的，取消奖励：{result}",
    ),
    # what is added to the construct
    "step_scaled": ("{share}; {rule}: {result}", "{share}，{rule}：{result}"),
    "scaled_of": (
        '"{part}" ({value}) as a share of "{whole}" ({total})',
        "“{part}”（{value}）占“{whole}”（{total}）的比例",
    ),
    "scaled_percent": ('"{part}" ({value})', "“{part}”（{value}）"),
    "step_times_met": (
        "times {rate} (met: {condition}): {result}",
        "按 {rate} 计（符合：{condition}）：{result}",
    ),
    "step_times_not_met": (
        "not times {rate} (not met: {condition}): {result}",
        "不按 {rate} 计（不符合：{condition}）：{result}",
    ),
    "step_times_unknown": (
        "perhaps times {rate} (not known: {condition}): {result}",
        "是否按 {rate} 计不明（不明：{condition}）：{result}",
    ),
    "step_round": ("rounded to {unit}: {result}", "取整至{unit}：{result}"),
    "step_received": (
        'less {value} received for "{name}": {result}',
        "扣减已享受的“{name}” {value}：{result}",
    ),
    "step_approved": (
        "{value} was approved, with this as the ceiling: {result}",
        "以此为上限，主管部门核定 {value}：{result}",
    ),
    "step_approved_open": (
        "this is the ceiling; what was approved is not stated: {result}",
        "以此为上限，主管部门核定的金额未写明：{result}",
    ),
    # conditions and alternatives
    "step_when_met": ("conditions met: {result}", "条件符合：{result}"),
    "step_when_not_met": ("conditions not met: {result}", "条件不符合：{result}"),
    "step_when_unknown": ("conditions not known: {result}", "条件不明：{result}"),
    "step_replaced_met": ("{names} is given instead: {result}", "由{names}替代：{result}"),
    "step_replaced_unknown": (
        "{names} is perhaps given instead: {result}",
        "是否由{names}替代不明：{result}",
    ),
    "step_best_of_met": (
        "kept, as the highest of this and {names}: {result}",
        "与{names}就高不就低，取本项：{result}",
    ),
    "step_best_of_not_met": (
        "not kept: of this and {names} only the highest is given: {result}",
        "与{names}就高不就低，不取本项：{result}",
    ),
    "step_best_of_unknown": (
        "perhaps not kept: of this and {names} only the highest is given: {result}",
        "与{names}就高不就低，是否取本项不明：{result}",
    ),
    # caps and payments
    "step_room": ("room under the common cap {value}: {result}", "合并上限余额 {value}：{result}"),
    "step_due": ("due of it by the day asked for: {result}", "其中截至日已到期：{result}"),
    "step_less_paid": ("less {value} paid before: {result}", "减已付 {value}：{result}"),
    "step_less_paid_more": (
        "less {value} paid before for this or what it replaces: {result}",
        "减已付 {value}（含被替代项目的已付）：{result}",
    ),
    "step_room_left": (
        "room that all payments leave under the common cap {value}: {result}",
        "扣除全部已付后合并上限余额 {value}：{result}",
    ),
    "step_withheld": (
        "{value} withheld until reviewed under {law}; left to pay: {result}",
        "依{law}审核前暂缓发放 {value}，现可付：{result}",
    ),
}
"""Keys with their English and Chinese phrases."""
